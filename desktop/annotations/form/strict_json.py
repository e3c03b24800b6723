"""JSON that anybody may have written: read strictly, and each field of it in its type.

Python's json keeps the last of two equal keys without a word, takes NaN, and recurses as deep as a file tells it to;
each of the three is refused, so that nothing in a file is dropped, changed or recursed into. What reads a field
returns it in its type or raises FormError.
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest file that is read or written, in bytes; some fifty thousand annotations."""

DEPTH_LIMIT = 100
"""As deep may objects and lists nest."""

JsonObject = dict[str, Any]


class StoreError(Exception):
    """A store's file can't be used; the message is one sentence for a reader."""


class StrictJsonError(ValueError):
    """A text is not JSON, or not as strict as it must be; the message says what is wrong, without a full stop."""


def parse_json(data: bytes) -> object:
    """Return the value that `data`, a whole file, holds.

    Raises StoreError when it isn't JSON in UTF-8, repeats a key in an object, has a number that is none or out of
    range, nests deeper than 100 levels, or is larger than 64 MiB.
    """
    try:
        return decode_json(decode_text(data))
    except StrictJsonError as error:
        raise damage(error) from error


def damage(error: StrictJsonError) -> StoreError:
    """Return the sentence about a file with `error` in it."""
    return StoreError(f"The file is damaged: {error}.")


def decode_text(data: bytes) -> str:
    """Return `data` as text; StoreError when it is too large, StrictJsonError when it isn't UTF-8."""
    if len(data) > SIZE_LIMIT:
        raise StoreError("The file is larger than any file of notes.")
    try:
        return data.decode("utf-8-sig")  # an editor may have added a BOM, which json refuses
    except UnicodeDecodeError as error:
        raise StrictJsonError(str(error)) from error


def decode_json(text: str) -> Any:  # noqa: ANN401 (what a file holds)
    """Return the value of `text`; StrictJsonError when it isn't strict JSON."""
    try:
        value = _DECODER.decode(text)
    except (ValueError, RecursionError, MemoryError) as error:
        raise StrictJsonError(str(error) or type(error).__name__) from error
    # So few brackets can't nest too deeply; it is seldom that they must be counted one within another.
    if text.count("{") + text.count("[") >= DEPTH_LIMIT and _is_too_deep(value):
        raise StrictJsonError("it nests too deeply")
    return value


def _single_keys(pairs: list[tuple[str, Any]]) -> JsonObject:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return entries


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is out of range")
    return number


_DECODER = json.JSONDecoder(object_pairs_hook=_single_keys, parse_constant=_no_constant, parse_float=_finite)


def _is_too_deep(raw: object) -> bool:
    """Tell whether `raw` nests beyond the limit, level by level: recursion is what the limit protects."""
    level: list[object] = [raw]
    for _ in range(DEPTH_LIMIT):
        level = [child for value in level for child in _children(value)]
        if not level:
            return False
    return True


def _children(value: object) -> Iterable[object]:
    if is_object(value):
        return value.values()
    return value if is_list(value) else ()


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


_NOTHING: Mapping[str, Any] = MappingProxyType({})


def kept(rest: JsonObject) -> Mapping[str, Any]:
    """Return `rest`, which is to be kept and not to be changed; of ten thousand that are empty the same object."""
    return MappingProxyType(rest) if rest else _NOTHING


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
