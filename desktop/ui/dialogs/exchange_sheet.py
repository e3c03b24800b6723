"""What an import would do, shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout

from desktop.ui.look.look import SMALL_PX
from desktop.ui.wording.reasons import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.session.files.exchange import Offer
    from desktop.ui.look.look import Look

_WIDTH_PX = 520
_NUMBER_PX = 20


class ImportSheet(QDialog):
    """Shows how many notes an `Offer` would add, change and keep twice; the reader says whether it is done."""

    def __init__(self, offer: Offer, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer = offer
        self._session = session
        self._look = look
        self.setObjectName("importSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import notes"))
        self.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(20)
        column.addWidget(self._title())
        column.addLayout(self._counts())
        self._unplaced = self._choice()
        column.addWidget(self._unplaced)
        column.addWidget(self._promise())
        self._buttons = self._make_buttons()
        column.addWidget(self._buttons)
        self._follow()

    # -- building ---------------------------------------------------------------------------------------------

    def _title(self) -> QLabel:
        title = self._label(self.tr("Notes from “{name}”").format(name=plain(self._offer.name)))
        title.setFont(self._look.heading_font(20))
        return title

    def _counts(self) -> QGridLayout:
        """Return a line for everything that there is any of: a number, and what it counts."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        counted = [(number, words) for number, words in self._lines() if number]
        for row, (number, words) in enumerate(counted):
            figure = self._label(f"{number:,}")
            figure.setFont(self._look.heading_font(_NUMBER_PX))
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(figure, row, 0, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._label(words), row, 1, Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _lines(self) -> tuple[tuple[int, str], ...]:
        plan = self._offer.plan
        return (
            (len(plan.new), self.tr("new")),
            (plan.uncertain, self.tr("of these with several possible places, for you to choose")),
            (len(plan.changed), self.tr("changed in the file and not here: taken from the file")),
            (len(plan.conflicts), self.tr("changed in the file and here: both versions are kept")),
            (plan.unchanged, self.tr("here already")),
            (len(plan.unplaced), self.tr("on words that are not in this thread")),
            (plan.skipped, self.tr("left out: about no passage, or of a kind unknown here")),
        )

    def _choice(self) -> QCheckBox:
        """Return whether to take what has no place: yes if it is of this thread, which may have changed."""
        choice = QCheckBox(self.tr("Import those that are not in this thread too"), self)
        choice.setObjectName("importUnplaced")
        # The style draws the box in a darker shade of the ground, which nobody sees on a dark one.
        colors = choice.palette()
        colors.setColor(QPalette.ColorRole.Window, QColor(self._look.tokens.second))
        choice.setPalette(colors)
        choice.setToolTip(self.tr("They are listed among the notes without a place, to be put where they belong."))
        plan = self._offer.plan
        choice.setVisible(bool(plan.unplaced))
        choice.setChecked(bool(plan.unplaced) and plan.is_about_this)
        choice.toggled.connect(self._follow)
        return choice

    def _promise(self) -> QLabel:
        promise = self._label(self.tr("Nothing is changed yet. The import is one step: Undo takes it back."))
        promise.setFont(self._look.interface_font(SMALL_PX))
        promise.setStyleSheet(f"color: {self._look.tokens.second};")
        return promise

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._import.setObjectName("importAccept")
        self._import.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    # -- deciding ---------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Let the reader import only when that would do something."""
        self._import.setEnabled(bool(self._offer.plan.changes(with_unplaced=self._unplaced.isChecked())))

    def accept(self) -> None:
        """Do what was shown."""
        with_unplaced = self._unplaced.isChecked()
        super().accept()
        self._session.exchange.bring_in(self._offer, with_unplaced=with_unplaced)
