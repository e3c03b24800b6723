"""What this machine lacks, said in one sentence before Qt can abort; imports neither Qt nor anything of ours.

Qt ends the process, uncatchably, where it finds no display or where its platform plugin lacks a library; a wrong
package shows only much later. Each check here is a small function of what it looks at: the environment, a loader, a
folder. Together they take 2 to 8 ms, most of it for loading libraries that Qt loads next anyway.
"""

from __future__ import annotations

import ctypes
import os
import re
import shlex
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Loads = Callable[[str], bool]
    Reaches = Callable[[str, Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the app can't start, as one sentence in `english` and in `chinese`, and a shell `command` that mends it."""

    english: str
    chinese: str
    command: str


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library that Qt's wheels leave to the system, and the package that has it, by package manager."""

    soname: str
    apt: str
    dnf: str
    pacman: str


# The wheels' NEEDED entries that a desktop may lack: what Debian 12 and 13 lack without a desktop, and what GNOME and
# Xfce leave out. What these pull in themselves (libX11, libxcb) is not listed.
ALWAYS = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
)
PLATFORM = {
    "xcb": (
        Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
        Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
        Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
        Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
        Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
        Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
        Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
        Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    ),
    "wayland": (
        Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
        Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
        Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
    ),
}
# Names in ID and ID_LIKE of os-release(5), and what installs packages there.
MANAGERS = {
    "debian": ("apt", "sudo apt install"),
    "ubuntu": ("apt", "sudo apt install"),
    "fedora": ("dnf", "sudo dnf install"),
    "rhel": ("dnf", "sudo dnf install"),
    "arch": ("pacman", "sudo pacman -S"),
}


def check() -> Problem | None:
    """Return the first thing that keeps the app from starting on this machine, or None."""
    python = shlex.quote(sys.executable or "python3")
    return (
        check_pyside(pyside_version(package_folder("PySide6")), sys.version_info[:2], python)
        or check_opencc(package_folder("opencc"), python)
        or (check_display(os.environ, loads, reaches, os_release()) if _has_x11_or_wayland() else None)
    )


def refuse(problem: Problem) -> int:
    """Say `problem` and the command that mends it on stderr, if there is one, and return the exit code, 1."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  # None in a Windows GUI script
        sys.stderr.write(f"baijia: {problem.english}\n百家：{problem.chinese}\n\n    {problem.command}\n")
    return 1


def check_pyside(version: str | None, python_version: tuple[int, ...], python: str) -> Problem | None:
    """Return what is wrong with PySide6 in `version` (None: not installed) under `python_version` (major, minor)."""
    command = f"{python} -m pip install 'PySide6-Essentials>=6.8.3,!=6.12.0'"
    if version is None:
        return Problem("PySide6, which draws the window, is not installed.", "缺少負責視窗的 PySide6。", command)
    if version == "6.12.0" and python_version < (3, 12):
        return Problem(
            "PySide6 6.12.0 aborts under Python older than 3.12; another version of either is needed.",
            "PySide6 6.12.0 在 Python 3.12 以前的版本上會中途崩潰，請更換其一。",
            command,
        )
    return None


def check_opencc(folder: Path | None, python: str) -> Problem | None:
    """Return what is wrong with the package `opencc` in `folder` (None: not installed): its data must be text files.

    The official binding takes the same place, and has neither `config` nor `dictionary`.
    """
    if (
        folder
        and (folder / "config" / "s2t.json").is_file()
        and (folder / "dictionary" / "STCharacters.txt").is_file()
    ):
        return None
    install = f"{python} -m pip install --force-reinstall --no-deps opencc-python-reimplemented"
    if folder is None:
        return Problem("opencc-python-reimplemented is not installed.", "缺少 opencc-python-reimplemented。", install)
    return Problem(
        "The package opencc was installed where opencc-python-reimplemented is needed.",
        "裝成了 opencc，這裡需要的是 opencc-python-reimplemented。",
        f"{python} -m pip uninstall -y opencc; {install}",
    )


def check_display(environment: Mapping[str, str], loads: Loads, reaches: Reaches, release: str) -> Problem | None:
    """Return why no window can be shown, or None where one of the platforms that Qt will try can show it.

    `loads(soname)` tells whether a library is there, `reaches(platform, environment)` whether the display answers;
    `release` is the text of os-release(5).
    """
    candidates = platforms(environment)
    if not candidates:
        return _NO_DISPLAY
    problems = [_check_platform(name, environment, loads, reaches, release) for name in candidates]
    return None if None in problems else problems[0]


def _check_platform(
    name: str, environment: Mapping[str, str], loads: Loads, reaches: Reaches, release: str
) -> Problem | None:
    missing = [library for library in (*ALWAYS, *PLATFORM.get(name, ())) if not loads(library.soname)]
    if missing:
        names = ", ".join(library.soname for library in missing)
        command = install_command(missing, release)
        return Problem(
            f"This system lacks libraries that Qt needs: {names}.", f"系統缺少 Qt 需要的程式庫：{names}。", command
        )
    if name in PLATFORM and not reaches(name, environment):
        variable = "WAYLAND_DISPLAY" if name == "wayland" else "DISPLAY"
        shown = f"{variable}={environment.get(variable, '')}"
        return Problem(f"The display does not answer ({shown}).", f"顯示器沒有回應（{shown}）。", _NO_DISPLAY.command)
    return None


_NO_DISPLAY = Problem(
    "There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.",
    "找不到顯示器：WAYLAND_DISPLAY 與 DISPLAY 都沒有設定。",
    "DISPLAY=:0 baijia    # from a terminal of the desktop; over ssh: ssh -X",
)


def platforms(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the platform plugins that Qt will try under `environment`, in order; none means that it will abort.

    As QGuiApplication does it: QT_QPA_PLATFORM is a list of `name:options` divided by semicolons; without it, the
    session's own kind comes first and the other is the fallback.
    """
    asked = [part.partition(":")[0].strip() for part in environment.get("QT_QPA_PLATFORM", "").split(";")]
    if any(asked):
        return tuple(name.removesuffix("-egl") for name in asked if name)
    found = [
        name for name, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")) if environment.get(variable)
    ]
    return tuple(reversed(found)) if environment.get("XDG_SESSION_TYPE") == "x11" else tuple(found)


def install_command(missing: Iterable[Library], release: str) -> str:
    """Return the command that installs `missing` on the distribution that `release` (os-release(5)) describes."""
    fields = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    kinds = " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
    manager = next((MANAGERS[kind] for kind in kinds if kind in MANAGERS), None)
    if manager is None:
        return "install, with this system's package manager: " + " ".join(library.soname for library in missing)
    name, command = manager
    return " ".join((command, *dict.fromkeys(str(getattr(library, name)) for library in missing)))


def loads(soname: str) -> bool:
    """Tell whether the dynamic linker finds the library `soname`; it stays loaded, for Qt."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def reaches(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether the display server of `platform` ("xcb" or "wayland") is there and lets us in."""
    if platform == "xcb":
        return _reaches_x11(environment.get("DISPLAY", ""))
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), name).is_socket()


def _reaches_x11(display: str) -> bool:
    """Tell whether an X server answers at `display`, with the authority that libxcb finds, as for Qt itself."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def pyside_version(folder: Path | None) -> str | None:
    """Return the version that PySide6 in `folder` states of itself ("" if it states none), None if it isn't whole.

    Read from its `__init__.py`: to import it would be to load Qt, and importlib.metadata takes 25 ms to import.
    """
    if folder is None or not any(folder.glob("QtWidgets.*")):
        return None
    try:
        source = (folder / "__init__.py").read_text("utf-8", errors="replace")
    except OSError:
        return None
    stated = re.search(r"^__version__ = [\"'](.*)[\"']", source, re.MULTILINE)
    return stated[1] if stated else ""


def package_folder(name: str) -> Path | None:
    """Return the folder of the top-level package `name` without importing it, or None."""
    spec = find_spec(name)
    return Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else None


def os_release() -> str:
    """Return the text of os-release(5), "" on a system without."""
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            return path.read_text("utf-8", errors="replace")
    return ""


def _has_x11_or_wayland() -> bool:
    return sys.platform not in {"win32", "darwin", "cygwin"}
