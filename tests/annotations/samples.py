"""Annotations to test with, and Hypothesis strategies for any others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from hypothesis import strategies as st

from desktop.annotations import Anchor, Annotation, Color, How, Passage, Resolution, make_anchor
from desktop.documents import Document, ThreadOrigin
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 1, 3, 8, 30, 15, 250000, tzinfo=UTC)
TEXT = "如何看待內存不足？\n\n作者：某甲\n\n　　𠮷野家說：內存不足，先關網頁。😀\n"
SHA = "9f" * 32
WORDS = ("看待", "內存", "某甲", "網頁", "😀")


def sample(number: int, note: str = "") -> Annotation:
    """Return one of a row of annotations on TEXT, the same for the same number."""
    word = WORDS[number % len(WORDS)]
    start = TEXT.index(word)
    anchor = make_anchor(TEXT, Span(start, start + len(word)), SHA)
    passage = Passage(anchor, author="某甲", answer=0)
    return Annotation(UUID(int=number).urn, (passage,), Color.ROUGE, NOON, NOON, note=note)


def samples(*numbers: int) -> dict[str, Annotation]:
    """Return the samples of `numbers` by id."""
    return {one.id: one for one in map(sample, numbers)}


def noted(annotation: Annotation, note: str) -> Annotation:
    """Return `annotation` with another note, modified later."""
    return replace(annotation, note=note, modified=LATER)


def with_first(annotation: Annotation, **fields: Any) -> Annotation:  # noqa: ANN401 (a passage's)
    """Return `annotation` with other `fields` of its first passage."""
    first, *further = annotation.passages
    return replace(annotation, passages=(replace(first, **fields), *further))


def with_further(annotation: Annotation, *passages: Passage) -> Annotation:
    """Return `annotation` with these `passages` behind its first one, and no others."""
    return replace(annotation, passages=(annotation.passages[0], *passages))


def recoloured(annotation: Annotation, color: Color) -> Annotation:
    """Return `annotation` in another colour, modified later."""
    return replace(annotation, color=color, modified=LATER)


def document(name: str = "問答.txt", text: str = TEXT, sha256: str = SHA) -> Document:
    """Return a document without answers."""
    return Document("如何看待", text, sha256, "utf-8", (), ThreadOrigin(Path("/threads") / name, "text"))


TEXTS = st.text(max_size=8)
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC))  # noqa: DTZ001 (given a zone)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))
UNKNOWN = st.dictionaries(TEXTS.map("x-{}".format), JSON, max_size=2)
SPANS = st.tuples(st.integers(0, 10**9), st.integers(0, 99)).map(lambda pair: Span(pair[0], sum(pair)))
ANCHORS = st.builds(Anchor, TEXTS, TEXTS, TEXTS, SPANS, TEXTS)
RESOLUTIONS = st.builds(Resolution, ANCHORS, st.sampled_from(How), st.floats(0, 1))
FOUND = st.lists(RESOLUTIONS, max_size=2).map(tuple)
PASSAGES = st.builds(Passage, ANCHORS, TEXTS, TEXTS, st.none() | st.integers(0, 10**6), UNKNOWN, FOUND)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.uuids().map(lambda uuid: uuid.urn),
    passages=st.lists(PASSAGES, min_size=1, max_size=3).map(tuple),
    color=st.sampled_from(Color),
    created=MOMENTS,
    modified=MOMENTS,
    note=TEXTS,
    tags=st.lists(TEXTS, max_size=3).map(tuple),
    conflicts_with=TEXTS,
    extra=UNKNOWN,
)


def by_id(annotations: list[Annotation]) -> Mapping[str, Annotation]:
    """Return `annotations` by id."""
    return {annotation.id: annotation for annotation in annotations}
