"""What is shown in the place of the pages, and below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def test_a_view_takes_the_place_of_the_pages_and_gives_it_back_with_the_keyboard(window: MainWindow) -> None:
    view, other = QLineEdit(), QLineEdit()
    window.middle.cover(view)
    assert not window.page.isVisible()
    assert window.focusWidget() is view
    window.middle.cover(other)
    assert not view.isVisible()
    assert window.focusWidget() is other
    window.middle.uncover()
    assert window.page.isVisible()
    assert not other.isVisible()
    assert window.focusWidget() is window.page


def test_a_drawer_is_below_the_pages_as_high_as_it_was_left(window: MainWindow) -> None:
    drawer = QLineEdit()
    drawer.setMaximumHeight(10_000)
    before = window.page.height()
    window.middle.open(drawer)
    assert drawer.isVisible()
    assert window.page.isVisible()
    window.middle.shut()
    QApplication.processEvents()
    assert not drawer.isVisible()
    assert window.page.height() == before
    window.middle.open(drawer)
    QApplication.processEvents()
    height = drawer.height()
    assert 0 < height < before
    drawer.setFocus()
    window.middle.shut()
    assert window.focusWidget() is window.page
