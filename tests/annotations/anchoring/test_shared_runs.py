"""What two versions share: lines and pieces that stand once, and what of these has stayed in place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.anchoring.alignment import SharedRun
from desktop.annotations.anchoring.shared_runs import (
    FreeText,
    all_runs,
    in_place,
    still_free,
    unique_lines,
    unique_runs,
)

QUICK = settings(max_examples=80, deadline=None)
PROSE = st.text("天地玄", max_size=40)
LONG = "".join(chr(0x4E00 + n) for n in range(40))
OTHER = "".join(chr(0x5E00 + n) for n in range(40))


def test_a_line_is_the_same_whether_it_is_indented_or_not() -> None:
    line = "今天的天氣實在是很好。"
    assert unique_lines(FreeText(line), FreeText(f"喂！\n　　{line}")) == [SharedRun(0, 5, len(line))]


def test_a_line_that_stands_twice_in_one_version_is_no_sign() -> None:
    line = "今天的天氣實在是很好。"
    assert unique_lines(FreeText(line), FreeText(f"{line}\n{line}")) == []


def test_a_piece_that_stands_once_is_grown_as_far_as_it_is_the_same() -> None:
    assert unique_runs(FreeText(f"甲{LONG}乙"), FreeText(f"丙{LONG}丁")) == [SharedRun(1, 1, 40)]


def test_what_has_moved_is_not_in_place_though_it_stands_once() -> None:
    first, second, moved = SharedRun(0, 0, 10), SharedRun(12, 12, 10), SharedRun(24, 500, 10)
    assert in_place([first, second, moved], 600, 600) == [first, second]


@QUICK
@given(PROSE, PROSE)
def test_a_shared_run_can_not_be_longer(old: str, new: str) -> None:
    for run in all_runs(FreeText(old), FreeText(new)):
        assert old[run.old : run.old_end] == new[run.new : run.new_end]
        assert run.old == 0 or run.new == 0 or old[run.old - 1] != new[run.new - 1]
        assert run.old_end == len(old) or run.new_end == len(new) or old[run.old_end] != new[run.new_end]


def test_of_a_run_the_longest_part_is_left_that_nothing_has_taken() -> None:
    before, after = FreeText(LONG), FreeText(LONG)
    before.take(0, 4)
    after.take(14, 16)
    assert still_free(before, after, SharedRun(0, 0, 40)) == SharedRun(16, 16, 24)
    after.take(20, 36)
    assert still_free(before, after, SharedRun(0, 0, 40)) == SharedRun(4, 4, 10)
    before.take(4, 40)
    assert still_free(before, after, SharedRun(0, 0, 40)) is None
