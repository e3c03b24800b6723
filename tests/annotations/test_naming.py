"""The names of stores: readable, allowed everywhere, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import store_path
from desktop.annotations.naming import readable_stem
from tests.annotations.samples import SHA, document


def test_a_store_is_named_after_its_document_and_its_text(tmp_path: Path) -> None:
    assert store_path(tmp_path, document("問答 一.txt")) == tmp_path / f"問答 一.{SHA[:16]}.json"


def test_a_folder_that_is_not_there_yet_will_do(tmp_path: Path) -> None:
    assert store_path(tmp_path / "none", document()).parent == tmp_path / "none"


def test_a_renamed_document_finds_its_notes(tmp_path: Path) -> None:
    old = store_path(tmp_path, document("舊名.txt"))
    old.write_text("{}")
    assert store_path(tmp_path, document("新名.txt")) == old


def test_its_own_name_comes_before_others(tmp_path: Path) -> None:
    own = store_path(tmp_path, document("乙.txt"))
    for path in (own, store_path(tmp_path, document("丙.txt")), tmp_path / f"甲.{SHA[:16]}.json"):
        path.write_text("{}")
    assert store_path(tmp_path, document("乙.txt")) == own


def test_what_was_set_aside_is_no_store(tmp_path: Path) -> None:
    (tmp_path / f"問答.{SHA[:16]}.damaged-20260102T030405Z.json").write_text("{}")
    assert store_path(tmp_path, document("新名.txt")).name == f"新名.{SHA[:16]}.json"


@pytest.mark.parametrize(
    ("stem", "readable"),
    [
        ("../../etc", "_.._etc"),
        ("a\u202egpj", "a_gpj"),
        ("行\n行", "行_行"),
        ("CON", "_CON"),
        ("com1.old", "_com1.old"),
        (" . ", "thread"),
        ("長" * 99, "長" * 40),
        ("\udce9t\udce9", "_t_"),
    ],
)
def test_a_stem_is_made_harmless(stem: str, readable: str) -> None:
    assert readable_stem(stem) == readable


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_stem_makes_one_name_that_fits(stem: str) -> None:
    name = readable_stem(stem)
    assert name
    assert Path(name).name == name
    assert len(name.encode()) <= 164
