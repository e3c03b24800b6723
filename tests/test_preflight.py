"""Every lack that a machine can have is said in a sentence, with the command that mends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import preflight
from desktop.preflight import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
UBUNTU_KIN = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "ID=fedora\n"
ARCH = "ID=arch\n"
OTHER = 'ID="nixos"\n'

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def everything(_soname: str) -> bool:
    return True


def answers(_platform: str, _environment: Mapping[str, str]) -> bool:
    return True


def silent(_platform: str, _environment: Mapping[str, str]) -> bool:
    return False


def test_this_machine_can_run_the_tests() -> None:
    assert preflight.check() is None


def test_the_module_imports_no_qt() -> None:
    program = "import sys, desktop.preflight; print([name for name in sys.modules if 'PySide' in name])"
    root = Path(preflight.__file__).parents[1]
    assert (
        subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, check=True).stdout == b"[]\n"
    )


def test_without_a_display_the_sentence_says_so() -> None:
    problem = preflight.check_display({}, everything, answers, DEBIAN)
    assert problem
    assert "neither WAYLAND_DISPLAY nor DISPLAY" in problem.english


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901", "linuxfb"])
def test_a_platform_without_a_display_needs_none(platform: str) -> None:
    assert preflight.check_display({"QT_QPA_PLATFORM": platform}, everything, silent, DEBIAN) is None


def test_a_display_that_does_not_answer_is_named() -> None:
    problem = preflight.check_display(X11, everything, silent, DEBIAN)
    assert problem
    assert "DISPLAY=:0" in problem.english
    assert "DISPLAY=:0" in problem.chinese


@pytest.mark.parametrize(
    ("release", "command"),
    [
        (DEBIAN, "sudo apt install libxcb-cursor0"),
        (UBUNTU_KIN, "sudo apt install libxcb-cursor0"),
        (FEDORA, "sudo dnf install xcb-util-cursor"),
        (ARCH, "sudo pacman -S xcb-util-cursor"),
        (OTHER, "install, with this system's package manager: libxcb-cursor.so.0"),
        ("", "install, with this system's package manager: libxcb-cursor.so.0"),
    ],
)
def test_a_missing_library_comes_with_the_distributions_own_command(release: str, command: str) -> None:
    problem = preflight.check_display(X11, lambda soname: soname != "libxcb-cursor.so.0", answers, release)
    assert problem
    assert problem.command == command
    assert "libxcb-cursor.so.0" in problem.english


def test_a_package_with_two_missing_libraries_is_named_once() -> None:
    missing = {"libxcb-shape.so.0", "libxcb-xkb.so.1"}
    problem = preflight.check_display(X11, lambda soname: soname not in missing, answers, FEDORA)
    assert problem
    assert problem.command == "sudo dnf install libxcb"


def test_offscreen_needs_no_library_of_x11_but_the_common_ones() -> None:
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    assert preflight.check_display(offscreen, lambda soname: "xcb" not in soname, silent, DEBIAN) is None
    problem = preflight.check_display(offscreen, lambda soname: soname != "libEGL.so.1", silent, DEBIAN)
    assert problem
    assert problem.command == "sudo apt install libegl1"


def test_where_qt_can_fall_back_nothing_is_refused() -> None:
    both = X11 | WAYLAND
    assert preflight.check_display(both, lambda soname: "wayland" not in soname, answers, DEBIAN) is None
    assert preflight.check_display(both, lambda soname: "xcb" not in soname, answers, DEBIAN) is None
    assert preflight.check_display(both, everything, lambda platform, _: platform == "xcb", DEBIAN) is None


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        (X11, ("xcb",)),
        (WAYLAND, ("wayland",)),
        (X11 | WAYLAND, ("wayland", "xcb")),
        (X11 | WAYLAND | {"XDG_SESSION_TYPE": "x11"}, ("xcb", "wayland")),
        (X11 | {"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ("vnc",)),
    ],
)
def test_the_platforms_are_those_that_qt_tries(environment: dict[str, str], expected: tuple[str, ...]) -> None:
    assert preflight.platforms(environment) == expected


def test_the_linker_is_really_asked() -> None:
    assert preflight.loads("libc.so.6") == sys.platform.startswith("linux")
    assert not preflight.loads("libno-such-library.so.0")


@pytest.mark.skipif(not preflight.loads("libxcb.so.1"), reason="needs libxcb")
def test_an_x_server_that_is_not_there_is_not_reached() -> None:
    assert not preflight.reaches("xcb", {"DISPLAY": ":9753"})


def test_a_wayland_socket_is_looked_for_in_the_runtime_folder(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "w"}
    assert not preflight.reaches("wayland", environment)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        assert preflight.reaches("wayland", environment)


@pytest.mark.parametrize(
    ("version", "python", "refused"),
    [
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.11.3", (3, 11), False),
        ("6.12.1", (3, 11), False),
        ("", (3, 11), False),
        (None, (3, 14), True),
    ],
)
def test_pyside_and_python_that_do_not_go_together_are_refused(
    version: str | None, python: tuple[int, int], refused: bool
) -> None:
    problem = preflight.check_pyside(version, python, "/venv/bin/python")
    assert bool(problem) is refused
    if problem:
        assert problem.command.startswith("/venv/bin/python -m pip install 'PySide6-Essentials")


def test_the_version_of_pyside_is_read_without_importing_it(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text('__pre_all__ = []\n__version__ = "6.12.0"\n', "utf-8")
    assert preflight.pyside_version(tmp_path) is None
    (tmp_path / "QtWidgets.abi3.so").touch()
    assert preflight.pyside_version(tmp_path) == "6.12.0"
    (tmp_path / "__init__.py").write_text("", "utf-8")
    assert preflight.pyside_version(tmp_path) == ""
    assert preflight.pyside_version(None) is None


def test_the_version_read_is_the_one_that_runs() -> None:
    import PySide6

    assert preflight.pyside_version(preflight.package_folder("PySide6")) == PySide6.__version__


def test_the_official_opencc_in_the_place_of_the_reimplementation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clib").mkdir()
    problem = preflight.check_opencc(tmp_path, "python3")
    assert problem
    assert problem.command == (
        "python3 -m pip uninstall -y opencc; "
        "python3 -m pip install --force-reinstall --no-deps opencc-python-reimplemented"
    )


def test_no_opencc_at_all_is_refused() -> None:
    problem = preflight.check_opencc(None, "python3")
    assert problem
    assert "not installed" in problem.english


def test_the_reimplementation_is_accepted(tmp_path: Path) -> None:
    for name in ("config/s2t.json", "dictionary/STCharacters.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert preflight.check_opencc(tmp_path, "python3") is None


def test_a_refusal_says_the_sentence_twice_and_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert preflight.refuse(Problem("It is broken.", "壞了。", "mend it")) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert [line.strip() for line in captured.err.splitlines() if line] == [
        "baijia: It is broken.",
        "百家：壞了。",
        "mend it",
    ]


def test_without_stderr_a_refusal_is_still_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert preflight.refuse(Problem("", "", "")) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")
def test_without_a_display_the_check_itself_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delitem(os.environ, variable, raising=False)
    problem = preflight.check()
    assert problem
    assert "no display" in problem.english


def test_a_call_that_returns_nothing_keeps_the_references_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 lost one with each such call under Python 3.11; after 7,000 the interpreter aborted."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50
