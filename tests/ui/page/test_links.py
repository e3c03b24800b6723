"""Links: their address is told over them, and opened by a command alone, with the web and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.documents import FactKind, RunKind
from desktop.documents.document import Fact, Run
from desktop.text import Span
from desktop.ui.page.links import open_in_browser
from tests.session.commented import ANSWER, LINK, document_of, structured
from tests.ui.reading import click, found, point_on, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what has been opened in the browser."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


@pytest.fixture
def linked(page: AnswerPage, session: Session, tmp_path: Path, opened: list[str]) -> AnswerPage:
    session.prefer(language="en")
    session.shelf.take(document_of(structured(), tmp_path / "thread.json"), None)
    assert opened == []
    return page


def test_a_click_on_a_link_opens_nothing(linked: AnswerPage, opened: list[str]) -> None:
    click(linked, "這篇舊文章")
    QTest.mouseDClick(linked.viewport(), Qt.MouseButton.LeftButton, pos=point_on(linked, "這篇舊文章"))
    assert opened == []


def test_the_link_at_the_selected_words_is_opened(linked: AnswerPage, session: Session, opened: list[str]) -> None:
    session.select(source_span(session, "舊文章"))
    linked.open_link()
    assert opened == [LINK]


def test_the_link_that_was_pointed_at_is_opened(linked: AnswerPage, opened: list[str]) -> None:
    click(linked, "這篇舊文章", Qt.MouseButton.RightButton)
    linked.open_link()
    assert opened == [LINK]


def test_where_no_link_is_the_answer_itself_is_opened(
    linked: AnswerPage, session: Session, opened: list[str]
) -> None:
    session.select(source_span(session, "以上"))
    linked.open_link()
    session.select(None)
    heading = QPointF(linked.cursorRect(found(linked, "林語")).center()).toPoint()
    QTest.mouseClick(linked.viewport(), Qt.MouseButton.RightButton, pos=heading)
    linked.open_link()
    assert opened == [ANSWER, ANSWER]


def test_the_address_is_copied(linked: AnswerPage, session: Session) -> None:
    session.select(source_span(session, "舊文章"))
    linked.copy_address()
    assert QApplication.clipboard().text() == LINK


def test_who_asks_where_no_address_is_known_is_told(linked: AnswerPage, session: Session, opened: list[str]) -> None:
    session.show_answer(1)
    linked.open_link()
    assert session.state.notice is not None
    assert session.state.notice.code == "no-link"
    session.dismiss_notice()
    QApplication.clipboard().setText("before")
    linked.copy_address()
    assert session.state.notice is not None
    assert (QApplication.clipboard().text(), opened) == ("before", [])


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "ftp://example.org/", "http:"],
)
def test_nothing_but_the_web_is_opened(linked: AnswerPage, session: Session, opened: list[str], address: str) -> None:
    open_in_browser(session, address)
    assert opened == []


def test_a_document_that_was_tampered_with_opens_nothing_else(
    linked: AnswerPage, session: Session, opened: list[str]
) -> None:
    document = session.state.document
    assert document is not None
    answer = document.answers[0]
    evil = replace(
        answer,
        runs=(Run(Span(answer.span.start, answer.span.end), RunKind.LINK, "file:///etc/passwd"),),
        facts=(Fact(FactKind.ADDRESS, "file:///etc/passwd"),),
    )
    session.shelf.take(replace(document, answers=(evil,)), None)
    linked.open_link()
    assert opened == []


def test_the_address_is_told_over_a_link_and_over_the_heading(linked: AnswerPage, session: Session) -> None:
    place = source_span(session, "這篇舊")
    linked.tip.hover(QPointF(point_on(linked, "這篇舊")), place.start)
    assert "https://example.org/notes?a=1&amp;b=2" in QToolTip.text()
    linked.tip.hover(QPointF(10, 10), None, in_heading=True)
    assert ANSWER in QToolTip.text()
    QToolTip.hideText()


def test_nothing_is_told_of_an_address_beside_links(linked: AnswerPage, session: Session) -> None:
    linked.tip.hover(QPointF(point_on(linked, "以上")), source_span(session, "以上").start)
    assert "https" not in QToolTip.text()


def test_an_address_is_told_as_it_is_and_never_as_rich_text(linked: AnswerPage, session: Session) -> None:
    document = session.state.document
    assert document is not None
    answer = document.answers[0]
    address = "https://example.org/<img src='x'>\u202e"
    evil = replace(answer, runs=(Run(answer.paragraphs[0], RunKind.LINK, address),))
    session.shelf.take(replace(document, answers=(evil,)), None)
    linked.tip.hover(QPointF(point_on(linked, "讀書的")), answer.span.start)
    assert "<img" not in QToolTip.text()
    assert "\u202e" not in QToolTip.text()
    QToolTip.hideText()


def test_the_heading_says_what_the_file_says(linked: AnswerPage, session: Session) -> None:
    byline = linked.document().findBlockByNumber(1).text()
    assert byline.endswith("321 upvote(s) · 2024-05-01 08:00 · 圖書館員")
    assert byline.startswith("Answer 1 of 2")
    session.show_answer(1)
    assert "upvote" not in linked.document().findBlockByNumber(1).text()


def test_the_heading_tells_the_question_from_an_answer(linked: AnswerPage, session: Session) -> None:
    document = session.state.document
    assert document is not None
    asked = replace(document.answers[0], is_question=True)
    session.shelf.take(replace(document, answers=(asked, document.answers[1])), None)
    assert linked.document().firstBlock().text() == "林語"
    assert linked.document().findBlockByNumber(1).text().startswith("The question · ")
