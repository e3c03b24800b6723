"""The charts in the window: over the page, and gone when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.text import Span
from tests.session.executors import InlineExecutor
from tests.ui.charts.conftest import SAID

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


def test_a_chart_takes_the_place_of_the_page_and_gives_it_back(window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    assert window.charts.matrix.isVisible()
    assert not window.page.isVisible()
    window.commands["words.dispersion"].trigger()
    assert window.charts.dispersion.isVisible()
    assert not window.charts.matrix.isVisible()
    window.commands["words.dispersion"].trigger()
    assert window.page.isVisible()
    assert window.focusWidget() is window.page


def test_who_goes_to_an_answer_or_a_place_sees_the_page(window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    window.session.show_answer(1)
    assert window.page.isVisible()
    window.commands["words.matrix"].trigger()
    document = window.session.state.document
    assert document is not None
    place = document.answers[1].span
    window.session.go_to(Span(place.start, place.start + 2))
    assert window.page.isVisible()


def test_lights_and_scripts_leave_the_chart_where_it_is(window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    window.session.lights.light("普京")
    window.session.toggle_script()
    assert window.charts.matrix.isVisible()


def test_another_thread_is_seen_on_the_page(window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    document = window.session.state.document
    assert document is not None
    other = document.path.with_name("other.txt")
    other.write_text("問什麼?\n\n某甲\n\n\n某甲說的話比較長,這是正文。\n\n還有一段。\n", "utf-8")
    assert window.session.shelf.open(other)
    assert window.page.isVisible()


def test_escape_shows_the_page_from_the_chart_and_from_the_sidebar(window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert window.focusWidget() is window.page
    window.commands["words.matrix"].trigger()
    window.panels.focus_authors()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert window.focusWidget() is window.page


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the worker of the window do what it is asked for."""
    monkeypatch.setattr("tests.ui.conftest.IdleExecutor", InlineExecutor)


@pytest.mark.usefixtures("counting")
def test_a_chart_begins_at_the_author_who_is_being_read(qtbot: QtBot, window: MainWindow) -> None:
    open_said(window)
    window.session.show_answer(1)
    window.session.lights.light("談判")
    window.commands["words.matrix"].trigger()
    matrix = window.charts.matrix.table
    qtbot.waitUntil(lambda: matrix.cell is not None)
    assert matrix.cell is not None
    assert matrix.heat_map.matrix.authors[matrix.cell.author] == "乙"
    window.commands["words.dispersion"].trigger()
    stripes = window.charts.dispersion.list
    qtbot.waitUntil(lambda: bool(stripes.stripes.names))
    assert stripes.stripes.names[stripes.currentIndex().row()] == "乙"


def open_said(window: MainWindow) -> None:
    """Open a thread in which words are said often enough to be counted."""
    document = window.session.state.document
    assert document is not None
    path = document.path.with_name("said.txt")
    path.write_text(SAID, "utf-8")
    assert window.session.shelf.open(path)


@pytest.mark.usefixtures("counting")
def test_escape_leads_from_a_line_back_to_the_cell_whose_lines_were_listed(qtbot: QtBot, window: MainWindow) -> None:
    open_said(window)
    window.commands["words.matrix"].trigger()
    view = window.charts.matrix
    qtbot.waitUntil(lambda: view.table.cell is not None)
    row = next(n for n, counts in enumerate(view.table.heat_map.matrix.counts) if counts[1])
    place = view.table.model().index(row, 1)
    view.table.scrollTo(place)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(place).center())
    kept = view.table.cell
    qtbot.waitUntil(
        lambda: window.session.state.concordance is not None and bool(window.session.state.concordance.lines)
    )
    window.session.searching.concordances.visit(0)
    assert window.page.isVisible()
    window.concordance.lines.setFocus()
    QTest.keyClick(window.concordance.lines, Qt.Key.Key_Escape)
    assert window.session.state.concordance is None
    assert view.isVisible()
    assert window.focusWidget() is view.table
    assert view.table.cell == kept
    assert kept is not None
    assert (kept.term, kept.author) == (row, 1)


@pytest.mark.usefixtures("counting")
def test_what_was_listed_from_the_page_leads_back_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.commands["words.matrix"].trigger()
    window.commands["words.matrix"].trigger()
    window.panels.show_concordance("美國")
    qtbot.waitUntil(
        lambda: window.session.state.concordance is not None and bool(window.session.state.concordance.lines)
    )
    window.session.searching.concordances.visit(2)
    window.concordance.leave()
    assert window.page.isVisible()
    assert window.focusWidget() is window.page
