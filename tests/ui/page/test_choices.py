"""Characters with a choice are marked when the reader wants it: seen in both themes, told apart without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from desktop.annotations import Color
from desktop.script import Script
from desktop.session import Theme
from desktop.session.words.pages import Pages
from desktop.text import Span
from desktop.ui.page.ink import ChoiceMarks
from desktop.ui.page.page_map import PageMap
from tests.ui.marking import mark
from tests.ui.reading import caret_rect, found, long_thread

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.page.answer_page import AnswerPage

THEMES = pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])


@pytest.fixture
def marked_page(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page of a simplified thread shown in traditional script, its choices marked."""
    path = tmp_path / "simplified.txt"
    path.write_text("大家怎么看？\n\n某甲\n\n\n他硬着头皮干的，非常好，后面没有问题。\n", encoding="utf-8")
    assert session.shelf.open(path)
    session.show_script(Script.TRADITIONAL)
    session.prefer(choices_shown=True)
    return page


def shot(page: AnswerPage) -> QImage:
    """Return the page as it is painted."""
    return page.viewport().grab().toImage()


def below(page: AnswerPage, character: str) -> QRect:
    """Return the strip under a character, between its feet and the next line."""
    cursor = found(page, character)
    left, right = (caret_rect(page, place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.selectionStart() - block.position())
    baseline = round(block.layout().position().y() + line.y() + line.ascent() - page.scroll_map.value())
    strip = left.united(right)
    strip.setTop(baseline + 4)
    strip.setBottom(baseline + 16)
    return strip


def inked(image: QImage, area: QRect, ground: str) -> list[int]:
    """Return the rows of pixels in `area` that hold anything but the ground, once for each pixel."""
    paper = QColor(ground).rgb()
    points = [(x, y) for x in range(area.left() + 1, area.right() - 1) for y in range(area.top(), area.bottom())]
    return [y for x, y in points if image.pixel(x, y) != paper]


@THEMES
def test_dots_stand_under_a_choice_and_under_nothing_else(
    marked_page: AnswerPage, session: Session, look: Look, theme: Theme
) -> None:
    session.prefer(theme=theme)
    image, paper = shot(marked_page), look.tokens.page
    assert inked(image, below(marked_page, "後"), paper)
    assert inked(image, below(marked_page, "乾"), paper)
    assert not inked(image, below(marked_page, "非"), paper)


@THEMES
def test_an_unusual_form_is_told_from_a_usual_one_by_more_than_its_colour(
    marked_page: AnswerPage, session: Session, look: Look, theme: Theme
) -> None:
    session.prefer(theme=theme)
    image, paper = shot(marked_page), look.tokens.page
    usual, unusual = (inked(image, below(marked_page, character), paper) for character in "後乾")
    assert len(unusual) > 1.5 * len(usual)
    area = below(marked_page, "乾")
    points = [(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())]
    assert any(_is_faint(image, x, y, look.tokens.found, paper) for x, y in points)


@THEMES
def test_what_nothing_settles_is_drawn_stronger_than_what_its_words_settle(
    page: AnswerPage, session: Session, look: Look, tmp_path: Path, theme: Theme
) -> None:
    path = tmp_path / "wind.txt"
    path.write_text("大家怎么看？\n\n某甲\n\n\n风在刮。后面没有问题。\n", encoding="utf-8")
    assert session.shelf.open(path)
    session.show_script(Script.TRADITIONAL)
    session.prefer(choices_shown=True, theme=theme)
    image, paper = shot(page), QColor(look.tokens.page).lightness()
    strength: list[int] = []
    for character in "刮後":
        area = below(page, character)
        points = [(x, y) for x in range(area.left() + 1, area.right() - 1) for y in range(area.top(), area.bottom())]
        strength.append(max(abs(image.pixelColor(x, y).lightness() - paper) for x, y in points))
    assert strength[0] > 1.5 * strength[1]


def test_they_are_drawn_only_when_they_are_wanted(
    marked_page: AnswerPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_dots = shot(marked_page)
    session.prefer(choices_shown=False)
    without = shot(marked_page)
    assert without != with_dots
    session.prefer(choices_shown=True)
    assert shot(marked_page) == with_dots
    session.prefer(choices_shown=False)
    monkeypatch.delattr(Pages, "choices")  # nobody looks for them now
    session.toggle_script()
    session.toggle_script()
    assert shot(marked_page) == without


def test_those_of_a_long_page_are_drawn_when_they_are_known(
    page: AnswerPage, session: Session, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "long.txt"
    lines = "\n\n".join(["他硬着头皮干的，非常好，后面没有问题。"] * 150)
    path.write_text(f"大家怎么看？\n\n某甲\n\n\n{lines}\n", encoding="utf-8")
    assert session.shelf.open(path)
    session.show_script(Script.TRADITIONAL)
    session.prefer(choices_shown=True)
    qtbot.waitUntil(session.pages.knows_choices)
    assert inked(shot(page), below(page, "後"), look.tokens.page)


def test_they_follow_the_script_and_what_the_source_is_said_to_be(
    marked_page: AnswerPage, session: Session, look: Look
) -> None:
    session.show_script(Script.ORIGINAL)
    assert not inked(shot(marked_page), below(marked_page, "后"), look.tokens.page)
    before = session.page()
    session.correct_source(type(session.state.manner.source_script).TRADITIONAL)
    after = session.page()
    assert before
    assert after
    assert after.text == before.text
    assert inked(shot(marked_page), below(marked_page, "后"), look.tokens.page)


def test_under_a_light_they_lie_below_its_line(marked_page: AnswerPage, session: Session, look: Look) -> None:
    strip = below(marked_page, "乾")
    alone = inked(shot(marked_page), strip, look.tokens.page)
    session.lights.light("皮干的")
    image, light = shot(marked_page), look.tokens.light(0)
    middle = range(strip.left() + 2, strip.right() - 2)
    line = [y for y in range(strip.top(), strip.bottom()) if all(image.pixelColor(x, y) == light for x in middle)]
    found_rows = [
        y
        for y in range(strip.top(), strip.bottom() + 4)
        for x in middle
        if _is_faint(image, x, y, look.tokens.found, look.tokens.page)
    ]
    assert line
    assert found_rows
    assert max(line) < min(found_rows)
    assert min(found_rows) > max(alone) - 2, "they have moved down"


@THEMES
def test_on_a_mark_they_are_still_seen(marked_page: AnswerPage, session: Session, look: Look, theme: Theme) -> None:
    session.prefer(theme=theme)
    mark(session, "后面", Color.GAMBOGE)
    session.annotations.activate(None)
    session.select(None)
    strip, wash = below(marked_page, "後"), look.tokens.mark(Color.GAMBOGE).name()
    strip.setBottom(strip.top() + 4)
    with_dots = inked(shot(marked_page), strip, wash)
    session.prefer(choices_shown=False)
    assert len(inked(shot(marked_page), strip, wash)) < len(with_dots)


def test_only_those_in_sight_are_drawn(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "他硬着头皮干的，后面没有问题。"))
    session.show_script(Script.TRADITIONAL)
    shown = session.page()
    assert shown is not None
    page_map = PageMap(shown, page.document(), page.document().findBlockByNumber(2).position())
    choices = session.pages.choices()
    marks = ChoiceMarks(choices, page_map)
    seen = page.seen()
    drawn = list(marks.within(seen))
    source = page_map.to_source(seen)
    assert source is not None
    assert drawn == [choice for choice in choices if source.start <= choice.span.start < source.end]
    assert 0 < len(drawn) < len(choices)
    assert list(marks.within(Span(0, 1))) == [], "over the heading"


def _is_faint(image: QImage, x: int, y: int, color: str, ground: str) -> bool:
    """Tell whether a pixel has `color` as the dots of a settled choice have it, on the `ground`."""
    seen, ink, paper = (_channels(one) for one in (image.pixelColor(x, y), QColor(color), QColor(ground)))
    pairs = zip(seen, ink, paper, strict=True)
    return all(abs(each - (0.4 * of_ink + 0.6 * of_paper)) < 3 for each, of_ink, of_paper in pairs)


def _channels(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
