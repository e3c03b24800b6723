"""The dialog of corrections: written down, edited in place, deleted and taken back, by mouse, keys, input method."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.script import Correction, Corrections, Script, load_tables
from desktop.script.corrections_form import format_corrections
from desktop.text import Span
from desktop.ui.commands import PAGE_MENU
from desktop.ui.commands.conditions import is_correctable
from desktop.ui.dialogs.corrections_dialog import CorrectionsDialog
from desktop.ui.dialogs.corrections_model import CorrectionColumn
from desktop.ui.dialogs.corrections_table import CorrectionsTable, ScriptChoice
from tests.session.reader import highlight
from tests.ui.input_method import compose, type_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

GAN = Correction("干", "幹", Script.TRADITIONAL)
HOU = Correction("后", "後")
LIN = Correction("林肯公园", "Linkin Park")


class Desk:
    """An open dialog and what a reader does in it."""

    def __init__(self, session: Session, look: Look, host: QWidget, draft: Correction | None = None) -> None:
        self.session = session
        self.dialog = CorrectionsDialog(session, look, host, draft)
        # The test has the last word on when it is deleted.
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.dialog.show()
        self.dialog.activateWindow()
        self.source, self.shown = self._field("correctionSource"), self._field("correctionShown")
        self.table = cast("CorrectionsTable", self.dialog.findChild(CorrectionsTable))
        self.script = cast("ScriptChoice", self.dialog.findChild(ScriptChoice, "correctionScript"))

    def _field(self, name: str) -> QLineEdit:
        return cast("QLineEdit", self.dialog.findChild(QLineEdit, name))

    @property
    def items(self) -> tuple[Correction, ...]:
        return self.session.state.manner.corrections.items

    @property
    def rows(self) -> list[list[str]]:
        model = self.table.model()
        return [
            [str(model.index(row, column).data()) for column in CorrectionColumn] for row in range(model.rowCount())
        ]

    def says(self, name: str) -> str:
        return cast("QLabel", self.dialog.findChild(QLabel, name)).text()

    def button(self, name: str) -> QPushButton:
        return cast("QPushButton", self.dialog.findChild(QPushButton, name))

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def index(self, row: int, column: CorrectionColumn) -> QModelIndex:
        return self.table.model().index(row, column)

    def double_click(self, row: int, column: CorrectionColumn) -> None:
        place = self.table.visualRect(self.index(row, column)).center()
        viewport = self.table.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)

    def go_to(self, row: int, column: CorrectionColumn) -> None:
        self.table.setFocus()
        self.table.setCurrentIndex(self.index(row, column))

    def editor(self) -> QLineEdit:
        return cast("QLineEdit", self.table.findChild(QLineEdit, "correctionField"))


def enter(editor: QWidget) -> None:
    """Press Return in a cell; Qt commits what is in it once the key has been dealt with."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def open_desk(qtbot: QtBot, session: Session, look: Look) -> Iterator[Callable[..., Desk]]:
    """Yield what opens the dialog over a window, with the corrections it is given in the file."""
    host = QWidget()
    host.resize(1000, 700)
    qtbot.addWidget(host)
    desks: list[Desk] = []

    def open_desk(*corrections: Correction, draft: Correction | None = None) -> Desk:
        if corrections:
            session.correcting.path.write_text(format_corrections(Corrections(corrections), ""), "utf-8")
        desk = Desk(session, look, host, draft)
        qtbot.waitUntil(desk.dialog.isActiveWindow)
        desks.append(desk)
        return desk

    yield open_desk
    for desk in desks:
        desk.dialog.close()


