"""A small thread with notes on it, and files of notes as other programs write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.annotations import Anchor, Annotation, Color, new_annotation, reanchor
from desktop.annotations.exchange import Digest, collection, deliver, digest, export, planned
from desktop.documents import parse_document
from desktop.script import convert
from desktop.text import Span
from tests.annotations.samples import NOON, with_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations.exchange import ExportForm, ImportPlan

TEXT = """\
爲什麼美國與俄羅斯會面?

杜達特洛夫斯基


美俄結盟?這還真是一個腦洞大開的想法😀。然而的確曾經有一個戰略家也這麼想過。

特朗普總統說：「𠮷野家也開到美國了。」

建章看世界


美國和俄羅斯是天然的“死敵”,永遠不可能結盟。特朗普非常急切地想見普京。

第一,目前的美國已經成為孤家寡人,特朗普已經眾叛親離。
"""
DOCUMENT = parse_document(TEXT, Path("/threads/問答.txt"), "utf-8")


def note_on(quote: str, note: str = "", tags: tuple[str, ...] = (), color: Color = Color.GAMBOGE) -> Annotation:
    """Return a note on the first place of `quote` in the answers of the thread."""
    start = TEXT.index(quote, DOCUMENT.answers[0].span.start)
    span = Span(start, start + len(quote))
    index = DOCUMENT.answer_at(start)
    author = "" if index is None else DOCUMENT.answers[index].author
    return new_annotation(
        TEXT,
        DOCUMENT.sha256,
        span,
        color,
        note=note,
        tags=tags,
        made_in="original",
        author=author,
        answer=index,
        now=NOON,
    )


def by_id(*annotations: Annotation) -> dict[str, Annotation]:
    """Return `annotations` by id."""
    return {annotation.id: annotation for annotation in annotations}


def lost(note: str = "") -> Annotation:
    """Return a note on words that are not in the thread."""
    found = note_on("戰略家", note)
    start = found.passages[0].anchor.span.start
    anchor = Anchor("這裏沒有的話", "", "", Span(start, start + 6), "ff" * 32)
    return with_first(found, anchor=anchor)


def as_read(*annotations: Annotation) -> Digest:
    """Return the digest of `annotations`, in the script of the thread."""
    placements = reanchor(by_id(*annotations), TEXT, DOCUMENT.sha256)
    return digest(DOCUMENT, annotations, placements, quoted=lambda span: span.of(TEXT), shown=lambda words: words)


def as_simplified(*annotations: Annotation) -> Digest:
    """Return the digest of `annotations` in simplified script."""
    placements = reanchor(by_id(*annotations), TEXT, DOCUMENT.sha256)

    def shown(words: str) -> str:
        return convert(words, "tw2s").text

    return digest(
        DOCUMENT, annotations, placements, quoted=lambda span: shown(span.of(TEXT)), shown=shown, language="zh-Hans"
    )


def exported(form: ExportForm, *annotations: Annotation) -> bytes:
    """Return the file of `annotations` in `form`."""
    return export(form, as_read(*annotations), collection(DOCUMENT, by_id(*annotations), NOON))


def plan(data: bytes | Any, existing: Mapping[str, Annotation] | None = None) -> ImportPlan:  # noqa: ANN401 (JSON)
    """Return the plan to import `data`, bytes or a value of JSON, into the thread with its `existing` notes."""
    content: bytes = data if isinstance(data, bytes) else json.dumps(data).encode()
    return planned(deliver(content, DOCUMENT, NOON), existing or {})


def quoting(exact: object, **context: object) -> dict[str, Any]:
    """Return a TextQuoteSelector."""
    return {"type": "TextQuoteSelector", "exact": exact, **context}


def w3c(exact: object, name: object = "https://example.org/anno/1", **fields: object) -> dict[str, Any]:
    """Return an annotation of the W3C model on `exact`."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "Annotation",
        "created": "2025-05-01T08:00:00Z",
        "body": {"type": "TextualBody", "value": "存疑", "format": "text/plain"},
        "target": {"source": "https://example.org/thread", "selector": quoting(exact)},
        **fields,
    }


def row(exact: object, name: object = "cmR8zKlGEe", **fields: object) -> dict[str, Any]:
    """Return an annotation as Hypothesis's API and client export it; its positions are in the page's own text."""
    return {
        "id": name,
        "created": "2025-05-01T08:00:00.123456+00:00",
        "updated": "2025-05-02T09:30:00.654321+00:00",
        "user": "acct:reader@hypothes.is",
        "user_info": {"display_name": "一讀者"},
        "uri": "https://example.org/thread",
        "text": "**存疑**",
        "tags": ["外交"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [
            {
                "source": "https://example.org/thread",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3, "endContainer": "/p[1]"},
                    {"type": "TextPositionSelector", "start": 90_001, "end": 90_004},
                    quoting(exact, prefix="", suffix=""),
                ],
            }
        ],
        "document": {"title": ["爲什麼美國與俄羅斯會面?"]},
        **fields,
    }
