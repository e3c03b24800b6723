"""The notes on a similar thread, which the reader is asked about: what was declined is not asked again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop.annotations import Loaded
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.session.files.memory import MemoryFile
    from desktop.session.naming.named_lines import NamedLines
    from desktop.session.notes.edits import Edits
    from desktop.session.state import Notice
    from desktop.session.step_log import StepLog
    from desktop.session.steps import SimilarStep
    from desktop.session.store import Store

_ANSWER = "annotations.part"
"""The command that every such question offers, whatever else it does."""


class SimilarNotes:
    """Knows what the reader has answered, in the memory for good, and what was put off, until the app is closed.

    What was put off is still there to be answered: the commands for it stay, the question alone is not put again.
    So it is with an answer when the file has changed since: these may be the notes by now.
    """

    def __init__(self, store: Store, log: StepLog, memory_file: MemoryFile) -> None:
        self._store = store
        self._log = log
        self._memory_file = memory_file
        self._put_off: set[tuple[str, str]] = set()

    def declined(self, document: Document) -> Collection[str]:
        """Return the files of notes that the reader has said to be on another thread than `document`."""
        return self._memory_file.memory.declined.get(document.sha256, ())

    def is_due(self, document: Document, match: NotesMatch | None) -> bool:
        """Tell whether to ask about `match`, if there is anything to ask."""
        if match is None or match.certain:
            return True
        path, name = str(document.path), match.entry.name
        return (path, name) not in self._put_off and name not in self._memory_file.memory.declined.get(path, ())

    def put_off(self) -> None:
        """Take the question that is put, if one is, not to be answered now."""
        state = self._store.state
        notice = state.notice
        if state.notes.similar and state.document and notice is not None and _ANSWER in notice.offers:
            self._put_off.add((str(state.document.path), state.notes.similar.entry.name))

    def decline(self) -> None:
        """Take the similar thread to be another one, as a step that can be undone, and don't ask again."""
        from desktop.session.steps import SimilarStep

        similar = self._store.state.notes.similar
        if similar is not None:
            self.take(SimilarStep(similar, None))
            self._store.replace(notice=None)
            self._log.add(SimilarStep(similar, None))

    def copy(self, edits: Edits, naming: Callable[[], NamedLines], theirs: Loaded, trouble: Notice | None) -> None:
        """Copy what was made of the similar thread, `theirs`, to the open one, as a step, unless that can't be.

        That are notes, and what was said of lines and names. `trouble` is what there is to say of the file that they
        come from.
        A note that is here too, in other words, is there in both versions then. There is no more to ask about them.
        """
        from desktop.annotations import Change
        from desktop.annotations.merge import merge
        from desktop.session.files.notices import copy_notice
        from desktop.session.steps import CopyStep, Outcome, SimilarStep

        state = self._store.state
        similar, document, ours = state.notes.similar, state.document, state.notes.annotations
        if similar is None or document is None:
            return
        joined = merge({}, ours, theirs.annotations)
        changes = tuple(Change(ours.get(key), one) for key, one in joined.items() if one != ours.get(key))
        if edits.step_through(changes) is not Outcome.DONE:
            return
        named = naming().take_over(theirs.naming) if theirs.naming else None
        written = naming().names.take_over(theirs.names) if theirs.names else None
        answer = SimilarStep(similar, None)
        self.take(answer)
        if changes or named or written:
            self._log.add(CopyStep(changes, answer, named, written))
        placed = {change.id: self._store.state.notes.placements[change.id] for change in changes}
        notice = trouble or copy_notice(
            document, similar, placed, named=sum(len(step.after) for step in (named, written) if step)
        )
        self._store.replace(notice=notice)

    def take(self, step: SimilarStep) -> None:
        """Take the notes on a similar thread to be those that `step` leads to, without a step."""
        document = self._store.state.document
        if document is not None and step.before is not None:
            self.remember_declined(document, step.before)
        if document is not None and step.after is not None:
            self._forget_declined(document, step.after)
        self._store.replace(notes=replace(self._store.state.notes, similar=step.after))

    def remember_declined(self, document: Document, match: NotesMatch) -> None:
        """Take the notes of `match` to be on another thread than `document`, for good."""
        name, memory = match.entry.name, self._memory_file.memory
        memory = memory.with_declined(document.sha256, name).with_declined(str(document.path), name)
        self._memory_file.memory = memory

    def _forget_declined(self, document: Document, match: NotesMatch) -> None:
        """Take `remember_declined` back: ask again."""
        name, memory = match.entry.name, self._memory_file.memory
        memory = memory.without_declined(document.sha256, name).without_declined(str(document.path), name)
        self._memory_file.memory = memory
