"""The script selector: 原文, 繁, 简 in one control, and menus for the ways of writing each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.script import Script, SourceScript

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.commands.popups import CommandMenu
    from desktop.ui.look.look import Look

# Part of the picture in every language: these say which script is which by being written in it.
_LABELS = {Script.ORIGINAL: "原文", Script.TRADITIONAL: "繁", Script.SIMPLIFIED: "简"}
_TRADITIONAL, _SIMPLIFIED, _MIXED = "繁", "简", "混"

_SEGMENT_PX = 26
_RADIUS_PX = 4.0
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
        return QSize(_SIDE_PX + self._label_px() + self._verdict_px() + _CHEVRON_PX, _SEGMENT_PX)

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
        left, right = (0.0 if end else 2 * _RADIUS_PX for end in self.ends)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(-left, 0, right, 0), _RADIUS_PX, _RADIUS_PX)

    def _paint_ring(self, painter: QPainter, color: QColor) -> None:
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2)

    def _held(self) -> None:
        self.setDown(False)
        self.menu_wanted.emit()


class ScriptSelector(QWidget):
    """One control of three segments, of which the script that is shown is filled.

    Behind 原文 stands the verdict, which script the text is written in: 繁, 简, or 混 for a good part of both.
    """

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._is_named = False
        self.setObjectName("scriptSelector")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.segments = {script: ScriptSegment(look, script, label, self) for script, label in _LABELS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for segment in self.segments.values():
            row.addWidget(segment)
            segment.clicked.connect(partial(self._show, segment.script))
            segment.menu_wanted.connect(partial(self._open_menu, segment))
            segment.stepped.connect(partial(self._step, segment))
        self.segments[Script.ORIGINAL].ends = (True, False)
        self.segments[Script.SIMPLIFIED].ends = (False, True)
        session.changed.connect(self.render_state)
        look.changed.connect(self.update)
        self._draw_all()

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the script, and what the document is written in."""
        if old.document is not new.document or old.focused_manner is not new.focused_manner:
            self._draw_all()

    def _draw_all(self) -> None:
        self.segments[Script.ORIGINAL].show_verdict(self._verdict_mark())
        for script, segment in self.segments.items():
            segment.setChecked(script is self._session.state.focused_manner.script)
            segment.update()
        if self._is_named:
            self._name()

    def complete(self) -> None:
        """Have each segment say, from now on, what it does and by which key, which nobody sees on the first page."""
        self._is_named = True
        self._name()

    def _name(self) -> None:
        from PySide6.QtGui import QKeySequence

        from desktop.ui.commands.table import COMMANDS

        self.setAccessibleName(self.tr("Script"))
        source = self.verdict()
        for script, segment in self.segments.items():
            command = COMMANDS[f"script.{script.value}"]
            segment.setAccessibleName(command.plain_title)
            segment.setAccessibleDescription(source)
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            segment.setToolTip("\n".join(filter(None, (f"{command.plain_title} ({keys})", source))))

    def _verdict_mark(self) -> str:
        """Return the verdict as one character, "" when nothing is open."""
        state = self._session.state
        if state.document is None:
            return ""
        if self._session.pages.mixed and not state.manner.source_corrected:
            return _MIXED
        return _TRADITIONAL if state.manner.source_script is SourceScript.TRADITIONAL else _SIMPLIFIED

    def verdict(self) -> str:
        """Return in words what the document is taken to be written in, "" when nothing is open."""
        state = self._session.state
        if state.document is None:
            return ""
        traditional = state.manner.source_script is SourceScript.TRADITIONAL
        if state.manner.source_corrected:
            return (
                self.tr("You said that this text is written in traditional characters")
                if traditional
                else self.tr("You said that this text is written in simplified characters")
            )
        if self._session.pages.mixed:
            return self.tr("This text has traditional and simplified characters, as detected")
        return (
            self.tr("This text is written in traditional characters, as detected")
            if traditional
            else self.tr("This text is written in simplified characters, as detected")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the one hairline around the three."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.hairline), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS_PX, _RADIUS_PX)

    # -- acting -----------------------------------------------------------------------------------------------

    def _show(self, script: Script) -> None:
        self._session.show_script(script)

    def _step(self, segment: ScriptSegment, by: int) -> None:
        """Choose the neighbour of `segment`, and take the keyboard there; the ends are ends."""
        row = list(self.segments.values())
        beside = row[max(0, min(row.index(segment) + by, len(row) - 1))]
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        self._session.show_script(beside.script)

    def _open_menu(self, segment: ScriptSegment) -> None:
        menu = self.menu_of(segment.script)
        menu.popup(segment.mapToGlobal(segment.rect().bottomLeft()))

    def menu_of(self, script: Script) -> CommandMenu:
        """Return what opens below the segment of `script`.

        The verdict and its correction, the ways of writing the script, the editions.
        """
        from desktop.ui.commands.actions import LiveEntry
        from desktop.ui.commands.menus import EDITION_MENU, SIMPLIFIED_MENU, SOURCE_MENU, TRADITIONAL_MENU
        from desktop.ui.commands.popups import CommandMenu

        menu = CommandMenu(self._desk, self, self.segments[script].accessibleName(), mnemonics=True)
        if verdict := self.verdict():
            menu.add_live(LiveEntry(verdict))
        if script is Script.ORIGINAL:
            menu.add_choice(SOURCE_MENU.ids())
        else:
            menu.addSeparator()
            menu.add_choice((TRADITIONAL_MENU if script is Script.TRADITIONAL else SIMPLIFIED_MENU).ids())
            menu.addSeparator()
            menu.add_submenu(self.tr("This text is written in")).add_choice(SOURCE_MENU.ids())
        menu.addSeparator()
        menu.add_submenu(self.tr("Dictionaries")).add_choice(EDITION_MENU.ids())
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._draw_all()
        super().changeEvent(event)
