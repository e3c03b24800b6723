"""The commands by which the reader says which lines of the open thread are authors' names, and which are none."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.documents import laid_out, with_naming
from desktop.documents.layouts.by_hand import LONGEST_NAME, Hindrance
from desktop.documents.naming import joined, undone
from desktop.documents.text_rows import NO_ROWS, TextRows
from desktop.session.mentions import shortened
from desktop.session.naming.chosen import ChosenNames
from desktop.session.naming.renamed import renamed
from desktop.session.naming.taking_over import is_as, taking_over
from desktop.session.state import NoticeKind
from desktop.session.steps import NamingStep, Outcome
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.documents import Document
    from desktop.documents.layouts.table import LaidOut
    from desktop.documents.naming import NamedLine, Naming
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)


_AT_ONCE = 200_000
"""Code points whose lines are found within 50 ms, in any layout."""


class NamedLines(QObject):
    """The commands on which lines of a plain text are authors' names; the page and the list follow at once.

    Lines are named by their numbers among all that aren't blank, from 0. `shown` returns words in the script shown.
    `names` takes the commands on how names are written, by which what `put_in` returns has a state show its words.
    """

    ready = Signal()
    """Emitted when the lines of a long text are known, which `prepare` has asked for."""

    def __init__(
        self,
        store: Store,
        log: StepLog,
        shown: Callable[[str], str],
        put_in: Callable[[], Callable[[State], State]],
        worker: Worker,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._shown = shown
        self._laid: tuple[str, LaidOut, TextRows] | None = None
        self.names = ChosenNames(store, log, put_in)
        self._waiting: Callable[[], None] | None = None
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(_log_failure)
        store.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Find nothing from now on."""
        self._tasks.close()

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def rows(self) -> TextRows:
        """The lines of the open thread; none where nothing is open, or no plain text."""
        document = self._store.state.document
        return self._of(document)[2] if document is not None and document.is_plain else NO_ROWS

    @property
    def can_name(self) -> bool:
        """Whether the open thread takes what is said of its lines."""
        state = self._store.state
        return state.document is not None and state.document.is_plain and not state.notes.read_only

    def prepare(self) -> bool:
        """Have the lines of the open thread known, so that all here is done at once; return whether they are already.

        Those of a long text are found on a worker: `ready` tells.
        """
        document = self._store.state.document
        known = self._laid is not None and document is not None and self._laid[0] is document.text
        if document is None or not document.is_plain or known or len(document.text) <= _AT_ONCE:
            return True

        def work() -> LaidOut:
            with giving_way():
                laid = laid_out(document)
                laid.structure(document.naming)  # which keeps the answers that stay
                return laid

        def done(laid: LaidOut) -> None:
            now = self._store.state.document
            if now is not None and now.text is document.text:
                self._laid = document.text, laid, TextRows(laid)
                self.ready.emit()
                waiting, self._waiting = self._waiting, None
                if waiting is not None:
                    waiting()

        self._tasks.start("lines", work, done)
        return False

    def know(self, document: Document, laid: LaidOut) -> None:
        """Know how `document`, which is being opened, is `laid` out, if that is of its text."""
        if document.is_plain and laid.text is document.text:
            self._laid = document.text, laid, TextRows(laid)

    def told(self, document: Document, naming: Naming) -> Document:
        """Return `document`, which may be one that is being opened, as `naming` and what was said of it have it."""
        naming = joined(document.naming, naming)
        if naming == document.naming:
            return document
        laid = self._of(document)[1] if document.is_plain else None
        return with_naming(document, naming, laid)

    def as_said(self, document: Document, naming: Naming) -> Document:
        """Return `document` as `naming` alone has it; found at once where the lines of its text are known."""
        known = self._laid is not None and self._laid[0] is document.text
        return with_naming(document, naming, self._laid[1] if self._laid is not None and known else None)

    # -- what is said -----------------------------------------------------------------------------------------

    def toggle(self, number: int) -> bool:
        """Take a line for a name, or if it is one for none, as a step; return whether that could be."""
        document = self._store.state.document
        if document is None:
            return False
        return self.say(number, is_name=number not in self.rows.names_in(document))

    def say(self, number: int, *, is_name: bool) -> bool:
        """Say whether a line is a name, as a step; return whether that could be said."""
        if is_name and self.rows.hindrance(number) is not None:
            return False
        return self._say((number,), is_name=is_name)

    def leave_to_layout(self) -> bool:
        """Take every line for what the app recognised it as, as one step; return whether that is another thing."""
        document = self._store.state.document
        if document is None:
            return False
        said = self.rows.said_in(document.naming).items()
        return self._say([number for number, line in said if line.is_name is not None], is_name=None)

    def name_at(self, offset: int | None) -> None:
        """Take the line at the source `offset` for an author's name, and say so; None: where nothing is open."""
        if offset is not None:
            self._once_prepared(lambda: self._name_at(offset))

    def _name_at(self, offset: int) -> None:
        number = self.rows.at(offset)
        if number is None:
            return
        words = self._words(number)
        match self.rows.hindrance(number):
            case Hindrance.LAST:
                self._store.notify("line-is-last", NoticeKind.NEWS, line=words)
            case Hindrance.LONG:
                self._store.notify("line-is-long", NoticeKind.NEWS, line=words, most=str(LONGEST_NAME))
            case None:
                if self.say(number, is_name=True):
                    self._log.tell("line-named", line=words)

    def unname_author(self) -> None:
        """Take the name of whoever wrote the answer in focus for none, and say so."""
        current = self._store.state.current
        span = current.author_span if current is not None else None
        if span is not None:
            self._once_prepared(lambda: self._unname_at(span.start))

    def _unname_at(self, offset: int) -> None:
        number = self.rows.at(offset)
        if number is not None and self.say(number, is_name=False):
            self._log.tell("line-unnamed", line=self._words(number))

    def _once_prepared(self, act: Callable[[], None]) -> None:
        """Act once the lines of the open thread are known; never, where another one is open by then."""
        self._waiting = None
        if self.prepare():
            act()
        else:
            self._waiting = act

    # -- steps, and what others said --------------------------------------------------------------------------

    def step(self, step: NamingStep) -> Outcome:
        """Make `step`, which takes one back or makes it again; gone where others have said something since."""
        document = self._store.state.document
        if document is None or not self.can_name:
            if self._store.state.changes.visit is not None:
                self._store.notify("changes-read-only", NoticeKind.PROBLEM)
            else:
                self._store.notify("annotations-read-only", NoticeKind.PROBLEM)
            return Outcome.REFUSED
        known = {line.id: line for line in document.naming}
        if not all(is_as(line, known.get(line.id)) for line in step.before):
            return Outcome.GONE
        self.take(undone(document.naming, step.after, _now()))
        return Outcome.DONE

    def take_over(self, theirs: Naming) -> NamingStep | None:
        """Say of lines here what is said in `theirs`, of a similar thread; return that as a step to be logged."""
        document = self._store.state.document
        step = taking_over(document.naming, theirs, self.rows, _now()) if document is not None and theirs else None
        if step is not None:
            self.take(step.after)
        return step

    def take(self, naming: Naming) -> bool:
        """Have the open thread be as `naming` says too, without a step; return whether it is another one now."""
        before = self._store.state.document
        if before is None:
            return False
        document = self.told(before, naming)
        if document is not before:
            self._store.update(lambda state: renamed(state, document))
        return document is not before

    def _say(self, numbers: Iterable[int], *, is_name: bool | None) -> bool:
        document = self._store.state.document
        if document is None or not self.can_name:
            return False
        rows, now = self.rows, _now()
        said = rows.say(numbers, document.naming, now, is_name=is_name)
        step = NamingStep(_as_they_were(said, document.naming), said)
        if not said:
            return False
        self._store.commit_typing()
        self.take(tuple(sorted(said, key=lambda line: line.id)))
        self._log.add(step)
        return True

    def _words(self, number: int) -> str:
        return shortened(self._shown(self.rows.rows[number].text))

    def _on_changed(self, old: State, new: State) -> None:
        """Let go of the lines of a thread that is open no more, and of what was to be said of them."""
        if self._laid is not None and (new.document is None or new.document.text is not self._laid[0]):
            self._laid = None
        if old.document is not None and (new.document is None or new.document.text is not old.document.text):
            self._waiting = None

    def _of(self, document: Document) -> tuple[str, LaidOut, TextRows]:
        """Return the text of a plain `document`, how it is laid out, and its lines: worked out once for it."""
        if self._laid is None or self._laid[0] is not document.text:
            laid = laid_out(document)
            self._laid = document.text, laid, TextRows(laid)
        return self._laid


def _log_failure(slot: str, error: object) -> None:
    log.error("finding %s failed", slot, exc_info=error if isinstance(error, Exception) else None)


def _as_they_were(lines: Iterable[NamedLine], naming: Naming) -> tuple[NamedLine, ...]:
    """Return what was said of these lines before: of a new one, that it was left to the layout."""
    known = {line.id: line for line in naming}
    return tuple(known.get(line.id, replace(line, is_name=None)) for line in lines)


def _now() -> datetime:
    return datetime.now(UTC)
