"""Files to threads: the container that knows a file reads it, and what it found becomes a document."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.documents.containers import plain_text
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.table import container_of
from desktop.documents.document import WITHIN, Document, ThreadOrigin
from desktop.documents.error import FoundThread, SeveralThreadsError
from desktop.documents.layouts.table import LaidOut
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents.containers.container import Extract
    from desktop.documents.naming import Naming


def open_document(
    path: Path,
    encoding: str | None = None,
    pause: Callable[[], None] = no_pause,
    keep: Callable[[LaidOut], None] | None = None,
) -> Document:
    """Return the thread in the file at `path`, decoded by `encoding` (see `decode`) or by what is found out.

    A folder or zip may hold several: `find_threads` tells by which paths they are opened. `pause` is called again and
    again while one is read: what it raises ends the reading. `keep` is called with how a plain text is laid out: that
    takes long to find again. Raises `DocumentError`, and nothing else, for any path and any bytes; only regular
    files are opened, so that neither a pipe nor a device can make it wait.
    """
    place, wanted = place_of(path)
    file = ThreadFile(place, wanted=wanted, pause=pause)
    container = container_of(file)
    found = container.read(file, encoding)
    if keep is not None and found.laid is not None:
        keep(found.laid)
    return _document(found, ThreadOrigin(place, container.id, wanted))


def document_of(data: bytes, path: Path) -> Document:
    """Return the thread in `data`, which are the bytes of a file or could be; `path` is its name.

    Raises DocumentError.
    """
    file = ThreadFile(path, path.name, data)
    container = container_of(file)
    return _document(container.read(file, None), ThreadOrigin(path, container.id))


def find_threads(
    path: Path, encoding: str | None = None, pause: Callable[[], None] = no_pause
) -> tuple[FoundThread, ...]:
    """Return what can be opened in the folder, zip or file at `path`: at least one thread.

    `pause` is as for `open_document`. Raises DocumentError.
    """
    try:
        document = open_document(path, encoding, pause)
    except SeveralThreadsError as error:
        return error.threads
    answers = [answer for answer in document.answers if not answer.is_question]
    comments = sum(len(answer.comments) for answer in document.answers)
    return (FoundThread(path, document.title, len(answers), comments),)


def place_of(path: Path) -> tuple[Path, str]:
    """Return the file or folder that `path` is in, and which of the threads there it means, "" for its only one.

    What really lies in a folder that is called "?" is a file like any other.
    """
    if path.parent.name == WITHIN and not os.path.lexists(path.parent):
        return path.parent.parent, path.name
    return path, ""


def parse_document(text: str, path: Path, encoding: str = "utf-8") -> Document:
    """Return the thread that the plain `text` holds; `path` and `encoding` say where it is from, and how written.

    CRLF and CR become LF first. A blank text has no answers.
    """
    found = plain_text.extract(text, encoding, ThreadFile(path).stem)
    return _document(found, ThreadOrigin(path, plain_text.PLAIN_TEXT.id))


def laid_out(document: Document) -> LaidOut:
    """Return a plain text as it is laid out, for those who ask again and again how it is with another naming."""
    return LaidOut(document.text, ThreadFile(document.path).stem)


def with_naming(document: Document, naming: Naming, laid: LaidOut | None = None) -> Document:
    """Return `document` with its answers as a reader's `naming` has them; what has a structure of its own keeps it.

    The text and all positions in it are the same. `laid` is what `laid_out` has made of it, if that was asked before.
    """
    if naming == document.naming:
        return document
    return named_anew(document, naming, laid)


def named_anew(document: Document, naming: Naming, laid: LaidOut | None = None) -> Document:
    """Return `document` as `with_naming` does, whatever naming its answers are from now."""
    if not document.is_plain:
        return replace(document, naming=naming)
    title, answers = (laid or laid_out(document)).structure(naming)
    words, span = (title.words, title.span) if title is not None else (ThreadFile(document.path).stem, None)
    return replace(document, title=words, title_span=span, answers=answers, naming=naming)


def version_of(document: Document, text: str) -> Document:
    """Return another version of `document`, of which no more than the `text` is kept.

    A plain text shows its structure, with what the reader said of its lines. What was composed has each name on a
    line of its own: answers begin behind the lines that are the name of an author of `document`; those of others
    count to the answer before.
    """
    if document.is_plain:
        return with_naming(parse_document(text, document.path, document.encoding), document.naming)
    from desktop.documents.containers.composing import recomposed

    authors = frozenset(answer.author for answer in document.answers if answer.author)
    found = recomposed(text, authors, document.encoding, document.title)
    return _document(found, document.origin)


def _document(found: Extract, origin: ThreadOrigin) -> Document:
    digest = sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest()
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
        found.skipped,
    )
