"""Opening and saving ten thousand notes on one document, beside what Python's json takes for the same data.

Run by hand: `python -m pytest tests/benchmarks/test_store.py -p no:cacheprovider -s`. The aims are 0.5 s to open and
0.1 s to save. Ratios are of medians within one run, since clocks and disks vary; the peer does no fsync.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from desktop.annotations.storage.backups import Backups
from tests.annotations.samples import sample
from tests.annotations.stores import again, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.annotations import Annotation, AnnotationStore

NOTES = 10_000
ROUNDS = 7


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> AnnotationStore:
    """Return a store with ten thousand notes, each of 30 characters and with a tag."""
    made = (
        replace(sample(n), id=uuid4().urn, note="這裏說得有道理，但是出處呢？" * 2, tags=("待查",))
        for n in range(NOTES)
    )
    store = opened(tmp_path_factory.mktemp("store"))
    store.save({one.id: one for one in made})
    return store


def test_open(store: AnnotationStore) -> None:
    """Time the opening by a new window, beside json.loads of the file."""
    data = store.path.read_bytes()
    ours, peer = alternating(lambda: again(store).load(), lambda: json.loads(data))
    report("open", ours, "json.loads", peer, store.path)


def test_save_after_an_edit(store: AnnotationStore) -> None:
    """Time the save of one edited note among ten thousand, to two files, beside json.dumps and one plain write."""
    store.load()
    ours, peer = alternating(saving(store), dumping(store))
    report("save", ours, "json.dumps and a write", peer, store.path)


def test_first_save_of_a_window(store: AnnotationStore) -> None:
    """Time the first save after opening, when nothing was written by this window yet."""
    runs: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        save = saving(again(store))  # which loads, untimed
        runs.append((seconds(save), seconds(dumping(store))))
    ours, peer = medians(runs)
    report("first save", ours, "json.dumps and a write", peer, store.path)


def test_save_with_a_backup(store: AnnotationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time the save that also makes a backup, which is one every ten minutes for a file of this size."""

    def always(_backups: Backups, _size: int, _now: datetime) -> bool:
        return True

    monkeypatch.setattr(Backups, "is_due", always)
    ours, peer = alternating(saving(store), dumping(store))
    report("save with two backups", ours, "json.dumps and a write", peer, store.path)


def saving(store: AnnotationStore) -> Callable[[], object]:
    """Return what edits a note and saves them all."""
    notes: Mapping[str, Annotation] = store.load().annotations

    def save() -> None:
        nonlocal notes
        one = next(iter(notes.values()))
        notes = store.save({**notes, one.id: replace(one, note=uuid4().hex)}, notes)

    return save


def dumping(store: AnnotationStore) -> Callable[[], object]:
    """Return what writes the same notes plainly."""
    raw, path = json.loads(store.path.read_bytes()), store.path.parent / "plain"
    return lambda: path.write_text(json.dumps(raw, ensure_ascii=False), "utf-8")


def alternating(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of both, in seconds, run in turns."""
    return medians([(seconds(ours), seconds(peer)) for _ in range(ROUNDS)])


def medians(runs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the median of the first and of the second of all pairs."""
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def seconds(action: Callable[[], object]) -> float:
    """Return how long `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def report(what: str, ours: float, peer_name: str, peer: float, path: Path) -> None:
    """Print both, and the ratio."""
    size = path.stat().st_size / 1e6
    sys.stdout.write(f"\n{what}, {NOTES} notes, {size:.1f} MB: ours {ours * 1000:.0f} ms, ")
    sys.stdout.write(f"{peer_name} {peer * 1000:.0f} ms: {ours / peer:.2f}\n")
