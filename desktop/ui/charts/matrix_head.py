"""What stands above the matrix: what it shows, the choices of how, its scale, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.keywords import Measure
from desktop.ui.charts.heat_map import Shading
from desktop.ui.charts.legend import Legend
from desktop.ui.charts.matrix_terms import MatrixTerms
from desktop.ui.fields.segments import Segments
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from desktop.ui.look.look import Look

_SIDE_PX, _TOP_PX, _GAP_PX = 18, 10, 18
_TITLE_PX = 17


class ChartHead(QWidget):
    """The title of a chart, with the buttons that save it and lead back to the page, and room for choices below."""

    saving = Signal()
    """Emitted when the chart is to be saved."""

    left = Signal()
    """Emitted when the page is to be seen again."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.save = QPushButton(self)
        self.save.setObjectName("chartSave")
        self.save.clicked.connect(self.saving)
        self.back = QPushButton(self)
        self.back.setObjectName("chartBack")
        self.back.clicked.connect(self.left)
        self.above = above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self.title)
        above.addStretch()
        for button in (self.save, self.back):
            button.setProperty("quiet", True)  # noqa: FBT003 (Qt's own)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
            above.addWidget(button)
        self.below = QHBoxLayout()
        self.below.setSpacing(_GAP_PX)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_SIDE_PX, _TOP_PX, _SIDE_PX - 8, 6)
        rows.setSpacing(4)
        rows.addLayout(above)
        rows.addLayout(self.below)

    def dress(self) -> None:
        """Say everything in the language, the colours and the fonts that are worn now."""
        self.save.setText(self.tr("Save As…"))
        self.back.setText(self.tr("Back to the Page"))
        self.back.setToolTip(self.tr("Esc"))
        dress(self.title, self._look.interface_font(_TITLE_PX), f"color: {self._look.tokens.ink};")
        for button in (self.save, self.back):
            button.setFont(self._look.interface_font(SMALL_PX))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self.dress()
        super().changeEvent(event)


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
        self.terms.chosen.connect(lambda number: self.chose_terms.emit(list(MatrixTerms)[number]))
        self.measure.chosen.connect(lambda number: self.chose_measure.emit(list(Measure)[number]))
        self.shading.chosen.connect(lambda number: self.chose_shading.emit(list(Shading)[number]))
        self.dress()

    def hold(self, terms: MatrixTerms, measure: Measure, shading: Shading) -> None:
        """Show which choices hold."""
        self.terms.hold(list(MatrixTerms).index(terms))
        self.measure.hold(list(Measure).index(measure))
        self.shading.hold(list(Shading).index(shading))

    def dress(self) -> None:
        """Say everything in the language, the colours and the fonts that are worn now."""
        super().dress()
        self.title.setText(self.tr("Who Says What"))
        self.terms.offer(self.tr("Terms"), [self.tr("Of All"), self.tr("Of This Answer"), self.tr("Lit")])
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
