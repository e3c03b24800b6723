"""Files to threads: the container that knows a file reads it, and what it found becomes a document."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.documents.containers import plain_text
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.table import container_of
from desktop.documents.document import Document, ThreadOrigin

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents.containers.container import Container, Extract


def open_document(path: Path, encoding: str | None = None) -> Document:
    """Return the thread in the file at `path`, decoded by `encoding` (see `decode`) or by what is found out.

    Raises `DocumentError`, and nothing else, for any path and any bytes; only regular files are opened, so that
    neither a pipe nor a device can make it wait.
    """
    file = ThreadFile(path)
    container = container_of(file)
    return _document(container.read(file, encoding), container, path)


def parse_document(text: str, path: Path, encoding: str = "utf-8") -> Document:
    """Return the thread that the plain `text` holds; `path` and `encoding` say where it is from, and how written.

    CRLF and CR become LF first. A blank text has no answers.
    """
    found = plain_text.extract(text, encoding, ThreadFile(path).stem)
    return _document(found, plain_text.PLAIN_TEXT, path)


def _document(found: Extract, container: Container, path: Path) -> Document:
    digest = sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest()
    origin = ThreadOrigin(path, container.id)
    return Document(
        found.title,
        found.text,
        digest,
        found.encoding,
        found.answers,
        origin,
        found.title_span,
        found.facts,
        found.pictures,
        found.unreadable,
    )
