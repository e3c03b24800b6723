"""The words of what there is to say about the file of the reader's corrections, by the end of the notice's code."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.script.corrections import Flaw
from desktop.session.words.correcting import Trouble

CORRECTIONS: dict[str, object] = {
    Flaw.NO_ARROW: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: no arrow parts the words in the text from yours."
    ),
    Flaw.EMPTY_SOURCE: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: there are no words before the arrow."
    ),
    Flaw.EMPTY_SHOWN: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: there are no words after the arrow."
    ),
    Flaw.TOO_LONG: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: it is longer than a correction can be."
    ),
    Flaw.CONTROL: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: a tab or a control character is among the words."
    ),
    Flaw.UNKNOWN_SCRIPT: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: what stands last is neither 繁 nor 简."
    ),
    Flaw.OVERRIDDEN: QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of your corrections is left out: line {later} says otherwise for the same words."
    ),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences", "Your corrections are not in use: their file is larger than 1 MB. Shorten {file}"
    ),
    Trouble.NOT_UTF8: QT_TRANSLATE_NOOP(
        "Sentences", "Your corrections are not in use: their file is not in UTF-8. Save it anew as UTF-8: {file}"
    ),
    Trouble.UNREADABLE: QT_TRANSLATE_NOOP(
        "Sentences", "Your corrections are not in use: their file can't be read. See to the rights of {file}"
    ),
    Trouble.NO_FILE: QT_TRANSLATE_NOOP(
        "Sentences", "Your corrections are not in use: in the place of their file is something else. Move away {file}"
    ),
    "several": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} lines of your corrections are left out, the first is line {line}.",
    ),
    "otherwise": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing was changed: your file of corrections says otherwise about “{correction}” by now."
    ),
    "too-many": QT_TRANSLATE_NOOP(
        "Sentences", "There is no room for one more correction: their file may have 1 MB at most. Shorten {file}"
    ),
    "not-saved": QT_TRANSLATE_NOOP("Sentences", "The correction was not made, for it could not be saved: {reason}."),
}
