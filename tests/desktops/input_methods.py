"""Chinese is typed into a note and into the find field, with IBus and fcitx 5, whatever the session says of them.

Usage: python -m tests.desktops.input_methods       (two minutes; Linux; Xvfb, openbox, dbus-daemon, xdotool, ibus,
ibus-libpinyin, fcitx5, fcitx5-chinese-addons; as Debian calls them)

Must hold in each session: what the input method commits arrives; what it was still composing when the note was left,
by a command or by a click on the page, is in the note as it was displayed, once. Prints what arrived; ends with 1 if
anything was lost, in Latin where it should not be, or there twice.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.desktops.box import Box, boxed

if TYPE_CHECKING:
    import subprocess

SESSIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("ibus", {"QT_IM_MODULE": "ibus"}),
    ("ibus", {}),
    ("fcitx", {"QT_IM_MODULE": "fcitx"}),
    ("fcitx", {"QT_IM_MODULES": "wayland;fcitx"}),
    ("fcitx", {"QT_IM_MODULE": "xim"}),
)
SHOWN = {"ibus": "世界", "fcitx": "shi jie"}
"""What each displays of "shijie" while it is being composed."""
LEAVING = ("command", "click")
ON_THE_PAGE = ("600", "600")
_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin

[GroupOrder]
0=Default
"""


def start_ibus(box: Box) -> None:
    """Start IBus with libpinyin."""
    box.start("ibus-daemon", "--replace", "--xim", "--panel=disable")
    _until(box, ("ibus", "engine", "libpinyin"), ("ibus", "engine"), "libpinyin")


def start_fcitx(box: Box) -> None:
    """Start fcitx 5 with its pinyin."""
    profile = Path(box.environment["HOME"]) / ".config/fcitx5/profile"
    profile.parent.mkdir(parents=True)
    profile.write_text(_PROFILE, encoding="utf-8")
    box.start("fcitx5")
    time.sleep(3)


def _until(box: Box, act: tuple[str, ...], ask: tuple[str, ...], wanted: str) -> None:
    for _ in range(20):
        box.run(*act)
        if box.run(*ask) == wanted:
            return
        time.sleep(0.5)
    raise SystemExit(f"{act}: {wanted} does not come")


def type_in(box: Box, method: str, session: dict[str, str]) -> list[tuple[str, str, str]]:
    """Type in one session, and return what was done, what had to come of it, and what came."""
    data = str(Path(box.environment["HOME"]) / "data")
    app = box.start(sys.executable, "-m", "tests.desktops.reader", data, more=session, piped=True)
    results: list[tuple[str, str, str]] = []
    note = ""
    for act, keys, shown in (("committed", "nihao ", "你好"), *((act, "shijie", SHOWN[method]) for act in LEAVING)):
        ask(app, "edit")
        time.sleep(1)
        if method == "fcitx":
            box.run("fcitx5-remote", "-s", "pinyin")
        box.type(keys)
        note += shown
        await_answer(app, "shown", note)
        if act == "click":
            box.run("xdotool", "mousemove", *ON_THE_PAGE, "click", "1")
        else:
            ask(app, "run find.open")
        results.append((act, note, await_answer(app, "note", note)))
    ask(app, "run find.open")
    box.type("eluosi ")
    results.append(("find", "俄罗斯", await_answer(app, "find", "俄罗斯")))
    ask(app, "leave")
    return results


def await_answer(app: subprocess.Popen[str], line: str, wanted: str) -> str:
    """Ask until the answer is `wanted`, for some seconds; return the last: keys take their way through the daemon."""
    answer = ""
    for _ in range(20):
        answer = ask(app, line)
        if answer == wanted:
            break
        time.sleep(0.25)
    return answer


def ask(app: subprocess.Popen[str], line: str) -> str:
    """Have the reader do `line`, and return its answer."""
    assert app.stdin is not None
    assert app.stdout is not None
    app.stdin.write(f"{line}\n")
    app.stdin.flush()
    return app.stdout.readline().rstrip("\n")


def main() -> int:
    """Go through all sessions; return the exit code."""
    lost = 0
    for method, session in SESSIONS:
        with boxed() as box:
            (start_ibus if method == "ibus" else start_fcitx)(box)
            for act, expected, came in type_in(box, method, session):
                lost += came != expected
                print(f"{'ok  ' if came == expected else 'LOST'} {method} {session}: {act}: {came!r}", flush=True)  # noqa: T201
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
