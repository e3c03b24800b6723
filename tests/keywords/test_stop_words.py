"""Which words may be keywords."""

from __future__ import annotations

import pytest

from desktop.keywords.stop_words import is_content_word, stop_words
from desktop.paths import resource
from desktop.script import convert


@pytest.mark.parametrize("word", ["普京", "半期", "三国", "一生", "千里", "GPT-4", "3D打印", "卡拉OK"])
def test_a_word_with_a_meaning_of_its_own_may_be_a_keyword(word: str) -> None:
    assert is_content_word(word)


@pytest.mark.parametrize("word", ["因为", "我们", "HTTP", "一个", "第三", "二十多", "几次", "一是"])
def test_stop_words_and_numerals_may_not(word: str) -> None:
    assert not is_content_word(word)


@pytest.mark.parametrize("word", ["国", "A", "。", "……", "  ", "\n", "2024", "3.5%", "——", "😀😀", "-国", ""])
def test_neither_may_single_characters_numbers_blanks_and_punctuation(word: str) -> None:
    assert not is_content_word(word)


def test_a_stop_word_in_traditional_script_is_one_too() -> None:
    assert not is_content_word("因為")
    assert not is_content_word("這樣")


def test_the_list_is_simplified_and_says_nothing_twice() -> None:
    lines = resource("dictionaries/stop-words.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    assert len(words) == len(set(words)) > 400
    assert [word for word in words if convert(word, "t2s").text != word] == []
    assert not any(word != word.strip() or len(word) < 2 for word in words)
    assert len(stop_words()) >= 0.99 * len(words)
