"""The terms as a list: what the session has counted, in the view that is chosen."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.script import search_key
from desktop.session.work.latest import Latest
from desktop.ui.wording.foreign_words import one_line
from desktop.ui.words.term_figures import TermFigures, TermWording
from desktop.ui.words.term_listing import (
    Section,
    SectionHeading,
    TermEntry,
    TermOrder,
    WordsView,
    filtered,
    of_all,
    of_answer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.session import Session
    from desktop.session.words.counting import Counting, TermCounts
    from desktop.ui.words.term_listing import Entry

Index = QModelIndex | QPersistentModelIndex


class TermRole(IntEnum):
    """What a row tells besides its words."""

    FIGURES = Qt.ItemDataRole.UserRole + 1
    """Its `TermFigures`; None for a heading."""
    SLOT = Qt.ItemDataRole.UserRole + 2
    """The slot of its light, None when it is not lit."""
    TERM = Qt.ItemDataRole.UserRole + 3
    """The term as the source has it, None for a heading."""


class TermModel(QAbstractListModel):
    """Lists terms by the answer in the pane in focus, once `counting` has counted them."""

    def __init__(self, session: Session, counting: Counting, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._counting = counting
        self._wording = TermWording(self)
        self.view = WordsView.ANSWER
        self.order = TermOrder.BEST
        self._query = ""
        self._counts: TermCounts | None = None
        self._entries: Sequence[Entry] = ()
        self._slots: Mapping[str, int] = {}
        self._keys: tuple[str, ...] = ()
        self._figured = Latest(_figures_of)
        self.refill()

    # -- what is listed ---------------------------------------------------------------------------------------

    @property
    def terms(self) -> int:
        """How many terms are listed."""
        return sum(isinstance(entry, TermEntry) for entry in self._entries)

    @property
    def is_counted(self) -> bool:
        """Whether it is known what there is to list."""
        return self._counts is not None

    def choose(self, view: WordsView) -> None:
        """List the terms of another view."""
        self.view = view
        self.refill()

    def sort_by(self, order: TermOrder) -> None:
        """List the terms in another order."""
        self.order = order
        self.refill()

    def look_for(self, query: str) -> None:
        """List those terms alone that hold every word of `query`, in either script."""
        self._query = query
        self.refill()

    def refill(self) -> None:
        """List what there is now."""
        self.beginResetModel()
        self._counts = self._counting.lit if self.view is WordsView.LIT else self._counting.counts
        self._keys = tuple(self._counts.rows) if self._counts is not None else ()
        self._take_in_lights()
        self._entries = self._listed()
        self.endResetModel()

    def _listed(self) -> Sequence[Entry]:
        counts, terms = self._counts, self._counting.terms
        if counts is None:
            return ()
        entries: Sequence[Entry]
        if self.view is not WordsView.ANSWER:
            entries = of_all(counts, self.order)
        elif terms is None:
            return ()
        else:
            entries = list(of_answer(terms, counts, self._answer, self.order))
        words = search_key(self._query.lower()).split()
        return filtered(entries, counts, words) if words else entries

    def relight(self) -> None:
        """Show which terms are lit now."""
        self._take_in_lights()
        self.redraw()

    def _take_in_lights(self) -> None:
        counts = self._counts
        if counts is None:
            return
        lights = self._session.state.lights.terms
        self._slots = {counts.concepts.key(search_key(light.term)): light.slot for light in lights}

    def redraw(self) -> None:
        """Have all rows ask anew for what they show: the script or the answer is another one."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def row_of(self, term: str | None) -> int:
        """Return the row that lists `term`, -1 for none."""
        number = self._counts.row(term) if self._counts is not None and term is not None else None
        rows = (at for at, entry in enumerate(self._entries) if isinstance(entry, TermEntry) and entry.row == number)
        return next(rows, -1) if number is not None else -1

    @property
    def first_term(self) -> int:
        """The first row that isn't a heading, -1 for none."""
        return next((at for at, entry in enumerate(self._entries) if isinstance(entry, TermEntry)), -1)

    def author_at(self, column: int) -> str:
        """Return the author of a column of the figures."""
        return self._counts.matrix.authors[column] if self._counts is not None else ""

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's name and default)
        """Return how many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be neither chosen nor walked to."""
        if not index.isValid() or isinstance(self._entries[index.row()], SectionHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        if not index.isValid() or index.row() >= len(self._entries) or self._counts is None:
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, SectionHeading):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._title(entry) if spoken else self._explained(entry) if role == _TIP else None
        return self._of_term(self._counts, entry, role)

    def _of_term(self, counts: TermCounts, entry: TermEntry, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(counts, entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                lit = self._slots.get(self._keys[entry.row]) is not None
                return self._wording.spoken(self._shown(counts, entry), self._figures(counts, entry), lit=lit)
            case Qt.ItemDataRole.ToolTipRole:
                return self._wording.sentence(self._shown(counts, entry), self._figures(counts, entry))
            case TermRole.FIGURES:
                return self._figures(counts, entry)
            case TermRole.SLOT:
                return self._slots.get(self._keys[entry.row])
            case TermRole.TERM:
                return counts.matrix.terms[entry.row]
            case _:
                return None

    @property
    def _answer(self) -> int:
        return self._session.state.pane.answer

    def _shown(self, counts: TermCounts, entry: TermEntry) -> str:
        return one_line(self._session.shown(counts.matrix.terms[entry.row]))

    def _figures(self, counts: TermCounts, entry: TermEntry) -> TermFigures:
        """Return the figures of a row, which is asked for them several times while it is painted."""
        return self._figured(counts, entry, self._answer)

    def _title(self, heading: SectionHeading) -> str:
        match heading.section:
            case Section.TOPIC:
                return self.tr("What it is about")
            case Section.APART:
                return self.tr("What sets this author apart")
            case Section.PERHAPS:
                return self.tr("May set this author apart (few uses)")

    def _explained(self, heading: SectionHeading) -> str:
        match heading.section:
            case Section.TOPIC:
                return self.tr("Words that this answer has often and Chinese texts in general seldom.")
            case Section.APART:
                return self.tr(
                    "Words that this author has more often than all others together, by more than chance would have "
                    "it (log-likelihood G², p < 0.05)."
                )
            case Section.PERHAPS:
                return self.tr("Words that this author has more often than the others; a few uses prove nothing.")


def _figures_of(counts: TermCounts, entry: TermEntry, answer: int) -> TermFigures:
    return TermFigures.of(counts, entry.row, answer, entry.apart)


_TIP = Qt.ItemDataRole.ToolTipRole
