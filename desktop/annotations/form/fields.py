"""Reading JSON that anybody may have written: each function returns a field in its type or raises FormError."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeGuard

JsonObject = dict[str, Any]


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Tell whether `value` is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Tell whether `value` is a JSON list."""
    return isinstance(value, list)


class FormError(ValueError):
    """A value isn't what its place in the form asks for; the message names the place."""


def as_object(value: object, place: str) -> JsonObject:
    """Return `value` as an object."""
    if is_object(value):
        return value
    raise FormError(f"{place} is not an object")


def as_list(value: object, place: str) -> list[Any]:
    """Return `value` as a list."""
    if is_list(value):
        return value
    raise FormError(f"{place} is not a list")


def as_text(value: object, place: str) -> str:
    """Return `value` as a string."""
    if isinstance(value, str):
        return value
    raise FormError(f"{place} is not text")


def as_count(value: object, place: str) -> int:
    """Return `value` as a whole number of at least 0; JSON's true and false are no numbers, though Python's are."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise FormError(f"{place} is not a count")


def as_share(value: object, place: str) -> float:
    """Return `value` as a number from 0 to 1."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise FormError(f"{place} is not a number from 0 to 1")


def as_moment(value: object, place: str) -> datetime:
    """Return `value`, an ISO 8601 date and time, in UTC; one without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(as_text(value, place))
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise FormError(f"{place} is not a time") from error


def moment_text(moment: datetime) -> str:
    """Return `moment` as the W3C model asks for it: xsd:dateTime in UTC, with a Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def inner(outer: JsonObject, key: str) -> JsonObject:
    """Return the object under `key` of `outer`, an empty one if there is none."""
    value = outer.get(key)
    return value if is_object(value) else {}


def filled(parts: JsonObject) -> JsonObject:
    """Return those of `parts` that hold anything, so that what has nothing unknown in it leaves nothing behind."""
    return {key: part for key, part in parts.items() if part}


def unknown(value: JsonObject, *known: str) -> JsonObject:
    """Return the entries of `value` under none of the `known` keys."""
    # Ten thousand annotations send 90,000 objects by here, nearly all with none: a set says so soonest.
    keys = _as_set(known)
    return {} if value.keys() <= keys else {key: entry for key, entry in value.items() if key not in keys}


@cache
def _as_set(keys: tuple[str, ...]) -> frozenset[str]:
    """Return `keys` as a set; they stand in the code, so there are few."""
    return frozenset(keys)


def joined(known: JsonObject, rest: JsonObject, *yielding: str) -> JsonObject:
    """Return `known` with `rest` after it; at a key of both, `known` holds, except at those `yielding`."""
    return known | {key: entry for key, entry in rest.items() if key not in known or key in yielding}
