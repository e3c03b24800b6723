"""Bytes that are nearly in an encoding to text: stray bytes, lines in two encodings, what a program left at the end.

Most of these files were written by two programs that knew nothing of each other's encoding, or lost a byte on the
way. Nothing is guessed at that is not clear: what can't be read is U+FFFD, and a file with much of it is refused.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.encoding import PROSE, is_text, offered_as, without_padding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_UNREADABLE = "\ufffd"
_READABLE_PER_STRAY = 20
"""The characters beyond ASCII that a text has for each that can't be read, at the least."""
_LONGEST_TRAILER = 4096
_TEXT_PER_TRAILER = 20
"""How much longer than what an e-book program wrote behind it a text is, at the least."""

_LEGACY = ("gb18030", "big5hkscs")
_SAMPLE_BYTES = 1 << 16
_UTF_8_RUN = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]){3}")
"""Three characters of Chinese in UTF-8; in Big5 and GBK, such a row of bytes is hardly ever a text."""
_OFTEN = tuple(char.encode() for char in "，。的")
"""What hardly a line of Chinese is without; to look for each takes a tenth of the time of a pattern."""
_HIGH = re.compile(rb"[\x80-\xff]")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# The punctuation of Windows-1252 that programs put into UTF-8.
_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252") for byte in (0x85, *range(0x91, 0x98))}
_EURO = b"\xa3\xe1"  # of code page 950: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP950.TXT
# Where users of Windows keep marks of their own: first lead bytes, the last of them, and what the first pair is, by
# https://www.unicode.org/L2/L2003/03409-ms-euc.txt; a lead byte has 157 trail bytes.
_USER_DEFINED = ((0xFA, 0xFE, 0xE000), (0x8E, 0xA0, 0xE311), (0x81, 0x8D, 0xEEB8), (0xC6, 0xC8, 0xF672))
_TRAIL_BYTES = (*range(0x40, 0x7F), *range(0xA1, 0xFF))

_LONGEST_WEIGHED = 20_000
"""The bytes of a line in which the likeliest way to leave out stray bytes is looked for."""
_STRAY_COSTS = 4.0
"""What a stray byte counts against the weight of characters: more than two unusual ones."""
_ODDEST = 3.0
"""What no character counts more than against: one that a user defined is rather meant than two stray bytes."""


class Repaired(NamedTuple):
    """A text, the codec that most of it was decoded with, and how many of its U+FFFD stand for what can't be read."""

    text: str
    codec: str
    unreadable: int = 0


def repaired(data: bytes, encoding: str | None = None) -> Repaired | None:
    """Return the text of `data` that `decode` refuses, or that it read in one encoding where lines are in another.

    A stray byte becomes U+FFFD, lines in another encoding than most are decoded by that, and what stands behind a NUL
    near the end is left out. None where this isn't clearly a text in an encoding (the one chosen by hand, if
    `encoding` is given) but for a few characters.
    """
    return _repaired(_without_trailer(data), encoding)


def has_utf_8_lines(data: bytes) -> bool:
    """Tell whether there may be lines in UTF-8 in a text that is in GB18030 or Big5."""
    return any(often in data for often in _OFTEN) and _UTF_8_RUN.search(data) is not None


