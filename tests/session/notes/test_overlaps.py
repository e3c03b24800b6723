"""Marks that lie on each other are all reached, by clicking again and by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import create, new_annotation
from desktop.annotations.values import Color
from desktop.session.notes.overlaps import overlapping
from tests.session.reader import highlight, span_of, text_of

if TYPE_CHECKING:
    from desktop.session import Session


def again(session: Session, words: str) -> str:
    """Mark `words` once more, as another writer may, and return the new annotation's id."""
    document = session.state.document
    assert document is not None
    made = new_annotation(
        document.text,
        document.sha256,
        span_of(session, words),
        Color.ROUGE,
        made_in="original",
        author="",
        answer=0,
        now=next(iter(session.state.notes.annotations.values())).created.replace(year=2100),
    )
    session.edits.push((create(made),))
    return made.id


def clicked(session: Session, offset: int, times: int) -> list[str | None]:
    """Click so often at `offset`, and return which mark was active each time."""
    found: list[str | None] = []
    for _ in range(times):
        session.annotations.overlaps.click(offset)
        found.append(session.state.notes.active)
    return found


def test_clicking_again_goes_from_the_innermost_out_and_round(session: Session) -> None:
    long, middle, short = (highlight(session, words) for words in ("看見無數的答案", "無數的答案", "無數"))
    session.annotations.activate(None)
    here = span_of(session, "無數").start
    assert clicked(session, here, 5) == [short, middle, long, short, middle]


def test_marks_on_the_very_same_words_are_all_reached_the_newest_first(session: Session) -> None:
    first = highlight(session, "無數")
    second = again(session, "無數")
    session.annotations.activate(None)
    assert clicked(session, span_of(session, "無數").start, 3) == [second, first, second]


def test_a_click_where_other_marks_lie_begins_with_the_innermost(session: Session) -> None:
    long, middle, short = (highlight(session, words) for words in ("看見無數的答案", "無數的答案", "無數"))
    session.annotations.activate(None)
    assert clicked(session, span_of(session, "答案").start, 1) == [middle]
    assert clicked(session, span_of(session, "無數").start, 1) == [short]
    assert clicked(session, span_of(session, "看見").start, 2) == [long, long]
    session.annotations.overlaps.click(None)
    assert session.state.notes.active is None


def test_a_double_click_means_what_was_active_before_its_first_click(session: Session) -> None:
    long, short = highlight(session, "看見無數的答案"), highlight(session, "無數")
    here = span_of(session, "無數").start
    session.annotations.activate(None)
    clicked(session, here, 2)
    assert session.state.notes.active == long
    session.annotations.overlaps.click(here)
    assert session.annotations.overlaps.double_click(here) == long
    assert session.state.notes.active == long
    session.annotations.activate(None)
    session.annotations.overlaps.click(here)
    assert session.annotations.overlaps.double_click(here) == short
    assert session.annotations.overlaps.double_click(span_of(session, "打開").start) is None


def test_pointing_keeps_the_active_mark_where_it_lies_there(session: Session) -> None:
    long, short = highlight(session, "看見無數的答案"), highlight(session, "無數")
    here = span_of(session, "無數").start
    session.annotations.activate(long)
    session.annotations.overlaps.point(here)
    assert session.state.notes.active == long
    session.annotations.activate(None)
    session.annotations.overlaps.point(here)
    assert session.state.notes.active == short


def test_the_key_reaches_every_mark_that_is_held_together_by_a_longer_one(session: Session) -> None:
    long, one, other = (highlight(session, words) for words in ("看見無數的答案", "看見", "無數的"))
    alone = highlight(session, "打開")
    session.annotations.activate(long)
    seen: list[str | None] = []
    for _ in range(4):
        session.annotations.overlaps.step()
        seen.append(session.state.notes.active)
    assert seen == [one, other, long, one]
    session.annotations.activate(alone)
    assert overlapping(session.state) == ()
    session.annotations.overlaps.step()
    assert session.state.notes.active == alone
    assert "看見無數" in text_of(session)


def test_a_click_elsewhere_leaves_the_last_place_gone_to(session: Session) -> None:
    goal = span_of(session, "無數")
    session.go_to(goal)
    session.annotations.overlaps.click(goal.start)
    assert session.state.pane.goal is not None
    session.annotations.overlaps.click(span_of(session, "答案").start)
    assert session.state.pane.goal is None


def test_another_active_mark_or_a_selection_leaves_the_last_place_gone_to(session: Session) -> None:
    first, second = highlight(session, "無數"), highlight(session, "答案")
    session.annotations.visit(first)
    assert session.state.pane.goal is not None
    session.annotations.activate(second)
    assert session.state.pane.goal is None
    session.annotations.visit(first)
    session.select(span_of(session, "打開"))
    assert session.state.pane.goal is None
