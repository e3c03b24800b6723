"""Which script a text is written in, told from the characters that only one of the two has."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from desktop.paths import resource


class SourceScript(StrEnum):
    """The script that a source is written in."""

    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"

    @property
    def other(self) -> SourceScript:
        """The script that this one is not."""
        return SourceScript.SIMPLIFIED if self is SourceScript.TRADITIONAL else SourceScript.TRADITIONAL


class ScriptEvidence(NamedTuple):
    """How many code points of a text can only be traditional, and how many only simplified."""

    traditional: int
    simplified: int

    @property
    def script(self) -> SourceScript:
        """The script with more evidence.

        Traditional if they are even or there is none (皇后, English): the conversions from traditional change hardly
        any character that both scripts share, those from simplified must guess at many (后, 只, 面).
        """
        simplified = self.simplified > self.traditional
        return SourceScript.SIMPLIFIED if simplified else SourceScript.TRADITIONAL

    @property
    def pure(self) -> bool:
        """Tell whether there is no evidence of one of the two scripts: no stretch can be in it."""
        return not min(self)

    @property
    def mixed(self) -> bool:
        """Tell whether the lesser script has a tenth of the evidence or more.

        A quotation or a stray character stays below; an answer in the other script does not.
        """
        return min(self.traditional, self.simplified) * 10 >= max(1, self.traditional + self.simplified)


def detect_script(text: str) -> SourceScript:
    """Return the script that most of the telling characters of `text` belong to; traditional in doubt."""
    return weigh_script(text).script


def tells(text: str, script: SourceScript) -> bool:
    """Tell whether a code point of `text` can only be of `script`; as quick as that is found."""
    return not _telling_characters()[script is SourceScript.SIMPLIFIED].isdisjoint(text)


def weigh_script(text: str) -> ScriptEvidence:
    """Return the evidence in `text` for either script, one for each code point."""
    traditional, simplified = _telling_characters()
    counts = Counter(text)
    return ScriptEvidence(
        sum(count for character, count in counts.items() if character in traditional),
        sum(count for character, count in counts.items() if character in simplified),
    )


TRADITIONAL_HERE, SIMPLIFIED_HERE, JAPANESE_HERE = "tsj"
_KANA = [*range(0x3041, 0x306E), *range(0x306F, 0x3097), *range(0x30A1, 0x30FB)]
"""Hiragana and katakana but の, which Chinese has on its signs (阿里山の茶)."""


def told_by_place(text: str) -> str:
    """Return a string as long as `text` with one of the letters above where a code point tells a script.

    To count in many parts of it is quick. Code points beyond the BMP are taken to tell nothing. Japanese is told by
    kana: its characters are neither script's, though some look so.
    """
    return text.translate(_marks())


@cache
def _marks() -> list[int]:
    """Return what each code point of the BMP is in `told_by_place`; a list, which translates faster than a dict."""
    marks = [ord(" ")] * 0x10000
    for mark, characters in zip((TRADITIONAL_HERE, SIMPLIFIED_HERE), _telling_characters(), strict=True):
        for character in characters:
            if ord(character) < len(marks):
                marks[ord(character)] = ord(mark)
    for kana in _KANA:
        marks[kana] = ord(JAPANESE_HERE)
    return marks


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that occur in traditional script only, and those in simplified only.

    They are kept in a file, since the first page waits for them: to read the four tables that they follow from takes
    twenty times as long. The test of it has the rule by which they were chosen.
    """
    rows = resource("dictionaries/telling-characters.txt").read_text(encoding="utf-8").splitlines()
    traditional, simplified = (row for row in rows if row and row[0] != "#")
    return frozenset(traditional), frozenset(simplified)
