"""A save that fails says so, and costs nothing that was saved before."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, Loaded, Reason, StoreError
from tests.annotations.samples import noted, sample, samples
from tests.annotations.stores import no_space, reasons, reloaded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ONE, TWO = sample(1), sample(2)
REAL_WRITE, REAL_REPLACE = os.write, os.replace


def half_then_no_space(handle: int, data: bytes) -> int:
    return REAL_WRITE(handle, data[: len(data) // 2]) if len(data) > 99 else no_space(handle, data)


def broken(*_: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


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


def test_after_a_save_to_the_mirror_alone_the_mirror_wins(
    store: AnnotationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(samples(1, 2))
    with monkeypatch.context() as faulty:
        faulty.setattr(os, "replace", fails_for(store.path.parent))
        with pytest.raises(OSError, match="error"):
            store.save(samples(2, 3))
    loaded = reloaded(store)
    assert (loaded.annotations, reasons(loaded)) == (samples(2, 3), [Reason.BEHIND])


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
            faulty.setattr("desktop.annotations.durable.sync_folder", unsynced(where))
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
