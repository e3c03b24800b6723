"""The parts of menus that are known only when they are opened: recent files and shipped threads, by title."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.documents import ENCODINGS, DocumentError, open_document
from desktop.paths import seeds
from desktop.ui.commands.actions import LiveEntry
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.ui.commands.desk import Desk


_TITLE, _NAME, _PREVIEW = 40, 28, 44
"""The characters of a title, of the name of its file, and of the first lines of a file, that an entry shows."""


def recent(desk: Desk) -> Iterator[LiveEntry]:
    """Yield the files opened lately, under the titles that they had."""
    titles = desk.session.memory_file.titles
    return _entries(desk, [(path, titles.get(str(path), "")) for path in desk.session.state.recent])


def shipped(desk: Desk) -> Iterator[LiveEntry]:
    """Yield the threads that ship with the app."""
    return _entries(desk, [(path, _title_of(path)) for path in seeds()])


def word_lists(desk: Desk) -> Iterator[LiveEntry]:
    """Yield the reader's lists of words, each to be lit."""
    from desktop.session.own.own_words import own_of

    lists = own_of(desk.session.state).lists
    if not lists:
        yield LiveEntry(QCoreApplication.translate("Menu", "None Yet"))
    for one in lists:
        words, light = as_menu_text(one.name, _TITLE), partial(desk.session.lights.light_list, one)
        yield LiveEntry(f"{words}\t{len(one.words)}", light, as_tooltip("\n".join(one.words)))


def previews(desk: Desk) -> Mapping[str, tuple[str, str]]:
    """Return, by command, how the file that a choice of encoding is for begins in each; some lines as the tooltip."""
    from desktop.documents import first_lines

    path = desk.session.shelf.decodable
    if path is None:
        return {}
    found = first_lines(path)
    none = QCoreApplication.translate("Menu", "Not in This Encoding")
    return {
        f"encoding.{codec}": (_beginning(found[codec]), as_tooltip(found[codec])) if codec in found else (none, "")
        for codec in (ENCODINGS if found else ())
    }


def why_not(desk: Desk) -> Mapping[str, tuple[str, str]]:
    """Return, by command, why lines of the open thread can't be said to be names; nothing where they can."""
    document = desk.session.state.document
    if document is None or document.is_plain:
        return {}
    told = QCoreApplication.translate("Menu", "Its File Says Who Wrote")
    return {"thread.authors": (as_menu_text(told), "")}


def doubts(desk: Desk) -> Mapping[str, tuple[str, str]]:
    """Return how many doubtful places the answer has, beside the command that goes to the next."""
    if not (desk.session.doubts.are_told and desk.session.pages.knows_choices()):
        return {}
    words = QCoreApplication.translate("Menu", "{count} in This Answer")
    count = len(desk.session.doubts.places())
    return {"script.doubt.next": (as_menu_text(f"{words.format(count=count)} · Q"), "")}


def _beginning(lines: str) -> str:
    """Return as many of the first lines as an entry has room for."""
    words = " ⏎ ".join(lines.split("\n"))
    return as_menu_text(words if len(words) <= _PREVIEW else f"{words[: _PREVIEW - 1]}…")


@cache
def _title_of(path: Path) -> str:
    """Return the title of a thread that ships with the app, which takes a few ms to read; "" for none."""
    try:
        return open_document(path).title
    except DocumentError:
        return ""


def _entries(desk: Desk, threads: Sequence[tuple[Path, str]]) -> Iterator[LiveEntry]:
    """Yield an entry for each of `threads`, (path, title): the title in the script shown, then the file's name."""
    if not threads:
        yield LiveEntry(QCoreApplication.translate("Menu", "None Yet"))
    for path, title in threads:
        words, name = as_menu_text(desk.session.shown(title), _TITLE), as_menu_text(path.name, _NAME)
        run = partial(desk.open_file, path)
        yield LiveEntry(f"{words}\t{name}" if words else name, run, as_tooltip(str(path)))
