"""Correcting: the commands on the reader's corrections of conversion, and the file that keeps them.

What holds is what the file says. A change is written before it takes effect, here on the main thread: the file is
small and the reader has just pressed a key, so nothing is ever shown that could still be lost. An editor beside the
app may rewrite the file at any time: it is looked at before each change, and whenever the app comes to the fore.
"""

from __future__ import annotations

import errno
import logging
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.annotations import write_durably
from desktop.files import read_regular
from desktop.script import Script, format_corrections, parse_corrections
from desktop.script.corrections import Correction, Corrections, flaw_in
from desktop.session.failure import failure
from desktop.session.mentions import correction_of, named
from desktop.session.state import Notice, NoticeKind
from desktop.session.steps import CorrectionStep, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.script.corrections_form import BadLine
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.unanswered import Unanswered
    from desktop.session.words.pages import Pages

LARGEST_BYTES = 1_000_000
"""A larger file is not read: it is no table of corrections any more, and would hold up the window."""

log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """Why the file as a whole can't be used. It is then left alone, and nothing can be added."""

    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    UNREADABLE = "unreadable"
    NO_FILE = "no-file"


_TROUBLES = {errno.EFBIG: Trouble.TOO_LARGE, errno.EISDIR: Trouble.NO_FILE, errno.EINVAL: Trouble.NO_FILE}


class Correcting(QObject):
    """Keeps `Manner.corrections` and their file, at `path`, the same.

    `bad_lines` are the lines of the file that can't be used; `trouble` is what keeps all of it from being used.
    """

    looked = Signal()
    """Emitted when the file was found changed or has been written: its bad lines and its trouble may be others."""

    def __init__(self, store: Store, log: StepLog, pages: Pages, unanswered: Unanswered, path: Path) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._unanswered = unanswered
        self.path = path
        self.bad_lines: tuple[BadLine, ...] = ()
        self.trouble: Trouble | None = None
        self._data = b""
        self._untold: Notice | None = None
        self._told: Notice | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        store.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)
        self.look()

    # -- commands ---------------------------------------------------------------------------------------------

    def draft(self) -> Correction | None:
        """Return the selected words and what the page shows for them, to be corrected for the script shown.

        None when nothing is selected or more than a correction can hold, and for the original, which is as it is.
        """
        state, page = self._store.state, self._pages.page()
        if (
            state.document is None
            or page is None
            or not state.pane.selection
            or state.focused_manner.script is Script.ORIGINAL
        ):
            return None
        place = page.to_page(state.pane.selection)
        # A part of what is converted as a whole stands for all of it, in the source as on the page.
        span = page.to_source(place) if place else None
        if not place or not span:
            return None
        source, shown = state.document.words_at(span), page.words_of(place)
        return None if flaw_in(source, shown) else Correction(source, shown, state.focused_manner.script)

    def change(self, before: Correction | None, after: Correction | None) -> bool:
        """Put `after` in the place of `before`, None standing for absent, as a step that can be undone.

        False, with a sentence, if it can't be.
        """
        self.look()
        old = self._store.state.manner.corrections
        new = old.with_change(before, after)
        if new == old:
            return True
        if not self._write(new):
            return False
        self._log.add(CorrectionStep(old, new))
        return True

    def step(self, step: CorrectionStep) -> Outcome:
        """Do to the file as it is now what `step` says, where no other hand has written otherwise since."""
        self.look()
        if self.trouble is not None:
            self._store.replace(notice=self._complaint())
            return Outcome.REFUSED
        now = self._store.state.manner.corrections
        corrections = now.with_step(step.before, step.after)
        if corrections is None:
            concerned = correction_of(step.after, step.before) or correction_of(step.before, step.after)
            words = named(concerned) if concerned else ""
            self._store.notify("corrections-otherwise", NoticeKind.PROBLEM, correction=words)
            return Outcome.GONE
        return Outcome.DONE if corrections == now or self._write(corrections) else Outcome.REFUSED

    def make_file(self) -> bool:
        """Have the file be there for an editor, explaining itself; False, with a sentence, if it can't be made."""
        self.look()
        return self.path.exists() or self._write(self._store.state.manner.corrections)

    # -- the file ---------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Take over what the file says, if that is another thing than before, and tell what is wrong with it."""
        data, trouble = self._read()
        if (data, trouble) == (self._data, self.trouble):
            return
        before = self.bad_lines, self.trouble
        self._take(data, trouble)
        if (self.bad_lines, self.trouble) != before:
            self._untold = self._complaint()
            if self._told is not None:
                self._unanswered.withdraw(self._told)
            self._soon.start()

    def _read(self) -> tuple[bytes, Trouble | None]:
        """Return the content of the file, none where there is no file, and why it can't be used."""
        try:
            data = read_regular(self.path, LARGEST_BYTES)
        except FileNotFoundError:
            return b"", None
        except OSError as error:
            log.info("the corrections can't be read: %s", error)
            return b"", _TROUBLES.get(error.errno or 0, Trouble.UNREADABLE)
        return data, None if _is_utf8(data) else Trouble.NOT_UTF8

    def _take(self, data: bytes, trouble: Trouble | None = None) -> None:
        """Let `data` hold, the content of the file, or nothing where there is trouble with it."""
        corrections, bad_lines = parse_corrections("" if trouble else data.decode("utf-8"))
        self._data, self.trouble, self.bad_lines = data, trouble, bad_lines
        if corrections != self._store.state.manner.corrections:
            self._store.replace(manner=replace(self._store.state.manner, corrections=corrections))
        self.looked.emit()

    def _write(self, corrections: Corrections) -> bool:
        """Have the file say `corrections`, then let them hold; False, with a sentence, if it can't."""
        if self.trouble is not None:
            self._store.replace(notice=self._complaint())
            return False
        data = format_corrections(corrections, self._data.decode("utf-8")).encode("utf-8")
        if len(data) > LARGEST_BYTES:
            self._store.notify("corrections-too-many", NoticeKind.PROBLEM, file=str(self.path))
            return False
        try:
            write_durably(self.path, data)
        except OSError as error:
            log.info("the corrections can't be written: %s", error)
            self._store.notify("corrections-not-saved", NoticeKind.PROBLEM, reason=failure(error, self.path))
            return False
        self._take(data)
        return True

    # -- telling ----------------------------------------------------------------------------------------------

    def complaints(self) -> Iterator[Notice]:
        """Yield what to say of the file, or of each of its lines, that can't be used."""
        if self.trouble is not None:
            yield Notice(f"corrections-{self.trouble.value}", NoticeKind.PROBLEM, {"file": str(self.path)})
        for number, _, flaw, later in self.bad_lines:
            details = {"line": str(number), "later": str(later)}
            yield Notice(f"corrections-{flaw.value}", NoticeKind.PROBLEM, details)

    def _complaint(self) -> Notice | None:
        """Return what to say of the file in one sentence, None when nothing is wrong with it."""
        if len(self.bad_lines) > 1:
            details = {"count": str(len(self.bad_lines)), "line": str(self.bad_lines[0].number)}
            return Notice("corrections-several", NoticeKind.PROBLEM, details)
        return next(self.complaints(), None)

    def _tell(self) -> None:
        """Say what is wrong with the file, once nothing else is being said."""
        if self._untold is not None and self._store.state.notice is None:
            self._told, self._untold = self._untold, None
            self._store.replace(notice=self._told)

    def _on_changed(self, old: State, new: State) -> None:
        if old.notice is not None and new.notice is None:
            self._soon.start()

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
