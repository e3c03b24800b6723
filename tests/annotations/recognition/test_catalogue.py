"""The catalogue: what the files of notes say, whatever has become of its cache."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.annotations.recognition import catalogue as module
from desktop.annotations.storage.backups import Backups
from tests.annotations.archive import Archive
from tests.annotations.threads import edited, long_thread

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations.recognition.catalogue import Catalogue

THREAD = long_thread(1)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for number in range(3):
        archive.annotate(archive.write(f"{number}.txt", long_thread(number)), kept=number != 2)
    return archive


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list of the files of notes that are read from now on."""
    read: list[Path] = []
    contents = module._contents  # pyright: ignore[reportPrivateUsage]

    def note(path: Path) -> bytes:
        read.append(path)
        return contents(path)

    monkeypatch.setattr(module, "_contents", note)
    return read


def names(catalogue: Catalogue) -> list[str]:
    return [entry.name for entry in catalogue.entries()]


def test_a_copy_that_cannot_be_read_hides_no_file_that_lies_elsewhere(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = archive.annotate(archive.write("1.txt", long_thread(1)))
    elsewhere = (archive.folder / name).rename(archive.threads / "1.txt.baijia.json")
    mirror = archive.root / "mirror"
    mirror.mkdir()
    for number, data in enumerate((elsewhere.read_bytes(), b"?" * 1000)):
        (mirror / f"{number:032}.json").write_bytes(data)
    catalogue = archive.catalogue()
    known = [entry.name for entry in catalogue.entries()]
    assert f"{0:032}.json" in known
    contents = module._contents  # pyright: ignore[reportPrivateUsage]

    def fail(path: Path) -> bytes:
        if path.parent == mirror:
            raise PermissionError(13, "Permission denied", str(path))
        return contents(path)

    monkeypatch.setattr(module, "_contents", fail)
    entry = catalogue.entry_at(elsewhere)
    assert entry is not None
    assert (entry.name, entry.notes) == (f"{0:032}.json", 3)


def test_an_entry_says_what_the_notes_are_on(archive: Archive) -> None:
    old = archive.write("1.txt", long_thread(1))
    new = archive.write("1 new.txt", edited(old.text, 5, 0.2))
    name = archive.annotate(old)
    archive.follow(name, new)
    [entry] = [entry for entry in archive.catalogue().entries() if entry.name == name]
    assert entry.versions == (old.sha256, new.sha256)
    assert entry.paths == (str(old.path), str(new.path))
    assert (entry.notes, entry.whole, entry.sha256) == (3, True, new.sha256)
    assert entry.marked == {old.sha256, new.sha256}


def test_a_version_that_no_note_was_made_on_is_not_marked(archive: Archive) -> None:
    first, second, third = (archive.write("1.txt", edited(long_thread(1), 5, share)) for share in (0.0, 0.1, 0.2))
    name = archive.annotate(first)
    for version in (second, third):
        archive.follow(name, version)
    [entry] = [entry for entry in archive.catalogue().entries() if entry.name == name]
    assert entry.versions == (first.sha256, second.sha256, third.sha256)
    assert entry.marked == {first.sha256, third.sha256}


def test_only_what_changed_is_read_again(archive: Archive, reads: list[Path]) -> None:
    catalogue = archive.catalogue()
    catalogue.entries()
    assert len(reads) == 3
    catalogue.save()
    reads.clear()
    again = archive.catalogue()
    assert again.entries() == catalogue.entries()
    assert reads == []
    name = archive.annotate(archive.write("1.txt", long_thread(1)), notes=5)
    assert [entry.notes for entry in again.entries() if entry.name == name] == [5]
    assert [path.name for path in reads] == [name]


def test_a_text_that_is_kept_later_is_taken_note_of(archive: Archive) -> None:
    catalogue = archive.catalogue()
    assert sorted(entry.whole for entry in catalogue.entries()) == [False, True, True]
    document = archive.write("2.txt", long_thread(2))
    archive.snapshots.keep(document.text, document.sha256)
    assert all(entry.whole for entry in catalogue.entries())


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff", b"[" * 5000, b'{"version": 0, "entries": []}', b'{"version": 1, "entries": [{}]}'],
)
def test_without_its_cache_the_catalogue_is_the_same(archive: Archive, damage: bytes) -> None:
    catalogue = archive.catalogue()
    entries = catalogue.entries()
    catalogue.save()
    archive.cache.write_bytes(damage)
    assert archive.catalogue().entries() == entries


def test_a_cache_that_lies_about_another_file_is_not_believed(archive: Archive) -> None:
    catalogue = archive.catalogue()
    entries = catalogue.entries()
    catalogue.save()
    raw = json.loads(archive.cache.read_bytes())
    raw["entries"] = [row | {"stamp": [0, 0, 0], "notes": 99} for row in raw["entries"]]
    archive.cache.write_text(json.dumps(raw), "utf-8")
    assert archive.catalogue().entries() == entries


def test_a_cache_that_cannot_be_written_does_no_harm(archive: Archive) -> None:
    catalogue = archive.catalogue()
    catalogue.entries()
    archive.cache.parent.write_bytes(b"")
    catalogue.save()
    assert len(archive.catalogue().entries()) == 3


def test_a_file_that_is_gone_or_damaged_is_read_from_its_mirror(archive: Archive) -> None:
    entries = archive.catalogue().entries()
    gone, damaged, _ = (archive.folder / entry.name for entry in entries)
    mirror = archive.root / "mirror"
    mirror.mkdir()
    for path in (gone, damaged):
        (mirror / path.name).write_bytes(path.read_bytes())
    gone.unlink()
    damaged.write_bytes(b'{"items": [')
    found, complete = archive.catalogue().survey()
    assert [entry.versions for entry in found] == [entry.versions for entry in entries]
    assert complete


def test_a_file_that_says_nothing_is_left_out_and_told_of(archive: Archive) -> None:
    damaged = archive.folder / archive.catalogue().entries()[0].name
    damaged.write_bytes(b"[" * 100_000)
    found, complete = archive.catalogue().survey()
    assert damaged.name not in {entry.name for entry in found}
    assert len(found) == 2
    assert not complete


def test_what_was_set_aside_and_what_is_no_file_are_no_files_of_notes(archive: Archive) -> None:
    before = names(archive.catalogue())
    whole = (archive.folder / before[0]).read_bytes()
    stem = before[0].removesuffix(".json")
    for name in (f"{stem}.damaged-20260101T000000Z.json", f"{stem} (conflicted copy).json", f"{stem}-LAPTOP.json"):
        (archive.folder / name).write_bytes(whole)
    os.mkfifo(archive.folder / f"{'9f' * 16}.json")
    assert names(archive.catalogue()) == before


def test_of_a_file_that_is_gone_with_its_mirror_the_latest_good_backup_tells(archive: Archive) -> None:
    entries = archive.catalogue().entries()
    lost = archive.folder / entries[0].name
    backups = Backups(archive.root / "backups" / lost.stem)
    backups.keep(lost.read_bytes(), 1, datetime(2026, 1, 1, tzinfo=UTC))
    backups.keep(b"{}", 2, datetime(2026, 1, 2, tzinfo=UTC))
    backups.keep(lost.read_bytes(), 3, datetime(2026, 1, 3, tzinfo=UTC))
    newest = backups.all()[0].path
    newest.write_bytes(newest.read_bytes()[:-20])
    lost.unlink()
    found, complete = archive.catalogue().survey()
    assert [entry.versions for entry in found] == [entry.versions for entry in entries]
    assert complete
