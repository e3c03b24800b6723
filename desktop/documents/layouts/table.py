"""The table of layouts by which a text can be a thread; a further one is a function and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.layouts.apart import set_apart
from desktop.documents.layouts.marked import marked
from desktop.documents.layouts.outline import Outline, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.documents.lines import Line

    Layout = Callable[[Sequence[Line]], Outline | None]


def undivided(lines: Sequence[Line]) -> Outline:
    """Return the outline of a text that names no authors: perhaps a title, and one answer."""
    return Outline(title_of(lines, ()), ())


LAYOUTS: tuple[Layout, ...] = (marked, set_apart, undivided)
"""The layouts, the surest evidence first; each returns None for a text that is not laid out its way."""


def outline_of(lines: Sequence[Line]) -> Outline:
    """Return the outline by the first layout that knows `lines`, of which there is at least one."""
    return next(outline for layout in LAYOUTS if (outline := layout(lines)) is not None)
