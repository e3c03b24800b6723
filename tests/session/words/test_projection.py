"""The page's text: what is shown maps to the source and back, whatever characters a text is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.script import Conversion, convert
from desktop.session import PageText, made_visible
from desktop.session.words.projection import Projections
from desktop.text import Span, Utf16Map

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.documents import Document

GROWING, KEEPING = (None, "s2twp", "tw2sp"), (None, "s2tw", "tw2s", "t2hk")
BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1"
# Words that s2twp makes longer or shorter and tw2sp the other way, and characters that a text layout would obey.
WORDS = ["内存", "博客", "打印机", "U盘", "軟體", "記憶體", "部落格", "裡面", "的", "甲", "，", "a", " "]
TRAPS = [
    "😀",
    "𠮷",
    "\0",
    "\t",
    "\x1b",
    *BREAKS,
    "\xa0",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u061c",
    "\ufffc",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\u0301",
]
PARAGRAPHS = st.lists(st.sampled_from(WORDS + TRAPS), min_size=1, max_size=8).map("".join)


class Answer:
    """A source of `paragraphs`, with blank lines and indents between them and other words around them."""

    def __init__(self, paragraphs: list[str]) -> None:
        self.source = "題目？\n\n某甲\n\n\n"
        spans: list[Span] = []
        for words in paragraphs:
            self.source += "\u3000\u3000"
            spans.append(Span(len(self.source), len(self.source) + len(words)))
            self.source += words + "\n\n"
        self.source += "某乙\n"
        self.paragraphs = tuple(spans)

    def shown(self, config: str | None) -> PageText:
        """Return the page that shows this answer by `config`."""
        return PageText(self.source, self.paragraphs, Conversion(config))

    def inside(self, offset: int) -> Span | None:
        """Return the paragraph that holds the character at `offset`."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)

    def __repr__(self) -> str:
        return f"Answer({[p.of(self.source) for p in self.paragraphs]!r})"


ANSWERS = st.lists(PARAGRAPHS, min_size=1, max_size=4).map(Answer)
DATA = st.data()
law = settings(max_examples=100, deadline=None)


def some_span(data: st.DataObject, limit: int) -> Span:
    """Draw a span that isn't empty, of offsets up to `limit`."""
    start = data.draw(st.integers(0, limit - 1), label="start")
    return Span(start, data.draw(st.integers(start + 1, limit), label="end"))


def some_words(data: st.DataObject, answer: Answer) -> Span:
    """Draw a span that begins and ends on characters of paragraphs, of one or over several."""
    shown = [offset for p in answer.paragraphs for offset in range(p.start, p.end)]
    ends = [data.draw(st.sampled_from(shown), label="character") for _ in range(2)]
    return Span(min(ends), max(ends) + 1)


@law
@given(ANSWERS, st.sampled_from(GROWING), DATA)
def test_what_is_shown_of_words_leads_back_to_all_of_them(
    answer: Answer, config: str | None, data: st.DataObject
) -> None:
    page, span = answer.shown(config), some_words(data, answer)
    place = page.to_page(span)
    assert place is not None
    back = page.to_source(place)
    assert back is not None
    assert back.contains(span)


@law
@given(ANSWERS, st.sampled_from(GROWING), DATA)
def test_words_widen_to_a_changed_word_and_no_farther(
    answer: Answer, config: str | None, data: st.DataObject
) -> None:
    page, span = answer.shown(config), some_words(data, answer)
    place = page.to_page(span)
    back = page.to_source(place) if place else None
    assert back is not None
    again = page.to_page(back)
    assert again == place
    assert answer.inside(back.start) == answer.inside(span.start)
    assert answer.inside(back.end - 1) == answer.inside(span.end - 1)


@law
@given(ANSWERS, st.sampled_from(GROWING), DATA)
def test_the_source_of_what_is_selected_covers_the_selection(
    answer: Answer, config: str | None, data: st.DataObject
) -> None:
    page = answer.shown(config)
    selected = some_span(data, len(page.text))
    source = page.to_source(selected)
    words = selected.of(page.text).strip("\n")
    assert (source is None) == (words == "")
    if words:
        assert source is not None
        place = page.to_page(source)
        assert place is not None
        start = selected.start + len(selected.of(page.text)) - len(selected.of(page.text).lstrip("\n"))
        assert place.contains(Span(start, start + len(words)))


@law
@given(ANSWERS, st.sampled_from(KEEPING), DATA)
def test_where_lengths_stay_words_lead_back_to_themselves(
    answer: Answer, config: str | None, data: st.DataObject
) -> None:
    page, span = answer.shown(config), some_words(data, answer)
    assume([len(p) for p in page.paragraphs] == [len(p) for p in answer.paragraphs])
    place = page.to_page(span)
    assert place is not None
    assert page.to_source(place) == span


