"""Anchoring: from a span to the words that find it again, and back, in a text that may have changed.

The selectors are those of the W3C Web Annotation Data Model (4.2.4 quote, 4.2.5 position). Where it advises to treat
several matches as all meant, this module would rather say that it can't tell: a note on the wrong passage does more
harm than one in a list of unplaced notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.annotations.values import Anchor
from desktop.text import Span

CONTEXT = 32
"""Code points of context kept on either side of a quote, as Hypothesis's client keeps (in UTF-16 units)."""

_SPEAKS_FOR_ITSELF = 4
"""From this many code points on, a quote found once needs no context: a shorter one recurs by chance."""


class PlacementState(StrEnum):
    """How surely an anchor was found in a text."""

    EXACT = "exact"
    MOVED = "moved"
    UNCERTAIN = "uncertain"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor lies in a text: `span` in its code points, None when `state` is UNCERTAIN or LOST."""

    span: Span | None
    state: PlacementState


def make_anchor(text: str, span: Span, sha256: str) -> Anchor:
    """Return the anchor of `span` (code points) in `text`, whose digest is `sha256`.

    Raises ValueError when `span` is empty or runs past the end of `text`.
    """
    if not span or span.end > len(text):
        raise ValueError(f"no words at {span.start}..{span.end} of a text of {len(text)}")
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    return Anchor(exact=span.of(text), prefix=prefix, suffix=suffix, span=span, sha256=sha256)


def locate(anchor: Anchor, text: str, sha256: str) -> Placement:
    """Return where `anchor` lies in `text`, whose digest is `sha256`.

    EXACT: the text is the very one, and the quote is in its place. MOVED: the quote stands in one place only, or
    in one place only with both contexts. UNCERTAIN: it stands somewhere, but the contexts don't tell where it is
    meant. LOST: it stands nowhere.
    """
    if anchor.sha256 == sha256 and anchor.span and anchor.span.of(text) == anchor.exact:
        return Placement(anchor.span, PlacementState.EXACT)
    found = _occurrences(text, anchor.exact)
    if not found:
        return Placement(None, PlacementState.LOST)
    likely = [span for span in found if _is_likely(anchor, text, span, alone=len(found) == 1)]
    if len(likely) != 1:
        return Placement(None, PlacementState.UNCERTAIN)
    return Placement(likely[0], PlacementState.MOVED)


def _occurrences(text: str, quote: str) -> list[Span]:
    """Return every place of `quote` in `text`, overlapping ones too; an empty quote is nowhere."""
    spans: list[Span] = []
    start = text.find(quote) if quote else -1
    while start >= 0:
        spans.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return spans


def _is_likely(anchor: Anchor, text: str, span: Span, *, alone: bool) -> bool:
    """Tell whether the quote at `span` is the anchor's own; `alone`, it needs less context than among others."""
    if not alone:
        return _context_holds(anchor, text, span)
    if len(anchor.exact) >= _SPEAKS_FOR_ITSELF or not (anchor.prefix or anchor.suffix):
        return True
    before = bool(anchor.prefix) and text.endswith(anchor.prefix[-1], 0, span.start)
    after = bool(anchor.suffix) and text.startswith(anchor.suffix[0], span.end)
    return before or after


def _context_holds(anchor: Anchor, text: str, span: Span) -> bool:
    """Tell whether the nearer half of both contexts stands around `span`.

    Half, so that an edit twenty characters off doesn't lose the place; both, because threads repeat
    headings and greetings, which are the same on one side of many passages.
    """
    before = anchor.prefix[len(anchor.prefix) // 2 :]
    after = anchor.suffix[: (len(anchor.suffix) + 1) // 2]
    return text.endswith(before, 0, span.start) and text.startswith(after, span.end)
