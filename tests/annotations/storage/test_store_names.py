"""What a reader said of names is kept in the file of notes, and whoever writes there loses nothing of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import dump_page, parse_page
from desktop.annotations.form.names import NAMES
from desktop.annotations.form.page import new_page
from desktop.annotations.form.source import Source
from desktop.documents.chosen_names import NameChoice, NameChoices, choices_joined
from tests.annotations.machines import Machine, partner_of
from tests.annotations.samples import samples
from tests.annotations.stores import edit_json, reloaded

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations import AnnotationStore

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def said(name: str, form: str, hour: int = 0) -> NameChoices:
    """Return that `name` is written as `form`, or is none where that is "", so many hours after noon."""
    return (NameChoice(name, form, bool(form), NOON + timedelta(hours=hour)),)


def test_what_was_said_is_loaded_from_two_equal_files(store: AnnotationStore) -> None:
    store.save({}, names=said("钟文", "鐘文"))
    assert reloaded(store).names == said("钟文", "鐘文")
    assert store.path.read_bytes() == store.mirror.read_bytes()


def test_a_save_that_says_nothing_of_names_forgets_nothing(store: AnnotationStore) -> None:
    store.save({}, names=said("钟文", "鐘文"))
    store.save(samples(1))
    assert (reloaded(store).names, reloaded(store).annotations) == (said("钟文", "鐘文"), samples(1))


def test_two_machines_come_to_the_same(tmp_path: Path) -> None:
    here = Machine(tmp_path, "a")
    there = partner_of(here, tmp_path)
    here.store.save(samples(1, 2), names=choices_joined(said("钟文", "鐘文"), said("余海", "余海", 2)))
    there.store.save(samples(1, 2), names=choices_joined(said("叶后", ""), said("余海", "餘海", 1)))
    ours, theirs = here.main.read_bytes(), there.main.read_bytes()
    here.receive(theirs)
    there.receive(ours)
    for machine in (here, there):
        machine.reopen()
    together = choices_joined(choices_joined(said("钟文", "鐘文"), said("余海", "余海", 2)), said("叶后", ""))
    assert here.store.load().names == there.store.load().names == together


def test_what_is_not_understood_is_carried_along(store: AnnotationStore) -> None:
    store.save({}, names=said("钟文", "鐘文"))
    damaged = {
        "余海": {"isName": "yes"},
        "后来": {"isName": True, "form": "后來了", "modified": "2026-01-02T12:00:00Z"},
    }
    entry = {"isName": True, "form": "葉后", "modified": "2026-01-02T13:00:00Z", "later": [1]}

    def spoil(page: dict[str, object]) -> None:
        page[NAMES] = {**page[NAMES], **damaged, "叶后": entry}  # type: ignore[dict-item]

    for path in (store.path, store.mirror):
        edit_json(path, spoil)
    assert [choice.name for choice in reloaded(store).names] == ["叶后", "钟文"]
    store.load()
    store.save(samples(1), names=said("游海", "游海"))
    kept = json.loads(store.path.read_bytes())[NAMES]
    assert {name: kept[name] for name in damaged} == damaged
    assert kept["叶后"]["later"] == [1]
    assert kept.keys() == {"钟文", "余海", "后来", "叶后", "游海"}


@pytest.mark.parametrize("raw", [[1], "no object", 7])
def test_a_damaged_whole_is_carried_along(raw: object) -> None:
    page = new_page(Source("urn:uuid:0"))
    spoilt = json.loads(dump_page(page)) | {NAMES: raw}
    read = parse_page(json.dumps(spoilt).encode())
    assert (read.names, json.loads(dump_page(read))[NAMES]) == ((), raw)


def test_a_page_comes_back_as_it_was() -> None:
    page = replace(new_page(Source("urn:uuid:0")), names=choices_joined(said("钟文", "鐘文"), said("余海", "")))
    assert parse_page(dump_page(page)) == page
