"""A name from top to bottom, as narrow columns have it: characters upright below one another, letters turned."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, east_asian_width

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from desktop.ui.charts.laid_out import LaidOutWords

_CUT = "⋮"
_GAP_PX = 3.0
"""Between characters that stand upright and letters that are turned."""


class _Part(NamedTuple):
    """One character that stands upright, or letters that are turned together."""

    words: str
    upright: bool
    high: float


def paint_stacked(painter: QPainter, name: str, place: QRectF, texts: LaidOutWords) -> None:
    """Paint `name` in the pen of `painter`, which has the font of `texts`, so that it ends at the bottom of `place`.

    What has no room is cut off, and said to be.
    """
    metrics = QFontMetricsF(texts.font)
    parts = list(_fitting(name, metrics, place.height()))
    y = place.bottom() - sum(part.high for part in parts)
    for part in parts:
        room = QRectF(place.left(), y, place.width(), part.high)
        if part.upright:
            texts.draw(painter, room.center(), part.words)
        else:
            painter.save()
            painter.translate(QPointF(room.center().x(), y))
            painter.rotate(90)
            turned = QRectF(0, -place.width() / 2, part.high, place.width())
            painter.drawText(turned, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part.words)
            painter.restore()
        y += part.high


def stacked_height(name: str, metrics: QFontMetricsF) -> float:
    """Return how high `name` is when it is stacked, in the pixels of `metrics`."""
    return sum(part.high for part in _parts(name, metrics))


def _parts(name: str, metrics: QFontMetricsF) -> Iterator[_Part]:
    for upright, chars in groupby(characters(name), _is_upright):
        if upright:
            yield from (_Part(char, upright=True, high=metrics.height()) for char in chars)
        else:
            words = "".join(chars)
            yield _Part(words, upright=False, high=metrics.horizontalAdvance(words) + _GAP_PX)


def _fitting(name: str, metrics: QFontMetricsF, room: float) -> Iterator[_Part]:
    """Yield the parts of `name` that have room, and where some have none the sign that it is cut."""
    parts = list(_parts(name, metrics))
    if sum(part.high for part in parts) <= room:
        yield from parts
        return
    room -= metrics.height()
    for part in parts:
        if part.high > room:
            if not part.upright:
                words = metrics.elidedText(part.words, Qt.TextElideMode.ElideRight, room + metrics.height())
                yield _Part(words, upright=False, high=metrics.horizontalAdvance(words))
                return
            break
        room -= part.high
        yield part
    yield _Part(_CUT, upright=True, high=metrics.height())


def characters(name: str) -> Iterator[str]:
    """Yield the characters of `name`, each with the marks that belong to it."""
    held = ""
    for char in name:
        if held and not (combining(char) or char in "\u200d\ufe0f" or held.endswith("\u200d")):
            yield held
            held = ""
        held += char
    if held:
        yield held


def _is_upright(char: str) -> bool:
    return east_asian_width(char[0]) in {"W", "F"}
