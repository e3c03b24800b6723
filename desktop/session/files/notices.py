"""Notices on what was opened: its file of notes, what became of the notes, what was passed over beside it."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.annotations import StoreReason
from desktop.annotations.anchoring.anchors import PlacementState
from desktop.annotations.recognition.identity import Ground
from desktop.paths import beside_path
from desktop.session.notes.versions import in_conflict
from desktop.session.state import Notice, NoticeKind
from desktop.session.step_log import UNDO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations import Loaded, Placement, Placements
    from desktop.annotations.recognition.catalogue import CatalogueEntry
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.annotations.storage.notices import StoreNotice
    from desktop.documents import Document
    from desktop.session.state import State

log = logging.getLogger(__name__)


def is_missed(loaded: Loaded) -> bool:
    """Tell whether the file of notes was looked for where it isn't, and its second copy stood in."""
    return any(notice.reason is StoreReason.VANISHED for notice in loaded.notices)


def trouble_notice(document: Document, loaded: Loaded, *, elsewhere: bool) -> Notice | None:
    """Return what there is to say about the file of notes, the last of several; the log has them all.

    One that isn't where it was looked for, but lies `elsewhere`, is not gone.
    """
    said: Notice | None = None
    for notice in loaded.notices:
        log.info("annotations of %s: %s", document.path.name, notice)
        if notice.reason is StoreReason.BEHIND and notice.path == beside_path(document.path):
            continue  # a program that syncs brought an older one back: nothing was cut short
        if notice.reason is StoreReason.VANISHED and elsewhere:
            continue
        said = _trouble(document, notice, recovered=not loaded.is_blank)
    return said


def _trouble(document: Document, notice: StoreNotice, *, recovered: bool) -> Notice:
    """Return what there is to say of one file; `recovered`: the notes are here all the same."""
    details = details_of(document) | {"file": str(notice.path)}
    if notice.aside is not None:
        details["file"] = notice.aside.name
        if not recovered:
            return Notice("annotations-unrecovered", NoticeKind.PROBLEM, details)
    if notice.moment is not None:
        details["time"] = f"{notice.moment.astimezone():%Y-%m-%d %H:%M}"
    return Notice(f"annotations-{notice.reason.value}", NoticeKind.PROBLEM, details)


def details_of(document: Document) -> dict[str, str]:
    """Return the details of a notice that names the document."""
    return {"name": document.path.name}


def match_notice(
    document: Document, match: NotesMatch | None, placements: Placements, *, also: bool = False
) -> Notice | None:
    """Return what there is to say about whose notes these are; `also` of those of a second file."""
    if match is None or not match.entry.is_noted:
        return None
    if match.certain:
        return None if match.entry.sha256 == document.sha256 else change_notice(document, placements)
    if not match.entry.notes:
        return _names_notice(document, match, also=also)
    details = {"name": document.path.name, "count": str(match.entry.notes)}
    offers = ("annotations.adopt", "annotations.part")
    if also:
        return Notice("notes-also", NoticeKind.QUESTION, details, offers)
    if match.ground is Ground.PATH:
        return Notice("notes-doubtful", NoticeKind.QUESTION, details, offers)
    details["other"] = _name_beside(match.entry, document)
    return Notice("notes-likely", NoticeKind.QUESTION, details, offers)


def _names_notice(document: Document, match: NotesMatch, *, also: bool) -> Notice:
    """Return what there is to ask about a file that has names set by hand, and no notes."""
    details = {"name": document.path.name, "count": str(match.entry.named)}
    offers = ("annotations.adopt", "annotations.part")
    if also:
        return Notice("names-also", NoticeKind.QUESTION, details, offers)
    if match.ground is Ground.PATH:
        return Notice("names-doubtful", NoticeKind.QUESTION, details, offers)
    details["other"] = _name_beside(match.entry, document)
    return Notice("names-likely", NoticeKind.QUESTION, details, offers)


