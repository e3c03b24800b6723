"""Whatever happens to a file, what was saved is there, and what can't be read is kept."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, Loaded, StoreError, StoreReason
from desktop.annotations.form.page import SIZE_LIMIT
from tests.annotations.samples import samples
from tests.annotations.stores import again, asides, broken, edit_json, no_space, reasons, reloaded

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
    for length in range(0, len(whole) - 1, 23):  # test_page cuts at every single byte
        store.path.write_bytes(whole[:length])
        loaded = reloaded(store)
        (notice,) = loaded.notices
        assert (loaded.annotations, notice.reason, loaded.read_only) == (samples(1), StoreReason.DAMAGED, False)
        assert notice.aside is not None
        assert notice.aside.read_bytes() == whole[:length]
        assert store.path.read_bytes() == whole
        notice.aside.unlink()


@pytest.mark.parametrize("damage", [b"", bytes(999), b"[" * 99_999, b'{"a":1,"a":2}', b"\xff\xfe", b"NaN"])
def test_a_damaged_file_is_set_aside_once_and_made_good(store: AnnotationStore, damage: bytes) -> None:
    store.save(samples(1))
    for _ in range(2):
        store.path.write_bytes(damage)
        loaded = reloaded(store)
        assert (loaded.annotations, reasons(loaded)) == (samples(1), [StoreReason.DAMAGED])
        assert reloaded(store) == Loaded(samples(1))
    assert asides(store.path) == [damage]
    store.path.write_bytes(damage)
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
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == (samples(1), [StoreReason.DAMAGED])
    store.save(samples(2))
    assert asides(store.mirror) == [b"?"]
    assert reloaded(store) == Loaded(samples(2))


def test_when_both_are_damaged_both_are_kept_and_saving_goes_on(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.path.write_bytes(b"main")
    store.mirror.write_bytes(b"mirror")
    fresh = AnnotationStore(store.path, store.mirror)
    assert reasons(fresh.load()) == [StoreReason.DAMAGED, StoreReason.DAMAGED]
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
        assert reasons(loaded) == [StoreReason.NOT_SET_ASIDE]
        with pytest.raises(StoreError, match="can't be saved"):
            store.save(samples(2))
    assert (store.path.read_bytes(), asides(store.path)) == (b"?", [])


def test_a_vanished_file_comes_back_from_its_mirror(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.path.unlink()
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded), loaded.read_only) == (samples(1), [StoreReason.VANISHED], False)


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
    assert (loaded.annotations, loaded.read_only, reasons(loaded)) == (samples(1), True, [StoreReason.UNREADABLE])
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
    assert StoreReason.NEWER in reasons(loaded)
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


def test_when_both_are_of_no_use_the_newest_good_backup_stands_in(store: AnnotationStore) -> None:
    store.save(samples(1))
    store.backups.keep(store.path.read_bytes(), 1, datetime.now(UTC))
    store.save(samples(1, 2))
    store.backups.keep(b"bad", 2, datetime.now(UTC))
    store.path.write_bytes(b"main")
    store.mirror.unlink()
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == (samples(1), [StoreReason.DAMAGED, StoreReason.RESTORED])
    assert loaded.notices[1].path.parent == store.backups.folder
    assert loaded.notices[1].detail.endswith("UTC")
    assert (asides(store.path), reloaded(store)) == ([b"main"], Loaded(samples(1)))


def test_a_first_save_is_backed_up_and_one_that_vanished_whole_comes_back(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    store.path.unlink()
    store.mirror.unlink()
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == (samples(1, 2), [StoreReason.RESTORED])
    assert store.path.read_bytes() == store.mirror.read_bytes()


def test_a_save_without_a_load_loses_nothing_of_a_backup_either(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    store.path.unlink()
    store.mirror.unlink()
    assert again(store).save(samples(3)) == samples(1, 2, 3)


@pytest.mark.parametrize("links", [True, False], ids=["by a link", "by a copy, where there are no links"])
def test_a_file_that_is_too_large_is_never_read_and_set_aside(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    store.save(samples(1))
    with store.path.open("r+b") as stream:
        stream.truncate(200 << 20 if links else SIZE_LIMIT + 1)
    if not links:
        monkeypatch.setattr(os, "link", broken)
    loaded = reloaded(store)
    (notice,) = loaded.notices
    assert (loaded.annotations, notice.reason) == (samples(1), StoreReason.TOO_LARGE)
    assert notice.aside is not None
    assert notice.aside.stat().st_size > SIZE_LIMIT
    assert reloaded(store) == Loaded(samples(1))
    assert len(list(store.path.parent.glob("*.damaged-*"))) == 1


def test_a_mirror_and_a_backup_of_its_own_go_where_they_are_told(tmp_path: Path) -> None:
    main = tmp_path / "synced" / "問答.baijia.json"
    store = AnnotationStore(main, tmp_path / "local" / "m.json", tmp_path / "local" / "b")
    store.save(samples(1))
    assert list(main.parent.iterdir()) == [main]
    assert sorted(path.name for path in (tmp_path / "local").iterdir()) == ["b", "m.json", "m.json.lock"]
    assert [page.annotations for _, page in store.backups.pages()] == [samples(1)]


def test_a_mirror_that_is_missing_or_behind_is_made_good_at_once(store: AnnotationStore) -> None:
    store.save(samples(1))
    before = store.mirror.read_bytes()
    store.save(samples(1, 2))
    for spoil in (store.mirror.unlink, lambda: store.mirror.write_bytes(before)):
        spoil()
        assert reloaded(store) == Loaded(samples(1, 2))
        assert store.mirror.read_bytes() == store.path.read_bytes()


def test_a_file_that_was_changed_by_hand_is_merged_and_neither_side_is_dropped(store: AnnotationStore) -> None:
    store.save(samples(1, 2))
    edit_json(store.path, lambda raw: raw["items"][0]["target"]["baijia:place"].update(author="某乙"))
    loaded = reloaded(store)
    assert reasons(loaded) == [StoreReason.DIVERGED]
    assert sorted(one.passages[0].author for one in loaded.annotations.values()) == ["某乙", "某甲", "某甲"]
    assert reasons(reloaded(store)) == []
