"""Text that leaves the app: nothing in it turns, hides or cuts off what stands around it.

Marks of direction can make a text read as another than it is (CVE-2021-42574), and controls and lone surrogates break
the forms that text is put in. The first are spelled out, the others become U+FFFD; line ends are line feeds.
"""

from __future__ import annotations

import re
import unicodedata

_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and a symbol that look like nothing: the fillers of Hangul, and the empty pattern of Braille."""
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_SPELLED = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
) | {mark: f"[U+{mark:04X}]" for mark in _TURNING}


def visible(text: str) -> str:
    """Return `text` with marks of direction spelled out as [U+202E]; of the controls, tabs and line feeds stay."""
    return _LINE_END.sub("\n", text).translate(_SPELLED)


def first_seen(text: str) -> str:
    """Return the first character of `text` that is seen, "" for none: no blank, control, mark or filler."""
    return next((char for char in text if unicodedata.category(char)[0] not in "ZCM" and char not in _BLANK), "")


def one_line(text: str) -> str:
    """Return `text` as `visible` does, on one line."""
    return " ".join(visible(text).split("\n"))
