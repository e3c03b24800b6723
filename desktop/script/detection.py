"""Which script a text is written in, told from the characters that only one of the two has."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.tables.dictionaries import read_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    """Return the evidence in `text` for either script, one for each code point. Raises DictionaryError."""
    traditional, simplified = _telling_characters()
    counts = Counter(text)
    return ScriptEvidence(
        sum(count for character, count in counts.items() if character in traditional),
        sum(count for character, count in counts.items() if character in simplified),
    )


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that occur in traditional script only, and those in simplified only.

    A character tells if its own table always changes it and no table has it on the other side: 后 may stay 后 and is
    silent; 群 becomes 羣 but is also Taiwan's standard form, and is silent too.
    """
    to_simplified, to_traditional = read_dictionary("TSCharacters.txt"), read_dictionary("STCharacters.txt")
    regional = [read_dictionary(f"{region}Variants.txt") for region in ("TW", "HK")]
    in_traditional = {*to_simplified, *_all_values(to_traditional.values())}
    in_traditional.update(*regional, *(_all_values(table.values()) for table in regional))
    in_simplified = {*to_traditional, *_all_values(to_simplified.values())}
    return (
        frozenset(key for key, values in to_simplified.items() if key not in values) - in_simplified,
        frozenset(key for key, values in to_traditional.items() if key not in values) - in_traditional,
    )


def _all_values(entries: Iterable[str]) -> set[str]:
    """Return every value in `entries`, each of which is a list joined by spaces."""
    return set(" ".join(entries).split(" "))
