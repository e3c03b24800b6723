"""The history: one for all that a reader makes; what is changed out of sight is gone to, or said with a way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color
from desktop.script import Correction, Script, SourceScript
from desktop.session import NoticeKind
from desktop.session.notes.edges import Edge
from tests.session.executors import deliver
from tests.session.reader import highlight, only, said, span_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session

GAN, HOU = Correction("干", "幹", Script.TRADITIONAL), Correction("后", "後")


def offers(session: Session) -> tuple[str, ...]:
    return session.state.notice.offers if session.state.notice else ()


def details(session: Session) -> dict[str, object]:
    return dict(session.state.notice.details) if session.state.notice else {}


def noted(session: Session, on: str, note: str) -> str:
    """Mark the words `on` and write a note on them."""
    made = highlight(session, on)
    session.annotations.rewrite(made, note, ())
    return made


# -- one order for all ----------------------------------------------------------------------------------------


def test_a_correction_is_taken_back_before_the_note_that_was_written_earlier(session: Session) -> None:
    noted(session, "無數", "多少?")
    session.show_answer(2)
    assert session.correcting.change(None, GAN)
    session.history.undo()
    assert session.state.manner.corrections.items == ()
    assert only(session).note == "多少?"
    session.history.undo()
    assert only(session).note == ""
    session.history.redo()
    session.history.redo()
    assert (only(session).note, session.state.manner.corrections.items) == ("多少?", (GAN,))


def test_what_the_thread_is_written_in_is_a_step(session: Session) -> None:
    highlight(session, "無數")
    session.correct_source(SourceScript.SIMPLIFIED)
    session.correct_source(SourceScript.SIMPLIFIED)
    session.history.undo()
    assert (session.state.manner.source_script, session.state.manner.source_corrected) == (
        SourceScript.TRADITIONAL,
        False,
    )
    assert (said(session), offers(session)) == ("step-source-back", ("edit.redo",))
    assert words(session) == ["無數"]
    session.history.redo()
    assert (session.state.manner.source_script, session.state.manner.source_corrected) == (
        SourceScript.SIMPLIFIED,
        True,
    )
    assert (said(session), offers(session)) == ("step-source-forth", ("edit.undo",))


def test_that_a_similar_thread_is_another_is_a_step(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    highlight(session, "無數")
    copy = thread.with_name("copy.txt")
    copy.write_text(thread.read_text("utf-8") + "\n又及，補充一句話。\n", "utf-8")
    session.shelf.open(copy)
    similar = session.state.notes.similar
    session.similar.decline()
    session.history.undo()
    assert session.state.notes.similar is similar is not None
    assert (said(session), offers(session)) == ("step-similar-back", ("edit.redo",))
    session.close()
    again = start()
    again.shelf.open(copy)
    assert said(again) == "notes-likely"
    again.similar.decline()
    again.history.undo()
    again.history.redo()
    assert (again.state.notes.similar, said(again)) == (None, "step-similar-forth")
    again.close()
    third = start()
    third.shelf.open(copy)
    assert said(third) is None
    assert not third.state.undoable.back


def test_lights_and_preferences_are_no_steps(session: Session) -> None:
    session.lights.toggle("讀書")
    session.prefer(text_size=30)
    session.choose_variant(Script.SIMPLIFIED, "mainland")
    session.show_script(Script.SIMPLIFIED)
    session.mark_read(1)
    assert not session.state.undoable.back


def test_a_correction_made_after_a_step_back_leaves_nothing_to_redo(session: Session) -> None:
    highlight(session, "無數")
    session.history.undo()
    session.correcting.change(None, GAN)
    assert (session.state.undoable.back, session.state.undoable.forth) == (True, False)


def test_another_thread_has_no_steps_of_this_one_but_one_without_a_thread_can_be_corrected(
    start: Callable[[], Session], thread: Path
) -> None:
    session = start()
    session.correcting.change(None, GAN)
    session.correcting.change(None, HOU)
    session.history.undo()
    assert session.state.manner.corrections.items == (GAN,)
    session.shelf.open(thread)
    assert (session.state.undoable.back, session.state.undoable.forth) == (False, False)
    session.history.undo()
    assert session.state.manner.corrections.items == (GAN,)


def test_corrections_can_be_taken_back_where_notes_may_only_be_read(session: Session) -> None:
    highlight(session, "無數")
    session.correcting.change(None, GAN)
    session.replace(notes=replace(session.state.notes, read_only=True))
    session.history.undo()
    assert session.state.manner.corrections.items == ()
    session.history.undo()
    assert (words(session), said(session)) == (["無數"], "annotations-read-only")


def test_what_others_did_to_the_notes_leaves_the_steps_on_corrections(session: Session) -> None:
    made = highlight(session, "無數")
    session.correcting.change(None, GAN)
    session.step_log.forget_notes({made})
    session.history.undo()
    assert session.state.manner.corrections.items == ()
    assert not session.state.undoable.back


def test_notes_copied_from_a_similar_thread_are_one_step_among_others(session: Session, thread: Path) -> None:
    highlight(session, "無數")
    copy = thread.with_name("copy.txt")
    copy.write_text(thread.read_text("utf-8") + "\n又及，補充一句話。\n", "utf-8")
    session.shelf.open(copy)
    session.correcting.change(None, GAN)
    session.notes_file.adopt()
    assert words(session) == ["無數"]
    session.history.undo()
    assert (words(session), said(session)) == ([], "step-copied-back")
    session.history.undo()
    assert session.state.manner.corrections.items == ()
    session.history.redo()
    session.history.redo()
    assert words(session) == ["無數"]


def test_what_is_typed_after_a_correction_grows_no_step_from_before_it(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.rewrite(made, "甲", (), typing=True)
    session.correcting.change(None, GAN)
    session.annotations.rewrite(made, "甲乙", (), typing=True)
    session.history.undo()
    assert (only(session).note, session.state.manner.corrections.items) == ("甲", (GAN,))


# -- what is not in sight -------------------------------------------------------------------------------------


def test_a_step_on_another_author_goes_there_and_says_so(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.recolour(made, Color.ROUGE)
    session.show_answer(2)
    session.history.undo()
    assert (session.state.pane.answer, session.state.notes.active, only(session).color) == (0, made, Color.GAMBOGE)
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span == span_of(session, "無數")
    assert (said(session), details(session), offers(session)) == ("step-note-back", {"quote": "無數"}, ("edit.redo",))
    session.show_answer(1)
    session.history.redo()
    assert (session.state.pane.answer, only(session).color) == (0, Color.ROUGE)
    assert (said(session), offers(session)) == ("step-note-forth", ("edit.undo",))


def test_a_mark_that_is_taken_back_elsewhere_is_gone_to_where_it_was(session: Session) -> None:
    highlight(session, "無數")
    session.show_answer(2)
    session.history.undo()
    assert (session.state.pane.answer, session.state.notes.annotations) == (0, {})
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span == span_of(session, "無數")


def test_a_step_on_this_page_comes_into_sight_without_a_word_and_leaves_the_selection(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.recolour(made, Color.ROUGE)
    chosen = span_of(session, "打開")
    session.select(chosen)
    session.history.undo()
    assert (said(session), session.state.pane.selection) == (None, chosen)
    assert session.state.pane.goal is not None
    assert (session.state.pane.goal.span, session.state.pane.goal.pointed) == (span_of(session, "無數"), False)


def test_an_edge_is_gone_to_where_it_is_now(session: Session) -> None:
    made = span_of(session, "無數的答案")
    highlight(session, "無數的答案")
    session.annotations.edges.move(Edge.END, 1)
    session.history.undo()
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span.end == made.end
    assert len(session.state.pane.goal.span) == 1


def test_words_of_a_note_are_told_of_wherever_the_reader_is(session: Session) -> None:
    made = noted(session, "我們打開網路,看見無數的答案。裡面有些只是轉述。", "多少?")
    session.annotations.activate(None)
    session.history.undo()
    assert (said(session), offers(session)) == ("step-words-back", ("edit.redo",))
    assert details(session) == {"quote": "我們打開網路,看見無數的答案。裡…"}
    assert session.state.notes.active == made
    session.history.redo()
    assert (said(session), offers(session)) == ("step-words-forth", ("edit.undo",))


def test_tags_are_told_of_as_tags(session: Session) -> None:
    made = noted(session, "無數的答案", "多少?")
    session.annotations.rewrite(made, "多少?", ("問",))
    session.history.undo()
    assert (said(session), only(session).tags, only(session).note) == ("step-tags-back", (), "多少?")
    session.history.redo()
    assert (said(session), only(session).tags) == ("step-tags-forth", ("問",))


def test_what_was_typed_and_taken_back_while_typing_is_no_step(session: Session) -> None:
    made = noted(session, "無數的答案", "多少?")
    before = only(session)
    session.step_log.settle()
    for note in ("多少?X", "多少?XY", "多少?"):
        session.annotations.rewrite(made, note, (), typing=True)
    assert only(session) == before
    session.step_log.settle()
    session.history.undo()
    assert only(session).note == ""
    session.history.redo()
    session.annotations.rewrite(made, "多少?又", (), typing=True)
    session.annotations.rewrite(made, "多少?", (), typing=True)
    session.annotations.rewrite(made, "多少?再", (), typing=True)
    session.history.undo()
    assert only(session) == before


def test_corrections_are_told_of_by_their_words(session: Session) -> None:
    session.correcting.change(None, GAN)
    session.correcting.change(GAN, None)
    told: list[object] = []
    for go in (session.history.undo, session.history.undo, session.history.redo, session.history.redo):
        go()
        told.append((said(session), details(session), offers(session)))
    words = {"correction": "干 → 幹"}
    assert told == [
        ("step-deletion-back", words, ("edit.redo",)),
        ("step-correction-back", words, ("edit.redo",)),
        ("step-correction-forth", words, ("edit.undo",)),
        ("step-deletion-forth", words, ("edit.undo",)),
    ]
    session.history.undo(seen=True)
    assert said(session) is None


def test_a_changed_correction_is_told_of_as_it_was_changed(session: Session) -> None:
    session.correcting.change(None, GAN)
    session.correcting.change(GAN, Correction("干", "乾", Script.TRADITIONAL))
    session.history.undo()
    assert details(session) == {"correction": "干 → 乾"}
    assert session.state.manner.corrections.items == (GAN,)


# -- the button takes back what is said -----------------------------------------------------------------------


def test_news_of_a_step_goes_when_another_is_made(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.delete(made)
    assert (said(session), offers(session)) == ("annotation-deleted", ("edit.undo",))
    highlight(session, "打開")
    assert said(session) is None


def test_news_of_a_step_goes_when_it_is_taken_back_and_a_problem_stays(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.delete(made)
    session.history.undo()
    assert said(session) is None
    session.notify("keywords-failed", NoticeKind.PROBLEM)
    session.history.redo()
    assert said(session) == "keywords-failed"


def test_news_of_a_step_goes_when_others_have_changed_what_it_was_about(session: Session) -> None:
    made, other = highlight(session, "無數"), highlight(session, "打開")
    session.annotations.delete(other)
    session.step_log.forget_notes({made})
    assert said(session) == "annotation-deleted"
    session.step_log.forget_notes({other})
    assert said(session) is None


@pytest.mark.parametrize("typing", [True, False])
def test_news_of_a_step_goes_when_something_is_typed(session: Session, *, typing: bool) -> None:
    made, other = highlight(session, "無數"), highlight(session, "打開")
    session.annotations.delete(other)
    session.annotations.rewrite(made, "甲", (), typing=typing)
    assert said(session) is None
    deliver()
    session.history.undo()
    assert set(words(session)) == {"無數"}
