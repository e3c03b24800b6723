"""The session's place: where the reader is, what is selected, and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session import Goal
from desktop.text import Span
from tests.session.reader import Listener, span_of

if TYPE_CHECKING:
    from desktop.session import Session


def test_the_reader_is_at_the_answer_its_first_line_the_goal_or_the_selection_whichever_came_last(
    session: Session,
) -> None:
    assert session.state.current is not None
    start = session.state.current.span.start
    assert session.navigation.here == Span(start, start)
    session.scrolled(start + 7)
    assert session.navigation.here == Span(start + 7, start + 7)
    goal = span_of(session, "無數")
    session.go_to(goal)
    assert session.navigation.here == goal
    chosen = span_of(session, "時候")
    session.select(chosen)
    assert (session.navigation.here, session.navigation.here.start) == (chosen, chosen.start)
    session.select(None)
    assert session.navigation.here == Span(start + 7, start + 7), "who selects has left the last goal"


def test_going_somewhere_shows_its_answer_and_drops_the_selection(session: Session) -> None:
    session.select(span_of(session, "時候"))
    goal = span_of(session, "為了筆記")
    session.go_to(goal)
    assert (session.state.pane.answer, session.state.pane.selection) == (2, None)
    first = session.state.pane.goal
    assert first is not None
    assert first.span == goal
    session.go_to(goal)
    assert session.state.pane.goal is not first, "asking twice goes twice"


def test_a_place_in_no_answer_is_not_gone_to(session: Session) -> None:
    before = session.state
    session.go_to(span_of(session, "為什麼"))
    assert session.state is before


def test_an_empty_selection_is_none(session: Session) -> None:
    session.select(Span(3, 3))
    assert session.state.pane.selection is None


def test_selecting_the_same_words_again_is_no_news(session: Session) -> None:
    session.select(Span(30, 33))
    listener = Listener(session)
    session.select(Span(30, 33))
    assert listener.heard == []


def test_another_answer_is_shown_where_it_was_left(session: Session) -> None:
    session.scrolled(40)
    session.show_answer(1)
    session.scrolled(88)
    session.show_answer(0)
    assert session.navigation.here == Span(40, 40)
    assert session.state.pane.positions == {0: 40, 1: 88}


def test_another_answer_leaves_selection_goal_and_active_note_behind(session: Session) -> None:
    session.select(span_of(session, "時候"))
    session.annotations.highlight()
    session.go_to(span_of(session, "無數"))
    session.select(span_of(session, "打開"))
    session.show_answer(1)
    state = session.state
    assert (state.pane.selection, state.pane.goal, state.notes.active) == (None, None, None)


def test_walking_stops_at_either_end(session: Session) -> None:
    walked: list[int] = []
    for by in (-1, 1, 1, 1, -5):
        session.step(by)
        walked.append(session.state.pane.answer)
    assert walked == [0, 1, 2, 2, 0]


def test_scrolling_by_hand_leaves_the_goal_behind_and_arriving_does_not(session: Session) -> None:
    session.go_to(span_of(session, "無數"))
    goal = session.state.pane.goal
    assert isinstance(goal, Goal)
    session.scrolled(50, by_reader=False)
    assert session.state.pane.goal is goal
    session.scrolled(50)
    assert session.state.pane.goal is None
    listener = Listener(session)
    session.scrolled(50)
    assert listener.heard == []


def test_clearing_the_focus_points_at_nothing_any_more(session: Session) -> None:
    session.select(span_of(session, "無數"))
    session.annotations.highlight()
    session.go_to(span_of(session, "時候"))
    session.clear_focus()
    assert (session.state.pane.goal, session.state.notes.active) == (None, None)
    listener = Listener(session)
    session.clear_focus()
    assert listener.heard == []


def test_an_answer_read_to_its_end_is_marked_once(session: Session) -> None:
    session.mark_read(1)
    listener = Listener(session)
    session.mark_read(1)
    assert session.state.read == {1}
    assert listener.heard == []
