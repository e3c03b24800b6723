"""What a card says of a note in a text that changed, and how its texts are told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from desktop.annotations import Anchor, Placement, PlacementState
from desktop.script import Script
from desktop.text import Span
from desktop.ui.notes.card_delegate import NotesDelegate
from desktop.ui.notes.moved_words import is_elsewhere, words_once
from desktop.ui.notes.note_model import CardRole, NotesModel
from tests.annotations.samples import with_first
from tests.ui.marking import annotation_of, mark

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


def _move(session: Session, key: str, words: str, state: PlacementState = PlacementState.MOVED) -> None:
    """Have the note stand on `words` now, found again."""
    document = session.state.document
    assert document is not None
    start = document.text.index(words)
    place = Placement(Span(start, start + len(words)), state)
    session.replace(notes=replace(session.state.notes, placements={**session.state.notes.placements, key: (place,)}))


@pytest.mark.parametrize(
    ("once", "state", "told"),
    [
        ("孤家寡人了", PlacementState.MOVED, "孤家寡人了"),
        ("天然", PlacementState.MOVED, ""),
        ("天 然", PlacementState.MOVED, ""),
        ("孤家寡人了", PlacementState.EXACT, ""),
    ],
)
def test_the_words_once_marked_are_told_where_others_were_found_for_them(
    session: Session, once: str, state: PlacementState, told: str
) -> None:
    document = session.state.document
    assert document is not None
    start = document.text.index("天然")
    place = Placement(Span(start, start + 2), state)
    anchor = Anchor(once, "", "", Span(0, len(once)), "0")
    assert words_once(document, anchor, place) == told
    assert is_elsewhere(anchor, place) is (state is PlacementState.MOVED)


def test_a_card_says_which_words_there_were_in_the_script_shown(qtbot: QtBot, session: Session) -> None:
    key = mark(session, "戰略家")
    _move(session, key, "天然")
    session.show_script(Script.SIMPLIFIED)
    model = NotesModel(session)
    index = model.index(model.row_of(key))
    assert (index.data(), index.data(CardRole.WAS), index.data(CardRole.MOVED)) == ("天然", "Was: 战略家", "")
    assert "Was: 战略家" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_where_only_the_place_is_another_a_sentence_says_so(qtbot: QtBot, session: Session) -> None:
    key = mark(session, "特朗普")
    anchor = replace(annotation_of(session, key).passages[0].anchor, span=Span(0, 3))
    session.replace(
        notes=replace(session.state.notes, annotations={key: with_first(annotation_of(session, key), anchor=anchor)})
    )
    _move(session, key, "特朗普")
    model = NotesModel(session)
    index = model.index(model.row_of(key))
    assert index.data(CardRole.WAS) == ""
    assert "another place" in index.data(CardRole.MOVED)
    assert index.data(CardRole.MOVED) in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_headings_of_the_interface_are_not_converted(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = mark(session, "天然")
    session.replace(notes=replace(session.state.notes, placements={key: (Placement(None, PlacementState.LOST),)}))

    def spoken(_model: NotesModel, _words: str) -> str:
        return "不在此文中：雲"

    monkeypatch.setattr(NotesModel, "tr", spoken)
    session.show_script(Script.SIMPLIFIED)
    model = NotesModel(session)
    assert (model.index(0).data(), model.index(0).data(CardRole.OURS)) == ("不在此文中：雲", True)


@pytest.mark.parametrize(("note", "script"), [("這裡說得對", Script.TRADITIONAL), ("这里说得对", Script.SIMPLIFIED)])
@pytest.mark.parametrize("shown", [Script.TRADITIONAL, Script.SIMPLIFIED])
def test_a_note_keeps_the_glyphs_of_its_own_script(
    qtbot: QtBot, session: Session, look: Look, note: str, script: Script, shown: Script
) -> None:
    key = mark(session, "天然", note=note)
    session.show_script(shown)
    fonts = [font.families() for font, words, _ in _painted(qtbot, session, look, key) if words == note]
    assert fonts == [look.script_font(script).families()]


def test_above_a_note_the_quote_steps_back_and_alone_it_is_in_ink(qtbot: QtBot, session: Session, look: Look) -> None:
    bare, noted = mark(session, "天然"), mark(session, "特殊", note="批語")
    assert [color for *_, color in _painted(qtbot, session, look, bare)] == [look.tokens.ink]
    assert [color for *_, color in _painted(qtbot, session, look, noted)] == [look.tokens.second, look.tokens.ink]


def _painted(qtbot: QtBot, session: Session, look: Look, key: str) -> list[tuple[QFont, str, str]]:
    """Return the texts of a card: font, words and colour."""
    model, view = NotesModel(session), QListView()
    qtbot.addWidget(view)
    delegate = NotesDelegate(look, view)
    index = model.index(model.row_of(key))
    texts = delegate.texts(index, 300)
    return [(each.text.font, each.text.words, each.color) for each in texts]
