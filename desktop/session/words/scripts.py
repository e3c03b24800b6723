"""Scripts: having the tables of a conversion ready before it is asked for, and changing what is shown when they are.

Tables that are kept on the disk load within a frame or two, compiling them takes up to a second: both happen on a
worker, and a change that needs tables which are not there yet takes place when they are. What the reader waits for
is made ready first; what is only foreseen gives way to it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.script import DictionaryError, Script
from desktop.session.state import NoticeKind, State
from desktop.session.work.table_loading import missing
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.script import Conversion
    from desktop.session.manner import Manner
    from desktop.session.session import Session
    from desktop.session.work.table_loading import Key, TableLoader
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

_IDLE_MS = 60
"""Nobody reads and flips faster; who leafs through the answers is not held up."""

Change = Callable[[State], Mapping[str, Any]]
"""What a reader asked for: the fields that are to be others, by the state in which it takes place."""


@dataclass(frozen=True, slots=True)
class _Coming:
    """What the changes that wait make of a `state`: the `fields` that would be others, and which `tables` lack."""

    fields: Mapping[str, Any]
    tables: tuple[Key, ...]


class Scripts(QObject):
    """Has the tables of conversions loaded by `loader`, on `worker`."""

    def __init__(self, session: Session, loader: TableLoader, worker: Worker) -> None:
        super().__init__(session)
        self._session = session
        self._loader = loader
        self._waiting: list[Change] = []
        self._foreseen: set[str] = set()
        self._begun = False
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(session.pages.foresee)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Load what a flip of the script would need; to be called when the first page has been painted."""
        self._begun = True
        self._foresee()

    def change(self, change: Change) -> None:
        """Have a `change` take place as soon as what it shows can be converted, mostly at once.

        The reader goes on meanwhile: what it changes is asked for when it takes place. Of several that wait each
        takes place, in their order and at once.
        """
        self._waiting.append(change)
        self._take_place()

    def load_kept(self) -> bool:
        """Load what the script that is shown needs from the disk, now; False if some of it has to be compiled."""
        return self._loader.load_kept(missing(self._session.state.manner.conversions()))

    def expected(self) -> State:
        """Return the state as it will be when the changes that wait have taken place."""
        return replace(self._session.state, **_coming(self._session.state, self._waiting).fields)

    def stop(self) -> None:
        """Load and foresee nothing from now on."""
        self._idle.stop()
        self._loader.asked = frozenset()
        self._tasks.close()

    # -- what the reader asks for -----------------------------------------------------------------------------

    def _take_place(self, _loaded: None = None) -> None:
        """Make the changes that wait, or first have the tables made ready that they lack as the state is now."""
        coming = _coming(self._session.state, self._waiting)
        self._loader.asked = frozenset(coming.tables)
        if coming.tables:
            self._tasks.start("change", partial(self._loader.load, coming.tables), self._take_place)
            return
        self._tasks.cancel("change")
        self._waiting.clear()
        if coming.fields:
            self._session.replace(**coming.fields)

    # -- what is foreseen -------------------------------------------------------------------------------------

    def _foresee(self) -> None:
        """Have tables made ready, those first that the next flip needs."""
        for key in missing(_likely(self._session.state.manner)):
            slot = f"likely {key[1].value} {key[0]}"
            if slot not in self._foreseen:
                self._foreseen.add(slot)
                done = partial(self._on_foreseen, slot)
                self._tasks.start(slot, partial(self._loader.load, (key,)), done, foreseen=True)

    def _on_foreseen(self, slot: str, _loaded: None) -> None:
        self._foreseen.discard(slot)
        self._idle.start()

    def _on_changed(self, old: State, new: State) -> None:
        """Have the page that is new foreseen in the other script, once the reader has begun to look at it."""
        reads_otherwise = old.manner is not new.manner
        if reads_otherwise or old.document is not new.document or old.answer != new.answer:
            self._idle.start()
        if self._begun and reads_otherwise:
            self._foresee()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s tables", slot, exc_info=error if isinstance(error, Exception) else None)
        self._foreseen.discard(slot)
        if slot == "change":
            self._waiting.clear()
            self._loader.asked = frozenset()
        if isinstance(error, DictionaryError):
            self._session.notify("dictionaries-missing", NoticeKind.PROBLEM)
        else:
            self._session.notify("conversion-failed", NoticeKind.PROBLEM)


def _coming(state: State, changes: Iterable[Change]) -> _Coming:
    """Return what `changes` make of `state`, each going on from the one before."""
    coming = state
    fields: dict[str, Any] = {}
    for change in changes:
        fields |= change(coming)
        coming = replace(state, **fields)
    other = {name: value for name, value in fields.items() if value != getattr(state, name)}
    return _Coming(other, missing(coming.manner.conversions()))


def _likely(manner: Manner) -> list[Conversion]:
    """Return what shows a thread in either script: first what most of it needs to be flipped, then all else."""
    shown = manner.shown_script
    other = Script.SIMPLIFIED if shown is Script.TRADITIONAL else Script.TRADITIONAL
    manners = manner.in_script(other), manner.in_script(shown)
    return [*(each.conversion() for each in manners), *(one for each in manners for one in each.conversions())]
