"""From the bytes of any file of annotations to our values: our JSON, our HTML, W3C JSON-LD, Hypothesis's export."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.annotations.exchange.foreign import has_type, read_hypothesis, read_w3c
from desktop.annotations.exchange.webpage import embedded_json
from desktop.annotations.form.page import read_page
from desktop.annotations.form.strict_json import (
    SIZE_LIMIT,
    FormError,
    JsonObject,
    StoreError,
    is_list,
    is_object,
    parse_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from desktop.annotations.form.source import Source
    from desktop.annotations.values import Annotation

_BLANK = b"\xef\xbb\xbf \t\r\n"


class Refusal(StrEnum):
    """Why nothing can be imported from a file.

    TOO_LARGE: it is larger than 64 MiB. DAMAGED: it is cut short, or no JSON in UTF-8. UNKNOWN: it is something else
    than annotations. ELSEWHERE: it only says where its annotations are. EMPTY: there are none in it that are about a
    passage of a text. ONE_WAY: it is a table or Markdown, which an export makes and no import reads.
    """

    TOO_LARGE = "too large"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    EMPTY = "empty"
    ONE_WAY = "one way"


class ImportRefusedError(Exception):
    """A file has nothing to import, for this `reason`; the message tells programmers where it goes wrong."""

    def __init__(self, reason: Refusal, detail: str = "") -> None:
        super().__init__(detail or reason.value)
        self.reason = reason


@dataclass(slots=True)
class Brought:
    """What a file holds: `ours` were made by this program, `foreign` by others, both by id.

    `sources` are the texts that ours are about; `skipped` counts what isn't understood or is about no passage.
    """

    ours: dict[str, Annotation] = field(default_factory=dict[str, "Annotation"])
    foreign: dict[str, Annotation] = field(default_factory=dict[str, "Annotation"])
    sources: list[Source] = field(default_factory=list["Source"])
    skipped: int = 0

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """All of them by id."""
        return MappingProxyType(self.foreign | self.ours)


def read_notes(data: bytes, now: datetime) -> Brought:
    """Return what `data`, the content of a file, holds; what doesn't say when it was made counts as made `now`.

    Raises ImportRefusedError when there is nothing in it, and nothing else whatever `data` is.
    """
    raw = _parsed(data)
    brought = Brought()
    if is_object(raw) and (rows := _rows(raw)) is not None:
        _read_rows(rows, brought, now)
    elif is_list(raw) and any(_is_row(one) for one in raw):
        _read_rows(raw, brought, now)
    else:
        for page in _pages(raw):
            _read_w3c_page(page, brought, now)
    if not brought.annotations:
        raise ImportRefusedError(Refusal.EMPTY)
    return brought


def _parsed(data: bytes) -> object:
    if len(data) > SIZE_LIMIT:
        raise ImportRefusedError(Refusal.TOO_LARGE)
    if data.lstrip(_BLANK).startswith(b"<"):
        found = embedded_json(data)
        if found is None:
            raise ImportRefusedError(Refusal.UNKNOWN, "a web page without annotations in it")
        data = found
    if not data.strip(_BLANK):
        raise ImportRefusedError(Refusal.DAMAGED, "there is nothing in the file")
    try:
        return parse_json(data)
    except StoreError as error:
        raise ImportRefusedError(Refusal.DAMAGED, str(error)) from error


# -- Hypothesis --------------------------------------------------------------------------------------------------


def _rows(raw: JsonObject) -> list[Any] | None:
    """Return the rows of an export of Hypothesis's client ("annotations") or an answer of its API ("rows")."""
    if "type" in raw:
        return [raw] if _is_row(raw) else None
    return next(
        (raw[key] for key in ("annotations", "rows") if is_list(raw.get(key))), [raw] if _is_row(raw) else None
    )


def _is_row(raw: object) -> bool:
    """Tell whether `raw` is one annotation as Hypothesis writes it: those of the W3C model have a type."""
    return is_object(raw) and "type" not in raw and isinstance(raw.get("uri"), str) and is_list(raw.get("target"))


def _read_rows(rows: list[Any], brought: Brought, now: datetime) -> None:
    by_id = {row["id"]: row for row in rows if is_object(row) and isinstance(row.get("id"), str)}
    for row in rows:
        try:
            annotation = read_hypothesis(row, by_id, now)
        except FormError:
            brought.skipped += 1
        else:
            brought.foreign.setdefault(annotation.id, annotation)


# -- the W3C model, and what is ours in it ----------------------------------------------------------------------


def _pages(raw: object) -> Iterator[JsonObject]:
    """Yield what holds items: a page, the pages within a collection, or a page made of bare annotations."""
    if is_list(raw) and raw:
        yield {"items": raw}
    elif has_type(raw, "Annotation"):
        yield {"items": [raw]}
    elif is_object(raw) and has_type(raw, "AnnotationPage"):
        yield from _chain(raw)
    elif is_object(raw) and has_type(raw, "AnnotationCollection"):
        first = raw.get("first", raw.get("items"))
        if isinstance(first, str):
            raise ImportRefusedError(Refusal.ELSEWHERE, "the pages of the collection are not in it")
        yield from _chain(first) if is_object(first) else ({"items": first or []},)
    else:
        raise ImportRefusedError(Refusal.UNKNOWN, "neither a page nor a collection of annotations")


def _chain(page: JsonObject) -> Iterator[JsonObject]:
    """Yield `page` and those that follow within it; parse_json has bounded how deep they are."""
    following: object = page
    while is_object(following):
        yield following
        following = following.get("next")


def _read_w3c_page(page: JsonObject, brought: Brought, now: datetime) -> None:
    items = page.get("items")
    own = _own_page(page)
    if own is not None:
        known, items, source = own
        sound = {name: one for name, one in known.items() if _is_sound(one)}
        brought.skipped += len(known) - len(sound)
        brought.ours |= {name: one for name, one in sound.items() if name not in brought.ours}
        brought.sources.append(source)
    for item in items if is_list(items) else ():
        try:
            annotation = read_w3c(item, now)
        except FormError:
            brought.skipped += 1
        else:
            brought.foreign.setdefault(annotation.id, annotation)


def _own_page(raw: JsonObject) -> tuple[Mapping[str, Annotation], list[Any], Source] | None:
    """Return the annotations, the items that aren't understood, and the source of a page of ours; else None."""
    if not is_object(raw.get("baijia:source")):
        return None
    try:
        page = read_page(raw)
    except FormError:
        return None
    return page.annotations, list(page.kept), page.source


def _is_sound(annotation: Annotation) -> bool:
    """Tell whether each place that the annotation names can be one of its words, so that it can be trusted.

    A passage that came from elsewhere may have been made in no place that is known.
    """
    made = [passage.anchor for passage in annotation.passages]
    found = [step.anchor for passage in annotation.passages for step in passage.resolved]
    placed = (*(anchor for anchor in made if anchor.span.start != anchor.span.end), *found)
    return all(anchor.exact.strip() for anchor in made) and all(
        anchor.exact and anchor.span.end - anchor.span.start == len(anchor.exact) for anchor in placed
    )
