"""A row of the list of terms: its light, the term, a bar for each author, and the counts."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.light_line import draw_light_line
from desktop.ui.look.look import FRAME_PX, SMALL_PX
from desktop.ui.words.term_model import TermRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from desktop.ui.look.look import Look
    from desktop.ui.words.term_figures import TermFigures

Index = QModelIndex | QPersistentModelIndex

ROW_PX = 30
_EDGE_PX, _SIDE_PX, _RIGHT_PX, _GAP_PX = 3, 18, 14, 10
_LIGHT_PX, _RING_PX = 18, 8
_BARS_PX, _BARS_HIGH_PX, _BAR_GAP_PX = 64, 16, 1
_FEW_PX = 3
"""The width of a bar up to which there is room for a gap between two."""
_WIDEST_PX = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SEPARATOR = " / "


class Zone(Enum):
    """A part of a row that a click means."""

    LIGHT = auto()
    TERM = auto()
    BARS = auto()
    COUNTS = auto()


class Bar(NamedTuple):
    """One bar of a row of them: where it is, in pixels from the left, its height as a share, and whose it is."""

    left: float
    width: float
    share: float
    is_current: bool


def bars_of(shares: Sequence[float], current: int | None, width: int) -> list[Bar]:
    """Return a bar for each of `shares`, or, where they are more than `width` has pixels, for each pixel.

    Several in one pixel are as high as the highest of them; the `current` one keeps its own.
    """
    highest = max(shares, default=0.0) or 1.0
    step = min(width / max(1, len(shares)), _WIDEST_PX)
    if step >= 1:
        gap = _BAR_GAP_PX if step >= _FEW_PX else 0
        edges = [round(number * step) for number in range(len(shares) + 1)]
        return [
            Bar(left, max(1, right - left - gap), share / highest, is_current=number == current)
            for number, (left, right, share) in enumerate(zip(edges, edges[1:], shares, strict=False))
        ]
    merged: dict[int, float] = {}
    for number, share in enumerate(shares):
        if share:
            left = int(number * step)
            merged[left] = max(merged.get(left, 0.0), share / highest)
    bars = [Bar(left, 1, share, is_current=False) for left, share in merged.items()]
    if current is not None:
        bars.append(Bar(int(current * step), 2, shares[current] / highest, is_current=True))
    return bars


class TermDelegate(QStyledItemDelegate):
    """Paints a term, or a heading. A term that is lit has its light's line below it and before it."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._set_fonts()
        look.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        """Keep the fonts that are worn, with their measures: each row is drawn in them."""
        self._font, self._small = self._look.frame_font(FRAME_PX), self._look.interface_font(SMALL_PX)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)
        self._usual_counts = self._small_metrics.horizontalAdvance("00 / 000")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, in pixels: the list's width is the row's."""
        del index
        rect: QRect = option.rect
        return QSize(rect.width(), ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        figures: TermFigures | None = index.data(TermRole.FIGURES)
        if figures is None:
            self._paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_term(painter, option.rect, index, figures)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say in words what the row shows in figures; of a heading, what is below it."""
        from desktop.ui.look.tooltip import tell_on_row

        return tell_on_row(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), event, view, option)

    # -- where things are -------------------------------------------------------------------------------------

    def zone_at(self, rect: QRect, place: QPoint, figures: TermFigures) -> Zone:
        """Return what of the row `rect` is at `place`."""
        if place.x() < rect.left() + _SIDE_PX + _LIGHT_PX:
            return Zone.LIGHT
        if place.x() >= self._counts_place(rect, figures).left():
            return Zone.COUNTS
        bars = self._bars_place(rect, figures)
        return Zone.BARS if bars.left() <= place.x() <= bars.right() else Zone.TERM

    def column_at(self, rect: QRect, place: QPoint, figures: TermFigures) -> int | None:
        """Return the author whose bar is at `place`; None for none."""
        bars, count = self._bars_place(rect, figures), len(figures.shares)
        column = int((place.x() - bars.left()) / min(bars.width() / max(1, count), _WIDEST_PX))
        return column if 0 <= column < count else None

    def _counts_place(self, rect: QRect, figures: TermFigures) -> QRect:
        """Return the room of the counts: as much as four digits take, or more where there are more."""
        width = max(self._usual_counts, self._small_metrics.horizontalAdvance(_counts(figures)))
        return QRect(rect.right() - _RIGHT_PX - width, rect.top(), width, rect.height())

    def _bars_place(self, rect: QRect, figures: TermFigures) -> QRect:
        right = self._counts_place(rect, figures).left() - _GAP_PX
        top = rect.top() + (rect.height() - _BARS_HIGH_PX) // 2
        return QRect(right - _BARS_PX, top, _BARS_PX, _BARS_HIGH_PX)

    # -- painting ---------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(self._look.tokens.second))
        place = rect.adjusted(_SIDE_PX, 6, -_RIGHT_PX, 0)
        painter.drawText(
            place, _LEFT, self._small_metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width())
        )

    def _paint_term(self, painter: QPainter, rect: QRect, index: Index, figures: TermFigures) -> None:
        tokens, slot = self._look.tokens, index.data(TermRole.SLOT)
        hovered = self._is_under_mouse(rect)
        self._paint_ground(painter, rect, index, hovered=hovered)
        self._paint_light(painter, rect, slot, offered=hovered or self._is_current(index))
        counts, bars = self._counts_place(rect, figures), self._bars_place(rect, figures)
        left = rect.left() + _SIDE_PX + _LIGHT_PX
        place = QRect(left, rect.top(), bars.left() - _GAP_PX - left, rect.height())
        words = self._metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.ink if figures.here else tokens.second))
        painter.drawText(place, _LEFT, words)
        if slot is not None:
            end = left + self._metrics.horizontalAdvance(words)
            draw_light_line(painter, slot, tokens.light(slot), left, end, rect.bottom() - 4)
        self._paint_bars(painter, bars, figures)
        self._paint_counts(painter, counts, figures)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, *, hovered: bool) -> None:
        tokens = self._look.tokens
        if self._is_current(index):
            painter.fillRect(rect, QColor(tokens.raised))
            if self._view.hasFocus():
                painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(tokens.accent))
        elif hovered:
            ground = QColor(tokens.raised)
            ground.setAlphaF(0.5)
            painter.fillRect(rect, ground)

    def _paint_light(self, painter: QPainter, rect: QRect, slot: int | None, *, offered: bool) -> None:
        """Draw a disc in the light's colour, or a ring where one can be lit."""
        tokens = self._look.tokens
        middle = QPointF(rect.left() + _SIDE_PX + _RING_PX / 2, rect.center().y() + 0.5)
        disc = QRectF(middle.x() - _RING_PX / 2, middle.y() - _RING_PX / 2, _RING_PX, _RING_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush if slot is None else tokens.light(slot))
        ring = QPen(QColor(tokens.ink if offered else tokens.second), 1.2)
        painter.setPen(ring if slot is None else QPen(Qt.PenStyle.NoPen))
        painter.drawEllipse(disc)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_bars(self, painter: QPainter, place: QRect, figures: TermFigures) -> None:
        tokens = self._look.tokens
        painter.fillRect(QRect(place.left(), place.bottom() + 1, place.width(), 1), QColor(tokens.hairline))
        bars = bars_of(figures.shares, figures.column, place.width())
        grey = QColor(tokens.second)
        grey.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, current in ((grey, False), (QColor(tokens.accent), True)):
            painter.setBrush(color)
            painter.drawRects([_rect(bar, place) for bar in bars if bar.share and bar.is_current is current])

    def _paint_counts(self, painter: QPainter, place: QRect, figures: TermFigures) -> None:
        tokens = self._look.tokens
        painter.setFont(self._small)
        total = f"{_SEPARATOR}{figures.total}"
        painter.setPen(QColor(tokens.second))
        painter.drawText(place, _RIGHT, total)
        painter.setPen(QColor(tokens.ink if figures.here else tokens.second))
        room = place.adjusted(0, 0, -self._small_metrics.horizontalAdvance(total), 0)
        painter.drawText(room, _RIGHT, str(figures.here))

    def _is_current(self, index: Index) -> bool:
        return self._view.selectionModel().isSelected(index)

    def _is_under_mouse(self, rect: QRect) -> bool:
        viewport = self._view.viewport()
        return viewport.underMouse() and rect.contains(viewport.mapFromGlobal(QCursor.pos()))


def _rect(bar: Bar, place: QRect) -> QRectF:
    """Return where a bar is drawn that stands on the lower edge of `place`."""
    high = max(1.0, bar.share * place.height())
    return QRectF(place.left() + bar.left, place.bottom() + 1 - high, bar.width, high)


def _counts(figures: TermFigures) -> str:
    return f"{figures.here}{_SEPARATOR}{figures.total}"
