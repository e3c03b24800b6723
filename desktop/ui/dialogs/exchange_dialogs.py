"""Where the reader says into which file the notes go, and from which others come in."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop.annotations import Color
from desktop.annotations.exchange import ExportForm, Wording
from desktop.paths import seeds
from desktop.session import NoticeKind
from desktop.ui.dialogs.exchange_sheet import ImportSheet
from desktop.ui.dialogs.local_files import path_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.documents import Document
    from desktop.session import Session
    from desktop.session.files.exchange import Offer
    from desktop.ui.look.look import Look


def start_folder(document: Document) -> Path:
    """Return the folder that a dialog for the notes on `document` starts in: its own, if the reader's files go there.

    A thread that ships with the program lies among its parts, and some folders can't be written to; for those it is
    the system's folder of documents.
    """
    folder = document.origin.path.parent
    shipped = {path.resolve().parent for path in seeds()}
    if folder.resolve() not in shipped and os.access(folder, os.W_OK):
        return folder
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class ExportDialog(QFileDialog):
    """Asks for a file to write; the form follows from its ending, else from the kind that is chosen."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Export the notes"), str(start_folder(document)))
        self.setObjectName("exportDialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._forms = {
            self.tr("Markdown text (*.md)"): ExportForm.MARKDOWN,
            self.tr("Web page, to read, print or import (*.html)"): ExportForm.HTML,
            self.tr("Table for a spreadsheet (*.csv)"): ExportForm.CSV,
            self.tr("Web Annotations, for other programs (*.jsonld)"): ExportForm.JSON_LD,
        }
        self.setNameFilters(list(self._forms))
        self.filterSelected.connect(self._follow)
        self._follow(self.selectedNameFilter())
        name = document.origin.member or document.path.stem  # a question may have a full stop in it
        self.selectFile(f"{name}{ExportForm.MARKDOWN.value}")

    @property
    def chosen(self) -> tuple[Path, ExportForm]:
        """The file that the reader named, and the form to write it in."""
        path = Path(self.selectedFiles()[0])
        ending = path.suffix.lower()
        named = {form.value: form for form in ExportForm} | {".htm": ExportForm.HTML, ".json": ExportForm.JSON_LD}
        return path, named.get(ending, self._forms[self.selectedNameFilter()])

    def _follow(self, kind: str) -> None:
        """Have a name without an ending get that of `kind`, so that the dialog asks before another file goes."""
        self.setDefaultSuffix(self._forms[kind].value)


def export_notes(session: Session, parent: QWidget) -> None:
    """Ask for a file and have the notes written to it; without notes, say so."""
    state = session.state
    if state.document is None or not state.notes.annotations:
        session.notify("export-empty", NoticeKind.NEWS)
        return
    if (chosen := ask_where(parent, state.document)) is not None:
        session.exchange.export(*chosen, Export().wording(len(state.notes.annotations)))


def ask_where(parent: QWidget, document: Document) -> tuple[Path, ExportForm] | None:
    """Return the file and the form that the reader chooses; None when they think better of it."""
    dialog = ExportDialog(document, parent)
    accepted = dialog.exec()
    chosen = dialog.chosen if accepted else None
    dialog.deleteLater()
    return chosen


def import_notes(session: Session, look: Look, parent: QWidget) -> None:
    """Ask for a file and have it looked into; what it would bring is shown before anything is done."""
    document = session.state.document
    if document is None:
        return
    imports = parent.findChild(Imports) or Imports(session, look, parent)
    if (path := imports.ask(document)) is not None:
        session.exchange.look_into(path)


class Imports(QObject):
    """Shows what an import would do when that is known; it goes with its window."""

    def __init__(self, session: Session, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._look, self._window = session, look, window
        session.exchange.offered.connect(self._show)

    def ask(self, document: Document) -> Path | None:
        """Return the file that the reader chooses to bring in; None when they think better of it."""
        kinds = self.tr("Notes (*.json *.jsonld *.html *.htm);;All files (*)")
        title = self.tr("Import notes")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(start_folder(document)), kinds)
        return path_named(name) if name else None

    def _show(self, offer: Offer) -> None:
        ImportSheet(offer, self._session, self._look, self._window).open()


class Export(QObject):
    """The words of an export that are not the reader's, in the language of the interface."""

    def wording(self, notes: int) -> Wording:
        """Return the words around `notes` notes."""
        return Wording(
            question=self.tr("Question"),
            author=self.tr("Author"),
            quote=self.tr("Quote"),
            source_quote=self.tr("Quote in the source"),
            note=self.tr("Note"),
            tags=self.tr("Tags"),
            color=self.tr("Colour"),
            created=self.tr("Created"),
            modified=self.tr("Modified"),
            start=self.tr("Start"),
            end=self.tr("End"),
            id=self.tr("ID"),
            nobody=self.tr("Author unnamed"),
            unplaced=self.tr("Without a place in the text"),
            count=self.tr("%n note(s)", "", notes),
            separator=self.tr(", ", "between tags"),
            colon=self.tr(": ", "between a label and what follows"),
            colors=MappingProxyType({color: QCoreApplication.translate("Action", color.label) for color in Color}),
        )
