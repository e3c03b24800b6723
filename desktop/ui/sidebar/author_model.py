"""The authors of the open thread as a list model, with what there is to say of each answer."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.session import marked_in_each
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.session import Session, State

_ROOT = QModelIndex()
_LONGEST_NAME = 300


class AuthorRole(IntEnum):
    """What a row tells beyond its name.

    A line of text, the places of lights (None: no light burns), a bool, and the name as the source has it.
    """

    DETAILS = Qt.ItemDataRole.UserRole + 1
    HITS = Qt.ItemDataRole.UserRole + 2
    READ = Qt.ItemDataRole.UserRole + 3
    WRITTEN = Qt.ItemDataRole.UserRole + 4


class AuthorModel(QAbstractListModel):
    """One row for each answer. It is reset when another document is opened, and otherwise only says what changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lengths: tuple[int, ...] = ()
        self._notes: list[int] = []
        self._measure()

    @property
    def length(self) -> int:
        """The length of all answers together, in code points."""
        return sum(self._lengths)

    def render_state(self, old: State, new: State) -> None:
        """Follow the state: reset for another document, else tell which rows differ."""
        if old.document is not new.document:
            self.beginResetModel()
            self._measure()
            self.endResetModel()
            return
        changed: set[int] = set()
        if old.notes.placements is not new.notes.placements:
            before, self._notes = self._notes, marked_in_each(new)
            pairs = enumerate(zip(before, self._notes, strict=True))
            changed |= {row for row, (one, other) in pairs if one != other}
        if old.lights.places is not new.lights.places:
            changed |= set(old.lights.places) | set(new.lights.places)
        changed |= old.read ^ new.read
        reworded = old.focused_manner is not new.focused_manner or old.lights.terms != new.lights.terms
        self._tell(range(self.rowCount()) if reworded else changed)

    def refresh(self) -> None:
        """Say that every row may read otherwise: the language of the interface or a font is another."""
        self._tell(range(self.rowCount()))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of answers."""
        return 0 if parent.isValid() else len(self._lengths)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        """Return the author's name in the script shown, a sentence for screen readers, or one of `AuthorRole`."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row)
            case AuthorRole.DETAILS:
                return self._details(row)
            case AuthorRole.HITS:
                return self._hits(row)
            case AuthorRole.READ:
                return row in self._session.state.read
            case AuthorRole.WRITTEN:
                return self._written(row)
            case _:
                return None

    # -- what a row says --------------------------------------------------------------------------------------

    def _written(self, row: int) -> str:
        document = self._session.state.document
        return document.answers[row].author if document else ""

    def _name(self, row: int) -> str:
        document = self._session.state.document
        if document is not None and document.is_essay:
            return self.tr("The whole text")
        return one_line(self._session.shown(self._written(row)), _LONGEST_NAME) or self.tr("The question")

    def _details(self, row: int) -> str:
        length = self.tr("%Ln character(s)", "", self._lengths[row])
        if not self._notes[row]:
            return length
        notes = self.tr("%Ln note(s)", "", self._notes[row])
        return f"{length} · {notes}"

    def _hits(self, row: int) -> int | None:
        state = self._session.state
        return len(state.lights.places.get(row, ())) if state.lights.terms else None

    def _sentence(self, row: int) -> str:
        """Return the whole row in words."""
        parts = [self._name(row), *self._details(row).split(" · ")]
        hits = self._hits(row)
        if hits is not None:
            parts.append(self.tr("%Ln keyword(s) lit", "", hits))
        parts.append(self.tr("read") if row in self._session.state.read else self.tr("unread"))
        from desktop.ui.wording.punctuation import listed

        return listed(parts)

    # -- what changed -----------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Count once what stays as long as the document does."""
        document = self._session.state.document
        self._lengths = tuple(answer.length for answer in document.answers) if document else ()
        some = bool(self._session.state.notes.annotations)
        self._notes = marked_in_each(self._session.state) if some else [0] * len(self._lengths)

    def _tell(self, rows: Iterable[int]) -> None:
        for first, last in _runs(sorted(row for row in rows if row < self.rowCount())):
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return ascending `rows` as (first, last) of those that follow one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
