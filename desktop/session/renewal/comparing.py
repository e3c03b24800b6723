"""The open thread compared with the version that was read before it, after its first page has been painted."""

from __future__ import annotations

import logging
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.documents import DocumentError, SeveralThreadsError
from desktop.session.people import arranged
from desktop.session.state import Notice, NoticeKind
from desktop.session.work.tasks import Tasks
from desktop.session.work.worker import Worker
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from desktop.comparison.renewal import GoneAnswer, Renewal
    from desktop.comparison.words import DiffPiece
    from desktop.documents import Document, FoundThread
    from desktop.session.navigation import Navigation
    from desktop.session.renewal.differences import EditedAnswer
    from desktop.session.renewal.saves import Saves
    from desktop.session.state import State
    from desktop.session.store import Store

_COUNTED = ("new", "edited", "gone")
FOUND = tuple("-".join(("changes", *some)) for most in (1, 2, 3) for some in combinations(_COUNTED, most))
"""The codes of the notices that say what was changed: which of these there are."""

log = logging.getLogger(__name__)


class _Asked(NamedTuple):
    """A comparison that the reader asked for: see `Comparing.compare_with`."""

    document: Document
    path: Path
    encoding: str | None
    choose: Callable[[Sequence[FoundThread]], None] | None


class Comparing(QObject):
    """Finds what a newer save changed, says it once, and leads to it; the versions read are kept in `folder`.

    `saves` reads what it compares with and shows an earlier version. The worker is one of its own: neither a flip
    nor a save waits for what is read and written here. `executor` is for tests that want work at once.
    """

    def __init__(
        self,
        store: Store,
        navigation: Navigation,
        saves: Saves,
        folder: Path,
        executor: Executor | None = None,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._navigation = navigation
        self._saves = saves
        self._folder = folder
        self._worker = Worker(executor)
        self._tasks = Tasks(self, self._worker)
        self._tasks.failed.connect(self._on_failed)
        self._begun = False
        self._sought: Document | None = None
        self._awaited: tuple[Document, str] | None = None
        self._due = False
        store.settled.connect(self._on_settled)

    def begin(self) -> None:
        """Compare what is open, and whatever is opened from now on; to be called after the first paint."""
        if not self._begun:
            self._begun = True
            self._on_settled()

    def stop(self) -> None:
        """Compare nothing from now on."""
        self._tasks.close()
        self._worker.close()

    # -- getting about ----------------------------------------------------------------------------------------

    def go_on(self, by: int = 1) -> None:
        """Go to the next (1) or previous (-1) answer that is new or edited, as they are listed, round the end.

        Those that are marked no more are gone to where none is marked. Where there is no other, go to the first one
        that is gone.
        """
        state = self._store.state
        there = next_changed(state, by)
        if there is not None:
            self._navigation.show_answer(there)
        elif state.changes.gone:
            self.read(state.changes.gone[0])

    def read(self, gone: GoneAnswer) -> None:
        """Show an answer that is gone, in the version that was read last with it."""
        document = self._store.state.document
        if document is None:
            return

        def done(version: Document | None) -> None:
            if version is None:
                self._store.notify("changes-lost", NoticeKind.PROBLEM)
            elif self._store.state.document is document:
                self._saves.visit(gone, version)

        self._tasks.start("visit", self._loading(gone.sha256, document), done)

    def compare_with(
        self,
        path: Path,
        encoding: str | None = None,
        choose: Callable[[Sequence[FoundThread]], None] | None = None,
    ) -> None:
        """Have the open thread compared with the save of it at `path`, which the reader names, until it is closed.

        Before that it is kept itself, and compared with what was read before. `encoding` is one that the reader
        chooses for the save, `choose` is given the threads of a folder or zip that holds several.
        """
        document = self._store.state.document
        if document is None:
            return
        if self._awaited is not None and self._awaited[0] is document:
            self._compare(*self._awaited, prefetched=False)
        asked = _Asked(document, path.absolute(), encoding, choose)
        self._tasks.start("named", self._comparing(asked), lambda found: self._on_compared(asked, found))

    def _comparing(self, asked: _Asked) -> Callable[[], tuple[Document, Renewal] | DocumentError]:
        """Return what reads the save that was `asked` for and finds what is otherwise now, on the worker."""
        folder, pause = self._folder, self._worker.pause
        read = self._saves.reading(asked.path, asked.encoding, pause)

        def work() -> tuple[Document, Renewal] | DocumentError:
            from desktop.comparison.named import renewal_since

            with giving_way():
                try:
                    base = read()
                except DocumentError as error:
                    return error
                return base, renewal_since(base, asked.document, folder, pause)

        return work

    def _on_compared(self, asked: _Asked, found: tuple[Document, Renewal] | DocumentError) -> None:
        document, path, encoding, choose = asked
        now = self._store.state.document
        if isinstance(found, SeveralThreadsError) and choose is not None:
            choose(found.threads)
        elif isinstance(found, DocumentError):
            self._saves.refuse(found, path, lambda codec: self.compare_with(path, codec, choose))
        elif now is document:
            if encoding is not None:
                self._saves.remember_encoding(path, encoding, found[0])
            self._take(found[1], path)
        elif _is_of_one_text(now, document):  # another line was named meanwhile
            self.compare_with(path, encoding, choose)

    def _take(self, found: Renewal, path: Path) -> None:
        """Show what is otherwise than in the save at `path`, and say it."""
        changes = self._store.state.changes.with_named(found)
        self._due = False
        kinds = [kind.value for kind in found.kinds.values()]
        counts = {"new": kinds.count("new"), "edited": kinds.count("edited"), "gone": len(found.gone)}
        details = {"name": path.name} | {kind: str(count) for kind, count in counts.items()}
        if found:
            notice = Notice("changes-compared", NoticeKind.QUESTION, details)
        else:
            notice = Notice("changes-none", NoticeKind.NEWS, details)
        self._store.replace(changes=changes, notice=notice)

    def see_all(self) -> None:
        """Take all that was changed to be seen: nothing is marked any more."""
        self._store.replace(changes=self._store.state.changes.all_seen())

    def find_words(self, edited: EditedAnswer, done: Callable[[tuple[DiffPiece, ...] | None], None]) -> None:
        """Have it found what came and went in an edited answer, and then `done` with that.

        With None where the earlier version can't be had any more.
        """
        pause, load = self._worker.pause, self._loading(edited.base, edited.document)

        def work() -> tuple[DiffPiece, ...] | None:
            from desktop.session.renewal.differences import pieces_of

            base = load()
            with giving_way():
                return None if base is None else pieces_of(edited, base, pause)

        self._tasks.start("words", work, done)

    def _loading(self, sha256: str, document: Document) -> Callable[[], Document | None]:
        """Return what loads the version with this digest of the open `document`, on the worker."""
        folder = self._folder

        def load() -> Document | None:
            from desktop.comparison.kept import KeptThreads

            return KeptThreads(folder).document(sha256, document)

        return load

    def find_no_words(self) -> None:
        """Drop what `find_words` is still finding."""
        self._tasks.cancel("words")

    # -- comparing --------------------------------------------------------------------------------------------

    def _compare(self, document: Document, left: str, *, prefetched: bool = True) -> None:
        """Have `document` compared with what was read before, and kept itself; `left` is what was on show before."""
        self._awaited = document, left
        folder, pause = self._folder, self._worker.pause

        def work() -> Renewal | None:
            from desktop.comparison.kept import KeptThreads
            from desktop.comparison.renewal import take_in

            with giving_way():
                return take_in(KeptThreads(folder), document, pause, left)

        def done(renewal: Renewal | None) -> None:
            self._awaited = None
            if self._store.state.document is not document:  # an earlier version is visited: once more after that
                self._sought = None
                return
            changes = self._store.state.changes
            if renewal or changes.remembered.renewal is not None:
                self._store.replace(changes=changes.with_found(renewal or None))
                self._due = bool(renewal) and changes.unasked is None and not changes.told
                self._on_settled()

        self._tasks.start("compare", work, done, prefetched=prefetched)

    def _compare_again(self, found: Renewal, document: Document) -> None:
        """Have `document`, of which a line was named, compared with the named save again: what was `found` before."""
        folder, pause = self._folder, self._worker.pause

        def work() -> Renewal | None:
            from desktop.comparison.named import renewal_again

            with giving_way():
                return renewal_again(found, document, folder, pause)

        def done(again: Renewal | None) -> None:
            state = self._store.state
            renewal = state.changes.renewal
            if state.document is not document:
                self._sought = None
            elif again is not None and renewal is not None and renewal.base == again.base:
                self._store.replace(changes=replace(state.changes, renewal=again))

        self._tasks.start("again", work, done)

    def _on_settled(self) -> None:
        """Follow the state once all have heard of it: what is open, what is on the page, whether the bar is free."""
        state = self._store.state
        if not self._begun or state.changes.visit is not None:
            return
        if state.document is not self._sought:
            left, self._sought, self._due = self._sought, state.document, False
            self._awaited = None
            for slot in ("compare", "again"):
                self._tasks.cancel(slot)
            if state.document is not None:
                self._compare(state.document, left.sha256 if left is not None else "")
                if state.changes.unasked is not None and state.changes.renewal is not None:
                    self._compare_again(state.changes.renewal, state.document)
            return
        looked = state.changes.looking_at(frozenset(pane.answer for pane in state.panes))
        if looked is not state.changes:
            self._store.replace(changes=looked)
        elif self._due and state.notice is None:
            self._say()

    def _say(self) -> None:
        """Say what was changed. It is said once for each save."""
        self._due = False
        state = self._store.state
        notice = found_notice(state)
        self._store.replace(changes=replace(state.changes, told=True), notice=notice)

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)


