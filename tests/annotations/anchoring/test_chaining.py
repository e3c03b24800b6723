"""What speaks for the runs that two texts share, which of them are believed, and which doubted."""

from __future__ import annotations

import pytest

from desktop.annotations.anchoring.alignment import SharedRun
from desktop.annotations.anchoring.chaining import claimed, run_supports
from desktop.annotations.anchoring.shared_runs import FreeText

SENTENCE = "天氣好就該去公園裡面走一走。"
FEW = "走到公園裡面"


def test_of_two_copies_the_one_beside_its_old_neighbours_weighs_more() -> None:
    before, after = SharedRun(0, 0, 50), SharedRun(70, 70, 50)
    there, elsewhere = SharedRun(50, 50, 20), SharedRun(50, 900, 20)
    _, _, one, other = run_supports([before, after, there, elsewhere])
    assert one.weight > other.weight == 20
    assert other.beside == 0


def test_a_long_run_that_moved_weighs_more_than_a_few_of_its_words_in_place() -> None:
    moved, words = SharedRun(100, 5000, 120), SharedRun(140, 140, 7)
    _, _, one, other = run_supports([SharedRun(0, 0, 100), SharedRun(220, 160, 200), moved, words])
    assert one.weight > other.weight


def test_a_passage_with_a_break_weighs_less_than_one_without() -> None:
    whole, first, second = SharedRun(0, 0, 42), SharedRun(0, 500, 27), SharedRun(28, 528, 14)
    support = run_supports([whole, first, second])
    assert support[0].weight > max(support[1].weight, support[2].weight)


def test_what_lies_far_away_speaks_for_nothing() -> None:
    assert [each.beside for each in run_supports([SharedRun(0, 0, 50), SharedRun(400, 400, 50)])] == [0, 0]


def told(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the words that are believed to be the same in both texts, and those that are doubted."""
    claims, doubts = claimed(FreeText(old), FreeText(new), [])
    return [_words(run, old) for run in claims], [_words(run, old) for run in doubts]


def _words(run: SharedRun, old: str) -> str:
    return old[run.old : run.old_end]


def test_a_sentence_that_moved_is_believed() -> None:
    assert told(f"甲。{SENTENCE}乙。", f"丙！丁？{SENTENCE}") == ([SENTENCE], [])


def test_a_sentence_that_moved_and_was_copied_is_doubted_in_both_places() -> None:
    assert told(f"甲：{SENTENCE}乙", f"{SENTENCE}丙丁戊己庚辛\n{SENTENCE}") == ([], [SENTENCE] * 2)


def test_two_sentences_that_are_the_same_now_are_doubted_when_one_is_left() -> None:
    assert told(f"甲：{SENTENCE}丙丁戊己庚辛\n{SENTENCE}", f"乙。{SENTENCE}癸") == ([], [SENTENCE] * 2)


def test_of_two_near_duplicates_each_is_believed_where_its_own_words_are() -> None:
    first, second = SENTENCE.replace("公園", "湖邊"), SENTENCE
    assert told(f"{first}甲乙丙{second}", f"{second}子丑寅{first}")[1] == []


QUOTED = {
    "amid sentences": (f"我們{FEW}再說吧", f"他不想{FEW}做什麼"),
    "from the beginning of a sentence": (f"好。{FEW}再說吧", f"他想{FEW}嗎"),
}


@pytest.mark.parametrize(("old", "new"), QUOTED.values(), ids=QUOTED.keys())
def test_a_few_words_from_amid_a_sentence_may_be_a_quotation(old: str, new: str) -> None:
    assert told(old, new) == ([], [FEW])


@pytest.mark.parametrize("marks", ["。。", "，，", "：！"])
def test_a_few_words_between_marks_may_have_moved(marks: str) -> None:
    assert told(f"甲{marks[0]}{FEW}、乙", f"丙丁{marks[0]}{FEW}{marks[1]}戊")[1] == []


def test_words_that_go_on_as_another_passage_does_are_a_copy_of_that() -> None:
    twin, deleted = f"子丑{SENTENCE[:-1]}吧？", f"寅卯{SENTENCE[:-1]}嗎？"
    before, after = FreeText(f"{twin}\n{deleted}"), FreeText(f"{twin}\n辰巳，{SENTENCE[:-1]}吧！")
    before.take(0, len(twin))
    after.take(0, len(twin))
    claims, doubts = claimed(before, after, [])
    assert (claims, [run.old for run in doubts]) == ([], [len(twin) + 3])
