"""Every dialog that a command opens.

Each is imported when it is asked for: nothing that the first page doesn't need comes before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from desktop.session import NoticeKind
from desktop.ui.dialogs.local_files import path_named
from desktop.ui.wording.punctuation import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.documents import FoundThread
    from desktop.ui.commands.actions import CommandAction
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look


class WindowDialogs(QObject):
    """Opens the dialogs of `window`, which may run its `commands`; they act on `desk`."""

    def __init__(self, desk: Desk, commands: Mapping[str, CommandAction], look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._commands = commands
        self._look = look
        self._window = window

    def open_thread(self) -> None:
        """Let the reader choose a thread to open."""
        if (path := self._ask_for_thread(self.tr("Open a thread"))) is not None:
            self._desk.open_file(path)

    def _ask_for_thread(self, title: str) -> Path | None:
        """Return the file that the reader chooses, None for none."""
        document = self._desk.session.state.document
        folder = str(document.origin.path.parent) if document else str(Path.home())
        kinds = self.tr("Threads (*.txt *.md *.text *.html *.htm *.mhtml *.mht *.epub *.json *.zip);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return path_named(name) if name else None

    def open_folder(self) -> None:
        """Let the reader choose a folder of threads to open."""
        document = self._desk.session.state.document
        folder = str(document.origin.path.parent) if document else str(Path.home())
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder"), folder)
        if name:
            self._desk.open_file(path_named(name))

    def choose_beside(self) -> None:
        """Let the reader choose another thread of the folder or zip that the open one is in."""
        document = self._desk.session.state.document
        if document is not None:
            self._desk.open_file(document.origin.path)

    def choose_thread(self, threads: Sequence[FoundThread]) -> None:
        """Let the reader choose one of several threads, and open it."""
        from desktop.ui.dialogs.thread_chooser import ThreadChooser

        ThreadChooser(threads, self._desk, self._desk.open_file, self._look, self._window).open()

    def show_pasted(self) -> None:
        """Show the threads that came from the clipboard, to be opened, renamed and deleted."""
        from desktop.ui.dialogs.pasted_threads import PastedThreads

        PastedThreads(self._desk, self._look, self._window).open()

    def show_saving(self) -> None:
        """Say how a thread is saved in the browser."""
        from desktop.ui.dialogs.saving_help import SavingHelp

        SavingHelp(self._look, self._window).open()

    def compare_thread(self) -> None:
        """Let the reader choose another save of the open thread, and say what has changed since."""
        if (path := self._ask_for_thread(self.tr("Compare with another save"))) is not None:
            self._desk.session.comparing.compare_with(path, choose=self._choose_compared)

    def _choose_compared(self, threads: Sequence[FoundThread]) -> None:
        """Let the reader choose which of several threads the open one is compared with."""
        from desktop.ui.dialogs.thread_chooser import ThreadChooser

        chosen, button = self._desk.session.comparing.compare_with, QDialogButtonBox.StandardButton.Ok
        ThreadChooser(threads, self._desk, chosen, self._look, self._window, button).open()

    def show_changes(self) -> None:
        """Show what came into the answer in focus since it was last read, and what went."""
        from desktop.ui.dialogs.answer_changes import AnswerChangesDialog

        AnswerChangesDialog(self._desk.session, self._look, self._window).open()

    def save_thread(self) -> None:
        """Ask for a file and have the open thread written to it, in the script shown."""
        from desktop.ui.dialogs.save_thread import save_thread

        save_thread(self._desk.session, self._window)

    def save_chart(self, name: str, makers: Mapping[str, Callable[[], bytes]]) -> None:
        """Ask for a file and have a chart written to it, in one of the forms that `makers` has by their endings."""
        from desktop.ui.dialogs.save_form import save_chart

        save_chart(self._desk.session, self._window, name, makers)

    def save_concordance(self) -> None:
        """Ask for a file and have the lines of the concordance written to it, in the script shown."""
        from desktop.ui.dialogs.save_form import save_lines

        save_lines(self._desk.session, self._window)

    def reveal_annotations(self) -> None:
        """Show the file that keeps the notes in the file manager, or its folder while there is none."""
        from desktop.ui.dialogs.reveal import reveal

        path = self._desk.session.notes_file.path
        if path is not None and not reveal(path if path.exists() else path.parent):
            self._desk.session.notify("file-shown-failed", NoticeKind.PROBLEM, file=str(path))

    def export_notes(self) -> None:
        """Ask for a file and have the notes written to it; without notes, say so."""
        from desktop.ui.dialogs.exchange_dialogs import export_notes

        export_notes(self._desk.session, self._window)

    def import_notes(self) -> None:
        """Ask for a file and have it looked into; what it would bring is shown before anything is done."""
        from desktop.ui.dialogs.exchange_dialogs import import_notes

        import_notes(self._desk.session, self._look, self._window)

    def add_tags(self) -> None:
        """Ask for tags, and give them to the notes that commands act on."""
        from desktop.ui.dialogs.tag_dialogs import TagDialog

        TagDialog(self._desk.session, self._look, self._window).open()

    def remove_tag(self) -> None:
        """Ask which tag to take from the notes that commands act on."""
        from desktop.ui.dialogs.tag_dialogs import UntagDialog

        UntagDialog(self._desk.session, self._look, self._window).open()

    def show_authors(self) -> None:
        """Show which lines are taken for authors' names, to be added and removed."""
        from desktop.ui.authors.authors_dialog import AuthorsDialog

        AuthorsDialog(self._desk.session, self._look, self._window).open()

    def show_names(self, *, of_selection: bool = False) -> None:
        """Show the names of the open thread, perhaps with the selected words added to them; one dialog at a time."""
        from desktop.ui.names.names_dialog import NamesDialog

        dialog = self._window.findChild(NamesDialog) or NamesDialog(self._desk.session, self._look, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if of_selection:
            dialog.add_selection()

    def show_corrections(self, *, of_selection: bool = False) -> None:
        """Show the corrections of the conversion, perhaps with one begun on the selected words."""
        from desktop.ui.dialogs.corrections_dialog import CorrectionsDialog

        draft = self._desk.session.correcting.draft() if of_selection else None
        CorrectionsDialog(self._desk.session, self._look, self._window, draft).open()

    def save_word_list(self) -> None:
        """Ask for a name, and keep the lit words under it."""
        session = self._desk.session
        terms = [light.term for light in session.state.lights.terms]
        shown = listed([session.shown(term) for term in terms])
        words = self.tr("Name of the list of these words: {words}").format(words=shown)
        self._ask(self.tr("Save a Word List"), words, lambda name: session.owning.save_list(name, terms))

    def rename_word_list(self, name: str) -> None:
        """Ask for another name of a list of words."""
        owning = self._desk.session.owning
        words = self.tr("New name of the word list “{name}”:").format(name=name)
        self._ask(self.tr("Rename a Word List"), words, lambda new: owning.rename_list(name, new), name)

    def merge_selection(self) -> None:
        """Ask for a word, and make it one with the selected words."""
        state = self._desk.session.state
        if state.document is not None and state.pane.selection:
            self.merge_word(state.document.words_at(state.pane.selection))

    def merge_word(self, word: str) -> None:
        """Ask for another word, and make it one with `word`."""
        session = self._desk.session
        sentence = self.tr("Which word is one with “{word}”?").format(word=session.shown(word))
        self._ask(self.tr("Merge with…"), sentence, lambda other: session.owning.merge(word, other))

    def _ask(self, title: str, sentence: str, taken: Callable[[str], bool], words: str = "") -> None:
        from desktop.ui.fields.asking import WordsDialog

        dialog = WordsDialog(title, sentence, self.tr("OK"), taken, self._look, self._window)
        dialog.field.setText(words)
        dialog.field.selectAll()
        dialog.open()

    def show_own_file(self, kind: str) -> None:
        """Show the file of what the reader makes of words in the file manager; it is made where there is none."""
        from desktop.session.own.own import OwnKind
        from desktop.ui.dialogs.reveal import reveal

        path = self._desk.session.owning.make_file(OwnKind(kind))
        if path is not None and not reveal(path):
            self._desk.session.notify("file-shown-failed", NoticeKind.PROBLEM, file=str(path))

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""
        from desktop.ui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._look, self._window).open()

    def show_palette(self) -> None:
        """Let the reader run a command by its name."""
        from desktop.ui.dialogs.palette import CommandPalette

        CommandPalette(self._commands, self._look, self._window).open()

    def show_about(self) -> None:
        """Say what this is, who made the fonts, and where the data lies."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self._desk.session, self._look, self._window).open()
