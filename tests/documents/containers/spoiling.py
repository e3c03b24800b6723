"""Files spoilt in every way that a disk, a network or a hand may: bytes changed, cut, repeated, spliced."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    b"9" * 5000,
    b"\x1b[1;31m",
    b"\xe2\x80\xa8",
    "推 ".encode(),
    "作者".encode(),
    "　".encode(),
    "\U000e0100".encode(),
)


def spoilt(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Return `data` changed in one to four places; now and then the half of one of `others` is put behind it."""
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
