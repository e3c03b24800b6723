"""Records of a thread in the forms that the command line has, each piece by piece; Markdown is the app's own."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from desktop.documents.writing.markdown_words import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.cli.records import Record, ThreadReader

_FACTS = ("time", "edited", "votes", "replies", "address", "place", "floor", "badge", "nick", "stance")
_COLUMNS = (
    *("kind", "answer", "comment", "author", "to", "depth", "is_question", "text"),
    *_FACTS,
    *("note", "tags", "color", "created", "modified", "state", "start", "end", "id", "title", "path"),
)
_ROWS = frozenset({"answer", "comment", "note", "found"})
_MOST_TERMS = 10


def as_json(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record as an object on a line of its own (https://jsonlines.org)."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def as_csv(records: Iterable[Record], *, for_spreadsheets: bool) -> Iterator[str]:
    """Yield a table (RFC 4180) with a heading: a row for each answer, comment, note or thread to be chosen.

    `text` has the paragraphs, or a note's quote, a line each. For spreadsheets there is a BOM before it, and what one
    would take for a formula is kept from that by an apostrophe; for programs all words are as they are.
    """
    from desktop.documents.writing.cells import safe

    if for_spreadsheets:
        yield "\ufeff"
    yield _row(_COLUMNS)
    for record in records:
        if record["kind"] in _ROWS:
            cells = [str(_cell(record, column)) for column in _COLUMNS]
            yield _row(map(safe, cells) if for_spreadsheets else cells)


def _cell(record: Record, column: str) -> object:
    if column in _FACTS:
        return record.get("facts", {}).get(column, "")
    if column == "text":
        return "\n".join(record.get("paragraphs", ())) or record.get("quote", "")
    if column == "tags":
        return "; ".join(record.get("tags", ()))
    value = record.get(column)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def _row(cells: Iterable[str]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerow(cells)
    return made.getvalue()


def as_list(records: Iterable[Record]) -> Iterator[str]:
    """Yield a line of Markdown for each thread that is to be chosen."""
    for record in records:
        counts = f"({record['answers']}, {record['comments']})"
        yield f"- {escaped(record['title'])} {counts}: `{record['path']}`\n\n"


def as_markdown(reader: ThreadReader) -> Iterator[str]:
    """Yield the thread as the app saves it, so that it opens again, and below it notes and terms.

    These are none of the thread, which a comment of HTML says.
    """
    from desktop.documents.labels import labels_in
    from desktop.documents.writing.forms import written
    from desktop.documents.writing.written import ThreadForm

    language = reader.manner.language
    yield written(reader.draft(), ThreadForm.MARKDOWN, language).decode()
    labels = labels_in(language)
    for name, heading, records in (("notes", labels.notes, reader.notes()), ("terms", labels.terms, reader.terms())):
        lines = (line for record in records for line in (_note if name == "notes" else _terms)(record))
        for number, line in enumerate(lines):
            yield f"\n{line}\n" if number else f"\n<!-- {name} -->\n\n## {heading}\n\n{line}\n"


def _note(record: Record) -> Iterator[str]:
    """Yield a note in Markdown, part by part."""
    yield f"### {escaped(record['author']) or '…'}"
    for passage in (record, *record["passages"]):
        if passage is not record:
            yield f"**{escaped(passage['author']) or '…'}**"
        yield "\n".join(f"> {escaped(line)}".rstrip() for line in passage["quote"].split("\n"))
    yield from (escaped(line) for line in record["note"].split("\n") if line.strip())
    if record["tags"]:
        yield " ".join(f"#{escaped(tag)}" for tag in record["tags"])


def _terms(record: Record) -> Iterator[str]:
    """Yield the best terms of an author in Markdown."""
    words = "、".join(escaped(term["text"]) for term in record["terms"][:_MOST_TERMS])
    yield f"- **{escaped(record['author']) or '…'}**: {words or '—'}"
