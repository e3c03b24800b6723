"""The worker: what was asked for goes before what was prefetched, also before what of that is under way."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from desktop.session.work.worker import DroppedError, Worker
from tests.session.executors import HeldExecutor


@pytest.fixture
def held() -> HeldExecutor:
    return HeldExecutor()


@pytest.fixture
def worker(held: HeldExecutor) -> Worker:
    return Worker(held)


def test_what_waits_is_done_as_it_was_given_but_what_was_asked_for_first(worker: Worker, held: HeldExecutor) -> None:
    done: list[str] = []
    for name in ("prefetched", "also prefetched", "asked", "also asked"):
        worker.submit(partial(done.append, name), prefetched="prefetched" in name)
    assert held.run() == 4
    assert done == ["asked", "also asked", "prefetched", "also prefetched"]


def test_in_a_pause_of_what_was_foreseen_all_is_done_that_was_asked_for(worker: Worker, held: HeldExecutor) -> None:
    done: list[str] = []

    def prefetched() -> None:
        for name in ("first", "second"):
            worker.submit(partial(done.append, name))
        worker.submit(partial(done.append, "prefetched later"), prefetched=True)
        worker.pause()
        done.append("prefetched")

    worker.submit(prefetched, prefetched=True)
    held.run()
    held.run()
    assert done == ["first", "second", "prefetched", "prefetched later"]


def test_what_was_asked_for_is_not_put_off_by_what_is_asked_for_later(worker: Worker, held: HeldExecutor) -> None:
    done: list[str] = []

    def asked() -> None:
        worker.submit(partial(done.append, "later"))
        worker.pause()
        done.append("asked")

    worker.submit(asked)
    held.run()
    held.run()
    assert done == ["asked", "later"]


@pytest.mark.parametrize("prefetched", [True, False])
def test_work_that_nobody_waits_for_ends_at_its_next_pause(
    prefetched: bool, worker: Worker, held: HeldExecutor
) -> None:
    job = worker.submit(worker.pause, prefetched=prefetched)
    of_use = worker.submit(partial(worker.pause, droppable=False), prefetched=prefetched)
    job.dropped = of_use.dropped = True
    held.run()
    assert isinstance(job.future.exception(), DroppedError)
    assert of_use.future.exception() is None


def test_work_under_way_at_the_end_ends_at_its_next_pause_of_use_or_not() -> None:
    worker, begun, closing = Worker(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        closing.wait(5)
        while True:
            worker.pause(droppable=False)

    job = worker.submit(work, prefetched=True)
    begun.wait(5)
    threading.Timer(0.02, closing.set).start()
    worker.close()
    assert isinstance(job.future.exception(), DroppedError)


def test_a_pause_on_another_thread_than_the_work_under_way_does_nothing() -> None:
    worker, begun, over = Worker(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        over.wait(5)

    worker.submit(work, prefetched=True)
    begun.wait(5)
    asked = worker.submit(threading.get_ident)
    worker.pause()
    assert not asked.future.done()
    over.set()
    worker.close()
