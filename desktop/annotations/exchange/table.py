"""Notes as CSV (RFC 4180), for a spreadsheet: one row for each, in UTF-8 with a BOM, which Excel asks for.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10; the full-width
signs are OWASP's too: East Asian spreadsheets take them for the narrow ones).
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from desktop.annotations.exchange.visible import visible
from desktop.annotations.exchange.wording import ENGLISH
from desktop.annotations.form.fields import moment_text

if TYPE_CHECKING:
    from desktop.annotations.exchange.digest import Digest, Excerpt
    from desktop.annotations.exchange.wording import Wording

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_COLUMNS = (
    "question",
    "author",
    "quote",
    "note",
    "tags",
    "color",
    "created",
    "modified",
    "source_quote",
    "start",
    "end",
    "id",
)


def to_csv(digest: Digest, wording: Wording = ENGLISH) -> bytes:
    """Return `digest` as a table with a heading; positions are code points of the source."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([safe(str(getattr(wording, column))) for column in _COLUMNS])
    writer.writerows(_row(digest.question, excerpt, wording) for excerpt in digest.excerpts)
    return codecs.BOM_UTF8 + table.getvalue().encode()


def safe(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text, and nothing in it turns or hides the rest."""
    shown = visible(cell)
    return f"'{shown}" if cell.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown


def _quotes(excerpt: Excerpt) -> str:
    """Return the passage, and on a line each the further ones, with whose words they are."""
    return "\n".join((excerpt.quote, *(f"{passage.author}: {passage.quote}" for passage in excerpt.further)))


def _row(question: str, excerpt: Excerpt, wording: Wording) -> list[str]:
    annotation, span = excerpt.annotation, excerpt.span
    cells = (
        question,
        excerpt.author,
        _quotes(excerpt),
        annotation.note,
        wording.separator.join(annotation.tags),
        wording.colors[annotation.color],
        moment_text(annotation.created),
        moment_text(annotation.modified),
        excerpt.words,
        str(span.start) if span else "",
        str(span.end) if span else "",
        annotation.id,
    )
    return [safe(cell) for cell in cells]
