"""The slow work: keywords come when they are ready, for the thread that is open then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.keywords import Term
from desktop.script import Script
from desktop.script.tables import loading as tables
from desktop.segmentation import Segmenter
from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reader import Listener, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.text import Span


@pytest.fixture
def held(qapp: QApplication) -> HeldExecutor:
    """Return the worker that keywords are found on."""
    return HeldExecutor()


@pytest.fixture
def busy(held: HeldExecutor, folder: DataFolder, thread: Path) -> Iterator[Session]:
    """Yield a session whose slow work is held."""
    session = Session(folder, None, held, InlineExecutor())
    session.shelf.open(thread)
    yield session
    session.stop()
    dispose(session)


def no_dictionary(*_: object) -> None:
    """Load nothing, in the place of what takes half a second."""


def keywords(session: Session) -> set[str]:
    """Return the keywords that were found."""
    assert session.state.lights.keywords is not None
    return {term.text for terms in session.state.lights.keywords.values() for term in terms}


def word_at(session: Session, words: str, inside: int) -> str | None:
    """Return the word that is found `inside` characters into where `words` stands first in an answer."""
    document = session.state.document
    assert document is not None
    place = session.words.at(document.text.index(words, document.answers[0].span.start) + inside)
    return place.of(document.text) if place else None


def test_outside_of_answers_and_before_jieba_is_there_no_word_is_found(busy: Session) -> None:
    assert word_at(busy, "筆記", 0) is None
    assert busy.words.at(0) is None


def test_keywords_are_found_when_asked_for_and_for_every_thread_opened_then(
    busy: Session, held: HeldExecutor, other: Path
) -> None:
    assert held.run() == 0
    busy.words.begin()
    busy.words.begin()
    assert held.run() == 1
    deliver()
    assert "筆記" in keywords(busy)
    assert word_at(busy, "筆記", 0) == word_at(busy, "筆記", 1) == "筆記"
    busy.shelf.open(other)
    assert busy.state.lights.keywords is None
    held.run()
    deliver()
    assert "博客" in keywords(busy)


def test_a_word_of_a_quotation_is_cut_in_the_script_of_that(
    busy: Session, held: HeldExecutor, tmp_path: Path
) -> None:
    path = tmp_path / "quoting.txt"
    path.write_text("这是问题?\n\n某甲\n\n\n他们说的这种话：「裡面頭髮都白了。」我觉得不对。\n", encoding="utf-8")
    assert busy.shelf.open(path)
    busy.words.begin()
    held.run()
    deliver()
    assert word_at(busy, "裡面頭髮", 0) == "裡面"
    assert word_at(busy, "裡面頭髮", 3) == "頭髮"
    assert word_at(busy, "觉得", 0) == "觉得"


def test_the_keywords_of_a_thread_that_was_left_are_not_shown(
    busy: Session, held: HeldExecutor, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def title_only(document: Document, _segmenter: Segmenter, **_given: object) -> dict[int, tuple[Term, ...]]:
        return {0: (Term(document.title, 1.0, 1),)}

    monkeypatch.setattr("desktop.keywords.leading_terms", title_only)
    monkeypatch.setattr("desktop.segmentation.shared_segmenter", no_dictionary)
    busy.words.begin()
    busy.shelf.open(other)
    assert held.run() == 2
    deliver()
    assert busy.state.lights.keywords == {0: (Term("为什么要写博客?", 1.0, 1),)}


def test_finding_keywords_ends_in_a_thread_that_is_left_and_gives_way_to_a_flip(
    busy: Session, held: HeldExecutor, thread: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_loaded", {})
    words, texts = Segmenter.words, list[str]()

    def leave_at_once(segmenter: Segmenter, text: str) -> Iterator[Span]:
        if not texts:
            busy.shelf.open(other)
            busy.show_script(Script.TRADITIONAL)
        texts.append(text)
        return words(segmenter, text)

    monkeypatch.setattr(Segmenter, "words", leave_at_once)
    busy.words.begin()
    held.run(1)
    deliver()
    assert len(texts) == 1
    assert (busy.state.focused_manner.script, busy.state.lights.keywords) == (Script.ORIGINAL, None)
    held.run(1)
    deliver()
    assert (busy.state.focused_manner.script, busy.state.lights.keywords) == (Script.TRADITIONAL, None)
    held.run()
    deliver()
    assert "博客" in keywords(busy)


def test_keywords_that_cannot_be_found_are_told_of_and_reading_goes_on(
    busy: Session, held: HeldExecutor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Segmenter:
        raise MemoryError("no dictionary")

    monkeypatch.setattr("desktop.segmentation.shared_segmenter", fail)
    busy.words.begin()
    held.run()
    deliver()
    assert (busy.state.lights.keywords, said(busy)) == ({}, "keywords-failed")
    assert caplog.messages == ["keywords failed"]
    caplog.clear()


def test_after_the_end_nothing_comes_any_more(
    busy: Session, held: HeldExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.segmentation.shared_segmenter", no_dictionary)
    listener = Listener(busy)
    busy.words.begin()
    busy.close()
    busy.stop()
    held.run()
    deliver()
    assert listener.heard == []
