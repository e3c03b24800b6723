"""One segment of the script selector: a label, filled while it is the one chosen, with a chevron for its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.script import Script
    from desktop.ui.look.look import Look

SEGMENT_PX = 26
RADIUS_PX = 4.0
_FONT_PX = 14
_VERDICT_PX = 11
_VERDICT_GAP_PX = 4
_SIDE_PX = 12
_CHEVRON_PX = 16
_HOLD_MS = 400
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ScriptSegment(QAbstractButton):
    """A checkable button for one script; which corners are round depends on its place in the row.

    The menu is asked for with the chevron, the right button, by holding the left one, or with the Down key. `verdict`
    is a character that stands small behind the label.
    """

    menu_wanted = Signal()
    """Emitted when the menu is asked for."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for an arrow key."""

    def __init__(self, look: Look, script: Script, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.script = script
        self.ends: tuple[bool, bool] = (False, False)
        self._verdict = ""
        self.setText(label)
        self.setObjectName(f"scriptSelector.{script.value}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard on the page; Tab and the arrows bring it here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._hold = QTimer(self, singleShot=True, interval=_HOLD_MS)
        self._hold.timeout.connect(self._held)

    def show_verdict(self, verdict: str) -> None:
        """Have `verdict` stand behind the label from now on, "" nothing."""
        if verdict != self._verdict:
            self._verdict = verdict
            self.updateGeometry()
            self.update()

    @property
    def verdict(self) -> str:
        """What stands behind the label."""
        return self._verdict

    def sizeHint(self) -> QSize:
        """Return room for the label, the verdict where there is one, and the chevron."""
        return QSize(_SIDE_PX + self._label_px() + self._verdict_px() + _CHEVRON_PX, SEGMENT_PX)

    def _label_px(self) -> int:
        return QFontMetrics(self._look.interface_font(_FONT_PX)).horizontalAdvance(self.text())

    def _verdict_px(self) -> int:
        font = QFontMetrics(self._look.interface_font(_VERDICT_PX))
        return _VERDICT_GAP_PX + font.horizontalAdvance(self._verdict) if self._verdict else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu from the chevron; elsewhere wait to see whether the button is held."""
        if event.button() is Qt.MouseButton.LeftButton:
            if event.position().x() >= self.width() - _CHEVRON_PX:
                self.menu_wanted.emit()
                return
            self._hold.start()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a short press for a click."""
        self._hold.stop()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """Open the menu with the right button or the menu key."""
        self.menu_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, open the menu with Down."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key is Qt.Key.Key_Down:
            self.menu_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay: a click asks the session, and the session's answer is shown."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill, the label, the chevron, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        if self.isChecked() or self.underMouse():
            self._paint_fill(painter, QColor(tokens.accent if self.isChecked() else tokens.raised))
        ink = QColor(tokens.on_accent if self.isChecked() else tokens.ink if self.underMouse() else tokens.second)
        self._paint_label(painter, ink)
        self._paint_chevron(painter, ink)
        if self.hasFocus():
            self._paint_ring(painter, QColor(tokens.on_accent if self.isChecked() else tokens.accent))

    def _paint_label(self, painter: QPainter, ink: QColor) -> None:
        """Write the label, and behind it the verdict on the same line."""
        font = self._look.interface_font(_FONT_PX)
        metrics = QFontMetrics(font)
        left = (self.width() - _CHEVRON_PX + _SIDE_PX - self._label_px() - self._verdict_px()) / 2
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(QPointF(left, baseline), self.text())
        if self._verdict:
            painter.setFont(self._look.interface_font(_VERDICT_PX))
            painter.drawText(QPointF(left + self._label_px() + _VERDICT_GAP_PX, baseline), self._verdict)

    def _paint_chevron(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(QPen(ink, 1.2))
        middle = QPointF(self.width() - _CHEVRON_PX / 2 - 1.5, self.height() / 2 + 1)
        painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-2.5, -1.25), (0.0, 1.25), (2.5, -1.25))])

    def _paint_fill(self, painter: QPainter, color: QColor) -> None:
        """Fill the segment, round only where the whole selector is: what lies outside the widget is clipped."""
        left, right = (0.0 if end else 2 * RADIUS_PX for end in self.ends)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(-left, 0, right, 0), RADIUS_PX, RADIUS_PX)

    def _paint_ring(self, painter: QPainter, color: QColor) -> None:
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2)

    def _held(self) -> None:
        self.setDown(False)
        self.menu_wanted.emit()
