"""The shortcut sheet: every command and its keys, menu by menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.actions import keys_text, without_mnemonic
from desktop.ui.commands import ACTIONS, MENUS
from desktop.ui.look import SMALL_PX

if TYPE_CHECKING:
    from desktop.ui.actions import Action, Menu
    from desktop.ui.look import Look

_WIDTH_PX, _HEIGHT_PX = 1040, 600
_COLUMNS = 3


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
        """Return columns of groups, of about the same height."""
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(32, 24, 32, 24)
        columns.setSpacing(48)
        groups = [(menu, _with_keys(menu)) for menu in MENUS]
        lines = sum(len(actions) + 2 for _, actions in groups)
        sides: list[list[QWidget]] = [[] for _ in range(_COLUMNS)]
        filled = 0
        for menu, actions in groups:
            middle = filled + (len(actions) + 2) / 2
            sides[int(middle * _COLUMNS / lines)].append(self._group(menu, actions))
            filled += len(actions) + 2
        for side in sides:
            column = QVBoxLayout()
            column.setSpacing(20)
            for group in side:
                column.addWidget(group)
            column.addStretch()
            columns.addLayout(column, 1)
        return sheet

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


def _with_keys(menu: Menu) -> list[Action]:
    inside = set(menu.ids())
    return [action for action in ACTIONS if action.id in inside and action.keys]
