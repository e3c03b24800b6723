"""Lights and search: words are found in whichever script they are asked for, and stepping goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import fold
from desktop.session import LIGHT_SLOTS, Light, NoticeKind
from desktop.text import Span
from tests.session.reader import Listener, span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.session import Session

TERMS = ("讀書", "筆記", "打開", "網路", "答案", "無數", "裡面", "先生", "說話", "太多", "忘了")
BY_TERM = (*TERMS, "读书", "笔记", "打开")


def slots(session: Session) -> dict[str, int]:
    """Return the lit terms and their slots."""
    return {light.term: light.slot for light in session.state.lights}


def lit_words(session: Session) -> dict[int, list[tuple[str, int]]]:
    """Return what is lit, by answer, with the slot of each."""
    document = session.state.document
    assert document is not None
    lit = session.state.lit
    return {answer: [(place.span.of(document.text), place.slot) for place in lit[answer]] for answer in lit}


# -- lights ---------------------------------------------------------------------------------------------------


def test_a_lit_term_is_lit_wherever_it_stands_in_an_answer(session: Session) -> None:
    session.lights.toggle("讀書")
    session.lights.toggle("說")
    assert session.state.lights == (Light("讀書", 0), Light("說", 1))
    assert lit_words(session) == {
        0: [("讀書", 0), ("說", 1)],
        1: [("讀書", 0), ("說", 1)],
        2: [("讀書", 0), ("讀書", 0)],
    }, "the title has the term too, and is no answer"


@pytest.mark.parametrize(("first", "second"), [("讀書", "读书"), ("读书", "讀書"), (" 讀書\u3000", "讀書")])
def test_a_term_is_the_same_light_in_either_script(session: Session, first: str, second: str) -> None:
    session.lights.toggle(first)
    assert len(session.state.lit) == 3
    session.lights.light(second)
    assert slots(session) == {first.strip(): 0}
    session.lights.toggle(second)
    assert session.state.lights == ()
    assert session.state.lit == {}


def test_what_was_lit_with_one_space_goes_out_with_two(start: Callable[[], Session], tmp_path: Path) -> None:
    path = tmp_path / "thread.txt"
    path.write_text("題目\n\n甲乙\n\n\nOpen Source 是什麼。\n", encoding="utf-8")
    session = start()
    session.shelf.open(path)
    session.lights.toggle("open source")
    session.lights.toggle("open  source")
    assert session.state.lights == ()


def test_a_term_that_is_nowhere_is_refused_with_a_sentence(session: Session) -> None:
    session.lights.toggle("量子")
    assert session.state.lights == ()
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, notice.kind, notice.details["term"]) == ("keyword-not-found", NoticeKind.NEWS, "量子")


@pytest.mark.parametrize("blank", ["", "  ", "\u3000", "\n"])
def test_a_blank_term_is_nothing_to_light(session: Session, blank: str) -> None:
    before = session.state
    session.lights.toggle(blank)
    session.lights.light(blank)
    assert session.state is before


def test_the_selected_words_are_lit_and_put_out(session: Session) -> None:
    session.select(span_of(session, "筆記"))
    session.lights.light_selection()
    assert slots(session) == {"筆記": 0}
    session.lights.light_selection()
    assert slots(session) == {}


def test_all_lights_go_out_together(session: Session) -> None:
    session.lights.toggle("讀書")
    session.lights.toggle("筆記")
    session.lights.clear()
    assert (session.state.lights, session.state.lit) == ((), {})
    listener = Listener(session)
    session.lights.clear()
    assert listener.heard == []


def test_a_slot_that_came_free_is_used_again(session: Session) -> None:
    for term in ("讀書", "筆記", "打開"):
        session.lights.toggle(term)
    session.lights.toggle("笔记")
    session.lights.toggle("網路")
    assert slots(session) == {"讀書": 0, "打開": 2, "網路": 1}


def test_when_all_slots_are_taken_the_one_given_longest_ago_is_shared(session: Session) -> None:
    for term in TERMS[: LIGHT_SLOTS + 2]:
        session.lights.toggle(term)
    assert [light.slot for light in session.state.lights] == [*range(LIGHT_SLOTS), 0, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(BY_TERM), max_size=30))
def test_slots_never_repeat_while_one_is_free(shared: Session, terms: list[str]) -> None:
    shared.lights.clear()
    lit: set[str] = set()
    for term in terms:
        before = [light.slot for light in shared.state.lights]
        shared.lights.toggle(term)
        lit ^= {fold(term)}
        lights = shared.state.lights
        assert {fold(light.term) for light in lights} == lit
        if len(lights) > len(before) and set(before) != set(range(LIGHT_SLOTS)):
            assert lights[-1].slot in set(range(LIGHT_SLOTS)) - set(before)


def test_stepping_goes_over_the_lit_places_of_all_answers_and_round_the_end(session: Session) -> None:
    session.lights.toggle("讀書")
    visited: list[tuple[int, int]] = []
    for by in (1, 1, 1, 1, 1, -1, -1):
        session.lights.step(by)
        assert session.state.goal is not None
        visited.append((session.state.answer, session.state.goal.span.start))
    first, second, third, fourth = (
        (answer, place.span.start) for answer in range(3) for place in session.state.lit[answer]
    )
    assert visited == [first, second, third, fourth, first, fourth, third]


def test_stepping_begins_where_the_reader_is(session: Session) -> None:
    session.lights.toggle("筆記")
    session.show_answer(1)
    session.lights.step(1)
    assert (session.state.answer, session.focus) == (1, session.state.lit[1][0].span)
    session.show_answer(2)
    session.lights.step(-1)
    assert (session.state.answer, session.focus) == (1, session.state.lit[1][-1].span)


def test_without_lights_there_is_nowhere_to_step(session: Session) -> None:
    before = session.state
    session.lights.step(1)
    assert session.state is before


# -- search ---------------------------------------------------------------------------------------------------


def current(session: Session) -> tuple[int, int | None]:
    """Return how many places were found, and which is the current one."""
    assert session.state.search is not None
    return len(session.state.search.hits), session.state.search.current


def test_a_query_in_one_script_finds_words_of_the_other(session: Session) -> None:
    session.searching.look_for("读书")
    search = session.state.search
    assert search is not None
    assert session.state.document is not None
    assert [hit.of(session.state.document.text) for hit in search.hits] == ["讀書"] * 4
    assert session.focus == search.hits[0]


def test_search_begins_where_the_reader_is_and_goes_round_to_the_top(session: Session) -> None:
    session.show_answer(1)
    session.searching.look_for("讀書")
    assert current(session) == (4, 1)


def test_typing_a_query_leads_to_its_next_place_in_whichever_answer(session: Session) -> None:
    session.show_answer(2)
    session.searching.look_for("說")
    assert current(session) == (2, 0), "round the end: it is said in the first two answers only"
    assert session.state.answer == 0


def test_a_query_that_grows_and_shrinks_again_stays_in_its_place(session: Session) -> None:
    visited: list[Span] = []
    for query in ("讀", "讀書", "讀"):
        session.searching.look_for(query)
        visited.append(session.focus)
    assert len({span.start for span in visited}) == 1


def test_a_query_that_is_typed_on_stays_at_the_first_of_several_places(session: Session) -> None:
    session.show_answer(2)
    visited: list[int] = []
    for query in ("讀", "讀書", "讀"):
        session.searching.look_for(query)
        visited.append(session.focus.start)
    assert visited == [span_of(session, "讀書是").start] * 3


def test_search_goes_to_the_next_and_previous_place_round_the_end(session: Session) -> None:
    session.searching.look_for("讀書")
    visited: list[int | None] = []
    for by in (1, 1, 1, 1, -1):
        session.searching.step(by)
        assert session.state.search is not None
        visited.append(session.state.search.current)
        assert session.focus == session.state.search.hits[session.state.search.current or 0]
    assert visited == [1, 2, 3, 0, 3]


@pytest.mark.parametrize("query", ["", " ", "量子", "為什麼讀書"], ids=["empty", "blank", "nowhere", "in the title"])
def test_where_nothing_is_found_nobody_is_moved(session: Session, query: str) -> None:
    session.scrolled(50)
    session.searching.look_for(query)
    assert current(session) == (0, None)
    session.searching.step(1)
    assert current(session) == (0, None)
    assert session.focus == Span(50, 50)


def test_closing_forgets_the_search_and_points_at_nothing_more(session: Session) -> None:
    session.searching.look_for("讀書")
    session.searching.step(1)
    answer = session.state.answer
    session.searching.close()
    assert session.state.search is None
    assert (session.state.goal, session.state.answer) == (None, answer)
    session.searching.step(1)
    assert session.state.search is None
    listener = Listener(session)
    session.searching.close()
    assert listener.heard == []


@pytest.fixture(scope="module")
def shared(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Yield one session for all examples of a law."""
    from desktop.paths import DataFolder
    from desktop.session import Session
    from tests.disposal import dispose
    from tests.session.executors import HeldExecutor, InlineExecutor
    from tests.session.threads import TRADITIONAL

    root = tmp_path_factory.mktemp("lights")
    path = root / "讀書.txt"
    path.write_text(TRADITIONAL, encoding="utf-8")
    session = Session(DataFolder(root / "data").prepare(), None, HeldExecutor(), InlineExecutor())
    session.shelf.open(path)
    yield session
    session.stop()
    dispose(session)
