"""The concordance below the page: aligned lines, walking them with the keyboard, sorting, narrowing, going back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from desktop.keywords import LineOrder
from desktop.script import Script
from desktop.session.searching import listing
from desktop.ui.fields.entry import EntryField
from desktop.ui.search.concordance_menus import author_menu
from desktop.ui.search.concordance_view import ConcordanceView
from desktop.ui.search.kwic_model import KwicRole
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import compose, type_words
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.session.search import Concordance
    from desktop.ui.look.look import Look
    from desktop.ui.window import MainWindow

_K = Qt.Key


@pytest.fixture
def view(window: MainWindow) -> ConcordanceView:
    """Return the concordance of 特朗普, with the keyboard on its lines; the page shows the third answer."""
    window.session.show_answer(2)
    window.panels.show_concordance("特朗普")
    return window.concordance


def _shown(window: MainWindow) -> Concordance:
    assert window.session.state.concordance is not None
    return window.session.state.concordance


def _field(view: ConcordanceView) -> EntryField:
    return found(view, EntryField, "concordanceField")


def _lines(view: ConcordanceView) -> list[tuple[str, str, str, str]]:
    model = view.lines.model()
    shown = (model.index(row, 0).data(KwicRole.LINE) for row in range(model.rowCount()))
    return [(line.author, line.left, line.word, line.right) for line in shown]


def test_each_line_has_the_word_between_what_stands_around_it(view: ConcordanceView) -> None:
    assert view.isVisible()
    assert _lines(view)[0] == ("杜達特洛夫斯基", "", "特朗普", "總統說：「𠮷野家也開到美國了。」")
    assert _lines(view)[2][1] == "第一,目前的美國已經成為孤家寡人,"
    assert found(view, QLabel, "concordanceCount").text() == "3 places · 2 authors"


def test_arrows_go_to_places_and_enter_to_the_page(window: MainWindow, view: ConcordanceView) -> None:
    assert view.lines.hasFocus()
    QTest.keyClick(view.lines, _K.Key_Down)
    assert (window.session.state.pane.answer, _shown(window).place) == (0, _shown(window).lines[0].span)
    QTest.keyClick(view.lines, _K.Key_Down)
    assert window.session.state.pane.answer == 1
    assert view.lines.hasFocus()
    QTest.keyClick(view.lines, _K.Key_Return)
    assert window.page.hasFocus()
    assert view.isVisible()


def test_escape_leads_back_and_closes(window: MainWindow, view: ConcordanceView) -> None:
    QTest.keyClick(view.lines, _K.Key_Down)
    QTest.keyClick(view.lines, _K.Key_Escape)
    assert window.session.state.pane.answer == 2
    assert not view.isVisible()
    assert window.page.hasFocus()


def test_a_button_leads_back_and_the_lines_stay(window: MainWindow, view: ConcordanceView) -> None:
    back = found(view, QToolButton, "concordanceBack")
    assert not back.isVisible()
    QTest.keyClick(view.lines, _K.Key_Down)
    back.click()
    assert window.session.state.pane.answer == 2
    assert view.isVisible()
    assert not back.isVisible()


def test_sideways_arrows_and_heads_sort(window: MainWindow, view: ConcordanceView) -> None:
    QTest.keyClick(view.lines, _K.Key_Right)
    assert _shown(window).order is LineOrder.RIGHT
    QTest.keyClick(view.lines, _K.Key_Right)
    QTest.keyClick(view.lines, _K.Key_Left)
    QTest.keyClick(view.lines, _K.Key_Left)
    assert _shown(window).order is LineOrder.LEFT
    found(view, QToolButton, "concordanceSort.author").click()
    assert _shown(window).order is LineOrder.AUTHOR
    assert found(view, QToolButton, "concordanceSort.author").isChecked()


def test_the_line_that_was_gone_to_stays_the_current_one_in_another_order(
    window: MainWindow, view: ConcordanceView
) -> None:
    window.session.searching.concordances.visit(2)
    for order in LineOrder:
        window.session.searching.concordances.sort(order)
        row = view.lines.currentIndex().row()
        assert _shown(window).lines[row].span == _shown(window).place


def test_a_flip_shows_the_same_lines_in_the_other_script(window: MainWindow, view: ConcordanceView) -> None:
    window.session.searching.concordances.visit(1)
    row, words = view.lines.currentIndex().row(), _lines(view)
    window.session.show_script(Script.SIMPLIFIED)
    assert view.lines.currentIndex().row() == row
    assert _lines(view)[2][1] == "第一,目前的美国已经成为孤家寡人,"
    window.session.show_script(Script.TRADITIONAL)
    assert _lines(view) == words


def test_another_word_is_listed_as_it_is_typed_but_no_half_of_one(window: MainWindow, view: ConcordanceView) -> None:
    field = _field(view)
    field.setFocus()
    field.clear()
    compose(field, "jie meng")
    QTest.qWait(200)
    assert _shown(window).query == "特朗普"
    type_words(field, "结盟")
    QTest.qWait(200)
    assert [line[2] for line in _lines(view)] == ["結盟"] * 3
    assert field.hasFocus()
    QTest.keyClick(field, _K.Key_Down)
    assert view.lines.hasFocus()


def test_the_menu_narrows_to_one_author(window: MainWindow, view: ConcordanceView) -> None:
    menu = author_menu(window.session, window, view)
    entries = [action.text() for action in menu.actions()]
    assert entries == ["All authors\t3", "建章看世界\t2", "杜達特洛夫斯基\t1"]
    menu.actions()[1].trigger()
    assert [line.author for line in _shown(window).lines] == ["建章看世界"] * 2
    menu.close()


def test_the_sentence_is_there_in_full(view: ConcordanceView) -> None:
    told = view.lines.model().index(2, 0).data(KwicRole.SENTENCE)
    assert told == "建章看世界\n第一,目前的美國已經成為孤家寡人,特朗普已經眾叛親離。"


def test_the_drawer_keeps_the_room_of_a_line_of_the_page(window: MainWindow, view: ConcordanceView) -> None:
    assert 100 < view.height() < window.height() // 2


def test_enter_waits_for_what_was_typed(
    qtbot: QtBot, session: Session, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = ConcordanceView(session, look, BareDesk(session))
    qtbot.addWidget(view)
    view.show()
    session.searching.concordances.show("特朗普")
    field = _field(view)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    monkeypatch.setattr(listing, "_LISTED_AT_ONCE", 0)
    field.clear()
    type_words(field, "結盟")
    QTest.keyClick(field, _K.Key_Return)
    assert session.state.concordance is not None
    assert session.state.concordance.under_way
    assert session.state.concordance.place is None, "nothing has been found of it yet"
    assert field.hasFocus()
    qtbot.waitUntil(view.lines.hasFocus)
    shown = session.state.concordance
    assert shown.place == shown.lines[0].span
    assert shown.lines[0].word == "結盟"


def test_of_one_author_alone_the_way_to_all_is_there(window: MainWindow, view: ConcordanceView) -> None:
    window.session.searching.concordances.show("孤家寡人", "建章看世界")
    button = found(view, QToolButton, "concordanceAuthor")
    assert len(_shown(window).counts) == 1
    assert button.isVisible()


def test_the_drawer_is_as_high_as_its_lines_and_at_most_its_part(window: MainWindow, view: ConcordanceView) -> None:
    window.session.searching.concordances.show("孤家寡人")
    QApplication.processEvents()
    low = view.height()
    window.session.searching.concordances.show("美")
    QApplication.processEvents()
    assert len(_shown(window).lines) > 4
    assert low < view.height() < window.page.height()
    window.resize(window.width(), window.height() - 200)
    QTest.qWait(50)
    assert view.height() < window.page.height()
    QTest.keyClick(view.lines, _K.Key_Down)
    boxes = window.page.tip.boxes(_shown(window).lines[0].span)
    assert boxes
    assert all(window.page.viewport().rect().contains(box) for box in boxes), "the place gone to is in sight above"
