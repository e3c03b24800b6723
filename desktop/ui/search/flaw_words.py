"""Why a regular expression can't be searched for, in the reader's words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.keywords import ExpressionFlawKind
from desktop.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.keywords import ExpressionFlaw

_K = ExpressionFlawKind
_WORDS: Mapping[ExpressionFlawKind, str] = MappingProxyType(
    {
        _K.UNCLOSED_GROUP: QT_TRANSLATE_NOOP("ExpressionFlaw", "( has no matching )"),
        _K.UNOPENED_GROUP: QT_TRANSLATE_NOOP("ExpressionFlaw", ") has no matching ("),
        _K.UNCLOSED_SET: QT_TRANSLATE_NOOP("ExpressionFlaw", "[ has no matching ]"),
        _K.NOTHING_TO_REPEAT: QT_TRANSLATE_NOOP("ExpressionFlaw", "There is nothing to repeat before * + ? or { }"),
        _K.BAD_ESCAPE: QT_TRANSLATE_NOOP(
            "ExpressionFlaw", "The character after \\ has no meaning here; write \\\\ for the sign itself"
        ),
        _K.BAD_RANGE: QT_TRANSLATE_NOOP(
            "ExpressionFlaw", "In [ ], a range must go from a lower to a higher character"
        ),
        _K.BAD_REFERENCE: QT_TRANSLATE_NOOP("ExpressionFlaw", "There is no such group to refer to"),
        _K.BAD_PROPERTY: QT_TRANSLATE_NOOP("ExpressionFlaw", "There is no kind of character with this name"),
        _K.UNKNOWN_GROUP: QT_TRANSLATE_NOOP("ExpressionFlaw", "What comes after (? is not understood"),
        _K.TOO_LARGE: QT_TRANSLATE_NOOP(
            "ExpressionFlaw", "This is too large: there is too much repetition within repetition"
        ),
        _K.RUNAWAY: QT_TRANSLATE_NOOP(
            "ExpressionFlaw", "Stopped: this takes too long in this thread. Repeat less within what is repeated"
        ),
        _K.OTHER: QT_TRANSLATE_NOOP("ExpressionFlaw", "This is not a valid regular expression"),
    }
)
_AT_NO_PLACE = frozenset({_K.TOO_LARGE, _K.RUNAWAY, _K.UNCLOSED_GROUP, _K.UNCLOSED_SET})


def flaw_words(flaw: ExpressionFlaw) -> str:
    """Return why an expression can't be searched for, and at which of its characters that shows."""
    words = QCoreApplication.translate("ExpressionFlaw", _WORDS[flaw.kind])
    if flaw.kind in _AT_NO_PLACE:
        return words
    told = QCoreApplication.translate("ExpressionFlaw", "{words} (character {number})")
    return told.format(words=words, number=flaw.offset + 1)
