"""Several annotations at once: chosen together, each command one step, and said in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color
from tests.session.reader import highlight, said, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import Session

QUOTES = ("無數", "打開", "太多")


@pytest.fixture
def made(session: Session) -> list[str]:
    """Return three marks, of which none is active."""
    ids = [highlight(session, quote) for quote in QUOTES]
    session.annotations.activate(None)
    return ids


def test_what_is_chosen_is_what_commands_act_on_and_the_page_goes_to_the_lead(
    session: Session, made: list[str]
) -> None:
    session.annotations.chosen.choose([*made[:2], "urn:uuid:0"], made[1])
    assert (session.state.notes.active, session.state.notes.chosen) == (made[1], frozenset(made[:2]))
    assert [one.passages[0].anchor.exact for one in session.state.notes.targets] == ["無數", "打開"]
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span == session.state.notes.placements[made[1]][0].span


@pytest.mark.parametrize(("chosen", "active"), [([], None), ([1], 1)])
def test_one_alone_is_visited_and_none_is_none(
    session: Session, made: list[str], chosen: list[int], active: int | None
) -> None:
    session.annotations.chosen.choose(made)
    session.annotations.chosen.choose([made[number] for number in chosen])
    assert session.state.notes.active == (None if active is None else made[active])
    assert session.state.notes.chosen == frozenset()


def _visit_another(session: Session, made: list[str]) -> None:
    session.annotations.visit(made[2])


def _activate_the_lead(session: Session, made: list[str]) -> None:
    session.annotations.activate(made[1])


def _turn_the_page(session: Session, _made: list[str]) -> None:
    session.show_answer(1)


def _point_at_nothing(session: Session, _made: list[str]) -> None:
    session.clear_focus()


@pytest.mark.parametrize("leave", [_visit_another, _activate_the_lead, _turn_the_page, _point_at_nothing])
def test_another_mark_or_another_answer_ends_the_choice(
    session: Session, made: list[str], leave: Callable[[Session, list[str]], None]
) -> None:
    session.annotations.chosen.choose(made[:2], made[1])
    leave(session, made)
    session.annotations.activate(made[1])
    assert [one.id for one in session.state.notes.targets] == [made[1]]


def test_what_is_no_longer_listed_is_no_longer_chosen(session: Session, made: list[str]) -> None:
    session.annotations.chosen.choose(made, made[0])
    session.annotations.chosen.keep(made[1:])
    assert session.state.notes.chosen == frozenset(made[1:])
    assert session.state.notes.active in made[1:]
    session.annotations.chosen.keep(made[1:2])
    assert (session.state.notes.active, session.state.notes.chosen) == (made[1], frozenset())


def test_a_colour_is_given_to_all_as_one_step(session: Session, made: list[str]) -> None:
    session.annotations.chosen.choose(made)
    session.annotations.highlight(Color.ROUGE)
    assert {one.color for one in session.state.notes.annotations.values()} == {Color.ROUGE}
    assert said(session) == "notes-recoloured"
    assert session.state.notice is not None
    assert session.state.notice.details == {"count": "3"}
    session.history.undo()
    assert {one.color for one in session.state.notes.annotations.values()} == {Color.GAMBOGE}
    assert said(session) == "step-notes-back"


def test_tags_are_added_to_those_that_lack_them_and_taken_from_those_that_have_them(
    session: Session, made: list[str]
) -> None:
    session.annotations.rewrite(made[0], "", ("數",))
    session.annotations.chosen.choose(made)
    session.annotations.chosen.tag(["數", "疑問"])
    tags = {one.tags for one in session.state.notes.annotations.values()}
    assert tags == {("數", "疑問")}
    session.annotations.chosen.untag("數")
    assert {one.tags for one in session.state.notes.annotations.values()} == {("疑問",)}
    assert said(session) == "notes-untagged"
    session.history.undo()
    session.history.undo()
    assert [one.tags for one in session.state.notes.annotations.values()] == [("數",), (), ()]


def test_what_changes_nothing_is_no_step(session: Session, made: list[str]) -> None:
    session.annotations.chosen.choose(made)
    before = session.state.notes.annotations
    session.annotations.chosen.recolour(Color.GAMBOGE)
    session.annotations.chosen.untag("數")
    session.annotations.chosen.tag([])
    assert session.state.notes.annotations is before
    assert said(session) is None


def test_all_are_deleted_as_one_step_and_come_back_together(session: Session, made: list[str]) -> None:
    session.annotations.chosen.choose(made[:2])
    session.annotations.chosen.delete()
    assert words(session) == ["太多"]
    assert (session.state.notes.active, session.state.notes.chosen, said(session)) == (
        None,
        frozenset(),
        "notes-deleted",
    )
    session.history.undo()
    assert sorted(words(session)) == sorted(QUOTES)
    assert said(session) == "step-notes-back"


def test_one_is_deleted_as_ever(session: Session, made: list[str]) -> None:
    session.annotations.activate(made[0])
    session.annotations.chosen.delete()
    assert said(session) == "annotation-deleted"
    session.annotations.chosen.delete()
    assert len(session.state.notes.annotations) == 2


def test_recolouring_marks_that_there_are_leaves_the_colour_of_the_next_one(
    session: Session, made: list[str]
) -> None:
    before = session.state.preferences.color
    session.annotations.chosen.choose(made)
    session.annotations.highlight(Color.ROUGE)
    session.annotations.activate(made[0])
    session.annotations.highlight(Color.INDIGO)
    assert session.state.preferences.color == before
