"""The layout of the page: what Qt's own layout would make of it, for what is in sight at once, for the rest soon."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.script import Script
from desktop.ui.page.answer_page import AnswerPage
from tests.disposal import dispose
from tests.ui.reading import drag, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

# Marks that may not begin a line, and words in other scripts, make the reckoning of heights wrong.
MIXED = (
    "美國和俄羅斯“天然”的對手，（永遠）不可能結盟……特朗普said he would meet Putin at the Kremlin——真的！"
    "「𠮷野家」😀，主要是打自己的算盤，別人看得一清二楚、無可奈何。"
) * 2
KEPT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mixed(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return a narrow page with a long answer, laid out no farther than it has to be."""
    page.resize(430, 400)
    assert session.shelf.open(long_thread(tmp_path, MIXED, times=60))
    return page


def flip(session: Session) -> None:
    session.show_script(
        Script.SIMPLIFIED if session.state.focused_manner.script is not Script.SIMPLIFIED else Script.ORIGINAL
    )


def laid_out(page: AnswerPage) -> int:
    """Return how many blocks of the page have lines."""
    document = page.document()
    return sum(document.findBlockByNumber(i).layout().lineCount() > 0 for i in range(document.blockCount()))


def of_qt(page: AnswerPage) -> QTextDocument:
    """Return the page's text in a document that is laid out by Qt's own layout, as a text view has it.

    It is not justified by Qt: it has the page's own formats, by which some lines are stretched.
    """
    document, twin = page.document(), page.document().clone()
    twin.setDefaultTextOption(document.defaultTextOption())
    twin.setPageSize(document.pageSize())
    form = QTextBlockFormat()
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    cursor = QTextCursor(twin)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
    for number in range(document.blockCount()):
        formats = document.findBlockByNumber(number).layout().formats()
        twin.findBlockByNumber(number).layout().setFormats(formats)
    twin.markContentsDirty(0, twin.characterCount())
    return twin


def geometry(document: QTextDocument) -> list[object]:
    """Return where each block and each line stands, and where its words do."""
    found = list[object]()
    block = document.begin()
    while block.isValid():
        rect = document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        found.append(
            (
                rect.topLeft(),
                rect.height(),
                [(line.textStart(), line.y(), line.height(), line.naturalTextRect()) for line in lines],
            )
        )
        block = block.next()
    return found


# -- as Qt's own layout has it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paragraph", ["字" * 700, MIXED, "", "שלום עולם, " * 30, "مرحبا 中文 " * 20, "\t字字 a，" * 60]
)
@pytest.mark.parametrize(("width", "size"), [(796, 20), (430, 28), (1300, 14)])
def test_all_stands_where_qts_own_layout_has_it(
    page: AnswerPage, session: Session, tmp_path: Path, paragraph: str, width: int, size: int
) -> None:
    page.resize(width, 400)
    session.prefer(text_size=size)
    assert session.shelf.open(long_thread(tmp_path, paragraph, times=8))
    page.page_layout.finish()
    twin = of_qt(page)
    assert geometry(page.document()) == geometry(twin)
    assert page.document().size().height() == twin.size().height()


@pytest.mark.parametrize("accuracy", [Qt.HitTestAccuracy.FuzzyHit, Qt.HitTestAccuracy.ExactHit])
def test_a_point_means_the_position_that_it_does_to_qt(mixed: AnswerPage, accuracy: Qt.HitTestAccuracy) -> None:
    mixed.page_layout.finish()
    twin = of_qt(mixed)
    height = int(twin.size().height())
    points = [QPointF(x, y) for y in range(-20, height + 40, 17) for x in (-5, 20, 41, 133, 250, 377, 429)]
    ours = [mixed.page_layout.hitTest(point, accuracy) for point in points]
    assert ours == [twin.documentLayout().hitTest(point, accuracy) for point in points]


