"""The shortcut sheet: every command and its keys, menu by menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.commands import ACTIONS, MENUS
from desktop.ui.commands.actions import keys_text, without_mnemonic
from desktop.ui.look.look import SMALL_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.ui.commands.actions import Action, Menu
    from desktop.ui.look.look import Look

_WIDTH_PX, _HEIGHT_PX = 1040, 600
_MOST_COLUMNS = 3
_SIDE_PX, _GAP_PX = 32, 48


class ShortcutSheet(QDialog):
    """Shows the keys of every command that has some, made from the action table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("shortcutSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.resize(min(_WIDTH_PX, parent.width()), min(_HEIGHT_PX, parent.height()))
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._sheet())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _sheet(self) -> QWidget:
        """Return what the groups stand on; how many columns they are in follows its width."""
        sheet = QWidget()
        self._columns = QHBoxLayout(sheet)
        self._columns.setContentsMargins(_SIDE_PX, 24, _SIDE_PX, 24)
        self._columns.setSpacing(_GAP_PX)
        menus = [(menu, _with_keys(menu)) for menu in MENUS]
        self._groups = [(self._group(menu, actions), len(actions) + 2) for menu, actions in menus]
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups into as many columns as there is room for."""
        super().resizeEvent(event)
        around = 2 * _SIDE_PX + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setMinimumWidth(_needed(self._in_columns(1)) + around)
        fitting = (n for n in range(_MOST_COLUMNS, 1, -1) if _needed(self._in_columns(n)) <= self.width() - around)
        count = next(fitting, 1)
        if count != self._columns.count():
            self._arrange(self._in_columns(count))

    def _in_columns(self, count: int) -> list[list[QWidget]]:
        """Return the groups in `count` columns of about the same height, in the order of the menus."""
        lines = sum(height for _, height in self._groups)
        columns: list[list[QWidget]] = [[] for _ in range(count)]
        filled = 0
        for group, height in self._groups:
            columns[int((filled + height / 2) * count / lines)].append(group)
            filled += height
        return columns

    def _arrange(self, groups: list[list[QWidget]]) -> None:
        while (old := self._columns.takeAt(0)) is not None:  # the groups in it stay children of the sheet
            old.deleteLater() if isinstance(old, QLayout) else None
        for side in groups:
            column = QVBoxLayout()
            column.setSpacing(20)
            for group in side:
                column.addWidget(group)
            column.addStretch()
            self._columns.addLayout(column, 1)

    def _group(self, menu: Menu, actions: list[Action]) -> QWidget:
        group = QWidget()
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        title = QLabel(without_mnemonic(QCoreApplication.translate("Menu", menu.title)))
        title.setFont(self._look.heading_font(17))
        grid.addWidget(title, 0, 0, 1, 2)
        for row, action in enumerate(actions, 1):
            grid.addWidget(QLabel(action.plain_title), row, 0)
            grid.addWidget(self._keys(action), row, 1, Qt.AlignmentFlag.AlignRight)
        return group

    def _keys(self, action: Action) -> QLabel:
        label = QLabel("   ".join(keys_text(key) for key in action.keys))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._look.interface_font(SMALL_PX))
        colors = label.palette()
        colors.setColor(QPalette.ColorRole.WindowText, QColor(self._look.tokens.second))
        label.setPalette(colors)
        return label


def _needed(columns: list[list[QWidget]]) -> int:
    """Return how wide these columns and what is between them are at least, in pixels."""
    widths = [max((group.sizeHint().width() for group in column), default=0) for column in columns]
    return sum(widths) + _GAP_PX * (len(columns) - 1)


def _with_keys(menu: Menu) -> list[Action]:
    inside = set(menu.ids())
    return [action for action in ACTIONS if action.id in inside and action.keys]
