"""A page of annotations in JSON: an AnnotationPage of the W3C Web Annotation Data Model (5.2), and what is ours.

`baijia:schema` names the version of this form that wrote the page, `baijia:minReader` the oldest that may write it
again, `baijia:revision` grows with every save, `baijia:saves` says which saves are in it (see `lineage.py`), and
`baijia:changes` in which of them each annotation was last changed (see `lineage.py`), `baijia:source` describes
the document, `baijia:authors` keeps what the reader said of its lines (see `naming.py`), `baijia:names` what they
said of names (see `names.py`), and `baijia:seal` is a digest of the items, which tells whether a later hand has
edited the file. Unknown keys survive at every level. An item that can't be understood is carried along whole.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from desktop.annotations.form.item import read_item, write_item
from desktop.annotations.form.lineage import CHANGES, Lineage, Save, read_changes, write_changes
from desktop.annotations.form.lines import (
    Fragments,
    Lines,
    Seal,
    item_text,
    line_text,
    read_lines,
    read_whole,
    seal_of,
    whole,
    write_lines,
)
from desktop.annotations.form.names import NAMES, read_names, write_names
from desktop.annotations.form.naming import AUTHORS, read_naming, write_naming
from desktop.annotations.form.source import Source, read_source, write_source
from desktop.annotations.form.strict_json import (
    SIZE_LIMIT,
    FormError,
    JsonObject,
    StoreError,
    StrictJsonError,
    as_count,
    as_list,
    as_object,
    as_text,
    damage,
    decode_text,
    filled,
    is_object,
    joined,
    parse_json,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.annotations.values import Annotation
    from desktop.documents.chosen_names import NameChoices
    from desktop.documents.naming import Naming

__all__ = ["SCHEMA", "SIZE_LIMIT", "Page", "StoreError", "dump_page", "new_page", "parse_json", "parse_page"]
__all__ += ["read_page", "redescribed", "write_page"]

SCHEMA = 1
"""The version of the form that this version writes, and the highest `baijia:minReader` that it may write again."""

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"baijia": "urn:baijia:terms:"}]
_SOURCE = "baijia:source"
_KEYS = (
    "type",
    "id",
    "baijia:schema",
    "baijia:minReader",
    "baijia:revision",
    "baijia:saves",
    CHANGES,
    _SOURCE,
    AUTHORS,
    NAMES,
    "baijia:seal",
    "items",
)


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Page:
    """All annotations on one document, by id. `kept` are the items that weren't understood, as they came.

    `naming` is what the reader said of the document's lines: which are authors' names; `names`, how names in it are
    written.

    `changed` says in which save an annotation was last changed, where that is known. `edited` tells that the items
    aren't those that the save wrote: the page claims more than it is.
    """

    id: str
    source: Source
    annotations: Mapping[str, Annotation] = field(default_factory=_nothing)
    kept: tuple[Any, ...] = ()
    revision: int = 0
    saves: Mapping[str, int] = field(default_factory=_nothing)
    schema: int = SCHEMA
    min_reader: int = SCHEMA
    extra: Mapping[str, Any] = field(default_factory=_nothing)
    changed: Mapping[str, Save] = field(default_factory=_nothing)
    edited: bool = field(default=False, compare=False)
    naming: Naming = ()
    names: NameChoices = ()

    @property
    def lineage(self) -> Lineage:
        """The saves that are in the page; one that doesn't say counts its revisions as those of one writer."""
        return Lineage(self.saves or ({"": self.revision} if self.revision else {}))

    def changed_in(self, name: str) -> Save | None:
        """Return the save since which annotation `name` is as it is: the last of all, where only that is certain.

        None for one that isn't there, and on a page that a hand has edited or that names no saves.
        """
        if self.edited or not self.saves or name not in self.annotations:
            return None
        return self.changed.get(name) or self.lineage.latest

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing of a reader's on the page."""
        return not (self.annotations or self.kept or self.naming or self.names)

    @property
    def is_newer(self) -> bool:
        """Tell whether only a newer version of this program may write the page."""
        return self.min_reader > SCHEMA


def new_page(source: Source) -> Page:
    """Return an empty page on `source`, with a new id."""
    return Page(uuid4().urn, source)


def parse_page(data: bytes, fragments: Fragments | None = None) -> Page:
    """Return the page that `data` holds; the texts of its items go to `fragments`.

    Raises StoreError when it isn't strict JSON (see `parse_json`) or isn't a page. A page for a newer version is read
    as far as it is understood, and never refused.
    """
    fragments = fragments or Fragments()
    try:
        text = decode_text(data)
        with suppress(StrictJsonError):  # the whole decides: it may only be laid out in another way
            return _understood(read_lines(text), fragments)
        return _understood(read_whole(text), fragments)
    except StrictJsonError as error:
        raise damage(error) from error


