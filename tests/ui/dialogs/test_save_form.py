"""The dialog that asks where a chart is saved, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.ui.dialogs.save_form import SaveFormDialog

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> SaveFormDialog:
    document = window.session.state.document
    assert document is not None
    made = SaveFormDialog(document, "養花: 難/嗎? Who Says What", (".png", ".svg", ".csv"), window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    return made


def test_the_thread_and_the_chart_are_proposed_as_a_name(dialog: SaveFormDialog, tmp_path: Path) -> None:
    dialog.selectFile("養花 難 嗎 Who Says What.png")
    assert dialog.chosen == (tmp_path / "養花 難 嗎 Who Says What.png", ".png")


@pytest.mark.parametrize(("name", "ending"), [("x.SVG", ".svg"), ("x.csv", ".csv"), ("x.v2", ".png")])
def test_the_form_follows_from_the_ending_else_from_the_kind(dialog: SaveFormDialog, name: str, ending: str) -> None:
    dialog.selectFile(name)
    assert dialog.chosen[1] == ending


def test_another_kind_is_written_where_it_is_chosen(dialog: SaveFormDialog) -> None:
    kind = next(kind for kind in dialog.nameFilters() if "*.csv" in kind)
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    assert dialog.defaultSuffix() == "csv"
    dialog.selectFile("x")
    assert dialog.chosen[1] == ".csv"
