"""A reader's own words stay whole, and all else is cut as jieba cuts it, with rjieba as without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import fold
from desktop.segmentation import OwnWords, Segmenter, default_segmenter

TEXT = "動物保護法和动物保护法院，字节跳动的Start art不一樣。".replace("動物保護法", "动物保护法")


def own(*words: str) -> OwnWords:
    return OwnWords(fold, frozenset(map(fold, words)))


def words(segmenter: Segmenter, text: str) -> list[str]:
    return [span.of(text) for span in segmenter.words(text)]


@pytest.fixture(params=["jieba", "quick"])
def segmenter(request: pytest.FixtureRequest) -> Segmenter:
    return default_segmenter() if request.param == "jieba" else default_segmenter().quick()


def test_a_word_of_the_reader_s_is_whole_wherever_it_stands(segmenter: Segmenter) -> None:
    assert "字节跳动" not in words(segmenter, TEXT)
    cut = words(segmenter.with_own(own("字節跳動", "动物保护法")), TEXT)
    assert cut.count("动物保护法") == 2
    assert "字节跳动" in cut
    assert "院" in cut, "what is left of a word that was cut by it is a word of its own"


def test_a_word_in_letters_is_none_of_a_longer_one(segmenter: Segmenter) -> None:
    assert words(segmenter.with_own(own("art")), "Start art")[-1] == "art"
    assert "Start" in words(segmenter.with_own(own("art")), "Start art")


def test_the_shared_segmenter_knows_nothing_of_it(segmenter: Segmenter) -> None:
    before = words(segmenter, TEXT)
    words(segmenter.with_own(own("字节跳动", "护法院")), TEXT)
    assert words(segmenter, TEXT) == before
    assert words(default_segmenter(), TEXT) == before
    assert segmenter.frequency("字节跳动") == default_segmenter().frequency("字节跳动")


_ALPHABET = "动物保护法院和字节跳动的 a，1"


@settings(max_examples=150, deadline=None)
@given(st.text(_ALPHABET, max_size=40), st.lists(st.text(_ALPHABET.strip(), min_size=2, max_size=4), max_size=4))
def test_tokens_tile_the_text_and_keep_whole_what_is_to_be(text: str, whole: list[str]) -> None:
    mine = own(*whole)
    spans = list(default_segmenter().with_own(mine).words(text))
    assert "".join(span.of(text) for span in spans) == text
    assert all(spans)
    for kept in mine.whole_in(text):
        assert kept in spans
    plain = set(default_segmenter().words(text))
    touched = [one for one in plain if any(one.overlaps(kept) for kept in mine.whole_in(text))]
    assert plain - set(touched) <= set(spans), "what it has nothing to do with is cut as ever"
    assert list(default_segmenter().quick().with_own(mine).words(text)) == spans
