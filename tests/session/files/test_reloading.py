"""Reloading: the file changed while it was open, and the reader goes on at the same words with all that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import AnnotationStore
from desktop.session import NoticeKind
from tests.session.executors import deliver
from tests.session.reader import highlight, said, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


def add_an_answer(path: Path) -> None:
    """Have another program put an answer before all others."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("林語\n", "趙二\n\n\n我先說一句,筆記很重要。\n\n林語\n"), "utf-8")


def test_a_change_is_offered_to_be_taken_in(qtbot: QtBot, session: Session, thread: Path) -> None:
    session.begin()
    before = text_of(session)
    add_an_answer(thread)
    qtbot.waitUntil(lambda: said(session) == "file-changed", timeout=5_000)
    notice = session.state.notice
    assert notice is not None
    assert (notice.kind, notice.offers) == (NoticeKind.QUESTION, ("file.reload",))
    assert text_of(session) == before


def test_a_change_is_noticed_before_a_note_is_saved(session: Session, thread: Path) -> None:
    session.begin()
    add_an_answer(thread)
    made = highlight(session, "無數的答案")
    deliver()
    assert said(session) == "file-changed"
    assert session.state.notes.annotations[made].passages[0].anchor.exact == "無數的答案"


def test_the_reader_goes_on_at_the_same_words(session: Session, thread: Path) -> None:
    session.show_answer(1)
    session.scrolled(span_of(session, "所以我只在").start)
    session.mark_read(0)
    session.lights.toggle("筆記")
    session.searching.look_for("讀書", staying=True)
    query = session.state.search
    made = highlight(session, "書上畫線")
    add_an_answer(thread)
    assert session.shelf.reload()
    state = session.state
    assert (state.pane.answer, state.read, state.notes.active) == (2, {1}, made)
    assert text_of(session)[state.pane.positions[2] :].startswith("所以我只在")
    assert words(session) == ["書上畫線"]
    assert [light.term for light in state.lights.terms] == ["筆記"]
    assert 0 in state.lights.places
    assert query is not None
    assert state.search is not None
    assert len(state.search.hits) == len(query.hits)
    assert {span.of(text_of(session)) for span in state.search.hits} == {"讀書"}
    assert said(session) == "notes-found"


def test_what_was_being_typed_is_kept_and_the_editor_stays_open(session: Session, thread: Path) -> None:
    made = highlight(session, "書上畫線")
    session.annotations.edit(made)
    session.store.committing.connect(lambda: session.annotations.rewrite(made, "還沒寫完", ()))
    add_an_answer(thread)
    session.shelf.reload()
    assert session.state.notes.editing == made
    assert session.state.notes.annotations[made].note == "還沒寫完"


def test_notes_made_on_either_version_are_all_there_at_the_next_start(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    highlight(session, "無數的答案")
    add_an_answer(thread)
    session.shelf.reload()
    highlight(session, "筆記很重要")
    session.close()
    again = start()
    again.shelf.open(thread)
    assert words(again) == ["筆記很重要", "無數的答案"]
    assert said(again) is None


def test_a_reload_without_a_change_says_nothing_and_changes_nothing(session: Session) -> None:
    highlight(session, "無數的答案")
    before = session.state
    assert session.shelf.reload()
    assert session.state.document is before.document
    assert session.state.notes.annotations is before.notes.annotations
    assert said(session) is None


def test_a_file_that_is_gone_stays_open_and_is_told_of_when_it_is_asked_for(session: Session, thread: Path) -> None:
    made = highlight(session, "無數的答案")
    thread.unlink()
    deliver()
    assert said(session) is None
    assert not session.shelf.reload()
    assert said(session) == "document-missing"
    assert list(session.state.notes.annotations) == [made]
    highlight(session, "書上畫線")
    assert session.close() is None


def test_a_file_that_has_become_another_thread_is_opened_as_one(session: Session, thread: Path, other: Path) -> None:
    highlight(session, "無數的答案")
    thread.write_bytes(other.read_bytes())
    session.shelf.reload()
    assert (session.state.pane.answer, session.state.notes.annotations) == (0, {})
    assert not session.state.undoable.back


def test_steps_can_be_taken_back_across_a_reload_where_the_notes_are_as_they_were(
    session: Session, thread: Path
) -> None:
    made = highlight(session, "無數的答案")
    add_an_answer(thread)
    session.shelf.reload()
    session.annotations.delete(made)
    session.history.undo()
    assert words(session) == ["無數的答案"]
    session.history.undo()
    assert session.state.notes.annotations == {}
    session.history.redo()
    assert words(session) == ["無數的答案"]


def test_no_step_leads_back_to_notes_that_another_writer_has_changed(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    made = highlight(session, "無數的答案")
    another = start()
    another.shelf.open(thread)
    another.annotations.rewrite(made, "另一個視窗", ())
    another.close()
    add_an_answer(thread)
    session.shelf.reload()
    assert session.state.notes.annotations[made].note == "另一個視窗"
    assert not session.state.undoable.back


def test_a_reload_before_there_are_notes_shows_those_that_another_window_made(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    another = start()
    another.shelf.open(thread)
    made = highlight(another, "無數的答案")
    another.close()
    add_an_answer(thread)
    session.shelf.reload()
    assert list(session.state.notes.annotations) == [made]
    own = highlight(session, "書上畫線")
    session.close()
    again = start()
    again.shelf.open(thread)
    assert set(again.state.notes.annotations) == {made, own}


def test_where_the_disk_does_not_tell_of_a_file_of_notes_the_thread_is_reloaded_all_the_same(
    session: Session, thread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = session.notes_file.path

    def refuse(_store: AnnotationStore) -> bool:
        raise PermissionError(13, "Permission denied")

    add_an_answer(thread)
    monkeypatch.setattr(AnnotationStore, "has_files", property(refuse))
    assert session.shelf.reload()
    assert text_of(session) == thread.read_text("utf-8")
    assert session.notes_file.path == held
