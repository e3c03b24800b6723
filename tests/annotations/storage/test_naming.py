"""The names of stores: one for each text, whatever its file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import store_path
from tests.annotations.samples import SHA, document

if TYPE_CHECKING:
    from pathlib import Path


def test_a_store_is_named_after_the_text(tmp_path: Path) -> None:
    assert store_path(tmp_path, document("問答 一.txt")) == tmp_path / f"{SHA[:32]}.json"


def test_the_same_text_under_another_name_has_the_same_store(tmp_path: Path) -> None:
    assert store_path(tmp_path, document("舊名.txt")) == store_path(tmp_path, document("../新名.md"))
