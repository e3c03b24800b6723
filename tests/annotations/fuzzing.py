"""Files of notes that were spoilt at random, by a disk, an editor, another program, or somebody who means harm."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.annotations import StoreError, dump_page, parse_page
from desktop.annotations.form.page import SCHEMA
from desktop.annotations.form.strict_json import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

_NAMES = ("page-1.json", "page-1-lines.json", "page-1-passages.json")
PAGES = tuple((Path(__file__).parent / "data" / name).read_bytes() for name in _NAMES)
TREES: tuple[Any, ...] = tuple(map(json.loads, PAGES))

TOKENS: tuple[bytes, ...] = (
    *(b"NaN", b"-Infinity", b"1e999", b"-0", b"9" * 5000, b"null", b"true", b"{}", b"[]", b'""'),
    *(b'"\\ud83d"', b'"\\udc00\\ud800"', b'"\\u0000"', b"\xed\xa0\xbd", b"\xff", b"\x00", b"\xef\xbb\xbf"),
    *(b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"[" * 200, b'{"a":' * 150, b"[" * 99_999),
    *(b'\n "items": [\n', b"\n ]\n}\n", b",\n", b'"items": [], ', b'"id": "urn:uuid:1", '),
)
"""What Python's json takes and ought not, what it refuses, and what our own layout is made of."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**400, 1e300, "", "urn:uuid:1", "\ud83d", "\x00", "AnnotationPage"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31", ["TextualBody"], {"type": "TextualBody", "value": 1}),
    *json.loads('[[], {}, [[]], [null], {"": null}, {"type": []}, {"type": {}}, {"items": []}]'),
    *json.loads('[[{"type": "TextQuoteSelector"}], {"a": [{"b": [[[{}]]]}]}]'),
)
"""Values of every kind, to stand where another is expected."""


def spoilt(random: Random) -> bytes:
    """Return a page of notes with one to three things done to it."""
    data = _with_a_wrong_value(random) if random.random() < 0.4 else random.choice(PAGES)
    for _ in range(random.randrange(1, 4) if random.random() < 0.7 else 0):
        data = random.choice(MISHAPS)(data, random)
    return data


def _with_a_wrong_value(random: Random) -> bytes:
    """Return a page in which one to three values, anywhere, are others."""
    tree = json.loads(random.choice(PAGES))
    for _ in range(random.randrange(1, 4)):
        _replace_one(tree, random)
    return json.dumps(tree, ensure_ascii=random.random() < 0.5, indent=random.choice((None, 1))).encode(
        "utf-8", "surrogatepass"
    )


def _replace_one(tree: Any, random: Random) -> None:  # noqa: ANN401 (JSON)
    """Replace, drop or double a value somewhere in `tree`."""
    if places := list(_places(tree)):
        parent, key = random.choice(places)
        what = random.random()
        if what < 0.15:
            del parent[key]
        elif what < 0.25 and is_list(parent):
            parent.append(deepcopy(parent[key]))
        else:
            parent[key] = deepcopy(random.choice(VALUES))


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 (JSON)
    """Yield every place in `tree` where there is a value: what holds it, and its key there."""
    pairs: Iterable[tuple[Any, Any]] = tree.items() if is_object(tree) else enumerate(tree) if is_list(tree) else ()
    for key, value in pairs:
        yield tree, key
        yield from _places(value)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randrange(1, 4)):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _insert(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(TOKENS) + data[place:]


def _overwrite(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    token = random.choice(TOKENS)
    return data[:place] + token + data[place + len(token) :]


def _drop(data: bytes, random: Random) -> bytes:
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[last:] if last - first < 200 else data[:first] + data[first + 1 :]


def _double(data: bytes, random: Random) -> bytes:
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    return data[:last] + data[first:]


def _swap_lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    one, other = (random.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


MISHAPS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut, _flip, _insert, _overwrite, _drop, _double, _swap_lines,
)  # fmt: skip


def survives(data: bytes) -> bool:
    """Tell whether `data` are understood; what is understood must come back the same once it was written.

    Raises AssertionError when it doesn't, and whatever else escapes.
    """
    try:
        page = parse_page(data)
    except StoreError as error:
        assert str(error).startswith("The file")
        return False
    written = replace(page, schema=max(SCHEMA, page.schema))
    assert page.is_newer or parse_page(dump_page(page)) == written
    return True
