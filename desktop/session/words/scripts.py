"""Scripts: the commands that change how words are shown, and having the tables ready that they need.

Tables that are kept on the disk load within a frame or two, compiling them takes a second or some: both happen on a
worker, and a change that needs tables which are not there yet takes place when they are. So does one that needs the
names of a long thread. What the reader waits for is made ready first; what is only prefetched gives way to it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.script import Script
from desktop.session.state import NoticeKind, State
from desktop.session.words.first_page import FirstPage
from desktop.session.work.table_loading import missing
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.documents import Document
    from desktop.script import Conversion, Edition, SourceScript
    from desktop.session.manner import Manner
    from desktop.session.pane import Pane
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.name_list import NameList
    from desktop.session.words.names import ThreadNames
    from desktop.session.words.pages import Pages
    from desktop.session.work.table_loading import TableLoader
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

_IDLE_MS = 60
"""Nobody reads and flips faster; who leafs through the answers is not held up."""

Change = Callable[[State], State]
"""What a reader asked for: the state with another manner of showing words, of the state in which it takes place."""


class Scripts(QObject):
    """Changes the script shown and all else that the `Manner` is made of, as soon as the tables for it are there.

    The tables are loaded by `loader`, and the names of the thread found by `names`, on `worker`; `pages` has the page
    ready that would be shown by them, and `log` is told what can be undone.
    """

    def __init__(
        self, store: Store, log: StepLog, pages: Pages, loader: TableLoader, names: ThreadNames, worker: Worker
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._loader = loader
        self._names = names
        self._waiting: list[Change] = []
        self._prefetched: set[str] = set()
        self._begun = False
        self._worker = worker
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        self._first_page = FirstPage(store, pages, names, loader.cache, self._tasks)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.prefetch_page)
        store.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Load what a flip of the script would need; to be called when the first page has been painted."""
        self._begun = True
        self._first_page.begin()
        self._prefetch()
        self._idle.start()

    def load_kept(self) -> None:
        """Load what the script that is shown needs from the disk, now.

        Where some of it has to be compiled, after an update, say, the original is shown until that is done.
        """
        manner = self._store.state.manner
        if not self._loader.load_kept(missing(manner.conversions())):
            self._store.replace(manner=manner.in_script(Script.ORIGINAL))
            self.show(manner.script)

    def opening(self, state: State) -> Manner:
        """Return the manner of a `state` that is about to be shown with another document: with the names in that.

        Where they have to be found first, or jieba loaded, the original is shown until that is done, unless what the
        page was is kept.
        """
        lacking = self._names.lacking(state)
        if lacking is None or self._names.find_at_once(lacking):
            return self._names.put_in(state).manner
        if (restored := self._first_page.restore(state)) is not None:
            return restored.manner
        self._waiting.append(
            lambda now: _showing(now, state.manner.script, state.pane) if now.document is lacking else now
        )
        return state.manner.in_script(Script.ORIGINAL)

    def prepare(self, document: Document, pause: Callable[[], None]) -> None:
        """Find, on the thread that has read a `document`, the names that it is to be shown with."""
        self._names.prepare(document, pause)

    @cached_property
    def name_list(self) -> NameList:
        """The names found in the open thread; made when they are asked for."""
        from desktop.session.words.name_list import NameList

        return NameList(self._store, self._names, self._worker)

    def stop(self) -> None:
        """Load and prefetch nothing from now on."""
        if "name_list" in vars(self):
            self.name_list.stop()
        self._idle.stop()
        self._first_page.stop()
        self._loader.asked = frozenset()
        self._tasks.close()

    # -- what the reader asks for -----------------------------------------------------------------------------

    def show(self, script: Script) -> None:
        """Show everything in `script`; selection, lights, notes and position stay on their words."""
        asked = self._store.state.pane
        self.change(lambda state: _showing(state, script, asked))

    def toggle(self) -> None:
        """Flip between traditional and simplified: whichever is shown, show the other."""
        asked = self._store.state.pane
        self.change(lambda state: _showing(state, _other_script(state, asked), asked))

    def choose_variant(self, script: Script, variant: str) -> None:
        """Show `script` as `variant` writes it (an id of `desktop.script.VARIANTS`) from now on."""
        asked = self._store.state.pane
        self.change(lambda state: _with_variant(_showing(state, script, asked), script, variant))

    def choose_edition(self, edition: Edition) -> None:
        """Convert with the dictionaries and the rule of `edition` from now on."""
        self.change(lambda state: replace(state, manner=replace(state.manner, edition=edition)))

    def correct_source(self, script: SourceScript | None) -> None:
        """Take the document to be written in `script`, as a step that can be undone; None: in what is detected."""
        from desktop.session.steps import SourceStep

        if self._store.state.document is not None:
            coming = _coming(self._store.state, self._waiting)
            before = coming.manner.source_script if coming.manner.source_corrected else None
            self.take_source(script)
            if script is not before:
                self._log.add(SourceStep(before, script))

    def take_source(self, script: SourceScript | None) -> None:
        """Take the document to be written in `script`, without a step."""
        opened = self._store.state.document

        def taken(state: State) -> State:
            document = state.document
            if document is None or opened is None or document.path != opened.path:
                return state  # another thread was opened while this waited
            source = script or self._pages.evidence(document).script
            manner = replace(state.manner, source_script=source, source_corrected=script is not None)
            return replace(state, manner=manner)

        self.change(taken)

    def change(self, change: Change) -> None:
        """Have a `change` take place as soon as what it shows can be converted, mostly at once.

        The reader goes on meanwhile: what it changes is asked for when it takes place. Of several that wait each
        takes place, in their order and at once.
        """
        self._waiting.append(change)
        self._take_place()

    def awaited(self, state: State) -> State:
        """Return what `state` will be once the changes have taken place that wait for what they need."""
        return _coming(state, self._waiting)

    def _take_place(self, _loaded: None = None) -> None:
        """Make the changes that wait, or first have made ready what they lack as the state is now: tables, names."""
        state = self._store.state
        coming = _coming(state, self._waiting)
        tables = missing(_all_shown(coming))
        self._loader.asked = frozenset(tables)
        if tables:
            self._tasks.start("change", partial(self._loader.load, tables), self._take_place)
            return
        lacking = self._names.lacking(coming)
        if lacking is not None and not self._names.find_at_once(lacking):
            self._tasks.start("change", partial(self._names.find, lacking, self._tasks.pause), self._take_place)
            return
        coming = self._names.put_in(coming)
        self._tasks.cancel("change")
        changes, self._waiting = self._waiting, []
        if (coming.manner, coming.panes, coming.focus) != (state.manner, state.panes, state.focus):
            self._store.update(lambda now: self._names.put_in(_coming(now, changes)))

    # -- what is prefetched -------------------------------------------------------------------------------------

    def _prefetch(self) -> None:
        """Have tables made ready, those first that the next flip needs."""
        for key in missing(_likely(self._store.state.focused_manner)):
            slot = f"likely {key[1].value} {key[0]}"
            if slot not in self._prefetched:
                self._prefetched.add(slot)
                done = partial(self._on_prefetched, slot)
                self._tasks.start(slot, partial(self._loader.load, (key,)), done, prefetched=True)

    def prefetch_page(self) -> None:
        """Have the page in focus ready in the other script.

        The names that it needs are found on the worker, and what has to be cut into words is cut there.
        """
        lacking, uncut = self._names.lacking(self._in_traditional()), self._pages.uncut()
        if lacking is not None:
            work = partial(self._names.find, lacking, self._tasks.pause)
            self._tasks.start("names", work, self._on_named, prefetched=True)
        elif uncut:
            self._tasks.start("cut", partial(_cut, uncut, self._tasks.pause), self._on_cut, prefetched=True)
        else:
            self._pages.prefetch()

    def _in_traditional(self) -> State:
        """Return the state with traditional script shown, which asks for names wherever a flip may."""
        state = self._store.state
        return replace(state, manner=state.manner.in_script(Script.TRADITIONAL))

    def _on_named(self, _found: None) -> None:
        self._put_names_in()
        self.prefetch_page()

    def _take_names_of(self, document: Document | None) -> None:
        """Have a `document` that is new shown with its own names, as soon as they are known.

        Until they are, those of the version before it hold.
        """
        self._names.let_go(document)
        lacking = self._names.lacking(self._store.state)
        if lacking is not None:
            self._names.find_at_once(lacking)
        self._put_names_in()
        if self._waiting:
            self._take_place()

    def _put_names_in(self) -> None:
        """Have the state show the open document with its names, where they are known."""
        if self._names.put_in(self._store.state) is not self._store.state:
            self._store.update(self._names.put_in)

    def _on_cut(self, _known: None) -> None:
        self._pages.prefetch()

    def _on_prefetched(self, slot: str, _loaded: None) -> None:
        self._prefetched.discard(slot)
        self._idle.start()

    def _on_changed(self, old: State, new: State) -> None:
        """Have the page that is new prefetched in the other script, once the reader has begun to look at it."""
        if old.document is not new.document:
            self._take_names_of(new.document)
        elif old.notes.names is not new.notes.names:
            self._put_names_in()
        if not self._begun:
            return
        reads_otherwise = old.focused_manner is not new.focused_manner
        if reads_otherwise or old.document is not new.document or old.pane.answer != new.pane.answer:
            self._idle.start()
        if reads_otherwise:
            self._prefetch()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s tables", slot, exc_info=error if isinstance(error, Exception) else None)
        self._prefetched.discard(slot)
        if slot == "change":
            self._waiting.clear()
            self._loader.asked = frozenset()
            if self._store.state.awaited is not None:
                self._store.replace(awaited=None)
        from desktop.script import DictionaryError

        if isinstance(error, DictionaryError):
            self._store.notify("dictionaries-missing", NoticeKind.PROBLEM)
        else:
            self._store.notify("conversion-failed", NoticeKind.PROBLEM)


