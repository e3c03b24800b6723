"""The stripes on the screen: a list of Qt's, one for each answer, by the mouse and by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QToolTip

from desktop.keywords import Dispersion
from desktop.ui.charts.dispersion.stripe_paint import (
    StripeRoom,
    paint_current,
    paint_stripe,
    stripe_height,
    stripe_room,
    tick_near,
)
from desktop.ui.charts.dispersion.stripe_sentences import StripeSentences
from desktop.ui.charts.dispersion.stripes import Stripes, StripeTick
from desktop.ui.charts.fonts import NAME_PX
from desktop.ui.look.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.session import Session
    from desktop.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex

NOTHING = Stripes(Dispersion((), (), ()), (), (), ())
"""What is shown before anything is known."""

_NO_INDEX = QModelIndex()
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_GOING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAKEN = _GOING | {Qt.Key.Key_Escape}
_EDGE_PX = 3


class StripeModel(QAbstractListModel):
    """Lists the answers, with what stands where in words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.stripes = NOTHING
        self.tick: StripeTick | None = None
        """The tick that the keyboard is on."""
        self.sentences = StripeSentences(self)

    def show(self, stripes: Stripes) -> None:
        """Have `stripes` take the place of those that are listed."""
        self.beginResetModel()
        tick = self.tick
        self.stripes = stripes
        kept = tick is not None and tick.stripe < len(stripes.names) and tick in stripes.along(tick.stripe)
        self.tick = tick if kept else None
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many answers there are."""
        return 0 if parent.isValid() else len(self.stripes.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of an author, or a sentence: on the current tick where there is one, else on the stripe."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.stripes.names[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(index.row(), self.tick)
        return None

    def told(self, row: int, tick: StripeTick | None) -> str:
        """Return what there is to say of a row, or of a `tick` in it."""
        if tick is not None and tick.stripe == row:
            return self.sentences.tick(self.stripes, tick, self._session)
        return self.sentences.stripe(self.stripes, row)

    def move_to(self, tick: StripeTick | None) -> None:
        """Have the keyboard on another tick."""
        rows = {one.stripe for one in (self.tick, tick) if one is not None}
        self.tick = tick
        for row in rows:
            index = self.index(row)
            self.dataChanged.emit(index, index)


class _StripeDelegate(QStyledItemDelegate):
    """Says how high a row is, and paints it."""

    def __init__(self, stripes: StripeList) -> None:
        super().__init__(stripes)
        self._list = stripes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self._list.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._list.paint_row(painter, option.rect, index.row())
        painter.restore()


class StripeList(QListView):
    """Shows `Stripes`. Up and Down go from answer to answer, Left and Right from tick to tick, Return to the page."""

    gone_to = Signal(object)
    """Emitted with the `StripeTick` that the reader wants to read at."""

    visited = Signal(int)
    """Emitted with the number of the stripe whose answer the reader wants to read."""

    told = Signal(str)
    """Emitted with what there is to say of what the keyboard is on."""

    left = Signal()
    """Emitted for Escape."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._stripes = StripeModel(session, self)
        self._room = StripeRoom(0, 0, 1, 1)
        self.setObjectName("dispersionStripes")
        self.setModel(self._stripes)
        self.setItemDelegate(_StripeDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    @property
    def stripes(self) -> Stripes:
        """What is shown."""
        return self._stripes.stripes

    @property
    def row_height(self) -> int:
        """How high a stripe is, in pixels."""
        return stripe_height(self.stripes, self._room)

    def show_stripes(self, stripes: Stripes) -> None:
        """Show `stripes`; the keyboard stays on its row."""
        row = max(0, self.currentIndex().row())
        self._stripes.show(stripes)
        self.measure()
        if stripes.names:
            self.setCurrentIndex(self._stripes.index(min(row, len(stripes.names) - 1)))

    def measure(self) -> None:
        """Set the stripes by the room that there is and the fonts as they are now."""
        self._room = stripe_room(self.stripes, self._look.frame_font(NAME_PX), self.viewport().width())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def paint_row(self, painter: QPainter, place: QRect, row: int) -> None:
        """Paint a stripe, on a ground of its own where the keyboard is."""
        tokens, font = self._look.tokens, self._look.frame_font(NAME_PX)
        if row == self.currentIndex().row():
            painter.fillRect(place, QColor(tokens.raised))
            if self.hasFocus():
                painter.fillRect(QRect(place.left(), place.top(), _EDGE_PX, place.height()), QColor(tokens.accent))
        paint_stripe(painter, self.stripes, row, place, self._room, font, tokens)
        tick = self._stripes.tick
        if tick is not None and tick.stripe == row:
            paint_current(painter, self.stripes, tick, place, self._room, QColor(tokens.accent))

    # -- Qt ---------------------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        """Leave the tick of the row before, and tell of the new one."""
        super().currentChanged(current, previous)
        tick = self._stripes.tick
        if tick is not None and tick.stripe != current.row() >= 0:
            self._stripes.move_to(None)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Take Return and Escape, which are commands of the window elsewhere."""
        if isinstance(event, QKeyEvent) and event.key() in _TAKEN and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from tick to tick, go to where it is on the page, or leave."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif key in _GOING and self.currentIndex().isValid():
            self._go(self._stripes.tick, self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) tick of the current row, as the answer is read."""
        row = self.currentIndex().row()
        ticks = self.stripes.along(row) if row >= 0 else []
        if not ticks:
            return
        tick = self._stripes.tick
        here = ticks.index(tick) if tick is not None and tick in ticks else (-1 if by > 0 else len(ticks))
        self._stripes.move_to(ticks[max(0, min(here + by, len(ticks) - 1))])
        self._tell()

    def _go(self, tick: StripeTick | None, row: int) -> None:
        if tick is not None:
            self.gone_to.emit(tick)
        else:
            self.visited.emit(row)

    def _tell(self) -> None:
        index = self.currentIndex()
        self.told.emit(self._stripes.told(index.row(), self._stripes.tick) if index.isValid() else "")

    def _under(self, point: QPointF) -> tuple[int, StripeTick | None]:
        """Return the row and the tick at `point`; -1 and None where there is none."""
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return -1, None
        corner = QPointF(self.visualRect(index).topLeft())
        return index.row(), tick_near(self.stripes, self._room, index.row(), point - corner)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a tick can be clicked."""
        super().mouseMoveEvent(event)
        _, tick = self._under(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if tick else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the tick that was clicked."""
        super().mouseReleaseEvent(event)
        row, tick = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and tick is not None:
            self._go(tick, row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the answer that was double-clicked."""
        row, tick = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and tick is None and row >= 0:
            self.visited.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip in which sentence a place is, or what a stripe has."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, tick = self._under(QPointF(event.pos()))
            words = self._stripes.told(row, tick) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), as_tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper below the stripes."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.page))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stripes as much room as there is."""
        super().resizeEvent(event)
        self.measure()
