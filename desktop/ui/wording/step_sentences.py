"""What is said when a step is taken back or made again, by what was told and which way it went."""

from __future__ import annotations

from desktop.session.history import Told, Way
from desktop.translatable import QT_TRANSLATE_NOOP

STEPS: dict[str, object] = {
    f"{Told.NOTE}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back a step on the note on “{quote}”."),
    f"{Told.NOTE}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Made a step on the note on “{quote}” again."),
    f"{Told.WORDS}-{Way.BACK}": QT_TRANSLATE_NOOP(
        "Sentences", "Took back what was written in the note on “{quote}”."
    ),
    f"{Told.WORDS}-{Way.FORTH}": QT_TRANSLATE_NOOP(
        "Sentences", "Wrote again what had been taken back in the note on “{quote}”."
    ),
    f"{Told.TAGS}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back the tags of the note on “{quote}”."),
    f"{Told.TAGS}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "The tags of the note on “{quote}” are there again."),
    f"{Told.SEVERAL}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back a step on {count} notes."),
    f"{Told.SEVERAL}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Made a step on {count} notes again."),
    f"{Told.COPIED}-{Way.BACK}": QT_TRANSLATE_NOOP(
        "Sentences", "Took back {count} notes that were copied here. Where they come from, they stay."
    ),
    f"{Told.COPIED}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Copied {count} notes here again."),
    f"{Told.CORRECTION}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back the correction {correction}."),
    f"{Told.CORRECTION}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Made the correction {correction} again."),
    f"{Told.DELETION}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "The deleted correction {correction} is back."),
    f"{Told.DELETION}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Deleted the correction {correction} again."),
    f"{Told.SIMILAR}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back that the similar thread is another one."),
    f"{Told.SIMILAR}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "The similar thread is another one again."),
    f"{Told.LINE}-{Way.BACK}": QT_TRANSLATE_NOOP(
        "Sentences", "Took back what you said of the line “{line}”: whether it is an author's name."
    ),
    f"{Told.LINE}-{Way.FORTH}": QT_TRANSLATE_NOOP(
        "Sentences", "What you said of the line “{line}” holds again: whether it is an author's name."
    ),
    f"{Told.LINES}-{Way.BACK}": QT_TRANSLATE_NOOP(
        "Sentences", "Took back a step on {count} lines: whether they are authors' names."
    ),
    f"{Told.LINES}-{Way.FORTH}": QT_TRANSLATE_NOOP(
        "Sentences", "Made a step on {count} lines again: whether they are authors' names."
    ),
    f"{Told.CONCEPTS}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back that these words are one: {words}"),
    f"{Told.CONCEPTS}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "These words are as you had them again: {words}"),
    f"{Told.OWN_WORDS}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "“{words}” is no word of yours any more."),
    f"{Told.OWN_WORDS}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "“{words}” is kept together again."),
    f"{Told.STOP_WORDS}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "“{words}” can be a keyword again."),
    f"{Told.STOP_WORDS}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "“{words}” is no keyword again."),
    f"{Told.LISTS}-{Way.BACK}": QT_TRANSLATE_NOOP("Sentences", "Took back a step on the word list “{words}”."),
    f"{Told.LISTS}-{Way.FORTH}": QT_TRANSLATE_NOOP("Sentences", "Made a step on the word list “{words}” again."),
    f"{Told.SOURCE}-{Way.BACK}": QT_TRANSLATE_NOOP(
        "Sentences", "Took back your choice of what this thread is written in."
    ),
    f"{Told.SOURCE}-{Way.FORTH}": QT_TRANSLATE_NOOP(
        "Sentences", "Your choice of what this thread is written in holds again."
    ),
}
