"""Files of notes that a hand has edited without saying so: they name saves that others grew out of, and hold more."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, StoreReason, dump_page, parse_page
from desktop.annotations.storage.backups import Backups
from tests.annotations.samples import noted, sample
from tests.annotations.stores import edit_json, opened, reasons, reloaded

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ONE, TWO, THREE = sample(1, "初稿"), sample(2), sample(3)
BY_HAND = "手改"


@pytest.fixture(autouse=True)
def _a_backup_of_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    def always(_backups: Backups, _size: int, _now: datetime) -> bool:
        return True

    monkeypatch.setattr(Backups, "is_due", always)


@pytest.fixture
def store(tmp_path: Path) -> AnnotationStore:
    """Return a store that has saved two notes."""
    store = opened(tmp_path)
    store.save({ONE.id: ONE, TWO.id: TWO})
    return store


def beside(store: AnnotationStore, data: bytes) -> Path:
    """Put `data` beside the file as a copy that a sync has left."""
    path = store.path.with_name(f"{store.path.stem} (Ann's conflicted copy).json")
    path.write_bytes(data)
    return path


def by_hand(data: bytes) -> bytes:
    """Return a file in which somebody has written another note, and nothing else."""
    assert "初稿".encode() in data
    return data.replace("初稿".encode(), BY_HAND.encode())


def notes(store: AnnotationStore) -> dict[str, list[str]]:
    """Return the notes that the store holds, by the annotation that they were written on."""
    found: dict[str, list[str]] = {}
    for one in reloaded(store).annotations.values():
        found.setdefault(one.conflicts_with or one.id, []).append(one.note)
    return found


def test_an_edited_copy_of_a_state_that_the_store_has_grown_out_of_is_taken_in_and_told_of(
    store: AnnotationStore,
) -> None:
    earlier = store.path.read_bytes()
    store.save({ONE.id: ONE, TWO.id: TWO, THREE.id: THREE})
    copy = beside(store, by_hand(earlier))
    loaded = reloaded(store)
    assert loaded.annotations == {ONE.id: replace(ONE, note=BY_HAND), TWO.id: TWO, THREE.id: THREE}
    assert reasons(loaded) == [StoreReason.DIVERGED]
    assert not copy.exists()


def test_what_the_next_save_finds_beside_it_is_taken_in_too(store: AnnotationStore) -> None:
    beside(store, by_hand(store.path.read_bytes()))
    returned = store.save({ONE.id: ONE, TWO.id: TWO, THREE.id: THREE})
    assert returned[ONE.id].note == BY_HAND
    assert THREE.id in returned


def test_what_was_deleted_since_stays_deleted_and_what_was_edited_since_keeps_both(store: AnnotationStore) -> None:
    earlier = store.path.read_bytes()
    store.save({ONE.id: noted(ONE, "二稿")})
    beside(store, by_hand(earlier))
    assert {key: sorted(found) for key, found in notes(store).items()} == {ONE.id: sorted(["二稿", BY_HAND])}


def test_a_note_that_was_deleted_in_the_copy_by_hand_is_deleted(store: AnnotationStore) -> None:
    earlier = json.loads(store.path.read_bytes())
    earlier["items"] = [item for item in earlier["items"] if item["id"] != TWO.id]
    store.save({ONE.id: ONE, TWO.id: TWO, THREE.id: THREE})
    beside(store, json.dumps(earlier).encode())
    assert reloaded(store).annotations.keys() == {ONE.id, THREE.id}


def test_where_no_earlier_state_is_known_both_are_kept(store: AnnotationStore) -> None:
    earlier = store.path.read_bytes()
    store.save({ONE.id: noted(ONE, "二稿"), TWO.id: TWO})
    for backup in store.backups.all():
        backup.path.unlink()
    beside(store, by_hand(earlier))
    assert sorted(notes(store)[ONE.id]) == sorted(["二稿", BY_HAND])


@pytest.mark.parametrize("laid_out_anew", [False, True])
def test_an_earlier_copy_that_nobody_edited_brings_nothing_back_and_says_nothing(
    store: AnnotationStore, *, laid_out_anew: bool
) -> None:
    earlier = store.path.read_bytes()
    store.save({ONE.id: noted(ONE, "二稿")})
    for backup in store.backups.all():
        backup.path.unlink()
    beside(store, json.dumps(json.loads(earlier), indent=4).encode() if laid_out_anew else earlier)
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == ({ONE.id: noted(ONE, "二稿")}, [])


def test_an_edited_file_whose_mirror_has_moved_on_is_taken_in_too(store: AnnotationStore) -> None:
    earlier = store.path.read_bytes()
    store.save({ONE.id: ONE, TWO.id: TWO, THREE.id: THREE})
    store.path.write_bytes(by_hand(earlier))
    loaded = reloaded(store)
    assert loaded.annotations == {ONE.id: replace(ONE, note=BY_HAND), TWO.id: TWO, THREE.id: THREE}
    assert store.path.read_bytes() == store.mirror.read_bytes()


def test_what_a_hand_has_written_is_sealed_by_the_next_save(store: AnnotationStore) -> None:
    store.mirror.unlink()
    store.path.write_bytes(by_hand(store.path.read_bytes()))
    assert parse_page(store.path.read_bytes()).edited
    assert notes(store)[ONE.id] == [BY_HAND]
    assert not parse_page(store.path.read_bytes()).edited


def test_a_file_without_a_seal_is_taken_at_its_word(store: AnnotationStore) -> None:
    """As one is that was written before there were seals."""
    earlier = by_hand(dump_page(parse_page(store.path.read_bytes())))
    store.save({ONE.id: noted(ONE, "二稿")})
    beside(store, earlier)
    assert notes(store) == {ONE.id: ["二稿"]}


def test_a_seal_holds_over_items_that_are_not_understood(store: AnnotationStore) -> None:
    def keep(raw: dict[str, list[object]]) -> None:
        raw["items"].append({"id": "x", "type": "Unknown"})

    edit_json(store.path, keep)
    store.mirror.unlink()
    again = opened(store.path.parents[1])
    again.load()
    page = parse_page(again.path.read_bytes())
    assert (page.edited, len(page.kept)) == (False, 1)
