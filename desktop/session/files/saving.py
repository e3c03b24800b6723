"""Saving annotations as soon as they are made, off the main thread, and never fewer than were made.

A file that other machines share is written every two seconds at most: each time, a program that syncs sends all of
it. Until then what was made is in its second copy here, and isn't called saved.
"""

from __future__ import annotations

import logging
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.annotations import HalfSavedError, StoreError
from desktop.session.failure import Failure, failure
from desktop.session.files.loaded_notes import NOTHING_SAID, Sayings
from desktop.session.state import NoticeKind, SaveState
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation, AnnotationStore
    from desktop.session.store import Store

_RETRY_MS = 5_000

SHARED_MS = 2_000
"""How long after it was written a file that others share is let be."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """The whole set of one document's annotations, and what was said of it besides, on the way to the disk."""

    store: AnnotationStore
    annotations: Mapping[str, Annotation]
    base: Mapping[str, Annotation] | None = None
    said: Sayings = NOTHING_SAID

    def save(self, *, here_only: bool = False) -> tuple[Mapping[str, Annotation], Sayings]:
        """Write it, and return what the store holds then; raises as `AnnotationStore.save` does."""
        naming, names = self.said
        kept = self.store.save(self.annotations, self.base, naming=naming, names=names, here_only=here_only)
        return kept, Sayings(self.store.naming, self.store.names)


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """What a `store` holds (`stored`) after a save: not what was `given`, as another writer had changed it too.

    `said` is what it has been told of the thread besides, by all who said something.
    """

    store: AnnotationStore
    given: Mapping[str, Annotation]
    stored: Mapping[str, Annotation]
    said: Sayings = NOTHING_SAID


