"""JSON of any shape, taken by what is hoped for: a value of another kind counts as absent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    # What an object of JSON is read as.
    JsonObject = Mapping[str, object]

MOST_VALUES = 3_000_000
"""Values take up far more memory than their characters do."""


class NoJsonError(ValueError):
    """A text that is no JSON, or too much of it."""


def loaded(text: str) -> object:
    """Return the value that `text` writes; of lines with an object each (JSON Lines), a list. Raises NoJsonError."""
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise NoJsonError("too many values")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise NoJsonError("nested too deep") from error
    except ValueError as error:
        rows = [line for line in text.split("\n") if line.strip()]
        if len(rows) < 2 or not all(row.lstrip().startswith("{") for row in rows):
            raise NoJsonError(str(error)) from error
    try:
        return [json.loads(row) for row in rows]
    except (ValueError, RecursionError) as error:
        raise NoJsonError(str(error)) from error


def as_object(value: object) -> JsonObject:
    """Return `value`, an empty one for what is no object."""
    return cast("JsonObject", value) if isinstance(value, dict) else {}


def objects(value: object) -> Iterator[JsonObject]:
    """Yield the objects in a list; of an object, those that are its values."""
    if isinstance(value, dict):
        value = list(cast("dict[str, object]", value).values())
    for one in cast("list[object]", value) if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield cast("JsonObject", one)


def words(value: object) -> str:
    """Return a string, or a number as digits; "" for all else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    return ""


def first(source: JsonObject, *keys: str) -> str:
    """Return the words of the first of `keys` that has some; "a.b" is what `b` of `a` is."""
    for key in keys:
        at: object = source.get(key)
        if "." in key:
            at = source
            for part in key.split("."):
                at = as_object(at).get(part)
        if at is not None and (said := words(at).strip()):
            return said
    return ""
