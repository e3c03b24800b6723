"""Which words can be keywords at all: neither stop words, nor numerals, nor single characters, nor punctuation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from desktop.paths import resource
from desktop.script import fold

MIN_LENGTH = 2

# 一个, 两次, 第三, 一是: a numeral, with or without a measure word. 三国, 一生, 千里 are words of their own.
_NUMERAL = re.compile(
    r"[第几数多好每]?[零〇一二两三四五六七八九十百千万亿几]+[个种次位年月日天些条只张本点岁时分秒号回遍场批项代届倍成多余来是]*"
)

# 眼是 of 一隻眼是空洞, 風在 of 風在刮: words that the model for unknown words makes up out of a particle.
PARTICLES = frozenset(
    "的地得了着过是在有和与及或就也都又还不没要想会能把被让给对向从到于而且但若吗呢吧啊们这那其之很更越最太再才只"
    "我你您他她它一"
)


@cache
def stop_words() -> frozenset[str]:
    """Return the folded stop words of `resources/dictionaries/stop-words.txt`."""
    lines = resource("dictionaries/stop-words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=2**15)
def is_content_word(word: str) -> bool:
    """Tell whether the simplified `word` says something about its text, and so may be a keyword."""
    return (
        len(word) >= MIN_LENGTH
        and word[0].isalnum()
        and word[-1].isalnum()
        and any(char.isalpha() for char in word)
        and not _NUMERAL.fullmatch(word)
        and fold(word) not in stop_words()
    )


def may_be_keyword(word: str, *, known: bool) -> bool:
    """Tell whether the simplified `word` may be a keyword.

    If it is not `known` to any dictionary, it must not begin or end in a particle.
    """
    return is_content_word(word) and (known or PARTICLES.isdisjoint({word[0], word[-1]}))
