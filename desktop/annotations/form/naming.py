"""What a reader said of lines, that they are authors' names or none, as a page of notes keeps it.

`baijia:authors` is an object by the id of each line: `line` (its words), `above` and `below` (what is around it),
`number` and `count` (which of how many equal lines), `isName` (true, false, or null where that was taken back),
`said` and `modified` (when). Unknown keys survive; an entry that can't be understood is carried along whole.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_count,
    as_moment,
    as_object,
    as_text,
    is_object,
    joined,
    moment_text,
    unknown,
)
from desktop.documents.naming import NamedLine

if TYPE_CHECKING:
    from desktop.documents.naming import Naming

AUTHORS = "baijia:authors"
"""The key of what was said of lines."""

_DAY = timedelta(days=1)
_TOO_LATE = datetime.max.replace(tzinfo=UTC) - timedelta(hours=1)

_KEYS = ("line", "above", "below", "number", "count", "isName", "said", "modified")


def read_naming(raw: object) -> tuple[Naming, JsonObject]:
    """Return what `raw` says of lines, and what of it isn't understood, as it came; nothing is refused."""
    if not is_object(raw):
        return (), {} if raw is None else {AUTHORS: raw}
    found: list[NamedLine] = []
    rest = JsonObject()
    for key in sorted(raw):
        try:
            found.append(_read(key, as_object(raw[key], key)))
        except FormError:
            rest[key] = raw[key]
    return tuple(found), {AUTHORS: rest} if rest else {}


def write_naming(naming: Naming, rest: object) -> JsonObject:
    """Return the JSON form of `naming` with the `rest` that wasn't understood, {} for nothing."""
    known: JsonObject = {line.id: _written(line) for line in naming}
    if is_object(rest):
        return joined(known, rest)
    return known


def _read(key: str, entry: JsonObject) -> NamedLine:
    is_name = entry.get("isName")
    if is_name is not None and not isinstance(is_name, bool):
        raise FormError("isName is neither true nor false")
    return NamedLine(
        id=key,
        words=as_text(entry.get("line"), "line"),
        above=as_text(entry.get("above", ""), "above"),
        below=as_text(entry.get("below", ""), "below"),
        number=as_count(entry.get("number", 0), "number"),
        count=as_count(entry.get("count", 1), "count"),
        is_name=is_name,
        said=saying_moment(entry.get("said", entry.get("modified")), "said"),
        modified=saying_moment(entry.get("modified"), "modified"),
        extra=MappingProxyType(unknown(entry, *_KEYS)),
    )


def saying_moment(value: object, place: str) -> datetime:
    """Return the moment that `value` is; one too late for any other to follow it is taken for a day earlier."""
    moment = as_moment(value, place)
    return moment if moment < _TOO_LATE else moment - _DAY


def _written(line: NamedLine) -> JsonObject:
    known: JsonObject = {
        "line": line.words,
        "above": line.above,
        "below": line.below,
        "number": line.number,
        "count": line.count,
        "isName": line.is_name,
        "said": moment_text(line.said),
        "modified": moment_text(line.modified),
    }
    return joined(known, dict(line.extra))
