"""Who wrote in a thread, in which order their answers are listed, and which rows list them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import Document, parse_document
from desktop.script import Correction, Corrections, Script
from desktop.session import Manner, Pane, Preferences, State
from desktop.session.listing import COMMENTERS, Listing, Order, Walked
from desktop.session.people import (
    RowKind,
    arranged,
    beside,
    in_hand,
    number_of_answer,
    order_of,
    orders_of,
    people_of,
    rows_of,
)
from tests.session.forums import FORUM, comment, crowd, names, post, thread
from tests.session.threads import TRADITIONAL


def state_of(document: Document, listing: Listing | None = None, answer: int = 0) -> State:
    return State(document=document, listing=listing or Listing(), panes=(Pane(answer),))


def listed(state: State) -> list[str]:
    """Return the rows, each in a few characters: * a person with several answers, - what is below another row."""
    assert state.document is not None
    people = people_of(state.document)
    return [
        _SIGNS[row.kind]
        + (people.everyone[row.person].name if row.person >= 0 else "")
        + "".join(str(answer) for answer in row.answers)
        for row in rows_of(state)
    ]


_SIGNS = {
    RowKind.ANSWER: "",
    RowKind.PERSON: "*",
    RowKind.POST: "-",
    RowKind.COMMENTERS: "...",
    RowKind.COMMENTER: "-",
}
PLAIN = parse_document(TRADITIONAL, FORUM.path)


# -- who ----------------------------------------------------------------------------------------------------------


def test_a_plain_text_has_one_row_for_each_answer_in_its_order() -> None:
    state = state_of(PLAIN)
    people = people_of(PLAIN)
    assert people.is_simple
    assert people.of_answer == (0, 1, 2)
    assert [row.kind for row in rows_of(state)] == [RowKind.ANSWER] * 3
    assert arranged(state).walk == (0, 1, 2)
    assert orders_of(state) == {Order.THREAD, Order.LENGTH}


def test_everyone_has_what_they_wrote() -> None:
    known = {p.name: (p.answers, p.comments, p.asked) for p in people_of(FORUM).everyone}
    assert known == {
        "林問": ((), 1, True),
        "甲": ((1, 3, 5), 0, False),
        "乙": ((2,), 2, False),
        "丙": ((), 2, False),
        "丁": ((), 2, False),
        "戊": ((4,), 0, False),
    }
    assert [people_of(FORUM).everyone[one].name for one in people_of(FORUM).commenters] == ["丙", "丁"]


def test_a_name_is_one_persons_in_either_script_width_and_case() -> None:
    document = thread(post("吳Abc", "一"), post("吴ａｂｃ", "二", comment("吴ABC")), post("吳Abd", "三"))
    assert [(p.name, p.answers, p.comments) for p in people_of(document).everyone] == [
        ("吳Abc", (0, 1), 1),
        ("吳Abd", (2,), 0),
    ]


@pytest.mark.parametrize("name", ["匿名用户", "匿名用戶", "知乎用户", "Anonymous", ""])
def test_whom_a_site_calls_as_many_others_is_a_person_of_their_own(name: str) -> None:
    document = thread(post(name, "一", comment(name)), post(name, "二"), post("甲", "三"))
    people = people_of(document)
    assert people.of_answer == (0, 1, 2)
    assert [p.comments for p in people.everyone] == [0, 0, 0]
    assert people.commenters == ()


def test_what_somebody_said_is_in_the_order_of_the_text() -> None:
    people = people_of(FORUM)
    said = people.of(people.with_key("乙"))
    assert [(one.answer, one.is_comment, one.span.of(FORUM.text)[:2]) for one in said] == [
        (0, True, "說得"),
        (2, False, "蕨類"),
        (3, True, "同意"),
    ]
    assert all(people.at(one.span.start) == one == people.at(one.start) for one in said)
    assert people.at(0) is None


def test_the_question_is_no_answer() -> None:
    assert [number_of_answer(FORUM, index) for index in range(3)] == [(0, 5), (1, 5), (2, 5)]
    assert [number_of_answer(PLAIN, index) for index in range(3)] == [(1, 3), (2, 3), (3, 3)]


# -- in which order -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "walk"),
    [(Order.THREAD, (0, 1, 3, 5, 2, 4)), (Order.VOTES, (0, 2, 4, 1, 5, 3)), (Order.TIME, (0, 3, 5, 1, 2, 4))],
)
def test_answers_are_listed_by_person_with_the_question_first(order: Order, walk: tuple[int, ...]) -> None:
    """A person stands where the first of their answers does; what tells no number comes last."""
    state = state_of(FORUM, Listing(order))
    assert arranged(state).walk == walk
    assert order_of(state) is order


def test_the_longest_come_first() -> None:
    walk = arranged(state_of(FORUM, Listing(Order.LENGTH))).walk
    lengths = [FORUM.answers[groups[0]].length for groups in arranged(state_of(FORUM, Listing(Order.LENGTH))).groups]
    assert walk[0] == 0
    assert lengths[1:] == sorted(lengths[1:], reverse=True)


def test_an_order_that_the_thread_does_not_tell_is_not_in_force() -> None:
    state = replace(state_of(PLAIN), preferences=Preferences(order=Order.VOTES))
    assert order_of(state) is Order.THREAD
    assert order_of(replace(state, document=FORUM)) is Order.VOTES
    assert order_of(replace(state, document=FORUM, listing=Listing(Order.THREAD))) is Order.THREAD


@given(
    votes=st.lists(st.none() | st.integers(0, 5), min_size=1, max_size=8),
    authors=st.data(),
    order=st.sampled_from(Order),
)
def test_every_order_lists_every_answer_once_and_the_way_back_is_the_way(
    votes: list[int | None], authors: st.DataObject, order: Order
) -> None:
    who = [authors.draw(st.sampled_from("甲乙丙")) for _ in votes]
    document = thread(*(post(name, "說", votes=vote) for name, vote in zip(who, votes, strict=True)))
    listing = Listing(order)
    walk = arranged(state_of(document, listing)).walk
    assert sorted(walk) == list(range(len(votes)))
    for answer, following in zip(walk, [*walk[1:], None], strict=True):
        assert beside(state_of(document, listing, answer), 1) == following
        if following is not None:
            assert beside(state_of(document, listing, following), -1) == answer


# -- which rows ---------------------------------------------------------------------------------------------------


def test_the_posts_of_whoever_is_in_hand_are_listed_until_they_are_put_away() -> None:
    assert listed(state_of(FORUM)) == ["林問0", "*甲135", "乙2", "戊4", "..."]
    held = state_of(FORUM, answer=3)
    assert listed(held) == ["林問0", "*甲135", "-甲1", "-甲3", "-甲5", "乙2", "戊4", "..."]
    away = replace(held, listing=held.listing.with_folding("甲", unfolded=False))
    assert listed(away) == listed(state_of(FORUM))
    back = replace(away, listing=away.listing.with_folding("甲", unfolded=True))
    assert listed(replace(back, panes=(Pane(4),))) == listed(held)


def test_those_who_only_commented_are_put_away_until_one_is_asked_for() -> None:
    asked = Listing().with_folding(COMMENTERS, unfolded=True)
    assert listed(state_of(FORUM, asked))[-3:] == ["...", "-丙", "-丁"]
    pane = Pane(1)
    state = State(document=FORUM, panes=(pane,), listing=Listing(walked=Walked("丁", pane.key, 1)))
    assert people_of(FORUM).everyone[in_hand(state)].name == "丁"
    assert listed(state)[-3:] == ["...", "-丙", "-丁"]
    elsewhere = replace(state, panes=(replace(pane, answer=2),))
    assert people_of(FORUM).everyone[in_hand(elsewhere)].name == "乙"
    assert listed(elsewhere)[-1] == "..."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("號12", "網網網"),
        ("号１２", "網網網"),
        (" 号12 网友", "網網網"),
        ("网友１２", "网"),
        ("XY", "x"),
        (" ", "網網網网x"),
    ],
)
def test_names_are_filtered_blind_to_script_width_and_case(query: str, found: str) -> None:
    many = (post(f"網友{number}號12", "說。") for number in range(3))
    document = thread(*many, post("网友12号", "說。"), post("xy", "說。"))
    assert names(document, arranged(state_of(document, Listing(filter=query))).walk) == found


def test_a_filter_finds_those_who_only_commented() -> None:
    state = state_of(FORUM, Listing(filter="丁"))
    assert listed(state) == ["...", "-丁"]


def test_a_name_is_filtered_as_the_reader_has_corrected_it_too() -> None:
    manner = Manner(Script.SIMPLIFIED, corrections=Corrections((Correction("戊", "老五"),)))
    for query in ("老五", "戊"):
        state = replace(state_of(FORUM, Listing(filter=query)), manner=manner)
        assert listed(state) == ["戊4"]


def test_from_an_answer_that_is_not_listed_the_next_one_is_that_is() -> None:
    state = state_of(crowd(6, 6), Listing(filter="號"), answer=2)
    assert (beside(state, 1), beside(state, -1)) == (3, 1)
    filtered = replace(state, listing=Listing(filter="4"))
    assert (beside(filtered, 1), beside(filtered, -1)) == (4, None)
    assert (beside(replace(filtered, panes=(Pane(5),)), 1), beside(replace(filtered, panes=(Pane(5),)), -1)) == (
        None,
        4,
    )
    nobody = replace(state, listing=Listing(filter="無人"))
    assert (beside(nobody, 1), beside(nobody, -1)) == (None, None)
