"""Tasks: only the latest work of a slot counts, and nothing comes after the end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from desktop.session.work.tasks import Tasks
from tests.session.executors import HeldExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Failures:
    """The failures that tasks have said."""

    def __init__(self, tasks: Tasks) -> None:
        self.failures: list[tuple[str, object]] = []
        tasks.failed.connect(self.hear)

    def hear(self, slot: str, error: object) -> None:
        """Keep one."""
        self.failures.append((slot, error))


@pytest.fixture
def held() -> HeldExecutor:
    return HeldExecutor()


@pytest.fixture
def tasks(qapp: QApplication, held: HeldExecutor) -> Tasks:
    """Return tasks whose work is held."""
    return Tasks(None, held)


@pytest.fixture
def threaded(qapp: QApplication) -> Iterator[Tasks]:
    """Yield tasks with a worker of their own."""
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_work_is_done_on_a_worker_and_its_result_comes_back_to_the_main_thread(qtbot: QtBot, threaded: Tasks) -> None:
    came: list[tuple[int, int]] = []
    threaded.start("slot", threading.get_ident, lambda worker: came.append((worker, threading.get_ident())))
    assert came == []
    qtbot.waitUntil(lambda: bool(came))
    [(worker, here)] = came
    assert worker != threading.get_ident()
    assert here == threading.get_ident()


def test_only_the_latest_work_of_a_slot_counts(tasks: Tasks, held: HeldExecutor) -> None:
    came: list[str] = []
    tasks.start("slot", lambda: "old", came.append)
    tasks.start("other", lambda: "of another slot", came.append)
    tasks.start("slot", lambda: "new", came.append)
    assert held.run() == 3
    deliver()
    assert came == ["of another slot", "new"]


def test_older_work_is_dropped_even_when_it_was_done_before_the_newer_began(tasks: Tasks, held: HeldExecutor) -> None:
    came: list[str] = []
    tasks.start("slot", lambda: "old", came.append)
    held.run()
    tasks.start("slot", lambda: "new", came.append)
    deliver()
    assert came == []
    held.run()
    deliver()
    assert came == ["new"]


def test_what_was_cancelled_gives_nothing(tasks: Tasks, held: HeldExecutor) -> None:
    came: list[str] = []
    tasks.start("slot", lambda: "x", came.append)
    tasks.cancel("slot")
    held.run()
    deliver()
    assert came == []


def test_an_exception_is_said_with_its_slot(tasks: Tasks, held: HeldExecutor) -> None:
    said = Failures(tasks)
    came: list[object] = []
    error = OSError("no room")

    def work() -> None:
        raise error

    tasks.start("slot", work, came.append)
    held.run()
    deliver()
    assert said.failures == [("slot", error)]
    assert came == []


def test_the_exception_of_older_work_is_dropped_too(tasks: Tasks, held: HeldExecutor) -> None:
    said = Failures(tasks)
    came: list[int] = []
    tasks.start("slot", lambda: 1 // 0, came.append)
    tasks.start("slot", lambda: 1, came.append)
    held.run()
    deliver()
    assert (said.failures, came) == ([], [1])


def test_the_end_drops_what_is_under_way_and_takes_no_more(tasks: Tasks, held: HeldExecutor) -> None:
    came: list[str] = []
    tasks.start("done", lambda: "was done before the end", came.append)
    held.run()
    tasks.start("under way", lambda: "was under way at the end", came.append)
    tasks.close()
    held.run()
    tasks.start("late", lambda: "came after the end", came.append)
    assert held.run() == 0
    deliver()
    assert came == []


def test_draining_waits_for_the_work_under_way(threaded: Tasks) -> None:
    may_end, ended, came = threading.Event(), threading.Event(), list[bool]()

    def work() -> bool:
        may_end.wait(5)
        ended.set()
        return True

    threaded.start("slot", work, came.append)
    threading.Timer(0.02, may_end.set).start()
    threaded.drain()
    assert ended.is_set()
    deliver()
    assert came == [True]


def test_after_the_end_there_is_nothing_to_wait_for(threaded: Tasks) -> None:
    threaded.close()
    threaded.drain()
    threaded.close()
