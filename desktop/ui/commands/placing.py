"""What has become of notes in a text that has changed: visiting those unplaced, putting them on their words."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_attachable, is_offered, is_similar, is_unplaced

PLACING = (
    Action(
        "annotate.unplaced",
        QT_TRANSLATE_NOOP("Action", "Next Note witho&ut a Place"),
        lambda desk: desk.session.annotations.placing.step(),
        ("U",),
        when=is_unplaced,
        offer=QT_TRANSLATE_NOOP("Sentences", "Look at Them"),
    ),
    Action(
        "annotate.candidate",
        QT_TRANSLATE_NOOP("Action", "Next &Possible Place"),
        lambda desk: desk.session.annotations.placing.offer(),
        ("P",),
        when=is_offered,
    ),
    Action(
        "annotate.reattach",
        QT_TRANSLATE_NOOP("Action", "A&ttach to the Selection"),
        lambda desk: desk.session.annotations.placing.reattach(),
        ("A",),
        when=is_attachable,
    ),
    Action(
        "annotations.adopt",
        QT_TRANSLATE_NOOP("Action", "Use the Notes on the &Similar Thread"),
        lambda desk: desk.session.notes_file.adopt(),
        when=is_similar,
        offer=QT_TRANSLATE_NOOP("Sentences", "Use the Notes"),
    ),
    Action(
        "annotations.part",
        QT_TRANSLATE_NOOP("Action", "The Similar Thread Is Anothe&r"),
        lambda desk: desk.session.similar.decline(),
        when=is_similar,
        offer=QT_TRANSLATE_NOOP("Sentences", "Another Thread"),
    ),
)
