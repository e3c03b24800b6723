"""How what computes for long leaves the window room to draw, and the garbage for later."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_SWITCH_SECONDS = 0.0005


class _Shared:
    """A setting of the interpreter that is another one for as long as anyone, on any thread, holds it.

    `change` sets it and returns what sets it back.
    """

    def __init__(self, change: Callable[[], Callable[[], None]]) -> None:
        self._change = change
        self._back: Callable[[], object] = change
        self._holders = 0
        self._lock = Lock()

    @contextmanager
    def held(self) -> Generator[None]:
        """Hold the setting; it goes back when the last who holds it lets go."""
        with self._lock:
            self._holders += 1
            if self._holders == 1:
                self._back = self._change()
        try:
            yield
        finally:
            with self._lock:
                self._holders -= 1
                if self._holders == 0:
                    self._back()


def _switch_soon() -> Callable[[], None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    return lambda: sys.setswitchinterval(usual)


def _stop_collecting() -> Callable[[], None]:
    collecting = gc.isenabled()
    gc.disable()
    return gc.enable if collecting else lambda: None


_SWITCHING, _COLLECTING = _Shared(_switch_soon), _Shared(_stop_collecting)


@contextmanager
def giving_way() -> Generator[None]:
    """Have the interpreter turn to a waiting thread ten times as soon as usual, and leave garbage for later.

    To draw a frame, the main thread has to be given the interpreter several times; at the usual 5 ms for each, a
    worker that computes holds up the window for 30 ms. So does one look for garbage among all that it makes, of
    which none is. For computing only: what waits for a disk gives way by itself, and may wait for long.
    """
    with _SWITCHING.held(), uncollected():
        yield


@contextmanager
def uncollected() -> Generator[None]:
    """Leave garbage for later: what makes ten thousand things to keep would be searched for it many times over."""
    with _COLLECTING.held():
        yield
