"""The tip at a doubtful place: the forms that a character can have, each in its word, to choose by a digit or click.

It has the keyboard while it is there. A choice goes on to the next place; Esc leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from desktop.session.mentions import shortened
from desktop.ui.look.look import FRAME_PX, SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.script.corrections import Correction
    from desktop.session import Session, State
    from desktop.session.words.doubts import Doubt
    from desktop.text import Span
    from desktop.ui.look.look import Look

_PADDING_PX, _GAP_PX, _BELOW_PX, _ROUND_PX = 12, 6, 6, 6
_FORM_PX, _DIGIT_PX = 34, 26
_WIDTH_PX = 250
_MOST = 9
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_OURS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_E, Qt.Key.Key_Q, *_STEPS, *_ENTER})


class _FormButton(QAbstractButton):
    """One form in its word, with the digit that chooses it; the character itself stands out by weight and colour."""

    def __init__(self, look: Look, digit: int, words: str, place: int, form: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._digit = look, digit
        self._parts = words[:place], form, words[place + len(form) :]
        self.setText(words)
        self.setAccessibleName(f"{digit} {words}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        self.setFixedHeight(_FORM_PX)

    def sizeHint(self) -> QSize:
        """Return the size that the word needs, in pixels."""
        font = self._look.interface_font(FRAME_PX + 3)
        font.setBold(True)
        width = _DIGIT_PX + QFontMetrics(font).horizontalAdvance(self.text()) + 2 * _PADDING_PX
        return QSize(width, _FORM_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digit and the word; that which Return would choose is framed."""
        tokens, painter = self._look.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(QColor(tokens.accent if self.isChecked() else tokens.hairline), 1))
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
        left, middle = _PADDING_PX, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.interface_font(SMALL_PX))
        painter.setPen(QColor(tokens.second))
        painter.drawText(QRect(left, 0, _DIGIT_PX, self.height()), middle, str(self._digit))
        left += _DIGIT_PX
        for number, words in enumerate(self._parts):
            font = self._look.interface_font(FRAME_PX + 3)
            font.setBold(number == 1)
            painter.setFont(font)
            painter.setPen(QColor(tokens.accent if number == 1 else tokens.ink))
            width = QFontMetrics(font).horizontalAdvance(words)
            painter.drawText(QRect(left, 0, width + 1, self.height()), middle, words)
            left += width
        painter.end()


