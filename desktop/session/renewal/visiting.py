"""Going to an earlier version of the open thread, for an answer that is gone, and back: functions of the state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.comparison.matching import AnswerChange
from desktop.comparison.renewal import Renewal
from desktop.session.changes import Changes
from desktop.session.listing import Listing
from desktop.session.state import Notice, NoticeKind

if TYPE_CHECKING:
    from desktop.annotations import Placements
    from desktop.comparison.renewal import GoneAnswer
    from desktop.documents import Document
    from desktop.script import SourceScript
    from desktop.session.pane import Pane
    from desktop.session.state import Lighting, State


def visiting(
    state: State,
    version: Document,
    gone: GoneAnswer,
    pane: Pane,
    read: frozenset[int],
    source: SourceScript,
    placements: Placements,
    lighting: Lighting,
) -> State:
    """Return `state` with the `version` that has the answer `gone` in the place of the open thread.

    `pane` has that answer; `read`, `source`, `lighting` and the notes' `placements` are the version's.
    """
    here = (version.answer_at(one.start) for one in state.changes.gone if one.sha256 == gone.sha256)
    kinds = {answer: AnswerChange.GONE for answer in here if answer is not None}
    renewal = Renewal(gone.sha256, gone.read, kinds)
    notes = state.notes.with_records(state.notes.annotations, placements).with_active(None)
    details = {"name": gone.author, "time": f"{gone.read.astimezone():%Y-%m-%d}"}
    return replace(
        state,
        document=version,
        manner=replace(state.focused_manner, source_script=source),
        panes=(pane,),
        focus=0,
        awaited=None,
        read=read,
        listing=Listing(state.listing.order, state.listing.apart),
        notes=replace(notes, editing=None, read_only=True, similar=None),
        lights=lighting,
        search=None,
        concordance=None,
        changes=Changes(renewal, told=True, visit=gone),
        notice=Notice("changes-visit", NoticeKind.QUESTION, details),
    )


def back_from_visit(
    state: State, present: State, source: SourceScript, placements: Placements, lighting: Lighting
) -> State:
    """Return `state` with the open thread shown again as it was at `present`, its notes at `placements` now.

    What the reader did on the visit that is about the thread as well goes with it: `source`, what it is written in,
    and the lights, which are `lighting` in it.
    """
    if state.notes.annotations is present.notes.annotations:
        notes = present.notes
    else:  # others have written some meanwhile
        notes = present.notes.with_records(state.notes.annotations, placements)
    notes = replace(notes, names=state.notes.names)
    about_changes = [one is None or one.code.startswith("changes-") for one in (state.notice, present.notice)]
    before = None if about_changes[1] else present.notice
    notice = before if about_changes[0] else state.notice
    return replace(
        state,
        document=present.document,
        manner=replace(state.focused_manner, source_script=source, names=present.manner.names),
        panes=present.panes,
        focus=present.focus,
        awaited=present.awaited,
        read=present.read,
        listing=present.listing,
        notes=notes,
        lights=replace(lighting, keywords=present.lights.keywords),
        search=present.search,
        concordance=present.concordance,
        changes=present.changes,
        notice=notice,
    )
