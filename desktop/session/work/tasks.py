"""Work off the main thread: values go out, values come back, no QObject crosses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.session.work.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future

    from desktop.session.work.worker import Job


T = TypeVar("T")


class _Outcome(NamedTuple):
    """What a piece of work gave, on its way back to the main thread."""

    slot: str
    job: Job
    done: Callable[[Any], None]
    value: Any
    error: BaseException | None


class Tasks(QObject):
    """Runs one piece of work at a time on a worker and delivers its result on the main thread.

    Of each slot only the latest work counts: the result of older work in the same slot is dropped, and work that
    pauses ends there. A `worker` is shared by those who are given the same one, and closed by who made it; of an
    executor, or without one, a worker is made that ends with these tasks.
    """

    failed = Signal(str, object)
    """Emitted with the slot and the exception when work raised one."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, worker: Worker | Executor | None = None) -> None:
        super().__init__(parent)
        self._shared = isinstance(worker, Worker)
        self._worker = worker if isinstance(worker, Worker) else Worker(worker)
        self._jobs: dict[str, Job] = {}
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, slot: str, work: Callable[[], T], done: Callable[[T], None], *, prefetched: bool = False) -> None:
        """Run `work` on the worker, then `done` with its result here, unless newer work took the `slot`.

        Work that is `prefetched` is done after all that was asked for.
        """
        if self._closed:
            return
        self.cancel(slot)

        def report(future: Future[T]) -> None:
            if self._closed:
                return
            error = future.exception()
            value = None if error else future.result()
            self._finished.emit(_Outcome(slot, job, done, value, error))

        job = self._jobs[slot] = self._worker.submit(work, prefetched=prefetched)
        job.future.add_done_callback(report)

    def cancel(self, slot: str) -> None:
        """Drop whatever the work under way in `slot` will give; it ends at its next pause, if it has any."""
        if slot in self._jobs:
            self._jobs.pop(slot).dropped = True

    def pause(self) -> None:
        """Be called in long work again and again: one that was dropped ends there."""
        self._worker.pause()

    def drain(self) -> None:
        """Wait until the worker has done all that it was given."""
        if not self._closed:
            self._worker.drain()

    def close(self) -> None:
        """Take no more work and drop what is under way; wait for its end, unless the worker is another's."""
        self._closed = True
        if not self._shared:
            self._worker.close()

    def _deliver(self, outcome: _Outcome) -> None:
        if self._closed or outcome.job is not self._jobs.get(outcome.slot):
            return
        del self._jobs[outcome.slot]
        if outcome.error is not None:
            self.failed.emit(outcome.slot, outcome.error)
        else:
            outcome.done(outcome.value)


def ask_no_more(_result: None) -> None:
    """Do nothing when work is done whose result nobody waits for."""
