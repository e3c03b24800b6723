"""Two windows of the app, each a process of its own, that save the same notes at the same time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.annotations.samples import sample
from tests.annotations.stores import opened

if TYPE_CHECKING:
    from pathlib import Path

NOTES = 12
PROGRAM = """
import os, sys, pathlib
os.fsync = lambda handle: None  # a crash of the machine is not what is tested here
from tests.annotations.samples import sample
from tests.annotations.stores import opened
store = opened(pathlib.Path(sys.argv[1]))
mine = {}
sys.stdin.readline()
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    one = sample(number)
    mine[one.id] = one
    store.save(mine)
"""


def window(folder: Path, start: int, end: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(folder), str(start), str(end)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, text=True)


def test_windows_that_save_in_the_same_milliseconds_drop_no_note(tmp_path: Path) -> None:
    windows = [window(tmp_path, start, start + NOTES) for start in (0, NOTES)]
    for process in windows:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.close()
    assert [process.wait(30) for process in windows] == [0, 0]
    loaded = opened(tmp_path).load()
    assert (set(loaded.annotations), loaded.notices) == ({sample(number).id for number in range(2 * NOTES)}, ())
