"""Snapshots: a text comes back as it was kept, or not at all."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.annotations.recognition import snapshots as module
from desktop.annotations.recognition.snapshots import Snapshots

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "內存不足，先關網頁。𠮷野家😀\n"


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.fixture
def kept(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "data" / "snapshots")


def only_file(kept: Snapshots) -> Path:
    [path] = kept.folder.iterdir()
    return path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_any_text_comes_back_as_it_was_kept(kept: Snapshots, text: str) -> None:
    kept.keep(text, digest(text))
    assert kept.holds(digest(text))
    assert kept.text(digest(text)) == text


def test_a_text_is_kept_compressed_for_its_owner_alone(kept: Snapshots) -> None:
    kept.keep(TEXT * 1000, digest(TEXT * 1000))
    path = only_file(kept)
    assert path.name == f"{digest(TEXT * 1000)}.txt.gz"
    assert path.stat().st_size < 1000
    assert path.stat().st_mode & 0o077 == 0


def test_a_text_that_is_kept_is_not_written_again(kept: Snapshots, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep(TEXT, digest(TEXT))
    monkeypatch.setattr(module, "write_durably", None)
    kept.keep(TEXT, digest(TEXT))
    with pytest.raises(TypeError):
        kept.keep(TEXT * 2, digest(TEXT * 2))


def test_what_was_never_kept_is_nothing(kept: Snapshots) -> None:
    assert kept.text(digest(TEXT)) is None
    assert not kept.holds(digest(TEXT))
    assert kept.discard((), 0) == 0


def test_a_file_cut_short_anywhere_is_nothing(kept: Snapshots) -> None:
    kept.keep(TEXT, digest(TEXT))
    path = only_file(kept)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert kept.text(digest(TEXT)) is None


def test_another_text_under_the_name_is_nothing(kept: Snapshots) -> None:
    kept.keep(TEXT, digest(TEXT))
    only_file(kept).write_bytes(gzip.compress(b"another"))
    assert kept.text(digest(TEXT)) is None


def test_a_file_that_would_unpack_without_end_is_nothing(kept: Snapshots, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_TEXT", 1000)
    kept.keep("a" * 5000, digest("a" * 5000))
    assert kept.text(digest("a" * 5000)) is None


@pytest.mark.parametrize("name", ["", "../../secret", "A" * 64, "9f" * 31, "9f" * 32 + "\n"])
def test_what_is_no_digest_names_no_file(kept: Snapshots, name: str) -> None:
    kept.keep(TEXT, name)
    assert kept.text(name) is None
    assert not kept.folder.exists()


def test_only_old_texts_that_nothing_needs_are_discarded(kept: Snapshots) -> None:
    old, needed, young = TEXT, TEXT * 2, TEXT * 3
    for text in (old, needed, young):
        kept.keep(text, digest(text))
    for text in (old, needed):
        os.utime(kept.folder / f"{digest(text)}.txt.gz", (0, 0))
    strange = kept.folder / "notes.txt.gz"
    strange.write_bytes(b"")
    os.utime(strange, (0, 0))
    assert kept.discard({digest(needed)}, 3600) == 1
    assert kept.texts(map(digest, (old, needed, young))) == {digest(needed): needed, digest(young): young}
    assert strange.exists()
