"""Which saves of a page came before which, whatever machines and clocks they were made on.

A version vector (Parker et al., 1983): of each writer, the number of its last save that a page has in it. One page
holds all of another if it has as many saves of each writer; if neither holds the other, they were written apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_WRITERS = 1_000
"""As many writers are remembered, the latest; each time that a document is annotated in a new window makes one."""


Save = tuple[str, int]
"""A save: its writer, and which of the writer's it is."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The `saves` in a page, by writer: each the number of the writer's last, and none for a page never saved."""

    saves: Mapping[str, int]

    @property
    def latest(self) -> Save:
        """The writer and the number of the last save; ("", 0) if there was none."""
        return max(self.saves.items(), key=lambda save: (save[1], save[0]), default=("", 0))

    def includes(self, other: Lineage) -> bool:
        """Tell whether every save in `other` is in here. One that was forgotten isn't: it costs a merge."""
        return all(number <= self.saves.get(writer, 0) for writer, number in other.saves.items())

    def has(self, save: Save | None) -> bool:
        """Tell whether `save` is in here; None, one that isn't known, is in none."""
        return save is not None and save[1] <= self.saves.get(save[0], 0)

    def joined(self, other: Lineage) -> Lineage:
        """Return the saves of both."""
        saves = dict(self.saves)
        for writer, number in other.saves.items():
            saves[writer] = max(number, saves.get(writer, 0))
        return _of_the_latest(saves)

    def followed_by(self, writer: str, number: int) -> Lineage:
        """Return these saves and one more."""
        return _of_the_latest({**self.saves, writer: number})


def _of_the_latest(saves: dict[str, int]) -> Lineage:
    latest = sorted(saves.items(), key=lambda save: (save[1], save[0]))[-MOST_WRITERS:]
    return Lineage(MappingProxyType(dict(latest)))
