"""Where one simplified character stands for several traditional ones, so that a conversion had to choose.

In simplified text the choice is ours: 发 became 發 and could have become 髮. In traditional text it was made by
whoever wrote it, often enough by a program (硬著頭皮乾的), and in its simplified form it can't be seen any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop.script.detection import SourceScript
from desktop.script.edition import Edition
from desktop.script.tables.contexts import usual_forms
from desktop.script.tables.dictionaries import first_candidate, read_dictionary
from desktop.script.tables.editions import PACKAGES
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.script.aligned import AlignedText

_CHARACTERS = "STCharacters.txt"
_REGIONS = (None, "TWVariants.txt", "HKVariants.txt")


@dataclass(frozen=True, slots=True)
class Choice:
    """The source code points `span`, of several forms; `usual` tells that the most usual one was chosen."""

    span: Span
    usual: bool

    def shifted(self, by: int) -> Choice:
        """Return this choice moved by `by` code points."""
        return Choice(self.span.shifted(by), self.usual)


def find_choices(
    aligned: AlignedText, script: SourceScript, edition: Edition = Edition.REIMPLEMENTED
) -> Iterator[Choice]:
    """Yield every choice in the source of `aligned`, written in `script`, in text order.

    A simplified source shown as it is leaves all open: nothing is yielded. Stretches that changed length are words of
    another vocabulary, not characters with a choice, and are left out. Raises DictionaryError.
    """
    simplified = script is SourceScript.SIMPLIFIED
    if simplified and aligned.text == aligned.source:
        return
    forms = _forms(edition) if simplified else _siblings(edition)
    for segment in aligned.segments():
        if len(segment.source) != len(segment.display):
            continue
        source, display = segment.source.of(aligned.source), segment.display.of(aligned.text)
        for offset, (before, after) in enumerate(zip(source, display, strict=True), segment.source.start):
            if before in forms:
                chosen = after if simplified else before
                if any(chosen in form for form in forms[before]):  # else it is another word: 料 of 数据, 資料
                    yield Choice(Span(offset, offset + 1), chosen in forms[before][0])


def other_forms(
    character: str, shown: str, script: SourceScript, edition: Edition = Edition.REIMPLEMENTED
) -> tuple[str, ...]:
    """Return the other traditional characters that share a simplified one with the source `character`.

    `shown` is what it is shown as. The usual form comes first; of the regions' ways of writing one character only
    OpenCC's own is named. Empty where there is no choice.
    """
    simplified = script is SourceScript.SIMPLIFIED
    forms = (_forms(edition) if simplified else _siblings(edition)).get(character, ())
    chosen = shown if simplified else character
    others = tuple(form[0] for form in forms if chosen not in form)
    return others if len(others) < len(forms) else ()


Forms = tuple[str, ...]
"""The traditional forms of one simplified character, the usual one first, each with its regional ways: 裏裡."""


@cache
def _forms(edition: Edition) -> Mapping[str, Forms]:
    """Return simplified character -> its forms, for those that have several."""
    package = PACKAGES[edition]
    nothing: Mapping[str, str] = {}
    regions = [read_dictionary(name, package) if name else nothing for name in _REGIONS]
    usual = usual_forms() if edition is Edition.BAIJIA else nothing
    found: dict[str, Forms] = {}
    for key, values in read_dictionary(_CHARACTERS, package).items():
        ordered = sorted(values.split(" "), key=lambda value: value != usual.get(key))
        forms = tuple(_regional(value, regions) for value in ordered)
        if len(forms) > 1:
            found[key] = forms
    return found


def _regional(character: str, regions: list[Mapping[str, str]]) -> str:
    return "".join(dict.fromkeys(region.get(character, character)[0] for region in regions))


@cache
def _siblings(edition: Edition) -> Mapping[str, Forms]:
    """Return traditional character -> the forms of its simplified character, itself among them."""
    simplified = read_dictionary("TSCharacters.txt", PACKAGES[edition])
    found: dict[str, Forms] = {}
    for key, forms in _forms(edition).items():
        for form in forms:
            usual = first_candidate(simplified.get(form[0], form[0])) == key
            found.update((character, forms) for character in form if usual or character not in found)
    return found