def test_where_there_are_none_the_keyboard_is_on_the_words_in_the_text(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    assert desk.rows == []
    assert desk.source.hasFocus()
    assert not desk.button("correctionDelete").isEnabled()
    assert not desk.button("correctionUndo").isEnabled()


def test_a_correction_is_written_down_by_keys_and_an_input_method(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    type_words(desk.source, "林肯公园")
    QTest.keyClick(desk.source, Qt.Key.Key_Return)
    assert desk.shown.hasFocus()
    assert desk.items == ()
    QTest.keyClicks(desk.shown, "Linkin Park")
    QTest.keyClick(desk.shown, Qt.Key.Key_Return)
    assert desk.items == (LIN,)
    assert desk.rows == [["林肯公园", "Linkin Park", "Both"]]
    assert (desk.source.text(), desk.shown.text()) == ("", "")
    assert desk.source.hasFocus()
    assert desk.dialog.isVisible()


def test_without_words_in_the_text_the_form_says_so(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    type_words(desk.shown, "幹")
    desk.click("correctionAdd")
    assert desk.items == ()
    assert desk.source.hasFocus()
    assert "in the text" in desk.says("correctionHint")


@pytest.mark.parametrize("words", ["干" * 201, "干\t淨"])
def test_words_that_no_correction_can_hold_are_refused_with_the_reason(
    open_desk: Callable[..., Desk], words: str
) -> None:
    desk = open_desk()
    desk.source.setText("干")
    desk.shown.setText(words)
    before = desk.says("correctionHint")
    desk.click("correctionAdd")
    assert desk.items == ()
    assert desk.says("correctionHint") != before
    assert desk.shown.text() == words


def test_a_new_one_for_the_same_words_says_whose_place_it_takes_and_takes_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN, HOU)
    desk.script.choose(Script.TRADITIONAL)
    type_words(desk.source, "干")
    assert "干 → 幹" in desk.says("correctionHint")
    type_words(desk.shown, "乾")
    QTest.keyClick(desk.shown, Qt.Key.Key_Return)
    assert desk.rows == [["干", "乾", "Traditional"], ["后", "後", "Both"]]


def test_a_draft_asks_for_the_words_to_show_and_is_done_with_return(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(HOU, draft=Correction("干", "乾", Script.TRADITIONAL))
    assert desk.shown.hasFocus()
    assert desk.shown.selectedText() == "乾"
    type_words(desk.shown, "幹")
    QTest.keyClick(desk.shown, Qt.Key.Key_Return)
    assert desk.items == (HOU, GAN)
    assert not desk.dialog.isVisible()


def test_escape_makes_nothing_of_a_draft(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(draft=GAN)
    type_words(desk.shown, "乾")
    QTest.keyClick(desk.shown, Qt.Key.Key_Escape)
    assert desk.items == ()
    assert not desk.dialog.isVisible()


def test_a_cell_is_edited_where_it_stands(open_desk: Callable[..., Desk], session: Session) -> None:
    desk = open_desk(GAN, HOU)
    desk.double_click(1, CorrectionColumn.SHOWN)
    editor = desk.editor()
    assert editor.text() == "後"
    editor.selectAll()
    type_words(editor, "后")
    enter(editor)
    assert desk.items == (GAN, Correction("后", "后"))
    assert desk.dialog.isVisible()
    assert "后 → 后" in session.correcting.path.read_text("utf-8")


def test_return_edits_and_escape_leaves_the_cell_as_it_was(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SOURCE)
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    editor = desk.editor()
    type_words(editor, "乾")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert desk.items == (GAN,)
    assert desk.dialog.isVisible()


def test_tab_goes_on_to_the_next_cell_with_what_was_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SOURCE)
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    desk.editor().selectAll()
    type_words(desk.editor(), "干净")
    QTest.keyClick(desk.editor(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    editor = desk.table.findChildren(QLineEdit, "correctionField")[-1]
    assert editor.text() == "幹"
    editor.selectAll()
    type_words(editor, "乾淨")
    enter(editor)
    assert desk.items == (Correction("干净", "乾淨", Script.TRADITIONAL),)


def test_an_input_method_that_composes_over_a_cell_opens_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SHOWN)
    QApplication.sendEvent(desk.table, QInputMethodEvent("gan", []))
    assert desk.editor().isVisible()
    commit = QInputMethodEvent()
    commit.setCommitString("乾")
    QApplication.sendEvent(focused(), commit)
    enter(desk.editor())
    assert desk.items == (Correction("干", "乾", Script.TRADITIONAL),)


def test_what_is_composed_in_a_cell_is_kept_when_another_cell_is_clicked(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SHOWN)
    compose(desk.table, "乾")
    place = desk.table.visualRect(desk.index(0, CorrectionColumn.SOURCE)).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.items == (Correction("干", "乾", Script.TRADITIONAL),)


def test_what_is_composed_in_a_cell_is_kept_when_the_dialog_is_closed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SHOWN)
    compose(desk.table, "乾")
    compose(desk.table, "")  # libpinyin's answer when Qt tells it that the keyboard goes
    desk.click("correctionClose")
    assert desk.items == (Correction("干", "乾", Script.TRADITIONAL),)


def test_what_is_typed_into_a_cell_is_kept_when_the_dialog_is_closed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.double_click(0, CorrectionColumn.SHOWN)
    desk.editor().selectAll()
    type_words(desk.editor(), "乾")
    desk.click("correctionClose")
    assert desk.items == (Correction("干", "乾", Script.TRADITIONAL),)
    assert not desk.dialog.isVisible()


def test_a_cell_that_is_emptied_keeps_what_it_had_and_says_why(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.double_click(0, CorrectionColumn.SHOWN)
    desk.editor().clear()
    enter(desk.editor())
    assert desk.items == (GAN,)
    assert desk.rows == [["干", "幹", "Traditional"]]
    assert "to show" in desk.says("correctionHint")


def test_the_script_is_chosen_from_a_list(open_desk: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SCRIPT)
    QTest.keyClick(desk.table, Qt.Key.Key_Return)
    choice = desk.table.findChildren(ScriptChoice)[-1]
    qtbot.waitUntil(choice.view().isVisible)
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert desk.items == (Correction("干", "幹"),)
    assert desk.rows == [["干", "幹", "Both"]]


def test_a_row_is_deleted_brought_back_and_deleted_again(open_desk: Callable[..., Desk], session: Session) -> None:
    desk = open_desk(GAN, HOU)
    desk.go_to(0, CorrectionColumn.SOURCE)
    QTest.keyClick(desk.table, Qt.Key.Key_Delete)
    assert desk.items == (HOU,)
    assert desk.table.currentIndex().row() == 0
    QTest.keyClick(desk.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.items == (GAN, HOU)
    desk.click("correctionRedo")
    assert desk.items == (HOU,)
    desk.click("correctionDelete")
    assert desk.items == ()
    desk.click("correctionUndo")
    desk.click("correctionUndo")
    assert desk.rows == [["干", "幹", "Traditional"], ["后", "後", "Both"]]
    assert not desk.button("correctionUndo").isEnabled()
    assert "干 → 幹  繁\n后 → 後\n" in session.correcting.path.read_text("utf-8")


def test_what_lies_behind_the_dialog_is_not_taken_back_in_it(
    open_desk: Callable[..., Desk], session: Session
) -> None:
    made = highlight(session, "戰略家")
    desk = open_desk(GAN)
    assert not desk.button("correctionUndo").isEnabled()
    desk.go_to(0, CorrectionColumn.SOURCE)
    desk.click("correctionDelete")
    for _ in range(3):
        QTest.keyClick(desk.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.items == (GAN,)
    assert session.state.notice is None
    assert made in session.state.notes.annotations
    session.history.redo()
    assert desk.items == ()
    session.history.undo()
    session.history.undo()
    assert made not in session.state.notes.annotations


def test_steps_do_not_undo_what_another_hand_wrote(open_desk: Callable[..., Desk], session: Session) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SOURCE)
    desk.click("correctionDelete")
    session.correcting.path.write_text("后 → 後\n", encoding="utf-8")
    desk.click("correctionUndo")
    assert desk.items == (HOU, GAN)
    assert desk.rows == [["后", "後", "Both"], ["干", "幹", "Traditional"]]
    session.correcting.path.write_text("干 → 乾  繁\n", encoding="utf-8")
    desk.click("correctionRedo")
    assert desk.rows == [["干", "乾", "Traditional"]]
    assert "otherwise" in desk.says("correctionHint")
    assert not desk.button("correctionUndo").isEnabled()


def test_what_an_editor_wrote_is_shown_with_the_lines_that_are_left_out(
    open_desk: Callable[..., Desk], session: Session
) -> None:
    desk = open_desk(GAN)
    assert desk.says("correctionComplaints") == ""
    session.correcting.path.write_text("后 → 後\nx\n干 → 幹  粵\na\nb\nc\n", encoding="utf-8")
    session.correcting.look()
    assert desk.rows == [["后", "後", "Both"]]
    told = desk.says("correctionComplaints").splitlines()
    assert len(told) == 4
    assert "2" in told[0]
    assert "3" in told[1]
    assert "2" in told[3]


def test_a_file_that_cannot_be_used_closes_the_table_and_is_named(
    open_desk: Callable[..., Desk], session: Session
) -> None:
    session.correcting.path.write_bytes("后 → 後".encode("gb18030"))
    desk = open_desk()
    assert not desk.source.isEnabled()
    assert not desk.table.isEnabled()
    assert str(session.correcting.path) in desk.says("correctionComplaints")
    assert desk.button("correctionFile").isEnabled()
    session.correcting.path.write_text("后 → 後\n", encoding="utf-8")
    session.correcting.look()
    assert desk.source.isEnabled()
    assert desk.says("correctionComplaints") == ""


def test_a_correction_that_cannot_be_saved_is_said_and_stays_in_the_form(
    open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    type_words(desk.source, "干")
    type_words(desk.shown, "幹")
    monkeypatch.setattr(os, "write", full)
    QTest.keyClick(desk.shown, Qt.Key.Key_Return)
    monkeypatch.undo()
    assert desk.items == ()
    assert "the disk is full" in desk.says("correctionHint")
    assert desk.shown.text() == "幹"


def test_the_file_is_made_and_shown(
    open_desk: Callable[..., Desk], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def reveal(path: Path) -> bool:
        shown.append(path)
        return path.exists()

    monkeypatch.setattr("desktop.ui.dialogs.reveal.reveal", reveal)
    open_desk().click("correctionFile")
    assert shown == [session.correcting.path]
    assert session.state.notice is None


def test_a_correction_is_on_the_page_as_soon_as_it_is_made(open_desk: Callable[..., Desk], session: Session) -> None:
    load_tables("tw2s")
    session.show_script(Script.SIMPLIFIED)
    desk = open_desk()
    type_words(desk.source, "戰略家")
    type_words(desk.shown, "谋士")
    QTest.keyClick(desk.shown, Qt.Key.Key_Return)
    page = session.page()
    assert page is not None
    assert "谋士也这么想过" in page.text


def test_in_the_original_or_over_two_lines_there_is_nothing_to_correct(session: Session) -> None:
    load_tables("tw2s")
    document, answer = session.state.document, session.state.current
    assert document is not None
    assert answer is not None
    start = document.text.index("戰略家")
    session.select(Span(start, start + 3))
    assert not is_correctable(session.state)
    session.show_script(Script.SIMPLIFIED)
    assert is_correctable(session.state)
    session.select(Span(answer.paragraphs[0].start, answer.paragraphs[1].end))
    assert not is_correctable(session.state)
    session.select(None)
    assert not is_correctable(session.state)


def test_the_selected_words_can_be_corrected_from_the_menu_of_the_page() -> None:
    assert "script.correct" in PAGE_MENU.ids()


def test_everything_is_reached_by_tab(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(GAN)
    desk.go_to(0, CorrectionColumn.SOURCE)
    desk.source.setFocus()
    reached: list[str] = []
    for _ in range(7):
        reached.append(focused().objectName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [
        "correctionSource",
        "correctionShown",
        "correctionScript",
        "correctionAdd",
        "correctionsTable",
        "correctionDelete",
        "correctionFile",
    ]
