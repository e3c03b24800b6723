"""Short words that are painted again and again, each laid out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QStaticText, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter


class LaidOutWords:
    """Words in `font`: to have them laid out whenever they are drawn takes ten times as long as to draw them."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._texts: dict[str, tuple[QStaticText, QPointF]] = {}

    def draw(self, painter: QPainter, middle: QPointF, words: str) -> None:
        """Draw `words` around `middle`, in the pen of `painter`, which has this font."""
        text, half = self._of(words)
        painter.drawStaticText(middle - half, text)

    def _of(self, words: str) -> tuple[QStaticText, QPointF]:
        """Return `words` laid out, and how far its middle is from its upper left corner."""
        if words not in self._texts:
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), self.font)
            size = text.size()
            self._texts[words] = text, QPointF(size.width() / 2, size.height() / 2)
        return self._texts[words]
