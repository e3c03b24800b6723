"""Questions and problems that something else was said over: they are put again, until answered or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.session.state import NoticeKind

if TYPE_CHECKING:
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.session.state import Notice, State
    from desktop.session.store import Store

_SAID_ANYWAY = frozenset({"save-failed", "save-half"})
"""What the window says by itself for as long as it holds."""


class Unanswered(QObject):
    """Puts the last of them again when what is said is taken away; another document has none of this one's."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._store = store
        self._waiting: list[tuple[Notice, NotesMatch | None]] = []
        store.changed.connect(self._on_changed)

    def withdraw(self, notice: Notice) -> None:
        """Say `notice` no more, neither now nor again: there is no reason for it any longer."""
        self._waiting = [(one, similar) for one, similar in self._waiting if one is not notice]
        if self._store.state.notice is notice:
            self._store.dismiss_notice()

    def _on_changed(self, old: State, new: State) -> None:
        if old.document is not new.document:
            self._waiting.clear()
        elif old.notice is not new.notice:
            if new.notice is None:
                self._put_again()
            elif old.notice is not None:
                self._keep(old.notice, new.notice, old)

    def _keep(self, notice: Notice, instead: Notice, state: State) -> None:
        """Have `notice`, which `instead` is said over, wait; of those with one code, the last one."""
        self._waiting = [
            (one, similar) for one, similar in self._waiting if one.code not in {notice.code, instead.code}
        ]
        if notice.kind is not NoticeKind.NEWS and notice.code != instead.code and notice.code not in _SAID_ANYWAY:
            self._waiting.append((notice, state.notes.similar))

    def _put_again(self) -> None:
        """Put the last that waits; one about notes on another thread only while these are asked about."""
        while self._waiting and self._store.state.notice is None:
            notice, similar = self._waiting.pop()
            if similar is self._store.state.notes.similar:
                self._store.replace(notice=notice)
