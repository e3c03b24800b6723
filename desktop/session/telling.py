"""What there is to say to the reader about the notes on a document that is opened."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.annotations import Reason as StoreReason
from desktop.annotations.recognition.identity import Ground
from desktop.annotations.storage.naming import beside_path
from desktop.session.state import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Loaded, Placement
    from desktop.annotations.recognition.catalogue import Entry
    from desktop.annotations.recognition.identity import Match
    from desktop.documents import Document

log = logging.getLogger(__name__)


def troubles(document: Document, loaded: Loaded) -> Notice | None:
    """Return what there is to say about the file of notes, the last of several; the log has them all."""
    said: Notice | None = None
    for notice in loaded.notices:
        log.info("annotations of %s: %s", document.path.name, notice)
        if notice.reason is StoreReason.BEHIND and notice.path == beside_path(document.path):
            continue  # a program that syncs brought an older one back: nothing was cut short
        details = {"name": document.path.name, "file": str(notice.path)}
        said = Notice(f"annotations-{notice.reason.value}", NoticeKind.PROBLEM, details)
    return said


def named(document: Document) -> dict[str, str]:
    """Return the details of a notice that names the document."""
    return {"name": document.path.name}


def told_of_match(
    document: Document, match: Match | None, placements: Mapping[str, Placement], *, also: bool = False
) -> Notice | None:
    """Return what there is to say about whose notes these are; `also` of those of a second file."""
    if match is None or not match.entry.notes:
        return None
    if match.certain:
        return None if match.entry.sha256 == document.sha256 else told_of_change(document, placements)
    details = {"name": document.path.name, "count": str(match.entry.notes)}
    offers = ("annotations.adopt", "annotations.part")
    if also:
        return Notice("notes-also", NoticeKind.QUESTION, details, offers)
    if match.ground is Ground.PATH:
        return Notice("notes-doubtful", NoticeKind.QUESTION, details, offers)
    details["other"] = _name_beside(match.entry, document)
    return Notice("notes-likely", NoticeKind.QUESTION, details, offers)


def _name_beside(entry: Entry, document: Document) -> str:
    """Return the name of the file that the notes are on; its whole path where the name is the document's own."""
    path = Path(entry.paths[-1]) if entry.paths else Path(entry.name)
    return str(path) if path.name == document.path.name else path.name


def told_of_change(document: Document, placements: Mapping[str, Placement]) -> Notice | None:
    """Return how many notes were found in a text that has changed, and how many are for the reader to place."""
    unsure = sum(any(each.span is None for each in (one, *one.also)) for one in placements.values())
    details = {"name": document.path.name, "found": str(len(placements) - unsure), "unsure": str(unsure)}
    if unsure:
        return Notice("notes-unplaced", NoticeKind.QUESTION, details, ("annotate.unplaced",))
    return Notice("notes-found", NoticeKind.NEWS, details) if placements else None
