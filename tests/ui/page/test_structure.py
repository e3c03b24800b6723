"""A page with more than plain paragraphs: how each is set, what is painted around it, and that words stay words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.documents import BlockKind
from desktop.script import Script
from desktop.ui.look.theme import LIGHT
from desktop.ui.page.lines import x_of
from desktop.ui.page.shapes import structure_of
from desktop.ui.page.typesetting import is_plain
from tests.session.commented import document_of, structured
from tests.ui.reading import HEADING_BLOCKS, click, drag, found, long_thread, point_on, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextBlock, QTextCharFormat

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage


@pytest.fixture
def shown(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page of an answer with a block and a run of each kind."""
    page.resize(796, 1400)
    session.prefer(language="en")
    session.shelf.take(document_of(structured(), tmp_path / "thread.json"), None)
    page.page_layout.finish()
    QApplication.processEvents()
    return page


def block_of(page: AnswerPage, words: str) -> QTextBlock:
    return page.document().findBlock(found(page, words).selectionStart())


def face_of(page: AnswerPage, words: str) -> QTextCharFormat:
    cursor = found(page, words)
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def left_of(page: AnswerPage, words: str) -> float:
    """Return where the first line of the paragraph of `words` begins, from the column's left edge."""
    return block_of(page, words).layout().lineAt(0).x()


def ground_below(page: AnswerPage, words: str) -> QColor:
    """Return the colour at the upper left of a paragraph's lines."""
    rect = page.page_layout.lines_of(block_of(page, words))
    point = rect.topLeft().toPoint()
    image = page.viewport().grab().toImage()
    return image.pixelColor(point.x() + 2, point.y() - page.scroll_map.value() + 2)


def test_only_what_has_structure_is_set_by_it(shown: AnswerPage, session: Session) -> None:
    assert session.state.document is not None
    first, second = session.state.document.answers
    assert not is_plain(first, unfolded=False)
    assert is_plain(second, unfolded=False)
    assert shown.document().blockCount() == HEADING_BLOCKS + len(first.paragraphs)


def test_headings_are_larger_and_bold(shown: AnswerPage) -> None:
    heading, plain = face_of(shown, "先說結論"), face_of(shown, "以上")
    assert heading.fontWeight() == QFont.Weight.Bold
    assert heading.font().pixelSize() > plain.font().pixelSize()
    assert plain.fontWeight() == QFont.Weight.Normal


def test_a_quote_stands_in_behind_a_bar(shown: AnswerPage) -> None:
    assert left_of(shown, "引文裡的") == 2 * 1.5 * 20
    assert face_of(shown, "引文裡的").foreground().color() == QColor(LIGHT.quoted)
    rect = shown.page_layout.lines_of(block_of(shown, "引文裡的"))
    image = shown.viewport().grab().toImage()
    y = round(rect.center().y())
    inked = [x for x in range(round(rect.left()), round(rect.left()) + 60) if _is_drawn(image, x, y)]
    assert len(inked) == 4, "two bars of two pixels"


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.selectionStart(), cursor.selectionEnd()


def _is_drawn(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) != QColor(LIGHT.page)


def test_items_hang_by_their_marks(shown: AnswerPage) -> None:
    block = block_of(shown, "每天只記")
    line = block.layout().lineAt(0)
    behind_mark = x_of(line, len("1. "))
    assert behind_mark == pytest.approx(40, abs=1)
    assert line.x() < 40


def test_code_has_a_ground_and_letters_of_one_width(shown: AnswerPage) -> None:
    assert ground_below(shown, "def read") == QColor(LIGHT.frame)
    assert ground_below(shown, "return book") == QColor(LIGHT.frame)
    assert face_of(shown, "def read").font().families()[0] == "Noto Sans Mono"


def test_lines_of_a_table_have_a_line_below(shown: AnswerPage) -> None:
    room = shown.page_layout.room_of(block_of(shown, "方法"))
    image = shown.viewport().grab().toImage()
    column = [
        image.pixelColor(round(room.center().x()) + 200, y) for y in range(round(room.top()), round(room.bottom()))
    ]
    assert QColor(LIGHT.hairline) in column


def test_runs_are_set_off(shown: AnswerPage) -> None:
    assert face_of(shown, "筆記是第二個").fontWeight() == QFont.Weight.Bold
    assert face_of(shown, "How to").fontItalic()
    assert not face_of(shown, "真的有人").fontItalic(), "Chinese has no italics"
    link = face_of(shown, "這篇舊")
    assert link.fontUnderline()
    assert link.underlineColor() == QColor(LIGHT.accent)
    assert not link.isAnchor()
    assert "Mono" in face_of(shown, "--data").font().families()[0]


