"""The menu of a note: where it may be put."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from desktop.annotations import Anchor, Passage, create
from desktop.text import Span
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.notes.card_menu import add_places
from tests.ui.bare_desk import BareDesk
from tests.ui.marking import annotation_of, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


@pytest.fixture
def vague(session: Session) -> str:
    """Return a note on words that stand in several places."""
    known = annotation_of(session, mark(session, "特殊"))
    made = replace(known, id="urn:uuid:vague", passages=(Passage(Anchor("結盟", "", "", Span(0, 2), "0")),))
    session.edits.push((create(made),))
    return made.id


@pytest.fixture
def menu_of(qtbot: QtBot, session: Session) -> Callable[[str], QMenu]:
    """Return what makes the menu of a note."""
    parent = QWidget()
    qtbot.addWidget(parent)
    menus: list[QWidget] = [parent]  # the driver holds widgets weakly

    def menu_of(annotation_id: str) -> QMenu:
        session.annotations.activate(annotation_id)
        menu = CommandMenu(BareDesk(session), parent, "")
        menus.append(menu)
        add_places(menu, session, annotation_of(session, annotation_id))
        return menu

    return menu_of


def test_each_place_where_it_may_belong_is_shown_in_its_context(
    session: Session, vague: str, menu_of: Callable[[str], QMenu]
) -> None:
    candidates = session.state.notes.placements[vague][0].candidates
    texts = [action.text() for action in menu_of(vague).actions() if action.text()]
    assert len(texts) == len(candidates) + 1
    assert all("結盟" in text for text in texts[:-1])
    assert any("毛開雲" in text for text in texts)
    assert texts[-1] == "Attach to the Selection"


def test_choosing_a_place_puts_the_note_there(session: Session, vague: str, menu_of: Callable[[str], QMenu]) -> None:
    place = session.state.notes.placements[vague][0].candidates[1]
    chosen = [action for action in menu_of(vague).actions() if action.text()][1]
    chosen.trigger()
    assert session.state.notes.placements[vague][0].span == place
    assert session.state.notes.active == vague


def test_the_selection_is_offered_where_there_is_one(
    session: Session, vague: str, menu_of: Callable[[str], QMenu]
) -> None:
    assert not menu_of(vague).actions()[-1].isEnabled()
    document = session.state.document
    assert document is not None
    start = document.text.index("天然")
    session.select(Span(start, start + 2))
    attach = menu_of(vague).actions()[-1]
    assert attach.isEnabled()
    attach.trigger()
    assert session.state.notes.placements[vague][0].span == Span(start, start + 2)


def test_a_note_in_its_place_has_no_places_to_choose_from(session: Session, menu_of: Callable[[str], QMenu]) -> None:
    made = mark(session, "特殊")
    assert [action.text() for action in menu_of(made).actions() if action.text()] == ["Attach to the Selection"]


def test_where_notes_cannot_be_changed_nothing_can_be_chosen(
    session: Session, vague: str, menu_of: Callable[[str], QMenu]
) -> None:
    session.select(Span(0, 2))
    session.replace(notes=replace(session.state.notes, read_only=True))
    assert not any(action.isEnabled() for action in menu_of(vague).actions() if action.text())
