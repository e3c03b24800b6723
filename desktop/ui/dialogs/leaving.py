"""What to do when the window is closed and some notes could not be written."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from desktop.ui.wording.reasons import because

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session.failure import Failure


class Leaving(Enum):
    """What the reader chose."""

    RETRY = auto()
    STAY = auto()
    LEAVE = auto()


def ask_about_unsaved(parent: QWidget, reason: Failure) -> Leaving:
    """Ask what to do about notes that could not be saved for `reason`; staying is the answer to Escape."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(QCoreApplication.translate("Leaving", "Some notes could not be saved."))
    said = because(reason)
    box.setInformativeText(said[:1].upper() + said[1:])
    retry = box.addButton(QCoreApplication.translate("Leaving", "Try Again"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(QCoreApplication.translate("Leaving", "Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(
        QCoreApplication.translate("Leaving", "Close and Lose Them"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(retry)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    if clicked is leave:
        return Leaving.LEAVE
    return Leaving.RETRY if clicked is retry else Leaving.STAY