class DoubtTip(QFrame):
    """Shows the doubtful place that `Session.doubts` has gone to, over `window`, below what `boxes_of` a span says.

    That are the rectangles of the words on the screen, none where they aren't in sight. `leave` is called when the
    reader has left, to give the keyboard back.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        window: QWidget,
        boxes_of: Callable[[Span], list[QRect]],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._session, self._look, self._window = session, look, window
        self._boxes_of, self._give_back = boxes_of, leave
        self._doubt: Doubt | None = None
        self._choosing = self._awaits = False
        self.setObjectName("doubtTip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_WIDTH_PX)
        self._head, self._foot, self._keys = QLabel(self), QLabel(self), QLabel(self)
        self._forms = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._here, self._everywhere = self._scope(self.tr("Here")), self._scope(self.tr("Everywhere"))
        self._here.setChecked(True)
        self._lay_out()
        self._dress()
        self.hide()
        self._forms.idClicked.connect(self._choose)
        session.doubts.reached.connect(self._show_current)
        session.doubts.ended.connect(self.leave)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)

    # -- building ---------------------------------------------------------------------------------------------

    def _scope(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.toggled.connect(self._say_what)
        return button

    def _lay_out(self) -> None:
        for label in (self._head, self._foot, self._keys):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._everywhere.setToolTip(self.tr("Wherever these words stand, in all threads"))
        scopes = QHBoxLayout()
        scopes.setSpacing(4)
        for button in (self._here, self._everywhere):
            scopes.addWidget(button)
        scopes.addStretch()
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, _PADDING_PX)
        column.setSpacing(_GAP_PX)
        column.addWidget(self._head)
        column.addLayout(self._column)
        column.addLayout(scopes)
        column.addWidget(self._foot)
        column.addWidget(self._keys)

    def _dress(self) -> None:
        tokens, small = self._look.tokens, self._look.interface_font(SMALL_PX)
        for label in (self._head, self._foot, self._keys):
            dress(label, small, f"color: {tokens.second};")
        self._keys.setText(self.tr("E everywhere · Q next · Esc leave"))
        self.update()

    # -- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        tokens, painter = self._look.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.second), 1))
        painter.setBrush(QColor(tokens.frame))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
        painter.end()

    def render_state(self, old: State, new: State) -> None:
        """Follow how the place reads, and go with it where it is doubtful no more."""
        if not self.isVisible() or self._choosing:
            return
        if old.document is not new.document or old.focused_manner is not new.focused_manner or old.pane != new.pane:
            if self._session.doubts.current is None:
                self.leave()
            elif old.focused_manner is not new.focused_manner:
                self._show_current()

    def _show_current(self) -> None:
        """Show the place that the reader is at, with the form that it has now first and marked."""
        doubt = self._doubt = self._session.doubts.current
        if doubt is None:
            self.leave()
            return
        for button in self._forms.buttons():
            self._forms.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, (form, words) in enumerate(zip(doubt.forms[:_MOST], doubt.words, strict=False)):
            button = _FormButton(self._look, number + 1, words, doubt.place, form, self)
            self._forms.addButton(button, number)
            self._column.addWidget(button)
            button.show()
        self._forms.button(0).setChecked(True)
        self._here.setChecked(True)  # all threads are meant only where that is said of this place
        which = self.tr("Doubtful place {number} of {of} in this answer")
        self._head.setText(which.format(number=doubt.number + 1, of=doubt.of))
        self.setAccessibleName(" · ".join((self._head.text(), *doubt.words)))
        self._say_what()
        self._place()
        self._awaits = False
        self.show()
        self.raise_()
        self.setFocus()

    def _say_what(self) -> None:
        """Say of which words the correction would be."""
        if self._doubt is None:
            return
        correction = self._session.doubts.correction(self._doubt, self._chosen, everywhere=self._is_everywhere)
        self._here.setToolTip(self.tr("At this place alone"))
        self._foot.setText(self._promised(self._doubt.forms[self._chosen], correction) if correction else "")
        self._fit()

    def _promised(self, form: str, correction: Correction) -> str:
        """Return what is kept where the character has `form`, and where that holds."""
        count = self._session.doubts.standing(correction)
        if self._is_everywhere:
            words = self.tr("Wherever “{source}” stands, it will read “{shown}”.")
        elif count > 1:
            words = self.tr(
                "At {count} places, not here alone: “{source}” stands at all of them, and will read “{shown}”."
            )
            self._here.setToolTip(self.tr("At {count} places with the same characters").format(count=count))
        else:
            words = self.tr(
                "“{form}” at this place: its characters, “{source}”, stand nowhere else, and will read “{shown}”."
            )
        source, shown = shortened(correction.source), shortened(correction.shown)
        return words.format(count=count, form=form, source=source, shown=shown)

    def _fit(self) -> None:
        self._whole.activate()
        self.resize(_WIDTH_PX, self._whole.totalHeightForWidth(_WIDTH_PX))

    def _place(self) -> None:
        """Stand below the words, or above them where there is no room, within the window."""
        self._fit()
        window = self._window
        boxes = self._boxes_of(self._doubt.span) if self._doubt is not None else []
        box = QRect(window.mapFromGlobal(boxes[0].topLeft()), boxes[0].size()) if boxes else window.rect()
        left = max(_GAP_PX, min(box.left(), window.width() - self.width() - _GAP_PX))
        top = box.bottom() + _BELOW_PX
        if top + self.height() > window.height() - _GAP_PX:
            top = max(_GAP_PX, box.top() - self.height() - _BELOW_PX)
        self.move(QPoint(left, top))

    # -- the reader -------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> int:
        """Which form Return would choose."""
        return max(0, self._forms.checkedId())

    @property
    def _is_everywhere(self) -> bool:
        return self._everywhere.isChecked()

    def step(self, by: int) -> None:
        """Go to the next doubtful place (1), or the one before (-1)."""
        self._session.doubts.step(by)

    def leave(self) -> None:
        """Go away, give the keyboard back, and wait for no other place."""
        self._session.doubts.leave()
        if self.isVisible() or self._awaits:
            self._doubt, self._awaits = None, False
            self.hide()
            self._give_back()

    def _choose(self, number: int) -> None:
        if self._doubt is None or number >= len(self._forms.buttons()):
            return
        self._choosing = True
        try:
            self._session.doubts.choose(number, everywhere=self._is_everywhere)
        finally:
            self._choosing = False
        if self.isVisible() and self._session.doubts.current is None:
            self._awaits = True  # the next place is being looked for in other answers
            self.hide()  # which takes the keyboard away; that gives nothing up

    def event(self, event: QEvent) -> bool:
        """Have the keys that are ours before the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digits or the arrows and Return, go on with Q, leave with Esc."""
        key = Qt.Key(event.key())
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.text().isdigit():
            self._choose(int(event.text()) - 1)
        elif key in _STEPS:
            there = (self._chosen + _STEPS[key]) % len(self._forms.buttons())
            self._forms.button(there).setChecked(True)
            self._say_what()
        elif key in _ENTER:
            self._choose(self._chosen)
        elif key == Qt.Key.Key_E:
            (self._here if self._is_everywhere else self._everywhere).setChecked(True)
        elif key == Qt.Key.Key_Q:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            self.leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away with the keyboard, unless that comes back: a menu, another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._doubt = None
            if not self._awaits:
                self._session.doubts.leave()
            self.hide()


def _is_ours(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return plain and (Qt.Key(event.key()) in _OURS or (event.text().isdigit() and event.text() != "0"))
