"""The words of every notice: `Notice.code` to a sentence in English, which the translations turn into Chinese.

The gaps in braces are filled with `Notice.details`. `tests/ui/wording/test_sentences.py` proves that no code lacks
its words.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.annotations import StoreReason
from desktop.documents.error import FileReason
from desktop.script.corrections import Flaw
from desktop.session.failure import Failure
from desktop.session.own.own_file import Trouble
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.wording.change_sentences import CHANGES
from desktop.ui.wording.own_sentences import OWN_FILES, OWN_WORDS
from desktop.ui.wording.reasons import GAP, because, plain
from desktop.ui.wording.step_sentences import STEPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session import Notice

SAVE_FAILING = "save-failing"
"""The code of what the window keeps saying for as long as the notes can't be written."""

CHOOSE_ENCODING = "encoding"
"""What a notice offers besides commands: the menu of encodings."""

_DOCUMENT: dict[str, object] = {
    FileReason.MISSING: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now."
    ),
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
        "Sentences", "“{name}” can't be read in this encoding. Choose another."
    ),
    FileReason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part."
    ),
    FileReason.TOO_MANY: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” holds more than 10,000 files. Open the folder in it that has the threads."
    ),
    FileReason.ENCRYPTED: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is protected by a password. Unpack it first, then open the folder."
    ),
    FileReason.COPY_PROTECTED: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is protected against copying (DRM). Only its seller's own program can open it."
    ),
    FileReason.NO_THREAD: QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” holds no file that can be opened as a thread. Open another."
    ),
    FileReason.SEVERAL: QT_TRANSLATE_NOOP("Sentences", "“{name}” holds several threads. Choose one of them."),
    FileReason.NOT_A_THREAD: QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is JSON in which no thread was found, or it is cut short. Save the page itself, and open that.",
    ),
    FileReason.OFFICE: QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” was made by an office program. Save it there as plain text or as a web page, and open that.",
    ),
    FileReason.PDF: QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is a PDF. Save the web page that it was made of, or copy its text into a text file, and open that.",
    ),
    FileReason.DATABASE: QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is a database of another program. Export the chat or the thread there as text, and open that.",
    ),
    FileReason.PICTURE: QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is a picture: its words can't be read. Save the thread as text or as a web page, and open that.",
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
    StoreReason.RESTORED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” are as they were at {time}, when the last backup was made: neither of their two files "
        "can be used. The backup is {file}",
    ),
    StoreReason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” are here, read from the other of their two files. This one is larger than the program "
        "writes any; it is kept unchanged as {file}",
    ),
    StoreReason.DIVERGED: QT_TRANSLATE_NOOP(
        "Sentences", "The notes on “{name}” were changed in two places. Both were kept, brought together in one list."
    ),
    StoreReason.DAMAGED: QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” are here, read from the other of their two files. The damaged one is kept as {file}",
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
    "welcome": QT_TRANSLATE_NOOP(
        "Sentences", "This is an example. Drop a saved page or a folder here, or copy a thread and press Ctrl+V."
    ),
    "paste-empty": QT_TRANSLATE_NOOP(
        "Sentences", "There is no text to paste. Copy a question with its answers in the browser first."
    ),
    "paste-failed": QT_TRANSLATE_NOOP("Sentences", "What was pasted could not be kept: {reason}."),
    "paste-not-renamed": QT_TRANSLATE_NOOP("Sentences", "“{name}” could not be renamed: {reason}."),
    "paste-not-discarded": QT_TRANSLATE_NOOP("Sentences", "“{name}” could not be deleted: {reason}."),
    "paste-discarded": QT_TRANSLATE_NOOP("Sentences", "“{name}” was moved to the bin."),
    "line-named": QT_TRANSLATE_NOOP("Sentences", "“{line}” is taken for an author's name."),
    "line-unnamed": QT_TRANSLATE_NOOP(
        "Sentences", "“{line}” is not taken for an author's name any more. It belongs to the answer above."
    ),
    "line-is-long": QT_TRANSLATE_NOOP(
        "Sentences", "“{line}” is too long for an author's name, which has {most} characters at most."
    ),
    "line-is-last": QT_TRANSLATE_NOOP(
        "Sentences", "“{line}” is the last line: nothing stands below it that its author could have written."
    ),
    "name-written": QT_TRANSLATE_NOOP("Sentences", "“{name}” is written {form} in this thread."),
    "name-refused": QT_TRANSLATE_NOOP("Sentences", "“{name}” is taken for no name in this thread any more."),
    "name-left": QT_TRANSLATE_NOOP("Sentences", "“{name}” is written as the thread shows again."),
    "name-unfit": QT_TRANSLATE_NOOP(
        "Sentences", "Select a name to add it: two to {most} characters on one line, without blanks around."
    ),
    "doubt-here": QT_TRANSLATE_NOOP("Sentences", "Corrected here: {correction}."),
    "doubt-everywhere": QT_TRANSLATE_NOOP("Sentences", "Corrected everywhere: {correction}."),
    "doubt-not-kept": QT_TRANSLATE_NOOP(
        "Sentences", "No correction shows “{words}” here without changing other words. Select more and press C."
    ),
    "doubts-none": QT_TRANSLATE_NOOP("Sentences", "No doubtful place is left in this thread."),
    "doubts-in-traditional": QT_TRANSLATE_NOOP(
        "Sentences",
        "Places are doubtful only where simplified text is shown in traditional script: nothing is chosen elsewhere.",
    ),
    "doubts-by-writer": QT_TRANSLATE_NOOP(
        "Sentences", "This thread is written in traditional script: whoever wrote it chose each character."
    ),
    "opening": QT_TRANSLATE_NOOP("Sentences", "Reading “{name}” …"),
    "annotations-unrecovered": QT_TRANSLATE_NOOP(
        "Sentences",
        "The file with the notes on “{name}” can't be used, and no notes were found in a second copy or a backup. "
        "It is kept unchanged as {file}",
    ),
    "annotations-read-only": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on this thread can be read but not changed, because their file can't be written to.",
    ),
    "annotation-deleted": QT_TRANSLATE_NOOP("Sentences", "The note was deleted."),
    "notes-deleted": QT_TRANSLATE_NOOP("Sentences", "{count} notes were deleted."),
    "notes-recoloured": QT_TRANSLATE_NOOP("Sentences", "{count} notes were given another colour."),
    "notes-tagged": QT_TRANSLATE_NOOP("Sentences", "{count} notes were given the tag {tag}."),
    "notes-untagged": QT_TRANSLATE_NOOP("Sentences", "The tag {tag} was taken from {count} notes."),
    "passage-added": QT_TRANSLATE_NOOP("Sentences", "The passage was added to the note on “{quote}”."),
    "passage-removed": QT_TRANSLATE_NOOP("Sentences", "The passage was taken out of its note."),
    "version-kept": QT_TRANSLATE_NOOP("Sentences", "Only this version was kept."),
    "versions-parted": QT_TRANSLATE_NOOP("Sentences", "The versions are separate notes now."),
    "characters-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "Characters of “{name}” that could not be read: {count}. They are shown as �; if it all looks wrong, choose "
        "another encoding.",
    ),
    "skipped-unreadable": QT_TRANSLATE_NOOP("Sentences", "Files in “{name}” that could not be read: {count}."),
    "skipped-large": QT_TRANSLATE_NOOP(
        "Sentences", "Files in “{name}” that are larger than 64 MiB and were passed over: {count}."
    ),
    "skipped-others": QT_TRANSLATE_NOOP(
        "Sentences", "Files in “{name}” that are no threads, as PDF or office files, and were passed over: {count}."
    ),
    "skipped-several": QT_TRANSLATE_NOOP(
        "Sentences",
        "Files in “{name}” that were passed over: {count}. Not to be read: {unreadable}; larger than 64 MiB: "
        "{large}; no threads: {others}.",
    ),
    "file-changed": QT_TRANSLATE_NOOP("Sentences", "“{name}” has been changed by another program."),
    "notes-found": QT_TRANSLATE_NOOP("Sentences", "“{name}” has changed. All your notes were found again."),
    "notes-unplaced": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” has changed. Notes found again: {found}; to confirm: {unsure}; no longer in the text: {lost}.",
    ),
    "notes-unsure": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” has changed. Notes found again: {found}; to confirm: {unsure}."
    ),
    "notes-lost": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” has changed. Notes found again: {found}; no longer in the text: {lost}."
    ),
    "notes-likely": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is much like “{other}”, which has notes ({count}). Is it the same thread? You get a copy of them.",
    ),
    "notes-copied": QT_TRANSLATE_NOOP(
        "Sentences", "Notes copied from “{other}”: {count}. What you change in them here changes nothing there."
    ),
    "notes-copied-unplaced": QT_TRANSLATE_NOOP(
        "Sentences",
        "Notes copied from “{other}”: {count}, of which {unplaced} have no certain place here. What you change in "
        "them here changes nothing there.",
    ),
    "notes-doubtful": QT_TRANSLATE_NOOP(
        "Sentences", "This has changed much since you made notes on it ({count}). Is it the same thread?"
    ),
    "notes-also": QT_TRANSLATE_NOOP(
        "Sentences", "There is another file of notes on this text ({count}). Is it the same thread?"
    ),
    "names-likely": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is much like “{other}”, in which you have said of lines whether they are authors' names ({count}). Is "
        "it the same thread? Then that holds here too.",
    ),
    "names-copied": QT_TRANSLATE_NOOP(
        "Sentences", "What you have said of lines in “{other}” holds here too now: {count}."
    ),
    "names-doubtful": QT_TRANSLATE_NOOP(
        "Sentences",
        "This has changed much since you said of lines in it whether they are authors' names ({count}). Is it the "
        "same thread?",
    ),
    "names-also": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is another file about this text, which says of lines whether they are authors' names ({count}). Is it "
        "the same thread?",
    ),
    "notes-joined": QT_TRANSLATE_NOOP(
        "Sentences", "The notes on “{name}” were changed elsewhere. What was changed is here now."
    ),
    "notes-in-versions": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” were changed elsewhere. What was changed is here now; notes in several versions: "
        "{count}.",
    ),
    "beside-stays": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” go on in the file beside it, since other machines may use it. Other threads' are kept "
        "in the data folder.",
    ),
    "beside-unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” are kept in the data folder, because its own folder can't be written to.",
    ),
    "beside-taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "The notes on “{name}” are kept in the data folder, because the file beside it has those on another thread.",
    ),
    "save-failed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.",
    ),
    "save-half": QT_TRANSLATE_NOOP(
        "Sentences",
        "Your notes are saved, but only in one of their two copies: {reason}. The other is tried again every few "
        "seconds.",
    ),
    SAVE_FAILING: QT_TRANSLATE_NOOP(
        "Sentences", "Your notes are not saved yet. They are kept here and tried again every few seconds."
    ),
    "save-recovered": QT_TRANSLATE_NOOP("Sentences", "Your notes are saved again."),
    "no-link": QT_TRANSLATE_NOOP(
        "Sentences", "No link is here, and the file doesn’t say where this stands on the web."
    ),
    "keyword-not-found": QT_TRANSLATE_NOOP("Sentences", "“{term}” is nowhere in this thread."),
    "keywords-full": QT_TRANSLATE_NOOP(
        "Sentences", "“{term}” has no line left: all {count} lights are lit. Put out one of them first."
    ),
    "keywords-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The keywords could not be found. Reading and notes go on; you can add keywords yourself."
    ),
    "dictionaries-missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "The dictionaries of the conversion are missing or damaged. Install the app anew to flip the script.",
    ),
    "conversion-failed": QT_TRANSLATE_NOOP(
        "Sentences", "This script could not be made ready. Try again; reading and notes go on."
    ),
    "file-shown-failed": QT_TRANSLATE_NOOP("Sentences", "No file manager answered. The file is at {file}"),
    "not-a-file": QT_TRANSLATE_NOOP(
        "Sentences", "That is not a file on this computer. Save it first, then drop the file."
    ),
}

