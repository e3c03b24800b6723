"""The bodies of an annotation in JSON: its note, its tags, and those that only other programs understand.

The note is a TextualBody in plain text, a tag a TextualBody with purpose "tagging" (W3C Web Annotation 3.2.4, 3.3.5).
What else they hold is returned as a `rest`: `note` (the unknown keys of the note), `tags` (those of each tag, by its
value) and `other` (whole bodies).
"""

from __future__ import annotations

from typing import Any

from desktop.annotations.form.fields import JsonObject, filled, inner, is_list, is_object, joined, unknown

_PLAIN = "text/plain"


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
