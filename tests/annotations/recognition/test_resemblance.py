"""Resemblance: what it sees through, and what it weighs."""

from __future__ import annotations

import pytest

from desktop.annotations.recognition.resemblance import SAMPLE, clauses, compare, first_line, hashes_of, sketch_of
from tests.annotations.threads import dice, long_thread

TEXT = "如何看待內存不足？\n\n內存不足，先關網頁。打開的網頁太多了,關掉一半。\n"


def test_script_punctuation_and_line_ends_make_no_difference() -> None:
    other = "如何看待内存不足?\r\n内存不足,先关网页.打开的网页太多了，　关掉一半。"
    assert clauses(TEXT) == clauses(other)
    assert compare(TEXT, other).resemblance == 1.0
    assert first_line(TEXT) == first_line(other)


def test_clauses_too_short_to_tell_anything_are_left_out() -> None:
    assert clauses("第一，然而，關掉一半。") == {"关掉一半"}


@pytest.mark.parametrize("empty", ["", "。。。", "一，二，三"])
def test_a_text_without_clauses_is_like_none(empty: str) -> None:
    assert compare(empty, TEXT).alike == compare(TEXT, empty).alike == compare(empty, empty).alike == 0.0
    assert sketch_of(empty).kept_in(hashes_of(TEXT)) == 0.0


def test_a_text_that_grew_keeps_all_and_one_cut_short_was_all_held() -> None:
    thread = long_thread(1)
    grown = thread + long_thread(2)
    assert compare(thread, grown).kept == 1.0
    assert compare(grown, thread).held == 1.0
    assert 0.4 < compare(thread, grown).resemblance < 0.6


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_a_sketch_tells_about_how_much_was_kept(share: float) -> None:
    chance = dice(7)
    old = [line for line in long_thread(3, answers=60).split("\n") if line]
    new = "\n".join(line if chance.random() < share else line[::-1] for line in old)
    told = sketch_of("\n".join(old)).kept_in(hashes_of(new))
    assert abs(told - compare("\n".join(old), new).kept) < 0.12


def test_a_sketch_stays_small_and_the_same() -> None:
    sketch = sketch_of(long_thread(4, answers=60))
    assert len(sketch.hashes) == SAMPLE
    assert sketch.hashes == sketch_of(long_thread(4, answers=60)).hashes
    assert sketch_of("內存不足").hashes == sketch_of("内存不足").hashes
