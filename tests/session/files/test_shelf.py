"""The shelf: a thread opens where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script import SourceScript
from desktop.session import Light
from tests.session.reader import highlight, read_on, span_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session


def traces(session: Session) -> tuple[object, ...]:
    """Return what `read_on` left."""
    state = session.state
    return (
        state.pane.answer,
        dict(state.pane.positions),
        state.lights.terms,
        dict(state.lights.places),
        state.read,
        state.focused_manner.script,
        state.preferences,
    )


def test_a_thread_opens_where_it_was_left(start: Callable[[], Session], session: Session, thread: Path) -> None:
    read_on(session)
    left = traces(session)
    assert session.close() is None
    again = start()
    assert again.shelf.open(thread)
    assert traces(again) == left
    assert again.state.lights.terms == (Light("讀書", 1),)
    assert again.state.focused_manner.conversion().config == "tw2sp"


def test_every_thread_has_a_place_of_its_own(session: Session, thread: Path, other: Path) -> None:
    read_on(session)
    left = traces(session)
    session.shelf.open(other)
    state = session.state
    assert (state.pane.answer, state.pane.positions, state.lights.terms, state.lights.places, state.read) == (
        0,
        {},
        (),
        {},
        frozenset(),
    )
    session.shelf.open(thread)
    assert traces(session) == left


def test_a_thread_that_was_moved_and_renamed_is_still_the_same(session: Session, thread: Path) -> None:
    read_on(session)
    left = traces(session)
    session.shelf.open(thread.rename(thread.with_name("改名.txt")))
    assert traces(session) == left


def test_what_is_of_the_moment_is_not_carried_into_another_thread(session: Session, other: Path) -> None:
    highlight(session, "無數")
    session.annotations.note()
    session.select(span_of(session, "打開"))
    session.searching.look_for("筆記")
    session.shelf.open(other)
    state = session.state
    moment = (
        state.pane.selection,
        state.notes.active,
        state.notes.editing,
        state.search,
        state.pane.goal,
        state.lights.keywords,
        state.notice,
    )
    assert moment == (None,) * 7
    assert (state.undoable.back, state.undoable.forth, state.notes.annotations) == (False, False, {})


def test_a_corrected_source_script_is_remembered(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    session.correct_source(SourceScript.SIMPLIFIED)
    session.close()
    again = start()
    again.shelf.open(thread)
    assert (again.state.manner.source_script, again.state.manner.source_corrected) == (SourceScript.SIMPLIFIED, True)
    again.correct_source(None)
    again.shelf.open(thread)
    assert (again.state.manner.source_script, again.state.manner.source_corrected) == (
        SourceScript.TRADITIONAL,
        False,
    )


def test_how_the_window_stood_is_remembered(start: Callable[[], Session], session: Session) -> None:
    session.memory_file.geometry = "AAECAw=="
    session.close()
    assert start().memory_file.geometry == "AAECAw=="


def test_whoever_edits_is_told_before_another_thread_is_opened_and_before_the_end(
    session: Session, other: Path
) -> None:
    open_then: list[str] = []

    def hear() -> None:
        assert session.state.document is not None
        open_then.append(session.state.document.path.name)

    session.store.committing.connect(hear)
    session.shelf.open(other)
    session.close()
    assert open_then == ["讀書.txt", "博客.txt"]
