"""A sealed file is read only if it is as it was written, in a folder that only this user can write to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

HEADER, BODY = b"made from this\n", b"ready \0\xff" * 100

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile's folders private itself")


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Return a file that was just sealed."""
    path = tmp_path / "private" / "some.tables"
    write_sealed(path, HEADER, BODY)
    return path


def test_what_was_sealed_is_read(sealed: Path) -> None:
    assert read_sealed(sealed, HEADER) == BODY
    assert [path.name for path in sealed.parent.iterdir()] == ["some.tables"]


def test_sealing_again_replaces(sealed: Path) -> None:
    write_sealed(sealed, HEADER, b"newer")
    assert read_sealed(sealed, HEADER) == b"newer"


def test_another_header_is_another_file(sealed: Path) -> None:
    assert read_sealed(sealed, b"made from that\n") is None


@pytest.mark.parametrize("at", [0, 5, 20, 60, 400])
def test_a_changed_byte_is_noticed(sealed: Path, at: int) -> None:
    data = bytearray(sealed.read_bytes())
    data[at] ^= 1
    sealed.write_bytes(data)
    assert read_sealed(sealed, HEADER) is None


@pytest.mark.parametrize("kept", [0, 10, 15, 40, 47, 500])
def test_a_torn_file_is_noticed(sealed: Path, kept: int) -> None:
    sealed.write_bytes(sealed.read_bytes()[:kept])
    assert read_sealed(sealed, HEADER) is None


def test_no_file_and_no_folder_are_nothing(tmp_path: Path) -> None:
    assert read_sealed(tmp_path / "none", HEADER) is None
    assert read_sealed(tmp_path / "nowhere" / "none", HEADER) is None
    assert read_sealed(tmp_path, HEADER) is None


@posix_only
def test_in_a_folder_that_others_can_write_to_nothing_is_read_or_written(sealed: Path) -> None:
    sealed.parent.chmod(0o777)
    assert read_sealed(sealed, HEADER) is None
    write_sealed(sealed, HEADER, b"newer")
    sealed.parent.chmod(0o700)
    assert read_sealed(sealed, HEADER) == BODY


@posix_only
def test_a_link_to_a_folder_is_not_a_private_folder(sealed: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(sealed.parent)
    assert read_sealed(tmp_path / "link" / sealed.name, HEADER) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    write_sealed(tmp_path / "file" / "some.tables", HEADER, BODY)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
