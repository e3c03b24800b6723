"""Counting words: the terms of every answer of the open document, and how often each author uses each of them."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.script import Script, search_key
from desktop.session.own.own_words import concepts_of, lexicon_of
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.documents import Document
    from desktop.keywords import Concepts, Dispersion, DistinctiveTerm, Matrix, Searched, Tally, Term
    from desktop.segmentation import OwnWords
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding
    from desktop.session.words.keywords import Words
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)


_LEADING = 30
"""How many leading terms of each answer, and terms that set each author apart, are counted."""
_TERMS, _COUNTS, _LIT = "terms", "counts", "counts of lit terms"


@dataclass(frozen=True, slots=True, eq=False)
class ThreadTerms:
    """The terms of a thread, found without regard to how it is shown.

    `topics` has the leading terms of each answer, by its index, `apart` those that set each author apart, by name:
    both best first. `all` has every one of them once, as the thread first writes it; the first are those that weigh
    most in all answers together.
    """

    topics: Mapping[int, tuple[Term, ...]]
    apart: Mapping[str, Sequence[DistinctiveTerm]]
    all: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """How often each of some terms stands in each answer of `document`, blind to script.

    `rows` has the row of a term in `tally` by its key, the same for all words of one concept. Of each row there is
    what is `searched` when terms are filtered (`search_key` in lower case), how often all authors use it together
    (`totals`), how many do (`users`), and how unevenly, by G² (`unevenness`).
    """

    document: Document
    concepts: Concepts
    tally: Tally
    rows: Mapping[str, int]
    searched: tuple[str, ...]
    totals: tuple[int, ...]
    users: tuple[int, ...]
    unevenness: tuple[float, ...]

    @classmethod
    def of(
        cls,
        document: Document,
        terms: Sequence[str],
        searched: Searched,
        concepts: Concepts,
        pause: Callable[[], None],
    ) -> TermCounts:
        """Count `terms`; of those of one concept the first stands for all. Raises DictionaryError."""
        from desktop.keywords import tally, unevenness

        first: dict[str, str] = {}
        for term in terms:
            first.setdefault(concepts.key(search_key(term)), term)
        counted = tally(document, tuple(first.values()), searched=searched, concepts=concepts, pause=pause)
        matrix = counted.matrix
        return cls(
            document,
            concepts,
            counted,
            {key: row for row, key in enumerate(first)},
            tuple(search_key(term.lower()) for term in first.values()),
            tuple(map(matrix.total, range(len(first)))),
            tuple(map(matrix.users, range(len(first)))),
            tuple(unevenness(row, matrix.lengths) for row in matrix.counts),
        )

    @property
    def matrix(self) -> Matrix:
        """The counts by author."""
        return self.tally.matrix

    def row(self, term: str) -> int | None:
        """Return the row of a term, in whichever script and region's words; None: it was not counted."""
        return self.rows.get(self.concepts.key(search_key(term)))


_Spoken = tuple["Document", "Concepts", "OwnWords | None"]


class _Key(NamedTuple):
    """All by which words are counted: a flip of the script changes none of it."""

    document: Document
    manner: Manner
    concepts: Concepts
    lexicon: OwnWords | None

    @property
    def spoken(self) -> _Spoken:
        """All by which terms are found: how they are shown is nothing to that."""
        return self.document, self.concepts, self.lexicon


