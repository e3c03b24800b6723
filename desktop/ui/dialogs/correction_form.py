"""The line on which a correction is written down: the words in the text, those to show, and for which script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.script import Correction, Script
from desktop.script.corrections import LONGEST, Flaw, flaw_in
from desktop.ui.dialogs.corrections_table import ScriptChoice
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field
from desktop.ui.look.look import SMALL_PX
from desktop.ui.wording.punctuation import listed

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ui.look.look import Look

_SPACING_PX = 8


class CorrectionForm(QWidget):
    """Takes one correction at a time; what it can't be is said under it."""

    given = Signal(Correction)
    """Emitted when a correction has been written down whole and is to be made."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._source, self._shown = Field(self), Field(self)
        self._arrow = QLabel("→", self)
        self._script = ScriptChoice(look, self)
        self._add = QPushButton(self.tr("Add"), self)
        self._hint = QLabel(self)
        self._name()
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        for field in (self._source, self._shown):
            Composition(field)
            field.textEdited.connect(self._on_edited)
        self._script.currentIndexChanged.connect(self._on_edited)
        look.changed.connect(self._dress)
        self.clear()
        self._dress()

    def _name(self) -> None:
        self.setObjectName("correctionForm")
        for widget, name in (
            (self._source, "correctionSource"),
            (self._shown, "correctionShown"),
            (self._script, "correctionScript"),
            (self._add, "correctionAdd"),
            (self._hint, "correctionHint"),
        ):
            widget.setObjectName(name)
        self._source.setPlaceholderText(self.tr("Words in the text"))
        self._source.setAccessibleName(self.tr("Words in the text"))
        self._shown.setPlaceholderText(self.tr("Words to show"))
        self._shown.setAccessibleName(self.tr("Words to show"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._add.setDefault(True)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACING_PX)
        for column, widget in enumerate((self._source, self._arrow, self._shown, self._script, self._add)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self._hint, 1, 0, 1, 5)
        for column in (0, 2):
            grid.setColumnStretch(column, 1)

    def clear(self) -> None:
        """Be empty, for words of the script that is shown."""
        shown = self._session.state.focused_manner.script
        self._fill("", "", None if shown is Script.ORIGINAL else shown)
        self._source.setFocus()

    def fill(self, draft: Correction) -> None:
        """Ask for the words to show in the place of those in `draft`."""
        self._fill(draft.source, draft.shown, draft.script)
        self._shown.selectAll()
        self._shown.setFocus()

    def _fill(self, source: str, shown: str, script: Script | None) -> None:
        self._source.setText(source)
        self._shown.setText(shown)
        self._script.choose(script)
        self._on_edited()

    def complain(self, words: str) -> None:
        """Say `words` of what went wrong, until something is typed."""
        self._say(words, self._look.tokens.problem)

    def refuse(self, flaw: Flaw) -> None:
        """Say why words can't be a correction."""
        words = {
            Flaw.EMPTY_SOURCE: self.tr("Write down the words in the text, too."),
            Flaw.EMPTY_SHOWN: self.tr("Write down the words to show, too."),
            Flaw.TOO_LONG: self.tr("A correction can have %n character(s) on each side.", "", LONGEST),
            Flaw.CONTROL: self.tr("A correction is a part of one line, without tabs or control characters."),
        }
        self.complain(words[flaw])

    def _on_edited(self) -> None:
        """Say what a correction does, or what this one takes the place of."""
        source, script = self._source.text().strip(), self._script.script
        given = Correction(source, source, script) if flaw_in(source, source) is None else None
        replaced = [
            item for item in self._session.state.manner.corrections if given is not None and given.overrides(item)
        ]
        self._say(
            self.tr("Takes the place of: {correction}").format(
                correction=listed([f"{item.source} → {item.shown}" for item in replaced])
            )
            if replaced
            else self.tr("Shown at once, in this and every other thread, and kept in a file of your own."),
            self._look.tokens.second,
        )

    def _say(self, words: str, color: str) -> None:
        self._hint.setText(words)
        self._hint.setStyleSheet(f"color: {color};")

    def _on_add(self) -> None:
        """Give the correction away, or say what it lacks, with the keyboard on where that is missing."""
        source, shown = self._source.text(), self._shown.text()
        flaw = flaw_in(source, shown)
        if flaw is None:
            self.given.emit(Correction(source, shown, self._script.script))
            return
        self.refuse(flaw)
        (self._shown if flaw is Flaw.EMPTY_SHOWN else self._source).setFocus()

    def _dress(self) -> None:
        for field in (self._source, self._shown):
            field.setFont(self._look.frame_font())
        self._on_edited()
        self._hint.setFont(self._look.interface_font(SMALL_PX))
