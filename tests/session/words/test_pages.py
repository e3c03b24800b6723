"""What the page tells of its words: why they read so, and where there was a choice, in offsets of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.script import Correction, Corrections, Edition, Script, SourceScript, load_tables
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session

THREAD = """\
大家怎么看这个问题？

某甲


国家大事。他硬着头皮干的，扩充内存的事。

第二段，后面。
"""


@pytest.fixture
def session(start: Callable[[], Session], tmp_path: Path) -> Session:
    """Return a session with a simplified thread open, shown in traditional script."""
    path = tmp_path / "choices.txt"
    path.write_text(THREAD, encoding="utf-8")
    session = start()
    assert session.shelf.open(path)
    session.show_script(Script.TRADITIONAL)
    return session


def _at(words: str) -> int:
    return THREAD.index(words)


def test_a_word_is_explained_where_it_stands_in_the_document(session: Session) -> None:
    found = session.pages.explain(_at("后面"))
    assert found is not None
    explanation, others = found
    assert explanation.span.of(THREAD) == explanation.source == "后面"
    assert (explanation.shown, others) == ("後面", ("后",))


@pytest.mark.parametrize("words", ["大家", "某甲", "\n\n第二"])
def test_what_is_in_no_paragraph_of_the_page_is_not_explained(session: Session, words: str) -> None:
    assert session.pages.explain(_at(words)) is None


def test_choices_are_those_of_the_page_in_text_order(session: Session) -> None:
    unusual = [choice.span.of(THREAD) for choice in session.pages.choices() if not choice.usual]
    assert unusual == ["干"]
    starts = [choice.span.start for choice in session.pages.choices()]
    assert starts == sorted(starts)
    assert _at("后面") in starts


def test_choices_are_found_once_for_each_page_as_it_is_shown(session: Session) -> None:
    found = session.pages.choices()
    session.show_script(Script.SIMPLIFIED)
    assert session.pages.choices() == (), "nothing has been chosen in a text shown as it is"
    session.show_script(Script.TRADITIONAL)
    assert session.pages.choices() is found
    load_tables("s2tw", Edition.OFFICIAL)
    session.choose_edition(Edition.OFFICIAL)
    assert session.state.focused_manner.conversion().edition is Edition.OFFICIAL
    assert session.pages.choices() is not found


def test_choices_follow_what_the_reader_says_of_the_source(session: Session) -> None:
    session.show_script(Script.ORIGINAL)
    assert session.pages.choices() == ()
    session.correct_source(SourceScript.TRADITIONAL)
    assert _at("后面") in [choice.span.start for choice in session.pages.choices()]


def test_in_a_simplified_text_shown_as_it_is_no_form_is_named(session: Session) -> None:
    session.show_script(Script.ORIGINAL)
    found = session.pages.explain(_at("后面"))
    assert found is not None
    explanation, others = found
    assert (explanation.source, explanation.exchanges, others) == ("后", (), ())


def test_a_text_with_a_good_part_of_both_scripts_is_mixed(session: Session, tmp_path: Path) -> None:
    assert not session.pages.mixed
    both = tmp_path / "both.txt"
    both.write_text(THREAD + "\n某乙\n\n\n這個問題說來話長，還是從頭說起，講清楚。\n", encoding="utf-8")
    assert session.shelf.open(both)
    assert session.pages.mixed


def test_where_nothing_is_open_there_is_nothing_to_tell(start: Callable[[], Session]) -> None:
    empty = start()
    assert empty.pages.choices() == ()
    assert empty.pages.explain(0) is None
    assert empty.pages.script_at(0) is None
    assert not empty.pages.mixed


def test_a_correction_holds_on_the_page_in_quotes_and_in_the_script_that_it_is_for(session: Session) -> None:
    session.replace(
        manner=replace(
            session.state.manner, corrections=Corrections((Correction("皮干的", "皮幹的", Script.TRADITIONAL),))
        )
    )
    page = session.page()
    assert page is not None
    assert "硬著頭皮幹的" in page.text
    assert session.shown("头皮干的") == "頭皮幹的"
    start = _at("头皮")
    assert session.quoted(Span(start, start + 4)) == "頭皮幹的"
    session.show_script(Script.ORIGINAL)
    assert session.shown("头皮干的") == "头皮干的"


def test_with_another_edition_everything_is_shown_anew(session: Session) -> None:
    session.choose_edition(Edition.REIMPLEMENTED)
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    page = session.page()
    assert page is not None
    assert "擴充記憶體的事" in page.text
    assert session.shown("通过") == "透過"
    assert session.pages.explain(_at("内存")) is not None
