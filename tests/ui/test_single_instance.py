"""One app for each data folder: files are handed over, whoever hangs or was killed stops nobody, noise is let be."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QDialog

from desktop.app.single_instance import LONGEST, Request, SingleInstance, address, read_request, write_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]


class Ear(QObject):
    """Keeps the requests that a reception passes on."""

    def __init__(self, reception: SingleInstance) -> None:
        super().__init__()
        self.heard: list[Request] = []
        reception.asked.connect(self.hear)

    def hear(self, request: Request) -> None:
        self.heard.append(request)


@pytest.fixture
def reception(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., SingleInstance]]:
    """Yield what makes a reception on one data folder."""
    made: list[SingleInstance] = []

    def make(root: Path = tmp_path, patience: float = 0.3) -> SingleInstance:
        made.append(SingleInstance(root, None, patience))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def first(reception: Callable[..., SingleInstance]) -> SingleInstance:
    """Return the reception of the first app, which listens."""
    first = reception()
    assert not first.hand_over(())
    first.listen()
    return first


SECOND = """
import sys
from pathlib import Path
from desktop.app.single_instance import SingleInstance
one = SingleInstance(Path(sys.argv[1]), None, float(sys.argv[2]))
sys.exit(not one.hand_over([Path(name) for name in sys.argv[3:]]))
"""


def start(root: Path, *files: str | bytes, patience: float = 3) -> subprocess.Popen[bytes]:
    """Start a second app on `root` that ends with 0 if its `files` were taken."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_ACTIVATION_TOKEN": "t1"}
    command = [sys.executable, "-c", SECOND, str(root), str(patience), *files]
    return subprocess.Popen(command, cwd=root, env=environment)


