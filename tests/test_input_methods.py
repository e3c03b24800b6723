"""Which input method plugin Qt is pointed to: one that it has, whatever the session says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.input_methods import plugins_in, reachable, settle_input_method
from desktop.preflight import package_folder, platforms

if TYPE_CHECKING:
    from pathlib import Path

WHEEL = frozenset({"compose", "ibus"})
X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
GNOME = WAYLAND | {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}
ONE, MANY = "QT_IM_MODULE", "QT_IM_MODULES"

CASES: list[tuple[dict[str, str], str]] = [
    (X11, "ibus;compose"),
    (X11 | {ONE: "fcitx"}, "ibus;compose"),
    (X11 | {ONE: "fcitx5"}, "ibus;compose"),
    (X11 | {ONE: "xim"}, "ibus;compose"),
    (X11 | {ONE: "uim"}, "ibus;compose"),
    (X11 | {ONE: "ibus"}, "ibus;compose"),
    (X11 | {ONE: "wayland"}, "ibus;compose"),
    (X11 | {MANY: "wayland;fcitx"}, "ibus;compose"),
    (X11 | {MANY: "wayland;fcitx;ibus"}, "ibus;compose"),
    (X11 | {MANY: "fcitx", ONE: "compose"}, "ibus;compose"),
    (X11 | {ONE: "qtvirtualkeyboard"}, "ibus;compose"),
    (X11 | {ONE: "compose"}, ""),
    (X11 | {ONE: "none"}, ""),
    (X11 | {MANY: "compose;ibus"}, ""),
    (WAYLAND, ""),
    (WAYLAND | {ONE: "fcitx"}, "wayland;ibus;compose"),
    (WAYLAND | {ONE: "xim"}, "wayland;ibus;compose"),
    (WAYLAND | {ONE: "wayland"}, "wayland;ibus;compose"),
    (WAYLAND | {ONE: "ibus"}, "ibus;wayland;compose"),
    (WAYLAND | {MANY: "wayland;fcitx"}, "wayland;ibus;compose"),
    (WAYLAND | {MANY: "fcitx;wayland"}, "wayland;ibus;compose"),
    (WAYLAND | {ONE: "simple"}, ""),
    (WAYLAND | {"XDG_SESSION_TYPE": "x11", ONE: "fcitx"}, "ibus;compose"),
    (WAYLAND | {"QT_QPA_PLATFORM": "xcb", ONE: "fcitx"}, "ibus;compose"),
    (GNOME, ""),
    (GNOME | {ONE: "fcitx"}, "ibus;wayland;compose"),
    (GNOME | {MANY: "wayland;fcitx"}, "wayland;ibus;compose"),
    (X11 | {"QT_QPA_PLATFORM": "offscreen", ONE: "fcitx"}, ""),
]


@pytest.mark.parametrize(("environment", "expected"), CASES)
def test_qt_is_pointed_to_what_reaches_the_input_method(environment: dict[str, str], expected: str) -> None:
    platform = platforms(environment)[0]
    assert ";".join(reachable(platform, environment, WHEEL)) == expected


def test_a_plugin_that_is_there_after_all_is_taken(tmp_path: Path) -> None:
    """A reader may put fcitx's plugin where Qt finds it, built for this very Qt."""
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libfcitx5platforminputcontextplugin.so").touch()
    assert plugins_in([folder]) == {"fcitx", "fcitx5"}
    environment = X11 | {ONE: "fcitx", "QT_PLUGIN_PATH": str(tmp_path)}
    settle_input_method(environment)
    assert environment[MANY] == "fcitx;ibus;compose"


@pytest.mark.parametrize("session", [X11, WAYLAND, GNOME])
@pytest.mark.parametrize("asked", [{ONE: "fcitx"}, {ONE: "ibus"}, {MANY: "wayland;fcitx"}, {ONE: "xim"}])
def test_every_name_is_one_that_the_installed_qt_has(session: dict[str, str], asked: dict[str, str]) -> None:
    package = package_folder("PySide6")
    assert package
    had = plugins_in([package / "Qt" / "plugins" / "platforminputcontexts"])
    environment = session | asked
    settle_input_method(environment)
    own = {"wayland"} if platforms(environment)[0] == "wayland" else set[str]()
    assert environment[MANY]
    assert set(environment[MANY].split(";")) <= had | own


def test_nothing_is_changed_for_a_qt_whose_plugins_are_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_wheel(_name: str) -> None:
        return None

    monkeypatch.setattr("desktop.input_methods.package_folder", no_wheel)
    environment = X11 | {ONE: "fcitx"}
    settle_input_method(environment)
    assert environment == X11 | {ONE: "fcitx"}
