"""The words that came into an edited answer and those that went, in the script shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.comparison.words import DiffPiece, word_changes
from desktop.session.words.pages import conversion_of
from desktop.session.words.projection import PageText

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.documents import Answer, Document
    from desktop.session.manner import Manner
    from desktop.session.state import State


class EditedAnswer(NamedTuple):
    """An answer as it is, what it was in an earlier version, and how both are shown."""

    document: Document
    answer: Answer
    base: str
    """The digest of the earlier version."""
    earlier: int
    """Where it begins there."""
    since: datetime
    manner: Manner


def edited_answer(state: State) -> EditedAnswer | None:
    """Return the answer in focus with what it was before it was edited; None where it wasn't."""
    renewal, here = state.changes.renewal, state.pane.answer
    if state.document is None or renewal is None or here not in renewal.earlier:
        return None
    answer, earlier = state.document.answers[here], renewal.earlier[here]
    return EditedAnswer(state.document, answer, renewal.base, earlier, renewal.since, state.focused_manner)


def pieces_of(edited: EditedAnswer, base: Document, pause: Callable[[], None]) -> tuple[DiffPiece, ...]:
    """Return what came and went in an answer since the version `base`, as it is shown; each paragraph is a line.

    For a worker. `pause` may raise. Raises DictionaryError.
    """
    here = base.answer_at(edited.earlier)
    if here is None:  # the reader has named that line meanwhile
        return ()
    before = _shown(base, base.answers[here], edited.manner)
    pause()
    return word_changes(before, _shown(edited.document, edited.answer, edited.manner), pause)


def _shown(document: Document, answer: Answer, manner: Manner) -> str:
    conversion = conversion_of(manner, answer.span.of(document.text))
    return PageText(document.text, answer.paragraphs, conversion).text
