"""What a window shows, part by part: its pixels, its words, what a screen reader is told, its commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from desktop.session.state import Panel
from desktop.ui.commands.actions import LiveMenu
from desktop.ui.notes.note_editor import NoteEditor
from desktop.ui.notes.note_model import CardRole
from desktop.ui.page.answer_page import AnswerPage
from desktop.ui.sidebar.author_model import AuthorRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage

    from desktop.ui.window import MainWindow

_ROUNDS = 6
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _editor(window: MainWindow) -> QWidget:
    editor = window.notes.findChild(NoteEditor)
    assert editor is not None
    return editor


PARTS: dict[str, Callable[[MainWindow], QWidget]] = {
    "page": lambda window: window.page.viewport(),
    "panes": lambda window: window.panes,
    "scroll map": lambda window: window.page.scroll_map,
    "sidebar": lambda window: window.sidebar,
    "script selector": lambda window: window.top_bar.script_selector,
    "keyword bar": lambda window: window.top_bar.keyword_bar,
    "find bar": lambda window: window.top_bar.find_bar,
    "top bar": lambda window: window.top_bar,
    "note editor": _editor,
    "notes panel": lambda window: window.notes,
    "words panel": lambda window: window.side.widget(Panel.WORDS),
    "panel tabs": lambda window: window.side.head,
    "search panel": lambda window: window.side.widget(Panel.SEARCH),
    "concordance": lambda window: window.concordance,
    "notices": lambda window: window.notices,
}
"""The widgets that draw the state, each by the name that a test calls it."""


@dataclass(frozen=True)
class Sight:
    """What is to be seen and heard of one part: its picture, None where it is hidden, and its words."""

    picture: QImage | None
    words: tuple[object, ...]


def sights(window: MainWindow) -> dict[str, Sight]:
    """Return what `window`, shown and with the keyboard on its page, shows in each of its parts."""
    _calm(window)
    seen = {name: _sight(window, part(window)) for name, part in PARTS.items()}
    seen["title"] = Sight(None, (window.windowTitle(), window.isWindowModified()))
    seen["commands"] = Sight(None, tuple(_commands(window)))
    seen["menus"] = Sight(None, tuple(_live_entries(window)))
    return seen


def differing(one: dict[str, Sight], other: dict[str, Sight]) -> set[str]:
    """Return the parts that don't look or read the same."""
    return {name for name in one if one[name] != other[name]}


def _calm(window: MainWindow) -> None:
    """Let all be drawn that is drawn later, with the page at its top and the keyboard on it."""
    # Off every widget that shows that the mouse is over it, and off where a widget is before it is laid out.
    QCursor.setPos(window.mapToGlobal(QPoint(window.width() // 2, window.height() - 2)))
    window.page.setFocus()
    for page in window.panes.findChildren(AnswerPage):
        page.scroll_to(0)
    for _ in range(_ROUNDS):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QTest.qWait(1)


def _sight(window: MainWindow, part: QWidget) -> Sight:
    if not part.isVisibleTo(window):
        return Sight(None, ())
    widgets = (part, *part.findChildren(QWidget))
    heard = sorted(str(tuple(_words(widget))) for widget in widgets if widget.isVisibleTo(window))
    return Sight(part.grab().toImage(), tuple(heard))


def _words(widget: QWidget) -> Iterator[object]:
    """Yield what a widget says, in letters, to a screen reader and under the mouse."""
    yield from (type(widget).__name__, widget.objectName(), widget.isEnabled())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    yield getattr(widget, "text", str)()
    if isinstance(widget, QAbstractItemView):
        model, roles = widget.model(), (*_ROLES, *AuthorRole, *CardRole)
        for row in range(model.rowCount()):
            yield tuple(str(model.index(row, 0).data(role)) for role in roles)


def _commands(window: MainWindow) -> Iterator[object]:
    for name, command in window.commands.items():
        yield name, command.text(), command.isEnabled(), command.isChecked()


def _live_entries(window: MainWindow) -> Iterator[object]:
    """Yield the entries of the menus that are filled when they are opened."""
    for menu in window.menuBar().findChildren(QMenu):
        if isinstance(menu, LiveMenu):
            menu.aboutToShow.emit()
            yield tuple((action.text(), action.isEnabled(), action.toolTip()) for action in menu.actions())
            menu.aboutToHide.emit()
