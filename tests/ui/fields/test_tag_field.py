"""The field for tags: what it takes for a tag, and what it offers, worked with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.ui.fields.tag_field import TagField, split_tags
from tests.ui.input_method import type_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

IN_USE = ("歷史", "歷代", "對照", "Macro", "修辭")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TagField]:
    """Yield the field behind another one, with the keyboard in it."""
    desk = QWidget()
    column = QVBoxLayout(desk)
    before, field = QLineEdit(desk), TagField(desk)
    for widget in (before, field):
        column.addWidget(widget)
    field.know(IN_USE)
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    yield field
    while popup := QApplication.activePopupWidget():
        popup.close()


def _offered() -> list[str]:
    popup = QApplication.activePopupWidget()
    if popup is None:
        return []
    assert isinstance(popup, QListView)
    return [str(popup.model().index(row, 0).data()) for row in range(popup.model().rowCount())]


def _in_offer(*keys: Qt.Key) -> None:
    for key in keys:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, key)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("C# F#", ("C#", "F#")),
        ("#修辭#", ("修辭",)),
        ("＃對照，＃歷史", ("對照", "歷史")),
        ("# #", ()),
        ("史 歷史 史", ("史", "歷史")),
    ],
)
def test_the_sign_before_a_tag_is_no_part_of_it_and_one_at_its_end_may_be(typed: str, tags: tuple[str, ...]) -> None:
    assert split_tags(typed) == tags


@pytest.mark.parametrize(
    ("typed", "offered"), [("歷", ["歷代", "歷史"]), ("历", ["歷代", "歷史"]), ("mA", ["Macro"])]
)
def test_tags_in_use_are_offered_in_either_script_and_case(field: TagField, typed: str, offered: list[str]) -> None:
    type_words(field, typed)
    assert _offered() == offered


@pytest.mark.parametrize("typed", ["", "史", "#", "對照", "對照 歷史 歷代 歷", "歷 "])
def test_nothing_is_offered_where_nothing_new_begins_so(field: TagField, typed: str) -> None:
    type_words(field, typed)
    assert _offered() == []


def test_typing_on_narrows_the_offer_until_it_goes(field: TagField) -> None:
    type_words(field, "歷")
    type_words(field, "史")
    assert _offered() == []
    assert field.text() == "歷史"


def test_a_tag_is_taken_as_it_is_in_use_and_control_z_takes_it_back(field: TagField) -> None:
    type_words(field, "对")
    _in_offer(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field.text() == "對照 "
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "对"


def test_the_word_at_the_cursor_is_completed_and_no_other(field: TagField) -> None:
    type_words(field, "😀 修辭")
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Left)
    type_words(field, " #對")
    _in_offer(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert split_tags(field.text()) == ("😀", "對照", "修辭")


def test_taking_a_tag_tells_that_the_field_was_edited(field: TagField) -> None:
    type_words(field, "對")
    spy = QSignalSpy(field.textEdited)
    _in_offer(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert spy.count() == 1


def test_escape_refuses_an_offer_and_return_is_the_offers_before_it_is_ours(field: TagField) -> None:
    spy = QSignalSpy(field.accepted)
    type_words(field, "歷")
    _in_offer(Qt.Key.Key_Escape)
    assert (_offered(), field.text()) == ([], "歷")
    type_words(field, "代表")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert spy.count() == 1


def test_coming_by_tab_the_next_word_is_a_tag_of_its_own_and_none_is_lost(field: TagField) -> None:
    field.setText("對照")
    for key in (Qt.Key.Key_Backtab, Qt.Key.Key_Tab):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
    type_words(field, "修辭")
    assert split_tags(field.text()) == ("對照", "修辭")
