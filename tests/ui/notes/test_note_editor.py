"""The note editor, worked with real keys and clicks: what is typed survives however the editor is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.annotations import Change, Color
from desktop.paths import DataFolder
from desktop.script import Script
from desktop.session import SaveState, Session
from desktop.ui.fields.typing_clock import AFTER_MS, TypingClock
from desktop.ui.notes.note_editor import split_tags
from tests.ui.conftest import THREAD, InlineExecutor
from tests.ui.input_method import compose, type_words
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.note_desk import Desk, desk_with
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.look.look import Look


@pytest.fixture
def desk(qtbot: QtBot, session: Session, look: Look) -> Desk:
    return desk_with(qtbot, session, look, "孤家寡人")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return another thread."""
    path = tmp_path / "other.txt"
    path.write_text(THREAD.replace("特朗普", "川普"), encoding="utf-8")
    return path


# -- beginning ------------------------------------------------------------------------------------------------


def test_the_editor_is_there_only_while_a_note_is_edited(desk: Desk, session: Session) -> None:
    assert desk.editor.isVisible()
    assert desk.text.hasFocus()
    session.annotations.edit(None)
    assert not desk.editor.isVisible()


def test_it_opens_with_note_tags_and_colour_of_the_annotation(desk: Desk, session: Session) -> None:
    desk.open(mark(session, "天然", Color.ROUGE, "比喻", ("修辭", "對照")))
    dots = {dot.objectName() for dot in desk.editor.findChildren(QWidget) if dot.property("checked")}
    assert (desk.text.toPlainText(), desk.tags.text(), dots) == ("比喻", "修辭 對照", {"dot.rouge"})


# -- leaving --------------------------------------------------------------------------------------------------


def _done(desk: Desk, _other: Path) -> None:
    desk.press("noteDone")


def _escape(desk: Desk, _other: Path) -> None:
    QTest.keyClick(desk.text, Qt.Key.Key_Escape)


def _escape_from_a_button(desk: Desk, _other: Path) -> None:
    QTest.keyClick(found(desk.editor, QPushButton, "noteDelete"), Qt.Key.Key_Escape)


