"""A screen reader hears a name of all that it is told of: over the whole window, its dialogs and its menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from desktop.session import NoticeKind
from desktop.session.state import Panel
from desktop.ui.wording.language import LANGUAGES
from tests.ui.input_method import type_words
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import NotesDriver, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.window import MainWindow

_R = QAccessible.Role
SILENT = {_R.Client, _R.Splitter, _R.Separator, _R.Grouping, _R.Border, _R.Pane}
"""What only holds other things together, or parts them: a screen reader passes these over."""
DIALOGS = ("help.shortcuts", "help.palette", "help.about", "script.corrections", "annotate.tag", "annotate.untag")


def _told(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader is told of below `interface`, at least so many of a long list."""
    for number in range(min(interface.childCount(), 40)):
        child = interface.child(number)
        if child and child.isValid():
            yield child
            yield from _told(child)


def _unnamed(top: QWidget) -> list[str]:
    widgets = [QAccessible.queryAccessibleInterface(widget) for widget in top.findChildren(QWidget)]
    told = [*_told(QAccessible.queryAccessibleInterface(top)), *widgets]
    return [
        f"{each.role().name} {each.object()}"
        for each in told
        if each.role() not in SILENT and not each.text(QAccessible.Text.Name).strip() and not _is_empty_label(each)
    ]


def _is_empty_label(interface: QAccessibleInterface) -> bool:
    """Tell whether this is a label that says nothing for now, and is not shown."""
    return interface.role() is QAccessible.Role.StaticText and bool(interface.state().invisible)


def _in_language(window: MainWindow, language: str) -> MainWindow:
    """Return the window that speaks `language`: a change makes another one."""
    from desktop.ui.window import MainWindow

    window.session.prefer(language=language)
    QTest.qWait(0)
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
    assert len(windows) == 1
    return windows[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_in_the_window_has_a_name(window: MainWindow, language: str) -> None:
    shown = _in_language(window, language)
    made = mark(shown.session, "孤家寡人", note="長\n" * 60, tags=("對照",))
    shown.commands["find.open"].trigger()
    type_words(found(shown, QLineEdit, "findField"), "特")
    shown.session.notify("not-a-file", NoticeKind.PROBLEM)
    QTest.qWait(300)
    assert found(shown, QWidget, "findCount").isVisible()
    assert _unnamed(shown) == []
    shown.session.annotations.edit(made)
    QTest.qWait(0)
    assert _unnamed(shown) == []
    shown.close()


def test_all_in_the_panel_of_words_has_a_name(window: MainWindow) -> None:
    window.panels.show_panel(Panel.WORDS)
    QTest.qWait(0)
    assert window.side.widget(Panel.WORDS).isVisible()
    assert _unnamed(window) == []


@pytest.mark.parametrize("command", DIALOGS)
def test_all_in_a_dialog_has_a_name(window: MainWindow, command: str) -> None:
    mark(window.session, "孤家寡人", tags=("對照",))
    window.commands[command].trigger()
    QTest.qWait(0)
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert len(dialogs) == 1
    assert _unnamed(dialogs[0]) == []
    dialogs[0].close()


def test_the_menu_of_a_card_has_a_name(window: MainWindow) -> None:
    made = mark(window.session, "孤家寡人")
    notes = NotesDriver(window.notes)
    notes.list.customContextMenuRequested.emit(notes.place(made).center())
    menu = notes.list.findChildren(QMenu)[-1]
    assert QAccessible.queryAccessibleInterface(menu).text(QAccessible.Text.Name)
    assert _unnamed(menu) == []
    menu.close()


def test_the_splitters_and_the_scroll_bars_say_what_they_are_for(window: MainWindow) -> None:
    told = (QAccessible.queryAccessibleInterface(each) for each in window.findChildren(QWidget))
    names = {each.text(QAccessible.Text.Name) for each in told}
    assert {
        "Width of the authors",
        "Width of the panel",
        "Scroll bar: the page",
        "Scroll bar: Notes",
        "Scroll bar: Authors",
    } <= names