_EXCHANGE: dict[str, object] = {
    "thread-saved-without": QT_TRANSLATE_NOOP(
        "Sentences",
        "The thread was saved as “{name}”. In plain text, comments are paragraphs of the answer, and pictures are "
        "left out; a web page, EPUB or Markdown keeps both.",
    ),
    "thread-saved": QT_TRANSLATE_NOOP("Sentences", "The thread was saved as “{name}”."),
    "chart-saved": QT_TRANSLATE_NOOP("Sentences", "“{name}” was saved."),
    "chart-save-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The file could not be saved: {reason}. Try another folder; nothing was changed here."
    ),
    "thread-save-failed": QT_TRANSLATE_NOOP("Sentences", "The thread could not be saved: {reason}."),
    "lines-saved": QT_TRANSLATE_NOOP("Sentences", "The lines were saved as “{name}”."),
    "lines-save-failed": QT_TRANSLATE_NOOP("Sentences", "The lines could not be saved: {reason}."),
    "export-empty": QT_TRANSLATE_NOOP("Sentences", "There are no notes on this thread to export yet."),
    "export-done": QT_TRANSLATE_NOOP("Sentences", "The notes were exported to “{name}”."),
    "export-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The notes could not be exported: {reason}. Try another folder; nothing was changed here."
    ),
    "import-done": QT_TRANSLATE_NOOP("Sentences", "The notes from “{name}” are here."),
    "import-known": QT_TRANSLATE_NOOP("Sentences", "“{name}” holds nothing that is not here already."),
    "import-failed": QT_TRANSLATE_NOOP("Sentences", "“{name}” could not be read: {reason}."),
    "import-too large": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is larger than 64 MiB, too large for a file of notes."
    ),
    "import-damaged": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” is damaged, or not a file of notes. Export it again from where it came from."
    ),
    "import-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” holds no notes. Notes come from this app, Hypothesis, or as W3C Web Annotations."
    ),
    "import-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” only says where its notes are. Download those and import them."
    ),
    "import-one way": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” can't be read back: tables and Markdown are for people and other programs. Import the web page, "
        "JSON or Web Annotations instead.",
    ),
    "import-empty": QT_TRANSLATE_NOOP("Sentences", "“{name}” holds no notes on passages of a text."),
}

_CORRECTIONS: dict[str, object] = {
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

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        code: str(words)
        for prefix, table in (
            ("document-", _DOCUMENT),
            ("annotations-", _ANNOTATIONS),
            ("corrections-", _CORRECTIONS),
            ("own-", OWN_FILES),
            ("", OWN_WORDS),
            ("", _EXCHANGE),
            ("", STEPS),
            ("", CHANGES),
            ("", _OTHERS),
        )
        for code, words in ((prefix + key, words) for key, words in table.items())
    }
)
"""Every sentence by its code."""


def sentence(notice: Notice) -> str:
    """Return `notice` as one sentence in the reader's language, plain text; raises KeyError for an unknown code.

    A gap without a detail stays empty. Characters in a detail that can't be shown are U+FFFD.
    """
    words = QCoreApplication.translate("Sentences", SENTENCES[notice.code])
    return GAP.sub(lambda gap: _filling(notice.details.get(gap[1], "")), words)


def _filling(detail: str | Failure) -> str:
    return because(detail) if isinstance(detail, Failure) else plain(detail)
