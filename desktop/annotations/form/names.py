"""What a reader said of names, how they are written or that they are none, as a page of notes keeps it.

`baijia:names` is an object by the simplified form of each name: `isName` (true, false, or null where that was taken
back), `form` (how it is written in traditional script, as long as the name; only where it is one) and `modified`
(when). Unknown keys survive; an entry that can't be understood is carried along whole.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.form.naming import saying_moment
from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_object,
    as_text,
    filled,
    is_object,
    joined,
    moment_text,
    unknown,
)
from desktop.documents.chosen_names import NameChoice, is_choosable

if TYPE_CHECKING:
    from desktop.documents.chosen_names import NameChoices

NAMES = "baijia:names"
"""The key of what was said of names."""

_KEYS = ("isName", "form", "modified")


def read_names(raw: object) -> tuple[NameChoices, JsonObject]:
    """Return what `raw` says of names, and what of it isn't understood, as it came; nothing is refused."""
    if not is_object(raw):
        return (), {} if raw is None else {NAMES: raw}
    found: list[NameChoice] = []
    rest = JsonObject()
    for name in sorted(raw):
        try:
            found.append(_read(name, as_object(raw[name], name)))
        except FormError:
            rest[name] = raw[name]
    return tuple(found), {NAMES: rest} if rest else {}


def write_names(names: NameChoices, rest: object) -> JsonObject:
    """Return the JSON form of `names` with the `rest` that wasn't understood, {} for nothing."""
    known: JsonObject = {choice.name: _written(choice) for choice in names}
    return joined(known, rest) if is_object(rest) else known


def _read(name: str, entry: JsonObject) -> NameChoice:
    is_name = entry.get("isName")
    if is_name is not None and not isinstance(is_name, bool):
        raise FormError("isName is neither true nor false")
    form = as_text(entry.get("form", ""), "form")
    if not is_choosable(name, form if is_name else name) or (form and not is_name):
        raise FormError("that can't be how the name is written")
    modified = saying_moment(entry.get("modified"), "modified")
    return NameChoice(name, form, is_name, modified, MappingProxyType(unknown(entry, *_KEYS)))


def _written(choice: NameChoice) -> JsonObject:
    known: JsonObject = {"isName": choice.is_name}
    known |= filled({"form": choice.form})
    known["modified"] = moment_text(choice.modified)
    return joined(known, dict(choice.extra))
