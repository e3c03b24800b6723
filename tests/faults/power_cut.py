"""The power is cut while a window saves: what has reached the disk is mounted and read as after a start.

Usage: python -m tests.faults.power_cut [ROUNDS] [CONTROLS]     (50 and 5; two minutes; Linux, as root; eatmydata)

The notes lie on an ext4 in a file of 32 MiB, mounted by a loop device with `noauto_da_alloc`, which takes away what
ext4 does on its own for those who forget to fsync. At a random moment the window is stopped (SIGSTOP; else the copy
would be of many moments), the file is copied, and the copy mounted: what the kernel hadn't written yet is not in it.
Must hold: every note that had been called saved is there, and nothing was damaged.

The controls do the same under eatmydata, which makes fsync do nothing: the loss must be seen, or the test proves
nothing. Ends with 1 if a round lost anything, or if no control did.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.ledger import Ledger
from tests.faults.writer import store_at

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

SHORTEST, LONGEST = 0.3, 1.5
"""Seconds from the first save to the cut; ext4 writes everything every 5 s of its own accord."""


def run(prefix: Sequence[str]) -> tuple[int, list[str]]:
    """Cut the power once; return how many saves there were, and what was lost."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="baijia-power-")))
        disk, image, cut = folder / "disk", folder / "disk.img", folder / "cut.img"
        _make(image)
        with mounted(image, disk, "noauto_da_alloc"):
            ledger = _stopped_while_saving(disk, prefix, lambda: shutil.copyfile(image, cut))
        with mounted(cut, disk, "noauto_da_alloc"):
            loaded = store_at(disk / "notes.json", disk / "local").load()
        losses = [f"told: {notice.reason} {notice.detail}" for notice in loaded.notices if notice.aside]
        return ledger.counts["saved"], losses + ledger.losses(loaded.annotations)


def _stopped_while_saving(disk: Path, prefix: Sequence[str], cut: Callable[[], object]) -> Ledger:
    """Have a window save for a while, stop it, call `cut`, and kill it; return what it had said."""
    ledger = Ledger()
    arguments = [
        sys.executable,
        "-m",
        "tests.faults.writer",
        str(disk / "notes.json"),
        str(disk / "local"),
        "甲",
        "5",
    ]
    process = subprocess.Popen([*prefix, *arguments], stdout=subprocess.PIPE)
    assert process.stdout is not None
    ledger.read(process.stdout.readline())
    time.sleep(random.uniform(SHORTEST, LONGEST))  # noqa: S311 (no secret)
    os.kill(process.pid, signal.SIGSTOP)
    cut()
    process.kill()
    said, _ = process.communicate()
    ledger.read(said)
    return ledger


def _make(image: Path) -> None:
    with image.open("wb") as stream:
        stream.truncate(32 << 20)
    subprocess.run(["mkfs.ext4", "-qF", str(image)], check=True)


@contextmanager
def mounted(image: Path, folder: Path, options: str) -> Generator[None]:
    """Have the file system in `image` mounted on `folder`, and all of it on the disk."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", f"loop,{options}", str(image), str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def main(arguments: Sequence[str]) -> int:
    """Run as the usage above says."""
    rounds, controls = map(int, [*arguments, *("50", "5")[len(arguments) :]])
    failed, saves = _repeat(rounds, (), show=True)
    sys.stdout.write(f"{failed} of {rounds} cuts lost something; {saves} saves\n")
    seen, saves = _repeat(controls, ("eatmydata",), show=False)
    sys.stdout.write(f"control without fsync: {seen} of {controls} cuts lost something; {saves} saves\n")
    return bool(failed) or (controls > 0 and not seen)


def _repeat(rounds: int, prefix: Sequence[str], *, show: bool) -> tuple[int, int]:
    """Return in how many of some rounds anything was lost, and how many saves there were."""
    results = [run(prefix) for _ in range(rounds)]
    if show:
        sys.stdout.writelines(f"{loss}\n" for _, losses in results for loss in losses)
    return sum(bool(losses) for _, losses in results), sum(saves for saves, _ in results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
