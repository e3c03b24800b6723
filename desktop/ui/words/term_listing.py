"""Which terms the panel lists, under which headings and in which order."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from desktop.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.keywords import DistinctiveTerm
    from desktop.session.words.counting import TermCounts, ThreadTerms


class WordsView(Enum):
    """Whose terms are listed."""

    ANSWER = QT_TRANSLATE_NOOP("WordsPanel", "This Answer")
    ALL = QT_TRANSLATE_NOOP("WordsPanel", "All Answers")
    LIT = QT_TRANSLATE_NOOP("WordsPanel", "Lit")


class TermOrder(Enum):
    """In which order terms are listed."""

    BEST = QT_TRANSLATE_NOOP("WordsPanel", "Most telling first")
    COUNT = QT_TRANSLATE_NOOP("WordsPanel", "Most frequent first")
    KEYNESS = QT_TRANSLATE_NOOP("WordsPanel", "Most uneven first (G²)")
    AUTHORS = QT_TRANSLATE_NOOP("WordsPanel", "Used by most authors first")


class Section(Enum):
    """What the terms below a heading are."""

    TOPIC = "topic"
    APART = "apart"
    PERHAPS = "perhaps"


class SectionHeading(NamedTuple):
    """A row that says what the terms below it are."""

    section: Section


class TermEntry(NamedTuple):
    """A row for a term: its row among the counts, and what is known of it where it sets the author apart."""

    row: int
    apart: DistinctiveTerm | None = None


Entry = SectionHeading | TermEntry


def of_answer(terms: ThreadTerms, counts: TermCounts, answer: int, order: TermOrder) -> Iterator[Entry]:
    """Yield what an answer is about, then what sets its author apart, then what may do so.

    The question has no author whose words are compared.
    """
    said = counts.document.answers[answer]
    topics = _entries(((term.text, None) for term in terms.topics.get(answer, ())), counts)
    apart = _entries(((term.text, term) for term in terms.apart.get(said.author, ())), counts)
    if said.is_question:
        apart = []
    sure = [entry for entry in apart if entry.apart is not None and _is_sure(entry.apart)]
    perhaps = [entry for entry in apart if entry not in sure]
    for section, entries in ((Section.TOPIC, topics), (Section.APART, sure), (Section.PERHAPS, perhaps)):
        if entries:
            yield SectionHeading(section)
            yield from _sorted(entries, counts, order)


def of_all(counts: TermCounts, order: TermOrder) -> list[TermEntry]:
    """Return all terms that were counted."""
    return _sorted([TermEntry(row) for row in range(len(counts.totals))], counts, order)


def filtered(entries: Iterable[Entry], counts: TermCounts, words: Sequence[str]) -> list[Entry]:
    """Return those of `entries` that hold every one of `words`, as `search_key` has them, under their headings."""
    kept: list[Entry] = []
    for entry in entries:
        if isinstance(entry, SectionHeading):
            if kept and isinstance(kept[-1], SectionHeading):
                kept.pop()
            kept.append(entry)
        elif all(word in counts.searched[entry.row] for word in words):
            kept.append(entry)
    if kept and isinstance(kept[-1], SectionHeading):
        kept.pop()
    return kept


def _entries(terms: Iterable[tuple[str, DistinctiveTerm | None]], counts: TermCounts) -> list[TermEntry]:
    rows = ((counts.row(text), apart) for text, apart in terms)
    return [TermEntry(row, apart) for row, apart in rows if row is not None]


def _is_sure(term: DistinctiveTerm) -> bool:
    from desktop.keywords import Evidence

    return term.evidence is Evidence.SIGNIFICANT


def _sorted(entries: list[TermEntry], counts: TermCounts, order: TermOrder) -> list[TermEntry]:
    """Return `entries`, which come best first, in another order; equal ones stay as they are."""
    size: Callable[[TermEntry], float]
    match order:
        case TermOrder.BEST:
            return entries
        case TermOrder.COUNT:
            size = lambda entry: counts.totals[entry.row]  # noqa: E731 (one line, as the others)
        case TermOrder.KEYNESS:
            size = lambda entry: entry.apart.score if entry.apart else counts.unevenness[entry.row]  # noqa: E731
        case TermOrder.AUTHORS:
            size = lambda entry: counts.users[entry.row]  # noqa: E731
    return sorted(entries, key=lambda entry: -size(entry))
