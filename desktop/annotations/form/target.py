"""The target of an annotation in JSON: the passage by quote and by position, its version, and whose words it is.

Of W3C: `source`, `state` (a TimeState), `selector` (a TextQuoteSelector and a TextPositionSelector, in code points).
Ours: `baijia:sha256` in the state, because it says which version was marked; `baijia:script` (the script shown) and
`baijia:place` (`author` and the 0-based `answer`) on the target, because they describe the passage as it was met.
What else a target holds is returned as a `rest`: its own unknown keys by name, and those further in under `state`,
`selector` (`quote`, `position`, and `other` selectors whole) and `baijia:place`. An annotation of several passages
has a list of targets, one for each (W3C 3.2.1: several targets, each of which the bodies are about); all but the
first have a `baijia:resolved` of their own (see `resolutions.py`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.annotations.form.fields import (
    FormError,
    JsonObject,
    as_count,
    as_list,
    as_object,
    as_text,
    filled,
    inner,
    is_list,
    is_object,
    joined,
    unknown,
)
from desktop.annotations.form.resolutions import RESOLVED, read_resolved, write_resolved
from desktop.annotations.values import Anchor, Passage
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.annotations.form.source import Source
    from desktop.annotations.values import Annotation

_KEYS = ("source", "state", "selector", "baijia:script", "baijia:place")
_QUOTE, _POSITION = "TextQuoteSelector", "TextPositionSelector"


class Target(NamedTuple):
    """What a target says: where, in which script it was read, whose words, and the rest that isn't ours."""

    anchor: Anchor
    made_in: str
    author: str
    answer: int | None
    rest: JsonObject


def read_targets(raw: object, source: Source, created: str) -> tuple[Target, tuple[Passage, ...]]:
    """Return what the target in `raw` says, the first where it is a list of several, and the further passages.

    FormError if any of them is unclear: part of an annotation is not what was meant.
    """
    first, *rest = raw if is_list(raw) and raw else [raw]
    further = tuple(_read_passage(one, source, created) for one in rest)
    return read_target(first, source, created), further


def write_targets(annotation: Annotation, source: Source, created: str, rest: JsonObject) -> JsonObject | list[Any]:
    """Return the target of `annotation`, a list where it has several; `rest` is that of the first."""
    first = write_target(annotation, source, created, rest)
    further = [_write_passage(passage, source, created) for passage in annotation.also]
    return [first, *further] if further else first


def _read_passage(raw: object, source: Source, created: str) -> Passage:
    """Return the further passage that the target in `raw` stands for."""
    target = read_target(raw, source, created)
    resolved, resolved_rest = read_resolved(target.rest.get(RESOLVED, []))
    rest = unknown(target.rest, RESOLVED) | filled({RESOLVED: resolved_rest})
    return Passage(target.anchor, target.made_in, target.author, target.answer, MappingProxyType(rest), resolved)


def _write_passage(passage: Passage, source: Source, created: str) -> JsonObject:
    """Return the target for a further `passage`."""
    rest = dict(passage.extra)
    target = write_target(passage, source, created, unknown(rest, RESOLVED))
    return target | filled({RESOLVED: write_resolved(passage.resolved, inner(rest, RESOLVED))})


def read_target(raw: object, source: Source, created: str) -> Target:
    """Return what `raw`, the target of an item created at `created` on `source`, says; FormError if unclear."""
    target = as_object(raw, "target")
    state = as_object(target.get("state", {"type": "TimeState"}), "state")
    if state.get("type") != "TimeState":
        raise FormError("state is not a TimeState")
    place = as_object(target.get("baijia:place", {}), "baijia:place")
    answer = place.get("answer")
    quote, position, other = _sorted_selectors(target)
    return Target(
        anchor=_anchor(quote, position, as_text(state.get("baijia:sha256", source.sha256), "baijia:sha256")),
        made_in=as_text(target.get("baijia:script", "original"), "baijia:script"),
        author=as_text(place.get("author", ""), "author"),
        answer=None if answer is None else as_count(answer, "answer"),
        rest=_own_rest(target, source)
        | filled(
            {
                "state": _state_rest(state, created),
                "selector": _selector_rest(quote, position, other),
                "baijia:place": unknown(place, "author", "answer"),
            }
        ),
    )


def write_target(passage: Annotation | Passage, source: Source, created: str, rest: JsonObject) -> JsonObject:
    """Return the target for a `passage`, of an annotation created at `created`, on `source`, with its `rest`."""
    anchor, selectors = passage.anchor, inner(rest, "selector")
    quote = {"type": _QUOTE, "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    position = {"type": _POSITION, "start": anchor.span.start, "end": anchor.span.end}
    state = {"type": "TimeState", "sourceDate": created, "baijia:sha256": anchor.sha256}
    target: JsonObject = {
        "source": source.id,
        "state": joined(state, inner(rest, "state"), "sourceDate"),
        "selector": [
            joined(quote, inner(selectors, "quote")),
            joined(position, inner(selectors, "position")),
            *selectors.get("other", []),
        ],
        "baijia:script": passage.made_in,
    }
    target |= filled({"baijia:place": joined(_place(passage), inner(rest, "baijia:place"))})
    return joined(target, unknown(rest, "state", "selector", "baijia:place"), "source")


def _place(passage: Annotation | Passage) -> JsonObject:
    place: JsonObject = {"author": passage.author} if passage.author else {}
    return place if passage.answer is None else place | {"answer": passage.answer}


def _anchor(quote: JsonObject, position: JsonObject, sha256: str) -> Anchor:
    start, end = as_count(position.get("start"), "start"), as_count(position.get("end"), "end")
    if end < start:
        raise FormError("a passage ends before it starts")
    return Anchor(
        exact=as_text(quote.get("exact"), "exact"),
        prefix=as_text(quote.get("prefix", ""), "prefix"),
        suffix=as_text(quote.get("suffix", ""), "suffix"),
        span=Span(start, end),
        sha256=sha256,
    )


def _sorted_selectors(target: JsonObject) -> tuple[JsonObject, JsonObject, list[Any]]:
    """Return the first quote selector, the first position selector, and all others."""
    found: dict[str, JsonObject] = {}
    other: list[Any] = []
    for selector in as_list(target.get("selector"), "selector"):
        kind = selector.get("type") if is_object(selector) else None
        if kind in (_QUOTE, _POSITION) and kind not in found:
            found[kind] = selector
        else:
            other.append(selector)
    if len(found) < 2:
        raise FormError("a passage needs its words and its position")
    return found[_QUOTE], found[_POSITION], other


def _selector_rest(quote: JsonObject, position: JsonObject, other: list[Any]) -> JsonObject:
    quote_rest = unknown(quote, "type", "exact", "prefix", "suffix")
    position_rest = unknown(position, "type", "start", "end")
    return filled({"quote": quote_rest, "position": position_rest, "other": other})


def _state_rest(state: JsonObject, created: str) -> JsonObject:
    """Return what a state holds beyond what would be written anyway; another program's sourceDate stays."""
    rest = unknown(state, "type", "baijia:sha256")
    return unknown(rest, "sourceDate") if rest.get("sourceDate") == created else rest


def _own_rest(target: JsonObject, source: Source) -> JsonObject:
    """Return the unknown keys of the target itself; a source other than the page's own stays."""
    rest = unknown(target, *_KEYS)
    return rest | ({"source": target["source"]} if target.get("source", source.id) != source.id else {})