def _understood(lines: Lines, fragments: Fragments) -> Page:
    try:
        return _read_page(lines, fragments)
    except FormError as error:
        if _is_for_newer(lines.page):
            return Page("", Source(""), min_reader=SCHEMA + 1)
        raise StoreError(f"The file is not a page of notes: {error}.") from error


def dump_page(page: Page, fragments: Fragments | None = None, *, seal: bool = False) -> bytes:
    """Return `page` as UTF-8, with Chinese as it is; StoreError when it can't be written or would be too large.

    The texts of items that are in `fragments` are taken from there. A save of ours puts its `seal` on them.
    """
    try:
        items = (fragments or Fragments()).of(page.annotations.values(), page.source)
        items += map(item_text, page.kept)
        data = write_lines(_head(page) | ({"baijia:seal": seal_of(items)} if seal else {}), items)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise StoreError(f"The notes can't be written: {error}.") from error
    if len(data) > SIZE_LIMIT:
        raise StoreError("There are too many notes for one file.")
    return data


def redescribed(data: bytes, page: Page, source: Source) -> bytes:
    """Return `data`, which `dump_page` made of `page`, as it would make them of the same page on `source`.

    That must be another description of the same text: items are written by its id and digest.
    """
    old, new = (line_text(_SOURCE, write_source(each)) for each in (page.source, source))
    return data.replace(old, new, 1)


def _is_for_newer(raw: object) -> bool:
    least = raw.get("baijia:minReader") if is_object(raw) else None
    return isinstance(least, int) and least > SCHEMA


def read_page(raw: object) -> Page:
    """Return the page that `raw`, a value of `parse_json`, stands for; FormError when it isn't a page."""
    return _read_page(whole(raw), Fragments())


def write_page(page: Page) -> JsonObject:
    """Return `page` in its JSON form."""
    items = [write_item(annotation, page.source) for annotation in page.annotations.values()]
    return _head(page) | {"items": [*items, *page.kept]}


def _read_page(lines: Lines, fragments: Fragments) -> Page:
    page = as_object(lines.page, "the file")
    if page.get("type") != "AnnotationPage":
        raise FormError("it is not an AnnotationPage")
    source = read_source(page.get(_SOURCE))
    as_list(page.get("items"), "items")
    seal = Seal(as_text(page.get("baijia:seal", ""), "baijia:seal"))
    annotations, kept = _read_items(seal.over(lines.items), source, fragments)
    saves = _read_saves(page.get("baijia:saves", {}))
    naming, rest = read_naming(page.get(AUTHORS))
    names, more = read_names(page.get(NAMES))
    return Page(
        id=as_text(page.get("id", uuid4().urn), "the page's id"),
        source=source,
        annotations=MappingProxyType(annotations),
        kept=tuple(kept),
        revision=as_count(page.get("baijia:revision", 0), "baijia:revision"),
        saves=saves,
        schema=as_count(page.get("baijia:schema", SCHEMA), "baijia:schema"),
        min_reader=as_count(page.get("baijia:minReader", SCHEMA), "baijia:minReader"),
        extra=MappingProxyType(_own_rest(page) | rest | more),
        changed=_nothing() if seal.is_broken else read_changes(page.get(CHANGES), Lineage(saves).latest, annotations),
        edited=seal.is_broken,
        naming=naming,
        names=names,
    )


def _read_items(
    items: Iterable[tuple[Any, str]], source: Source, fragments: Fragments
) -> tuple[dict[str, Annotation], list[Any]]:
    """Return the annotations by id, and the items that aren't understood or bear an id that is taken."""
    annotations: dict[str, Annotation] = {}
    kept: list[Any] = []
    for item, text in items:
        try:
            annotation = read_item(item, source)
        except FormError:
            kept.append(item)
            continue
        first = annotations.setdefault(annotation.id, annotation)
        if first is not annotation:
            kept.extend(() if first == annotation else (item,))
        elif text:
            fragments.keep(annotation, text, source)
    return annotations, kept


def _read_saves(raw: object) -> Mapping[str, int]:
    saves = as_object(raw, "baijia:saves")
    return MappingProxyType({writer: as_count(number, "baijia:saves") for writer, number in saves.items()})


def _own_rest(page: JsonObject) -> JsonObject:
    rest = unknown(page, *_KEYS)
    return unknown(rest, "@context") if rest.get("@context") == _CONTEXT else rest


def _head(page: Page) -> JsonObject:
    """Return the JSON form of `page` without its items."""
    known: JsonObject = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "id": page.id,
        "baijia:schema": max(SCHEMA, page.schema),
        "baijia:minReader": page.min_reader,
        "baijia:revision": page.revision,
    }
    known |= filled({"baijia:saves": dict(page.saves)})
    known |= filled({CHANGES: write_changes(page.changed, Lineage(page.saves).latest)})
    known[_SOURCE] = write_source(page.source)
    known |= filled({AUTHORS: write_naming(page.naming, page.extra.get(AUTHORS))})
    known |= filled({NAMES: write_names(page.names, page.extra.get(NAMES))})
    return joined(known, dict(page.extra), "@context")
