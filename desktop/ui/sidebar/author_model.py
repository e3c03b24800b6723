"""Who wrote in the open thread as a list model, with what there is to say of each answer and each person."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.documents import FactKind, fact_of
from desktop.session import marked_in_each
from desktop.session.listing import COMMENTERS, GONE, NOBODY, Person
from desktop.session.people import RowKind, arranged, in_hand, is_unfolded, people_of, rows_of
from desktop.session.work.latest import Latest
from desktop.text import Span
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from desktop.documents import Answer, Document
    from desktop.session import Session, State
    from desktop.session.people import Row
    from desktop.session.state import Lighting

_ROOT = QModelIndex()
_LONGEST_NAME = 300
_OPENING = 60
"""So many code points of a post stand for it in a row of its own."""


_NO_PERSON = Person("", "", (), 0, asked=False)


class LightHits(NamedTuple):
    """In how many places a row has a light, in the order of the lights: `term` as it was lit, and its slot.

    `most` is the highest such number of any answer.
    """

    term: str
    slot: int
    places: int
    most: int


class AuthorRole(IntEnum):
    """What a row tells beyond its name.

    A line of text, the `LightHits` of each light (None: no light burns), a bool, the name as the source has it (None:
    the row bears none), when it was written, whether it is below a person's row, and whether the rows below it are
    listed (None: none can be), what became of it since it was last read ("" for nothing), its lights in words,
    whether somebody else's words alone are in ink, whether the other side shows it, and in how many places
    a search has found something in it (None: nothing is searched).
    """

    DETAILS = Qt.ItemDataRole.UserRole + 1
    HITS = Qt.ItemDataRole.UserRole + 2
    READ = Qt.ItemDataRole.UserRole + 3
    WRITTEN = Qt.ItemDataRole.UserRole + 4
    TIME = Qt.ItemDataRole.UserRole + 5
    BELOW = Qt.ItemDataRole.UserRole + 6
    UNFOLDED = Qt.ItemDataRole.UserRole + 7
    CHANGE = Qt.ItemDataRole.UserRole + 8
    LIT = Qt.ItemDataRole.UserRole + 9
    DIMMED = Qt.ItemDataRole.UserRole + 10
    BESIDE = Qt.ItemDataRole.UserRole + 11
    FOUND = Qt.ItemDataRole.UserRole + 12


class AuthorModel(QAbstractListModel):
    """The rows of `rows_of`. It is reset when another document is opened, and otherwise only says what changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lengths: tuple[int, ...] = ()
        self._measured: tuple[Answer, ...] = ()
        self._notes: list[int] = []
        self._rows: Sequence[Row] = ()
        self._places: dict[int, list[int]] | None = None
        self._counted = Latest(_count_lights)
        self._says: Mapping[int, Callable[[Document, Row], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._title,
            Qt.ItemDataRole.AccessibleTextRole: self._sentence,
            AuthorRole.DETAILS: lambda document, row: " · ".join(self._details(document, row)),
            AuthorRole.HITS: lambda _, row: self._hits(row),
            AuthorRole.READ: lambda _, row: self._is_read(row),
            AuthorRole.WRITTEN: self._written,
            AuthorRole.TIME: self._time,
            AuthorRole.BELOW: lambda _, row: row.is_below,
            AuthorRole.UNFOLDED: self._unfolded,
            AuthorRole.CHANGE: lambda _, row: self._change(row),
            AuthorRole.DIMMED: self._is_dimmed,
            AuthorRole.LIT: lambda _, row: self._lit(self._hits(row) or ()),
            AuthorRole.BESIDE: lambda _, row: self.beside >= 0 and row is self._rows[self.beside],
            AuthorRole.FOUND: self._found_in,
        }
        self.beside = -1
        """The row of the answer on the other side, -1 for none."""
        self._measure()

    @property
    def length(self) -> int:
        """The length of all answers together, in code points."""
        return sum(self._lengths)

    def render_state(self, old: State, new: State) -> None:
        """Follow the state: reset for another document, else tell which rows came, went, and differ."""
        if old.document is not new.document:
            self.beginResetModel()
            self._measure()
            self.endResetModel()
            return
        self._list(rows_of(new))
        if old.panes is not new.panes or old.focus != new.focus or old.listing is not new.listing:
            self._mark_beside(new)
        changed: set[int] = set()
        if old.notes.placements is not new.notes.placements:
            before, self._notes = self._notes, marked_in_each(new)
            pairs = enumerate(zip(before, self._notes, strict=True))
            changed |= {answer for answer, (one, other) in pairs if one != other}
        if old.lights.places is not new.lights.places:
            changed |= set(old.lights.places) | set(new.lights.places)
        changed |= old.read ^ new.read
        if old.changes.renewal is not new.changes.renewal or old.changes.seen is not new.changes.seen:
            changed |= old.changes.marked | new.changes.marked
        reworded = old.focused_manner is not new.focused_manner or old.search is not new.search
        relit = old.lights.terms != new.lights.terms or old.lights.person is not new.lights.person
        self._tell(range(self.rowCount()) if reworded or relit else self._telling_of(changed))

    def refresh(self) -> None:
        """Say that every row may read otherwise: the language of the interface or a font is another."""
        self._tell(range(self.rowCount()))

    def row(self, number: int) -> Row:
        """Return what the row `number` stands for."""
        return self._rows[number]

    def number_of(self, state: State) -> int:
        """Return the row that the page of `state` belongs to, -1 for none.

        That of the answer, else of the person, or of whoever only commented and is in hand.
        """
        if state.document is None:
            return -1
        person = in_hand(state)
        who = people_of(state.document).everyone[person] if person != NOBODY else None
        if who is not None and not who.answers and not who.asked:
            number = self._found(RowKind.COMMENTER, person)
            return number if number >= 0 else self._found(RowKind.COMMENTERS, NOBODY)
        return self._row_of(people_of(state.document).of_answer[state.pane.answer], state.pane.answer)

    def _mark_beside(self, state: State) -> None:
        """Find the row of the answer on the other side, and tell where that is another one."""
        before, self.beside = self.beside, -1
        if state.document is not None and len(state.panes) > 1:
            answer = state.panes[1 - state.focus].answer
            self.beside = self._row_of(people_of(state.document).of_answer[answer], answer)
        if before != self.beside:
            self._tell(row for row in (before, self.beside) if row >= 0)

    def _row_of(self, person: int, answer: int) -> int:
        """Return the row of this answer of a person, else the one that it would be below, -1 for none."""
        own = ((number, row) for number, row in enumerate(self._rows) if row.person == person)
        telling = [number for number, row in own if answer in row.answers]
        return telling[-1] if telling else -1

    def key_of(self, number: int) -> str:
        """Return by which key the rows below the row `number` are put away."""
        document, person = self._session.state.document, self._rows[number].person
        if self._rows[number].kind is RowKind.GONE:
            return GONE
        return people_of(document).everyone[person].key if document and person != NOBODY else COMMENTERS

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        """Return the author's name in the script shown, a sentence for screen readers, or one of `AuthorRole`."""
        document = self._session.state.document
        if document is None or not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        says = self._says.get(role)
        return says(document, self._rows[index.row()]) if says is not None else None

    # -- what a row says --------------------------------------------------------------------------------------

    def _person(self, document: Document, row: Row) -> Person:
        return people_of(document).everyone[row.person] if row.person != NOBODY else _NO_PERSON

    def _written(self, document: Document, row: Row) -> str | None:
        if row.gone is not None:
            return row.gone.author
        return None if row.kind is RowKind.POST else self._person(document, row).name

    def _is_dimmed(self, document: Document, row: Row) -> bool:
        lit = self._session.state.lights.person
        return lit is not None and self._person(document, row).key != lit.key

    def _is_read(self, row: Row) -> bool:
        return bool(row.answers) and self._session.state.read.issuperset(row.answers)

    def _title(self, document: Document, row: Row) -> str:
        if row.kind is RowKind.COMMENTERS:
            return self.tr("%Ln only commented", "", len(self._commenters()))
        if row.kind is RowKind.GONE:
            return self.tr("%Ln answer(s) gone", "", len(self._session.state.changes.gone))
        if row.kind is RowKind.POST:
            answer = document.answers[row.answers[0]]
            opening = Span(answer.span.start, min(answer.span.end, answer.span.start + _OPENING))
            return one_line(self._session.shown(document.words_at(opening)), _LONGEST_NAME)
        if document.is_essay:
            return self.tr("The whole text")
        if row.answers and document.answers[row.answers[0]].is_question:
            return self.tr("The question")
        return self._name(document, row) or self.tr("The question")

    def _name(self, document: Document, row: Row) -> str:
        if row.gone is not None:
            written = row.gone.author or self.tr("Without a name")
            return one_line(self._session.shown(written), _LONGEST_NAME)
        # As this answer has it: a person may write their name in either script.
        written = document.answers[row.answers[0]].author if row.answers else self._person(document, row).name
        return one_line(self._session.shown(written), _LONGEST_NAME)

    def _details(self, document: Document, row: Row) -> list[str]:
        match row.kind:
            case RowKind.ANSWER | RowKind.POST:
                time = self._time(document, row) if self._hits(row) is not None else ""
                return [*self._of_answer(document, row), *filter(None, [time])]
            case RowKind.PERSON:
                written = self._person(document, row).comments
                comments = [self.tr("wrote %Ln comment(s)", "", written)] if written else []
                return [self.tr("%Ln answer(s)", "", len(row.answers)), *comments, *self._noted(row)]
            case RowKind.COMMENTER:
                return [self.tr("wrote %Ln comment(s)", "", self._person(document, row).comments)]
            case RowKind.COMMENTERS:
                everyone = people_of(document).everyone
                written = sum(everyone[one].comments for one in self._commenters())
                return [self.tr("wrote %Ln comment(s)", "", written)]
            case RowKind.GONE:
                return [self.tr("still to be read here")]
            case RowKind.GONE_ANSWER:
                return [one_line(self._session.shown(row.gone.opening), _LONGEST_NAME)] if row.gone else []

    def _of_answer(self, document: Document, row: Row) -> list[str]:
        """Return what there is to say of the one answer of a row."""
        answer = document.answers[row.answers[0]]
        parts: list[str] = []
        if answer.is_question and (name := self._name(document, row)):
            parts.append(self.tr("asked by {name}").format(name=name))
        if votes := fact_of(answer.facts, FactKind.VOTES):
            parts.append(self._votes(votes))
        parts.append(self.tr("%Ln character(s)", "", self._lengths[row.answers[0]]))
        parts += self._noted(row)
        if answer.comments:
            parts.append(self.tr("%Ln comment(s) on it", "", len(answer.comments)))
        return parts

    def _change(self, row: Row) -> str:
        """Return what became of the answers of a row since they were last read: a word, with a number for several."""
        changes = self._session.state.changes
        kinds = [kind.value for answer in row.answers if (kind := changes.mark_of(answer)) is not None]
        if len(row.answers) < 2:
            words = {"new": self.tr("new"), "edited": self.tr("edited"), "gone": self.tr("gone since")}
            return words[kinds[0]] if kinds else ""
        new, edited, gone = (kinds.count(kind) for kind in ("new", "edited", "gone"))
        told = [
            self.tr("%Ln new", "", new) if new else "",
            self.tr("%Ln edited", "", edited) if edited else "",
            self.tr("%Ln gone since", "", gone) if gone else "",
        ]
        return " · ".join(filter(None, told))

    def _votes(self, words: str) -> str:
        """Return how many agree: digits as the language parts them, a number too large for Qt as it is."""
        from desktop.ui.wording.countable import countable

        if (number := countable(words)) is not None:
            return self.tr("%Ln vote(s)", "", number)
        return self.tr("{number} votes").format(number=one_line(self._session.shown(words)))

    def _noted(self, row: Row) -> list[str]:
        notes = sum(self._notes[answer] for answer in row.answers)
        return [self.tr("%Ln note(s)", "", notes)] if notes else []

    def _time(self, document: Document, row: Row) -> str:
        """Return when a post was written, in short: the day, or the hour where all were written on one day."""
        if row.kind not in {RowKind.ANSWER, RowKind.POST}:
            return ""
        words = fact_of(document.answers[row.answers[0]].facts, FactKind.TIME)
        if not words:
            return ""
        from desktop.session.measures import in_short

        return one_line(self._session.shown(in_short(words, document)))

    def _hits(self, row: Row) -> tuple[LightHits, ...] | None:
        lights = self._session.state.lights
        if not lights.terms or not row.answers:
            return None
        counts, most = self._counted(lights)
        own = [counts[answer] for answer in row.answers if answer in counts]
        return tuple(LightHits(term, slot, sum(one[slot] for one in own), most[slot]) for term, slot in lights.terms)

    def _found_in(self, document: Document, row: Row) -> int | None:
        search = self._session.state.search
        if search is None or not search.query or search.under_way or not row.answers:
            return None
        from desktop.session.words.places import span_of

        ends = (span_of(search.hits, document.answers[answer].extent) for answer in row.answers)
        return sum(end - first for first, end in ends)

    def _unfolded(self, document: Document, row: Row) -> bool | None:
        if not row.is_above:
            return None
        key = GONE if row.kind is RowKind.GONE else self._person(document, row).key or COMMENTERS
        return is_unfolded(self._session.state, key)

    def _sentence(self, document: Document, row: Row) -> str:
        """Return the whole row in words."""
        change = self._change(row) if row.gone is None else self.tr("gone since")
        parts = [self._title(document, row), *filter(None, [change]), *self._details(document, row)]
        if row.kind is RowKind.POST:
            parts.insert(0, self._name(document, row))
        hits, time = self._hits(row), self._time(document, row)
        if hits is None and time:
            parts.append(time)
        if hits is not None:
            parts += self._lit(hits) or [self.tr("no light here")]
        if found := self._found_in(document, row):
            parts.append(self.tr("%Ln place(s) found", "", found))
        if row.answers:
            parts.append(self.tr("read") if self._session.state.read.issuperset(row.answers) else self.tr("unread"))
        if self.beside >= 0 and row is self._rows[self.beside]:
            parts.append(self.tr("on the other side"))
        unfolded = self._unfolded(document, row)
        if unfolded is not None:
            parts.append(self.tr("unfolded") if unfolded else self.tr("folded"))
        from desktop.ui.wording.punctuation import listed

        return listed(parts)

    def _lit(self, hits: Iterable[LightHits]) -> list[str]:
        """Return in words how often each light is in a row; of those that are, the term as it is shown."""
        words = self.tr("{term}: {places}")
        return [
            words.format(
                term=one_line(self._session.shown(one.term), _LONGEST_NAME),
                places=self.tr("%Ln place(s)", "", one.places),
            )
            for one in hits
            if one.places
        ]

    # -- what changed -----------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Count once what stays as long as the document does."""
        document = self._session.state.document
        answers = document.answers if document is not None else ()
        # Where another line was taken for a name, most answers are the very objects that they were.
        known = dict(zip(map(id, self._measured), self._lengths, strict=True))
        self._lengths = tuple(known.get(id(one)) or one.length for one in answers)
        self._measured = answers
        some = bool(self._session.state.notes.annotations)
        self._notes = marked_in_each(self._session.state) if some else [0] * len(self._lengths)
        self._rows, self._places = rows_of(self._session.state), None
        self._mark_beside(self._session.state)

    def _list(self, rows: Sequence[Row]) -> None:
        """Have `rows` take the place of those that are listed; what is the same above and below stays."""
        old = self._rows
        if rows is old:
            return
        most = min(len(old), len(rows))
        above = next((n for n in range(most) if old[n] is not rows[n] and old[n] != rows[n]), most)
        most -= above
        below = next((n for n in range(1, most + 1) if old[-n] is not rows[-n] and old[-n] != rows[-n]), most + 1) - 1
        if len(old) > above + below:
            self.beginRemoveRows(_ROOT, above, len(old) - below - 1)
            self._rows, self._places = (*old[:above], *old[len(old) - below :]), None
            self.endRemoveRows()
        if len(rows) > above + below:
            self.beginInsertRows(_ROOT, above, len(rows) - below - 1)
            self._rows, self._places = rows, None
            self.endInsertRows()
        self._rows, self._places = rows, None
        # What begins anew may be what is below this one, whose angle then points elsewhere.
        self._tell([above - 1] if above else [])

    def _telling_of(self, answers: Collection[int]) -> list[int]:
        """Return the rows that tell of any of these answers."""
        if not answers:
            return []
        if self._places is None:
            self._places = {}
            for number, row in enumerate(self._rows):
                for answer in row.answers:
                    self._places.setdefault(answer, []).append(number)
        places = self._places
        return [number for answer in answers for number in places.get(answer, ())]

    def _commenters(self) -> Sequence[int]:
        return arranged(self._session.state).commenters

    def _found(self, kind: RowKind, person: int) -> int:
        """Return the row of a kind that is a person's, -1 for none."""
        rows = ((number, row) for number, row in enumerate(self._rows) if row.kind is kind)
        return next((number for number, row in rows if row.person == person), -1)

    def _tell(self, rows: Iterable[int]) -> None:
        for first, last in _runs(sorted(row for row in set(rows) if row < self.rowCount())):
            self.dataChanged.emit(self.index(first), self.index(last))


def _count_lights(lights: Lighting) -> tuple[Mapping[int, Counter[int]], Counter[int]]:
    """Return how often each slot is in each answer that has any, and the highest number of each slot."""
    counts = {answer: Counter(place.slot for place in places) for answer, places in lights.places.items()}
    most = Counter[int]()
    for count in counts.values():
        most |= count
    return counts, most


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return ascending `rows` as (first, last) of those that follow one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
