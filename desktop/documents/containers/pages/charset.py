"""The bytes of a page to its text: by evidence first, and by what the page says of itself where that fits.

The order is that of browsers (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding),
save that a page's own word is tried against the text: a page that was saved again by another tool often keeps the old
`<meta charset>`.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from desktop.documents.containers.container import Decoded
from desktop.documents.error import DocumentError

if TYPE_CHECKING:
    from desktop.documents.containers.container import ThreadFile

_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})|encoding=["']([A-Za-z0-9_-]{2,30})""",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
_SAMPLE = 1 << 15
# What a page calls its encoding means more than the codec of that name: https://encoding.spec.whatwg.org/
_WIDER = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("shift_jis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "big5": "cp950",
}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def page_text(file: ThreadFile, encoding: str | None, said: str = "") -> Decoded:
    """Return the text of the page in `file`, decoded by `encoding` (one chosen by hand), None: by what is found out.

    `said` is what the file around the page says of its encoding, if there is one. Raises DocumentError.
    """
    if encoding is not None or file.data.startswith(_MARKS):
        return file.decoded(encoding)
    declared = _strict(file.data, "utf-8")
    if declared is not None and "\0" not in declared.text:
        return declared
    declared = _declared(file.data, said)
    try:
        found = file.decoded()
    except DocumentError:
        if declared is None:
            raise
        return declared
    if declared is None or (declared.encoding != found.encoding and _prose(found) > _prose(declared)):
        return found
    return declared


def _strict(data: bytes, codec: str) -> Decoded | None:
    """Return the text of `data`, None where it is not written in `codec`, or where there is no such codec of text."""
    try:
        text = data.decode(codec)
    except (LookupError, ValueError):
        return None
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, codec)


def _declared(data: bytes, said: str) -> Decoded | None:
    """Return the text as the page itself, or what it came in, says that it is written; None where that can't be."""
    match = _DECLARED.search(data, 0, _HEAD_BYTES)
    names = [said, *(name.decode("ascii") for name in match.groups() if name)] if match else [said]
    found = (_strict(data, _WIDER.get(name.lower(), name.lower())) for name in names if name)
    return next(filter(None, found), None)


def _prose(decoded: Decoded) -> float:
    """Return how much of Chinese prose the text has, from its first letter above ASCII on."""
    from desktop.documents.containers.frequency import score

    first = re.search(r"[^\0-\x7f]", decoded.text)
    start = first.start() if first else 0
    return score(decoded.text[start : start + _SAMPLE])
