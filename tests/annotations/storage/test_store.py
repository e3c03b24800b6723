"""The store: what is saved is loaded, and two writers lose nothing of each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.annotations import Annotation, AnnotationStore, Loaded, StoreReason, store_path
from tests.annotations.samples import TEXT, document, noted, sample, samples
from tests.annotations.stores import edit_json, opened, reasons, reloaded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ONE, TWO, THREE = sample(1), sample(2), sample(3)


def test_nothing_is_there_at_first_and_nothing_is_written_for_nothing(store: AnnotationStore, tmp_path: Path) -> None:
    assert store.load() == Loaded({})
    store.save({})
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded_from_two_equal_files(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    assert reloaded(store) == Loaded(samples(1, 2))
    assert store.path.read_bytes() == store.mirror.read_bytes()
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_the_file_says_which_document_it_is_about(store: AnnotationStore) -> None:
    store.save(samples(1))
    source = json.loads(store.path.read_bytes())["baijia:source"]
    assert source.pop("id").startswith("urn:uuid:")
    assert source == {
        "sha256": "9f" * 32,
        "name": "問答.txt",
        "path": "/threads/問答.txt",
        "encoding": "utf-8",
        "codePoints": len(TEXT),
    }


def test_a_renamed_document_finds_its_notes_and_keeps_its_id(store: AnnotationStore, tmp_path: Path) -> None:
    store.save(samples(1))
    before = json.loads(store.path.read_bytes())["baijia:source"]
    renamed = opened(tmp_path, "新名.txt")
    assert (renamed.path, renamed.load().annotations) == (store.path, samples(1))
    renamed.save(samples(1, 2))
    after = json.loads(store.path.read_bytes())["baijia:source"]
    assert (after["id"], after["name"]) == (before["id"], "新名.txt")


def test_a_renamed_document_finds_even_a_mirror_that_was_left_alone(store: AnnotationStore, tmp_path: Path) -> None:
    store.save(samples(1))
    store.path.unlink()
    assert opened(tmp_path, "新名.txt").load().annotations == samples(1)


def test_a_store_of_one_path_keeps_its_mirror_beside_it(tmp_path: Path) -> None:
    store = AnnotationStore(store_path(tmp_path, document()))
    store.save(samples(1))
    assert store.mirror == tmp_path / "mirror" / store.path.name
    assert AnnotationStore(store.path).load() == Loaded(samples(1))


def test_deletions_are_saved_and_the_revision_grows(store: AnnotationStore) -> None:
    for number, wanted in enumerate((samples(1, 2), samples(2), {}), start=1):
        store.save(wanted)
        assert reloaded(store) == Loaded(wanted)
        assert json.loads(store.path.read_bytes())["baijia:revision"] == number


def test_unknown_keys_and_items_survive_a_save(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    edit_json(store.path, lambda raw: (raw.update(x=1, items=[*raw["items"], "?"]), raw["items"][0].update(y=2)))
    store.mirror.write_bytes(store.path.read_bytes())
    loaded = store.load()
    assert reasons(loaded) == [StoreReason.ITEMS_KEPT]
    one = noted(loaded.annotations[ONE.id], "改")
    store.save({ONE.id: one})
    raw = json.loads(store.path.read_bytes())
    assert (raw["x"], raw["items"][0]["y"], raw["items"][1:]) == (1, 2, ["?"])


def saved(store: AnnotationStore, *annotations: Annotation) -> Mapping[str, Annotation]:
    store.save({one.id: one for one in annotations})
    return reloaded(store).annotations


def test_two_writers_keep_what_each_other_wrote(tmp_path: Path) -> None:
    saved(opened(tmp_path), ONE, TWO)
    ours, theirs = opened(tmp_path), opened(tmp_path)
    ours.load()
    theirs.load()
    saved(theirs, ONE, noted(TWO, "他們的"), THREE)
    assert saved(ours, noted(ONE, "我們的"), TWO) == {
        ONE.id: noted(ONE, "我們的"), TWO.id: noted(TWO, "他們的"), THREE.id: THREE,
    }  # fmt: skip
    assert saved(ours, TWO) == {TWO.id: noted(TWO, "他們的"), THREE.id: THREE}


def test_two_edits_of_one_note_are_both_kept(tmp_path: Path) -> None:
    saved(opened(tmp_path), ONE)
    ours, theirs = opened(tmp_path), opened(tmp_path)
    ours.load()
    theirs.load()
    saved(theirs, noted(ONE, "他們的"))
    both = saved(ours, noted(ONE, "我們的"))
    assert both[ONE.id].note == "我們的"
    assert sorted(one.note for one in both.values()) == sorted(["我們的", "他們的"])
    assert saved(ours, noted(ONE, "我們的")) == both


def test_a_save_without_a_load_adds_and_deletes_nothing(tmp_path: Path) -> None:
    saved(opened(tmp_path), ONE)
    assert set(saved(opened(tmp_path), TWO)) == {ONE.id, TWO.id}


def test_files_that_were_written_apart_come_together(store: AnnotationStore, tmp_path: Path) -> None:
    other = opened(tmp_path / "elsewhere")
    saved(store, ONE)
    saved(other, TWO)
    store.mirror.write_bytes(other.mirror.read_bytes())
    loaded = store.load()
    assert (loaded.annotations, reasons(loaded)) == (samples(1, 2), [StoreReason.DIVERGED])
    assert saved(store, TWO) == samples(2)
    assert reasons(reloaded(store)) == []
