"""What is searched, and how: the answer, the thread or the notes; words, whole words or an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents import parse_document
from desktop.keywords import ExpressionFlawKind, find_terms
from desktop.script import convert
from desktop.session.search import SearchKind, SearchMode, SearchScope
from desktop.session.words import finding
from tests.session.executors import deliver
from tests.ui.marking import mark

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.session.state import State
    from desktop.text import Span


@pytest.fixture
def session(searched: Session) -> Session:
    """Return the session under the name that tests of it use."""
    return searched


def _words(session: Session) -> list[str]:
    document, search = session.state.document, session.state.search
    assert document is not None
    assert search is not None
    return [hit.of(document.text) for hit in search.hits]


def _look(session: Session, query: str, mode: SearchMode) -> list[str]:
    session.searching.look_as(mode)
    session.searching.look_for(query, staying=True)
    deliver()
    return _words(session)


def test_concepts_are_searched_or_not(session: Session) -> None:
    assert _look(session, "特朗普", SearchMode()) == ["特朗普", "川普", "特朗普"]
    assert _look(session, "特朗普", SearchMode(concepts=False)) == ["特朗普", "特朗普"]


def test_whole_words_are_no_parts_of_others(session: Session) -> None:
    assert _look(session, "研究", SearchMode(concepts=False)) == ["研究", "研究"]
    assert _look(session, "研究", SearchMode(SearchKind.WHOLE, concepts=False)) == ["研究"]


def test_an_expression_is_searched_and_a_bad_one_explained(session: Session) -> None:
    mode = SearchMode(SearchKind.EXPRESSION)
    assert _look(session, "[川特]朗?普", mode) == ["特朗普", "川普", "特朗普"]
    assert _look(session, "[川特", mode) == []
    search = session.state.search
    assert search is not None
    assert search.flaw is not None
    assert search.flaw.kind is ExpressionFlawKind.UNCLOSED_SET
    assert not search.under_way


def test_another_mode_finds_anew_and_stays_where_the_reader_is(session: Session) -> None:
    session.searching.look_for("研究", staying=True)
    here = session.navigation.here
    session.searching.look_as(SearchMode(SearchKind.WHOLE))
    deliver()
    assert _words(session) == ["研究"]
    assert session.navigation.here == here


def test_in_one_answer_the_search_follows_to_the_next(session: Session) -> None:
    assert _look(session, "特朗普", SearchMode(scope=SearchScope.ANSWER)) == ["特朗普", "川普"]
    session.show_answer(1)
    assert _words(session) == ["特朗普"]
    session.show_answer(2)
    assert _words(session) == []


def test_notes_are_found_by_what_was_written_by_tags_and_by_quotes(session: Session) -> None:
    second = mark(session, "研究生", note="這是誰？", tags=("疑問",))
    first = mark(session, "美國總統", note="他在講話")
    mode = SearchMode(scope=SearchScope.NOTES, concepts=False)
    for query, wanted in (("这是谁", [second]), ("疑问", [second]), ("总统", [first]), ("是|讲", [])):
        _look(session, query, mode)
        search = session.state.search
        assert search is not None
        assert [note.id for note in search.notes] == wanted
    _look(session, "是|讲", SearchMode(SearchKind.EXPRESSION, scope=SearchScope.NOTES))
    search = session.state.search
    assert search is not None
    assert [note.id for note in search.notes] == [first, second], "in the order of the text"
    assert _words(session) == ["美國總統", "研究生"]
    assert [note.line[note.start : note.end] for note in search.notes] == ["講", "是"]


def test_a_note_that_is_written_while_notes_are_searched_is_found(session: Session) -> None:
    _look(session, "新的", SearchMode(scope=SearchScope.NOTES))
    made = mark(session, "川普", note="新的話")
    deliver()
    search = session.state.search
    assert search is not None
    assert [note.id for note in search.notes] == [made]


def test_a_way_leads_back_from_every_place_that_was_gone_to(session: Session) -> None:
    session.show_answer(2)
    here = session.navigation.here
    session.searching.look_for("特朗普", staying=True)
    assert not session.searching.leads_back
    session.searching.visit(1)
    session.searching.visit(2)
    assert session.state.pane.answer == 1
    assert session.searching.leads_back
    session.searching.go_back()
    assert (session.state.pane.answer, session.navigation.here) == (2, here)
    assert session.state.search is not None, "what was found stays"
    session.searching.visit(0)
    session.searching.turn_back()
    assert session.state.pane.answer == 2
    assert session.state.search is None


def test_whole_words_end_where_the_readers_own_do(session: Session) -> None:
    session.owning.look()
    assert _look(session, "研究", SearchMode(SearchKind.WHOLE)) == ["研究"]
    assert session.owning.keep_whole("研究特朗普")
    deliver()
    assert _words(session) == []
    session.history.undo()
    deliver()
    assert _words(session) == ["研究"]


def test_going_on_to_a_term_is_plain_and_goes_to_the_next_place(session: Session) -> None:
    _look(session, "說.", SearchMode(SearchKind.EXPRESSION, scope=SearchScope.NOTES))
    session.searching.go_on_to("特朗普")
    assert session.searching.mode == SearchMode()
    assert (_words(session), session.state.pane.hit) == (["特朗普", "川普", "特朗普"], 0)
    session.searching.go_on_to("特朗普")
    assert session.state.pane.hit == 1


def test_nothing_more_is_found_once_all_was_taken_back(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_FOUND_AT_ONCE", 0)
    session.searching.look_for("特朗普")
    session.searching.look_for("")
    deliver()
    assert session.state.search is not None
    assert (session.state.search.query, session.state.search.hits) == ("", ())


def test_a_search_without_concepts_finds_none_of_them_after_a_reload(session: Session) -> None:
    assert _look(session, "特朗普", SearchMode(concepts=False)) == ["特朗普", "特朗普"]
    seen: list[int] = []

    def see(_old: State, new: State) -> None:
        assert new.search is not None
        seen.append(len(new.search.hits))

    session.changed.connect(see)
    assert session.state.document is not None
    path = session.state.document.path
    assert path is not None
    path.write_text(session.state.document.text.replace("說話", "講話", 1), encoding="utf-8")
    session.opening.reload()
    deliver()
    assert set(seen) <= {0, 2}
    assert _words(session) == ["特朗普", "特朗普"]


_LINES = st.lists(st.text("特朗普川美國国說说話话。普京a ", min_size=1, max_size=30), min_size=1, max_size=5)
_QUERIES = st.sampled_from(["特朗普", "川普", "美国", "說話", "普", "a", "普京", "朗普川"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_LINES, _QUERIES, st.booleans())
def test_hits_are_those_of_a_naive_search_in_either_script(
    session: Session, tmp_path: Path, lines: list[str], query: str, simplified: bool
) -> None:
    body = "".join(f"{name}\n\n\n{line.strip() or '空'}\n\n" for name, line in zip("甲乙丙丁戊", lines, strict=False))
    text = f"問題是什麼?\n\n{body}"
    text = convert(text, "t2s").text if simplified else text
    document = parse_document(text, tmp_path / "random.txt")
    session.replace(document=document)
    session.searching.look_as(SearchMode())
    session.searching.look_for(query, staying=True)
    naive = [hit.span for hit in find_terms(text, [query])]
    within = [one for one in naive if any(_holds(answer.extent, one) for answer in document.answers)]
    search = session.state.search
    assert search is not None
    assert list(search.hits) == within
    session.searching.close()


def _holds(extent: Span, place: Span) -> bool:
    return extent.start <= place.start and place.end <= extent.end
