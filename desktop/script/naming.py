"""The front door to names: a thread's simplified text and its authors in, its names out, for `convert` to keep to.

And, for a reader who wants to see them, where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.edition import Edition
from desktop.script.names.decided import NO_NAMES, Names
from desktop.script.names.listing import NameLister
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


def name_lister(names: Names, callings: Iterable[str] = ()) -> NameLister:
    """Return what tells where names stand in lines of a thread with these `names`, whose authors are called so.

    Raises DictionaryError.
    """
    tables = tables_of("s2tw", Edition.BAIJIA)
    assert tables.cut is not None  # noqa: S101 (our own edition has one)
    return NameLister(names, callings, tables.cut.edges, tables.lexicon)
