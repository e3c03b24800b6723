"""The laws of the notes' filter, its strip, and what the panel says about it, worked with real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from desktop.annotations import Anchor, Annotation, Color, Passage
from desktop.script import Script, convert
from desktop.text import Span
from desktop.ui.notes.note_filter import NoteFilter
from desktop.ui.notes.panel import NotesPanel
from tests.annotations.samples import with_first
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import NotesDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

QUOTES = ["戰略家", "天然", "孤家寡人", "特殊"]


quick = settings(max_examples=60, deadline=None)
hanzi = st.text("對照歷史憲法後臺裡發髮頭批註體云雲ABcd𠮷", min_size=1, max_size=8)
fields = st.sampled_from(("quote", "note", "tag", "author"))


def annotation(words: str, field: str = "note") -> Annotation:
    """Return an annotation with `words` in one of the fields that are searched."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    quote = words if field == "quote" else "引文"
    passage = Passage(Anchor(quote, "", "", Span(0, len(quote)), "0"), author=words if field == "author" else "")
    bare = Annotation("urn:uuid:1", (passage,), Color.INDIGO, moment, moment)
    return replace(
        bare,
        note=words if field == "note" else "",
        tags=(words,) if field == "tag" else (),
    )


@quick
@given(words=hanzi, field=fields, data=st.data())
def test_any_part_of_quote_note_tag_or_author_finds_it_in_either_script(
    words: str, field: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    part = words[start : data.draw(st.integers(start + 1, len(words)))]
    for asked in (part, convert(part, "t2s").text, part.swapcase()):
        assert NoteFilter(words=asked).passes(annotation(words, field))
        assert NoteFilter(words=part).passes(annotation(convert(words, "t2s").text, field))


@quick
@given(words=hanzi, asked=st.lists(hanzi, min_size=1, max_size=3))
def test_several_words_find_what_each_of_them_finds(words: str, asked: list[str]) -> None:
    each = [NoteFilter(words=word).passes(annotation(words)) for word in asked]
    assert NoteFilter(words="\u3000".join(asked)).passes(annotation(words)) == all(each)


@quick
@given(colors=st.frozensets(st.sampled_from(Color)), answer=st.sampled_from((None, 0, 1)))
def test_a_filter_lets_through_any_of_its_colours_and_its_answer_alone(
    colors: frozenset[Color], answer: int | None
) -> None:
    for color in Color:
        found = NoteFilter(colors, "", answer).passes(replace(with_first(annotation("字"), answer=1), color=color))
        assert found == ((not colors or color in colors) and answer in {None, 1})


@pytest.mark.parametrize("empty", [NoteFilter(), NoteFilter(words=" \u3000")])
def test_an_empty_filter_leaves_nothing_out(empty: NoteFilter) -> None:
    assert not empty
    assert empty.passes(annotation("字"))


@pytest.mark.parametrize("some", [NoteFilter(words="字"), NoteFilter(answer=0), NoteFilter(frozenset({Color.ROUGE}))])
def test_any_other_filter_says_that_it_leaves_something_out(some: NoteFilter) -> None:
    assert some


@pytest.mark.parametrize("asked", ["#對照", "#对照", "＃對", "對照 #對"])
def test_a_word_with_a_sign_is_looked_for_in_tags_alone(asked: str) -> None:
    assert NoteFilter(words=asked).passes(annotation("對照", "tag"))
    assert not NoteFilter(words=asked).passes(annotation("對照", "note"))
    assert not NoteFilter(words=asked).passes(annotation("相對照", "tag"))


@pytest.fixture
def empty(qtbot: QtBot, session: Session, look: Look) -> NotesDriver:
    """Return the panel on the thread without any note."""
    panel = NotesPanel(session, look, BareDesk(session))
    panel.complete()
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    return NotesDriver(panel)


@pytest.fixture
def notes(empty: NotesDriver, session: Session) -> NotesDriver:
    """Return the panel with a note of each colour; the second has 對照 in its note, the third among its tags."""
    mark(session, QUOTES[0], Color.GAMBOGE)
    mark(session, QUOTES[1], Color.MALACHITE, note="與素人對照")
    mark(session, QUOTES[2], Color.INDIGO, tags=("對照",))
    mark(session, QUOTES[3], Color.ROUGE)
    return empty


def test_a_quote_is_found_by_the_words_that_it_is_shown_in(
    empty: NotesDriver, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "软件.txt"
    path.write_text("为什么?\n\n赵甲\n\n\n软件写得慢,打印机也慢。\n", encoding="utf-8")
    assert session.shelf.open(path)
    mark(session, "软件")
    mark(session, "打印机")
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    for asked in ("軟體", "软体", "軟件", "软件"):
        empty.field.setText(asked)
        assert empty.quotes == ["軟體"], asked
    session.show_script(Script.ORIGINAL)
    assert empty.quotes == ["软件"]
    for asked in ("軟體", "软件"):
        empty.field.setText(asked)
        assert empty.quotes == ["软件"], asked
    empty.field.setText("體")
    assert empty.quotes == [], "a part of a phrase is found as it is shown, and not as it could be"


@pytest.mark.parametrize("asked", ["對照", "对照"])
def test_typing_finds_notes_and_tags_in_either_script(notes: NotesDriver, asked: str) -> None:
    type_words(notes.field, asked)
    assert notes.quotes == ["天然", "孤家寡人"]
    assert "2 of 4 shown" in notes.sentences


def test_typing_finds_quotes_in_either_script(notes: NotesDriver) -> None:
    type_words(notes.field, "战略")
    assert notes.quotes == ["戰略家"]


def test_dots_show_the_notes_of_their_colours_together(notes: NotesDriver) -> None:
    notes.press("dot.rouge")
    assert notes.quotes == ["特殊"]
    notes.press("dot.gamboge")
    assert notes.quotes == ["戰略家", "特殊"]
    notes.press("dot.rouge")
    notes.press("dot.gamboge")
    assert notes.quotes == QUOTES


def test_the_keyboard_turns_a_dot_on(notes: NotesDriver) -> None:
    dot = notes.filter_button("dot.indigo")
    dot.setFocus()
    QTest.keyClick(dot, Qt.Key.Key_Space)
    assert notes.quotes == ["孤家寡人"]


@pytest.mark.parametrize("color", Color)
def test_a_dot_says_its_colour_in_words(notes: NotesDriver, color: Color) -> None:
    dot = notes.filter_button(f"dot.{color.value}")
    assert (dot.toolTip(), dot.accessibleName()) == (color.label, color.label)


def test_a_dot_that_is_on_looks_otherwise_without_its_colour(notes: NotesDriver) -> None:
    dot = notes.filter_button("dot.rouge")
    dot.clearFocus()
    off = dot.grab().toImage()
    dot.setChecked(True)
    on = dot.grab().toImage()
    middle = [(x, y) for x in range(8, 16) for y in range(8, 16)]
    assert any(abs(on.pixelColor(*at).lightness() - off.pixelColor(*at).lightness()) > 60 for at in middle)


def test_the_notes_of_this_answer_follow_the_answer_on_the_page(notes: NotesDriver, session: Session) -> None:
    session.show_answer(1)
    notes.press("notesHere")
    assert notes.quotes == ["天然", "孤家寡人"]
    session.show_answer(2)
    assert notes.quotes == ["特殊"]
    notes.press("notesHere")
    assert notes.quotes == QUOTES


def test_words_colours_and_answer_narrow_together(notes: NotesDriver, session: Session) -> None:
    session.show_answer(1)
    notes.press("notesHere")
    notes.press("dot.indigo")
    notes.press("dot.rouge")
    type_words(notes.field, "对照")
    assert notes.quotes == ["孤家寡人"]


def _by_button(notes: NotesDriver) -> None:
    QTest.mouseClick(notes.show_all, Qt.MouseButton.LeftButton)


def _by_escape(notes: NotesDriver) -> None:
    QTest.keyClick(notes.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("clear", [_by_button, _by_escape])
def test_where_nothing_is_left_a_sentence_says_so_and_one_click_or_key_shows_all(
    notes: NotesDriver, clear: Callable[[NotesDriver], None]
) -> None:
    notes.press("dot.rouge")
    notes.press("notesHere")
    type_words(notes.field, "無此語")
    assert notes.quotes == []
    assert "0 of 4 shown" in notes.sentences
    clear(notes)
    assert notes.quotes == QUOTES
    assert notes.field.text() == ""
    assert not any(notes.filter_button(name).isChecked() for name in ("dot.rouge", "notesHere"))
    assert not notes.show_all.isVisible()
    assert notes.sentences == []


def test_a_note_made_while_filtering_is_counted_and_left_out(notes: NotesDriver, session: Session) -> None:
    type_words(notes.field, "对照")
    mark(session, "前提")
    assert notes.quotes == ["天然", "孤家寡人"]
    assert "2 of 5 shown" in notes.sentences


def test_the_title_counts_all_notes_whatever_is_shown(notes: NotesDriver, session: Session) -> None:
    counts = QSignalSpy(notes.panel.counted)
    type_words(notes.field, "对照")
    assert counts.at(counts.count() - 1) == [4]
    session.history.undo()
    assert counts.at(counts.count() - 1) == [3]


def test_without_notes_the_panel_says_how_to_make_one(empty: NotesDriver, session: Session) -> None:
    hint = "Select a passage, then press H to highlight it or N to write a note."
    assert empty.sentences == [hint]
    assert not empty.field.isVisible()
    mark(session, "天然")
    assert empty.field.isVisible()
    assert empty.sentences == []
    session.history.undo()
    assert empty.sentences == [hint]
