"""A page of annotations in JSON: an AnnotationPage of the W3C Web Annotation Data Model (5.2), and what is ours.

`baijia:schema` names the version of this form that wrote the page, `baijia:minReader` the oldest that may write it
again, `baijia:revision` grows with every save, and `baijia:source` describes the document. Unknown keys survive at
every level. An item that can't be understood is carried along whole.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from desktop.annotations.fields import (
    FormError,
    JsonObject,
    as_count,
    as_list,
    as_object,
    as_text,
    is_list,
    is_object,
    joined,
    unknown,
)
from desktop.annotations.itemform import read_item, write_item
from desktop.annotations.source import Source, read_source, write_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.annotations.values import Annotation

SCHEMA = 1
"""The version of the form that this version writes, and the highest `baijia:minReader` that it may write again."""

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest file that is read or written, in bytes; some hundred thousand annotations."""

_DEPTH_LIMIT = 100
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"baijia": "urn:baijia:terms:"}]
_KEYS = ("type", "id", "baijia:schema", "baijia:minReader", "baijia:revision", "baijia:source", "items")


class StoreError(Exception):
    """A store's file can't be used; the message is one sentence for a reader."""


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Page:
    """All annotations on one document, by id. `kept` are the items that weren't understood, as they came."""

    id: str
    source: Source
    annotations: Mapping[str, Annotation] = field(default_factory=_nothing)
    kept: tuple[Any, ...] = ()
    revision: int = 0
    schema: int = SCHEMA
    min_reader: int = SCHEMA
    extra: Mapping[str, Any] = field(default_factory=_nothing)

    @property
    def is_newer(self) -> bool:
        """Tell whether only a newer version of this program may write the page."""
        return self.min_reader > SCHEMA


def new_page(source: Source) -> Page:
    """Return an empty page on `source`, with a new id."""
    return Page(uuid4().urn, source)


def parse_page(data: bytes) -> Page:
    """Return the page that `data` holds.

    Raises StoreError when it isn't JSON in UTF-8, repeats a key in an object, nests deeper than 100 levels, is larger
    than 64 MiB, or isn't a page. A page for a newer version is read as far as it is understood, and never refused.
    """
    raw = _parse(data)
    try:
        return _read_page(raw)
    except FormError as error:
        if _is_for_newer(raw):
            return Page("", Source(""), min_reader=SCHEMA + 1)
        raise StoreError(f"The file is not a page of notes: {error}.") from error


def dump_page(page: Page) -> bytes:
    """Return `page` as UTF-8, with Chinese as it is; StoreError when it can't be written or would be too large.

    A lone surrogate has no UTF-8; it becomes a JSON escape, which is how Python's backslashreplace spells it.
    """
    try:
        text = json.dumps(_write_page(page), ensure_ascii=False, allow_nan=False, indent=1)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise StoreError(f"The notes can't be written: {error}.") from error
    data = f"{text}\n".encode("utf-8", "backslashreplace")
    if len(data) > SIZE_LIMIT:
        raise StoreError("There are too many notes for one file.")
    return data


def _parse(data: bytes) -> object:
    if len(data) > SIZE_LIMIT:
        raise StoreError("The file is larger than any file of notes.")
    try:
        # utf-8-sig: an editor may have added a BOM, which json refuses.
        text = data.decode("utf-8-sig")
        raw = json.loads(text, object_pairs_hook=_single_keys, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise StoreError(f"The file is damaged: {error}.") from error
    if _is_too_deep(raw):
        raise StoreError("The file is damaged: it nests too deeply.")
    return raw


def _single_keys(pairs: list[tuple[str, Any]]) -> JsonObject:
    """Return the object of `pairs`; json would keep the last of two equal keys and drop the other without a word."""
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return entries


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is out of range")
    return number


def _is_too_deep(raw: object) -> bool:
    """Tell whether `raw` nests beyond the limit, level by level: recursion is what the limit protects."""
    level: list[object] = [raw]
    for _ in range(_DEPTH_LIMIT):
        level = [child for value in level for child in _children(value)]
        if not level:
            return False
    return True


def _children(value: object) -> Iterable[object]:
    if is_object(value):
        return value.values()
    return value if is_list(value) else ()


def _is_for_newer(raw: object) -> bool:
    least = raw.get("baijia:minReader") if is_object(raw) else None
    return isinstance(least, int) and least > SCHEMA


def _read_page(raw: object) -> Page:
    page = as_object(raw, "the file")
    if page.get("type") != "AnnotationPage":
        raise FormError("it is not an AnnotationPage")
    source = read_source(page.get("baijia:source"))
    annotations, kept = _read_items(as_list(page.get("items"), "items"), source)
    return Page(
        id=as_text(page.get("id", uuid4().urn), "the page's id"),
        source=source,
        annotations=MappingProxyType(annotations),
        kept=tuple(kept),
        revision=as_count(page.get("baijia:revision", 0), "baijia:revision"),
        schema=as_count(page.get("baijia:schema", SCHEMA), "baijia:schema"),
        min_reader=as_count(page.get("baijia:minReader", SCHEMA), "baijia:minReader"),
        extra=MappingProxyType(_own_rest(page)),
    )


def _read_items(items: list[Any], source: Source) -> tuple[dict[str, Annotation], list[Any]]:
    """Return the annotations by id, and the items that aren't understood or bear an id that is taken."""
    annotations: dict[str, Annotation] = {}
    kept: list[Any] = []
    for item in items:
        try:
            annotation = read_item(item, source)
        except FormError:
            kept.append(item)
            continue
        if annotations.setdefault(annotation.id, annotation) != annotation:
            kept.append(item)
    return annotations, kept


def _own_rest(page: JsonObject) -> JsonObject:
    rest = unknown(page, *_KEYS)
    return unknown(rest, "@context") if rest.get("@context") == _CONTEXT else rest


def _write_page(page: Page) -> JsonObject:
    items = [write_item(annotation, page.source) for annotation in page.annotations.values()]
    known: JsonObject = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "id": page.id,
        "baijia:schema": max(SCHEMA, page.schema),
        "baijia:minReader": page.min_reader,
        "baijia:revision": page.revision,
        "baijia:source": write_source(page.source),
        "items": [*items, *page.kept],
    }
    return joined(known, dict(page.extra), "@context")
