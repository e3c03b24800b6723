"""The find bar: looks for words in either script while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.ui.entry import Entry
from desktop.ui.theme import wear

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.session import Session, State
    from desktop.ui.look import Look

_WAIT_MS = 150
_WIDTH_PX, _HEIGHT_PX = 192, 28
_FONT_PX, _COUNT_FONT_PX = 13, 12


class FindBar(QWidget):
    """A field that searches as it is typed in, with the count of places and a way to clear it inside."""

    left = Signal()
    """Emitted when the reader is done with it, so that the window can take the keyboard back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("findBar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field = self._make_field()
        self._count = QLabel(self._field)
        self._count.setObjectName("findCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = self._make_clear()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._look_for)
        self._lay_out()
        self.setFocusProxy(self._field)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._speak()
        self._draw_all()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_field(self) -> Entry:
        field = Entry(self)
        field.setObjectName("findField")
        field.setFixedHeight(_HEIGHT_PX)
        field.textEdited.connect(self._on_edited)
        field.accepted.connect(self._on_accepted)
        field.turned_back.connect(self._on_turned_back)
        field.cancelled.connect(self._leave)
        return field

    def _make_clear(self) -> QToolButton:
        button = QToolButton(self._field)
        button.setObjectName("findClear")
        button.setText("×")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_cleared)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the search, also one that began elsewhere; what waits to be looked for stays with its document."""
        if old.document is not new.document:
            self._timer.stop()
        if old.search is not new.search:
            self._draw_all()

    def _draw_all(self) -> None:
        search = self._session.state.search
        query = search.query if search else ""
        if query != self._field.text() and not self._timer.isActive():
            self._field.setText(query)
        self._draw_count()
        self._dress()

    def _draw_count(self) -> None:
        """Show which of the places this is; without any, 0."""
        search = self._session.state.search
        words = ""
        if search is not None and search.query.strip():
            here = f"{search.current + 1} / " if search.current is not None else ""
            words = f"{here}{len(search.hits)}"
        spoken = self.tr("Found: {count}").format(count=words) if words else ""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._count.setAccessibleName(spoken)
        self._field.setAccessibleDescription(spoken)
        self._clear.setVisible(bool(self._field.text()))
        self._arrange()

    def _arrange(self) -> None:
        """Put the count and the clear button inside the field, at its right end."""
        side = self._field.height() - 8
        right = self._field.width() - 4
        if self._clear.isVisibleTo(self._field):
            self._clear.setGeometry(right - side, 4, side, side)
            right -= side
        width = self._count.sizeHint().width() if self._count.text() else 0
        self._count.setGeometry(right - width - 2, 0, width, self._field.height())
        self._field.setTextMargins(0, 0, self._field.width() - right + width, 0)

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now; the edge says when nothing was found."""
        tokens = self._look.tokens
        edge = f"border: 1px solid {tokens.problem};" if self._in_vain else ""
        self._field.setFont(self._look.interface_font(_FONT_PX))
        wear(self._field, f"QLineEdit {{ padding: 0 8px; {edge} }}")
        self._count.setFont(self._look.interface_font(_COUNT_FONT_PX))
        wear(self._count, f"color: {tokens.problem if self._in_vain else tokens.second};")
        wear(self._clear, f"QToolButton {{ color: {tokens.second}; padding: 0; }}")
        self._arrange()

    @property
    def _in_vain(self) -> bool:
        """Whether what was looked for is nowhere."""
        search = self._session.state.search
        return search is not None and bool(search.query.strip()) and not search.hits

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Find"))
        self._field.setAccessibleName(self.tr("Find"))
        self._field.setPlaceholderText(self.tr("Find, in either script"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))

    # -- acting -----------------------------------------------------------------------------------------------

    def open_with(self, text: str | None) -> None:
        """Take the keyboard, with everything selected; look for `text` unless it is None."""
        if text is not None:
            self._field.setText(text)
            self._look_for()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_edited(self, _text: str) -> None:
        self._clear.setVisible(bool(self._field.text()))
        self._arrange()
        self._timer.start()

    def _on_accepted(self, _text: str) -> None:
        self._step(1)

    def _on_turned_back(self) -> None:
        self._step(-1)

    def _on_cleared(self) -> None:
        self._field.clear()
        self._forget()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        """Go on to the next place, or look for what was typed if that has not been done yet."""
        search = self._session.state.search
        if search is None or search.query != self._field.text():
            self._look_for()
        else:
            self._session.searching.step(by)

    def _look_for(self) -> None:
        self._timer.stop()
        if self._field.text().strip():
            self._session.searching.look_for(self._field.text())
        else:
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        self._session.searching.close()
        self._draw_all()

    def _leave(self) -> None:
        self._field.clear()
        self._forget()
        self.left.emit()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size that the bar keeps."""
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with F3, also where no window gives that key a meaning."""
        if event.key() == Qt.Key.Key_F3:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the field's end."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
