"""Spoilt files of every form that the table of containers has: each opens or is refused in a sentence, soon enough.

Usage: python -m tests.faults.containers [FILES] [SEED] [CONTAINER ...]     (10,000 for each, and 0; no root)

For each row, all fixtures that it reads are spoilt (see `spoiling`, beside them): bytes changed, cut, repeated, or
two files spliced. Each is read in a child process that may take `SECONDS` for one file and `MEGABYTES` in all; the
child that is ended by that is replaced. Prints for each container how many opened, which the slowest was, and what
escaped; ends with 1 if anything did, and the file lies in the folder for temporary files.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import DocumentError
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.table import container_of
from tests.documents.containers.opened import FIXTURES, read_by_container
from tests.documents.containers.spoiling import spoilt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection

SECONDS = 2
"""How long one file may take."""
MEGABYTES = 500
"""How much memory a process that reads files may have beyond what Python and the libraries take."""


class Tally(NamedTuple):
    """What became of the files of one container."""

    opened: int
    slowest: float
    """In seconds of the processor."""
    escaped: list[str]


def fixtures() -> Mapping[str, list[Path]]:
    """Return the fixtures by the containers that read them."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(FIXTURES.iterdir()):
        if path.is_file():
            found[container_of(ThreadFile(path)).id].append(path)
    return found


def run(container: str, paths: Sequence[Path], others: Sequence[bytes], files: int, seed: int) -> Tally:
    """Read `files` spoilt files made of `paths`; where a child was ended, the rest goes to a new one."""
    done, opened, slowest = 0, 0, 0.0
    escaped: list[str] = []
    while done < files:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.Process(
            target=_read, args=(sender, paths, others, done, files, f"{container} {seed}")
        )
        child.start()
        sender.close()
        try:
            while True:
                number, fine, seconds, trouble = receiver.recv()
                done, opened, slowest = number + 1, opened + fine, max(slowest, seconds)
                if trouble:
                    escaped.append(f"{_kept(container, paths, others, number, seed)}: {trouble}")
        except EOFError:
            child.join()
        if done < files and child.exitcode != 0:
            escaped.append(f"{_kept(container, paths, others, done, seed)}: ended by {child.exitcode}")
            done += 1
    return Tally(opened, slowest, escaped)


def _made(paths: Sequence[Path], others: Sequence[bytes], number: int, seed: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the file of a number, which are the same each time."""
    random = Random(f"{seed} {number}")  # noqa: S311 (no secret)
    path = random.choice(paths)
    return path.name, spoilt(path.read_bytes(), others, random)


def _read(
    results: Connection, paths: Sequence[Path], others: Sequence[bytes], start: int, files: int, seed: str
) -> None:
    """Read the files from `start` on, and send what became of each."""
    for path in paths:  # the libraries are loaded before the bounds are set
        read_by_container(path.read_bytes(), path.name)
    used = _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (used + (MEGABYTES << 20), resource.RLIM_INFINITY))
    for number in range(start, files):
        name, data = _made(paths, others, number, seed)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        started = time.process_time()
        fine, trouble = False, ""
        try:
            fine = bool(read_by_container(data, name)[1].answers)
        except DocumentError as error:
            trouble = "" if str(error) else "no sentence"
        except BaseException:
            trouble = traceback.format_exc(limit=-2)
        results.send((number, fine, time.process_time() - started, trouble))
        signal.setitimer(signal.ITIMER_PROF, 0)


def _address_space() -> int:
    """Return how many bytes of address space this process has taken."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()


def _kept(container: str, paths: Sequence[Path], others: Sequence[bytes], number: int, seed: int) -> Path:
    """Write the file of a number to where it can be looked at."""
    name, data = _made(paths, others, number, f"{container} {seed}")
    kept = Path(tempfile.gettempdir(), f"fuzz-{container}-{number}-{name}")
    kept.write_bytes(data)
    return kept


def main(arguments: Sequence[str]) -> int:
    """Run as the usage above says."""
    files, seed = map(int, [*arguments[:2], *("10000", "0")[len(arguments[:2]) :]])
    wanted = arguments[2:]
    rows = {name: paths for name, paths in fixtures().items() if not wanted or name in wanted}
    others = [path.read_bytes() for paths in fixtures().values() for path in paths]
    failed = False
    for name, paths in rows.items():
        opened, slowest, escaped = run(name, paths, others, files, seed)
        failed |= bool(escaped)
        sys.stdout.write(
            f"{name:10} {files} files, {opened} opened, slowest {slowest:.2f} s, {len(escaped)} escaped\n"
        )
        sys.stdout.writelines(f"  {line}\n" for line in escaped[:20])
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
