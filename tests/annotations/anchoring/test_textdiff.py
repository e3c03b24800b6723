"""Comparing two versions: what was kept, what was moved, and where passages have gone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.anchoring.alignment import Alignment, SharedRun
from desktop.annotations.anchoring.shared_runs import FreeText
from desktop.annotations.anchoring.textdiff import align, compared, filled, take
from desktop.text import Span

QUICK = settings(max_examples=80, deadline=None)
PROSE = st.text("天地玄黃\n。", max_size=60)
PARAGRAPHS = [
    "甲說今天的天氣實在是很好，我們應該去公園裡面走一走。",
    "乙說可是我還要上班，下午三點才有空，晚上倒是可以。",
    "丙說你們都不必去了，公園今年夏天正在修，門是關著的。",
    "丁說那就改天再約吧，反正公園也不會自己長腳跑掉。",
]
OLD = "\n\n".join(PARAGRAPHS)
FAR, FARTHER = ("".join(map(chr, range(start, start + 400))) for start in (0x6000, 0x7000))

BEFORE = "子丑寅卯我們應該去公園辰巳午未"
AFTER = "子丑寅卯我們最好去公園辰巳午未"
EDGES = [SharedRun(0, 0, 4), SharedRun(11, 11, 4)]


def image(old: str, new: str, words: str) -> str | None:
    """Return the words of `new` to which `words`, found first in `old`, have gone."""
    start = old.index(words)
    found = align(old, new).image(Span(start, start + len(words)))
    return found.span.of(new) if found else None


@QUICK
@given(PROSE, PROSE)
def test_every_run_is_the_same_on_both_sides_and_no_code_point_is_in_two(old: str, new: str) -> None:
    runs = align(old, new).by_old
    assert all(old[run.old : run.old_end] == new[run.new : run.new_end] != "" for run in runs)
    assert len({i for run in runs for i in range(run.old, run.old_end)}) == sum(run.length for run in runs)
    assert len({i for run in runs for i in range(run.new, run.new_end)}) == sum(run.length for run in runs)


@QUICK
@given(PROSE.filter(bool))
def test_a_text_that_did_not_change_is_one_run(text: str) -> None:
    assert align(text, text).by_old == (SharedRun(0, 0, len(text)),)


@QUICK
@given(PROSE, PROSE, st.data())
def test_the_image_of_a_passage_lies_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    found = align(old, new).image(span)
    assert found is None or (found.span.end <= len(new) and 0 < found.kept <= len(span))


def test_every_code_point_of_swapped_paragraphs_is_found() -> None:
    new = "\n\n".join([PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[0], PARAGRAPHS[1]])
    alignment = align(OLD, new)
    for paragraph in PARAGRAPHS:
        start = OLD.index(paragraph)
        found = alignment.image(Span(start, start + len(paragraph)))
        assert found is not None
        assert (found.span.of(new), found.kept) == (paragraph, len(paragraph))


EDITS = {
    "a word replaced inside": ("我們應該去公園", "應該去", "最好去", "我們最好去公園"),
    "a word inserted inside": ("我們應該去公園", "應該去", "應該一起去", "我們應該一起去公園"),
    "a word deleted inside": ("我們應該去公園", "應該", "", "我們去公園"),
    "text inserted before": ("我們應該去公園", "，我們", "，聽我說，我們", "我們應該去公園"),
    "text inserted after": ("我們應該去公園", "去公園裡", "去公園的裡", "我們應該去公園"),
    "the first word replaced": ("我們應該去公園", "我們應該", "你我應該", "你我應該去公園"),
    "the last word replaced": ("我們應該去公園", "公園裡面", "湖邊裡面", "我們應該去湖邊"),
}


@pytest.mark.parametrize(("words", "before", "after", "expected"), EDITS.values(), ids=EDITS.keys())
def test_a_passage_is_followed_through_an_edit(words: str, before: str, after: str, expected: str) -> None:
    assert image(OLD, OLD.replace(before, after, 1), words) == expected


def test_a_passage_that_fell_apart_is_where_most_of_it_is() -> None:
    words = "今天的天氣實在是很好，我們應該去公園裡面走一走。"
    new = OLD.replace("我們應該去公園裡面走一走。", "") + "\n\n我們應該去公園裡面走一走。"
    assert image(OLD, new, words) == "我們應該去公園裡面走一走。"


def test_a_deleted_sentence_leaves_no_image_in_its_twin() -> None:
    twin = PARAGRAPHS[0].replace("甲", "戊")
    old = f"{OLD}\n\n{twin}\n"
    new = old.replace(PARAGRAPHS[0], "")
    assert image(old, new, PARAGRAPHS[0]) is None


def test_twins_go_with_their_surroundings_when_both_are_moved_and_one_is_edited() -> None:
    twin = "公園的門是關著的，夏天都在修"
    first, second = f"子說別去，{twin}，這是子的話。", f"丑說別急，{twin}，這是丑的話。"
    new = f"{second}\n\n{first.replace('夏天', '春天')}"
    assert image(f"{first}\n\n{second}", new, f"{twin}，這是子") == "公園的門是關著的，春天都在修，這是子"


def test_the_first_words_belong_to_a_passage_though_an_insertion_parts_them_from_it() -> None:
    old, new = "甲乙丙丁戊己庚辛", "甲乙子丑寅卯辰丙丁戊己庚辛"
    found = Alignment.of(old, new, [SharedRun(2, 7, 6)]).image(Span(0, 6))
    assert found is not None
    assert (found.span.of(new), found.kept) == ("甲乙子丑寅卯辰丙丁戊己", 6)


def test_a_passage_falls_apart_when_as_much_as_it_has_comes_into_it() -> None:
    old = PARAGRAPHS[0][:24]
    for size, expected in ((23, 47), (24, 12)):
        new = f"{old[:12]}{'一' * size}{old[12:]}"
        found = Alignment.of(old, new, [SharedRun(0, 0, 12), SharedRun(12, 12 + size, 12)]).image(Span(0, 24))
        assert found is not None
        assert len(found.span) == expected


def test_of_two_halves_the_larger_is_the_passage_and_keeps_its_full_stop() -> None:
    words = "我們應該去公園裡面走一走。乙說可是我還要上班"
    new = f"{PARAGRAPHS[1].replace('乙', '不！乙')}子丑寅卯辰巳午。{PARAGRAPHS[0][11:]}未申"
    assert image("".join(PARAGRAPHS[:2]), new, words) == "我們應該去公園裡面走一走。"


TWIN = "公園今年夏天正在修，門是關著的。"


def test_of_two_sentences_that_went_apart_the_full_stop_between_goes_with_the_first() -> None:
    first, second = PARAGRAPHS[3], f"{PARAGRAPHS[0]}{PARAGRAPHS[1]}"
    old, new = f"{first}{second}{FAR}", f"{FAR}子。{second}丑寅{first}卯"
    runs = align(old, new).by_old
    assert [old[run.old : run.old_end] for run in runs] == [first, second, FAR]


DOUBTS = {
    "it moved and was copied": (f"甲。{TWIN}乙。{FAR}。丙。", f"甲。乙。{FAR}。{TWIN}丙。{TWIN}", 2),
    "one of two was deleted": (f"甲。{TWIN}{FAR}乙。{TWIN}{FARTHER}。丙。", f"甲。{FAR}乙。{FARTHER}。丙。{TWIN}", 1),
}


@pytest.mark.parametrize(("old", "new", "places"), DOUBTS.values(), ids=DOUBTS.keys())
def test_a_passage_may_have_gone_to_any_of_several_places(old: str, new: str, places: int) -> None:
    alignment, start = align(old, new), old.index(TWIN)
    assert alignment.image(Span(start, start + 15)) is None
    assert [span.of(new) for span in alignment.doubtful(Span(start, start + 15))] == [TWIN[:15]] * places


def test_near_duplicates_that_both_moved_are_told_apart_by_the_one_word_that_differs() -> None:
    first, second = f"{TWIN[:9]}正門是關著的。", f"{TWIN[:9]}後門是關著的。"
    new = f"卯說。{second}辰說好。{first}巳說。"
    assert image(f"子說。{first}丑說好。{second}寅說。", new, first) == first


def test_a_run_is_never_shared_by_two_though_an_edit_left_the_same_on_both_sides() -> None:
    left, right = "".join(map(chr, range(0x4E00, 0x4E28))), "".join(map(chr, range(0x5E00, 0x5E28)))
    runs = align(f"{left}上門出去上{right}", f"{left}上{right}").by_new
    assert all(run.new_end <= later.new for run, later in pairwise(runs))
    assert sum(run.length for run in runs) == 81


def test_what_came_from_the_old_text_is_counted_in_the_new_one() -> None:
    alignment = Alignment.of("甲乙", "甲丙乙", [SharedRun(0, 0, 1), SharedRun(1, 2, 1)])
    assert [alignment.inherited(Span(start, 3)) for start in range(4)] == [2, 1, 1, 0]


def kept(old: str, new: str, runs: list[SharedRun], widest: int, drift: int = 0) -> list[str]:
    """Return the words that were kept, those of `runs` included."""
    before, after = FreeText(old), FreeText(new)
    take(before, after, runs)
    return [old[run.old : run.old_end] for run in filled(before, after, runs, widest, drift)]


def test_between_neighbours_an_edit_leaves_the_words_around_it() -> None:
    assert kept(BEFORE, AFTER, EDGES, 20) == ["子丑寅卯我們", "去公園辰巳午未"]


def test_a_gap_that_is_too_wide_is_left_alone_unless_it_is_as_wide_in_both() -> None:
    assert kept(BEFORE, AFTER, EDGES, 3) == ["子丑寅卯", "辰巳午未"]
    assert kept(BEFORE, AFTER, EDGES, 3, drift=1) == ["子丑寅卯我們", "去公園辰巳午未"]


def test_a_passage_that_moved_in_between_does_not_hide_what_is_around_it() -> None:
    old = f"{BEFORE}。甲乙丙丁戊己庚辛"
    new = AFTER.replace("最好", "最好甲乙丙丁戊己庚辛", 1)
    runs = [SharedRun(0, 0, 4), SharedRun(11, 19, 4), SharedRun(16, 8, 8)]
    assert kept(old, new, runs, 20) == ["子丑寅卯我們", "去公園辰巳午未", "甲乙丙丁戊己庚辛"]


def test_what_moved_in_between_is_not_taken_for_what_was_there() -> None:
    old, new = "子丑寅卯公園辰巳。甲乙丙公園丁戊", "子丑寅卯甲乙丙公園丁戊辰巳。"
    runs = [SharedRun(0, 0, 4), SharedRun(6, 11, 3), SharedRun(9, 4, 7)]
    assert kept(old, new, runs, 20) == ["子丑寅卯", "辰巳。", "甲乙丙公園丁戊"]


def test_a_character_between_rewritten_words_is_no_trace_of_a_passage() -> None:
    assert compared("甲乙丙丁戊", "子丑丙寅卯") == []
