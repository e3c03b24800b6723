"""Anchors: from a span to the words that find it again.

The selectors are those of the W3C Web Annotation Data Model (4.2.4 quote, 4.2.5 position). `reanchor.py` goes the
other way, in a text that may have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations.values import Anchor

if TYPE_CHECKING:
    from desktop.text import Span

CONTEXT = 32
"""Code points of context kept on either side of a quote, as Hypothesis's client keeps (in UTF-16 units)."""


def make_anchor(text: str, span: Span, sha256: str) -> Anchor:
    """Return the anchor of `span` (code points) in `text`, whose digest is `sha256`.

    Raises ValueError when `span` is empty or runs past the end of `text`.
    """
    if not span or span.end > len(text):
        raise ValueError(f"no words at {span.start}..{span.end} of a text of {len(text)}")
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    return Anchor(exact=span.of(text), prefix=prefix, suffix=suffix, span=span, sha256=sha256)


def holds(anchor: Anchor, text: str, sha256: str) -> bool:
    """Tell whether `anchor` was made on `text`, whose digest is `sha256`, and its quote stands where it says."""
    return anchor.sha256 == sha256 and bool(anchor.span) and anchor.span.of(text) == anchor.exact
