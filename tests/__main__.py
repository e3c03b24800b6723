"""The one check command, `python -m tests`: format, lint, types, then boundaries and tests; all of it, every time.

Arguments go to pytest (`python -m tests tests/script -x`). Ends with the exit code of the first step that failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS: dict[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("pyright", "--pythonpath", sys.executable),  # whatever the environment is called
    "tests": ("pytest", "-n", "auto", "--dist", "worksteal"),  # one process a core
}
# pyright would ask the network whether it is the newest.
ENVIRONMENT = os.environ | {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


def run(name: str, command: tuple[str, ...]) -> int:
    """Run one step, a module of this Python with its arguments, and return its exit code."""
    say(f"\n== {name}: {' '.join(command)}")
    started = time.monotonic()
    code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=ENVIRONMENT, check=False).returncode
    say(f"== {name}: {'passed' if code == 0 else f'failed ({code})'} in {time.monotonic() - started:.0f} s")
    return code


def say(line: str) -> None:
    """Write a line that stays in order with what the steps write."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run every step, the last one with `arguments`, and return the exit code of the first that failed, or 0."""
    codes = {name: run(name, (*step, *arguments) if name == "tests" else step) for name, step in STEPS.items()}
    failed = [name for name, code in codes.items() if code]
    say(f"\n== {'failed: ' + ', '.join(failed) if failed else 'all passed'}")
    return codes[failed[0]] if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
