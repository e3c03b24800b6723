"""What the tests of the widgets share: a thread, a session on it whose work is done at once, and the look."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.paths import DataFolder
from desktop.session import Session
from desktop.ui.framing import USUAL
from desktop.ui.look.look import Look
from desktop.ui.page.reading_clock import ReadingClock
from tests.disposal import dispose
from tests.session.executors import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.page.answer_page import AnswerPage
    from desktop.ui.window import MainWindow

THREAD = """\
爲什麼美國與俄羅斯會面?兩國會結盟嗎?

杜達特洛夫斯基


美俄結盟?這還真是一個腦洞大開的想法😀。然而的確曾經有一個戰略家也這麼想過。

特朗普總統說：「𠮷野家也開到美國了。」

建章看世界


美國和俄羅斯是天然的“死敵”,永遠不可能結盟。特朗普非常急切地想見普京。

第一,目前的美國已經成為孤家寡人,特朗普已經眾叛親離。

毛開雲


美俄關係十分特殊,是影響世界最為重要的雙邊關係之一。

國家結盟的前提是要面對共同威脅。
"""
"""Three authors in traditional script; the first answer has an emoji and a character beyond the BMP in it."""


@pytest.fixture(autouse=True, scope="session")
def _ready(tables: None) -> None:
    """Have every script ready: tests of what happens until then unload the tables."""


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    """Return a small thread on the disk."""
    path = tmp_path / "thread.txt"
    path.write_text(THREAD, encoding="utf-8")
    return path


@pytest.fixture
def empty_session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Yield a session in which nothing is open."""
    folder = DataFolder(tmp_path / "data").prepare()
    session = Session(folder, None, InlineExecutor(), InlineExecutor())
    yield session
    session.close()
    session.stop()
    dispose(session)


@pytest.fixture
def session(empty_session: Session, thread: Path) -> Session:
    """Return a session with the small thread open."""
    assert empty_session.shelf.open(thread)
    return empty_session


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no answer count as read by itself: how many do depends on how fast the machine is."""
    monkeypatch.setattr(ReadingClock, "see_end", _take_no_note)


def _take_no_note(_clock: ReadingClock, *, in_sight: bool) -> None:
    """Not begin to wait."""


@pytest.fixture
def look(qapp: QApplication, session: Session) -> Look:
    """Return the look that the session's window wears."""
    # A sheet that an earlier test's look left behind would pass for this one's own.
    qapp.setStyleSheet("")
    return Look(qapp, session)


@pytest.fixture
def page(qtbot: QtBot, session: Session, look: Look) -> AnswerPage:
    """Return the page of the small thread, shown and with the keyboard on it."""
    from desktop.ui.page.answer_page import AnswerPage

    page = AnswerPage(session, look)
    qtbot.addWidget(page)
    page.resize(796, 400)
    page.show()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return page


class IdleExecutor(Executor):
    """Takes work and never does it: the background, for tests that are not about it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401, ARG002 (Executor's own)
        return Future()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, thread: Path) -> Iterator[MainWindow]:
    """Yield the whole window, shown and active, on the small thread, in English; saving is done at once."""
    from desktop.app import WindowHost

    qapp.setStyleSheet("")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, IdleExecutor(), InlineExecutor())
    session.prefer(language="en")
    host = WindowHost(qapp, session)
    session.shelf.open(thread)
    host.window.resize(USUAL)  # the screen of the tests is 800 pixels wide: panels would be folded
    host.window.show()
    qtbot.waitUntil(host.window.isActiveWindow)
    host.window.page.setFocus()
    yield host.window
    host.window.close()
    session.stop()
    dispose(host.window, session)
