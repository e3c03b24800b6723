"""Folding: one key for the same words in simplified or traditional script, for search that is blind to script.

Two characters fold to one if a conversion that keeps lengths can put one in the place of the other. So whatever the
page shows in t2s, tw2s, hk2s, s2t, s2tw, s2hk, t2tw or t2hk folds as its source does (s2twp and tw2sp exchange words,
内存 and 記憶體, and promise nothing). The classes are closed over

- TSCharacters, and STCharacters with all candidates (里: 裏 里; 复: 復 複 覆);
- TWVariants and HKVariants and their reverses (裏 裡, 爲 為, 羣 群, 着 著);
- the few pairs that stand in no character table and only phrases exchange, PHRASE_PAIRS.

Only pairs within the BMP count, so that a folded text is as long as the text in UTF-16 too; the 800 or so rare
characters whose other form lies beyond fold to themselves. That is as far as it goes: the largest class has six
members (台 臺 颱 ...). Besides, ASCII capitals and the full-width forms of ASCII fold to small ASCII letters, and
blanks of any width, which nobody can tell apart by eye, to a space. Never casefold or NFKC: they change lengths.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.script.tables.dictionaries import read_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters that TSPhrases (沈沒 沉没, 傢俱 家具) or STPhrases (坐标 座標, 呆着 待著) exchange although no table of
# characters does; the simpler form comes second. Of the words in jieba's dictionary that these make equal, all are
# spellings of one word (坐位 座位, 香熏 香薰) but for 呆人 待人.
PHRASE_PAIRS = ("沈沉", "俱具", "幷并", "薰熏", "待呆", "座坐", "醯酰", "鏚戚", "繐穗", "唚吣", "庇蔽")

_TOWARDS_SIMPLIFIED = ("TSCharacters.txt", "TWVariantsRev.txt", "HKVariantsRev.txt")
_FROM_SIMPLIFIED = ("TWVariants.txt", "HKVariants.txt", "STCharacters.txt")
_BMP_SIZE = 0x10000
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_BLANKS = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
"""The tab and the spaces of Unicode's category Zs, without the space."""


def fold(text: str) -> str:
    """Return the folded form of `text`: as many code points and UTF-16 units, each in the place of its own.

    Folding twice is folding once. The result is a key to compare and search by, not to be shown. Raises
    DictionaryError if the dictionaries are missing.
    """
    return text.translate(_table())


@cache
def _table() -> list[int]:
    """Return the code point that each one of the BMP folds to; a list, which translates twice as fast as a dict."""
    table = list(range(_BMP_SIZE))
    for character, representative in _classes().items():
        table[ord(character)] = ord(representative)
    for capital in range(ord("A"), ord("Z") + 1):
        table[capital] = capital + 0x20
    for wide in _FULL_WIDTH:
        table[wide] = table[wide - _FULL_WIDTH.start + ord("!")]
    for blank in _BLANKS:
        table[blank] = ord(" ")
    return table


def _classes() -> dict[str, str]:
    """Return the representative of each character that folds, by joining all pairs; mostly the simplified form."""
    parents: dict[str, str] = {}
    for character, simpler in _pairs():
        lower, upper = _root(parents, character), _root(parents, simpler)
        if lower != upper:
            parents[lower] = upper
    return {character: _root(parents, character) for character in parents}


def _root(parents: dict[str, str], character: str) -> str:
    while character in parents:
        character = parents[character]
    return character


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield (character, its simpler form) from every table, both in the BMP."""
    for name in _TOWARDS_SIMPLIFIED:
        yield from _in_bmp(name)
    for name in _FROM_SIMPLIFIED:
        yield from ((value, key) for key, value in _in_bmp(name))
    yield from ((pair[0], pair[1]) for pair in PHRASE_PAIRS)


def _in_bmp(name: str) -> Iterator[tuple[str, str]]:
    for key, values in read_dictionary(name).items():
        for value in values.split(" "):
            if len(value) == 1 and ord(key) < _BMP_SIZE > ord(value):
                yield key, value
