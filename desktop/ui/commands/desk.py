"""What a command can reach: the `Desk` that its handler is given.

The window is one. Nothing here imports the parts of the window: a handler sees of each the few methods named here,
and a test may put something else in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.session import Session
    from desktop.session.state import Panel


@runtime_checkable
class ReadingPage(Protocol):
    """The page that commands act on."""

    def copy(self) -> None:
        """Put the selected words on the clipboard as they are shown."""

    def copy_original(self) -> None:
        """Put the selected words on the clipboard as the source writes them."""

    def select_answer(self) -> None:
        """Select the whole answer."""

    def explain_here(self) -> None:
        """Say why the selected words, or the one at the caret, read as they do."""

    def offset_here(self) -> int | None:
        """Return the source offset of the selected words, else of the caret; None where no answer is."""

    def open_link(self) -> None:
        """Show in the browser where the link at the selected words or the caret leads; else what is there itself."""

    def copy_address(self) -> None:
        """Put on the clipboard what `open_link` would open."""


@runtime_checkable
class Panels(Protocol):
    """What stands around the page, and where the keyboard is."""

    def toggle_authors(self) -> None:
        """Show the sidebar, or hide it."""

    def toggle_panel(self, panel: Panel) -> None:
        """Show `panel` at the right of the page; fold it where it is the one that is seen there."""

    def focus_authors(self) -> None:
        """Put the keyboard on the list of authors."""

    def filter_authors(self) -> None:
        """Put the cursor into the field that filters the names of the authors."""

    def focus_page(self) -> None:
        """Put the keyboard on the page; when it is there, take away what lies over it."""

    def focus_other_side(self) -> None:
        """Put the keyboard on the page of the other pane."""

    def focus_panel(self, panel: Panel) -> None:
        """Put the keyboard on `panel` at the right of the page, which is unfolded for it."""

    def open_find(self) -> None:
        """Put the cursor into the search field, with the selected words if there are some."""

    def step_find(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of what is or was looked for; else ask what to look for."""

    def step_doubt(self, by: int) -> None:
        """Go to the next doubtful place (1) or the one before (-1), with the forms to choose from."""

    def open_search(self) -> None:
        """Put the cursor into the field of the search panel, with the selected words if there are some."""

    def open_concordance(self) -> None:
        """List every place of what is selected, searched or lit below the page, and put the keyboard there."""

    def show_concordance(self, words: str, author: str | None = None) -> None:
        """List every place of `words` in the answers of `author` (None: of all) below the page, with the keyboard."""

    def copy_concordance(self, *, table: bool) -> None:
        """Put the lines of the concordance on the clipboard: as Markdown, or as a table."""

    def add_keyword(self) -> None:
        """Put the cursor into the field for a keyword."""

    def choose_all_notes(self) -> None:
        """Have commands act on all notes that are listed."""


@runtime_checkable
class ChartViews(Protocol):
    """The charts of who says what, in the place of the pages."""

    def toggle_matrix(self) -> None:
        """Show terms by authors, or the page again where they are seen."""

    def toggle_dispersion(self) -> None:
        """Show where in each answer the lit terms stand, or the page again where that is seen."""


@runtime_checkable
class Dialogs(Protocol):
    """What is asked or shown in a window of its own."""

    def open_thread(self) -> None:
        """Let the reader choose a thread to open."""

    def show_pasted(self) -> None:
        """Show the threads that came from the clipboard, to be opened, renamed and deleted."""

    def show_saving(self) -> None:
        """Say how a thread is saved in the browser."""

    def open_folder(self) -> None:
        """Let the reader choose a folder of threads to open."""

    def choose_beside(self) -> None:
        """Let the reader choose another thread of the folder or zip that the open one is in."""

    def compare_thread(self) -> None:
        """Let the reader choose another save of the open thread, and say what has changed since."""

    def show_changes(self) -> None:
        """Show what came into the answer in focus since it was last read, and what went."""

    def save_thread(self) -> None:
        """Ask for a file and have the open thread written to it."""

    def save_chart(self, name: str, makers: Mapping[str, Callable[[], bytes]]) -> None:
        """Ask for a file and have a chart written to it, in one of the forms that `makers` has by their endings."""

    def save_concordance(self) -> None:
        """Ask for a file and have the lines of the concordance written to it."""

    def reveal_annotations(self) -> None:
        """Show the file that keeps the notes in the file manager."""

    def export_notes(self) -> None:
        """Ask for a file and have the notes written to it."""

    def import_notes(self) -> None:
        """Ask for a file of notes and show what it would bring."""

    def add_tags(self) -> None:
        """Ask for tags, and give them to the notes that commands act on."""

    def remove_tag(self) -> None:
        """Ask which tag to take from the notes that commands act on."""

    def show_authors(self) -> None:
        """Show which lines are taken for authors' names, to be added and removed."""

    def show_names(self, *, of_selection: bool = False) -> None:
        """Show the names of the open thread, perhaps with the selected words added to them."""

    def show_corrections(self, *, of_selection: bool = False) -> None:
        """Show the corrections of the conversion, perhaps with one begun on the selected words."""

    def save_word_list(self) -> None:
        """Ask for a name, and keep the lit words under it."""

    def rename_word_list(self, name: str) -> None:
        """Ask for another name of a list of words."""

    def merge_selection(self) -> None:
        """Ask for a word, and make it one with the selected words."""

    def merge_word(self, word: str) -> None:
        """Ask for another word, and make it one with `word`."""

    def show_own_file(self, kind: str) -> None:
        """Show the file of what the reader makes of words, an `OwnKind`, in the file manager."""

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""

    def show_palette(self) -> None:
        """Let the reader run a command by its name."""

    def show_about(self) -> None:
        """Say what this is, who made the fonts, and where the data lies."""


@runtime_checkable
class Desk(Protocol):
    """All that a command can reach."""

    @property
    def session(self) -> Session:
        """What is read, and all that can be done with it."""
        ...

    @property
    def page(self) -> ReadingPage:
        """The page of the pane in focus, which has, or last had, the keyboard."""
        ...

    @property
    def panels(self) -> Panels:
        """What stands around the page."""
        ...

    @property
    def charts(self) -> ChartViews:
        """The charts of who says what."""
        ...

    @property
    def dialogs(self) -> Dialogs:
        """What is asked or shown in a window of its own."""
        ...

    def open_file(self, path: Path) -> None:
        """Open the thread at `path` and put the keyboard on the page."""

    def paste_thread(self) -> None:
        """Open what is on the clipboard, a file or a thread that was copied."""

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""

    def close(self) -> bool:
        """Close the window; False when the reader stays after all."""
        ...
