"""Whatever stands where one of the app's own files should be, the app starts, says so if need be, and goes on."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from desktop.app import create_window
from desktop.app.single_instance import SingleInstance
from desktop.files import open_regular, read_regular
from desktop.paths import DataFolder, default_seed
from desktop.script import Script
from desktop.text import Span
from desktop.ui.dialogs import leaving
from desktop.ui.dialogs.leaving import Leaving
from tests.disposal import dispose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes, devices and links like these")

KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": lambda path: (path / "in the way").mkdir(parents=True),
    "loop": lambda path: path.symlink_to(path),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "huge": lambda path: (path.touch(), os.truncate(path, 3 << 30)),
}
FILES = {
    "corrections": "corrections.txt",
    "memory": "state.json",
    "log": "baijia.log",
    "lock": "baijia.lock",
    "notes": "annotations/*.json",
    "mirror": "mirror/*.json",
    "lock of the notes": "mirror/*.lock",
    "backup": "backups/*/*.gz",
    "text": "snapshots/*.gz",
    "catalogue": "cache/annotations.json",
    "tables": "cache/script/opencc-python-tw2s.tables",
    "dictionary": "cache/jieba/dictionary.cache",
}


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """Return a data folder with every file that the app makes, the notes on a thread among them."""
    root = tmp_path_factory.mktemp("lived-in") / "data"
    window = started(root)
    session = window.session
    session.show_script(Script.SIMPLIFIED)
    document = session.state.document
    assert document is not None
    start = document.text.index("孤家寡人")
    session.select(Span(start, start + 4))
    session.annotations.highlight()
    ended(window)
    folder = DataFolder(root)
    from desktop.script import load_tables
    from desktop.script.tables import loading as tables
    from desktop.segmentation.dictionary_cache import load_dictionary

    loaded = dict(tables._loaded)  # type: ignore[reportPrivateUsage]
    tables._loaded.clear()  # type: ignore[reportPrivateUsage]
    load_tables("tw2s", cache=folder.cache)
    tables._loaded.update(loaded)  # type: ignore[reportPrivateUsage]
    load_dictionary(folder.cache)
    folder.corrections.write_text("后 → 後 繁\n", "utf-8")
    for pattern in FILES.values():
        assert list(root.glob(pattern)), pattern
    return root


def started(root: Path) -> MainWindow:
    """Return the window of the app on the data folder `root`, started as `run` does it."""
    reception = SingleInstance(DataFolder(root).prepare().root, patience=0.1)
    reception.hand_over(())
    reception.close()
    return create_window(["--data-dir", str(root)])[1]


def leave(_window: object, _reason: object) -> Leaving:
    return Leaving.LEAVE


def ended(window: MainWindow) -> None:
    session = window.session
    assert window.close()
    session.stop()
    dispose(window, session)


@pytest.fixture
def never_waits() -> Iterator[Callable[[Path], None]]:
    """Yield what watches a pipe: whoever waits for its other end is let go after five seconds, and the test fails."""
    over = threading.Event()
    waited: list[Path] = []
    watchers: list[threading.Thread] = []

    def watch(path: Path) -> None:
        if over.wait(5):
            return
        waited.append(path)
        os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))

    def begin(path: Path) -> None:
        watchers.append(threading.Thread(target=watch, args=(path,), daemon=True))
        watchers[-1].start()

    yield begin
    over.set()
    for watcher in watchers:
        watcher.join(5)
    assert not waited


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", FILES)
def test_the_app_starts_and_ends_whatever_stands_there(
    lived_in: Path,
    tmp_path: Path,
    qtbot: QtBot,
    never_waits: Callable[[Path], None],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    kind: str,
) -> None:
    from desktop.script.tables import loading as tables

    root = tmp_path / "data"
    shutil.copytree(lived_in, root)
    for path in list(root.glob(FILES[file])):
        path.unlink()
        KINDS[kind](path)
        if kind == "pipe":
            never_waits(path)
    monkeypatch.setattr(tables, "_loaded", {}) if file == "tables" else None
    window = started(root)
    window.show()
    session = window.session
    qtbot.waitExposed(window)
    assert session.state.document is not None
    assert session.state.document.path == default_seed()
    if file != "memory":
        assert len(session.state.notes.annotations) == 1
    monkeypatch.setattr(leaving, "ask_about_unsaved", leave)
    ended(window)
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "huge"])
def test_what_is_no_regular_file_is_not_opened(
    tmp_path: Path, never_waits: Callable[[Path], None], kind: str
) -> None:
    path = tmp_path / "it"
    KINDS[kind](path)
    if kind == "pipe":
        never_waits(path)
    with pytest.raises(OSError, match=r".") as caught:
        open_regular(path)
    assert str(path) in str(caught.value)


def test_a_regular_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "it"
    path.write_bytes(b"abc")
    assert read_regular(path, 3) == b"abc"
    with pytest.raises(OSError, match="too large"):
        read_regular(path, 2)
    (tmp_path / "link").symlink_to(path)
    assert read_regular(tmp_path / "link", 9) == b"abc"
