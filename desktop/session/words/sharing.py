"""What two answers side by side share: found off the main thread whenever another pair is on show."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.session.own.own_words import concepts_of, lexicon_of
from desktop.session.state import PairWords
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents import Document
    from desktop.keywords import Concepts, PairTerms
    from desktop.segmentation import OwnWords, Segmenter
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

_SLOT = "shared"


class _Asked(NamedTuple):
    """Two answers of a thread, the left one first, and what the reader made of words."""

    document: Document
    answers: tuple[int, int]
    concepts: Concepts
    lexicon: OwnWords | None

    def is_same(self, other: _Asked | None) -> bool:
        """Tell whether `other` asks the same; what is equal of documents, concepts and words is one object."""
        if other is None or self.answers != other.answers:
            return False
        mine, theirs = (self.document, self.concepts, self.lexicon), (other.document, other.concepts, other.lexicon)
        return all(one is another for one, another in zip(mine, theirs, strict=True))


class Sharing(QObject):
    """Has the words of two answers on show compared, where the reader has them shown.

    `segmenter` loads what cuts words, on the worker. It is made when the first page has been painted.
    """

    def __init__(self, store: Store, segmenter: Callable[[OwnWords | None], Segmenter], worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._segmenter = segmenter
        self._asked: _Asked | None = None
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        store.settled.connect(self._look)
        self._look()

    def stop(self) -> None:
        """Compare nothing from now on."""
        self._tasks.close()

    def _look(self) -> None:
        """Have the pair that is on show now compared, unless that is done or under way."""
        asked = _asked_of(self._store.state)
        if asked is self._asked or (asked is not None and asked.is_same(self._asked)):
            return
        self._asked = asked
        self._tasks.cancel(_SLOT)
        if asked is None:
            return
        segmenter = self._segmenter

        def work() -> PairTerms:
            with giving_way():
                from desktop.keywords import pair_terms

                document, answers, concepts, lexicon = asked
                return pair_terms(document, *answers, segmenter(lexicon), concepts=concepts)

        def done(terms: PairTerms) -> None:
            lights = self._store.state.lights
            self._store.replace(lights=replace(lights, pair=PairWords(asked.answers, terms)))

        self._tasks.start(_SLOT, work, done, prefetched=True)

    def _on_failed(self, slot: str, error: object) -> None:
        """Show nothing above the pair: the reader has both pages, and is told of what else lacks a segmenter."""
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)


def _asked_of(state: State) -> _Asked | None:
    """Return which answers of which thread are to be compared, the left one first; None where there is nothing to."""
    document, answers = state.document, tuple(pane.answer for pane in state.panes)
    if document is None or len(set(answers)) < 2 or not state.preferences.shared_shown:
        return None
    return _Asked(document, (answers[0], answers[1]), concepts_of(state), lexicon_of(state))
