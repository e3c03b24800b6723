"""The session: its parts, each built from what it needs, and the one name under which the window has them all."""

from __future__ import annotations

import gc
import logging
import os
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.session.files.memory import MemoryFile
from desktop.session.files.notes_file import NotesFile
from desktop.session.files.opening import Opening
from desktop.session.files.shelf import Shelf, read_thread
from desktop.session.state import TEXT_SIZES
from desktop.session.step_log import StepLog
from desktop.session.store import Store
from desktop.session.words.pages import Pages
from desktop.session.work.tasks import Tasks, ask_no_more
from desktop.session.work.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from PySide6.QtCore import SignalInstance

    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.script import Edition, Script, SourceScript
    from desktop.session.authors import Authors
    from desktop.session.failure import Failure
    from desktop.session.files.exchange import Exchange
    from desktop.session.files.locations import Locations
    from desktop.session.files.pasting import Pasting
    from desktop.session.files.pictures import Pictures
    from desktop.session.files.similar import SimilarNotes
    from desktop.session.files.thread_saving import ThreadSaving
    from desktop.session.files.watching import Watcher
    from desktop.session.history import History
    from desktop.session.naming.named_lines import NamedLines
    from desktop.session.navigation import Navigation
    from desktop.session.notes.annotations import Annotations
    from desktop.session.notes.edits import Edits
    from desktop.session.own.owning import Owning
    from desktop.session.panes import Panes
    from desktop.session.renewal.comparing import Comparing
    from desktop.session.searching.searching import Searching
    from desktop.session.state import State
    from desktop.session.unanswered import Unanswered
    from desktop.session.words.corpus import Corpus
    from desktop.session.words.correcting import Correcting
    from desktop.session.words.doubts import Doubts
    from desktop.session.words.finding import Finding
    from desktop.session.words.keywords import Words
    from desktop.session.words.lights import Lights
    from desktop.session.words.names import ThreadNames
    from desktop.session.words.projection import PageText
    from desktop.session.words.scripts import Scripts
    from desktop.session.work.table_loading import TableLoader
    from desktop.text import Span

_SETTLED_MS = 4_000
"""By then all is loaded that stays; the garbage collector then looks through it no more: 40 ms, amid a flip."""

log = logging.getLogger(__name__)


