"""Records of a thread in the forms that the command line has: JSON, CSV, Markdown, each piece by piece."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from desktop.documents.writing.markdown_words import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.cli.records import Record

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
    from desktop.annotations.exchange.table import safe

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


def as_markdown(records: Iterable[Record]) -> Iterator[str]:
    """Yield what people read: the question, each answer with what is known of it, its comments, notes and terms."""
    for record in records:
        yield from (f"{line}\n\n" for line in _lines(record))


def _lines(record: Record) -> Iterator[str]:
    match record["kind"]:
        case "thread":
            yield f"# {escaped(record['title'])}"
            yield from _said(record)
        case "answer":
            yield f"## {escaped(record['author']) or ('?' if record['is_question'] else '…')}"
            yield from _said(record)
            yield from map(escaped, record["paragraphs"])
        case "comment":
            names = " › ".join(escaped(record[key]) for key in ("author", "to") if record[key])
            said = " · ".join(map(escaped, record["facts"].values()))
            first, *further = record["paragraphs"]
            mark = "  " * record["depth"]
            yield "\n".join(
                [
                    f"{mark}- **{names or '…'}** {said}".rstrip(),
                    *(f"\n{mark}  {escaped(words)}" for words in (first, *further)),
                ]
            )
        case "note":
            quote = "\n".join(f"> {escaped(line)}".rstrip() for line in record["quote"].split("\n"))
            yield f"### ✎ {escaped(record['author'])}\n\n{quote}"
            yield from (escaped(line) for line in record["note"].split("\n") if line.strip())
            if record["tags"]:
                yield " ".join(f"#{escaped(tag)}" for tag in record["tags"])
        case "terms":
            words = "、".join(escaped(term["text"]) for term in record["terms"][:_MOST_TERMS])
            yield f"- **{escaped(record['author']) or '…'}**: {words or '—'}"
        case _:
            yield f"- {escaped(record['title'])} ({record['answers']}, {record['comments']}): `{record['path']}`"


def _said(record: Record) -> Iterator[str]:
    if record["facts"]:
        yield " · ".join(map(escaped, record["facts"].values()))
