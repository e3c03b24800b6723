"""Remembering: the place is written when the reader has come to rest, and not much later for one who never does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.session import NoticeKind
from desktop.session.files import memory
from desktop.session.files.memory import load_memory
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session


class Timer(QObject):
    """A QTimer that goes off when `Hours` says so."""

    timeout = Signal()

    def __init__(self, parent: QObject, *, singleShot: bool, interval: int) -> None:  # noqa: N803 (Qt's own name)
        super().__init__(parent)
        assert singleShot
        self._interval = interval
        self.due: int | None = None
        Hours.timers.append(self)

    def start(self) -> None:
        self.due = Hours.now + self._interval

    def stop(self) -> None:
        self.due = None

    def isActive(self) -> bool:  # noqa: N802 (Qt's own name)
        return self.due is not None


class Hours:
    """The time, in milliseconds, which passes only as a test lets it."""

    now = 0
    timers: list[Timer] = []  # noqa: RUF012 (one for all)

    @classmethod
    def pass_by(cls, milliseconds: int) -> None:
        for _ in range(milliseconds // 100):
            cls.now += 100
            for timer in cls.timers:
                if timer.due is not None and timer.due <= cls.now:
                    timer.due = None
                    timer.timeout.emit()
        deliver()


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> type[Hours]:
    Hours.now, Hours.timers = 0, []
    monkeypatch.setattr(memory, "QTimer", Timer)
    return Hours


def remembered(session: Session, folder: DataFolder) -> int:
    """Return the answer of the open thread that would be found after a crash."""
    assert session.state.document is not None
    return load_memory(folder.state).places[session.state.document.sha256].answer


@pytest.fixture
def reader(hours: type[Hours], start: Callable[[], Session], thread: Path) -> Session:
    """Return a session whose reader has been at rest since the thread was opened."""
    session = start()
    assert session.shelf.open(thread)
    hours.pass_by(20_000)
    return session


def test_the_place_is_remembered_two_seconds_after_the_last_step(
    hours: type[Hours], reader: Session, folder: DataFolder
) -> None:
    reader.show_answer(1)
    hours.pass_by(1_500)
    reader.show_answer(2)
    hours.pass_by(1_500)
    assert remembered(reader, folder) == 0
    hours.pass_by(500)
    assert remembered(reader, folder) == 2


def test_a_reader_who_never_rests_is_remembered_every_ten_seconds(
    hours: type[Hours], reader: Session, folder: DataFolder
) -> None:
    for number in range(9):
        reader.show_answer(1 + number % 2)
        hours.pass_by(1_000)
    assert remembered(reader, folder) == 0
    reader.show_answer(2)
    hours.pass_by(1_000)
    assert remembered(reader, folder) == 2
    reader.show_answer(1)
    hours.pass_by(1_000)
    assert remembered(reader, folder) == 2


def test_what_is_said_is_no_reason_to_write(hours: type[Hours], reader: Session) -> None:
    reader.notify("export-empty", NoticeKind.NEWS)
    assert not any(timer.isActive() for timer in hours.timers)
