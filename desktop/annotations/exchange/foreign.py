"""Annotations of other programs: items of the W3C model, and rows of Hypothesis's export and API.

An id that is no urn:uuid is kept under `via` (REC 3.3.3) and gives way to a uuid made of it, always the same one, so
that importing again finds what was imported before. Where the passage was met is kept too.

Of its selectors, the quote is read. A position of another program is in units and in a text of its own (Hypothesis's
are UTF-16 units of a page's text), so it is kept as it came, and never trusted. Its bodies become a note in plain
text, and tags.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from desktop.annotations.anchoring.anchors import CONTEXT
from desktop.annotations.edits import tidy_tags
from desktop.annotations.form.item import read_bodies
from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_count,
    as_moment,
    as_object,
    as_text,
    filled,
    inner,
    is_list,
    is_object,
    unknown,
)
from desktop.annotations.values import Anchor, Annotation, Color, Passage
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_ORIGIN = "baijia:origin"
"""The key of the address of the text that a passage was met in, among what its target says beyond ours."""

_KEYS = ("@context", "id", "type", "created", "modified", "body", "bodyValue", "target")
_MOTIVATIONS = ("highlighting", "commenting")
"""Ours to set: they say whether there is a note."""

_LINE_BREAK = re.compile(r"<br\b[^<>]*>|</(?:p|div|li|h[1-6]|blockquote|tr)\s*>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")

_NOWHERE = Span(0, 0)
_LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader has (RFC 8259, 6)."""


def origin_of(passage: Passage) -> str:
    """Return the address of the text that the passage of another program was met in, "" if it didn't say."""
    origin = passage.extra.get(_ORIGIN)
    return origin if isinstance(origin, str) else ""


def read_w3c(raw: object, now: datetime) -> Annotation:
    """Return the annotation in `raw`, an Annotation of the W3C model, with all passages that it is about.

    What doesn't say when it was made counts as made `now`. Raises FormError when it is about no passage of a text.
    """
    item = as_object(raw, "an item")
    if not has_type(item, "Annotation"):
        raise FormError("an item is not an Annotation")
    note, tags, body_rest = read_any_bodies(item)
    passages = _passages(item)
    created = _moment(item, "created", now)
    return Annotation(
        id=_id_of(item, passages, note),
        passages=passages,
        color=_color(item.get("baijia:color")),
        created=created,
        modified=_moment(item, "modified", created),
        note=note,
        tags=tags,
        extra=MappingProxyType(_rest(item) | filled({"body": body_rest})),
    )


def read_hypothesis(raw: object, rows: Mapping[str, object], now: datetime) -> Annotation:
    """Return the annotation in `raw`, a row as Hypothesis exports it; FormError when it is about no passage.

    `rows` are all rows by their ids: an answer to an annotation is about the passage of that one.
    """
    row = as_object(raw, "a row")
    # The address under which Hypothesis shows it, which is its id in Hypothesis's own JSON-LD too.
    address = f"https://hypothes.is/a/{as_text(row.get('id'), 'id')}"
    created = _moment(row, "created", now)
    return Annotation(
        id=_uuid_of(address),
        passages=(Passage(_quoted_in(row, rows), extra=MappingProxyType(_met_in(row.get("uri")))),),
        color=Color.GAMBOGE,
        created=created,
        modified=_moment(row, "updated", created),
        note=as_text(row.get("text") or "", "text"),
        tags=tidy_tags(tag for tag in as_several(row.get("tags")) if isinstance(tag, str)),
        extra=MappingProxyType(filled({"via": address, "creator": _person(row)})),
    )


def _quoted_in(row: JsonObject, rows: Mapping[str, object]) -> Anchor:
    """Return the passage of a row, or of the row that it answers; Hypothesis's positions are in another text."""
    answered = [rows.get(name) for name in as_several(row.get("references")) if isinstance(name, str)]
    for candidate in (row, *answered):
        for target in as_several(candidate.get("target")) if is_object(candidate) else ():
            if is_object(target) and target.get("selector"):
                return replace(quote_of(target["selector"]), span=_NOWHERE)
    raise FormError("a row is about a whole page")


