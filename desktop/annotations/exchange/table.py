"""Notes as CSV (RFC 4180), for a spreadsheet: one row for each, in UTF-8 with a BOM, which Excel asks for."""

from __future__ import annotations

import codecs
import csv
import io
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.annotations.exchange.wording import ENGLISH
from desktop.documents.writing.cells import safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.annotations.exchange.digest import Digest, Excerpt
    from desktop.annotations.exchange.wording import Wording

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
    """Return `digest` as a table with a heading.

    Positions are code points of the source, times those of this computer's own zone, to the second. Of a note on
    several passages, quotes are on a line each, and starts and ends parted by "; ", with nothing for no place.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([safe(str(getattr(wording, column))) for column in _COLUMNS])
    writer.writerows(_row(digest.question, excerpt, wording) for excerpt in digest.excerpts)
    return codecs.BOM_UTF8 + table.getvalue().encode()


def _quotes(excerpt: Excerpt, colon: str) -> str:
    """Return the passage, and on a line each the further ones, with whose words they are."""
    return "\n".join((excerpt.quote, *(f"{passage.author}{colon}{passage.quote}" for passage in excerpt.further)))


def _positions(places: Iterable[int | None]) -> str:
    return "; ".join("" if place is None else str(place) for place in places)


def _time(moment: datetime) -> str:
    """Return `moment` on this computer's clock as spreadsheets understand it: YYYY-MM-DD HH:MM:SS."""
    with suppress(ValueError, OverflowError, OSError):  # no calendar reaches beyond the years 1 and 9999
        moment = moment.astimezone()
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


def _row(question: str, excerpt: Excerpt, wording: Wording) -> list[str]:
    annotation = excerpt.annotation
    passages = (excerpt, *excerpt.further)
    cells = (
        question,
        excerpt.author,
        _quotes(excerpt, wording.colon),
        annotation.note,
        wording.separator.join(annotation.tags),
        wording.colors[annotation.color],
        _time(annotation.created),
        _time(annotation.modified),
        "\n".join(passage.words for passage in passages),
        _positions(passage.span.start if passage.span else None for passage in passages),
        _positions(passage.span.end if passage.span else None for passage in passages),
        annotation.id,
    )
    return [safe(cell) for cell in cells]
