"""Lights and search: words are found in whichever script they are asked for, and stepping goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import WordList
from desktop.script import Correction, Script, fold
from desktop.session import LIGHT_SLOTS, Light, NoticeKind
from desktop.session.words.lights import restored
from desktop.text import Span
from tests.session.reader import Listener, span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.session import Session

TERMS = (
    "讀書",
    "筆記",
    "打開",
    "網路",
    "答案",
    "無數",
    "裡面",
    "先生",
    "說話",
    "太多",
    "忘了",
    "時候",
    "記得",
    "長久",
)
BY_TERM = (*TERMS, "读书", "笔记", "打开")


def slots(session: Session) -> dict[str, int]:
    """Return the lit terms and their slots."""
    return {light.term: light.slot for light in session.state.lights.terms}


def lit_words(session: Session) -> dict[int, list[tuple[str, int]]]:
    """Return what is lit, by answer, with the slot of each."""
    document = session.state.document
    assert document is not None
    lit = session.state.lights.places
    return {answer: [(place.span.of(document.text), place.slot) for place in lit[answer]] for answer in lit}


# -- lights ---------------------------------------------------------------------------------------------------


def test_a_lit_term_is_lit_wherever_it_stands_in_an_answer(session: Session) -> None:
    session.lights.toggle("讀書")
    session.lights.toggle("說")
    assert session.state.lights.terms == (Light("讀書", 0), Light("說", 1))
    assert lit_words(session) == {
        0: [("讀書", 0), ("說", 1)],
        1: [("讀書", 0), ("說", 1)],
        2: [("讀書", 0), ("讀書", 0)],
    }, "the title has the term too, and is no answer"


@pytest.mark.parametrize(("first", "second"), [("讀書", "读书"), ("读书", "讀書"), (" 讀書\u3000", "讀書")])
def test_a_term_is_the_same_light_in_either_script(session: Session, first: str, second: str) -> None:
    session.lights.toggle(first)
    assert len(session.state.lights.places) == 3
    session.lights.light(second)
    assert slots(session) == {first.strip(): 0}
    session.lights.toggle(second)
    assert session.state.lights.terms == ()
    assert session.state.lights.places == {}


def test_what_was_lit_with_one_space_goes_out_with_two(start: Callable[[], Session], tmp_path: Path) -> None:
    path = tmp_path / "thread.txt"
    path.write_text("題目\n\n甲乙\n\n\nOpen Source 是什麼。\n", encoding="utf-8")
    session = start()
    session.shelf.open(path)
    session.lights.toggle("open source")
    session.lights.toggle("open  source")
    assert session.state.lights.terms == ()


def test_a_term_that_is_nowhere_is_refused_with_a_sentence(session: Session) -> None:
    session.lights.toggle("量子")
    assert session.state.lights.terms == ()
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
    assert (session.state.lights.terms, session.state.lights.places) == ((), {})
    listener = Listener(session)
    session.lights.clear()
    assert listener.heard == []


def test_a_slot_that_came_free_is_used_again(session: Session) -> None:
    for term in ("讀書", "筆記", "打開"):
        session.lights.toggle(term)
    session.lights.toggle("笔记")
    session.lights.toggle("網路")
    assert slots(session) == {"讀書": 0, "打開": 2, "網路": 1}


def test_when_all_slots_are_taken_the_next_is_refused_in_a_sentence(session: Session) -> None:
    for term in TERMS[:LIGHT_SLOTS]:
        session.lights.toggle(term)
    before = session.state.lights
    session.lights.toggle(TERMS[LIGHT_SLOTS])
    assert session.state.lights is before
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, dict(notice.details)) == ("keywords-full", {"term": TERMS[LIGHT_SLOTS], "count": "12"})
    session.lights.toggle(TERMS[4])
    session.lights.toggle(TERMS[LIGHT_SLOTS])
    assert session.state.lights.terms[-1] == Light(TERMS[LIGHT_SLOTS], 4)


def test_lights_that_shared_a_slot_once_have_their_own_when_they_are_remembered() -> None:
    kept = [(term, number % 8) for number, term in enumerate(TERMS[:10])]
    assert restored(kept) == tuple(Light(term, slot) for slot, term in enumerate(TERMS[:10]))
    assert len(restored([(term, 3) for term in TERMS])) == LIGHT_SLOTS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(BY_TERM), max_size=30))
def test_slots_never_repeat_while_one_is_free(shared: Session, terms: list[str]) -> None:
    shared.lights.clear()
    lit: set[str] = set()
    for term in terms:
        before = [light.slot for light in shared.state.lights.terms]
        shared.lights.toggle(term)
        if fold(term) in lit or len(lit) < LIGHT_SLOTS:
            lit ^= {fold(term)}
        lights = shared.state.lights.terms
        assert {fold(light.term) for light in lights} == lit
        if len(lights) > len(before) and set(before) != set(range(LIGHT_SLOTS)):
            assert lights[-1].slot in set(range(LIGHT_SLOTS)) - set(before)


def test_stepping_goes_over_the_lit_places_of_all_answers_and_round_the_end(session: Session) -> None:
    session.lights.toggle("讀書")
    visited: list[tuple[int, int]] = []
    for by in (1, 1, 1, 1, 1, -1, -1):
        session.lights.step(by)
        assert session.state.pane.goal is not None
        visited.append((session.state.pane.answer, session.state.pane.goal.span.start))
    first, second, third, fourth = (
        (answer, place.span.start) for answer in range(3) for place in session.state.lights.places[answer]
    )
    assert visited == [first, second, third, fourth, first, fourth, third]


def test_stepping_begins_where_the_reader_is(session: Session) -> None:
    session.lights.toggle("筆記")
    session.show_answer(1)
    session.lights.step(1)
    assert (session.state.pane.answer, session.here) == (1, session.state.lights.places[1][0].span)
    session.show_answer(2)
    session.lights.step(-1)
    assert (session.state.pane.answer, session.here) == (1, session.state.lights.places[1][-1].span)


def test_without_lights_there_is_nowhere_to_step(session: Session) -> None:
    before = session.state
    session.lights.step(1)
    assert session.state is before


# -- search ---------------------------------------------------------------------------------------------------


def current(session: Session) -> tuple[int, int | None]:
    """Return how many places were found, and which is the current one."""
    assert session.state.search is not None
    return len(session.state.search.hits), session.state.pane.hit


def test_a_query_in_one_script_finds_words_of_the_other(session: Session) -> None:
    session.searching.look_for("读书")
    search = session.state.search
    assert search is not None
    assert session.state.document is not None
    assert [hit.of(session.state.document.text) for hit in search.hits] == ["讀書"] * 4
    assert session.here == search.hits[0]


def test_search_begins_where_the_reader_is_and_goes_round_to_the_top(session: Session) -> None:
    session.show_answer(1)
    session.searching.look_for("讀書")
    assert current(session) == (4, 1)


def test_typing_a_query_leads_to_its_next_place_in_whichever_answer(session: Session) -> None:
    session.show_answer(2)
    session.searching.look_for("說")
    assert current(session) == (2, 0), "round the end: it is said in the first two answers only"
    assert session.state.pane.answer == 0


def test_a_query_that_grows_and_shrinks_again_stays_in_its_place(session: Session) -> None:
    visited: list[Span] = []
    for query in ("讀", "讀書", "讀"):
        session.searching.look_for(query)
        visited.append(session.here)
    assert len({span.start for span in visited}) == 1


def test_a_query_that_is_typed_on_stays_at_the_first_of_several_places(session: Session) -> None:
    session.show_answer(2)
    visited: list[int] = []
    for query in ("讀", "讀書", "讀"):
        session.searching.look_for(query)
        visited.append(session.here.start)
    assert visited == [span_of(session, "讀書是").start] * 3


def test_search_goes_to_the_next_and_previous_place_round_the_end(session: Session) -> None:
    session.searching.look_for("讀書")
    visited: list[int | None] = []
    for by in (1, 1, 1, 1, -1):
        session.searching.step(by)
        assert session.state.search is not None
        visited.append(session.state.pane.hit)
        assert session.here == session.state.search.hits[session.state.pane.hit or 0]
    assert visited == [1, 2, 3, 0, 3]


@pytest.mark.parametrize("query", ["", " ", "量子", "為什麼讀書"], ids=["empty", "blank", "nowhere", "in the title"])
def test_where_nothing_is_found_nobody_is_moved(session: Session, query: str) -> None:
    session.scrolled(50)
    session.searching.look_for(query)
    assert current(session) == (0, None)
    session.searching.step(1)
    assert current(session) == (0, None)
    assert session.here == Span(50, 50)


def test_closing_forgets_the_search_and_points_at_nothing_more(session: Session) -> None:
    session.searching.look_for("讀書")
    session.searching.step(1)
    answer = session.state.pane.answer
    session.searching.close()
    assert session.state.search is None
    assert (session.state.pane.goal, session.state.pane.answer) == (None, answer)
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


# -- where a search leads, and back ---------------------------------------------------------------------------------


def test_typing_searches_from_where_the_reader_was_so_that_a_letter_taken_back_leads_back(session: Session) -> None:
    session.show_answer(1)
    led: list[int] = []
    for query in ("讀", "讀書是", "讀書", "讀"):
        session.searching.look_for(query)
        led.append(session.here.start)
    assert led[0] == led[2] == led[3] == span_of(session, "讀書。").start
    assert led[1] == span_of(session, "讀書是").start


def test_turning_back_leads_to_where_the_search_began(session: Session) -> None:
    session.show_answer(2)
    session.scrolled(session.here.start + 9)
    before = session.state
    session.searching.look_for("說")
    assert session.state.pane.answer == 0
    session.searching.turn_back()
    after = session.state
    assert (after.pane.answer, after.search, after.pane.selection) == (2, None, None)
    assert after.pane.positions[2] == before.pane.positions[2]


def test_turning_back_brings_the_selection_back(session: Session) -> None:
    session.select(span_of(session, "筆記"))
    session.searching.look_for("筆記")
    assert session.state.pane.selection is None
    session.searching.look_for("說話")
    session.searching.turn_back()
    assert session.state.pane.selection == span_of(session, "筆記")


def test_turning_back_on_the_same_page_asks_for_the_line_that_was_on_top(session: Session) -> None:
    offset = session.here.start + 5
    session.scrolled(offset)
    session.searching.look_for("網路")
    session.scrolled(session.here.start - 3, by_reader=False)  # as the page does when it has gone there
    session.searching.turn_back()
    goal = session.state.pane.goal
    assert goal is not None
    assert (goal.span, goal.at_top) == (Span(offset, offset), True)


@pytest.mark.parametrize("moved", ["stepped", "scrolled", "turned"])
def test_who_has_gone_on_is_not_led_back(session: Session, moved: str) -> None:
    session.searching.look_for("讀書")
    if moved == "stepped":
        session.searching.step(1)
    elif moved == "scrolled":
        session.scrolled(session.here.start + 1)
    else:
        session.show_answer(2)
    answer, positions = session.state.pane.answer, session.state.pane.positions
    session.searching.turn_back()
    assert session.state.search is None
    assert (session.state.pane.answer, session.state.pane.positions) == (answer, positions)


def test_a_query_that_is_nowhere_keeps_the_way_back(session: Session) -> None:
    session.show_answer(2)
    session.searching.look_for("說")
    session.searching.look_for("說量子")
    assert current(session) == (0, None)
    session.searching.turn_back()
    assert session.state.pane.answer == 2


def test_what_was_looked_for_last_can_be_found_again_without_going_there(session: Session) -> None:
    session.searching.look_for("說")
    session.searching.close()
    session.show_answer(2)
    session.searching.look_for(session.searching.last, staying=True)
    assert (current(session), session.state.pane.answer) == ((2, None), 2)


# -- as it is shown -------------------------------------------------------------------------------------------------

TECHNICAL = (
    "内存不够怎么办？\n\n甲君\n\n\n换一条内存就好了，再看看视频。\n\n\n乙君\n\n\n我的記憶體也不夠，影片看不了。\n"
)


@pytest.fixture
def technical(session: Session, tmp_path: Path) -> Session:
    """Return the session on a thread of either region's words for the same things."""
    path = tmp_path / "technical.txt"
    path.write_text(TECHNICAL, encoding="utf-8")
    assert session.shelf.open(path)
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    return session


