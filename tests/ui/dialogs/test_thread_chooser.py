"""Of the threads in a folder or zip the reader chooses one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QListView
from shiboken6 import isValid

from desktop.documents import FoundThread
from desktop.ui.dialogs.thread_chooser import ThreadChooser
from desktop.ui.look.row_delegate import KEYS_ROLE
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

THREADS = (
    FoundThread(Path("/a/?/怎麼養花？"), "怎麼養花？", 3, 12),
    FoundThread(Path("/a/?/怎麼喝茶？"), "怎麼喝茶？", 1, 0),
    FoundThread(Path("/a/?/<b>讀\n書"), "<b>讀\n書", 1_200, 1),
)


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the paths that the window is asked to open."""
    paths: list[Path] = []
    monkeypatch.setattr(window, "open_file", paths.append)
    return paths


@pytest.fixture
def chooser(window: MainWindow, asked: list[Path], qtbot: QtBot) -> Iterator[ThreadChooser]:
    window.show()
    window.session.opening.several.emit(THREADS)
    (chooser,) = window.findChildren(ThreadChooser)
    qtbot.waitExposed(chooser)
    yield chooser
    if isValid(chooser):
        chooser.close()


def rows(chooser: ThreadChooser) -> list[tuple[str, str]]:
    model = chooser.findChildren(QListView)[0].model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    return [(str(index.data()), str(index.data(KEYS_ROLE))) for index in indexes]


def test_each_thread_is_listed_with_what_it_has(chooser: ThreadChooser) -> None:
    assert rows(chooser) == [
        ("怎麼養花？", "3 answers · 12 comments"),
        ("怎麼喝茶？", "1 answer"),
        ("<b>讀 書", "1,200 answers · 1 comment"),
    ]


def test_return_opens_the_one_that_the_arrows_went_to(chooser: ThreadChooser, asked: list[Path]) -> None:
    field = chooser.findChildren(QLineEdit)[0]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [THREADS[1].path]


def test_typing_narrows_the_list_in_either_script(chooser: ThreadChooser, asked: list[Path]) -> None:
    field = chooser.findChildren(QLineEdit)[0]
    field.setText("怎么 茶")
    assert [title for title, _ in rows(chooser)] == ["怎麼喝茶？"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [THREADS[1].path]


def test_nothing_is_opened_where_nothing_is_called_that(chooser: ThreadChooser, asked: list[Path]) -> None:
    field = chooser.findChildren(QLineEdit)[0]
    field.setText("沒有")
    button = chooser.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Open)
    assert not button.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (asked, chooser.isVisible()) == ([], True)


def test_of_a_folder_to_compare_with_one_thread_is_chosen(
    window: MainWindow, asked: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for name, words in (("a", "好讀書不求甚解。"), ("b", "看心情。")):
        (tmp_path / f"{name}.txt").write_text(f"{name}書怎麼讀?\n\n甲\n\n\n{words}\n\n多讀。\n", "utf-8")

    def answer(*_: object) -> tuple[str, str]:
        return str(tmp_path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    window.show()
    window.dialogs.compare_thread()
    qtbot.waitUntil(lambda: bool(window.findChildren(ThreadChooser)))
    (chooser,) = window.findChildren(ThreadChooser)
    chooser.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: said(window.session) == "changes-compared")
    assert asked == []


def test_escape_leaves_all_as_it_was(chooser: ThreadChooser, asked: list[Path]) -> None:
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert (asked, isValid(chooser) and chooser.isVisible()) == ([], False)
