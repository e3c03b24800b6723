"""Names as a reader has them written: seen at once everywhere, taken back, kept, and brought together."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.annotations.form.names import NAMES
from desktop.script import Edition, Script
from tests.disposal import dispose
from tests.session.chosen import THREAD, lines, load_own_tables, reader_of
from tests.session.executors import deliver
from tests.session.files.test_two_windows import come_to_the_fore
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.session import Session

FIRST = "余先生說，鍾文海教授的鐘壞了。後來鍾文海走了，其餘的人說幹也幹了。"
CHOSEN = "余先生說，鐘文海教授的鐘壞了。後來鐘文海走了，其餘的人說幹也幹了。"


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    path = tmp_path / "names.txt"
    path.write_text(THREAD, "utf-8")
    return path


@pytest.fixture
def start(qapp: QApplication, folder: DataFolder, thread: Path) -> Iterator[Callable[[], Session]]:
    """Yield what opens the thread in another window on the same data."""
    made: list[Session] = []

    def begun() -> Session:
        made.append(reader_of(folder, thread))
        return made[-1]

    yield begun
    for session in made:
        session.stop()
        dispose(session)


@pytest.fixture
def session(start: Callable[[], Session]) -> Session:
    return start()


def test_a_name_is_written_as_chosen_wherever_it_stands_by_one_change_of_the_state(session: Session) -> None:
    assert lines(session)[0] == FIRST
    shown: list[str] = []

    def keep(_old: object, _new: object) -> None:
        shown.append(lines(session)[0])

    session.changed.connect(keep)
    assert session.naming.names.write("钟文海", "鐘文海")
    assert set(shown) == {CHOSEN}
    assert (lines(session)[0], session.shown("钟文海"), said(session)) == (CHOSEN, "鐘文海", "name-written")
    assert not session.naming.names.write("钟文海", "鐘文海")


def test_words_that_are_no_name_are_written_as_words_are(session: Session) -> None:
    assert session.naming.names.refuse("余先生")
    assert lines(session)[0].startswith("餘先生說")
    assert said(session) == "name-refused"
    assert session.naming.names.leave("余先生")
    assert (lines(session)[0], said(session)) == (FIRST, "name-left")
    assert not session.naming.names.leave("余先生")


def test_an_author_is_written_as_chosen_in_the_list_and_the_title(session: Session) -> None:
    assert (session.shown("泽于"), session.shown("余先生怎样认识泽于?")) == ("澤于", "余先生怎樣認識澤于?")
    session.naming.names.write("泽于", "澤於")
    assert (session.shown("泽于"), session.shown("余先生怎样认识泽于?")) == ("澤於", "余先生怎樣認識澤於?")


def test_each_choice_is_a_step_that_is_taken_back_and_made_again(session: Session) -> None:
    session.naming.names.write("钟文海", "鐘文海")
    session.naming.names.refuse("余先生")
    session.history.undo()
    assert (lines(session)[0], said(session)) == (CHOSEN, "step-name-back")
    session.history.undo()
    assert lines(session)[0] == FIRST
    session.history.redo()
    assert (lines(session)[0], said(session)) == (CHOSEN, "step-name-forth")
    session.history.redo()
    assert lines(session)[0].startswith("餘先生說，鐘文海")


def test_other_editions_write_names_as_they_do(session: Session) -> None:
    session.naming.names.write("余先生", "余先生")
    session.choose_edition(Edition.OFFICIAL)
    deliver()
    assert lines(session)[0].startswith("餘先生")
    session.choose_edition(Edition.BAIJIA)
    deliver()
    assert lines(session)[0] == FIRST


def test_the_other_scripts_are_as_they_were(session: Session) -> None:
    session.naming.names.write("钟文海", "鐘文海")
    for script in (Script.SIMPLIFIED, Script.ORIGINAL):
        session.show_script(script)
        assert lines(session)[0].startswith("余先生说，钟文海")


def test_a_choice_is_kept_and_the_next_start_shows_the_thread_by_it(
    session: Session, start: Callable[[], Session]
) -> None:
    session.naming.names.write("钟文海", "鐘文海")
    deliver()
    assert session.notes_file.path is not None
    assert json.loads(session.notes_file.path.read_bytes())[NAMES]["钟文海"]["form"] == "鐘文海"
    again = start()
    assert lines(again)[0] == CHOSEN
    assert not again.state.undoable.back


def test_two_windows_come_to_the_same_and_neither_takes_back_what_the_other_said_since(
    session: Session, start: Callable[[], Session]
) -> None:
    session.naming.names.write("钟文海", "鐘文海")
    deliver()
    other = start()
    assert lines(other)[0] == CHOSEN
    other.naming.names.write("钟文海", "鍾文海")
    other.naming.names.refuse("余先生")
    deliver()
    come_to_the_fore()
    assert lines(session)[0].startswith("餘先生說，鍾文海")
    session.history.undo()
    assert lines(session)[0].startswith("餘先生說，鍾文海")


def test_names_come_along_with_the_notes_of_a_similar_thread_as_a_step(
    session: Session, start: Callable[[], Session], thread: Path, folder: DataFolder
) -> None:
    session.naming.names.write("钟文海", "鐘文海")
    deliver()
    assert session.close() is None
    copy = Path(shutil.copy(thread, thread.with_name("copy.txt")))
    copy.write_text(THREAD.replace("他把衣服", "她把衣服"), "utf-8")
    again = reader_of(folder, copy)
    try:
        assert said(again) == "names-likely"
        again.notes_file.adopt()
        assert lines(again)[0] == CHOSEN
        again.history.undo()
        assert lines(again)[0] == FIRST
        again.history.redo()
        assert lines(again)[0] == CHOSEN
    finally:
        again.stop()
        dispose(again)


def test_what_can_be_no_name_is_not_taken(session: Session) -> None:
    assert not session.naming.names.write("余", "餘")
    assert not session.naming.names.write("余海", "餘海明")
    assert not session.state.undoable.back
