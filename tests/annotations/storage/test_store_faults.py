"""A save that fails says so, and costs nothing that was saved before."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, HalfSavedError, Loaded, StoreError, StoreReason
from desktop.annotations.storage.lock import locked
from tests.annotations.samples import noted, sample, samples
from tests.annotations.stores import again, broken, no_space, reasons, reloaded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE, TWO = sample(1), sample(2)
REAL_WRITE, REAL_REPLACE = os.write, os.replace


def half_then_no_space(handle: int, data: bytes) -> int:
    return REAL_WRITE(handle, data[: len(data) // 2]) if len(data) > 99 else no_space(handle, data)


FAULTS: dict[str, tuple[str, Callable[..., object]]] = {
    "full disk": ("write", no_space),
    "disk that fills up": ("write", half_then_no_space),
    "fsync": ("fsync", broken),
    "rename": ("replace", broken),
}


@pytest.mark.parametrize(("call", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_save_that_fails_says_so_and_the_last_one_is_whole(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch, call: str, fault: Callable[..., object]
) -> None:
    store.save(samples(1))
    with monkeypatch.context() as faulty:
        faulty.setattr(os, call, fault)
        with pytest.raises(OSError, match=r"error|space"):
            store.save(samples(1, 2))
    assert reloaded(store) == Loaded(samples(1))
    assert not [*store.path.parent.glob(".*"), *store.mirror.parent.glob(".*")]
    store.save(samples(2, 3))
    assert reloaded(store) == Loaded(samples(2, 3))


def fails_for(folder: Path) -> Callable[[Path, Path], None]:
    """Return a rename that fails in `folder` alone."""
    return lambda source, target: broken() if target.parent == folder else REAL_REPLACE(source, target)


def unsynced(folder: Path) -> Callable[[Path], None]:
    """Return an fsync of folders that fails for `folder` alone."""
    return lambda done: broken() if done == folder else None


@pytest.mark.parametrize(("failing", "saved"), [("path", "mirror"), ("mirror", "path")])
def test_a_save_that_reached_one_file_says_which_and_is_there_after_a_restart(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch, failing: str, saved: str
) -> None:
    store.save(samples(1))
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "replace", fails_for(getattr(store, failing).parent))
        with pytest.raises(HalfSavedError, match="error") as caught:
            store.save(samples(1, 2))
        assert caught.value.saved == getattr(store, saved)
        assert reloaded(store).annotations == samples(1, 2)
    store.save(samples(1, 2, 3))
    assert reloaded(store) == Loaded(samples(1, 2, 3))


def test_while_the_file_cannot_be_written_the_mirror_has_every_save(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(samples(1))
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "replace", fails_for(store.path.parent))
        for number in range(2, 5):
            with pytest.raises(HalfSavedError):
                store.save({ONE.id: noted(ONE, f"第{number}稿")})
    store.save({ONE.id: noted(ONE, "定稿")})
    assert reloaded(store) == Loaded({ONE.id: noted(ONE, "定稿")})


def test_a_folder_that_was_removed_is_made_again(store: AnnotationStore) -> None:
    store.save(samples(1))
    for folder in (store.path.parent, store.mirror.parent):
        shutil.rmtree(folder)
    store.save(samples(1, 2))
    assert reloaded(store) == Loaded(samples(1, 2))


def test_a_lock_that_cannot_be_had_lets_read_but_not_write(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(samples(1))
    monkeypatch.setattr("desktop.annotations.storage.store.PATIENCE", 0.01)
    monkeypatch.setattr("desktop.annotations.storage.store._PATIENCE_OF_A_READER", 0.01)
    store.path.write_bytes(b"?")
    with locked(store.mirror.with_name(f"{store.mirror.name}.lock")):
        assert reloaded(store).annotations == samples(1)
        with pytest.raises(OSError, match="another window"):
            store.save(samples(1, 2))
    assert store.path.read_bytes() == b"?"


def test_after_a_save_to_the_mirror_alone_the_mirror_wins(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(samples(1, 2))
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "replace", fails_for(store.path.parent))
        with pytest.raises(OSError, match="error"):
            store.save(samples(2, 3))
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == (samples(2, 3), [StoreReason.BEHIND])


@pytest.mark.parametrize("folder", ["path", "mirror"])
@pytest.mark.parametrize("when", ["before the rename", "after the rename"])
def test_an_edit_after_a_failed_save_makes_no_conflict_with_itself(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch, folder: str, when: str
) -> None:
    where: Path = getattr(store, folder).parent
    store.save({ONE.id: ONE})
    with monkeypatch.context() as faulty:
        if when == "before the rename":
            faulty.setattr(os, "replace", fails_for(where))
        else:
            faulty.setattr("desktop.annotations.storage.durable.sync_folder", unsynced(where))
        with pytest.raises(OSError, match="error"):
            store.save({ONE.id: noted(ONE, "第二稿")})
    store.save({ONE.id: noted(ONE, "第三稿")})
    assert reloaded(store) == Loaded({ONE.id: noted(ONE, "第三稿")})


@pytest.mark.parametrize("fails", [False, True])
def test_unknown_keys_that_go_with_their_tag_make_no_conflict_either(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    store.save({ONE.id: replace(ONE, tags=("甲",), extra={"body": {"tags": {"甲": [{"x": 1}]}}})})
    untagged = replace(store.load().annotations[ONE.id], tags=())
    store.save({ONE.id: untagged})
    if fails:
        with monkeypatch.context() as faulty:
            faulty.setattr(os, "replace", broken)
            with pytest.raises(OSError, match="error"):
                store.save({ONE.id: noted(untagged, "第二稿")})
    store.save({ONE.id: noted(untagged, "第三稿")})
    assert reloaded(store) == Loaded({ONE.id: noted(ONE, "第三稿")})


def test_notes_without_a_json_form_are_refused_and_the_last_save_stays(store: AnnotationStore) -> None:
    store.save(samples(1))
    with pytest.raises(StoreError, match="can't be written"):
        store.save({TWO.id: replace(TWO, extra={"x": float("nan")})})
    assert reloaded(store) == Loaded(samples(1))


def test_what_another_window_writes_after_a_failed_save_of_ours_makes_no_conflict(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save({ONE.id: ONE, TWO.id: TWO})
    other = again(store)
    other.load()
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "replace", broken)
        with pytest.raises(OSError, match="error"):
            store.save({ONE.id: noted(ONE, "第二稿"), TWO.id: TWO})
    other.save({ONE.id: ONE, TWO.id: noted(TWO, "他們的")})
    for backup in store.backups.all():
        backup.path.unlink()
    merged = {ONE.id: noted(ONE, "第三稿"), TWO.id: noted(TWO, "他們的")}
    assert store.save({ONE.id: noted(ONE, "第三稿"), TWO.id: TWO}) == merged
