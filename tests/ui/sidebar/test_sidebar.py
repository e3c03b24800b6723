"""The sidebar: the question, its authors, and what each row says, worked with real keys and clicks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView

from desktop.annotations import Color
from desktop.documents import Answer
from desktop.script import Correction, Script
from desktop.session import Light, Lighting, LitSpan, Pane
from desktop.text import Span
from desktop.ui.look.look import Look
from desktop.ui.sidebar.author_delegate import EDGE_PX, ROW_PX
from desktop.ui.sidebar.author_model import AuthorRole
from desktop.ui.sidebar.sidebar import Sidebar
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.sidebar.author_model import LightHits


@pytest.fixture
def sidebar(qtbot: QtBot, session: Session, look: Look) -> Sidebar:
    return _shown(qtbot, Sidebar(session, look, BareDesk(session)))


def _shown(qtbot: QtBot, widget: Sidebar) -> Sidebar:
    qtbot.addWidget(widget)
    widget.resize(264, 480)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _list(sidebar: Sidebar) -> QListView:
    view = sidebar.findChild(QListView, "authorList")
    assert isinstance(view, QListView)
    return view


def _model(sidebar: Sidebar) -> QAbstractItemModel:
    return _list(sidebar).model()


def _label(sidebar: Sidebar, name: str) -> QLabel:
    label = sidebar.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label


def _click(sidebar: Sidebar, row: int, modifier: Qt.KeyboardModifier | None = None) -> None:
    view = _list(sidebar)
    place = view.visualRect(view.model().index(row, 0)).center()
    keys = modifier or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def _says(sidebar: Sidebar, row: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return _model(sidebar).index(row, 0).data(role)


def test_the_question_and_its_authors_are_shown(sidebar: Sidebar) -> None:
    assert _label(sidebar, "question").text() == "爲什麼美國與俄羅斯會面?兩國會結盟嗎?"
    assert [_says(sidebar, row) for row in range(3)] == ["杜達特洛夫斯基", "建章看世界", "毛開雲"]


def test_everything_follows_the_script(sidebar: Sidebar, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    assert _label(sidebar, "question").text() == "为什么美国与俄罗斯会面?两国会结盟吗?"
    assert _says(sidebar, 0) == "杜达特洛夫斯基"


def test_a_click_puts_that_answer_on_the_page(sidebar: Sidebar, session: Session) -> None:
    _click(sidebar, 2)
    assert session.state.pane.answer == 2


def test_a_click_with_control_leaves_an_answer_selected(sidebar: Sidebar) -> None:
    _click(sidebar, 1)
    _click(sidebar, 1, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in _list(sidebar).selectedIndexes()] == [1]


def test_keys_walk_the_authors_from_end_to_end(sidebar: Sidebar, session: Session) -> None:
    sidebar.setFocus()
    walked: list[int] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(_list(sidebar), key)
        walked.append(session.state.pane.answer)
    assert walked == [1, 2, 2, 1, 0, 2]


def test_an_answer_shown_from_elsewhere_becomes_current_and_visible(sidebar: Sidebar, session: Session) -> None:
    sidebar.resize(264, 240)
    session.show_answer(2)
    view = _list(sidebar)
    assert view.currentIndex().row() == 2
    assert [index.row() for index in view.selectedIndexes()] == [2]
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_selected_row_opens_onto_the_page(sidebar: Sidebar, session: Session, look: Look) -> None:
    session.show_answer(1)
    picture = _list(sidebar).viewport().grab().toImage()
    middle, right = ROW_PX + ROW_PX // 2, picture.width() - 1
    assert picture.pixelColor(EDGE_PX - 1, middle) == QColor(look.tokens.accent)
    assert picture.pixelColor(right, middle) == QColor(look.tokens.page)
    assert picture.pixelColor(right, ROW_PX // 2) == QColor(look.tokens.hairline)


def test_a_row_counts_notes_and_says_what_was_read(sidebar: Sidebar, session: Session) -> None:
    assert session.state.document is not None
    before = str(_says(sidebar, 1, AuthorRole.DETAILS))
    session.select(session.state.document.answers[1].paragraphs[0])
    session.annotations.highlight(Color.INDIGO)
    session.mark_read(1)
    assert str(_says(sidebar, 1, AuthorRole.DETAILS)).startswith(before + " · 1")
    assert _says(sidebar, 0, AuthorRole.DETAILS) == "57 character(s)"
    assert [_says(sidebar, row, AuthorRole.READ) for row in range(3)] == [False, True, False]
    assert str(_says(sidebar, 1, Qt.ItemDataRole.AccessibleTextRole)).endswith(", read")
    assert str(_says(sidebar, 0, Qt.ItemDataRole.AccessibleTextRole)).endswith(", unread")


def test_a_tick_is_drawn_where_an_answer_was_read(sidebar: Sidebar, session: Session) -> None:
    before = _list(sidebar).viewport().grab().toImage()
    session.mark_read(2)
    after = _list(sidebar).viewport().grab().toImage()
    row = range(2 * ROW_PX, 3 * ROW_PX)
    differing = {y for y in range(after.height()) if _line(before, y) != _line(after, y)}
    assert differing
    assert differing <= set(row)


def _line(picture: object, y: int) -> list[int]:
    from PySide6.QtGui import QImage

    assert isinstance(picture, QImage)
    return [picture.pixel(x, y) for x in range(picture.width())]


def test_hits_are_counted_while_a_light_burns_and_not_otherwise(sidebar: Sidebar, session: Session) -> None:
    assert _says(sidebar, 1, AuthorRole.HITS) is None
    session.lights.light("特朗普")
    assert [_hits(sidebar, row) for row in range(3)] == [[1], [2], [0]]
    session.lights.clear()
    assert _says(sidebar, 1, AuthorRole.HITS) is None


def _hits(sidebar: Sidebar, row: int) -> list[int]:
    """Return how often a row has each light, in their order."""
    hits = cast("tuple[LightHits, ...]", _says(sidebar, row, AuthorRole.HITS))
    return [one.places for one in hits]


def test_each_light_is_counted_by_itself_and_told_in_words(sidebar: Sidebar, session: Session) -> None:
    for term in ("特朗普", "美國", "腦洞大開"):
        session.lights.light(term)
    document = session.state.document
    assert document is not None
    for row in range(3):
        text = document.answers[row].span.of(document.text)
        assert _hits(sidebar, row)[1:] == [len(re.findall("美[國国]", text)), text.count("腦洞大開")]
    assert _says(sidebar, 0, AuthorRole.LIT) == ["特朗普: 1 place(s)", "美國: 1 place(s)", "腦洞大開: 1 place(s)"]
    spoken = str(_says(sidebar, 0, Qt.ItemDataRole.AccessibleTextRole))
    assert "美國: 1 place(s)" in spoken
    session.show_script(Script.SIMPLIFIED)
    assert "美国: 1 place(s)" in str(_says(sidebar, 0, Qt.ItemDataRole.AccessibleTextRole))


def test_twelve_lights_leave_the_name_half_of_its_row_and_end_in_dots(
    sidebar: Sidebar, session: Session, look: Look
) -> None:
    lights = Lighting(
        tuple(Light(f"詞{slot}", slot) for slot in range(12)),
        {0: tuple(LitSpan(Span(n, n + 1), slot) for slot in range(12) for n in range(11))},
    )
    session.replace(lights=lights)
    view = _list(sidebar)
    picture = view.viewport().grab(view.visualRect(_model(sidebar).index(0, 0))).toImage()
    drawn = {
        slot
        for slot in range(8)
        for x in range(picture.width() // 3, picture.width())
        for y in range(8, 34)
        if picture.pixelColor(x, y) == look.tokens.light(slot)
    }
    assert {0, 1, 2} <= drawn < set(range(8)), "the first ones fit, not all"
    left = [
        (x, y)
        for x in range(picture.width() // 2 - 10)
        for y in range(8, 34)
        if picture.pixelColor(x, y) in [look.tokens.light(slot) for slot in range(8)]
    ]
    assert left == []
    assert len(_says(sidebar, 0, AuthorRole.LIT) or ()) == 12  # pyright: ignore[reportArgumentType]


def test_only_the_rows_that_differ_are_told_and_nothing_is_reset(sidebar: Sidebar, session: Session) -> None:
    model = _model(sidebar)
    told, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    session.mark_read(1)
    assert [(told.at(i)[0].row(), told.at(i)[1].row()) for i in range(told.count())] == [(1, 1)]
    session.show_answer(2)
    session.scrolled(3)
    assert told.count() == 1
    assert reset.count() == 0


def test_another_document_resets_the_list_once(sidebar: Sidebar, session: Session) -> None:
    document = session.state.document
    assert document is not None
    reset = QSignalSpy(_model(sidebar).modelReset)
    session.replace(document=replace(document, answers=document.answers[:2]), panes=(Pane(1),))
    assert reset.count() == 1
    assert _model(sidebar).rowCount() == 2
    assert _list(sidebar).currentIndex().row() == 1


def test_words_before_the_first_author_are_the_question(sidebar: Sidebar, session: Session) -> None:
    document = session.state.document
    assert document is not None
    first = document.answers[0]
    nameless = Answer("", first.span, first.paragraphs)
    session.replace(document=replace(document, answers=(nameless, *document.answers[1:])))
    assert _says(sidebar, 0) == "The question"


def test_a_long_question_is_cut_after_six_lines_and_told_in_full(
    qtbot: QtBot, sidebar: Sidebar, session: Session
) -> None:
    document = session.state.document
    assert document is not None
    label = _label(sidebar, "question")
    assert label.toolTip() == ""
    session.replace(document=replace(document, title="𠮷<b>問</b>😀" * 40))
    pitch = label.heightForWidth(10_000)
    assert label.heightForWidth(label.width()) == 6 * pitch
    qtbot.waitUntil(lambda: label.height() == 6 * pitch)
    assert "&lt;b&gt;" in label.toolTip()


def test_a_name_may_look_like_markup_and_stays_text(sidebar: Sidebar, session: Session) -> None:
    document = session.state.document
    assert document is not None
    answer = replace(document.answers[0], author="<b>甲</b>")
    session.replace(document=replace(document, answers=(answer,), title="<i>題</i>"), panes=(Pane(),))
    assert _says(sidebar, 0) == "<b>甲</b>"
    assert _label(sidebar, "question").textFormat() is Qt.TextFormat.PlainText


def test_without_a_thread_one_sentence_says_what_to_do(
    qtbot: QtBot, qapp: QApplication, empty_session: Session
) -> None:
    sidebar = _shown(qtbot, Sidebar(empty_session, Look(qapp, empty_session), BareDesk(empty_session)))
    assert "Open a thread" in _label(sidebar, "questionSummary").text()
    assert not _list(sidebar).isVisible()
    assert not _list(sidebar).selectionModel().hasSelection()


def test_the_scroll_bar_lies_over_the_rows_and_moves_them(sidebar: Sidebar, session: Session) -> None:
    document = session.state.document
    assert document is not None
    session.replace(document=replace(document, answers=document.answers * 10), panes=(Pane(),))
    view = _list(sidebar)
    bars = [bar for bar in view.findChildren(type(view.verticalScrollBar())) if bar.parent() is view]
    assert [bar.isVisible() for bar in bars] == [True]
    bars[0].setValue(bars[0].maximum())
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    assert view.viewport().width() == sidebar.width()


# -- typing a name ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [Script.ORIGINAL, Script.SIMPLIFIED])
@pytest.mark.parametrize("typed", ["毛開雲", "毛开云", "毛開", "开云"])
def test_a_name_that_is_typed_in_either_script_is_chosen(
    sidebar: Sidebar, session: Session, typed: str, script: Script
) -> None:
    session.show_script(script)
    type_words(_list(sidebar), typed)
    assert session.state.pane.answer == 2


def test_a_name_is_found_as_the_reader_has_corrected_it_and_as_it_is_written(
    sidebar: Sidebar, session: Session
) -> None:
    session.correcting.change(None, Correction("建章看世界", "李建章"))
    session.show_script(Script.SIMPLIFIED)
    type_words(_list(sidebar), "李")
    assert session.state.pane.answer == 1
    session.show_answer(0)
    _rest(sidebar)
    type_words(_list(sidebar), "建章")
    assert session.state.pane.answer == 1


def test_a_name_can_be_typed_in_parts(sidebar: Sidebar, session: Session) -> None:
    for part in ("毛", "开", "云"):
        type_words(_list(sidebar), part)
    assert session.state.pane.answer == 2


def test_the_same_typed_again_goes_on_to_the_next_name_round_the_end(
    qtbot: QtBot, empty_session: Session, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "names.txt"
    path.write_text("題目\n\n王一\n\n\n甲。\n\n李二\n\n\n乙。\n\n王三\n\n\n丙。\n", encoding="utf-8")
    empty_session.shelf.open(path)
    sidebar = _shown(qtbot, Sidebar(empty_session, look, BareDesk(empty_session)))
    visited: list[int] = []
    for _ in range(3):
        type_words(_list(sidebar), "王")
        visited.append(empty_session.state.pane.answer)
    assert visited == [2, 0, 2]
    type_words(_list(sidebar), "无人")
    assert empty_session.state.pane.answer == 2


def test_letters_of_a_name_that_is_begun_are_no_shortcuts(sidebar: Sidebar) -> None:
    def claims(key: Qt.Key, text: str) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
        event.ignore()
        QApplication.sendEvent(_list(sidebar), event)
        return event.isAccepted()

    assert not claims(Qt.Key.Key_T, "t")
    type_words(_list(sidebar), "毛")
    assert claims(Qt.Key.Key_T, "t")
    assert not claims(Qt.Key.Key_Escape, "\x1b")


def test_an_input_method_composes_names_for_those_who_came_by_keyboard(sidebar: Sidebar, session: Session) -> None:
    view = _list(sidebar)
    composes = Qt.WidgetAttribute.WA_InputMethodEnabled
    view.clearFocus()
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert view.testAttribute(composes)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.testAttribute(composes)
    view.clearFocus()
    _click(sidebar, 0)
    assert session.state.pane.answer == 0
    assert not view.testAttribute(composes), "T must flip the page for those who clicked an author"


def _rest(sidebar: Sidebar) -> None:
    """Let the interval pass in which letters are typed on."""
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    assert _list(sidebar).isVisible()


def test_the_head_is_as_high_as_its_words_whatever_is_opened_one_after_the_other(
    sidebar: Sidebar, session: Session, thread: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """With the height of the width that Qt finds best, the count of a thread was cut, or took three lines' room."""
    wide = tmp_path / "wide.txt"
    wide.write_text(
        "".join(["题目？\n\n", *(f"赵{number}\n\n\n{'字' * 999}\n\n\n" for number in range(120))]), "utf-8"
    )
    summary = _label(sidebar, "questionSummary")
    for path in (wide, thread, wide):
        session.shelf.open(path)
        for width in (190, 264, 600):
            sidebar.resize(width, 480)
            qtbot.waitUntil(lambda: summary.height() == summary.heightForWidth(summary.width()))


def test_a_name_has_the_room_of_the_hits_while_none_are_told(
    sidebar: Sidebar, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f"题目？\n\n{'甲' * 12}\n\n\n第一。\n\n\n{'乙' * 14}\n\n\n第二。\n", "utf-8")
    session.shelf.open(path)
    row = _list(sidebar).visualRect(_model(sidebar).index(1, 0))
    column = QRect(row.right() - 60, row.top(), 30, row.height() // 2)
    wide = _list(sidebar).viewport().grab(column).toImage()
    session.lights.light("第")
    assert wide != _list(sidebar).viewport().grab(column).toImage()
    session.lights.clear()
    assert wide == _list(sidebar).viewport().grab(column).toImage()
