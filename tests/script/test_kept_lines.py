"""Lines are kept as they were converted by words, and are taken again only where all is as it was."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop.script import Edition, Names, convert, find_names, load_tables
from desktop.script.kept_lines import KeptLines, read_lines, remember_lines, remembered_lines, write_lines
from desktop.script.tables import cache, cut
from desktop.script.tables import loading as tables
from desktop.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

OWN = Edition.BAIJIA
KEYS = (("s2twp", OWN),)
LINES = ("这只有一只猫，余先生和面试官签合约。", "内存里面发了头发。", "\ud800 a𠮷b")
SHA = "a" * 64


@pytest.fixture
def kept() -> KeptLines:
    """Return what is kept of the lines above."""
    names = find_names("\n".join(LINES), ["余先生"])
    for line in LINES:
        convert(line, "s2twp", OWN, names=names)
    convert("别的一行，只有头发", "s2twp", OWN, names=names)
    return KeptLines(names, ("余先生",), names, remembered_lines(KEYS, names, LINES))


def test_what_is_kept_is_found_again_and_nothing_of_other_lines(tmp_path: Path, kept: KeptLines) -> None:
    write_lines(tmp_path, SHA, KEYS, kept)
    assert read_lines(tmp_path, SHA, KEYS) == kept
    assert set(kept.lines["s2twp"]) == set(LINES)


def test_lines_that_are_kept_are_shown_without_jieba(
    tmp_path: Path, kept: KeptLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [convert(line, "s2twp", OWN, names=kept.names) for line in LINES]
    monkeypatch.setattr(tables, "_loaded", {})
    load_tables("s2twp", OWN, tmp_path)
    write_lines(tmp_path, SHA, KEYS, kept)
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(cut, "_the_cut", cut.WordCut())
    assert tables.load_kept_tables("s2twp", OWN, tmp_path)
    again = read_lines(tmp_path, SHA, KEYS)
    assert again is not None
    remember_lines(KEYS, again)
    assert [convert(line, "s2twp", OWN, names=again.names) for line in LINES] == shown
    assert not cut.the_cut().is_loaded
    assert shown[1].changes


def test_of_another_text_other_tables_or_contexts_nothing_is_taken(
    tmp_path: Path, kept: KeptLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(tmp_path, SHA, KEYS, kept)
    assert read_lines(tmp_path, "b" * 64, KEYS) is None
    assert read_lines(tmp_path, SHA, (("s2tw", OWN),)) is None
    (tmp_path / "pages" / f"{'b' * 64}.page").write_bytes((tmp_path / "pages" / f"{SHA}.page").read_bytes())
    assert read_lines(tmp_path, "b" * 64, KEYS) is None
    monkeypatch.setattr(cache, "read_contexts_file", lambda: b"")
    assert read_lines(tmp_path, SHA, KEYS) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"[[], [], [], 7]",
        b"[[], [7], [], {}]",
        b'[[["a", 1]], [], [], {}]',
        b'[[], [], [], {"s2twp": {"a": [[0, 1]]}}]',
        b'[[], [], [], {"s2twp": {"a": [[0, "1", "b", []]]}}]',
        b'[[], [], [], {"s2twp": {"a": [[0, 1, "b", [[0, 1]]]]}}]',
    ],
)
def test_what_is_of_another_shape_is_not_taken(tmp_path: Path, kept: KeptLines, body: bytes) -> None:
    write_lines(tmp_path, SHA, KEYS, kept)
    path = tmp_path / "pages" / f"{SHA}.page"
    header = path.read_bytes().split(b"\n", 1)[0] + b"\n"
    assert json.loads(read_sealed(path, header) or b"")
    write_sealed(path, header, body)
    assert read_lines(tmp_path, SHA, KEYS) is None


def test_only_those_of_the_last_texts_are_kept(tmp_path: Path) -> None:
    nothing = KeptLines(Names(), (), Names(), {})
    for number in range(15):
        write_lines(tmp_path, f"{number:064}", KEYS, nothing)
        os.utime(tmp_path / "pages" / f"{number:064}.page", (number, number))
    write_lines(tmp_path, SHA, KEYS, nothing)
    left = {path.stem.lstrip("0") for path in (tmp_path / "pages").iterdir()}
    assert left == {*map(str, range(4, 15)), SHA}
