"""The charts in the window: over the page, and gone when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.text import Span

if TYPE_CHECKING:
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
