"""The table of the reader's corrections: cells that are edited where they stand, by keys alone too."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.dialogs.corrections_model import SCRIPT_NAMES, CorrectionColumn, CorrectionsModel, script_name
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.script import Script
    from desktop.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex

_ROW_PX, _SCRIPT_PX, _CHEVRON_PX = 36, 152, 16
_BY_EDIT = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)


class ScriptChoice(QComboBox):
    """Chooses the script that a correction is for."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        # The delegate of its own draws a menu of the desktop's, not in our colours.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setAccessibleName(self.tr("The script to correct"))
        for script in SCRIPT_NAMES:
            self.addItem(script_name(script))

    @property
    def script(self) -> Script | None:
        """What is chosen; None is both."""
        return list(SCRIPT_NAMES)[self.currentIndex()]

    def choose(self, script: Script | None) -> None:
        """Choose `script`."""
        self.setCurrentIndex(list(SCRIPT_NAMES).index(script))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevron, which no style sheet draws without a picture."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.second), 1.5))
        x, y = self.width() - _CHEVRON_PX, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])


class _CellDelegate(QStyledItemDelegate):
    """Edits words in a field and scripts in a list; each in the font of its cell."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return the editor of a cell; a list opens by itself."""
        if index.column() == CorrectionColumn.SCRIPT:
            choice = ScriptChoice(self._look, parent)
            choice.activated.connect(self._on_chosen)
            QTimer.singleShot(0, choice, choice.showPopup)
            return choice
        field = Field(parent)
        Composition(field)
        field.setObjectName("correctionField")
        field.setFont(index.data(Qt.ItemDataRole.FontRole))
        field.setAccessibleName(str(_model_of(index).headerData(index.column(), Qt.Orientation.Horizontal)))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put what the cell holds into its editor."""
        correction = _model_of(index).at(index)
        if isinstance(editor, ScriptChoice) and correction is not None:
            editor.choose(correction.script)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what was typed, composed or chosen into the cell."""
        # The table keeps the input method to itself: a cell is not told that the keyboard goes.
        for composition in editor.findChildren(Composition):
            composition.end()
        value = editor.script if isinstance(editor, ScriptChoice) else cast("Field", editor).text()
        cast("CorrectionsModel", model).setData(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Fill the cell with its editor."""
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

    def _on_chosen(self, _index: int) -> None:
        """Keep what was chosen at once: there is nothing more to do in a list."""
        choice = cast("QWidget", self.sender())
        self.commitData.emit(choice)
        self.closeEditor.emit(choice, QStyledItemDelegate.EndEditHint.NoHint)


def _model_of(index: Index) -> CorrectionsModel:
    return cast("CorrectionsModel", index.model())


class CorrectionsTable(QTableView):
    """Shows the corrections. Return or F2 edits a cell, as does typing; Tab leads out.

    `keys` are those that correct the selected words, named where there is nothing to show.
    """

    deleting = Signal()
    """Emitted for Delete and Backspace on a row."""

    def __init__(self, model: CorrectionsModel, look: Look, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setObjectName("correctionsTable")
        self.setAccessibleName(self.tr("Corrections"))
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(look, self))
        self.setEditTriggers(_BY_EDIT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size_columns()

    def _size_columns(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in (CorrectionColumn.SOURCE, CorrectionColumn.SHOWN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CorrectionColumn.SCRIPT, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(CorrectionColumn.SCRIPT, _SCRIPT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Return, which would press the dialog's button; ask for a row to be deleted."""
        index, key = self.currentIndex(), event.key()
        # An editor passes the Return that ends it on to here.
        idle = index.isValid() and self.state() is not QAbstractItemView.State.EditingState
        if idle and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(index)
        elif idle and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.deleting.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say how to begin where there is nothing yet."""
        super().paintEvent(event)
        if self.model().rowCount() == 0 and self.isEnabled():
            painter = QPainter(self.viewport())
            painter.setFont(self._look.interface_font())
            painter.setPen(QColor(self._look.tokens.second))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(48, 0, -48, 0)
            painter.drawText(room, middle, self._invitation())

    def _invitation(self) -> str:
        return self.tr(
            "Nothing to correct so far. Where the page shows a word wrongly, select it and press {keys}; "
            "or write it down above."
        ).format(keys=self._keys)