def found(session: Session, query: str) -> list[str]:
    """Return the source words at the places of `query`."""
    session.searching.look_for(query)
    assert session.state.document is not None
    assert session.state.search is not None
    return [hit.of(session.state.document.text) for hit in session.state.search.hits]


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize("query", ["記憶體", "内存", "內存", "记忆体"])
def test_find_never_denies_what_the_page_shows(technical: Session, query: str, script: Script) -> None:
    technical.show_script(script)
    assert found(technical, query) == ["内存", "記憶體"]


@pytest.mark.parametrize(
    ("query", "words"), [("憶體", ["内存", "憶體"]), ("條記憶", ["条内存"]), ("换一条记忆", ["换一条内存"])]
)
def test_a_part_of_what_is_shown_is_found_in_every_script(technical: Session, query: str, words: list[str]) -> None:
    places = [found(technical, query)]
    for script in Script:
        technical.show_script(script)
        places.append(found(technical, query))
    assert places == [words] * 4, "a flip changes no place"


def test_words_of_another_region_that_are_never_shown_are_found_by_whole_phrases_alone(technical: Session) -> None:
    technical.choose_variant(Script.TRADITIONAL, "standard")
    technical.choose_variant(Script.SIMPLIFIED, "mainland")
    assert found(technical, "憶體") == ["憶體"]
    assert found(technical, "記憶體") == ["内存", "記憶體"]


