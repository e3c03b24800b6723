"""Names keep their characters: by what stands around one, and by what the whole thread shows of it."""

from __future__ import annotations

import pytest

from desktop.script import Conversion, Edition, Names, Script, convert, explain, find_names
from tests.script.names.sentences import sentences, wrong

OWN = Edition.BAIJIA


def test_of_three_hundred_sentences_six_at_most_come_back_wrong() -> None:
    assert len(sentences()) >= 300
    found = wrong(OWN)
    assert len(found) <= 6, "\n".join(" ".join(pair) for pair in found)
    assert len(wrong(Edition.OFFICIAL)) > 60


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("余先生，范先生，游小姐", "余先生，范先生，游小姐"),
        ("十余家，旅游小姐，五分钟老师", "十餘家，旅遊小姐，五分鐘老師"),
        ("钟医师看钟", "鍾醫師看鐘"),
        ("游建华", "游建華"),
        ("和游泰国的人", "和遊泰國的人"),
        ("由于先生不在，于先生来了", "由於先生不在，于先生來了"),
        ("埃里克森、里根、克里", "埃里克森、里根、克里"),
        ("乌尔里希公爵在巴黎里的家", "烏爾里希公爵在巴黎裡的家"),
        ("埃罗·沙里宁和杰里·钱伯斯", "埃羅·沙里寧和傑里·錢伯斯"),
        ("余慈高速，涂姓技士", "餘慈高速，塗姓技士"),
        ("石碇区石碇里的庙，市区学校里的庙", "石碇區石碇里的廟，市區學校裡的廟"),
    ],
)
def test_what_stands_around_a_name_settles_it(simplified: str, traditional: str) -> None:
    assert convert(simplified, "s2tw", OWN).text == traditional


def test_what_one_place_proves_holds_for_the_whole_thread() -> None:
    thread = "游建华教授来了。\n后来和游建华走了。\n巴里·洛克里的事。\n说到洛克里的看法"
    names = find_names(thread)
    assert dict(names.items).keys() >= {"游建华", "洛克里"}
    assert "和遊建華" in convert(thread, "s2tw", OWN).text
    shown = convert(thread, "s2tw", OWN, names=names).text
    assert shown == "游建華教授來了。\n後來和游建華走了。\n巴里·洛克里的事。\n說到洛克里的看法"


def test_an_author_is_a_name_without_any_proof() -> None:
    names = find_names("", ["泽于", "老周", "于是这样开头的一个很长的句子当名字", "abc"])
    assert names.items == (("泽于", "泽于"),)
    assert convert("泽于来了，由于下雨", "s2tw", OWN, names=names).text == "澤于來了，由於下雨"


def test_a_choice_of_the_reader_replaces_what_was_found() -> None:
    names = find_names("钟海先生").as_said((("钟海", "鐘海"),))
    assert convert("钟海来了，钟海先生", "s2tw", OWN, names=names).text == "鐘海來了，鐘海先生"


def test_what_a_reader_says_is_a_name_is_one_in_all_its_characters() -> None:
    names = Names(said=(("叶后", "叶后"),))
    assert convert("叶后说", "s2tw", OWN).text == "葉後說"
    assert convert("叶后说，落叶后", "s2tw", OWN, names=names).text == "叶后說，落葉後"


def test_what_a_reader_says_is_no_name_is_settled_by_none() -> None:
    thread = "余海先生说了余海。余海明先生来了"
    names = find_names(thread)
    assert convert(thread, "s2tw", OWN, names=names).text == "余海先生說了余海。余海明先生來了"
    none = names.as_said((("余海", None),))
    assert convert(thread, "s2tw", OWN, names=none).text == "餘海先生說了餘海。余海明先生來了"
    assert convert(thread, "s2tw", OWN, names=none.as_said(())).text == convert(thread, "s2tw", OWN, names=names).text


def test_names_are_kept_to_in_a_conversion_and_its_explanation() -> None:
    names = Names((("余海", "余海"),))
    conversion = Conversion("s2tw", OWN, Script.TRADITIONAL, names=names)
    assert conversion.apply("其余余海余下").text == "其餘余海餘下"
    assert explain("我是余海", 2, "s2tw", OWN, names=names).shown == "余"
    assert hash(conversion) != hash(Conversion("s2tw", OWN, Script.TRADITIONAL))


def test_other_editions_know_no_names() -> None:
    names = Names((("余海", "余海"),))
    assert convert("余海", "s2tw", Edition.OFFICIAL, names=names).text == "餘海"


def test_an_author_who_is_called_by_a_word_changes_no_word() -> None:
    assert find_names("", ["后来", "旅游达人", "游戏人生", "余生", "咸鱼", "云游四海"]) == Names()
    assert find_names("", ["大肚里的猫", "爱干饭的人", "李云"]) == Names()
    authors = ["余秋雨", "泽于_98", "老余", "游建华（上海）"]
    assert dict(find_names("", authors).items).keys() == {"余秋雨", "泽于", "老余", "游建华"}


def test_what_is_no_part_of_a_name_is_decided_by_none() -> None:
    text = "至于余海的事，余海先生说了。钟云海先生也说了"
    names = find_names(text)
    assert dict(names.items).keys() == {"余海", "钟云海"}
    assert convert(text, "s2tw", OWN, names=names).text == "至於余海的事，余海先生說了。鍾雲海先生也說了"


def test_a_short_name_that_the_cut_does_not_part_is_one_behind_what_names_stand_behind() -> None:
    names = Names((("泽于", "泽于"),))
    assert convert("和泽于，光泽于其上", "s2tw", OWN, names=names).text == "和澤于，光澤於其上"
