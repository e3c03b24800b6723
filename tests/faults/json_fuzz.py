"""Spoilt files of notes, by the million: each is understood, or refused in a sentence; nothing else may happen.

Usage: python -m tests.faults.json_fuzz [INPUTS] [SEED]     (1,000,000 and 0; some minutes; no root)

Every 500th is also put in the place of the file of a store, which is then loaded and saved to: what can't be
understood must be set aside byte for byte, and saving must go on. Prints how many were understood; ends with 1, and
the input in `fuzz-failure.json` in the folder for temporary files, if anything else happened.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.annotations.fuzzing import spoilt, survives
from tests.annotations.samples import samples
from tests.faults.writer import store_at

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERY = 500


def run(inputs: int, seed: int) -> tuple[int, int]:
    """Try `inputs`; return how many were understood, and how many of those in a store were set aside."""
    random = Random(seed)  # noqa: S311 (no secret)
    understood = aside = 0
    for number in range(inputs):
        data = spoilt(random)
        try:
            understood += survives(data)
            if number % EVERY == 0:
                aside += kept_by_a_store(data)
        except BaseException:
            Path(tempfile.gettempdir(), "fuzz-failure.json").write_bytes(data)
            raise
    return understood, aside


def kept_by_a_store(data: bytes) -> bool:
    """Put `data` in the place of a file of notes, load and save; tell whether they were set aside."""
    with tempfile.TemporaryDirectory(prefix="baijia-fuzz-") as folder:
        main, local = Path(folder, "notes.json"), Path(folder, "local")
        main.write_bytes(data)
        loaded = store_at(main, local).load()
        asides = [path.read_bytes() for path in Path(folder).glob("*.damaged-*")]
        assert asides in ([], [data])
        assert bool(asides) == any(notice.aside for notice in loaded.notices)
        if loaded.read_only:
            assert main.read_bytes() == data
        else:
            saved = store_at(main, local).save(samples(1))
            assert store_at(main, local).load().annotations == saved
        return bool(asides)


def main(arguments: Sequence[str]) -> int:
    """Run as the usage above says."""
    inputs, seed = map(int, [*arguments, *("1000000", "0")[len(arguments) :]])
    # No power is cut here, and the disk would be the slowest part by far.
    os.fsync = lambda _handle: None
    started = time.monotonic()
    try:
        understood, aside = run(inputs, seed)
    except Exception:
        traceback.print_exc()
        return 1
    seconds = time.monotonic() - started
    sys.stdout.write(f"{inputs} inputs, {understood} understood, the others refused in a sentence; ")
    sys.stdout.write(f"{aside} of {-(-inputs // EVERY)} in a store set aside; {seconds:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
