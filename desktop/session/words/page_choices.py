"""The choices on the pages: at once where a page is short, else from a worker, and kept by paragraph.

What settles a choice takes 16 ms for 1000 code points in traditional script. A correction changes what is kept of the
paragraphs that its words stand in, and of no other.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from desktop.script import joined
from desktop.script.corrections import Corrections
from desktop.script.tables.correcting import correction_finder
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from desktop.script import AlignedText, Choice, Conversion
    from desktop.session.words.projection import PageText
    from desktop.session.work.worker import Worker
    from desktop.text import Span

log = logging.getLogger(__name__)

_AT_ONCE = 2_000
"""Code points whose choices are found while the reader waits, 30 ms."""
_KEPT = 400_000
"""Code points whose choices are kept: those of the few longest answers that are gone to and fro between."""


class _Paragraph(NamedTuple):
    """A paragraph of a page, from source offset `start` on, and what its choices are known by: `base` and `key`.

    `lines` has it on one line; `base` is what shows it, without the corrections that stand nowhere in it.
    """

    start: int
    lines: AlignedText
    conversion: Conversion
    base: Conversion
    key: Hashable


class PageChoices(QObject):
    """Finds the choices on pages; those of long ones on `worker`, without which all are found at once."""

    found = Signal()
    """Emitted when the choices of a long page are known."""

    def __init__(self, parent: QObject, worker: Worker | None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, worker) if worker is not None else None
        self._pages: WeakKeyDictionary[PageText, tuple[Choice, ...]] = WeakKeyDictionary()
        self._sought: dict[int, PageText] = {}
        self._known: dict[Conversion, dict[Hashable, tuple[Choice, ...]]] = {}
        self._size = 0
        if self._tasks is not None:
            self._tasks.failed.connect(_log_failure)

    def of(self, page: PageText, conversions: Sequence[Conversion], pane: int) -> tuple[Choice, ...] | None:
        """Return the choices of `page`, seen in `pane`, whose paragraphs the `conversions` show, in text order.

        None where they are being looked for: `found` tells when they are known. Raises DictionaryError.
        """
        if page in self._pages:
            return self._pages[page]
        if self._sought.get(pane) is page:
            return None
        paragraphs = [*_paragraphs(page, conversions)]
        lacking = [one for one in paragraphs if one.key not in self._known.get(one.base, {})]
        if self._tasks is not None and sum(len(one.lines.text) for one in lacking) > _AT_ONCE:
            self._sought[pane] = page
            work = partial(_find, lacking, self._tasks.pause)
            self._tasks.start(
                f"choices in pane {pane}", work, partial(self._on_found, page, paragraphs, lacking, pane)
            )
            return None
        return self._take(page, paragraphs, lacking, _find(lacking))

    def _on_found(
        self,
        page: PageText,
        paragraphs: Sequence[_Paragraph],
        lacking: Sequence[_Paragraph],
        pane: int,
        new: Sequence[tuple[Choice, ...]],
    ) -> None:
        self._sought.pop(pane, None)
        self._take(page, paragraphs, lacking, new)
        self.found.emit()

    def _take(
        self,
        page: PageText,
        paragraphs: Sequence[_Paragraph],
        lacking: Sequence[_Paragraph],
        new: Sequence[tuple[Choice, ...]],
    ) -> tuple[Choice, ...]:
        """Keep the `new` choices of the paragraphs that were `lacking`, and return those of the whole `page`."""
        fresh = {(one.base, one.key): choices for one, choices in zip(lacking, new, strict=True)}
        self._pages[page] = tuple(
            choice
            for one in paragraphs
            for choice in fresh.get((one.base, one.key)) or self._known.get(one.base, {}).get(one.key, ())
        )
        self._size += sum(len(one.lines.text) for one in lacking)
        if self._size > _KEPT:
            self._size = 0
            self._known.clear()
        for (base, key), choices in fresh.items():
            self._known.setdefault(base, {})[key] = choices
        return self._pages[page]

    def stop(self) -> None:
        """Find nothing from now on."""
        if self._tasks is not None:
            self._tasks.close()


def _paragraphs(page: PageText, conversions: Sequence[Conversion]) -> Iterator[_Paragraph]:
    bare: dict[int, Conversion] = {}
    for (start, aligned), conversion in zip(page.aligned_paragraphs(), conversions, strict=True):
        base = bare.get(id(conversion)) or bare.setdefault(id(conversion), _without_corrections(conversion))
        lines = joined(aligned.source)
        key = start, lines.text, aligned.text, _corrected(lines.text, conversion)
        yield _Paragraph(start, lines, conversion, base, key)


def _without_corrections(conversion: Conversion) -> Conversion:
    none = Corrections()
    return replace(
        conversion, corrections=none, other=conversion.other and replace(conversion.other, corrections=none)
    )


def _corrected(line: str, conversion: Conversion) -> tuple[Span, ...]:
    """Return where corrections stand in `line`, as it is shown by `conversion`."""
    corrections = conversion.corrections.for_script(conversion.script)
    return tuple(correction_finder(corrections).places(line)) if corrections else ()


def _find(paragraphs: Iterable[_Paragraph], pause: Callable[[], None] | None = None) -> list[tuple[Choice, ...]]:
    """Return the choices of each of the `paragraphs`, in the source. With `pause`, on a worker."""
    if pause is None:
        return [tuple(_in_source(one)) for one in paragraphs]
    found: list[tuple[Choice, ...]] = []
    with giving_way():
        for one in paragraphs:
            pause()
            found.append(tuple(_in_source(one)))
    return found


def _in_source(paragraph: _Paragraph) -> Iterator[Choice]:
    lines, start = paragraph.lines, paragraph.start
    for choice in paragraph.conversion.choices(lines.text):
        yield replace(choice, span=lines.to_source(choice.span).shifted(start))


def _log_failure(slot: str, error: object) -> None:
    log.error("finding %s failed", slot, exc_info=error if isinstance(error, Exception) else None)
