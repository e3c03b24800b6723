"""The panel at the right: its tabs, what they show, and where the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.session.state import Panel
from desktop.ui.side_panel import SidePanel
from tests.ui.bare_desk import BareDesk
from tests.ui.marking import mark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def made() -> list[QWidget]:
    """Return the widgets for words that were made."""
    return []


@pytest.fixture
def side(qtbot: QtBot, session: Session, look: Look, made: list[QWidget]) -> SidePanel:
    """Return a panel that has notes, and a field in the place of words."""
    panel = SidePanel(session, look, BareDesk(session))
    qtbot.addWidget(panel)

    def make() -> QWidget:
        made.append(QLineEdit(panel))
        return made[-1]

    panel.add(Panel.WORDS, make)
    panel.complete()
    panel.resize(300, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_tab_counts_what_is_in_it(side: SidePanel, session: Session) -> None:
    tab = side.head.tabs[Panel.NOTES]
    assert tab.accessibleName() == "Notes"
    mark(session, "戰略家")
    assert tab.accessibleName().split() == ["Notes", "1"]


def test_what_a_tab_shows_is_made_when_it_is_first_chosen_and_only_once(
    side: SidePanel, session: Session, made: list[QWidget]
) -> None:
    assert not made
    for panel in (Panel.WORDS, Panel.NOTES, Panel.WORDS):
        QTest.mouseClick(side.head.tabs[panel], Qt.MouseButton.LeftButton)
        assert session.state.preferences.panel is panel
        assert side.notes.isVisible() is (panel is Panel.NOTES)
    assert len(made) == 1
    assert made[0].isVisible()


def test_no_tab_stands_there_for_what_there_is_not(side: SidePanel, session: Session) -> None:
    assert not side.head.tabs[Panel.SEARCH].isVisible()
    session.prefer(panel=Panel.SEARCH)
    assert side.notes.isVisible()


def test_arrows_walk_the_tabs(side: SidePanel, session: Session) -> None:
    side.head.tabs[Panel.NOTES].setFocus()
    QTest.keyClick(side.head.tabs[Panel.NOTES], Qt.Key.Key_Right)
    assert session.state.preferences.panel is Panel.WORDS
    assert side.head.tabs[Panel.WORDS].hasFocus()


def test_the_keyboard_goes_along_when_another_tab_is_chosen(
    side: SidePanel, session: Session, made: list[QWidget]
) -> None:
    session.prefer(panel=Panel.WORDS)
    made[0].setFocus()
    mark(session, "戰略家")
    session.prefer(panel=Panel.NOTES)
    focused = side.focusWidget()
    assert focused is not None
    assert side.notes.isAncestorOf(focused)
