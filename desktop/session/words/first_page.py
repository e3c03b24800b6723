"""The page that the next start shows: what was decided of its lines is kept, so that it needs no jieba then.

In our own edition words towards traditional script are cut by jieba first, which takes a quarter of a second to load.
Nobody is shown a page without that and another one after it: a start shows the kept lines, and where there are none,
the original until all is ready.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.script import are_ready
from desktop.session.work.tasks import ask_no_more

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.documents import Document
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.names import KnownNames, ThreadNames
    from desktop.session.words.pages import Pages
    from desktop.session.work.table_loading import Key
    from desktop.session.work.tasks import Tasks

_REST_MS = 1_500
"""A page that a reader stays on so long is one to come back to."""
_LONGEST = 60_000
"""Code points of a page whose lines are kept; a longer one is rather waited for than read from the disk."""


class FirstPage(QObject):
    """Keeps the lines of the page in focus in the folder `cache`, and has those kept remembered again at a start."""

    def __init__(self, store: Store, pages: Pages, names: ThreadNames, cache: Path, work: Tasks) -> None:
        super().__init__(store)
        self._store = store
        self._pages = pages
        self._names = names
        self._cache = cache
        self._work = work
        self._kept: tuple[object, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._keep)

    def begin(self) -> None:
        """Keep lines from now on; to be called when the first page has been painted."""
        self._store.changed.connect(self._on_changed)
        self._rest.start()

    def stop(self) -> None:
        """Keep the lines of the page that was looked at last, if that was to be done, and none from now on."""
        if self._rest.isActive():
            self._rest.stop()
            if (work := self._work_to_do()) is not None:
                work()

    def restore(self, state: State) -> State | None:
        """Return `state`, which is about to be shown, with the names that are kept of its document.

        Its lines are remembered then, and show without jieba. None where nothing is kept that holds.
        """
        from desktop.script.kept_lines import read_lines, remember_lines

        document, keys = state.document, _keys(state)
        if document is None or not keys:
            return None
        kept = read_lines(self._cache, document.sha256, keys)
        if kept is None:
            return None
        self._names.restore(document, kept.found, kept.authors, kept.names)
        restored = self._names.put_in(state)
        if restored.manner.names != kept.names:
            return None  # somebody said more about names meanwhile
        remember_lines(keys, kept)
        return restored

    def _on_changed(self, old: State, new: State) -> None:
        if (old.document, old.panes, old.manner) != (new.document, new.panes, new.manner):
            self._rest.start()

    def _keep(self) -> None:
        if (work := self._work_to_do()) is not None:
            self._work.start("first page", work, ask_no_more)

    def _work_to_do(self) -> partial[None] | None:
        """Return what keeps the lines of the page in focus; None where that needs none, or they are kept already."""
        state = self._store.state
        document, keys, page = state.document, _keys(state), self._pages.page() if _keys(state) else None
        if document is None or page is None or not all(are_ready(*key) for key in keys):
            return None
        known = self._names.known(document, state.focused_manner)
        kept = (document, page, state.focused_manner)
        if known is None or len(page.text) > _LONGEST or self._kept == kept:
            return None
        self._kept = kept
        shown = [*self._pages.lines(), *self._pages.short_words()]
        return partial(_write, self._cache, document, keys, known, shown)


def _keys(state: State) -> tuple[Key, ...]:
    """Return the tables by which what `state` shows is converted by words."""
    conversions = state.focused_manner.conversions()
    return tuple((one.config, one.edition) for one in conversions if one.goes_by_words and one.config is not None)


def _write(cache: Path, document: Document, keys: Sequence[Key], known: KnownNames, shown: Sequence[str]) -> None:
    from desktop.script.kept_lines import KeptLines, remembered_lines, write_lines

    found, authors, names = known
    write_lines(cache, document.sha256, keys, KeptLines(found, authors, names, remembered_lines(keys, names, shown)))
