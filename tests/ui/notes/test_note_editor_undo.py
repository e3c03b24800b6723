"""The note editor beside the undo stack, and its dots, tags and height."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from desktop.annotations import Color
from tests.ui.input_method import type_words
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.note_desk import Desk, desk_with
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def desk(qtbot: QtBot, session: Session, look: Look) -> Desk:
    return desk_with(qtbot, session, look, "孤家寡人")


# -- undo -----------------------------------------------------------------------------------------------------


def _control_z(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_control_z_in_the_text_takes_back_typing_and_no_annotation(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    _control_z(desk.text)
    assert desk.text.toPlainText() == ""
    assert desk.id in session.state.notes.annotations


def test_control_z_in_one_note_never_brings_the_words_of_another(desk: Desk, session: Session) -> None:
    type_words(desk.text, "秘密")
    desk.text.selectAll()
    QTest.keyClick(desk.text, Qt.Key.Key_Delete)
    desk.open(mark(session, "特殊"))
    _control_z(desk.text)
    assert desk.text.toPlainText() == ""


def test_undoing_outside_is_seen_in_the_fields(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    type_words(desk.tags, "對照")
    desk.editor.commit()
    session.history.undo()
    assert (desk.text.toPlainText(), desk.tags.text()) == ("", "")
    session.history.redo()
    assert (desk.text.toPlainText(), desk.tags.text()) == ("與", "對照")


def test_undoing_outside_in_the_midst_of_typing_loses_nothing(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與素人對舉")
    session.history.undo()
    assert desk.id in session.state.notes.annotations
    session.history.redo()
    assert desk.note == desk.text.toPlainText() == "與素人對舉"


def test_redoing_outside_never_takes_the_place_of_what_is_being_typed(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    desk.editor.commit()
    session.history.undo()
    type_words(desk.text, "素")
    session.history.redo()
    assert desk.note == desk.text.toPlainText() == "素"


def test_undoing_a_deletion_brings_what_was_being_typed(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與素人對舉")
    session.annotations.delete(desk.id)
    assert not desk.editor.isVisible()
    session.history.undo()
    assert desk.note == "與素人對舉"


# -- the other controls ---------------------------------------------------------------------------------------


def test_the_delete_button_deletes_and_gives_the_keyboard_back(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    spy = QSignalSpy(desk.editor.left)
    desk.press("noteDelete")
    assert desk.id not in session.state.notes.annotations
    assert spy.count() == 1
    session.history.undo()
    assert desk.note == "與"


def test_a_dot_recolours_and_keeps_what_was_typed(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    QTest.mouseClick(found(desk.editor, QWidget, "dot.indigo"), Qt.MouseButton.LeftButton)
    kept = annotation_of(session, desk.id)
    assert (kept.color, kept.note, desk.text.toPlainText()) == (Color.INDIGO, "與", "與")


def test_a_colour_given_outside_is_seen_while_typing(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    session.annotations.recolour(desk.id, Color.ROUGE)
    assert found(desk.editor, QWidget, "dot.rouge").property("checked")
    assert desk.text.toPlainText() == "與"


def test_the_text_is_as_high_as_its_lines_and_never_less_than_two(desk: Desk) -> None:
    heights: list[int] = []
    for lines in (1, 2, 3, 50):
        desk.text.setPlainText("\n".join("行" * lines))
        heights.append(desk.text.height())
    line = heights[2] - heights[1]
    assert heights[0] == heights[1] < heights[2]
    assert heights[3] == heights[1] + 48 * line


def test_a_tag_in_use_is_offered_and_taken_with_return(desk: Desk, session: Session) -> None:
    desk.open(mark(session, "天然", tags=("對照", "歷史")))
    desk.open(mark(session, "特殊"))
    desk.tags.setFocus()
    type_words(desk.tags, "修辭 #")
    type_words(desk.tags, "歷")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    desk.editor.commit()
    assert annotation_of(session, desk.id).tags == ("修辭", "歷史")
