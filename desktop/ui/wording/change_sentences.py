"""The words of the notices about a newer save of a thread: what in it is new, edited and gone."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP

CHANGES: dict[str, object] = {
    "changes-new": QT_TRANSLATE_NOOP("Sentences", "You last read this on {time}. New answers: {new}."),
    "changes-edited": QT_TRANSLATE_NOOP("Sentences", "You last read this on {time}. Answers edited: {edited}."),
    "changes-gone": QT_TRANSLATE_NOOP("Sentences", "You last read this on {time}. Answers gone: {gone}."),
    "changes-new-edited": QT_TRANSLATE_NOOP(
        "Sentences", "You last read this on {time}. New answers: {new}; edited: {edited}."
    ),
    "changes-new-gone": QT_TRANSLATE_NOOP(
        "Sentences", "You last read this on {time}. New answers: {new}; gone: {gone}."
    ),
    "changes-edited-gone": QT_TRANSLATE_NOOP(
        "Sentences", "You last read this on {time}. Answers edited: {edited}; gone: {gone}."
    ),
    "changes-new-edited-gone": QT_TRANSLATE_NOOP(
        "Sentences", "You last read this on {time}. New answers: {new}; edited: {edited}; gone: {gone}."
    ),
    "changes-compared": QT_TRANSLATE_NOOP(
        "Sentences", "Compared with “{name}”. New answers: {new}; edited: {edited}; gone: {gone}."
    ),
    "changes-none": QT_TRANSLATE_NOOP("Sentences", "Every answer says the same in “{name}”."),
    "changes-lost": QT_TRANSLATE_NOOP("Sentences", "The earlier save is not kept any more."),
    "changes-read-only": QT_TRANSLATE_NOOP(
        "Sentences", "This is an earlier save: its notes can be read here, and written in the newer one."
    ),
    "changes-visit": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is the earlier save that you read on {time}: {name}’s answer is gone from the newer one. Notes can be "
        "read here, not written.",
    ),
}
