"""Page furniture: what a web page leaves at the end of a copied thread, and what is nobody's words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_LONGEST = 40
_SENTENCE_ENDS = "。！？…；，!?;,”」』"


def without_furniture(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """Return `lines` without the page furniture at their end, which may not be the first line too.

    Only an unbroken run of furniture at the very end goes, since words that are hidden are worse than clutter.
    """
    end = len(lines)
    while end > 1 and _is_furniture(lines[end - 1].text):
        end -= 1
    return lines[:end]


def _is_furniture(words: str) -> bool:
    return len(words) <= _LONGEST and words[-1] not in _SENTENCE_ENDS and _plain(words).startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    """Return the entries of the dictionary of page furniture; raises FileNotFoundError when it was not shipped."""
    rows = resource("dictionaries/page-furniture.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_plain(row) for row in rows if row.strip() and not row.startswith("#"))


def _plain(words: str) -> str:
    """Return `words` with the colon as ':', whichever form it had and whatever space was before it."""
    return words.strip().replace("：", ":").replace(" :", ":")
