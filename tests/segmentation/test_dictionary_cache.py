"""The cache of jieba's dictionary: private, checked to the last byte, and dispensable."""

from __future__ import annotations

import importlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.segmentation import jieba_library, prefix_dictionary
from desktop.segmentation.dictionary_cache import load_dictionary
from desktop.segmentation.prefix_dictionary import PrefixDictionary, build_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable

ENTRIES = "北京 9 ns\n北京大学 5 nt\n大学 7 n\n大学生 3 n\n生 2 v\n"
FREQUENCIES = {"北": 0, "北京": 9, "北京大": 0, "北京大学": 5, "大": 0, "大学": 7, "大学生": 3, "生": 2}


@pytest.fixture(autouse=True)
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a dictionary of five entries in the place of jieba's, read in slices of three."""
    path = tmp_path / "dict.txt"
    path.write_text(ENTRIES, encoding="utf-8")
    monkeypatch.setattr(jieba_library, "dictionary_path", lambda: path)
    monkeypatch.setattr(prefix_dictionary, "SLICE_ENTRIES", 3)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note each time that the dictionary is built rather than read from the cache."""
    built = list[Path]()

    def build(path: Path, pause: Callable[[], None]) -> PrefixDictionary:
        built.append(path)
        return build_dictionary(path, pause)

    monkeypatch.setattr("desktop.segmentation.dictionary_cache.build_dictionary", build)
    return built


def cache_file(folder: Path) -> Path:
    return folder / "jieba" / "dictionary.cache"


def test_every_prefix_of_a_word_is_in_the_dictionary_as_jieba_builds_it(source: Path) -> None:
    jieba: Any = importlib.import_module("jieba")
    built = build_dictionary(source)
    assert (built.frequencies, built.total) == (FREQUENCIES, 26)
    assert (built.frequencies, built.total) == jieba.Tokenizer.gen_pfdict(source.open("rb"))


def test_other_threads_may_run_after_every_slice(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = list[float]()
    monkeypatch.setattr("time.sleep", pauses.append)
    build_dictionary(source)
    assert len(pauses) == 2
    assert min(pauses) > 0


def test_the_second_load_comes_from_the_cache(folder: Path, builds: list[Path]) -> None:
    first, second = load_dictionary(folder), load_dictionary(folder)
    assert (second.frequencies, second.total) == (first.frequencies, first.total) == (FREQUENCIES, 26)
    assert len(builds) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_reader_may_look_into_the_folder(folder: Path) -> None:
    load_dictionary(folder)
    assert stat.S_IMODE(cache_file(folder).parent.stat().st_mode) == 0o700


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_cache_with_a_wrong_byte_or_a_torn_end_is_made_anew(folder: Path, data: st.DataObject) -> None:
    load_dictionary(folder)
    sound = cache_file(folder).read_bytes()
    place = data.draw(st.integers(0, len(sound) - 1))
    damaged = bytearray(sound)
    damaged[place] ^= data.draw(st.integers(1, 255))
    cache_file(folder).write_bytes(data.draw(st.sampled_from([bytes(damaged), sound[:place], sound + b"\0"])))
    assert load_dictionary(folder).frequencies == FREQUENCIES
    assert cache_file(folder).read_bytes() == sound


def test_a_dictionary_that_jieba_changed_is_read_anew(folder: Path, source: Path) -> None:
    load_dictionary(folder)
    source.write_text(ENTRIES.replace("北京 9", "北京 8"), encoding="utf-8")
    assert load_dictionary(folder).frequencies["北京"] == 8


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_that_others_may_write_in_is_neither_read_nor_written(folder: Path, builds: list[Path]) -> None:
    load_dictionary(folder)
    cache_file(folder).parent.chmod(0o777)
    written = cache_file(folder).stat().st_mtime_ns
    assert load_dictionary(folder).frequencies == FREQUENCIES
    assert len(builds) == 2
    assert cache_file(folder).stat().st_mtime_ns == written


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert load_dictionary(folder).frequencies == FREQUENCIES


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    load_dictionary(None)
    assert [path.name for path in tmp_path.iterdir()] == ["dict.txt"]
