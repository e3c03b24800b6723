"""Two windows save the same notes; one or the other is killed (kill -9) at a random moment, again and again.

Usage: python -m tests.faults.kill [KILLS] [--shared]          (1,000; some minutes; Linux or macOS, no root)

`--shared`: the file is one that other machines share, so that most saves reach its mirror alone until the next.
Must hold after every kill: the file is whole, each note that the killed window had called saved is there, and none
that it had deleted. Prints how many saves there were and what was lost; ends with 1 if anything was.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

from desktop.annotations import parse_page
from tests.faults.ledger import Ledger
from tests.faults.writer import Writer, store_at

LONGEST = 0.06
"""Seconds that a window lives at most; a save takes a few thousandths of one."""


class Victim:
    """A forked process with a window in it, which writes notes of its own."""

    def __init__(self, main: Path, local: Path, name: str, *, shared: bool) -> None:
        self._files = main, local
        self._name = name
        self._shared = shared
        self.ledger = Ledger()
        self._start()

    def _start(self) -> None:
        self._output, output = os.pipe()
        os.set_blocking(self._output, False)
        self._process: int | None = os.fork()
        if self._process == 0:
            try:
                Writer(store_at(*self._files, shared=self._shared), self._name, 10, output).run()
            finally:
                os._exit(1)
        os.close(output)

    def listen(self) -> None:
        """Hear what it said so far, lest it wait for us."""
        while select.select([self._output], [], [], 0)[0]:
            said = os.read(self._output, 1 << 16)
            self.ledger.read(said)
            if not said:
                return

    def kill(self) -> None:
        """Kill it, if it is alive, and hear its last words; it stays dead until `revive`."""
        if self._process is not None:
            os.kill(self._process, signal.SIGKILL)
            _, status = os.waitpid(self._process, 0)
            self._process = None
            self.listen()
            os.close(self._output)
            assert os.WTERMSIG(status) == signal.SIGKILL, "it ended by itself"

    def revive(self) -> None:
        """Start it again."""
        self._start()


def run(folder: Path, kills: int, *, shared: bool) -> tuple[int, list[str]]:
    """Kill windows on notes in `folder`, `kills` times; return how many saves they made, and what was lost."""
    main, local = folder / "notes.json", folder / "local"
    victims = [Victim(main, local, name, shared=shared) for name in ("甲", "乙")]
    losses: list[str] = []
    chance = random.Random()  # noqa: S311 (no secret)
    try:
        for _ in range(kills):
            time.sleep(chance.random() * LONGEST)
            for victim in victims:
                victim.listen()
            victim = chance.choice(victims)
            victim.kill()
            losses += _losses(main, local, victim.ledger, shared=shared)
            victim.revive()
    finally:  # none may outlive us
        for victim in victims:
            victim.kill()
    losses += [loss for victim in victims for loss in _losses(main, local, victim.ledger, shared=shared)]
    return sum(victim.ledger.counts["saved"] for victim in victims), losses


def _losses(main: Path, local: Path, ledger: Ledger, *, shared: bool) -> list[str]:
    losses: list[str] = []
    if main.exists():
        parse_page(main.read_bytes())  # raises when it isn't whole
    loaded = store_at(main, local, shared=shared).load()
    losses += [f"told: {notice}" for notice in loaded.notices if notice.aside or notice.forbids_writing]
    losses += ledger.losses(loaded.annotations)
    ledger.take(loaded.annotations)
    return losses


def main(arguments: list[str]) -> int:
    """Run as the usage above says."""
    shared = "--shared" in arguments
    numbers = [argument for argument in arguments if argument != "--shared"]
    kills = int(numbers[0]) if numbers else 1000
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="baijia-kill-") as folder:
        saves, losses = run(Path(folder), kills, shared=shared)
    sys.stdout.writelines(f"{loss}\n" for loss in losses)
    seconds = time.monotonic() - started
    sys.stdout.write(f"{kills} kills, {saves} saves, {len(losses)} losses in {seconds:.0f} s\n")
    return bool(losses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
