"""The rows of the notes panel: annotations in text order under their authors, those without a place at the end.

A card also says what became of a note's words in a text that changed since: others stand there now, or they stand
elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.annotations import PlacementState, marked_words
from desktop.script import search_key
from desktop.session import marked, unplaced
from desktop.session.notes.standing import is_any_unplaced
from desktop.session.notes.versions import is_in_versions
from desktop.session.work.latest import Latest
from desktop.session.work.yielding import uncollected
from desktop.ui.notes.note_filter import NoteFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.annotations import Anchor, Annotation, Passage, Placement
    from desktop.documents import Document
    from desktop.session import Session, State
    from desktop.text import Span

_ROOT = QModelIndex()


class CardRole(IntEnum):
    """What a card holds beside its quote, the `DisplayRole`: its annotation and that one's id; None in a heading.

    The hint says what can be done about a note without a certain place, and which note is one of two versions after a
    conflict; "" for all others. The passages are those further ones that the note links, each as (whose words, the
    words, whether they stand in the text). `WAS` says which words were marked once where others stand there now, in
    a text that changed; `MOVED`, that only their place is another; "" for all others. `OURS` tells of a heading
    whether it is the interface's own.
    """

    ID = Qt.ItemDataRole.UserRole + 1
    ANNOTATION = Qt.ItemDataRole.UserRole + 2
    HINT = Qt.ItemDataRole.UserRole + 3
    PASSAGES = Qt.ItemDataRole.UserRole + 4
    WAS = Qt.ItemDataRole.UserRole + 5
    MOVED = Qt.ItemDataRole.UserRole + 6
    OURS = Qt.ItemDataRole.UserRole + 7


class _Row(NamedTuple):
    """A card, or a heading (an author's name, or `ours`) with no `annotation`.

    `placements` are those of a card's passages.
    """

    heading: str = ""
    ours: bool = False
    annotation: Annotation | None = None
    placements: tuple[Placement, ...] = ()

    @property
    def placement(self) -> Placement | None:
        """Where the first passage stands, by which a card is listed; None for a heading."""
        return self.placements[0] if self.placements else None

    @property
    def span(self) -> Span | None:
        """Where the marked words stand; None for a heading and for a card without a certain place."""
        return self.placement.span if self.placement else None

    @property
    def key(self) -> str:
        """What this row is about, however it reads."""
        return self.annotation.id if self.annotation else f"# {self.heading}"


class NotesModel(QAbstractListModel):
    """A list of headings (author's names) and cards (annotations), as `NoteFilter` lets them through."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = NoteFilter()
        self._rows: tuple[_Row, ...] = ()
        self._annotations: tuple[Annotation | None, ...] = ()
        self._quoted = Latest(_no_quotes)
        self.refill()

    @property
    def filter(self) -> NoteFilter:
        """What the rows are filtered by."""
        return self._filter

    @property
    def cards(self) -> int:
        """How many annotations are shown."""
        return sum(row.annotation is not None for row in self._rows)

    def set_filter(self, wanted: NoteFilter) -> None:
        """Show what `wanted` lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self.refill()

    def refill(self) -> None:
        """Make the rows anew from the session's state."""
        with uncollected():  # ten thousand rows to keep, and nothing to collect among them
            rows = tuple(self._made(self._session.state))
        self._annotations = tuple(row.annotation for row in rows)
        if len(rows) != len(self._rows) or any(new.key != old.key for new, old in zip(rows, self._rows, strict=True)):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        changed = [i for i, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row_of(self, annotation_id: str | None) -> int:
        """Return the row of an annotation, -1 when it isn't shown."""
        ids = (row.annotation.id if row.annotation else None for row in self._rows)
        return next((i for i, found in enumerate(ids) if found is not None and found == annotation_id), -1)

    def rows_of(self, ids: frozenset[str]) -> list[int]:
        """Return the rows of those annotations that are shown."""
        if not ids:
            return []
        return [i for i, row in enumerate(self._rows) if row.annotation and row.annotation.id in ids]

    def cards_among(self, rows: Iterable[int]) -> dict[int, str]:
        """Return, by row, the ids of the annotations in `rows`; headings are left out."""
        found = ((row, self._rows[row].annotation) for row in rows)
        return {row: annotation.id for row, annotation in found if annotation}

    @property
    def annotations(self) -> tuple[Annotation | None, ...]:
        """The annotation of each row, None for a heading; the same object until they are others."""
        return self._annotations

    @property
    def ids(self) -> list[str]:
        """The ids of the annotations that are shown, in their order."""
        return [row.annotation.id for row in self._rows if row.annotation]

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many headings and cards there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let cards be chosen, and headings not."""
        if not index.isValid() or self._rows[index.row()].annotation is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what `role` asks for; words of the thread's in the script shown."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._heading(row, role) if row.annotation is None else self._card(row, row.annotation, role)

    def _heading(self, row: _Row, role: int) -> object:
        match role:
            case CardRole.OURS:
                return row.ours
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.heading if row.ours else self._session.shown(row.heading)
            case _:
                return None

    def _card(self, row: _Row, annotation: Annotation, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._quote(row, annotation)
            case Qt.ItemDataRole.AccessibleTextRole:
                further = (word for author, quote, _ in self._passages(row, annotation) for word in (author, quote))
                hints = self._was(row, annotation) or self._moved(row, annotation), self._hint(row)
                words = (self._quote(row, annotation), *further, annotation.note, *annotation.tags, *hints)
                return ", ".join(filter(None, words))
            case CardRole.ID:
                return annotation.id
            case CardRole.ANNOTATION:
                return annotation
            case CardRole.HINT:
                return self._hint(row)
            case CardRole.WAS:
                return self._was(row, annotation)
            case CardRole.MOVED:
                return self._moved(row, annotation)
            case CardRole.PASSAGES:
                return self._passages(row, annotation)
            case _:
                return None

    def _quote(self, row: _Row, annotation: Annotation) -> str:
        """Return the marked words on one line."""
        return self._words(row.span, annotation.passages[0].anchor)

    def _passages(self, row: _Row, annotation: Annotation) -> tuple[tuple[str, str, bool], ...]:
        """Return the further passages, as `CardRole` says, on one line each."""
        document = self._session.state.document
        found: list[tuple[str, str, bool]] = []
        for passage, place in zip(annotation.passages[1:], row.placements[1:], strict=True):
            author = self._session.shown(_owned(passage, place, document).author)
            found.append((author, self._words(place.span, passage.anchor), place.span is not None))
        return tuple(found)

    def _words(self, span: Span | None, anchor: Anchor) -> str:
        """Return marked words on one line: those at `span`, else those that were marked once."""
        if span is None:
            return _on_one_line(self._session.pages.quote(anchor))
        state = self._session.state
        kept = self._quoted(state.document, state.focused_manner)
        if span not in kept:
            kept[span] = _on_one_line(self._session.quoted(span))
        return kept[span]

    def _was(self, row: _Row, annotation: Annotation) -> str:
        once = words_once(self._session.state.document, annotation.passages[0].anchor, row.placement)
        return self.tr("Was: {quote}").format(quote=_on_one_line(self._session.shown(once))) if once else ""

    def _moved(self, row: _Row, annotation: Annotation) -> str:
        if self._was(row, annotation) or not is_elsewhere(annotation.passages[0].anchor, row.placement):
            return ""
        return self.tr("The text has changed since; the words were found again in another place")

    def _hint(self, row: _Row) -> str:
        """Return what can be done about an unplaced note, or that there are two versions of one; "" for others."""
        if row.placement is None or row.placement.span is not None:
            several = row.annotation is not None and is_in_versions(self._session.state, row.annotation.id)
            return self.tr("In several versions: V shows the next") if several else ""
        if row.placement.candidates:
            places = self.tr("%n possible place(s)", "", len(row.placement.candidates))
            return self.tr("{places}: P shows the next, A attaches the note to it").format(places=places)
        return self.tr("Select the words it belongs to, then press A")

    def _made(self, state: State) -> Iterator[_Row]:
        if state.document is not None:
            yield from self._under_authors(state, state.document)
        any_unplaced = [
            a
            for a in (unplaced(state) if is_any_unplaced(state) else ())
            if self._passes(state, a, a.passages[0].author, a.passages[0].answer)
        ]
        uncertain = [a for a in any_unplaced if state.notes.placements[a.id][0].state is PlacementState.UNCERTAIN]
        lost = [a for a in any_unplaced if state.notes.placements[a.id][0].state is PlacementState.LOST]
        for heading, found in ((self.tr("Place uncertain"), uncertain), (self.tr("No longer in this text"), lost)):
            if found:
                yield _Row(heading=heading, ours=True)
            yield from (_Row(annotation=a, placements=state.notes.placements[a.id]) for a in found)

    def _passes(self, state: State, annotation: Annotation, author: str, answer: int | None) -> bool:
        """Tell whether a card is shown that stands in `answer` by now, in the words of `author`."""
        if annotation.id == state.notes.editing:  # its card holds the editor
            return True
        standing = _standing(state, annotation, author, answer)
        return self._filter.passes(standing, partial(self._quotes, state, annotation))

    def _quotes(self, state: State, annotation: Annotation) -> Iterator[str]:
        """Yield the passages of `annotation` as they read now."""
        for passage, place in zip(annotation.passages, state.notes.placements[annotation.id], strict=True):
            yield self._words(place.span, passage.anchor)

    def _under_authors(self, state: State, document: Document) -> Iterator[_Row]:
        starts = [answer.span.start for answer in document.answers]
        placements, filtered = state.notes.placements, bool(self._filter)
        above: tuple[int, str] | None = None
        for annotation, span, passage in marked(state):
            if passage:
                continue
            number = bisect_right(starts, span.start) - 1
            author, heading = _whose(document, number, span)
            if filtered and not self._passes(state, annotation, author, number):
                continue
            if above != (number, heading):
                above = number, heading
                yield _Row(heading=heading or self.tr("The question"), ours=not heading)
            yield _Row(annotation=annotation, placements=placements[annotation.id])


def _whose(document: Document, number: int, span: Span) -> tuple[str, str]:
    """Return who wrote what is marked at `span` in the answer `number`, and what stands above its card.

    Of a comment that is both names, as on the page: who wrote it › whose answer it is on.
    """
    if number < 0:
        return "", ""
    answer = document.answers[number]
    comment = answer.comment_at(span.start)
    if comment is None:
        return answer.author, answer.author
    return comment.author, f"{comment.author} › {answer.author}"


def _standing(state: State, annotation: Annotation, author: str, answer: int | None) -> Annotation:
    """Return `annotation` as one on this answer, and its further passages on theirs: words may have moved since."""
    first, *further = annotation.passages
    places = state.notes.placements[annotation.id][1:]
    passages = (
        replace(first, author=author, answer=answer),
        *(_owned(passage, place, state.document) for passage, place in zip(further, places, strict=True)),
    )
    return annotation if annotation.passages == passages else replace(annotation, passages=passages)


def _owned(passage: Passage, place: Placement, document: Document | None) -> Passage:
    """Return a further passage as one of the answer that it stands in; as it was made where it stands in none."""
    index = document.answer_at(place.span.start) if document and place.span else None
    if document is None or index is None or place.span is None:
        return passage
    return replace(passage, author=document.author_at(place.span.start) or "", answer=index)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _no_quotes(*_shown: object) -> dict[Span, str]:
    return {}


def words_once(document: Document | None, anchor: Anchor, placement: Placement | None) -> str:
    """Return the words that were marked once where others were found for them, else "".

    The same words in the other script, with other blanks or something that nobody sees between them, are no others.
    """
    if document is None or placement is None or not _is_found_again(placement) or placement.span is None:
        return ""
    same = _compared(placement.span.of(document.text)) == _compared(anchor.exact)
    return "" if same else marked_words(anchor, document)


def is_elsewhere(anchor: Anchor, placement: Placement | None) -> bool:
    """Tell whether an anchor was found again at another offset than it was made at."""
    return placement is not None and _is_found_again(placement) and placement.span != anchor.span


def _is_found_again(placement: Placement) -> bool:
    return placement.state is PlacementState.MOVED


def _compared(words: str) -> str:
    return search_key("".join(words.split()))
