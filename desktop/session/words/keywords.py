"""jieba at work: the leading terms of the open document, found off the main thread, and the word at a place."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.script import Edition, joined, weigh_script
from desktop.session.state import NoticeKind
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.documents import Document
    from desktop.keywords import Term
    from desktop.script import SourceScript
    from desktop.segmentation import Segmenter
    from desktop.session.store import Store
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

    def segmenter(self) -> Segmenter:
        """Return the segmenter, loading it at the first call, and what it converts traditional text by."""
        if self.loaded is None:
            from desktop.segmentation import shared_segmenter

            self._tables.load([("t2s", Edition.REIMPLEMENTED)], self._pause)
            self.loaded = shared_segmenter(self._cache, self._pause)
        return self.loaded

    def _pause(self) -> None:
        """Let be done what was asked for; once jieba is loaded, end what is found in a document that was left."""
        self._worker.pause(droppable=self.loaded is not None)


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
        self._sought: Document | None = None
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        store.settled.connect(self._on_settled)

    def begin(self) -> None:
        """Load jieba and find the keywords of what is open; to be called when the first page has been painted."""
        if not self._begun:
            self._begun = True
            self._find()

    def segmenter(self) -> Segmenter:
        """Return what cuts text into words, loaded at the first call; for the worker, where it takes a second."""
        return self._loader.segmenter()

    def _find(self) -> None:
        """Find the keywords of the open document, and drop what is still being found in another."""
        self._tasks.cancel("keywords")
        document = self._sought = self._store.state.document
        if document is None or not self._begun:
            return
        from desktop.keywords import leading_terms

        loader = self._loader

        def work() -> Mapping[int, tuple[Term, ...]]:
            with giving_way():
                return leading_terms(document, loader.segmenter())

        def done(keywords: Mapping[int, tuple[Term, ...]]) -> None:
            self._store.replace(lights=replace(self._store.state.lights, keywords=keywords))

        self._tasks.start("keywords", work, done, prefetched=True)

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
        word = lines.to_source(word_at(lines.text, here, script, self._loader.loaded))
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

    def _on_settled(self) -> None:
        """Begin once the window has been told of another document, not while it draws the first of it."""
        if self._store.state.document is not self._sought:
            self._find()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self._store.replace(lights=replace(self._store.state.lights, keywords={}))
        self._store.notify("keywords-failed", NoticeKind.PROBLEM)
