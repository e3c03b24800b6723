"""Work off the main thread: values go out, values come back, no QObject crosses."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Outcome:
    """What a piece of work gave, on its way back to the main thread."""

    slot: str
    ticket: int
    done: Callable[[Any], None]
    value: Any
    error: BaseException | None


class Tasks(QObject):
    """Runs one piece of work at a time on a worker and delivers its result on the main thread.

    Of each slot only the latest work counts: the result of older work in the same slot is dropped. One worker,
    because several busy Python threads make the window stutter. An `executor` may be given by tests.
    """

    failed = Signal(str, object)
    """Emitted with the slot and the exception when work raised one."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, executor: Executor | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="baijia")
        self._tickets: dict[str, int] = {}
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self, slot: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `work` on the worker, then `done` with its result here, unless newer work took the `slot`."""
        if self._closed:
            return
        ticket = self._tickets[slot] = self._tickets.get(slot, 0) + 1

        def report(future: Future[T]) -> None:
            if future.cancelled() or self._closed:
                return
            error = future.exception()
            value = None if error else future.result()
            self._finished.emit(_Outcome(slot, ticket, done, value, error))

        self._executor.submit(work).add_done_callback(report)

    def cancel(self, slot: str) -> None:
        """Drop whatever the work under way in `slot` will give."""
        self._tickets[slot] = self._tickets.get(slot, 0) + 1

    def drain(self) -> None:
        """Wait until the worker has done all that it was given."""
        if not self._closed:
            self._executor.submit(_nothing).result()

    def close(self) -> None:
        """Wait for the work under way, drop what it gives, and take no more."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, outcome: _Outcome) -> None:
        if self._closed or outcome.ticket != self._tickets.get(outcome.slot):
            return
        if outcome.error is not None:
            self.failed.emit(outcome.slot, outcome.error)
        else:
            outcome.done(outcome.value)


def _nothing() -> None:
    """Do nothing: queued behind all other work, its end is theirs."""
