"""Pages that would take a parser hours or gigabytes, made harmless before they are parsed.

The rules by which HTML is parsed (https://html.spec.whatwg.org/multipage/parsing.html) look through all open elements
at each tag, and open inline elements again in each paragraph: 50,000 nested lists take lexbor 14 s, and a thousand
`<b>` before ten thousand `<p>` become ten million elements. Browsers stop at 512 levels as well.
"""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DEEPEST = 512
"""How many elements deep a page is read; tags below are left out, their words are kept."""
MOST_TAGS = 1_000_000
"""How many tags a page may have: each costs a parser some 300 bytes of memory."""
MOST_ATTRIBUTES = 1_000
"""How many attributes a tag may have: a parser compares each with all before it, 300,000 of them for minutes."""
_LONG = 4_000
_MOST_REOPENED = 3_000_000
_FEW_INLINE = 8

# Elements without an end tag, and those whose end tag may be left out, which close one another.
_UNCOUNTED = frozenset({
    "area", "base", "body", "br", "circle", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "path", "rect", "rp", "rt",
    "source", "stop", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "use", "wbr"
})  # fmt: skip
_INLINE = frozenset({"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_BEGINNING = re.compile(r"</?[a-zA-Z][^\s/>]*")
# Whatever begins as a tag matches, up to its end or to a quote that is never closed, so that nothing is read twice.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^'\">]+)*+)>?")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)


_LONG_TAG = re.compile(f"<[a-zA-Z][^<>]{{{_LONG}}}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")


class TooManyTagsError(ValueError):
    """A page of more than `MOST_TAGS` tags."""


def bounded(html: str) -> str:
    """Return the page `html` so that parsing takes time and memory in proportion to its length.

    That is the page itself, unless it is nested deeper than `DEEPEST` or its inline elements would multiply. Raises
    TooManyTagsError.
    """
    if _LONG_TAG.search(html):
        html = _TAG.sub(lambda tag: f"<{tag[1]}{tag[2]}>" if _is_overloaded(tag[3]) else tag[0], html)
    count = html.count("<")
    if count > MOST_TAGS:
        raise TooManyTagsError
    if count <= DEEPEST:
        return html
    tags = _BEGINNING.findall(html)
    inline = _deepest(tags, _InlineSteps())
    if inline > _FEW_INLINE and inline * count > _MOST_REOPENED:
        html = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else tag[0], html)
        tags = _BEGINNING.findall(html)
    if _deepest(tags, _AllSteps()) <= DEEPEST:
        return html
    flat = _flattened(html)
    if _deepest(_BEGINNING.findall(flat), _AllSteps()) > 2 * DEEPEST:
        raise TooManyTagsError
    return flat


def without_empty_tags(xhtml: str) -> str:
    """Return `xhtml` with `<a/>` as `<a></a>`, which is what it means in XML; HTML takes it for `<a>`."""

    def written(tag: re.Match[str]) -> str:
        if not tag[3].endswith("/") or tag[1] or tag[2].lower() in _VOID:
            return tag[0]
        return f"<{tag[2]}{tag[3][:-1]}></{tag[2]}>"

    return _TAG.sub(written, xhtml)


def _is_overloaded(attributes: str) -> bool:
    """Tell whether the words behind the name of a tag are more attributes than one may have."""
    return len(attributes) > _LONG and len(_QUOTED.sub("", attributes).replace("/", " ").split()) > MOST_ATTRIBUTES


class _AllSteps(dict[str, int]):
    """By how much the beginning of a tag ("<div", "</div") changes how many elements are open."""

    def __missing__(self, tag: str) -> int:
        self[tag] = step = (-1 if tag[1] == "/" else 1) if self.counts(tag.lstrip("</").lower()) else 0
        return step

    def counts(self, name: str) -> bool:
        """Tell whether elements of this name are counted."""
        return name not in _UNCOUNTED


class _InlineSteps(_AllSteps):
    """The same for elements that are opened again in each paragraph."""

    def counts(self, name: str) -> bool:
        """Tell whether elements of this name are counted."""
        return name in _INLINE


def _deepest(tags: Sequence[str], steps: _AllSteps) -> int:
    """Return how many of the elements that `tags` begin and end are open at once at most."""
    depths = list(accumulate(map(steps.__getitem__, tags), initial=0))
    return max(map(sub, depths, accumulate(depths, min)))


def _flattened(html: str) -> str:
    """Return `html` without the tags that lie deeper than `DEEPEST`, and without those that end them."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _UNCOUNTED:
            return tag[0] if depth < DEEPEST else ""
        if tag[1]:
            depth = max(depth - 1, 0)
            return tag[0] if depth < DEEPEST else ""
        depth += 1
        return tag[0] if depth <= DEEPEST else ""

    return _TAG.sub(kept, html)
