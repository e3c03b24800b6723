"""JSON that anybody may have written: read strictly, so that nothing in it is dropped, changed or recursed into.

Python's json keeps the last of two equal keys without a word, takes NaN, and recurses as deep as a file tells it to;
each of the three is refused here.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from desktop.annotations.form.fields import JsonObject, is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest file that is read or written, in bytes; some fifty thousand annotations."""

DEPTH_LIMIT = 100
"""As deep may objects and lists nest."""


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
