"""Lights on one page: as many as lie on the same words are all seen, and none touches the next line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from desktop.session import LIGHT_SLOTS, LitSpan
from desktop.text import Span
from desktop.ui.page.ink import lines_on, rows_at
from desktop.ui.page.page_map import PageMap
from tests.ui.reading import HEADING_BLOCKS, caret_rect, found, long_thread, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.page.answer_page import AnswerPage

SIZES = (14, 20, 40)
PROSE = "一二三四五六七八九十" * 12


def levels(page: AnswerPage, session: Session, *spans: Span) -> list[tuple[int, int]]:
    """Return the level and the depth of lights on these spans."""
    session.replace(
        lights=replace(
            session.state.lights,
            places={0: tuple(LitSpan(span, slot % LIGHT_SLOTS) for slot, span in enumerate(spans))},
        )
    )
    shown = session.page()
    assert shown is not None
    page_map = PageMap(shown, page.document(), page.document().findBlockByNumber(HEADING_BLOCKS).position())
    return [(line.level, line.depth) for line in lines_on(session.state, page_map)]


def test_each_light_takes_the_first_row_that_is_free(page: AnswerPage, session: Session) -> None:
    start = source_span(session, "這還真是一個腦洞大開").start
    spans = [Span(start + a, start + b) for a, b in ((0, 4), (2, 9), (5, 7), (6, 8))]
    assert levels(page, session, *spans) == [(0, 3), (1, 3), (0, 3), (2, 3)]


def test_words_beside_a_pile_of_lights_have_their_own_line_whole(page: AnswerPage, session: Session) -> None:
    start = source_span(session, "這還真是一個腦洞大開").start
    pile = [Span(start, start + 2)] * 5
    assert levels(page, session, *pile, Span(start + 2, start + 4))[-1] == (0, 1)


def test_lights_side_by_side_all_take_the_row_next_to_the_words(page: AnswerPage, session: Session) -> None:
    start = source_span(session, "這還真是一個腦洞大開").start
    spans = [Span(start + a, start + b) for a, b in ((0, 2), (2, 4), (5, 7))]
    assert levels(page, session, *spans) == [(0, 1)] * 3


@pytest.mark.parametrize("size", SIZES)
def test_all_lights_on_the_same_words_are_seen_and_touch_no_other_line(
    page: AnswerPage, session: Session, look: Look, tmp_path: Path, size: int
) -> None:
    _open(page, session, tmp_path, size)
    words = source_span(session, "二三四五六七八九")
    before = _shot(page)
    session.replace(
        lights=replace(session.state.lights, places={0: tuple(LitSpan(words, slot) for slot in range(LIGHT_SLOTS))})
    )
    after, area = _shot(page), _below(page, "二三四五六七八九", size)
    for slot in range(LIGHT_SLOTS):
        assert _count(after, look.tokens.light(slot), area) >= 4, slot
    changed = [
        (x, y) for x in range(after.width()) for y in range(after.height()) if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert all(area.contains(x, y) for x, y in changed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("slot", range(LIGHT_SLOTS))
def test_the_sign_of_a_note_hides_nothing_of_the_light_above_it(
    page: AnswerPage, session: Session, look: Look, tmp_path: Path, size: int, slot: int
) -> None:
    _open(page, session, tmp_path, size)
    assert session.state.current is not None
    whole = session.state.current.paragraphs[0]
    session.replace(lights=replace(session.state.lights, places={0: (LitSpan(whole, slot),)}))
    session.select(_words_of_second_line(page, whole.start))
    session.annotations.highlight()
    made = session.state.notes.active
    assert made is not None
    session.annotations.activate(None)
    light, accent, above = look.tokens.light(slot), QColor(look.tokens.accent), _above_end_of_second_line(page, size)
    before = _count(_shot(page), light, above)
    assert _count(_shot(page), accent, above.adjusted(0, 0, 0, size)) == 0
    session.annotations.rewrite(made, "批註", ())
    assert _count(_shot(page), accent, above.adjusted(0, 0, 0, size)) > 0
    assert _count(_shot(page), light, above) == before > 0


@pytest.mark.parametrize("size", (14, 17, 20, 23, 28, 32, 37, 40))
def test_the_two_strokes_of_a_double_line_stay_apart(
    page: AnswerPage, session: Session, look: Look, tmp_path: Path, size: int
) -> None:
    _open(page, session, tmp_path, size)
    session.replace(
        lights=replace(session.state.lights, places={0: (LitSpan(source_span(session, "二三四五六七八九"), 1),)})
    )
    image, area = _shot(page), _below(page, "二三四五六七八九", size)
    column = [
        image.pixelColor(area.center().x(), y) == look.tokens.light(1) for y in range(area.top(), area.bottom())
    ]
    strokes = [y for y in range(1, len(column)) if column[y] and not column[y - 1]]
    assert len(strokes) == 2


def test_at_every_size_there_is_room_for_two_rows() -> None:
    assert [rows_at(size) for size in SIZES] == [2, 3, 6]


def _open(page: AnswerPage, session: Session, folder: Path, size: int) -> None:
    """Show a paragraph of several lines in text of `size` pixels."""
    assert session.shelf.open(long_thread(folder, PROSE, times=1))
    page.resize(20 * size + 64, 12 * size)
    session.prefer(text_size=size)
    page.scroll_map.setValue(page.scroll_map.maximum() // 3)


def _words_of_second_line(page: AnswerPage, start: int) -> Span:
    """Return the source span of the second line's first five characters; the paragraph begins at `start`."""
    line = page.document().findBlockByNumber(HEADING_BLOCKS).layout().lineAt(1)
    return Span(start + line.textStart(), start + line.textStart() + 5)


def _above_end_of_second_line(page: AnswerPage, size: int) -> QRect:
    """Return the room above the fifth character of the second line, up to the glyphs of the first."""
    block = page.document().findBlockByNumber(HEADING_BLOCKS)
    line, origin = block.layout().lineAt(1), block.layout().position()
    right = caret_rect(page, block.position() + line.textStart() + 5).left()
    foot = round(origin.y() + line.y() + line.ascent() - 0.9 * size) - page.scroll_map.value()
    height = page.line_px - round(0.8 * size)
    return QRect(right - size // 2, foot - height, size, height)


def _shot(page: AnswerPage) -> QImage:
    return page.viewport().grab().toImage()


def _below(page: AnswerPage, words: str, size: int) -> QRect:
    """Return the room between the baseline of `words` and the glyphs of the next line."""
    cursor = found(page, words)
    left, right = (caret_rect(page, p).left() for p in (cursor.selectionStart(), cursor.selectionEnd()))
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock() - 1)
    baseline = block.layout().position().y() + line.y() + line.ascent() - page.scroll_map.value()
    top = round(baseline)
    return QRect(left - 2, top, right - left + 4, page.line_px - round(0.86 * size))


def _count(image: QImage, color: QColor, area: QRect) -> int:
    wanted = color.rgb()
    inside = area.intersected(image.rect())
    return sum(
        image.pixel(x, y) == wanted
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    )
