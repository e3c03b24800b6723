"""Whether the reader is asked about the notes on a similar thread: what was refused is not asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.session.files.remembering import Remembering
    from desktop.session.state import State

_ANSWER = "annotations.part"
"""The command that every such question offers, whatever else it does."""


class Asking:
    """Knows what the reader has answered, in the memory for good, and what was put off, until the app is closed.

    What was put off is still there to be answered: the commands for it stay, the question alone is not put again.
    So it is with an answer when the file has changed since: these may be the notes by now.
    """

    def __init__(self, remembering: Remembering) -> None:
        self._remembering = remembering
        self._put_off: set[tuple[str, str]] = set()

    def apart(self, document: Document) -> Collection[str]:
        """Return the files of notes that the reader has said to be on another thread than `document`."""
        return self._remembering.memory.apart.get(document.sha256, ())

    def is_due(self, document: Document, match: NotesMatch | None) -> bool:
        """Tell whether to ask about `match`, if there is anything to ask."""
        if match is None or match.certain:
            return True
        path, name = str(document.path), match.entry.name
        return (path, name) not in self._put_off and name not in self._remembering.memory.apart.get(path, ())

    def put_off(self, state: State) -> None:
        """Take the question that `state` puts, if it does, not to be answered now."""
        notice = state.notice
        if state.notes.similar and state.document and notice is not None and _ANSWER in notice.offers:
            self._put_off.add((str(state.document.path), state.notes.similar.entry.name))

    def part(self, document: Document, match: NotesMatch) -> None:
        """Take the notes of `match` to be on another thread than `document`, for good."""
        name, memory = match.entry.name, self._remembering.memory
        memory = memory.with_declined(document.sha256, name).with_declined(str(document.path), name)
        self._remembering.memory = memory

    def unpart(self, document: Document, match: NotesMatch) -> None:
        """Take `part` back: ask again."""
        name, memory = match.entry.name, self._remembering.memory
        memory = memory.without_declined(document.sha256, name).without_declined(str(document.path), name)
        self._remembering.memory = memory
