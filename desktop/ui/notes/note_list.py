"""The list of notes: choosing a card goes to its words on the page, and opens it to be read whole.

A card stays open while it is in sight, also when another one becomes active: nothing that is read moves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame

from desktop.ui.notes.card_column import CardColumn, select_rows, selected_rows
from desktop.ui.notes.card_delegate import NotesDelegate, Reading
from desktop.ui.notes.card_menu import note_menu
from desktop.ui.notes.note_model import CardRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.annotations import Annotation
    from desktop.session import Notes, Session
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.notes.note_model import NotesModel

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ONWARDS = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_READ_ON_PX = 48
"""So far an arrow scrolls in a card that is higher than the view."""
_EDITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_E)


class NotesList(CardColumn):
    """A view of a `NotesModel`: a click or the arrows visit a note; Return, F2, E or a double click edit it.

    Ctrl and Shift choose several, with the mouse or the arrows; commands act on all of them.
    """

    opened = Signal()
    """Emitted when the reader opens a note from here, and should come back here when it is done."""

    def __init__(
        self, session: Session, model: NotesModel, look: Look, desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._look = look
        self._ringed = False
        self._row = -1
        self._released_at = 0
        self._pressed: tuple[QPoint, str | None] = (QPoint(), None)
        self._standing = False
        self._reading: tuple[QPersistentModelIndex, Reading] | None = None
        self.pressed_at: QPoint | None = None
        self.setObjectName("notesList")
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._on_resized)
        self._was_seen = False
        self.cards = NotesDelegate(look, self)
        """What paints the cards and says how high they are."""
        self.setItemDelegate(self.cards)
        self._model = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("NotesList { background: transparent; border: none; }")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._on_clicked)

    def remeasure(self) -> None:
        """Measure the cards anew when they are painted next: fonts or words are other ones."""
        self.cards.forget()
        self.viewport().update()

    def choose_active(self, notes: Notes) -> QModelIndex:
        """Choose the card of the active note, and those chosen with it; return it, or no index where it isn't shown.

        Without it, the keyboard stays at about where it was.
        """
        row = self._model.row_of(notes.active)
        index, rows = self._model.index(row, 0), {row, *self._model.rows_of(notes.chosen)}
        if not index.isValid():
            self.clearSelection()
            self._keep_place()
        elif index != self.currentIndex() or self._chosen_cards.keys() != rows:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            select_rows(self.selectionModel(), rows)
        return index

    def show_active(self, notes: Notes) -> None:
        """Choose the card of the active note, and those chosen with it, and have it open and in view."""
        index = self.choose_active(notes)
        self._open(index.data(CardRole.ID))
        if not self._standing:
            self.bring_into_view(index)

    def _open(self, annotation_id: str | None) -> None:
        """Have this card say all of its note; those that were open close where nobody sees it."""
        if annotation_id is None:
            return
        seen = [index for index in self._seen() if index.data(CardRole.ID) is not None]
        known = self.cards.open_cards
        wanted = (known & {str(index.data(CardRole.ID)) for index in seen}) | {annotation_id}
        with self.held(seen[0] if seen and known - wanted else QModelIndex()):
            self.cards.keep_open(wanted)
            if known - wanted:
                self.scheduleDelayedItemsLayout()
        self.measure_seen()

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of the cards that are chosen."""
        return list(self._chosen_cards.values())

    @property
    def _chosen_cards(self) -> dict[int, str]:
        """The ids of the cards that are chosen, by row."""
        return self._model.cards_among(selected_rows(self.selectionModel()))

    @property
    def _chosen(self) -> QModelIndex:
        """The card that commands on one act on: of several, the one that the keyboard is at."""
        current = self.currentIndex()
        if self.selectionModel().isSelected(current):
            return current
        return self.model().index(next(iter(self._chosen_cards), -1), 0)

    # -- laying out -------------------------------------------------------------------------------------------

    def reckoned_heights(self) -> Sequence[int]:
        """Return about how high the cards and headings are, in pixels."""
        return self.cards.heights(self._model.annotations)

    def reset(self) -> None:
        """Show other rows, whose words may be others too."""
        self.cards.forget()
        self.cards.keep(self._session.state.notes.annotations)
        super().reset()

    def dataChanged(  # noqa: N802 (Qt's name)
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Show rows in other words."""
        self.cards.forget()
        super().dataChanged(first, last, roles)

    def measure(self, index: QModelIndex) -> bool:
        """Measure a card that is in sight; tell whether it is of another height than was said."""
        return self.cards.measure(index)

    def bring_into_view(self, index: QModelIndex) -> None:
        """Scroll until a card is seen, and the heading right above it: those measured on the way may push it out."""
        above = index.siblingAtRow(index.row() - 1)
        if above.isValid() and above.data(CardRole.ID) is None:
            super().bring_into_view(above)
        super().bring_into_view(index)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def currentChanged(  # noqa: N802 (Qt's name)
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Remember where the keyboard is: a reset forgets it."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._row = current.row()

    def _keep_place(self) -> None:
        """After a reset, have the arrows go on from where they were: the note after one that went is next."""
        index = self._card_from(min(self._row, self.model().rowCount() - 1))
        if self._row >= 0 and index.isValid() and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _card_from(self, row: int) -> QModelIndex:
        """Return the card in `row`, or the one below where a heading is; no index where there is none."""
        index = self.model().index(row, 0)
        below = self.model().index(row + 1, 0)
        return index if index.data(CardRole.ID) is not None or not below.isValid() else below

    def selectionCommand(  # noqa: N802 (Qt's name)
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose a card, or with Ctrl and Shift several; a heading is none, and a shaking hand drags over none."""
        is_card = index.isValid() and index.data(CardRole.ID) is not None
        dragged = event is not None and event.type() is QEvent.Type.MouseMove
        if is_card and not dragged:
            return super().selectionCommand(index, event)
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def event(self, event: QEvent) -> bool:
        """Claim the key that chooses all, before the window has it select the page."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.SelectAll)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Visit what the arrows reach, edit or delete the chosen note; all other letters are the window's."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in _EDITING:
            self._edit(self._chosen.data(CardRole.ID))
        elif plain and event.key() == Qt.Key.Key_Delete and self._chosen.isValid():
            self._session.annotations.chosen.delete()
        elif event.text().isprintable() and event.text() and not event.matches(QKeySequence.StandardKey.SelectAll):
            event.ignore()
        elif plain and event.key() in (*_WALKING, *_PAGING) and self._read_on(event.key()):
            return
        elif event.key() in _WALKING and self.currentIndex().isValid() and not self._chosen.isValid():
            self._visit(self.currentIndex())
        else:
            before, chosen = self.currentIndex(), self.chosen_ids
            super().keyPressEvent(event)
            if self.chosen_ids != chosen or (self.currentIndex() != before and len(chosen) < 2):
                self._tell_chosen()

    def _read_on(self, key: int) -> bool:
        """Scroll in the chosen card, where more of it is to be read that way; tell whether there is."""
        place, page, bar = self.visualRect(self._chosen), self.viewport().height(), self.verticalScrollBar()
        if not place.intersects(self.viewport().rect()):
            return False
        rest = place.bottom() + 1 - page if key in _ONWARDS else -place.top()
        step = min(rest, page - _READ_ON_PX // 2 if key in _PAGING else _READ_ON_PX)
        if step > 0:
            bar.setValue(bar.value() + (step if key in _ONWARDS else -step))
        return step > 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is clicked first of twice."""
        place = event.position().toPoint()
        self._pressed = (place, self.indexAt(place).data(CardRole.ID))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where a click ends: a card may have several passages."""
        self._released_at = event.position().toPoint().y()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the note that the first click was on, wherever that has brought it, at the word under the mouse."""
        self.pressed_at = event.position().toPoint()
        place, pressed = self._pressed
        near = (place - self.pressed_at).manhattanLength() <= QApplication.startDragDistance()
        self._edit(pressed if near and pressed else self.indexAt(self.pressed_at).data(CardRole.ID))
        self.pressed_at = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in the new width, and keep in view what is read, and the chosen one if it was."""
        if not self._resized.isActive():
            chosen = self._chosen
            self._was_seen = QRect(QPoint(), event.oldSize()).intersects(self.visualRect(chosen))
            self._reading = self._reading_now()
        super().resizeEvent(event)
        self._resized.start()

    def _reading_now(self) -> tuple[QPersistentModelIndex, Reading] | None:
        """Return the card that the upper edge cuts, and what stands there in it."""
        index = self.indexAt(QPoint())
        above = -self.visualRect(index).top()
        reading = self.cards.reading_at(index, above) if above > 0 else None
        return (QPersistentModelIndex(index), reading) if reading else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw a ring only for those who came by keyboard."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the ring round the current one."""
        super().paintEvent(event)
        place = self.visualRect(self.currentIndex())
        if self._ringed and self.hasFocus() and place.isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._look.tokens.accent), 1))
            painter.drawRect(place.adjusted(1, 0, -1, -1))

    def _on_resized(self) -> None:
        self.executeDelayedItemsLayout()
        if self._reading and self._reading[0].isValid():
            index = self.model().index(self._reading[0].row(), 0)
            here = self.visualRect(index).top() + self.cards.top_of(index, self._reading[1])
            self.verticalScrollBar().setValue(self.verticalOffset() + here)
        if self._was_seen and self.visualRect(self._chosen).height() <= self.viewport().height():
            self.bring_into_view(self._chosen)

    # -- acting -----------------------------------------------------------------------------------------------

    def _visit(self, index: QModelIndex) -> None:
        if (annotation_id := index.data(CardRole.ID)) is not None:
            self._session.annotations.visit(annotation_id)

    def _tell_chosen(self) -> None:
        """Have commands act on the cards that are chosen; one alone is visited."""
        self._session.annotations.chosen.choose(self.chosen_ids, self._chosen.data(CardRole.ID))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Visit the passage that was clicked, or tell which cards are chosen now; a card in sight stays there."""
        clicked: str | None = index.data(CardRole.ID)
        if clicked is None:
            return
        self._standing = self.visualRect(index).top() >= 0
        with self.held(index if self._standing else QModelIndex()):
            if self.chosen_ids != [clicked]:
                self._tell_chosen()
            else:
                passage = self.cards.passage_at(index, self.visualRect(index), self._released_at)
                self._session.annotations.visit(clicked, passage)
        self._standing = False

    def _edit(self, annotation_id: str | None) -> None:
        if annotation_id is not None:
            self._session.annotations.visit(annotation_id)
            self.opened.emit()
            self._session.annotations.edit(annotation_id)

    def _show_menu(self, place: QPoint) -> None:
        annotation: Annotation | None = self.indexAt(place).data(CardRole.ANNOTATION)
        if annotation is None:
            return
        if annotation.id not in self._session.state.notes.chosen:
            self._session.annotations.activate(annotation.id)
        menu = note_menu(self._desk, annotation, partial(self._edit, annotation.id), self)
        menu.popup(self.viewport().mapToGlobal(place))
