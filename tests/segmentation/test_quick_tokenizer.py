"""The quick segmenter cuts as jieba does, word by word, and is made without holding anybody up."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.segmentation import Segmenter, quick_tokenizer

if TYPE_CHECKING:
    from desktop.segmentation.jieba_library import Tokenizer

HAN = 100_000


@pytest.fixture(scope="module")
def quick(tokenizer: Tokenizer) -> Segmenter:
    pytest.importorskip("rjieba")
    return Segmenter(tokenizer).quick()


def test_a_hundred_thousand_han_characters_fall_into_the_words_of_jieba(
    tokenizer: Tokenizer, quick: Segmenter
) -> None:
    """Words of the dictionary in any order, with characters between them that make names of none."""
    random = Random(12)  # noqa: S311 (the same text every time)
    words = [word for word, count in tokenizer.FREQ.items() if count and "一" <= min(word) <= max(word) <= "龥"]
    text, length = list[str](), 0
    while length < HAN:
        piece = "".join(random.choices(words, k=9)) + chr(random.randrange(0x4E00, 0x9FA6))
        text += piece, random.choice("，。、？\n")
        length += len(piece)
    said = "".join(text)
    assert list(quick.words(said)) == list(Segmenter(tokenizer).words(said))


@settings(max_examples=150, deadline=None)
@given(st.text("普京和泽连斯基谈判一二龥㐀𠮷abcA1.-+#%, \n\u3000，。é😀", max_size=60))
def test_so_does_anything_else(tokenizer: Tokenizer, quick: Segmenter, text: str) -> None:
    assert list(quick.words(text)) == list(Segmenter(tokenizer).words(text))


def test_it_is_made_once_in_slices_and_knows_how_often_words_are(tokenizer: Tokenizer) -> None:
    pytest.importorskip("rjieba")
    pauses = list[None]()
    segmenter = Segmenter(tokenizer, lambda: pauses.append(None))
    made = segmenter.quick()
    assert len(pauses) > 40
    pauses.clear()
    again = segmenter.pausing(lambda: pauses.append(None)).quick()
    assert pauses == []
    assert [span.of("和泽连斯基") for span in again.words("和泽连斯基")] == ["和泽", "连斯基"]
    assert (made.frequency("普京"), made.corpus_size) == (segmenter.frequency("普京"), segmenter.corpus_size)


def test_without_rjieba_it_is_jieba_itself(tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_name: str) -> None:
        return None

    monkeypatch.setattr(quick_tokenizer, "find_spec", none)
    assert quick_tokenizer.quick_tokenizer(tokenizer) is tokenizer
    assert [span.of("會談") for span in Segmenter(tokenizer).quick().words("會談")]
