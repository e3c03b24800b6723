"""The words for why a file could not be written or read: part of a sentence, without a stop."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.session.failure import Obstacle

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS: Mapping[Obstacle, str] = MappingProxyType(
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
"""The words by what stood in the way; the gaps are those of `Failure`."""


def reason_words(obstacle: Obstacle) -> str:
    """Return the words for `obstacle` in the reader's language, with gaps."""
    return QCoreApplication.translate("Reasons", REASONS[obstacle])
