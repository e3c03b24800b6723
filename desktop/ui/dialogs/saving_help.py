"""How a thread is saved in the browser, in three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look

_WIDTH_PX = 520
_MARGIN_PX, _SPACING_PX = 28, 14


class SavingHelp(QDialog):
    """Says how to save a thread so that it opens with all its people."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("savingHelp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How to Save Threads"))
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        for sentence in self._sentences():
            label = QLabel(sentence, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(look.frame_font())
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "In the browser, open the answers that you want to keep, save the page with Ctrl+S (or with the "
                "extension SingleFile, which keeps the pictures), and drop the file on this window."
            ),
            self.tr(
                "Or select the question with its answers, copy them, and press Ctrl+V here: that makes a thread of "
                "its own, which you find again under File, Pasted Threads."
            ),
            self.tr(
                "What other programs saved opens as it is: Markdown, PTT posts, JSON, EPUB, logs of chats, and whole "
                "folders or zips of single answers, which become one thread again."
            ),
        )
