"""The panes of the window: one page, or two side by side, each below a line that tells which has the focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.ui.page.answer_page import AnswerPage

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_LINE_PX = 2
_NAMES = ("answerPage", "answerPage.second")


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
    """One page below its line, which is seen only where there are two."""

    def __init__(self, page: AnswerPage) -> None:
        super().__init__()
        self.page = page
        self._line = _Line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(page, 1)

    def show_line(self, color: str | None) -> None:
        """Draw the line in `color`; None: leave it out."""
        self._line.color = QColor(color or "transparent")
        self._line.setVisible(color is not None)
        self._line.update()


class PaneSplitter(QSplitter):
    """Holds a page for each pane of the session's state, and puts the keyboard where the focus of the state is."""

    asked_for_menu = Signal(QPoint)
    """Emitted with the place on the screen where a menu was asked for on a page."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("panes")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._session = session
        self._look = look
        self._cells: list[_Cell] = []
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
        """Follow how many panes there are, and which of them has the focus."""
        if len(old.panes) == len(new.panes) and old.focus == new.focus:
            return
        # Of the window, not of the app: a menu or the palette may have the keyboard for the moment.
        has_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._follow(new)
        if has_keyboard:
            self.page.setFocus()

    def _follow(self, state: State) -> None:
        """Have as many pages as `state` has panes."""
        while len(self._cells) > len(state.panes):
            cell = self._cells.pop()
            cell.setParent(None)  # the splitter has no part of it left when another one comes
            cell.deleteLater()
        while len(self._cells) < len(state.panes):
            self._add(len(self._cells))
        self._draw_lines()

    def _add(self, index: int) -> None:
        # Without a parent at first: a splitter takes whatever is made as its child for a part of its own.
        page = AnswerPage(self._session, self._look, None, index)
        page.setObjectName(_NAMES[index])
        page.customContextMenuRequested.connect(partial(self._ask_for_menu, page))
        cell = _Cell(page)
        self._cells.append(cell)
        self.addWidget(cell)
        if index:
            self.setTabOrder(self._cells[index - 1].page, page)
        self.setStretchFactor(index, 1)
        self.handle(index).setAccessibleName(self.tr("Width of the two sides"))
        if index:
            width = self.width() // len(self._cells)
            self.setSizes([width] * len(self._cells))

    def _ask_for_menu(self, page: AnswerPage, place: QPoint) -> None:
        self.asked_for_menu.emit(page.viewport().mapToGlobal(place))

    def _draw_lines(self) -> None:
        tokens, focus = self._look.tokens, self._session.state.focus
        several = len(self._cells) > 1
        for index, cell in enumerate(self._cells):
            color = tokens.accent if index == focus else tokens.hairline
            cell.show_line(color if several else None)