@law
@given(ANSWERS, st.sampled_from(GROWING))
def test_the_paragraphs_tile_the_page(answer: Answer, config: str | None) -> None:
    page = answer.shown(config)
    assert page.paragraphs[0].start == 0
    assert page.paragraphs[-1].end == len(page.text) == len(page.words)
    for one, two in zip(page.paragraphs, page.paragraphs[1:], strict=False):
        assert page.text[one.end : two.start] == "\n"
    for shown, source in zip(page.paragraphs, answer.paragraphs, strict=True):
        words = source.of(answer.source)
        assert page.words_of(shown) == (words if config is None else convert(words, config).text)
        assert page.to_page(source) == shown
        assert page.to_source(shown) == source


@law
@given(ANSWERS, st.sampled_from(GROWING))
def test_qt_sees_one_block_for_each_paragraph_and_every_unit_in_its_place(
    qapp: QApplication, answer: Answer, config: str | None
) -> None:
    page = answer.shown(config)
    assert not set(BREAKS) & set(page.text)
    document = QTextDocument()
    document.setPlainText(page.text)
    assert document.blockCount() == len(page.paragraphs)
    assert document.characterCount() == Utf16Map(page.text).to_units(len(page.text)) + 1
    assert document.toRawText() == page.text.replace("\n", "\u2029")


@law
@given(ANSWERS, st.sampled_from(GROWING))
def test_a_place_moves_on_the_page_as_it_moves_in_the_source(answer: Answer, config: str | None) -> None:
    page = answer.shown(config)
    on_page = [page.offset_to_page(offset) for offset in range(len(answer.source) + 1)]
    in_source = [page.offset_to_source(offset) for offset in range(len(page.text) + 1)]
    assert on_page == sorted(on_page)
    assert in_source == sorted(in_source)
    for shown, source in zip(page.paragraphs, answer.paragraphs, strict=True):
        assert on_page[source.start - 1] == shown.start, "between paragraphs, the next one"
        assert (on_page[source.start], on_page[source.end]) == (shown.start, shown.end)
        assert (in_source[shown.start], in_source[shown.end]) == (source.start, source.end)


@law
@given(ANSWERS, st.sampled_from(GROWING), DATA)
def test_a_caret_stays_a_caret(answer: Answer, config: str | None, data: st.DataObject) -> None:
    page = answer.shown(config)
    offset = data.draw(st.integers(0, len(answer.source)))
    place = page.to_page(Span(offset, offset))
    assert place is not None
    assert not place
    back = page.to_source(place)
    assert back is not None
    assert not back


@law
@given(ANSWERS, st.sampled_from(GROWING), DATA)
def test_what_stands_on_no_page_is_nowhere(answer: Answer, config: str | None, data: st.DataObject) -> None:
    span = some_span(data, len(answer.source))
    overlaps = any(span.overlaps(paragraph) for paragraph in answer.paragraphs)
    assert (answer.shown(config).to_page(span) is not None) == overlaps


def test_what_a_layout_would_obey_is_shown_as_a_mark_in_its_place_and_copied_as_it_is() -> None:
    words = "甲\u202e乙\u2028丙\x07丁\xa0戊\t己"
    page = PageText(words, (Span(0, len(words)),), Conversion())
    assert page.text == "甲⬚乙�丙�丁\xa0戊 己"
    assert page.words_of(Span(0, len(page.text))) == words


def test_a_line_break_alone_is_no_words() -> None:
    page = Answer(["甲乙", "丙"]).shown(None)
    assert page.to_source(Span(2, 3)) is None


def test_an_answer_without_paragraphs_has_an_empty_page() -> None:
    page = PageText("甲", (), Conversion())
    assert (page.text, page.paragraphs) == ("", ())
    assert page.to_page(Span(0, 1)) is None
    assert page.to_source(Span(0, 0)) is None


@pytest.fixture
def document() -> Document:
    """Return a document of three answers."""
    from pathlib import Path

    from desktop.documents import parse_document
    from tests.session.threads import TRADITIONAL

    return parse_document(TRADITIONAL, Path("讀書.txt"))


def test_a_projection_made_lately_is_not_made_again(document: Document) -> None:
    projections = Projections(size=2)

    def page(index: int, config: str | None) -> PageText:
        return projections.page(document.sha256, document.text, document.answers[index], Conversion(config))

    first, second = page(0, None), page(0, "tw2s")
    assert first is not second
    assert page(0, None) is first
    page(1, None)
    assert page(0, None) is first, "the one shown least recently goes first"
    assert page(0, "tw2s") is not second


def test_a_character_is_made_visible_alone_as_it_is_among_others_that_are() -> None:
    characters = "".join(map(chr, range(0x110000)))
    assert "".join(map(made_visible, characters)) == made_visible(characters)
