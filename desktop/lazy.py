"""Names that a package passes on, each imported from its module when it is first asked for.

A package that imported all that it offers would load every one of its modules for whoever needs one name of it. Half
of ours aren't needed before the first page is painted, and to load them takes as long as to paint it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def lazily(package: str, names: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """Return the `__getattr__` (PEP 562) of `package`, which offers `names`, by the module in it that has them.

    A module is named from within the package ("anchoring.anchors"). No name may be that of a module right in the
    package: once loaded, the module would stand in its place.
    """
    modules = {name: f"{package}.{module}" for module, there in names.items() for name in there}

    def offered(name: str) -> object:
        """Return what `name` stands for, and keep it in the package. Raises AttributeError for a name not offered."""
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(modules[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return offered
