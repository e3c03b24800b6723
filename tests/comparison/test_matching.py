"""Which answers of a newer save are new, edited and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.comparison.matching import ThreadChanges, compare_threads
from desktop.documents import parse_document
from desktop.script import convert
from tests.comparison.saves import CHEN, LIN, QUESTION, WANG, ZHAO, Post, save

if TYPE_CHECKING:
    from desktop.documents import Document

EDITED = CHEN._replace(words=CHEN.words.replace("所以我只在書上畫線", "後來我連線也不畫了"))
REWRITTEN = CHEN._replace(
    words="全部重寫了一遍，從頭到尾沒有一句是原來的話。\n請看評論區裡的說明，那裡講得更清楚一些。"
)


def changes(earlier: Document, later: Document) -> tuple[set[int], dict[int, int], set[int]]:
    """Return the new, the edited and the gone answers."""
    found = compare_threads(earlier, later)
    return set(found.new), dict(found.edited), set(found.gone)


def test_nothing_changed() -> None:
    assert not compare_threads(save([LIN, CHEN]), save([LIN, CHEN]))
    assert compare_threads(save([LIN]), save([LIN])) == ThreadChanges()


def test_new_edited_and_gone() -> None:
    assert changes(save([LIN, CHEN, WANG]), save([ZHAO, EDITED, LIN])) == ({0}, {1: 1}, {2})


def test_another_order_is_no_change() -> None:
    assert not compare_threads(save([LIN, CHEN, WANG]), save([WANG, LIN, CHEN]))


def test_an_address_tells_even_where_author_and_words_are_others() -> None:
    earlier = save([CHEN._replace(address="https://www.example.org/question/1/answer/22")])
    later = save([REWRITTEN._replace(author="知乎用户", address="https://example.org/answer/22?utm=x")])
    assert changes(earlier, later) == (set(), {0: 0}, set())


def test_two_addresses_are_two_answers_even_of_one_author() -> None:
    earlier = save([CHEN._replace(address="https://example.org/answer/22")])
    later = save([EDITED._replace(address="https://example.org/answer/33")])
    new, edited, gone = changes(earlier, later)
    assert not edited
    # Nearly all of what it says is there: only what is really new or gone is said to be.
    assert (new, gone) == ({0}, {0})


TOPIC = "https://example.org/t/1000001"


@pytest.mark.parametrize(
    ("topic", "post"),
    [
        ("https://forum.example/viewtopic.php?t=1", "https://forum.example/viewtopic.php?p={0}#p{0}"),
        (TOPIC, TOPIC + "?p={}"),
        (TOPIC, TOPIC + "#reply{}"),
        ("", TOPIC + "?p={}&utm_source=x"),
        ("", TOPIC),
    ],
    ids=["phpBB", "parameter", "fragment", "of no topic", "all in one place"],
)
def test_answers_at_one_path_are_told_apart_by_what_follows_it(topic: str, post: str) -> None:
    lin, edited, chen, wang = (
        one._replace(address=post.format(number)) for number, one in enumerate((LIN, EDITED, CHEN, WANG))
    )
    chen = chen._replace(address=edited.address)
    earlier = save([lin, chen], address=topic)
    assert changes(earlier, save([wang, lin, edited], address=topic)) == ({0}, {2: 1}, set())


def test_one_answer_at_the_path_of_its_thread_is_not_another_one_there() -> None:
    earlier, later = (save([one._replace(address=f"{TOPIC}?p={one.author}")], address=TOPIC) for one in (LIN, WANG))
    assert changes(earlier, later) == ({0}, {}, {0})


def test_who_sent_a_reader_there_tells_no_answer() -> None:
    places = (f"{TOPIC}?p=1&from=timeline", f"{TOPIC}?spm=1.2&p=1")
    earlier, later = (
        save([one._replace(address=place)], address=TOPIC)
        for one, place in zip((CHEN, REWRITTEN), places, strict=True)
    )
    assert changes(earlier, later) == (set(), {0: 0}, set())


@pytest.mark.parametrize("name", ["陳默（改名）", "匿名用户", ""])
def test_an_author_who_has_another_name_wrote_the_same_answer(name: str) -> None:
    later = save([LIN, EDITED._replace(author=name)])
    assert changes(save([LIN, CHEN]), later) == (set(), {1: 1}, set())
    assert not compare_threads(save([LIN, CHEN]), save([LIN, CHEN._replace(author=name)]))


def test_what_an_author_wrote_anew_is_not_what_they_wrote_before() -> None:
    assert changes(save([LIN, CHEN]), save([LIN, REWRITTEN])) == ({1}, {}, {1})


def test_several_answers_of_one_author_are_told_apart_by_their_words() -> None:
    ours = [Post("林語", one.words) for one in (LIN, CHEN, WANG)]
    edited = ours[1]._replace(words=EDITED.words)
    assert changes(save(ours), save([ours[2], edited, ours[0]])) == (set(), {1: 1}, set())


def test_anonymous_answers_are_told_by_their_words_alone() -> None:
    ours = [Post("匿名用户", one.words) for one in (LIN, CHEN, WANG)]
    edited = ours[1]._replace(words=EDITED.words)
    later = save([edited, Post("匿名用户", ZHAO.words), ours[0]])
    assert changes(save(ours), later) == ({1}, {0: 1}, {2})


def test_a_short_answer_that_was_edited() -> None:
    earlier, later = save([LIN, Post("甲乙", "好的。")]), save([LIN, Post("甲乙", "不好。")])
    assert changes(earlier, later) == (set(), {1: 1}, set())


@pytest.mark.parametrize("noise", ["，", "！"])
def test_punctuation_and_gaps_are_no_change(noise: str) -> None:
    later = save([LIN._replace(words=LIN.words.replace("，", f" {noise} ").replace("\n", ""))])
    assert not compare_threads(save([LIN]), later)


def test_another_script_is_no_change() -> None:
    later = [Post(convert(one.author, "tw2s").text, convert(one.words, "tw2s").text) for one in (LIN, CHEN, WANG)]
    assert not compare_threads(save([LIN, CHEN, WANG]), save(later, title=convert(QUESTION, "tw2s").text))


def test_lines_of_facts_and_numbers_of_lists_are_no_change() -> None:
    earlier = save([LIN._replace(words=f"1. {LIN.words}\n赞同 1,024")])
    later = save([LIN._replace(words=f"{LIN.words}\n赞同 1,100 | 编辑于 2024-05-01")])
    assert not compare_threads(earlier, later)


@pytest.mark.parametrize(
    ("before", "now"), [("3.5% 的人", "5% 的人"), ("3.5% 的人", "9.5% 的人"), ("３．５倍", "５倍")]
)
def test_a_decimal_is_no_number_of_a_list(before: str, now: str) -> None:
    earlier, later = (save([LIN._replace(words=f"{words}都這樣做。\n{LIN.words}")]) for words in (before, now))
    assert changes(earlier, later) == (set(), {0: 0}, set())


def test_what_is_only_parted_otherwise_is_no_change() -> None:
    whole = "\n".join(f"{one.author}\n{one.words}" for one in (LIN, CHEN, WANG))
    assert not compare_threads(save([Post("", whole)]), save([LIN, CHEN, WANG]))
    assert not compare_threads(save([LIN, CHEN, WANG]), save([Post("", whole)]))


def test_an_article_that_was_edited() -> None:
    earlier = parse_document(CHEN.words, save([CHEN]).path)
    later = parse_document(EDITED.words, earlier.path)
    assert changes(earlier, later) == (set(), {0: 0}, set())


def test_it_can_be_given_up() -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def pause() -> None:
        raise Enough

    with pytest.raises(Enough):
        compare_threads(save([LIN]), save([CHEN]), pause)
