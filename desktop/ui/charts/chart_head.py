"""What stands above a chart: its title, what saves it and what leads back to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.charts.fonts import TITLE_PX
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from desktop.ui.look.look import Look

_SIDE_PX, _TOP_PX, _GAP_PX = 18, 10, 18


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
            button.setProperty("quiet", True)
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
        dress(self.title, self._look.interface_font(TITLE_PX), f"color: {self._look.tokens.ink};")
        for button in (self.save, self.back):
            button.setFont(self._look.interface_font(SMALL_PX))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self.dress()
        super().changeEvent(event)
