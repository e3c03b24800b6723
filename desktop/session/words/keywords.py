"""jieba at work: the leading terms of the open document, found off the main thread, and the word at a place."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.script import Edition, joined, weigh_script
from desktop.session.own.own_words import concepts_of, lexicon_of, own_of
from desktop.session.state import NoticeKind
from desktop.session.work.latest import Latest
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.keywords import Term
    from desktop.script import SourceScript
    from desktop.segmentation import OwnWords, Segmenter
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.sharing import Sharing
    from desktop.session.work.table_loading import TableLoader
    from desktop.session.work.worker import Worker
    from desktop.text import Span

log = logging.getLogger(__name__)

_AROUND = 200
"""The code points on either side of a word that its script is told from."""


class _Loader:
    """Loads jieba once, on the one worker that asks for it, also when that was asked for another document first."""

    def __init__(self, cache: Path, tables: TableLoader, worker: Worker) -> None:
        self._cache = cache
        self._tables = tables
        self._worker = worker
        self.loaded: Segmenter | None = None
        self._with_own = Latest(_with_own)

    def segmenter(self, own: OwnWords | None) -> Segmenter:
        """Return the segmenter, loading it at the first call, and what it converts traditional text by.

        It keeps the reader's `own` words whole; for the same words it is the same.
        """
        if self.loaded is None:
            from desktop.segmentation import shared_segmenter

            self._tables.load([("t2s", Edition.REIMPLEMENTED)], self._pause)
            self.loaded = shared_segmenter(self._cache, self._pause)
        return self._with_own(self.loaded, own)

    def _pause(self) -> None:
        """Let be done what was asked for; once jieba is loaded, end what is found in a document that was left."""
        self._worker.pause(droppable=self.loaded is not None)


def _with_own(segmenter: Segmenter, own: OwnWords | None) -> Segmenter:
    return segmenter if own is None else segmenter.with_own(own)


class Words(QObject):
    """Finds words once `begin` was called: before the first page is painted, nothing slow is done.

    The keywords of a document are found whenever another one is open.

    `cache` is the folder where jieba's dictionary is kept ready. `desktop.keywords` is imported where it is used,
    since nothing before the first paint needs all of it.
    """

    def __init__(self, store: Store, cache: Path, tables: TableLoader, worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._loader = _Loader(cache, tables, worker)
        self._begun = False
        self._sought: tuple[object, ...] = (None, (), (), ())
        self._sharing: Sharing | None = None
        self._worker = worker
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        store.settled.connect(self._on_settled)

    def begin(self) -> None:
        """Load jieba and find the keywords of what is open; to be called when the first page has been painted.

        What two pages share is found from then on, too.
        """
        if not self._begun:
            from desktop.session.words.sharing import Sharing

            self._begun = True
            self._find()
            self._sharing = Sharing(self._store, self.segmenter, self._worker)

    def _find(self) -> None:
        """Find the keywords of the open document, and drop what is still being found in another."""
        self._tasks.cancel("keywords")
        state = self._store.state
        document, self._sought = state.document, _sought_in(state)
        if document is None or not self._begun:
            return
        from desktop.keywords import leading_terms

        loader, own, concepts = self._loader, lexicon_of(state), concepts_of(state)

        def work() -> Mapping[int, tuple[Term, ...]]:
            with giving_way():
                return leading_terms(document, loader.segmenter(own), concepts=concepts)

        def done(keywords: Mapping[int, tuple[Term, ...]]) -> None:
            self._store.replace(lights=replace(self._store.state.lights, keywords=keywords))

        self._tasks.start("keywords", work, done, prefetched=True)

    def segmenter(self, own: OwnWords | None) -> Segmenter:
        """Return jieba, which keeps the reader's `own` words whole, for work on the worker, which pauses as it goes.

        It is loaded at the first call.
        """
        return self._loader.segmenter(own)

    def at(self, offset: int) -> Span | None:
        """Return the word that holds the source `offset`; None outside of paragraphs, and until jieba is loaded.

        This is what a word is to whoever selects or moves by words. No character is cut in two.
        """
        document = self._store.state.document
        index = document.answer_at(offset) if document else None
        if document is None or index is None or self._loader.loaded is None:
            return None
        from desktop.keywords import word_at
        from desktop.session.words.clusters import whole

        paragraphs = document.answers[index].part_at(offset).paragraphs
        paragraph = next((p for p in paragraphs if p.start <= offset < p.end), None)
        if paragraph is None:
            return None
        lines = joined(paragraph.of(document.text))
        here = lines.offset_to_display(offset - paragraph.start)
        script = self._script_at(lines.text, here)
        segmenter = self._loader.segmenter(lexicon_of(self._store.state))
        word = lines.to_source(word_at(lines.text, here, script, segmenter))
        return whole(document.text, word.shifted(paragraph.start))

    def _script_at(self, line: str, offset: int) -> SourceScript:
        """Return the script of what is around the code point `offset` of a line."""
        start = max(0, offset - _AROUND)
        around = line[start : offset + _AROUND]
        conversion = self._store.state.manner.showing(weigh_script(around))
        return conversion.stretch_at(around, offset - start).script

    def stop(self) -> None:
        """Find nothing from now on."""
        self._tasks.close()
        if self._sharing is not None:
            self._sharing.stop()

    def _on_settled(self) -> None:
        """Begin once the window has been told of another document, not while it draws the first of it.

        And when the reader has made something else of words.
        """
        now = _sought_in(self._store.state)
        if any(one is not other for one, other in zip(now, self._sought, strict=True)):
            self._find()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self._store.replace(lights=replace(self._store.state.lights, keywords={}))
        self._store.notify("keywords-failed", NoticeKind.PROBLEM)


def _sought_in(state: State) -> tuple[object, ...]:
    """Return all that the keywords of `state` follow from."""
    own = own_of(state)
    return state.document, own.concepts, own.words, own.stop_words
