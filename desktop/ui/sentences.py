"""The words of every notice: `Notice.code` to a sentence in English, which the translations turn into Chinese.

The gaps in braces are filled with `Notice.details`. `tests/ui/test_sentences.py` proves that no code lacks its words.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.annotations import Reason as StoreReason
from desktop.documents.error import Reason as FileReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session import Notice

SAVE_FAILING = "save-failing"
"""The code of what the window keeps saying for as long as the notes can't be written."""

_DOCUMENT: dict[str, object] = {
    FileReason.MISSING: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now."
    ),
    FileReason.DIRECTORY: QT_TRANSLATE_NOOP("Sentences", "“{name}” is a folder. Open one of the text files in it."),
    FileReason.FORBIDDEN: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” may not be read by you. Ask its owner for the right to read it, or open a copy."
    ),
    FileReason.UNREADABLE: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” could not be read. See whether its disk is connected, then open it again."
    ),
    FileReason.EMPTY: QT_TRANSLATE_NOOP("Sentences", "“{name}” holds no text. Open another file."),
    FileReason.BINARY: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is not a text file. Save the thread as plain text and open that."
    ),
    FileReason.UNDECODABLE: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” can't be read in this encoding. Choose another under File, Encoding."
    ),
    FileReason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part."
    ),
}

_ANNOTATIONS: dict[str, object] = {
    StoreReason.VANISHED: QT_TRANSLATE_NOOP(
        "Sentences", "The file with the notes on “{name}” is gone. They were brought back from their second copy."
    ),
    StoreReason.BEHIND: QT_TRANSLATE_NOOP(
        "Sentences",
        "The last save of the notes on “{name}” was cut short. They were completed from their second copy.",
    ),
    StoreReason.DIVERGED: QT_TRANSLATE_NOOP(
        "Sentences", "The notes on “{name}” were changed in two places. Both were kept, brought together in one list."
    ),
    StoreReason.DAMAGED: QT_TRANSLATE_NOOP(
        "Sentences", "The file with the notes on “{name}” is damaged. It was set aside unchanged, beside {file}"
    ),
    StoreReason.NOT_SET_ASIDE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The file with the notes on “{name}” is damaged and could not be copied. "
        "To lose nothing, no notes can be made until you have moved {file}",
    ),
    StoreReason.UNREADABLE: QT_TRANSLATE_NOOP(
        "Sentences", "The notes on “{name}” may not be read, so none can be made. See to the rights of {file}"
    ),
    StoreReason.NEWER: QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” were written by a newer version of this program. They can be read here, not changed.",
    ),
    StoreReason.ITEMS_KEPT: QT_TRANSLATE_NOOP(
        "Sentences",
        "Some notes on “{name}” are of a kind this version can't show. They are kept as they are, in {file}",
    ),
}

_OTHERS: dict[str, object] = {
    "annotations-read-only": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on this thread can be read but not changed, because their file can't be written to.",
    ),
    "annotation-deleted": QT_TRANSLATE_NOOP("Sentences", "The note was deleted. Undo brings it back."),
    "save-failed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.",
    ),
    SAVE_FAILING: QT_TRANSLATE_NOOP(
        "Sentences", "Your notes are not saved yet. They are kept here and tried again every few seconds."
    ),
    "save-recovered": QT_TRANSLATE_NOOP("Sentences", "Your notes are saved again."),
    "keyword-not-found": QT_TRANSLATE_NOOP("Sentences", "“{term}” is nowhere in this thread."),
    "keywords-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The keywords could not be found. Reading and notes go on; you can add keywords yourself."
    ),
    "file-shown-failed": QT_TRANSLATE_NOOP("Sentences", "No file manager answered. The file is at {file}"),
    "not-a-file": QT_TRANSLATE_NOOP(
        "Sentences", "That is not a file on this computer. Save it first, then drop the file."
    ),
}

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        code: str(words)
        for prefix, table in (("document-", _DOCUMENT), ("annotations-", _ANNOTATIONS), ("", _OTHERS))
        for code, words in ((prefix + key, words) for key, words in table.items())
    }
)
"""Every sentence by its code."""

_GAP = re.compile(r"\{(\w+)\}")
_UNSHOWABLE = {"Cc", "Cs", "Zl", "Zp"}
# A name that turns the direction of the sentence around could pass for another (CVE-2021-42574).
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def sentence(notice: Notice) -> str:
    """Return `notice` as one sentence in the reader's language, plain text; raises KeyError for an unknown code.

    A gap without a detail stays empty. Characters in a detail that can't be shown are U+FFFD.
    """
    words = QCoreApplication.translate("Sentences", SENTENCES[notice.code])
    return _GAP.sub(lambda gap: plain(notice.details.get(gap[1], "")), words)


def plain(words: str) -> str:
    """Return `words` with U+FFFD for controls, lone surrogates, line ends and marks of direction."""
    return "".join(
        "\ufffd" if char in _TURNING or unicodedata.category(char) in _UNSHOWABLE else char for char in words
    )
