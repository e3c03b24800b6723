"""Where the reader says into which file the open thread is saved, and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop.documents.writing.written import ThreadForm
from desktop.paths import name_for_file
from desktop.ui.dialogs.exchange_dialogs import start_folder
from desktop.ui.dialogs.local_files import path_named

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.documents import Document
    from desktop.session import Session

_NAMED = {form.value: form for form in ThreadForm} | {
    ".text": ThreadForm.TEXT,
    ".markdown": ThreadForm.MARKDOWN,
    ".htm": ThreadForm.HTML,
    ".xhtml": ThreadForm.HTML,
}
_LONGEST = 60


class SaveThreadDialog(QFileDialog):
    """Asks for a file to write; the form follows from its ending, else from the kind that is chosen.

    Before a file that is there is replaced, the dialog asks, whichever it is.
    """

    def __init__(self, document: Document, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Save the thread"), str(start_folder(document)))
        self.setObjectName("saveThreadDialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._forms = {
            self.tr("Web page, for any browser (*.html)"): ThreadForm.HTML,
            self.tr("Book, for reading devices (*.epub)"): ThreadForm.EPUB,
            self.tr("Markdown text (*.md)"): ThreadForm.MARKDOWN,
            self.tr("Plain text (*.txt)"): ThreadForm.TEXT,
        }
        self.setNameFilters(list(self._forms))
        self.filterSelected.connect(self._follow)
        self._follow(self.selectedNameFilter())
        self.selectFile(f"{name_of(title)}{ThreadForm.HTML.value}")

    @property
    def chosen(self) -> tuple[Path, ThreadForm]:
        """The file that the reader named, and the form to write it in."""
        path = path_named(self.selectedFiles()[0])
        return path, _NAMED.get(path.suffix.lower(), self._forms[self.selectedNameFilter()])

    def _follow(self, kind: str) -> None:
        """Have a name without an ending get that of `kind`, so that the dialog asks before another file goes."""
        self.setDefaultSuffix(self._forms[kind].value)


def name_of(title: str) -> str:
    """Return what a file with the thread `title` may be called, without an ending."""
    return name_for_file(title, _LONGEST) or "百家"


def save_thread(session: Session, parent: QWidget) -> None:
    """Ask for a file and have the open thread written to it, in the script shown."""
    document = session.state.document
    if document is not None and (chosen := ask_where(parent, document, session.shown(document.title))) is not None:
        session.thread_saving.save(*chosen)


def ask_where(parent: QWidget, document: Document, title: str) -> tuple[Path, ThreadForm] | None:
    """Return the file and the form that the reader chooses; None when they think better of it."""
    dialog = SaveThreadDialog(document, title, parent)
    accepted = dialog.exec()
    chosen = dialog.chosen if accepted else None
    dialog.deleteLater()
    return chosen
