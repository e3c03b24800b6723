"""Words that are whole to a reader: names, words of concepts, neighbours that are never apart; no addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.keywords.vocabulary import vocabularies
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from desktop.segmentation import Segmenter


def words(segmenter: Segmenter, *said: str) -> dict[str, int]:
    """Return the words of all that is said, each by another author, with their counts."""
    found: dict[str, int] = {}
    for vocabulary in vocabularies(thread(*((f"甲{n}", one) for n, one in enumerate(said))), segmenter):
        for key, count in vocabulary.counts.items():
            word = vocabulary.written(key)
            found[word] = found.get(word, 0) + count
    return found


@pytest.mark.parametrize("text", ["导演理查德·凯利却放弃了", "導演理查德•凱利卻放棄了"])
def test_a_name_with_dots_is_whole(segmenter: Segmenter, text: str) -> None:
    found = words(segmenter, text)
    assert set(found) & {"理查德·凯利", "理查德•凱利"}
    assert not set(found) & {"凯利", "凱利"}


def test_a_list_with_dots_is_no_name(segmenter: Segmenter) -> None:
    assert set(words(segmenter, "《三国演义》·罗贯中")) >= {"罗贯中"}


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (("动物保护法要修，动物保护法难修。", "动物园里有动物。"), "动物保护法"),
        (("字节跳动的产品。", "字节跳动抽成。"), "字节跳动"),
        (("拼多多便宜。", "拼多多也好，拼多多。"), "拼多多"),
        (("普京和泽连斯基要是谈。",), "泽连斯基"),
        (("网纹草、白鹤芋都耐阴。",), "白鹤芋"),
        (("我們討論的是托嬰中心幾點關門的。托嬰中心七點關門。托嬰中心如果不關。",), "托嬰中心"),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_words_that_a_reader_takes_for_one_are_one(segmenter: Segmenter, said: tuple[str, ...], word: str) -> None:
    assert word in words(segmenter, *said)


def test_words_with_a_conjunction_between_stay_apart(segmenter: Segmenter) -> None:
    assert words(segmenter, "熊貓與中國。" * 5) == {"熊貓": 5, "中國": 5}


def test_pieces_of_addresses_are_no_words(segmenter: Segmenter) -> None:
    text = (
        "见 https://www.example.com/question/20840?from=news#top，或写信到 reader.one@mail.example.org，"
        "又见www.sample.cn/list.html和example.io。苹果.com不好。"
    )
    assert (
        set(words(segmenter, text))
        & {*("question", "from", "news", "top", "reader", "one", "mail", "example", "sample", "list", "io")}
        == set()
    )


def test_words_in_letters_are_whole(segmenter: Segmenter) -> None:
    assert words(segmenter, "naïve café by Zoë, don't") == {"naïve": 1, "café": 1, "Zoë": 1, "don't": 1}


def test_a_word_of_a_concept_within_others_is_left_alone(segmenter: Segmenter) -> None:
    found = words(segmenter, "各大河川普遍整治，讲四川普通话。")
    assert {"河川", "四川"} <= set(found)
    assert "特朗普" not in found


def test_the_words_of_one_concept_count_together(segmenter: Segmenter) -> None:
    assert words(segmenter, "川普和特朗普，普丁与普京。") == {"川普": 2, "普丁": 2}
