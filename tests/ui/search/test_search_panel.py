"""The search panel: typing, walking with the keyboard, going there and back, notes, half-composed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QToolButton

from desktop.session.search import SearchKind, SearchMode, SearchScope
from desktop.session.state import Panel
from desktop.session.words import finding
from desktop.text import Span
from desktop.ui.fields.entry import EntryField
from desktop.ui.search.result_model import ResultRole
from desktop.ui.search.search_panel import SearchPanel
from desktop.ui.sidebar.author_model import AuthorRole
from tests.ui.input_method import compose, type_words
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.window import MainWindow

_K = Qt.Key


@pytest.fixture
def panel(window: MainWindow) -> SearchPanel:
    """Return the search panel, with the keyboard in its field."""
    window.commands["panel.search"].trigger()
    panel = window.side.widget(Panel.SEARCH)
    assert isinstance(panel, SearchPanel)
    return panel


def _field(panel: SearchPanel) -> EntryField:
    return found(panel, EntryField, "searchField")


def _type(panel: SearchPanel, words: str) -> None:
    type_words(_field(panel), words)
    QTest.qWait(200)


def _rows(panel: SearchPanel) -> list[str]:
    model = panel.results.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _search_hits(window: MainWindow) -> int:
    return len(window.session.state.search.hits) if window.session.state.search is not None else 0


def test_what_is_typed_is_found_under_its_authors_and_the_page_stays(window: MainWindow, panel: SearchPanel) -> None:
    window.session.show_answer(2)
    here = window.session.navigation.here
    _type(panel, "特朗普")
    assert [row.split()[0] for row in _rows(panel) if "特朗普" not in row] == ["杜達特洛夫斯基", "建章看世界"]
    assert sum("特朗普" in row for row in _rows(panel)) == _search_hits(window) == 3
    assert found(panel, QLabel, "searchCount").text() == "3 places · 2 authors"
    assert (window.session.state.pane.answer, window.session.navigation.here) == (2, here)
    assert _field(panel).hasFocus()


def test_the_sidebar_counts_what_is_found_while_something_is_searched(window: MainWindow, panel: SearchPanel) -> None:
    model = found(window.sidebar, QAbstractItemView, "authorList").model()
    counts = [model.index(row, 0).data(AuthorRole.FOUND) for row in range(model.rowCount())]
    assert set(counts) == {None}
    _type(panel, "特朗普")
    assert [model.index(row, 0).data(AuthorRole.FOUND) for row in range(model.rowCount())] == [1, 2, 0]


def test_down_enter_and_escape(window: MainWindow, panel: SearchPanel) -> None:
    window.session.show_answer(2)
    _type(panel, "特朗普")
    QTest.keyClick(_field(panel), _K.Key_Down)
    assert panel.results.hasFocus()
    assert (window.session.state.pane.answer, window.session.state.pane.hit) == (0, 0)
    QTest.keyClick(panel.results, _K.Key_Down)
    assert (window.session.state.pane.answer, window.session.state.pane.hit) == (1, 1)
    assert panel.results.hasFocus(), "the heading between them is passed over"
    QTest.keyClick(panel.results, _K.Key_Escape)
    assert window.session.state.pane.answer == 2
    assert window.session.state.search is None
    assert window.page.hasFocus()


def test_enter_takes_the_keyboard_to_the_page_and_the_search_stays(window: MainWindow, panel: SearchPanel) -> None:
    _type(panel, "特朗普")
    QTest.keyClick(_field(panel), _K.Key_Down)
    QTest.keyClick(panel.results, _K.Key_Return)
    assert window.page.hasFocus()
    assert _search_hits(window) == 3


def test_up_leads_from_the_first_place_to_the_field(panel: SearchPanel) -> None:
    _type(panel, "特朗普")
    QTest.keyClick(_field(panel), _K.Key_Down)
    QTest.keyClick(panel.results, _K.Key_Up)
    assert _field(panel).hasFocus()


def test_back_to_where_i_was_is_offered_only_elsewhere(window: MainWindow, panel: SearchPanel) -> None:
    window.session.show_answer(2)
    _type(panel, "特朗普")
    back = found(panel, QToolButton, "searchBack")
    assert not back.isVisible()
    found(panel, QToolButton, "searchNext").click()
    assert back.isVisible()
    back.click()
    assert window.session.state.pane.answer == 2
    assert not back.isVisible()


def test_the_find_bar_and_the_panel_share_one_search(window: MainWindow, panel: SearchPanel) -> None:
    _type(panel, "特朗普")
    find = found(window.top_bar.find_bar, EntryField, "findField")
    assert find.text() == "特朗普"
    window.session.searching.look_for("結盟")
    assert _field(panel).text() == "結盟"


def test_half_a_composed_word_does_not_search(window: MainWindow, panel: SearchPanel) -> None:
    compose(_field(panel), "te lang pu")
    QTest.qWait(200)
    assert window.session.state.search is None or not window.session.state.search.query
    _type(panel, "特朗普")
    assert _search_hits(window) == 3


def test_the_selected_words_are_looked_for(window: MainWindow) -> None:
    document = window.session.state.document
    assert document is not None
    start = document.text.index("戰略家")
    window.session.select(Span(start, start + 3))
    window.commands["panel.search"].trigger()
    assert window.session.state.search is not None
    assert window.session.state.search.query == "戰略家"


@pytest.fixture
def alone(qtbot: QtBot, session: Session, look: Look) -> SearchPanel:
    """Return a search panel without a window, on a session whose worker works at once."""
    panel = SearchPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    return panel


def test_a_bad_expression_is_explained_while_it_is_typed(alone: SearchPanel, session: Session, qtbot: QtBot) -> None:
    found(alone, QToolButton, "searchExpression").click()
    count = found(alone, QLabel, "searchCount")
    _type(alone, "特(朗")
    qtbot.waitUntil(lambda: "( has no matching )" in count.text())
    _type(alone, ")")
    qtbot.waitUntil(lambda: count.text().startswith("3 place"))
    assert session.state.search_mode == SearchMode(SearchKind.EXPRESSION)


def test_a_note_that_was_found_is_opened(alone: SearchPanel, session: Session) -> None:
    made = mark(session, "戰略家", note="這是誰？")
    session.annotations.activate(None)
    found(alone, QToolButton, "searchScope.notes").click()
    _type(alone, "谁")
    assert _rows(alone) == ["這是誰？"]
    QTest.keyClick(_field(alone), _K.Key_Down)
    assert session.state.notes.active == made
    QTest.keyClick(alone.results, _K.Key_Return)
    assert session.state.notes.editing == made
    assert session.state.search_mode == SearchMode(scope=SearchScope.NOTES)


def test_a_word_is_marked_within_a_short_line(panel: SearchPanel) -> None:
    _type(panel, "孤家寡人")
    line = panel.results.model().index(1, 0).data(ResultRole.LINE)
    assert line.word == "孤家寡人"
    assert line.left.startswith("…")
    assert line.right.startswith(",特朗普")


def test_enter_waits_for_what_was_typed(
    alone: SearchPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_FOUND_AT_ONCE", 0)
    session.show_answer(2)
    _field(alone).setFocus()
    qtbot.waitUntil(_field(alone).hasFocus)
    type_words(_field(alone), "特朗普")
    QTest.keyClick(_field(alone), _K.Key_Return)
    assert session.state.search is not None
    assert session.state.search.under_way
    qtbot.waitUntil(lambda: session.state.pane.hit is not None)
    assert len(session.state.search.hits) == 3
