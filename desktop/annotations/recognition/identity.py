"""Which file of notes belongs to a document: by its text, by where it lies, or by its likeness to a text kept.

A file may be edited, moved, renamed and copied while we aren't looking. Its notes must come with it; but threads off
one template are alike as well, and a reader whose notes turn up in another thread has lost them twice. So only what
is beyond doubt is taken as known, and what is merely likely is for the reader to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.annotations.recognition.resemblance import compare, first_line, hashes_of
from desktop.documents import DocumentError, FileReason, open_document, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from desktop.annotations.recognition.catalogue import Catalogue, CatalogueEntry
    from desktop.documents import Document

# Shares of clauses, as `compare` weighs them. The tests of this module have the cases they were chosen by.
_PROMISING = 0.2
_SAME_PLACE_DOUBTFUL, _SAME_PLACE_CERTAIN, _CERTAIN_UNDER_ANY_TITLE = 0.1, 0.5, 0.8
_ELSEWHERE_DOUBTFUL, _ELSEWHERE_CERTAIN = 0.5, 0.9
_WEIGHED = 3
"""So many of the likeliest files are compared clause by clause: unpacking a text takes longer than its sketch."""


class Ground(StrEnum):
    """Why notes are thought to be on a document: its very TEXT was seen with them, or its PATH, or it is ALIKE."""

    TEXT = "text"
    PATH = "path"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class NotesMatch:
    """The file of notes `entry` that belongs to a document, on this `ground`; not `certain`, the reader is asked."""

    entry: CatalogueEntry
    ground: Ground
    certain: bool


def identify(
    document: Document,
    catalogue: Catalogue,
    declined: Collection[str] = (),
    has_gone_on: Callable[[CatalogueEntry, Document], bool] | None = None,
) -> NotesMatch | None:
    """Return the file of notes that belongs to `document`, the likeliest one where several may; None for none.

    `declined` are the names of those that the reader said are on other threads. The same text is certain, unless the
    notes have gone on with another file since, which is there too; of texts that differ, only one that lies where it
    lay, or one whose old place is empty, can be. `has_gone_on` stands in for `has_gone_on_elsewhere`, which reads
    that other file.
    """
    entries = [entry for entry in catalogue.entries() if entry.name not in declined]
    seen = [entry for entry in entries if document.sha256 in entry.versions]
    if seen:
        nearest = max(seen, key=lambda entry: _nearness(entry, document))
        return NotesMatch(nearest, Ground.TEXT, certain=not (has_gone_on or has_gone_on_elsewhere)(nearest, document))
    noted = [entry for entry in entries if entry.is_noted]
    here = [entry for entry in noted if _lay_at(entry, document)]
    return _in_the_same_place(here, document, catalogue) or _elsewhere(noted, document, catalogue)


def another(
    document: Document, catalogue: Catalogue, known: Collection[str], declined: Collection[str] = ()
) -> NotesMatch | None:
    """Return a file of notes that may be on `document` as well as that in use, none of those `known`; None for none.

    Two threads may have been noted apart and become one text: which file is found first says nothing of the other.
    Nor does a first note on a much changed text say that those on what it was are another thread's, unless they are
    `declined`. Taken together they are only when the reader says so, so it isn't called certain.
    """
    entries = [entry for entry in catalogue.entries() if entry.is_noted and entry.name not in known]
    seen = [entry for entry in entries if document.sha256 in entry.versions]
    if seen:
        return NotesMatch(max(seen, key=lambda entry: _nearness(entry, document)), Ground.TEXT, certain=False)
    here = [entry for entry in entries if _lay_at(entry, document)]
    found = _in_the_same_place(here, document, catalogue)
    if found is not None and not found.certain and found.entry.name in declined:
        found = _in_the_same_place((one for one in here if one.name not in declined), document, catalogue)
    return replace(found, certain=False) if found is not None else None


def is_about(beside: CatalogueEntry, document: Document, catalogue: Catalogue) -> bool:
    """Tell whether the file of notes `beside`, which lies beside `document` under its name, is about it.

    The name speaks for it, so it is unless the text has nothing in common with the one that the notes are on.
    """
    seen = document.sha256 in beside.versions
    return seen or not beside.is_noted or _in_the_same_place([beside], document, catalogue) is not None


def _nearness(entry: CatalogueEntry, document: Document) -> tuple[bool, bool, bool, bool, tuple[int, ...]]:
    """Return what chooses among several files on the very text: notes, then place, then the present text."""
    return bool(entry.notes), entry.is_noted, _lay_at(entry, document), entry.sha256 == document.sha256, entry.stamp


def _lay_at(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether the text of `entry` was where `document` is: in the same file, or in the same folder or zip.

    A folder's only thread has the folder's own path, until there is another one in it.
    """
    path = str(document.path)
    return path in entry.paths or any(place_of(Path(other))[0] == document.origin.path for other in entry.paths)


