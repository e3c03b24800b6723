"""The shortcut sheet has as many columns as its width has room for, and never has to be scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.ui.dialogs.shortcut_sheet import ShortcutSheet

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


@pytest.mark.parametrize("language", ["en", "zh_Hant"])
def test_the_columns_follow_the_width(window: MainWindow, language: str) -> None:
    sheet = ShortcutSheet(window.look, window)
    sheet.show()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    columns: list[int] = []
    for width in (1600, 900, 640, 360, 900, 1600):
        sheet.resize(width, 600)
        QTest.qWait(20)
        area = sheet.findChild(QScrollArea)
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0, width
        columns.append(len({label.mapTo(area, label.rect().topLeft()).x() for label in headings(sheet)}))
        assert {label.text() for label in sheet.findChildren(QLabel)} == words
    assert columns[0] == 3
    assert columns[3] == 1
    assert columns == [*columns[:4], columns[1], columns[0]]
    assert columns[:4] == sorted(columns[:4], reverse=True)
    sheet.close()


def headings(sheet: ShortcutSheet) -> list[QLabel]:
    """Return the titles of the groups, which are set in the largest type."""
    labels = [label for label in sheet.findChildren(QLabel) if label.text()]
    largest = max(label.font().pixelSize() for label in labels)
    return [label for label in labels if label.font().pixelSize() == largest]
