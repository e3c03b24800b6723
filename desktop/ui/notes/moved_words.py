"""What became of a note's words in a text that changed since: others stand there now, or they stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import PlacementState
from desktop.script import search_key

if TYPE_CHECKING:
    from desktop.annotations import Anchor, Placement
    from desktop.documents import Document


def words_once(document: Document | None, anchor: Anchor, placement: Placement | None) -> str:
    """Return the words that were marked once where others were found for them, else "".

    The same words in the other script, with other blanks or something that nobody sees between them, are no others.
    """
    if document is None or placement is None or not _is_found_again(placement) or placement.span is None:
        return ""
    same = _compared(placement.span.of(document.text)) == _compared(anchor.exact)
    return "" if same else anchor.exact


def is_elsewhere(anchor: Anchor, placement: Placement | None) -> bool:
    """Tell whether an anchor was found again at another offset than it was made at."""
    return placement is not None and _is_found_again(placement) and placement.span != anchor.span


def _is_found_again(placement: Placement) -> bool:
    return placement.state is PlacementState.MOVED


def _compared(words: str) -> str:
    return search_key("".join(words.split()))