def copy_notice(document: Document, match: NotesMatch, placements: Placements, *, named: int) -> Notice | None:
    """Return what there is to say of notes copied from the thread of `match`, which stand at `placements` here.

    Where there were none, of how many lines it is said here now whether they are names: `named`.
    """
    if not placements and named:
        details = {"other": _name_beside(match.entry, document), "count": str(named)}
        return Notice("names-copied", NoticeKind.NEWS, details, (UNDO,))
    if not placements:
        return None
    unplaced = sum(_worst(one) is not PlacementState.EXACT for one in placements.values())
    details = {"other": _name_beside(match.entry, document), "count": str(len(placements)), "unplaced": str(unplaced)}
    if unplaced:
        return Notice("notes-copied-unplaced", NoticeKind.QUESTION, details, ("annotate.unplaced", UNDO))
    return Notice("notes-copied", NoticeKind.NEWS, details, (UNDO,))


def _name_beside(entry: CatalogueEntry, document: Document) -> str:
    """Return the name of the file that the notes are on; its whole path where the name is the document's own."""
    path = Path(entry.paths[-1]) if entry.paths else Path(entry.name)
    return str(path) if path.name == document.path.name else path.name


def change_notice(document: Document, placements: Placements) -> Notice | None:
    """Return how many notes were found in a text that has changed, and how many are for the reader to place."""
    told = Counter(map(_worst, placements.values()))
    lost, unsure = told[PlacementState.LOST], told[PlacementState.UNCERTAIN]
    details = details_of(document) | {
        "found": str(len(placements) - lost - unsure),
        "unsure": str(unsure),
        "lost": str(lost),
    }
    offers = ("annotate.unplaced",)
    if lost and unsure:
        return Notice("notes-unplaced", NoticeKind.QUESTION, details, offers)
    if lost:
        return Notice("notes-lost", NoticeKind.QUESTION, details, offers)
    if unsure:
        return Notice("notes-unsure", NoticeKind.QUESTION, details, offers)
    return Notice("notes-found", NoticeKind.NEWS, details) if placements else None


def _worst(placements: Iterable[Placement]) -> PlacementState:
    """Return the state of an annotation: what can be chosen for any of its passages before what is lost."""
    states = {each.state for each in placements if each.span is None}
    if PlacementState.UNCERTAIN in states:
        return PlacementState.UNCERTAIN
    return PlacementState.LOST if states else PlacementState.EXACT


def joined_notice(document: Document, state: State) -> Notice:
    """Return what there is to say of notes that were changed elsewhere too, and are now, joined, in `state`."""
    several = len(in_conflict(state))
    if not several:
        return Notice("notes-joined", NoticeKind.NEWS, details_of(document))
    details = details_of(document) | {"count": str(several)}
    return Notice("notes-in-versions", NoticeKind.QUESTION, details, ("versions.next",))


def reading_notice(document: Document) -> Notice:
    """Return how many characters of `document` could not be read, or else how many files beside it."""
    if not document.unreadable:
        return _skipped_notice(document)
    details = {"name": document.path.name, "count": str(document.unreadable)}
    return Notice("characters-unreadable", NoticeKind.QUESTION, details)


def _skipped_notice(document: Document) -> Notice:
    """Return how many files of the folder or zip that `document` is in were passed over, and why."""
    unreadable, too_large, others = skipped = document.skipped
    details = {"name": document.origin.path.name, "count": str(sum(skipped))}
    if sum(skipped) == unreadable:
        return Notice("skipped-unreadable", NoticeKind.NEWS, details)
    if sum(skipped) == too_large:
        return Notice("skipped-large", NoticeKind.NEWS, details)
    if sum(skipped) == others:
        return Notice("skipped-others", NoticeKind.NEWS, details)
    details |= {"unreadable": str(unreadable), "large": str(too_large), "others": str(others)}
    return Notice("skipped-several", NoticeKind.NEWS, details)
