"""The list of notes, worked with real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu

from desktop.annotations import Anchor, Color, Passage, create
from desktop.script import Script
from desktop.session import Theme
from desktop.text import Span
from desktop.ui.notes.panel import NotesPanel
from tests.ui.bare_desk import BareDesk
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import NotesDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.window import MainWindow

QUOTES = ("戰略家", "天然", "孤家寡人", "特殊")


@pytest.fixture
def ids(session: Session) -> list[str]:
    """Return the ids of four notes of four colours, in text order; none is active."""
    made = [mark(session, words, color, f"批註{words}") for words, color in zip(QUOTES, list(Color)[:4], strict=True)]
    session.clear_focus()
    return made


@pytest.fixture
def notes(qtbot: QtBot, session: Session, look: Look, ids: list[str]) -> NotesDriver:
    """Return the panel with four notes in it."""
    panel = NotesPanel(session, look, BareDesk(session))
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    return NotesDriver(panel)


def _visited(session: Session) -> str | None:
    """Return the words that the page was asked to go to."""
    goal, document = session.state.pane.goal, session.state.document
    return goal.span.of(document.text) if goal and document else None


# -- choosing -------------------------------------------------------------------------------------------------


def test_a_click_goes_to_the_words_and_makes_the_note_active(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    notes.click(ids[3])
    assert (session.state.notes.active, _visited(session), session.state.pane.answer) == (ids[3], "特殊", 2)
    assert session.state.notes.editing is None


def test_the_arrows_visit_note_after_note_past_the_headings(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    notes.click(ids[0])
    seen: list[str | None] = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        notes.key(key)
        seen.append(_visited(session))
    assert seen == ["天然", "孤家寡人", "特殊", "特殊", "孤家寡人"]
    assert session.state.notes.active == ids[2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_E])
def test_a_key_opens_the_chosen_note(notes: NotesDriver, session: Session, ids: list[str], key: Qt.Key) -> None:
    notes.click(ids[1])
    notes.key(key)
    assert session.state.notes.editing == ids[1]


def test_a_double_click_opens_a_note(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    notes.double_click(ids[1])
    assert session.state.notes.editing == ids[1]


def test_delete_takes_the_chosen_note_away_and_undo_brings_it_back(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    notes.click(ids[1])
    notes.key(Qt.Key.Key_Delete)
    assert notes.quotes == ["戰略家", "孤家寡人", "特殊"]
    session.history.undo()
    assert notes.quotes == list(QUOTES)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_E])
def test_without_a_chosen_note_keys_do_nothing(
    notes: NotesDriver, session: Session, ids: list[str], key: Qt.Key
) -> None:
    notes.click(ids[1])
    session.clear_focus()
    notes.key(key)
    assert list(session.state.notes.annotations) == ids
    assert session.state.notes.editing is None


def test_the_note_that_becomes_active_is_scrolled_into_view(notes: NotesDriver, session: Session) -> None:
    document = session.state.document
    assert document is not None
    for start in range(document.answers[1].span.start, document.answers[1].span.start + 20):
        session.select(Span(start, start + 1))
        session.annotations.highlight()
    made = [str(card.data(Qt.ItemDataRole.UserRole + 1)) for card in notes.cards]
    for annotation_id in (made[-1], made[0]):
        session.annotations.activate(annotation_id)
        QTest.qWait(0)
        assert notes.list.viewport().rect().contains(notes.place(annotation_id))
        assert notes.list.currentIndex() == notes.card(annotation_id)


def test_a_note_without_a_place_can_be_chosen_and_edited(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    anchor = Anchor("無此語", "", "", Span(0, 3), "0")
    lost = replace(annotation_of(session, ids[0]), id="urn:uuid:lost", passages=(Passage(anchor),))
    session.edits.push((create(lost),))
    assert notes.quotes[-1] == "無此語"
    notes.click(lost.id)
    notes.key(Qt.Key.Key_Return)
    assert (session.state.notes.active, session.state.notes.editing) == (lost.id, lost.id)


# -- drawing --------------------------------------------------------------------------------------------------


def test_cards_grow_where_the_panel_is_narrow(notes: NotesDriver, session: Session) -> None:
    made = mark(session, "國家結盟的前提是要面對共同威脅")
    notes.panel.resize(500, 700)
    QTest.qWait(0)
    wide = notes.place(made).height()
    notes.panel.resize(notes.panel.minimumSizeHint().width(), 700)
    QTest.qWait(0)
    assert notes.place(made).height() > wide


def test_a_long_note_takes_six_lines_and_no_more(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    heights: list[int] = []
    for lines in (1, 6, 7, 200):
        session.annotations.rewrite(ids[0], "\n".join("行" * lines), ())
        QTest.qWait(0)
        heights.append(notes.place(ids[0]).height())
    assert heights[0] < heights[1] == heights[2] == heights[3]


def test_quotes_follow_the_script_without_laying_out_all_cards_anew(notes: NotesDriver, session: Session) -> None:
    told = QSignalSpy(notes.list.model().dataChanged)
    before = notes.list.viewport().grab().toImage()
    session.show_script(Script.SIMPLIFIED)
    assert notes.quotes == ["战略家", "天然", "孤家寡人", "特殊"]
    assert notes.list.viewport().grab().toImage() != before
    assert told.count() == 0  # upon which the list would lay out every card, also of ten thousand


def test_the_chosen_card_stands_on_paper_with_its_pigment_in_either_theme(
    notes: NotesDriver, session: Session, look: Look, ids: list[str]
) -> None:
    notes.click(ids[1])
    for theme in (Theme.DARK, Theme.LIGHT):
        session.prefer(theme=theme)
        picture = notes.list.viewport().grab(notes.place(ids[1])).toImage()
        middle = picture.height() // 2
        seen = {picture.pixelColor(x, middle).name().upper() for x in range(picture.width())}
        assert {look.tokens.page, look.tokens.marks[Color.MALACHITE]} <= seen


def test_the_panel_keeps_its_place_in_the_list_when_a_note_changes(notes: NotesDriver, session: Session) -> None:
    document = session.state.document
    assert document is not None
    for start in range(document.answers[1].span.start, document.answers[1].span.start + 20):
        session.select(Span(start, start + 1))
        session.annotations.highlight()
    session.clear_focus()
    bar = notes.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QTest.qWait(0)
    before = bar.value()
    session.annotations.recolour(next(iter(session.state.notes.annotations)), Color.ROUGE)
    QTest.qWait(0)
    assert bar.value() == before > 0


# -- the context menu -----------------------------------------------------------------------------------------


def _menu(notes: NotesDriver, annotation_id: str) -> QMenu:
    """Open the context menu of a card and return it."""
    notes.list.customContextMenuRequested.emit(notes.place(annotation_id).center())
    menu = notes.list.findChildren(QMenu)[-1]
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    return menu


def _choose(menu: QMenu, words: str) -> None:
    """Click the entry that says `words`."""
    action = next(action for action in menu.actions() if action.text() == words)
    assert isinstance(action, QAction)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_the_menu_copies_the_quote_as_shown_and_as_it_was_written(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    session.show_script(Script.SIMPLIFIED)
    copied: list[str] = []
    for words in ("Copy the Quote", "Copy the Original Quote"):
        _choose(_menu(notes, ids[0]), words)
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["战略家", "戰略家"]


def test_the_menu_recolours_edits_and_deletes(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    _choose(_menu(notes, ids[0]), "Rouge (Pink)")
    assert annotation_of(session, ids[0]).color is Color.ROUGE
    _choose(_menu(notes, ids[1]), "Edit the Note")
    assert session.state.notes.editing == ids[1]
    session.annotations.edit(None)
    _choose(_menu(notes, ids[2]), "Delete")
    assert notes.quotes == ["戰略家", "天然", "特殊"]


def test_the_menu_shows_the_keys_that_do_the_same(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    menu = _menu(notes, ids[1])
    shown = {action.text(): action.shortcut().toString() for action in menu.actions() if action.text()}
    menu.close()
    assert shown["Gamboge (Yellow)"] == "1"
    assert shown["Rouge (Pink)"] == "4"
    assert shown["Add a Tag…"] == "Ctrl+T"
    assert shown["Delete"] == "Del"
    assert shown["Edit the Note"] == "Return"
    notes.key(Qt.Key.Key_Return)
    assert session.state.notes.editing == ids[1]


def test_a_heading_has_no_menu(notes: NotesDriver) -> None:
    heading = notes.list.model().index(0, 0)
    notes.list.customContextMenuRequested.emit(notes.list.visualRect(heading).center())
    assert not notes.list.findChildren(QMenu)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_words_that_the_filter_asks_for_are_marked_in_the_cards_in_either_script(
    notes: NotesDriver, session: Session, look: Look, ids: list[str], theme: Theme
) -> None:
    session.prefer(theme=theme)

    def outlined(which: str) -> int:
        picture = notes.list.viewport().grab(notes.place(which)).toImage()
        points = ((x, y) for y in range(picture.height()) for x in range(picture.width()))
        return sum(picture.pixelColor(x, y).name().upper() == look.tokens.found for x, y in points)

    assert outlined(ids[2]) == 0
    notes.field.setText("批注 孤家")
    QTest.qWait(0)
    marked = outlined(ids[2])
    notes.field.setText("孤家")
    QTest.qWait(0)
    assert marked > outlined(ids[2]) > 0
    notes.field.clear()
    QTest.qWait(0)
    assert outlined(ids[2]) == 0


# -- in the window --------------------------------------------------------------------------------------------


def test_in_the_window_the_keys_of_the_list_win_over_those_of_the_page(window: MainWindow) -> None:
    made = mark(window.session, "天然")
    notes = NotesDriver(window.notes)
    notes.click(made)
    notes.key(Qt.Key.Key_E)
    assert window.session.state.notes.editing == made
    window.session.annotations.edit(None)
    notes.click(made)
    notes.key(Qt.Key.Key_Delete)
    assert not window.session.state.notes.annotations