def _cut(paragraphs: Iterable[tuple[Conversion, str]], pause: Callable[[], None]) -> None:
    """Convert `paragraphs` so that their cut into words is known; `pause` is called before each, and may raise."""
    for conversion, paragraph in paragraphs:
        pause()
        conversion.apply_to_paragraph(paragraph)


def _coming(state: State, changes: Iterable[Change]) -> State:
    """Return what `changes` make of `state`, each going on from the one before."""
    for change in changes:
        state = change(state)
    return state


def _showing(state: State, script: Script, asked: Pane) -> State:
    """Return `state` with another script in the pane that was `asked`: its own if it has one, else that of all.

    A script asked for in a pane of its own is dropped once that was closed.
    """
    index = state.pane_with_key(asked.key)
    if index is not None and state.panes[index].script is not None:
        return state.with_pane(replace(state.panes[index], script=script), index)
    if index is None and asked.script is not None:
        return state
    return replace(state, manner=state.manner.in_script(script))


def _other_script(state: State, asked: Pane) -> Script:
    """Return the script that the pane `asked` doesn't show; once that was closed, the one in focus."""
    index = state.pane_with_key(asked.key)
    return state.manner_in(state.pane if index is None else state.panes[index]).other_script


def _with_variant(state: State, script: Script, variant: str) -> State:
    """Return `state` with `script` in the way that `variant` writes it."""
    if script is Script.TRADITIONAL:
        return replace(state, manner=replace(state.manner, traditional=variant))
    return replace(state, manner=replace(state.manner, simplified=variant))


def _all_shown(state: State) -> list[Conversion]:
    """Return what shows the thread in every pane."""
    manners = dict.fromkeys((state.manner, *map(state.manner_in, state.panes)))
    return [conversion for manner in manners for conversion in manner.conversions()]


def _likely(manner: Manner) -> list[Conversion]:
    """Return what shows a thread in either script: first what most of it needs to be flipped, then all else."""
    manners = manner.in_script(manner.other_script), manner.in_script(manner.shown_script)
    return [*(each.conversion() for each in manners), *(one for each in manners for one in each.conversions())]
