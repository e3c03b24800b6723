"""The store: all are told of a state before what comes of it, and what is being typed is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color, new_annotation
from desktop.script import Script
from desktop.session import Goal, Notes, Pane
from desktop.session.store import Store
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session.state import State


@pytest.fixture
def store(qapp: object) -> Store:
    """Return a store with the state of a first start."""
    return Store()


def test_it_has_settled_when_all_have_heard_of_the_last_state(store: Store) -> None:
    heard: list[str] = []

    def act(_old: State, new: State) -> None:
        heard.append(f"first {new.pane.answer}")
        if new.pane.answer == 1:
            store.replace(panes=(Pane(2),))

    def behind(_old: State, new: State) -> None:
        heard.append(f"second {new.pane.answer}")

    def settled() -> None:
        heard.append(f"settled {store.state.pane.answer}")

    store.changed.connect(act)
    store.changed.connect(behind)
    store.settled.connect(settled)
    store.replace(panes=(Pane(1),))
    assert heard == ["first 1", "second 1", "first 2", "second 2", "settled 2"]


def test_a_whole_state_takes_the_place_of_the_one_it_was_made_from(store: Store) -> None:
    heard: list[tuple[State, State]] = []

    def hear(old: State, new: State) -> None:
        heard.append((old, new))

    store.changed.connect(hear)
    before = store.state
    made = replace(before, manner=before.manner.in_script(Script.SIMPLIFIED))
    store.update(lambda _: made)
    assert store.state is made
    assert heard == [(before, made)]


def test_another_active_annotation_is_meant_alone_unless_more_is_said(store: Store) -> None:
    now = datetime.now(UTC)
    one = new_annotation("讀書", "", Span(0, 2), Color.ROUGE, made_in="original", author="", answer=None, now=now)
    store.replace(notes=Notes({"a": one, "b": one}))
    store.update(lambda state: state.activating("a", passage=2, chosen=frozenset({"a", "b"})))
    store.replace_pane(replace(store.state.pane, goal=Goal(Span(0, 1))))
    assert (store.state.notes.passage, store.state.notes.chosen) == (2, {"a", "b"})
    store.update(lambda state: state.activating("b"))
    assert store.state.pane.goal is None
    assert (store.state.notes.passage, store.state.notes.chosen, store.state.notes.latest) == (0, frozenset(), "b")
    store.update(lambda state: state.activating(None))
    assert store.state.notes.latest == "b"
    store.update(lambda state: state.activating("gone"))
    assert store.state.notes.active is None


def test_what_is_being_typed_is_put_into_the_state_before_whoever_asks_goes_on(store: Store) -> None:
    def commit() -> None:
        store.replace(notes=replace(store.state.notes, editing="typed"))

    store.committing.connect(commit)
    store.commit_typing()
    assert store.state.notes.editing == "typed"