def _without_trailer(data: bytes) -> bytes:
    """Return `data` without what an e-book program left behind the text, from a NUL on; as it is, if it is more."""
    end = data.find(b"\0")
    length = len(data) - end
    return data[:end] if end > 0 and length <= min(_LONGEST_TRAILER, end // _TEXT_PER_TRAILER) else data


def _repaired(data: bytes, encoding: str | None) -> Repaired | None:
    """Return what can be read of `data`, None where that isn't clearly a text in `encoding`."""
    if not is_text(data.decode("latin-1")):
        return _utf_16(data) if data.startswith(_MARKS) and encoding in {None, "utf-16"} else None
    if data.startswith(_MARKS):
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    lines = _Lines.of(data.split(b"\n"))
    codec = "utf-8" if lines.in_utf_8 >= lines.in_others else lines.other
    if codec is None or (encoding is not None and offered_as(encoding) != offered_as(codec)):
        return None
    text = without_padding("\n".join(lines.decoded(codec))) or ""
    unreadable = text.count(_UNREADABLE) - data.count(_UNREADABLE.encode()) * (codec == "utf-8")
    readable = sum(not char.isascii() for char in text) - unreadable
    if readable < _READABLE_PER_STRAY * max(1, unreadable) or (codec != "utf-8" and _score(text) < PROSE):
        return None
    return Repaired(text.removeprefix("\ufeff"), codec, max(0, unreadable)) if is_text(text) else None


def _utf_16(data: bytes) -> Repaired | None:
    """Return what is marked as UTF-16, with U+FFFD for lone surrogates."""
    text = without_padding(data.decode("utf-16", "replace")) or ""
    unreadable = text.count(_UNREADABLE)
    clear = is_text(text) and unreadable * _READABLE_PER_STRAY < len(text) and _score(text) >= PROSE
    return Repaired(text, "utf-16", unreadable) if clear else None


class _Lines(NamedTuple):
    """The lines of a file: which are nearly UTF-8, and the one codec that others are in.

    `in_utf_8` and `in_others` count the bytes above 0x7F of either.
    """

    lines: Sequence[bytes]
    nearly_utf_8: frozenset[int]
    in_utf_8: int
    in_others: int
    other: str | None

    @classmethod
    def of(cls, lines: Sequence[bytes]) -> _Lines:
        """Tell what each of `lines` is in by its bytes, and by what most of those that aren't UTF-8 read as."""
        high = {number: len(_HIGH.findall(line)) for number, line in enumerate(lines) if not line.isascii()}
        nearly = frozenset(number for number in high if _is_nearly_utf_8(lines[number]))
        others = [lines[number] for number in high if number not in nearly]
        other = _legacy_of(others)
        in_utf_8 = sum(high[number] for number in nearly)
        return cls(lines, nearly, in_utf_8, sum(high.values()) - in_utf_8, other)

    def decoded(self, main: str) -> Iterable[str]:
        """Return each line decoded, most of them by `main`."""
        for number, line in enumerate(self.lines):
            if line.isascii():
                yield line.decode("ascii")
            elif number in self.nearly_utf_8 and (main == "utf-8" or self._is_surely_utf_8(line)):
                yield line.decode("utf-8", _LENIENTLY)
            else:
                yield _legacy(line, self.other) if self.other else line.decode("utf-8", _LENIENTLY)

    def _is_surely_utf_8(self, line: bytes) -> bool:
        """Tell whether a line among others that aren't is UTF-8, and no short word that could be both."""
        if self.other is None or not _UTF_8_RUN.search(line):
            return self.other is None
        return _score(line.decode("utf-8", _LENIENTLY)) > _score(_legacy(line, self.other))


def _is_nearly_utf_8(line: bytes) -> bool:
    """Tell whether most of what isn't ASCII in `line` is UTF-8."""
    try:
        line.decode()
    except UnicodeDecodeError:
        kept = line.decode("utf-8", "ignore")
        good = sum(not char.isascii() for char in kept)
        lost = len(line) - len(kept.encode())
        return good > 4 * lost or (good == 0 and all(byte[0] in _WINDOWS_1252 for byte in _HIGH.findall(line)))
    return True


def _legacy_of(lines: Sequence[bytes]) -> str | None:
    """Return the codec that `lines` are in, of those before Unicode; None where they are prose in neither."""
    if not lines:
        return None
    sample = b"\n".join(lines)[:_SAMPLE_BYTES]
    scores = {codec: _score(sample.decode(codec, "ignore")) for codec in _LEGACY}
    best = max(scores, key=scores.__getitem__)
    if scores[best] < PROSE:
        return None
    return "cp950" if best == "big5hkscs" and _EURO in sample else best


def _score(text: str) -> float:
    from desktop.documents.containers.frequency import score

    return score(text.replace(_UNREADABLE, ""))


# -- one line ---------------------------------------------------------------------------------------------------


def _legacy(line: bytes, codec: str) -> str:
    """Return a line decoded by a codec in which a character is one, two or four bytes."""
    read = _big5 if offered_as(codec) == "big5hkscs" else _gb18030
    try:
        return line.decode(codec)
    except UnicodeDecodeError:
        return _likeliest(line, read) if len(line) <= _LONGEST_WEIGHED else line.decode(codec, "replace")


def _gb18030(piece: bytes) -> str | None:
    try:
        text = piece.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if len(text) == 1 else None


def _big5(piece: bytes) -> str | None:
    """Return the character that two bytes are in Big5-HKSCS, else in code page 950, user-defined ones included."""
    if len(piece) != 2:
        return None
    for codec in ("big5hkscs", "cp950"):
        try:
            return piece.decode(codec)
        except UnicodeDecodeError:
            continue
    lead, trail = piece
    if trail not in _TRAIL_BYTES:
        return None
    for first, last, start in _USER_DEFINED:
        if first <= lead <= last:
            return chr(start + (lead - first) * len(_TRAIL_BYTES) + _TRAIL_BYTES.index(trail))
    return None


def _likeliest(line: bytes, read: Callable[[bytes], str | None]) -> str:
    """Return `line` with U+FFFD for stray bytes, those left out that leave the likeliest characters.

    A stray byte can pair with the next and shift all that follows, to the end of the line: of all ways to read the
    line the one with the greatest weight is taken. `read` returns the one character that some bytes are, None if they
    are none.
    """
    best: list[tuple[float, int, str]] = [(0.0, 0, "")] * (len(line) + 1)  # weight, where it came from, the character
    for end in range(1, len(line) + 1):
        last = line[end - 1 : end]
        ways = [(best[end - 1][0], end - 1, last.decode())] if last.isascii() else []
        ways.append((best[end - 1][0] - _STRAY_COSTS, end - 1, _UNREADABLE))
        for start in (end - 2, end - 4):
            char = read(line[start:end]) if start >= 0 and line[start] >= 0x80 else None
            if char is not None:
                ways.append((best[start][0] + max(_score(char), -_ODDEST), start, char))
        best[end] = max(ways, key=lambda way: way[0])
    chars, end = list[str](), len(line)
    while end:
        _, start, char = best[end]
        chars.append(char)
        end = start
    return "".join(reversed(chars))


def _in_utf_8(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for bytes that aren't UTF-8, and where to go on: a mark of Windows-1252, or U+FFFD.

    A mark stands beside ASCII or beside one of its own; what is left of a cut character can look like one.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    byte = data[start]
    mark = _WINDOWS_1252.get(byte)
    if mark is None:
        return _UNREADABLE, error.end
    around = (data[start - 1 : start], data[start + 1 : start + 2])
    if any(one == bytes([byte]) or one.isascii() for one in around):
        return mark, start + 1
    return _UNREADABLE, error.end


_LENIENTLY = "baijia-utf-8"
codecs.register_error(_LENIENTLY, _in_utf_8)
