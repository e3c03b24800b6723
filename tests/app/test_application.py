"""The whole app, as the entry point makes it: start, read, flip, light, annotate, quit, start again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.annotations import Color
from desktop.app import create_window
from desktop.paths import default_seed
from desktop.script import Script
from desktop.session import marked
from desktop.text import Span
from desktop.ui.dialogs import leaving
from desktop.ui.dialogs.leaving import Leaving
from tests.disposal import dispose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

AUTHORS = [
    *("杜達特洛夫斯基", "建章看世界", "毛開雲", "核子獵潛艇", "錦繡中華一捧土"),
    *("快樂老張", "鑼鍋10", "蛙眼看天下", "法大庶吉士", "寰球東隅"),
]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Yield a function that starts the app on one data folder, with the arguments it is given."""
    windows: list[MainWindow] = []

    def begin(*arguments: str) -> MainWindow:
        if windows:
            quit_app(windows.pop())
        _, window = create_window(["--data-dir", str(tmp_path / "data"), *arguments])
        windows.append(window)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        window.page.setFocus()
        return window

    yield begin
    for window in windows:
        quit_app(window)


def quit_app(window: MainWindow) -> None:
    """Close the window and end its session, as quitting does."""
    session = window.session
    window.close()
    session.stop()
    dispose(window, session)


def find(window: MainWindow, words: str) -> Span:
    document = window.session.state.document
    assert document is not None
    answer = document.answers[window.session.state.pane.answer]
    start = document.text.index(words, answer.span.start)
    return Span(start, start + len(words))


def test_a_first_start_shows_the_ten_authors_of_the_shipped_thread(start: Callable[..., MainWindow]) -> None:
    window = start()
    authors = window.findChild(QListView, "authorList")
    assert authors is not None
    assert [authors.model().index(row, 0).data() for row in range(authors.model().rowCount())] == AUTHORS
    assert window.session.state.document is not None
    assert window.session.state.document.path == default_seed()


def test_a_first_start_shows_the_top_of_the_first_answer_and_takes_nothing_for_read(
    start: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = start()
    qtbot.wait(700)
    assert window.page.verticalScrollBar().value() == 0
    assert window.session.state.read == frozenset()
    assert window.focusWidget() is window.page


def test_everything_is_as_it_was_after_quitting_and_starting_again(
    start: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = start()
    QTest.keyClick(window.page, Qt.Key.Key_J)
    QTest.keyClick(window.page, Qt.Key.Key_T)
    window.session.lights.toggle("英國")
    window.session.select(find(window, "孤家寡人"))
    QTest.keyClick(window.page, Qt.Key.Key_4)
    window.session.select(find(window, "國際政壇的常青樹"))
    QTest.keyClick(window.page, Qt.Key.Key_N)
    QTest.keyClicks(window.focusWidget(), "typed")
    qtbot.waitUntil(lambda: window.session.state.lights.keywords is not None, timeout=20_000)
    before = window.session.state

    again = start()
    after = again.session.state
    assert (after.pane.answer, after.focused_manner.script, after.lights.terms) == (
        1,
        Script.SIMPLIFIED,
        before.lights.terms,
    )
    places = marked(after)
    assert [place.annotation.passages[0].anchor.exact for place in places] == ["孤家寡人", "國際政壇的常青樹"]
    assert [place.annotation.color for place in places] == [Color.ROUGE, Color.ROUGE]
    assert [place.annotation.note for place in places] == ["", "typed"]
    assert again.session.quoted(places[1].span) == "国际政坛的常青树"


def test_files_on_the_command_line_open_with_the_first_on_the_page(
    start: Callable[..., MainWindow], tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("問?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n", encoding="big5")
    window = start(str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    state = window.session.state
    assert state.document is not None
    assert state.document.path.name == "one.txt"
    assert [path.name for path in state.recent] == ["one.txt", "two.txt"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "document-missing"), (b"", "document-empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "document-picture")],
)
def test_a_bad_file_is_a_sentence_and_what_was_open_stays_open(
    start: Callable[..., MainWindow], tmp_path: Path, content: bytes | None, code: str
) -> None:
    window = start()
    before = window.session.state.document
    bad = tmp_path / "bad.txt"
    if content is not None:
        bad.write_bytes(content)
    window.open_file(bad)
    assert window.session.state.notice is not None
    assert window.session.state.notice.code == code
    assert window.notices.isVisible()
    assert window.session.state.document is before


def test_an_empty_folder_is_refused_in_a_sentence(
    start: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "empty").mkdir()
    window = start(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: window.session.state.notice is not None)
    assert window.session.state.notice is not None
    assert window.session.state.notice.code == "document-no-thread"
    assert window.session.state.document is None


def test_a_folder_that_cannot_be_written_to_keeps_the_window_open_until_the_reader_has_been_asked(
    start: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    for name in ("baijia.log", "state.json"):  # no file can be made or replaced where a folder is
        (data / name / "in the way").mkdir(parents=True)
    window = start()
    for folder in (data / "annotations", data / "mirror"):
        folder.rename(folder.with_suffix(".away"))
        folder.touch()
    window.session.select(find(window, "孤家寡人"))
    window.session.annotations.highlight()
    asked: list[object] = []
    answers = [Leaving.STAY, Leaving.LEAVE]

    def ask(_parent: object, reason: object) -> Leaving:
        asked.append(reason)
        return answers[len(asked) - 1]

    monkeypatch.setattr(leaving, "ask_about_unsaved", ask)
    assert not window.close()
    assert window.isVisible()
    assert len(asked) == 1
    assert window.close()
    assert len(asked) == 2
