"""Figures: a picture in the room that was kept for it, else its words in a frame; nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.ui.look.theme import LIGHT
from desktop.ui.page.typesetting import HEADING_BLOCKS
from tests.session.commented import document_of, structured
from tests.session.files.test_pictures import picture, png_that_says
from tests.ui.reading import found

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRectF

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

BLUE = QColor("#336699")


@pytest.fixture
def wide(page: AnswerPage) -> AnswerPage:
    page.resize(796, 1500)
    return page


def show(page: AnswerPage, session: Session, folder: Path, data: bytes) -> None:
    session.shelf.take(document_of(structured({"a": data}), folder / "thread.json"), None)
    page.page_layout.finish()
    page.viewport().repaint()
    QApplication.processEvents()


def room(page: AnswerPage, words: str) -> tuple[QRectF, QRectF]:
    """Return all the room of the figure with these words, and what of it its words take, in the viewport."""
    block = page.document().findBlock(found(page, words).selectionStart())
    scrolled = page.scroll_map.value()
    layout = page.page_layout
    return layout.room_of(block).translated(0, -scrolled), layout.lines_of(block).translated(0, -scrolled)


def blue_columns(page: AnswerPage, y: float) -> list[int]:
    image = page.viewport().grab().toImage()
    return [x for x in range(image.width()) if image.pixelColor(x, round(y)) == BLUE]


def test_a_small_picture_is_shown_as_large_as_it_is(wide: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(wide, session, tmp_path, picture(200, 100))
    whole, words = room(wide, "遠山落日")
    assert 100 < words.top() - whole.top() < 120
    blue = blue_columns(wide, whole.top() + 50)
    assert len(blue) == 200
    assert (blue[0] + blue[-1]) / 2 == pytest.approx(whole.center().x(), abs=1)


def test_a_large_one_is_scaled_to_the_measure(wide: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(wide, session, tmp_path, picture(1600, 400))
    whole, words = room(wide, "遠山落日")
    assert len(blue_columns(wide, whole.top() + 50)) == round(whole.width())
    assert words.top() - whole.top() == pytest.approx(whole.width() / 4 + 8, abs=2)


def test_it_is_as_wide_as_the_column_when_that_is_another(wide: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(wide, session, tmp_path, picture(1600, 400))
    wide.resize(500, 1500)
    wide.page_layout.finish()
    wide.viewport().repaint()
    QApplication.processEvents()
    whole, words = room(wide, "遠山落日")
    assert whole.width() < 500
    assert len(blue_columns(wide, whole.top() + 50)) == round(whole.width())
    assert words.top() - whole.top() == pytest.approx(whole.width() / 4 + 8, abs=2)


@pytest.mark.parametrize("data", [b"", b"<svg/>", png_that_says(30_000, 30_000)])
def test_where_there_is_no_picture_its_words_stand_in_a_frame(
    wide: AnswerPage, session: Session, tmp_path: Path, data: bytes
) -> None:
    show(wide, session, tmp_path, data)
    whole, words = room(wide, "遠山落日")
    image = wide.viewport().grab().toImage()
    column = [
        image.pixelColor(round(whole.center().x()) + 150, y) for y in range(round(whole.top()), round(words.top()))
    ]
    assert QColor(LIGHT.hairline) in column
    assert words.top() - whole.top() < 30


def test_nothing_in_the_text_names_a_picture(wide: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(wide, session, tmp_path, picture(200, 100))
    assert "￼" not in wide.document().toRawText()
    block = wide.document().findBlockByNumber(HEADING_BLOCKS)
    while block.isValid():
        parts = list(block.textFormats())
        assert not any(part.format.isImageFormat() or part.format.isAnchor() for part in parts)
        block = block.next()


def test_the_page_comes_to_rest(wide: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(wide, session, tmp_path, picture(1600, 400))
    told: list[None] = []
    wide.page_layout.finished.connect(lambda: told.append(None))
    for _ in range(20):
        QApplication.processEvents()
    assert told == []
