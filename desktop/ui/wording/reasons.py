"""Why a file could not be written or read, in the reader's language, and what a sentence shows of a name."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.session.failure import Failure, Obstacle
from desktop.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_REASONS: Mapping[Obstacle, str] = MappingProxyType(
    {
        Obstacle.UNWRITABLE: str(
            QT_TRANSLATE_NOOP("Reasons", "the file “{file}” or its folder “{folder}” may not be written")
        ),
        Obstacle.UNREADABLE: str(QT_TRANSLATE_NOOP("Reasons", "the file “{file}” may not be read")),
        Obstacle.FULL: str(QT_TRANSLATE_NOOP("Reasons", "the disk is full")),
        Obstacle.QUOTA: str(QT_TRANSLATE_NOOP("Reasons", "your share of the disk is used up")),
        Obstacle.GONE: str(QT_TRANSLATE_NOOP("Reasons", "the file “{file}” is gone")),
        Obstacle.NO_FOLDER: str(QT_TRANSLATE_NOOP("Reasons", "the folder “{folder}” is gone")),
        Obstacle.TOO_LARGE: str(QT_TRANSLATE_NOOP("Reasons", "the file “{file}” is too large for this disk")),
        Obstacle.DEVICE: str(QT_TRANSLATE_NOOP("Reasons", "the disk failed while at the file “{file}”")),
        Obstacle.BUSY: str(QT_TRANSLATE_NOOP("Reasons", "another program is using the file “{file}”")),
        Obstacle.PROTECTED: str(
            QT_TRANSLATE_NOOP("Reasons", "the notes can't be brought into the file “{file}” without loss")
        ),
        Obstacle.SYSTEM: str(QT_TRANSLATE_NOOP("Reasons", "the system says “{detail}” of the file “{file}”")),
        Obstacle.DEFECT: str(QT_TRANSLATE_NOOP("Reasons", "this program made an error; its log says more")),
    }
)
"""Why a file could not be written or read: part of a sentence, without a stop, with the gaps of `Failure`."""

GAP = re.compile(r"\{(\w+)\}")
"""Where a detail goes."""
_UNSHOWABLE = {"Cc", "Cs", "Zl", "Zp"}
# A name that turns the direction of the sentence around could pass for another (CVE-2021-42574).
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def because(failure: Failure) -> str:
    """Return why a file could not be written or read, in the reader's language: part of a sentence, plain text."""
    names = {"file": failure.file, "folder": failure.folder, "detail": failure.detail}
    words = QCoreApplication.translate("Reasons", _REASONS[failure.obstacle])
    return GAP.sub(lambda gap: plain(names[gap[1]]), words)


def plain(words: str) -> str:
    """Return `words` with U+FFFD for controls, lone surrogates, line ends and marks of direction."""
    return "".join(
        "\ufffd" if char in _TURNING or unicodedata.category(char) in _UNSHOWABLE else char for char in words
    )
