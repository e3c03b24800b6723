"""Which saves of a page came before which, whatever machines and clocks they were made on.

A version vector (Parker et al., 1983): of each writer, the number of its last save that a page has in it. One page
holds all of another if it has as many saves of each writer; if neither holds the other, they were written apart.

In which save each annotation was last changed, the page says under `baijia:changes`. Both together tell of any two
pages, without a third that both came from, which of them has seen the other's state of an annotation and gone on from
it, or deleted it (the dotted version vectors of Preguiça et al., 2010, one dot for each annotation).

`{"save": [writer, number], "notes": {writer: {id: number}}}`: `save` is the latest save of the page that says so. An
earlier version of this program, which carries along what it doesn't know, leaves that as it is when it saves; so does
no one else, and what such a page says of its notes counts for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.annotations.form.strict_json import FormError, JsonObject, as_count, as_list, as_object

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

MOST_WRITERS = 1_000
"""As many writers are remembered, the latest; each time that a document is annotated in a new window makes one."""


Save = tuple[str, int]
"""A save: its writer, and which of the writer's it is."""

CHANGES = "baijia:changes"

_NONE: Mapping[str, Save] = MappingProxyType({})


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


def read_changes(raw: object, latest: Save, there: Container[str]) -> Mapping[str, Save]:
    """Return the save of each annotation that is `there`, as `raw` has it; none where it isn't of the save `latest`.

    Nor is there any where `raw` can't be understood: it may be lost without harm.
    """
    try:
        changes = as_object(raw if raw is not None else {}, CHANGES)
        if as_list(changes.get("save", []), "save") != list(latest):
            return _NONE
        return MappingProxyType(dict(_pairs(changes, there)))
    except FormError:
        return _NONE


def _pairs(changes: JsonObject, there: Container[str]) -> list[tuple[str, Save]]:
    writers = as_object(changes.get("notes", {}), "notes")
    numbered = ((writer, as_object(numbers, writer)) for writer, numbers in writers.items())
    return [
        (name, (writer, as_count(number, name)))
        for writer, numbers in numbered
        for name, number in numbers.items()
        if name in there
    ]


def write_changes(changed: Mapping[str, Save], latest: Save) -> JsonObject:
    """Return the JSON form of `changed` on a page whose latest save is `latest`; {} for none."""
    notes: dict[str, dict[str, Any]] = {}
    for name, (writer, number) in changed.items():
        notes.setdefault(writer, {})[name] = number
    return {"save": list(latest), "notes": notes} if notes else {}
