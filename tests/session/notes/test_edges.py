"""Extending and shrinking a marked passage: where its edges can go, and that a held key is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Color
from desktop.session.notes.edges import Edge
from desktop.session.words.clusters import next_boundary, whole
from desktop.text import Span
from tests.session.reader import highlight, only, span_of, words

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session

QUICK = settings(max_examples=50, deadline=None)


@pytest.mark.parametrize(
    ("edge", "by", "expected"),
    [
        (Edge.END, 1, "無數的"),
        (Edge.END, -1, "無"),
        (Edge.START, -1, "見無數"),
        (Edge.START, 1, "數"),
    ],
)
def test_an_edge_moves_by_a_character_and_note_and_id_stay(
    session: Session, edge: Edge, by: int, expected: str
) -> None:
    made = highlight(session, "無數")
    session.annotations.rewrite(made, "多少?", ("數",))
    session.annotations.edges.move(edge, by)
    assert words(session) == [expected]
    after = only(session)
    assert (after.id, after.note, after.tags, after.passages[0].anchor.exact) == (made, "多少?", ("數",), expected)
    assert session.state.notes.active == made
    session.history.undo()
    assert words(session) == ["無數"]


def test_moves_that_follow_each_other_closely_are_one_step(session: Session) -> None:
    highlight(session, "無數")
    for _ in range(5):
        session.annotations.edges.move(Edge.END, 1)
    assert words(session) == ["無數的答案。裡"]
    session.history.undo()
    assert words(session) == ["無數"]
    session.history.redo()
    assert words(session) == ["無數的答案。裡"]


def test_the_place_gone_to_is_left_when_other_words_are_marked_than_stood_there(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.visit(made)
    session.annotations.recolour(made, Color.ROUGE)
    assert session.state.pane.goal is not None
    session.annotations.edges.move(Edge.END, 1)
    assert session.state.pane.goal is None


def test_what_is_done_between_parts_the_moves(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.edges.move(Edge.END, 1)
    session.annotations.recolour(made, Color.ROUGE)
    session.annotations.edges.move(Edge.END, 1)
    session.history.undo()
    assert words(session) == ["無數的"]


def test_at_least_one_character_stays_marked(session: Session) -> None:
    highlight(session, "無數")
    for edge, by in ((Edge.END, -1), (Edge.END, -1), (Edge.START, 1)):
        session.annotations.edges.move(edge, by)
    assert words(session) == ["無"]


def test_an_edge_goes_over_the_blanks_between_paragraphs_and_back(session: Session) -> None:
    highlight(session, "反而忘了讀書")
    for expected in ("反而忘了讀書。", "反而忘了讀書。\n\n所", "反而忘了讀書。\n\n所以"):
        session.annotations.edges.move(Edge.END, 1)
        assert words(session) == [expected]
    for expected in ("反而忘了讀書。\n\n所", "反而忘了讀書。", "反而忘了讀書"):
        session.annotations.edges.move(Edge.END, -1)
        assert words(session) == [expected]


def test_no_edge_leaves_its_answer(session: Session) -> None:
    highlight(session, "不是為了筆記。")
    session.annotations.edges.move(Edge.END, 1)
    assert words(session) == ["不是為了筆記。"]
    session.annotations.activate(None)
    highlight(session, "筆記太多")
    session.annotations.edges.move(Edge.START, -1)
    assert "筆記太多" in words(session), "the author's name is no part of the answer"


def test_by_a_word_where_words_are_known_else_by_a_character(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [span_of(session, quote) for quote in ("看見", "答案", "裡面")]
    highlight(session, "無數的")
    session.annotations.edges.move(Edge.END, 1, word=True)
    assert words(session) == ["無數的答"], "jieba is not loaded"

    def at(offset: int) -> Span | None:
        return next((word for word in known if word.start <= offset < word.end), None)

    monkeypatch.setattr(session.words, "at", at)
    for edge, by, expected in (
        (Edge.END, 1, "無數的答案"),
        (Edge.START, -1, "看見無數的答案"),
        (Edge.END, -1, "看見無數的"),
        (Edge.START, 1, "無數的"),
    ):
        session.annotations.edges.move(edge, by, word=True)
        assert words(session) == [expected]


def test_without_an_active_mark_nothing_is_moved(session: Session) -> None:
    highlight(session, "無數")
    session.annotations.activate(None)
    session.annotations.edges.move(Edge.END, 1)
    assert words(session) == ["無數"]


FLAG_OF_ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
CHARACTERS = [
    "葛\U000e0100",
    "👨‍👩‍👧",
    "e\u0301",
    "👍🏽",
    "𠮷",
    "中",
    "🇹🇼",
    FLAG_OF_ENGLAND,
    "\u1100\u1161\u11a8",
    "नि",
]


@pytest.mark.parametrize("character", [*CHARACTERS, "e" + "\u0301" * 5_000, "\ufeff", "\ud800"])
@pytest.mark.parametrize("before", ["", "前", "前\n", "🇹🇼" * 100, "前" * 500])
def test_a_character_is_what_the_eye_takes_for_one(character: str, before: str) -> None:
    text, start, end = f"{before}{character}後", len(before), len(before + character)
    assert next_boundary(text, start, 1) == end
    assert next_boundary(text, end, -1) == start
    for place in {start, (start + end) // 2, end - 1}:
        assert whole(text, Span(place, place + 1)) == Span(start, end)


@pytest.mark.parametrize("character", CHARACTERS)
def test_no_edge_comes_to_lie_within_a_character(session: Session, tmp_path: Path, character: str) -> None:
    path = tmp_path / "characters.txt"
    path.write_text(f"一個問題？\n\n答者\n\n\n前文{character}後文{character}。\n", encoding="utf-8")
    assert session.shelf.open(path)
    highlight(session, "文")
    session.annotations.edges.move(Edge.END, 1)
    assert words(session) == [f"文{character}"]
    session.annotations.edges.move(Edge.START, 1)
    assert words(session) == [character]
    session.annotations.edges.move(Edge.END, 1)
    session.annotations.edges.move(Edge.END, -1)
    assert words(session) == [character]


def test_at_the_end_of_the_text_an_edge_stays(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "end.txt"
    path.write_text("一個問題？\n\n答者\n\n\n最後的字", encoding="utf-8")
    assert session.shelf.open(path)
    highlight(session, "的字")
    session.annotations.edges.move(Edge.END, 1)
    assert words(session) == ["的字"]
    session.history.undo()
    assert words(session) == []


@QUICK
@given(st.text(st.sampled_from("中a\u0301\u200d👩👍🏽"), min_size=1, max_size=12))
def test_walking_on_to_the_end_and_back_passes_the_same_places(text: str) -> None:
    there = [0]
    while there[-1] < len(text):
        there.append(next_boundary(text, there[-1], 1))
    back = [len(text)]
    while back[-1] > 0:
        back.append(next_boundary(text, back[-1], -1))
    assert there == back[::-1]
    assert Span(0, len(text)).end == there[-1]
