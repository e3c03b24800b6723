"""A few of the spoilt files that `tests.faults.json_fuzz` makes by the million."""

from __future__ import annotations

import os
from random import Random

import pytest

from tests.annotations.fuzzing import spoilt, survives
from tests.faults.json_fuzz import kept_by_a_store


@pytest.mark.parametrize("seed", range(5))
def test_a_spoilt_file_is_understood_or_refused_in_a_sentence(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    assert {survives(spoilt(random)) for _ in range(100)} == {True, False}


def test_a_store_keeps_every_spoilt_file_and_saves_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(handle: int) -> None: ...

    monkeypatch.setattr(os, "fsync", nothing)
    random = Random(0)  # noqa: S311 (no secret)
    assert {kept_by_a_store(spoilt(random)) for _ in range(30)} == {True, False}
