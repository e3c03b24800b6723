"""Steps of several changes: made, taken back and refused together; and a session with steps can be let go."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Change, create, delete
from tests.session.reader import highlight, only

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session


def test_several_changes_made_together_are_one_step(session: Session) -> None:
    first, second = highlight(session, "無數"), highlight(session, "打開")
    before = dict(session.state.notes.annotations)
    assert session.edits.push(tuple(delete(annotation) for annotation in before.values()))
    assert session.state.notes.annotations == {}
    session.history.undo()
    assert session.state.notes.annotations == before
    assert before.keys() == {first, second}
    session.history.redo()
    assert session.state.notes.annotations == {}


def test_the_changes_of_one_step_are_taken_back_last_one_first(session: Session) -> None:
    highlight(session, "無數")
    made = only(session)
    noted = replace(made, note="甲")
    session.edits.push(
        (Change(made, noted), Change(noted, replace(noted, note="乙")), delete(replace(noted, note="乙")))
    )
    assert session.state.notes.annotations == {}
    session.history.undo()
    assert only(session) == made


def test_a_mark_that_a_step_deletes_and_makes_again_stays_active(session: Session) -> None:
    made = highlight(session, "無數")
    session.edits.push((delete(only(session)), create(only(session))))
    assert session.state.notes.active == made


def test_a_change_of_what_is_not_so_is_refused_and_leaves_no_step(session: Session) -> None:
    highlight(session, "無數")
    made = only(session)
    session.history.undo()
    with pytest.raises(ValueError, match="not what the change expects"):
        session.edits.push((Change(made, None),))
    assert (session.state.undoable.back, session.state.undoable.forth) == (False, True)
    session.history.redo()
    assert only(session) == made


LET_GO = """
import gc, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from desktop.paths import DataFolder
from desktop.session import Session
from desktop.text import Span
from tests.session.executors import HeldExecutor, InlineExecutor

app = QGuiApplication([])
for _ in range(6):
    session = Session(DataFolder(Path(sys.argv[2])), None, HeldExecutor(), InlineExecutor())
    session.shelf.open(Path(sys.argv[1]))
    for start in (30, 31, 32):
        session.select(Span(start, start + 2))
        session.annotations.highlight()
    session.stop()
    del session
    gc.collect()
"""


def test_a_session_with_steps_can_be_let_go(session: Session, thread: Path) -> None:
    folder = session.data_folder
    command = [sys.executable, "-c", LET_GO, str(thread), str(folder)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
