"""Two panes: what is beside what, what each has of its own, and long random reading against a plain model."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from desktop.keywords import Searched, written_text
from desktop.script import Script
from desktop.script.tables import loading
from desktop.session import Pane, Session
from desktop.session.panes import is_scrolled_together
from desktop.slices import no_pause
from desktop.text import Span
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reader import highlight, span_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.words.finding import Look

ORIGINAL, TRADITIONAL, SIMPLIFIED = Script.ORIGINAL, Script.TRADITIONAL, Script.SIMPLIFIED
ACTIONS = 10_000
T = TypeVar("T")


def answers(session: Session) -> list[int]:
    """Return the answers in the panes."""
    return [pane.answer for pane in session.state.panes]


def scripts(session: Session) -> list[Script]:
    """Return the scripts that the eye sees in the panes."""
    return [session.state.manner_in(pane).shown_script for pane in session.state.panes]


def test_the_next_answer_stands_beside_and_has_the_focus(session: Session) -> None:
    session.panes.put_answer_beside()
    assert (answers(session), session.state.focus) == ([0, 1], 1)
    session.step(1)
    assert answers(session) == [0, 2]
    session.panes.focus(0)
    session.step(1)
    assert answers(session) == [1, 2]


def test_beside_the_last_answer_stands_the_one_before(session: Session) -> None:
    session.show_answer(2)
    session.panes.put_answer_beside()
    assert answers(session) == [2, 1]


def test_a_thread_of_one_answer_has_none_to_stand_beside_it(start: Callable[[], Session], tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("一問?\n\n某甲\n\n\n只有這一個回答,說得不長。\n", "utf-8")
    session = start()
    session.shelf.open(path)
    session.panes.put_answer_beside()
    assert answers(session) == [0]


def test_one_answer_stands_in_both_scripts_and_each_flips_alone(session: Session) -> None:
    session.panes.put_script_beside()
    assert (answers(session), scripts(session)) == ([0, 0], [TRADITIONAL, SIMPLIFIED])
    session.toggle_script()
    assert scripts(session) == [TRADITIONAL, TRADITIONAL]
    session.toggle_script()
    session.panes.focus_other()
    session.toggle_script()
    assert scripts(session) == [SIMPLIFIED, SIMPLIFIED]


def test_two_answers_flip_together(session: Session) -> None:
    session.panes.put_answer_beside()
    session.toggle_script()
    assert scripts(session) == [SIMPLIFIED, SIMPLIFIED]


def test_what_stands_around_the_panes_follows_the_one_in_focus(session: Session) -> None:
    session.panes.put_script_beside()
    assert session.shown("讀書") == "读书"
    session.panes.focus(0)
    assert session.shown("讀書") == "讀書"
    assert (session.shown("讀書", 0), session.shown("讀書", 1)) == ("讀書", "读书")


def test_a_pane_is_put_in_the_place_of_the_one_beside(session: Session) -> None:
    session.panes.put_answer_beside()
    session.panes.focus(0)
    session.panes.put_script_beside()
    assert (answers(session), scripts(session), session.state.focus) == ([0, 0], [TRADITIONAL, SIMPLIFIED], 1)
    session.panes.put_answer_beside()
    assert (answers(session), scripts(session)) == ([0, 1], [SIMPLIFIED, SIMPLIFIED])
    assert session.state.focus == 1


def test_a_script_waits_for_its_tables_and_stands_beside_when_they_are_there(
    folder: DataFolder, thread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = HeldExecutor()
    session = Session(folder, None, worker, InlineExecutor())
    session.shelf.open(thread)
    monkeypatch.setattr(loading, "_loaded", {})
    session.panes.put_script_beside()
    assert answers(session) == [0]
    session.show_answer(1)
    for _ in range(6):
        worker.run()
        deliver()
    assert (answers(session), scripts(session)) == ([1, 1], [TRADITIONAL, SIMPLIFIED])
    session.stop()


def test_each_pane_has_a_selection_and_a_place_of_its_own(session: Session) -> None:
    session.panes.put_script_beside()
    first, second = span_of(session, "記得"), span_of(session, "第二個")
    session.select(first, 0)
    session.select(second, 1)
    session.scrolled(first.start, 0)
    session.scrolled(second.start, 1)
    left, right = session.state.panes
    assert (left.selection, right.selection) == (first, second)
    assert (left.positions[0], right.positions[0]) == (first.start, second.start)


def test_a_mark_is_made_of_the_words_selected_in_the_pane_in_focus(session: Session) -> None:
    session.panes.put_script_beside()
    session.select(span_of(session, "記得"), 0)
    made = highlight(session, "第二個")
    assert session.state.notes.annotations[made].passages[0].anchor.exact == "第二個"
    assert session.state.notes.annotations[made].passages[0].made_in == SIMPLIFIED.value
    assert session.state.panes[0].selection == span_of(session, "記得")


def test_each_pane_has_a_current_place_of_the_search(session: Session) -> None:
    session.searching.look_for("讀書")
    session.panes.put_answer_beside()
    session.searching.step(1)
    session.panes.focus(0)
    session.searching.step(1)
    session.searching.step(1)
    left, right = (pane.hit for pane in session.state.panes)
    assert None not in {left, right}
    assert left != right
    session.searching.close()
    assert [pane.hit for pane in session.state.panes] == [None, None]


def test_no_search_leads_back_to_a_place_in_another_pane(session: Session) -> None:
    session.panes.put_answer_beside()
    session.searching.look_for("讀書")
    session.panes.focus(0)
    session.searching.turn_back()
    assert answers(session)[0] == 0
    assert session.state.search is None


def test_the_pane_that_is_left_keeps_its_script_and_place_and_has_all(session: Session) -> None:
    session.panes.put_script_beside()
    session.scrolled(span_of(session, "第二個").start, 1)
    session.panes.focus(0)
    session.panes.close()
    [pane] = session.state.panes
    assert (pane.script, session.state.manner.script, session.state.focus) == (None, SIMPLIFIED, 0)
    assert pane.positions[0] == span_of(session, "第二個").start
    session.panes.close()
    assert len(session.state.panes) == 1


def test_what_is_gone_to_is_shown_in_the_pane_that_shows_its_answer(session: Session) -> None:
    session.panes.put_answer_beside()
    session.go_to(span_of(session, "無數"))
    assert (answers(session), session.state.focus) == ([0, 1], 0)
    session.searching.look_for("隨身碟")
    assert (answers(session), session.state.focus) == ([0, 1], 1)
    session.searching.turn_back()
    assert (answers(session), session.state.focus) == ([0, 1], 0)


def test_another_thread_is_opened_in_one_pane(session: Session, other: Path) -> None:
    session.panes.put_answer_beside()
    session.shelf.open(other)
    assert (answers(session), session.state.focus) == ([0], 0)


def test_a_thread_that_is_read_again_stays_in_both_panes(session: Session) -> None:
    session.panes.put_script_beside()
    session.show_answer(1)
    document = session.state.document
    assert document is not None
    document.path.write_text(text_of(session).replace("無數", "無數無數", 1), "utf-8")
    session.shelf.reload()
    assert (answers(session), scripts(session)) == ([0, 1], [TRADITIONAL, SIMPLIFIED])


def test_where_each_answer_was_left_is_remembered_from_both_panes(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    session.panes.put_answer_beside()
    session.scrolled(span_of(session, "第二個").start, 0)
    session.scrolled(span_of(session, "所以").start, 1)
    session.shelf.close()
    again = start()
    again.shelf.open(thread)
    assert again.state.pane.answer == 1
    assert again.state.pane.positions == {0: span_of(session, "第二個").start, 1: span_of(session, "所以").start}


# -- the other side --------------------------------------------------------------------------------------------


def test_an_answer_is_put_on_the_other_side_and_the_focus_stays(session: Session) -> None:
    session.panes.put_beside(2)
    assert (answers(session), session.state.focus) == ([0, 2], 0)
    session.panes.put_beside(1)
    assert (answers(session), session.state.focus) == ([0, 1], 0)
    session.panes.focus(1)
    session.panes.put_beside(2)
    assert (answers(session), session.state.focus) == ([2, 1], 1)
    session.panes.put_beside(7)
    assert answers(session) == [2, 1]


def test_another_answer_beside_one_in_two_scripts_is_in_the_script_of_this_side(session: Session) -> None:
    session.panes.put_script_beside()
    session.panes.put_beside(2)
    assert (answers(session), scripts(session)) == ([2, 0], [SIMPLIFIED, SIMPLIFIED])


def test_the_other_side_is_walked_while_the_focus_stays(session: Session) -> None:
    session.panes.step_other(1)
    assert answers(session) == [0]
    session.panes.put_beside(1)
    session.panes.step_other(1)
    session.panes.step_other(1)
    assert (answers(session), session.state.focus) == ([0, 2], 0)
    session.panes.step_other(-1)
    assert answers(session) == [0, 1]


def test_a_mark_on_the_other_side_stays_active_no_longer_than_its_words_are_shown(session: Session) -> None:
    session.panes.put_beside(1)
    there = highlight(session, "隨身碟")
    session.panes.focus(0)
    assert session.state.notes.active == there
    session.panes.step_other(1)
    assert session.state.notes.active is None


def test_a_mark_on_this_side_stays_active_while_the_other_side_turns(session: Session) -> None:
    session.panes.put_beside(1)
    here = highlight(session, "無數")
    session.panes.step_other(1)
    assert (answers(session), session.state.notes.active) == ([0, 2], here)


def test_each_kind_of_pair_is_scrolled_together_or_apart_as_the_reader_has_it(session: Session) -> None:
    session.panes.toggle_together()
    assert not is_scrolled_together(session.state)
    session.panes.put_script_beside()
    assert is_scrolled_together(session.state)
    session.panes.toggle_together()
    assert not is_scrolled_together(session.state)
    session.show_answer(1)
    assert not is_scrolled_together(session.state)
    session.panes.toggle_together()
    assert is_scrolled_together(session.state)
    session.toggle_script()
    session.show_answer(0)
    assert is_scrolled_together(session.state), "one answer twice in one script is read in two places"
    assert not session.state.preferences.scripts_together


# -- another start ---------------------------------------------------------------------------------------------


def started_again(session: Session, start: Callable[[], Session], thread: Path) -> Session:
    """Return a session that is started when this one has ended, with its first page painted."""
    session.shelf.close()
    again = start()
    again.shelf.open(thread)
    again.panes.begin()
    return again


def test_two_answers_come_back_after_a_restart(session: Session, start: Callable[[], Session], thread: Path) -> None:
    session.panes.put_beside(2)
    session.scrolled(span_of(session, "第二個").start, 0)
    last = session.state.document and session.state.document.answers[2].span.start + 3
    session.scrolled(last or 0, 1)
    again = started_again(session, start, thread)
    assert (answers(again), again.state.focus) == ([0, 2], 0)
    left, right = again.state.panes
    assert (left.positions[0], right.positions[2]) == (span_of(session, "第二個").start, last)
    again.toggle_script()
    assert scripts(again) == [SIMPLIFIED, SIMPLIFIED]


@pytest.mark.parametrize("focus", [0, 1])
def test_one_answer_in_two_scripts_comes_back_on_the_sides_where_they_were(
    session: Session, start: Callable[[], Session], thread: Path, focus: int
) -> None:
    session.panes.put_script_beside()
    session.scrolled(span_of(session, "第二個").start, 1)
    session.panes.focus(focus)
    again = started_again(session, start, thread)
    assert (answers(again), scripts(again)) == ([0, 0], [TRADITIONAL, SIMPLIFIED])
    assert again.state.focus == focus
    assert [pane.positions.get(0) for pane in again.state.panes] == [None, span_of(session, "第二個").start]
    again.toggle_script()
    assert len(set(scripts(again))) == 1


def test_one_page_comes_back_as_one(session: Session, start: Callable[[], Session], thread: Path) -> None:
    session.panes.put_answer_beside()
    session.panes.close()
    assert answers(started_again(session, start, thread)) == [0]


def test_a_pair_that_has_not_come_back_yet_is_not_forgotten(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    session.panes.put_beside(2)
    session.shelf.close()
    between = start()
    between.shelf.open(thread)
    assert answers(between) == [0]
    assert answers(started_again(between, start, thread)) == [0, 2]


def test_what_the_reader_puts_beside_first_stays_when_the_pair_comes_back(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    session.panes.put_beside(2)
    session.shelf.close()
    again = start()
    again.shelf.open(thread)
    again.panes.put_answer_beside()
    again.panes.begin()
    assert answers(again) == [0, 1]
    assert again.state.awaited is None


def test_the_pair_is_that_of_the_thread(
    session: Session, start: Callable[[], Session], thread: Path, other: Path
) -> None:
    session.panes.put_beside(2)
    session.shelf.open(other)
    assert answers(session) == [0]
    again = started_again(session, start, thread)
    assert answers(again) == [0, 2]
    again.shelf.open(other)
    assert answers(again) == [0]
    again.shelf.open(thread)
    assert answers(again) == [0, 2]


def test_an_answer_that_is_gone_does_not_come_back_beside(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    session.panes.put_beside(2)
    highlight(session, "無數")
    session.shelf.close()
    document = session.state.document
    assert document is not None
    cut = document.answers[2]
    thread.write_text(
        document.text.replace(document.text[cut.author_span.start if cut.author_span else 0 :], ""), "utf-8"
    )
    again = start()
    again.shelf.open(thread)
    again.panes.begin()
    assert answers(again) == [0]


def left_in_two(session: Session, start: Callable[[], Session], thread: Path) -> Session:
    """Return a session whose page is on show where it was left beside the third answer, which is awaited."""
    session.panes.put_beside(2)
    session.shelf.close()
    again = start()
    again.shelf.open(thread)
    assert again.state.awaited is not None
    return again


def test_what_is_awaited_is_the_same_answer_where_a_later_version_is_read_meanwhile(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    again = left_in_two(session, start, thread)
    text, document = text_of(again), again.state.document
    assert document is not None
    second = document.answers[1].author_span
    assert second is not None
    thread.write_text(f"{text[: second.start]}來者\n\n\n後來才寫的一個回答,\n\n\n{text[second.start :]}", "utf-8")
    assert again.shelf.reload()
    again.panes.begin()
    now = again.state.document
    assert now is not None
    assert [now.answers[number].author for number in answers(again)] == ["林語", document.answers[2].author]


def test_what_is_awaited_is_the_same_answer_where_a_name_is_taken_for_none_meanwhile(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    again = left_in_two(session, start, thread)
    document = again.state.document
    assert document is not None
    second = document.answers[1].author_span
    assert second is not None
    row = again.naming.rows.at(second.start)
    assert row is not None
    again.naming.say(row, is_name=False)
    again.panes.begin()
    assert answers(again) == [0, 1]


# -- bad luck --------------------------------------------------------------------------------------------------


@pytest.fixture
def waiting(
    folder: DataFolder, thread: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Session, Callable[[], None]]]:
    """Yield a session whose tables are not loaded yet, and what has them loaded."""
    worker = HeldExecutor()
    session = Session(folder, None, worker, InlineExecutor())
    session.shelf.open(thread)
    monkeypatch.setattr(loading, "_loaded", {})

    def load() -> None:
        for _ in range(8):
            worker.run()
            deliver()

    yield session, load
    session.stop()


def test_a_script_asked_for_beside_one_pane_takes_no_other_away(
    waiting: tuple[Session, Callable[[], None]],
) -> None:
    session, load = waiting
    session.panes.put_answer_beside()
    session.panes.focus(0)
    session.panes.put_script_beside()
    session.panes.focus(1)
    load()
    assert (answers(session), session.state.focus) == ([0, 1], 1)


def test_a_script_asked_for_in_a_pane_that_was_closed_is_asked_for_nowhere(
    waiting: tuple[Session, Callable[[], None]],
) -> None:
    session, load = waiting
    session.store.update(lambda state: replace(state, panes=(state.pane, Pane(0, TRADITIONAL)), focus=1))
    session.show_script(SIMPLIFIED)
    session.panes.close()
    load()
    assert scripts(session) == [TRADITIONAL]
    assert len(session.state.panes) == 1


def test_two_flips_while_tables_load_lead_back(waiting: tuple[Session, Callable[[], None]]) -> None:
    session, load = waiting
    session.toggle_script()
    session.toggle_script()
    load()
    assert scripts(session) == [TRADITIONAL]


def test_a_thread_read_again_while_a_script_is_awaited_has_it_beside(
    waiting: tuple[Session, Callable[[], None]],
) -> None:
    session, load = waiting
    session.panes.put_script_beside()
    document = session.state.document
    assert document is not None
    document.path.write_text(text_of(session).replace("無數", "無數無數", 1), "utf-8")
    session.shelf.reload()
    load()
    assert scripts(session) == [TRADITIONAL, SIMPLIFIED]


def test_places_that_are_found_when_the_reader_has_gone_to_the_other_pane_turn_no_page(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.panes.put_answer_beside()
    session.panes.focus(0)
    document = session.state.document
    assert document is not None
    searched = Searched(written_text(document))
    asked: list[Callable[[], None]] = []

    def look(_slot: str, work: Look[T], then: Callable[[T], None], **_: object) -> bool:
        asked.append(lambda: then(work(document, searched, no_pause)))
        return False

    monkeypatch.setattr(session.finding, "look", look)
    session.searching.look_for("隨身碟")
    session.panes.focus(1)
    session.step(1)
    asked[-1]()
    assert answers(session) == [0, 2]
    assert session.state.search is not None
    assert len(session.state.search.hits) == 1


def test_a_place_of_the_search_before_is_pointed_at_in_neither_pane(session: Session) -> None:
    session.searching.look_for("無數")
    session.panes.put_answer_beside()
    session.searching.look_for("隨身碟")
    assert session.state.panes[0].goal is None
    session.searching.close()
    assert [pane.goal for pane in session.state.panes] == [None, None]


def test_the_words_of_a_mark_that_is_no_more_active_are_pointed_at_in_neither_pane(session: Session) -> None:
    first = highlight(session, "無數")
    session.annotations.visit(first)
    session.panes.put_answer_beside()
    highlight(session, "隨身碟")
    assert session.state.panes[0].goal is None


def test_a_mark_that_one_pane_shows_stays_active_while_the_other_turns(session: Session) -> None:
    made = highlight(session, "無數")
    session.panes.put_answer_beside()
    session.step(1)
    assert session.state.notes.active == made
    session.panes.focus(0)
    session.step(1)
    assert session.state.notes.active is None


def test_undo_turns_no_pane_where_the_other_shows_what_it_changes(session: Session) -> None:
    highlight(session, "無數")
    session.panes.put_answer_beside()
    session.history.undo()
    assert answers(session) == [0, 1]
    assert session.state.notes.annotations == {}
    session.history.redo()
    assert answers(session) == [0, 1]


def test_the_script_in_focus_is_remembered(session: Session, start: Callable[[], Session], thread: Path) -> None:
    session.panes.put_script_beside()
    session.panes.put_answer_beside()
    assert scripts(session)[session.state.focus] is SIMPLIFIED
    session.shelf.close()
    again = start()
    again.shelf.open(thread)
    assert scripts(again) == [SIMPLIFIED]


def test_another_thread_opens_in_the_script_in_focus(session: Session, other: Path) -> None:
    session.panes.put_script_beside()
    session.panes.focus(1)
    session.show_script(TRADITIONAL)
    session.panes.focus(0)
    session.show_script(SIMPLIFIED)
    session.panes.focus(1)
    session.shelf.open(other)
    assert scripts(session) == [TRADITIONAL]


# -- a plain model --------------------------------------------------------------------------------------------


@dataclass
class PlainPane:
    """What one pane shows, as a list of plain facts."""

    answer: int = 0
    script: Script | None = None
    selection: Span | None = None
    goal: Span | None = None
    places: dict[int, int] = field(default_factory=dict[int, int])
    hit: int | None = None


class Plain:
    """A reader of two panes in the plainest terms: no store, no groups, one rule for each thing that can be done."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.panes = [PlainPane()]
        self.focus = 0
        self.script = ORIGINAL
        self.hits: list[Span] | None = None

    @property
    def here(self) -> PlainPane:
        return self.panes[self.focus]

    def seen(self, pane: PlainPane) -> Script:
        asked = pane.script or self.script
        return TRADITIONAL if asked is ORIGINAL else asked  # what the thread is written in

    def show_answer(self, index: int) -> None:
        index = max(0, min(index, len(self.document.answers) - 1))
        if index != self.here.answer:
            self.here.answer, self.here.selection, self.here.goal = index, None, None

    def go_to(self, span: Span) -> None:
        answer = next(i for i, a in enumerate(self.document.answers) if a.span.contains(span))
        if self.here.answer != answer and any(pane.answer == answer for pane in self.panes):
            self.focus = 1 - self.focus
        self.here.answer = answer
        self.here.selection, self.here.goal = None, span

    def select(self, span: Span | None, index: int) -> None:
        pane = self.panes[index]
        if span != pane.selection:
            pane.selection = span
            pane.goal = pane.goal if span is None or span == pane.goal else None

    def scroll(self, offset: int, index: int) -> None:
        self.panes[index].places[self.panes[index].answer] = offset
        self.panes[index].goal = None

    def show_script(self, script: Script) -> None:
        if self.here.script is None:
            self.script = script
        else:
            self.here.script = script

    def toggle(self) -> None:
        self.show_script(SIMPLIFIED if self.seen(self.here) is TRADITIONAL else TRADITIONAL)

    def all_places(self) -> dict[int, int]:
        places: dict[int, int] = {}
        for pane in self.panes:
            places.update(pane.places)
        places.update(self.here.places)
        return places

    def beside(self, pane: PlainPane) -> None:
        self.panes, self.focus = [self.here, pane], 1

    def put_answer_beside(self) -> None:
        last = len(self.document.answers) - 1
        index = self.here.answer + 1 if self.here.answer < last else self.here.answer - 1
        self.beside(PlainPane(index, self.here.script, places=self.all_places()))

    def put_beside(self, index: int) -> None:
        if not 0 <= index < len(self.document.answers):
            return
        if len(self.panes) == 1:
            self.panes.append(PlainPane(index, places=self.all_places()))
            return
        other = self.panes[1 - self.focus]
        if other.answer != index:
            if other.answer == self.here.answer:
                other.script = self.here.script
            other.answer, other.selection, other.goal = index, None, None

    def step_other(self, by: int) -> None:
        if len(self.panes) > 1:
            self.put_beside(self.panes[1 - self.focus].answer + by)

    def put_script_beside(self) -> None:
        script = SIMPLIFIED if self.seen(self.here) is TRADITIONAL else TRADITIONAL
        self.beside(PlainPane(self.here.answer, script, places=dict(self.here.places)))

    def close(self) -> None:
        if len(self.panes) == 2:
            left = self.panes[1 - self.focus]
            places = self.all_places() | left.places
            self.script = left.script or self.script
            left.script, left.places = None, places
            self.panes, self.focus = [left], 0

    def look_for(self, query: str) -> None:
        for pane in self.panes:
            if pane is not self.here and pane.goal in (self.hits or ()):
                pane.goal = None
        text = self.document.text
        starts = [i for i in range(len(text)) if text.startswith(query, i)]
        spans = [Span(i, i + len(query)) for i in starts]
        self.hits = [s for s in spans if any(a.span.contains(s) for a in self.document.answers)]
        for pane in self.panes:
            pane.hit = None

    def step_hit(self, by: int) -> None:
        if not self.hits:
            return
        if self.here.hit is not None:
            index = (self.here.hit + by) % len(self.hits)
        else:
            focus = self.where()
            behind = [i for i, s in enumerate(self.hits) if s > focus]
            before = [i for i, s in enumerate(self.hits) if s < focus]
            index = (behind[0] if behind else 0) if by > 0 else (before[-1] if before else len(self.hits) - 1)
        self.go_to(self.hits[index])
        self.here.hit = index

    def where(self) -> Span:
        start = self.document.answers[self.here.answer].span.start
        offset = self.here.places.get(self.here.answer, start)
        return self.here.selection or self.here.goal or Span(offset, offset)

    def close_search(self) -> None:
        for pane in self.panes:
            pane.hit = None
            pane.goal = None if self.hits and pane.goal in self.hits else pane.goal
        self.hits = None


