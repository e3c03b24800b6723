"""Where one simplified character stands for several traditional ones, so that a conversion had to choose.

In simplified text the choice is ours: 发 became 發 and could have become 髮. In traditional text it was made by
whoever wrote it, often enough by a program (硬著頭皮乾的), and in its simplified form it can't be seen any more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.script.certainty import Decider, Deciding
from desktop.script.detection import SourceScript
from desktop.script.edition import Edition
from desktop.script.tables.contexts import usual_forms
from desktop.script.tables.dictionaries import first_candidate, read_dictionary
from desktop.script.tables.editions import PACKAGES
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.script.aligned import AlignedText
    from desktop.script.names.decided import Names

_CHARACTERS = "STCharacters.txt"
_REGIONS = (None, "TWVariants.txt", "HKVariants.txt")


@dataclass(frozen=True, slots=True)
class Choice:
    """The source code points `span`, of several forms; `usual` tells that the most usual one was chosen.

    `by` is what settled it, None where nothing did.
    """

    span: Span
    usual: bool
    by: Decider | None = None

    @property
    def settled(self) -> bool:
        """Whether anything settled it: where not, the form is only the most usual one, and a reader may doubt it."""
        return self.by is not None

    @property
    def certain(self) -> bool:
        """Whether it was the conversion's, not its writer's, and something settled it."""
        return self.settled and self.by is not Decider.WRITER

    def shifted(self, by: int) -> Choice:
        """Return this choice moved by `by` code points."""
        return replace(self, span=self.span.shifted(by))


def choices_in(
    aligned: AlignedText,
    script: SourceScript,
    config: str | None,
    edition: Edition = Edition.REIMPLEMENTED,
    corrections: Mapping[str, str] | None = None,
    names: Names | None = None,
) -> list[Choice]:
    """Return every choice in the source of `aligned`, a paragraph on one line, with what settled it.

    `aligned` is what `convert` gives for the rest. What is written in traditional script its writer settled. Raises
    DictionaryError.
    """
    if script is SourceScript.TRADITIONAL:
        return [replace(choice, by=Decider.WRITER) for choice in find_choices(aligned, script, edition)]
    if config is None:
        return []
    found = [*_found(aligned, script, edition)]
    places = [choice.span.start for choice in found]
    deciding = Deciding(aligned.source, places, config, edition, corrections, names)
    return [replace(choice, by=deciding.at(choice.span.start)) for choice in found]


def find_choices(
    aligned: AlignedText, script: SourceScript, edition: Edition = Edition.REIMPLEMENTED
) -> Iterator[Choice]:
    """Yield every choice in the source of `aligned`, written in `script`, in text order; what settled it isn't asked.

    A simplified source that reads as it does leaves all open: nothing is yielded. Stretches that changed length are
    words of another vocabulary, not characters with a choice, and are left out. Raises DictionaryError.
    """
    if script is SourceScript.TRADITIONAL or aligned.text != aligned.source:
        yield from _found(aligned, script, edition)


def _found(aligned: AlignedText, script: SourceScript, edition: Edition) -> Iterator[Choice]:
    simplified = script is SourceScript.SIMPLIFIED
    forms = traditional_forms(edition) if simplified else _siblings(edition)
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
    forms = (traditional_forms(edition) if simplified else _siblings(edition)).get(character, ())
    chosen = shown if simplified else character
    others = tuple(form[0] for form in forms if chosen not in form)
    return others if len(others) < len(forms) else ()


Forms = tuple[str, ...]
"""The traditional forms of one simplified character, the usual one first, each with its regional ways: 裏裡."""


@cache
def traditional_forms(edition: Edition) -> Mapping[str, Forms]:
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
    for key, forms in traditional_forms(edition).items():
        for form in forms:
            usual = first_candidate(simplified.get(form[0], form[0])) == key
            found.update((character, forms) for character in form if usual or character not in found)
    return found
