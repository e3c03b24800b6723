"""A reader who is to choose an encoding sees how the file begins in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents import ENCODINGS, first_lines
from tests.documents.threads import SIMPLIFIED

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_lines_are_told_in_each_encoding_that_they_can_be_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("PLAIN\n\n" + SIMPLIFIED).encode("gb18030"))
    found = first_lines(path)
    assert found["gb18030"].startswith("租房住，怎么才能养活一盆绿植？\n阳台上的内存条\n先说结论")
    assert "utf-8" not in found
    assert set(found) <= set(ENCODINGS)


def test_the_first_lines_of_a_damaged_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED[:60].encode() + b"\xff" + SIMPLIFIED[60:].encode())
    assert "\ufffd" in first_lines(path)["utf-8"]


def test_nothing_is_told_of_what_is_no_file(tmp_path: Path) -> None:
    assert first_lines(tmp_path) == {}
    assert first_lines(tmp_path / "gone\0") == {}
