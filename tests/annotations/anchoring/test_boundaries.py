"""Where one passage ends and the next begins, when the characters between them fit either."""

from __future__ import annotations

import pytest

from desktop.annotations.anchoring.alignment import SharedRun
from desktop.annotations.anchoring.boundaries import is_edge, is_parted, settled
from desktop.annotations.anchoring.shared_runs import FreeText
from desktop.annotations.anchoring.textdiff import take


def cut(old: str, new: str, *runs: SharedRun) -> list[str]:
    """Return the words of `runs`, in old order, once they are settled."""
    before, after = FreeText(old), FreeText(new)
    take(before, after, runs)
    return [old[run.old : run.old_end] for run in sorted(settled(before, after, runs))]


def test_a_full_stop_goes_with_the_sentence_that_it_ends() -> None:
    old, new = "我們走吧。明天再來", "不好。明天再來。可是今天我們走吧。好"
    assert cut(old, new, SharedRun(0, 12, 4), SharedRun(4, 2, 5)) == ["我們走吧。", "明天再來"]


def test_the_full_stop_of_a_deleted_sentence_is_not_that_of_the_one_before() -> None:
    assert cut("今天好。昨天也好。明天", "今天好。明天", SharedRun(0, 0, 3), SharedRun(8, 3, 3)) == [
        "今天好。",
        "明天",
    ]


def test_a_new_line_divides_more_strongly_than_a_comma() -> None:
    old, new = "甲乙\n丙丁，戊己", "戊己。甲乙\n丙丁，子丙丁，戊己"
    assert cut(old, new, SharedRun(0, 3, 6), SharedRun(6, 13, 2)) == ["甲乙\n", "丙丁，戊己"]


def test_where_nothing_divides_the_cut_stays() -> None:
    assert cut("甲乙丙丁", "丙丁子甲乙丙", SharedRun(0, 3, 2), SharedRun(2, 0, 2)) == ["甲乙", "丙丁"]


@pytest.mark.parametrize(("place", "edge", "parted"), [(0, True, True), (1, False, False), (2, False, True)])
def test_sentences_end_at_edges_and_words_at_marks(place: int, edge: bool, parted: bool) -> None:
    text = "今天，好。走"
    assert (is_edge(text, place), is_parted(text, place)) == (edge, parted)
    assert is_edge(text, 5)
    assert is_parted(text, 3)
