"""Where words end, for the rule that goes by words: asked of jieba for the parts of a line that need it, and kept."""

from __future__ import annotations

import re
from threading import RLock
from typing import TYPE_CHECKING

from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.segmentation import Segmenter
    from desktop.text import Span

# jieba cuts each run of these by itself: what stands around it changes nothing.
_RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
_MOST_KEPT = 1_000_000
"""Characters of runs whose cut is remembered: a giant thread, in about 60 MB."""


class WordCut:
    """Tells where words end. Cuts a run of characters between punctuation at once, and each different run once.

    jieba is loaded by `load`, on a worker; who asks before that waits for it: a line that is remembered asks nothing.
    """

    def __init__(self) -> None:
        self._loaded: Segmenter | None = None
        self._loading = RLock()  # work that gives way while it loads may come here again
        self._folder: Path | None = None
        self._known: dict[str, bytes] = {}
        self._size = 0

    @property
    def is_loaded(self) -> bool:
        """Whether it can tell at once."""
        return self._loaded is not None

    def keep_in(self, cache_folder: Path) -> None:
        """Have jieba's dictionary kept ready in the app's own `cache_folder`, whoever loads it."""
        self._folder = cache_folder

    def load(self, pause: Callable[[], None] = no_pause) -> Segmenter:
        """Load jieba, as `shared_segmenter` does, unless that is done."""
        with self._loading:
            if self._loaded is None:
                # Imported late: most conversions cut nothing.
                from desktop.segmentation import shared_segmenter

                shared_segmenter(self._folder, pause)
                self._loaded = shared_segmenter()
        return self._loaded

    @property
    def _segmenter(self) -> Segmenter:
        return self._loaded or self.load()

    def edges(self, line: str, places: Iterable[Span]) -> bytes:
        """Return a byte for each place of `line`, its end included: 1 where a word ends, within all runs at `places`.

        Elsewhere, every place counts as one.
        """
        edges = bytearray(b"\1") * (len(line) + 1)
        runs = _RUN.finditer(line)
        run = next(runs, None)
        done = 0
        for place in places:
            while run and run.end() <= place.start:
                run = next(runs, None)
            while run and run.start() < place.end:
                if done <= run.start():
                    edges[run.start() : run.end()] = self._of_run(run[0])
                    done = run.end()
                if run.end() >= place.end:
                    break
                run = next(runs, None)
        return bytes(edges)

    def word_at(self, line: str, offset: int) -> str:
        """Return the word of `line` that holds the code point at `offset`; "" between runs of characters."""
        first = offset
        while first and _RUN.match(line, first - 1):
            first -= 1
        run = _RUN.match(line, first)
        if run is None or offset >= run.end():
            return ""
        edges = self._of_run(run[0]) + b"\1"
        here = offset - first
        start = edges.rfind(1, 0, here + 1)
        return run[0][start : edges.find(1, here + 1)]

    def is_word(self, word: str) -> bool:
        """Tell whether jieba's dictionary has the simplified `word`."""
        return self._segmenter.frequency(word) > 0

    def _of_run(self, run: str) -> bytes:
        """Return a byte for each character of `run`: 1 where a word begins."""
        known = self._known.get(run)
        if known is None:
            starts = bytearray(len(run))
            for word in self._segmenter.words(run):
                starts[word.start] = 1
            if self._size > _MOST_KEPT:
                self._known.clear()
                self._size = 0
            self._size += len(run)
            known = self._known[run] = bytes(starts)
        return known


_the_cut = WordCut()


def the_cut() -> WordCut:
    """Return the one of the process."""
    return _the_cut
