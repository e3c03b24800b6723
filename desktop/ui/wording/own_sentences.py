"""What is said of the words that a reader makes their own, and of the files that keep them."""

from __future__ import annotations

from desktop.keywords import ConceptFlaw, WordFlaw
from desktop.session.own.own_file import Trouble
from desktop.translatable import QT_TRANSLATE_NOOP

OWN_FILES: dict[str, object] = {
    ConceptFlaw.ONE_WORD: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: it has only one word, or the same one twice."
    ),
    WordFlaw.TOO_SHORT: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: a word there has fewer than two characters."
    ),
    WordFlaw.TOO_LONG: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: a word there has more than 60 characters."
    ),
    WordFlaw.CONTROL: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: a tab or a control character is among the words."
    ),
    ConceptFlaw.STRANGE_EXCEPTION: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: what stands behind ≠ has none of the words in it and more."
    ),
    WordFlaw.NO_NAME: QT_TRANSLATE_NOOP("Sentences", "Line {line} of {name} is left out: the list has no name."),
    WordFlaw.NO_LIST: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of {name} is left out: no name of a list in brackets stands above it."
    ),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP("Sentences", "{name} is not in use: it is larger than 1 MB. Shorten {file}"),
    Trouble.TOO_MANY_LINES: QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not in use: it has more than {most} lines. Shorten {file}"
    ),
    Trouble.NOT_UTF8: QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not in use: it is not in UTF-8. Save it anew as UTF-8: {file}"
    ),
    Trouble.UNREADABLE: QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not in use: it can't be read. See to the rights of {file}"
    ),
    Trouble.NO_FILE: QT_TRANSLATE_NOOP(
        "Sentences", "{name} is not in use: in its place is something else. Move away {file}"
    ),
    "several": QT_TRANSLATE_NOOP("Sentences", "{count} lines of {name} are left out, the first is line {line}."),
    "otherwise": QT_TRANSLATE_NOOP("Sentences", "Nothing was changed: {name} says otherwise by now."),
    "too-many": QT_TRANSLATE_NOOP("Sentences", "There is no room for more: 1 MB is the most. Shorten {file}"),
    "no-more-lines": QT_TRANSLATE_NOOP(
        "Sentences", "There is no room for more: {name} can have {most} lines. Shorten {file}"
    ),
    "not-saved": QT_TRANSLATE_NOOP("Sentences", "Nothing was changed, for {name} could not be saved: {reason}."),
}

OWN_WORDS: dict[str, object] = {
    "concept-made": QT_TRANSLATE_NOOP("Sentences", "“{term}” and “{other}” are one from now on, in every thread."),
    "concept-known": QT_TRANSLATE_NOOP("Sentences", "“{term}” and “{other}” are one already."),
    "concept-refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{term}” and “{other}” can't be made one: each needs 2 to 60 characters, without “=”.",
    ),
    "concept-apart": QT_TRANSLATE_NOOP("Sentences", "These words are each by itself again: {words}"),
    "word-whole": QT_TRANSLATE_NOOP("Sentences", "“{term}” is one word from now on, in every thread."),
    "word-stopped": QT_TRANSLATE_NOOP("Sentences", "“{term}” is never shown as a keyword from now on."),
    "word-refused": QT_TRANSLATE_NOOP(
        "Sentences", "“{term}” can't be a word of yours: it needs 2 to 60 characters on one line."
    ),
    "list-saved": QT_TRANSLATE_NOOP("Sentences", "The word list “{list}” is saved."),
    "list-renamed": QT_TRANSLATE_NOOP("Sentences", "The word list is called “{list}” now."),
    "list-deleted": QT_TRANSLATE_NOOP("Sentences", "The word list “{list}” is deleted."),
    "list-refused": QT_TRANSLATE_NOOP(
        "Sentences", "“{list}” can't be the name of a word list: it is empty, too long, has brackets, or is taken."
    ),
    "person-lit": QT_TRANSLATE_NOOP(
        "Sentences", "Only what {name} says is in ink, {count} answers and comments, and their name. Esc shows all."
    ),
    "list-lit": QT_TRANSLATE_NOOP("Sentences", "Lit {lit} of {count} words of “{list}”; the others are not here."),
    "list-nowhere": QT_TRANSLATE_NOOP("Sentences", "No word of “{list}” is in this thread."),
    "list-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "Lit {lit} words of “{list}”. There are no more lines: {count} lights are the most."
    ),
}
