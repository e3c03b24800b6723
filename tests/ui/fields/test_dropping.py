"""What is dropped on the app is copied, wherever it is dropped, and whatever its source proposes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.text import Span
from desktop.ui.fields.dropping import TakesCopies
from tests.test_architecture import HOUSE
from tests.ui.dragging import drag_over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.ui.window import MainWindow

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


def file_mime(path: Path) -> QMimeData:
    """Return what a file manager offers of a file: its address, and the same as words."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setText(str(path))
    return mime


def words_in(field: QWidget) -> str:
    parent = field.parentWidget()
    if isinstance(parent, QPlainTextEdit):
        return parent.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


@pytest.fixture
def fields(window: MainWindow) -> Iterator[list[QWidget]]:
    """Yield every field to type in that the window has, those of its dialogs too."""
    document = window.session.state.document
    assert document is not None
    start = document.text.index("戰略家")
    window.session.select(Span(start, start + 3))
    window.session.annotations.note()
    for command in ("script.corrections", "help.palette", "annotate.tag", "find.open", "keywords.add"):
        window.commands[command].trigger()
    QTest.qWait(0)
    found = [*window.findChildren(QLineEdit), *(edit.viewport() for edit in window.findChildren(QPlainTextEdit))]
    assert len(found) >= 8
    yield found
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible():
            dialog.close()


@pytest.mark.parametrize("shift", [False, True])
@pytest.mark.parametrize("actions", [COPY | MOVE | LINK, COPY | MOVE, COPY])
def test_a_dropped_file_is_copied(window: MainWindow, tmp_path: Path, actions: Qt.DropAction, shift: bool) -> None:
    path = tmp_path / "dropped.txt"
    path.write_text("問?\n\n某甲\n\n\n這是某甲的話,足夠長了。\n", "utf-8")
    assert drag_over(window, file_mime(path), actions, shift=shift) is COPY
    assert window.session.state.document is not None
    assert window.session.state.document.path == path


@pytest.mark.parametrize("actions", [MOVE, LINK, MOVE | LINK])
def test_what_can_only_be_moved_is_refused(window: MainWindow, thread: Path, actions: Qt.DropAction) -> None:
    for_window = file_mime(thread)
    assert drag_over(window, for_window, actions) is Qt.DropAction.IgnoreAction
    # One that comes without having been let in.
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPoint(9, 9), actions, for_window, left, none)
    QApplication.sendEvent(window, drop)
    assert not drop.isAccepted()


def test_no_field_takes_a_file_which_is_the_windows(fields: list[QWidget], thread: Path) -> None:
    mime = file_mime(thread)
    before = [words_in(field) for field in fields]
    for field in fields:
        assert drag_over(field, mime, COPY | MOVE) is not MOVE, field.objectName()
    assert [words_in(field) for field in fields] == before


@pytest.mark.parametrize("shift", [False, True])
def test_words_from_elsewhere_are_copied_into_a_field(fields: list[QWidget], *, shift: bool) -> None:
    mime = QMimeData()
    mime.setText("盟")
    taken = 0
    for field in fields:
        given = drag_over(field, mime, COPY | MOVE, shift=shift)
        assert given is not MOVE, field.objectName()
        assert drag_over(field, mime, MOVE) is not MOVE, field.objectName()
        taken += given is COPY
    assert taken >= 3


def test_every_field_is_one_that_takes_copies() -> None:
    """A field made of Qt's own class would accept whatever is proposed."""
    own = {"QLineEdit", "QPlainTextEdit"}
    for module in HOUSE:
        if module.name == "desktop.ui.fields.dropping":
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in own, f"{module.name}:{node.lineno}"
            elif isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                assert not bases & own or TakesCopies.__name__ in bases, f"{module.name}:{node.lineno}"
