"""The matrix in the place of the pages: who says which term how often, each number one click from its sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.keywords import Measure, matrix_csv
from desktop.ui.charts.fonts import chart_fonts
from desktop.ui.charts.matrix.arranging import AS_GIVEN, AxisKey, AxisOrder, MatrixOrder, arranged
from desktop.ui.charts.matrix.grid import (
    LIGHT,
    MEASURE,
    PLACES,
    SORT_AUTHORS,
    SORT_TERMS,
    UNSORT,
    VISIT,
    Cell,
    GridKey,
    GridTable,
)
from desktop.ui.charts.matrix.grid_model import NOTHING
from desktop.ui.charts.matrix.head import MatrixHead
from desktop.ui.charts.matrix.heat_map import HeatMap, Shading
from desktop.ui.charts.matrix.picture import matrix_picture
from desktop.ui.charts.matrix.terms import MatrixTerms, counted, lights_of
from desktop.ui.charts.picture import as_png, as_svg
from desktop.ui.look.look import FRAME_PX
from desktop.ui.look.theme import LIGHT as LIGHT_TOKENS
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from desktop.documents import Document
    from desktop.keywords import Matrix
    from desktop.session import Session, State
    from desktop.session.words.counting import TermCounts
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_ATTENDING = "matrix"
_FOOT_PX, _SIDE_PX = 40, 18


class MatrixView(QWidget):
    """Shows the matrix of the open thread, and keeps it true while it is seen."""

    left = Signal()
    """Emitted when the page is to be seen again."""

    def __init__(self, session: Session, look: Look, desk: Desk) -> None:
        super().__init__()
        self._session, self._look, self._desk = session, look, desk
        self._which, self._order, self._shading = MatrixTerms.ALL, MatrixOrder(), Shading.ALL
        self._seen = False
        self._drawn: tuple[Document | None, MatrixTerms] | None = None
        """Of which thread and of which terms there are numbers on show."""
        self._counts: TermCounts | None = None
        """What the numbers on show are from, unless they are of what is lit."""
        self._stood: tuple[Document | None, int] | None = None
        """At which answer of which thread the reader was when the current cell was put to its author."""
        self.setObjectName("matrixView")
        self.head = MatrixHead(look, self)
        self.table = GridTable(look, self)
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._foot = QLabel(self)
        self._foot.setObjectName("matrixFoot")
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setWordWrap(True)
        self._foot.setMinimumHeight(_FOOT_PX)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._message, 1)
        rows.addWidget(self._foot)
        self.setFocusProxy(self.table)
        self._wire()
        self._dress()

    def _wire(self) -> None:
        self.head.chose_terms.connect(self.show_terms)
        self.head.chose_measure.connect(self._measure)
        self.head.chose_shading.connect(self._shade)
        self.head.saving.connect(self.save)
        self.head.left.connect(self.left)
        self.table.left.connect(self.left)
        self.table.acted.connect(self._act)
        self.table.asked_for_menu.connect(self._offer)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self._session.changed.connect(self._follow)
        self._session.corpus.counting.changed.connect(self._on_counted)
        self._look.changed.connect(self._dress)

    # -- what is shown ----------------------------------------------------------------------------------------

    def show_terms(self, which: MatrixTerms) -> None:
        """Show other terms."""
        self._which = which
        self.draw()

    def draw(self) -> None:
        """Show the matrix as it is counted and chosen now, or say why there is none."""
        self.head.hold(self._which, self._order.measure, self._shading)
        document = self._session.state.document
        matrix = counted(self._session, self._which) if document is not None else None
        if matrix is None and self._is_coming((document, self._which)):
            return
        self._drawn = (document, self._which) if matrix is not None else None
        self._counts = self._session.corpus.counting.counts if matrix is not None else None
        shown = matrix is not None and bool(matrix.terms) and bool(matrix.authors)
        self.table.setVisible(shown)
        self.head.legend.setVisible(shown)
        self.head.save.setEnabled(shown)
        self._message.setVisible(not shown)
        if matrix is None or not shown:
            self._message.setText(self._excuse(matrix))
            self._foot.clear()
            return
        heat_map = self._seen_as(arranged(matrix, self._order, self._ranking()))
        terms, authors = heat_map.matrix.terms, heat_map.matrix.authors
        self.table.show_map(
            heat_map, terms_by=_number(self._order.terms, authors), authors_by=_number(self._order.authors, terms)
        )
        self.head.legend.show_scale(heat_map)
        self._begin_at_answer(authors)
        self._tell()

    def _begin_at_answer(self, authors: tuple[str, ...]) -> None:
        """Go to the author of the answer in focus, unless the current cell was put there already."""
        state = self._session.state
        stands, cell = (state.document, state.pane.answer), self.table.cell
        if self._stood == stands or state.document is None or cell is None:
            return
        self._stood = stands
        author = state.document.answers[state.pane.answer].author
        if author in authors:
            self.table.go_to(Cell(cell.term, authors.index(author)))

    def _is_coming(self, what: tuple[Document | None, MatrixTerms]) -> bool:
        """Tell whether the numbers on show will soon be replaced, so that they are not taken away for a moment."""
        lit = bool(self._session.state.lights.terms)
        return (
            self._drawn == what
            and not self._session.corpus.counting.failed
            and (lit or what[1] is not MatrixTerms.LIT)
        )

    def _seen_as(self, matrix: Matrix) -> HeatMap:
        shown, nameless = self._session.shown, self.tr("Without a name")
        return HeatMap(
            matrix,
            tuple(map(shown, matrix.terms)),
            tuple(shown(author) if author else nameless for author in matrix.authors),
            self._order.measure,
            self._shading,
            lights_of(self._session, matrix),
        )

    def _excuse(self, matrix: Matrix | None) -> str:
        if self._session.corpus.counting.failed:
            return self.tr("The words of this thread could not be counted.")
        if matrix is None:
            return self.tr("Counting…")
        if self._which is MatrixTerms.LIT:
            return self.tr("No keyword is lit. Press L on a term of all answers to light it.")
        return self.tr("There are no terms here that tell anything.")

    def _ranking(self) -> Callable[[str], object]:
        """Return what names are compared by, as they are shown; to make a collator takes longer than to ask it."""
        collator = QCollator(QLocale())
        collator.setNumericMode(True)
        return lambda name: collator.sortKey(self._session.shown(name))

    def _tell(self) -> None:
        """Say below the table what the number of the current cell means."""
        cell = self.table.cell
        words = self.table.sentences.cell(self.table.heat_map, *cell) if cell is not None else ""
        self._foot.setText(words)

    # -- what is done -----------------------------------------------------------------------------------------

    def _act(self, key: GridKey, cell: Cell) -> None:
        matrix = self.table.heat_map.matrix
        term, author = matrix.terms[cell.term], matrix.authors[cell.author]
        if key == PLACES:
            self._desk.panels.show_concordance(term, author)
        elif key == LIGHT:
            self._session.lights.toggle(term)
        elif key == VISIT:
            self._visit(author)
        elif key == SORT_TERMS:
            self._sort(AxisOrder(AxisKey.USE, author), None)
        elif key == SORT_AUTHORS:
            self._sort(None, AxisOrder(AxisKey.USE, term))
        elif key == UNSORT:
            self._sort(AS_GIVEN, AS_GIVEN)
        elif key == MEASURE:
            self._measure(Measure.RATE if self._order.measure is Measure.COUNT else Measure.COUNT)

    def _sort(self, terms: AxisOrder | None, authors: AxisOrder | None) -> None:
        """Have an axis go by another order, and show what comes first; what it goes by already takes that back."""
        if terms is not None:
            self._order = replace(self._order, terms=AS_GIVEN if terms == self._order.terms else terms)
        if authors is not None:
            self._order = replace(self._order, authors=AS_GIVEN if authors == self._order.authors else authors)
        self.draw()
        cell, matrix = self.table.cell, self.table.heat_map.matrix
        if cell is not None:
            term = _number(self._order.authors, matrix.terms) if authors is not None else None
            author = _number(self._order.terms, matrix.authors) if terms is not None else None
            term = 0 if terms is not None else cell.term if term is None else term
            self.table.go_to(Cell(term, 0 if authors is not None else cell.author if author is None else author))

    def _measure(self, measure: Measure) -> None:
        self._order = replace(self._order, measure=measure)
        self.draw()

    def _shade(self, shading: Shading) -> None:
        self._shading = shading
        self.draw()

    def _visit(self, author: str) -> None:
        """Go to the first answer of an author."""
        document = self._session.state.document
        answers = document.answers if document is not None else ()
        there = next((n for n, one in enumerate(answers) if one.author == author and not one.is_question), None)
        if there is not None:
            self._session.show_answer(there)
            self.left.emit()

    def save(self) -> None:
        """Ask for a file and have the matrix written to it, as it is shown: in light colours, for paper."""
        heat_map, document = self.table.heat_map, self._session.state.document
        if document is None or not heat_map.terms:
            return
        title, rates = self._session.shown(document.title), heat_map.measure is Measure.RATE
        caption = self.tr("Times per thousand characters") if rates else self.tr("Times")
        picture = matrix_picture(heat_map, title, caption, chart_fonts(self._look), LIGHT_TOKENS)
        makers = {
            ".png": partial(as_png, picture),
            ".svg": partial(as_svg, picture),
            ".csv": partial(_as_csv, heat_map),
        }
        self._desk.dialogs.save_chart(f"{title} {self.head.title.text()}", makers)

    def _offer(self, cell: Cell, place: QPoint) -> None:
        from desktop.ui.charts.matrix.menu import MatrixDeeds, matrix_menu

        deeds = MatrixDeeds(partial(self._act, cell=cell), self._sort)
        matrix_menu(self._desk, self, self.table.heat_map, cell, deeds).popup(place)

    # -- following --------------------------------------------------------------------------------------------

    def _follow(self, old: State, new: State) -> None:
        """Draw anew what the state changes in it, while it is seen."""
        moved = self._which is MatrixTerms.ANSWER and old.pane.answer != new.pane.answer
        lit = old.lights.terms != new.lights.terms
        if old.document is not new.document and not self._seen:
            self._drawn = None
            self.table.show_map(NOTHING)
        if lit and self._which is not MatrixTerms.LIT and old.document is new.document:
            self._draw_lights()
            lit = False
        if lit or moved or old.focused_manner is not new.focused_manner or old.document is not new.document:
            self._renew()

    def _draw_lights(self) -> None:
        """Show which terms are lit, where the numbers stay."""
        heat_map = self.table.heat_map
        if self._seen and heat_map.terms:
            self.table.show_lights(replace(heat_map, slots=lights_of(self._session, heat_map.matrix)))

    def _on_counted(self) -> None:
        """Draw the numbers anew where they are others: of what is lit alone there are new ones at each light."""
        same = self._counts is not None and self._counts is self._session.corpus.counting.counts
        if self._which is MatrixTerms.LIT or not same:
            self._renew()

    def _renew(self) -> None:
        if self._seen:
            self.draw()

    def _dress(self) -> None:
        tokens = self._look.tokens
        self.head.dress()
        self.table.dress()
        self.table.setAccessibleName(self.tr("Who says what: terms by authors"))
        for label, pixels in ((self._message, FRAME_PX), (self._foot, FRAME_PX - 1)):
            dress(label, self._look.frame_font(pixels), f"color: {tokens.second};")
        self._foot.setContentsMargins(_SIDE_PX, 4, _SIDE_PX, 6)
        self._renew()
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Have the words counted while this is seen."""
        super().showEvent(event)
        self._seen = True
        self._session.corpus.counting.attend(_ATTENDING)
        self.draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the words be."""
        super().hideEvent(event)
        self._seen = False
        self._session.corpus.counting.leave(_ATTENDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, and the hairline over the words at the foot."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.page))
        painter.fillRect(0, self._foot.y(), self.width(), 1, QColor(tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)


def _as_csv(heat_map: HeatMap) -> bytes:
    """Return the table of `heat_map` with the mark by which spreadsheets know its encoding."""
    shown = replace(heat_map.matrix, terms=heat_map.terms, authors=heat_map.authors)
    return matrix_csv(shown, rates=heat_map.measure is Measure.RATE).encode("utf-8-sig")


def _number(order: AxisOrder, names: tuple[str, ...]) -> int | None:
    """Return the number of the name that an axis goes by, None where it goes by none of them."""
    return names.index(order.key) if order.by is AxisKey.USE and order.key in names else None
