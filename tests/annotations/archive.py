"""A folder of files of notes, written as the store writes them, with the texts kept beside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.annotations.edits import new_annotation
from desktop.annotations.form.page import dump_page, new_page, parse_page
from desktop.annotations.form.source import source_of
from desktop.annotations.recognition.catalogue import Catalogue
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.annotations.storage.naming import store_path
from desktop.annotations.values import Color
from desktop.documents import parse_document
from desktop.text import Span

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations.values import Annotation
    from desktop.documents import Document

_NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Archive:
    """The folders below `root` that the app keeps notes and texts in, and `threads`, where a reader keeps files."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "annotations"

    @property
    def threads(self) -> Path:
        return self.root / "threads"

    @property
    def snapshots(self) -> Snapshots:
        return Snapshots(self.root / "snapshots")

    @property
    def cache(self) -> Path:
        return self.root / "cache" / "catalogue.json"

    def catalogue(self) -> Catalogue:
        """Return a catalogue that knows nothing but what is on the disk."""
        return Catalogue(self.folder, self.root / "mirror", self.root / "backups", self.snapshots, self.cache)

    def write(self, name: str, text: str) -> Document:
        """Put a thread on the disk and return it."""
        self.threads.mkdir(parents=True, exist_ok=True)
        path = self.threads / name
        path.write_text(text, "utf-8")
        return parse_document(text, path)

    def annotate(self, document: Document, *, kept: bool = True, notes: int = 3) -> str:
        """Write `notes` notes on `document`, whose text is `kept` or not; return the name of their file."""
        paragraphs = [span for answer in document.answers for span in answer.paragraphs]
        made = [_note(document, span) for span in paragraphs[:notes]]
        page = replace(new_page(source_of(document)), annotations={one.id: one for one in made})
        path = store_path(self.folder, document)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(dump_page(page))
        if kept:
            self.snapshots.keep(document.text, document.sha256)
        return path.name

    def follow(self, name: str, document: Document) -> None:
        """Have the file of notes `name` say that it was last seen with `document`."""
        path = self.folder / name
        page = parse_page(path.read_bytes())
        path.write_bytes(dump_page(replace(page, source=page.source.described_by(document))))
        self.snapshots.keep(document.text, document.sha256)


def _note(document: Document, paragraph: Span) -> Annotation:
    span = Span(paragraph.start, min(paragraph.end, paragraph.start + 40))
    return new_annotation(
        document.text,
        document.sha256,
        span,
        Color.ROUGE,
        note="存疑",
        made_in="original",
        author="",
        answer=None,
        now=_NOW,
    )
