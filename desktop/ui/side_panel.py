"""The panel at the right of the page: a row of tabs, and below it what the chosen one is of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.session.state import Panel
from desktop.ui.notes.panel import NotesPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_WIDTH_PX, _NARROWEST_PX = 300, 220
_SIDE_PX, _RIGHT_PX, _APART_PX = 18, 14, 22
_HEAD_PX = 44
_UNDERLINE_PX = 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PanelTab(QAbstractButton):
    """One name in the row, with a count where there is one; the chosen one is bold, over a short line of accent."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for an arrow key."""

    def __init__(self, panel: Panel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = panel
        self._look = look
        self._count = 0
        self.setObjectName(f"panelTab.{panel.value}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_HEAD_PX)
        # A click leaves the keyboard on the page; Tab and the arrows bring it here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def words(self) -> str:
        """What stands on the tab."""
        return f"{self.text()}  {QLocale().toString(self._count)}" if self._count else self.text()

    def call(self, title: str) -> None:
        """Have `title` stand on the tab."""
        self.setText(title)
        self._speak()

    def show_count(self, count: int) -> None:
        """Have `count` stand behind the title; 0: nothing."""
        if count != self._count:
            self._count = count
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words in bold, so that none moves when another one is chosen."""
        font = self._look.interface_font()
        font.setBold(True)
        return QSize(QFontMetrics(font).horizontalAdvance(self.words), _HEAD_PX)

    def minimumSizeHint(self) -> QSize:
        """Return as much: a tab is seen whole."""
        return self.sizeHint()

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay: a click asks the session, and the session's answer is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and the line below the chosen one."""
        painter, tokens, font = QPainter(self), self._look.tokens, self._look.interface_font()
        chosen, marked = self.isChecked(), self.underMouse() or self.hasFocus()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink if chosen or marked else tokens.second))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.words)
        if chosen or self.hasFocus():
            color = tokens.accent if chosen else tokens.second
            width = painter.fontMetrics().horizontalAdvance(self.words)
            painter.fillRect(0, self.height() - _UNDERLINE_PX, width, _UNDERLINE_PX, QColor(color))


class PanelHead(QWidget):
    """The row of tabs over a hairline."""

    chosen = Signal(Panel)
    """Emitted with what the reader wants to see in the panel."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.tabs = {panel: PanelTab(panel, look, self) for panel in Panel}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE_PX, 0, _RIGHT_PX, 0)
        self._row.setSpacing(_APART_PX)
        for tab in self.tabs.values():
            tab.clicked.connect(partial(self._choose, tab))
            tab.stepped.connect(partial(self._step, tab))
            self._row.addWidget(tab)
        self._row.addStretch()
        self.setFixedHeight(_HEAD_PX)
        look.changed.connect(self._dress)

    def choose(self, panel: Panel) -> None:
        """Show which tab is chosen."""
        for name, tab in self.tabs.items():
            tab.setChecked(name is panel)

    def _choose(self, tab: PanelTab) -> None:
        self.chosen.emit(tab.panel)

    def _step(self, tab: PanelTab, by: int) -> None:
        """Move the keyboard, and the choice, to the tab beside `tab`, round the end."""
        tabs = list(self.tabs.values())
        other = tabs[(tabs.index(tab) + by) % len(tabs)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()

    def _dress(self) -> None:
        for tab in self.tabs.values():
            tab.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below the row."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.tokens.hairline))


class SidePanel(QWidget):
    """Holds the notes, and one widget for each other `Panel`, which is made when it is first shown.

    Its left edge is a hairline of its own, which the chosen note lies over: that opens onto the page.
    """

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._late: dict[Panel, Callable[[], QWidget]] = {}
        self.setObjectName("sidePanel")
        self.head = PanelHead(look, self)
        self.notes = NotesPanel(session, look, desk, self)
        self._made: dict[Panel, QWidget] = {Panel.NOTES: self.notes}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.notes, 1)
        self.notes.left.connect(self.left)
        self.notes.counted.connect(self.head.tabs[Panel.NOTES].show_count)
        self.head.tabs[Panel.NOTES].show_count(len(session.state.notes.annotations))
        self.head.chosen.connect(session.store.unfold)
        for panel, tab in self.head.tabs.items():
            tab.setVisible(panel in self._made)
        session.changed.connect(self._follow)
        self._speak()
        self._show(session.state.preferences.panel)

    def complete(self) -> None:
        """Have all that isn't seen on the first page."""
        self.notes.complete()

    def add(self, panel: Panel, make: Callable[[], QWidget]) -> None:
        """Have `make` make the widget of `panel` when it is first shown."""
        self._late[panel] = make
        self.head.tabs[panel].show()
        self._show(self._session.state.preferences.panel)

    def widget(self, panel: Panel) -> QWidget:
        """Return the widget of `panel`, which is made if it isn't there yet."""
        if panel not in self._made:
            self._made[panel] = widget = self._late[panel]()
            widget.hide()
            self._column.addWidget(widget, 1)
        return self._made[panel]

    def _follow(self, old: State, new: State) -> None:
        if old.preferences.panel is not new.preferences.panel:
            self._show(new.preferences.panel)

    def _show(self, panel: Panel) -> None:
        """Show the widget of `panel`, which has the keyboard then if the one before it had."""
        panel = panel if panel in self._made or panel in self._late else Panel.NOTES
        shown = self.widget(panel)
        here = QApplication.focusWidget()
        for widget in self._made.values():
            if widget is not shown and here is not None and (widget is here or widget.isAncestorOf(here)):
                shown.show()
                shown.setFocus()
            widget.setVisible(widget is shown)
        self.setFocusProxy(shown)
        self.head.choose(panel)

    def _speak(self) -> None:
        titles = {Panel.NOTES: self.tr("Notes"), Panel.WORDS: self.tr("Words"), Panel.SEARCH: self.tr("Search")}
        for panel, title in titles.items():
            self.head.tabs[panel].call(title)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width to begin with."""
        return QSize(_WIDTH_PX, 3 * _WIDTH_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a note can be read, and the tabs be seen whole."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge towards the page."""
        QPainter(self).fillRect(0, 0, 1, self.height(), QColor(self._look.tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
