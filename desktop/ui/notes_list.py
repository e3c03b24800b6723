"""The list of notes: choosing a card goes to its words on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QListView, QMenu

from desktop.ui.commands.annotate import COLORS
from desktop.ui.notes_delegate import NotesDelegate
from desktop.ui.notes_model import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.ui.look import Look
    from desktop.ui.notes_model import NotesModel

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotesList(QListView):
    """A view of a `NotesModel`: a click or the arrows visit a note, Return or a double click edit it."""

    def __init__(self, session: Session, model: NotesModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("notesList")
        self._delegate = NotesDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._visit)
        self.activated.connect(self._edit)

    def remeasure(self) -> None:
        """Lay the cards out anew: fonts or words are other ones."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_row(self, row: int) -> None:
        """Make `row` the current one, in view; -1 for none."""
        index = self.model().index(row, 0)
        if not index.isValid():
            self.clearSelection()
        elif index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Visit what the arrows reach; Return edits; letters are the window's."""
        if event.key() in _OPENING:
            self._edit(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._visit(self.currentIndex())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the note under the mouse."""
        self._edit(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in the new width, and keep the current one in view."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    # -- acting -----------------------------------------------------------------------------------------------

    def _visit(self, index: QModelIndex) -> None:
        if (annotation_id := index.data(Role.ID)) is not None:
            self._session.marks.visit(annotation_id)

    def _edit(self, index: QModelIndex) -> None:
        if (annotation_id := index.data(Role.ID)) is not None:
            self._session.marks.visit(annotation_id)
            self._session.marks.edit(annotation_id)

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        annotation_id: str | None = index.data(Role.ID)
        if annotation_id is None:
            return
        marks, menu = self._session.marks, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit the Note"), partial(self._edit, index))
        menu.addSeparator()
        for color, name in COLORS:
            words = QCoreApplication.translate("Action", name)
            menu.addAction(words, partial(marks.recolour, annotation_id, color))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the Quote"), partial(_copy, str(index.data(Role.QUOTE))))
        original = self._session.state.annotations[annotation_id].anchor.exact
        menu.addAction(self.tr("Copy the Original Quote"), partial(_copy, original))
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), partial(marks.delete, annotation_id))
        menu.popup(self.viewport().mapToGlobal(place))


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
