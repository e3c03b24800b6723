"""The lines of the concordance as a list model; a line is converted when it is drawn."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.session.searching.around import Around
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.keywords import ConcordanceLine
    from desktop.session import Session
    from desktop.session.search import Concordance
    from desktop.text import Span

_ROOT = QModelIndex()
_WIDTH = 60
"""Characters of context on either side: more than a wide window has room for."""


class KwicRole(IntEnum):
    """What a row holds beside its words on one line: these as a `ShownLine`, and its sentence in full."""

    LINE = Qt.ItemDataRole.UserRole + 1
    SENTENCE = Qt.ItemDataRole.UserRole + 2


class ShownLine(NamedTuple):
    """A line as it is shown; `slot` is that of the light that burns on the word, None without one."""

    author: str
    left: str
    word: str
    right: str
    slot: int | None


class KwicModel(QAbstractListModel):
    """As many rows as there are lines."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: Sequence[ConcordanceLine] = ()
        self._rows: dict[Span, int] = {}
        self._around = Around(session.store, session.pages)

    def show(self, concordance: Concordance | None) -> bool:
        """Have the lines of `concordance` as rows; return whether they are others."""
        lines = concordance.lines if concordance is not None else ()
        if lines is self._lines:
            return False
        self.beginResetModel()
        self._lines, self._rows = lines, {}
        self.endResetModel()
        return True

    def refresh(self) -> None:
        """Say that every row may read otherwise: the script, a light, or a font is another."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def row_of(self, span: Span | None) -> int:
        """Return the row whose word stands at `span`, -1 for none."""
        if span is None:
            return -1
        if not self._rows:  # made once for these lines, when one of them has been gone to
            self._rows = {line.span: row for row, line in enumerate(self._lines)}
        return self._rows.get(span, -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what `role` asks for, in the script shown."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                shown = self._shown(line)
                return f"{shown.author}: {shown.left}{shown.word}{shown.right}"
            case KwicRole.LINE:
                return self._shown(line)
            case KwicRole.SENTENCE:
                return f"{self._author(line)}\n{self._around.sentence(line.span)}"
            case _:
                return None

    def _shown(self, line: ConcordanceLine) -> ShownLine:
        place = self._around.place(line.span, _WIDTH)
        return ShownLine(self._author(line), place.left, place.word, place.right, self._slot(line))

    def _author(self, line: ConcordanceLine) -> str:
        return one_line(self._session.shown(line.author)) if line.author else self.tr("Without a name")

    def _slot(self, line: ConcordanceLine) -> int | None:
        lit = self._session.state.lights.places.get(line.answer, ())
        return next((one.slot for one in lit if one.span.overlaps(line.span)), None) if lit else None
