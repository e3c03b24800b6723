"""The dialog of names: a click on a form or a key writes a name so, and a click on the name goes to its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from desktop.script import Edition
from desktop.text import Span
from desktop.ui.look.look import Look
from desktop.ui.names.name_model import NameRole
from desktop.ui.names.name_view import NameView
from desktop.ui.names.names_dialog import NamesDialog
from tests.disposal import dispose
from tests.session.chosen import THREAD, lines, load_own_tables, reader_of
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.paths import DataFolder
    from desktop.session import Session


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    from desktop.paths import DataFolder

    return DataFolder(tmp_path / "data").prepare()


@pytest.fixture
def reader(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "names.txt"
    path.write_text(THREAD, "utf-8")
    session = reader_of(folder, path)
    yield session
    session.stop()
    dispose(session)


@pytest.fixture
def dialog(reader: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[NamesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1000, 800)
    parent.show()
    dialog = NamesDialog(reader, Look(qapp, reader), parent)
    dialog.show()
    deliver()
    yield dialog
    if isValid(dialog):
        dialog.close()


def view(dialog: NamesDialog) -> NameView:
    return dialog.findChildren(NameView)[0]


def rows(dialog: NamesDialog, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = view(dialog).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def show(dialog: NamesDialog, name: str) -> int:
    """Have the keyboard on a name, and return its row."""
    row = rows(dialog, NameRole.NAME).index(name)
    view(dialog).setCurrentIndex(view(dialog).model().index(row, 0))
    return row


def press(dialog: NamesDialog, name: str) -> None:
    dialog.findChildren(QPushButton, name)[0].click()


def test_names_are_listed_with_forms_reason_and_places(dialog: NamesDialog) -> None:
    row = rows(dialog).index("钟文海")
    assert rows(dialog, NameRole.FORMS)[row] == ("鍾文海", "鐘文海")
    assert rows(dialog, NameRole.CURRENT)[row] == 0
    assert rows(dialog, NameRole.REMARK)[row] == "before a title"
    assert str(rows(dialog, NameRole.COUNT)[row]).startswith("2 place")
    spoken = str(rows(dialog, Qt.ItemDataRole.AccessibleTextRole)[row])
    assert spoken.startswith("钟文海 · 鍾文海 · before a title · 2 place")


def test_a_click_on_a_form_writes_the_name_so_and_the_row_stays(dialog: NamesDialog, reader: Session) -> None:
    row = show(dialog, "钟文海")
    names = view(dialog)
    index = names.model().index(row, 0)
    names.scrollTo(index)
    rect = names.visualRect(index)
    spots = (QPoint(x, rect.center().y()) for x in range(rect.right(), rect.left(), -4))
    spot = next(spot for spot in spots if names.pill_at(spot) == (row, 1))
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "鐘文海教授" in lines(reader)[0]
    assert (rows(dialog).index("钟文海"), rows(dialog, NameRole.CURRENT)[row]) == (row, 1)
    assert "chosen by you" in str(rows(dialog, NameRole.REMARK)[row])


def test_the_keys_do_all_that_the_mouse_does(dialog: NamesDialog, reader: Session) -> None:
    show(dialog, "钟文海")
    QTest.keyClick(view(dialog), Qt.Key.Key_Right)
    assert "鐘文海教授" in lines(reader)[0]
    QTest.keyClick(view(dialog), Qt.Key.Key_1)
    assert "鍾文海教授" in lines(reader)[0]
    show(dialog, "余先生")
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert lines(reader)[0].startswith("餘先生")
    QTest.keyClick(view(dialog), Qt.Key.Key_Delete)
    assert lines(reader)[0].startswith("余先生")


def test_return_goes_from_place_to_place_and_round_again(dialog: NamesDialog, reader: Session) -> None:
    show(dialog, "钟文海")
    found: list[Span] = []
    for _ in range(3):
        QTest.keyClick(view(dialog), Qt.Key.Key_Return)
        assert reader.state.pane.goal is not None
        found.append(reader.state.pane.goal.span)
    document = reader.state.document
    assert document is not None
    assert {span.of(document.text) for span in found} == {"钟文海"}
    assert (found[0] < found[1], found[2]) == (True, found[0])
    QTest.keyClick(view(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.state.pane.goal is not None
    assert reader.state.pane.goal.span == found[1]


def test_an_author_s_place_is_the_answer(dialog: NamesDialog, reader: Session) -> None:
    show(dialog, "后来")
    QTest.keyClick(view(dialog), Qt.Key.Key_Return)
    assert reader.state.pane.answer == 1


def test_letters_narrow_the_list_in_either_script(dialog: NamesDialog) -> None:
    dialog.findChildren(QLineEdit, "nameField")[0].setText("鍾")
    assert rows(dialog) == ["钟文海"]


def test_names_are_sorted_by_kind_too(dialog: NamesDialog) -> None:
    dialog.findChildren(QToolButton, "orderKind")[0].click()
    assert rows(dialog, NameRole.REMARK) == ["an author", "an author", "before a title", "before a title"]


def test_undo_and_redo_are_of_names_alone(dialog: NamesDialog, reader: Session) -> None:
    show(dialog, "钟文海")
    QTest.keyClick(view(dialog), Qt.Key.Key_2)
    press(dialog, "namesUndo")
    assert "鍾文海教授" in lines(reader)[0]
    press(dialog, "namesRedo")
    assert "鐘文海教授" in lines(reader)[0]
    press(dialog, "namesLeave")
    assert "鍾文海教授" in lines(reader)[0]


def test_the_selection_is_added_and_shown(dialog: NamesDialog, reader: Session) -> None:
    document = reader.state.document
    assert document is not None
    start = document.text.index("晒干")
    reader.select(Span(start, start + 2))
    press(dialog, "namesAdd")
    deliver()
    assert "晒干" in rows(dialog)
    assert view(dialog).currentIndex().data() == "晒干"
    reader.select(Span(start, start + 1))
    press(dialog, "namesAdd")
    assert reader.state.notice is not None
    assert reader.state.notice.code == "name-unfit"


def test_a_faithful_edition_is_told_and_can_be_left(dialog: NamesDialog, reader: Session) -> None:
    button = dialog.findChildren(QPushButton, "namesEdition")[0]
    assert not button.isVisible()
    reader.choose_edition(Edition.OFFICIAL)
    deliver()
    assert button.isVisible()
    assert "know nothing of names" in dialog.findChildren(QLabel, "namesHint")[0].text()
    button.click()
    deliver()
    assert reader.state.manner.edition is Edition.BAIJIA
    assert not button.isVisible()
