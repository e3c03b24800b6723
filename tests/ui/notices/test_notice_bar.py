"""The notice bar: what it says, how long, and how it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.session import Notice, NoticeKind, SaveState
from desktop.ui.commands import ACTIONS
from desktop.ui.commands.table import offer
from desktop.ui.notices import notice_bar
from desktop.ui.notices.notice_bar import NEWS_MS, NoticeBar
from desktop.ui.wording.offers import offers_of
from desktop.ui.wording.sentences import CHOOSE_ENCODING, SENTENCES
from tests.session.reader import highlight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def bar(qtbot: QtBot, session: Session, look: Look, monkeypatch: pytest.MonkeyPatch) -> Iterator[NoticeBar]:
    monkeypatch.setattr(notice_bar, "NEWS_MS", 60)
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(2_000, 200)
    page = QLineEdit(host)
    widget = NoticeBar(session, look, host)
    widget.resize(640, 36)
    host.show()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    yield widget


def _words(bar: NoticeBar) -> str:
    label = bar.findChild(QLabel, "noticeSentence")
    assert isinstance(label, QLabel)
    return label.text()


def _close(bar: NoticeBar) -> QToolButton:
    button = bar.findChild(QToolButton, "noticeClose")
    assert isinstance(button, QToolButton)
    return button


def test_without_a_notice_there_is_no_bar(bar: NoticeBar) -> None:
    assert not bar.isVisible()


def test_news_stays_six_seconds() -> None:
    assert NEWS_MS == 6_000


def test_news_is_said_and_fades_by_itself(qtbot: QtBot, bar: NoticeBar, session: Session) -> None:
    session.notify("annotation-deleted", NoticeKind.NEWS)
    assert bar.isVisible()
    assert _words(bar) == "The note was deleted."
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2_000)
    assert session.state.notice is None


def test_a_problem_stays_until_it_is_closed(qtbot: QtBot, bar: NoticeBar, session: Session) -> None:
    session.notify("document-missing", NoticeKind.PROBLEM, name="甲.txt")
    qtbot.wait(500)
    assert bar.isVisible()
    assert "甲.txt" in bar.accessibleName()
    QTest.mouseClick(_close(bar), Qt.MouseButton.LeftButton)
    assert session.state.notice is None
    assert not bar.isVisible()


def test_closing_a_question_puts_it_off_and_the_cross_says_so(bar: NoticeBar, session: Session, thread: Path) -> None:
    highlight(session, "戰略家")
    copy = thread.with_name("copy.txt")
    copy.write_text(thread.read_text("utf-8") + "\n又及，補充一句話。\n", "utf-8")
    assert _close(bar).toolTip() == "Close (Esc)"
    session.shelf.open(copy)
    assert bar.isVisible()
    assert (_close(bar).toolTip(), _close(bar).accessibleName()) == ("Not Now (Esc)", "Not now")
    QTest.mouseClick(_close(bar), Qt.MouseButton.LeftButton)
    session.shelf.open(thread)
    session.shelf.open(copy)
    assert not bar.isVisible()
    assert session.state.notes.similar is not None


def test_a_problem_that_follows_news_does_not_fade_with_it(qtbot: QtBot, bar: NoticeBar, session: Session) -> None:
    session.notify("annotation-deleted", NoticeKind.NEWS)
    session.notify("keywords-failed", NoticeKind.PROBLEM)
    qtbot.wait(500)
    assert session.state.notice is not None
    assert bar.isVisible()


def test_a_problem_that_arrives_while_news_fades_is_seen_in_full(
    qtbot: QtBot, bar: NoticeBar, session: Session
) -> None:
    session.notify("annotation-deleted", NoticeKind.NEWS)
    qtbot.wait(120)
    session.notify("keywords-failed", NoticeKind.PROBLEM)
    qtbot.wait(400)
    assert bar.isVisible()
    effect = bar.graphicsEffect()
    assert effect is not None
    assert not effect.isEnabled()


def test_while_saving_fails_the_reader_is_told_whatever_is_closed(
    qtbot: QtBot, bar: NoticeBar, session: Session
) -> None:
    session.replace(saving=SaveState.FAILED)
    assert "not saved" in _words(bar)
    session.notify("save-failed", NoticeKind.PROBLEM, reason="No space left on device")
    assert "No space left on device" in _words(bar)
    QTest.mouseClick(_close(bar), Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert "No space left on device" in _words(bar)
    assert not _close(bar).isVisible()
    session.notify("keyword-not-found", NoticeKind.NEWS, term="甲")
    assert "甲" in _words(bar)
    qtbot.waitUntil(lambda: "No space left" in _words(bar), timeout=2_000)
    session.replace(saving=SaveState.SAVED)
    assert not bar.isVisible()


def test_that_one_copy_could_not_be_written_is_told_as_long_as_it_holds_and_as_no_loss(
    bar: NoticeBar, session: Session
) -> None:
    session.replace(saving=SaveState.HALF)
    session.notify("save-half", NoticeKind.PROBLEM, reason="No space left on device")
    assert "Your notes are saved" in _words(bar)
    session.dismiss_notice()
    assert "one of their two copies" in _words(bar)
    session.replace(saving=SaveState.SAVED)
    assert not bar.isVisible()


def test_what_is_too_long_loses_its_middle_and_is_told_in_full(bar: NoticeBar, session: Session) -> None:
    name = "<b>很長</b>" * 40
    session.notify("document-binary", NoticeKind.PROBLEM, name=name)
    label = bar.findChild(QLabel, "noticeSentence")
    assert isinstance(label, QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;很長" in label.toolTip()
    session.notify("keywords-failed", NoticeKind.PROBLEM)
    bar.resize(2_000, 36)
    assert label.toolTip() == ""


def _offers(bar: NoticeBar) -> list[QPushButton]:
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def test_a_question_stays_and_has_a_button_for_each_answer(qtbot: QtBot, bar: NoticeBar, session: Session) -> None:
    asked: list[str] = []
    bar.asked.connect(asked.append)
    offers = ("annotations.adopt", "annotations.part")
    details = {"name": "乙.txt", "other": "甲.txt", "count": "3"}
    session.replace(notice=Notice("notes-likely", NoticeKind.QUESTION, details, offers))
    qtbot.wait(200)
    assert [button.text() for button in _offers(bar)] == ["Use the Notes", "Another Thread"]
    QTest.mouseClick(_offers(bar)[1], Qt.MouseButton.LeftButton)
    assert asked == ["annotations.part"]
    assert session.state.notice is None
    assert not bar.isVisible()


def test_the_buttons_go_with_their_question(bar: NoticeBar, session: Session) -> None:
    session.replace(notice=Notice("file-changed", NoticeKind.QUESTION, {"name": "甲.txt"}, ("file.reload",)))
    assert [button.text() for button in _offers(bar)] == ["Reload"]
    session.notify("notes-joined", NoticeKind.NEWS)
    assert bar.isVisible()
    assert _offers(bar) == []


def test_an_answer_can_be_given_by_keyboard(bar: NoticeBar, session: Session) -> None:
    asked: list[str] = []
    bar.asked.connect(asked.append)
    session.replace(notice=Notice("file-changed", NoticeKind.QUESTION, {"name": "甲.txt"}, ("file.reload",)))
    [button] = _offers(bar)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == ["file.reload"]


def test_every_offer_is_a_command_or_the_menu_of_encodings() -> None:
    offered = {command for code in SENTENCES for command in offers_of(Notice(code, NoticeKind.NEWS))}
    assert offered <= {action.id for action in ACTIONS} | {CHOOSE_ENCODING}
    assert all(offer(command) for command in offered)


def test_a_problem_stays_when_its_button_is_pressed(bar: NoticeBar, session: Session) -> None:
    asked: list[str] = []
    bar.asked.connect(asked.append)
    session.notify("document-missing", NoticeKind.PROBLEM, name="甲.txt")
    QTest.mouseClick(_offers(bar)[0], Qt.MouseButton.LeftButton)
    assert asked == ["file.open"]
    assert bar.isVisible()


def test_a_button_does_nothing_where_another_step_comes_before_it(bar: NoticeBar, session: Session) -> None:
    asked: list[str] = []
    bar.asked.connect(asked.append)
    made, other = highlight(session, "戰略家"), highlight(session, "腦洞")
    session.annotations.delete(other)
    [undo] = _offers(bar)

    def keep_what_is_typed() -> None:
        session.annotations.rewrite(made, "typed", ())

    session.store.committing.connect(keep_what_is_typed)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    session.store.committing.disconnect(keep_what_is_typed)
    assert asked == []
    assert session.state.notes.annotations[made].note == "typed"


def test_buttons_that_leave_the_sentence_no_room_stand_below_it(bar: NoticeBar, session: Session) -> None:
    details = {"name": "乙.txt", "other": "甲.txt", "count": "3"}
    offers = ("annotations.adopt", "annotations.part")
    session.replace(notice=Notice("notes-likely", NoticeKind.QUESTION, details, offers))
    label = bar.findChild(QLabel, "noticeSentence")
    assert isinstance(label, QLabel)
    bar.resize(1_000, bar.height())
    QTest.qWait(0)
    assert (label.geometry().bottom() >= _offers(bar)[0].y(), bar.height()) == (True, 36)
    bar.resize(436, bar.height())
    QTest.qWait(0)
    assert label.geometry().bottom() < _offers(bar)[0].y()
    assert bar.rect().contains(_offers(bar)[1].geometry())
    assert label.toolTip() == ""


def test_a_question_that_news_was_said_over_is_put_again(qtbot: QtBot, bar: NoticeBar, session: Session) -> None:
    assert session.unanswered  # made, as by `Session.begin`
    session.replace(notice=Notice("file-changed", NoticeKind.QUESTION, {"name": "甲.txt"}, ("file.reload",)))
    session.notify("annotation-deleted", NoticeKind.NEWS)
    assert _words(bar) == "The note was deleted."
    qtbot.waitUntil(lambda: "changed by another" in _words(bar), timeout=2_000)
    qtbot.waitUntil(lambda: [button.text() for button in _offers(bar)] == ["Reload"], timeout=2_000)
