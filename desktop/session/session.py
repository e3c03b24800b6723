"""The session: the one place where state is replaced, and the commands that replace it."""

from __future__ import annotations

import gc
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.script import Script, SourceScript
from desktop.session.files.exchange import Exchange
from desktop.session.files.shelf import Shelf
from desktop.session.files.unanswered import Unanswered
from desktop.session.history import History
from desktop.session.notes.annotations import Marks
from desktop.session.state import TEXT_SIZES, Goal, Notice, NoticeKind, State
from desktop.session.steps import SourceStep
from desktop.session.words.correcting import Correcting
from desktop.session.words.finding import Finding
from desktop.session.words.keywords import Words
from desktop.session.words.lights import Lights, Searching
from desktop.session.words.pages import Pages
from desktop.session.words.scripts import Scripts
from desktop.session.work.table_loading import TableLoader
from desktop.session.work.worker import Worker
from desktop.text import Span

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from desktop.paths import DataFolder
    from desktop.script import Conversion, Edition
    from desktop.session.failure import Failure
    from desktop.session.words.projection import PageText

_SETTLED_MS = 4_000
"""By then all is loaded that stays as long as the app. It is taken out of the sight of Python's garbage collector,
which would look through it again and again: 40 ms each time, in the middle of a flip."""


class Session(QObject):
    """Holds the `State`, says when it is replaced, and takes every command.

    `shelf` opens and remembers documents, `words` finds keywords, `finding` where words are, `scripts` has
    conversions ready, `pages` shows words by them; `history` takes back what was made; `marks`, `lights` and
    `searching` take the commands on annotations, lights and search, `correcting` those on the reader's corrections,
    `exchange` those on notes in other files. `executor` and `save_executor` are for tests that want work at once.
    """

    changed = Signal(object, object)
    """Emitted with the old and the new `State`."""

    leaving = Signal()
    """Emitted when what is being typed has to be put into the state: before another document takes the place of this
    one, before all is saved at the end, before a step is taken back or made again, before a note is deleted."""

    def __init__(
        self,
        folder: DataFolder,
        parent: QObject | None = None,
        executor: Executor | None = None,
        save_executor: Executor | None = None,
    ) -> None:
        super().__init__(parent)
        self._untold: deque[tuple[State, State]] = deque()
        self._telling = False
        self.state = State()
        self.unanswered = Unanswered(self)
        self.pages = Pages(self)
        self._worker = Worker(executor)
        tables = TableLoader(folder.cache, self._worker)
        self.scripts = Scripts(self, tables, self._worker)
        self.history = History(self)
        self.marks = Marks(self)
        self.finding = Finding(self, tables, self._worker)
        self.lights = Lights(self)
        self.searching = Searching(self)
        self.words = Words(self, folder.cache, tables, self._worker)
        self.correcting = Correcting(self, folder)
        self.shelf = Shelf(self, folder, save_executor)
        self.exchange = Exchange(self, folder, save_executor)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(gc.freeze)

    # -- the state --------------------------------------------------------------------------------------------

    def replace(self, **changes: Any) -> None:  # noqa: ANN401 (the fields of State, which checks their names)
        """Replace the state with one in which `changes` hold, and say so.

        A listener may replace it too: all listeners hear of that afterwards. Told at once, those behind it would
        hear of the newer state first and then draw the older one.
        """
        old = self.state
        if changes.get("active", old.active) != old.active:
            changes = _of_another(old, changes["active"]) | changes
        self.state = replace(old, **changes)
        self._untold.append((old, self.state))
        if not self._telling:
            self._tell()

    def _tell(self) -> None:
        self._telling = True
        try:
            while self._untold:
                self.changed.emit(*self._untold.popleft())
        finally:
            self._telling = False

    def notify(self, code: str, kind: NoticeKind, **details: str | Failure) -> None:
        """Say one sentence to the reader: `code` names it, `details` fill its gaps."""
        self.replace(notice=Notice(code, kind, details))

    def dismiss_notice(self) -> None:
        """Take the sentence away."""
        if self.state.notice is not None:
            self.replace(notice=None)

    def close_notice(self) -> None:
        """Take the sentence away for a reader who has no answer now; until the next start, it is not put again."""
        self.shelf.asking.put_off(self.state)
        self.dismiss_notice()

    def prefer(self, **preferences: Any) -> None:  # noqa: ANN401 (the fields of Preferences)
        """Set preferences; they hold from now on and are remembered."""
        changed = replace(self.state.preferences, **preferences)
        if changed != self.state.preferences:
            self.replace(preferences=changed)

    def resize_text(self, size: int) -> None:
        """Set the page's text to `size` pixels, or the nearest size that there is."""
        self.prefer(text_size=max(TEXT_SIZES.start, min(size, TEXT_SIZES.stop - 1)))

    # -- the script -------------------------------------------------------------------------------------------

    @property
    def conversion(self) -> Conversion:
        """What makes what is shown of words in the script that the document is written in."""
        return self.state.manner.conversion()

    @property
    def shown_script(self) -> Script:
        """The script that the eye sees: `TRADITIONAL` or `SIMPLIFIED`, for the original too."""
        return self.state.manner.shown_script

    def show_script(self, script: Script) -> None:
        """Show everything in `script`; selection, lights, notes and position stay on their words."""
        self.scripts.change(lambda _: {"script": script})

    def toggle_script(self) -> None:
        """Flip between traditional and simplified: whichever is shown, show the other."""
        traditional = self.shown_script is Script.TRADITIONAL
        self.show_script(Script.SIMPLIFIED if traditional else Script.TRADITIONAL)

    def choose_variant(self, script: Script, variant: str) -> None:
        """Show `script` as `variant` writes it (an id of `desktop.script.VARIANTS`) from now on."""
        self.scripts.change(
            lambda state: {
                "script": script,
                "preferences": replace(state.preferences, **{script.value: variant}),
            }
        )

    def choose_edition(self, edition: Edition) -> None:
        """Convert with the dictionaries and the rule of `edition` from now on."""
        self.scripts.change(lambda state: {"preferences": replace(state.preferences, edition=edition.value)})

    def correct_source(self, script: SourceScript | None) -> None:
        """Take the document to be written in `script`, as a step that can be undone; None: in what is detected."""
        if self.state.document is not None:
            coming = self.scripts.expected()
            before = coming.source_script if coming.source_corrected else None
            self.take_source(script)
            if script is not before:
                self.history.add(SourceStep(before, script))

    def take_source(self, script: SourceScript | None) -> None:
        """Take the document to be written in `script`, without a step."""
        opened = self.state.document

        def taken(state: State) -> dict[str, Any]:
            document = state.document
            if document is None or opened is None or document.path != opened.path:
                return {}  # another thread was opened while this waited
            source = script or self.pages.evidence(document).script
            return {"source_script": source, "source_corrected": script is not None}

        self.scripts.change(taken)

    def page(self) -> PageText | None:
        """Return the answer on the page in the script shown."""
        return self.pages.page()

    def shown(self, words: str) -> str:
        """Return source `words` (a name, a title, a quote) in the script shown."""
        return self.pages.shown(words)

    def quoted(self, span: Span) -> str:
        """Return the words of the source `span` in the script shown, as they read within their paragraph."""
        return self.pages.quoted(span)

    # -- the place --------------------------------------------------------------------------------------------

    @property
    def offset(self) -> int:
        """The source offset where the reader is: the selection, the last place gone to, or the page's first line."""
        return self.focus.start

    @property
    def focus(self) -> Span:
        """The words that the reader is at, as `offset` says; a caret where there are none."""
        state = self.state
        if state.selection:
            return state.selection
        if state.goal is not None:
            return state.goal.span
        start = state.current.span.start if state.current else 0
        here = state.positions.get(state.answer, start)
        return Span(here, here)

    def show_answer(self, index: int) -> None:
        """Put the answer `index` (0-based) on the page, where it was left; out of range shows the nearest."""
        document = self.state.document
        if document is None:
            return
        index = max(0, min(index, len(document.answers) - 1))
        if index != self.state.answer:
            # A note adrift stays at hand: the reader is looking for its words.
            active = self.state.active if self.marks.placing.is_adrift(self.state.active) else None
            self.replace(answer=index, selection=None, goal=None, active=active)

    def step(self, by: int) -> None:
        """Walk `by` answers on (or back, when negative), stopping at either end."""
        self.show_answer(self.state.answer + by)

    def go_to(self, span: Span) -> None:
        """Show the source `span`: its answer, scrolled to it."""
        document = self.state.document
        index = document.answer_at(span.start) if document else None
        if index is not None:
            self.replace(answer=index, goal=Goal(span), selection=None)

    def select(self, span: Span | None) -> None:
        """Take the source `span` to be selected, which leaves a goal elsewhere behind; None: nothing."""
        chosen, goal = span or None, self.state.goal
        if chosen != self.state.selection:
            self.replace(selection=chosen, goal=goal if goal and chosen in (None, goal.span) else None)

    def scrolled(self, offset: int, *, by_reader: bool = True) -> None:
        """Keep the source `offset` of the page's first line; scrolling by hand leaves the last goal behind."""
        state = self.state
        goal = None if by_reader else state.goal
        if state.positions.get(state.answer) != offset or goal is not state.goal:
            self.replace(positions={**state.positions, state.answer: offset}, goal=goal)

    def leave_goal(self, offset: int | None) -> None:
        """Leave the last place gone to when the reader points at another; None: at no place in the text."""
        goal = self.state.goal
        if goal is not None and (offset is None or not goal.span.overlaps(Span(offset, offset + 1))):
            self.replace(goal=None)

    def clear_focus(self) -> None:
        """Leave the place gone to and the active annotation: nothing is pointed at any more."""
        if self.state.goal is not None or self.state.active is not None:
            self.replace(goal=None, active=None)

    def mark_read(self, index: int) -> None:
        """Take the answer `index` to be read to its end."""
        if index not in self.state.read:
            self.replace(read=self.state.read | {index})

    def close(self) -> Failure | None:
        """Bring everything to the disk; return the reason if the annotations could not be, else None."""
        return self.shelf.close()

    def begin(self) -> None:
        """Begin what is done off the main thread; to be called when the first page has been painted."""
        self.scripts.begin()
        self.words.begin()
        self.finding.begin()
        self._settling.start()

    def stop(self) -> None:
        """End the workers; nothing is loaded, found or saved afterwards."""
        self._settling.stop()
        self.scripts.stop()
        self.words.stop()
        self.finding.stop()
        self._worker.close()
        self.exchange.stop()
        self.shelf.stop()


def _of_another(old: State, active: str | None) -> dict[str, Any]:
    """Return what holds besides when another annotation becomes active: it alone is meant, and its first passage.

    The place gone to was the other's, or is the reader's no more.
    """
    return {"passage": 0, "chosen": frozenset(), "latest": active or old.latest, "goal": None}
