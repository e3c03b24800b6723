"""What syncing leaves behind is absorbed, whatever it is called, and what merely looks like it is let be."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import StoreReason
from tests.annotations.machines import Machine
from tests.annotations.samples import noted, sample, samples
from tests.annotations.stores import broken, edit_json, reasons

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO, THREE = sample(1), sample(2), sample(3)
NAMES = {
    "Dropbox": "問答.baijia (conflicted copy 2026-01-02).json",
    "Dropbox, with a name": "問答.baijia (Ann's conflicted copy).json",
    "Dropbox in Chinese": "問答.baijia (小明 的冲突副本 2026-01-02).json",
    "Nextcloud": "問答.baijia (conflicted copy 2026-01-02 030405).json",
    "Google Drive": "問答.baijia (1).json",
    "Syncthing": "問答.baijia.sync-conflict-20260102-030405-ABCDEFG.json",
    "OneDrive": "問答.baijia-DESKTOP-7F3A.json",
    "iCloud": "問答.baijia 2.json",
}


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "a")


@pytest.fixture
def there(tmp_path: Path, here: Machine) -> Machine:
    """Return a machine that has what the first one has, and on both of them another note was made since."""
    there = Machine(tmp_path, "b")
    here.store.save(samples(1))
    here.sync_to(there)
    there.store.load()
    here.store.save(samples(1, 2))
    there.store.save({ONE.id: noted(ONE, "他們的"), **samples(3)})
    return there


BOTH = {**samples(2, 3), ONE.id: noted(ONE, "他們的")}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_conflicted_copy_is_absorbed_and_moved_aside_unchanged(here: Machine, there: Machine, name: str) -> None:
    there.sync_to(here, name)
    data = there.main.read_bytes()
    here.reopen()
    loaded = here.store.load()
    assert (loaded.annotations, reasons(loaded)) == (BOTH, [StoreReason.DIVERGED])
    assert list(here.main.parent.iterdir()) == [here.main]
    (aside,) = here.store.backups.folder.glob("conflict-*")
    assert (aside.name.endswith(name), aside.read_bytes()) == (True, data)
    here.reopen()
    assert (here.store.load().annotations, reasons(here.store.load())) == (BOTH, [])


def test_a_copy_that_comes_while_we_work_is_absorbed_by_the_next_save(here: Machine, there: Machine) -> None:
    there.sync_to(here, NAMES["Syncthing"])
    assert here.store.save(samples(1)) == {THREE.id: THREE, ONE.id: noted(ONE, "他們的")}
    assert list(here.main.parent.iterdir()) == [here.main]


def test_a_copy_of_something_older_brings_nothing_back(here: Machine, there: Machine) -> None:
    here.sync_to(here, NAMES["Dropbox"])
    here.store.save(samples(3))
    assert here.store.save(samples(3)) == samples(3)
    assert list(here.main.parent.iterdir()) == [here.main]
    here.reopen()
    assert (here.store.load().annotations, reasons(here.store.load())) == (samples(3), [])


def test_what_was_absorbed_once_brings_nothing_back_when_it_comes_again(here: Machine, there: Machine) -> None:
    there.sync_to(here, NAMES["Dropbox"])
    merged = here.store.load().annotations
    here.store.save({name: one for name, one in merged.items() if name != THREE.id}, merged)
    there.sync_to(here, NAMES["OneDrive"])
    assert set(here.store.load().annotations) == {ONE.id, TWO.id}


@pytest.mark.parametrize("name", ["問答.baijia2.json", "問答.baijia (1).txt", "問答.json", "別.baijia (1).json"])
def test_a_file_that_is_called_otherwise_is_let_be(here: Machine, there: Machine, name: str) -> None:
    there.sync_to(here, name)
    assert here.store.load().annotations == samples(1, 2)
    assert here.main.with_name(name).exists()


def test_the_notes_on_another_document_are_let_be_whatever_their_name(here: Machine, tmp_path: Path) -> None:
    here.store.save(samples(1))
    other = Machine(tmp_path, "c")
    other.store.save(samples(2))
    other.sync_to(here, NAMES["iCloud"])
    for _ in range(2):
        assert here.store.load().annotations == samples(1)
        here.store.save(samples(1, 3))
        here.store.save(samples(1))
    assert here.main.with_name(NAMES["iCloud"]).exists()


@pytest.mark.parametrize("data", [b"", b"{", b'{"type": "AnnotationPage"}'])
def test_a_copy_that_cannot_be_read_is_let_be(here: Machine, there: Machine, data: bytes) -> None:
    copy = here.main.with_name(NAMES["Dropbox"])
    copy.write_bytes(data)
    assert (here.store.load().annotations, reasons(here.store.load())) == (samples(1, 2), [])
    assert copy.read_bytes() == data


def test_a_copy_for_a_newer_version_is_left_for_it(here: Machine, there: Machine) -> None:
    there.sync_to(here, NAMES["Dropbox"])
    copy = here.main.with_name(NAMES["Dropbox"])
    data = edit_json(copy, lambda raw: raw.update({"baijia:minReader": 9}))
    here.store.save(samples(2))
    assert copy.read_bytes() == data
    assert here.store.load().annotations == samples(2)


def test_a_folder_or_a_pipe_of_that_name_does_no_harm(here: Machine) -> None:
    here.store.save(samples(1))
    here.main.with_name(NAMES["Dropbox"]).mkdir()
    os.mkfifo(here.main.with_name(NAMES["iCloud"]))
    here.main.with_name(NAMES["OneDrive"]).symlink_to(here.main)
    assert here.store.save(samples(1, 2)) == samples(1, 2)


def test_one_that_goes_away_while_they_are_looked_for_hides_no_other(
    here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.sync_to(here, NAMES["Dropbox"])
    listed = os.listdir

    def with_one_that_has_gone(folder: Path) -> list[str]:
        return [NAMES["iCloud"], *listed(folder)]

    monkeypatch.setattr(os, "listdir", with_one_that_has_gone)
    assert here.store.load().annotations == BOTH


def test_a_copy_that_cannot_be_moved_is_absorbed_once_and_stays(
    here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.sync_to(here, NAMES["Dropbox"])
    with monkeypatch.context() as full:
        full.setattr("desktop.annotations.storage.conflicted_copies.copy_durably", broken)
        merged = here.store.load().annotations
        assert merged == BOTH
        fewer = {name: one for name, one in merged.items() if name != THREE.id}
        assert here.store.save(fewer, merged) == fewer
        assert here.store.save(fewer) == fewer
    assert here.main.with_name(NAMES["Dropbox"]).exists()
    assert json.loads(here.main.read_bytes())["items"]
