"""In which save each annotation of a page was last changed, as the page says it under `baijia:changes`.

With the saves that a page has in it (see `lineage.py`) this tells of any two pages, without a third that both came
from, which of them has seen the other's state of an annotation and gone on from it, or deleted it (the dotted version
vectors of Preguiça et al., 2010, one dot for each annotation).

`{"save": [writer, number], "notes": {writer: {id: number}}}`: `save` is the latest save of the page that says so. An
earlier version of this program, which carries along what it doesn't know, leaves that as it is when it saves; so does
no one else, and what such a page says of its notes counts for nothing.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.annotations.form.fields import FormError, JsonObject, as_count, as_list, as_object

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from desktop.annotations.form.lineage import Save

CHANGES = "baijia:changes"

_NONE: Mapping[str, Save] = MappingProxyType({})


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
