"""What is drawn on the words is there, in both themes, and told apart without colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.annotations import Color, create
from desktop.script import Script
from desktop.session import LitPerson, LitSpan, Theme
from tests.ui.marking import mark
from tests.ui.reading import caret_rect, found, source_span

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.page.answer_page import AnswerPage


def shot(page: AnswerPage) -> QImage:
    """Return the page as it is painted."""
    return page.viewport().grab().toImage()


def share(image: QImage, color: QColor, area: QRect) -> float:
    """Return which part of the pixels in `area` has `color`."""
    wanted = color.rgb()
    points = [(x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())]
    return sum(image.pixel(x, y) == wanted for x, y in points) / len(points)


def area_of(page: AnswerPage, words: str) -> QRect:
    """Return the rectangle of `words`, which stand in one line."""
    cursor = found(page, words)
    return caret_rect(page, cursor.selectionStart()).united(caret_rect(page, cursor.selectionEnd()))


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("color", list(Color))
def test_a_mark_is_a_wash_under_its_words_and_nowhere_else(
    page: AnswerPage, session: Session, look: Look, theme: Theme, color: Color
) -> None:
    session.prefer(theme=theme)
    mark(session, "腦洞大開", color)
    image, wash = shot(page), look.tokens.mark(color)
    assert share(image, wash, area_of(page, "腦洞大開")) > 0.3
    assert share(image, wash, area_of(page, "特朗普總統")) == 0


def test_a_wash_follows_its_words_into_the_other_script(page: AnswerPage, session: Session, look: Look) -> None:
    mark(session, "𠮷野家也開到美國", Color.INDIGO)
    session.show_script(Script.SIMPLIFIED)
    image, wash = shot(page), look.tokens.mark(Color.INDIGO)
    assert share(image, wash, area_of(page, "𠮷野家也开到美国")) > 0.3
    assert share(image, wash, area_of(page, "总统说")) == 0


def test_the_words_stay_on_top_of_the_wash(page: AnswerPage, session: Session, look: Look) -> None:
    area = area_of(page, "腦洞大開")
    before = share(shot(page), QColor(look.tokens.ink), area)
    mark(session, "腦洞大開", Color.GAMBOGE)
    assert before > 0.01
    assert share(shot(page), QColor(look.tokens.ink), area) == pytest.approx(before, rel=0.2)


def test_where_marks_overlap_both_are_seen(page: AnswerPage, session: Session, look: Look) -> None:
    mark(session, "真是一個腦洞大開", Color.GAMBOGE)
    mark(session, "腦洞大開的想法", Color.INDIGO)
    image, tokens = shot(page), look.tokens
    both = area_of(page, "腦洞大開")
    assert share(image, tokens.mark(Color.INDIGO), both) > 0.2
    around = both.adjusted(0, -6, 0, 8)
    assert share(image, tokens.mark(Color.GAMBOGE), around) > 0.01


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_three_marks_on_the_same_words_are_all_seen(
    page: AnswerPage, session: Session, look: Look, theme: Theme
) -> None:
    session.prefer(theme=theme)
    colors = (Color.GAMBOGE, Color.INDIGO, Color.ROUGE)
    made = mark(session, "腦洞大開")
    # Selected again the words would be recoloured: only another writer marks them twice.
    for color in colors:
        session.edits.push(
            (create(replace(session.state.notes.annotations[made], id=f"urn:uuid:{color}", color=color)),)
        )
    session.annotations.delete(made)
    session.annotations.activate(None)
    image, around = shot(page), area_of(page, "腦洞大開").adjusted(0, -6, 0, 8)
    shares = [share(image, look.tokens.mark(color), around) for color in colors]
    assert all(part > 0.01 for part in shares), shares
    session.annotations.activate(f"urn:uuid:{Color.GAMBOGE}")
    edge = look.tokens.mark_edge(Color.GAMBOGE)
    assert share(shot(page), edge, around) > share(image, edge, around)


def test_the_passages_of_one_note_bear_a_sign_and_are_shown_to_belong_together(
    page: AnswerPage, session: Session, look: Look
) -> None:
    mark(session, "腦洞大開", Color.ROUGE)
    area = area_of(page, "特朗普總統")
    above, accent = area.adjusted(-2, -16, 4 - area.width() + 14, 4 - area.height()), QColor(look.tokens.accent)
    assert share(shot(page), accent, above) == 0
    session.select(source_span(session, "特朗普總統"))
    session.annotations.passages.link()
    image = shot(page)
    assert share(image, look.tokens.mark(Color.ROUGE), area_of(page, "特朗普總統")) > 0.3
    assert share(image, accent, above) > 0
    assert area_of(page, "特朗普總統") == area, "no word moves for it"
    session.annotations.passages.unlink()
    assert share(shot(page), accent, above) == 0


def test_the_active_mark_has_an_edge(page: AnswerPage, session: Session) -> None:
    made = mark(session, "腦洞大開", Color.MALACHITE)
    session.annotations.activate(None)
    before = shot(page)
    session.annotations.activate(made)
    assert shot(page) != before


def test_a_note_has_its_sign_above_the_end_and_moves_no_word(page: AnswerPage, session: Session, look: Look) -> None:
    made = mark(session, "腦洞大開", Color.ROUGE)
    area, accent = area_of(page, "腦洞大開"), QColor(look.tokens.accent)
    above = area.adjusted(area.width() - 12, -16, 14, -area.height() + 4)
    assert share(shot(page), accent, above) == 0
    session.annotations.rewrite(made, "誰？", ())
    assert share(shot(page), accent, above) > 0.01
    assert area_of(page, "腦洞大開") == area


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_light_is_a_line_below_its_words_and_crosses_none(
    page: AnswerPage, session: Session, look: Look, theme: Theme
) -> None:
    session.prefer(theme=theme)
    session.lights.light("腦洞大開")
    image, light, area = shot(page), look.tokens.light(0), area_of(page, "腦洞大開")
    rows = [y for y in range(area.top(), area.bottom() + 14) if _row(image, light, area, y) > 0.8]
    assert 1 <= len(rows) <= 3
    cursor = found(page, "腦洞大開")
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock() - 1)
    top = cursor.block().layout().position().y() + line.y() - page.scroll_map.value()
    assert min(rows) > top + line.ascent() + 2


def test_a_light_stays_legible_on_a_mark(page: AnswerPage, session: Session, look: Look) -> None:
    mark(session, "腦洞大開", Color.INDIGO)
    session.lights.light("腦洞大開")
    area = area_of(page, "腦洞大開")
    rows = range(area.top(), area.bottom() + 14)
    assert any(_row(shot(page), look.tokens.light(0), area, y) > 0.8 for y in rows)
    assert share(shot(page), look.tokens.mark(Color.INDIGO), area) > 0.3


def test_lights_on_the_same_words_lie_below_one_another(page: AnswerPage, session: Session, look: Look) -> None:
    whole, part = source_span(session, "腦洞大開"), source_span(session, "大開")
    session.replace(lights=replace(session.state.lights, places={0: (LitSpan(whole, 0), LitSpan(part, 5))}))
    image, area = shot(page), area_of(page, "大開")
    upper = [y for y in range(area.top(), area.bottom() + 16) if _row(image, look.tokens.light(0), area, y) > 0.8]
    lower = [y for y in range(area.top(), area.bottom() + 16) if _row(image, look.tokens.light(5), area, y) > 0.4]
    assert upper
    assert lower
    assert max(upper) < min(lower)


def test_places_that_were_found_are_framed_and_the_current_one_in_the_accent(
    page: AnswerPage, session: Session, look: Look
) -> None:
    before = shot(page)
    session.searching.look_for("特朗普")
    around = area_of(page, "特朗普").adjusted(-4, -6, 4, 10)
    assert share(shot(page), QColor(look.tokens.accent), around) > 0.01
    session.clear_focus()
    assert share(shot(page), QColor(look.tokens.accent), around) > 0.01
    session.searching.close()
    assert shot(page) == before


def test_the_goal_is_outlined_until_it_is_left(page: AnswerPage, session: Session, look: Look) -> None:
    before = shot(page)
    session.go_to(source_span(session, "腦洞大開"))
    around = area_of(page, "腦洞大開").adjusted(-4, -6, 4, 10)
    assert share(shot(page), QColor(look.tokens.found), around) > 0.01
    session.clear_focus()
    assert shot(page) == before


def test_the_map_shows_notes_on_its_left_and_words_on_its_right(
    page: AnswerPage, session: Session, look: Look
) -> None:
    mark(session, "腦洞大開", Color.ROUGE)
    session.lights.light("特朗普")
    QTest.qWait(0)
    marks = [tick for tick in page.scroll_map.ticks if tick.is_mark]
    words = [tick for tick in page.scroll_map.ticks if not tick.is_mark]
    assert [tick.color for tick in marks] == [look.tokens.mark_edge(Color.ROUGE)]
    assert [tick.color for tick in words] == [look.tokens.light(0)]
    assert 0 < marks[0].part < words[0].part < 1
    image = page.scroll_map.grab().toImage()
    y = round(marks[0].part * (page.scroll_map.height() - 3)) + 1
    assert image.pixelColor(2, y) == look.tokens.mark_edge(Color.ROUGE)
    assert image.pixelColor(page.scroll_map.width() - 2, y) != look.tokens.mark_edge(Color.ROUGE)


def test_what_is_drawn_leaves_with_its_answer(page: AnswerPage, session: Session) -> None:
    mark(session, "腦洞大開", Color.ROUGE)
    session.lights.light("腦洞大開")
    QTest.qWait(0)
    assert page.scroll_map.ticks
    session.step(1)
    QTest.qWait(0)
    assert page.scroll_map.ticks == ()


def test_a_mark_that_is_deleted_leaves_no_trace(page: AnswerPage, session: Session) -> None:
    before = shot(page)
    made = mark(session, "腦洞大開", Color.ROUGE, "誰？")
    assert shot(page) != before
    session.annotations.delete(made)
    assert shot(page) == before


def _row(image: QImage, color: QColor, area: QRect, y: int) -> float:
    """Return which part of a row of pixels has `color`."""
    points = range(area.left() + 2, area.right() - 2)
    return sum(image.pixel(x, y) == color.rgb() for x in points) / len(points)


def test_while_one_persons_words_are_in_ink_all_others_are_pale(
    page: AnswerPage, session: Session, look: Look
) -> None:
    theirs, mine = area_of(page, "腦洞大開"), area_of(page, "特朗普總統")
    ink, before = QColor(look.tokens.ink), shot(page)
    span = source_span(session, "特朗普總統")
    lit = LitPerson("誰", (span,))
    session.replace(lights=replace(session.state.lights, person=lit))
    after = shot(page)
    assert share(before, ink, theirs) > 0.01
    assert share(after, ink, theirs) == 0
    assert share(after, ink, mine) == pytest.approx(share(before, ink, mine), rel=0.1)
    session.replace(lights=replace(session.state.lights, person=None))
    assert shot(page) == before
