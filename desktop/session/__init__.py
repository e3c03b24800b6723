"""The session: one state, the commands that replace it, undo, and work in the background."""

from desktop.session.placing import Marked, marked, unplaced
from desktop.session.projection import PageText, made_visible
from desktop.session.session import Session
from desktop.session.state import (
    LIGHT_SLOTS,
    Goal,
    Light,
    LitSpan,
    Notice,
    NoticeKind,
    Preferences,
    SaveState,
    Search,
    State,
    Theme,
)

__all__ = [
    "LIGHT_SLOTS",
    "Goal",
    "Light",
    "LitSpan",
    "Marked",
    "Notice",
    "NoticeKind",
    "PageText",
    "Preferences",
    "SaveState",
    "Search",
    "Session",
    "State",
    "Theme",
    "made_visible",
    "marked",
    "unplaced",
]
