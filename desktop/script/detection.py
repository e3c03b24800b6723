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
    def mixed(self) -> bool:
        """Tell whether the lesser script has a tenth of the evidence or more.

        A quotation or a stray character stays below; an answer in the other script does not.
        """
        return min(self.traditional, self.simplified) * 10 >= max(1, self.traditional + self.simplified)


def detect_script(text: str) -> SourceScript:
    """Return the script that most of the telling characters of `text` belong to; traditional in doubt."""
    return weigh_script(text).script


def weigh_script(text: str) -> ScriptEvidence:
    """Return the evidence in `text` for either script, one for each code point."""
    traditional, simplified = _telling_characters()
    counts = Counter(text)
    return ScriptEvidence(
        sum(count for character, count in counts.items() if character in traditional),
        sum(count for character, count in counts.items() if character in simplified),
    )


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that occur in traditional script only, and those in simplified only.

    They are kept in a file, since the first page waits for them: to read the four tables that they follow from takes
    twenty times as long. The test of it has the rule by which they were chosen.
    """
    rows = resource("dictionaries/telling-characters.txt").read_text(encoding="utf-8").splitlines()
    traditional, simplified = (row for row in rows if row and row[0] != "#")
    return frozenset(traditional), frozenset(simplified)