def _is_of_one_text(one: Document | None, other: Document) -> bool:
    """Tell whether two documents are one, but for the lines that were named in it."""
    return one is not None and one.text is other.text


def next_changed(state: State, by: int) -> int | None:
    """Return the changed answer that is `by` steps on from the one in focus as they are listed, None for no other."""
    renewal = state.changes.renewal
    if state.document is None or renewal is None:
        return None
    changed = state.changes.marked or frozenset(renewal.kinds)
    walk = arranged(state).walk or range(len(state.document.answers))
    here = walk.index(state.pane.answer) if state.pane.answer in walk else -1
    round_the_end = (walk[(here + by * step) % len(walk)] for step in range(1, len(walk) + 1))
    return next((one for one in round_the_end if one in changed and one != state.pane.answer), None)


def found_notice(state: State) -> Notice | None:
    """Return what there is to say of what was changed and isn't seen yet, None for nothing."""
    changes, renewal = state.changes, state.changes.renewal
    if renewal is None:
        return None
    kinds = [renewal.kinds[answer].value for answer in changes.marked]
    counts = {"new": kinds.count("new"), "edited": kinds.count("edited"), "gone": renewal.went}
    some = [kind for kind in _COUNTED if counts[kind]]
    if not some:
        return None
    details = {kind: str(counts[kind]) for kind in some} | {"time": f"{renewal.since.astimezone():%Y-%m-%d}"}
    return Notice("-".join(("changes", *some)), NoticeKind.QUESTION, details, _offers(state))


def _offers(state: State) -> tuple[str, ...]:
    """Return what to offer besides the usual: where all that was changed is on the page, there is none to go to."""
    renewal, here = state.changes.renewal, state.pane.answer
    if renewal is None or renewal.gone or next_changed(state, 1) is not None:
        return ()
    return ("changes.words", "changes.seen") if here in renewal.earlier else ("changes.seen",)
