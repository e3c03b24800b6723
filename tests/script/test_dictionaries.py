"""The package's files are read as data, and a machine without them gets one sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.script import CONFIGS, DictionaryError
from desktop.script.dictionaries import first_candidate, read_chain, read_dictionary
from tests.script.reference import stage_dictionaries

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("config", CONFIGS)
def test_a_chain_has_the_dictionaries_that_the_package_loads(config: str) -> None:
    assert [[read_dictionary(name) for name in names] for names in read_chain(config)] == stage_dictionaries(config)


def test_the_first_of_several_values_is_used() -> None:
    assert first_candidate("髮 發") == "髮"
    assert first_candidate("頭髮") == "頭髮"


def _install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `folder` the only place that packages are found in."""
    monkeypatch.delitem(sys.modules, "opencc", raising=False)
    monkeypatch.setattr(sys, "path", [str(folder)])


def test_no_package_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=r"^The [^.]+ install opencc-python-reimplemented[^.]+\.$"):
        read_dictionary.__wrapped__("STPhrases.txt")


def test_the_other_package_of_that_name_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "opencc" / "clib").mkdir(parents=True)
    (tmp_path / "opencc" / "__init__.py").write_text("raise RuntimeError('must not be run')")
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=r"missing \(config/s2t\.json\).* and not the package opencc"):
        read_chain.__wrapped__("s2t")


@pytest.mark.parametrize("content", [b"no tab\n", b"\xff\xfe\tx\n", b"a\tb\tc\n"])
def test_a_damaged_dictionary_is_refused(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "opencc" / "dictionary").mkdir(parents=True)
    (tmp_path / "opencc" / "dictionary" / "STPhrases.txt").write_bytes(content)
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=r"STPhrases\.txt"):
        read_dictionary.__wrapped__("STPhrases.txt")


@pytest.mark.parametrize("content", ["", "{}", '{"conversion_chain": [{"dict": {"type": "txt"}}]}', "[1]"])
def test_a_damaged_configuration_is_refused(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "opencc" / "config").mkdir(parents=True)
    (tmp_path / "opencc" / "config" / "s2t.json").write_text(content)
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match="damaged"):
        read_chain.__wrapped__("s2t")
