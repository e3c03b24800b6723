"""Bytes to text: which encoding a file is in, found out by evidence or chosen by hand.

The order is: a byte order mark; strict UTF-8; then UTF-16 without a mark, GB18030 and Big5 side by side, of which the
one is right whose text is made of the commonest characters (`desktop.documents.containers.frequency`). Big5 is read
as Big5-HKSCS where that fits, else as Windows writes it (code page 950), which has the euro sign.

All of it is strict; `desktop.documents.containers.repairing` reads what is nearly in an encoding.
"""

from __future__ import annotations

import codecs
import math
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.documents.error import FileReason

if TYPE_CHECKING:
    from collections.abc import Iterator

ENCODINGS = ("utf-8", "utf-16", "gb18030", "big5hkscs")
"""The codecs offered for correction by hand; GB18030 holds GBK and GB2312, Big5-HKSCS stands for all of Big5."""

_VARIANTS = MappingProxyType(
    {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "cp950": "big5hkscs"}
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_UNMARKING = frozenset({"utf-8-sig", "utf-16"})  # these strip the mark themselves
# Of codecs that read a text alike, the first is taken.
_UNMARKED = ("utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "cp950")

# A guess is made from this many bytes, so that a large file is not decoded four times over.
_SAMPLE_BYTES = 1 << 16
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# Tabs, line ends, form feeds and ESC (terminal colours, ISO 2022) occur in text; the other control characters don't.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
# Measured on pieces of 40 characters of the seeds: read rightly, prose scores 1.0 and more; wrongly, -1.2 and less.
PROSE = -0.5


class DecodingError(ValueError):
    """Bytes that are no text; `reason` is BINARY or UNDECODABLE."""

    def __init__(self, reason: FileReason) -> None:
        super().__init__(f"no text: {reason}")
        self.reason = reason


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of `data`, without its byte order mark, and the codec that it was decoded with.

    `encoding` is one chosen by hand: one of `ENCODINGS`, or a name that this function returned before; None has it
    found out. Decoding is strict, save that NULs at the end and a last character cut in the middle are left out.
    Raises `DecodingError`: BINARY for bytes that look like no text, UNDECODABLE when no encoding fits, or the chosen
    one doesn't.
    """
    by_hand = encoding is not None
    for codec in _codecs_of(encoding, data) if by_hand else _likely_codecs(data):
        text = without_padding(_strict(data, codec))
        if text is not None and (by_hand or is_text(text)):
            return text if codec in _UNMARKING else text.removeprefix("\ufeff"), codec
    binary = not by_hand and not is_text(data.decode("latin-1"))
    raise DecodingError(FileReason.BINARY if binary else FileReason.UNDECODABLE)


def offered_as(codec: str) -> str:
    """Return which of `ENCODINGS` stands for `codec`, a name that `decode` returned."""
    return _VARIANTS.get(codec, codec)


def _likely_codecs(data: bytes) -> Iterator[str]:
    """Yield the codecs that `data` may be in, the surest first; the costly guess is made only if it is asked for."""
    yield from (codec for mark, codec in _MARKS if data.startswith(mark))
    yield "utf-8"
    fits = {codec: _fit(data, codec) for codec in _UNMARKED}
    yield from sorted((codec for codec in fits if fits[codec] >= PROSE), key=lambda codec: -fits[codec])


def _codecs_of(encoding: str, data: bytes) -> list[str]:
    """Return the codecs that the choice of `encoding` by hand stands for.

    Those that `data` is marked as; without a mark, the very one that is named, then the likelier ones.
    """
    family = [codec for codec in (*ENCODINGS, *_VARIANTS) if offered_as(codec) == offered_as(encoding)]
    marked = [codec for mark, codec in _MARKS if data.startswith(mark) and codec in family]
    unmarked = [codec for codec in _UNMARKED if codec in family] or ["utf-8"] * ("utf-8" in family)
    return marked or sorted(unmarked, key=lambda codec: (codec != encoding, -_fit(data, codec)))


def _fit(data: bytes, codec: str) -> float:
    """Return how well a sample of `data` reads as prose in `codec`, from its first byte above 0x7F on."""
    found = _HIGH_BYTE.search(data)
    # An even start keeps the pairs of UTF-16 whole; in the other codecs the first high byte begins a character.
    start = found.start() if found is not None else 0
    start -= start % 2 if codec.startswith("utf-16") else 0
    text = _strict(data[start : start + _SAMPLE_BYTES], codec)
    if text is None:
        return -math.inf
    # Imported late: most files are in UTF-8, and nothing is guessed before the first paint.
    from desktop.documents.containers.frequency import score

    return score(text)


def _strict(data: bytes, codec: str) -> str | None:
    """Return `data` decoded without its last, cut character if it has one; None when it is not in `codec`."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return None
    if not decoder.getstate()[0]:
        return text
    # A cut is only believed in a text with whole characters of the kind: "caf\xe9" is Latin-1, not GB18030 cut short.
    return None if text.isascii() else text


def without_padding(text: str | None) -> str | None:
    """Return `text` without the NULs that some programs leave at its end; as it is, where it is nothing else."""
    return (text.rstrip("\0") or text) if text and text[-1] == "\0" else text


def is_text(text: str) -> bool:
    """Tell whether `text` is free of NUL and nearly free of other control characters."""
    return "\0" not in text and len(_CONTROL.findall(text)) <= _CONTROL_SHARE * len(text)
