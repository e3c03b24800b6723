"""Two machines with the same thread open, its notes beside it, in a folder that is synced: what is written, and lost.

Usage: python -m tests.faults.two_machines [idle|one|both|all] [--habit syncthing|dropbox] [--runs N] [--seconds S]
                                           [--seed N] [--old] [--hasty]
                                                               (all: some two minutes a run; no root)

idle: one folder for both; one makes a mark, then nobody does anything for 12 s.
one: over a sync with delays of 0.2 to 5 s; one types a note for 18 s, the other only lies open.
both: the same; each makes, rewrites and deletes notes of its own for 30 s. When both are done, the sync is given time
to come to rest; then both close. `--hasty`: both close at once; what is then in copies beside the file counts as
there, and once one of them was started again, all must be in the file.

Must hold. idle: the file is written at most three times. one: one version of the note, no conflicted copy, at most 12
transfers. both: no note in two versions, none that was deleted back, and in the file on either machine the last text
of each note. Prints figures; ends with 1 if anything doesn't hold.

`--old` is the control: the store saves by the rule that was in force before (see `old_rule.py`); all three must then
fail.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.annotations import parse_page
from desktop.paths import beside_path
from tests.faults.machine import NAMES, thread_text
from tests.faults.synced_folder import Habit, SyncedFolder

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
DELAYS = 0.2, 5.0
IDLE_SECONDS, ONE_SECONDS, BOTH_SECONDS = 12.0, 18.0, 30.0
REST_SECONDS = 6.0
"""The sync is at rest when nothing was under way for so long: longer than any delay."""

MOST_REST_SECONDS = 40.0
"""Machines that still write to the file after so long never end."""

MOST_REWRITES, MOST_TRANSFERS = 3, 12
_PAUSE = 0.05


class Process:
    """A machine in a process of its own."""

    def __init__(self, data: Path, thread: Path, name: str, what: str, seconds: float, *, old: bool) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.faults.machine", data, thread, name, what, seconds]
        self._process = subprocess.Popen(
            [*map(str, command), *(["--old"] if old else [])],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)

    def tell(self) -> None:
        """Have it go on to the next thing."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()

    def heard(self, meanwhile: Callable[[], object]) -> str:
        """Return what it says next, doing something `meanwhile`."""
        assert self._process.stdout is not None
        said = b""
        while not said.endswith(b"\n"):
            if self._process.poll() not in {None, 0}:
                raise SystemExit("a machine has stopped")
            meanwhile()
            said += self._process.stdout.read() or b""
        return said.decode().strip()

    def end(self) -> None:
        """End it, however far it is."""
        self._process.kill()
        self._process.communicate()


class Trial:
    """Two machines in a scenario, and what became of their notes; `troubles` are what doesn't hold."""

    def __init__(self, root: Path, *, old: bool) -> None:
        self._root = root
        self._old = old
        self.threads: list[Path] = []
        self.troubles: list[str] = []
        self.ledger: dict[str, str | None] = {}
        self.sync: SyncedFolder | None = None
        self._last: dict[Path, tuple[int, int]] = {}
        self.rewrites = 0

    def folders(self, *names: str) -> None:
        """Make folders with the thread in them."""
        for name in names:
            (self._root / name).mkdir()
            thread = self._root / name / "a.txt"
            thread.write_text(thread_text(), "utf-8")
            self.threads.append(thread)

    def machine(self, number: int, what: str, seconds: float) -> Process:
        """Start a machine."""
        name = NAMES[number]
        return Process(self._root / f"data-{name}", self.threads[number], name, what, seconds, old=self._old)

    def look(self) -> None:
        """Sync, if that is to be done, and count how often the file was written."""
        if self.sync is not None:
            self.sync.step()
        for thread in set(self.threads):
            try:
                status = beside_path(thread).stat()
            except FileNotFoundError:
                continue
            stamp = status.st_mtime_ns, status.st_ino
            self.rewrites += self._last.get(thread) not in {None, stamp}
            self._last[thread] = stamp
        time.sleep(_PAUSE if self.sync else _PAUSE / 10)

    def run(self, *machines: Process, hasty: bool = False) -> None:
        """Have the machines open the thread one after the other, do what they do together, rest, and close."""
        try:
            for machine in machines:
                machine.tell()
                machine.heard(self.look)
            for machine in machines:
                machine.tell()
            for machine in machines:
                machine.heard(self.look)
            if self.sync is not None and not hasty:
                self.rest()
            for machine in machines:
                machine.tell()
            for machine in machines:
                self.ledger |= json.loads(machine.heard(self.look))
            if self.sync is not None:
                self.rest()
        finally:
            for machine in machines:
                machine.end()

    def rest(self) -> None:
        """Sync until nothing has been under way for a while."""
        assert self.sync is not None
        start = since = time.monotonic()
        while time.monotonic() - since < REST_SECONDS:
            self.look()
            if not self.sync.is_quiet:
                since = time.monotonic()
            if since - start > MOST_REST_SECONDS:
                self.must(False, "they never come to rest")
                return

    def must(self, holds: bool, trouble: str) -> None:
        """Take note of what doesn't hold."""
        if not holds:
            self.troubles.append(trouble)

    def judge(self, *, copies: bool = False) -> None:
        """Compare the file on each machine, with the `copies` beside it if they count, with what was last written."""
        for thread in dict.fromkeys(self.threads):
            files = [beside_path(thread), *(thread.parent.glob("a.txt.baijia?*.json") if copies else ())]
            notes = [one for file in files for one in parse_page(file.read_bytes()).annotations.values()]
            where = f"{thread.parent.name}/{thread.name}"
            self.must(copies or not any(one.conflicts_with for one in notes), f"{where}: a note in several versions")
            texts = {(one.id, one.note) for one in notes}
            living = {(key, text) for key, text in self.ledger.items() if text is not None}
            self.must(living <= texts, f"{where}: {len(living - texts)} last texts are not there")
            back = {key for key, text in self.ledger.items() if text is None} & {one.id for one in notes}
            self.must(copies or not back, f"{where}: {len(back)} deleted notes are back")
            extra = {one.id for one in notes} - self.ledger.keys()
            self.must(copies or not extra, f"{where}: {len(extra)} notes that nobody made")


