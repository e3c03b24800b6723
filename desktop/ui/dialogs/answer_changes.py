"""What came into an answer since it was last read, and what went: its paragraphs that have changed, in one view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextEdit, QVBoxLayout

from desktop.comparison.words import DiffPiece, Fate
from desktop.session.renewal.differences import edited_answer
from desktop.ui.look.theme import dress
from desktop.ui.wording.foreign_words import one_line
from desktop.ui.wording.punctuation import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.ui.look.look import Look

_SIZE_PX = (640, 520)
_MARGIN_PX, _SPACING_PX, _BETWEEN_PX = 24, 12, 10
_TEXT_PX = 18
_LONGEST_NAME = 60
_SPOKEN = 1_000
"""So many code points of what came and went are told to who doesn't see it."""


class AnswerChangesDialog(QDialog):
    """Shows the answer in focus as it is, with what came into it underlined and what went struck through.

    Paragraphs in which nothing came or went are left out, but for the one before and the one behind those in which
    something did. The comparison is done on a worker.
    """

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._script = session.shown_script
        self.setObjectName("answerChanges")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What Changed in This Answer"))
        self.resize(*_SIZE_PX)
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._words = QTextEdit(self)
        self._words.setObjectName("changedWords")
        self._words.setReadOnly(True)
        self._words.document().setDocumentMargin(_MARGIN_PX / 2)
        self._words.setAccessibleName(self.tr("The answer, with what came and what went"))
        self._words.setPlainText(self.tr("Comparing …"))
        self._lay_out()
        edited = edited_answer(session.state)
        if edited is not None:
            author = one_line(session.shown(edited.answer.author), _LONGEST_NAME) or self.tr("Without a name")
            since = f"{edited.since.astimezone():%Y-%m-%d}"
            words = self.tr("{author}, since {time}. What came is underlined, what went is struck through.")
            self._head.setText(words.format(author=author, time=since))
            session.comparing.find_words(edited, self._show)
            self.destroyed.connect(session.comparing.find_no_words)

    def _lay_out(self) -> None:
        tokens = self._look.tokens
        dress(self._head, self._look.frame_font(), f"color: {tokens.ink};")
        dress(self._words, self._look.page_font(self._script, _TEXT_PX), f"QTextEdit {{ color: {tokens.ink}; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        column.addWidget(self._head)
        column.addWidget(self._words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def _show(self, pieces: tuple[DiffPiece, ...] | None) -> None:
        """Put the words into the view, and say for who doesn't see it what came and what went."""
        if pieces is None:
            self._words.setPlainText(self.tr("The earlier save is not kept any more."))
            return
        self._words.clear()
        cursor = self._words.textCursor()
        gap = QTextBlockFormat()
        gap.setBottomMargin(_BETWEEN_PX)
        cursor.setBlockFormat(gap)
        for number, line in enumerate(_telling(_lines(pieces))):
            if number:
                cursor.insertBlock(gap)
            for piece in line:
                cursor.insertText(piece.words, self._format(piece.fate))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._words.setTextCursor(cursor)
        self._words.setAccessibleDescription(self._spoken(pieces))
        self._words.setFocus()

    def _format(self, fate: Fate) -> QTextCharFormat:
        style, tokens = QTextCharFormat(), self._look.tokens
        style.setForeground(QColor(tokens.ink))
        if fate is Fate.CAME:
            style.setForeground(QColor(tokens.accent))
            style.setFontUnderline(True)
        elif fate is Fate.WENT:
            style.setForeground(QColor(tokens.second))
            style.setFontStrikeOut(True)
        return style

    def _spoken(self, pieces: Iterable[DiffPiece]) -> str:
        said = {Fate.CAME: self.tr("came: {words}"), Fate.WENT: self.tr("went: {words}")}
        changed = (said[piece.fate].format(words=one_line(piece.words)) for piece in pieces if piece.fate in said)
        return listed(list(changed))[:_SPOKEN]


def _lines(pieces: Iterable[DiffPiece]) -> list[list[DiffPiece]]:
    """Return `pieces` line by line."""
    lines: list[list[DiffPiece]] = [[]]
    for piece in pieces:
        first, *more = piece.words.split("\n")
        lines[-1].append(DiffPiece(piece.fate, first))
        lines += ([DiffPiece(piece.fate, words)] for words in more)
    return [[piece for piece in line if piece.words] for line in lines]


def _telling(lines: list[list[DiffPiece]]) -> list[list[DiffPiece]]:
    """Return the lines in which something came or went and those beside them, with dots for what is left out."""
    changed = {n for n, line in enumerate(lines) if any(piece.fate is not Fate.KEPT for piece in line)}
    near = sorted({n + by for n in changed for by in (-1, 0, 1)} & set(range(len(lines))))
    dots = [DiffPiece(Fate.KEPT, "⋯")]
    told: list[list[DiffPiece]] = []
    last = -1
    for n in near:
        if n > last + 1:
            told.append(dots)
        told.append(lines[n])
        last = n
    return [*told, dots] if last < len(lines) - 1 else told
