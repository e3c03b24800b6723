"""The matrix over the page: what it shows, says and does, by the mouse and by keys alone."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from desktop.keywords import Measure, find_terms
from desktop.script import Script
from desktop.session import Theme
from desktop.ui.charts.matrix.grid import Cell
from desktop.ui.charts.matrix.heat_map import Shading
from desktop.ui.charts.matrix.shades import shades
from desktop.ui.charts.matrix.terms import MatrixTerms
from desktop.ui.charts.matrix.view import MatrixView
from desktop.ui.look.theme import DARK, LIGHT
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from tests.ui.charts.conftest import TracingDesk


@pytest.fixture
def view(qtbot: QtBot, session: Session, look: Look, desk: TracingDesk) -> MatrixView:
    """Return the matrix of that thread, once all was counted, with the keyboard on it."""
    made = MatrixView(session, look, desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
    made.table.setFocus()
    qtbot.waitUntil(lambda: session.corpus.counting.counts is not None)
    qtbot.waitUntil(made.table.isVisible)
    return made


def cell_of(view: MatrixView, term: str, author: str) -> Cell:
    heat_map = view.table.heat_map
    return Cell(heat_map.terms.index(term), heat_map.authors.index(author))


def number(view: MatrixView, term: str, author: str) -> str:
    return view.table.heat_map.number(*cell_of(view, term, author))


def press(view: MatrixView, key: Qt.Key, *, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view.table, key, held)


def foot(view: MatrixView) -> str:
    return found(view, QLabel, "matrixFoot").text()


def test_each_number_is_that_of_a_naive_count(view: MatrixView, session: Session) -> None:
    document, heat_map = session.state.document, view.table.heat_map
    assert document is not None
    assert heat_map.matrix.authors == ("甲", "乙", "丙")
    assert "談判" in heat_map.matrix.terms
    for term, row in zip(heat_map.matrix.terms, heat_map.matrix.counts, strict=True):
        said = (answer.span.of(document.text) for answer in document.answers)
        assert list(row) == [len(find_terms(words, [term])) for words in said]


def test_words_are_in_the_script_that_is_shown(view: MatrixView, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    assert "谈判" in view.table.heat_map.terms
    assert number(view, "谈判", "甲") == "6"
    session.show_script(Script.TRADITIONAL)
    assert number(view, "談判", "甲") == "6"


def test_a_click_on_a_number_asks_for_its_places(view: MatrixView, desk: TracingDesk) -> None:
    place = view.table.visualRect(view.table.model().index(*cell_of(view, "談判", "乙"))).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Return)
    assert desk.tracing.asked == [("談判", "乙"), ("談判", "甲")]


def test_arrows_move_and_the_foot_says_what_the_number_means(view: MatrixView) -> None:
    view.table.go_to(cell_of(view, "談判", "甲"))
    assert "甲 says 談判 6 time(s)" in foot(view)
    assert "the most of all 3" in foot(view)
    press(view, Qt.Key.Key_Right)
    assert "乙 says 談判 1 time(s)" in foot(view)
    assert foot(view).endswith(": 1 other(s) of 3 say it more.")
    press(view, Qt.Key.Key_Right)
    assert foot(view) == "丙 never says 談判. 2 other(s) do."


def test_a_light_is_drawn_without_setting_the_whole_table_anew(
    qtbot: QtBot, view: MatrixView, session: Session
) -> None:
    resets: list[None] = []
    view.table.model().modelReset.connect(lambda: resets.append(None))
    session.lights.light("談判")
    qtbot.waitUntil(lambda: session.corpus.counting.lit is not None and not session.corpus.counting.busy)
    heat_map = view.table.heat_map
    assert heat_map.slot(heat_map.terms.index("談判")) == session.state.lights.terms[0].slot
    assert resets == []
    view.show_terms(MatrixTerms.LIT)
    session.lights.light("辦法")
    qtbot.waitUntil(lambda: view.table.heat_map.terms == ("談判", "辦法"))


def test_l_lights_the_term_and_puts_it_out(view: MatrixView, session: Session) -> None:
    view.table.go_to(cell_of(view, "談判", "乙"))
    press(view, Qt.Key.Key_L)
    assert [light.term for light in session.state.lights.terms] == ["談判"]
    heat_map = view.table.heat_map
    assert heat_map.slot(heat_map.terms.index("談判")) == session.state.lights.terms[0].slot
    assert view.table.cell == cell_of(view, "談判", "乙")
    press(view, Qt.Key.Key_L)
    assert not session.state.lights.terms


def test_terms_go_by_an_author_and_authors_by_a_term_until_that_is_taken_back(view: MatrixView) -> None:
    before = view.table.heat_map.matrix
    view.table.go_to(cell_of(view, "談判", "乙"))
    press(view, Qt.Key.Key_S)
    matrix = view.table.heat_map.matrix
    column = [row[1] for row in matrix.counts]
    assert column == sorted(column, reverse=True)
    assert column != [row[1] for row in before.counts]
    assert view.table.authors.sorting == 1
    assert view.table.cell == Cell(0, 1)
    view.table.go_to(cell_of(view, "談判", "乙"))
    press(view, Qt.Key.Key_S, shift=True)
    assert view.table.heat_map.authors == ("甲", "乙", "丙")
    assert view.table.cell == cell_of(view, "談判", "甲")
    view.table.go_to(Cell(matrix.terms.index("软件"), 0))
    press(view, Qt.Key.Key_S, shift=True)
    assert view.table.heat_map.authors == ("乙", "甲", "丙")
    press(view, Qt.Key.Key_T)
    assert view.table.heat_map.matrix == before


def test_a_click_on_a_name_sorts_and_a_second_click_takes_it_back(view: MatrixView) -> None:
    header = view.table.authors
    place = QPoint(header.sectionViewportPosition(1) + 10, 10)
    before = view.table.heat_map.matrix.terms
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert header.sorting == 1
    assert view.table.heat_map.matrix.terms != before
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.table.heat_map.matrix.terms == before


def test_a_double_click_on_an_author_goes_to_the_answer(qtbot: QtBot, view: MatrixView, session: Session) -> None:
    header = view.table.authors
    place = QPoint(header.sectionViewportPosition(2) + 10, 10)
    with qtbot.waitSignal(view.left):
        QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.state.pane.answer == 2


def test_rates_and_shades_are_chosen_at_the_head(view: MatrixView) -> None:
    view.head.measure.buttons[1].click()
    heat_map = view.table.heat_map
    assert heat_map.measure is Measure.RATE
    term, author = cell_of(view, "談判", "甲")
    assert number(view, "談判", "甲") == f"{6000 / heat_map.matrix.lengths[author]:.1f}"
    view.head.shading.buttons[1].click()
    assert view.table.heat_map.shading is Shading.TERM
    assert max(view.table.heat_map.steps[term]) == len(shades(LIGHT)) - 1


def test_lit_terms_alone_are_shown_as_they_are_lit(qtbot: QtBot, view: MatrixView, session: Session) -> None:
    view.show_terms(MatrixTerms.LIT)
    assert not view.table.isVisible()
    session.lights.light("辦法")
    session.lights.light("軟件")
    qtbot.waitUntil(lambda: view.table.heat_map.terms == ("辦法", "軟件"))
    assert number(view, "軟件", "乙") == "3"
    session.lights.clear()
    qtbot.waitUntil(lambda: not view.table.isVisible())


def test_terms_of_the_answer_on_the_page_alone_are_shown(view: MatrixView, session: Session) -> None:
    view.show_terms(MatrixTerms.ANSWER)
    own = set(view.table.heat_map.matrix.terms)
    assert own
    assert "软件" not in own
    session.show_answer(1)
    assert "软件" in view.table.heat_map.matrix.terms


def test_a_screen_reader_has_author_term_and_count_of_each_cell(view: MatrixView) -> None:
    table, authors = QAccessible.queryAccessibleInterface(view.table), len(view.table.heat_map.authors)
    term, author = cell_of(view, "談判", "甲")
    # The names come first in the row of names, and in each row of cells.
    cell = table.child((term + 1) * (authors + 1) + author + 1)
    assert cell.role() is QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Name).startswith("甲 says 談判 6 time(s)")


def test_the_menu_of_a_cell_tells_the_keys_and_does_the_same(view: MatrixView, session: Session) -> None:
    view.table.go_to(cell_of(view, "談判", "甲"))
    view.table.asked_for_menu.emit(view.table.cell, view.mapToGlobal(QPoint(50, 50)))
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    light = next(action for action in menu.actions() if action.shortcut().toString() == "L")
    assert "談判" in light.text()
    light.trigger()
    menu.close()
    assert [one.term for one in session.state.lights.terms] == ["談判"]


def test_cells_wear_the_shades_of_the_theme(view: MatrixView, session: Session) -> None:
    for theme, tokens in ((Theme.LIGHT, LIGHT), (Theme.DARK, DARK)):
        session.prefer(theme=theme)
        QApplication.processEvents()
        term, author = cell_of(view, "談判", "甲")
        place = view.table.visualRect(view.table.model().index(term, author))
        seen = view.table.viewport().grab().toImage().pixelColor(place.left() + 6, place.top() + 6)
        assert seen == QColor(shades(tokens)[view.table.heat_map.steps[term][author]].ground)


def test_escape_leaves(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.left):
        press(view, Qt.Key.Key_Escape)


def test_the_matrix_is_saved_as_a_table_and_as_pictures(
    view: MatrixView, session: Session, desk: TracingDesk
) -> None:
    session.show_script(Script.TRADITIONAL)
    view.save()
    made = {ending: make() for ending, make in desk.tracing.makers.items()}
    assert made[".csv"].startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made[".csv"].decode("utf-8-sig"))))
    assert rows[0] == ["term", "甲", "乙", "丙"]
    assert ["談判", "6", "1", "0"] in rows
    png, renderer = QImage.fromData(made[".png"]), QSvgRenderer(made[".svg"])
    assert png.size() == renderer.defaultSize() * 2 or png.size() == renderer.viewBox().size() * 2
    svg = made[".svg"].decode()
    assert "談判" in svg
    assert "sans-serif" in svg


def test_nothing_is_counted_while_it_is_not_seen(view: MatrixView, session: Session) -> None:
    view.hide()
    before = view.table.heat_map
    session.lights.light("談判")
    assert view.table.heat_map is before
    view.show()
    assert view.table.heat_map is not before
