"""What commands can reach: the window has all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.commands.desk import Desk, Dialogs, Panels, ReadingPage

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def test_the_window_is_a_desk(window: MainWindow) -> None:
    desk: Desk = window
    assert isinstance(desk, Desk)
    assert isinstance(desk.page, ReadingPage)
    assert isinstance(desk.panels, Panels)
    assert isinstance(desk.dialogs, Dialogs)


def test_what_lacks_a_part_is_no_desk(window: MainWindow) -> None:
    assert not isinstance(window.page, Desk)
    assert not isinstance(window.page, Panels)
