"""The lines of a plain text as a list: which are names, which the reader has spoken of, and those that are listed."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.documents.layouts.by_hand import Hindrance
from desktop.documents.text_rows import NO_ROWS
from desktop.script import search_key
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.documents.naming import NamedLine
    from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 200
"""The code points of a line that are shown: more have no room in a row."""

_SLICE = 1_000
"""So many lines are made ready to be searched within some 10 ms."""


class LineScope(Enum):
    """Which lines are listed."""

    NAMES = QT_TRANSLATE_NOOP("LineModel", "Names")
    SHORT = QT_TRANSLATE_NOOP("LineModel", "Could Be Names")
    ALL = QT_TRANSLATE_NOOP("LineModel", "All Lines")


class LineRole(IntEnum):
    """What a row tells besides its words."""

    REMARK = Qt.ItemDataRole.UserRole + 1
    """What else there is to say of the line, "" for nothing."""
    LINE = Qt.ItemDataRole.UserRole + 2
    """Its number in the text."""
    OPEN = Qt.ItemDataRole.UserRole + 3
    """Whether it can be a name at all."""


class LineModel(QAbstractListModel):
    """Lists the lines of the open thread, once `follow` has read them.

    Which of them are listed stays as it is until that is asked for anew. So a line that was clicked stays under the
    mouse, and a second click takes the first one back.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: Sequence[int] = ()
        self._keys: dict[int, str] = {}
        self._warmed = 0
        self._rows = NO_ROWS
        self._short = frozenset[int]()
        self._take_in()

    def _read(self) -> None:
        """Take in the lines of the open thread."""
        self._rows = self._session.naming.rows
        self._short = frozenset(self._rows.short())
        self._keys.clear()
        self._warmed = 0
        self._take_in()

    def _take_in(self) -> None:
        """Take in which of the lines are names now."""
        document = self._session.state.document
        self.names, self._title = frozenset[int](), None
        self._said: Mapping[int, NamedLine] = {}
        if document is not None:
            self.names, self._title = self._rows.names_in(document), self._rows.title_in(document)
            said = self._rows.said_in(document.naming).items()
            self._said = {number: line for number, line in said if line.is_name is not None}

    # -- what is listed ---------------------------------------------------------------------------------------

    def list_lines(self, scope: LineScope, query: str = "") -> None:
        """List the lines in `scope` that hold every word of `query`, in either script."""
        words = search_key(query.lower()).split()
        self.beginResetModel()
        within = self._within(scope)
        self._listed = [number for number in within if self._holds(number, words)] if words else within
        self.endResetModel()

    def _within(self, scope: LineScope) -> Sequence[int]:
        match scope:
            case LineScope.NAMES:
                return sorted(self.names | self._said.keys())
            case LineScope.SHORT:
                return sorted(self._short | self.names | self._said.keys())
            case LineScope.ALL:
                return range(len(self._rows))

    def warm(self) -> bool:
        """Have a slice of the lines ready to be searched, for idle moments; return whether more are to be made so."""
        begun, self._warmed = self._warmed, self._warmed + _SLICE
        for number in range(begun, min(self._warmed, len(self._rows))):
            self._key(number)
        return self._warmed < len(self._rows)

    def _holds(self, number: int, words: Sequence[str]) -> bool:
        key = self._key(number)
        return all(word in key for word in words)

    def _key(self, number: int) -> str:
        if number not in self._keys:
            self._keys[number] = search_key(self._rows.rows[number].text.lower())
        return self._keys[number]

    def follow(self, *, reread: bool) -> None:
        """Follow the state: the thread may have been `reread`, or other lines may be names."""
        if reread:
            self.beginResetModel()
            self._read()
            self._listed = ()
            self.endResetModel()
            return
        self._take_in()
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def row_of(self, offset: int) -> int:
        """Return the row of the listed line that the source `offset` is in, or of the last before it; 0 for none."""
        found = bisect_right(self._listed, offset, key=lambda number: self._rows.rows[number].span.start)
        return max(0, found - 1)

    def row_of_line(self, number: int) -> int:
        """Return the row of a line, or that of the last listed before it; 0 for none."""
        return max(0, bisect_right(self._listed, number) - 1)

    @property
    def by_hand(self) -> int:
        """How many lines the reader has said something of."""
        return len(self._said)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's name and default)
        """Return how many lines are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        if not index.isValid() or index.row() >= len(self._listed):
            return None
        number = self._listed[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(number)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if number in self.names else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(number)
            case LineRole.REMARK:
                return self._remark(number)
            case LineRole.LINE:
                return number
            case LineRole.OPEN:
                return number in self.names or self._rows.hindrance(number) is None
            case _:
                return None

    def _words(self, number: int) -> str:
        return one_line(self._session.shown(self._rows.rows[number].text[:_LONGEST]), _LONGEST)

    def _sentence(self, number: int) -> str:
        """Return how a row is spoken: what it says, and what it is taken for."""
        taken = self.tr("an author's name") if number in self.names else self.tr("no name")
        return " · ".join(filter(None, (self._words(number), taken, self._remark(number))))

    def _remark(self, number: int) -> str:
        """Return what a row says at its right end, "" for nothing."""
        said = self._said.get(number)
        if number not in self.names and (hindrance := self._rows.hindrance(number)) is not None:
            return self.tr("nothing below") if hindrance is Hindrance.LAST else self.tr("too long for a name")
        if said is not None and said.is_name and number not in self.names:
            return self.tr("a name right beside it")
        parts = [self.tr("the question")] if number == self._title else []
        parts += [self.tr("by you")] if said is not None else []
        return " · ".join(parts)


def scope_name(scope: LineScope) -> str:
    """Return what a scope is called in the reader's language."""
    return QCoreApplication.translate("LineModel", str(scope.value))
