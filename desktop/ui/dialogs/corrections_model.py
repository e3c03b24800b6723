"""The reader's corrections as a table that can be edited, whose edits are steps in the reader's history."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.script import Correction, Script
from desktop.script.corrections import Flaw, flaw_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex

SCRIPT_NAMES: dict[Script | None, object] = {
    Script.TRADITIONAL: QT_TRANSLATE_NOOP("Corrections", "Traditional"),
    Script.SIMPLIFIED: QT_TRANSLATE_NOOP("Corrections", "Simplified"),
    None: QT_TRANSLATE_NOOP("Corrections", "Both"),
}
"""What a correction is for, in the order in which it is offered."""


class CorrectionColumn(IntEnum):
    """What a column of the table holds."""

    SOURCE = 0
    SHOWN = 1
    SCRIPT = 2


_HEADERS: dict[CorrectionColumn, object] = {
    CorrectionColumn.SOURCE: QT_TRANSLATE_NOOP("Corrections", "In the text"),
    CorrectionColumn.SHOWN: QT_TRANSLATE_NOOP("Corrections", "To be shown"),
    CorrectionColumn.SCRIPT: QT_TRANSLATE_NOOP("Corrections", "Script"),
}


def script_name(script: Script | None) -> str:
    """Return what a correction is for, in the reader's language."""
    return QCoreApplication.translate("Corrections", str(SCRIPT_NAMES[script]))


class CorrectionsModel(QAbstractTableModel):
    """A row for each correction; an edit takes effect, on the page and on the disk, when its cell is left."""

    refused = Signal(Flaw)
    """Emitted with the reason when words were typed that no correction can hold."""

    def __init__(self, session: Session, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._items = session.state.manner.corrections.items
        session.changed.connect(self.render_state)
        look.changed.connect(self._redraw)

    # -- what the view asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many corrections there are."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's own default and name)
        """Return 3."""
        return 0 if parent.isValid() else len(CorrectionColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Corrections", str(_HEADERS[CorrectionColumn(section)]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited, as long as the file can be written."""
        flags = super().flags(index)
        return flags if self._session.correcting.trouble else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a cell, or the script it is for, which `EditRole` gives as a `Script` or None."""
        item, column = self._items[index.row()], CorrectionColumn(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self.font_of(item.script if column is CorrectionColumn.SHOWN else None)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            script = script_name(item.script) if role == Qt.ItemDataRole.DisplayRole else item.script
            return {
                CorrectionColumn.SOURCE: item.source,
                CorrectionColumn.SHOWN: item.shown,
                CorrectionColumn.SCRIPT: script,
            }[column]
        return None

    def font_of(self, script: Script | None) -> Any:  # noqa: ANN401 (a QFont)
        """Return the font for words in `script`; for either, and for the interface's own, that of the interface."""
        return self._look.script_font(script) if script else self._look.interface_font()

    def at(self, index: Index) -> Correction | None:
        """Return the correction in the row of `index`."""
        return self._items[index.row()] if index.isValid() else None

    def index_of(self, correction: Correction) -> QModelIndex:
        """Return the first cell of the row of `correction`, an invalid index where there is none."""
        return self.index(self._items.index(correction), 0) if correction in self._items else QModelIndex()

    # -- what the reader does ---------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802
        """Put what was typed or chosen into a cell; False where it is nothing new or can't be."""
        before = self.at(index)
        if before is None or role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        if index.column() == CorrectionColumn.SCRIPT:
            return self.change(before, replace(before, script=value))
        words = (value, before.shown) if index.column() == CorrectionColumn.SOURCE else (before.source, value)
        if (flaw := flaw_in(*words)) is not None:
            self.refused.emit(flaw)
            return False
        return self.change(before, Correction(*words, before.script))

    def change(self, before: Correction | None, after: Correction | None) -> bool:
        """Put `after` in the place of `before`, None standing for absent, as one step that can be taken back."""
        return self._session.correcting.change(before, after)

    # -- following --------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the corrections, row by row, so that the place in the table and an open editor stay."""
        if old.manner.corrections is not new.manner.corrections:
            self._follow(new.manner.corrections.items)

    def _follow(self, items: tuple[Correction, ...]) -> None:
        """Show `items`: rows before and behind the part that differs are left alone."""
        old = self._items
        head = _common(old, items)
        tail = min(_common(old[::-1], items[::-1]), len(old) - head, len(items) - head)
        shared = min(len(old), len(items)) - head - tail
        first = head + shared
        if len(old) > len(items):
            self.beginRemoveRows(QModelIndex(), first, first + len(old) - len(items) - 1)
            self._items = items
            self.endRemoveRows()
        elif len(old) < len(items):
            self.beginInsertRows(QModelIndex(), first, first + len(items) - len(old) - 1)
            self._items = items
            self.endInsertRows()
        self._items = items
        if shared:
            self.dataChanged.emit(self.index(head, 0), self.index(first - 1, len(CorrectionColumn) - 1))

    def _redraw(self) -> None:
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, len(CorrectionColumn) - 1))


def _common(first: Sequence[Correction], second: Sequence[Correction]) -> int:
    """Return how many items the two have in common from their start."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
