"""The threads that came from the clipboard can be opened, renamed and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QFile, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from desktop.ui.dialogs.pasted_threads import PastedThreads
from desktop.ui.dialogs.saving_help import SavingHelp

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

WORDS = "{title}\n\n甲\n\n\n少澆水。\n\n多曬太陽。\n\n乙\n\n\n常說話。\n\n常看花。\n"


def _no_bin(_name: str) -> bool:
    return False


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PastedThreads:
    monkeypatch.setattr(QFile, "moveToTrash", _no_bin)
    for title in ("怎麼養花？", "怎麼喝茶？"):
        window.session.pasting.paste("", WORDS.format(title=title))
    window.show()
    window.dialogs.show_pasted()
    (dialog,) = window.findChildren(PastedThreads)
    qtbot.waitExposed(dialog)
    return dialog


def listed(dialog: PastedThreads) -> list[str]:
    model = dialog.findChildren(QListView)[0].model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(dialog: PastedThreads, name: str) -> QListView:
    view = dialog.findChildren(QListView)[0]
    view.setCurrentIndex(view.model().index(listed(dialog).index(name), 0))
    return view


def test_the_one_that_is_chosen_is_opened(dialog: PastedThreads, window: MainWindow) -> None:
    choose(dialog, "怎麼養花？")
    dialog.accept()
    assert window.session.state.document is not None
    assert window.session.state.document.title == "怎麼養花？"


def test_f2_renames(dialog: PastedThreads, qtbot: QtBot) -> None:
    view = choose(dialog, "怎麼養花？")
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChildren(QLineEdit)[0]
    editor.setText("花")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(listed(dialog)) == {"花", "怎麼喝茶？"})


def test_delete_deletes_and_what_is_left_is_chosen(dialog: PastedThreads) -> None:
    view = choose(dialog, "怎麼養花？")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (listed(dialog), view.currentIndex().row()) == (["怎麼喝茶？"], 0)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert listed(dialog) == []
    dialog.accept()
    assert dialog.isVisible()


def test_files_that_were_copied_are_opened_as_dropped(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "copied.txt"
    path.write_text(WORDS.format(title="複製"), "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(mime)
    window.paste_thread()
    assert window.session.state.document is not None
    assert window.session.state.document.path == path
    assert window.session.pasting.threads == ()


def test_how_threads_are_saved_is_said_in_three_sentences(window: MainWindow) -> None:
    window.dialogs.show_saving()
    (dialog,) = window.findChildren(SavingHelp)
    assert len(dialog.findChildren(QLabel)) == 3
    dialog.close()
