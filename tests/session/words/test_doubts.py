"""Doubtful places: one after the other, and what the reader says of one changes that alone, or all of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Conversion, Script
from desktop.text import Span
from tests.disposal import dispose
from tests.documents.layouts.wrapped import wrapped
from tests.session.chosen import THREAD, lines, load_own_tables, reader_of
from tests.session.executors import deliver
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.script import AlignedText
    from desktop.session import Session


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def opened(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Callable[[str], Session]]:
    made: list[Session] = []

    def reading(text: str) -> Session:
        path = tmp_path / f"{len(made)}.txt"
        path.write_text(text, "utf-8")
        made.append(reader_of(folder, path))
        made[-1].words.begin()
        deliver()
        return made[-1]

    yield reading
    for session in made:
        session.stop()
        dispose(session)


@pytest.fixture
def session(opened: Callable[[str], Session]) -> Session:
    return opened(THREAD)


def step(session: Session, by: int = 1) -> str | None:
    """Go on, and return the words of the place that one is at then, as they are shown."""
    session.doubts.step(by)
    deliver()
    doubt = session.doubts.current
    return None if doubt is None else doubt.words[0]


def test_places_come_in_order_then_those_of_other_answers_and_round_again(session: Session) -> None:
    assert [step(session) for _ in range(3)] == ["的人說幹也幹了", "老師說幹", "的人說幹也幹了"]
    assert step(session, -1) == "老師說幹"


def test_a_place_has_its_forms_the_one_shown_first_and_is_pointed_at(session: Session) -> None:
    step(session)
    doubt = session.doubts.current
    assert doubt is not None
    assert doubt.forms[:3] == ("幹", "乾", "干")
    assert (doubt.number, doubt.of, doubt.words[1][doubt.place]) == (0, 1, "乾")
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span == doubt.span


def test_a_choice_here_changes_this_place_alone_and_goes_on(session: Session) -> None:
    before = lines(session)[0]
    step(session)
    assert session.doubts.choose(1, everywhere=False)
    deliver()
    assert session.doubts.current is not None
    assert session.doubts.current.words[0] == "老師說幹"
    session.show_answer(0)
    assert lines(session)[0] == before.replace("說幹也", "說乾也")
    assert said(session) == "doubt-here"


def test_the_form_that_is_shown_can_be_confirmed_and_is_doubtful_no_more(session: Session) -> None:
    before = lines(session)
    step(session)
    session.doubts.choose(0, everywhere=False)
    deliver()
    session.show_answer(0)
    assert (lines(session), session.doubts.places()) == (before, [])


def test_when_none_is_left_that_is_said(session: Session) -> None:
    step(session)
    session.doubts.choose(0, everywhere=False)
    deliver()
    session.doubts.choose(0, everywhere=False)
    deliver()
    assert (session.doubts.current, said(session)) == (None, "doubts-none")


def test_a_choice_is_a_step_like_any_correction(session: Session) -> None:
    before = lines(session)[0]
    step(session)
    session.doubts.choose(1, everywhere=False)
    deliver()
    session.show_answer(0)
    session.history.undo()
    assert (lines(session)[0], said(session)) == (before, "step-correction-back")
    assert len(session.doubts.places()) == 1
    session.history.redo()
    assert lines(session)[0] == before.replace("說幹也", "說乾也")


TWICE = "怎么说?\n\n甲一\n\n\n他说干也来，我说干也去。\n\n乙二\n\n\n你说干也走。\n"


def test_here_is_of_as_few_words_as_stand_nowhere_else(opened: Callable[[str], Session]) -> None:
    session = opened(TWICE)
    step(session)
    doubt = session.doubts.current
    assert doubt is not None
    here = session.doubts.correction(doubt, 1, everywhere=False)
    everywhere = session.doubts.correction(doubt, 1, everywhere=True)
    assert here is not None
    assert everywhere is not None
    document = session.state.document
    assert document is not None
    assert (document.text.count(here.source), here.script) == (1, Script.TRADITIONAL)
    assert len(everywhere.source) == 2
    assert document.text.count(everywhere.source) > 1
    session.doubts.choose(1, everywhere=False)
    deliver()
    session.show_answer(0)
    assert lines(session)[0] == "他說乾也來，我說幹也去。"


def test_everywhere_is_of_the_word_and_holds_in_other_threads(opened: Callable[[str], Session]) -> None:
    session = opened(TWICE)
    step(session)
    session.doubts.choose(1, everywhere=True)
    deliver()
    session.show_answer(0)
    assert (lines(session)[0], said(session)) == ("他說乾也來，我說乾也去。", "doubts-none")
    other = opened("又怎么说?\n\n丙三\n\n\n大家说干也好。\n")
    assert lines(other)[0] == "大家說乾也好。"


def test_a_correction_survives_that_the_thread_is_read_again(opened: Callable[[str], Session]) -> None:
    session = opened(TWICE)
    step(session)
    session.doubts.choose(1, everywhere=False)
    deliver()
    document = session.state.document
    assert document is not None
    document.path.write_text(TWICE.replace("甲一\n\n\n", "甲一\n\n\n先说一句。\n\n"), "utf-8")
    session.shelf.reload()
    session.show_answer(0)
    assert lines(session) == ["先說一句。", "他說乾也來，我說幹也去。"]


def test_a_paragraph_of_several_lines_is_corrected_as_it_is_read(opened: Callable[[str], Session]) -> None:
    first = (
        "桥头的旧书摊天一亮就开张，老板把书一摞一摞搬出来，我对老板说干也来了，摆到中午才算摆完，再泡一壶茶。"
        "有人来翻书，他就说翻书要轻，买不买都不要紧，他不在乎。"
    )
    session = opened(f"周末去哪儿？\n\n甲君\n\n\n{wrapped(first, 58)}\n\n{wrapped(first[30:], 58)}\n")
    document = session.state.document
    assert document is not None
    assert "\n" in document.answers[0].paragraphs[0].of(document.text)
    assert step(session) is not None
    session.doubts.choose(1, everywhere=False)
    deliver()
    session.show_answer(0)
    assert "我對老闆說乾也來了" in lines(session)[0]


def _opens_another(session: Session) -> None:
    document = session.state.document
    assert document is not None
    other = document.path.with_name("other.txt")
    other.write_text("又怎么说?\n\n丙三\n\n\n大家说好。\n\n丁四\n\n\n大家说干也好。\n", "utf-8")
    session.shelf.open(other)


ELSEWHERE: dict[str, Callable[[Session], None]] = {
    "another thread": _opens_another,
    "another script": lambda session: session.show_script(Script.SIMPLIFIED),
    "a selection": lambda session: session.select(Span(0, 2)),
    "escape": lambda session: session.clear_focus(),
    "another answer": lambda session: session.step(1),
    "leaving": lambda session: session.doubts.leave(),
}


@pytest.mark.parametrize("elsewhere", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_what_is_found_when_the_reader_is_elsewhere_takes_them_nowhere(
    session: Session, elsewhere: Callable[[Session], None]
) -> None:
    step(session)
    session.doubts.step(1)  # which looks into the other answer
    elsewhere(session)
    before = session.state.document, session.state.pane
    reached: list[bool] = []
    session.doubts.reached.connect(lambda: reached.append(True))
    deliver()
    assert (session.state.document, session.state.pane, reached) == (*before, [])


def test_what_is_corrected_is_told_by_the_sentence_and_the_paragraph_is_converted_once(
    opened: Callable[[str], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "".join(f"第{number}天，大家说好。" for number in range(60))
    session = opened(f"怎么说?\n\n甲一\n\n\n{long}他说干也来，我说干也去。{long}\n")
    step(session)
    doubt = session.doubts.current
    assert doubt is not None
    converted: list[str] = []
    apply = Conversion.apply

    def counting(conversion: Conversion, text: str) -> AlignedText:
        converted.append(text)
        return apply(conversion, text)

    monkeypatch.setattr(Conversion, "apply", counting)
    correction = session.doubts.correction(doubt, 1, everywhere=False)
    assert correction is not None
    assert correction.source in "他说干也来，我说干也去。"
    assert sum(len(text) > len(long) for text in converted) == 1


@pytest.mark.parametrize("script", [Script.ORIGINAL, Script.SIMPLIFIED])
def test_elsewhere_nothing_is_doubtful_and_that_is_said(session: Session, script: Script) -> None:
    session.show_script(script)
    assert step(session) is None
    assert said(session) == "doubts-in-traditional"


def test_what_its_writer_chose_is_not_doubted(opened: Callable[[str], Session]) -> None:
    session = opened("問題\n\n林語\n\n\n後來的人們說幹也幹了，這樣很好。\n")
    assert step(session) is None
    assert said(session) == "doubts-by-writer"
