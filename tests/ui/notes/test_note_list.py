"""The list of many notes: what is measured, what is in sight, and where its keys lead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from desktop.annotations import Change, Color, create, new_annotation
from desktop.session import Theme
from desktop.text import Span
from desktop.ui.notes import card_delegate as notes_delegate
from desktop.ui.notes.card_delegate import NotesDelegate
from desktop.ui.notes.card_text import CardText
from desktop.ui.notes.note_model import CardRole
from desktop.ui.notes.panel import NotesPanel
from desktop.ui.side_panel import SidePanel
from tests.ui.bare_desk import BareDesk
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import NotesDriver

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QFont
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

MANY = 300
WORDS = ("批註很長", "MWMW ", "illi ")
"""What is as wide as it is reckoned to be, what is wider, and what is narrower."""


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of every text whose lines are broken from now on."""
    seen: list[str] = []

    class Counted(CardText):
        def __init__(self, words: str, font: QFont, width: int, most: int) -> None:
            seen.append(words)
            super().__init__(words, font, width, most)

    monkeypatch.setattr(notes_delegate, "CardText", Counted)
    return seen


@pytest.fixture
def many(session: Session, qtbot: QtBot, look: Look) -> NotesDriver:
    """Return the panel with 300 notes of all lengths, in Latin and Chinese, on the first answer."""
    document = session.state.document
    assert document is not None
    start = document.answers[0].span.start
    changes: list[Change] = []
    for number in range(MANY):
        span = Span(start + number % 30, start + number % 30 + 1 + number % 20)
        note = WORDS[number // 30 % 3] * (number % 12)
        made = new_annotation(
            document.text,
            document.sha256,
            span,
            list(Color)[number % 4],
            note=note,
            made_in="original",
            author=document.answers[0].author,
            answer=0,
            now=_now(),
        )
        changes.append(create(made))
    session.edits.push(tuple(changes))
    return _shown(NotesPanel(session, look, BareDesk(session)), qtbot)


def _shown(panel: NotesPanel, qtbot: QtBot) -> NotesDriver:
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    with qtbot.waitActive(panel):
        panel.show()
    QTest.qWait(0)
    return NotesDriver(panel)


def _seen(notes: NotesDriver) -> list[str]:
    area = notes.list.viewport().rect()
    return [str(card.data(CardRole.ID)) for card in notes.cards if notes.list.visualRect(card).intersects(area)]


def _rows_touch(notes: NotesDriver) -> bool:
    rows = [notes.list.visualRect(notes.list.model().index(row, 0)) for row in range(MANY + 1)]
    return all(above.bottom() + 1 == below.top() for above, below in pairwise(rows))


def test_only_cards_in_sight_are_measured(many: NotesDriver, session: Session, broken: list[str]) -> None:
    for act in (
        session.toggle_script,
        lambda: many.panel.resize(280, 600),
        lambda: session.prefer(theme=Theme.DARK),
    ):
        broken.clear()
        act()
        QTest.qWait(0)
        assert 0 < len(broken) < MANY / 2


def test_a_card_in_sight_is_as_high_as_its_words_wherever_one_scrolls(many: NotesDriver, broken: list[str]) -> None:
    bar = many.list.verticalScrollBar()
    for value in (0, bar.maximum() // 3, bar.maximum() // 2, bar.maximum(), 40):
        bar.setValue(value)
        seen = _seen(many)
        heights = [many.place(each).height() for each in seen]
        delegate = many.list.itemDelegate()
        assert isinstance(delegate, NotesDelegate)
        delegate.forget()
        changed = [delegate.measure(many.card(each)) for each in seen]
        assert not any(changed)
        assert [many.place(each).height() for each in seen] == heights
        assert _rows_touch(many)
    assert broken


@pytest.mark.parametrize("number", [MANY - 1, MANY // 2, 43, 55, 7, 0])
def test_any_note_comes_wholly_into_sight(many: NotesDriver, session: Session, number: int) -> None:
    made = str(many.cards[number].data(CardRole.ID))
    session.annotations.activate(made)
    assert many.list.viewport().rect().contains(many.place(made))


def test_with_the_first_card_its_heading_comes_into_sight(many: NotesDriver, session: Session) -> None:
    for number in (MANY - 1, 0):
        session.annotations.activate(str(many.cards[number].data(CardRole.ID)))
    heading = many.list.visualRect(many.list.model().index(0, 0))
    assert many.list.viewport().rect().contains(heading)


def test_home_end_and_the_page_keys_visit_what_they_reach(many: NotesDriver, session: Session) -> None:
    ids = [str(card.data(CardRole.ID)) for card in many.cards]
    many.click(ids[0])
    reached: list[int] = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        many.key(key)
        assert session.state.notes.active is not None
        reached.append(ids.index(session.state.notes.active))
        assert many.list.viewport().rect().contains(many.place(session.state.notes.active))
    assert reached[:2] == [MANY - 1, 0]
    assert 2 < reached[2] < 30
    assert reached[3] == 0


def test_changing_one_note_leaves_the_list_where_it_is(many: NotesDriver, session: Session) -> None:
    session.clear_focus()
    bar = many.list.verticalScrollBar()
    bar.setValue(1_000)
    session.annotations.rewrite(_seen(many)[1], "另一句話", ())
    QTest.qWait(0)
    assert bar.value() == 1_000
    assert _rows_touch(many)


def test_a_screen_reader_is_told_of_every_row_and_where_it_is(many: NotesDriver) -> None:
    told = QAccessible.queryAccessibleInterface(many.list)
    assert (told.role(), told.childCount()) == (QAccessible.Role.List, MANY + 1)
    card = many.cards[2]
    child = told.child(card.row())
    assert child.text(QAccessible.Text.Name) == card.data(Qt.ItemDataRole.AccessibleTextRole)
    assert child.rect().size() == many.list.visualRect(card).size()


# -- keys -----------------------------------------------------------------------------------------------------


@pytest.fixture
def notes(session: Session, qtbot: QtBot, look: Look) -> NotesDriver:
    """Return the panel with four notes."""
    for words in ("戰略家", "天然", "孤家寡人", "特殊"):
        mark(session, words)
    return _shown(NotesPanel(session, look, BareDesk(session)), qtbot)


def _active(session: Session) -> str:
    return (
        annotation_of(session, session.state.notes.active).passages[0].anchor.exact
        if session.state.notes.active
        else ""
    )


def test_the_first_down_visits_the_first_note(notes: NotesDriver, session: Session) -> None:
    session.clear_focus()
    notes.list.reset()
    notes.list.setCurrentIndex(notes.list.rootIndex())
    notes.key(Qt.Key.Key_Down)
    assert _active(session) == "戰略家"


def test_in_a_thread_that_was_just_opened_the_first_down_visits_the_first_note(
    session: Session, qtbot: QtBot, look: Look
) -> None:
    for words in ("天然", "特殊"):
        mark(session, words)
    session.clear_focus()
    notes = _shown(NotesPanel(session, look, BareDesk(session)), qtbot)
    notes.list.setFocus()
    notes.key(Qt.Key.Key_Down)
    assert _active(session) == "天然"


def test_after_a_deletion_the_keyboard_is_at_the_next_note(notes: NotesDriver, session: Session) -> None:
    notes.click(str(notes.cards[1].data(CardRole.ID)))
    notes.key(Qt.Key.Key_Delete)
    assert session.state.notes.active is None
    notes.key(Qt.Key.Key_Down)
    assert _active(session) == "孤家寡人"


def test_a_click_on_a_heading_changes_nothing(notes: NotesDriver, session: Session) -> None:
    made = str(notes.cards[1].data(CardRole.ID))
    notes.click(made)
    heading = notes.list.visualRect(notes.list.model().index(0, 0)).center()
    QTest.mouseClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert session.state.notes.active == made
    assert [index.data(CardRole.ID) for index in notes.list.selectedIndexes()] == [made]


def test_the_menu_key_opens_the_menu_of_the_chosen_note_with_its_colour_ticked(
    notes: NotesDriver, session: Session
) -> None:
    made = str(notes.cards[2].data(CardRole.ID))
    notes.click(made)
    session.annotations.recolour(made, Color.ROUGE)
    place = notes.place(made).center()
    assert notes.list.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).contains(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, notes.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(notes.list.viewport(), event)
    menu = notes.list.findChildren(QMenu)[-1]
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    menu.close()
    assert ticked == ["Rouge (Pink)"]
    assert session.state.notes.active == made


def test_what_a_card_has_no_room_for_is_in_its_tooltip(notes: NotesDriver, session: Session) -> None:
    made = str(notes.cards[1].data(CardRole.ID))
    session.annotations.rewrite(made, "很長的批註<b>。" * 60, ("對照",))
    QTest.qWait(0)
    place = notes.place(made).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, notes.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(notes.list.viewport(), event)
    assert QToolTip.text().count("很長的批註&lt;b&gt;") == 60
    assert "天然" not in QToolTip.text()
    QToolTip.hideText()


def test_the_chosen_card_opens_onto_the_page_and_the_others_do_not(
    qtbot: QtBot, session: Session, look: Look
) -> None:
    for words in ("戰略家", "天然", "孤家寡人", "特殊"):
        mark(session, words)
    side = SidePanel(session, look, BareDesk(session))
    qtbot.addWidget(side)
    side.resize(300, 700)
    with qtbot.waitExposed(side):
        side.show()
    notes = NotesDriver(side.notes)
    made = str(notes.cards[1].data(CardRole.ID))
    notes.click(made)
    picture = side.grab().toImage()
    other = str(notes.cards[3].data(CardRole.ID))
    colors: list[str] = []
    for each in (made, other):
        middle = notes.list.viewport().mapTo(side, notes.place(each).center())
        colors.append(picture.pixelColor(0, middle.y()).name().upper())
    assert colors == [look.tokens.page, look.tokens.hairline]


def test_a_note_can_be_opened_while_none_is_in_sight(many: NotesDriver, session: Session) -> None:
    first, *_, last = session.state.notes.annotations
    session.annotations.activate(first)
    many.list.setFixedHeight(0)
    QTest.qWait(0)
    session.annotations.activate(last)
    many.list.setFixedHeight(400)
    QTest.qWait(0)
    assert many.list.visualRect(many.list.currentIndex()).intersects(many.list.viewport().rect())
