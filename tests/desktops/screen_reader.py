"""What a screen reader hears on the accessibility bus (AT-SPI) while the app is used.

Usage: python -m tests.desktops.screen_reader      (half a minute; Linux; Xvfb, openbox, dbus-daemon, xdotool,
at-spi2-core, and python3-pyatspi for the system's /usr/bin/python3; as Debian calls them)

Must hold: a flip, a search and a problem are each announced, the problem with the higher politeness. Prints what was
heard; ends with 1 if anything was not.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.desktops.box import boxed
from tests.desktops.input_methods import ask

LISTENER = """\
import pyatspi
def heard(event):
    print(event.detail1, event.any_data, flush=True)
pyatspi.Registry.registerEventListener(heard, "object:announcement")
print("listening", flush=True)
pyatspi.Registry.start()
"""
DOINGS = (
    ("run script.simplified", "1 Simplified"),
    ("look 美國", "1 1 of "),
    ("problem not-a-file", "2 That is not a file"),
)
"""What is done, and how what is heard of it begins: 1 is polite, 2 is assertive."""


def main() -> int:
    """Do it all; return the exit code."""
    silent = 0
    with boxed() as box:
        listener = box.start("/usr/bin/python3", "-c", LISTENER, piped=True)
        assert listener.stdout is not None
        assert listener.stdout.readline() == "listening\n"
        more = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "en_US.UTF-8"}
        data = str(Path(box.environment["HOME"]) / "data")
        app = box.start(sys.executable, "-m", "tests.desktops.reader", data, more=more, piped=True)
        ask(app, "note")
        time.sleep(3)
        for doing, _ in DOINGS:
            ask(app, doing)
        time.sleep(3)
        ask(app, "leave")
        listener.terminate()
        heard = listener.stdout.read().splitlines()
    for doing, beginning in DOINGS:
        found = next((words for words in heard if words.startswith(beginning)), None)
        silent += found is None
        print(f"{doing}: {found or 'SILENT'}")  # noqa: T201
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main())
