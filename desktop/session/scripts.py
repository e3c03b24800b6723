"""Scripts: which conversion shows what, and having its tables ready before it is asked for.

Tables that are kept on the disk load within a frame or two, compiling them takes up to a second: both happen on a
worker, and a change that needs tables which are not there yet takes place when they are.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.script import (
    Conversion,
    DictionaryError,
    Edition,
    Script,
    SourceScript,
    config_for,
    load_kept_tables,
    load_tables,
    variant_named,
)
from desktop.session.courtesy import giving_way
from desktop.session.state import NoticeKind
from desktop.session.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from desktop.session.session import Session
    from desktop.session.state import State

log = logging.getLogger(__name__)


_IDLE_MS = 60
"""Nobody reads and flips faster; who leafs through the answers is not held up."""
_FORESEEN_FOR = ("document", "answer", "preferences", "source_script", "corrections")


def conversion_of(state: State, source: SourceScript | None = None, script: Script | None = None) -> Conversion:
    """Return what shows words written in `source` (None: as the document is) in `script` (None: the one shown)."""
    script = script or state.script
    preferences = state.preferences
    chosen = {Script.TRADITIONAL: preferences.traditional, Script.SIMPLIFIED: preferences.simplified}
    variant = variant_named(script, chosen[script]) if script in chosen else None
    config = config_for(source or state.source_script, variant)
    return Conversion(config, Edition(preferences.edition), script, state.corrections)


def conversions_for(state: State, *scripts: Script) -> list[Conversion]:
    """Return all that show a thread in `scripts`, whichever script each of its answers is written in."""
    return [conversion_of(state, source, script) for script in scripts for source in SourceScript]


class Scripts(QObject):
    """Has the tables of conversions loaded, kept in the folder `cache`."""

    def __init__(self, session: Session, cache: Path, executor: Executor | None = None) -> None:
        super().__init__(session)
        self._session = session
        self._cache = cache
        self._tasks = Tasks(self, executor)
        self._tasks.failed.connect(self._on_failed)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(session.pages.foresee)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Load what a flip of the script would need; to be called when the first page has been painted."""
        wanted = conversions_for(self._session.state, Script.TRADITIONAL, Script.SIMPLIFIED)
        self._load("likely", wanted)

    def change(self, **changes: Any) -> None:  # noqa: ANN401 (the fields of State, which checks their names)
        """Have `changes` of the state take place as soon as what they show can be converted, mostly at once.

        Of several that wait, the last one takes place.
        """
        session = self._session
        coming = replace(session.state, **changes)
        wanted = conversions_for(coming, coming.script)
        if all(conversion.ready for conversion in wanted):
            self.stay()
            session.replace(**changes)
        else:
            self._load("change", wanted, changes)

    def stay(self) -> None:
        """Drop the change that waits, if one does."""
        self._tasks.cancel("change")

    def load_kept(self) -> bool:
        """Load what the script that is shown needs from the disk, now; False if some of it has to be compiled."""
        wanted = conversions_for(self._session.state, self._session.state.script)
        return all(c.config is None or load_kept_tables(c.config, c.edition, self._cache) for c in wanted)

    def stop(self) -> None:
        """End the worker; nothing is loaded or foreseen afterwards."""
        self._idle.stop()
        self._tasks.close()

    def _load(self, slot: str, wanted: Iterable[Conversion], changes: Mapping[str, Any] | None = None) -> None:
        """Load the tables of `wanted` on the worker, then make `changes` of the state, if any."""
        cache = self._cache
        missing = [(c.config, c.edition) for c in wanted if c.config is not None and not c.ready]

        def work() -> None:
            with giving_way():
                for config, edition in missing:
                    load_tables(config, edition, cache)

        def done(_: None) -> None:
            if changes:
                self._session.replace(**changes)
            else:
                self._idle.start()

        self._tasks.start(slot, work, done)

    def _on_changed(self, old: State, new: State) -> None:
        """Have the page that is new foreseen in the other script, once the reader has begun to look at it."""
        if any(getattr(old, name) is not getattr(new, name) for name in _FORESEEN_FOR):
            self._idle.start()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s tables", slot, exc_info=error if isinstance(error, Exception) else None)
        if isinstance(error, DictionaryError):
            self._session.notify("dictionaries-missing", NoticeKind.PROBLEM)
        else:
            self._session.notify("conversion-failed", NoticeKind.PROBLEM)