def idle(root: Path, options: argparse.Namespace) -> list[str]:
    """Run the scenario; return what doesn't hold."""
    trial = Trial(root, old=options.old)
    trial.folders("shared")
    trial.threads *= 2
    seconds = options.seconds or IDLE_SECONDS
    trial.run(trial.machine(0, "mark", seconds), trial.machine(1, "lie", seconds))
    trial.must(trial.rewrites <= MOST_REWRITES, f"the file was rewritten {trial.rewrites} times")
    trial.judge()
    _say(f"idle: {trial.rewrites} rewrites in {seconds:.0f} s")
    return trial.troubles


def one(root: Path, options: argparse.Namespace) -> list[str]:
    """Run the scenario; return what doesn't hold."""
    trial = _over_a_sync(root, options)
    assert trial.sync is not None
    seconds = options.seconds or ONE_SECONDS
    trial.run(trial.machine(0, "one", seconds), trial.machine(1, "lie", seconds))
    transfers, copies = trial.sync.transfers, len(trial.sync.copies)
    versions = len(parse_page(beside_path(trial.threads[0]).read_bytes()).annotations)
    trial.must(transfers <= MOST_TRANSFERS, f"{transfers} transfers")
    trial.must(not copies, f"{copies} conflicted copies")
    trial.must(versions == 1, f"{versions} versions of the note")
    trial.judge()
    _say(
        f"one ({options.habit}): {transfers} transfers, {copies} conflicted copies, {versions} versions of the note, "
        f"{trial.sync.late_ones} older contents in between, in {seconds:.0f} s"
    )
    return trial.troubles


def both(root: Path, options: argparse.Namespace) -> list[str]:
    """Run the scenario; return what doesn't hold."""
    trial = _over_a_sync(root, options)
    assert trial.sync is not None
    seconds = options.seconds or BOTH_SECONDS
    trial.run(*(trial.machine(number, "many", seconds) for number in range(2)), hasty=options.hasty)
    if options.hasty:
        trial.judge(copies=True)
        trial.run(trial.machine(0, "lie", 2))
    page = parse_page(beside_path(trial.threads[0]).read_bytes())
    living = sum(text is not None for text in trial.ledger.values())
    versions = sum(bool(note.conflicts_with) for note in page.annotations.values())
    trial.judge()
    _say(
        f"both ({options.habit}): {living} notes made and kept, {len(trial.ledger) - living} deleted; "
        f"{len(page.annotations)} in the file, {versions} of them further versions; "
        f"{trial.sync.transfers} transfers, {len(trial.sync.copies)} conflicted copies, "
        f"{trial.sync.late_ones} older contents in between, in {seconds:.0f} s"
    )
    return trial.troubles


def _over_a_sync(root: Path, options: argparse.Namespace) -> Trial:
    trial = Trial(root, old=options.old)
    trial.folders(*NAMES)
    folders = trial.threads[0].parent, trial.threads[1].parent
    name = beside_path(trial.threads[0]).name
    trial.sync = SyncedFolder(folders, name, Habit(options.habit), DELAYS, random.Random(options.seed))  # noqa: S311
    return trial


SCENARIOS = {"idle": idle, "one": one, "both": both}


def main(arguments: list[str]) -> int:
    """Run as the usage above says."""
    parser = argparse.ArgumentParser(description="Two machines with one thread open in a synced folder.")
    parser.add_argument("scenario", nargs="?", choices=[*SCENARIOS, "all"], default="all")
    parser.add_argument("--habit", choices=[*Habit, "each"], default="each")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--old", action="store_true")
    parser.add_argument("--hasty", action="store_true")
    options = parser.parse_args(arguments)
    habits = list(Habit) if options.habit == "each" else [Habit(options.habit)]
    failed = False
    for _ in range(options.runs):
        for name in SCENARIOS if options.scenario == "all" else [options.scenario]:
            for habit in habits[: 1 if name == "idle" else None]:
                options.habit = habit
                with tempfile.TemporaryDirectory(prefix="baijia-machines-") as folder:
                    troubles = SCENARIOS[name](Path(folder), options)
                for trouble in troubles:
                    _say(f"  must not be: {trouble}")
                failed = failed or bool(troubles)
    return int(failed)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
