"""Settling what two writers made of one note at the same time; both versions were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.session.notes.settling import Settling
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import has_versions, is_in_conflict, is_of_two, is_settleable
from desktop.ui.wording.marked_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import State


class Row(NamedTuple):
    """A command on versions, as the menu bar and the menu of a card have it."""

    id: str
    text: str
    run: Callable[[Settling], None]
    when: Callable[[State], bool]
    keys: tuple[str, ...] = ()


ROWS = (
    Row(
        "versions.other",
        QT_TRANSLATE_NOOP("Action", "Go to the &Other Version"),
        Settling.visit_other,
        has_versions,
        ("V",),
    ),
    Row("versions.this", QT_TRANSLATE_NOOP("Action", "&Keep Only This Version"), Settling.keep_this, is_settleable),
    Row("versions.that", QT_TRANSLATE_NOOP("Action", "Keep Only the O&ther Version"), Settling.keep_other, is_of_two),
    Row(
        "versions.both",
        QT_TRANSLATE_NOOP("Action", "Keep Them as &Separate Notes"),
        Settling.keep_all,
        is_settleable,
    ),
)
"""Those that are about the active note."""

_NEXT = Row(
    "versions.next",
    QT_TRANSLATE_NOOP("Action", "&Next Note in Two Versions"),
    Settling.visit_next,
    is_in_conflict,
    ("Shift+V",),
)

VERSIONS = tuple(
    Action(row.id, row.text, lambda w, run=row.run: run(w.session.marks.settling), row.keys, when=row.when)
    for row in (_NEXT, *ROWS)
)