class Saver(QObject):
    """Writes each document's latest set of annotations on a worker of its own.

    A newer set of the same document replaces one that waits; sets of different documents never replace each other.
    What could not be written stays here, is tried again every 5 s, and once more by `flush`.
    """

    changed = Signal(object)
    """Emitted with a `SaveState` when it is another one."""

    failed = Signal(object)
    """Emitted with the `Failure` when a save failed that had not failed, or not so, before."""

    joined = Signal(object)
    """Emitted with a `Joined` after a save that met another writer's; what is put then replaces what waits."""

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, executor or ThreadPoolExecutor(1, thread_name_prefix="baijia-save"))
        self._tasks.failed.connect(self._on_failed)
        self._drafts: dict[Path, Draft] = {}
        self._writing: Draft | None = None
        self._state = SaveState.SAVED
        self._failing: dict[Path, SaveState] = {}
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._write_next)
        self._here: dict[Path, Draft] = {}
        self._pause = QTimer(self, singleShot=True, interval=SHARED_MS)
        self._pause.timeout.connect(self._write_next)

    @property
    def pending(self) -> bool:
        """Whether anything is not yet on the disk."""
        return bool(self._drafts)

    def unsaved(self, mirror: Path) -> Draft | None:
        """Return what is not yet on the disk of the store with this `mirror`, if anything: newer than what is there.

        The mirror stands for a document: it stays where it is when the file goes to another place.
        """
        return self._drafts.get(mirror)

    def put(
        self,
        store: AnnotationStore,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None = None,
        said: Sayings = NOTHING_SAID,
    ) -> None:
        """Have `annotations` written to `store`: they are the document's whole set. All else is as in its `save`."""
        self._drafts[store.mirror] = Draft(store, annotations, base, said)
        self._become(self._worst or SaveState.SAVING)
        self._write_next()

    def meet(
        self,
        store: AnnotationStore,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None,
        said: Sayings = NOTHING_SAID,
    ) -> None:
        """Have what others wrote to `store` taken in by those who know all this, which is on the disk.

        They are told by `joined`. That is no save: if anything still waits to be saved, that will meet it.
        """
        if store.mirror not in self._drafts:
            self._drafts[store.mirror] = Draft(store, annotations, base, said)
            self._write_next()

    def flush(self) -> Failure | None:
        """Write everything that waits before returning; return why if some of it could not be written.

        One document that can't be saved keeps no other from it. What could not be written is still tried again, and
        so is what could be written to one copy only: that is safe, and no reason to stay.
        """
        self._tasks.cancel("save")
        self._tasks.drain()
        self._writing = None
        reasons = [self._save_now(draft) for draft in list(self._drafts.values())]
        return next((reason for reason in reasons if reason is not None), None)

    def close(self) -> None:
        """Take no more; call `flush` first."""
        self._retry.stop()
        self._pause.stop()
        self._tasks.close()

    def _save_now(self, draft: Draft) -> Failure | None:
        """Write `draft` on this thread; return why if it could not be written."""
        try:
            draft.save()
        except Exception as error:  # whatever it is, the window must not close as if all were saved
            self._report(error)
            self._fail(draft, error)
            return None if isinstance(error, HalfSavedError) else _why(draft, error)
        self._settle(draft)
        return None

    def _write_next(self) -> None:
        due = [draft for draft in self._drafts.values() if not (self._pause.isActive() and self._is_here(draft))]
        if self._writing is not None or not due:
            return
        healthy = (draft for draft in due if draft.store.mirror not in self._failing)
        draft = self._writing = next(healthy, None) or due[0]
        if draft.store.is_shared and self._pause.isActive():
            self._tasks.start("save", partial(draft.save, here_only=True), self._on_kept)
        else:
            self._tasks.start("save", draft.save, self._on_saved)

    def _is_here(self, draft: Draft) -> bool:
        """Tell whether `draft` is on the disk of this machine, and waits until it may be sent to the others."""
        return self._here.get(draft.store.mirror) is draft

    def _on_kept(self, stored: tuple[Mapping[str, Annotation], Sayings]) -> None:
        draft = self._writing
        if draft is not None:
            self._here[draft.store.mirror] = draft
        self._go_on(draft, stored)

    def _on_saved(self, stored: tuple[Mapping[str, Annotation], Sayings]) -> None:
        draft = self._writing
        if draft is not None:
            self._settle(draft)
            if draft.store.is_shared and draft.store.has_written:
                self._pause.start()
        self._go_on(draft, stored)

    def _go_on(self, draft: Draft | None, stored: tuple[Mapping[str, Annotation], Sayings]) -> None:
        """Tell what came of `draft`, and write what waits."""
        if draft is not None and stored != (draft.annotations, draft.said):
            # Told while nothing is written, so that no save comes in between.
            self.joined.emit(Joined(draft.store, draft.annotations, *stored))
        self._writing = None
        self._write_next()

    def _on_failed(self, _slot: str, error: object) -> None:
        self._report(error)
        draft, self._writing = self._writing, None
        if draft is not None:
            self._to_the_back(draft)
            self._fail(draft, error)

    def _report(self, error: object) -> None:
        """Log an error that no file system gives: a defect of ours."""
        if not isinstance(error, OSError | StoreError):
            log.error("saving failed unexpectedly", exc_info=error if isinstance(error, Exception) else None)

    @property
    def _worst(self) -> SaveState | None:
        """What is true of the document that fares worst, None while none fails."""
        states = self._failing.values()
        return SaveState.FAILED if SaveState.FAILED in states else next(iter(states), None)

    def _fail(self, draft: Draft, error: object) -> None:
        """Try again later, and report `error` unless saving has failed so before."""
        half = isinstance(error, HalfSavedError)
        self._failing[draft.store.mirror] = SaveState.HALF if half else SaveState.FAILED
        worst, before = self._worst or SaveState.FAILED, self._state
        self._become(worst)
        self._retry.start()
        if worst is not before:
            self.failed.emit(_why(draft, error))

    def _to_the_back(self, draft: Draft) -> None:
        """Let the other documents be tried before this one is again."""
        if latest := self._drafts.pop(draft.store.mirror, None):
            self._drafts[draft.store.mirror] = latest

    def _settle(self, draft: Draft) -> None:
        """Forget `draft` unless a newer set took its place; only all written means saved, and no longer failed."""
        self._failing.pop(draft.store.mirror, None)
        self._here.pop(draft.store.mirror, None)
        if self._drafts.get(draft.store.mirror) is draft:
            del self._drafts[draft.store.mirror]
        if not self._drafts:
            self._become(SaveState.SAVED)
        elif worst := self._worst:
            self._become(worst)

    def _become(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit(state)


def _why(draft: Draft, error: object) -> Failure:
    """Return why `draft` could not be written; of two copies, the one that wasn't is named."""
    store = draft.store
    other = store.mirror if isinstance(error, HalfSavedError) and error.saved == store.path else store.path
    return failure(error, other)


_FAILING = frozenset({SaveState.HALF, SaveState.FAILED})


class SaveNews(QObject):
    """Has the state say what is true of what a `saver` saves, and tells the reader when that fails or recovers."""

    def __init__(self, store: Store, saver: Saver) -> None:
        super().__init__(saver)
        self._store = store
        saver.changed.connect(self._on_changed)
        saver.failed.connect(self._on_failed)

    def _on_changed(self, saving: SaveState) -> None:
        before = self._store.state.saving
        self._store.replace(saving=saving)
        if before in _FAILING and saving is SaveState.SAVED:
            self._store.notify("save-recovered", NoticeKind.NEWS)

    def _on_failed(self, reason: Failure) -> None:
        if self._store.state.saving is SaveState.HALF:
            self._store.notify("save-half", NoticeKind.PROBLEM, reason=reason)
        else:
            self._store.notify("save-failed", NoticeKind.PROBLEM, reason=reason)