def test_it_is_painted_to_the_pixel_as_qt_paints_it(mixed: AnswerPage) -> None:
    mixed.page_layout.finish()
    twin = of_qt(mixed)
    for top in (0.0, 333.0, 2_000.0):
        assert painted(mixed.document(), top) == painted(twin, top)
    assert painted(twin, 0.0) != painted(twin, 333.0)


def painted(document: QTextDocument, top: float) -> QImage:
    """Return 300 pixels of the document from `top` on, with words selected and the caret before them."""
    image = QImage(430, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    cursor = QTextCursor(document)
    cursor.setPosition(120)
    cursor.setPosition(900, QTextCursor.MoveMode.KeepAnchor)
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor = cursor
    selection.format.setBackground(Qt.GlobalColor.yellow)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip, context.selections, context.cursorPosition = QRectF(0, top, 430, 300), [selection], 120
    document.documentLayout().setProperty("cursorWidth", 2)
    painter = QPainter(image)
    painter.translate(0, -top)
    document.documentLayout().draw(painter, context)
    painter.end()
    return image


# -- no more than is in sight ---------------------------------------------------------------------------------


def test_a_flip_lays_out_what_is_in_sight_and_no_more(mixed: AnswerPage, session: Session) -> None:
    session.go_to(source_span(session, "30、"))
    flip(session)
    mixed.viewport().repaint()
    assert 0 < laid_out(mixed) <= 8
    mixed.page_layout.finish()
    assert laid_out(mixed) == mixed.document().blockCount()


def test_the_rest_follows_by_itself(qtbot: QtBot, mixed: AnswerPage, session: Session) -> None:
    flip(session)
    qtbot.waitUntil(lambda: laid_out(mixed) == mixed.document().blockCount())


def test_marks_far_away_are_on_the_map_without_being_laid_out(
    mixed: AnswerPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.page.layout._STEP_S", 0.0)
    session.searching.look_for("一清二楚")
    flip(session)
    QApplication.processEvents()
    assert len(mixed.scroll_map.ticks) > 100
    assert laid_out(mixed) < 20
    reckoned = [tick.part for tick in mixed.scroll_map.ticks]
    mixed.page_layout.finish()
    QApplication.processEvents()
    found = [tick.part for tick in mixed.scroll_map.ticks]
    assert found != reckoned
    assert found == pytest.approx(reckoned, abs=0.1)


# -- nothing jumps --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["0、", "9、", "30、", "57、", "59、"])
def test_what_is_in_sight_stays_when_the_rest_has_been_laid_out(
    mixed: AnswerPage, session: Session, words: str
) -> None:
    session.go_to(source_span(session, words))
    flip(session)
    before, size = mixed.viewport().grab().toImage(), mixed.document().size()
    mixed.page_layout.finish()
    assert mixed.document().size() != size, "nothing was reckoned wrong"
    assert mixed.viewport().grab().toImage() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
@pytest.mark.parametrize("in_background", [False, True])
def test_each_line_scrolled_into_what_is_not_laid_out_moves_the_words_by_a_line(
    mixed: AnswerPage, session: Session, monkeypatch: pytest.MonkeyPatch, key: Qt.Key, *, in_background: bool
) -> None:
    monkeypatch.setattr("desktop.ui.page.layout._STEP_S", 0.0)
    session.go_to(source_span(session, "30、"))
    flip(session)
    size = mixed.document().size()
    for _ in range(60):
        if in_background:
            QApplication.processEvents()
        offset = session.state.pane.positions[0]
        top = top_of(mixed, session, offset)
        QTest.keyClick(mixed, key)
        assert abs(top_of(mixed, session, offset) - top) == mixed.line_px
    assert mixed.document().size() != size, "nothing was reckoned wrong"


def test_the_top_stays_the_top_where_the_heading_takes_two_lines(page: AnswerPage, session: Session) -> None:
    page.resize(430, 200)
    session.prefer(text_size=40)
    assert page.document().firstBlock().layout().lineCount() == 2
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Home):
        flip(session)
        QTest.keyClick(page, key)
    flip(session)
    assert page.scroll_map.value() == 0


def test_end_reaches_the_end_of_a_page_that_was_just_set(mixed: AnswerPage, session: Session) -> None:
    flip(session)
    QTest.keyClick(mixed, Qt.Key.Key_End)
    twin = of_qt(mixed)
    assert mixed.scroll_map.value() == mixed.scroll_map.maximum() == twin.size().height() - mixed.viewport().height()


def test_the_bar_drawn_to_its_end_shows_the_end(mixed: AnswerPage, session: Session) -> None:
    flip(session)
    mixed.scroll_map.setValue(mixed.scroll_map.maximum())
    last = top_of(mixed, session, source_span(session, "59、").end)
    assert mixed.scroll_map.value() == mixed.scroll_map.maximum()
    mixed.page_layout.finish()
    assert mixed.scroll_map.value() == mixed.scroll_map.maximum()
    assert top_of(mixed, session, source_span(session, "59、").end) == last


def test_flips_at_the_end_stay_there(mixed: AnswerPage, session: Session) -> None:
    QTest.keyClick(mixed, Qt.Key.Key_End)
    for _ in range(4):
        flip(session)
        mixed.page_layout.finish()
        assert mixed.scroll_map.value() == mixed.scroll_map.maximum()


# -- what is not laid out is there all the same ---------------------------------------------------------------


def test_a_selection_reaches_over_what_is_not_laid_out(mixed: AnswerPage, session: Session) -> None:
    flip(session)
    QTest.keyClick(mixed, Qt.Key.Key_End, KEPT | CTRL)
    assert session.state.pane.selection is not None
    assert session.state.pane.selection.end == source_span(session, "59、" + MIXED).end
    shown = session.page()
    assert shown is not None
    mixed.copy()
    assert QApplication.clipboard().text().endswith(shown.text[-500:])


def test_the_caret_walks_down_into_what_is_not_laid_out_as_into_what_is(mixed: AnswerPage, session: Session) -> None:
    ends = list[list[int]]()
    for in_advance in (False, True):
        flip(session)
        flip(session)
        QTest.keyClick(mixed, Qt.Key.Key_Home)
        mixed.put_caret(mixed.document().findBlockByNumber(2).position())
        if in_advance:
            mixed.page_layout.finish()
        ends.append([_selected_after_down(mixed) for _ in range(40)])
    assert ends[0] == ends[1]
    assert ends[0] == sorted(set(ends[0]))


def _selected_after_down(page: AnswerPage) -> int:
    QTest.keyClick(page, Qt.Key.Key_Down, KEPT)
    return page.selected_positions.end


def test_words_are_selected_with_the_mouse_right_after_a_flip(mixed: AnswerPage, session: Session) -> None:
    session.go_to(source_span(session, "30、"))
    flip(session)
    drag(mixed, "30、美国和俄罗斯")
    assert session.state.pane.selection == source_span(session, "30、美國和俄羅斯")


def test_a_screen_reader_hears_all_and_is_told_where_it_stands(mixed: AnswerPage, session: Session) -> None:
    flip(session)
    interface = QAccessible.queryAccessibleInterface(mixed)
    text = interface.textInterface()
    shown = session.page()
    assert text is not None
    assert shown is not None
    assert text.text(0, text.characterCount()).endswith(shown.text)
    mixed.page_layout.finish()
    rect = text.characterRect(text.characterCount() - 3)
    assert rect.height() > 20
    assert rect.top() > mixed.mapToGlobal(QPoint(0, 0)).y() + mixed.height()


# -- life and death -------------------------------------------------------------------------------------------


def test_a_page_that_goes_takes_its_layout_along(qtbot: QtBot, session: Session, look: Look) -> None:
    for _ in range(3):
        page = AnswerPage(session, look)
        page.resize(500, 300)
        page.show()
        layout = page.page_layout
        with qtbot.waitSignal(layout.destroyed):
            dispose(page)
        del page, layout
        gc.collect()
