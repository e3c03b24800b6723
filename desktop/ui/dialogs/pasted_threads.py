"""The threads that came from the clipboard: to be opened, renamed, and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QLabel, QListView, QVBoxLayout

from desktop.ui.look.row_delegate import KEYS_ROLE, RowDelegate
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_PATH_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTH_PX, _HEIGHT_PX = 560, 420
_MARGIN_PX, _SPACING_PX = 20, 12
_LONGEST_NAME = 200


class PastedThreads(QDialog):
    """Lists what was pasted, the latest first; Return opens, F2 renames, Delete deletes."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pasting = desk.session.pasting
        self.setObjectName("pastedThreads")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pasted Threads"))
        self._none = QLabel(self.tr("Nothing yet: copy a thread in the browser, and press Ctrl+V on the page."), self)
        self._none.setWordWrap(True)
        self._model = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setObjectName("pastedList")
        self._list.setAccessibleName(self.tr("Pasted threads"))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setItemDelegate(RowDelegate(look, self._list))
        self._list.setModel(self._model)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Close, self
        )
        self._rename = self._button(self.tr("Rename"), self._begin_rename)
        self._delete = self._button(self.tr("Delete"), self._discard)
        self._lay_out()
        self._model.itemChanged.connect(self._renamed)
        self._list.doubleClicked.connect(self.accept)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self._list, self._discard, context=Qt.ShortcutContext.WidgetShortcut
        )
        self._fill(0)
        self._list.setFocus()

    def accept(self) -> None:
        """Open the thread that is chosen, and close."""
        path = self._chosen()
        if path is not None:
            super().accept()
            self._desk.open_file(path)

    def _button(self, words: str, act: object) -> QPushButton:
        button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(act)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        for widget in (self._none, self._list, self._buttons):
            column.addWidget(widget)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    def _fill(self, row: int) -> None:
        """List what there is, with the thread in a row chosen, or the nearest."""
        self._model.blockSignals(True)
        self._model.clear()
        for thread in self._pasting.threads:
            item = QStandardItem(one_line(thread.name, _LONGEST_NAME))
            item.setData(thread.path, _PATH_ROLE)
            day = QDate(thread.time.year, thread.time.month, thread.time.day)
            item.setData(QLocale().toString(day, QLocale.FormatType.ShortFormat), KEYS_ROLE)
            self._model.appendRow(item)
        self._model.blockSignals(False)
        self._list.reset()
        rows = self._model.rowCount()
        self._list.setCurrentIndex(self._model.index(min(row, rows - 1), 0))
        self._none.setVisible(rows == 0)
        for button in (self._rename, self._delete, self._buttons.button(QDialogButtonBox.StandardButton.Open)):
            button.setEnabled(rows > 0)

    def _chosen(self) -> Path | None:
        index = self._list.currentIndex()
        return index.data(_PATH_ROLE) if index.isValid() else None

    def _begin_rename(self) -> None:
        self._list.edit(self._list.currentIndex())

    def _renamed(self, item: QStandardItem) -> None:
        self._pasting.rename(item.data(_PATH_ROLE), item.text())
        row = item.row()
        # The list is still closing its editor.
        QTimer.singleShot(0, self, lambda: self._fill(row))

    def _discard(self) -> None:
        path, row = self._chosen(), self._list.currentIndex().row()
        if path is not None:
            self._pasting.discard(path)
            self._fill(row)
