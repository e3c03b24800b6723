"""Which input method plugin Qt is to use: one that it has, and that reaches the input method of the session.

A session says how to reach its input method in QT_IM_MODULE or QT_IM_MODULES, for every Qt program; fcitx wants to be
reached by a plugin of its own, which Qt's wheels lack. Qt then takes `compose`, and no Chinese can be typed. Imports
neither Qt nor anything that does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.preflight import package_folder, platforms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, MutableMapping

_NO_METHOD = frozenset({"compose", "none", "simple"})
"""What a session says that wants no input method."""


def settle_input_method(environment: MutableMapping[str, str]) -> None:
    """Have Qt find an input method that it can reach under `environment`, which is changed.

    To be called before the QApplication is made. Where Qt is not that of the wheels, its plugins are not known, and
    nothing is changed.
    """
    plugins = plugins_in(_plugin_folders(environment))
    platform = next(iter(platforms(environment)), "")
    if "compose" in plugins and (chosen := reachable(platform, environment, plugins)):
        environment["QT_IM_MODULES"] = ";".join(chosen)


def reachable(platform: str, environment: Mapping[str, str], plugins: Collection[str]) -> tuple[str, ...]:
    """Return the names for Qt to try on `platform`, best first; none means that what `environment` says is fine.

    Qt takes the first that answers: the plugin of IBus does if IBus runs, or fcitx 5, which speaks IBus's protocol.
    "wayland" is the compositor's own way (text-input), which needs no plugin, and with it candidates stand by the
    word; GNOME gives that way to IBus alone, so that fcitx is better reached as IBus there.
    """
    ways = _ways(platform, environment)
    asked = _asked(environment)
    if not ways or (asked and asked[0] in _NO_METHOD) or (platform == "wayland" and not asked):
        return ()
    had = {*plugins, "wayland"} if platform == "wayland" else {*plugins}
    # The plugin called compose answers to "xim" too; whoever says so has an input method in mind.
    found = [way for name in asked for way in ((name,) if name in had and name != "xim" else ways)]
    return tuple(dict.fromkeys((*found, *ways, "compose")))


def _ways(platform: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return how an input method whose own plugin is missing is reached on `platform`."""
    if platform == "xcb":
        return ("ibus",)
    if platform != "wayland":
        return ()
    gnome = "GNOME" in environment.get("XDG_CURRENT_DESKTOP", "").split(":")
    return ("ibus", "wayland") if gnome else ("wayland", "ibus")


def _asked(environment: Mapping[str, str]) -> list[str]:
    """Return what the session asks for, as Qt reads it: the list goes before the single name."""
    names = [name for name in environment.get("QT_IM_MODULES", "").split(";") if name]
    return names or [name for name in (environment.get("QT_IM_MODULE", ""),) if name]


def plugins_in(folders: Collection[Path]) -> frozenset[str]:
    """Return the names of the input method plugins in `folders`: "ibus" for libibusplatforminputcontextplugin.so."""
    stems = (file.stem for folder in folders for file in folder.glob("lib*plugin.so"))
    names = {stem.removeprefix("lib").removesuffix("plugin").removesuffix("platforminputcontext") for stem in stems}
    # That of fcitx 5 has both names.
    return frozenset(names | ({"fcitx"} if "fcitx5" in names else set()))


def _plugin_folders(environment: Mapping[str, str]) -> list[Path]:
    """Return the folders in which Qt looks for such plugins: its wheel's, and those that `environment` adds."""
    wheel = package_folder("PySide6")
    added = [Path(folder) for folder in environment.get("QT_PLUGIN_PATH", "").split(":") if folder]
    roots = [*added, *([wheel / "Qt" / "plugins"] if wheel else [])]
    return [root / "platforminputcontexts" for root in roots]
