"""What a reader does and is told, in a few words for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script import Script
from desktop.session import marked
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.annotations import Annotation
    from desktop.session import Session, State


class Listener:
    """Hears the session, and acts on it once when it is told of `answer`. Qt holds it weakly: keep it."""

    def __init__(self, session: Session, answer: int = -1, act: Callable[[], None] | None = None) -> None:
        self.heard: list[tuple[State, State]] = []
        self._answer = answer
        self._act = act
        session.changed.connect(self.hear)

    def hear(self, old: State, new: State) -> None:
        """Keep what was told."""
        self.heard.append((old, new))
        if self._act is not None and new.pane.answer == self._answer:
            act, self._act = self._act, None
            act()


def text_of(session: Session) -> str:
    """Return the open document's text."""
    assert session.state.document is not None
    return session.state.document.text


def span_of(session: Session, words: str) -> Span:
    """Return where `words` first stand in the open document."""
    start = text_of(session).index(words)
    return Span(start, start + len(words))


def highlight(session: Session, words: str) -> str:
    """Mark `words` where they first stand and return the new annotation's id."""
    session.select(span_of(session, words))
    session.annotations.highlight()
    assert session.state.notes.active is not None
    return session.state.notes.active


def read_on(session: Session) -> None:
    """Leave traces of every kind."""
    session.show_answer(1)
    session.scrolled(span_of(session, "所以").start)
    session.show_answer(2)
    session.lights.toggle("筆記")
    session.lights.toggle("讀書")
    session.lights.toggle("筆記")
    session.mark_read(0)
    session.mark_read(1)
    session.choose_variant(Script.SIMPLIFIED, "mainland-words")
    session.prefer(text_size=30)


def said(session: Session) -> str | None:
    """Return the code of the sentence that is said, None for none."""
    return session.state.notice.code if session.state.notice else None


def words(session: Session) -> list[str]:
    """Return the words of all marks in text order."""
    return [mark.span.of(text_of(session)) for mark in marked(session.state)]


def only(session: Session) -> Annotation:
    """Return the only annotation."""
    [annotation] = session.state.notes.annotations.values()
    return annotation