Step = tuple[str, "Callable[[Plain, random.Random], tuple[object, ...]]"]


def _words(plain: Plain, chance: random.Random, index: int) -> Span:
    span = plain.document.answers[plain.panes[index].answer].span
    start = chance.randrange(span.start, span.end - 1)
    return Span(start, min(span.end, start + chance.randrange(1, 5)))


def _do(name: str, plain: Plain, session: Session, chance: random.Random) -> None:  # noqa: C901 (a case for each)
    """Do one thing to the model and to the session."""
    index = chance.randrange(len(plain.panes))
    match name:
        case "focus":
            plain.focus = index
            session.panes.focus(index)
        case "other":
            plain.focus = (plain.focus + 1) % len(plain.panes)
            session.panes.focus_other()
        case "answer beside":
            plain.put_answer_beside()
            session.panes.put_answer_beside()
        case "on the other side":
            wanted = chance.randrange(-1, len(plain.document.answers) + 1)
            plain.put_beside(wanted)
            session.panes.put_beside(wanted)
        case "step other":
            by = chance.choice((1, -1))
            plain.step_other(by)
            session.panes.step_other(by)
        case "script beside":
            plain.put_script_beside()
            session.panes.put_script_beside()
        case "close":
            plain.close()
            session.panes.close()
        case "answer":
            wanted = chance.randrange(-1, len(plain.document.answers) + 1)
            plain.show_answer(wanted)
            session.show_answer(wanted)
        case "step":
            by = chance.choice((1, -1))
            plain.show_answer(plain.here.answer + by)
            session.step(by)
        case "go":
            words = _words(plain, chance, plain.focus)
            plain.go_to(words)
            session.go_to(words)
        case "select":
            words = chance.choice((None, _words(plain, chance, index)))
            plain.select(words, index)
            session.select(words, index)
        case "scroll":
            offset = _words(plain, chance, index).start
            plain.scroll(offset, index)
            session.scrolled(offset, index)
        case "flip":
            plain.toggle()
            session.toggle_script()
        case "script":
            script = chance.choice(tuple(Script))
            plain.show_script(script)
            session.show_script(script)
        case "look for":
            query = chance.choice(("讀書", "筆記", "記憶體", "沒有這話"))
            plain.look_for(query)
            session.searching.look_for(query, staying=True)
        case "hit":
            by = chance.choice((1, -1))
            if plain.hits is not None:
                plain.step_hit(by)
                session.searching.step(by)
        case _:
            plain.close_search()
            session.searching.close()


