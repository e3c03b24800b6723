"""A thread whose lines were broken is read, found, lit, marked and cut into words as if they never had been."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.annotations.exchange import digest
from desktop.documents import open_document
from desktop.keywords import leading_terms, segment
from desktop.script import Correction, Script, SourceScript
from desktop.session import Session
from desktop.session.notes.edges import Edge
from desktop.text import Span
from desktop.ui.commands.conditions import is_correctable
from tests.disposal import dispose
from tests.documents.layouts.wrapped import wrapped
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reader import span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder

FIRST = (
    "橋頭的舊書攤天一亮就開張，老闆把書一摞一摞搬出來，擺到中午才算擺完，再泡一壺茶。"
    "有人來翻書，他就說翻書要輕，買不買都不要緊，他不在乎。"
)
SECOND = "他的電腦記憶體不夠用，所以帳還是記在本子上，哪一年賣了哪一本，他翻一翻就知道，比電腦還快，比孫子還可靠。"
WHOLE = f"週末去哪兒？\n\n甲君\n\n\n{FIRST}\n\n{SECOND}\n\n\n乙君\n\n\n睡到自然醒，再去河邊的舊書攤。\n"
BROKEN = WHOLE.replace(FIRST, wrapped(FIRST, 58)).replace(SECOND, wrapped(SECOND, 58))


def on_disk(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def session(start: Callable[[], Session], tmp_path: Path) -> Session:
    """Return a session with the broken thread open."""
    session = start()
    assert session.shelf.open(on_disk(tmp_path, "broken.txt", BROKEN))
    return session


def joint_word(text: str) -> str:
    """Return two characters that stand on either side of the first line end in a paragraph."""
    place = text.index("\n", text.index("橋頭"))
    return text[place - 1] + text[place + 1]


@pytest.mark.parametrize("script", Script)
def test_the_page_is_the_one_of_a_text_that_was_never_broken(
    start: Callable[[], Session], session: Session, tmp_path: Path, script: Script
) -> None:
    whole = start()
    assert whole.shelf.open(on_disk(tmp_path, "whole.txt", WHOLE))
    for one in (whole, session):
        one.show_script(script)
    pages = [one.page() for one in (whole, session)]
    assert pages[0] is not None
    assert pages[1] is not None
    assert pages[1].text == pages[0].text
    for start_of, end in ((0, 5), (20, 60), (5, len(pages[0].text))):
        here = pages[1].to_source(Span(start_of, end))
        there = pages[0].to_source(Span(start_of, end))
        assert here is not None
        assert there is not None
        assert here.of(BROKEN).replace("\n", "") == there.of(WHOLE).replace("\n", "")
        assert pages[1].to_page(here) == Span(start_of, end)
    assert [choice.span.of(BROKEN) for choice in session.pages.choices()] == [
        choice.span.of(WHOLE) for choice in whole.pages.choices()
    ]


def test_words_across_a_line_end_are_found_and_lit(session: Session) -> None:
    word = joint_word(BROKEN)
    session.searching.look_for(word)
    assert session.state.search is not None
    hits = [hit.of(BROKEN) for hit in session.state.search.hits]
    assert f"{word[0]}\n{word[1]}" in hits
    assert all(not hit[0].isspace() and not hit[-1].isspace() for hit in hits)
    session.lights.toggle(word)
    lit = [place.span.of(BROKEN) for places in session.state.lights.places.values() for place in places]
    assert lit == hits


def test_words_across_a_line_end_are_marked_with_the_quote_that_the_source_has(session: Session) -> None:
    page = session.page()
    assert page is not None
    word = joint_word(BROKEN)
    place = page.text.index(word)
    source = page.to_source(Span(place, place + 2))
    assert source is not None
    session.select(source)
    session.annotations.highlight()
    [note] = session.state.notes.annotations.values()
    assert note.passages[0].anchor.exact == f"{word[0]}\n{word[1]}"
    assert session.quoted(source) == word
    document = session.state.document
    assert document is not None
    assert document.text == BROKEN


def across(session: Session) -> Span:
    """Return the source span of `joint_word`."""
    place = BROKEN.index("\n", BROKEN.index("橋頭"))
    session.select(Span(place - 1, place + 2))
    return Span(place - 1, place + 2)


def test_a_selection_across_a_line_end_is_lit(session: Session) -> None:
    place = across(session)
    session.lights.light_selection()
    assert [light.term for light in session.state.lights.terms] == [joint_word(BROKEN)]
    assert place in [lit.span for lit in session.state.lights.places[0]]


def test_words_across_a_line_end_are_corrected(session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    across(session)
    assert is_correctable(session.state)
    draft = session.correcting.draft()
    assert draft is not None
    assert draft.source == joint_word(BROKEN)
    assert session.correcting.change(None, Correction(draft.source, "改過", Script.SIMPLIFIED))
    page = session.page()
    assert page is not None
    assert "改過" in page.text


def test_marked_words_are_quoted_without_the_line_end(session: Session) -> None:
    across(session)
    session.annotations.highlight()
    document, [note] = session.state.document, session.state.notes.annotations.values()
    assert document is not None
    word = joint_word(BROKEN)
    [excerpt] = digest(
        document,
        [note],
        session.state.notes.placements,
        quoted=session.quoted,
        shown=session.shown,
    ).excerpts
    assert (excerpt.quote, excerpt.words) == (word, word)
    assert session.pages.quote(note.passages[0].anchor) == word


def test_an_answer_is_as_long_as_one_that_was_never_broken(session: Session, tmp_path: Path) -> None:
    whole = open_document(on_disk(tmp_path, "whole.txt", WHOLE))
    assert session.state.document is not None
    lengths = [answer.length for answer in session.state.document.answers]
    assert lengths == [answer.length for answer in whole.answers]


@pytest.fixture
def cutting(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Session]:
    """Yield a session in which jieba is loaded, with the broken thread open."""
    worker = HeldExecutor()
    session = Session(folder, None, worker, InlineExecutor())
    assert session.shelf.open(on_disk(tmp_path, "broken.txt", BROKEN))
    session.words.begin()
    while worker.run():
        deliver()
    yield session
    session.stop()
    dispose(session)


def test_the_words_are_those_of_a_text_that_was_never_broken(cutting: Session, tmp_path: Path) -> None:
    broken, whole = cutting.state.document, open_document(on_disk(tmp_path, "whole.txt", WHOLE))
    assert broken is not None
    here = [(term.text, term.count, term.score) for term in leading_terms(broken)[0]]
    assert here == [(term.text, term.count, term.score) for term in leading_terms(whole)[0]]
    found: list[str] = []
    offset = broken.answers[0].paragraphs[0].start
    while (word := cutting.words.at(offset)) is not None:
        found.append(word.of(BROKEN).replace("\n", ""))
        offset = word.end
    assert found == [token.span.of(FIRST) for token in segment(FIRST, SourceScript.TRADITIONAL)]


def test_an_edge_moves_by_words_over_a_line_end(cutting: Session) -> None:
    cutting.select(span_of(cutting, "橋頭"))
    cutting.annotations.highlight()
    (note,) = cutting.state.notes.annotations
    ends: list[int] = []
    for _ in range(40):
        cutting.annotations.edges.move(Edge.END, 1, word=True)
        (place,) = cutting.state.notes.placements[note]
        assert place.span is not None
        ends.append(place.span.end)
    assert ends == sorted(ends)
    assert ends[-1] > BROKEN.index("\n", BROKEN.index("橋頭")) + 3
    back: list[int] = []
    for _ in range(60):
        cutting.annotations.edges.move(Edge.END, -1, word=True)
        (place,) = cutting.state.notes.placements[note]
        assert place.span is not None
        back.append(place.span.end)
    assert back[-1] < BROKEN.index("\n", BROKEN.index("橋頭"))
    assert all(not BROKEN[end - 1].isspace() for end in ends + back)
