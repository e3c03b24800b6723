"""What a search found, as a list model: under each author's name their places in text order, or the notes."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.session.searching.around import Around
from desktop.session.words.places import span_of
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents import Document
    from desktop.session import Session
    from desktop.session.search import FoundNote, Search
    from desktop.text import Span

_ROOT = QModelIndex()
_BEFORE, _BEHIND = 8, 60
"""Characters before the word, so that it is seen in a narrow panel, and behind it."""


class ResultRole(IntEnum):
    """What a row holds: a heading's name and count, else a `ResultLine`; and the sentence in full."""

    HEADING = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    SENTENCE = Qt.ItemDataRole.UserRole + 3


class ResultLine(NamedTuple):
    """A line as it is shown: what is before the word, the word, what is behind."""

    left: str
    word: str
    right: str


class _Group(NamedTuple):
    """The places of one author, `places` in all: for each run of them the first of the search's, and how many."""

    author: str
    runs: tuple[tuple[int, int], ...]
    places: int


class ResultModel(QAbstractListModel):
    """Rows of a heading for each author, with the places below it; for notes, a row for each and no heading.

    No list of rows is made: which place a row is follows from how many each author has.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._around = Around(session.store, session.pages)
        self._search: Search | None = None
        self._document: Document | None = None
        self._groups: Sequence[_Group] = ()
        self._starts: Sequence[int] = ()
        self._notes: Sequence[FoundNote] = ()

    def show(self, search: Search | None) -> None:
        """Have what `search` found as rows; nothing is done where that is the same."""
        document = self._session.state.document
        hits, notes = (search.hits, search.notes) if search is not None else ((), ())
        before = (self._search.hits, self._search.notes) if self._search is not None else ((), ())
        same = hits is before[0] and notes is before[1] and document is self._document
        self._search = search
        if same:
            return
        self.beginResetModel()
        self._document, self._notes = document, notes
        self._groups = [] if notes or document is None else _grouped(document, hits)
        self._starts = list(accumulate((group.places + 1 for group in self._groups), initial=0))
        self.endResetModel()

    def refresh(self) -> None:
        """Say that every row may read otherwise."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @property
    def authors(self) -> int:
        """How many authors have places."""
        return len(self._groups)

    def hit_at(self, row: int) -> int | None:
        """Return which of the search's places a row is, None for a heading or a note."""
        number = bisect_right(self._starts, row) - 1
        if not 0 <= number < len(self._groups):
            return None
        rank = row - self._starts[number] - 1
        if rank < 0:
            return None
        for first, count in self._groups[number].runs:
            if rank < count:
                return first + rank
            rank -= count
        return None

    def row_of(self, hit: int | None) -> int:
        """Return the row of the place `hit` of the search, -1 for none."""
        if hit is None:
            return -1
        for number, group in enumerate(self._groups):
            before = self._starts[number] + 1
            for first, count in group.runs:
                if first <= hit < first + count:
                    return before + hit - first
                before += count
        return -1

    def note_at(self, row: int) -> FoundNote | None:
        """Return the note of a row, None for none."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._notes) or (self._starts[-1] if self._starts else 0)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let places and notes be chosen, and headings not."""
        heading = self.hit_at(index.row()) is None and self.note_at(index.row()) is None
        return Qt.ItemFlag.NoItemFlags if heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what `role` asks for, in the script shown."""
        if not index.isValid():
            return None
        note = self.note_at(index.row())
        if note is not None:
            return _of_note(note, role)
        hit = self.hit_at(index.row())
        if hit is None or self._search is None:
            return self._of_heading(index.row(), role)
        span = self._search.hits[hit]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return "".join(self._line(span))
            case ResultRole.LINE:
                return self._line(span)
            case ResultRole.SENTENCE:
                return self._around.sentence(span)
            case _:
                return None

    def _of_heading(self, row: int, role: int) -> object:
        group = self._groups[bisect_right(self._starts, row) - 1]
        name = one_line(self._session.shown(group.author)) if group.author else self.tr("Without a name")
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{name} {group.places}"
            case ResultRole.HEADING:
                return name, group.places
            case _:
                return None

    def _line(self, span: Span) -> ResultLine:
        place = self._around.place(span, _BEHIND)
        cut = len(place.left) > _BEFORE
        return ResultLine(f"…{place.left[-_BEFORE:]}" if cut else place.left.lstrip(), place.word, place.right)


def _of_note(note: FoundNote, role: int) -> object:
    """Return what a row says of a note, in the words that it was written in."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole | ResultRole.SENTENCE:
            return note.line
        case ResultRole.LINE:
            before = note.line[: note.start]
            left = f"…{before[-_BEFORE:]}" if len(before) > _BEFORE else before
            return ResultLine(left, note.line[note.start : note.end], note.line[note.end :])
        case _:
            return None


def _grouped(document: Document, hits: Sequence[Span]) -> list[_Group]:
    """Return the places of each author, in the order in which they first have one.

    Of an answer the places that are in none of its comments are its author's.
    """
    runs: dict[str, list[tuple[int, int]]] = {}
    for author, first, count in _runs(document, hits):
        mine = runs.setdefault(author, [])
        if mine and mine[-1][0] + mine[-1][1] == first:
            mine[-1] = (mine[-1][0], mine[-1][1] + count)
        else:
            mine.append((first, count))
    return [_Group(author, tuple(mine), sum(count for _, count in mine)) for author, mine in runs.items()]


def _runs(document: Document, hits: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    """Yield whose places `hits` are, one run of them after another: the first of them, and how many."""
    done = 0
    for answer in document.answers:
        first, end = span_of(hits, answer.extent)
        done = max(done, first)
        for comment in answer.comments if end > done else ():
            inner, last = span_of(hits, comment.span)
            if inner > done:
                yield answer.author, done, inner - done
            if last > inner:
                yield comment.author, inner, last - inner
            done = max(done, last)
        if end > done:
            yield answer.author, done, end - done
            done = end
