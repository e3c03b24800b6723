"""What is done to marks that are there: where they begin and end, those on each other, their passages, their tags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.session.notes.edges import Edge
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import (
    is_active,
    is_annotated,
    is_linkable,
    is_linked,
    is_placed,
    is_redrawable,
    is_tagged,
)

if TYPE_CHECKING:
    from desktop.ui.commands.desk import Desk


def _move(desk: Desk, edge: Edge, by: int, *, word: bool) -> None:
    desk.session.annotations.edges.move(edge, by, word=word)


_MOVES = (
    ("end_on", QT_TRANSLATE_NOOP("Action", "Extend the &End"), Edge.END, 1, ("G", "Alt+Right")),
    ("end_back", QT_TRANSLATE_NOOP("Action", "Sh&rink the End"), Edge.END, -1, ("F", "Alt+Left")),
    ("start_back", QT_TRANSLATE_NOOP("Action", "Extend the &Beginning"), Edge.START, -1, ("S", "Alt+Shift+Left")),
    ("start_on", QT_TRANSLATE_NOOP("Action", "Shrin&k the Beginning"), Edge.START, 1, ("D", "Alt+Shift+Right")),
)
_WORD_MOVES = (
    ("end_on_word", QT_TRANSLATE_NOOP("Action", "Extend the End by a &Word"), Edge.END, 1, ("Shift+G",)),
    ("end_back_word", QT_TRANSLATE_NOOP("Action", "Shrink the End by a W&ord"), Edge.END, -1, ("Shift+F",)),
    ("start_back_word", QT_TRANSLATE_NOOP("Action", "Extend the Beginning by a Wor&d"), Edge.START, -1, ("Shift+S",)),
    ("start_on_word", QT_TRANSLATE_NOOP("Action", "Shrink the Beg&inning by a Word"), Edge.START, 1, ("Shift+D",)),
)

EDGES = tuple(
    Action(f"annotate.{name}", text, partial(_move, edge=edge, by=by, word=word), keys, when=is_redrawable)
    for word, moves in ((False, _MOVES), (True, _WORD_MOVES))
    for name, text, edge, by, keys in moves
)

MARKS = (
    Action(
        "annotate.overlap",
        QT_TRANSLATE_NOOP("Action", "Next Mark at This Plac&e"),
        lambda desk: desk.session.annotations.overlaps.step(),
        ("O",),
        when=is_placed,
    ),
    *EDGES,
    Action(
        "annotate.link",
        QT_TRANSLATE_NOOP("Action", "Add the &Selection to the Last Note"),
        lambda desk: desk.session.annotations.passages.link(),
        ("M",),
        when=is_linkable,
    ),
    Action(
        "annotate.unlink",
        QT_TRANSLATE_NOOP("Action", "Ta&ke the Passage out of Its Note"),
        lambda desk: desk.session.annotations.passages.unlink(),
        ("Shift+M",),
        when=is_linked,
    ),
    Action(
        "annotate.tag",
        QT_TRANSLATE_NOOP("Action", "Add a Ta&g…"),
        lambda desk: desk.dialogs.add_tags(),
        ("Ctrl+T",),
        when=is_active,
    ),
    Action(
        "annotate.untag",
        QT_TRANSLATE_NOOP("Action", "Re&move a Tag…"),
        lambda desk: desk.dialogs.remove_tag(),
        ("Ctrl+Shift+T",),
        when=is_tagged,
    ),
    Action(
        "annotate.choose_all",
        QT_TRANSLATE_NOOP("Action", "Choose All Notes L&isted"),
        lambda desk: desk.panels.choose_all_notes(),
        ("Ctrl+Shift+A",),
        when=is_annotated,
    ),
)
