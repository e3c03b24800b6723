"""The note editor in its card: the room it has there, where it stands, and its cursor in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.notes.note_editor import NoteEditor
    from desktop.ui.notes.note_list import NotesList
    from desktop.ui.notes.note_model import NotesModel


class CardEditing(QObject):
    """Has `editor` stand where the list shows the words of the note that is edited; both are on `stage`."""

    def __init__(self, notes: NotesList, model: NotesModel, editor: NoteEditor, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._list, self._model, self._cards, self._editor = notes, model, notes.cards, editor
        self._id: str | None = None
        self._index = QPersistentModelIndex()
        self._room = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._size = QSize()
        self._cursor_seen = False
        notes.settled.connect(self._place)
        editor.grown.connect(self._on_grown)
        editor.field.cursorPositionChanged.connect(self._on_moved)
        editor.wheeled.connect(self._on_wheeled)

    def follow(self, annotation_id: str | None) -> None:
        """Have the editor stand in the card of this annotation; None: in none. The cards stay where they are."""
        if annotation_id == self._id:
            return
        self._id = annotation_id
        self._index = QPersistentModelIndex()
        self._make_room()
        if annotation_id is not None:
            self._put_cursor()

    def _make_room(self) -> None:
        self._room = self._editor.height_in(self._cards.inside.width()) if self._id else 0
        with self._list.end_held():
            self._cards.make_room(self._id, self._room)

    def _fit(self) -> None:
        """Have room again in a list of another size, in which a cursor that was in sight stays so."""
        seen = self._cursor_seen
        self._size = self._list.viewport().size()
        self._make_room()
        if seen and self._id is not None and self._card().isValid():
            self._show_cursor()

    def _put_cursor(self) -> None:
        """Put the cursor where the note was clicked, else at its end, else at the end of what is in sight of it."""
        point, words = self._list.pressed_at, self._words()
        seen = self._seen_of(words)
        if point is not None and seen.contains(point):
            self._editor.field.put_cursor(point - words.topLeft())
        elif self._editor.field.cursor_place.bottom() > seen.bottom() - words.top() and seen.height() > 0:
            self._editor.field.put_cursor_above(seen.bottom() - words.top())
        self._show_cursor()

    def _words(self) -> QRect:
        """Return where in the list's view the note's words stand, and what belongs to them."""
        index = self._card()
        words = QRect(self._cards.inside)
        words.setTop(self._list.visualRect(index).top() + self._cards.room(index))
        words.setHeight(self._editor.height_in(words.width()))
        return words

    def _seen_of(self, words: QRect) -> QRect:
        """Return the part of `words` that is in sight above the foot."""
        return words.intersected(QRect(words.left(), 0, words.width(), self._height_seen))

    def _card(self) -> QModelIndex:
        if not self._index.isValid():  # looked for in ten thousand, so once
            self._index = QPersistentModelIndex(self._model.index(self._model.row_of(self._id), 0))
        return self._model.index(self._index.row(), 0)

    def _place(self) -> None:
        if self._id is None:
            self._editor.be_ready(self._cards.inside.width())
            return
        corner = self._list.viewport().mapTo(self._stage, QPoint())
        seen = QRect(0, 0, self._list.width(), self._list.viewport().height())
        words = self._words()
        if words.height() != self._room or self._list.viewport().size() != self._size:
            self._soon.start()  # in another width words break, and buttons stand, otherwise
        else:
            self._cursor_seen = self._is_seen(self._editor.field.cursor_place.translated(0, words.top()))
        self._editor.stand(words.translated(corner), seen.translated(corner))

    @property
    def _height_seen(self) -> int:
        """How high the part of the list's view above the foot is, in pixels."""
        return self._list.viewport().height() - self._editor.foot_height

    def _is_seen(self, place: QRect) -> bool:
        """Tell whether a place in the list's view is in sight above the foot."""
        return place.top() >= 0 and place.bottom() < self._height_seen

    def _show_cursor(self) -> None:
        """Scroll as little as brings the cursor into sight, above the foot."""
        bar, room = self._list.verticalScrollBar(), self._height_seen
        place = self._editor.field.cursor_place.translated(0, self._words().top())
        if place.top() < 0 or room < place.height():
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= room:
            bar.setValue(bar.value() + place.bottom() + 1 - room)

    def _on_grown(self) -> None:
        if self._id is not None:
            self._make_room()

    def _on_moved(self) -> None:
        if self._id is not None and self._card().isValid():
            self._show_cursor()

    def _on_wheeled(self, by: int) -> None:
        bar = self._list.verticalScrollBar()
        bar.setValue(bar.value() + by)
