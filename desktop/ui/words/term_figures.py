"""What is known of a term from where the reader is, and how it is said."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject

from desktop.ui.wording.punctuation import listed

if TYPE_CHECKING:
    from desktop.keywords import DistinctiveTerm
    from desktop.session.words.counting import TermCounts

_PER = 1000
_EVEN = 1.15
"""Up to this ratio, one author's share of a term and that of the others are said to be about the same."""


class TermFigures(NamedTuple):
    """How often a term stands where, seen from one answer.

    `shares` has for each author, in the order of the thread, how often the term stands in a thousand characters;
    `column` is the author of the answer among them, None for the question's own text.
    """

    here: int
    total: int
    answers: int
    of_answers: int
    shares: tuple[float, ...]
    column: int | None
    ratio: float | None
    """How many times as often as all others together the author uses it; None where nothing can be compared."""
    apart: DistinctiveTerm | None

    @classmethod
    def of(cls, counts: TermCounts, row: int, answer: int, apart: DistinctiveTerm | None = None) -> TermFigures:
        """Return the figures of the term in this row of `counts`."""
        tally, matrix = counts.tally, counts.matrix
        used, lengths = matrix.counts[row], matrix.lengths
        column = tally.columns[answer]
        return cls(
            tally.counts[row][answer],
            counts.totals[row],
            tally.answers(row),
            sum(column is not None for column in tally.columns),
            tuple(_PER * count / length if length else 0.0 for count, length in zip(used, lengths, strict=True)),
            column,
            None if column is None else _ratio(used, lengths, column),
            apart,
        )


def _ratio(used: tuple[int, ...], lengths: tuple[int, ...], column: int) -> float | None:
    own, own_length = used[column], lengths[column]
    others, other_length = sum(used) - own, sum(lengths) - own_length
    if not own or not own_length or not other_length:
        return None
    return own / own_length / (others / other_length) if others else inf


class TermWording(QObject):
    """Says the figures of a term in plain words."""

    def sentence(self, shown: str, figures: TermFigures) -> str:
        """Return, a line for each thing, how often the term that is `shown` so stands where."""
        lines = [self._whole(shown, figures)]
        lines.append(
            self.tr("%Ln time(s) in this one", "", figures.here) if figures.here else self.tr("Not in this one")
        )
        if figures.column is not None and (share := figures.shares[figures.column]):
            words = self.tr("{share} times in a thousand characters of this author")
            lines.append(words.format(share=_decimal(share)))
            lines.append(self._compared(figures.ratio))
        if figures.apart is not None:
            lines.append(self._evidence(figures.apart))
        return "\n".join(filter(None, lines))

    def spoken(self, shown: str, figures: TermFigures, *, lit: bool) -> str:
        """Return how the row of a term is spoken: what stands there, and whether it is lit."""
        some, of_all = _number(figures.answers), _number(figures.of_answers)
        parts = [
            shown,
            self.tr("%Ln time(s) in this answer", "", figures.here),
            self.tr("%Ln in all", "", figures.total),
            self.tr("in {some} of {all} answers").format(some=some, all=of_all),
            self.tr("lit") if lit else "",
        ]
        return listed([part for part in parts if part])

    def _whole(self, shown: str, figures: TermFigures) -> str:
        if not figures.total:
            return self.tr("{term} stands in no answer").format(term=shown)
        words = self.tr("{term} stands %Ln time(s) in {some} of {all} answers", "", figures.total)
        return words.format(term=shown, some=_number(figures.answers), all=_number(figures.of_answers))

    def _compared(self, ratio: float | None) -> str:
        if ratio is None:
            return ""
        if ratio == inf:
            return self.tr("No other author uses it")
        if 1 / _EVEN < ratio < _EVEN:
            return self.tr("About as often as the others")
        if ratio > 1:
            return self.tr("{times} times as often as the others").format(times=_decimal(ratio))
        return self.tr("{share} % as often as the others").format(share=_number(round(100 * ratio)))

    def _evidence(self, term: DistinctiveTerm) -> str:
        from desktop.keywords import Evidence

        if term.evidence is Evidence.SIGNIFICANT:
            words = self.tr("More than chance would have it (G² = {score})")
        else:
            words = self.tr("Too seldom to say that it isn't chance (G² = {score})")
        return words.format(score=_decimal(term.score))


def _number(value: int) -> str:
    return QLocale().toString(value)


def _decimal(value: float) -> str:
    """Return a number with one digit behind the point, and with none where it is large."""
    return QLocale().toString(value, "f", 1 if value < 100 else 0)
