"""The bodies of other programs' annotations as a note in plain text, and tags."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from desktop.annotations.edits import tidy_tags
from desktop.annotations.exchange.selectors import as_several, has_type
from desktop.annotations.form.bodies import read_bodies
from desktop.annotations.form.fields import is_object

if TYPE_CHECKING:
    from desktop.annotations.form.fields import JsonObject

_LINE_BREAK = re.compile(r"<br\b[^<>]*>|</(?:p|div|li|h[1-6]|blockquote|tr)\s*>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")


def read_any_bodies(item: JsonObject) -> tuple[str, tuple[str, ...], JsonObject]:
    """Return the note, the tags, and the rest (as `bodies.read_bodies` lays it out) of a W3C annotation.

    Several texts become one, a blank line between them; Markdown stays as it is, HTML loses its tags. `bodyValue`
    (REC 3.2.5) is a text too. Bodies that are no text are the rest.
    """
    alone = item.get("bodyValue")
    texts = [alone] if isinstance(alone, str) else []
    others: list[object] = []
    for body in as_several(item.get("body")):
        text = _text_of(body)
        if text is None:
            others.append(body)
        else:
            texts.append(text)
    _, tags, rest = read_bodies(others)
    return "\n\n".join(filter(str.strip, texts)), tidy_tags(tags), rest


def plain_text(markup: str) -> str:
    """Return what HTML says, without its tags; nothing of it is run or looked up."""
    words = html.unescape(_TAG.sub("", _LINE_BREAK.sub("\n", markup)))
    return words.replace("\xa0", " ").strip()


def _text_of(body: object) -> str | None:
    """Return what a body says to a reader, None if it is a tag or something else than text."""
    if not is_object(body) or not has_type(body, "TextualBody") or body.get("purpose") == "tagging":
        return None
    value = body.get("value")
    if not isinstance(value, str):
        return None
    return plain_text(value) if body.get("format") == "text/html" else value
