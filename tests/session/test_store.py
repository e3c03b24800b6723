"""The store: all are told of a state before what comes of it, and what is being typed is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.script import Script
from desktop.session.store import Store

if TYPE_CHECKING:
    from desktop.session.state import State


@pytest.fixture
def store(qapp: object) -> Store:
    """Return a store with the state of a first start."""
    return Store()


def test_it_has_settled_when_all_have_heard_of_the_last_state(store: Store) -> None:
    heard: list[str] = []

    def act(_old: State, new: State) -> None:
        heard.append(f"first {new.answer}")
        if new.answer == 1:
            store.replace(answer=2)

    def behind(_old: State, new: State) -> None:
        heard.append(f"second {new.answer}")

    def settled() -> None:
        heard.append(f"settled {store.state.answer}")

    store.changed.connect(act)
    store.changed.connect(behind)
    store.settled.connect(settled)
    store.replace(answer=1)
    assert heard == ["first 1", "second 1", "first 2", "second 2", "settled 2"]


def test_a_whole_state_takes_the_place_of_the_one_it_was_made_from(store: Store) -> None:
    heard: list[tuple[State, State]] = []

    def hear(old: State, new: State) -> None:
        heard.append((old, new))

    store.changed.connect(hear)
    before = store.state
    made = replace(before, script=Script.SIMPLIFIED)
    store.put(made)
    assert store.state is made
    assert heard == [(before, made)]


def test_another_active_annotation_is_meant_alone_unless_more_is_said(store: Store) -> None:
    store.replace(active="a", passage=2, chosen=frozenset({"a", "b"}))
    assert (store.state.passage, store.state.chosen) == (2, {"a", "b"})
    store.replace(active="b")
    assert (store.state.passage, store.state.chosen, store.state.latest) == (0, frozenset(), "b")
    store.replace(active=None)
    assert store.state.latest == "b"


def test_what_is_being_typed_is_put_into_the_state_before_whoever_asks_goes_on(store: Store) -> None:
    def commit() -> None:
        store.replace(editing="typed")

    store.committing.connect(commit)
    store.commit_typing()
    assert store.state.editing == "typed"
