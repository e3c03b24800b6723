"""Loading, after the first paint, what the reader's first keys need: modules, and words that are one to a search.

They are left out before, since a start has to wait for each of them. A key would have to wait as well, on the main
thread and for some milliseconds more than a frame takes; on a worker nobody does.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.keywords import Concepts

WANTED = (
    "desktop.script.converter",  # a flip of the script
    "desktop.script.guard",
    "desktop.script.tables.cache",
    "desktop.script.stretches",
    "desktop.session.notes.annotations",  # a mark, a note, and what saves it
    "desktop.session.notes.edits",
    "desktop.annotations.edits",
    "desktop.session.files.locations",
    "desktop.session.files.saving",
    "desktop.session.files.similar",
    "desktop.keywords.finding",  # a search
    "desktop.session.words.corpus",
    "desktop.keywords.contexts",  # a concordance
    "desktop.session.searching.listing",
    "desktop.script.joints",
    "desktop.script.regional",
    "desktop.script.explanation",  # a word that is asked about
    "desktop.script.choices",
    "desktop.session.words.page_choices",
    "desktop.session.history",  # a step back
    "desktop.session.panes",
    "desktop.session.own.owning",  # what the reader makes of words
    "desktop.session.authors",  # how authors are listed
    "desktop.session.authorship",
    "desktop.session.measures",
    "desktop.session.renewal.differences",  # what was changed in an answer, and one that is gone
    "desktop.session.renewal.visiting",
)
"""What is loaded, with all that it imports itself, the most likely first."""


def warm(pause: Callable[[], None], concepts: Callable[[], Concepts]) -> None:
    """Import what is `WANTED`, and read the `concepts`; `pause` is called before each and may raise.

    For a worker.
    """
    with giving_way():
        for name in WANTED:
            pause()
            import_module(name)
        pause()
        _read(concepts)


def _read(concepts: Callable[[], Concepts]) -> None:
    """Have the words ready that are one to a search and to a light, which takes 30 ms."""
    from desktop.script import DictionaryError

    with suppress(DictionaryError):  # of which the reader is told when it is needed
        concepts().forms("百家")