def _person(row: JsonObject) -> JsonObject:
    """Return who wrote a row as an agent of the W3C model (REC 3.3.1); an empty object if it doesn't say."""
    account, name = row.get("user"), inner(row, "user_info").get("display_name")
    nickname = account.removeprefix("acct:") if isinstance(account, str) else ""
    known = filled({"name": name if isinstance(name, str) else "", "nickname": nickname})
    return {"type": "Person", **known} if known else {}


def _passages(item: JsonObject) -> tuple[Passage, ...]:
    """Return the passages of an item, none of them twice; a target that is no passage of a text is left out.

    FormError, which tells of the last target, when there is none.
    """
    found: dict[Anchor, Passage] = {}
    error = FormError("an item is about no passage of a text")
    for target in as_several(item.get("target")):
        try:
            passage = _passage(target)
        except FormError as unclear:
            error = unclear
        else:
            found.setdefault(passage.anchor, passage)
    if not found:
        raise error
    return tuple(found.values())


def _passage(target: object) -> Passage:
    if not is_object(target) or target.get("selector") is None:
        raise FormError("a target is no passage of a text")
    source = target.get("source")
    origin = _met_in(source.get("id") if is_object(source) else source)
    return Passage(quote_of(target["selector"]), extra=MappingProxyType(origin))


def _met_in(address: object) -> JsonObject:
    """Return what a target says beyond ours of where it was met: nothing unless that is an address."""
    return {_ORIGIN: address} if isinstance(address, str) and address else {}


def _rest(item: JsonObject) -> JsonObject:
    """Return what is kept of an item as it is: all that isn't read, but for what would pass for ours."""
    rest = {key: value for key, value in unknown(item, *_KEYS).items() if not key.startswith("baijia:")}
    if rest.get("motivation") in _MOTIVATIONS:
        del rest["motivation"]
    name = item.get("id")
    return {"via": name} | rest if isinstance(name, str) and name and not _is_uuid(name) else rest


def _id_of(item: JsonObject, passages: tuple[Passage, ...], note: str) -> str:
    """Return the id for an item; without one of its own, one made of what it says of which words."""
    name = item.get("id")
    if isinstance(name, str) and name:
        return name if _is_uuid(name) else _uuid_of(name)
    anchors = (passage.anchor for passage in passages)
    words = (part for anchor in anchors for part in (anchor.exact, anchor.prefix, anchor.suffix))
    return _uuid_of(ascii((*words, note)))


def _uuid_of(name: str) -> str:
    return uuid5(NAMESPACE_URL, name.encode("utf-8", "backslashreplace").decode()).urn


def _is_uuid(name: str) -> bool:
    try:
        return UUID(name).urn == name
    except ValueError:
        return False


def _color(raw: object) -> Color:
    return Color(raw) if isinstance(raw, str) and raw in set(Color) else Color.GAMBOGE


def _moment(raw: JsonObject, key: str, otherwise: datetime) -> datetime:
    """Return the time under `key`; one that can't be read is no reason to refuse a note."""
    try:
        return as_moment(raw.get(key), key)
    except FormError:
        return otherwise


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
    refined = [part for one in refining for part in (_within(outer, one) if outer else _quotes(one))]
    if refined:
        yield from refined
    elif outer:
        yield outer


def _within(outer: Anchor, selector: object) -> Iterator[Anchor]:
    """Yield the part of `outer` that `selector` makes out, if there is exactly one."""
    position = _position([selector])
    if position and position.end <= len(outer.exact):
        yield _part(outer, position)
    for quote in _quotes(selector):
        around = _only_place(outer.exact, quote.prefix + quote.exact + quote.suffix)
        place = _only_place(outer.exact, quote.exact) if around is None else around + len(quote.prefix)
        if place is not None:
            yield _part(outer, Span(place, place + len(quote.exact)))


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
