"""The dialog that asks where a thread is saved, and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from desktop.documents import open_document
from desktop.documents.writing.written import ThreadForm
from desktop.ui.dialogs.save_thread import SaveThreadDialog, name_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> SaveThreadDialog:
    document = window.session.state.document
    assert document is not None
    made = SaveThreadDialog(document, "養花: 難/嗎?", window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.selectFile("養花 難 嗎.html")
    return made


def test_the_question_is_proposed_as_a_name(dialog: SaveThreadDialog, tmp_path: Path) -> None:
    assert dialog.chosen == (tmp_path / "養花 難 嗎.html", ThreadForm.HTML)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("養花: 難/嗎?", "養花 難 嗎"),
        ("..", "百家"),
        ("", "百家"),
        ("a\x00b\nc", "a b c"),
        ("長" * 100, "長" * 60),
        ("CON<|>", "CON"),
    ],
)
def test_a_name_has_nothing_that_no_file_is_called(title: str, name: str) -> None:
    assert name_of(title) == name


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.txt", ThreadForm.TEXT),
        ("x.MD", ThreadForm.MARKDOWN),
        ("x.markdown", ThreadForm.MARKDOWN),
        ("x.htm", ThreadForm.HTML),
        ("x.epub", ThreadForm.EPUB),
    ],
)
def test_the_ending_of_the_name_decides_the_form(
    dialog: SaveThreadDialog, tmp_path: Path, name: str, form: ThreadForm
) -> None:
    dialog.selectFile(name)
    assert dialog.chosen == (tmp_path / name, form)


@pytest.mark.parametrize("index", range(len(ThreadForm)))
def test_a_name_without_an_ending_gets_that_of_the_kind_chosen(
    dialog: SaveThreadDialog, tmp_path: Path, index: int
) -> None:
    kind = dialog.nameFilters()[index]
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("x")
    path, form = dialog.chosen
    assert path == tmp_path / f"x{form.value}"
    assert f"(*{form.value})" in kind


def test_a_reader_saves_through_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document = window.session.state.document
    assert document is not None

    def answer() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, SaveThreadDialog)
        shown.selectFile("out.txt")
        shown.accept()

    QTimer.singleShot(0, answer)
    window.commands["file.save_thread"].trigger()
    qtbot.waitUntil((tmp_path / "out.txt").exists)
    again = open_document(tmp_path / "out.txt")
    assert [answer.author for answer in again.answers] == [answer.author for answer in document.answers]


def test_the_threads_own_file_is_kept_when_the_reader_says_no(dialog: SaveThreadDialog, thread: Path) -> None:
    before = thread.read_bytes()
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    dialog.selectFile(thread.name)
    QTimer.singleShot(0, refuse)
    dialog.accept()
    assert len(asked) == 1
    assert thread.name in asked[0]
    assert dialog.result() == 0
    assert thread.read_bytes() == before
