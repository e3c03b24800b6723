"""A desktop in a box: an X server without a screen, a session bus and a home of its own, for programs to run in."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping


class Box:
    """Runs programs on the display and the bus that `environment` names, and ends them; see `boxed`."""

    def __init__(self, environment: dict[str, str], stack: ExitStack) -> None:
        self.environment = environment
        self._stack = stack

    def start(
        self, *command: str, more: Mapping[str, str] | None = None, piped: bool = False
    ) -> subprocess.Popen[str]:
        """Start `command` with the variables `more`, its stdin and stdout `piped` or not; it ends with the box."""
        pipe = subprocess.PIPE if piped else subprocess.DEVNULL
        process = subprocess.Popen(
            command,
            env=self.environment | dict(more or {}),
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )
        self._stack.callback(_end, process)
        return process

    def run(self, *command: str) -> str:
        """Run `command` to its end and return what it prints."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout.strip()

    def type(self, keys: str) -> None:
        """Type `keys` as a hand does."""
        self.run("xdotool", "type", "--delay", "120", keys)
        time.sleep(0.5)

    def press(self, key: str) -> None:
        """Press one key or chord, as xdotool calls it."""
        self.run("xdotool", "key", key)
        time.sleep(0.5)


@contextmanager
def boxed() -> Generator[Box]:
    """Yield a box; needs Xvfb, openbox, dbus-daemon and xdotool."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "WAYLAND_"))}
        kept |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
        box = Box(kept, stack)
        server = box.start("Xvfb", "-displayfd", "1", "-screen", "0", "1500x950x24", piped=True)
        assert server.stdout is not None
        kept["DISPLAY"] = f":{server.stdout.readline().strip()}"
        bus = box.start("dbus-daemon", "--session", "--nofork", "--print-address", piped=True)
        assert bus.stdout is not None
        kept["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        box.start("openbox")
        yield box


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
