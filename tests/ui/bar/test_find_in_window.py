"""Find in the whole window: what it begins with, and where Escape leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.script import Script
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def select(window: MainWindow, words: str) -> None:
    """Select `words` where they first stand in the open document."""
    document = window.session.state.document
    assert document is not None
    start = document.text.index(words)
    window.session.select(Span(start, start + len(words)))


@pytest.mark.parametrize(("script", "shown"), [(Script.ORIGINAL, "戰略家"), (Script.SIMPLIFIED, "战略家")])
def test_find_is_prefilled_with_the_selection_as_it_is_shown(window: MainWindow, script: Script, shown: str) -> None:
    window.session.show_script(script)
    select(window, "戰略家")
    place = window.session.state.pane.selection
    window.panels.open_find()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.selectedText()) == (shown, shown)
    assert window.session.navigation.here == place, "the place that is selected is the first that is found"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.session.state.pane.selection == place


def test_escape_leaves_the_page_as_it_was_before_anything_was_looked_for(window: MainWindow) -> None:
    window.resize(900, 240)
    window.session.resize_text(40)
    QApplication.processEvents()
    window.page.scroll_map.setValue(window.page.scroll_map.maximum() * 3 // 4)  # below the first line
    before = window.page.scroll_map.value()
    assert before > 0
    for words in ("𠮷野家", "死敵"):
        window.panels.open_find()
        field = window.focusWidget()
        assert isinstance(field, QLineEdit)
        window.top_bar.find_bar.open_with(words)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert window.session.state.pane.answer == 0
        assert abs(window.page.scroll_map.value() - before) <= window.page.line_px
        assert window.focusWidget() is window.page


def test_escape_leads_back_on_the_page_from_a_place_that_was_out_of_sight(window: MainWindow) -> None:
    window.resize(900, 240)
    window.session.resize_text(40)
    QApplication.processEvents()
    current, document = window.session.state.current, window.session.state.document
    assert current is not None
    assert document is not None
    last = Span(current.span.end - 6, current.span.end - 1).of(document.text)
    window.page.scroll_map.setValue(window.page.scroll_map.maximum() // 3)
    before = window.page.scroll_map.value()
    window.panels.open_find()
    window.top_bar.find_bar.open_with(last)
    assert window.page.scroll_map.value() > before + window.page.line_px
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.session.state.pane.answer == 0
    assert abs(window.page.scroll_map.value() - before) <= window.page.line_px


def test_f3_goes_on_with_what_was_looked_for_last_and_asks_when_there_is_nothing(window: MainWindow) -> None:
    window.commands["find.next"].trigger()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "findField"
    window.top_bar.find_bar.open_with("特朗普")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    window.session.show_answer(1)
    window.commands["find.next"].trigger()
    search = window.session.state.search
    assert search is not None
    assert (search.query, window.session.state.pane.hit, window.session.state.pane.answer) == ("特朗普", 1, 1)
    assert window.focusWidget() is window.page
    window.commands["find.previous"].trigger()
    assert window.session.state.pane.answer == 0
