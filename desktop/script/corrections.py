"""The reader's own corrections of conversion, as values. `corrections_form` reads and writes the file of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.script.variants import Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST = 200
"""How many code points the words of a correction may have, on either side."""

_BOTH = (Script.TRADITIONAL, Script.SIMPLIFIED)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Flaw(StrEnum):
    """Why a line, or words that were typed, can't be used."""

    NO_ARROW = "no-arrow"
    EMPTY_SOURCE = "empty-source"
    EMPTY_SHOWN = "empty-shown"
    TOO_LONG = "too-long"
    CONTROL = "control"
    UNKNOWN_SCRIPT = "unknown-script"
    OVERRIDDEN = "overridden"


def flaw_in(source: str, shown: str) -> Flaw | None:
    """Return what keeps `source` from being corrected to `shown`; None when nothing does. Blanks around don't count.

    CONTROL is a line break, another control character, or a lone surrogate, which no file in UTF-8 can hold.
    """
    source, shown = source.strip(), shown.strip()
    if not source:
        return Flaw.EMPTY_SOURCE
    if not shown:
        return Flaw.EMPTY_SHOWN
    if max(len(source), len(shown)) > LONGEST:
        return Flaw.TOO_LONG
    return Flaw.CONTROL if _CONTROL.search(source) or _CONTROL.search(shown) else None


@dataclass(frozen=True, slots=True)
class Correction:
    """Where `source` stands in a text that is shown in `script` (None: in either), `shown` is to be read.

    Blanks around the words are dropped. Raises ValueError for words that `flaw_in` objects to, and for the original,
    which is never changed.
    """

    source: str
    shown: str
    script: Script | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", self.source.strip())
        object.__setattr__(self, "shown", self.shown.strip())
        flaw = Flaw.UNKNOWN_SCRIPT if self.script is Script.ORIGINAL else flaw_in(self.source, self.shown)
        if flaw is not None:
            raise ValueError(flaw.value)

    @property
    def scripts(self) -> tuple[Script, ...]:
        """The scripts that it is for."""
        return _BOTH if self.script is None else (self.script,)

    def overrides(self, other: Correction) -> bool:
        """Tell whether nothing is left for `other` to do once this one comes after it."""
        return self.source == other.source and set(other.scripts) <= set(self.scripts)

    def meets(self, other: Correction) -> bool:
        """Tell whether both are for the same words in a script that they share."""
        return self.source == other.source and not set(other.scripts).isdisjoint(self.scripts)


@dataclass(frozen=True, slots=True, eq=False)
class Corrections:
    """Corrections in order, of which a later one wins over an earlier one for the same words and script.

    One that later ones leave nothing to do is dropped. Hashable; equal ones are told by their hash first.
    """

    items: tuple[Correction, ...] = ()
    _by_script: Mapping[Script, Mapping[str, str]] = field(init=False, repr=False)
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lost = overridden(self.items)
        items = tuple(item for rank, item in enumerate(self.items) if rank not in lost)
        tables = {
            script: MappingProxyType({item.source: item.shown for item in items if script in item.scripts})
            for script in _BOTH
        }
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "_by_script", MappingProxyType(tables))
        object.__setattr__(self, "_hash", hash(items))

    def for_script(self, script: Script) -> Mapping[str, str]:
        """Return the words to show for source words where `script` is shown; none for the original."""
        return self._by_script.get(script, _NOTHING)

    def with_change(self, before: Correction | None, after: Correction | None) -> Corrections:
        """Return these with `after` in the place of `before`; None stands for absent.

        An addition takes the place of those it overrides, or comes last. It is put behind others that it meets, so
        that it wins. A `before` that is not among these leaves them as they are.
        """
        if before is not None and before not in self.items:
            return self
        gone = [rank for rank, item in enumerate(self.items) if item == before or (after and after.overrides(item))]
        kept = [item for rank, item in enumerate(self.items) if rank not in gone]
        if after is not None:
            instead = self.items.index(before) if before is not None else min(gone, default=len(self.items))
            behind = max((rank + 1 for rank, item in enumerate(kept) if after.meets(item)), default=0)
            kept.insert(max(behind, instead - sum(rank < instead for rank in gone)), after)
        return Corrections(tuple(kept))

    def with_step(self, before: Corrections, after: Corrections) -> Corrections | None:
        """Return these with what led from `before` to `after` done to them, too; None where that can't be.

        It can't where one that it would take away isn't here, or where one of the two would leave the other nothing
        to do: what was written here by another hand stays. One that it adds comes behind the one it was behind.
        """
        if self == before:
            return after
        gone = [item for item in before if item not in after.items]
        come = [item for item in after if item not in before.items]
        if come and all(item in self.items for item in come) and not any(item in self.items for item in gone):
            return self
        if not all(item in self.items for item in gone):
            return None
        kept = [item for item in self.items if item not in gone]
        for item in (item for item in come if item not in kept):
            kept.insert(_place_in(kept, after.items, after.items.index(item)), item)
        result = Corrections(tuple(kept))
        return result if len(result) == len(kept) else None

    def __iter__(self) -> Iterator[Correction]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corrections):
            return NotImplemented
        return self is other or (self._hash == other._hash and self.items == other.items)

    def __hash__(self) -> int:
        return self._hash


def _place_in(kept: Sequence[Correction], order: Sequence[Correction], rank: int) -> int:
    """Return where in `kept` the item of this `rank` in `order` goes: behind the last before it, before the next."""
    for item in reversed(order[:rank]):
        if item in kept:
            return kept.index(item) + 1
    return next((kept.index(item) for item in order[rank + 1 :] if item in kept), len(kept))


_NOTHING: Mapping[str, str] = MappingProxyType({})


def overridden(items: Sequence[Correction | None]) -> dict[int, int]:
    """Return the rank of each correction that later ones leave nothing to do, and the rank of one that does its work.

    None stands for anything else that has a rank, such as a line.
    """
    claimed: dict[tuple[str, Script], int] = {}
    lost: dict[int, int] = {}
    for rank, item in reversed(list(enumerate(items))):
        claims = [(item.source, script) for script in item.scripts] if item is not None else []
        if claims and all(claim in claimed for claim in claims):
            lost[rank] = claimed[claims[0]]
        for claim in claims:
            claimed.setdefault(claim, rank)
    return lost