class Counting(QObject):
    """Counts the terms of the open document on the worker, as long as somebody attends.

    Whatever it tells is of the document as it reads now; what isn't known yet is None, and `changed` says when it
    is. `words` has jieba, `finding` the thread ready to be searched.
    """

    changed = Signal()
    """Emitted when anything of what is told has changed: it came, or holds no longer."""

    def __init__(self, store: Store, words: Words, finding: Finding, worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._words = words
        self._finding = finding
        self._worker = worker
        self._attending: set[str] = set()
        self._terms: tuple[_Spoken, ThreadTerms] | None = None
        self._counts: tuple[_Key, TermCounts] | None = None
        self._lit: tuple[_Key, tuple[str, ...], TermCounts] | None = None
        self._under_way: dict[str, object] = {}
        self._failed: object = None
        self._key = self._key_now()
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        finding.failed.connect(self._on_not_counted)
        store.changed.connect(self._on_changed)

    # -- what is told -----------------------------------------------------------------------------------------

    @property
    def terms(self) -> ThreadTerms | None:
        """The terms of the open document; None until they are known."""
        return self._terms[1] if self._terms and self._key and self._terms[0] == self._key.spoken else None

    @property
    def counts(self) -> TermCounts | None:
        """How often each answer has each of these terms, in their order; None until they are counted."""
        return self._counts[1] if self._counts and self._counts[0] == self._key else None

    @property
    def lit(self) -> TermCounts | None:
        """How often each answer has each lit term, each counted for itself; None until they are counted."""
        lit = self._lit
        return lit[2] if lit and lit[0] == self._key and lit[1] == self._lit_terms() else None

    @property
    def busy(self) -> bool:
        """Whether the terms or their counts are on their way."""
        return bool(self._under_way)

    @property
    def failed(self) -> bool:
        """Whether the terms of the open document can't be found or counted; the reader was told why."""
        return self._key is not None and self._failed == self._key

    def matrix(self, limit: int | None = None) -> Matrix | None:
        """Return who uses how often the `limit` terms that weigh most (None: all); None until they are counted."""
        counts = self.counts
        if counts is None:
            return None
        rows = range(len(counts.matrix.terms))
        return counts.matrix.reordered(terms=rows[:limit])

    # -- what is asked ----------------------------------------------------------------------------------------

    def attend(self, who: str) -> None:
        """Have what is told known from now on, by and by: `who` looks at it."""
        self._attending.add(who)
        self._go_on()

    def leave(self, who: str) -> None:
        """Count nothing more for `who`; what is under way for nobody else ends."""
        self._attending.discard(who)
        if not self._attending:
            self._drop(_TERMS, _COUNTS, _LIT)

    def ask_dispersion(self, slot: str, terms: Sequence[str], then: Callable[[Dispersion], None]) -> None:
        """Call `then` with where in each answer each of `terms` stands.

        Of each `slot` only the latest question is answered. None is once another document is open, and none that
        failed: ask again at `changed`, by which any answer may be out of date.
        """
        key = self._key
        if key is None:
            return

        def work(document: Document, ready: Searched, _pause: Callable[[], None]) -> Dispersion:
            from desktop.keywords import dispersion

            return dispersion(document, terms, searched=ready, concepts=key.concepts)

        def done(found: Dispersion) -> None:
            now = self._key
            if now is not None and now.spoken == key.spoken:  # `finding` has it done again in another manner
                then(found)

        self._finding.look(slot, work, done, prefetched=True, quick=False)

    def stop(self) -> None:
        """Count nothing from now on."""
        self._attending.clear()
        self._tasks.close()

    # -- counting ---------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Begin what somebody attends to and nobody knows yet."""
        if self._key is None or not self._attending or self.failed:
            return
        if self.terms is None:
            self._find_terms(self._key)
        elif self.counts is None:
            self._count(self._key, self.terms.all)
        if self.lit is None:
            self._count_lit(self._key)

    def _find_terms(self, key: _Key) -> None:
        if self._under_way.get(_TERMS) == key.spoken:
            return
        self._under_way[_TERMS] = key.spoken
        words = self._words

        def work() -> ThreadTerms:
            from desktop.keywords import distinctive_terms, leading_terms

            document, concepts, lexicon = key.spoken
            with giving_way():
                segmenter = words.segmenter(lexicon)
                topics = leading_terms(document, segmenter, limit=_LEADING, concepts=concepts)
                apart = distinctive_terms(document, segmenter, limit=_LEADING, concepts=concepts)
                return ThreadTerms(topics, apart, _weighed(topics, apart, concepts))

        def done(terms: ThreadTerms) -> None:
            self._under_way.pop(_TERMS, None)
            self._terms = key.spoken, terms
            self._go_on()
            self.changed.emit()

        self._tasks.start(_TERMS, work, done, prefetched=True)

    def _count(self, key: _Key, terms: Sequence[str]) -> None:
        def done(counts: TermCounts) -> None:
            self._counts = key, counts

        self._consult(_COUNTS, key, key, terms, done)

    def _count_lit(self, key: _Key) -> None:
        terms = self._lit_terms()

        def done(counts: TermCounts) -> None:
            self._lit = key, terms, counts

        self._consult(_LIT, key, (key, terms), terms, done)

    def _consult(
        self, slot: str, key: _Key, what: object, terms: Sequence[str], done: Callable[[TermCounts], None]
    ) -> None:
        """Have `terms` counted unless `what` is under way; `done` keeps the counts."""
        if self._under_way.get(slot) == what:
            return
        self._under_way[slot] = what
        pause = self._worker.pause

        def work(_document: Document, searched: Searched, _pause: Callable[[], None]) -> TermCounts:
            return TermCounts.of(key.document, terms, searched, key.concepts, pause)

        def keep(counts: TermCounts) -> None:
            if self._under_way.pop(slot, None) == what and self._key == key:
                done(counts)
            self._go_on()
            self.changed.emit()

        self._finding.look(slot, work, keep, prefetched=True, quick=False)

    def _drop(self, *slots: str) -> None:
        """Drop what is under way in `slots`."""
        for slot in slots:
            if self._under_way.pop(slot, None) is not None:
                self._tasks.cancel(slot)
                self._finding.cancel(slot)

    # -- following --------------------------------------------------------------------------------------------

    def _on_changed(self, old: State, new: State) -> None:
        if new is not self._store.state:
            return  # a newer state is on its way
        if old.document is not new.document or old.manner is not new.manner or old.own is not new.own:
            self.renew()
        elif old.lights.terms != new.lights.terms and self._attending:
            self._go_on()
            self.changed.emit()

    def renew(self) -> None:
        """Have all that holds no longer counted anew: the document reads otherwise, or other words are one."""
        before, self._key = self._key, self._key_now()
        if before == self._key:
            return
        if before is None or self._key is None or before.spoken != self._key.spoken:
            self._drop(_TERMS)
            self._terms = None
        self._drop(_COUNTS, _LIT)
        self._counts = self._lit = None
        self._go_on()
        self.changed.emit()

    def _key_now(self) -> _Key | None:
        state = self._store.state
        if state.document is None:
            return None
        return _Key(state.document, state.manner.in_script(Script.ORIGINAL), concepts_of(state), lexicon_of(state))

    def _lit_terms(self) -> tuple[str, ...]:
        return tuple(light.term for light in self._store.state.lights.terms)

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("finding %s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self._fail(slot)

    def _on_not_counted(self, slot: str) -> None:
        if slot in (_COUNTS, _LIT):
            self._fail(slot)

    def _fail(self, slot: str) -> None:
        self._under_way.pop(slot, None)
        self._failed = self._key
        self.changed.emit()


def _weighed(
    topics: Mapping[int, tuple[Term, ...]], apart: Mapping[str, Sequence[DistinctiveTerm]], concepts: Concepts
) -> tuple[str, ...]:
    """Return all terms, each once: first those that lead, the one with the greatest sum of scores before others."""
    weight, first = defaultdict[str, float](float), dict[str, str]()

    def add(terms: Iterable[Term], share: float) -> None:
        for term in terms:
            key = concepts.key(search_key(term.text))
            first.setdefault(key, term.text)
            weight[key] += share * term.score

    for terms in topics.values():
        add(terms, 1.0)
    for terms in apart.values():
        add(terms, 0.0)
    return tuple(first[key] for key in sorted(first, key=lambda key: -weight[key]))
