"""The dispersion as a picture in a file, whole: all answers, with a title and the lines of the lit terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.ui.charts.dispersion.lights_key import key_height, key_items, paint_key
from desktop.ui.charts.dispersion.stripe_paint import paint_stripe, stripe_height, stripe_room
from desktop.ui.charts.picture import Picture

if TYPE_CHECKING:
    from desktop.ui.charts.dispersion.stripes import Stripes
    from desktop.ui.charts.fonts import ChartFonts
    from desktop.ui.look.theme import Tokens

_WIDTH_PX, _MARGIN_PX, _TITLE_PX, _GAP_PX, _SIDE_PX = 960, 24, 30, 8, 18


def dispersion_picture(stripes: Stripes, title: str, fonts: ChartFonts, tokens: Tokens) -> Picture:
    """Return the picture of `stripes` below its `title`."""
    room = stripe_room(stripes, fonts.names, _WIDTH_PX)
    high = stripe_height(stripes, room)
    key = key_items(stripes.terms, stripes.slots, fonts.names, _WIDTH_PX - 2 * _SIDE_PX)
    top = _MARGIN_PX + _TITLE_PX + round(key_height(key)) + _GAP_PX
    height = top + high * len(stripes.names) + _MARGIN_PX

    def paint(painter: QPainter) -> None:
        painter.setFont(fonts.title)
        painter.setPen(QColor(tokens.ink))
        place = QRect(_SIDE_PX, _MARGIN_PX, _WIDTH_PX - 2 * _SIDE_PX, _TITLE_PX)
        words = QFontMetrics(fonts.title).elidedText(title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.save()
        painter.translate(_SIDE_PX, _MARGIN_PX + _TITLE_PX)
        paint_key(painter, key, fonts.names, tokens)
        painter.restore()
        for stripe in range(len(stripes.names)):
            row = QRect(0, top + stripe * high, _WIDTH_PX, high)
            paint_stripe(painter, stripes, stripe, row, room, fonts.names, tokens)

    return Picture(QSize(_WIDTH_PX, height), paint, tokens.page, title)
