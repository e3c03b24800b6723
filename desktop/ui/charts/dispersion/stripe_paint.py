"""How the stripes of a dispersion are painted, on the screen and into pictures alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop.ui.look.light_line import draw_light_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont

    from desktop.ui.charts.dispersion.stripes import Stripes, StripeTick
    from desktop.ui.look.theme import Tokens

_LEFT_PX, _RIGHT_PX = 18, 22
_LONGEST_NAME_PX = 150
_GAP_PX, _SAMPLE_PX = 14, 24
_ABOVE_PX, _LEAST_PX = 7, 30
_LANES = ((3, 16), (6, 12), (100, 10))
"""Up to so many lanes are so high, in pixels."""
_TICK_PX = 2.0
_NEAR_PX = 5.0
_FAINT = 0.4
"""How strong the line is that tells how long an answer is."""


class StripeRoom(NamedTuple):
    """Where the parts of each stripe are from its left edge on, and how high lanes are, in pixels."""

    names: int
    """How wide the names are."""
    track: int
    """Where the places begin."""
    length: int
    """How long the longest answer is."""
    lane: int


def stripe_room(stripes: Stripes, font: QFont, width: int) -> StripeRoom:
    """Return how stripes are set in a `width` of so many pixels."""
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(name) for name in stripes.names), default=0.0)
    names = round(min(widest, _LONGEST_NAME_PX)) + 1
    track = _LEFT_PX + names + _GAP_PX + _SAMPLE_PX + _GAP_PX
    lane = next(high for most, high in _LANES if len(stripes.terms) <= most)
    return StripeRoom(names, track, max(40, width - track - _RIGHT_PX), lane)


def stripe_height(stripes: Stripes, room: StripeRoom) -> int:
    """Return how high each stripe is, in pixels."""
    return max(_LEAST_PX, len(stripes.terms) * room.lane + 2 * _ABOVE_PX)


def tick_x(stripes: Stripes, room: StripeRoom, tick: StripeTick) -> float:
    """Return where a tick is, in pixels from the left edge of its stripe."""
    span = stripes.dispersion.stripes[tick.stripe].span
    share = (stripes.place(tick).start - span.start) / len(span)
    return room.track + share * stripes.share(tick.stripe) * room.length


def tick_near(stripes: Stripes, room: StripeRoom, stripe: int, point: QPointF) -> StripeTick | None:
    """Return the tick nearest to `point`, in pixels from the upper left corner of the stripe; None far from any."""
    lane = int((point.y() - _top(stripes, room)) // room.lane)
    near = [
        (abs(tick_x(stripes, room, tick) - point.x()), tick) for tick in stripes.along(stripe) if tick.lane == lane
    ]
    distance, tick = min(near, default=(_NEAR_PX, None), key=lambda one: one[0])
    return tick if distance < _NEAR_PX else None


def _top(stripes: Stripes, room: StripeRoom) -> float:
    """Return where the first lane begins, below the upper edge of a stripe."""
    return (stripe_height(stripes, room) - len(stripes.terms) * room.lane) / 2


def paint_stripe(
    painter: QPainter, stripes: Stripes, stripe: int, place: QRect, room: StripeRoom, font: QFont, tokens: Tokens
) -> None:
    """Paint a stripe: the name, and for each term the sample of its line, the length of the answer, and its ticks."""
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    name = QRectF(place.left() + _LEFT_PX, place.top(), room.names, place.height())
    words = QFontMetricsF(font).elidedText(stripes.names[stripe], Qt.TextElideMode.ElideRight, room.names)
    painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    left = place.left() + room.track
    right = left + stripes.share(stripe) * room.length
    top = place.top() + _top(stripes, room)
    for lane, slot in enumerate(stripes.slots):
        y = top + (lane + 0.5) * room.lane
        _paint_track(painter, left, right, y, tokens)
        color = tokens.light(slot)
        sample = left - _GAP_PX - _SAMPLE_PX
        places = stripes.places(stripe, lane)
        if places:
            draw_light_line(painter, slot, color, sample, sample + _SAMPLE_PX, y)
        span = stripes.dispersion.stripes[stripe].span
        shares = ((one.start - span.start) / len(span) for one in places)
        _paint_ticks(painter, (left + share * (right - left) for share in shares), y, room.lane, color)
    painter.fillRect(
        place.left() + _LEFT_PX, place.bottom(), place.width() - _LEFT_PX - _RIGHT_PX, 1, QColor(tokens.hairline)
    )


def _paint_track(painter: QPainter, left: float, right: float, y: float, tokens: Tokens) -> None:
    color = QColor(tokens.second)
    color.setAlphaF(_FAINT)
    painter.setPen(QPen(color, 1))
    painter.drawLine(QLineF(left, y, right, y))
    painter.drawLine(QLineF(right, y - 2, right, y + 2))


def _paint_ticks(painter: QPainter, places: Iterable[float], y: float, lane: int, color: QColor) -> None:
    pen = QPen(color, _TICK_PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    half = lane / 2 - 1
    painter.drawLines([QLineF(x, y - half, x, y + half) for x in places])


def paint_current(
    painter: QPainter, stripes: Stripes, tick: StripeTick, place: QRect, room: StripeRoom, color: QColor
) -> None:
    """Paint two small triangles above and below a tick."""
    x = place.left() + tick_x(stripes, room, tick)
    y = place.top() + _top(stripes, room) + (tick.lane + 0.5) * room.lane
    half = room.lane / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for edge, away in ((y - half, -1), (y + half, 1)):
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, edge + 5 * away), QPointF(x + 4, edge + 5 * away), QPointF(x, edge)])
        )
    painter.restore()
