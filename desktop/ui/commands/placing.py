"""What has become of notes in a text that has changed: visiting those adrift, putting them on their words."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_adrift, is_akin, is_attachable, is_offered

PLACING = (
    Action(
        "annotate.unplaced",
        QT_TRANSLATE_NOOP("Action", "Next Note witho&ut a Place"),
        lambda desk: desk.session.marks.placing.step(),
        ("U",),
        when=is_adrift,
        offer=QT_TRANSLATE_NOOP("Sentences", "Look at Them"),
    ),
    Action(
        "annotate.candidate",
        QT_TRANSLATE_NOOP("Action", "Next &Possible Place"),
        lambda desk: desk.session.marks.placing.offer(),
        ("P",),
        when=is_offered,
    ),
    Action(
        "annotate.reattach",
        QT_TRANSLATE_NOOP("Action", "A&ttach to the Selection"),
        lambda desk: desk.session.marks.placing.reattach(),
        ("A",),
        when=is_attachable,
    ),
    Action(
        "annotations.adopt",
        QT_TRANSLATE_NOOP("Action", "Use the Notes on the &Similar Thread"),
        lambda desk: desk.session.shelf.adopt(),
        when=is_akin,
        offer=QT_TRANSLATE_NOOP("Sentences", "Use the Notes"),
    ),
    Action(
        "annotations.part",
        QT_TRANSLATE_NOOP("Action", "The Similar Thread Is Anothe&r"),
        lambda desk: desk.session.shelf.part(),
        when=is_akin,
        offer=QT_TRANSLATE_NOOP("Sentences", "Another Thread"),
    ),
)
