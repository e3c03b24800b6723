"""A machine with the app on one thread, that types into notes of its own, or only lies open, until it is told to end.

Usage, by the fault scripts: python -m tests.faults.machine DATA THREAD NAME WHAT SECONDS [--old]
DATA is its data folder; NAME is 甲 or 乙, which mark different passages. WHAT it does is `mark` (make one mark, then
nothing), `lie` (nothing), `one` (type one note) or `many` (make, rewrite and delete notes). It says `open` when the
thread is open and `done` when it has done it, reads a line before each, and one more before it closes; then it says,
in JSON, what it last wrote: of each note's id the text, null for one that it deleted. `--old` has its store save by
the rule of old, as a control: whatever isn't as it was is written anew.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSocketNotifier
from PySide6.QtWidgets import QApplication

from desktop.paths import DataFolder
from desktop.session import Session
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS_MS = 300
"""How long one who types pauses between the words that the editor gives to the session."""

WORDS = "讀書的時候做筆記記得更長久存疑再看一遍"
NAMES = "甲乙"


def thread_text() -> str:
    """Return a thread with a passage of its own for each note that two machines may make."""
    lines = "\n\n".join(f"第{number}段：讀書是為了讀書，不是為了筆記，所以只在書上畫線。" for number in range(1, 401))
    return f"為什麼讀書要做筆記?\n\n林語\n\n\n{lines}\n"


class Machine:
    """The app with a thread open, and what was made in it here."""

    def __init__(self, session: Session, name: str) -> None:
        self._session = session
        self._number = NAMES.index(name)
        self._name = name
        self._chance = random.Random()  # noqa: S311 (no secret)
        self._made = 0
        self._texts = 0
        self.ledger: dict[str, str | None] = {}

    def step(self, what: str) -> None:
        """Do one thing."""
        living = [key for key, text in self.ledger.items() if text is not None]
        if not living or (what == "many" and self._chance.random() < 0.12):
            self._write(self.mark())
        elif what == "many" and len(living) > 3 and self._chance.random() < 0.06:
            gone = self._chance.choice(living[:-1])
            self._session.annotations.delete(gone)
            self.ledger[gone] = None
        else:
            self._write(living[-1] if self._chance.random() < 0.8 or what == "one" else self._chance.choice(living))

    def mark(self) -> str:
        """Mark a passage that nobody else does and return the annotation's id."""
        document = self._session.state.document
        assert document is not None
        self._made += 1
        words = f"第{2 * self._made + self._number}段"
        start = document.text.index(words)
        self._session.select(Span(start, start + len(words)))
        self._session.annotations.highlight()
        made = self._session.state.notes.active
        assert made is not None
        self.ledger[made] = ""
        return made

    def _write(self, key: str) -> None:
        if key not in self._session.state.notes.annotations:
            sys.stderr.write(f"{self._name}: the note {key} is gone\n")
            return
        self._texts += 1
        before = self._session.state.notes.annotations[key].note[-40:]
        text = f"{before}{self._chance.choice(WORDS)}{self._name}{self._texts}"
        self._session.annotations.rewrite(key, text, (), typing=True)
        self.ledger[key] = text


class Lines:
    """What is read from the standard input while the app goes on."""

    def __init__(self) -> None:
        self._count = 0
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_activated)

    def wait(self) -> None:
        """Have the app go on until there is one more line."""
        _go_on(lambda: self._count > 0)
        self._count -= 1

    def _on_activated(self) -> None:
        if sys.stdin.readline():
            self._count += 1
        else:
            sys.exit("the script is gone")


def _go_on(is_over: Callable[[], bool]) -> None:
    thread = QCoreApplication.instance()
    assert thread is not None
    while not is_over():
        QCoreApplication.processEvents()
        thread.thread().msleep(5)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _work(machine: Machine, what: str, seconds: float) -> None:
    if what == "mark":
        machine.mark()
    clock, last = QElapsedTimer(), 0
    clock.start()
    while clock.elapsed() < seconds * 1000:
        if what in {"one", "many"} and clock.elapsed() - last >= KEYS_MS:
            last = clock.elapsed()
            machine.step(what)
        until = min(clock.elapsed() + 20, int(seconds * 1000))
        _go_on(lambda until=until: clock.elapsed() >= until)


def main(arguments: list[str]) -> None:
    """Run a machine as the usage above says."""
    data, thread, name, what, seconds, *options = arguments
    app = QApplication([])
    if "--old" in options:
        from tests.faults.old_rule import save_by_the_old_rule

        save_by_the_old_rule()
    lines = Lines()
    session = Session(DataFolder(Path(data)).prepare())
    session.prefer(beside=True)
    machine = Machine(session, name)
    lines.wait()
    session.shelf.open(Path(thread))
    session.begin()
    _say("open")
    lines.wait()
    _work(machine, what, float(seconds))
    _say("done")
    lines.wait()
    session.close()
    session.stop()
    _say(json.dumps(machine.ledger))
    del app


if __name__ == "__main__":
    main(sys.argv[1:])
