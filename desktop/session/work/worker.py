"""The worker: one thread, on which what the reader asked for goes before what was only prefetched.

One thread, because several busy Python threads make the window stutter, and two take twice as long for what the
reader waits for. What is prefetched is done in slices, and lets what was asked for meanwhile be done between two.
"""

from __future__ import annotations

import threading
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future


class DroppedError(Exception):
    """Raised in work that nobody waits for any more."""


class Job:
    """One piece of work, and what it will give. Whoever sets `dropped` has it end at its next pause."""

    def __init__(self, work: Callable[[], Any], *, prefetched: bool) -> None:
        from concurrent.futures import Future

        self.work = work
        self.prefetched = prefetched
        self.dropped = False
        self.future: Future[Any] = Future()


class _UnderWay(threading.local):
    """The work under way on this thread, the innermost last."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []


class Worker:
    """Does work on one thread. An `executor` may be given by tests: it decides when work is done, not which."""

    def __init__(self, executor: Executor | None = None) -> None:
        self._given = executor
        self._asked = deque[Job]()
        self._prefetched = deque[Job]()
        self._here = _UnderWay()
        self._closed = False

    @cached_property
    def _executor(self) -> Executor:
        """What does the work; the thread begins with the first piece."""
        from concurrent.futures import ThreadPoolExecutor

        return self._given or ThreadPoolExecutor(1, thread_name_prefix="baijia")

    def submit(self, work: Callable[[], Any], *, prefetched: bool = False) -> Job:
        """Have `work` done: before all that is `prefetched`, unless it is that itself, and after what else waits."""
        job = Job(work, prefetched=prefetched)
        (self._prefetched if prefetched else self._asked).append(job)
        if not self._closed:
            self._executor.submit(self._do_next)
        return job

    def pause(self, *, droppable: bool = True) -> None:
        """Be called in work again and again: what was only prefetched lets all be done that was asked for meanwhile.

        Raises DroppedError in work that nobody waits for any more, unless it is of use all the same (not `droppable`)
        and the worker goes on. Does nothing on any other thread.
        """
        if not self._here.jobs:
            return
        job = self._here.jobs[-1]
        if self._closed or (job.dropped and droppable):
            raise DroppedError
        while job.prefetched and (other := _first(self._asked)) is not None:
            self._do(other)

    def drain(self) -> None:
        """Wait until all is done that was given so far."""
        if not self._closed:
            self._executor.submit(_nothing).result()

    def close(self) -> None:
        """Wait until the work under way has come to its next pause or its end, and do no more."""
        self._closed = True
        if self._given is not None or "_executor" in vars(self):
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _do_next(self) -> None:
        """Do one of what waits; nothing if that was done in a pause already."""
        job = _first(self._asked) or _first(self._prefetched)
        if job is not None and not self._closed:
            self._do(job)

    def _do(self, job: Job) -> None:
        self._here.jobs.append(job)
        try:
            given = job.work()
        except BaseException as error:  # whatever it is, it belongs to who waits for the work
            job.future.set_exception(error)
        else:
            job.future.set_result(given)
        finally:
            self._here.jobs.pop()


def _first(jobs: deque[Job]) -> Job | None:
    """Take the first of `jobs`, None where there is none; another thread may add to them meanwhile."""
    try:
        return jobs.popleft()
    except IndexError:
        return None


def _nothing() -> None:
    """Do nothing: queued behind all other work, its end is theirs."""
