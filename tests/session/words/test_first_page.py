"""A start shows the page as it was left, in our own edition too: without jieba, or first of all the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Edition, Script
from desktop.script.tables import cut
from desktop.script.tables import loading as tables
from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder

THREAD = """\
大家怎么看余先生？

余先生


他剪了头发，很干脆。皇后后天来，和面试官签合约。
这只有一句话。


范小姐


往事干杯，里面有只猫。
"""
SHOWN = "他剪了頭髮，很乾脆。皇后後天來，和面試官簽合約。\n這只有一句話。"


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    """Return a simplified thread."""
    path = tmp_path / "simplified.txt"
    path.write_text(THREAD, encoding="utf-8")
    return path


@pytest.fixture
def start(
    qapp: QApplication, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[HeldExecutor], Session]]:
    """Return what makes a session as a start of the app does: nothing is loaded yet."""
    running: list[Session] = []

    def make(worker: HeldExecutor) -> Session:
        monkeypatch.setattr(tables, "_loaded", {})
        monkeypatch.setattr(cut, "_the_cut", cut.WordCut())
        running.append(Session(folder, None, worker, InlineExecutor()))
        return running[-1]

    yield make
    for session in running:
        session.stop()
        dispose(session)


def leave(session: Session, worker: HeldExecutor, thread: Path) -> None:
    """Show `thread` in traditional script, as the last thing before the app is closed."""
    assert session.shelf.open(thread)
    session.scripts.begin()
    session.show_script(Script.TRADITIONAL)
    worker.run()
    deliver()
    assert page_of(session) == SHOWN
    for name in ("余先生", "范小姐"):
        session.pages.shown(name)
    session.memory_file.write()
    session.stop()


def page_of(session: Session) -> str:
    """Return the words on the page."""
    page = session.page()
    assert page is not None
    return page.text


def test_the_page_is_shown_again_without_jieba(start: Callable[[HeldExecutor], Session], thread: Path) -> None:
    worker = HeldExecutor()
    leave(start(worker), worker, thread)
    again = start(HeldExecutor())
    assert again.opening.resume()
    assert again.state.manner.edition is Edition.BAIJIA
    assert again.state.manner.script is Script.TRADITIONAL
    assert page_of(again) == SHOWN
    assert [again.pages.shown(name) for name in ("余先生", "范小姐")] == ["余先生", "范小姐"]
    assert not cut.the_cut().is_loaded


def test_what_comes_after_it_is_right_too(start: Callable[[HeldExecutor], Session], thread: Path) -> None:
    worker = HeldExecutor()
    leave(start(worker), worker, thread)
    again = start(HeldExecutor())
    assert again.opening.resume()
    again.navigation.show_answer(1)
    assert page_of(again) == "往事乾杯，裡面有隻貓。"
    assert cut.the_cut().is_loaded, "who is quicker than the worker waits for it"


def test_of_a_text_that_was_not_seen_the_original_is_shown_until_all_is_ready(
    start: Callable[[HeldExecutor], Session], thread: Path
) -> None:
    worker = HeldExecutor()
    leave(start(worker), worker, thread)
    thread.write_text(THREAD.replace("很干脆", "非常干脆"), encoding="utf-8")
    later = HeldExecutor()
    again = start(later)
    shown: list[str] = []
    again.changed.connect(lambda *_: shown.append(page_of(again)))
    assert again.opening.resume()
    assert "非常干脆" in page_of(again)
    assert not cut.the_cut().is_loaded
    later.run()
    deliver()
    assert "非常乾脆" in page_of(again)
    assert {text.partition("\n")[0] for text in shown} <= {
        "他剪了头发，非常干脆。皇后后天来，和面试官签合约。",
        "他剪了頭髮，非常乾脆。皇后後天來，和面試官簽合約。",
    }, "nothing else was seen in between"


def test_a_script_that_is_waited_for_is_the_one_that_is_remembered(
    start: Callable[[HeldExecutor], Session], thread: Path
) -> None:
    worker = HeldExecutor()
    session = start(worker)
    assert session.shelf.open(thread)
    session.show_script(Script.TRADITIONAL)
    assert session.state.manner.script is Script.ORIGINAL
    session.close()
    again = start(HeldExecutor())
    assert again.memory_file.memory.manner.script is Script.TRADITIONAL


def test_the_original_needs_nothing_kept(
    start: Callable[[HeldExecutor], Session], thread: Path, folder: DataFolder
) -> None:
    session = start(HeldExecutor())
    assert session.shelf.open(thread)
    session.scripts.begin()
    session.stop()
    assert not (folder.cache / "pages").exists()
