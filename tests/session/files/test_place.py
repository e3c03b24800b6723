"""Carrying a place: the reader is at the same words in the next version of a text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import parse_document
from desktop.session.files.place import Place, carried
from tests.session.threads import TRADITIONAL

OLD = parse_document(TRADITIONAL, Path("讀書.txt"))
NEWCOMER = "趙二\n\n\n我從來不做筆記,也不在書上畫線,只用腦子記。\n\n"


def place_at(answer: int, words: str, **fields: object) -> Place:
    """Return the place of a reader who has `words` on the first line of `answer`."""
    return Place(answer=answer, positions={answer: OLD.text.index(words)}, **fields)  # pyright: ignore[reportArgumentType]


def shown(place: Place, text: str, count: int = 6) -> str:
    """Return the words where the reader is."""
    return text[place.positions[place.answer] :][:count]


def test_in_a_text_that_did_not_change_nothing_changes() -> None:
    place = place_at(1, "所以我只在", read=(0, 2), lights=(("筆記", 1),), source_script="simplified")
    assert carried(place, OLD, OLD) == place


def test_an_answer_put_before_moves_all_that_follows() -> None:
    new = parse_document(TRADITIONAL.replace("陳默\n", f"{NEWCOMER}陳默\n"), OLD.path)
    place = carried(place_at(1, "所以我只在", read=(0, 1)), OLD, new)
    assert (place.answer, new.answers[place.answer].author) == (2, "陳默")
    assert shown(place, new.text) == "所以我只在書"
    assert place.read == (0, 2)


def test_an_answer_that_is_gone_leaves_the_reader_where_it_was() -> None:
    start, end = TRADITIONAL.index("陳默"), TRADITIONAL.index("王一")
    new = parse_document(TRADITIONAL[:start] + TRADITIONAL[end:], OLD.path)
    place = carried(place_at(1, "所以我只在", read=(0, 1, 2)), OLD, new)
    assert 0 <= place.answer < len(new.answers)
    assert place.positions == {}
    assert place.read == (0, 1)


def test_words_that_are_gone_are_answered_by_those_that_follow() -> None:
    new = parse_document(TRADITIONAL.replace("筆記太多,反而忘了讀書。\n\n", ""), OLD.path)
    assert shown(carried(place_at(1, "筆記太多"), OLD, new), new.text) == "所以我只在書"


def test_a_text_in_the_other_script_is_the_same_text() -> None:
    new = parse_document("前言。\n\n" + TRADITIONAL.replace("書", "书").replace("筆記", "笔记"), OLD.path)
    assert shown(carried(place_at(1, "所以我只在"), OLD, new), new.text) == "所以我只在书"


def test_indices_out_of_range_lead_nowhere() -> None:
    place = carried(Place(answer=9, positions={7: 3, 0: 10**9}, read=(8,)), OLD, OLD)
    assert (place.answer, place.read) == (0, ())
    assert place.positions == {0: OLD.answers[0].span.end}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(TRADITIONAL)), st.sampled_from(["", "字", "一段新的話。\n\n"])), max_size=5)
)
def test_whatever_changed_the_reader_is_within_an_answer(edits: list[tuple[int, str]]) -> None:
    text = TRADITIONAL
    for offset, words in edits:
        text = text[:offset] + words + text[offset + (0 if words else 9) :]
    new = parse_document(text, OLD.path)
    place = carried(Place(answer=1, positions={0: 30, 1: 150, 2: 10**6}, read=(0, 1, 2)), OLD, new)
    assert 0 <= place.answer < len(new.answers)
    for index, offset in place.positions.items():
        assert new.answers[index].span.start <= offset <= new.answers[index].span.end
    assert set(place.read) <= set(range(len(new.answers)))
