"""Moving where a marked passage begins and ends, by a character or a word."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.annotations import redraw
from desktop.session.notes.placing import active_placement, passage_in_hand
from desktop.session.words.clusters import next_boundary
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.documents import Document
    from desktop.documents.document import Part
    from desktop.session.notes.edits import Edits
    from desktop.session.store import Store
    from desktop.session.words.keywords import Words

_TOGETHER_S = 1.0
"""Moves that follow each other so closely are one step to undo: a key held down repeats many times a second."""


class Edge(Enum):
    """Which end of a passage."""

    START = auto()
    END = auto()


class Edges:
    """Moves the edges of the active passage, within its answer; `words` knows words, `now` is the time of an edit."""

    def __init__(self, store: Store, words: Words, edits: Edits, now: Callable[[], datetime]) -> None:
        self._store = store
        self._words = words
        self._edits = edits
        self._now = now

    def move(self, edge: Edge, by: int, *, word: bool = False) -> None:
        """Move an edge on (1) or back (-1) in the text, by a character, or by a `word` once jieba is loaded.

        It comes to lie beside a character of the paragraphs, never in the blanks between them, and leaves neither
        the answer nor the comment that it is in; at least one character stays marked. Nothing happens where there is
        no way.
        """
        state, place = self._store.state, active_placement(self._store.state)
        active = state.notes.annotations.get(state.notes.active or "")
        if state.document is None or active is None or place is None or place.span is None:
            return
        span = self._moved(state.document, place.span, edge, by, word=word)
        if span is None:
            return
        number = passage_in_hand(state, active)
        change = redraw(active, number, span, state.document.text, state.document.sha256, self._now())
        self._edits.push((change,), f"edge {active.id} {number}", _TOGETHER_S)

    def _moved(self, document: Document, span: Span, edge: Edge, by: int, *, word: bool) -> Span | None:
        """Return `span` with its edge moved, None where it can't be."""
        index = document.answer_at(span.start if edge is Edge.START else span.end - 1)
        if index is None:
            return None
        text, offset = document.text, span.start if edge is Edge.START else span.end
        part = document.answers[index].part_at(offset)
        while True:
            before, offset = offset, self._next(text, offset, by, word=word)
            start, end = (offset, span.end) if edge is Edge.START else (span.start, offset)
            if offset == before or not (part.span.start <= offset <= part.span.end and start < end):
                return None
            if _is_legal(part, text, edge, offset):
                return Span(start, end)

    def _next(self, text: str, offset: int, by: int, *, word: bool) -> int:
        """Return the next offset on or back, at the end of a word or of a character."""
        if word and (found := self._words.at(offset if by > 0 else offset - 1)):
            place = found.end if by > 0 else found.start
            if place != offset:  # else this is where a paragraph goes on in the next line
                return place
        return next_boundary(text, offset, by)


def _is_legal(part: Part, text: str, edge: Edge, offset: int) -> bool:
    """Tell whether a passage in `part` may have its edge here: beside a character of a paragraph, inside of it."""
    beside = offset if edge is Edge.START else offset - 1
    in_paragraph = any(paragraph.start <= beside < paragraph.end for paragraph in part.paragraphs)
    return in_paragraph and not text[beside].isspace()
