"""A note is read whole in its card, and edited where it is read: no word moves, nor any card that is in sight."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from desktop.annotations import Color
from desktop.session import Theme
from desktop.ui.notes.card_text import set_lines
from desktop.ui.notes.panel import NotesPanel
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import NotesDriver, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

WORDS = ("戰略家", "天然", "孤家寡人", "特殊", "雙邊關係")
LINE_PX = 22
DOT_PX = 24
"""So much wider for each colour beyond four, the editor has its dots and its buttons in one row."""
NOTES = {
    "one line": "與素人對舉。",
    "seven lines": "\n".join(f"{n} 這裏說得有道理" for n in range(7)),
    "sixty lines": "\n".join(f"{n} 這裏說得有道理，但是出處呢？😀 Latin words" for n in range(60)),
    "simplified": "这里说得有道理，但是出处呢？与素人对举。\n\n又及。",
    "unbroken": "x" * 1_500 + "\n" + "https://example.org/an/address-without-a-blank?in=it" * 3,
    "blanks": "  a\tb   c\n\u00a0d\u3000e ",
}


@pytest.fixture
def ids(session: Session) -> list[str]:
    """Return the ids of five notes in text order; none is active."""
    made = [mark(session, words, note="批註") for words in WORDS]
    session.clear_focus()
    return made


@pytest.fixture
def notes(qtbot: QtBot, session: Session, look: Look, ids: list[str]) -> NotesDriver:
    """Return the panel with the five notes in it."""
    assert ids
    panel = NotesPanel(session, look, BareDesk(session))
    qtbot.addWidget(panel)
    panel.resize(300 + DOT_PX * (len(Color) - 4), 700)
    with qtbot.waitActive(panel):
        panel.show()
    return NotesDriver(panel)


@pytest.fixture(autouse=True)
def _steady(qapp: QApplication) -> Iterator[None]:
    """Have the cursor not blink."""
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(flash)


def _write(session: Session, annotation_id: str, note: str) -> None:
    session.annotations.rewrite(annotation_id, note, ())
    QTest.qWait(0)


def _lines(count: int) -> str:
    return "\n".join(f"{n} 行" for n in range(count))


def _text(notes: NotesDriver) -> QPlainTextEdit:
    return found(notes.panel, QPlainTextEdit, "noteText")


def _top(notes: NotesDriver, annotation_id: str) -> int:
    QTest.qWait(0)
    return notes.place(annotation_id).top()


def _in_panel(notes: NotesDriver, widget: QWidget) -> QRect:
    """Return where a widget is in the panel, whatever of it is seen."""
    return QRect(widget.mapTo(notes.panel, QPoint()), widget.size())


def _cursor(notes: NotesDriver) -> QRect:
    """Return where the cursor is in the panel."""
    text = _text(notes)
    return text.cursorRect().translated(text.viewport().mapTo(notes.panel, QPoint()))


def _view(notes: NotesDriver) -> QRect:
    return _in_panel(notes, notes.list.viewport())


# -- reading --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 6, 7, 60, 2_000])
def test_the_active_card_is_as_high_as_its_note_and_the_others_as_six_lines(
    notes: NotesDriver, session: Session, ids: list[str], count: int
) -> None:
    _write(session, ids[1], "行")
    bare = notes.place(ids[1]).height() - LINE_PX
    _write(session, ids[1], _lines(count))
    assert notes.place(ids[1]).height() == bare + min(count, 6) * LINE_PX
    session.annotations.activate(ids[1])
    QTest.qWait(0)
    assert notes.place(ids[1]).height() == bare + count * LINE_PX


def test_the_active_card_shows_more_of_its_quote(notes: NotesDriver, session: Session) -> None:
    words = "美俄結盟?這還真是一個腦洞大開的想法😀。然而的確曾經有一個戰略家也這麼想過。\n\n特朗普總統說："
    made = mark(session, words, note="長")
    session.clear_focus()
    session.annotations.activate(notes.cards[-1].data(Qt.ItemDataRole.UserRole + 1))
    notes.panel.resize(notes.panel.minimumSizeHint().width(), 700)
    QTest.qWait(0)
    opened = notes.place(made).height()
    notes.panel.resize(301, 700)
    assert opened > notes.place(made).height() > 0


def test_a_click_leaves_cards_in_sight_where_they_are(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    for each in ids[:3]:
        _write(session, each, _lines(9))
    for each in (ids[0], ids[1], ids[2], ids[0]):
        before = _top(notes, each)
        notes.click(each)
        assert _top(notes, each) == before


def test_a_card_that_is_out_of_sight_closes_when_another_becomes_active_and_nothing_moves(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    for each in ids:
        _write(session, each, _lines(60))
    notes.click(ids[0])
    high = notes.place(ids[0]).height()
    notes.list.verticalScrollBar().setValue(high + 60)
    before = _top(notes, ids[1])
    notes.click(ids[1])
    assert _top(notes, ids[1]) == before
    assert notes.place(ids[0]).height() < high / 5


@pytest.mark.parametrize(
    ("key", "back"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)]
)
def test_keys_read_on_in_a_card_that_is_higher_than_the_panel_before_they_go_to_the_next(
    notes: NotesDriver, session: Session, ids: list[str], key: Qt.Key, back: Qt.Key
) -> None:
    _write(session, ids[1], _lines(60))
    session.annotations.activate(ids[1])
    tops: list[int] = [_top(notes, ids[1])]
    while session.state.notes.active == ids[1] and len(tops) < 60:
        notes.key(key)
        tops.append(_top(notes, ids[1]))
    height = notes.list.viewport().height()
    assert session.state.notes.active == ids[2]
    assert all(0 < above - below < height for above, below in pairwise(tops[:-1]))
    assert notes.place(ids[1]).top() < 0
    notes.key(back)
    assert session.state.notes.active == ids[1]


def test_up_reads_back_to_the_top_of_the_card(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    _write(session, ids[1], _lines(60))
    session.annotations.activate(ids[1])
    top = _top(notes, ids[1])
    notes.list.verticalScrollBar().setValue(notes.list.verticalScrollBar().value() + 500)
    keys = 0
    while _top(notes, ids[1]) < top and keys < 60:
        notes.key(Qt.Key.Key_Up)
        keys += 1
    assert (session.state.notes.active, _top(notes, ids[1]) <= 0, keys > 5) == (ids[1], top <= 0, True)


def test_the_place_that_is_read_stays_when_the_panel_becomes_another_width(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    note = "\n".join(f"第{n}行，這裏說得有道理，但是出處呢？" for n in range(200))
    _write(session, ids[1], note)
    session.annotations.activate(ids[1])
    QTest.qWait(0)
    delegate = notes.list.cards
    notes.list.verticalScrollBar().setValue(notes.list.verticalScrollBar().value() + 3_000)
    reading = delegate.reading_at(notes.card(ids[1]), -_top(notes, ids[1]))
    assert reading is not None
    for width in (420, 240, 300):
        notes.panel.resize(width, 700)
        QTest.qWait(10)
        now = delegate.reading_at(notes.card(ids[1]), -_top(notes, ids[1]))
        assert now is not None
        assert abs(now.place.paragraph - reading.place.paragraph) <= 1
    assert _top(notes, ids[1]) < -2_000


# -- editing --------------------------------------------------------------------------------------------------


def _different(one: QImage, other: QImage) -> list[tuple[int, int]]:
    points = ((x, y) for y in range(one.height()) for x in range(one.width()))
    return [(x, y) for x, y in points if one.pixelColor(x, y) != other.pixelColor(x, y)]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_no_word_moves_when_editing_begins_or_ends(
    notes: NotesDriver, session: Session, ids: list[str], note: str, theme: Theme
) -> None:
    session.prefer(theme=theme)
    _write(session, ids[1], note)
    notes.click(ids[1])
    QTest.qWait(0)
    before = notes.panel.grab().toImage()
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    words = _in_panel(notes, _text(notes).viewport()).intersected(_view(notes))
    foot = _in_panel(notes, found(notes.panel, QLineEdit, "noteTags"))
    words.setHeight(min(_text(notes).document().lineCount() * LINE_PX, foot.top() - 11 - words.top()))
    words.setWidth(notes.list.cards.inside.width())
    assert words.height() >= min(note.count("\n") + 1, 8) * LINE_PX
    during = notes.panel.grab().toImage()
    changed = _different(before.copy(words), during.copy(words))
    cursor = _cursor(notes).translated(-words.topLeft()).adjusted(-1, -1, 1, 1)
    assert [point for point in changed if not cursor.contains(QPoint(*point))] == []
    session.annotations.edit(None)
    QTest.qWait(0)
    assert _different(before.copy(words), notes.panel.grab().toImage().copy(words)) == []


@pytest.mark.parametrize("which", [0, 2, 4])
def test_the_card_stays_where_it_is_while_its_editor_opens_grows_and_closes(
    notes: NotesDriver, session: Session, ids: list[str], which: int
) -> None:
    for each in ids:
        _write(session, each, _lines(8))
    bar = notes.list.verticalScrollBar()
    session.annotations.activate(ids[which])
    QTest.qWait(0)
    bar.setValue(bar.value() + (150 if which == 2 else 0))
    tops = [_top(notes, ids[which])]
    session.annotations.edit(ids[which])
    tops.append(_top(notes, ids[which]))
    if which < 4:  # the last one's cursor would go out of sight
        type_words(_text(notes), "\n又")
        tops.append(_top(notes, ids[which]))
    at_the_end = tops[-1]
    session.annotations.edit(None)
    assert _top(notes, ids[which]) == at_the_end
    assert which == 4 or len(set(tops)) == 1


def test_the_editor_grows_with_what_is_typed_and_the_cursor_stays_in_sight(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    text, tags = _text(notes), found(notes.panel, QLineEdit, "noteTags")
    heights = [text.height()]
    for number in range(60):
        QTest.keyClick(text, Qt.Key.Key_Return)
        type_words(text, f"第{number}行")
        heights.append(text.height())
        assert _view(notes).contains(_cursor(notes))
        assert _view(notes).contains(_in_panel(notes, tags))
        assert _cursor(notes).bottom() < _in_panel(notes, tags).top()
    assert heights == sorted(heights)
    assert heights[-1] >= 60 * LINE_PX
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert _view(notes).contains(_cursor(notes))
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    moved = text.textCursor().blockNumber()
    assert 5 < moved < 35
    assert _view(notes).contains(_cursor(notes))


def test_opened_in_the_midst_of_a_long_note_the_cursor_is_where_it_is_read(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    _write(session, ids[1], _lines(2_000))
    session.annotations.activate(ids[1])
    QTest.qWait(0)
    bar = notes.list.verticalScrollBar()
    bar.setValue(20_000)
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    assert bar.value() == 20_000
    assert _view(notes).contains(_cursor(notes))
    type_words(_text(notes), "又")
    assert bar.value() == 20_000
    session.annotations.edit(None)
    QTest.qWait(0)
    assert bar.value() == 20_000
    assert "又" in annotation_of(session, ids[1]).note


def test_a_double_click_puts_the_cursor_at_the_word(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    _write(session, ids[2], _lines(8))
    notes.click(ids[2])
    QTest.qWait(0)
    place = notes.place(ids[2])
    line = QPoint(place.left() + 34, place.top() + notes.list.cards.room(notes.card(ids[2])) + 3 * LINE_PX + 11)
    QTest.mouseDClick(notes.list.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert session.state.notes.editing == ids[2]
    assert _text(notes).textCursor().blockNumber() == 3


def test_the_field_takes_a_click_between_two_lines_for_one_on_a_line(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    _write(session, ids[1], "一二三四五六七八\n一二三四五六七八")
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    reached: set[int] = set()
    for y in range(2 * LINE_PX):
        QTest.mouseClick(_text(notes).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(43, y))
        reached.add(_text(notes).textCursor().positionInBlock())
    assert reached == {3}


def test_a_wheel_over_the_field_scrolls_the_list(notes: NotesDriver, session: Session, ids: list[str]) -> None:
    _write(session, ids[1], _lines(60))
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    view, bar = _text(notes).viewport(), notes.list.verticalScrollBar()
    before = bar.value()
    handle = notes.panel.window().windowHandle()
    QTest.wheelEvent(handle, QPointF(view.mapTo(notes.panel.window(), QPoint(5, 5))), QPoint(0, -120))
    assert bar.value() == before + 72
    assert _text(notes).verticalScrollBar().value() == 0


def test_a_note_that_the_filter_hides_is_shown_while_it_is_edited(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    type_words(notes.field, "天然")
    assert notes.quotes == ["天然"]
    session.annotations.edit(ids[3])
    QTest.qWait(0)
    assert notes.quotes == ["天然", "特殊"]
    type_words(_text(notes), "！")
    found(notes.panel, QPushButton, "noteDone").click()
    QTest.qWait(0)
    assert notes.quotes == ["天然"]
    assert annotation_of(session, ids[3]).note == "批註！"


def test_keys_that_the_tags_have_no_use_for_leave_the_list_alone(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    session.annotations.edit(ids[1])
    tags = found(notes.panel, QLineEdit, "noteTags")
    tags.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Delete):
        QTest.keyClick(tags, key)
    assert (session.state.notes.editing, session.state.notes.active, len(session.state.notes.annotations)) == (
        ids[1],
        ids[1],
        5,
    )


def test_in_a_narrow_panel_the_buttons_stand_below_the_colours_and_all_is_seen(
    notes: NotesDriver, session: Session, ids: list[str]
) -> None:
    session.annotations.edit(ids[1])
    editor = found(notes.panel, QWidget, "noteEditor")
    for width in (220, 300):
        notes.panel.resize(width, 700)
        QTest.qWait(10)
        for name in ("noteTags", "noteDelete", "noteDone", "dot.gamboge"):
            assert _view(notes).contains(_in_panel(notes, found(editor, QWidget, name)))


@pytest.mark.parametrize("size", [(300, 400), (240, 500)])
def test_the_cursor_stays_in_sight_in_a_panel_of_another_size(
    notes: NotesDriver, session: Session, ids: list[str], size: tuple[int, int]
) -> None:
    _write(session, ids[1], "\n".join("這裏說得有道理，但是出處呢？" for _ in range(18)))
    session.annotations.edit(ids[1])
    QTest.qWait(0)
    type_words(_text(notes), "完")
    assert _view(notes).contains(_cursor(notes))
    notes.panel.resize(*size)
    QTest.qWait(20)
    assert _view(notes).contains(_cursor(notes))
    assert not _cursor(notes).intersects(_in_panel(notes, found(notes.panel, QWidget, "noteTags")))


@pytest.mark.parametrize("words", ["1" * 2_000, "。" * 2_000, "看" + "x" * 2_000])
def test_a_run_without_a_place_to_break_is_not_searched_for_one(words: str) -> None:
    layout = QTextLayout(words)
    set_lines(layout, 200, LINE_PX)
    assert layout.textOption().wrapMode() is layout.textOption().WrapMode.WrapAnywhere
