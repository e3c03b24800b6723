"""Choosing with the mouse by words and by paragraphs: the second and the third click, and the drag that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF
from PySide6.QtWidgets import QApplication

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable


class Choosing:
    """Says what is selected from a double click on, until the button is let go or a single click is made.

    Qt selects by words of its own, whole clauses in Chinese, and publishes them before they can be narrowed.
    `word` and `paragraph` return what is at a point of the viewport, as positions of the text document (UTF-16).
    """

    def __init__(self, word: Callable[[QPointF], Span | None], paragraph: Callable[[QPointF], Span | None]) -> None:
        self._word = word
        self._paragraph = paragraph
        self._unit = word
        self._first: Span | None = None
        self._since = QElapsedTimer()
        self._at = QPointF()

    @property
    def is_on(self) -> bool:
        """Whether a drag selects by words or paragraphs now."""
        return self._first is not None

    def double_click(self, point: QPointF) -> Span | None:
        """Begin with the word at `point`; return it."""
        self._since.start()
        self._at = point
        return self._begin(self._word, point)

    def third_click(self, point: QPointF) -> Span | None:
        """Begin with the paragraph if a click at `point` is the third on one place; None if it is the first."""
        near = (point - self._at).manhattanLength() < QApplication.startDragDistance()
        is_third = self._since.isValid() and not self._since.hasExpired(QApplication.doubleClickInterval()) and near
        self._since.invalidate()
        return self._begin(self._paragraph, point) if is_third else None

    def drag(self, point: QPointF, caret: int) -> tuple[int, int] | None:
        """Return where the selection that is dragged to `point` begins and where, with the caret, it ends.

        Beside the words it ends at `caret`, the position nearest to the point.
        """
        if self._first is None:
            return None
        here = self._unit(point) or Span(caret, caret)
        if here.start < self._first.start:
            return self._first.end, here.start
        return self._first.start, max(here.end, self._first.end)

    def end(self) -> None:
        """Let the button go."""
        self._first = None

    def _begin(self, unit: Callable[[QPointF], Span | None], point: QPointF) -> Span | None:
        self._unit = unit
        self._first = unit(point)
        return self._first
