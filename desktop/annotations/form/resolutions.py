"""Where an annotation was found in later versions of its text, in JSON: a list under `baijia:resolved`.

That of its first passage stands on the annotation itself, those of further ones on their targets.

Each entry has the `sha256` of a version, `start` and `end` (code points) and `exact`, `prefix` and `suffix` in it, as
the selectors of a target have, `how` it was found ("diff", "quote" or "reader") and a `score` from 0 to 1. What isn't
understood is returned as a `rest`: `known` (unknown keys of entries, by their version) and `other` (whole entries).
"""

from __future__ import annotations

from typing import Any

from desktop.annotations.form.fields import (
    FormError,
    JsonObject,
    as_count,
    as_object,
    as_share,
    as_text,
    filled,
    inner,
    is_list,
    joined,
    unknown,
)
from desktop.annotations.values import Anchor, How, Resolution
from desktop.text import Span

RESOLVED = "baijia:resolved"

_KEYS = ("sha256", "start", "end", "exact", "prefix", "suffix", "how", "score")


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
        if rest := unknown(fields, *_KEYS):
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