_DOINGS = {
    "focus": 6, "other": 3, "answer beside": 3, "script beside": 3, "close": 2, "answer": 6, "step": 6, "go": 6,
    "on the other side": 4, "step other": 4,
    "select": 8, "scroll": 8, "flip": 8, "script": 3, "look for": 3, "hit": 8, "close search": 2,
}  # fmt: skip
"""What a reader does, and how often."""


def test_ten_thousand_random_acts_on_two_panes_end_as_a_plain_model_says(session: Session) -> None:
    document = session.state.document
    assert document is not None
    pages: dict[tuple[int, Script], str] = {}
    for script in (TRADITIONAL, SIMPLIFIED):
        for number in range(len(document.answers)):
            session.show_script(script)
            session.show_answer(number)
            page = session.page()
            assert page is not None
            pages[number, script] = page.text
    session.show_script(ORIGINAL)
    session.show_answer(0)
    plain, chance = Plain(document), random.Random(6)  # noqa: S311 (no secret)
    for number in range(ACTIONS):
        [name] = chance.choices(tuple(_DOINGS), tuple(_DOINGS.values()))
        _do(name, plain, session, chance)
        state = session.state
        assert (state.focus, state.manner.script) == (plain.focus, plain.script), (number, name)
        assert (state.search and list(state.search.hits)) == plain.hits, (number, name)
        for index, (pane, wanted) in enumerate(zip(state.panes, plain.panes, strict=True)):
            found = PlainPane(
                pane.answer,
                pane.script,
                pane.selection,
                pane.goal and pane.goal.span,
                dict(pane.positions),
                pane.hit,
            )
            assert found == wanted, (number, name, index)
            page = session.page(index)
            assert page is not None
            assert page.text == pages[wanted.answer, plain.seen(wanted)], (number, name, index)
