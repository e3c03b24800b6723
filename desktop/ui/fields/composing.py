"""Words that an input method is composing in a field: kept as they are displayed, however the field is left.

Qt asks the input method to commit when a field loses the keyboard, and lets go of what was being composed. libpinyin
and others commit nothing, so that the words that the reader saw would be gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_LEAVING = (QEvent.Type.FocusAboutToChange, QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.MouseButtonPress)
"""What ends a composition: the keyboard goes, the field goes, the cursor is put elsewhere."""


class Composition(QObject):
    """What an input method is composing in one field, which it becomes a child of; "" most of the time."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self.words = ""
        self._field = field
        self._given = False
        self._let_go = ""
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._forget)
        field.installEventFilter(self)
        if isinstance(field, QAbstractScrollArea):
            field.viewport().installEventFilter(self)

    def end(self) -> None:
        """Have the field hold what is being composed, as the input method commits it, else as it is displayed."""
        words = self.words or self._let_go
        if not words:
            return
        self._given = False
        if self.words and self._has_keyboard:
            QGuiApplication.inputMethod().commit()
        if not self._given:
            self._put(words)
        self.words = ""
        self._forget()

    @property
    def _has_keyboard(self) -> bool:
        """Whether the input method speaks to the field, or to a table that passes on what it says to a cell."""
        focus = QGuiApplication.focusObject()
        return isinstance(focus, QWidget) and (focus is self._field or focus.isAncestorOf(self._field))

    def _forget(self) -> None:
        """Take it that the reader gave up what was composed.

        Qt has the input method end before it says that the keyboard goes, so that a word which is let go of may
        be one to keep until this turn of the event loop is over; one that the reader gives up comes in its own turn.
        """
        self._turn.stop()
        self._let_go = ""

    def _put(self, words: str) -> None:
        """Put `words` in the place of those that are displayed."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(self._field, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the composition, and end it before whatever would lose it."""
        if isinstance(event, QInputMethodEvent):
            self._follow(event)
        elif event.type() in _LEAVING:
            self.end()
        return super().eventFilter(watched, event)

    def _follow(self, event: QInputMethodEvent) -> None:
        """Note what is composed now, and whether the input method gave the field anything."""
        given = bool(event.commitString())
        if given or event.preeditString():
            self._forget()
        elif self.words:
            self._let_go = self.words
            self._turn.start()
        self._given = self._given or given
        self.words = event.preeditString()


def below_padding(field: QAbstractScrollArea, value: Any) -> Any:  # noqa: ANN401 (what Qt's own method returns)
    """Return the answer `value` of `field` to an input method, a rectangle moved to where it is in the whole widget.

    Qt answers from within the viewport; the frame and the style sheet's padding lie around that.
    """
    if isinstance(value, QRect | QRectF):
        return value.translated(field.viewport().pos())
    return value
