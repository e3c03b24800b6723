"""Matrix, terms and concordance as files: tables for spreadsheets (CSV, RFC 4180), and Markdown to quote from."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from desktop.documents import FactKind, fact_of
from desktop.documents.writing.cells import safe
from desktop.documents.writing.markdown_words import escaped
from desktop.documents.writing.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.documents import Comment, Document
    from desktop.documents.document import Answer
    from desktop.keywords.contexts import ConcordanceLine
    from desktop.keywords.counts import Matrix
    from desktop.keywords.keyness import DistinctiveTerm
    from desktop.keywords.vocabulary import Term

_DIGITS = 3
_TERM_COLUMNS = ("author", "answer", "kind", "term", "count", "score", "log_ratio", "answers", "evidence")
_COLUMNS = ("author", "left", "term", "right", "answer", "comment", "start", "end", "time", "address")


def matrix_csv(matrix: Matrix, *, rates: bool = False) -> str:
    """Return `matrix` as a table: a row for each term, a column for each author, and last how much each wrote.

    The cells are counts, or with `rates` counts per thousand characters to three decimals.
    """
    rows = [[_rounded(rate) for rate in row] for row in matrix.rates] if rates else matrix.counts
    return _table(
        [
            ["term", *matrix.authors],
            *([term, *map(str, row)] for term, row in zip(matrix.terms, rows, strict=True)),
            ["characters", *map(str, matrix.lengths)],
        ]
    )


def terms_csv(
    document: Document, topics: Mapping[int, Sequence[Term]], apart: Mapping[str, Sequence[DistinctiveTerm]]
) -> str:
    """Return the terms of each author as a table: first what each answer is about, then what sets the author apart.

    `topics` and `apart` are those of `leading_terms` and `distinctive_terms`; what only the latter have (log ratio,
    number of answers, evidence) is empty in the rows of the former.
    """
    rows = [list(_TERM_COLUMNS)]
    told = set[str]()
    for index, answer in enumerate(document.answers):
        rows += [_term_row(answer.author, index, "topic", term) for term in topics.get(index, ())]
        if answer.author not in told and not answer.is_question:
            told.add(answer.author)
            rows += [_apart_row(answer.author, index, term) for term in apart.get(answer.author, ())]
    return _table(rows)


def _term_row(author: str, answer: int, kind: str, term: Term) -> list[str]:
    return [author, str(answer), kind, term.text, str(term.count), _rounded(term.score), "", "", ""]


def _apart_row(author: str, answer: int, term: DistinctiveTerm) -> list[str]:
    known = [_rounded(term.log_ratio), str(term.answers), term.evidence.value]
    return [*_term_row(author, answer, "apart", term)[: -len(known)], *known]


def concordance_csv(document: Document, lines: Iterable[ConcordanceLine], show: Callable[[str], str] = str) -> str:
    """Return `lines` as a table, a row for each; `start` and `end` are code points of the source.

    `show` gives a name as it is to be read.
    """
    return _table([_COLUMNS, *(_row(document, line, show) for line in lines)])


def concordance_markdown(
    document: Document, term: str, lines: Sequence[ConcordanceLine], show: Callable[[str], str] = str
) -> str:
    """Return `lines` as Markdown: the term in bold in each, who wrote it, and below where all of that is from.

    `show` gives a name or a title as it is to be read.
    """
    cited = dict.fromkeys((line.answer, line.comment) for line in lines)
    number_of = {key: number for number, key in enumerate(cited, 1)}
    return (
        "\n\n".join(
            [
                f"# {escaped(one_line(term))} ({len(lines)})",
                "\n".join(_item(line, number_of[line.answer, line.comment], show) for line in lines),
                "\n".join(f"\\[{number_of[key]}\\] {citation(document, *key, show)}\\" for key in cited).removesuffix(
                    "\\"
                ),
            ]
        ).rstrip("\n")
        + "\n"
    )


def citation(document: Document, answer: int, comment: int | None = None, show: Callable[[str], str] = str) -> str:
    """Return in Markdown whose words an answer or a comment is, in which thread, when written and where it stands."""
    said = _said(document, answer, comment)
    facts = [fact_of(said.facts, kind) for kind in (FactKind.TIME, FactKind.ADDRESS)]
    address = facts[1] or fact_of(document.answers[answer].facts, FactKind.ADDRESS)
    address = address or fact_of(document.facts, FactKind.ADDRESS)
    named = [show(said.author), f"〈{show(document.title)}〉", facts[0], address]
    words = "，".join(escaped(one_line(part)) for part in named if part)
    return words if address else f"{words}。"  # which would be taken for a part of the address


def _item(line: ConcordanceLine, number: int, show: Callable[[str], str]) -> str:
    left, word, right = (one_line(part) for part in (line.left, line.word, line.right))
    # Not two asterisks: beside punctuation they are words (https://spec.commonmark.org/0.31.2/#delimiter-run).
    words = f"{_within(left)}<b>{_within(word)}</b>{_within(right)}"
    return f"- {words} —— {escaped(one_line(show(line.author))) or '…'} \\[{number}\\]"


def _within(words: str) -> str:
    """Return `words` escaped, the blanks at either end as they are."""
    inner = words.strip()
    if not inner:
        return words
    start = words.index(inner)
    return words[:start] + escaped(inner) + words[start + len(inner) :]


def _row(document: Document, line: ConcordanceLine, show: Callable[[str], str]) -> list[str]:
    said = _said(document, line.answer, line.comment)
    return [
        show(line.author),
        line.left,
        line.word,
        line.right,
        str(line.answer),
        "" if line.comment is None else str(line.comment),
        str(line.span.start),
        str(line.span.end),
        fact_of(said.facts, FactKind.TIME),
        fact_of(said.facts, FactKind.ADDRESS),
    ]


def _said(document: Document, answer: int, comment: int | None) -> Answer | Comment:
    one = document.answers[answer]
    return one if comment is None else one.comments[comment]


def _rounded(rate: float) -> str:
    return f"{rate:.{_DIGITS}f}"


def _table(rows: Iterable[Iterable[str]]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return made.getvalue()