def _control_return(desk: Desk, _other: Path) -> None:
    QTest.keyClick(desk.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _another_note(desk: Desk, _other: Path) -> None:
    desk.session.annotations.edit(mark(desk.session, "特殊"))


def _elsewhere(desk: Desk, _other: Path) -> None:
    QTest.mouseClick(desk.beside, Qt.MouseButton.LeftButton)
    desk.beside.setFocus(Qt.FocusReason.MouseFocusReason)


def _another_document(desk: Desk, other: Path) -> None:
    thread = desk.session.state.document
    assert thread is not None
    assert desk.session.shelf.open(other)
    assert desk.session.shelf.open(thread.path)


def _another_version(desk: Desk, _other: Path) -> None:
    thread = desk.session.state.document
    assert thread is not None
    thread.path.write_text(f"{thread.text}\n又及。\n", encoding="utf-8")
    assert desk.session.shelf.reload()
    assert desk.text.words == "與素人對舉"


def _deleted_and_brought_back(desk: Desk, _other: Path) -> None:
    desk.session.annotations.chosen.delete()
    desk.session.history.undo()


def _flipped_and_left_alone(desk: Desk, _other: Path) -> None:
    desk.session.show_script(Script.SIMPLIFIED)
    desk.session.show_answer(0)
    assert desk.text.words == "與素人對舉"
    QTest.qWait(AFTER_MS + 200)


def _the_end(desk: Desk, _other: Path) -> None:
    assert desk.session.close() is None


LEAVING = [
    _done,
    _escape,
    _escape_from_a_button,
    _control_return,
    _another_note,
    _elsewhere,
    _another_document,
    _another_version,
    _deleted_and_brought_back,
    _flipped_and_left_alone,
    _the_end,
]


@pytest.mark.parametrize("leave", LEAVING)
@pytest.mark.parametrize("enter", [type_words, compose])
def test_what_was_typed_is_kept_on_the_disk(
    qtbot: QtBot,
    desk: Desk,
    other: Path,
    thread: Path,
    tmp_path: Path,
    leave: Callable[[Desk, Path], None],
    enter: Callable[[QWidget, str], None],
) -> None:
    """What is still being composed counts as typed: libpinyin commits nothing when it is told to end."""
    enter(desk.text, "與素人對舉")
    type_words(desk.tags, "#對照 修辭、a")
    leave(desk, other)
    qtbot.waitUntil(lambda: desk.session.state.saving is SaveState.SAVED)
    again = Session(DataFolder(tmp_path / "data"), None, InlineExecutor(), InlineExecutor())
    assert again.shelf.open(thread)
    kept = annotation_of(again, desk.id)
    again.stop()
    assert (kept.note, kept.tags) == ("與素人對舉", ("對照", "修辭", "a"))


@pytest.mark.parametrize("leave", [_done, _escape, _escape_from_a_button, _control_return])
def test_being_done_closes_the_editor_and_gives_the_keyboard_back_once(
    desk: Desk, other: Path, leave: Callable[[Desk, Path], None]
) -> None:
    spy = QSignalSpy(desk.editor.left)
    leave(desk, other)
    assert desk.session.state.notes.editing is None
    assert not desk.editor.isVisible()
    assert spy.count() == 1


def test_the_keyboard_that_is_elsewhere_is_left_there(desk: Desk, session: Session) -> None:
    desk.beside.setFocus()
    spy = QSignalSpy(desk.editor.left)
    session.annotations.edit(None)
    assert spy.count() == 0
    assert desk.beside.hasFocus()


def test_going_from_the_text_to_the_tags_is_not_leaving(desk: Desk) -> None:
    type_words(desk.text, "與")
    QTest.keyClick(desk.text, Qt.Key.Key_Tab)
    assert desk.tags.hasFocus()
    assert desk.note == ""


def _hasten(desk: Desk) -> None:
    """Have the pause after which a note is kept last 20 ms, once it is seen to be 250 ms."""
    clock = desk.editor.findChild(TypingClock)
    assert clock is not None
    assert (clock.after.interval(), clock.within.interval()) == (250, 3_000)
    clock.after.setInterval(20)


def test_soon_after_the_last_key_it_is_kept(qtbot: QtBot, desk: Desk) -> None:
    _hasten(desk)
    type_words(desk.text, "與")
    assert desk.note == ""
    qtbot.waitUntil(lambda: desk.note == "與")
    assert desk.text.hasFocus()


def test_it_is_kept_while_the_keys_go_on_without_a_pause(qtbot: QtBot, desk: Desk) -> None:
    clock = desk.editor.findChild(TypingClock)
    assert clock is not None
    clock.within.setInterval(60)

    def type_on() -> bool:
        type_words(desk.text, "與")
        return bool(desk.note)

    qtbot.waitUntil(type_on, timeout=900)


def test_all_that_is_typed_until_the_editor_is_left_is_one_step(desk: Desk, session: Session) -> None:
    for words in ("與", "素人", "對舉"):
        type_words(desk.text, words)
        desk.editor.commit()
    session.annotations.edit(None)
    desk.open(desk.id)
    type_words(desk.text, "？")
    desk.editor.commit()
    notes = [desk.note]
    for _ in range(2):
        session.history.undo()
        notes.append(desk.note)
    assert notes == ["與素人對舉？", "與素人對舉", ""]


def test_half_a_word_is_kept_without_interrupting_the_input_method(qtbot: QtBot, desk: Desk) -> None:
    _hasten(desk)
    type_words(desk.text, "同")
    compose(desk.text, "yusu")
    qtbot.waitUntil(lambda: desk.note == "同yusu")
    assert desk.text.textCursor().block().layout().preeditAreaText() == "yusu"
    compose(desk.text, "")
    qtbot.waitUntil(lambda: desk.note == "同")
    compose(desk.text, "yusu")
    type_words(desk.text, "與素")
    qtbot.waitUntil(lambda: desk.note == "同與素")


def test_a_note_that_is_deleted_in_the_middle_of_a_word_comes_back_with_it(desk: Desk) -> None:
    compose(desk.text, "與")
    desk.press("noteDelete")
    desk.session.history.undo()
    assert desk.note == "與"


def test_nothing_invites_to_type_under_what_is_being_composed(desk: Desk) -> None:
    invitation = desk.text.placeholderText()
    compose(desk.text, "與")
    assert (bool(invitation), desk.text.placeholderText()) == (True, "")
    compose(desk.text, "")
    assert desk.text.placeholderText() == invitation


# -- what is kept is what was meant ---------------------------------------------------------------------------


def test_opening_and_closing_changes_nothing_that_a_field_could_not_hold(desk: Desk, session: Session) -> None:
    before = annotation_of(session, desk.id)
    foreign = replace(before, note="a\u00a0b", tags=("machine learning", "#x"))
    session.edits.push((Change(before, foreign),))
    session.annotations.edit(None)
    desk.open(desk.id)
    desk.press("noteDone")
    assert annotation_of(session, desk.id) == foreign


def test_typing_a_note_leaves_the_tags_as_they_are(desk: Desk, session: Session) -> None:
    before = annotation_of(session, desk.id)
    session.edits.push((Change(before, replace(before, tags=("machine learning",))),))
    type_words(desk.text, "與")
    desk.editor.commit()
    kept = annotation_of(session, desk.id)
    assert (kept.note, kept.tags) == ("與", ("machine learning",))


def test_typing_tags_leaves_the_note_as_it_is(desk: Desk, session: Session) -> None:
    before = annotation_of(session, desk.id)
    session.edits.push((Change(before, replace(before, note="a\u00a0b")),))
    type_words(desk.tags, "對照")
    desk.editor.commit()
    kept = annotation_of(session, desk.id)
    assert (kept.note, kept.tags) == ("a\u00a0b", ("對照",))


def test_keeping_does_not_take_the_blank_from_someone_typing_tags(desk: Desk) -> None:
    for words in ("對照 ", "修辭,"):
        type_words(desk.tags, words)
        desk.editor.commit()
    assert desk.tags.text() == "對照 修辭,"
    type_words(desk.tags, "語氣")
    desk.editor.commit()
    assert annotation_of(desk.session, desk.id).tags == ("對照", "修辭", "語氣")


def test_keeping_twice_is_one_step(desk: Desk, session: Session) -> None:
    type_words(desk.text, "與")
    desk.editor.commit()
    desk.editor.commit()
    session.history.undo()
    assert desk.note == ""
    session.history.undo()
    assert desk.id not in session.state.notes.annotations


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" \u3000,，、;；", ()),
        ("#對照 修辭、a，b\u3000c;d；e", ("對照", "修辭", "a", "b", "c", "d", "e")),
        ("對照 #對照 對照", ("對照",)),
        ("##", ()),
    ],
)
def test_tags_are_parted_by_blanks_and_commas_of_either_width(typed: str, tags: tuple[str, ...]) -> None:
    assert split_tags(typed) == tags
