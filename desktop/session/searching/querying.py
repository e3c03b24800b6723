"""Where what a reader looks for stands: in the thread and in the notes, as words, whole words or an expression."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.own.own_words import lexicon_of, own_of
from desktop.session.search import PLAIN, FoundNote, SearchKind, SearchMode
from desktop.session.work.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.annotations import Annotation, Placements
    from desktop.documents import Document
    from desktop.keywords import Concepts, ExpressionFlaw, Searched, WordEnds
    from desktop.segmentation import OwnWords, Segmenter
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding, Look
    from desktop.text import Span


class FoundPlaces(NamedTuple):
    """The places of what was looked for in text order, or the `flaw` of an expression, which has none."""

    places: tuple[Span, ...] = ()
    flaw: ExpressionFlaw | None = None


class FoundNotes(NamedTuple):
    """The notes in which it was found, in their order, with the places of their passages in text order."""

    notes: tuple[FoundNote, ...] = ()
    places: tuple[Span, ...] = ()
    flaw: ExpressionFlaw | None = None


class _Notes(NamedTuple):
    """All that is searched of the notes, as one text of `lines` that begin at `starts`, each of the note in `ids`."""

    searched: Searched
    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    ids: tuple[str, ...]


class Querying:
    """Finds what is looked for; `finding` has the thread ready, `segmenter` is called on the worker alone.

    Words end where the reader's own words, as they are when it is asked, have them end.
    """

    def __init__(self, store: Store, finding: Finding, segmenter: Callable[[OwnWords | None], Segmenter]) -> None:
        self._store = store
        self._finding = finding
        self._segmenter = segmenter
        self._ends = Latest(self._ends_of)
        self._notes = Latest(_ready)

    def ask(
        self,
        slot: str,
        query: str,
        mode: SearchMode,
        concepts: Concepts,
        then: Callable[[FoundPlaces], None],
        *,
        prefetched: bool = False,
    ) -> bool:
        """Call `then` with where `query` is in the thread; return whether that has been done at once.

        Of each `slot` only the latest question is answered.
        """
        work = self.look(query, mode.kind, concepts)
        quick = mode.kind is SearchKind.WORDS
        return self._finding.look(slot, work, then, prefetched=prefetched, quick=quick)

    def ask_notes(
        self,
        slot: str,
        query: str,
        mode: SearchMode,
        concepts: Concepts,
        notes: tuple[Mapping[str, Annotation], Placements],
        then: Callable[[FoundNotes], None],
        *,
        prefetched: bool = False,
    ) -> bool:
        """Call `then` with the notes that have `query` in a quote, in what was written or in a tag."""
        own = lexicon_of(self._store.state)

        def work(_document: Document, _searched: Searched, pause: Callable[[], None]) -> FoundNotes:
            ready = self._notes(notes[0])
            found = self._found(ready.searched, query, mode.kind, concepts, pause, lambda: self._ends_in(ready, own))
            return _in_notes(ready, found, notes[1])

        return self._finding.look(slot, work, then, prefetched=prefetched, quick=False)

    def look(self, query: str, kind: SearchKind, concepts: Concepts) -> Look[FoundPlaces]:
        """Return what finds `query` in a document, for the worker."""
        own = lexicon_of(self._store.state)

        def work(document: Document, searched: Searched, pause: Callable[[], None]) -> FoundPlaces:
            return self._found(searched, query, kind, concepts, pause, lambda: self._ends(document, own))

        return work

    def _found(
        self,
        searched: Searched,
        query: str,
        kind: SearchKind,
        concepts: Concepts,
        pause: Callable[[], None],
        ends: Callable[[], WordEnds],
    ) -> FoundPlaces:
        match kind:
            case SearchKind.WORDS:
                from desktop.keywords import find_each

                return FoundPlaces(tuple(find_each(searched, [query], concepts)[0]))
            case SearchKind.WHOLE:
                from desktop.keywords import find_whole

                return FoundPlaces(tuple(find_whole(searched, query, ends(), concepts, pause)))
            case SearchKind.EXPRESSION:
                from desktop.keywords import ExpressionError, find_expression

                try:
                    return FoundPlaces(tuple(find_expression(searched, query, pause)))
                except ExpressionError as error:
                    return FoundPlaces(flaw=error.flaw)

    def _ends_of(self, document: Document, own: OwnWords | None) -> WordEnds:
        from desktop.keywords import WordEnds

        parts = (part for answer in document.answers for part in answer.parts())
        paragraphs = [paragraph for part in parts for paragraph in part.paragraphs]
        return WordEnds(document.text, paragraphs, self._segmenter(own).quick())

    def _ends_in(self, notes: _Notes, own: OwnWords | None) -> WordEnds:
        from desktop.keywords import WordEnds
        from desktop.text import Span

        lines = (
            Span(start, start + len(line)) for start, line in zip(notes.starts, notes.lines, strict=True) if line
        )
        return WordEnds(notes.text, lines, self._segmenter(own))


def _ready(annotations: Mapping[str, Annotation]) -> _Notes:
    """Return the notes ready to be searched, which takes 1 µs a code point."""
    from desktop.keywords import Searched, SearchedText

    pairs = [(line, key) for key, one in annotations.items() for line in _lines_of(one)]
    lines, ids = tuple(line for line, _ in pairs), tuple(key for _, key in pairs)
    text = "\n".join(lines)
    starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))[: len(lines)]
    return _Notes(Searched(SearchedText.of(text)), text, lines, starts, ids)


def _lines_of(annotation: Annotation) -> Iterator[str]:
    """Yield what is searched of a note, as lines: its words, its tags, and what it stands on."""
    from desktop.annotations import marked_words

    yield from filter(None, annotation.note.splitlines())
    if annotation.tags:
        yield " ".join(f"#{tag}" for tag in annotation.tags)
    for passage in annotation.passages:
        yield " ".join(marked_words(passage.anchor, None).split())


def _in_notes(ready: _Notes, found: FoundPlaces, placements: Placements) -> FoundNotes:
    """Return the notes that have a place of `found`: those that stand in the text, in its order, then the rest."""
    first: dict[str, FoundNote] = {}
    for place in found.places:
        index = bisect_right(ready.starts, place.start) - 1
        line, start = ready.lines[index], ready.starts[index]
        if place.end <= start + len(line):
            key = ready.ids[index]
            first.setdefault(key, FoundNote(key, line, place.start - start, place.end - start))
    standing = {key: spans[0].span for key in first if (spans := placements.get(key, ()))}
    placed = sorted((span, key) for key, span in standing.items() if span is not None)
    others = [key for key in first if standing.get(key) is None]
    notes = tuple(first[key] for key in (*(key for _, key in placed), *others))
    return FoundNotes(notes, tuple(dict.fromkeys(span for span, _ in placed)), found.flaw)


def is_asked(query: str, kind: SearchKind, key: Callable[[str], str]) -> bool:
    """Tell whether there is anything to look for in `query`: an expression may be of blanks."""
    return bool(query) if kind is SearchKind.EXPRESSION else bool(key(query.strip()))


def mode_of(state: State) -> SearchMode:
    """Return how words are looked for in `state`."""
    return state.search_mode or PLAIN


def words_differ(old: State, new: State, kind: SearchKind) -> bool:
    """Tell whether a search of a `kind` that goes by words finds others in `new`: the reader's own are others."""
    return kind is SearchKind.WHOLE and own_of(old).words is not own_of(new).words
