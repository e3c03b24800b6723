"""Nothing that is kept grows with every thread that is opened: caches are bounded by what is open."""

from __future__ import annotations

import gc
import sys
from collections import Counter, deque
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import WindowHost
from desktop.paths import DataFolder
from desktop.script import Script
from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import InlineExecutor
from tests.ui.marking import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

_FEW, _MANY = 4, 9
_BY_DESIGN = {
    "Place",
    "Memory.places",  # 500 threads, which test_memory.py holds
    "Memory.titles",  # of the ten most recent files
    "CatalogueEntry",
    "Sketch",
    "Catalogue._entries",  # the files of notes that there are
    "Catalogue._saved",
    "ConversionStage.phrases",  # one for each character of the dictionary that was met
    "Tables.windows",  # 50,000
    "Tables.lines",  # those of a page or two, by their length
    "Names",
    "ThreadNames._kept",  # of the eight threads that were read last
    "TermGroup",
    "Wanted",  # what was asked for last, up to 64 times
}
"""What grows with what was read or is on the disk, to a limit of its own."""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, thread: Path, never_read: None) -> Iterator[MainWindow]:
    """Yield the window with all work done at once: what waits for a worker would keep what it is about.

    No answer counts as read, since how many do depends on how fast the machine is.
    """
    qapp.setStyleSheet("")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    host = WindowHost(qapp, session)
    session.shelf.open(thread)
    host.window.show()
    qtbot.waitUntil(host.window.isActiveWindow)
    yield host.window
    host.window.close()
    session.stop()
    dispose(host.window, session)


def _read(window: MainWindow, folder: Path, number: int) -> None:
    """Open a thread like no other, and do in it what fills caches: flip, leaf, mark, find, ask why."""
    session = window.session
    name = chr(0x4E00 + 7 * number)
    path = folder / f"{number}.txt"
    answers = (f"{name}{who}\n\n\n{name}說這是軟體,{who}又說不是。{name}這麼寫。\n\n" for who in "甲乙丙丁")
    path.write_text(f"{name}為什麼?\n\n{''.join(answers)}", encoding="utf-8")
    assert session.shelf.open(path)
    for answer, who in enumerate("甲乙丙丁"):
        session.show_answer(answer)
        made = mark(session, f"{who}又說不", note=f"{name}!", tags=(name,))
        session.lights.light(f"{who}又說")
        session.searching.look_for(f"{name}這")
        for script in (Script.SIMPLIFIED, Script.TRADITIONAL):
            session.show_script(script)
            QApplication.processEvents()
        window.notes.grab()
        if who == "丁":
            session.annotations.delete(made)
    window.page.explain_here()
    session.close_notice()
    QApplication.processEvents()


def _kept() -> Counter[str]:
    """Return how many things each container of the app holds at most, and how many objects each class has."""
    gc.unfreeze()  # what was there when the window had settled is out of sight
    gc.collect()
    held = Counter[str]()
    for thing in gc.get_objects():
        kind = cast("type[Any]", type(thing))
        if str(kind.__module__).startswith("desktop.") and not isinstance(thing, type):
            held[kind.__qualname__] += 1
            for name, value in _attributes(thing):
                key = f"{kind.__qualname__}.{name}"
                held[key] = max(held[key], _size(value))
    for name, module in list(sys.modules.items()):
        for attribute, value in vars(module).items() if name.startswith("desktop.") else ():
            info = getattr(value, "cache_info", None)
            held[f"{name}.{attribute}"] = info().currsize if info and info().maxsize is None else _size(value)
    return held


def _attributes(thing: object) -> Iterator[tuple[str, object]]:
    yield from getattr(thing, "__dict__", {}).items()
    for name in getattr(type(thing), "__slots__", ()):
        if hasattr(thing, name):
            yield name, getattr(thing, name)


def _size(value: object) -> int:
    """Return how many things are in a container, those in its own containers counted too."""
    if isinstance(value, dict):
        return sum(1 + _size(inner) for inner in list(cast("dict[object, object]", value).values()))
    return len(cast("Sized", value)) if isinstance(value, list | set | deque | frozenset) else 0


def test_what_is_kept_does_not_grow_with_the_threads_that_are_opened(window: MainWindow, tmp_path: Path) -> None:
    for number in range(_FEW):
        _read(window, tmp_path, number)
    few = _kept()
    for number in range(_FEW, _MANY):
        _read(window, tmp_path, number)
    many = _kept()
    grown = {name: (few[name], size) for name, size in many.items() if size > few[name] and name not in _BY_DESIGN}
    assert grown == {}