def may_have_gone_on_elsewhere(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether another file has the notes of `entry`, and `document` was never seen with them."""
    return bool(entry.is_noted and entry.paths) and not _lay_at(entry, document)


def has_gone_on_elsewhere(
    entry: CatalogueEntry, document: Document, read: Callable[[Path, str], Document] = open_document
) -> bool:
    """Tell whether a file with another text by now has the notes, and `document` was never seen with them.

    So it is with the original of a copy that was annotated and then edited: two files, each of which may be meant.
    The other one is read for that, however long it takes; `read` is what reads it.
    """
    if not may_have_gone_on_elsewhere(entry, document):
        return False
    try:
        return read(Path(entry.paths[-1]), document.encoding).sha256 != document.sha256
    except DocumentError as error:
        return error.reason is not FileReason.MISSING


def is_same_thread(old: str, document: Document) -> bool:
    """Tell whether `document`, which lies where a text `old` was, is beyond doubt a later version of it."""
    return compare(old, document.text).alike >= _certain_from(old, document)


def _certain_from(old: str, document: Document) -> float:
    return _SAME_PLACE_CERTAIN if _asks_the_same(old, document) else _CERTAIN_UNDER_ANY_TITLE


def _in_the_same_place(
    entries: Iterable[CatalogueEntry], document: Document, catalogue: Catalogue
) -> NotesMatch | None:
    """Return the file of notes on an earlier text of the document's own file, unless it was another thread's then."""
    best: tuple[float, NotesMatch] | None = None
    for entry in entries:
        old = catalogue.text(entry)
        alike = compare(old, document.text).alike
        certain = alike >= _certain_from(old, document)
        # Of a text that isn't kept we know a few passages: their absence is no proof of another thread.
        doubtful = alike >= _SAME_PLACE_DOUBTFUL or not entry.whole
        if (certain or doubtful) and (best is None or alike > best[0]):
            best = alike, NotesMatch(entry, Ground.PATH, certain=certain)
    return best[1] if best else None


def _elsewhere(entries: Iterable[CatalogueEntry], document: Document, catalogue: Catalogue) -> NotesMatch | None:
    """Return the file of notes whose text is most like the document's, if any is like it."""
    hashes = hashes_of(document.text) if entries else frozenset[int]()
    ranked = sorted(((entry.sketch.kept_in(hashes), entry) for entry in entries), key=lambda pair: -pair[0])
    promising = [entry for share, entry in ranked[:_WEIGHED] if share >= _PROMISING]
    weighed = [(entry, catalogue.text(entry)) for entry in promising]
    found = [(compare(old, document.text), entry, old) for entry, old in weighed]
    likely = [one for one in found if one[0].alike >= _ELSEWHERE_DOUBTFUL]
    if not likely:
        return None
    comparison, entry, old = max(likely, key=lambda one: one[0].resemblance)
    surely = comparison.resemblance >= _ELSEWHERE_CERTAIN and _asks_the_same(old, document)
    certain = surely and len(likely) == 1 and entry.whole and _is_gone(entry)
    return NotesMatch(entry, Ground.ALIKE, certain=certain)


def _asks_the_same(old: str, document: Document) -> bool:
    return first_line(old) == first_line(document.text) != ""


def _is_gone(entry: CatalogueEntry) -> bool:
    """Tell whether nothing lies in any of the places where the text of `entry` was: a copy leaves one there.

    Where the system doesn't say, something may.
    """
    try:
        return not any(Path(path).exists() for path in entry.paths)
    except OSError:
        return False
