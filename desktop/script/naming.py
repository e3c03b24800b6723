"""The front door to names: a thread's simplified text and its authors in, its names out, for `convert` to keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.edition import Edition
from desktop.script.names.decided import NO_NAMES, Names
from desktop.script.names.thread import names_in
from desktop.script.tables.loading import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_names(text: str, authors: Iterable[str] = ()) -> Names:
    """Return the names of a thread whose simplified `text` is by `authors`, whose names are simplified too.

    Takes as long as a first conversion of the text, and loads what that needs. Raises DictionaryError.
    """
    tables = tables_of("s2tw", Edition.BAIJIA)
    if tables.cut is None:
        return NO_NAMES
    return names_in(text.split("\n"), authors, tables.cut.edges, tables.lexicon)
