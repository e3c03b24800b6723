"""The open thread, or a chart of it, on its way into a file of its own; converted, written and saved on a worker."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.annotations import write_durably
from desktop.session.failure import failure
from desktop.session.state import Notice, NoticeKind
from desktop.session.work.tasks import Tasks
from desktop.session.work.worker import Worker
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from desktop.documents import Document
    from desktop.documents.writing.written import ThreadForm
    from desktop.session.manner import Manner
    from desktop.session.store import Store

log = logging.getLogger(__name__)

_THREAD, _CHART, _LINES = "thread", "chart", "lines"
"""What a file may have, as the codes of the sentences on it begin."""


class ThreadSaving(QObject):
    """Saves the open thread under another name, in the script that the pane in focus shows.

    And charts of it, and the lines of the concordance.
    """

    def __init__(self, store: Store, executor: Executor | None = None) -> None:
        super().__init__(store)
        self._store = store
        self._worker = Worker(executor)
        self._tasks = Tasks(self, self._worker)
        self._tasks.failed.connect(self._on_failed)
        self._kinds: dict[str, str] = {}

    def save(self, path: Path, form: ThreadForm) -> None:
        """Have the open thread written to `path` in `form`; a notice says when it is on the disk, or why it isn't.

        The window has asked before a file that is there is replaced; a folder never is.
        """
        state = self._store.state
        if state.document is None:
            return
        document, manner, pause = state.document, state.focused_manner, self._worker.pause

        told = "thread-saved-without" if _is_less_in(form, document) else "thread-saved"
        self._save(_THREAD, path, partial(thread_file, document, manner, form, pause), told)

    def save_chart(self, path: Path, make: Callable[[], bytes]) -> None:
        """Have a picture or a table of the thread written to `path`, which `make`, on the worker, returns as bytes.

        A notice says when it is on the disk, or why it isn't.
        """
        self._save(_CHART, path, make, "chart-saved")

    def save_lines(self, path: Path, words: str) -> None:
        """Have `words`, the lines of a concordance, written to `path`; a notice says so, or why they can't be."""
        # Spreadsheets take a table for UTF-8 by this mark.
        mark = "\ufeff" if path.suffix.lower() == ".csv" else ""
        self._save(_LINES, path, lambda: (mark + words).encode("utf-8", "replace"), "lines-saved")

    def _save(self, kind: str, path: Path, make: Callable[[], bytes], told: str) -> None:
        """Have `path` be what `make` returns; then the notice with the code `told` says so."""

        def work() -> Notice:
            with giving_way():
                data = make()
            write_durably(path, data, shared=True)
            return Notice(told, NoticeKind.NEWS, {"name": path.name})

        # Each file has a slot of its own: one that is asked for meanwhile takes no other's place.
        self._kinds[str(path)] = kind
        self._tasks.start(str(path), work, self._on_saved)

    def finish(self) -> None:
        """Wait until all that was asked for is on the disk."""
        self._tasks.drain()

    def stop(self) -> None:
        """End the worker; whoever wants what it still has to do calls `finish` before."""
        self._tasks.close()
        self._worker.close()

    def _on_saved(self, notice: Notice) -> None:
        self._store.replace(notice=notice)

    def _on_failed(self, slot: str, error: object) -> None:
        if not isinstance(error, OSError):
            log.error("%s could not be saved", slot, exc_info=error if isinstance(error, Exception) else None)
        self._store.notify(f"{self._kinds[slot]}-save-failed", NoticeKind.PROBLEM, reason=failure(error, Path(slot)))


def thread_file(document: Document, manner: Manner, form: ThreadForm, pause: Callable[[], None]) -> bytes:
    """Return `document` in `form` as `manner` shows it. Raises DictionaryError, and what `pause` raises."""
    from desktop.documents.writing.forms import written
    from desktop.documents.writing.shown import draft_as_shown
    from desktop.session.words.pages import showing

    return written(draft_as_shown(document, partial(showing, manner), pause), form, manner.language)


def _is_less_in(form: ThreadForm, document: Document) -> bool:
    """Tell whether `document` has anything that a file of this `form` can't bring back."""
    from desktop.documents.writing.written import ThreadForm

    is_commented = any(answer.comments for answer in document.answers)
    return form is ThreadForm.TEXT and (is_commented or bool(document.pictures))
