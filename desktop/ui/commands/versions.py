"""Settling what two writers made of one note at the same time; both versions were kept."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import has_versions, is_in_conflict, is_of_two, is_settleable

OF_ACTIVE = (
    Action(
        "versions.other",
        QT_TRANSLATE_NOOP("Action", "Go to the &Other Version"),
        lambda desk: desk.session.annotations.versions.visit_other(),
        ("V",),
        when=has_versions,
    ),
    Action(
        "versions.this",
        QT_TRANSLATE_NOOP("Action", "&Keep Only This Version"),
        lambda desk: desk.session.annotations.versions.keep_this(),
        when=is_settleable,
    ),
    Action(
        "versions.that",
        QT_TRANSLATE_NOOP("Action", "Keep Only the O&ther Version"),
        lambda desk: desk.session.annotations.versions.keep_other(),
        when=is_of_two,
    ),
    Action(
        "versions.both",
        QT_TRANSLATE_NOOP("Action", "Keep Them as &Separate Notes"),
        lambda desk: desk.session.annotations.versions.keep_all(),
        when=is_settleable,
    ),
)
"""Those that are about the active note."""

VERSIONS = (
    Action(
        "versions.next",
        QT_TRANSLATE_NOOP("Action", "&Next Note in Two Versions"),
        lambda desk: desk.session.annotations.versions.visit_next(),
        ("Shift+V",),
        when=is_in_conflict,
        offer=QT_TRANSLATE_NOOP("Sentences", "Compare Them"),
    ),
    *OF_ACTIVE,
)
