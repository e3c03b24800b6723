"""Finding words in the open document, as they are written and as either script shows them."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.script import DictionaryError, Script
from desktop.session.own.own_words import concepts_of, own_of
from desktop.session.state import NoticeKind
from desktop.session.words.pages import conversion_of
from desktop.session.work.latest import Latest
from desktop.session.work.table_loading import missing
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.documents import Document
    from desktop.keywords import Concepts, Hit, Searched, SearchedText
    from desktop.script import AlignedText, Conversion
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.work.table_loading import TableLoader
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

T = TypeVar("T")
Look: TypeAlias = "Callable[[Document, Searched, Callable[[], None]], T]"
"""What finds something in a document and what is searched of it; the last is called again and again, may raise."""

_READY_AT_ONCE = 20_000
"""Code points that are converted into both scripts and folded within one frame or two (1.2 µs each)."""
_FOUND_AT_ONCE = 200_000
"""Code points in which the most common character is found within one frame (0.06 µs each, 1 µs a hit)."""
_PREFETCHED = "prefetched"
_SCRIPTS = (Script.TRADITIONAL, Script.SIMPLIFIED)


class _Key(NamedTuple):
    """All by which a document is shown in either script, so that a flip finds the same places again."""

    document: Document
    manner: Manner


class _Maker:
    """Makes documents ready to be searched, on the one worker that asks for it: each once, however often it is asked.

    While the first letters of a query are typed, the same is asked at each of them.
    """

    def __init__(self, tables: TableLoader, worker: Worker) -> None:
        self._tables = tables
        self._worker = worker
        self._made: tuple[_Key, Searched] | None = None

    def find(self, key: _Key, searched: Searched | None, work: Look[T]) -> tuple[Searched, T]:
        """Return what the document is searched in, made ready unless it is given, and what `work` gives for it."""
        with giving_way():
            if searched is None:
                searched = self._searched(key)
            self._worker.pause()  # ends here if another letter was typed meanwhile; what was made ready is kept
            return searched, work(key.document, searched, self._worker.pause)

    def forget(self) -> None:
        """Let go of the document that was made ready last."""
        self._made = None

    def _searched(self, key: _Key) -> Searched:
        made = self._made
        if made is None or made[0] != key:
            self._load_tables(key.manner)
            made = self._made = key, _made_ready(key, _written(key.document), self._pause)
        return made[1]

    def _load_tables(self, manner: Manner) -> None:
        """Load the tables that show a thread in either script; those that are damaged are told of at a flip."""
        for table in missing(_conversions(manner)):
            try:
                self._tables.load([table], self._pause)
            except DictionaryError as error:
                log.info("not searched as shown: %s", error)

    def _pause(self) -> None:
        """Give way where this was only prefetched; what the next letter asks needs it as much as the last one did."""
        self._worker.pause(droppable=False)


class Finding(QObject):
    """Answers where words are: at once in a short text, from a worker in a long one.

    Both scripts are searched, whichever is shown, in the variants that the reader has chosen.
    """

    stale = Signal()
    """Emitted when the document reads otherwise than it did, so that words may be found elsewhere."""

    failed = Signal(str)
    """Emitted with the slot of a question that won't be answered, after the reader has been told."""

    def __init__(self, store: Store, tables: TableLoader, worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._maker = _Maker(tables, worker)
        self._written = Latest(_written)
        self._key: _Key | None = self._key_now()
        self._seen: tuple[object, ...] = (store.state.document, store.state.manner, own_of(store.state).concepts)
        self._ready: tuple[_Key, Searched] | None = None
        self._begun = False
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        store.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look for what was found as it was written; to be called when the first page has been painted."""
        self._begun = True
        self.stale.emit()

    def ask(
        self, slot: str, terms: Sequence[str], then: Callable[[list[Hit]], None], *, prefetched: bool = False
    ) -> bool:
        """Call `then` with every place of `terms` in the open document; return whether that has been done at once.

        Of each `slot` only the latest question is answered, and none once another document is open. One that the
        reader did not ask is `prefetched`: it is answered after all that they wait for.
        """
        if not terms and self._store.state.document is not None:
            self._tasks.cancel(slot)
            then([])
            return True

        concepts = concepts_of(self._store.state)

        def find(_document: Document, searched: Searched, _pause: Callable[[], None]) -> list[Hit]:
            from desktop.keywords import find_in

            return find_in(searched, terms, concepts)

        again = partial(self.ask, slot, terms, then, prefetched=prefetched)
        return self._look(slot, find, then, again, prefetched=prefetched, quick=True)

    def look(
        self, slot: str, work: Look[T], then: Callable[[T], None], *, prefetched: bool = False, quick: bool = True
    ) -> bool:
        """Call `then` with what `work` gives for the open document; return whether that has been done at once.

        It is done at once only where it is `quick`: as quick as one search. As `ask` says otherwise. In what is
        searched, both scripts are converted already.
        """
        again = partial(self.look, slot, work, then, prefetched=prefetched, quick=quick)
        return self._look(slot, work, then, again, prefetched=prefetched, quick=quick)

    def _look(
        self,
        slot: str,
        work: Look[T],
        then: Callable[[T], None],
        again: Callable[[], object],
        *,
        prefetched: bool,
        quick: bool,
    ) -> bool:
        key, concepts = self._key_now(), concepts_of(self._store.state)
        if key is None:
            return False
        self._tasks.cancel(slot)
        searched = self._searched_at_once(key)
        if quick and searched is not None and len(key.document.text) <= _FOUND_AT_ONCE:
            then(work(key.document, searched, no_pause))
            return True
        find = partial(self._maker.find, key, searched, work)
        self._tasks.start(slot, find, partial(self._deliver, key, concepts, then, again), prefetched=prefetched)
        return False

    def cancel(self, slot: str) -> None:
        """Drop the question under way in `slot`."""
        self._tasks.cancel(slot)

    def prefetch(self) -> None:
        """Have the open document ready to be searched; to be called when a reader is about to type."""
        key = self._key_now()
        if key is not None and self._searched_at_once(key) is None:
            work = partial(self._maker.find, key, None, _find_nothing)
            self._tasks.start(_PREFETCHED, work, partial(self._keep, key), prefetched=True)

    def _keep(self, key: _Key, found: tuple[Searched, None]) -> None:
        if key == self._key_now():
            self._ready = key, found[0]

    def written(self, document: Document, terms: Sequence[str]) -> list[Hit]:
        """Return where `terms` are in `document`, which need not be the open one, as it is written."""
        if not terms:
            return []
        from desktop.keywords import find_in

        ready = self._ready
        known = ready is not None and ready[0].document is document
        searched = ready[1] if ready and known else _as_written(self._written(document))
        return find_in(searched, terms, concepts_of(self._store.state))

    def stop(self) -> None:
        """Find nothing from now on."""
        self._tasks.close()

    def _deliver(
        self,
        key: _Key,
        concepts: Concepts,
        then: Callable[[T], None],
        again: Callable[[], object],
        found: tuple[Searched, T],
    ) -> None:
        now = self._key_now()
        if now == key and concepts is concepts_of(self._store.state):
            self._ready = key, found[0]
            then(found[1])
        elif now is not None and now.document is key.document:  # it reads otherwise since
            again()

    def _searched_at_once(self, key: _Key) -> Searched | None:
        """Return what is searched if it is ready, or can be without making anybody wait."""
        if self._ready is not None and self._ready[0] == key:
            return self._ready[1]
        if len(key.document.text) > _READY_AT_ONCE or not all(
            conversion.ready for conversion in _conversions(key.manner)
        ):
            return None
        searched = _made_ready(key, self._written(key.document))
        self._ready = key, searched
        return searched

    def _key_now(self) -> _Key | None:
        state = self._store.state
        return None if state.document is None else _Key(state.document, state.manner.in_script(Script.ORIGINAL))

    def _on_changed(self, _old: State, new: State) -> None:
        if new is not self._store.state:
            return  # a newer state is on its way
        seen, self._seen = self._seen, (new.document, new.manner, own_of(new).concepts)
        if all(one is other for one, other in zip(seen, self._seen, strict=True)):
            return  # as at every line that is scrolled
        before, self._key = self._key, self._key_now()
        if self._ready is not None and (self._key is None or self._ready[0].document is not self._key.document):
            self._ready = None
            self._maker.forget()
        if self._begun and (before != self._key or seen[2] is not self._seen[2]):
            self.stale.emit()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("finding %s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        if slot != _PREFETCHED:  # of which the reader has asked nothing yet
            self._store.notify("conversion-failed", NoticeKind.PROBLEM)
            self.failed.emit(slot)


def _find_nothing(_document: Document, _searched: Searched, _pause: Callable[[], None]) -> None:
    """Only have the document ready."""


def _conversions(manner: Manner) -> list[Conversion]:
    return [conversion for script in _SCRIPTS for conversion in manner.in_script(script).conversions()]


def _written(document: Document) -> SearchedText:
    """Return a document as it is written, made ready to be searched; what searches is imported when it first is."""
    from desktop.keywords import written_text

    return written_text(document)


def _as_written(text: SearchedText) -> Searched:
    """Return what is searched where nothing is known of how either script shows `text`."""
    from desktop.keywords import Searched

    return Searched(text)


def _made_ready(key: _Key, written: SearchedText, pause: Callable[[], None] | None = None) -> Searched:
    """Return what a document is searched in: as `written`, and as each script shows it."""
    from desktop.keywords import Searched, ShownText

    return Searched(written, tuple(ShownText.of(_paragraphs(key, script, pause)) for script in _SCRIPTS))


def _paragraphs(key: _Key, script: Script, pause: Callable[[], None] | None) -> Iterator[tuple[int, AlignedText]]:
    """Yield each paragraph of answers and comments with the source offset where it begins, as `script` shows it."""
    document, manner = key
    for part in (part for answer in document.answers for part in answer.parts()):
        if pause is not None:
            pause()
        conversion = conversion_of(manner.in_script(script), part.span.of(document.text))
        if conversion.ready:
            for paragraph in part.paragraphs:
                yield paragraph.start, conversion.apply_to_paragraph(paragraph.of(document.text))
