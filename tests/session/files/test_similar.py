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
from desktop.session.files.loaded_notes import is_noted
from desktop.session.files.memory import load_memory
from tests.session.executors import deliver
from tests.session.reader import highlight, said, words
from tests.session.test_naming import authors, kept, line

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


def test_what_was_written_in_the_original_of_a_copied_note_is_asked_about_when_both_threads_have_one_text(
    start: Callable[[], Session], noted: Session, copy: Path, thread: Path
) -> None:
    note = next(iter(noted.state.notes.annotations))
    there, here = start(), start()
    there.shelf.open(copy)
    there.notes_file.adopt()
    there.close()
    here.shelf.open(thread)
    here.annotations.rewrite(note, "後來才想到的", ())
    here.close()
    shutil.copy(copy, thread)
    again = start()
    again.shelf.open(thread)
    assert said(again) == "notes-also"
    again.notes_file.adopt()
    assert "後來才想到的" in {one.note for one in again.state.notes.annotations.values()}
    again.close()
    settled = start()
    settled.shelf.open(thread)
    assert settled.state.notes.similar is None


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


# -- names set by hand ------------------------------------------------------------------------------------------


@pytest.fixture
def named(session: Session) -> Session:
    """Return the session after one line of the thread was said to be no name, and all is saved."""
    session.naming.toggle(line(session, "陳默"))
    assert session.close() is None
    deliver()
    return session


def test_a_file_with_names_alone_is_asked_about_and_they_are_taken_over_as_a_step(
    start: Callable[[], Session], named: Session, thread: Path
) -> None:
    copy = edit(Path(shutil.copy(thread, thread.with_name("copy.txt"))), "讀書的時候", "讀書時")
    again = start()
    again.shelf.open(copy)
    assert (said(again), authors(again)) == ("names-likely", ["林語", "陳默", "王一"])
    again.notes_file.adopt()
    assert (said(again), authors(again)) == ("names-copied", ["林語", "王一"])
    again.history.undo()
    assert (said(again), authors(again)) == ("step-line-back", ["林語", "陳默", "王一"])
    assert again.state.notes.similar is not None
    again.history.redo()
    assert authors(again) == ["林語", "王一"]
    again.history.undo()
    again.notes_file.adopt()
    assert authors(again) == ["林語", "王一"]


def test_names_and_notes_are_taken_over_as_one_step(
    start: Callable[[], Session], named: Session, noted: Session, copy: Path
) -> None:
    again = start()
    again.shelf.open(copy)
    again.naming.toggle(line(again, "王一"))
    again.notes_file.adopt()
    assert (len(words(again)), authors(again)) == (2, ["林語"])
    again.history.undo()
    assert (words(again), authors(again)) == ([], ["林語", "陳默"])
    again.history.redo()
    assert (len(words(again)), authors(again)) == (2, ["林語"])
    again.history.undo()
    again.history.undo()
    assert (words(again), authors(again)) == ([], ["林語", "陳默", "王一"])


def test_what_was_said_here_of_a_line_holds_again_when_names_are_taken_back(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    copy = edit(Path(shutil.copy(thread, thread.with_name("copy.txt"))), "筆記太多", "筆記太少")
    first = start()
    first.shelf.open(copy)
    first.naming.toggle(line(first, "陳默"))
    first.naming.toggle(line(first, "陳默"))
    first.close()
    session.naming.toggle(line(session, "陳默"))
    assert session.close() is None
    deliver()
    again = start()
    again.shelf.open(copy)
    again.notes_file.adopt()
    assert authors(again) == ["林語", "王一"]
    again.history.undo()
    assert authors(again) == ["林語", "陳默", "王一"]
    deliver()
    assert again.state.document is not None
    assert all(one.is_name is not False for one in again.state.document.naming)


def test_the_original_of_a_copy_with_names_alone_is_asked_about(start: Callable[[], Session], thread: Path) -> None:
    reader = start()
    copy = Path(shutil.copy(thread, thread.with_name("copy.txt")))
    reader.shelf.open(copy)
    reader.naming.toggle(line(reader, "陳默"))
    reader.close()
    deliver()
    edit(copy, "讀書的時候", "讀書時")
    reader.shelf.reload()
    copy = copy.rename(copy.with_name("改名.txt"))
    reader.shelf.open(copy)
    reader.close()
    again = start()
    again.shelf.open(thread)
    deliver()
    assert (said(again), authors(again)) == ("names-likely", ["林語", "陳默", "王一"])


def test_names_that_were_taken_back_are_nothing_to_be_asked_about(
    start: Callable[[], Session], named: Session, thread: Path
) -> None:
    reader = start()
    reader.shelf.open(thread)
    reader.naming.leave_to_layout()
    assert not is_noted(reader.state)
    reader.close()
    deliver()
    assert reader.notes_file.path is not None
    assert kept(reader.notes_file.path) == [None]
    copy = edit(Path(shutil.copy(thread, thread.with_name("copy.txt"))), "讀書的時候", "讀書時")
    again = start()
    again.shelf.open(copy)
    assert (said(again), again.state.notes.similar) == (None, None)
