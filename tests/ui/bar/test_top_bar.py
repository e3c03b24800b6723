"""The top bar: one slim row, aligned with the page below."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.bar.top_bar import TopBar
from tests.ui.bare_desk import BareDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def bar(qtbot: QtBot, session: Session, look: Look) -> TopBar:
    widget = TopBar(session, look, BareDesk(session))
    widget.complete()
    qtbot.addWidget(widget)
    widget.resize(1360, 44)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize("left", [264, 320])
def test_the_selector_begins_where_the_page_does(bar: TopBar, left: int) -> None:
    bar.set_left_width(left)
    _settle(bar)
    assert bar.script_selector.mapTo(bar, QPoint(0, 0)).x() == left


def test_without_a_sidebar_the_wordmark_keeps_its_room(bar: TopBar) -> None:
    bar.set_left_width(0)
    _settle(bar)
    wordmark = bar.findChild(QWidget, "wordmark")
    assert isinstance(wordmark, QWidget)
    assert wordmark.width() == wordmark.sizeHint().width() == bar.script_selector.x()


@pytest.mark.parametrize("query", ["", "特朗普"], ids=["idle", "searching"])
@pytest.mark.parametrize("width", [640, 1360, 2560])
def test_everything_stays_within_the_bar_and_apart(bar: TopBar, session: Session, width: int, query: str) -> None:
    bar.set_left_width(0)
    bar.resize(width, 44)
    session.searching.look_for(query)
    _settle(bar)
    edges = [(w.x(), w.x() + w.width()) for w in (bar.script_selector, bar.keyword_bar, bar.find_bar)]
    assert all(right <= left for (_, right), (left, _) in pairwise(edges))
    assert edges[-1][1] == width - 16


def test_a_hairline_parts_it_from_the_page(bar: TopBar, look: Look) -> None:
    picture = bar.grab().toImage()
    assert picture.pixelColor(600, 43) == QColor(look.tokens.hairline)


def _settle(bar: TopBar) -> None:
    """Have the row laid out now."""
    layout = bar.layout()
    assert layout is not None
    layout.activate()


class _Marking(QTranslator):
    """Puts every text into «», so that one which was not drawn anew is seen."""

    def translate(self, _context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        return f"«{source}»"

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False


def test_a_change_of_language_reaches_every_text(qapp: QApplication, bar: TopBar, session: Session) -> None:
    session.lights.light("美國")
    translator = _Marking()
    qapp.installTranslator(translator)
    try:
        qapp.processEvents()
        told = {child.objectName(): child.toolTip() for child in bar.findChildren(QWidget) if child.toolTip()}
        field = bar.findChild(QLineEdit, "findField")
        assert field is not None
        assert field.placeholderText() == "«Find, in either script»"
        assert {name for name, words in told.items() if "«" not in words} == set()
        assert {"keywordAdd", "keywordChip", "scriptSelector.original"} <= set(told)
    finally:
        qapp.removeTranslator(translator)
        qapp.processEvents()
