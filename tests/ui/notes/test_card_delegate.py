"""A card: how its texts are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QListView

from desktop.script import Script
from desktop.ui.notes.card_delegate import NotesDelegate
from desktop.ui.notes.note_model import NotesModel
from tests.ui.marking import mark

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


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
    view.resize(300, 300)
    delegate = NotesDelegate(look, view)
    index = model.index(model.row_of(key))
    return [(each.text.font, each.text.words, each.color) for each, _ in delegate.texts(index)]
