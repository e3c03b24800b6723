"""Lines that the reader took for authors' names, or for none: at once everywhere, undone, kept, and shared."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop.annotations.form.naming import AUTHORS
from desktop.documents.layouts.table import LaidOut
from desktop.session import Goal, SaveState, Session
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.files.test_two_windows import come_to_the_fore
from tests.session.reader import highlight, said, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder

HINT = "所以我只在"


def authors(session: Session) -> list[str]:
    """Return who wrote the answers, by the state."""
    assert session.state.document is not None
    return [answer.author for answer in session.state.document.answers]


def line(session: Session, words: str) -> int:
    """Return the number of the first line that begins with `words`."""
    return next(number for number, row in enumerate(session.naming.rows.rows) if row.text.startswith(words))


def kept(path: Path) -> list[bool | None]:
    """Return what the file of notes at `path` says of lines."""
    return [entry["isName"] for entry in json.loads(path.read_bytes()).get(AUTHORS, {}).values()]


def test_a_click_is_seen_at_once_and_the_same_again_takes_it_back(session: Session) -> None:
    assert session.naming.toggle(line(session, "陳默"))
    assert authors(session) == ["林語", "王一"]
    assert session.naming.toggle(line(session, "陳默"))
    assert authors(session) == ["林語", "陳默", "王一"]


def test_the_page_has_the_words_of_an_answer_that_grew_or_shrank(session: Session) -> None:
    session.show_answer(0)
    session.page()
    for _ in range(2):
        session.naming.toggle(line(session, "陳默"))
        page, document = session.page(), session.state.document
        assert page is not None
        assert document is not None
        assert page.words.split("\n") == [words.of(document.text) for words in document.answers[0].paragraphs]


def test_a_click_is_one_step_with_words_of_its_own(session: Session) -> None:
    session.naming.toggle(line(session, "陳默"))
    session.naming.toggle(line(session, "筆記太多"))
    assert authors(session) == ["林語", "筆記太多,反而忘了讀書。", "王一"]
    session.history.undo()
    assert (authors(session), said(session)) == (["林語", "王一"], "step-line-back")
    session.history.undo()
    assert authors(session) == ["林語", "陳默", "王一"]
    session.history.redo()
    assert (authors(session), said(session)) == (["林語", "王一"], "step-line-forth")
    session.history.redo()
    assert authors(session) == ["林語", "筆記太多,反而忘了讀書。", "王一"]


def test_steps_on_lines_and_notes_are_taken_back_in_one_order(session: Session) -> None:
    session.naming.toggle(line(session, "陳默"))
    highlight(session, "無數的答案")
    session.naming.toggle(line(session, "林語"))
    session.history.undo()
    assert (authors(session), words(session)) == (["林語", "王一"], ["無數的答案"])
    session.history.undo()
    session.history.undo()
    assert (authors(session), words(session)) == (["林語", "陳默", "王一"], [])


def test_a_name_right_below_another_takes_its_place_and_undo_brings_that_back(session: Session) -> None:
    session.naming.toggle(line(session, "筆記太多"))
    session.naming.toggle(line(session, "陳默"))
    assert authors(session)[1] == "陳默"
    session.history.undo()
    assert authors(session)[1] == "筆記太多,反而忘了讀書。"
    session.history.undo()
    assert authors(session)[1] == "陳默"


def test_all_is_left_to_what_the_app_recognised_as_one_step(session: Session) -> None:
    session.naming.toggle(line(session, "陳默"))
    session.naming.toggle(line(session, "王一"))
    assert session.naming.leave_to_layout()
    assert authors(session) == ["林語", "陳默", "王一"]
    assert not session.naming.leave_to_layout()
    session.history.undo()
    assert (authors(session), said(session)) == (["林語"], "step-lines-back")


def test_the_last_line_is_no_name(session: Session) -> None:
    last = len(session.naming.rows) - 1
    assert not session.naming.toggle(last)
    assert not session.state.undoable.back
    session.select(span_of(session, "不是為了筆記"))
    session.naming.name_at(session.navigation.here.start)
    assert said(session) == "line-is-last"


def test_what_can_be_no_name_is_no_step_and_the_reader_is_told_why(session: Session, thread: Path) -> None:
    long = "讀" * 300_000
    thread.write_text(f"{thread.read_text('utf-8').rstrip()}\n{long}\n陳默默\n\n—— 全文完 ——\n", "utf-8")
    session.shelf.open(thread)
    before = session.state.document
    for begin, why in ((long, "line-is-long"), ("陳默默", "line-is-last")):
        assert not session.naming.toggle(line(session, begin[:9]))
        start = text_of(session).index(begin[:9])
        session.select(Span(start, start + 2))
        session.naming.name_at(session.navigation.here.start)
        assert said(session) == why
    assert session.state.document is before
    assert not session.state.undoable.back


def test_the_line_of_the_selection_begins_the_answer_on_the_page(session: Session) -> None:
    session.show_answer(1)
    session.select(span_of(session, "忘了讀書"))
    session.naming.name_at(session.navigation.here.start)
    assert (session.state.current and session.state.current.author) == "筆記太多,反而忘了讀書。"
    assert (said(session), session.state.pane.selection) == ("line-named", None)


def test_the_name_above_the_answer_is_none_and_the_page_stays_at_its_words(session: Session) -> None:
    session.show_answer(1)
    session.naming.unname_author()
    assert authors(session) == ["林語", "王一"]
    state = session.state
    assert (state.pane.answer, said(session)) == (0, "line-unnamed")
    assert text_of(session)[state.pane.positions[0] :].startswith("陳默")


def test_all_stays_at_its_words(session: Session) -> None:
    session.show_answer(1)
    session.scrolled(span_of(session, HINT).start)
    session.mark_read(0)
    session.mark_read(2)
    session.lights.toggle("筆記")
    session.searching.look_for("讀書", staying=True)
    made = highlight(session, "書上畫線")
    session.go_to(span_of(session, "自己說話"))
    before = session.state
    session.naming.toggle(line(session, "林語"))
    state = session.state
    assert state.document is not None
    assert before.document is not None
    assert state.document.sha256 == before.document.sha256
    assert (state.current and state.current.author, state.notes.active) == ("陳默", made)
    assert (state.notes, state.search) == (before.notes, before.search)
    assert isinstance(state.pane.goal, Goal)
    assert text_of(session)[state.pane.positions[state.pane.answer] :].startswith(HINT)
    assert state.read == {0, 2}
    assert {lit.span for spans in state.lights.places.values() for lit in spans} == {
        lit.span for spans in before.lights.places.values() for lit in spans
    }
    session.naming.toggle(line(session, "陳默"))
    assert session.state.read == {1}
    assert session.state.pane.goal is not None
    assert text_of(session)[session.state.pane.positions[0] :].startswith(HINT)


def test_a_selection_stays_where_its_words_are_still_on_the_page(session: Session) -> None:
    session.show_answer(1)
    session.select(span_of(session, "畫線"))
    session.naming.toggle(line(session, "王一"))
    assert session.state.pane.selection == span_of(session, "畫線")
    session.naming.toggle(line(session, HINT))
    assert session.state.pane.selection is None


def test_two_panes_stay_at_their_words(session: Session) -> None:
    session.show_answer(1)
    session.panes.put_answer_beside()
    session.naming.toggle(line(session, "林語"))
    session.naming.toggle(line(session, "陳默"))
    document = session.state.document
    assert document is not None
    assert [document.answers[pane.answer].author for pane in session.state.panes] == ["", "王一"]


# -- kept -----------------------------------------------------------------------------------------------------


def test_a_thread_without_notes_keeps_its_names(start: Callable[[], Session], thread: Path) -> None:
    first = start()
    first.shelf.open(thread)
    first.naming.toggle(line(first, "陳默"))
    deliver()
    assert first.state.saving is SaveState.SAVED
    assert first.notes_file.path is not None
    assert kept(first.notes_file.path) == [False]
    again = start()
    again.shelf.open(thread)
    assert authors(again) == ["林語", "王一"]
    assert not again.state.undoable.back


def test_names_come_along_when_the_file_was_edited(start: Callable[[], Session], thread: Path) -> None:
    first = start()
    first.shelf.open(thread)
    first.naming.toggle(line(first, "陳默"))
    deliver()
    text = thread.read_text("utf-8")
    thread.write_text(text.replace("林語\n", "趙二\n\n\n我先說一句。\n\n林語\n"), "utf-8")
    again = start()
    again.shelf.open(thread)
    assert authors(again) == ["趙二", "林語", "王一"]


def test_names_stay_when_the_file_is_read_again(session: Session, thread: Path) -> None:
    session.naming.toggle(line(session, "陳默"))
    session.show_answer(1)
    text = thread.read_text("utf-8")
    thread.write_text(text.replace("林語\n", "趙二\n\n\n我先說一句。\n\n林語\n"), "utf-8")
    assert session.shelf.reload()
    assert authors(session) == ["趙二", "林語", "王一"]
    assert (session.state.current and session.state.current.author) == "王一"
    session.history.undo()
    assert authors(session) == ["趙二", "林語", "陳默", "王一"]


def test_what_was_said_of_a_line_that_is_gone_is_kept_until_it_is_back(session: Session, thread: Path) -> None:
    session.naming.toggle(line(session, "陳默"))
    text = thread.read_text("utf-8")
    thread.write_text(text.replace("陳默\n", "陳墨\n"), "utf-8")
    assert session.shelf.reload()
    assert authors(session) == ["林語", "陳墨", "王一"]
    thread.write_text(text, "utf-8")
    assert session.shelf.reload()
    assert authors(session) == ["林語", "王一"]


def test_what_another_thread_was_told_is_not_heeded_here(session: Session, other: Path, thread: Path) -> None:
    session.naming.toggle(line(session, "陳默"))
    session.shelf.open(other)
    assert authors(session) == ["赵甲", "钱乙"]
    session.shelf.open(thread)
    assert authors(session) == ["林語", "王一"]


def test_nothing_is_written_for_lines_of_which_nothing_was_said(session: Session) -> None:
    deliver()
    assert session.notes_file.path is not None
    assert not session.notes_file.path.exists()


def test_what_can_not_be_written_is_not_changed(session: Session) -> None:
    from dataclasses import replace

    session.replace(notes=replace(session.state.notes, read_only=True))
    assert not session.naming.toggle(line(session, "陳默"))
    assert authors(session) == ["林語", "陳默", "王一"]


# -- shared ---------------------------------------------------------------------------------------------------


@pytest.fixture
def twins(start: Callable[[], Session], thread: Path) -> tuple[Session, Session]:
    """Return two windows on the same thread, one of which has said something of a line."""
    first, second = start(), start()
    for one in (first, second):
        one.begin()
        one.shelf.open(thread)
    first.naming.toggle(line(first, "陳默"))
    deliver()
    return first, second


def test_the_other_window_follows_without_a_word_of_its_own(twins: tuple[Session, Session]) -> None:
    first, second = twins
    assert first.notes_file.path is not None
    before = first.notes_file.path.stat().st_mtime_ns
    come_to_the_fore()
    assert authors(second) == ["林語", "王一"]
    assert (second.state.undoable.back, second.state.saving) == (False, SaveState.SAVED)
    assert first.notes_file.path.stat().st_mtime_ns == before


def test_what_both_say_is_brought_together(twins: tuple[Session, Session]) -> None:
    first, second = twins
    second.naming.toggle(line(second, "王一"))
    deliver()
    come_to_the_fore()
    assert authors(first) == authors(second) == ["林語"]


def test_of_one_line_what_was_said_last_holds_in_both(twins: tuple[Session, Session]) -> None:
    first, second = twins
    second.naming.toggle(line(second, "陳默"))
    second.naming.toggle(line(second, "陳默"))
    deliver()
    come_to_the_fore()
    assert authors(first) == authors(second) == ["林語", "陳默", "王一"]


def test_a_step_that_another_has_gone_over_is_gone(twins: tuple[Session, Session]) -> None:
    first, second = twins
    come_to_the_fore()
    second.naming.toggle(line(second, "陳默"))
    deliver()
    come_to_the_fore()
    assert authors(first) == ["林語", "陳默", "王一"]
    first.history.undo()
    assert authors(first) == ["林語", "陳默", "王一"]
    assert not first.state.undoable.back


def test_notes_and_names_of_two_windows_are_all_there(twins: tuple[Session, Session], thread: Path) -> None:
    first, second = twins
    highlight(second, "無數的答案")
    second.naming.toggle(line(second, "王一"))
    deliver()
    come_to_the_fore()
    highlight(first, "反而忘了讀書")
    deliver()
    come_to_the_fore()
    assert words(first) == words(second) == ["無數的答案", "反而忘了讀書"]
    assert authors(first) == authors(second) == ["林語"]
    assert Span(0, 1).of(text_of(first)) == thread.read_text("utf-8")[0]


def test_the_reader_is_at_the_same_words_when_names_came_while_the_thread_was_closed(
    start: Callable[[], Session], thread: Path
) -> None:
    here, there = start(), start()
    here.shelf.open(thread)
    there.shelf.open(thread)
    here.show_answer(2)
    here.scrolled(span_of(here, "不是為了筆記").start)
    for number in (0, 2):
        here.mark_read(number)
    assert here.close() is None
    there.naming.toggle(line(there, "陳默"))
    there.naming.toggle(line(there, "筆記太多"))
    there.naming.toggle(line(there, "林語"))
    there.notes_file.flush()
    deliver()
    again = start()
    again.shelf.open(thread)
    assert authors(again) == ["", "筆記太多,反而忘了讀書。", "王一"]
    assert (again.state.current and again.state.current.author) == "王一"
    assert again.state.pane.positions == {2: span_of(again, "不是為了筆記").start}
    there.naming.leave_to_layout()
    there.naming.toggle(line(there, "陳默"))
    there.notes_file.flush()
    deliver()
    later = start()
    later.shelf.open(thread)
    assert authors(later) == ["林語", "王一"]
    assert (later.state.current and later.state.current.author) == "王一"
    assert later.state.read == {1}


# -- anything in any order ------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_in_whatever_order_can_be_taken_back(session: Session, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (a walk that is the same each time)
    highlight(session, "書上畫線")
    before, text = session.state, text_of(session)
    steps = 0
    for _ in range(30):
        document = session.state.document
        assert document is not None
        match chance.randrange(6):
            case 0 | 1:
                steps += session.naming.toggle(chance.randrange(len(session.naming.rows)))
            case 2:
                session.show_answer(chance.randrange(len(document.answers)))
            case 3:
                span = chance.choice(chance.choice(document.answers).paragraphs)
                session.go_to(Span(span.start, span.start + 1))
                session.select(Span(span.start, span.start + 1))
            case 4:
                chance.choice([session.panes.put_answer_beside, session.panes.close, session.panes.focus_other])()
            case _:
                session.lights.toggle(chance.choice(["讀書", "筆記"]))
        assert text_of(session) is text
        assert words(session) == ["書上畫線"]
    for _ in range(steps):
        session.history.undo(seen=True)
    assert before.document is not None
    assert session.state.document is not None
    assert session.state.document.answers == before.document.answers
    deliver()
    assert session.state.saving is SaveState.SAVED


def test_the_lines_of_a_long_thread_are_found_on_a_worker(qapp: QApplication, folder: DataFolder) -> None:
    path, held = folder.root / "長.txt", HeldExecutor()
    paragraphs = (f"第{number}段話,{'字' * 150}。" for number in range(1_400))
    path.write_text("為什麼?\n\n\n甲\n\n\n" + "\n\n".join(paragraphs), "utf-8")
    session = Session(folder, None, held, InlineExecutor())
    session.shelf.open(path)
    told: list[bool] = []
    session.naming.ready.connect(lambda: told.append(True))
    assert not session.naming.prepare()
    held.run()
    deliver()
    assert (told, session.naming.prepare()) == ([True], True)
    assert session.naming.toggle(5)
    assert len(authors(session)) == 2
    session.stop()
    dispose(session)


@pytest.fixture
def long(folder: DataFolder) -> Path:
    """Return a thread so long that its lines are found on a worker."""
    path = folder.root / "長.txt"
    paragraphs = (f"第{number}段話,{'字' * 150}。" for number in range(1_400))
    path.write_text("為什麼?\n\n\n甲\n\n\n" + "\n\n".join(paragraphs), "utf-8")
    return path


def test_a_line_of_a_long_thread_is_named_once_its_lines_are_known(
    qapp: QApplication, folder: DataFolder, long: Path
) -> None:
    held = HeldExecutor()
    session = Session(folder, None, held, InlineExecutor())
    session.shelf.open(long)
    session.select(span_of(session, "第3段話"))
    session.naming.name_at(session.navigation.here.start)
    assert len(authors(session)) == 1
    held.run()
    deliver()
    assert (len(authors(session)), said(session)) == (2, "line-named")
    session.stop()
    dispose(session)


def is_never_quick(_path: Path) -> bool:
    """Take no file for one that is read in no time."""
    return False


@pytest.mark.parametrize("by_worker", [False, True])
def test_a_text_with_names_is_laid_out_once_when_it_is_opened(
    start: Callable[[], Session], long: Path, monkeypatch: pytest.MonkeyPatch, *, by_worker: bool
) -> None:
    first = start()
    first.shelf.open(long)
    first.naming.toggle(5)
    assert first.close() is None
    deliver()
    made: list[str] = []
    lay_out = LaidOut.__init__

    def counted(self: LaidOut, text: str, stem: str) -> None:
        made.append(stem)
        lay_out(self, text, stem)

    monkeypatch.setattr(LaidOut, "__init__", counted)
    again = start()
    if by_worker:
        monkeypatch.setattr("desktop.session.files.opening.is_quick", is_never_quick)
        again.opening.open(long)
        deliver()
    else:
        again.shelf.open(long)
    assert (len(authors(again)), made) == (2, ["長"])
    assert again.naming.prepare()
