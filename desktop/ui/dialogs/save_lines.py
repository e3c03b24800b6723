"""Where the reader says into which file the lines of the concordance are saved, and in which form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop.ui.dialogs.exchange_dialogs import start_folder
from desktop.ui.dialogs.local_files import path_named
from desktop.ui.dialogs.save_thread import name_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.documents import Document
    from desktop.session import Session

_MARKDOWN, _TABLE = ".md", ".csv"


class SaveLinesDialog(QFileDialog):
    """Asks for a file to write; the form follows from its ending."""

    def __init__(self, document: Document, query: str, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Save the lines"), str(start_folder(document)))
        self.setObjectName("saveLinesDialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._endings = {
            self.tr("Markdown text, to quote from (*.md)"): _MARKDOWN,
            self.tr("Table, for spreadsheets (*.csv)"): _TABLE,
        }
        self.setNameFilters(list(self._endings))
        self.filterSelected.connect(self._follow)
        self._follow(self.selectedNameFilter())
        self.selectFile(f"{name_of(query)}{_MARKDOWN}")

    def _follow(self, kind: str) -> None:
        """Have a name without an ending get that of `kind`, so that the dialog asks before another file goes."""
        self.setDefaultSuffix(self._endings[kind])


def save_lines(session: Session, parent: QWidget) -> None:
    """Ask for a file and have the lines of the concordance written to it."""
    document, shown = session.state.document, session.state.concordance
    if document is None or shown is None:
        return
    dialog = SaveLinesDialog(document, shown.query, parent)
    path = path_named(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    if path is not None:
        then = partial(session.thread_saving.save_lines, path)
        session.searching.concordances.write(then, table=path.suffix.lower() == _TABLE)
