"""One annotation in its JSON form: an Annotation of the W3C Web Annotation Data Model.

Ours beside W3C's, on the annotation itself, are `baijia:color`, because it belongs to the mark and not to a body or
the passage, and `baijia:conflictsWith`, an annotation's id; `target.py` says what is ours of its passages.
`motivation` is "commenting" with a note, "highlighting" without. The note is a TextualBody in plain text, a tag a
TextualBody with purpose "tagging" (3.2.4, 3.3.5).

What this version doesn't know goes to `Annotation.extra`: unknown keys of the annotation under their own names, those
of its bodies under "body", as `note` (the unknown keys of the note), `tags` (those of each tag, by its value) and
`other` (whole bodies, which only other programs understand). That of its targets goes to `Passage.extra`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_moment,
    as_object,
    as_text,
    filled,
    inner,
    is_list,
    is_object,
    joined,
    kept,
    moment_text,
    unknown,
)
from desktop.annotations.form.target import RESOLVED, read_passages, write_passages
from desktop.annotations.values import Annotation, Color

if TYPE_CHECKING:
    from desktop.annotations.form.source import Source

_CONFLICTS = "baijia:conflictsWith"
_KEYS = ("id", "type", "motivation", "created", "modified", "baijia:color", "body", "target", RESOLVED, _CONFLICTS)
_MOTIVATIONS = ("highlighting", "commenting")

_PLAIN = "text/plain"


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
        extra=kept(_own_rest(item) | filled({"body": body_rest})),
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


def read_bodies(raw: object) -> tuple[str, tuple[str, ...], JsonObject]:
    """Return the note, the tags and the rest of `raw`, one body or a list of them; nothing is refused."""
    if raw == []:  # a bare mark, as most are
        return "", (), {}
    note, tags = "", list[str]()
    note_rest, tag_rests, other = JsonObject(), dict[str, list[JsonObject]](), list[Any]()
    bodies: list[Any] = raw if is_list(raw) else [raw]
    for body in bodies:
        role = _role(body)
        if role == "note" and not note:
            note, note_rest = body["value"], unknown(body, "type", "value", "format")
        elif role == "tag":
            tags.append(body["value"])
            tag_rests.setdefault(body["value"], []).append(unknown(body, "type", "value", "purpose"))
        else:
            other.append(body)
    tag_rests = {tag: rests for tag, rests in tag_rests.items() if any(rests)}
    return note, tuple(tags), filled({"note": note_rest, "tags": tag_rests, "other": other})


def write_bodies(note: str, tags: tuple[str, ...], rest: JsonObject) -> list[Any]:
    """Return the bodies of a note, tags and `rest`; the rest of a note or tag that is no more goes with it."""
    bodies: list[Any] = []
    if note:
        bodies.append(joined({"type": "TextualBody", "value": note, "format": _PLAIN}, inner(rest, "note")))
    tag_rests = {tag: list(rests) for tag, rests in inner(rest, "tags").items()}
    for tag in tags:
        known = {"type": "TextualBody", "value": tag, "purpose": "tagging"}
        bodies.append(joined(known, tag_rests[tag].pop(0) if tag_rests.get(tag) else {}))
    return bodies + rest.get("other", [])


def _role(raw: object) -> str:
    """Tell what a body is to us: "note", "tag", or "" for one that is only carried along."""
    body = raw if is_object(raw) else {}
    value = body.get("value")
    if body.get("type") != "TextualBody" or not isinstance(value, str):
        return ""
    if body.get("purpose") == "tagging":
        return "tag"
    is_comment = body.get("purpose", "commenting") == "commenting" and body.get("format", _PLAIN) == _PLAIN
    return "note" if is_comment and value else ""
