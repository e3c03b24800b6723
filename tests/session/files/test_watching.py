"""Watching: whatever way another program changes the file, it is noticed once; what is no change is let be."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop.documents import open_document
from desktop.session.files.watching import Watcher, stamp_of
from desktop.session.work.tasks import Tasks
from tests.session.executors import InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Ear(QObject):
    """Keeps what a watcher tells, and counts how often the file is read."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.reads = 0

    def hear(self, sha256: str) -> None:
        self.heard.append(sha256)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def watcher(qapp: QGuiApplication, tmp_path: Path, thread: Path, ear: Ear) -> Iterator[Watcher]:
    """Yield a watcher of the thread."""

    def read(path: Path) -> object:
        ear.reads += 1
        return open_document(path)

    parent = QObject()
    also = tmp_path / "also"
    also.mkdir()
    watcher = Watcher(lambda: read, also, Tasks(parent, InlineExecutor()), parent)  # pyright: ignore[reportArgumentType]
    watcher.changed.connect(ear.hear)
    watcher.watch(open_document(thread), stamp_of(thread))
    deliver()
    yield watcher
    watcher.stop()
    parent.deleteLater()


def in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def atomically(path: Path, text: str) -> None:
    beside = path.with_name("~new")
    beside.write_text(text, "utf-8")
    os.replace(beside, path)  # noqa: PTH105 (as an editor does it)


def by_moving_away(path: Path, text: str) -> None:
    path.rename(path.with_name("backup~"))
    path.write_text(text, "utf-8")


def in_steps(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(text), 50):
            file.write(text[start : start + 50])
            file.flush()


WAYS = [in_place, atomically, by_moving_away, in_steps]


@pytest.mark.parametrize("write", WAYS, ids=lambda way: way.__name__)
def test_a_change_is_noticed_in_whichever_way_it_is_written(
    qtbot: QtBot, watcher: Watcher, thread: Path, ear: Ear, write: Callable[[Path, str], None]
) -> None:
    text = thread.read_text("utf-8")
    for times in range(1, 4):
        write(thread, text + "又及。\n" * times)
        with suppress(OSError):
            thread.with_name("backup~").unlink()
        qtbot.waitUntil(lambda times=times: len(ear.heard) == times, timeout=5_000)
        assert ear.heard[-1] == open_document(thread).sha256


def test_a_folder_moved_away_and_back_is_watched_again_when_the_app_comes_to_the_fore(
    watcher: Watcher, thread: Path, ear: Ear
) -> None:
    away = thread.parent.with_name("away")
    thread.parent.rename(away)
    watcher.look()
    deliver()
    assert ear.heard == []
    away.rename(thread.parent)
    in_place(thread, thread.read_text("utf-8") + "又及。\n")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    deliver()
    assert ear.heard == [open_document(thread).sha256]


def test_a_file_that_is_gone_is_no_change(watcher: Watcher, thread: Path, ear: Ear) -> None:
    thread.unlink()
    watcher.look()
    deliver()
    assert ear.heard == []


def test_a_file_that_can_no_longer_be_read_as_text_is_no_change(watcher: Watcher, thread: Path, ear: Ear) -> None:
    thread.write_bytes(b"\x00\x01\x02\x03" * 100)
    watcher.look()
    deliver()
    assert ear.heard == []


def test_a_file_written_anew_with_the_same_text_is_no_change(watcher: Watcher, thread: Path, ear: Ear) -> None:
    thread.write_bytes(thread.read_text("utf-8").replace("\n", "\r\n").encode("utf-8-sig"))
    watcher.look()
    deliver()
    assert ear.heard == []


def test_a_change_is_told_of_once_and_one_taken_back_is_none(watcher: Watcher, thread: Path, ear: Ear) -> None:
    text = thread.read_text("utf-8")
    in_place(thread, text + "又及。\n")
    for _ in range(3):
        watcher.look()
        deliver()
    assert len(ear.heard) == 1
    in_place(thread, text)
    watcher.look()
    deliver()
    assert len(ear.heard) == 1


def test_a_file_that_is_as_it_was_is_not_read(watcher: Watcher, ear: Ear) -> None:
    for _ in range(3):
        watcher.look()
        deliver()
    assert ear.reads == 0


def test_only_the_document_that_is_open_is_watched(
    qtbot: QtBot, watcher: Watcher, thread: Path, other: Path, ear: Ear
) -> None:
    watcher.watch(open_document(other), stamp_of(other))
    in_place(thread, thread.read_text("utf-8") + "又及。\n")
    in_place(other, other.read_text("utf-8") + "又及。\n")
    qtbot.waitUntil(lambda: bool(ear.heard), timeout=5_000)
    assert ear.heard == [open_document(other).sha256]


def test_a_change_between_reading_and_watching_is_noticed(watcher: Watcher, thread: Path, ear: Ear) -> None:
    stamp, document = stamp_of(thread), open_document(thread)
    in_place(thread, thread.read_text("utf-8") + "又及。\n")
    watcher.watch(document, stamp)
    deliver()
    assert ear.heard == [open_document(thread).sha256]
