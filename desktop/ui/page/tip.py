"""The tool tip of the page: the note of the mark under the pointer, and why the word there reads as it does."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QToolTip

from desktop.ui.look.tooltip import as_line, as_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from desktop.session import Session
    from desktop.text import Span
    from desktop.ui.look.look import Look
    from desktop.ui.page.explanation import Account
    from desktop.ui.page.place import Places
    from desktop.ui.page.view import PageView

_STAY_MS = 600_000
"""As good as for ever: the tip goes when the pointer leaves the word, not while it is being read."""

_FARTHEST = 200
"""How many code points of a selection are asked, one by one, for something to say."""


class PageTip:
    """Shows the tip of `view`, which shows the pane `index`, and keeps it true while the page is set anew.

    Offsets are the source's, points are pixels of the viewport.
    """

    def __init__(self, view: PageView, session: Session, index: int, look: Look) -> None:
        self._view = view
        self._index = index
        self._session = session
        self._look = look
        self._places: Places | None = None
        self._words = ""
        self._offset: int | None = None
        self._pointer: QPointF | None = None

    def hover(self, point: QPointF, offset: int | None) -> None:
        """Show what there is to say about the word at `offset`, over which the pointer is at `point`."""
        self._offset, self._pointer = offset, point
        self._show()

    def explain(self, span: Span) -> None:
        """Show what there is to say about the first word of `span` of which there is anything; below the word.

        It is told to those who listen instead of looking, too.
        """
        self._offset, self._pointer = self._telling(span), None
        self._show()
        self._view.setAccessibleDescription(QTextDocumentFragment.fromHtml(self._words).toPlainText())

    def follow(self, places: Places | None) -> None:
        """Take `places` for the page from now on; what is being said of a word is said as it is there."""
        self._places = places
        if self._is_up():
            self._show()

    def hide(self) -> None:
        """Take the tip away, if it is this one."""
        if self._is_up():
            QToolTip.hideText()

    def _is_up(self) -> bool:
        return bool(self._words) and QToolTip.isVisible() and QToolTip.text() == self._words

    def _telling(self, span: Span) -> int:
        """Return the first offset in `span` of whose word there is anything to say; its start if there is none."""
        from desktop.ui.page.explanation import account_of

        offset = span.start
        while offset < min(span.end, span.start + _FARTHEST):
            account = account_of(self._session, offset, self._index)
            if account and account.tells:
                return offset
            offset = max(offset + 1, account.span.end if account else 0)
        return span.start

    def _show(self) -> None:
        # Imported late: nothing is explained before the first paint.
        from desktop.ui.page.explanation import account_of

        account = account_of(self._session, self._offset, self._index) if self._offset is not None else None
        boxes = self._boxes(account.span) if account else []
        self._words = "".join(filter(None, (as_tooltip(self._note()), self._told(account))))
        viewport = self._view.viewport()
        if self._pointer is not None:
            place = self._pointer.toPoint()
            area = next((box for box in boxes if box.contains(place)), QRect())
        else:
            area = boxes[0] if boxes else viewport.rect()
            place = area.bottomLeft() if boxes else area.center()
        QToolTip.showText(viewport.mapToGlobal(place), self._words, viewport, area, _STAY_MS)

    def _note(self) -> str:
        """Return the note of the mark under the pointer."""
        if self._pointer is None or self._offset is None:
            return ""
        mark = self._session.annotations.at(self._offset)
        return self._session.state.notes.annotations[mark].note if mark else ""

    def _told(self, account: Account | None) -> str:
        """Return the rich text about a word; who asks by the keyboard is always answered."""
        if account and account.tells:
            from desktop.ui.page.explanation import as_html

            manner = self._session.state.at(self._index).focused_manner
            return as_html(account, self._look, manner.shown_script)
        if self._pointer is not None:
            return ""
        return as_line(escape(QCoreApplication.translate("Explanation", "This reads as it does in the original.")))

    def _boxes(self, span: Span) -> list[QRect]:
        """Return the rectangles of the words `span`, one for each line that they are on."""
        place = self._places.to_document(span) if self._places else None
        if self._places is None or place is None:
            return []
        em, scrolled = self._look.page_px, self._view.map.value()
        return [piece.box(em).translated(0, -scrolled).toAlignedRect() for piece in self._places.pieces(place)]
