"""The names that a reader is shown: where each stands, by what it is one, and how it can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script import (
    NO_NAMES,
    Edition,
    callings_of,
    find_names,
    forms_of,
    has_several_forms,
    in_region,
    name_lister,
)

if TYPE_CHECKING:
    from desktop.script.names.decided import Names


def listed(line: str, names: Names = NO_NAMES, authors: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    lister = name_lister(names, callings_of(authors, has_several_forms))
    return [(place.span.of(line), place.reason.value) for place in lister.places(line)]


def test_each_name_is_told_with_what_shows_it() -> None:
    line = "余先生和游建华教授说，钟海明在石碇区石碇里，埃里克森也在。"
    assert dict(listed(line)) == {
        "余先生": "title",
        "游建华": "title",
        "钟海明": "given",
        "石碇区石碇里": "village",
        "埃里克森": "sound",
    }


def test_surnames_that_need_no_decision_are_listed_for_they_have_other_forms() -> None:
    assert listed("范先生，叶老师，范围，落叶") == [("范先生", "title"), ("叶老师", "title")]


def test_foreign_names_that_a_dictionary_settles_are_listed_for_they_have_other_forms() -> None:
    line = "美国总统里根说，里根的减税、里根夫人和希拉里、尼克松、乌干达"
    names = [name for name, reason in listed(line) if reason == "sound"]
    assert names == ["里根", "里根", "里根", "希拉里", "尼克松", "乌干达"]
    assert forms_of("里根") == ["裏根", "里根"]


def test_words_of_such_characters_are_no_names() -> None:
    assert listed("在那里根本没有图里的海里、万里、英里，采纳干贝，干巴巴的，肯干、博采") == []


def test_what_another_line_or_an_author_proves_is_listed_everywhere() -> None:
    names = find_names("游建华教授来了")
    assert listed("后来和游建华走了", names) == [("游建华", "thread")]
    assert listed("和李杰走了", authors=("李杰",)) == [("李杰", "author")]


def test_an_author_who_is_called_by_a_word_makes_no_name_of_it() -> None:
    assert listed("后来我走了", authors=("后来",)) == []


def test_what_a_reader_said_keeps_its_reason_and_hides_what_is_within() -> None:
    names = find_names("余海先生来了").as_said((("余海", None), ("喝茶", "喝茶")))
    assert listed("余海先生喝茶", names) == [("余海", "title"), ("喝茶", "reader")]


def test_forms_have_the_fewest_unusual_characters_first_and_none_that_nobody_is_called_by() -> None:
    assert forms_of("余海") == ["餘海", "余海"]
    assert forms_of("钟文") == ["鐘文", "鍾文"]
    assert set(forms_of("叶后")) == {"葉後", "葉后", "叶後", "叶后"}
    assert forms_of("李明") == ["李明"]
    assert len(forms_of("里后余钟干叶")) == 8
    assert all(len(form) == 6 for form in forms_of("里后余钟干叶"))


def test_a_form_is_written_as_the_region_writes_it() -> None:
    assert (in_region("洛克裏", "s2tw"), in_region("洛克裏", "s2t"), in_region("洛克裏", None)) == (
        "洛克裡",
        "洛克裏",
        "洛克裏",
    )
    assert has_several_forms("钟", Edition.BAIJIA)