class Session(QObject):
    """All that the window asks and commands; each part of it does one thing, and none knows this.

    Parts that only take commands are made with the first one. All that the app writes is in `data_folder`.
    """

    def __init__(
        self,
        folder: DataFolder,
        parent: QObject | None = None,
        executor: Executor | None = None,
        save_executor: Executor | None = None,
    ) -> None:
        super().__init__(parent)
        self.data_folder = folder.root
        self._folder = folder
        self._save_executor = save_executor
        self.store = store = Store(self)
        self.replace, self.prefer = store.replace, store.prefer
        self.notify, self.dismiss_notice = store.notify, store.dismiss_notice
        self.step_log = log = StepLog(store)
        self._worker = Worker(executor)
        self._warming = Tasks(self, self._worker)
        self._warming.failed.connect(_log_failure)
        self.pages = pages = Pages(store, self._worker)

        self._work = work = Tasks(self, save_executor)
        work.failed.connect(_log_failure)
        self.memory_file = memory = MemoryFile(store, folder.state, self._version, work)
        late = lambda: self.edits, lambda: self.naming, folder, lambda: self._locations, lambda: self.similar
        self.notes_file = notes = NotesFile(store, log, *late, work, save_executor)
        late = lambda: self.scripts, lambda: self.finding, lambda: self.naming
        self.shelf = Shelf(store, log, pages, *late, memory, notes)
        self.opening = Opening(store, self.shelf, memory, save_executor)
        if os.path.lexists(folder.corrections):
            _heeding = self.correcting  # made now: they decide how words are shown
        memory.recall()
        if not store.state.manner.ready:
            self.scripts.load_kept()
        self._begun = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(gc.freeze)

    # -- what is made when it is needed -----------------------------------------------------------------------

    @cached_property
    def _locations(self) -> Locations:
        from desktop.session.files.locations import Locations

        return Locations(self._folder)

    def _version(self, document: Document, sha256: str) -> Document | None:
        return self._locations.version(document, sha256)

    @cached_property
    def navigation(self) -> Navigation:
        """What gets about in the thread."""
        from desktop.session.navigation import Navigation

        return Navigation(self.store, _stays_active)

    @cached_property
    def _tables(self) -> TableLoader:
        from desktop.session.work.table_loading import TableLoader

        return TableLoader(self._folder.cache, self._worker)

    @cached_property
    def scripts(self) -> Scripts:
        """What changes the manner of showing words; made for a first page that is converted, else after it."""
        from desktop.session.words.scripts import Scripts

        scripts = Scripts(self.store, self.step_log, self.pages, self._tables, self._names, self._worker)
        self.memory_file.awaited = scripts.awaited
        return scripts

    @cached_property
    def _names(self) -> ThreadNames:
        from desktop.session.words.names import ThreadNames

        return ThreadNames(self.pages, self._tables)

    @cached_property
    def _watcher(self) -> Watcher:
        from desktop.session.files.watching import Watcher

        memory, folder = self.memory_file, self._folder.annotations
        return Watcher(lambda: partial(read_thread, memory=memory.memory), folder, self._work, self)

    @cached_property
    def similar(self) -> SimilarNotes:
        """What was answered about notes on similar threads."""
        from desktop.session.files.similar import SimilarNotes

        return SimilarNotes(self.store, self.step_log, self.memory_file)

    @cached_property
    def words(self) -> Words:
        """What finds keywords, and the word at a place."""
        from desktop.session.words.keywords import Words

        return Words(self.store, self._folder.cache, self._tables, self._worker)

    @cached_property
    def finding(self) -> Finding:
        """What finds where words are."""
        from desktop.session.words.finding import Finding

        return Finding(self.store, self._tables, self._worker)

    @cached_property
    def corpus(self) -> Corpus:
        """What answers questions about the words of all authors."""
        from desktop.session.words.corpus import Corpus

        return Corpus(self.store, self.words, self.finding, self._worker)

    @cached_property
    def edits(self) -> Edits:
        """What makes any change of annotations."""
        from desktop.session.notes.edits import Edits

        return Edits(self.store, self.step_log, self._locations.placed)

    @cached_property
    def annotations(self) -> Annotations:
        """The commands on annotations."""
        from desktop.session.notes.annotations import Annotations

        return Annotations(self.store, self.step_log, self.navigation, self.pages, self.words, self.edits)

    @cached_property
    def authors(self) -> Authors:
        """The commands on how authors are listed, and on what one of them said; made when one is given."""
        from desktop.session.authors import Authors

        return Authors(self.store, self.navigation, self.finding.look, self.finding.cancel)

    @cached_property
    def naming(self) -> NamedLines:
        """The commands on which lines are authors' names; made when one is given, or where some were."""
        from desktop.session.naming.named_lines import NamedLines

        return NamedLines(self.store, self.step_log, self.pages.shown, lambda: self._names.put_in, self._worker)

    @cached_property
    def exchange(self) -> Exchange:
        """The commands on notes in other files."""
        from desktop.session.files.exchange import Exchange

        made_of = self.store, self.step_log, self.pages, self.edits
        return Exchange(*made_of, self._folder.snapshots, self._save_executor)

    @cached_property
    def panes(self) -> Panes:
        """The commands on two answers side by side."""
        from desktop.session.panes import Panes

        return Panes(self.store, self.scripts, self.navigation)

    @cached_property
    def lights(self) -> Lights:
        """The commands on lights."""
        from desktop.session.words.lights import Lights

        return Lights(self.store, self.navigation, self.finding)

    @cached_property
    def searching(self) -> Searching:
        """The commands on the search, and on the concordance."""
        from desktop.session.searching.searching import Searching

        return Searching(self.store, self.navigation, self.finding, self.words, lambda: self.corpus)

    @cached_property
    def correcting(self) -> Correcting:
        """The commands on the reader's corrections."""
        from desktop.session.words.correcting import Correcting

        return Correcting(self.store, self.step_log, self.pages, self.unanswered, self._folder.corrections)

    @cached_property
    def doubts(self) -> Doubts:
        """What goes to doubtful places, and takes what the reader says of them; made when one is asked for."""
        from desktop.session.words.doubts import Doubts

        made_of = self.store, self.step_log, self.pages, self.correcting, self.navigation
        return Doubts(*made_of, self.words.at, self._worker)

    @cached_property
    def owning(self) -> Owning:
        """The commands on what the reader makes of words."""
        from desktop.session.own.owning import Owning

        return Owning(self.store, self.step_log, self.unanswered, self._folder)

    @cached_property
    def unanswered(self) -> Unanswered:
        """What puts questions and problems again that something else was said over."""
        from desktop.session.unanswered import Unanswered

        return Unanswered(self.store)

    @cached_property
    def history(self) -> History:
        """What takes steps back and makes them again."""
        from desktop.session.history import History, StepMakers

        late = lambda: self.naming, lambda: self.owning
        makers = StepMakers(self.edits, self.correcting, self.scripts, self.similar, *late)
        return History(self.store, self.step_log, makers, self.navigation, self.pages, self.annotations)

    @cached_property
    def pasting(self) -> Pasting:
        """The commands on threads from the clipboard; made when one is given."""
        from desktop.session.files.pasting import Pasting

        return Pasting(self.store, self.opening, self.memory_file, self._folder.pasted)

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures in the file of the open thread; made when a page has one."""
        from desktop.session.files.pictures import Pictures

        return Pictures(self.store, self._worker)

    @cached_property
    def comparing(self) -> Comparing:
        """What compares the open thread with the version that was read before it."""
        from desktop.session.renewal.comparing import Comparing

        return Comparing(self.store, self.navigation, self.shelf, self._folder.read, self._save_executor)

    @cached_property
    def thread_saving(self) -> ThreadSaving:
        """The saving of the open thread under another name; made when that is asked for."""
        from desktop.session.files.thread_saving import ThreadSaving

        return ThreadSaving(self.store, self._save_executor)

    # -- the state --------------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """The state as it is now."""
        return self.store.state

    @property
    def changed(self) -> SignalInstance:
        """Emitted with the old and the new `State`."""
        return self.store.changed

    def close_notice(self) -> None:
        """Take the sentence away for a reader who has no answer now; until the next start, it is not put again."""
        self.similar.put_off()
        self.store.dismiss_notice()

    def resize_text(self, size: int) -> None:
        """Set the page's text to `size` pixels, or the nearest size that there is."""
        self.store.prefer(text_size=max(TEXT_SIZES.start, min(size, TEXT_SIZES.stop - 1)))

    # -- the script -------------------------------------------------------------------------------------------

    @property
    def shown_script(self) -> Script:
        """The script that the eye sees: `TRADITIONAL` or `SIMPLIFIED`, for the original too."""
        return self.state.focused_manner.shown_script

    def show_script(self, script: Script) -> None:
        """Show everything in `script`; selection, lights, notes and position stay on their words."""
        self.scripts.show(script)

    def toggle_script(self) -> None:
        """Flip between traditional and simplified: whichever is shown, show the other."""
        self.scripts.toggle()

    def choose_variant(self, script: Script, variant: str) -> None:
        """Show `script` as `variant` writes it (an id of `desktop.script.VARIANTS`) from now on."""
        self.scripts.choose_variant(script, variant)

    def choose_edition(self, edition: Edition) -> None:
        """Convert with the dictionaries and the rule of `edition` from now on."""
        self.scripts.choose_edition(edition)

    def correct_source(self, script: SourceScript | None) -> None:
        """Take the document to be written in `script`, as a step that can be undone; None: in what is detected."""
        self.scripts.correct_source(script)

    def page(self, pane: int | None = None) -> PageText | None:
        """Return the answer in the pane of this index (None: in focus) in the script shown there."""
        return self.pages.page(pane)

    def shown(self, words: str, pane: int | None = None) -> str:
        """Return source `words` (a name, a title, a quote) in the script shown in that pane."""
        return self.pages.shown(words, pane)

    def quoted(self, span: Span) -> str:
        """Return the words of the source `span` in the script shown, as they read within their paragraph."""
        return self.pages.quoted(span)

    # -- the place --------------------------------------------------------------------------------------------

    def show_answer(self, index: int) -> None:
        """Put the answer `index` (0-based) on the page, where it was left; out of range shows the nearest."""
        self.navigation.show_answer(index)

    def step(self, by: int) -> None:
        """Walk `by` answers on (or back, when negative) as they are listed, stopping at either end."""
        self.navigation.step(by)

    def go_to(self, span: Span) -> None:
        """Show the source `span`: its answer, scrolled to it."""
        self.navigation.go_to(span)

    def select(self, span: Span | None, pane: int | None = None) -> None:
        """Take the source `span` to be selected in a pane, which leaves a goal elsewhere behind; None: nothing."""
        self.navigation.select(span, pane)

    def scrolled(self, offset: int, pane: int | None = None, *, by_reader: bool = True) -> None:
        """Keep the source `offset` of a pane's first line; scrolling by hand leaves the last goal behind."""
        self.navigation.scrolled(offset, pane, by_reader=by_reader)

    def clear_focus(self) -> None:
        """Leave the place gone to and the active annotation: nothing is pointed at any more."""
        self.navigation.clear_focus()

    def mark_read(self, index: int) -> None:
        """Take the answer `index` to be read to its end."""
        self.navigation.mark_read(index)

    # -- from the first paint to the end ----------------------------------------------------------------------

    def begin(self) -> None:
        """Begin what is done off the main thread; to be called when the first page has been painted."""
        if not self._begun:
            self._begun = True
            self.shelf.attend(self._watcher)
            self.notes_file.begin()
        from desktop.session.own.own_words import concepts_of
        from desktop.session.work.warming import warm

        _heeding = self.lights, self.searching, self.unanswered, self.correcting, self.owning  # they follow, too
        work = partial(warm, self._worker.pause, partial(concepts_of, self.state))
        self._warming.start("modules", work, ask_no_more, prefetched=True)
        self.scripts.begin()
        self.panes.begin()
        self.words.begin()
        self.finding.begin()
        self.comparing.begin()
        self._settling.start()

    def close(self) -> Failure | None:
        """Bring everything to the disk; return the reason if the annotations could not be, else None."""
        if "thread_saving" in vars(self):
            self.thread_saving.finish()
        return self.shelf.close()

    def stop(self) -> None:
        """End the workers; nothing is loaded, found or saved afterwards."""
        self._settling.stop()
        self._warming.close()
        self._stop_parts("scripts", "words", "finding", "naming", "corpus", "doubts", "pages")
        self._worker.close()
        self._stop_parts("exchange", "pictures", "comparing", "thread_saving", "opening", "_watcher", "memory_file")
        self._work.close()
        self.notes_file.stop()

    def _stop_parts(self, *names: str) -> None:
        """Stop those of the parts that were made."""
        for name in vars(self).keys() & names:
            vars(self)[name].stop()


def _stays_active(state: State) -> bool:
    from desktop.session.notes.placing import stays_active

    return stays_active(state)


def _log_failure(slot: str, error: object) -> None:
    log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)
