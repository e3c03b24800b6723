"""Remembering where the reader was: in each document, and from one start to the next."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from desktop.session.files.memory import Memory, Place, load_memory, save_memory
from desktop.session.manner import Manner

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents import Document
    from desktop.session.state import Preferences, State
    from desktop.session.store import Store
    from desktop.session.work.tasks import Tasks

_REST_MS = 2_000
_AT_MOST_MS = 10_000

log = logging.getLogger(__name__)


class _Kept(NamedTuple):
    """All of a state that is remembered."""

    document: Document | None
    place: Place
    manner: Manner
    preferences: Preferences


class Remembering(QObject):
    """Holds the `memory`, and writes it to the file at `path` two seconds after the reader has come to rest.

    Who never rests has it written ten seconds after the first change that is not on the disk yet.
    """

    def __init__(self, store: Store, path: Path, work: Tasks) -> None:
        super().__init__(store)
        self._store = store
        self._path = path
        self._work = work
        self._memory = load_memory(path)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._at_most = QTimer(self, singleShot=True, interval=_AT_MOST_MS)
        for timer in (self._rest, self._at_most):
            timer.timeout.connect(self._write_soon)
        store.changed.connect(self._on_changed)

    @property
    def memory(self) -> Memory:
        """What is remembered; another one is written some time after it was put here."""
        return self._memory

    @memory.setter
    def memory(self, memory: Memory) -> None:
        self._memory = memory
        self._write_later()

    @property
    def place(self) -> Place:
        """Where the reader is in the open document."""
        return _kept(self._store.state).place

    def take_place(self) -> None:
        """Take the place in the open document into the memory."""
        document = self._store.state.document
        if document is not None:
            self._memory = self._memory.with_place(document.sha256, self.place)

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone off the list of recent ones."""
        if path in self.memory.recent:
            recent = tuple(other for other in self.memory.recent if other != path)
            self.memory = replace(self.memory, recent=recent)
            self._store.replace(recent=recent)

    def write(self) -> None:
        """Write what the next start needs to find everything as it was; failing that is no reason to stop."""
        self.stop()
        self._work.drain()
        self._save(self._current())

    def stop(self) -> None:
        """Write nothing more by itself."""
        self._rest.stop()
        self._at_most.stop()

    def _current(self) -> Memory:
        self.take_place()
        kept = _kept(self._store.state)
        return replace(
            self._memory,
            manner=kept.manner,
            preferences=kept.preferences,
        )

    def _on_changed(self, old: State, new: State) -> None:
        """Remember the place some time after it changed, lest a crash or a power cut forget it."""
        if _kept(old) != _kept(new):
            self._write_later()

    def _write_later(self) -> None:
        self._rest.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _write_soon(self) -> None:
        self.stop()
        memory = self._current()
        self._work.start("memory", lambda: self._save(memory), _nothing)

    def _save(self, memory: Memory) -> None:
        try:
            save_memory(self._path, memory)
        except OSError as error:
            log.info("the place could not be remembered: %s", error)


def _kept(state: State) -> _Kept:
    """Return what of `state` is written, which is also what decides that something is to be written."""
    manner, pane = state.manner, state.pane
    elsewhere = {index: offset for other in state.panes for index, offset in other.positions.items()}
    place = Place(
        answer=pane.answer,
        positions={**elsewhere, **pane.positions} if len(state.panes) > 1 else pane.positions,
        lights=tuple((light.term, light.slot) for light in state.lights.terms),
        read=tuple(sorted(state.read)),
        source_script=manner.source_script.value if manner.source_corrected else None,
    )
    kept = Manner(manner.script, manner.traditional, manner.simplified, manner.edition)
    return _Kept(state.document, place, kept, state.preferences)


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
