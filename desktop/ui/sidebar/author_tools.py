"""What stands between the question and a list that is worth arranging: a field for names, and the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.session.people import order_of, passing, people_of
from desktop.ui.commands import COMMANDS
from desktop.ui.commands.menus import ORDER_MENU
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.fields.entry import EntryField
from desktop.ui.look.look import SIDE_PX, SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_RIGHT_PX = 8
_PADDING_PX = 8
_ANGLE_PX = 16
_FIELD_PX = 13


class OrderButton(QToolButton):
    """Says in which order the answers are listed, with an angle behind it, and offers the others."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self.setObjectName("authorOrder")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._offer)

    def draw(self) -> None:
        """Say the order that is in force."""
        words = COMMANDS[f"authors.sort.{order_of(self._desk.session.state).value}"].plain_title
        self.setText(words)
        self.setAccessibleName(self.tr("Order: {order}").format(order=words))
        tokens = self._look.tokens
        color = f"QToolButton {{ color: {tokens.second}; padding: 3px {_PADDING_PX}px; text-align: left; }}"
        dress(self, self._look.interface_font(SMALL_PX), color)

    def sizeHint(self) -> QSize:
        """Return room for the words and the angle."""
        return super().sizeHint() + QSize(_ANGLE_PX, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words that are cut tell nothing of the order."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and an angle that points down."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._look.tokens.second), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        place = QPointF(self.width() - _PADDING_PX - 4, self.height() / 2 + 1)
        painter.drawPolyline([place + QPointF(-3.5, -2), place + QPointF(0, 1.5), place + QPointF(3.5, -2)])

    def _offer(self) -> None:
        menu = CommandMenu(self._desk, self, self.accessibleName())
        add_orders(menu)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class AuthorTools(QWidget):
    """A field to filter names by and the order that answers are in, each where it is of use."""

    left = Signal()
    """Emitted when the keyboard should go to the list."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session: Session = desk.session
        self._look = look
        self.field = EntryField(self)
        self.field.setObjectName("authorFilter")
        self._count = QLabel(self.field)
        self._count.setObjectName("authorsPassing")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        within = QHBoxLayout(self.field)
        within.setContentsMargins(0, 0, _PADDING_PX, 0)
        within.addStretch()
        within.addWidget(self._count)
        self.order = OrderButton(desk, look, self)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.order)
        row.addStretch()
        self.field.textChanged.connect(self._filter)
        self.field.cancelled.connect(self._end)
        self.field.accepted.connect(self._take)
        self.draw_all()

    def draw(self, *, named: bool, ordered: bool) -> None:
        """Show the field, where names are `named`, and the order, where the list can be `ordered`."""
        self.setVisible(named or ordered)
        self.field.setVisible(named)
        self.order.setVisible(ordered)
        # Words begin below those of the question, a field's edge does.
        self._row.setContentsMargins(SIDE_PX if named else SIDE_PX - _PADDING_PX, 0, _RIGHT_PX, 8)
        words = self._session.state.listing.filter
        if self.field.text() != words:
            self.field.setText(words)
        self._draw_count()
        self.order.draw()

    def _draw_count(self) -> None:
        """Say within the field how many of how many people are listed, where some are left out."""
        state = self._session.state
        counts = ""
        if state.document is not None and state.listing.filter.strip():
            everyone = len(people_of(state.document).everyone)
            counts = f"{self.locale().toString(passing(state))} / {self.locale().toString(everyone)}"
        self._count.setText(counts)
        self.field.setTextMargins(0, 0, self._count.sizeHint().width() + _PADDING_PX if counts else 0, 0)

    def draw_all(self) -> None:
        """Say everything in the language, the colours and the fonts that are worn now."""
        self.field.setPlaceholderText(self.tr("Filter names"))
        self.field.setAccessibleName(self.tr("Filter names"))
        self.field.setFont(self._look.interface_font(_FIELD_PX))
        dress(self._count, self._look.interface_font(SMALL_PX), f"color: {self._look.tokens.second};")
        self.order.draw()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self.draw_all()
        super().changeEvent(event)

    def _filter(self, words: str) -> None:
        self._session.authors.filter(words)

    def _end(self) -> None:
        """List everyone again, with the keyboard on the list."""
        self.left.emit()
        self._session.authors.seek(sought=False)

    def _take(self, _words: str) -> None:
        """Go to the first of those listed, with the keyboard on the list."""
        self.left.emit()


def add_orders(menu: CommandMenu) -> None:
    """Add to `menu` the orders that the answers can be in, which is the usual one, and whether posts are together."""
    *orders, usual = [one for one in ORDER_MENU.ids() if one.startswith("authors.sort.")]
    menu.add_choice(orders)
    menu.addSeparator()
    menu.add_command(usual)
    menu.add_command("authors.together")
