"""One writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.annotations.storage.lock import locked

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []
    with locked(tmp_path / "lock"):
        second = threading.Thread(target=enter, args=(tmp_path / "lock", order))
        second.start()
        second.join(0.05)
        order.append("first")
    second.join()
    assert order == ["first", "second"]


def enter(path: Path, order: list[str]) -> None:
    with locked(path):
        order.append("second")


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(OSError, match="another window"), locked(tmp_path / "lock", 0.02):
        pass
    with locked(tmp_path / "lock", 0):
        pass


def test_a_writer_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    program = "import os, sys; from pathlib import Path; from desktop.annotations.storage.lock import locked\n"
    program += "with locked(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "lock")], check=False)
    assert done.returncode == -9
    with locked(tmp_path / "lock", 0):
        pass


def test_an_error_inside_lets_go_of_the_lock(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / "lock"):
        raise KeyError
    with locked(tmp_path / "lock", 0):
        pass


def test_a_lock_that_is_there_can_be_held_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    path.touch()
    real = os.open

    def read_only(name: Path, flags: int, *mode: int) -> int:
        if flags & (os.O_RDWR | os.O_CREAT):
            raise OSError(30, os.strerror(30), str(name))
        return real(name, flags, *mode)

    monkeypatch.setattr(os, "open", read_only)
    with locked(path), pytest.raises(OSError, match="another window"), locked(path, 0):
        pass
    with pytest.raises(OSError, match="Read-only"), locked(tmp_path / "none"):
        pass
