"""Comments on an answer: folded or not in each pane, found, lit, marked and told apart by who wrote them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color
from desktop.annotations.exchange.digest import digest
from desktop.documents.containers.drafts import CommentDraft, PostDraft, paragraphs
from desktop.keywords import distinctive_terms
from desktop.script import Script
from desktop.session import Session, marked
from desktop.session.notes.edges import Edge
from desktop.session.people import people_of
from desktop.text import Span
from tests.session.commented import document_of, structured

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents import Document


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "thread.json"
    path.write_text("{}", encoding="utf-8")
    return document_of(structured(), path)


@pytest.fixture
def reading(start: Callable[[], Session], document: Document) -> Session:
    """Return a session on a thread whose first answer has comments."""
    session = start()
    session.shelf.take(document, None)
    return session


def span(session: Session, words: str) -> Span:
    document = session.state.document
    assert document is not None
    start = document.text.index(words)
    return Span(start, start + len(words))


def shown(session: Session) -> str:
    page = session.page()
    assert page is not None
    return page.text


def test_comments_are_folded_until_they_are_asked_for(reading: Session) -> None:
    assert "說得好" not in shown(reading)
    reading.panes.toggle_comments()
    assert shown(reading).endswith(
        "說得好，軟體沒有人再看。\n我也寫筆記。\n李后来\n我不同意，软件里存了三千条；这么说的人不多。\n沒有名字的一句話。"
    )
    goal = reading.state.pane.goal
    assert goal is not None
    assert goal.span.start == span(reading, "王小明").start
    assert not goal.pointed
    reading.panes.toggle_comments()
    assert "說得好" not in shown(reading)
    assert reading.state.pane.goal is None


def test_an_answer_without_comments_has_none_to_show(reading: Session) -> None:
    reading.show_answer(1)
    before = reading.state
    reading.panes.toggle_comments()
    assert reading.state is before


def test_each_comment_is_read_in_its_own_script(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.show_script(Script.TRADITIONAL)
    assert "軟體沒有人再看" in shown(reading)
    assert "李後來\n我不同意，軟件裡存了三千條；這麼說的人不多。" in shown(reading)
    reading.show_script(Script.SIMPLIFIED)
    assert "说得好，软体没有人再看。" in shown(reading)
    assert "李后来\n我不同意，软件里存了三千条；这么说的人不多。" in shown(reading)


def test_why_a_comments_word_reads_as_it_does_is_told_from_its_own_script(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.show_script(Script.TRADITIONAL)
    found = reading.pages.explain(span(reading, "软件里存").start)
    assert found is not None
    assert (found[0].source, found[0].shown) == ("软", "軟")
    reading.show_script(Script.SIMPLIFIED)
    found = reading.pages.explain(span(reading, "說得好").start)
    assert found is not None
    assert (found[0].source, found[0].shown) == ("說", "说")


def test_choices_are_told_of_comments_too(reading: Session) -> None:
    reading.show_script(Script.TRADITIONAL)
    before = len(reading.pages.choices())
    reading.panes.toggle_comments()
    assert len(reading.pages.choices()) > before


def test_a_hit_in_a_folded_comment_is_counted_and_gone_to(reading: Session) -> None:
    reading.searching.look_for("三千條")
    search = reading.state.search
    assert search is not None
    assert search.hits == (span(reading, "三千条"),)
    assert reading.state.pane.is_unfolded
    goal = reading.state.pane.goal
    assert goal is not None
    assert goal.span == search.hits[0]


def test_a_place_in_the_answer_unfolds_nothing(reading: Session) -> None:
    reading.go_to(span(reading, "每天只記三行"))
    assert not reading.state.pane.is_unfolded


def test_going_along_with_somebody_who_commented_unfolds_the_comment(reading: Session) -> None:
    reading.go_to(span(reading, "李后来"))
    reading.panes.toggle_comments()
    assert not reading.state.pane.is_unfolded
    document = reading.state.document
    assert document is not None
    people = people_of(document)
    reading.authors.go_to(next(n for n, one in enumerate(people.everyone) if one.name == "李后来"))
    assert reading.state.pane.is_unfolded


def test_a_light_counts_places_in_comments_as_those_of_their_answer(reading: Session) -> None:
    reading.lights.light("筆記")
    places = [place.span for place in reading.state.lights.places[0]]
    assert span(reading, "我也寫筆記").end in [place.end for place in places]
    reading.lights.step(-1)
    reading.lights.step(-1)
    assert reading.state.pane.is_unfolded


def test_a_note_in_a_comment_is_its_authors(reading: Session) -> None:
    reading.select(span(reading, "软件里存了"))
    reading.annotations.highlight(Color.ROUGE)
    [mark] = marked(reading.state)
    assert mark.annotation.passages[0].author == "李后来"
    assert mark.annotation.passages[0].answer == 0
    state = reading.state
    assert state.document is not None
    made = digest(
        state.document, state.notes.annotations.values(), state.notes.placements, quoted=reading.quoted, shown=str
    )
    assert [group.author for group in made.groups] == ["李后来"]
    assert made.groups[0].excerpts[0].quote == "软件里存了"


def test_a_note_in_a_folded_comment_is_gone_to(reading: Session) -> None:
    reading.select(span(reading, "說得好"))
    reading.annotations.highlight(Color.ROUGE)
    reading.show_answer(1)
    reading.annotations.step(1)
    assert (reading.state.pane.answer, reading.state.pane.is_unfolded) == (0, True)


def test_undoing_a_mark_in_a_comment_that_was_folded_since_shows_where_it_was(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.select(span(reading, "說得好"))
    reading.annotations.highlight(Color.ROUGE)
    reading.panes.toggle_comments()
    reading.history.undo()
    assert reading.state.pane.is_unfolded


def test_folding_lets_go_of_what_is_selected_in_a_comment_and_of_nothing_else(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.select(span(reading, "說得好"))
    reading.panes.toggle_comments()
    assert reading.state.pane.selection is None
    reading.panes.toggle_comments()
    reading.select(span(reading, "先說結論"))
    reading.panes.toggle_comments()
    assert reading.state.pane.selection == span(reading, "先說結論")


def test_the_edge_of_a_mark_stays_within_its_comment(reading: Session) -> None:
    reading.select(span(reading, "不多。"))
    reading.annotations.highlight(Color.ROUGE)
    before = marked(reading.state)[0].span
    reading.annotations.edges.move(Edge.END, 1)
    assert marked(reading.state)[0].span == before
    reading.annotations.edges.move(Edge.START, -1)
    assert marked(reading.state)[0].span == Span(before.start - 1, before.end)


def test_each_pane_has_comments_of_its_own(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.panes.put_answer_beside()
    reading.show_answer(0)
    assert [pane.is_unfolded for pane in reading.state.panes] == [True, False]
    reading.panes.toggle_comments(0)
    reading.panes.toggle_comments(1)
    assert [pane.is_unfolded for pane in reading.state.panes] == [False, True]


def test_the_other_script_beside_shows_the_same_comments(reading: Session) -> None:
    reading.panes.toggle_comments()
    reading.panes.put_script_beside()
    assert [pane.is_unfolded for pane in reading.state.panes] == [True, True]


def test_comments_stay_unfolded_over_flips_reloads_and_starts(
    start: Callable[[], Session], reading: Session, document: Document
) -> None:
    reading.panes.toggle_comments()
    reading.toggle_script()
    assert reading.state.pane.is_unfolded
    longer = replace(structured(), title="為什麼讀書時要做筆記呢?")
    reading.shelf.take_again(document_of(longer, document.path), None)
    assert reading.state.pane.unfolded == {0}
    reading.close()
    again = start()
    again.shelf.take(document_of(longer, document.path), None)
    assert again.state.pane.unfolded == {0}


def test_what_was_unfolded_of_an_answer_that_is_gone_is_forgotten(reading: Session, document: Document) -> None:
    reading.panes.toggle_comments()
    fewer = replace(structured(), posts=structured().posts[1:])
    reading.shelf.take_again(document_of(fewer, document.path), None)
    assert reading.state.pane.unfolded == frozenset()


def test_the_distinctive_words_of_an_author_are_those_of_the_answers_own_text(document: Document) -> None:
    posts = [
        PostDraft(name, paragraphs(words * 4), (CommentDraft("路人", paragraphs("隨身碟很好，隨身碟很好。" * 4)),))
        for name, words in (("林語", "筆記本要每天寫。"), ("陳默", "圖書館要常常去。"))
    ]
    draft = replace(structured(), posts=posts)
    told = distinctive_terms(document_of(draft, document.path))
    without = replace(draft, posts=[replace(post, comments=()) for post in posts])
    assert told == distinctive_terms(document_of(without, document.path))
    assert any(told.values())
