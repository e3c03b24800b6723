"""The container of plain text in any encoding, whose authors are told by its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.container import Container, Extract
from desktop.documents.document import PLAIN
from desktop.documents.error import DocumentError, FileReason
from desktop.documents.layouts.outline import is_blank, line_count
from desktop.documents.layouts.table import LaidOut

if TYPE_CHECKING:
    from desktop.documents.containers.container import ThreadFile

MOST_LINES = 1_000_000
"""The lines that a file may have: they cost far more memory than their characters do."""


def extract(text: str, encoding: str, stem: str) -> Extract:
    """Return the thread in the decoded `text`; `stem` is the file's name. CRLF and CR become LF, nothing else."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    laid = LaidOut(text, stem)
    title, answers = laid.structure()
    if title is None:
        return Extract(text, encoding, stem, None, answers, laid=laid)
    return Extract(text, encoding, title.words, title.span, answers, laid=laid)


def _read(file: ThreadFile, encoding: str | None) -> Extract:
    found = file.decoded(encoding)
    if is_blank(found.text):
        raise DocumentError(FileReason.EMPTY, file.path)
    if line_count(found.text) > MOST_LINES:
        raise DocumentError(FileReason.TOO_LARGE, file.path)
    return extract(found.text, found.encoding, file.stem)._replace(unreadable=found.unreadable)


PLAIN_TEXT = Container(PLAIN, lambda _: True, _read)
"""Any file: one that is no text is refused by a sentence when it is read."""
