"""Choosing one of the threads that a folder or a zip holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListView, QVBoxLayout, QWidget

from desktop.script import search_key
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field
from desktop.ui.fields.word_filter import SEARCHED_ROLE, WALKING, WordFilter
from desktop.ui.look.row_delegate import KEYS_ROLE, RowDelegate
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.documents import FoundThread
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_PATH_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTH_PX, _HEIGHT_PX = 560, 420
_MARGIN_PX, _SPACING_PX = 20, 12
_LONGEST_TITLE = 200


class ThreadChooser(QDialog):
    """Lists `threads` with how many answers and comments each has; typing narrows the list, Return chooses one.

    `chosen` is given its path.
    """

    def __init__(
        self,
        threads: Sequence[FoundThread],
        desk: Desk,
        chosen: Callable[[Path], None],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = chosen
        self.setObjectName("threadChooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose a Thread"))
        self._label = QLabel(self.tr("There are %n thread(s) here:", "", len(threads)), self)
        self._field = Field(self)
        self._field.setObjectName("threadField")
        self._field.setPlaceholderText(self.tr("Part of the question"))
        self._field.setAccessibleName(self.tr("Part of the question"))
        Composition(self._field)
        self._matching = WordFilter(self)
        self._matching.setSourceModel(self._listed(threads))
        self._list = QListView(self)
        self._list.setObjectName("threadList")
        self._list.setAccessibleName(self.tr("Threads"))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setItemDelegate(RowDelegate(look, self._list))
        self._list.setModel(self._matching)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list.doubleClicked.connect(self.accept)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._narrow("")
        self._field.setFocus()

    def accept(self) -> None:
        """Close with the thread that is chosen; without one, stay."""
        index = self._list.currentIndex()
        if index.isValid():
            super().accept()
            self._chosen(index.data(_PATH_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field keeps the keyboard."""
        walking = isinstance(event, QKeyEvent) and event.key() in WALKING
        if watched is self._field and walking and event.type() is QEvent.Type.KeyPress:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _listed(self, threads: Sequence[FoundThread]) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for thread in threads:
            item = QStandardItem(one_line(self._desk.session.shown(thread.title), _LONGEST_TITLE))
            item.setEditable(False)
            item.setData(thread.path, _PATH_ROLE)
            item.setData(self._counts(thread), KEYS_ROLE)
            item.setData(search_key(thread.title.lower()), SEARCHED_ROLE)
            model.appendRow(item)
        return model

    def _counts(self, thread: FoundThread) -> str:
        answers = self.tr("%Ln answer(s)", "", thread.answers)
        comments = self.tr("%Ln comment(s)", "", thread.comments)
        return f"{answers} · {comments}" if thread.comments else answers

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        for widget in (self._label, self._field, self._list, self._buttons):
            column.addWidget(widget)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    def _narrow(self, query: str) -> None:
        self._matching.look_for(query)
        self._list.setCurrentIndex(self._matching.index(0, 0))
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(self._matching.rowCount() > 0)
