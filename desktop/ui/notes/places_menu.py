"""The part of a note's menu that puts it elsewhere: on a place where it may belong, or on the selected words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.text import Span
from desktop.ui.commands.actions import LiveEntry
from desktop.ui.wording.foreign_words import as_menu_text, one_line

if TYPE_CHECKING:
    from desktop.annotations import Annotation
    from desktop.session import Session
    from desktop.ui.commands.popups import CommandMenu

_AROUND, _LONGEST = 8, 40
"""Code points shown before and after a place, and of it all."""


def add_places(menu: CommandMenu, session: Session, annotation: Annotation) -> None:
    """Add to `menu` each place where `annotation`, the active one, may belong, and the selection."""
    placing, state = session.annotations.placing, session.state
    menu.addSeparator()
    for span in state.notes.placements[annotation.id][0].candidates:
        attach = partial(placing.reattach, annotation.id, span)
        menu.add_live(LiveEntry(_title(session, span), attach, enabled=not state.notes.read_only))
    menu.add_command("annotate.reattach")


def _title(session: Session, span: Span) -> str:
    """Return what the entry for the source `span` says."""
    words = as_menu_text(_in_context(session, span), 2 * _LONGEST)
    return QCoreApplication.translate("NotePlaces", "Attach to {words}").format(words=words)


def _in_context(session: Session, span: Span) -> str:
    """Return the words at `span` with a little of what is around them and whose they are, in the script shown."""
    document = session.state.document
    if document is None:
        return ""
    index = document.answer_at(span.start)
    author = session.shown(document.answers[index].author) if index is not None else ""
    around = Span(max(0, span.start - _AROUND), min(len(document.text), span.end + _AROUND))
    shown = " ".join(session.shown(around.of(document.text)).split())
    return " ".join(filter(None, (one_line(author), f"…{shown[:_LONGEST]}…")))
