"""What two pages share is found for the pair on show, and for no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.session.state import PairWords


def pair_of(session: Session) -> PairWords | None:
    """Return the words of the pair that was compared last."""
    return session.state.lights.pair


def words_of(session: Session) -> set[str]:
    pair = pair_of(session)
    assert pair is not None
    return {term.text for terms in (pair.terms.shared, pair.terms.only_first) for term in terms}


def compared(session: Session) -> tuple[int, int]:
    pair = pair_of(session)
    assert pair is not None
    return pair.answers


@pytest.fixture
def begun(
    qapp: QApplication,
    folder: DataFolder,
    thread: Path,
) -> Iterator[tuple[Session, Callable[[], None]]]:
    """Yield a session that looks for words, and what has its worker do all that it was given."""
    worker = HeldExecutor()
    session = Session(folder, None, worker, InlineExecutor())
    session.shelf.open(thread)
    session.words.begin()

    def work() -> None:
        for _ in range(6):
            worker.run()
            deliver()

    work()
    yield session, work
    session.stop()
    dispose(session)


def test_the_words_of_a_pair_are_found_and_those_of_another_after_it(
    begun: tuple[Session, Callable[[], None]],
) -> None:
    session, work = begun
    assert pair_of(session) is None
    session.panes.put_beside(1)
    work()
    assert compared(session) == (0, 1)
    assert "讀書" in words_of(session)
    session.panes.step_other(1)
    work()
    assert compared(session) == (0, 2)


def test_what_was_left_meanwhile_is_not_shown(begun: tuple[Session, Callable[[], None]]) -> None:
    session, work = begun
    session.panes.put_beside(1)
    session.panes.step_other(1)
    work()
    assert compared(session) == (0, 2)


@pytest.mark.parametrize("alone", ["one page", "one answer", "put away"])
def test_nothing_is_compared_that_is_not_shown(begun: tuple[Session, Callable[[], None]], alone: str) -> None:
    session, work = begun
    if alone == "one answer":
        session.panes.put_script_beside()
    elif alone == "put away":
        session.prefer(shared_shown=False)
        session.panes.put_beside(1)
    work()
    assert pair_of(session) is None
    session.prefer(shared_shown=True)
    work()
    assert (pair_of(session) is not None) == (alone == "put away")


def test_another_thread_has_words_of_its_own(begun: tuple[Session, Callable[[], None]], other: Path) -> None:
    session, work = begun
    session.panes.put_beside(1)
    work()
    session.shelf.open(other)
    assert pair_of(session) is None
    session.panes.put_beside(1)
    work()
    assert "博客" in words_of(session)


def test_what_the_reader_makes_of_words_holds_in_the_words_of_a_pair_at_once(
    begun: tuple[Session, Callable[[], None]],
) -> None:
    session, work = begun
    session.panes.put_beside(1)
    work()
    before = pair_of(session)
    assert before is not None
    one, other = before.terms.only_first[0].text, before.terms.only_second[0].text
    session.owning.merge(one, other)
    work()
    after = pair_of(session)
    assert after is not None
    assert one not in {term.text for term in after.terms.only_first}
    assert {one, other} & {term.text for term in after.terms.shared}
    session.owning.stop(one)
    work()
    assert not {one, other} & words_of(session)
