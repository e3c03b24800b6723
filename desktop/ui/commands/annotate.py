"""Marking passages, writing notes, and lighting keywords."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.annotations import Color
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import (
    is_a_word,
    is_active,
    is_annotated,
    is_lit,
    is_markable,
    is_open,
    is_selected,
)

if TYPE_CHECKING:
    from desktop.ui.commands.desk import Desk

ANNOTATE = (
    Action(
        "annotate.highlight",
        QT_TRANSLATE_NOOP("Action", "&Highlight"),
        lambda desk: desk.session.annotations.highlight(),
        ("H",),
        when=is_selected,
    ),
    *(
        Action(
            f"annotate.{color.value}",
            color.label,
            lambda desk, color=color: desk.session.annotations.highlight(color),
            (str(number),),
            when=is_markable,
        )
        for number, color in enumerate(Color, 1)
    ),
    Action(
        "annotate.note",
        QT_TRANSLATE_NOOP("Action", "&Note…"),
        lambda desk: desk.session.annotations.note(),
        ("N", "F2"),
        when=is_markable,
    ),
    Action(
        "annotate.delete",
        QT_TRANSLATE_NOOP("Action", "&Delete"),
        lambda desk: desk.session.annotations.chosen.delete(),
        ("Del", "Backspace"),
        when=is_active,
    ),
    Action(
        "annotate.next",
        QT_TRANSLATE_NOOP("Action", "Ne&xt Annotation"),
        lambda desk: desk.session.annotations.step(1),
        ("]",),
        when=is_annotated,
    ),
    Action(
        "annotate.previous",
        QT_TRANSLATE_NOOP("Action", "Pre&vious Annotation"),
        lambda desk: desk.session.annotations.step(-1),
        ("[",),
        when=is_annotated,
    ),
)

RECOLOUR = tuple(
    Action(
        f"annotate.{color.value}",
        color.label,
        lambda desk, color=color: desk.session.annotations.chosen.recolour(color),
        (str(number),),
        when=is_active,
        checked=lambda state, color=color: {one.color for one in state.notes.targets} == {color},
    )
    for number, color in enumerate(Color, 1)
)
"""The colours as the menu of a card has them: for its note, or for all that are chosen, whatever is selected."""


def _keep_whole(desk: Desk) -> None:
    """Have the selected words be one word."""
    document, selection = desk.session.state.document, desk.session.state.pane.selection
    if document is not None and selection:
        desk.session.owning.keep_whole(document.words_at(selection))


def _show_file(desk: Desk, kind: str) -> None:
    desk.dialogs.show_own_file(kind)


OWN_WORDS = (
    Action(
        "keywords.save_list",
        QT_TRANSLATE_NOOP("Action", "&Save the Lit Words as a List…"),
        lambda desk: desk.dialogs.save_word_list(),
        when=is_lit,
    ),
    Action(
        "keywords.merge",
        QT_TRANSLATE_NOOP("Action", "&Merge the Selection with Another Word…"),
        lambda desk: desk.dialogs.merge_selection(),
        when=is_a_word,
    ),
    Action(
        "keywords.keep_whole",
        QT_TRANSLATE_NOOP("Action", "&Keep These Words Together"),
        _keep_whole,
        when=is_a_word,
    ),
    *(
        Action(
            f"own.{kind.replace('-', '_')}",
            words,
            partial(_show_file, kind=kind),
            offer=QT_TRANSLATE_NOOP("Sentences", "Show the File"),
        )
        for kind, words in (
            ("concepts", QT_TRANSLATE_NOOP("Action", "Show the File of &Concepts")),
            ("words", QT_TRANSLATE_NOOP("Action", "Show the File of &Words Kept Together")),
            ("stop-words", QT_TRANSLATE_NOOP("Action", "Show the File of Words &Never Shown")),
            ("word-lists", QT_TRANSLATE_NOOP("Action", "Show the File of Word &Lists")),
        )
    ),
)
"""What the reader makes of words, and where it is kept."""

KEYWORDS = (
    Action(
        "keywords.light_selection",
        QT_TRANSLATE_NOOP("Action", "&Light Up the Selection"),
        lambda desk: desk.session.lights.light_selection(),
        ("L",),
        when=lambda state: bool(state.pane.selection),
    ),
    Action(
        "keywords.add",
        QT_TRANSLATE_NOOP("Action", "&Add a Keyword…"),
        lambda desk: desk.panels.add_keyword(),
        ("Ctrl+L",),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Add a Keyword"),
    ),
    Action(
        "keywords.clear",
        QT_TRANSLATE_NOOP("Action", "Put &Out All Keywords"),
        lambda desk: desk.session.lights.clear(),
        ("Shift+L",),
        when=is_lit,
        offer=QT_TRANSLATE_NOOP("Sentences", "Put Out All"),
    ),
    Action(
        "keywords.next",
        QT_TRANSLATE_NOOP("Action", "Next Key&word Place"),
        lambda desk: desk.session.lights.step(1),
        (".",),
        when=is_lit,
    ),
    Action(
        "keywords.previous",
        QT_TRANSLATE_NOOP("Action", "Previous Keyword Pla&ce"),
        lambda desk: desk.session.lights.step(-1),
        (",",),
        when=is_lit,
    ),
)
