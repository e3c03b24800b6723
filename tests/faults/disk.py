"""A window saves notes while the disk fails under it, and after it was mended.

Usage: python -m tests.faults.disk [NAME ...]       (all; half a minute; Linux, as root for tmpfs; strace, prlimit)

Scenarios: full and full-main (a tmpfs of 256 KiB under everything, or one of 128 KiB under the file alone), read-only
(the tmpfs is remounted), no-permission (the folders' rights are taken), removed (the folders are deleted and can't be
made anew), file-size (RLIMIT_FSIZE), and injected-* (strace makes some calls fail).

Must hold in each: the failure is told, not hidden; each note that had been called saved is there while the disk
fails; saving resumes when it is mended, where it can be, and then everything is there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.ledger import Ledger
from tests.faults.writer import store_at

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root with no more rights to a folder than the folder gives."""

_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """How the disk is made to fail and mended again (both get the folder), and what the writer is started with."""

    break_it: Callable[[Path], object]
    mend_it: Callable[[Path], object]
    prefix: tuple[str, ...] = ()
    most: int = 20
    mount: str = ""
    local_apart: bool = False
    resumes: bool = True


def run(name: str, scenario: Scenario) -> list[str]:
    """Run one scenario; return what was lost or not as it must be."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="baijia-disk-")))
        disk = folder / "disk"
        disk.mkdir()
        if scenario.mount:
            stack.enter_context(mounted(disk, scenario.mount))
        main = disk / "notes" / "notes.json"
        local = folder / "local" if scenario.local_apart else disk / "local"
        ledger = Ledger()
        process = stack.enter_context(writing(main, local, scenario, folder))
        return _watched(name, scenario, Watch(process, ledger, main, local), disk)


@dataclass(frozen=True, slots=True)
class Watch:
    """A writer that is running, what it said, and where its notes are."""

    process: subprocess.Popen[bytes]
    ledger: Ledger
    main: Path
    local: Path

    def until(self, *counted: str, more: int = 3) -> bool:
        """Wait for `more` of what the writer says among `counted`; tell whether it came."""
        wanted = sum(self.ledger.counts[what] for what in counted) + more
        end = time.monotonic() + _PATIENCE
        while sum(self.ledger.counts[what] for what in counted) < wanted:
            assert self.process.stdout is not None
            if time.monotonic() > end or self.process.poll() is not None:
                return False
            self.ledger.read(self.process.stdout.read() or b"")
            time.sleep(0.002)
        return True

    def losses(self) -> list[str]:
        """Return what of that which was called saved a reader who opens the notes now wouldn't see."""
        return self.ledger.losses(store_at(self.main, self.local).load().annotations)


def _watched(name: str, scenario: Scenario, watch: Watch, disk: Path) -> list[str]:
    wrong: list[str] = [] if watch.until("saved", more=20) else ["it never saved"]
    scenario.break_it(disk)
    if not watch.until("failed", "half"):
        wrong.append("the failure was not told")
    os.killpg(watch.process.pid, signal.SIGSTOP)  # so that what it says and what is there are of one moment
    time.sleep(0.05)
    assert watch.process.stdout is not None
    watch.ledger.read(watch.process.stdout.read() or b"")
    if name != "removed":
        wrong += watch.losses()
    os.killpg(watch.process.pid, signal.SIGCONT)
    scenario.mend_it(disk)
    if scenario.resumes and not watch.until("saved", more=20):
        wrong.append("saving did not resume")
    os.killpg(watch.process.pid, signal.SIGKILL)
    rest, _ = watch.process.communicate()
    watch.ledger.read(rest or b"")
    counts = ", ".join(f"{number} {what}" for what, number in sorted(watch.ledger.counts.items()))
    wrong += watch.losses()
    sys.stdout.write(f"{name}: {counts}; {len(wrong)} wrong\n")
    sys.stdout.writelines(f"  {line}\n" for line in wrong)
    return wrong


@contextmanager
def mounted(folder: Path, options: str) -> Generator[None]:
    """Have a tmpfs mounted on `folder`."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def writing(main: Path, local: Path, scenario: Scenario, folder: Path) -> Generator[subprocess.Popen[bytes]]:
    """Have a writer running, which dies with us."""
    prefix = [part.format(log=folder / "strace.log") for part in scenario.prefix]
    command = [*prefix, sys.executable, "-m", "tests.faults.writer", str(main), str(local), "甲", str(scenario.most)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        start_new_session=True,  # strace is to be stopped and killed with what it traces
    )
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def remount(options: str) -> Callable[[Path], None]:
    """Return what remounts a folder with other options, once no file there is open for writing."""

    def mount(disk: Path) -> None:
        command = ["mount", "-o", f"remount,{options}", str(disk)]
        for _ in range(2000):
            if subprocess.run(command, check=False, capture_output=True).returncode == 0:
                return
        raise OSError("the disk could not be remounted")

    return mount


def permit(mode: int) -> Callable[[Path], None]:
    """Return what gives the folders of a disk other rights."""

    def give(disk: Path) -> None:
        for folder in ("notes", "local"):
            (disk / folder).chmod(mode)

    return give


def remove(disk: Path) -> None:
    """Remove the folders under the writer, which may still put files into them, but can't make them anew."""
    disk.chmod(0o555)
    for folder in (disk / "notes", disk / "local"):
        while folder.exists():
            shutil.rmtree(folder, ignore_errors=True)


def nothing(_disk: Path) -> None:
    """Do nothing: the calls fail by themselves, now and then."""


def injected(*calls: str) -> Scenario:
    """Return the scenario in which strace has some calls of the writer fail, each `calls` being one `-e inject`."""
    options = [part for call in calls for part in ("-e", f"inject={call}")]
    return Scenario(nothing, nothing, ("strace", "-f", "-o", "{log}", *options))


SCENARIOS: dict[str, Scenario] = {
    "full": Scenario(nothing, remount("size=16m"), most=10**6, mount="size=256k"),
    "full-main": Scenario(nothing, remount("size=16m"), most=10**6, mount="size=128k", local_apart=True),
    "read-only": Scenario(remount("ro"), remount("rw"), mount="size=16m"),
    "no-permission": Scenario(permit(0o555), permit(0o700), UNPRIVILEGED),
    "removed": Scenario(remove, lambda disk: disk.chmod(0o777), UNPRIVILEGED),
    "file-size": Scenario(nothing, nothing, ("prlimit", "--fsize=30000"), most=10**6, resumes=False),
    "injected-fsync": injected("fsync,fdatasync:error=EIO:when=5+7"),
    "injected-write": injected("write:error=ENOSPC:when=50+31"),
    "injected-rename": injected("rename:error=EIO:when=3+5"),
    "injected-open": injected("openat:error=EMFILE:when=700+13"),
    "injected-unlink": injected("rename:error=EIO:when=3+5", "unlink:error=EIO:when=2+2"),
}


def main(arguments: Sequence[str]) -> int:
    """Run as the usage above says."""
    wrong = [line for name in arguments or SCENARIOS for line in run(name, SCENARIOS[name])]
    sys.stdout.write(f"{len(wrong)} wrong\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
