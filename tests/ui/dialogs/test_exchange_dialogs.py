"""The dialogs of export and import: where to, in which form, and what would be done."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.annotations import Color
from desktop.annotations.exchange import ExportForm
from desktop.annotations.exchange.webpage import style
from desktop.session import marked
from desktop.text import Span
from desktop.ui.dialogs.exchange_dialogs import Export, ExportDialog, Imports
from desktop.ui.dialogs.exchange_sheet import ImportSheet
from desktop.ui.look.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.window import MainWindow


def highlight(session: Session, quote: str) -> str:
    document = session.state.document
    assert document is not None
    start = document.text.index(quote, document.answers[0].span.start)
    session.select(Span(start, start + len(quote)))
    session.annotations.highlight(Color.ROUGE)
    assert session.state.notes.active is not None
    return session.state.notes.active


def item(quote: str) -> dict[str, object]:
    return {
        "type": "Annotation",
        "id": f"https://example.org/{quote}",
        "body": {"type": "TextualBody", "value": f"關於{quote}"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": quote}},
    }


def notes_file(tmp_path: Path, *items: object) -> Path:
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps(list(items)), "utf-8")
    return path


def answer_with(path: Path, *_arguments: object) -> tuple[str, str]:
    """Stand in for the file dialog."""
    return str(path), ""


def open_sheet(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> ImportSheet:
    """Import `path` as a reader does, as far as the sheet with the plan."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", partial(answer_with, path))
    window.commands["notes.import"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ImportSheet) is not None)
    sheet = window.findChild(ImportSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def lines(sheet: ImportSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def press(sheet: ImportSheet, name: str) -> None:
    button = next(button for button in sheet.findChildren(QPushButton) if name in button.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# -- exporting --------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    document = window.session.state.document
    assert document is not None
    made = ExportDialog(document, window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.selectFile(f"{document.path.stem}.md")
    return made


def test_the_name_of_the_thread_is_proposed(dialog: ExportDialog, thread: Path) -> None:
    assert dialog.chosen == (thread.with_suffix(".md"), ExportForm.MARKDOWN)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.md", ExportForm.MARKDOWN),
        ("x.HTML", ExportForm.HTML),
        ("x.htm", ExportForm.HTML),
        ("x.csv", ExportForm.CSV),
        ("x.jsonld", ExportForm.JSON_LD),
        ("x.json", ExportForm.JSON_LD),
    ],
)
def test_the_ending_of_the_name_decides_the_form(
    dialog: ExportDialog, tmp_path: Path, name: str, form: ExportForm
) -> None:
    dialog.selectFile(name)
    assert dialog.chosen == (tmp_path / name, form)


@pytest.mark.parametrize("index", range(4))
def test_a_name_without_an_ending_gets_that_of_the_kind_chosen(
    dialog: ExportDialog, tmp_path: Path, index: int
) -> None:
    kind, form = dialog.nameFilters()[index], list(ExportForm)[index]
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("x")
    assert dialog.chosen == (tmp_path / f"x{form.value}", form)


def test_a_reader_exports_through_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    highlight(window.session, "戰略家")

    def answer() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, ExportDialog)
        shown.selectFile("out.csv")
        shown.accept()

    QTimer.singleShot(0, answer)
    window.commands["notes.export"].trigger()
    qtbot.waitUntil((tmp_path / "out.csv").exists)
    assert "戰略家" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_reader_who_thinks_better_of_it_exports_nothing(window: MainWindow, tmp_path: Path) -> None:
    highlight(window.session, "戰略家")
    before = sorted(tmp_path.iterdir())

    def escape() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, ExportDialog)
        QTest.keyClick(shown, Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    window.commands["notes.export"].trigger()
    QApplication.processEvents()
    assert sorted(tmp_path.iterdir()) == before


def test_without_notes_no_file_is_asked_for(window: MainWindow) -> None:
    window.commands["notes.export"].trigger()
    assert window.session.state.notice is not None
    assert window.session.state.notice.code == "export-empty"


def test_the_words_around_the_notes_name_every_colour(window: MainWindow) -> None:
    words = Export().wording(3)
    assert set(words.colors) == set(Color)
    assert "3" in words.count


def test_the_exported_page_wears_the_colours_of_the_window() -> None:
    sheet = style()
    light, dark, *_ = (
        dict(re.findall(r"--([\w-]+): (#\w+)", part)) for part in sheet.split("@media print")[0].split("@media")
    )
    for tokens, worn in ((LIGHT, light), (DARK, dark)):
        assert (worn["paper"], worn["ink"], worn["second"]) == (tokens.page, tokens.ink, tokens.second)
        assert (worn["hairline"], worn["accent"]) == (tokens.hairline, tokens.accent)
        for color in Color:
            assert worn[color.value] == tokens.mark_edges[color]
            assert worn[f"{color.value}-wash"] == tokens.marks[color]


# -- importing --------------------------------------------------------------------------------------------------


def test_the_sheet_counts_what_would_be_done(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = notes_file(tmp_path, item("戰略家"), item("美國"), item("這裏沒有的一整句話"), {"type": "Annotation"})
    sheet = open_sheet(window, path, monkeypatch, qtbot)
    said = lines(sheet)
    assert said[0] == "Notes from “notes.jsonld”"
    assert said[1:9] == [
        *("2", "new", "1", "of these with several possible places, for you to choose"),
        *("1", "on words that are not in this thread"),
        *("1", "left out: about no passage, or of a kind unknown here"),
    ]
    assert window.session.state.notes.annotations == {}
    press(sheet, "Cancel")
    assert window.session.state.notes.annotations == {}


@pytest.mark.parametrize(("taken", "many"), [(False, 1), (True, 2)])
def test_notes_without_a_place_come_when_the_reader_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool, many: int
) -> None:
    path = notes_file(tmp_path, item("戰略家"), item("這裏沒有的一整句話"))
    sheet = open_sheet(window, path, monkeypatch, qtbot)
    box = sheet.findChild(QCheckBox, "importUnplaced")
    assert box is not None
    assert not box.isChecked()
    if taken:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    press(sheet, "Import")
    assert len(window.session.state.notes.annotations) == many
    assert [m.annotation.note for m in marked(window.session.state)] == ["關於戰略家"]
    window.commands["edit.undo"].trigger()
    assert window.session.state.notes.annotations == {}


def test_return_imports_and_escape_does_not(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = notes_file(tmp_path, item("戰略家"))
    QTest.keyClick(open_sheet(window, path, monkeypatch, qtbot), Qt.Key.Key_Escape)
    assert window.session.state.notes.annotations == {}
    qtbot.waitUntil(lambda: window.findChild(ImportSheet) is None)
    QTest.keyClick(open_sheet(window, path, monkeypatch, qtbot), Qt.Key.Key_Return)
    assert len(window.session.state.notes.annotations) == 1


def test_nothing_can_be_imported_while_nothing_would_happen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = open_sheet(window, notes_file(tmp_path, item("這裏沒有的一整句話")), monkeypatch, qtbot)
    accept = sheet.findChild(QPushButton, "importAccept")
    box = sheet.findChild(QCheckBox, "importUnplaced")
    assert accept is not None
    assert box is not None
    assert not accept.isEnabled()
    box.setChecked(True)
    assert accept.isEnabled()
    press(sheet, "Cancel")


def test_a_name_that_would_turn_the_title_does_not(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = notes_file(tmp_path, item("戰略家")).rename(tmp_path / "<b>\u202egnp.json")
    sheet = open_sheet(window, path, monkeypatch, qtbot)
    assert lines(sheet)[0] == "Notes from “<b>\ufffdgnp.json”"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in sheet.findChildren(QLabel))
    press(sheet, "Cancel")


def test_one_desk_serves_every_import(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = notes_file(tmp_path, item("戰略家"))
    for _ in range(2):
        press(open_sheet(window, path, monkeypatch, qtbot), "Cancel")
        qtbot.waitUntil(lambda: window.findChild(ImportSheet) is None)
    assert len(window.findChildren(Imports)) == 1
