"""How the tests of the page look at it: through Qt's own search and caret, not through the page's own map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.text import Span, Utf16Map

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

HEADING_BLOCKS = 2


def long_thread(folder: Path, paragraph: str, times: int = 40) -> Path:
    """Write a thread with one author, whose answer repeats `paragraph` with a number before it; return its path."""
    path = folder / "long.txt"
    body = "\n\n".join(f"{number}、{paragraph}" for number in range(times))
    path.write_text(f"一個問題？\n\n答者\n\n\n{body}\n", encoding="utf-8")
    return path


def source_span(session: Session, words: str) -> Span:
    """Return where the answer on the page first has `words`, in the source."""
    document, answer = session.state.document, session.state.current
    assert document is not None
    assert answer is not None
    start = document.text.index(words, answer.span.start)
    return Span(start, start + len(words))


def found(page: AnswerPage, words: str) -> QTextCursor:
    """Return a cursor that has `words` of the page selected."""
    cursor = page.document().find(words)
    assert cursor.hasSelection(), words
    return cursor


def caret_rect(page: AnswerPage, position: int) -> QRect:
    """Return where Qt would draw the caret at a position of the text document, in pixels of the viewport."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(position)
    return page.cursorRect(cursor)


def top_of(page: AnswerPage, session: Session, offset: int) -> int:
    """Return the height of the caret at a source offset, in pixels of the viewport."""
    shown = session.page()
    assert shown is not None
    start = page.document().findBlockByNumber(HEADING_BLOCKS).position()
    return caret_rect(page, start + Utf16Map(shown.text).to_units(shown.offset_to_page(offset))).top()


def point_on(page: AnswerPage, words: str) -> QPoint:
    """Return a point of the viewport on the first character of `words`."""
    cursor = found(page, words)
    return caret_rect(page, cursor.selectionStart()).center() + QPoint(6, 0)


def drag(page: AnswerPage, words: str) -> None:
    """Select `words` with the mouse."""
    cursor = found(page, words)
    start = caret_rect(page, cursor.selectionStart()).center()
    end = caret_rect(page, cursor.selectionEnd()).center()
    viewport, left = page.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=start + QPoint(1, 0))
    QTest.mouseMove(viewport, start + QPoint(12, 0))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, left, pos=end)


def click(page: AnswerPage, words: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Click on the first character of `words`."""
    QTest.mouseClick(page.viewport(), button, pos=point_on(page, words))
