"""Two windows, or two machines, on the same notes: each shows what the other did, and neither loses anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.annotations import Color
from desktop.session import SaveState
from tests.session.executors import deliver
from tests.session.reader import highlight, said, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.paths import DataFolder
    from desktop.session import Session

ROOT = Path(__file__).resolve().parents[3]


def come_to_the_fore() -> None:
    """Have every window of this process take the focus."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    deliver()


@pytest.fixture
def twins(start: Callable[[], Session], thread: Path) -> tuple[Session, Session]:
    """Return two windows on the same thread, which has one note."""
    first = start()
    first.shelf.open(thread)
    highlight(first, "無數的答案")
    deliver()
    second = start()
    second.shelf.open(thread)
    return first, second


def test_a_window_shows_what_the_other_did_once_it_has_the_focus(twins: tuple[Session, Session]) -> None:
    first, second = twins
    made = highlight(second, "反而忘了讀書")
    second.annotations.rewrite(made, "真的?", ["疑問"])
    deliver()
    come_to_the_fore()
    assert first.state.notes.annotations == second.state.notes.annotations
    assert words(first) == ["無數的答案", "反而忘了讀書"]
    assert (said(first), first.state.saving) == ("notes-joined", SaveState.SAVED)


def test_a_window_shows_what_the_other_did_once_it_has_saved(twins: tuple[Session, Session]) -> None:
    first, second = twins
    highlight(second, "反而忘了讀書")
    deliver()
    highlight(first, "不是為了筆記")
    deliver()
    assert words(first) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]


def test_the_first_note_of_all_is_seen_too(start: Callable[[], Session], thread: Path) -> None:
    first, second = start(), start()
    first.begin()
    first.shelf.open(thread)
    second.shelf.open(thread)
    highlight(second, "反而忘了讀書")
    deliver()
    come_to_the_fore()
    assert words(first) == ["反而忘了讀書"]


def test_what_came_from_the_other_can_be_deleted_here(
    twins: tuple[Session, Session], start: Callable[[], Session], thread: Path
) -> None:
    first, second = twins
    theirs = highlight(second, "反而忘了讀書")
    deliver()
    highlight(first, "不是為了筆記")
    deliver()
    first.annotations.delete(theirs)
    deliver()
    assert words(first) == ["無數的答案", "不是為了筆記"]
    come_to_the_fore()
    assert words(second) == words(first)
    again = start()
    again.shelf.open(thread)
    assert words(again) == words(first)


def test_steps_go_on_over_notes_that_the_other_made(twins: tuple[Session, Session]) -> None:
    first, second = twins
    highlight(second, "反而忘了讀書")
    deliver()
    come_to_the_fore()
    first.history.undo()
    deliver()
    assert words(first) == ["反而忘了讀書"]
    first.history.redo()
    come_to_the_fore()
    assert words(first) == words(second) == ["無數的答案", "反而忘了讀書"]


@pytest.mark.parametrize("act", ["recolour", "delete"])
def test_steps_that_lead_back_to_what_the_other_changed_are_forgotten(
    twins: tuple[Session, Session], act: str
) -> None:
    first, second = twins
    [shared] = first.state.notes.annotations
    if act == "delete":
        second.annotations.delete(shared)
    else:
        second.annotations.recolour(shared, Color.INDIGO)
    deliver()
    come_to_the_fore()
    assert first.state.notes.annotations == second.state.notes.annotations
    assert not first.state.undoable.back
    assert first.state.notes.active is None or act == "recolour"


def test_steps_on_other_notes_stay_when_the_other_changes_one(twins: tuple[Session, Session]) -> None:
    first, second = twins
    [shared] = first.state.notes.annotations
    own = highlight(first, "反而忘了讀書")
    first.annotations.chosen.choose([shared, own])
    first.annotations.chosen.recolour(Color.INDIGO)
    first.annotations.rewrite(own, "我的話", ())
    deliver()
    come_to_the_fore()
    second.annotations.rewrite(shared, "你的話", ())
    deliver()
    come_to_the_fore()
    first.history.undo()
    first.history.undo()
    assert (first.state.notes.annotations[own].note, first.state.notes.annotations[own].color) == ("", Color.GAMBOGE)
    assert (first.state.notes.annotations[shared].note, first.state.notes.annotations[shared].color) == (
        "你的話",
        Color.INDIGO,
    )
    first.history.undo()
    assert (list(first.state.notes.annotations), first.state.undoable.back) == ([shared], False)
    for _ in range(3):
        first.history.redo()
    deliver()
    come_to_the_fore()
    assert first.state.notes.annotations[own].note == "我的話"
    assert first.state.notes.annotations == second.state.notes.annotations


