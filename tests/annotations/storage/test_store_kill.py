"""A few of the kills that `tests.faults.kill` makes by the thousand, and a file that may not grow."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import disk, kill

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="windows are forked here")


@pytest.mark.parametrize("shared", [False, True])
def test_what_was_called_saved_is_there_when_either_of_two_windows_was_killed(
    tmp_path: Path, *, shared: bool
) -> None:
    saves, losses = kill.run(tmp_path, 10, shared=shared)
    assert saves
    assert losses == []


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's")
def test_what_was_called_saved_is_there_when_a_file_may_not_grow(capsys: pytest.CaptureFixture[str]) -> None:
    assert disk.run("file-size", disk.SCENARIOS["file-size"]) == []
    assert "failed" in capsys.readouterr().out
