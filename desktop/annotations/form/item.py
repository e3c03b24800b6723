"""One annotation in its JSON form: an Annotation of the W3C Web Annotation Data Model.

Ours beside W3C's, on the annotation itself, are `baijia:color`, because it belongs to the mark and not to a body or
the passage, `baijia:resolved` (see `resolutions.py`) and `baijia:conflictsWith`, an annotation's id; `target.py` says
what is ours there. `motivation` is "commenting" with a note, "highlighting" without.

What this version doesn't know goes to `Annotation.extra`: unknown keys of the annotation under their own names, those
of its bodies under "body", as `bodies.py` lays them out. Those of its targets go to `Passage.extra`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.form.bodies import read_bodies, write_bodies
from desktop.annotations.form.fields import (
    FormError,
    JsonObject,
    as_moment,
    as_object,
    as_text,
    filled,
    inner,
    is_object,
    joined,
    moment_text,
    unknown,
)
from desktop.annotations.form.resolutions import RESOLVED
from desktop.annotations.form.target import read_passages, write_passages
from desktop.annotations.values import Annotation, Color

if TYPE_CHECKING:
    from desktop.annotations.form.source import Source

_CONFLICTS = "baijia:conflictsWith"
_KEYS = ("id", "type", "motivation", "created", "modified", "baijia:color", "body", "target", RESOLVED, _CONFLICTS)
_MOTIVATIONS = ("highlighting", "commenting")


def read_item(raw: object, source: Source) -> Annotation:
    """Return the annotation that `raw`, an item of a page on `source`, stands for; FormError if that is unclear."""
    item = as_object(raw, "an item")
    if item.get("type") != "Annotation":
        raise FormError("an item is not an Annotation")
    created = as_moment(item.get("created"), "created")
    edited = item.get("modified", item["created"])
    note, tags, body_rest = read_bodies(item.get("body", []))
    return Annotation(
        id=_read_id(item),
        passages=read_passages(item.get("target"), item.get(RESOLVED, []), source, moment_text(created)),
        color=_read_color(item),
        created=created,
        modified=created if edited == item["created"] else as_moment(edited, "modified"),
        note=note,
        tags=tags,
        conflicts_with=as_text(item.get(_CONFLICTS, ""), "conflictsWith"),
        extra=MappingProxyType(_own_rest(item) | filled({"body": body_rest})),
    )


def write_item(annotation: Annotation, source: Source) -> JsonObject:
    """Return the JSON form of `annotation`, an item of a page on `source`, with all that its `extra` carries."""
    extra, created = dict(annotation.extra), moment_text(annotation.created)
    bodies = write_bodies(annotation.note, annotation.tags, inner(extra, "body"))
    item: JsonObject = {
        "id": annotation.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS[bool(annotation.note)],
        "created": created,
        "modified": moment_text(annotation.modified),
        "baijia:color": annotation.color.value,
    }
    if bodies:
        item["body"] = bodies[0] if len(bodies) == 1 and is_object(bodies[0]) else bodies
    item["target"], resolved = write_passages(annotation.passages, source, created)
    item |= filled({RESOLVED: resolved, _CONFLICTS: annotation.conflicts_with})
    return joined(item, unknown(extra, "body"), "motivation")


def _read_id(item: JsonObject) -> str:
    name = as_text(item.get("id"), "id")
    if not name:
        raise FormError("id is empty")
    return name


def _read_color(item: JsonObject) -> Color:
    """Return the colour; one that we don't have is refused, as choosing another would overwrite it."""
    try:
        return Color(item.get("baijia:color", Color.GAMBOGE))
    except ValueError as error:
        raise FormError("baijia:color is none of ours") from error


def _own_rest(item: JsonObject) -> JsonObject:
    """Return what is unknown on the annotation itself; a motivation that isn't ours to set counts as unknown."""
    rest = unknown(item, *_KEYS)
    motivation = item.get("motivation", _MOTIVATIONS[0])
    return rest if motivation in _MOTIVATIONS else rest | {"motivation": motivation}