def test_the_reader_s_corrections_are_found_as_they_are_shown_at_once(technical: Session) -> None:
    technical.searching.look_for("內儲")
    assert current(technical) == (0, None)
    technical.finding.begin()
    technical.correcting.change(None, Correction("内存", "內儲", Script.TRADITIONAL))
    assert current(technical)[0] == 1, "what is being looked for is found without typing it again"
    assert found(technical, "内储") == ["内存"]


def test_lights_follow_the_rule_of_search(technical: Session) -> None:
    technical.lights.light("憶體")
    assert lit_words(technical) == {0: [("内存", 0)], 1: [("憶體", 0)]}
    technical.lights.toggle("憶體")
    technical.lights.toggle("記憶體")
    assert lit_words(technical) == {0: [("内存", 0)], 1: [("記憶體", 0)]}
    technical.lights.light("內存")
    assert slots(technical) == {"記憶體": 0}, "it is lit already"
    technical.lights.toggle("内存")
    assert technical.state.lights.terms == ()


def test_lights_that_were_remembered_are_found_as_shown_once_the_page_is_painted(
    technical: Session, start: Callable[[], Session]
) -> None:
    technical.lights.light("條記憶")
    assert technical.close() is None
    again = start()
    assert again.opening.resume()
    assert (slots(again), lit_words(again)) == ({"條記憶": 0}, {})
    again.begin()
    assert lit_words(again) == {0: [("条内存", 0)]}


# -- lists ----------------------------------------------------------------------------------------------------


def told(session: Session) -> tuple[str, dict[str, object]]:
    notice = session.state.notice
    assert notice is not None
    return notice.code, dict(notice.details)


def test_the_words_of_a_list_are_lit_that_are_in_the_thread(session: Session) -> None:
    session.lights.light("笔记")
    session.lights.light_list(WordList("書", ("讀書", "筆記", "量子", "网路")))
    assert slots(session) == {"笔记": 0, "讀書": 1, "网路": 2}
    assert told(session) == ("list-lit", {"list": "書", "lit": "3", "count": "4"})


def test_a_list_of_which_nothing_is_here_is_told(session: Session) -> None:
    session.lights.light_list(WordList("理", ("量子", "引力")))
    assert session.state.lights.terms == ()
    assert told(session) == ("list-nowhere", {"list": "理"})


def test_a_list_with_more_words_than_there_are_lines_is_lit_as_far_as_they_go(session: Session) -> None:
    session.lights.light_list(WordList("多", TERMS))
    assert [light.slot for light in session.state.lights.terms] == list(range(LIGHT_SLOTS))
    assert told(session) == ("list-too-long", {"list": "多", "lit": "12", "count": "12"})
