"""Several cards of the notes list, chosen with the mouse and the keyboard, and what is done to all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QMenu

from desktop.annotations import Color, create
from desktop.ui.commands.actions import without_mnemonic
from desktop.ui.notes.note_model import CardRole
from tests.ui.input_method import type_words
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import NotesDriver, found

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.session import Session
    from desktop.ui.window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
QUOTES = ("腦洞", "戰略家", "天然", "特殊")


@pytest.fixture
def made(window: MainWindow) -> list[str]:
    """Return four marks under three authors, none of them active."""
    ids = [mark(window.session, quote) for quote in QUOTES]
    window.session.annotations.activate(None)
    QTest.qWait(0)
    return ids


@pytest.fixture
def notes(window: MainWindow, made: list[str]) -> NotesDriver:
    assert made
    return NotesDriver(window.notes)


def click(notes: NotesDriver, annotation_id: str, modifiers: Qt.KeyboardModifier) -> None:
    """Click a card with keys held down."""
    place = notes.place(annotation_id).center()
    QTest.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def chosen(session: Session) -> list[str]:
    """Return the words of what commands act on."""
    return [one.passages[0].anchor.exact for one in session.state.notes.targets]


def selected(notes: NotesDriver) -> list[str]:
    return sorted(str(index.data()) for index in notes.list.selectedIndexes())


def dialog(name: str) -> QDialog:
    """Return the dialog `name`, which must be open."""
    shown = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    [only] = [w for w in shown if isinstance(w, QDialog)]
    return only


def test_control_adds_a_card_and_takes_it_off_again(notes: NotesDriver, window: MainWindow, made: list[str]) -> None:
    notes.click(made[0])
    click(notes, made[2], CONTROL)
    click(notes, made[3], CONTROL)
    assert chosen(window.session) == ["腦洞", "天然", "特殊"]
    assert window.session.state.notes.active == made[3]
    click(notes, made[2], CONTROL)
    assert chosen(window.session) == ["腦洞", "特殊"]
    click(notes, made[3], CONTROL)
    assert chosen(window.session) == ["腦洞"]
    click(notes, made[0], CONTROL)
    assert chosen(window.session) == []


def test_shift_chooses_all_up_to_a_card_and_never_a_heading(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    click(notes, made[2], SHIFT)
    assert chosen(window.session) == ["腦洞", "戰略家", "天然"]
    assert all(index.data(CardRole.ID) for index in notes.list.selectedIndexes())
    notes.click(made[1])
    assert chosen(window.session) == ["戰略家"]


def test_shift_with_the_arrows_chooses_one_more_and_one_less(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    notes.list.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(notes.list, key, SHIFT)
    assert chosen(window.session) == ["腦洞", "戰略家"]
    QTest.keyClick(notes.list, Qt.Key.Key_Down)
    assert chosen(window.session) == ["天然"]


def test_control_a_in_the_list_chooses_all_that_are_listed(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    window.session.annotations.recolour(made[3], Color.ROUGE)
    notes.press("dot.gamboge")
    notes.list.setFocus()
    QTest.keyClick(notes.list, Qt.Key.Key_A, CONTROL)
    assert chosen(window.session) == ["腦洞", "戰略家", "天然"]
    assert window.session.state.pane.selection is None, "the page's words are not what was meant"


def test_a_card_that_a_filter_hides_is_no_longer_meant(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    click(notes, made[1], CONTROL)
    click(notes, made[2], CONTROL)
    notes.field.setText("戰")
    assert chosen(window.session) == ["戰略家"]
    notes.field.clear()
    assert selected(notes) == ["戰略家"]


def test_the_ordinary_keys_act_on_all_that_are_chosen(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    click(notes, made[2], CONTROL)
    QTest.keyClick(notes.list, Qt.Key.Key_3)
    colors = {one.passages[0].anchor.exact: one.color for one in window.session.state.notes.annotations.values()}
    assert [quote for quote in QUOTES if colors[quote] is Color.INDIGO] == ["腦洞", "天然"]
    assert selected(notes) == sorted(["腦洞", "天然"]), "they stay chosen"
    QTest.keyClick(notes.list, Qt.Key.Key_Delete)
    assert sorted(notes.quotes) == sorted(["戰略家", "特殊"])
    window.session.history.undo()
    assert notes.quotes == list(QUOTES)


def test_a_tag_is_typed_once_for_all(notes: NotesDriver, window: MainWindow, made: list[str]) -> None:
    window.session.annotations.rewrite(made[3], "", ("對照",))
    notes.click(made[0])
    click(notes, made[3], CONTROL)
    window.commands["annotate.tag"].trigger()
    field = found(dialog("tagDialog"), QLineEdit, "tagField")
    type_words(field, "#修辭 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    tags = [window.session.state.notes.annotations[name].tags for name in made]
    assert tags == [("修辭",), (), (), ("對照", "修辭")]


def test_a_tag_is_taken_from_all_that_have_it(notes: NotesDriver, window: MainWindow, made: list[str]) -> None:
    for name in made[:3]:
        window.session.annotations.rewrite(name, "", ("對照", "修辭") if name == made[0] else ("修辭",))
    notes.click(made[0])
    click(notes, made[1], CONTROL)
    window.commands["annotate.untag"].trigger()
    choice = found(dialog("untagDialog"), QListWidget, "tagList")
    assert [choice.item(row).text() for row in range(choice.count())] == ["#修辭  2", "#對照  1"]
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert [window.session.state.notes.annotations[name].tags for name in made] == [("對照",), (), ("修辭",), ()]


def test_the_menu_of_a_chosen_card_acts_on_all_and_that_of_another_on_it_alone(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    click(notes, made[1], CONTROL)
    for name, count in ((made[1], 2), (made[3], 1)):
        notes.list.customContextMenuRequested.emit(notes.place(name).center())
        menu = notes.list.findChildren(QMenu)[-1]
        menu.close()
        assert len(window.session.state.notes.targets) == count
        assert ("Copy the Quote" in [action.text() for action in menu.actions()]) is (count == 1)


def test_the_menu_of_a_note_in_two_versions_decides_between_them(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    ours = window.session.state.notes.annotations[made[0]]
    window.session.edits.push((create(replace(ours, id="urn:uuid:twin", note="別處", conflicts_with=ours.id)),))
    deciding = ["Keep Only This Version", "Keep Only the Other Version", "Keep Them as Separate Notes"]

    def entries(name: str) -> list[QAction]:
        notes.list.customContextMenuRequested.emit(notes.place(name).center())
        actions = notes.list.findChildren(QMenu)[-1].actions()
        return [action for action in actions if without_mnemonic(action.text()) in deciding and action.isEnabled()]

    assert entries(made[1]) == []
    assert [without_mnemonic(action.text()) for action in entries("urn:uuid:twin")] == deciding
    entries("urn:uuid:twin")[0].trigger()
    assert made[0] not in window.session.state.notes.annotations
    assert window.session.state.notes.annotations["urn:uuid:twin"].conflicts_with == ""
    assert entries("urn:uuid:twin") == []


# -- a note of several passages -------------------------------------------------------------------------------


def link(window: MainWindow, words: str) -> None:
    document = window.session.state.document
    assert document is not None
    from desktop.text import Span

    start = document.text.index(words)
    window.session.select(Span(start, start + len(words)))
    window.session.annotations.passages.link()


def test_a_linked_note_is_one_card_and_a_click_on_a_quote_goes_there(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    link(window, "死敵")
    link(window, "共同威脅")
    QTest.qWait(0)
    card = notes.card(made[0])
    assert card.data(CardRole.PASSAGES) == (("建章看世界", "死敵", True), ("毛開雲", "共同威脅", True))
    assert len(notes.cards) == len(QUOTES)
    place = notes.place(made[0])
    seen: set[tuple[int, int]] = set()
    for y in range(place.top() + 1, place.bottom(), 4):
        pos = place.center()
        pos.setY(y)
        QTest.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=pos)
        seen.add((window.session.state.notes.passage, window.session.state.pane.answer))
    assert seen == {(0, 0), (1, 1), (2, 2)}


def test_a_linked_note_is_found_by_the_words_and_the_author_of_each_passage(
    notes: NotesDriver, window: MainWindow, made: list[str]
) -> None:
    notes.click(made[0])
    link(window, "共同威脅")
    for asked in ("共同威胁", "毛开云", "脑洞"):
        notes.field.setText(asked)
        assert "腦洞" in notes.quotes, asked
