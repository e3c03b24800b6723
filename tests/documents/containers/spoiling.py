"""Files spoilt in every way that a disk, a network or a hand may: bytes changed, cut, repeated, spliced."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

# What the forms are marked by: put in anywhere, one of these hurts more than a random byte.
_TOKENS = (
    b"\0",
    b"\xff\xfe",
    b"\n---\n",
    b"\n\n",
    b"```",
    b"**",
    b"> " * 40,
    b"[" * 200,
    b"- " * 60,
    b"{" * 300,
    b'":' * 20,
    b"\\",
    b'"',
    b"<div>" * 100,
    b"</p>",
    b"&a *a ",
    b"![](data:image/png;base64,",
    b"1e999",
    b" " * 30_000,
    "\u3000".encode() * 20_000,
    b"](" * 9_000,
    b"[a](" * 9_000,
    b"|a" * 3_000 + b"\n" + b"|-" * 3_000 + b"\n" + b"|a\n" * 3_000,
    b"\n" * 9_000,
    b"9" * 5000,
    b"\x1b[1;31m",
    b"\xe2\x80\xa8",
    "推 ".encode(),
    "作者".encode(),
    "　".encode(),
    "\U000e0100".encode(),
)


_ODD_VALUES: list[object] = json.loads(
    r'[null, true, -1, 1e300, "", "\ud800", "\u0000", [], {}, [[]], "甲", [null, 1, "a"]]'
)


def spoilt(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Return `data` changed in one to four places; now and then the half of one of `others` is put behind it.

    What is JSON stays JSON every other time, with other values in it.
    """
    if data[:1] in {b"{", b"["} and random.random() < 0.5:
        return json.dumps(_reshaped(json.loads(data), random)).encode()
    found = bytearray(data)
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(found) + 1)
        end = min(len(found), start + random.randint(0, 40))
        match random.randrange(6):
            case 0:
                found[start:end] = random.randbytes(end - start)
            case 1:
                del found[start:end]
            case 2:
                found[start:start] = random.choice(_TOKENS)
            case 3:
                found[end:end] = bytes(found[start:end]) * random.randint(1, 30)
            case 4:
                del found[start:]
            case _:
                other = random.choice(others)
                cut = random.randrange(len(other) + 1)
                found[start:] = other[cut:]
    return bytes(found)


def _reshaped(value: object, random: Random) -> object:
    """Return `value` with one in twelve of the values in it replaced, left out, said twice, or of another's name."""
    if random.random() < 1 / 12:
        return random.choice(_ODD_VALUES)
    if isinstance(value, list):
        found = [_reshaped(one, random) for one in cast("list[object]", value) if random.random() < 11 / 12]
        return [*found, *found] if random.random() < 1 / 12 else found
    if isinstance(value, dict):
        named = cast("dict[str, object]", value)
        names = list(named)
        return {
            random.choice(names) if random.random() < 1 / 12 else name: _reshaped(one, random)
            for name, one in named.items()
        }
    return value
