"""Compiled tables are kept in a private folder, and made anew in silence when anything about them is wrong."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.script import CONFIGS, Edition, are_ready, convert, load_kept_tables, load_tables
from desktop.script.tables import cache, compiling, cut
from desktop.script.tables import loading as tables
from desktop.script.tables.cache import read_packed
from desktop.script.tables.dictionaries import Package
from desktop.sealed import write_sealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.script.tables.compiling import Packed

DEFAULT = Edition.REIMPLEMENTED


@pytest.fixture(autouse=True)
def _nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no tables loaded, whatever other tests loaded."""
    monkeypatch.setattr(tables, "_loaded", {})


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the tables of tw2sp are kept, with none loaded."""
    load_tables("tw2sp", DEFAULT, tmp_path)
    monkeypatch.setattr(tables, "_loaded", {})
    return tmp_path


def test_tables_that_need_jieba_are_loaded_without_and_are_ready_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_tables("s2tw", Edition.BAIJIA, tmp_path)
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(cut, "_the_cut", cut.WordCut())
    assert load_kept_tables("s2tw", Edition.BAIJIA, tmp_path)
    assert not load_kept_tables("tw2s", Edition.BAIJIA, tmp_path), "none are kept"
    assert not are_ready("s2tw", Edition.BAIJIA)
    assert not cut.the_cut().is_loaded
    load_tables("s2tw", Edition.BAIJIA, tmp_path)
    assert are_ready("s2tw", Edition.BAIJIA)


def test_who_converts_before_jieba_is_loaded_waits_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_tables("s2tw", Edition.BAIJIA, tmp_path)
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(cut, "_the_cut", cut.WordCut())
    assert load_kept_tables("s2tw", Edition.BAIJIA, tmp_path)
    assert convert("这只有", "s2tw", Edition.BAIJIA).text == "這只有"
    assert cut.the_cut().is_loaded


def test_other_contexts_make_them_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_tables("s2tw", Edition.BAIJIA, tmp_path)
    assert read_packed(tmp_path, "s2tw", Edition.BAIJIA) is not None
    monkeypatch.setattr(cache, "read_contexts_file", lambda: b"")
    assert read_packed(tmp_path, "s2tw", Edition.BAIJIA) is None


def _file(folder: Path) -> Path:
    return next((folder / "script").iterdir())


def test_a_conversion_is_ready_once_its_tables_are_loaded() -> None:
    assert not are_ready("tw2s")
    load_tables("tw2s")
    assert are_ready("tw2s")
    assert not are_ready("tw2s", Edition.OFFICIAL)


@pytest.mark.parametrize("edition", Edition)
def test_kept_tables_convert_as_compiled_ones_do(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "這個埠號是隨身碟的，什麼內存\U00020000硬著頭皮"
    load_tables("tw2sp", edition, tmp_path)
    compiled = convert(text, "tw2sp", edition)
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(compiling, "compile_chain", None)
    load_tables("tw2sp", edition, tmp_path)
    assert convert(text, "tw2sp", edition) == compiled


def test_tables_that_are_not_kept_are_not_compiled_unasked(tmp_path: Path) -> None:
    assert not load_kept_tables("tw2s", DEFAULT, tmp_path)
    assert not are_ready("tw2s")


def test_kept_tables_are_loaded_without_compiling(kept: Path) -> None:
    assert load_kept_tables("tw2sp", DEFAULT, kept)
    assert are_ready("tw2sp")


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _make_older(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"tables 3", b"tables 1", 1))


def _delete(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [_truncate, _empty, _make_older, _delete])
def test_anything_wrong_is_made_anew_in_silence(kept: Path, damage: Callable[[Path], None]) -> None:
    sound = _file(kept).read_bytes()
    damage(_file(kept))
    assert read_packed(kept, "tw2sp", DEFAULT) is None
    load_tables("tw2sp", DEFAULT, kept)
    assert convert("埠", "tw2sp").text == "端口"
    assert len(_file(kept).read_bytes()) == len(sound)
    assert read_packed(kept, "tw2sp", DEFAULT) is not None


def test_another_dictionary_makes_them_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Package.read

    def longer(self: Package, path: str) -> bytes:
        return read(self, path) + b"\n"

    monkeypatch.setattr(Package, "read", longer)
    assert read_packed(kept, "tw2sp", DEFAULT) is None


def test_another_python_makes_them_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 99, 0))
    assert read_packed(kept, "tw2sp", DEFAULT) is None


def test_a_sealed_file_that_holds_no_tables_is_none(kept: Path) -> None:
    header = _file(kept).read_bytes().partition(b"\n")[0] + b"\n"
    write_sealed(_file(kept), header, b"\x00not marshal")
    assert read_packed(kept, "tw2sp", DEFAULT) is None


def _other(packed: Packed, place: int, value: Any) -> Any:  # noqa: ANN401 (whatever marshal can write)
    """Return `packed` with another `value` at `place`."""
    return (*packed[:place], value, *packed[place + 1 :])


SHAPES: dict[str, Callable[[Packed], Any]] = {
    "none": lambda _: None,
    "a number": lambda _: 7,
    "too short": lambda packed: packed[:-1],
    "too long": lambda packed: (*packed, ""),
    "a short table": lambda packed: _other(packed, 0, packed[0][:-1]),
    "a bad expression": lambda packed: _other(packed, 1, "("),
    "glue of numbers": lambda packed: _other(packed, 2, {"a": 1}),
    "another detector": lambda packed: _other(packed, 3, b"x"),
    "pairs in a list": lambda packed: _other(packed, 4, list(packed[4])),
    "pairs of numbers": lambda packed: _other(packed, 4, frozenset({1})),
    "a stage too short": lambda packed: _other(packed, 5, (packed[5][0][:-1],)),
    "an unknown rule": lambda packed: _other(packed, 5, (("shortest", *packed[5][0][1:]),)),
    "values too few": lambda packed: _other(packed, 5, ((*packed[5][0][:3], "", *packed[5][0][4:]),)),
    "tiers unnamed": lambda packed: _other(packed, 5, ((*packed[5][0][:6], ()),)),
    "lines of another form": lambda packed: _other(packed, 5, ((*packed[5][0][:5], {"a": "a\tb"}, packed[5][0][6]),)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_sealed_tables_of_another_shape_are_passed_over_and_made_anew(kept: Path, shape: str) -> None:
    header = _file(kept).read_bytes().partition(b"\n")[0] + b"\n"
    packed = read_packed(kept, "tw2sp", DEFAULT)
    assert packed is not None
    write_sealed(_file(kept), header, marshal.dumps(SHAPES[shape](packed)))
    assert not load_kept_tables("tw2sp", DEFAULT, kept)
    load_tables("tw2sp", DEFAULT, kept)
    assert convert("埠", "tw2sp").text == "端口"
    assert read_packed(kept, "tw2sp", DEFAULT) == packed


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_time(tmp_path: Path) -> None:
    (tmp_path / "script").write_text("in the way")
    load_tables("tw2sp", DEFAULT, tmp_path)
    assert convert("埠", "tw2sp").text == "端口"


def test_every_configuration_of_either_edition_is_kept_apart(tmp_path: Path) -> None:
    load_tables("t2tw", DEFAULT, tmp_path)
    found = {(c, e) for c in CONFIGS for e in Edition if read_packed(tmp_path, c, e) is not None}
    assert found == {("t2tw", DEFAULT)}