def ended(qtbot: QtBot, process: subprocess.Popen[bytes]) -> int:
    """Return the code that `process` ended with, while this one handles events."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    return process.wait()


def visit(qtbot: QtBot, root: Path, data: bytes) -> bytes:
    """Return all that the app on `root` says to one who sends `data`."""
    socket = QLocalSocket()
    socket.connectToServer(address(root, os.environ))
    assert socket.waitForConnected(1000)
    socket.write(data)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=7_000)
    return bytes(socket.readAll().data())


def test_files_reach_the_first_app_with_their_whole_paths(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    ear = Ear(first)
    assert ended(qtbot, start(tmp_path, "讀書.txt", "b c\n.txt", b"/\xff.txt")) == 0
    files = (tmp_path / "讀書.txt", tmp_path / "b c\n.txt", Path(os.fsdecode(b"/\xff.txt")))
    assert ear.heard == [Request(files, "t1")]


def test_an_app_without_files_asks_for_the_window_alone(qtbot: QtBot, first: SingleInstance, tmp_path: Path) -> None:
    ear = Ear(first)
    assert ended(qtbot, start(tmp_path)) == 0
    assert [request.files for request in ear.heard] == [()]


def test_another_data_folder_is_another_app(
    first: SingleInstance, reception: Callable[..., SingleInstance], tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = reception(tmp_path / "other")
    assert not other.hand_over((Path("a.txt"),))
    other.listen()
    assert other.findChildren(QLocalServer)


def test_a_link_to_the_data_folder_is_the_same_app(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data", target_is_directory=True)
    assert address(tmp_path / "link", {}) == address(tmp_path / "data", {})


def test_an_app_that_hangs_is_left_alone_and_gets_nothing(
    qtbot: QtBot, first: SingleInstance, reception: Callable[..., SingleInstance]
) -> None:
    ear, second = Ear(first), reception()
    started = time.monotonic()
    assert not second.hand_over((Path("a.txt"),)), "on this thread, so that nobody answers"
    assert time.monotonic() - started < 2
    qtbot.wait(100)
    assert ear.heard == []
    second.listen()
    assert not second.findChildren(QLocalServer), "who is not first answers for nobody"


def test_an_app_that_starts_at_the_same_moment_is_waited_for(
    qtbot: QtBot, reception: Callable[..., SingleInstance], tmp_path: Path
) -> None:
    first = reception()
    assert not first.hand_over(())
    ear = Ear(first)
    second = start(tmp_path, patience=10)
    time.sleep(1)
    assert second.poll() is None
    first.listen()
    assert ended(qtbot, second) == 0
    assert len(ear.heard) == 1


def test_when_the_first_ends_the_next_is_first(
    qtbot: QtBot, first: SingleInstance, reception: Callable[..., SingleInstance], tmp_path: Path
) -> None:
    first.close()
    next_one = reception()
    assert not next_one.hand_over(())
    next_one.listen()
    ear = Ear(next_one)
    assert ended(qtbot, start(tmp_path)) == 0
    assert len(ear.heard) == 1


KILLED = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.app.single_instance import SingleInstance
app = QApplication([])
first = SingleInstance(Path(sys.argv[1]))
assert not first.hand_over(())
first.listen()
print(first._server.fullServerName(), flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is Unix's")
def test_what_a_killed_app_left_stops_nobody(
    qtbot: QtBot, reception: Callable[..., SingleInstance], tmp_path: Path
) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        socket = Path(victim.stdout.readline().decode().strip())
        assert stat.S_ISSOCK(socket.stat().st_mode)
        assert socket.stat().st_mode & 0o077 == 0, "for its owner alone"
        victim.send_signal(signal.SIGKILL)
    assert socket.exists()
    next_one = reception(patience=5)
    started = time.monotonic()
    assert not next_one.hand_over((Path("a.txt"),))
    assert time.monotonic() - started < 0.5
    next_one.listen()
    ear = Ear(next_one)
    assert ended(qtbot, start(tmp_path)) == 0
    assert len(ear.heard) == 1
    next_one.close()
    assert not socket.exists()


def test_where_no_lock_can_be_had_each_app_runs_by_itself(
    reception: Callable[..., SingleInstance], tmp_path: Path
) -> None:
    assert not reception(tmp_path / "nowhere").hand_over(())


@pytest.mark.parametrize(
    "noise",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b'{"files": null}\n',
        b'{"files": [3]}\n',
        b'{"files": ["relative.txt"]}\n',
        b'{"files": ["/nul\\u0000"]}\n',
        b'{"files": [], "token": 3}\n',
        b'{"files": ["/\\ud800.txt"]}\n',
        b'{"files": [], "token": "\\ud800"}\n',
        b'{"files": [' + b",".join([b'"/a"'] * 101) + b"]}\n",
        b"[" * 100_000 + b"\n",
        '{"files": ["/讀"]}\n'.encode(),
        b"x" * (LONGEST + 2),
    ],
    ids=lambda noise: noise[:20].decode("utf-8", "replace"),
)
def test_noise_is_answered_with_nothing(qtbot: QtBot, first: SingleInstance, tmp_path: Path, noise: bytes) -> None:
    ear = Ear(first)
    assert b"ok" not in visit(qtbot, tmp_path, noise)
    assert ear.heard == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["files", "token"]), inner),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_whatever_is_read_is_a_request_or_none(data: bytes) -> None:
    request = read_request(data)
    assert request is None or all(path.is_absolute() for path in request.files)


# Names as a file system may give them: bytes that are no UTF-8 come as lone surrogates (PEP 383).
NAMES = st.binary(min_size=1, max_size=9).map(lambda name: os.fsdecode(name.replace(b"\0", b"0")))


@given(st.lists(NAMES, max_size=4), st.text("ab9_"))
def test_a_request_is_read_as_it_was_written(names: list[str], token: str) -> None:
    request = Request(tuple(Path("/", name) for name in names), token)
    line = write_request(request)
    assert line.count(b"\n") == 1
    assert read_request(line) == request


def test_the_window_comes_to_the_fore_and_shows_the_first_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    from desktop.app import WindowHost

    session = window.session
    host = next(child for child in session.children() if isinstance(child, WindowHost))
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("問?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n", encoding="utf-8")
    window.showMinimized()
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    before = session.state.document
    host.receive(Request((tmp_path / "one.txt", tmp_path / "two.txt")))
    assert not window.isMinimized()
    qtbot.wait(300)
    assert session.state.document is before, "a dialog is about what is open"
    dialog.close()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: session.state.document is not before)
    assert session.state.document is not None
    assert session.state.document.path.name == "one.txt"
    assert [path.name for path in session.state.recent[:2]] == ["one.txt", "two.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="ended by SIGTERM")
def test_a_second_app_started_with_a_file_ends_and_the_first_shows_it(tmp_path: Path) -> None:
    data, thread = tmp_path / "data", tmp_path / "one.txt"
    thread.write_text("問?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n", encoding="utf-8")
    command = [sys.executable, "-m", "desktop", "--data-dir", str(data)]
    with subprocess.Popen(command, cwd=ROOT) as first:
        until = time.monotonic() + 20
        while not (data / "baijia.lock").exists() and time.monotonic() < until:
            time.sleep(0.05)
        second = subprocess.run([*command, str(thread)], cwd=ROOT, check=False, timeout=20)
        assert second.returncode == 0
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(20) == 0
    assert json.loads((data / "state.json").read_bytes())["last"] == str(thread)
