"""Notes on their way out of the open document and into it; files are read, searched and written on a worker."""

from __future__ import annotations

import errno
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.annotations import StoreError, write_durably
from desktop.annotations.form.strict_json import SIZE_LIMIT
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.files import read_regular
from desktop.session.failure import failure
from desktop.session.state import NoticeKind
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from types import UnionType

    from desktop.annotations.exchange import Delivery, ExportForm, ImportPlan, Wording
    from desktop.documents import Document
    from desktop.session.notes.edits import Edits
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.pages import Pages

_ONE_WAY = frozenset({".csv", ".md", ".markdown"})
"""The endings of tables and Markdown, which are for people: no note can be read back from them."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What importing the file `name` into `document` would do, as `plan` tells; nothing has been done yet."""

    name: str
    document: Document
    delivery: Delivery
    plan: ImportPlan


class Exchange(QObject):
    """Writes the notes in other forms, and brings in those of other files; `snapshots` is the folder of texts kept.

    `desktop.annotations.exchange` is imported where it is used: nothing before the first paint needs it.
    """

    offered = Signal(object)
    """Emitted with an `Offer` when a file was looked into that has something to bring."""

    def __init__(
        self,
        store: Store,
        log: StepLog,
        pages: Pages,
        edits: Edits,
        snapshots: Path,
        executor: Executor | None = None,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._edits = edits
        self._snapshots = Snapshots(snapshots)
        self._exported = self._imported = Path()
        self._tasks = Tasks(self, executor)
        self._tasks.failed.connect(self._on_failed)

    def export(self, path: Path, form: ExportForm, wording: Wording) -> None:
        """Have the notes on the open document written to `path` in `form`, quotes in the script shown.

        Without any notes there is nothing to write, which is said. `wording` are the words around them.
        """
        from desktop.annotations.exchange import collection, digest, export

        self._store.commit_typing()
        state = self._store.state
        if state.document is None or not state.notes.annotations:
            self._store.notify("export-empty", NoticeKind.NEWS)
            return
        document, annotations, names = state.document, state.notes.annotations, state.notes.names
        content = digest(
            document,
            annotations.values(),
            state.notes.placements,
            quoted=self._pages.quoted,
            shown=self._pages.shown,
            language=state.focused_manner.language,
        )
        now = datetime.now(UTC)
        self._exported = path

        def work() -> str:
            page = export(form, content, collection(document, annotations, now, names), wording)
            write_durably(path, page, shared=True)
            return path.name

        self._tasks.start("export", work, self._on_exported)

    def look_into(self, path: Path) -> None:
        """Find out what importing the file at `path` would do; `offered` tells, or a notice why nothing can be."""
        document = self._store.state.document
        if document is None:
            return
        self._imported, snapshots = path, self._snapshots

        def work() -> tuple[str, Document, Delivery]:
            return path.name, document, _delivered(path, document, snapshots)

        self._tasks.start("import", work, self._on_delivered)

    def bring_in(self, offer: Offer, *, with_unplaced: bool) -> None:
        """Do what `offer` says, as one step that can be undone; what was changed since is taken into account."""
        from desktop.annotations.exchange import planned

        state = self._store.state
        if state.document is not offer.document:
            return
        changes = planned(offer.delivery, state.notes.annotations).changes(with_unplaced=with_unplaced)
        if changes and self._edits.push(changes):
            self._log.tell("import-done", name=offer.name)

    def stop(self) -> None:
        """End the worker; what it is writing is written."""
        self._tasks.close()

    def _on_exported(self, name: str) -> None:
        self._store.notify("export-done", NoticeKind.NEWS, name=name)

    def _on_delivered(self, delivered: tuple[str, Document, Delivery]) -> None:
        from desktop.annotations.exchange import planned

        name, document, delivery = delivered
        self._store.commit_typing()
        if self._store.state.document is not document:
            return
        plan = planned(delivery, self._store.state.notes.annotations)
        if plan.changes(with_unplaced=True):
            self.offered.emit(Offer(name, document, delivery, plan))
        else:
            self._store.notify("import-known", NoticeKind.NEWS, name=name)

    def _on_failed(self, slot: str, error: object) -> None:
        from desktop.annotations.exchange import ImportRefusedError

        if slot == "export":
            _report(error, expected=OSError | StoreError)
            self._store.notify("export-failed", NoticeKind.PROBLEM, reason=failure(error, self._exported))
        elif isinstance(error, ImportRefusedError):
            log.info("nothing is imported from %s: %s", self._imported.name, error)
            self._store.notify(f"import-{error.reason.value}", NoticeKind.PROBLEM, name=self._imported.name)
        else:
            _report(error, expected=OSError)
            why = failure(error, self._imported, reading=True)
            self._store.notify("import-failed", NoticeKind.PROBLEM, name=self._imported.name, reason=why)


def _delivered(path: Path, document: Document, snapshots: Snapshots) -> Delivery:
    """Return what the file at `path` brings; OSError or ImportRefusedError when that is nothing."""
    from desktop.annotations.exchange import ImportRefusedError, Refusal, deliver

    try:
        return deliver(_content(path), document, datetime.now(UTC), snapshots.texts)
    except ImportRefusedError as error:
        if path.suffix.lower() in _ONE_WAY and error.reason in {Refusal.DAMAGED, Refusal.UNKNOWN}:
            raise ImportRefusedError(Refusal.ONE_WAY, str(error)) from error
        raise


def _content(path: Path) -> bytes:
    """Return the bytes of the file at `path`; OSError when it isn't one, ImportRefusedError when it is too large."""
    from desktop.annotations.exchange import ImportRefusedError, Refusal

    try:
        return read_regular(path, SIZE_LIMIT)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise ImportRefusedError(Refusal.TOO_LARGE) from error
        raise


def _report(error: object, expected: type[Exception] | UnionType) -> None:
    """Log an error that no file system gives: a defect of ours."""
    if not isinstance(error, expected):
        log.error("an exchange failed unexpectedly", exc_info=error if isinstance(error, Exception) else None)
