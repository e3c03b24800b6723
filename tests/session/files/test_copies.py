"""Copies of the file of notes that come to lie beside it while the thread is open: noticed, taken in, told of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.session.executors import deliver
from tests.session.reader import highlight, said, words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


def noted(session: Session) -> Path:
    """Mark a passage, and return the file of notes."""
    highlight(session, "無數的答案")
    deliver()
    path = session.notes_file.path
    assert path is not None
    return path


def put_copy(path: Path, note: str) -> Path:
    """Put a copy of the file at `path` beside it, in which a hand has written `note`."""
    raw = json.loads(path.read_bytes())
    raw["items"][0]["body"] = [{"type": "TextualBody", "purpose": "commenting", "value": note}]
    copy = path.with_name(f"{path.stem} (conflicted copy).json")
    copy.write_text(json.dumps(raw, ensure_ascii=False), "utf-8")
    return copy


def test_a_copy_in_the_data_folder_is_noticed_by_itself(qtbot: QtBot, session: Session) -> None:
    session.begin()
    path = noted(session)
    copy = put_copy(path, "手寫")
    qtbot.waitUntil(lambda: "手寫" in {one.note for one in session.state.notes.annotations.values()}, timeout=5_000)
    assert said(session) is not None
    qtbot.waitUntil(lambda: not copy.exists())


def test_a_copy_is_noticed_when_the_app_looks(session: Session) -> None:
    path = noted(session)
    session.notes_file.look()  # which sees the file as it is now
    deliver()
    put_copy(path, "手寫")
    session.notes_file.look()
    deliver()
    assert "手寫" in {one.note for one in session.state.notes.annotations.values()}


def test_a_file_that_only_bears_such_a_name_is_let_be_and_looked_at_once(session: Session) -> None:
    path = noted(session)
    stranger = path.with_name(f"{path.stem} (1).json")
    stranger.write_text("[]", "utf-8")
    before = path.read_bytes()
    for _ in range(2):
        session.notes_file.look()
        deliver()
    assert (words(session), said(session), path.read_bytes()) == (["無數的答案"], None, before)
    assert stranger.read_text("utf-8") == "[]"
