"""A question about the notes on a similar thread that the reader has put off, or has answered with no."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from desktop.annotations import create
from desktop.session import NoticeKind
from desktop.session.files.memory import load_memory
from tests.session.executors import deliver
from tests.session.reader import highlight, said, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.paths import DataFolder
    from desktop.session import Session


@pytest.fixture
def noted(session: Session) -> Session:
    """Return the session after two passages of the thread were marked, and all is saved."""
    for quote in ("無數的答案", "反而忘了讀書"):
        highlight(session, quote)
    assert session.close() is None
    deliver()
    return session


@pytest.fixture
def copy(noted: Session, thread: Path) -> Path:
    """Return a thread much like the one with notes, beside it."""
    return edit(Path(shutil.copy(thread, thread.with_name("copy.txt"))), "讀書的時候", "讀書時")


def edit(path: Path, old: str, new: str) -> Path:
    """Change the text of a file as an editor would."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_a_question_that_is_closed_is_not_put_again_until_the_next_start_and_can_still_be_answered(
    start: Callable[[], Session], copy: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(copy)
    assert said(again) == "notes-likely"
    again.close_notice()
    for path in (thread, copy):
        again.shelf.open(path)
    assert said(again) is None
    assert again.state.notes.similar is not None
    later = start()
    later.shelf.open(copy)
    assert said(later) == "notes-likely"
    again.notes_file.adopt()
    assert words(again) == ["無數的答案", "反而忘了讀書"]


def test_closing_what_is_no_question_puts_none_off(start: Callable[[], Session], copy: Path, thread: Path) -> None:
    again = start()
    again.shelf.open(copy)
    again.notify("export-empty", NoticeKind.NEWS)
    again.close_notice()
    again.shelf.open(copy)
    assert said(again) == "notes-likely"


def test_a_refusal_holds_for_the_file_when_it_is_edited_and_can_be_thought_better_of(
    start: Callable[[], Session], copy: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(copy)
    again.similar.decline()
    again.close()
    edit(copy, "讀書時", "讀書那時")
    back = start()
    back.shelf.open(copy)
    assert (back.state.notes.annotations, said(back)) == ({}, None)
    back.notes_file.adopt()
    assert words(back) == ["無數的答案", "反而忘了讀書"]


def test_a_refusal_outlives_a_crash(start: Callable[[], Session], copy: Path, folder: DataFolder) -> None:
    again = start()
    again.shelf.open(copy)
    again.memory_file.write()
    again.similar.decline()
    for timer in again.findChildren(QTimer):
        if timer.isActive():
            timer.start(0)
    deliver()
    assert load_memory(folder.state).declined
    later = start()
    later.shelf.open(copy)
    assert (later.state.notes.annotations, said(later)) == ({}, None)


def test_what_was_found_in_a_changed_text_is_told_though_a_question_was_put_off(
    start: Callable[[], Session], copy: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(copy)
    again.close_notice()
    edit(thread, "讀書的時候", "我讀書的時候")
    again.shelf.open(thread)
    assert said(again) == "notes-found"


def test_of_a_note_that_is_here_too_in_other_words_both_versions_are_kept(
    start: Callable[[], Session], noted: Session, copy: Path, thread: Path
) -> None:
    note = next(iter(noted.state.notes.annotations.values()))
    again, there = start(), start()
    again.shelf.open(copy)
    again.edits.push((create(replace(note, note="這裏寫的")),))
    there.shelf.open(thread)
    there.annotations.rewrite(note.id, "那裏寫的", ())
    there.close()
    again.notes_file.adopt()
    notes = again.state.notes.annotations.values()
    assert sorted(one.note for one in notes) == ["", "這裏寫的", "那裏寫的"]
    assert {one.conflicts_with for one in notes} == {"", note.id}
    again.history.undo()
    assert [one.note for one in again.state.notes.annotations.values()] == ["這裏寫的"]


def test_notes_that_cannot_be_read_just_now_are_not_taken_to_be_on_another_thread(
    start: Callable[[], Session], copy: Path
) -> None:
    again = start()
    again.shelf.open(copy)
    highlight(again, "書上畫線")
    assert again.state.notes.similar is not None
    folder, name = again.data_folder, again.state.notes.similar.entry.name
    files = {path: path.read_bytes() for path in (folder / "annotations" / name, folder / "mirror" / name)}
    for path in files:
        path.write_bytes(b"{")
    (folder / "backups").rename(folder / "gone")
    again.notes_file.adopt()
    assert (words(again), said(again)) == (["書上畫線"], "annotations-unrecovered")
    for path, content in files.items():
        path.write_bytes(content)
    again.notes_file.adopt()
    assert words(again) == ["無數的答案", "反而忘了讀書", "書上畫線"]
