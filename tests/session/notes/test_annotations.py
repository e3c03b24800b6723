"""Marks: what a reader does to annotations, each act one step that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color
from desktop.script import Script
from tests.session.executors import deliver
from tests.session.reader import highlight, only, said, span_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session

# -- making ---------------------------------------------------------------------------------------------------


def test_the_selected_words_are_marked_and_become_the_active_mark(session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    session.select(span_of(session, "反而忘了"))
    session.annotations.highlight(Color.INDIGO)
    made = only(session)
    [passage] = made.passages
    assert (passage.anchor.exact, made.color, made.note, made.tags) == ("反而忘了", Color.INDIGO, "", ())
    assert (passage.author, passage.answer, passage.made_in) == ("陳默", 1, "simplified")
    assert made.created == made.modified
    assert (session.state.notes.active, session.state.pane.selection) == (made.id, None)
    assert words(session) == ["反而忘了"]


def test_without_a_color_the_one_used_last_is_taken(session: Session) -> None:
    assert highlight(session, "無數")
    session.select(span_of(session, "打開"))
    session.annotations.highlight(Color.ROUGE)
    third = highlight(session, "太多")
    colors = [annotation.color for annotation in session.state.notes.annotations.values()]
    assert colors == [Color.GAMBOGE, Color.ROUGE, Color.ROUGE]
    assert session.state.notes.annotations[third].color.value == session.state.preferences.color


@pytest.mark.parametrize(("before", "after"), [("\n\n　　", ""), ("", "\n"), ("\n\n　　", "\n")])
def test_white_space_at_the_ends_is_not_marked(session: Session, before: str, after: str) -> None:
    session.select(span_of(session, f"{before}我們打開網路,看見無數的答案。裡面有些只是轉述。{after}"))
    session.annotations.highlight()
    assert words(session) == ["我們打開網路,看見無數的答案。裡面有些只是轉述。"]


def test_white_space_alone_is_not_marked(session: Session) -> None:
    session.select(span_of(session, "\n\n　　"))
    session.annotations.highlight()
    session.annotations.note()
    assert session.state.notes.annotations == {}
    assert session.state.undoable.back is False


def test_a_mark_may_run_over_paragraphs(session: Session) -> None:
    session.select(span_of(session, "讀書。\n\n所以"))
    session.annotations.highlight()
    assert words(session) == ["讀書。\n\n所以"]


def test_the_same_words_selected_again_are_recoloured_and_not_marked_twice(session: Session) -> None:
    made = highlight(session, "無數")
    session.select(span_of(session, "無數"))
    session.annotations.highlight(Color.MALACHITE)
    assert (only(session).id, only(session).color) == (made, Color.MALACHITE)
    session.history.undo()
    assert only(session).color is Color.GAMBOGE


def test_words_that_overlap_a_mark_are_marked_too(session: Session) -> None:
    highlight(session, "無數的答案")
    highlight(session, "答案。裡面")
    assert words(session) == ["無數的答案", "答案。裡面"]


def test_without_a_selection_the_active_mark_is_recoloured(session: Session) -> None:
    highlight(session, "無數")
    session.annotations.highlight(Color.ROUGE)
    assert only(session).color is Color.ROUGE
    session.annotations.activate(None)
    session.annotations.highlight(Color.INDIGO)
    assert only(session).color is Color.ROUGE
    assert session.state.preferences.color == "indigo"


# -- notes ----------------------------------------------------------------------------------------------------


def test_a_note_on_the_selection_marks_it_first_and_opens(session: Session) -> None:
    session.prefer(notes_shown=False)
    session.select(span_of(session, "無數"))
    session.annotations.note()
    made = only(session)
    assert (session.state.notes.editing, session.state.notes.active, session.state.pane.selection) == (
        made.id,
        made.id,
        None,
    )
    assert session.state.preferences.notes_shown


def test_a_note_on_words_that_are_marked_opens_that_mark(session: Session) -> None:
    made = highlight(session, "無數")
    highlight(session, "打開")
    session.select(span_of(session, "無數"))
    session.annotations.note()
    assert (session.state.notes.editing, len(session.state.notes.annotations)) == (made, 2)


def test_a_note_without_a_selection_is_that_of_the_active_mark(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.note()
    assert session.state.notes.editing == made
    session.annotations.edit(None)
    assert session.state.notes.editing is None
    session.annotations.activate(None)
    session.annotations.note()
    assert session.state.notes.editing is None


def test_what_is_not_there_cannot_be_edited(session: Session) -> None:
    session.annotations.edit("urn:uuid:0")
    session.annotations.rewrite("urn:uuid:0", "x", ())
    session.annotations.recolour("urn:uuid:0", Color.ROUGE)
    session.annotations.delete("urn:uuid:0")
    session.annotations.activate("urn:uuid:0")
    session.annotations.visit("urn:uuid:0")
    assert (session.state.notes.editing, session.state.notes.active, session.state.undoable.back) == (
        None,
        None,
        False,
    )


def test_note_and_tags_are_written_as_one_step(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.rewrite(made, "多少?", [" 疑問 ", "", "疑問", "數"])
    assert (only(session).note, only(session).tags) == ("多少?", ("疑問", "數"))
    assert only(session).modified > only(session).created
    session.history.undo()
    assert (only(session).note, only(session).tags) == ("", ())


def test_writing_what_was_there_is_no_step(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.rewrite(made, "多少?", ["疑問"])
    before = only(session)
    session.annotations.rewrite(made, "多少?", [" 疑問"])
    session.annotations.recolour(made, before.color)
    assert only(session) is before
    session.history.undo()
    assert only(session).note == ""
    session.history.undo()
    assert session.state.notes.annotations == {}
    assert session.state.undoable.back is False


# -- deleting and undoing -------------------------------------------------------------------------------------


def test_a_deleted_mark_is_neither_active_nor_edited_and_undo_brings_it_back(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.rewrite(made, "多少?", ["疑問"])
    session.annotations.note()
    before = only(session)
    session.annotations.delete(made)
    state = session.state
    assert (state.notes.annotations, state.notes.placements, state.notes.active, state.notes.editing) == (
        {},
        {},
        None,
        None,
    )
    assert said(session) == "annotation-deleted"
    session.history.undo()
    assert only(session) == before
    assert words(session) == ["無數"]


def test_undo_and_redo_go_back_and_forth(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.recolour(made, Color.ROUGE)
    states = [(session.state.undoable.back, session.state.undoable.forth)]
    for move in (
        session.history.undo,
        session.history.undo,
        session.history.undo,
        session.history.redo,
        session.history.redo,
    ):
        move()
        states.append((session.state.undoable.back, session.state.undoable.forth))
    assert states == [(True, False), (True, True), (False, True), (False, True), (True, True), (True, False)]
    assert only(session).color is Color.ROUGE


def test_no_step_is_taken_back_in_notes_that_may_only_be_read_by_now(session: Session) -> None:
    highlight(session, "無數")
    before = session.state.notes.annotations
    session.replace(notes=replace(session.state.notes, read_only=True))
    session.history.undo()
    assert (session.state.notes.annotations, said(session)) == (before, "annotations-read-only")
    session.replace(notes=replace(session.state.notes, read_only=False))
    session.history.undo()
    assert not session.state.notes.annotations


def test_a_new_step_leaves_nothing_to_redo(session: Session) -> None:
    highlight(session, "無數")
    session.history.undo()
    highlight(session, "打開")
    assert session.state.undoable.forth is False
    session.history.redo()
    assert words(session) == ["打開"]


def test_what_is_being_typed_is_a_step_before_a_step_is_taken_back(session: Session) -> None:
    made = highlight(session, "無數")

    def type_on() -> None:
        session.annotations.rewrite(made, "typed", ())

    session.store.committing.connect(type_on)
    session.history.undo()
    session.store.committing.disconnect(type_on)
    assert (only(session).note, session.state.undoable.forth) == ("", True)
    session.history.redo()
    assert only(session).note == "typed"


def test_three_hundred_steps_can_all_be_taken_back_and_made_again(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    made = highlight(session, "無數")
    for number in range(299):
        session.annotations.rewrite(made, f"note {number}", ())
    last = session.state.notes.annotations
    notes: list[str] = []
    while session.state.undoable.back:
        notes.append(only(session).note)
        session.history.undo()
    assert notes == [*(f"note {number}" for number in range(298, -1, -1)), ""]
    assert session.state.notes.annotations == {}
    steps = 0
    while session.state.undoable.forth:
        session.history.redo()
        steps += 1
    assert (steps, session.state.notes.annotations) == (300, last)
    deliver()
    again = start()
    again.shelf.open(thread)
    assert again.state.notes.annotations == last


def test_another_thread_has_no_steps_to_take_back(session: Session, other: Path, thread: Path) -> None:
    highlight(session, "無數")
    session.shelf.open(other)
    assert session.state.undoable.back is False
    session.history.undo()
    session.shelf.open(thread)
    assert words(session) == ["無數"]
    assert session.state.undoable.back is False
