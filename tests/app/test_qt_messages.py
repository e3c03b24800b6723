"""Qt's messages are in the log, and don't fill it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from desktop.app.qt_messages import OFTEN, QtMessages

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def say(caplog: pytest.LogCaptureFixture) -> Callable[..., list[tuple[int, str]]]:
    """Return what says messages to one handler and returns what was logged of them so far."""
    handler, logged = QtMessages(), list[tuple[int, str]]()
    caplog.set_level(logging.DEBUG, "desktop.qt")

    def speak(*messages: str, kind: QtMsgType = QtMsgType.QtWarningMsg) -> list[tuple[int, str]]:
        for message in messages:
            handler(kind, QMessageLogContext(), message)
        logged.extend((record.levelno, record.getMessage()) for record in caplog.records)
        caplog.clear()
        return logged

    return speak


def test_a_warning_is_logged(say: Callable[..., list[tuple[int, str]]]) -> None:
    assert say("QPainter: not active") == [(logging.WARNING, "QPainter: not active")]


def test_what_wayland_says_whenever_a_field_is_left_is_no_warning(say: Callable[..., list[tuple[int, str]]]) -> None:
    name = "virtual void QtWaylandClient::QWaylandTextInputv3::disableSurface(wl_surface*)"
    logged = say(*(f"{name} for surface 0x55d{number}0 focused surface 0x0" for number in range(100)))
    assert {level for level, _ in logged} == {logging.DEBUG}


def test_the_same_over_and_over_is_logged_a_few_times(say: Callable[..., list[tuple[int, str]]]) -> None:
    logged = say(*(f"no surface 0x{number:x} at {number}" for number in range(1000)))
    assert len(logged) == OFTEN
    assert logged[-1][1].endswith("(not logged again)")
    assert len(say("another")) == OFTEN + 1


def test_what_ends_the_app_is_always_logged(say: Callable[..., list[tuple[int, str]]]) -> None:
    assert len(say(*["the end"] * 20, kind=QtMsgType.QtCriticalMsg)) == 20


def test_messages_that_are_never_the_same_do_not_fill_the_log_either(
    say: Callable[..., list[tuple[int, str]]],
) -> None:
    letters = "甲乙丙丁戊己庚辛壬癸"
    logged = say(*("".join(letters[int(digit)] for digit in str(number)) for number in range(2000)))
    assert len(logged) == 500 + OFTEN
    assert logged[-1][1].endswith("(no further kinds are logged)")
