"""The panes of the window: one page, or two side by side, each below a line that tells which has the focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.session.state import LEFT_SHARES
from desktop.ui.page.answer_page import AnswerPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.session import Session, State
    from desktop.ui.look.look import Look
    from desktop.ui.sides.pair_head import PairHead
    from desktop.ui.sides.scrolling import ScrolledTogether

_LINE_PX = 2
_NAMES = ("answerPage", "answerPage.second")
_WHOLE = 1000
_HALF = 500
_HEAD_PX = 34
"""How high the row above two pages is."""
_KEPT_MS = 300
"""How long the divider rests before its place is kept: whatever is set by preferences is drawn anew then."""


class _Line(QWidget):
    """A line in one colour. It is painted: a style sheet takes a palette of a widget's own away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = QColor("transparent")
        self.setFixedHeight(_LINE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it with its colour."""
        QPainter(self).fillRect(self.rect(), self.color)


class _Cell(QWidget):
    """One page below its line, which is seen only where there are two; or the room of one that is still to come."""

    def __init__(self, page: AnswerPage | None) -> None:
        super().__init__()
        self._line = _Line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        if page is not None:
            self.page = page
            column.addWidget(page, 1)
        else:
            column.addStretch(1)
            self.setBackgroundRole(QPalette.ColorRole.Base)
            self.setAutoFillBackground(True)

    def show_line(self, color: str | None) -> None:
        """Draw the line in `color`; None: leave it out."""
        self._line.color = QColor(color or "transparent")
        self._line.setVisible(color is not None)
        self._line.update()


class PaneSplitter(QWidget):
    """Holds a page for each pane of the session's state, and puts the keyboard where the focus of the state is.

    Where a second pane is still awaited, its room is there already, so that nothing moves when it comes.
    """

    asked_for_menu = Signal(QPoint)
    """Emitted with the place on the screen where a menu was asked for on a page."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panes")
        self._session = session
        self._look = look
        self._cells: list[_Cell] = []
        self._room: _Cell | None = None
        self._together: ScrolledTogether | None = None
        self._head: PairHead | None = None
        self._share = session.state.preferences.left_share
        self._keeping = QTimer(self, singleShot=True, interval=_KEPT_MS)
        self._keeping.timeout.connect(self._keep_share)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._on_dragged)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        self._follow(session.state)
        session.changed.connect(self.render_state)
        look.changed.connect(self._draw_lines)

    @property
    def page(self) -> AnswerPage:
        """The page that commands act on."""
        return self._cells[min(self._session.state.focus, len(self._cells) - 1)].page

    @property
    def first(self) -> AnswerPage:
        """The page at the left, which is always there."""
        return self._cells[0].page

    def render_state(self, old: State, new: State) -> None:
        """Follow how many panes there are, which of them has the focus, and how wide each is."""
        if old.preferences.left_share != new.preferences.left_share and not self._keeping.isActive():
            self._share = new.preferences.left_share
            self._divide()
        if old.preferences.shared_shown != new.preferences.shared_shown:
            self._show_head(new)
        sides = len(old.panes) != len(new.panes) or old.awaited is not new.awaited
        if not sides and old.focus == new.focus:
            return
        # Of the window, not of the app: a menu or the palette may have the keyboard for the moment.
        has_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._follow(new)
        if has_keyboard:
            self.page.setFocus()

    def _follow(self, state: State) -> None:
        """Have as many pages as `state` has panes, and room for one that is awaited."""
        while len(self._cells) > len(state.panes):
            if self._together is not None:
                self._together.end()
            _take_away(self._cells.pop())
        if self._room is not None:
            _take_away(self._room)
            self._room = None
        while len(self._cells) < len(state.panes):
            self._add(len(self._cells))
        if state.awaited is not None and len(state.panes) == 1:
            self._room = _Cell(None)
            self._splitter.insertWidget(0 if state.awaited.at_left else 1, self._room)
        self._divide()
        self._draw_lines()
        self._show_head(state)

    def _show_head(self, state: State) -> None:
        """Have a head above two pages that tells what they share, or room for it while one is awaited."""
        is_pair = len(state.panes) > 1
        wanted = state.preferences.shared_shown and (is_pair or state.awaited is not None)
        if wanted and is_pair and self._head is None:
            from desktop.ui.sides.pair_head import PairHead

            self._head = PairHead(self._session, self._look, self)
            self._head.setFixedHeight(_HEAD_PX)
            self._column.insertWidget(0, self._head)
        if self._head is not None:
            self._head.setVisible(wanted and is_pair)
            self._head.come_after(self._cells[1].page if is_pair else None)
        self._column.setContentsMargins(0, _HEAD_PX if wanted and not is_pair else 0, 0, 0)

    def _add(self, index: int) -> None:
        # Without a parent at first: a splitter takes whatever is made as its child for a part of its own.
        page = AnswerPage(self._session, self._look, None, index)
        page.setObjectName(_NAMES[index])
        page.customContextMenuRequested.connect(partial(self._ask_for_menu, page))
        cell = _Cell(page)
        self._cells.append(cell)
        self._splitter.addWidget(cell)
        handle = self._splitter.handle(index)  # the first is never shown
        handle.setAccessibleName(self.tr("Width of the two sides"))
        if index:
            from desktop.ui.sides.scrolling import ScrolledTogether

            self.setTabOrder(self._cells[index - 1].page, page)
            handle.setToolTip(self.tr("Drag to share out the width; double-click for two halves"))
            handle.installEventFilter(self)
            self._together = ScrolledTogether(self._session, self._cells[0].page, page)

    def _ask_for_menu(self, page: AnswerPage, place: QPoint) -> None:
        self.asked_for_menu.emit(page.viewport().mapToGlobal(place))

    def _draw_lines(self) -> None:
        tokens, focus = self._look.tokens, self._session.state.focus
        several = self._splitter.count() > 1
        for index, cell in enumerate(self._cells):
            color = tokens.accent if index == focus else tokens.hairline
            cell.show_line(color if several else None)
        if self._room is not None:
            self._room.show_line(tokens.hairline)

    # -- the width --------------------------------------------------------------------------------------------

    def _divide(self) -> None:
        """Give the left side its share of the width."""
        if self._splitter.count() > 1:
            width = self._splitter.width() - self._splitter.handleWidth()
            left = round(width * self._share / _WHOLE)
            self._splitter.setSizes([left, width - left])

    def _on_dragged(self) -> None:
        left, right = self._splitter.sizes()
        share = round(_WHOLE * left / max(1, left + right))
        self._share = max(LEFT_SHARES.start, min(share, LEFT_SHARES.stop - 1))
        self._keeping.start()

    def _keep_share(self) -> None:
        """Have the width remembered, within what leaves both sides room for words."""
        self._session.prefer(left_share=self._share)
        self._divide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make both sides as wide when the divider between them is double-clicked."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self._keeping.stop()
            self._session.prefer(left_share=_HALF)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares of both sides."""
        super().resizeEvent(event)
        self._divide()


def _take_away(cell: _Cell) -> None:
    cell.setParent(None)  # the splitter has no part of it left when another one comes
    cell.deleteLater()
