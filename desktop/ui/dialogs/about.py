"""What this is, what it is made of, and where the reader's data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from desktop import __version__
from desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.ui.look.look import Look

_ICON_PX = 72
_WIDTH_PX = 520


class AboutDialog(QDialog):
    """The name, the version, the licences, and the data folder."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About 百家"))
        self.setMinimumWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(12)
        icon = QLabel(self)
        icon.setPixmap(QIcon(str(resource("icons/baijia.svg"))).pixmap(_ICON_PX, _ICON_PX))
        icon.setAccessibleName(self.tr("The app's icon"))
        name = QLabel("百家", self)
        name.setFont(look.heading_font(28))
        for label in (icon, name):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        for sentence in self._sentences(session):
            column.addWidget(_line(sentence, self))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        buttons.setCenterButtons(True)
        column.addSpacing(8)
        column.addWidget(buttons)

    def _sentences(self, session: Session) -> tuple[str, ...]:
        return (
            self.tr("Version {version}").format(version=__version__),
            self.tr("A reader for one question and many people's answers."),
            self.tr("Converts with OpenCC's dictionaries, finds words with jieba, is set in Noto Serif (OFL)."),
            self.tr("Your notes stay on this computer, in {folder}").format(folder=session.data_folder),
        )


def _line(sentence: str, parent: QWidget) -> QLabel:
    label = QLabel(sentence, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
