"""The line below an answer that says how many comments there are on it, and shows or folds them.

While they are folded it says what is in them, too: notes, lit keywords, what a search has found.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QPushButton

from desktop.session import marked_within
from desktop.text import Span
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    from desktop.documents import Answer
    from desktop.session import Session, State
    from desktop.ui.look.look import Look
    from desktop.ui.page.view import PageView

_BELOW_PX = 14


class FoldLine(QPushButton):
    """Says how many comments there are on the answer in the pane `index`, which `view` shows.

    It lies on the viewport, so that no position on the page counts it, and moves with the words.
    """

    def __init__(self, view: PageView, session: Session, look: Look, index: int) -> None:
        super().__init__(view.viewport())
        self.setObjectName("commentsLine")
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._look = look
        self._session = session
        self._index = index
        self._block = 0
        self._answer: Answer | None = None
        self._is_unfolded = False
        self.clicked.connect(lambda: session.panes.toggle_comments(index))
        view.scroll_map.valueChanged.connect(self.stand)
        view.settled.connect(self.stand)
        session.changed.connect(self.render_state)

    def say(self, answer: Answer, block: int, *, is_unfolded: bool) -> None:
        """Say how many comments there are on `answer`, whose last paragraph is this `block`, and stand below that."""
        self._answer, self._block, self._is_unfolded = answer, block, is_unfolded
        tokens = self._look.tokens
        sheet = (
            f"QPushButton#commentsLine {{ color: {tokens.second}; background: transparent; border: none;"
            f" border-top: 1px solid {tokens.hairline}; border-radius: 0; padding: 8px 0; text-align: left; }}"
            f"QPushButton#commentsLine:hover, QPushButton#commentsLine:focus {{ color: {tokens.accent};"
            f" border-top-color: {tokens.accent}; }}"
        )
        dress(self, self._look.interface_font(), sheet)
        self._tell()
        self.stand()

    def render_state(self, old: State, new: State) -> None:
        """Follow what is in the comments while they are folded."""
        if any(one is not other for one, other in zip(_inside(old), _inside(new), strict=True)):
            self._tell()

    def stand(self) -> None:
        """Stand below the answer's last line where that is in sight, else out of sight.

        It is never hidden, for what has the keyboard would hand it on then.
        """
        layout, view = self._view.page_layout, self._view
        scrolled, height = view.scroll_map.value(), self.sizeHint().height()
        is_gone = self._block >= view.document().blockCount()  # another text is being put in
        if is_gone or layout.top_of(self._block) > scrolled + view.viewport().height():
            self.move(self.x(), -2 * height)
            return
        lines = layout.lines_of(view.document().findBlockByNumber(self._block))
        room = QRectF(lines.left(), lines.bottom() - scrolled + _BELOW_PX, lines.width(), height)
        self.setGeometry(room.toRect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            layout, view = self._view.page_layout, self._view
            bottom = layout.lines_of(view.document().findBlockByNumber(self._block)).bottom() + _BELOW_PX
            foot = bottom + self.height() + _BELOW_PX
            if not view.scroll_map.value() <= bottom <= foot <= view.scroll_map.value() + view.viewport().height():
                view.scroll_map.setValue(round(foot - view.viewport().height()))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface now speaks."""
        super().changeEvent(event)
        if event.type() is event.Type.LanguageChange:
            self._tell()

    def _tell(self) -> None:
        if self._answer is None:
            return
        words = " · ".join((self.tr("%Ln comment(s)", "", len(self._answer.comments)), *self._inside(self._answer)))
        self.setText(f"{'▾' if self._is_unfolded else '▸'}  {words}")
        action = self.tr("Fold the comments") if self._is_unfolded else self.tr("Show the comments")
        self.setAccessibleName(f"{words}: {action}")

    def _inside(self, answer: Answer) -> Iterator[str]:
        """Yield what is in the comments that can't be seen, each by itself."""
        if self._is_unfolded or self._index >= len(self._session.state.panes):
            return
        state, folded = self._session.state, Span(answer.span.end, answer.extent.end)
        if notes := len({mark.annotation.id for mark in marked_within(state, folded)}):
            yield self.tr("%Ln note(s)", "", notes)
        places = state.lights.places.get(state.panes[self._index].answer, ())
        if lit := sum(folded.contains(place.span) for place in places):
            yield self.tr("%Ln lit", "", lit)
        hits = state.search.hits if state.search is not None else ()
        if found := bisect_left(hits, Span(folded.end, folded.end)) - bisect_left(hits, folded):
            yield self.tr("%Ln found", "", found)


def _inside(state: State) -> tuple[object, ...]:
    """Return what of `state` can be in comments."""
    return state.notes.placements, state.lights.places, state.search
