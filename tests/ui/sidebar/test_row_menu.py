"""The sidebar where two pages are side by side: which answer is on the other side is chosen and seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu

from desktop.ui.sidebar.author_model import AuthorRole

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def shown(window: MainWindow) -> tuple[list[int], int]:
    """Return the answers in the panes, and which of them has the focus."""
    state = window.session.state
    return [pane.answer for pane in state.panes], state.focus


def row_place(view: QListView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def list_of(window: MainWindow) -> QListView:
    view = window.sidebar.findChild(QListView, "authorList")
    assert view is not None
    return view


def marked_beside(view: QListView) -> list[int]:
    model = view.model()
    return [row for row in range(model.rowCount()) if model.index(row, 0).data(AuthorRole.BESIDE)]


def test_a_click_with_ctrl_puts_an_answer_on_the_other_side(window: MainWindow) -> None:
    view = list_of(window)
    click = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(view.viewport(), *click, row_place(view, 2))
    assert shown(window) == ([0, 2], 0)
    assert view.currentIndex().row() == 0
    assert marked_beside(view) == [2]
    QTest.mouseClick(view.viewport(), *click, row_place(view, 1))
    assert shown(window) == ([0, 1], 0)
    window.session.panes.focus(1)
    assert view.currentIndex().row() == 1
    assert marked_beside(view) == [0]
    window.session.panes.close()
    assert marked_beside(view) == []


def test_return_with_ctrl_puts_the_row_on_the_other_side_and_opens_no_link(window: MainWindow) -> None:
    view = list_of(window)
    window.session.panes.put_beside(2)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == ([1, 1], 0)


def test_the_row_on_the_other_side_is_told_of_and_drawn(window: MainWindow) -> None:
    view = list_of(window)
    before = view.viewport().grab().toImage()
    window.session.panes.put_beside(1)
    QApplication.processEvents()
    assert "on the other side" in view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "on the other side" not in view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert view.viewport().grab().toImage() != before


def opened_menu(view: QListView, row: int) -> QMenu:
    """Ask for the menu of a row with the right button."""
    place = row_place(view, row)
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())


def test_the_menu_of_a_row_opens_it_beside_and_leaves_this_side_as_it_is(window: MainWindow) -> None:
    view = list_of(window)
    menu = opened_menu(view, 2)
    assert shown(window) == ([0], 0)
    menu.actions()[0].trigger()
    menu.close()
    assert shown(window) == ([0, 2], 0)
    menu = opened_menu(view, 2)
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_what_else_the_menu_does_is_done_to_the_row_that_was_meant(window: MainWindow) -> None:
    view, session = list_of(window), window.session
    document = session.state.document
    assert document is not None
    menu = opened_menu(view, 1)
    unname = next(entry for entry in menu.actions() if entry.objectName() == "thread.unname")
    assert unname.isEnabled()
    unname.trigger()
    menu.close()
    assert session.state.document is not None
    names = [answer.author for answer in session.state.document.answers]
    assert names == [answer.author for number, answer in enumerate(document.answers) if number != 1]
