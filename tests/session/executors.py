"""Executors whose work is done when a test says so, and the delivery of what it gave."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable


class InlineExecutor(Executor):
    """Does work at once, on the thread that asks for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 (Executor's own)
        future: Future[Any] = Future()
        _fulfil(future, lambda: fn(*args, **kwargs))
        return future


class HeldExecutor(Executor):
    """Keeps work until `run` is called."""

    def __init__(self) -> None:
        self._held: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 (Executor's own)
        future: Future[Any] = Future()
        self._held.append((future, lambda: fn(*args, **kwargs)))
        return future

    def run(self, most: int | None = None) -> int:
        """Do all the work that is held, or so much of it at `most`, and return how much it was."""
        held = self._held[:most]
        del self._held[:most]
        for future, work in held:
            _fulfil(future, work)
        return len(held)


def _fulfil(future: Future[Any], work: Callable[[], Any]) -> None:
    try:
        future.set_result(work())
    except Exception as error:  # whatever it is, it belongs to the future
        future.set_exception(error)


def deliver() -> None:
    """Have the results of finished work reach the main thread, and what follows from them in turn."""
    for _ in range(4):
        QCoreApplication.processEvents()
