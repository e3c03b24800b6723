"""Names that a package passes on, each imported from its module when it is needed.

A package that imported all that it offers would load every one of its modules for whoever needs one name of it. Half
of ours aren't needed before the first page is painted, and to load them takes longer than to paint it.

What the reader's first keys need is loaded on a worker meanwhile: see `desktop.session.work.warming`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType


def lazily(
    package: str, values: Mapping[str, Iterable[str]], functions: Mapping[str, Iterable[str]]
) -> Callable[[str], object]:
    """Return the `__getattr__` (PEP 562) of `package`, which offers `values` and `functions`, by module.

    A module is named from within the package ("anchoring.anchors"). Of `values` (classes, constants) it is imported
    when one is asked for, at the latest by `from package import Value`; of `functions` when one is called. No name
    may be that of a module right in the package: once loaded, the module would stand in its place.
    """
    places = {name: f"{package}.{module}" for module, names in values.items() for name in names}
    called = {name: f"{package}.{module}" for module, names in functions.items() for name in names}

    def offered(name: str) -> object:
        """Return what `name` stands for, and keep it in the package. Raises AttributeError for a name not offered."""
        if name in places:
            value = getattr(import_module(places[name]), name)
        elif name in called:
            value = _when_called(called[name], name)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(sys.modules[package], name, value)
        return value

    return offered


def _when_called(module: str, name: str) -> Callable[..., Any]:
    """Return what does the same as the function `name` of `module`, which is imported with the first call."""
    loaded: list[ModuleType] = []

    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (whatever the function takes and returns)
        # The module is kept and not its function, which a test may put another one in the place of.
        if not loaded:
            loaded.append(import_module(module))
        return getattr(loaded[0], name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"See `{module}.{name}`, which this calls."
    return call
