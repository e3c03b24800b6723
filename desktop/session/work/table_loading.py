"""Having the tables of conversions made ready, on the one worker of all who need them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.script import Edition, load_kept_tables, load_tables
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.script import Conversion
    from desktop.session.work.worker import Worker

Key = tuple[str, Edition]
"""Tables are by configuration and edition."""


class TableLoader:
    """Loads tables that are kept in the folder `cache`, or compiles them and keeps them there.

    `asked` are those that the reader waits for: whoever is making one of them ready when it is asked for goes on,
    since whoever gave way would begin it a second time.
    """

    def __init__(self, cache: Path, worker: Worker) -> None:
        self.cache = cache
        self._worker = worker
        self.asked: frozenset[Key] = frozenset()

    def load_kept(self, keys: Iterable[Key]) -> bool:
        """Load the tables `keys` from the disk, on the calling thread; False if some of them have to be compiled."""
        return all(load_kept_tables(*key, self.cache) for key in keys)

    def load(self, keys: Iterable[Key], pause: Callable[[], None] | None = None) -> None:
        """Make the tables `keys` ready, on the worker, which may do other work whenever `pause` is called.

        Raises DictionaryError if they can't be read, DroppedError if nobody waits for them any more.
        """
        with giving_way():
            for key in keys:
                self._pause(key, pause)
                load_tables(*key, self.cache, partial(self._pause, key, pause))

    def _pause(self, key: Key, pause: Callable[[], None] | None) -> None:
        """Give way, unless the reader waits for the very tables that are being made ready."""
        if key not in self.asked:
            (pause or self._worker.pause)()


def missing(conversions: Iterable[Conversion]) -> tuple[Key, ...]:
    """Return the tables that `conversions` lack, each once."""
    return tuple(dict.fromkeys((c.config, c.edition) for c in conversions if c.config is not None and not c.ready))