def test_han_characters_that_are_stressed_have_dots_below(shown: AnswerPage) -> None:
    def below(words: str) -> bool:
        cursor = found(shown, words)
        block = shown.document().findBlock(cursor.selectionStart())
        line = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
        top = block.layout().position().y() + line.y() + line.ascent() - shown.scroll_map.value()
        starts, ends = (x_of(line, at - block.position()) for at in _ends(cursor))
        image, left = shown.viewport().grab().toImage(), block.layout().position().x()
        return any(
            _is_drawn(image, x, round(top + 6)) for x in range(round(left + starts) + 4, round(left + ends) - 4)
        )

    assert below("有人看")
    assert not below("讀書的")


@pytest.mark.parametrize("script", [Script.SIMPLIFIED, Script.TRADITIONAL, Script.ORIGINAL])
def test_a_flip_keeps_each_word_as_it_was_set(shown: AnswerPage, session: Session, script: Script) -> None:
    session.show_script(script)
    bold = "笔记是第二个" if script is Script.SIMPLIFIED else "筆記是第二個"
    heading = "先说结论" if script is Script.SIMPLIFIED else "先說結論"
    assert face_of(shown, bold).fontWeight() == QFont.Weight.Bold
    assert face_of(shown, heading).fontWeight() == QFont.Weight.Bold
    assert face_of(shown, "以上").fontWeight() == QFont.Weight.Normal


def test_words_of_every_kind_are_selected_copied_and_found(shown: AnswerPage, session: Session) -> None:
    for words in ("引文裡的引文", "每週重讀", "def read", "抄書 | 三年", "遠山落日"):
        drag(shown, words)
        assert session.state.pane.selection == source_span(session, words)
        shown.copy()
        assert QApplication.clipboard().text() == words
    session.searching.look_for("遠山落日")
    assert session.state.search is not None
    assert session.state.search.hits == (source_span(session, "遠山落日"),)


def test_a_double_click_selects_a_word_in_a_quote(shown: AnswerPage, session: Session) -> None:
    session.words.at = lambda _offset: source_span(session, "引文")  # type: ignore[method-assign]
    QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point_on(shown, "引文裡的"))
    assert session.state.pane.selection == source_span(session, "引文")


def test_a_click_means_the_character_that_is_there(shown: AnswerPage, session: Session) -> None:
    for words in ("引文裡的", "2. 每週", "抄書 |", "return book"):
        session.select(source_span(session, words))
        session.annotations.highlight()
        session.annotations.activate(None)
        session.select(None)
        click(shown, words)
        active = session.annotations.active
        assert active is not None
        assert active.passages[0].anchor.exact == words


def test_all_is_heard(shown: AnswerPage, session: Session) -> None:
    interface = QAccessible.queryAccessibleInterface(shown).textInterface()
    page = session.page()
    assert interface is not None
    assert page is not None
    assert interface.text(0, interface.characterCount()).endswith(page.text)


def test_a_reckoned_page_and_one_laid_out_end_at_about_the_same_place(shown: AnswerPage, session: Session) -> None:
    session.toggle_script()
    reckoned = shown.document().size().height()
    shown.page_layout.finish()
    assert reckoned == pytest.approx(shown.document().size().height(), abs=3 * shown.line_px)


def test_every_point_of_the_page_means_a_position_on_it(shown: AnswerPage) -> None:
    last = shown.document().characterCount()
    layout = shown.page_layout
    for y in range(0, round(shown.document().size().height()), 11):
        assert 0 <= layout.hitTest(QPointF(300.0, float(y)), Qt.HitTestAccuracy.FuzzyHit) < last


def test_marks_in_plain_text_are_shown_with_the_words_as_they_are(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    path = long_thread(tmp_path, "這是一段話。", times=3)
    path.write_text(path.read_text("utf-8") + "\n## 小標題\n\n> 引用的話。\n\n- 一項\n", "utf-8")
    assert session.shelf.open(path)
    assert face_of(page, "小標題").fontWeight() == QFont.Weight.Bold
    assert face_of(page, "小標題").font().pixelSize() == 20
    assert block_of(page, "小標題").text() == "## 小標題"
    assert left_of(page, "> 引用") == 30


def test_the_shapes_are_as_many_as_the_paragraphs(shown: AnswerPage, session: Session) -> None:
    document = session.state.document
    assert document is not None
    for unfolded in (False, True):
        structure = structure_of(document.answers[0], document.text, unfolded=unfolded)
        answer = document.answers[0]
        said = sum(len(c.paragraphs) + (c.author_span is not None) for c in answer.comments) if unfolded else 0
        assert len(structure.shapes) == len(answer.paragraphs) + said
        assert structure.own == len(answer.paragraphs)
    kinds = [shape.kind for shape in structure.shapes[: structure.own]]
    assert set(kinds) == set(BlockKind)
