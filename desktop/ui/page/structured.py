"""The body of a page that has more than plain paragraphs: what is put in, and what is painted around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor

from desktop.ui.page.fact_words import FactWords
from desktop.ui.page.setting import Setter, opening, put_body
from desktop.ui.page.shapes import structure_of
from desktop.ui.page.surroundings import Surroundings
from desktop.ui.page.typesetting import HEADING_BLOCKS, MEASURE_EM, side_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.documents import Answer
    from desktop.session import PageText, Session
    from desktop.text import Span
    from desktop.ui.look.look import Look
    from desktop.ui.page.page_map import PageMap
    from desktop.ui.page.typesetting import Sheet
    from desktop.ui.page.view import PageView

_HIGHEST = 40
"""A picture that is more than so many times as high as wide is none to be seen."""


class StructuredBody:
    """The body of `view`, which shows the pane `index`: `answer` with its comments where they are unfolded.

    `before` is what the view has had: at a flip, its structure stays.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        view: PageView,
        index: int,
        answer: Answer,
        before: StructuredBody | None = None,
    ) -> None:
        state = session.state.seen_from(index)
        assert state.document is not None  # noqa: S101 (it has the answer)
        self._session = session
        self._look = look
        self._view = view
        self._words = FactWords(lambda words: session.shown(words, index), view)
        self._script = state.focused_manner.shown_script
        self._made_of = (answer, state.pane.is_unfolded)
        if before is not None and before._made_of[0] is answer and before._made_of[1] is state.pane.is_unfolded:
            self.structure = before.structure
        else:
            self.structure = structure_of(answer, state.document.text, unfolded=state.pane.is_unfolded)
        self._setter = self._new_setter()
        self._around: Surroundings | None = None

    def put(self, sheet: Sheet, page: PageText, cursor: QTextCursor) -> None:
        """Put the paragraphs of `page` in at `cursor`."""
        put_body(cursor, sheet, page, self.structure, self._setter)

    def surround(self, page_map: PageMap) -> None:
        """Take note of where the words stand, to be painted around."""
        told = self._words.of_comment
        self._around = Surroundings(self.structure, page_map, self._setter, self._session, told)

    @property
    def pictures(self) -> frozenset[str]:
        """Which pictures there is room for."""
        named = {shape.picture for shape in self.structure.shapes if shape.picture}
        return frozenset(name for name in named if self._size_of(name, 1) is not None)

    def refit(self, page_map: PageMap) -> None:
        """Make room for the pictures as large as they are in the view's new width."""
        setter = self._new_setter()
        # To set a format anew has all laid out anew, of which this is told.
        if setter.width == self._setter.width or not any(shape.picture for shape in self.structure.shapes):
            return
        self._setter = setter
        cursor = QTextCursor(self._view.document())
        cursor.beginEditBlock()
        for number, shape in enumerate(self.structure.shapes):
            if shape.picture:
                cursor.setPosition(self._view.document().findBlockByNumber(number + HEADING_BLOCKS).position())
                cursor.setBlockFormat(self._setter.block(shape, opening(self.structure, number)))
        cursor.endEditBlock()
        self.surround(page_map)

    def under(self, painter: QPainter, seen: Span) -> None:
        """Paint what lies beneath the words of the document positions `seen`, and beneath their marks."""
        if self._around is not None:
            self._around.under(painter, self._view.document(), self._view.page_layout, seen)

    def over(self, painter: QPainter, seen: Span) -> None:
        """Paint what lies above the words of the document positions `seen`."""
        if self._around is not None:
            self._around.over(painter, seen)

    def _new_setter(self) -> Setter:
        width = self._view.viewport().width()
        column = min(width - 2 * side_of(width, self._look.page_px), MEASURE_EM * self._look.page_px + 1)
        return Setter(self._look, self._script, column, self._size_of)

    def _size_of(self, picture: str, width: int) -> QSize | None:
        """Return how large a picture is shown in so many pixels: never larger than it is."""
        size = self._session.pictures.size(picture)
        if size is None or size.height() > _HIGHEST * size.width():
            return None
        if size.width() <= width:
            return size
        return size.scaled(QSize(width, size.height()), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
