"""Whatever happens to a file, what was saved is there, and what can't be read is kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, Loaded, Reason, StoreError
from tests.annotations.samples import samples
from tests.annotations.stores import asides, edit_json, no_space, reasons, reloaded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def no_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(handle: int) -> None: ...

    monkeypatch.setattr(os, "fsync", nothing)


@pytest.mark.usefixtures("no_fsync")
def test_cut_off_anywhere_the_mirror_has_it_all_and_the_stump_is_kept(store: AnnotationStore) -> None:
    store.save(samples(1))
    whole = store.path.read_bytes()
    for length in range(0, len(whole) - 1, 23):  # test_jsonform cuts at every single byte
        store.path.write_bytes(whole[:length])
        loaded = AnnotationStore(store.path, store.mirror).load()
        (notice,) = loaded.notices
        assert (loaded.annotations, notice.reason, loaded.read_only) == (samples(1), Reason.DAMAGED, False)
        assert notice.aside is not None
        assert notice.aside.read_bytes() == store.path.read_bytes() == whole[:length]
        notice.aside.unlink()


@pytest.mark.parametrize("damage", [b"", bytes(999), b"[" * 99_999, b'{"a":1,"a":2}', b"\xff\xfe", b"NaN"])
def test_a_damaged_file_is_set_aside_once_and_then_replaced(store: AnnotationStore, damage: bytes) -> None:
    store.save(samples(1))
    store.path.write_bytes(damage)
    assert (reloaded(store).annotations, reasons(reloaded(store))) == (samples(1), [Reason.DAMAGED])
    store.save(samples(1, 2))
    assert asides(store.path) == [damage]
    assert reloaded(store) == Loaded(samples(1, 2))


def test_every_different_damage_is_kept(store: AnnotationStore) -> None:
    for number in range(3):
        store.save(samples(1))
        store.path.write_bytes(b"%d" % number)
        reloaded(store)
    assert sorted(asides(store.path)) == [b"0", b"1", b"2"]


def test_a_damaged_mirror_is_set_aside_too(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.mirror.write_bytes(b"?")
    assert (reloaded(store).annotations, reasons(reloaded(store))) == (samples(1), [Reason.DAMAGED])
    store.save(samples(2))
    assert asides(store.mirror) == [b"?"]
    assert reloaded(store) == Loaded(samples(2))


def test_when_both_are_damaged_both_are_kept_and_saving_goes_on(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.path.write_bytes(b"main")
    store.mirror.write_bytes(b"mirror")
    fresh = AnnotationStore(store.path, store.mirror)
    assert reasons(fresh.load()) == [Reason.DAMAGED, Reason.DAMAGED]
    fresh.save(samples(2))
    assert (asides(store.path), asides(store.mirror)) == ([b"main"], [b"mirror"])
    assert reloaded(store) == Loaded(samples(2))


def test_files_that_are_damaged_while_we_work_lose_nothing_of_ours(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.path.write_bytes(b"main")
    store.mirror.write_bytes(b"mirror")
    store.save(samples(1, 2))
    assert reloaded(store) == Loaded(samples(1, 2))


def test_what_can_not_be_set_aside_is_not_written_over(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(samples(1))
    store.path.write_bytes(b"?")
    with monkeypatch.context() as full:
        full.setattr(os, "write", no_space)
        loaded = reloaded(store)
        assert (loaded.annotations, loaded.read_only) == (samples(1), True)
        assert reasons(loaded) == [Reason.NOT_SET_ASIDE]
        with pytest.raises(StoreError, match="can't be saved"):
            store.save(samples(2))
    assert (store.path.read_bytes(), asides(store.path)) == (b"?", [])


def test_a_vanished_file_comes_back_from_its_mirror(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.path.unlink()
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded), loaded.read_only) == (samples(1), [Reason.VANISHED], False)


def test_two_files_that_vanish_while_we_work_are_written_again(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    store.path.unlink()
    store.mirror.unlink()
    store.save(samples(1, 3))
    assert reloaded(store) == Loaded(samples(1, 3))


@pytest.mark.parametrize("which", ["path", "mirror"])
def test_a_file_that_is_none_makes_the_store_read_only(store: AnnotationStore, which: str) -> None:
    store.save(samples(1))
    odd: Path = getattr(store, which)
    odd.unlink()
    os.mkfifo(odd)
    loaded = reloaded(store)
    assert (loaded.annotations, loaded.read_only, reasons(loaded)) == (samples(1), True, [Reason.UNREADABLE])
    with pytest.raises(StoreError, match="not a file"):
        store.save(samples(2))
    assert odd.is_fifo()


@pytest.mark.parametrize("which", ["path", "mirror"])
def test_a_file_for_a_newer_version_is_read_but_not_written(store: AnnotationStore, which: str) -> None:
    store.save(samples(1))
    newer: Path = getattr(store, which)
    data = edit_json(newer, lambda raw: raw.update({"baijia:minReader": 2, "baijia:revision": 9}))
    loaded = reloaded(store)
    assert (loaded.annotations, loaded.read_only) == (samples(1), True)
    assert Reason.NEWER in reasons(loaded)
    with pytest.raises(StoreError, match="newer version"):
        store.save(samples(2))
    assert newer.read_bytes() == data


def test_a_symbolic_link_to_the_file_stays_one(store: AnnotationStore, tmp_path: Path) -> None:
    store.save(samples(1))
    synced = tmp_path / "synced.json"
    store.path.rename(synced)
    store.path.symlink_to(synced)
    store.save(samples(2))
    assert store.path.is_symlink()
    assert reloaded(store) == Loaded(samples(2))
