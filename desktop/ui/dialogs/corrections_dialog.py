"""The dialog of the reader's corrections: write one down, edit those there are, see what of the file is left out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from desktop.session import NoticeKind
from desktop.ui.commands import COMMANDS
from desktop.ui.commands.actions import keys_text
from desktop.ui.dialogs.correction_form import CorrectionForm
from desktop.ui.dialogs.corrections_model import CorrectionsModel
from desktop.ui.dialogs.corrections_table import CorrectionsTable
from desktop.ui.fields.dialog_buttons import heed_undo_keys, plain_button, row_of
from desktop.ui.look.look import SMALL_PX
from desktop.ui.wording.sentences import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.script import Correction
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_WIDTH_PX, _HEIGHT_PX = 680, 520
_LINES_TOLD = 3
_FAILURES = frozenset({"corrections-not-saved", "corrections-too-many", "corrections-otherwise", "file-shown-failed"})


class CorrectionsDialog(QDialog):
    """Lists the corrections. With a `draft`, the words to show for it are asked for, and giving them ends it."""

    def __init__(self, session: Session, look: Look, parent: QWidget, draft: Correction | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._draft = draft
        session.correcting.look()
        self.setObjectName("correctionsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Corrections of the Conversion"))
        self.resize(min(_WIDTH_PX, parent.width()), min(_HEIGHT_PX, parent.height()))
        self._model = CorrectionsModel(session, look, self)
        self._form = CorrectionForm(session, look, self)
        key = keys_text(COMMANDS["script.correct"].keys[0])
        self._table = CorrectionsTable(self._model, look, key, self)
        self._complaints = QLabel(self)
        self._delete = plain_button(self, "correctionDelete", self.tr("Delete"), self._on_delete)
        self._undo = plain_button(self, "correctionUndo", self.tr("Undo"), self._take_back)
        self._redo = plain_button(self, "correctionRedo", self.tr("Redo"), self._make_again)
        self._file = plain_button(self, "correctionFile", self.tr("Show the File"), self._show_file)
        self._close = plain_button(self, "correctionClose", self.tr("Close"), self.close)
        self._lay_out()
        self._wire()
        self._draw_all()
        if draft is not None:
            self._form.fill(draft)

    def _lay_out(self) -> None:
        self._complaints.setObjectName("correctionComplaints")
        self._complaints.setTextFormat(Qt.TextFormat.PlainText)
        self._complaints.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._complaints.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self._table, 1)
        column.addWidget(self._complaints)
        column.addLayout(row_of((self._delete, self._undo, self._redo, None, self._file, self._close)))

    def _wire(self) -> None:
        self._form.given.connect(self._on_given)
        self._model.refused.connect(self._form.refuse)
        self._table.deleting.connect(self._on_delete)
        self._table.selectionModel().currentChanged.connect(self._draw_buttons)
        self._session.correcting.looked.connect(self._draw_all)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)
        heed_undo_keys(self, self._take_back, self._make_again)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Say here what went wrong: the window's own notice is behind this dialog. Follow the history."""
        if new.notice is not old.notice and new.notice is not None and new.notice.code in _FAILURES:
            self._form.complain(sentence(new.notice))
        self._draw_buttons()

    def _draw_all(self) -> None:
        usable = self._session.correcting.trouble is None
        self._form.setEnabled(usable)
        self._table.setEnabled(usable)
        self._complaints.setText(self._what_is_left_out())
        self._complaints.setVisible(bool(self._complaints.text()))
        self._dress()
        self._draw_buttons()

    def _what_is_left_out(self) -> str:
        """Return a sentence for each of the first lines that can't be used, "" where there is none."""
        correcting = self._session.correcting
        told = [sentence(notice) for notice in islice(correcting.complaints(), _LINES_TOLD)]
        more = len(correcting.bad_lines) - _LINES_TOLD
        return "\n".join((*told, *([self.tr("And %n more line(s).", "", more)] if more > 0 else [])))

    def _draw_buttons(self) -> None:
        usable = self._session.correcting.trouble is None
        self._delete.setEnabled(usable and self._table.currentIndex().isValid())
        self._undo.setEnabled(usable and self._session.history.undoes_correction)
        self._redo.setEnabled(usable and self._session.history.redoes_correction)

    def _dress(self) -> None:
        self._complaints.setStyleSheet(f"color: {self._look.tokens.problem};")
        self._complaints.setFont(self._look.interface_font(SMALL_PX))

    # -- the reader -------------------------------------------------------------------------------------------

    def _on_given(self, correction: Correction) -> None:
        """Make the correction; what was asked for by selecting words is then done."""
        if not self._model.change(None, correction):
            return
        if self._draft is not None:
            self.close()
            return
        self._form.clear()
        self._table.setCurrentIndex(self._model.index_of(correction))

    def _on_delete(self) -> None:
        """Delete the row that the keyboard is on; the next one takes its place."""
        row = self._table.currentIndex().row()
        correction = self._model.at(self._table.currentIndex())
        if correction is not None and self._model.change(correction, None):
            self._table.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), 0))
            self._draw_buttons()

    def _take_back(self) -> None:
        """Take the last step back if it made, altered or deleted a correction; what lies behind the dialog stays."""
        if self._session.history.undoes_correction:
            self._session.history.undo(seen=True)

    def _make_again(self) -> None:
        if self._session.history.redoes_correction:
            self._session.history.redo(seen=True)

    def _show_file(self) -> None:
        """Show the file in the file manager, for an editor; it is made if there is none yet."""
        from desktop.ui.dialogs.reveal import reveal

        correcting = self._session.correcting
        if correcting.make_file() and not reveal(correcting.path):
            self._session.notify("file-shown-failed", NoticeKind.PROBLEM, file=str(correcting.path))
