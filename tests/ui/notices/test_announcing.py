"""What a screen reader is told: the announcements that Qt is given, with how urgent each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from desktop.script import Script
from desktop.session import NoticeKind, SaveState
from desktop.session.listing import Order
from desktop.ui.notices.announcing import Announcer
from desktop.ui.notices.notice_bar import NoticeBar
from tests.session.forums import FORUM, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

POLITE = QAccessible.AnnouncementPoliteness.Polite
URGENT = QAccessible.AnnouncementPoliteness.Assertive


class Said(list[tuple[str, QAccessible.AnnouncementPoliteness]]):
    """What was announced, each with its politeness."""

    turn: Callable[[], None]
    """Lets the turn of the event loop end, after which it is known what was last."""

    @property
    def words(self) -> list[str]:
        return [words for words, _ in self]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, session: Session, look: Look) -> Iterator[Said]:
    """Yield what is announced from now on, of the session and by a notice bar on it."""
    events = Said()

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            events.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    bar = NoticeBar(session, look)
    qtbot.addWidget(bar)
    timer = Announcer(session, bar).findChild(QTimer)
    assert timer is not None
    events.turn = lambda: qtbot.waitUntil(lambda: not timer.isActive())
    yield events
    bar.close()


def test_news_and_questions_wait_their_turn_and_problems_do_not(said: Said, session: Session) -> None:
    session.notify("annotation-deleted", NoticeKind.NEWS)
    session.notify("not-a-file", NoticeKind.PROBLEM)
    assert said[0] == ("The note was deleted.", POLITE)
    assert [politeness for _, politeness in said] == [POLITE, URGENT]


def test_saving_that_fails_and_recovers_is_announced(said: Said, session: Session) -> None:
    session.notify("save-failed", NoticeKind.PROBLEM, reason="the disk is full")
    session.replace(saving=SaveState.FAILED)
    session.close_notice()
    session.replace(saving=SaveState.SAVED)
    session.notify("save-recovered", NoticeKind.NEWS)
    assert [politeness for _, politeness in said] == [URGENT, POLITE]
    assert "disk is full" in said[0][0]
    assert said[1][0] == "Your notes are saved again."


def test_a_flip_says_which_script_is_shown(said: Said, session: Session) -> None:
    for script in (Script.SIMPLIFIED, Script.ORIGINAL, Script.TRADITIONAL):
        session.show_script(script)
        said.turn()
    assert said == [("Simplified", POLITE), ("Original", POLITE), ("Traditional", POLITE)]


def test_a_search_says_where_it_is_and_in_whose_words(said: Said, session: Session) -> None:
    session.searching.look_for("特朗普")
    said.turn()
    session.searching.step(1)
    said.turn()
    session.show_script(Script.SIMPLIFIED)
    said.turn()
    session.searching.step(1)
    said.turn()
    assert said.words == [
        "1 of 3, 杜達特洛夫斯基",
        "2 of 3, 建章看世界",
        "Simplified",
        "3 of 3, 建章看世界",
    ]


def test_a_search_that_finds_nothing_here_says_how_much_there_is(said: Said, session: Session) -> None:
    session.show_answer(2)
    session.searching.look_for("死敵")
    said.turn()
    session.searching.look_for("沒有這個詞")
    said.turn()
    assert said.words == ["1 of 1, 建章看世界", "0 place(s)"]


def test_a_lit_place_says_its_keyword(said: Said, session: Session) -> None:
    session.lights.light("特朗普")
    session.lights.step(1)
    said.turn()
    session.show_script(Script.SIMPLIFIED)
    session.lights.step(1)
    said.turn()
    assert said.words == ["特朗普: 1 of 3, 杜達特洛夫斯基", "Simplified", "特朗普: 2 of 3, 建章看世界"]


def test_a_thread_that_is_opened_is_no_flip(said: Said, session: Session, tmp_path: Path) -> None:
    session.show_script(Script.SIMPLIFIED)
    said.turn()
    other = tmp_path / "other.txt"
    other.write_text("問題?\n\n甲\n\n\n軟體。\n\n乙\n\n\n軟件。\n", encoding="utf-8")
    assert session.shelf.open(other)
    said.turn()
    assert said.words == ["Simplified"]


def test_each_thing_that_a_person_said_is_announced_with_its_place(said: Said, session: Session) -> None:
    put(session, FORUM)
    session.show_answer(2)
    for _ in range(3):
        session.authors.step(1)
        said.turn()
    assert said.words == ["3 of 3, 乙", "1 of 3, 乙", "2 of 3, 乙"]
    session.go_to(FORUM.answers[4].span)
    said.turn()
    assert len(said) == 3, "who goes elsewhere is with nobody"


def test_how_authors_are_listed_is_announced(said: Said, session: Session) -> None:
    put(session, FORUM)
    session.authors.sort(Order.VOTES)
    said.turn()
    session.authors.sort(Order.VOTES)
    session.authors.filter("丁")
    said.turn()
    session.authors.seek(sought=False)
    said.turn()
    session.authors.fold("甲", unfolded=True)
    said.turn()
    session.authors.fold("甲", unfolded=False)
    said.turn()
    assert said.words == ["Most Votes First", "1 author(s) listed", "6 author(s) listed", "Unfolded", "Folded"]
