"""The manner in which words are shown: everything by which the same words of the source could read otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.script import Conversion, Corrections, Edition, Script, SourceScript, config_for, variant_named

_MOST_KEPT = 64
"""More manners than a reader goes back and forth between."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words of the thread are shown. Whoever draws them asks whether the manner is another one, and nothing else.

    `script` is shown; `traditional` and `simplified` are the ids of the variants in which either would be, `edition`
    says whose dictionaries convert. `source_script` is what the thread is written in: what every answer of it is
    written in where the reader said so (`source_corrected`), else only those that do not tell by themselves.
    """

    script: Script
    traditional: str
    simplified: str
    edition: Edition
    corrections: Corrections
    source_script: SourceScript
    source_corrected: bool

    @property
    def shown_script(self) -> Script:
        """The script that the eye sees: `TRADITIONAL` or `SIMPLIFIED`, for the original too."""
        if self.script is not Script.ORIGINAL:
            return self.script
        return Script.TRADITIONAL if self.source_script is SourceScript.TRADITIONAL else Script.SIMPLIFIED

    def in_script(self, script: Script) -> Manner:
        """Return this manner with another script shown."""
        return self if script is self.script else replace(self, script=script)

    def conversion(self, source: SourceScript | None = None) -> Conversion:
        """Return what shows words that are written in `source`; None: as the thread is."""
        chosen = {Script.TRADITIONAL: self.traditional, Script.SIMPLIFIED: self.simplified}
        variant = variant_named(self.script, chosen[self.script]) if self.script in chosen else None
        return Conversion(
            config_for(source or self.source_script, variant), self.edition, self.script, self.corrections
        )

    def conversions(self) -> tuple[Conversion, ...]:
        """Return what shows a whole thread, in whichever script each of its answers is written."""
        return tuple(map(self.conversion, SourceScript))

    @property
    def ready(self) -> bool:
        """Whether the tables for a whole thread are loaded, so that it can be shown at once."""
        return all(conversion.ready for conversion in self.conversions())


@lru_cache(_MOST_KEPT)
def manner_of(
    script: Script,
    traditional: str,
    simplified: str,
    edition: str,
    corrections: Corrections,
    source_script: SourceScript,
    source_corrected: bool,
) -> Manner:
    """Return the manner of these fields: of two that are equal the same object, so that they are compared by `is`."""
    return Manner(script, traditional, simplified, Edition(edition), corrections, source_script, source_corrected)
