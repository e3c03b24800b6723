"""Writing durably: whole or not at all, and never a success that isn't one."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import write_durably
from desktop.annotations.storage.durable import copy_durably, make_folder, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLD, NEW = b"old and whole", "新的內容".encode() * 500
REAL_WRITE, REAL_FSYNC = os.write, os.fsync


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes.json"
    path.write_bytes(OLD)
    return path


def full_disk(handle: int, data: bytes) -> int:
    """Take 100 bytes, then fail, as a disk does that fills up."""
    if os.fstat(handle).st_size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return REAL_WRITE(handle, data[:100])


def failing(*_: object) -> int:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


FAULTS: dict[str, tuple[str, Callable[..., int]]] = {
    "the disk fills up": ("write", full_disk),
    "a write takes nothing": ("write", lambda *_: 0),
    "fsync fails": ("fsync", failing),
    "the rename fails": ("replace", failing),
}


@pytest.mark.parametrize(("call", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_raised_and_leaves_the_old_file_whole_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str, fault: Callable[..., int]
) -> None:
    monkeypatch.setattr(os, call, fault)
    with pytest.raises(OSError, match=r"error|space"):
        write_durably(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_short_writes_are_carried_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(handle: int, data: bytes) -> int:
        return REAL_WRITE(handle, data[:999])

    monkeypatch.setattr(os, "write", write)
    write_durably(file, NEW)
    assert file.read_bytes() == NEW


def test_the_file_is_synced_before_its_rename_and_the_folder_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def fsync(handle: int) -> None:
        content = file.read_bytes() == NEW
        seen.append(f"{stat.S_ISDIR(os.fstat(handle).st_mode)} {content}")
        REAL_FSYNC(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write_durably(file, NEW)
    assert seen == ["False False", "True True"]


def test_a_folder_that_can_not_be_synced_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        if file.read_bytes() == NEW:
            failing()
        REAL_FSYNC(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="error"):
        write_durably(file, NEW)
    assert list(file.parent.iterdir()) == [file]


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.json"
    link.symlink_to(file)
    write_durably(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert list(folder.iterdir()) == [link]


def test_a_new_file_is_private_and_an_old_one_keeps_its_permissions(file: Path) -> None:
    file.chmod(0o640)
    write_durably(file, NEW)
    write_durably(file.with_name("new"), NEW)
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.with_name("new").stat().st_mode & 0o777 == 0o600


@pytest.fixture
def umask() -> Iterator[Callable[[int], None]]:
    """Yield what sets the umask, which is put back afterwards."""
    before = os.umask(0o022)

    def set_to(mask: int) -> None:
        os.umask(mask)

    yield set_to
    os.umask(before)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_that_is_shared_has_the_permissions_that_any_new_file_has(
    file: Path, umask: Callable[[int], None], mask: int, mode: int
) -> None:
    umask(mask)
    new = file.with_name("new.md")
    write_durably(new, NEW, shared=True)
    assert (new.read_bytes(), new.stat().st_mode & 0o777) == (NEW, mode)
    file.chmod(0o600)
    write_durably(file, NEW, shared=True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(file.parent.iterdir()) == [new, file]


@pytest.mark.parametrize(("call", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_leaves_nothing_of_a_new_file_that_is_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, fault: Callable[..., int]
) -> None:
    monkeypatch.setattr(os, call, fault)
    with pytest.raises(OSError, match=r"error|space"):
        write_durably(tmp_path / "new.md", NEW, shared=True)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_durably(tmp_path / "none" / "notes.json", NEW)


def test_folders_are_made_private_and_as_deep_as_needed(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_a_copy_never_takes_the_place_of_a_file(file: Path) -> None:
    copy_durably(file, file.with_name("copy"))
    assert file.with_name("copy").read_bytes() == OLD
    with pytest.raises(FileExistsError):
        copy_durably(file.with_name("copy"), file)


def test_a_copy_that_fails_is_not_left(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(NEW)
    monkeypatch.setattr(os, "write", full_disk)
    with pytest.raises(OSError, match="space"):
        copy_durably(file, file.with_name("copy"))
    assert list(file.parent.iterdir()) == [file]


def test_only_stale_temporary_files_of_ours_are_swept(tmp_path: Path) -> None:
    stale, fresh, foreign = (tmp_path / name for name in (".baijia-a.tmp", ".baijia-b.tmp", "mine.tmp"))
    for path in (stale, fresh, foreign):
        path.write_bytes(b"")
    for path in (stale, foreign):
        os.utime(path, (0, 0))
    sweep(tmp_path)
    sweep(tmp_path / "none")
    assert sorted(tmp_path.iterdir()) == [fresh, foreign]
