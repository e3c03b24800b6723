"""Threads in which people write in either script: each answer, and each quotation, is converted from its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.documents.writing.shown import draft_as_shown
from desktop.script import Correction, Corrections, Script, SourceScript
from desktop.session.words.pages import showing
from desktop.text import Span

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session

THREAD = """\
大家怎麼看這個問題?

某甲


於是只好這麼說了。這個問題說來話長,還是從頭說起,一樣一樣地講清楚。

某乙


这么说来，这个问题很显著。我觉得应该这么办，什么都别急。
"""


@pytest.fixture
def mixed(session: Session, tmp_path: Path) -> Session:
    """Return a session with a traditional question, a traditional answer and a simplified one."""
    path = tmp_path / "mixed.txt"
    path.write_text(THREAD, encoding="utf-8")
    assert session.shelf.open(path)
    return session


def words(session: Session) -> str:
    page = session.page()
    assert page is not None
    return page.words


@pytest.mark.parametrize(
    ("answer", "script", "shown", "corrupt"),
    [
        (0, Script.SIMPLIFIED, "于是只好这么说了", "幺"),
        (1, Script.SIMPLIFIED, "这么说来，这个问题很显著", "幺"),
        (0, Script.TRADITIONAL, "於是只好這麼說了", "隻"),
        (1, Script.TRADITIONAL, "這麼說來，這個問題很顯著", "么"),
    ],
)
def test_no_answer_is_converted_in_the_wrong_direction(
    mixed: Session, answer: int, script: Script, shown: str, corrupt: str
) -> None:
    mixed.show_answer(answer)
    mixed.show_script(script)
    assert words(mixed).startswith(shown)
    assert corrupt not in words(mixed)


def test_the_readers_own_word_on_the_source_holds_for_every_answer(mixed: Session) -> None:
    mixed.show_answer(1)
    mixed.show_script(Script.TRADITIONAL)
    mixed.correct_source(SourceScript.TRADITIONAL)
    assert words(mixed).startswith("这么说来")


QUOTING = """\
大家怎麼看這個問題?

某甲


我覺得這句話不對：「这么说来，里面还有头发。」只好這樣說。

这件事情其实很简单，关键是要看内存怎么发展。

這裡還有很多我們不知道的。
"""


@pytest.fixture
def quoting(session: Session, tmp_path: Path) -> Session:
    """Return a session with a traditional answer that quotes simplified words."""
    path = tmp_path / "quoting.txt"
    path.write_text(QUOTING, encoding="utf-8")
    assert session.shelf.open(path)
    return session


TRADITIONAL_THROUGHOUT = [
    "我覺得這句話不對：「這麼說來，裡面還有頭髮。」只好這樣說。",
    "這件事情其實很簡單，關鍵是要看內存怎麼發展。",
    "這裡還有很多我們不知道的。",
]
SIMPLIFIED_THROUGHOUT = [
    "我觉得这句话不对：「这么说来，里面还有头发。」只好这样说。",
    "这件事情其实很简单，关键是要看内存怎么发展。",
    "这里还有很多我们不知道的。",
]


@pytest.mark.parametrize(
    ("script", "lines"),
    [(Script.TRADITIONAL, TRADITIONAL_THROUGHOUT), (Script.SIMPLIFIED, SIMPLIFIED_THROUGHOUT)],
)
def test_what_quotes_the_other_script_reads_in_one(quoting: Session, script: Script, lines: list[str]) -> None:
    quoting.show_script(script)
    assert words(quoting).split("\n") == lines
    document = quoting.state.document
    assert document is not None
    draft = draft_as_shown(document, partial(showing, quoting.state.manner))
    assert [block.words for block in draft.posts[0].blocks] == lines


def test_the_original_is_as_it_is(quoting: Session) -> None:
    quoting.show_script(Script.ORIGINAL)
    assert words(quoting) == QUOTING.partition("\n\n\n")[2].strip().replace("\n\n", "\n")


def test_a_place_tells_the_script_of_its_stretch(quoting: Session) -> None:
    quoting.show_script(Script.TRADITIONAL)
    scripts = [quoting.pages.script_at(QUOTING.index(each)) for each in ("覺得", "头发", "关键", "我們")]
    assert scripts == [
        SourceScript.TRADITIONAL,
        SourceScript.SIMPLIFIED,
        SourceScript.SIMPLIFIED,
        SourceScript.TRADITIONAL,
    ]
    found = quoting.pages.explain(QUOTING.index("头发"))
    assert found is not None
    assert (found[0].span.of(QUOTING), found[0].shown) == ("头发", "頭髮")
    chosen = {choice.span.of(QUOTING) for choice in quoting.pages.choices()}
    assert {"里", "发", "只"} <= chosen


def test_in_the_original_no_choice_was_made_in_simplified_stretches(quoting: Session) -> None:
    quoting.show_script(Script.ORIGINAL)
    chosen = {choice.span.of(QUOTING) for choice in quoting.pages.choices()}
    assert "只" in chosen
    assert chosen.isdisjoint("里发")


def test_what_a_quotation_is_shown_as_is_found(quoting: Session) -> None:
    quoting.choose_variant(Script.TRADITIONAL, "taiwan-words")
    for query in ("記憶體", "内存", "關鍵"):
        quoting.searching.look_for(query)
        search = quoting.state.search
        assert search is not None
        assert [hit.of(QUOTING) for hit in search.hits] == ["关键" if query == "關鍵" else "内存"]


def test_a_quotation_on_a_card_and_a_flip_keep_to_the_same_words(quoting: Session) -> None:
    span = Span(start := QUOTING.index("里面还有头发"), start + 6)
    assert quoting.quoted(span) == "里面还有头发"
    quoting.show_script(Script.TRADITIONAL)
    assert quoting.quoted(span) == "裡面還有頭髮"
    page = quoting.page()
    assert page is not None
    place = page.to_page(span)
    assert place is not None
    assert page.to_source(place) == span


def test_a_correction_holds_in_every_stretch(quoting: Session) -> None:
    corrections = Corrections(
        (Correction("头发", "頭毛", Script.TRADITIONAL), Correction("只好", "祇好", Script.TRADITIONAL))
    )
    quoting.replace(manner=replace(quoting.state.manner, corrections=corrections, script=Script.TRADITIONAL))
    assert "裡面還有頭毛。」祇好這樣說" in words(quoting)


def test_the_readers_own_word_on_the_source_holds_for_every_stretch(quoting: Session) -> None:
    quoting.show_script(Script.TRADITIONAL)
    quoting.correct_source(SourceScript.TRADITIONAL)
    assert words(quoting).split("\n")[1].startswith("这件事情")
    assert quoting.pages.script_at(QUOTING.index("关键")) is SourceScript.TRADITIONAL
