"""Addresses of the web that stand in words as they are: each is a link, whatever kind of file it was in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.document import Run, RunKind
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What RFC 3986 has in an address, quotes apart: Han characters behind one go on with the sentence.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9\-._~:/?#\[\]@!$&()*+,;=%]*", re.IGNORECASE)
_BEHIND = ".,;:!?*"
_PAIRS = {")": "(", "]": "["}
_SET_APART = frozenset({RunKind.LINK, RunKind.CODE})


def addresses_in(words: str, start: int = 0, known: Iterable[Run] = ()) -> Iterator[Run]:
    """Yield the addresses in `words`, which stand at `start` of a text, as links.

    Those within one of the `known` runs that is a link or code are none. A full stop behind an address, or a bracket
    that was opened before it, is not of it.
    """
    taken = [run.span for run in known if run.kind in _SET_APART]
    for match in _ADDRESS.finditer(words):
        address = _without_marks(match[0])
        span = Span(match.start(), match.start() + len(address)).shifted(start)
        if "." in address and not any(span.overlaps(other) for other in taken):
            yield Run(span, RunKind.LINK, address)


def _without_marks(address: str) -> str:
    while address[-1] in _BEHIND or address.count(address[-1]) > address.count(_PAIRS.get(address[-1], address[-1])):
        address = address[:-1]
    return address
