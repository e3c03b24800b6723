"""The store: the one place where the state is held and replaced, and which says so."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QObject, Signal

from desktop.session.state import Notice, NoticeKind, State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Unpack

    from desktop.documents import Document
    from desktop.session.changes import Changes
    from desktop.session.failure import Failure
    from desktop.session.listing import Listing, Order
    from desktop.session.manner import Manner
    from desktop.session.own.own import Own
    from desktop.session.pane import OtherSide, Pane
    from desktop.session.search import Concordance, Search, SearchMode
    from desktop.session.state import Lighting, Notes, Panel, Preferences, SaveState, Theme, Undoable


class StateChanges(TypedDict, total=False):
    """The groups of a `State` that another takes the place of; a test holds that these are its fields."""

    document: Document | None
    manner: Manner
    panes: tuple[Pane, ...]
    focus: int
    awaited: OtherSide | None
    read: frozenset[int]
    listing: Listing
    notes: Notes
    changes: Changes
    saving: SaveState
    own: Own | None
    lights: Lighting
    search: Search | None
    search_mode: SearchMode | None
    concordance: Concordance | None
    undoable: Undoable
    notice: Notice | None
    recent: tuple[Path, ...]
    preferences: Preferences


class PreferenceChanges(TypedDict, total=False):
    """What of the `Preferences` is set; a test holds that these are their fields."""

    theme: Theme
    language: str
    text_size: int
    sidebar_shown: bool
    notes_shown: bool
    panel: Panel
    color: str
    choices_shown: bool
    beside: bool
    order: Order
    left_share: int
    scripts_together: bool
    answers_together: bool
    shared_shown: bool


class Store(QObject):
    """Holds the `State` and says when another takes its place. It knows nobody; all others are handed it."""

    changed = Signal(object, object)
    """Emitted with the old and the new `State`."""

    settled = Signal()
    """Emitted when all who listen to `changed` have heard of the state as it is now."""

    committing = Signal()
    """Emitted when what is being typed has to be put into the state; see `commit_typing`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self._untold: deque[tuple[State, State]] = deque()
        self._telling = False

    def replace(self, **changes: Unpack[StateChanges]) -> None:
        """Replace the state with one in which these groups have taken the places of theirs, and say so."""
        self.update(lambda state: replace(state, **changes))

    def replace_pane(self, pane: Pane, index: int | None = None) -> None:
        """Have `pane` take the place of the one at `index`; None: of the one in focus."""
        self.update(lambda state: state.with_pane(pane, index))

    def update(self, change: Callable[[State], State]) -> None:
        """Have what `change` makes of the present state take its place, and say so.

        A listener may replace it too: all listeners hear of that afterwards. Told at once, those behind it would
        hear of the newer state first and then draw the older one.
        """
        before, self.state = self.state, change(self.state)
        self._untold.append((before, self.state))
        if not self._telling:
            self._tell()

    def _tell(self) -> None:
        self._telling = True
        try:
            while self._untold:
                self.changed.emit(*self._untold.popleft())
        finally:
            self._telling = False
        self.settled.emit()

    def notify(self, code: str, kind: NoticeKind, **details: str | Failure) -> None:
        """Say one sentence to the reader: `code` names it, `details` fill its gaps."""
        self.replace(notice=Notice(code, kind, details))

    def dismiss_notice(self) -> None:
        """Take the sentence away."""
        if self.state.notice is not None:
            self.replace(notice=None)

    def prefer(self, **preferences: Unpack[PreferenceChanges]) -> None:
        """Set preferences; they hold from now on and are remembered."""
        changed = replace(self.state.preferences, **preferences)
        if changed != self.state.preferences:
            self.replace(preferences=changed)

    def unfold(self, panel: Panel) -> None:
        """Have the panel at the right unfolded, with `panel` in it."""
        self.prefer(notes_shown=True, panel=panel)

    def commit_typing(self) -> None:
        """Have what is being typed put into the state.

        To be called before another document takes the place of the open one, before all is saved at the end, before
        a step is taken back or made again, before a note is deleted.
        """
        self.committing.emit()
