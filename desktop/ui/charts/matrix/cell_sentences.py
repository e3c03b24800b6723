"""What the numbers of the matrix mean, in sentences: for a tooltip, and for who listens instead of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from desktop.keywords import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.charts.matrix.heat_map import HeatMap

_TENTH, _HUNDREDTH = 1, 2


class CellSentences(QObject):
    """Explains the cells, rows and columns of a `HeatMap`, which are told by their numbers in it."""

    def cell(self, heat_map: HeatMap, term: int, author: int) -> str:
        """Return how often an author says a term, and how that is beside the others."""
        matrix = heat_map.matrix
        count, named, word = matrix.counts[term][author], heat_map.authors[author], heat_map.terms[term]
        if not count:
            words = self.tr("{author} never says {term}.").format(author=named, term=word)
            others = self.tr("%n other(s) do.", "", matrix.users(term))
            return f"{words} {others}" if matrix.users(term) else words
        said = self.tr("{author} says {term} %n time(s), {rate} per thousand characters", "", count)
        said = said.format(author=named, term=word, rate=rate_words(matrix.rates[term][author]))
        return self.tr("{said}: {rank}.").format(said=said, rank=self._rank(heat_map, heat_map.values[term], author))

    def term(self, heat_map: HeatMap, term: int) -> str:
        """Return how often a term is said in all, and by how many."""
        matrix = heat_map.matrix
        said = self.tr("{term}: %n time(s) in all", "", matrix.total(term)).format(term=heat_map.terms[term])
        users = self.tr("said by {users} of %n author(s)", "", len(matrix.authors)).format(users=matrix.users(term))
        return self.tr("{said}, {users}.").format(said=said, users=users)

    def author(self, heat_map: HeatMap, author: int) -> str:
        """Return how much an author wrote, and how many of the terms are in it."""
        matrix = heat_map.matrix
        used = sum(row[author] > 0 for row in matrix.counts)
        wrote = self.tr("{author} wrote %n character(s)", "", matrix.lengths[author])
        of_terms = self.tr("and uses {used} of these %n term(s)", "", len(matrix.terms)).format(used=used)
        return self.tr("{wrote} {used}.").format(wrote=wrote.format(author=heat_map.authors[author]), used=of_terms)

    def _rank(self, heat_map: HeatMap, row: Sequence[float], author: int) -> str:
        """Return which place an author has among all, by the numbers in a `row`."""
        more = sum(value > row[author] for value in row)
        same = sum(value == row[author] for value in row) - 1
        everyone = len(row)
        if sum(value > 0 for value in row) == 1:
            return self.tr("the only one who does")
        if more == 0 and same == 0:
            if heat_map.measure is Measure.RATE:
                return self.tr("by that, the most of all %n", "", everyone)
            return self.tr("the most of all %n", "", everyone)
        if more == 0:
            return self.tr("no one says it more; %n other(s) say it as much", "", same)
        return self.tr("%n other(s) of {count} say it more", "", more).format(count=everyone)


def rate_words(rate: float) -> str:
    """Return a rate with as many decimals as tell it from nothing."""
    return QLocale().toString(rate, "f", _TENTH if rate >= 1 else _HUNDREDTH)
