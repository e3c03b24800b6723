"""The concordance: which lines it lists, in which order, going to them and back, and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.keywords import LineOrder, Scope, concordance, sorted_lines
from desktop.script import Script
from desktop.session.search import SearchKind, SearchMode
from desktop.session.searching import listing as listing_module
from desktop.session.words import finding
from desktop.text import Span
from tests.session.executors import deliver

if TYPE_CHECKING:
    from desktop.keywords import ConcordanceLine
    from desktop.session import Session
    from desktop.session.search import Concordance
    from desktop.session.state import State


@pytest.fixture
def session(searched: Session) -> Session:
    """Return the session under the name that tests of it use."""
    return searched


def _shown(session: Session) -> Concordance:
    deliver()
    assert session.state.concordance is not None
    return session.state.concordance


def _expected(session: Session, term: str) -> tuple[ConcordanceLine, ...]:
    assert session.state.document is not None
    return concordance(session.state.document, term)


@pytest.mark.parametrize("order", LineOrder)
def test_the_lines_are_those_of_the_engine_in_every_order(session: Session, order: LineOrder) -> None:
    listing = session.searching.concordances
    listing.show("特朗普")
    listing.sort(order)
    assert _shown(session).lines == sorted_lines(_expected(session, "特朗普"), order)
    assert _shown(session).counts == (("甲", 2), ("乙", 1))


def test_an_author_alone_is_listed_and_the_numbers_of_all_stay(session: Session) -> None:
    listing = session.searching.concordances
    listing.show("特朗普", "乙")
    assert [line.author for line in _shown(session).lines] == ["乙"]
    assert _shown(session).counts == (("甲", 2), ("乙", 1))
    listing.narrow(None)
    assert len(_shown(session).lines) == 3
    listing.narrow("甲")
    listing.type("說話")
    assert _shown(session).author is None, "another word is listed of all"


def test_what_is_meant_is_the_selection_then_the_search_then_a_light(session: Session) -> None:
    listing = session.searching.concordances
    listing.show_here()
    assert (_shown(session).query, _shown(session).lines) == ("", ())
    session.lights.light("特朗普")
    listing.show_here()
    assert _shown(session).query == "特朗普"
    session.searching.look_as(SearchMode(SearchKind.EXPRESSION))
    session.searching.look_for("說.", staying=True)
    deliver()
    listing.show_here()
    assert (_shown(session).kind, [line.word for line in _shown(session).lines]) == (
        SearchKind.EXPRESSION,
        ["說話", "說話"],
    )
    assert session.state.document is not None
    start = session.state.document.text.index("研究生")
    session.select(Span(start, start + 3))
    listing.show_here()
    assert (_shown(session).kind, _shown(session).query) == (SearchKind.WORDS, "研究生")


def test_without_concepts_a_word_is_itself_alone(session: Session) -> None:
    listing = session.searching.concordances
    listing.show("特朗普")
    listing.look_as(SearchKind.WORDS, concepts=False)
    assert [line.word for line in _shown(session).lines] == ["特朗普", "特朗普"]


def test_going_to_lines_and_back(session: Session) -> None:
    session.show_answer(2)
    here = session.navigation.here
    listing = session.searching.concordances
    listing.show("特朗普")
    assert _shown(session).origin is None
    deliver()
    listing.visit(0)
    listing.visit(2)
    assert session.state.pane.answer == 1
    assert session.navigation.here == _shown(session).lines[2].span == _shown(session).place
    listing.go_back()
    assert (session.state.pane.answer, session.navigation.here) == (2, here)
    assert (_shown(session).origin, _shown(session).place) == (None, None)
    listing.close()
    assert session.state.concordance is None


def test_a_flip_keeps_every_line(session: Session) -> None:
    session.searching.concordances.show("特朗普")
    before = [line.span for line in _shown(session).lines]
    session.show_script(Script.SIMPLIFIED)
    assert [line.span for line in _shown(session).lines] == before


def test_comments_and_the_question_are_listed_where_they_are_wanted(session: Session) -> None:
    listing = session.searching.concordances
    listing.show("美國", mode=SearchMode())
    assert Scope.COMMENTS in _shown(session).scope
    listing.look_in(Scope.ANSWERS)
    assert _shown(session).lines == _expected(session, "美國")


def test_the_lines_are_written_as_they_are_shown(session: Session) -> None:
    session.searching.concordances.show("川普")
    session.show_script(Script.SIMPLIFIED)
    written: list[str] = []
    session.searching.concordances.write(written.append, table=False)
    session.searching.concordances.write(written.append, table=True)
    assert "<b>特朗普</b>说话" in written[0]
    assert "〈为什么美国与俄罗斯会面?〉" in written[0]
    assert "甲,美国总统,特朗普,说话。川普又说话。," in written[1]


def test_another_save_of_the_thread_is_listed_anew(session: Session) -> None:
    session.searching.concordances.show("特朗普")
    deliver()
    path = session.state.document.path if session.state.document is not None else None
    assert path is not None
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("研究生研究特朗普。", "特朗普和特朗普。"), encoding="utf-8")
    session.opening.reload()
    deliver()
    assert [line.right for line in _shown(session).lines][2:] == ["和特朗普。", "。"]
    assert _shown(session).lines == _expected(session, "特朗普")


def _reload(session: Session, text: str) -> None:
    assert session.state.document is not None
    assert session.state.document.path is not None
    session.state.document.path.write_text(text, encoding="utf-8")
    session.opening.reload()


def _text(session: Session) -> str:
    assert session.state.document is not None
    return session.state.document.text


def test_no_line_of_a_document_is_left_in_another_until_the_worker_has_found_them(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_FOUND_AT_ONCE", 0)
    session.searching.concordances.show("特朗普")
    assert _shown(session).lines
    seen: list[bool] = []

    def see(_old: State, new: State) -> None:
        assert new.document is not None
        assert new.concordance is not None
        seen.append(all(line.span.of(new.document.text) == line.word for line in new.concordance.lines))

    session.changed.connect(see)
    _reload(session, _text(session).replace("特朗普說話", "昨天特朗普說話", 1))
    assert session.state.concordance is not None
    assert session.state.concordance.under_way
    deliver()
    assert seen
    assert all(seen)
    assert len(_shown(session).lines) == 3


def test_the_way_back_ends_where_there_is_no_such_answer_any_more(session: Session) -> None:
    session.show_answer(2)
    session.searching.concordances.show("特朗普")
    session.searching.concordances.visit(0)
    session.searching.look_for("特朗普")
    text = _text(session)
    _reload(session, text[: text.index("丙")])
    assert session.state.document is not None
    assert len(session.state.document.answers) == 2
    session.searching.concordances.go_back()
    session.searching.go_back()
    session.searching.turn_back()
    assert session.state.pane.answer < 2


def test_the_way_back_leads_to_the_same_words_when_lines_are_named_anew(session: Session) -> None:
    session.show_answer(2)
    words = session.navigation.here
    listing = session.searching.concordances
    listing.show("特朗普")
    listing.visit(0)
    session.searching.look_for("特朗普")
    number = next(number for number, row in enumerate(session.naming.rows.rows) if row.text == "乙")
    session.naming.toggle(number)
    deliver()
    assert session.state.document is not None
    assert len(session.state.document.answers) == 2
    assert {line.author for line in _shown(session).lines} == {"甲"}
    listing.go_back()
    assert session.state.pane.answer == 1
    assert session.state.document.answers[1].extent.contains(words)
    session.searching.turn_back()


def test_an_author_without_lines_is_let_go_of(session: Session) -> None:
    listing = session.searching.concordances
    listing.show("川普", "乙", mode=SearchMode())
    assert [line.author for line in _shown(session).lines] == ["乙"]
    listing.look_as(SearchKind.WORDS, concepts=False)
    assert (_shown(session).author, [line.author for line in _shown(session).lines]) == (None, ["甲"])


def test_whole_words_are_listed_by_the_readers_own_words(session: Session) -> None:
    session.owning.look()
    listing = session.searching.concordances
    listing.show("研究", mode=SearchMode(SearchKind.WHOLE))
    assert len(_shown(session).lines) == 1
    assert session.owning.keep_whole("研究特朗普")
    assert _shown(session).lines == ()


def test_the_same_lines_stay_the_same_when_they_are_found_again(session: Session) -> None:
    listing = session.searching.concordances
    listing.show("特朗普")
    listing.visit(1)
    before = _shown(session)
    session.finding.stale.emit()
    assert _shown(session) is before
    listing.look_as(SearchKind.WORDS, concepts=False)
    assert _shown(session).place is None, "川普 is no line any more"


def test_the_lines_of_a_long_thread_are_made_on_the_worker(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.finding.prefetch()
    deliver()
    monkeypatch.setattr(listing_module, "_LISTED_AT_ONCE", 0)
    session.searching.concordances.show("特朗普")
    assert session.state.concordance is not None
    assert session.state.concordance.under_way
    assert len(_shown(session).lines) == 3
