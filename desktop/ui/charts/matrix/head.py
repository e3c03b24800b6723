"""What stands above the matrix: the choices of what it shows and how, and its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.keywords import Measure
from desktop.ui.charts.chart_head import ChartHead
from desktop.ui.charts.matrix.heat_map import Shading
from desktop.ui.charts.matrix.legend import Legend
from desktop.ui.charts.matrix.terms import MatrixTerms
from desktop.ui.fields.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look


class MatrixHead(ChartHead):
    """The head of the matrix, with the choices of its terms, its numbers and its shades."""

    chose_terms = Signal(MatrixTerms)
    chose_measure = Signal(Measure)
    chose_shading = Signal(Shading)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.terms = Segments("matrixTerms", look, self)
        self.measure = Segments("matrixMeasure", look, self)
        self.shading = Segments("matrixShading", look, self)
        self.legend = Legend(look, self)
        for part in (self.terms, self.measure, self.shading):
            self.below.addWidget(part)
        self.below.addStretch()
        self.above.insertWidget(2, self.legend)
        self.terms.chosen.connect(self._choose_terms)
        self.measure.chosen.connect(self._choose_measure)
        self.shading.chosen.connect(self._choose_shading)
        self.dress()

    def hold(self, terms: MatrixTerms, measure: Measure, shading: Shading) -> None:
        """Show which choices hold."""
        self.terms.hold(list(MatrixTerms).index(terms))
        self.measure.hold(list(Measure).index(measure))
        self.shading.hold(list(Shading).index(shading))

    def _choose_terms(self, number: int) -> None:
        self.chose_terms.emit(list(MatrixTerms)[number])

    def _choose_measure(self, number: int) -> None:
        self.chose_measure.emit(list(Measure)[number])

    def _choose_shading(self, number: int) -> None:
        self.chose_shading.emit(list(Shading)[number])

    def dress(self) -> None:
        """Say everything in the language, the colours and the fonts that are worn now."""
        super().dress()
        self.title.setText(self.tr("Who Says What"))
        self.terms.offer(self.tr("Terms"), [self.tr("Of This Answer"), self.tr("Of All"), self.tr("Lit")])
        self.measure.offer(
            self.tr("Numbers"),
            [self.tr("Times"), self.tr("per 1,000")],
            [
                self.tr("How often each author says each term"),
                self.tr("How often in a thousand characters: who wrote little is comparable to who wrote much"),
            ],
        )
        self.shading.offer(
            self.tr("Shades"),
            [self.tr("Overall"), self.tr("by Term")],
            [
                self.tr("The largest number of all has the darkest shade"),
                self.tr(
                    "The largest number of each term has the darkest shade: who says it most, however rare it is"
                ),
            ],
        )
