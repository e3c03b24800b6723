"""The session: one state, the commands that replace it, undo, and work in the background."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.session.manner import Manner
    from desktop.session.notes.placing import unplaced
    from desktop.session.notes.standing import marked, marked_in_each, marked_within
    from desktop.session.pane import Goal, Pane
    from desktop.session.search import Search
    from desktop.session.session import Session
    from desktop.session.state import (
        LIGHT_SLOTS,
        Light,
        Lighting,
        LitPerson,
        LitSpan,
        Notes,
        Notice,
        NoticeKind,
        Preferences,
        SaveState,
        State,
        Theme,
        Undoable,
    )
    from desktop.session.words.projection import PageText, made_visible
else:
    __getattr__ = lazily(
        __name__,
        values={
            "manner": ("Manner",),
            "pane": ("Goal", "Pane"),
            "search": ("Search",),
            "session": ("Session",),
            "state": (
                "LIGHT_SLOTS",
                "Light",
                "Lighting",
                "LitPerson",
                "LitSpan",
                "Notes",
                "Notice",
                "NoticeKind",
                "Preferences",
                "SaveState",
                "State",
                "Theme",
                "Undoable",
            ),
            "words.projection": ("PageText",),
        },
        functions={
            "notes.placing": ("unplaced",),
            "notes.standing": ("marked", "marked_in_each", "marked_within"),
            "words.projection": ("made_visible",),
        },
    )

__all__ = [
    "LIGHT_SLOTS",
    "Goal",
    "Light",
    "Lighting",
    "LitPerson",
    "LitSpan",
    "Manner",
    "Notes",
    "Notice",
    "NoticeKind",
    "PageText",
    "Pane",
    "Preferences",
    "SaveState",
    "Search",
    "Session",
    "State",
    "Theme",
    "Undoable",
    "made_visible",
    "marked",
    "marked_in_each",
    "marked_within",
    "unplaced",
]
