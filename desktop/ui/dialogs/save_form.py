"""Where the reader says into which file a chart or the lines of the concordance are saved, and in which form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from desktop.ui.dialogs.exchange_dialogs import start_folder
from desktop.ui.dialogs.local_files import path_named
from desktop.ui.dialogs.save_thread import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.documents import Document
    from desktop.session import Session


class SaveFormDialog(QFileDialog):
    """Asks for a file to write; the form follows from its ending, else from the kind that is chosen.

    `endings` are those of the forms that there are: ".png", ".svg", ".csv", ".md". Before a file that is there is
    replaced, the dialog asks.
    """

    def __init__(self, document: Document, name: str, endings: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Save as"), str(start_folder(document)))
        self.setObjectName("saveFormDialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {
            ".png": self.tr("Picture (*.png)"),
            ".svg": self.tr("Picture of shapes and words, of any size (*.svg)"),
            ".md": self.tr("Markdown text, to quote from (*.md)"),
            ".csv": self.tr("Table for a spreadsheet (*.csv)"),
        }
        self._endings = {kinds[ending]: ending for ending in endings}
        self.setNameFilters(list(self._endings))
        self.filterSelected.connect(self._follow)
        self._follow(self.selectedNameFilter())
        self.selectFile(f"{name_of(name)}{self._endings[self.selectedNameFilter()]}")

    @property
    def chosen(self) -> tuple[Path, str]:
        """The file that the reader named, and the ending of the form to write it in."""
        path = path_named(self.selectedFiles()[0])
        ending = path.suffix.lower()
        return path, ending if ending in self._endings.values() else self._endings[self.selectedNameFilter()]

    def _follow(self, kind: str) -> None:
        """Have a name without an ending get that of `kind`, so that the dialog asks before another file goes."""
        self.setDefaultSuffix(self._endings[kind])


def save_chart(session: Session, parent: QWidget, name: str, makers: Mapping[str, Callable[[], bytes]]) -> None:
    """Ask for a file, called `name` unless the reader says otherwise, and have written what its maker returns."""
    document = session.state.document
    if document is None:
        return
    chosen = ask_where(document, name, makers, parent)
    if chosen is not None:
        path, ending = chosen
        session.thread_saving.save_chart(path, makers[ending])


def save_lines(session: Session, parent: QWidget) -> None:
    """Ask for a file and have the lines of the concordance written to it."""
    document, shown = session.state.document, session.state.concordance
    if document is None or shown is None:
        return
    chosen = ask_where(document, shown.query, (".md", ".csv"), parent)
    if chosen is not None:
        path, ending = chosen
        then = partial(session.thread_saving.save_lines, path)
        session.searching.concordances.write(then, table=ending == ".csv")


def ask_where(document: Document, name: str, endings: Iterable[str], parent: QWidget) -> tuple[Path, str] | None:
    """Return the file that the reader names, and the ending of the form to write it in; None: neither."""
    dialog = SaveFormDialog(document, name, endings, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen
