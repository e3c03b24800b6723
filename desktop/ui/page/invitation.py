"""What a page without a thread says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look


def invite(viewport: QWidget, look: Look) -> None:
    """Paint into the middle of `viewport`, within its paint event, how a thread is opened."""
    painter = QPainter(viewport)
    painter.setFont(look.interface_font())
    painter.setPen(QColor(look.tokens.second))
    middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    words = QCoreApplication.translate("AnswerPage", "Open a thread, or drop a file here.")
    painter.drawText(viewport.rect(), middle, words)
