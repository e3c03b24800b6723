"""The words of another region: every pair of the list, how the file is read, and what it can reach."""

from __future__ import annotations

import pytest

from desktop.script import Edition, are_same_words, convert, explain
from desktop.script.tables.editions import read_chain
from desktop.script.tables.vocabulary import Word, parsed_vocabulary, vocabulary, with_vocabulary
from tests.script.vocabulary.pairs import Pair, pairs, wrong

OWN = Edition.BAIJIA


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.config}-{pair.source}")
def test_a_word_is_what_the_other_region_calls_it_or_stays(pair: Pair) -> None:
    assert convert(pair.source, pair.config, OWN).text == pair.shown


def test_the_list_is_one_of_three_hundred_of_which_opencc_has_half() -> None:
    listed = pairs()
    assert len({(pair.config, pair.source) for pair in listed}) == len(listed) >= 300
    assert len(wrong(Edition.OFFICIAL, listed)) > 150


def test_a_pair_a_group_and_a_class_are_read() -> None:
    text = "{能} = 甲 乙丙\n@ s2twp\n優盤=隨身碟 # why\n質量 = 質量\n_\n質量 = 品質\n_{能} 丁_\n@ tw2sp\n隨身碟=優盤"
    assert parsed_vocabulary(text) == {
        "s2twp": [
            Word("優盤", "隨身碟"),
            Word("質量", "質量"),
            Word("質量", "品質", "", "甲"),
            Word("質量", "品質", "", "乙丙"),
            Word("質量", "品質", "丁"),
        ],
        "tw2sp": [Word("隨身碟", "優盤")],
    }


@pytest.mark.parametrize(
    "line", ["優盤=隨身碟", "@ s2twp\n質量", "@ s2twp\n優盤=隨身碟 質量", "@ s2twp\n質量 = 品質\n守恆"]
)
def test_a_line_that_says_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=line.rpartition("\n")[2].rpartition(" ")[2]):
        parsed_vocabulary(line)


def test_two_words_in_one_anothers_company_are_both_exchanged() -> None:
    assert convert("打开菜单", "s2twp", OWN).text == "開啟選單"
    assert convert("開啟檔案", "tw2sp", OWN).text == "打开文件"
    assert convert("開啟", "tw2sp", OWN).text == "开启"
    assert convert("檔案", "tw2sp", OWN).text == "档案"


def test_neighbours_are_shown_as_the_dictionary_shows_them() -> None:
    found = with_vocabulary({"文件": "檔案"}, "s2twp", {"裏": "裡"})
    assert found["打開文件"] == "開啟檔案"
    assert found["心裏默認"] == "心裡默認"


def test_every_word_is_written_as_simplified_text_leads_to_it() -> None:
    keys = [f"{one.before}{one.word}{one.after}" for one in vocabulary()["s2twp"]]
    simplified = convert("\n".join(keys), "t2s", Edition.OFFICIAL).text
    reached = convert(simplified, "s2t", OWN).text.split("\n")
    assert [(key, other) for key, other in zip(keys, reached, strict=True) if key != other] == []


def test_no_word_is_said_twice() -> None:
    for config, words in vocabulary().items():
        alone = [one.word for one in words if not (one.before or one.after)]
        assert sorted(alone) == sorted(set(alone)), config


def test_only_configurations_that_exchange_words_have_them() -> None:
    assert [config for config in ("s2t", "s2tw", "s2hk", "tw2s", "hk2s") if read_chain(config, OWN).has_words] == []
    assert read_chain("s2twp", OWN).has_words
    assert read_chain("tw2sp", OWN).has_words
    assert not read_chain("s2twp", Edition.OFFICIAL).has_words


def test_an_explanation_names_the_file() -> None:
    told = explain("插上优盘", 3, "s2twp", OWN)
    assert (told.source, told.shown) == ("优盘", "隨身碟")
    assert told.exchanges[-1].names == "TWPhrases.txt + vocabulary.txt"


def test_a_query_stands_for_the_words_of_the_file() -> None:
    assert are_same_words("优盘", "隨身碟")
    assert are_same_words("飛彈", "导弹")
