"""Two versions of one note: found, gone between, and settled in one step that can be taken back."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import create
from desktop.session import Notes
from desktop.session.notes.versions import has_conflicts, in_conflict, versions
from desktop.session.state import State
from tests.annotations.exchange.parcels import by_id, note_on
from tests.session.reader import highlight, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.annotations import Annotation
    from desktop.session import Session

OTHER, THIRD = "urn:uuid:other", "urn:uuid:third"


@pytest.fixture
def ours(session: Session) -> str:
    """Return a note of ours, active, of which another machine has made another version."""
    ours = highlight(session, "反而忘了讀書")
    session.annotations.rewrite(ours, "這裏寫的", ())
    write_elsewhere(session, ours)
    session.annotations.activate(ours)
    return ours


def write_elsewhere(session: Session, name: str, key: str = OTHER) -> None:
    """Add a version of the note `name` that was written elsewhere."""
    theirs = replace(session.state.notes.annotations[name], id=key, note="別處寫的", conflicts_with=name)
    session.edits.push((create(theirs),))


def kept(session: Session) -> dict[str, tuple[str, str]]:
    """Return the note of each annotation by id, and what it is a version of."""
    return {key: (one.note, one.conflicts_with) for key, one in session.state.notes.annotations.items()}


def ids(session: Session) -> list[str]:
    return [one.id for one in versions(session.state)]


def test_the_versions_of_a_note_are_found_from_each_of_them_the_original_first(session: Session, ours: str) -> None:
    assert ids(session) == [ours, OTHER]
    session.annotations.activate(OTHER)
    assert ids(session) == [ours, OTHER]
    session.annotations.activate(None)
    assert (ids(session), in_conflict(session.state)) == ([], (ours,))


def test_a_note_whose_other_version_is_gone_is_in_conflict_with_nobody(session: Session, ours: str) -> None:
    session.annotations.delete(ours)
    session.annotations.activate(OTHER)
    assert (ids(session), has_conflicts(session.state)) == ([], False)
    session.history.undo()
    assert has_conflicts(session.state)


def test_going_from_version_to_version_comes_round(session: Session, ours: str) -> None:
    write_elsewhere(session, OTHER, THIRD)
    visited: list[str | None] = []
    for _ in range(3):
        session.annotations.versions.visit_other()
        visited.append(session.state.notes.active)
    assert visited == [OTHER, THIRD, ours]


def test_the_notes_in_several_versions_are_visited_in_text_order_and_round(session: Session, ours: str) -> None:
    earlier = highlight(session, "無數的答案")
    write_elsewhere(session, earlier, THIRD)
    highlight(session, "不是為了筆記")
    session.annotations.activate(None)
    visited: list[str | None] = []
    for _ in range(3):
        session.annotations.versions.visit_next()
        visited.append(session.state.notes.active)
    first, second = sorted(
        [ours, earlier], key=lambda key: session.state.notes.annotations[key].passages[0].anchor.span
    )
    assert visited == [first, second, first]


def test_this_version_is_kept_alone_in_one_step(session: Session, ours: str) -> None:
    before = kept(session)
    session.annotations.versions.keep_this()
    assert (kept(session), session.state.notes.active) == ({ours: ("這裏寫的", "")}, ours)
    assert said(session) == "version-kept"
    session.history.undo()
    assert (kept(session), said(session)) == (before, "step-note-back")


def test_a_copy_that_is_kept_is_a_copy_of_nothing(session: Session, ours: str) -> None:
    before = kept(session)
    session.annotations.versions.keep_other()
    assert (kept(session), session.state.notes.active) == ({OTHER: ("別處寫的", "")}, OTHER)
    session.history.undo()
    assert kept(session) == before


def test_both_are_kept_as_notes_that_have_nothing_to_do_with_each_other(session: Session, ours: str) -> None:
    before = kept(session)
    session.annotations.versions.keep_all()
    assert kept(session) == {ours: ("這裏寫的", ""), OTHER: ("別處寫的", "")}
    assert (ids(session), said(session)) == ([], "versions-parted")
    session.history.undo()
    assert kept(session) == before


def test_of_three_versions_none_is_the_other_and_all_but_one_can_be_left_out(session: Session, ours: str) -> None:
    write_elsewhere(session, ours, THIRD)
    session.annotations.activate(THIRD)
    session.annotations.versions.keep_other()
    assert kept(session).keys() == {ours, OTHER, THIRD}
    session.annotations.versions.keep_this()
    assert kept(session) == {THIRD: ("別處寫的", "")}


def test_what_is_being_typed_is_in_the_version_that_is_kept(session: Session, ours: str) -> None:
    session.store.committing.connect(lambda: session.annotations.rewrite(ours, "這裏寫的,還有", ()))
    session.annotations.versions.keep_this()
    assert kept(session) == {ours: ("這裏寫的,還有", "")}


def test_nothing_happens_without_a_conflict_and_where_notes_cannot_be_changed(session: Session, ours: str) -> None:
    settling = session.annotations.versions
    before = kept(session)
    session.replace(notes=replace(session.state.notes, read_only=True))
    for settle in (settling.keep_this, settling.keep_other, settling.keep_all):
        settle()
    assert (kept(session), said(session)) == (before, "annotations-read-only")
    session.replace(notes=replace(session.state.notes.with_active(None), read_only=False))
    for settle in (settling.keep_this, settling.keep_other, settling.keep_all, settling.visit_other):
        settle()
    assert (kept(session), session.state.notes.active) == (before, None)


def test_what_was_settled_stays_so_after_the_next_start(
    start: Callable[[], Session], session: Session, ours: str, thread: Path
) -> None:
    session.annotations.versions.keep_other()
    assert session.close() is None
    again = start()
    again.shelf.open(thread)
    assert kept(again) == {OTHER: ("別處寫的", "")}


# -- which are versions of each other ---------------------------------------------------------------------------


def copies(of: list[int]) -> dict[str, Annotation]:
    """Return notes, each of which names the one at its place in `of`: perhaps itself, perhaps none that is there."""
    note = note_on("戰略家")
    names = [f"urn:uuid:{number}" for number in range(len(of))]
    named = zip(names, of, strict=True)
    return by_id(*(replace(note, id=name, conflicts_with=f"urn:uuid:{other}") for name, other in named))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 12), max_size=10))
def test_versions_are_what_can_be_reached_by_names(of: list[int]) -> None:
    notes = copies(of)
    reached = {name: {name} for name in notes}
    for _ in notes:
        for name, note in notes.items():
            if note.conflicts_with in notes:
                both = reached[name] | reached[note.conflicts_with]
                for each in both:
                    reached[each] = reached[each] | both
    for name, expected in reached.items():
        state = State(notes=Notes(MappingProxyType(notes), active=name))
        found = {one.id for one in versions(state)}
        assert found == (expected if len(expected) > 1 else set())


def test_ten_thousand_copies_of_one_note_are_told_at_once() -> None:
    state = State(notes=Notes(MappingProxyType(copies([0] * 10_000)), active="urn:uuid:7"))
    before = time.perf_counter()
    assert len(versions(state)) == 10_000
    assert time.perf_counter() - before < 1
