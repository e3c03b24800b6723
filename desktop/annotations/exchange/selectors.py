"""From the target of any Web Annotation to the words that it means.

What counts is the quote: a position of another program is in units and in a text of its own (Hypothesis's are UTF-16
units of a page's text), so it is kept as it came, and never trusted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.annotations.anchoring.anchor import CONTEXT
from desktop.annotations.form.fields import FormError, JsonObject, as_count, as_text, is_list, is_object
from desktop.annotations.values import Anchor
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOWHERE = Span(0, 0)
_LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader has (RFC 8259, 6)."""


def has_type(value: object, name: str) -> bool:
    """Tell whether `value` is an object of this JSON-LD type, or of several types of which it is one."""
    kind = value.get("type") if is_object(value) else None
    return name in kind if is_list(kind) else kind == name


def as_several(value: object) -> list[Any]:
    """Return `value` as JSON-LD means it: a list as it is, nothing as an empty list, anything else alone in one."""
    return value if is_list(value) else [] if value is None else [value]


def quote_of(selector: object) -> Anchor:
    """Return the quote that `selector`, one or a list of them, makes out; its `sha256` is "": the text is unknown.

    Each of a list makes out the passage on its own, so the first quote is taken. FormError when there is none.
    """
    quotes = [quote for one in as_several(selector) for quote in _quotes(one)]
    if not quotes:
        raise FormError("there are no words to find the passage by")
    return replace(quotes[0], span=_position(as_several(selector)) or quotes[0].span)


def _quotes(selector: object) -> Iterator[Anchor]:
    """Yield the quotes that one selector, with what refines it (REC 4.2.9), may mean."""
    if not is_object(selector):
        return
    outer = _quote(selector)
    refining = as_several(selector.get("refinedBy"))
    inner = [refined for one in refining for refined in (_within(outer, one) if outer else _quotes(one))]
    if inner:
        yield from inner
    elif outer:
        yield outer


def _within(outer: Anchor, selector: object) -> Iterator[Anchor]:
    """Yield the part of `outer` that `selector` makes out, if there is exactly one."""
    position = _position([selector])
    if position and position.end <= len(outer.exact):
        yield _part(outer, position)
    for inner in _quotes(selector):
        around = _only_place(outer.exact, inner.prefix + inner.exact + inner.suffix)
        place = _only_place(outer.exact, inner.exact) if around is None else around + len(inner.prefix)
        if place is not None:
            yield _part(outer, Span(place, place + len(inner.exact)))


def _only_place(text: str, words: str) -> int | None:
    """Return where `words` begin in `text`; None unless they stand there once."""
    place = text.find(words)
    return place if place >= 0 and text.find(words, place + 1) < 0 else None


def _part(outer: Anchor, part: Span) -> Anchor:
    """Return the words at `part` of a quote, with what stands around them there as their context."""
    before, after = outer.prefix + outer.exact[: part.start], outer.exact[part.end :] + outer.suffix
    return Anchor(part.of(outer.exact), before[-CONTEXT:], after[:CONTEXT], _NOWHERE, "")


def _quote(selector: JsonObject) -> Anchor | None:
    if not has_type(selector, "TextQuoteSelector"):
        return None
    exact = as_text(selector.get("exact"), "exact")
    prefix, suffix = as_text(selector.get("prefix") or "", "prefix"), as_text(selector.get("suffix") or "", "suffix")
    if not exact.strip():
        raise FormError("a quote is empty")
    return Anchor(exact, prefix[-CONTEXT:], suffix[:CONTEXT], _NOWHERE, "")


def _position(selectors: list[Any]) -> Span | None:
    """Return what the first position selector of `selectors` says; None when there is none that makes sense."""
    for selector in selectors:
        if has_type(selector, "TextPositionSelector"):
            start, end = as_count(selector.get("start"), "start"), as_count(selector.get("end"), "end")
            return Span(start, end) if start < end <= _LARGEST else None
    return None
