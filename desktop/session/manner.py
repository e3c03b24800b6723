"""The manner in which words are shown: everything by which the same words of the source could read otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.script import Conversion, Corrections, Edition, Script, SourceScript, config_for, variant_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.script import Names, ScriptEvidence

_MOST_KEPT = 8
"""As many as are shown side by side and flipped to; each keeps the reader's corrections as they were."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words of the thread are shown. Whoever draws them asks whether the manner is another one, and nothing else.

    Whatever else comes to decide how words read has its place here, as a field: what is decided once for a whole
    thread (its names, once they are known) beside `source_script`, what is drawn otherwise after conversion
    (quotes, full-width marks) behind `corrections`.
    """

    script: Script = Script.ORIGINAL
    """The script that is asked for; `ORIGINAL` shows the source as it is."""

    traditional: str = "standard"
    """The variant in which traditional script is shown: an id of `desktop.script.VARIANTS`."""

    simplified: str = "mainland"
    """The variant in which simplified script is shown: an id of `desktop.script.VARIANTS`."""

    edition: Edition = Edition.BAIJIA
    """Whose dictionaries convert."""

    source_script: SourceScript = SourceScript.TRADITIONAL
    """What the thread is written in, as it was detected or as the reader corrected it."""

    source_corrected: bool = False
    """Whether the reader said what the thread is written in; then all of it is, else what doesn't tell its own."""

    names: Names | None = None
    """The names in the thread, which are decided once for all of it; None: not known, or nobody asks for them."""

    corrections: Corrections = Corrections()  # noqa: RUF009 (a value that never changes)
    """The reader's own corrections of conversion, as their file says."""

    @property
    def shown_script(self) -> Script:
        """The script that the eye sees: `TRADITIONAL` or `SIMPLIFIED`, for the original too."""
        if self.script is not Script.ORIGINAL:
            return self.script
        return Script.TRADITIONAL if self.source_script is SourceScript.TRADITIONAL else Script.SIMPLIFIED

    @property
    def language(self) -> str:
        """The BCP 47 tag of what the eye sees."""
        return "zh-Hant" if self.shown_script is Script.TRADITIONAL else "zh-Hans"

    @property
    def other_script(self) -> Script:
        """The script that a flip leads to: the one that the eye doesn't see."""
        return Script.SIMPLIFIED if self.shown_script is Script.TRADITIONAL else Script.TRADITIONAL

    def in_script(self, script: Script) -> Manner:
        """Return this manner with another script shown: of the same manner and script the same object."""
        return self if script is self.script else _in_script(self, script)

    def source_of(self, evidence: ScriptEvidence) -> SourceScript:
        """Return the script that words with this `evidence` are written in; the thread's, where it doesn't tell."""
        telling = evidence.traditional or evidence.simplified
        return evidence.script if telling and not self.source_corrected else self.source_script

    def showing(self, evidence: ScriptEvidence) -> Conversion:
        """Return what shows the words (of an answer, a comment, a name) that have this `evidence`.

        Where there is some of either script, each stretch is shown from its own, unless the reader said otherwise.
        """
        return _showing(self, self.source_of(evidence), by_stretches=not (evidence.pure or self.source_corrected))

    def conversion(self, source: SourceScript | None = None) -> Conversion:
        """Return what shows words that are written in `source`, all of them; None: as the thread is."""
        source = source or self.source_script
        chosen = {Script.TRADITIONAL: self.traditional, Script.SIMPLIFIED: self.simplified}
        variant = variant_named(self.script, chosen[self.script]) if self.script in chosen else None
        config = config_for(source, variant)
        conversion = Conversion(config, self.edition, self.script, self.corrections, written=source)
        return replace(conversion, names=self.names) if conversion.goes_by_words else conversion

    def conversions(self) -> tuple[Conversion, ...]:
        """Return what shows a whole thread, in whichever script each of its answers is written."""
        return tuple(map(self.conversion, SourceScript))

    @property
    def ready(self) -> bool:
        """Whether the tables for a whole thread are loaded, so that it can be shown at once."""
        return all(conversion.ready for conversion in self.conversions())


_REGIONS = {"TW": ("taiwan", "mainland"), "HK": ("hong-kong", "hong-kong-source")}
_REGIONS["MO"] = _REGIONS["HK"]
"""The variants of traditional and of simplified script that a region's readers want: theirs, and from theirs."""
_SIMPLIFYING = frozenset({"Hans", "CN", "SG", "MY"})


def first_manner(languages: Sequence[str]) -> Manner:
    """Return the manner for a reader who has chosen none, whose system prefers `languages` (BCP 47, the best first).

    The variants are those of the first region that has its own, whatever is spoken there. Who reads Chinese in
    simplified script first of all is shown that; everybody else the original.
    """
    tags = [language.replace("_", "-").split("-") for language in languages]
    regions = (_REGIONS[part] for tag in tags for part in tag if part in _REGIONS)
    usual = Manner()
    traditional, simplified = next(regions, (usual.traditional, usual.simplified))
    reads_simplified = bool(tags) and tags[0][0] in {"zh", "yue"} and not _SIMPLIFYING.isdisjoint(tags[0])
    script = Script.SIMPLIFIED if reads_simplified else usual.script
    return replace(usual, script=script, traditional=traditional, simplified=simplified)


@lru_cache(_MOST_KEPT)
def _in_script(manner: Manner, script: Script) -> Manner:
    return replace(manner, script=script)


@lru_cache(_MOST_KEPT)
def _showing(manner: Manner, source: SourceScript, *, by_stretches: bool) -> Conversion:
    shown = manner.conversion(source)
    return replace(shown, other=manner.conversion(source.other)) if by_stretches else shown
