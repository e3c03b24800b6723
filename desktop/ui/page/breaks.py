"""Where the lines of a paragraph may end: what Qt's rules of line breaking leave out, and what they are slow at."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder

from desktop.text import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterator

# A dot between the parts of a name and the sign between from and to stand with what is before them, says W3C's
# "Requirements for Chinese Text Layout". Unicode (UAX 14) takes U+00B7 and U+2022 for letters and U+FF5E for an
# ideograph, before which a line may end; with U+30FB, U+2027 and U+301C Qt is right by itself.
_NO_START = re.compile(r"(?<=\S)[·•‧・･～]")

_FAR = 1_000
"""A run of so many UTF-16 units that can't be broken is longer than a line, which has room for some 200 letters i."""


class Breaks:
    """The places in `text` at which a line may end. Positions are UTF-16 units, as Qt's lines have them."""

    def __init__(self, text: str) -> None:
        self.units = Utf16Map(text)
        self._length = self.units.to_units(len(text))
        self._barred = frozenset(self.units.to_units(found.start()) for found in _NO_START.finditer(text))
        self._text = text
        self._finder: QTextBoundaryFinder | None = None
        self._next = 0

    def is_far(self, start: int) -> bool:
        """Tell whether a line that begins at `start` ends within a run that can't be broken.

        Qt would read such a run to its end for every line, in quadratic time, and then break it anywhere after all.
        """
        if self._length <= _FAR:
            return False
        if start >= self._next:
            self._next = next(self._after(start), self._length)
        return self._next - start > _FAR

    def ends_run(self, end: int) -> bool:
        """Tell whether the run that `is_far` was asked about is over at `end`."""
        return end > self._next

    def better_end(self, start: int, end: int) -> int:
        """Return where the line from `start` should end that Qt has end at `end`: there, or earlier."""
        if end not in self._barred:
            return end
        # No farther: where nothing but barred places lies before, each line would be read to the text's start.
        before = takewhile(lambda place: place > start, self._before(end))
        return next((place for place in before if place not in self._barred), end)

    def _after(self, position: int) -> Iterator[int]:
        """Yield the places after `position` at which Qt breaks a line."""
        finder = self._found()
        finder.setPosition(position)
        while (position := finder.toNextBoundary()) >= 0:
            yield position

    def _before(self, position: int) -> Iterator[int]:
        """Yield the places before `position` at which Qt breaks a line, the nearest first."""
        finder = self._found()
        finder.setPosition(position)
        while (position := finder.toPreviousBoundary()) >= 0:
            yield position

    def _found(self) -> QTextBoundaryFinder:
        if self._finder is None:
            self._finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, self._text)
        return self._finder
