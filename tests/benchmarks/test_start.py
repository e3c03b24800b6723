"""From process start to the first painted answer, beside a bare PySide6 window that shows the same text.

Run by hand: `python -m pytest tests/benchmarks -s`. Ratios are of medians within one run, since clocks vary.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9


def seconds_and_mb(which: str) -> tuple[float, int]:
    """Return the wall time (s) and resident memory (MB) of a process up to its first painted answer."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", which]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(done.stdout.split()[-1])


def test_first_painted_answer() -> None:
    """Print the ratio; the aim is 1.3."""
    for which in ("baijia", "bare"):
        seconds_and_mb(which)  # brings the files into the page cache
    runs = [(seconds_and_mb("bare"), seconds_and_mb("baijia")) for _ in range(ROUNDS)]
    bare = statistics.median(run[0][0] for run in runs)
    ours = statistics.median(run[1][0] for run in runs)
    sys.stdout.write(
        f"\nfirst painted answer: bare {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms: {ours / bare:.2f}\n"
    )


def test_memory() -> None:
    """Print the memory of a bare window, after the first paint, and once jieba is loaded."""
    figures = {which: seconds_and_mb(which)[1] for which in ("bare", "baijia", "keywords")}
    sys.stdout.write(f"\nresident MB: {figures}\n")
