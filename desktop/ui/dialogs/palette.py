"""The command palette: every command by its name, or by what else a reader may call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLabel, QListView, QVBoxLayout

from desktop.script import search_key
from desktop.ui.commands import ACTIONS, MENUS
from desktop.ui.commands.actions import Menu, keys_text, without_mnemonic
from desktop.ui.commands.meanings import meaning_of
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field
from desktop.ui.fields.word_filter import SEARCHED_ROLE, WALKING, WordFilter
from desktop.ui.look.row_delegate import KEYS_ROLE, RowDelegate
from desktop.ui.wording.language import in_every_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.commands.actions import Action, CommandAction
    from desktop.ui.look.look import Look

_ID_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTH_PX, _HEIGHT_PX, _DROP_PX = 480, 400, 64


class CommandPalette(QDialog):
    """Lists the commands that can be run now; typing narrows the list, Return runs."""

    def __init__(self, commands: Mapping[str, CommandAction], look: Look, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._by_id = commands
        self._window = window
        self._look = look
        self.setObjectName("commandPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Command palette"))
        self._field = Field(self)
        self._field.setObjectName("paletteField")
        self._field.setPlaceholderText(self.tr("Run a command"))
        Composition(self._field)
        self._field.setAccessibleName(self.tr("Run a command"))
        self._matching = WordFilter(self)
        self._matching.setSourceModel(self._commands())
        self._list = QListView(self)
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(RowDelegate(look, self._list))
        self._list.setModel(self._matching)
        self._none = QLabel(self.tr("No command is called that"), self)
        self._none.setContentsMargins(12, 8, 12, 8)
        self._lay_out()
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._run)
        self._list.clicked.connect(self._run)
        self._field.installEventFilter(self)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field keeps the keyboard."""
        walking = isinstance(event, QKeyEvent) and event.key() in WALKING
        if watched is self._field and walking and event.type() is QEvent.Type.KeyPress:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _commands(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for action in ACTIONS:
            command = self._by_id[action.id]
            if command.isEnabled() and action.id != "help.palette":
                name = _full_name(action)
                item = QStandardItem(name)
                item.setEditable(False)
                item.setData(action.id, _ID_ROLE)
                item.setData(keys_text(command.shortcut()), KEYS_ROLE)
                item.setData(search_key(_all_names(action).lower()), SEARCHED_ROLE)
                model.appendRow(item)
        return model

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        frame = self._window.geometry()
        self.move(frame.center().x() - _WIDTH_PX // 2, frame.top() + _DROP_PX)

    def _narrow(self, query: str) -> None:
        self._matching.look_for(query)
        self._list.setCurrentIndex(self._matching.index(0, 0))
        self._none.setVisible(self._matching.rowCount() == 0)

    def _run(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self.close()
            self._by_id[index.data(_ID_ROLE)].trigger()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground and a line around it, so that it stands off what it covers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.frame))
        painter.setPen(QColor(self._look.tokens.second))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        super().showEvent(event)
        self._field.setFocus()


def _full_name(action: Action) -> str:
    """Return the name of `action`, after that of its submenu where it is in one: "Encoding: UTF-8"."""
    menu = _submenu(action)
    if menu is None:
        return action.plain_title
    title = without_mnemonic(QCoreApplication.translate("Menu", menu.title))
    return QCoreApplication.translate("CommandPalette", "{menu}: {command}").format(
        menu=title, command=action.plain_title
    )


def _all_names(action: Action) -> str:
    """Return the names of `action` and its submenu in every language, what else it may be called, and its id."""
    menu = _submenu(action)
    titles = in_every_language("Menu", menu.title) if menu else ()
    names = (without_mnemonic(name) for name in (*titles, *in_every_language("Action", action.text)))
    return " ".join((*names, meaning_of(action.id), action.id))


def _submenu(action: Action) -> Menu | None:
    subs = (sub for menu in MENUS for sub in menu.entries if isinstance(sub, Menu))
    return next((sub for sub in subs if action.id in sub.ids()), None)
