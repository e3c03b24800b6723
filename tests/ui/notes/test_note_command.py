"""The key that writes a note, where there is little to write on or an editor is open already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.text import Span

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


def select(window: MainWindow, words: str) -> None:
    document = window.session.state.document
    assert document is not None
    start = document.text.index(words, document.answers[0].span.start)
    window.session.select(Span(start, start + len(words)))


def test_asked_for_again_the_open_editor_takes_the_keyboard_back(window: MainWindow) -> None:
    select(window, "戰略家")
    QTest.keyClick(window.page, Qt.Key.Key_N)
    QTest.keyClicks(window.focusWidget(), "one")
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_N)
    field = window.focusWidget()
    assert field is not None
    assert field.objectName() == "noteText"
    QTest.keyClicks(field, " two")
    window.session.store.committing.emit()
    assert [a.note for a in window.session.state.notes.annotations.values()] == ["one two"]


def test_over_blanks_alone_no_other_note_is_opened(window: MainWindow) -> None:
    select(window, "戰略家")
    window.session.annotations.highlight()
    assert window.session.state.notes.active is not None
    select(window, "\n\n")
    QTest.keyClick(window.page, Qt.Key.Key_N)
    assert window.session.state.notes.editing is None
    assert len(window.session.state.notes.annotations) == 1
