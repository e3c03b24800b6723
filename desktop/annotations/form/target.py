"""The target of an annotation in JSON: the passage by quote and by position, its version, and whose words it is.

Of W3C: `source`, `state` (a TimeState), `selector` (a TextQuoteSelector and a TextPositionSelector, in code points).
Ours: `baijia:sha256` in the state, because it says which version was marked; `baijia:script` (the script shown) and
`baijia:place` (`author` and the 0-based `answer`) on the target, because they describe the passage as it was met.
An annotation of several passages has a list of targets, one for each (W3C 3.2.1: several targets, each of which the
bodies are about).

Where a passage was found in later versions of its text is a list under `baijia:resolved`, which stands on the
annotation itself for its first passage, on the targets for further ones. Each entry has the `sha256` of a version,
`start` and `end` (code points) and `exact`, `prefix` and `suffix` in it, as the selectors of a target have, `how` it
was found ("diff", "quote" or "reader") and a `score` from 0 to 1.

What isn't understood goes to `Passage.extra`: unknown keys of the target by name, and those further in under `state`,
`selector` (`quote`, `position`, and `other` selectors whole), `baijia:place` and `baijia:resolved` (`known`, unknown
keys of entries by their version, and `other`, whole entries).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_count,
    as_list,
    as_object,
    as_share,
    as_text,
    filled,
    inner,
    is_list,
    is_object,
    joined,
    kept,
    unknown,
)
from desktop.annotations.values import Anchor, How, Passage, Resolution
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.annotations.form.source import Source

RESOLVED = "baijia:resolved"
"""The key of where a passage was found in later versions of its text."""

_KEYS = ("source", "state", "selector", "baijia:script", "baijia:place", RESOLVED)
_ENTRY_KEYS = ("sha256", "start", "end", "exact", "prefix", "suffix", "how", "score")
_ON_TARGET = "target"
"""The key, among the rest of a first passage's resolutions, of what its target has under their name."""
_QUOTE, _POSITION = "TextQuoteSelector", "TextPositionSelector"


def read_passages(raw: object, resolved: object, source: Source, created: str) -> tuple[Passage, ...]:
    """Return the passages that the target in `raw`, or the list of several, stands for.

    `resolved` is what the item, created at `created` on `source`, says of where the first was found. FormError if any
    target is unclear: part of an annotation is not what was meant.
    """
    first, *further = raw if is_list(raw) and raw else [raw]
    target = as_object(first, "target")
    # On the first target, the key has no meaning of ours; it is carried along.
    apart = {_ON_TARGET: target[RESOLVED]} if RESOLVED in target else {}
    return (
        _read_passage(target, resolved, apart, source, created),
        *(_read_passage(one, one.get(RESOLVED, []), {}, source, created) for one in map(_as_target, further)),
    )


def write_passages(
    passages: tuple[Passage, ...], source: Source, created: str
) -> tuple[JsonObject | list[Any], list[Any]]:
    """Return the target for `passages`, a list for several, and the list of where the first was found."""
    first, *further = passages
    rest = inner(dict(first.extra), RESOLVED)
    leading = _write_target(first, source, created)
    leading |= {RESOLVED: rest[_ON_TARGET]} if _ON_TARGET in rest else {}
    resolved = write_resolved(first.resolved, rest)
    return [leading, *(_write_further(one, source, created) for one in further)] if further else leading, resolved


def _as_target(raw: object) -> JsonObject:
    return as_object(raw, "target")


def _write_further(passage: Passage, source: Source, created: str) -> JsonObject:
    found = write_resolved(passage.resolved, inner(dict(passage.extra), RESOLVED))
    return _write_target(passage, source, created) | filled({RESOLVED: found})


def _read_passage(
    target: JsonObject, raw_resolved: object, apart: JsonObject, source: Source, created: str
) -> Passage:
    """Return the passage of `target`, an object of an item created at `created` on `source`; FormError if unclear."""
    state = as_object(target.get("state", {"type": "TimeState"}), "state")
    if state.get("type") != "TimeState":
        raise FormError("state is not a TimeState")
    place = as_object(target.get("baijia:place", {}), "baijia:place")
    answer = place.get("answer")
    quote, position, other = _sorted_selectors(target)
    resolved, resolved_rest = read_resolved(raw_resolved)
    rest = _own_rest(target, source) | filled(
        {
            "state": _state_rest(state, created),
            "selector": _selector_rest(quote, position, other),
            "baijia:place": unknown(place, "author", "answer"),
            RESOLVED: resolved_rest | apart if apart else resolved_rest,
        }
    )
    return Passage(
        anchor=_anchor(quote, position, as_text(state.get("baijia:sha256", source.sha256), "baijia:sha256")),
        made_in=as_text(target.get("baijia:script", "original"), "baijia:script"),
        author=as_text(place.get("author", ""), "author"),
        answer=None if answer is None else as_count(answer, "answer"),
        extra=kept(rest),
        resolved=resolved,
    )


def _write_target(passage: Passage, source: Source, created: str) -> JsonObject:
    """Return the target for a `passage`, of an annotation created at `created`, on `source`."""
    rest = dict(passage.extra)
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
    return joined(target, unknown(rest, "state", "selector", "baijia:place", RESOLVED), "source")


def _place(passage: Passage) -> JsonObject:
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


def read_resolved(raw: object) -> tuple[tuple[Resolution, ...], JsonObject]:
    """Return the resolutions that `raw` lists, and the rest; nothing is refused, the annotation itself is fine."""
    if raw == []:
        return (), {}
    found: list[Resolution] = []
    rests, other = JsonObject(), list[Any]()
    for entry in raw if is_list(raw) else [raw]:
        try:
            fields = as_object(entry, "a resolution")
            resolution = _read(fields)
        except FormError:
            other.append(entry)
            continue
        found.append(resolution)
        if rest := unknown(fields, *_ENTRY_KEYS):
            rests[resolution.anchor.sha256] = rest
    return tuple(found), filled({"known": rests, "other": other})


def write_resolved(resolved: tuple[Resolution, ...], rest: JsonObject) -> list[Any]:
    """Return the list of `resolved` and `rest`; what is unknown of an entry that is no more goes with it."""
    rests = inner(rest, "known")
    return [joined(_written(one), inner(rests, one.anchor.sha256)) for one in resolved] + rest.get("other", [])


def _read(entry: JsonObject) -> Resolution:
    start, end = as_count(entry.get("start"), "start"), as_count(entry.get("end"), "end")
    how = entry.get("how")
    if end < start or not isinstance(how, str) or how not in set(How):
        raise FormError("a resolution isn't clear")
    anchor = Anchor(
        exact=as_text(entry.get("exact"), "exact"),
        prefix=as_text(entry.get("prefix", ""), "prefix"),
        suffix=as_text(entry.get("suffix", ""), "suffix"),
        span=Span(start, end),
        sha256=as_text(entry.get("sha256"), "sha256"),
    )
    return Resolution(anchor, How(how), as_share(entry.get("score", 1), "score"))


def _written(resolution: Resolution) -> JsonObject:
    anchor = resolution.anchor
    return {
        "sha256": anchor.sha256,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "how": resolution.how.value,
        "score": resolution.score,
    }
