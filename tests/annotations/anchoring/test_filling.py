"""What was kept between neighbours, compared by characters."""

from __future__ import annotations

from desktop.annotations.anchoring.alignment import Run
from desktop.annotations.anchoring.filling import compared, filled, take
from desktop.annotations.anchoring.free_text import FreeText

OLD = "子丑寅卯我們應該去公園辰巳午未"
NEW = "子丑寅卯我們最好去公園辰巳午未"
EDGES = [Run(0, 0, 4), Run(11, 11, 4)]


def kept(old: str, new: str, runs: list[Run], widest: int, drift: int = 0) -> list[str]:
    """Return the words that were kept, those of `runs` included."""
    before, after = FreeText(old), FreeText(new)
    take(before, after, runs)
    return [old[run.old : run.old_end] for run in filled(before, after, runs, widest, drift)]


def test_between_neighbours_an_edit_leaves_the_words_around_it() -> None:
    assert kept(OLD, NEW, EDGES, 20) == ["子丑寅卯我們", "去公園辰巳午未"]


def test_a_gap_that_is_too_wide_is_left_alone_unless_it_is_as_wide_in_both() -> None:
    assert kept(OLD, NEW, EDGES, 3) == ["子丑寅卯", "辰巳午未"]
    assert kept(OLD, NEW, EDGES, 3, drift=1) == ["子丑寅卯我們", "去公園辰巳午未"]


def test_a_passage_that_moved_in_between_does_not_hide_what_is_around_it() -> None:
    old = f"{OLD}。甲乙丙丁戊己庚辛"
    new = NEW.replace("最好", "最好甲乙丙丁戊己庚辛", 1)
    runs = [Run(0, 0, 4), Run(11, 19, 4), Run(16, 8, 8)]
    assert kept(old, new, runs, 20) == ["子丑寅卯我們", "去公園辰巳午未", "甲乙丙丁戊己庚辛"]


def test_what_moved_in_between_is_not_taken_for_what_was_there() -> None:
    old, new = "子丑寅卯公園辰巳。甲乙丙公園丁戊", "子丑寅卯甲乙丙公園丁戊辰巳。"
    runs = [Run(0, 0, 4), Run(6, 11, 3), Run(9, 4, 7)]
    assert kept(old, new, runs, 20) == ["子丑寅卯", "辰巳。", "甲乙丙公園丁戊"]


def test_a_character_between_rewritten_words_is_no_trace_of_a_passage() -> None:
    assert compared("甲乙丙丁戊", "子丑丙寅卯") == []
