"""How much a text looks like Chinese prose: what decides between encodings that could all have made it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from itertools import chain

from desktop.documents.containers.characters import SIMPLIFIED, TRADITIONAL

# Each weight is about the logarithm of how much likelier its kind of character is in prose than in prose read by a
# wrong codec, which scatters over all the ideographs. Shares in prose: jieba's counts, see `characters`.
_COMMONEST, _COMMON, _FAMILIAR = 3.5, 2.5, 1.5
_PUNCTUATION = 2.0
_ORNAMENT = 0.0
_OTHER_IDEOGRAPH, _OTHER_SCRIPT = -1.8, -1.5
_IMPOSSIBLE = -4.5

_TIERS = ((100, _COMMONEST), (300, _COMMON), (900, _FAMILIAR))
# With the ideographic space, which indents.
_PROSE_PUNCTUATION = "\u3000，。、；：？！“”‘’「」『』（）《》〈〉【】…—·．～－　＂／％０１２３４５６７８９\u00a0"
# Rows of these part the pieces of a text; they must not outweigh its words.
_ORNAMENTS = "─━═★☆●○◎◆◇■□▲△※"
_IMPOSSIBLE_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs"})


def score(text: str) -> float:
    """Return the mean weight of the telling characters of `text`: above 0 for prose, below 0 for noise.

    Printable ASCII and the usual white space tell nothing, since every encoding has them in the same place; a text
    that has nothing else scores 0.
    """
    counts = Counter(text)
    telling = {char: count for char, count in counts.items() if not _tells_nothing(char)}
    total = sum(telling.values())
    return sum(_weight(char) * count for char, count in telling.items()) / total if total else 0.0


def _tells_nothing(char: str) -> bool:
    return " " <= char <= "~" or char in "\t\n\v\f\r\x1b"


@cache
def _weights() -> dict[str, float]:
    """Return the weights of the characters that prose is mostly made of."""
    weights = dict.fromkeys(_PROSE_PUNCTUATION, _PUNCTUATION) | dict.fromkeys(_ORNAMENTS, _ORNAMENT)
    start = 0
    for end, weight in _TIERS:
        weights.update(dict.fromkeys(chain(SIMPLIFIED[start:end], TRADITIONAL[start:end]), weight))
        start = end
    return weights


def _weight(char: str) -> float:
    known = _weights().get(char)
    if known is not None:
        return known
    if "\u4e00" <= char <= "\u9fff":
        return _OTHER_IDEOGRAPH
    return _IMPOSSIBLE if unicodedata.category(char) in _IMPOSSIBLE_CATEGORIES else _OTHER_SCRIPT