def test_a_note_deleted_here_and_edited_there_is_back_with_the_edit(twins: tuple[Session, Session]) -> None:
    first, second = twins
    [shared] = first.state.notes.annotations
    second.annotations.rewrite(shared, "留著", ())
    deliver()
    first.annotations.delete(shared)
    deliver()
    assert first.state.notes.annotations[shared].note == "留著"
    first.history.undo()  # must not stumble
    come_to_the_fore()
    assert first.state.notes.annotations == second.state.notes.annotations


class Typist:
    """Has words in an editor that go into the state when it is left, as the note editor has. Qt holds it weakly."""

    def __init__(self, session: Session, annotation_id: str, words: str) -> None:
        self._session, self._id, self._words = session, annotation_id, words
        session.store.committing.connect(self.leave)

    def leave(self) -> None:
        self._session.annotations.rewrite(self._id, self._words, ())


@pytest.mark.parametrize("act", ["rewrite", "delete"])
def test_what_is_being_typed_in_a_note_that_the_other_changes_is_kept(
    twins: tuple[Session, Session], act: str
) -> None:
    first, second = twins
    [shared] = first.state.notes.annotations
    first.annotations.edit(shared)
    typist = Typist(first, shared, "我的話")
    if act == "delete":
        second.annotations.delete(shared)
    else:
        second.annotations.rewrite(shared, "你的話", ())
    deliver()
    come_to_the_fore()
    come_to_the_fore()
    notes = {one.note for one in first.state.notes.annotations.values()}
    assert notes == ({"我的話"} if act == "delete" else {"我的話", "你的話"})
    assert first.state.notes.annotations == second.state.notes.annotations
    del typist


def test_what_is_as_it_was_is_neither_written_nor_told(twins: tuple[Session, Session]) -> None:
    first, _ = twins
    assert first.notes_file.path is not None
    before, annotations = first.notes_file.path.stat(), first.state.notes.annotations
    for _ in range(3):
        come_to_the_fore()
    assert first.notes_file.path.stat().st_mtime_ns == before.st_mtime_ns
    assert first.state.notes.annotations is annotations
    assert said(first) is None


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.paths import DataFolder
from desktop.session import Session
from tests.session.executors import deliver
from tests.session.reader import highlight, words
from tests.session.files.test_two_windows import come_to_the_fore
import json
app = QApplication([])
session = Session(DataFolder(Path(sys.argv[1])).prepare())
session.shelf.open(Path(sys.argv[2]))
session.notes_file.begin()
for line in sys.stdin:
    act, _, given = line.strip().partition(" ")
    if act == "mark":
        highlight(session, given)
    elif act == "delete":
        notes = session.state.notes.annotations
        [gone] = [key for key, one in notes.items() if one.passages[0].anchor.exact == given]
        session.annotations.delete(gone)
    elif act == "look":
        come_to_the_fore()
    for _ in range(600):
        app.processEvents()
        app.thread().msleep(1)
        if session.state.saving == "saved" and act != "look":
            break
    print(json.dumps(words(session)), flush=True)
session.close()
session.stop()
"""


class Process:
    """A process with the app on a data folder and a thread, that does what it is told."""

    def __init__(self, folder: DataFolder, thread: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", WINDOW, str(folder.root), str(thread)]
        self._process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def do(self, act: str, given: str = "") -> list[str]:
        """Have it `mark` or `delete` the words `given`, or `look`; return the words of its marks afterwards."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{act} {given}\n")
        self._process.stdin.flush()
        found: list[str] = json.loads(self._process.stdout.readline())
        return found

    def end(self) -> int:
        self._process.communicate()
        return self._process.returncode

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def processes(folder: DataFolder, thread: Path) -> Iterator[tuple[Process, Process]]:
    """Yield two processes on one data folder and one thread."""
    both = Process(folder, thread), Process(folder, thread)
    yield both
    for process in both:
        process.kill()


def test_two_processes_on_one_data_folder_see_each_others_notes(
    processes: tuple[Process, Process], start: Callable[[], Session], thread: Path
) -> None:
    first, second = processes
    assert first.do("mark", "無數的答案") == ["無數的答案"]
    assert second.do("look") == ["無數的答案"], "on focus"
    second.do("mark", "反而忘了讀書")
    first.do("mark", "不是為了筆記")
    assert first.do("look") == ["無數的答案", "反而忘了讀書", "不是為了筆記"], "after its own save"
    second.do("look")
    second.do("delete", "無數的答案")
    assert first.do("look") == ["反而忘了讀書", "不是為了筆記"]
    assert (first.end(), second.end()) == (0, 0)
    again = start()
    again.shelf.open(thread)
    assert words(again) == ["反而忘了讀書", "不是為了筆記"]
    assert said(again) is None
