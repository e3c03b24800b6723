"""Remembering where the reader was: in each document, and from one start to the next."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.session.memory import Memory, Place, load_memory, save_memory

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session.session import Session
    from desktop.session.state import State
    from desktop.session.tasks import Tasks

_REST_MS = 2_000
_AT_MOST_MS = 10_000
_REMEMBERED = ("document", "answer", "positions", "lights", "read", "script", "preferences", "source_script")

log = logging.getLogger(__name__)


class Remembering(QObject):
    """Holds the `memory`, and writes it to the file at `path` two seconds after the reader has come to rest.

    Who never rests has it written ten seconds after the first change that is not on the disk yet.
    """

    def __init__(self, session: Session, path: Path, work: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._path = path
        self._work = work
        self.memory = load_memory(path)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._at_most = QTimer(self, singleShot=True, interval=_AT_MOST_MS)
        for timer in (self._rest, self._at_most):
            timer.timeout.connect(self._write_soon)
        session.changed.connect(self._on_changed)

    @property
    def place(self) -> Place:
        """Where the reader is in the open document."""
        state = self._session.state
        return Place(
            answer=state.answer,
            positions=state.positions,
            lights=tuple((light.term, light.slot) for light in state.lights),
            read=tuple(sorted(state.read)),
            source_script=state.source_script.value if state.source_corrected else None,
        )

    def take_place(self) -> None:
        """Take the place in the open document into the memory."""
        document = self._session.state.document
        if document is not None:
            self.memory = self.memory.with_place(document.sha256, self.place)

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone off the list of recent ones."""
        if path in self.memory.recent:
            recent = tuple(other for other in self.memory.recent if other != path)
            self.memory = replace(self.memory, recent=recent)
            self._session.replace(recent=recent)

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
        state = self._session.state
        return replace(self.memory, script=state.script.value, preferences=state.preferences)

    def _on_changed(self, old: State, new: State) -> None:
        """Remember the place some time after it changed, lest a crash or a power cut forget it."""
        if any(getattr(old, name) is not getattr(new, name) for name in _REMEMBERED):
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


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
