"""The window between its first paint and the moment when all of it is there: no key is lost, and nothing flickers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from desktop.paths import DataFolder
from desktop.script import Script
from desktop.session import NoticeKind, Session, Theme
from desktop.ui.framing import USUAL
from desktop.ui.notes.inside import NotesInside
from tests.disposal import dispose
from tests.session.executors import InlineExecutor
from tests.ui.conftest import IdleExecutor
from tests.ui.marking import mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


@pytest.fixture
def early(qapp: QApplication, tmp_path: Path, thread: Path) -> Iterator[MainWindow]:
    """Yield the window as a start shows it: on the small thread, shown, and nothing yet done after that."""
    from desktop.app import WindowHost

    qapp.setStyleSheet("")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, IdleExecutor(), InlineExecutor())
    session.prefer(language="en")
    session.shelf.open(thread)
    window = WindowHost(qapp, session).window
    window.resize(USUAL)
    window.show()
    yield window
    window.close()
    session.stop()
    dispose(window, session)


def _painted(window: MainWindow) -> QImage:
    return window.grab().toImage()


def test_a_key_before_the_first_paint_is_heard(early: MainWindow) -> None:
    QTest.keyClick(early.page, Qt.Key.Key_T)
    assert early.session.state.manner.script is Script.SIMPLIFIED


def test_a_menu_that_is_opened_before_has_its_commands(early: MainWindow) -> None:
    menu = early.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(early.mapToGlobal(early.rect().topLeft()))
    assert "file.open" in [action.objectName() for action in menu.actions()]
    menu.close()


def test_what_is_said_before_is_seen_on_the_first_page(early: MainWindow) -> None:
    assert early.findChild(NotesInside) is None
    early.session.notify("file-changed", NoticeKind.QUESTION, name="x")
    bar = early.findChild(QWidget, "noticeBar")
    assert isinstance(bar, QWidget)
    assert bar.isVisible()


def test_all_of_it_is_there_after_the_first_paint(early: MainWindow, qtbot: QtBot) -> None:
    assert early.findChild(NotesInside) is None
    qtbot.waitUntil(lambda: early.findChild(NotesInside) is not None)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("noted", [False, True])
def test_nothing_looks_otherwise_when_all_of_it_is_there(early: MainWindow, theme: Theme, *, noted: bool) -> None:
    early.session.prefer(theme=theme)
    if noted:
        mark(early.session, "天然", note="對照")
        early.session.clear_focus()
    first = _painted(early)
    early.complete()
    assert _painted(early) == first
