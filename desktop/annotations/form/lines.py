"""How a page is laid out in its file: a line for each of its own keys, then a line for each item.

So one annotation can be read and written without the others, a comparison of two files shows what was edited, and a
reader can look into it. Any other layout of the same JSON is read as well, only more slowly.
"""

from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.annotations.form.fields import is_list, is_object
from desktop.annotations.form.strictjson import StrictJsonError, decode_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations.form.fields import JsonObject

_OPEN, _SEPARATOR, _CLOSE = '\n "items": [\n', ",\n", "\n ]\n}\n"


class Lines(NamedTuple):
    """A page in its JSON form but for its items, and each item as a value and its text ("" where it wasn't alone)."""

    page: Any
    items: Iterable[tuple[Any, str]]


def read_lines(text: str) -> Lines:
    """Return the page in `text`, laid out as it is here; StrictJsonError when it isn't, or isn't strict JSON.

    The items are read as they are asked for, which raises as well: ten thousand at once would keep the garbage
    collector busy with what is thrown away as soon as it was understood.
    """
    head, opened, body = text.partition(_OPEN)
    if not opened or not body.endswith(_CLOSE):
        raise StrictJsonError("the items don't stand on lines")
    page = decode_json(f'{head}\n "items": []}}')
    texts = body[: -len(_CLOSE)].split(_SEPARATOR)
    # Joined by commas, they are a list if each of them is a value.
    return Lines(page, ((decode_json(line), line) for line in texts))


def read_whole(text: str) -> Lines:
    """Return the page in `text`, whatever its layout; StrictJsonError when it isn't strict JSON."""
    return whole(decode_json(text))


def whole(page: object) -> Lines:
    """Return the lines of `page`, a value that may be anything."""
    items = page.get("items") if is_object(page) else None
    return Lines(page, zip(items, repeat(""), strict=False) if is_list(items) else ())


def write_lines(page: JsonObject, items: Iterable[bytes]) -> bytes:
    """Return the file of a `page` that lacks its items, and these, each the text of one in UTF-8.

    Raises ValueError, TypeError, OverflowError or RecursionError when the page has no JSON form.
    """
    head = "".join(line_text(key, value).decode() for key, value in page.items())
    body = _SEPARATOR.encode().join(items)
    start = f"{{\n{head}".encode().removesuffix(b"\n")
    return start + _OPEN.encode() + body + _CLOSE.encode() if body else start + b'\n "items": []\n}\n'


def line_text(key: str, value: object) -> bytes:
    """Return the line of a page's own `key`; no other line is the same, for no value has a line break in it."""
    return f" {json.dumps(key)}: {item_text(value).decode()},\n".encode()


def item_text(value: object) -> bytes:
    """Return `value` as one line of JSON in UTF-8, with Chinese as it is; raises as `write_lines` does.

    A lone surrogate has no UTF-8; it becomes a JSON escape, which is how Python's backslashreplace spells it.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
