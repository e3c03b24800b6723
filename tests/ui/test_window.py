"""The window as a whole: dropping files, leaving, changing language, and what the keys of a reader do in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QMessageBox, QPlainTextEdit, QPushButton

from desktop.annotations import AnnotationStore
from desktop.script import Script
from desktop.session import SaveState, marked
from desktop.session.state import Panel
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


def select(window: MainWindow, words: str) -> None:
    document = window.session.state.document
    assert document is not None
    start = document.text.index(words, document.answers[0].span.start)
    window.session.select(Span(start, start + len(words)))


def drop(window: MainWindow, *urls: QUrl) -> None:
    """Drop `urls` onto the window as a file manager does."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(400, 300), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(400, 300), Qt.DropAction.CopyAction, mime, left, none))


def press_in_box(name: str, seen: list[str]) -> Callable[[], None]:
    """Return what presses the button whose words hold `name` in the message box that is open."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.informativeText())
        button = next(button for button in box.buttons() if name in button.text())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def test_dropped_files_open_with_the_first_on_the_page(window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(f"{path.stem}問?\n\n某甲\n\n\n這是某甲的話,足夠長了。\n", encoding="utf-8")
    drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
    assert window.session.state.document is not None
    assert window.session.state.document.path == paths[0]
    assert window.session.state.recent[:2] == tuple(paths)


def test_a_dropped_address_of_the_web_is_refused_in_a_sentence(window: MainWindow) -> None:
    before = window.session.state.document
    drop(window, QUrl("https://example.org/thread.txt"))
    assert window.session.state.notice is not None
    assert window.session.state.notice.code == "not-a-file"
    assert window.session.state.document is before


def test_notes_that_cannot_be_saved_keep_the_window_until_the_reader_decides(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_also: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(AnnotationStore, "save", full)
        select(window, "戰略家")
        window.session.annotations.highlight()
        qtbot.waitUntil(lambda: window.session.state.saving is SaveState.FAILED)
        seen: list[str] = []
        QTimer.singleShot(0, press_in_box("Stay", seen))
        assert not window.close()
        assert "The disk is full" in seen[0]
        assert window.isVisible()
    assert window.close()
    assert window.session.state.saving is SaveState.SAVED


def test_a_half_typed_note_is_on_the_disk_after_the_window_was_closed(window: MainWindow) -> None:
    select(window, "戰略家")
    QTest.keyClick(window.page, Qt.Key.Key_N)
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "half a tho")
    window.close()
    path = window.session.notes_file.path
    assert path is not None
    assert [a.note for a in AnnotationStore(path).load().annotations.values()] == ["half a tho"]


def test_another_language_comes_with_everything_in_its_place(window: MainWindow) -> None:
    select(window, "戰略家")
    QTest.keyClick(window.page, Qt.Key.Key_N)
    QTest.keyClicks(window.focusWidget(), "kept")
    window.session.show_script(Script.SIMPLIFIED)
    window.session.prefer(language="zh_Hans")
    windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow" and w.isVisible()]
    assert len(windows) == 1
    assert windows[0] is not window
    assert windows[0].findChild(QMenuBar) is not None
    assert any("文件" in action.text() for bar in windows[0].findChildren(QMenuBar) for action in bar.actions())
    assert [m.annotation.note for m in marked(window.session.state)] == ["kept"]


def test_escape_goes_back_to_the_page_and_then_clears_what_lies_over_it(window: MainWindow) -> None:
    window.panels.open_find()
    window.session.searching.look_for("美國")
    window.panels.focus_authors()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is window.page
    assert window.session.state.pane.goal is not None
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert window.session.state.pane.goal is None
    assert window.session.state.search is None


def test_escape_has_everybody_in_ink_again_but_only_when_no_search_is_left_by_it(window: MainWindow) -> None:
    window.page.setFocus()
    window.session.authors.light()
    lit = window.session.state.lights.person
    assert lit is not None
    assert window.session.state.on_show in lit.spans
    window.session.searching.look_for("的")
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert (window.session.state.search, window.session.state.lights.person) == (None, lit)
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert window.session.state.lights.person is None


def test_escape_puts_a_question_off_until_the_next_start(window: MainWindow, thread: Path) -> None:
    select(window, "戰略家")
    window.session.annotations.highlight()
    copy = thread.with_name("copy.txt")
    copy.write_text(thread.read_text("utf-8") + "\n又及，補充一句話。\n", "utf-8")
    window.session.shelf.open(copy)
    assert window.session.state.notice is not None
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    window.session.shelf.open(thread)
    window.session.shelf.open(copy)
    assert window.session.state.notice is None
    assert window.commands["annotations.adopt"].isEnabled()


def test_j_and_k_walk_the_authors_and_stop_at_the_ends(window: MainWindow) -> None:
    walked: list[int] = []
    for key in "kjjjjk":
        QTest.keyClicks(window.page, key)
        walked.append(window.session.state.pane.answer)
    assert walked == [0, 1, 2, 2, 2, 1]


def test_the_title_bar_says_the_question_in_the_script_shown(window: MainWindow) -> None:
    QTest.keyClick(window.page, Qt.Key.Key_T)
    assert window.windowTitle().startswith("为什么美国与俄罗斯会面")


def test_the_shortcut_sheet_shows_no_letters_to_press(window: MainWindow) -> None:
    window.dialogs.show_shortcuts()
    sheet = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "shortcutSheet")
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Flip the Script" in words
    assert not [text for text in words if "&" in text]
    sheet.close()


def test_the_about_box_says_where_the_notes_are(window: MainWindow) -> None:
    window.dialogs.show_about()
    box = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "aboutDialog")
    assert any(str(window.session.data_folder) in label.text() for label in box.findChildren(QLabel))
    button = box.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not box.isVisible()


def test_the_star_of_unsaved_notes_stands_before_the_name_of_the_house(window: MainWindow) -> None:
    assert window.windowTitle().endswith("?[*] — 百家")
    window.session.replace(saving=SaveState.FAILED)
    assert window.isWindowModified()
    window.session.replace(saving=SaveState.SAVED)
    assert not window.isWindowModified()


def test_the_title_does_not_change_for_a_mark_that_is_saved_at_once(window: MainWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    window.windowTitleChanged.connect(told.append)
    for words in ("戰略家", "想法"):
        select(window, words)
        window.session.annotations.highlight()
        window.session.replace(saving=SaveState.SAVING)
        assert not window.isWindowModified()
        window.session.replace(saving=SaveState.SAVED)
    assert told == []


def test_the_title_says_so_when_something_is_not_saved_for_a_while(window: MainWindow, qtbot: QtBot) -> None:
    window.session.replace(saving=SaveState.SAVING)
    assert not window.isWindowModified()
    qtbot.waitUntil(window.isWindowModified, timeout=5_000)
    window.session.replace(saving=SaveState.SAVED)
    assert not window.isWindowModified()


def test_a_narrow_window_has_all_of_the_bar_over_the_page(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.top_bar
    for width, is_beside in ((805, True), (700, True), (600, False)):
        window.resize(width, 600)
        qtbot.waitUntil(lambda width=width: bar.find_bar.geometry().right() == width - 17)
        assert window.sidebar.isVisible() is is_beside
        assert bar.script_selector.geometry().right() < bar.keyword_bar.x()
        assert bar.keyword_bar.geometry().right() < bar.find_bar.x()


def test_the_selector_is_over_the_page_again_when_the_sidebar_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.top_bar
    window.resize(820, 600)
    qtbot.waitUntil(lambda: bar.script_selector.x() == window.sidebar.width() > 176)
    select(window, "戰略家")
    window.session.annotations.note()
    qtbot.waitUntil(lambda: not window.sidebar.isVisible() and bar.script_selector.x() < 100)
    window.session.annotations.edit(None)
    qtbot.waitUntil(lambda: window.sidebar.isVisible() and bar.script_selector.x() == window.sidebar.width())


def test_another_language_leaves_the_question_in_its_own_type(window: MainWindow) -> None:
    def type_of(shown: MainWindow) -> tuple[int, bool]:
        font = shown.findChildren(QLabel, "question")[0].font()
        return font.pixelSize(), font.bold()

    before = type_of(window)
    window.session.prefer(language="zh_Hans")
    QApplication.processEvents()
    shown = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow" and w.isVisible()]
    assert type_of(shown[0]) == before == (17, True)  # pyright: ignore[reportArgumentType]


def test_when_the_last_note_is_deleted_from_the_list_the_keyboard_is_on_the_page(window: MainWindow) -> None:
    for words in ("戰略家", "美國"):
        select(window, words)
        window.session.annotations.highlight()
    window.panels.focus_panel(Panel.NOTES)
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert not window.session.state.notes.annotations
    assert window.focusWidget() is window.page
