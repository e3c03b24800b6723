"""Edits are changes, and changes can be undone."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.annotations import (
    Annotation,
    Change,
    Color,
    apply_changes,
    create,
    delete,
    edit_note,
    new_annotation,
    recolour,
    retag,
)
from desktop.text import Span
from tests.annotations.samples import LATER, NOON, SHA, TEXT, sample

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

Edit = Callable[[Annotation], Change]
EDITS: dict[str, Edit] = {
    "recolour": lambda one: recolour(one, Color.INDIGO, LATER),
    "retag": lambda one: retag(one, ("甲", "乙"), LATER),
    "note": lambda one: edit_note(one, "存疑", LATER),
}
SAME: dict[str, Edit] = {
    "recolour": lambda one: recolour(one, one.color, LATER),
    "retag": lambda one: retag(one, one.tags, LATER),
    "note": lambda one: edit_note(one, one.note, LATER),
}


def marked(span: Span, now: datetime = NOON) -> Annotation:
    tags = (" 甲 ", "", "乙", "甲")
    return new_annotation(
        TEXT, SHA, span, Color.GAMBOGE, note="存疑", tags=tags, made_in="s2tw", author="某甲", answer=2, now=now
    )


def test_a_new_annotation_says_what_it_was_given() -> None:
    one = marked(Span(4, 6))
    assert one.id.startswith("urn:uuid:")
    assert (one.passages[0].anchor.exact, one.passages[0].anchor.sha256, one.color) == ("內存", SHA, Color.GAMBOGE)
    assert (one.note, one.tags, one.passages[0].made_in) == ("存疑", ("甲", "乙"), "s2tw")
    assert (one.passages[0].author, one.passages[0].answer, one.created, one.modified) == ("某甲", 2, NOON, NOON)


def test_two_new_annotations_have_two_ids() -> None:
    assert marked(Span(4, 6)).id != marked(Span(4, 6)).id


def test_a_new_annotation_needs_words_and_a_time_zone() -> None:
    with pytest.raises(ValueError, match="no words"):
        marked(Span(4, 4))
    with pytest.raises(ValueError, match="time zone"):
        marked(Span(4, 6), NOON.replace(tzinfo=None))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_sets_the_time_and_nothing_else_besides(edit: Edit) -> None:
    change = edit(sample(1))
    assert change.before == sample(1)
    assert change.after is not None
    assert change.after.modified == LATER
    assert (change.after.id, change.after.created) == (sample(1).id, NOON)
    assert change.after.passages[0].anchor == sample(1).passages[0].anchor


@pytest.mark.parametrize("edit", SAME.values(), ids=SAME)
def test_an_edit_that_changes_nothing_keeps_the_time(edit: Edit) -> None:
    assert edit(sample(1)) == Change(sample(1), sample(1))


def test_a_change_is_refused_where_things_are_not_as_it_says() -> None:
    for change in (delete(sample(1)), Change(sample(1), sample(1, "新"))):
        with pytest.raises(ValueError, match="not what the change expects"):
            apply_changes({}, (change,))
    with pytest.raises(ValueError, match="not what the change expects"):
        apply_changes({sample(1).id: sample(1)}, (create(sample(1)),))


class History(RuleBasedStateMachine):
    """Edits mixed with undo and redo, against snapshots of every state that there was."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Mapping[str, Annotation] = MappingProxyType({})
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.states: list[Mapping[str, Annotation]] = [self.now]

    def do(self, change: Change) -> None:
        self.now = apply_changes(self.now, (change,))
        del self.states[len(self.done) + 1 :]
        self.done.append(change)
        self.undone.clear()
        self.states.append(self.now)

    @rule(number=st.integers(0, 4))
    def create_or_delete(self, number: int) -> None:
        there = self.now.get(sample(number).id)
        self.do(delete(there) if there else create(sample(number)))

    @precondition(lambda self: self.now)
    @rule(edit=st.sampled_from(list(EDITS.values())), data=st.data())
    def edit(self, edit: Edit, data: st.DataObject) -> None:
        self.do(edit(data.draw(st.sampled_from(list(self.now.values())))))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.undone.append(self.done.pop())
        self.now = apply_changes(self.now, (self.undone[-1].inverse,))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self.undone.pop())
        self.now = apply_changes(self.now, (self.done[-1],))

    @invariant()
    def it_is_as_it_was_after_as_many_changes(self) -> None:
        assert self.now == self.states[len(self.done)]

    @invariant()
    def undoing_everything_and_redoing_it_is_nothing(self) -> None:
        start = apply_changes(self.now, tuple(change.inverse for change in reversed(self.done)))
        assert not start
        assert apply_changes(start, tuple(self.done)) == self.now


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
