"""The boundaries of the house: what each room may import, what it may be called, how long it may grow."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_QT_FREE = frozenset({"text", "segmentation", "script", "documents", "keywords", "annotations"})
# A room: which others it may import, in code, for types or late; arrows point up this list only.
ROOMS: dict[str, frozenset[str]] = {
    "paths": frozenset(),
    "files": frozenset(),
    "preflight": frozenset(),
    "input_methods": frozenset({"preflight"}),
    "command_line": frozenset(),
    "slices": frozenset(),
    "sealed": frozenset({"files"}),
    "text": frozenset(),
    "segmentation": frozenset({"slices", "sealed"}),
    "script": frozenset({"text", "segmentation", "slices", "sealed", "paths", "files"}),
    "documents": frozenset({"text", "script", "paths", "files"}),
    "keywords": frozenset({"text", "segmentation", "script", "documents", "slices", "paths"}),
    "annotations": frozenset({"text", "script", "documents", "paths", "files"}),
    "session": _QT_FREE | {"slices", "paths", "files"},
    "ui": _QT_FREE | {"session", "paths"},
    "app": _QT_FREE | {"session", "ui", "paths", "files", "command_line"},
    "__main__": frozenset({"app", "command_line", "input_methods", "preflight"}),
}
# The packages from outside that a room may import; every other room makes do with the standard library.
OUTSIDE: dict[str, tuple[str, ...]] = {
    "annotations": ("rapidfuzz",),
    "segmentation": ("jieba",),
    "session": ("PySide6.QtCore", "PySide6.QtGui"),
    "ui": ("PySide6",),
    "app": ("PySide6",),
}
# The rooms and modules within `annotations`: which others of it each may import.
INNER_ROOMS: dict[str, frozenset[str]] = {
    "values": frozenset(),
    "anchoring": frozenset({"values"}),
    "form": frozenset({"values"}),
    "edits": frozenset({"values", "anchoring", "form"}),
    "merge": frozenset({"values", "form"}),
    "storage": frozenset({"values", "form", "merge"}),
    "recognition": frozenset({"values", "form", "storage"}),
    "exchange": frozenset({"values", "anchoring", "form", "edits", "merge"}),
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}
LONGEST_FILE = 450
LONG_FUNCTION = 40


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the app: its dotted name ("desktop.ui.window"), its room ("ui"), source and tree."""

    name: str
    room: str
    source: str
    tree: ast.Module

    def imports(self) -> Iterator[str]:
        """Yield every module that is imported anywhere in here, for types only and inside functions as well."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ("." if node.level else f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
                yield from (ast.literal_eval(arg) for arg in node.args[:1] if isinstance(arg, ast.Constant))


def _called(call: ast.Call) -> str:
    """Return the last name of what is called: `encode` for `text.encode()`."""
    function = call.func
    return (
        function.attr
        if isinstance(function, ast.Attribute)
        else function.id
        if isinstance(function, ast.Name)
        else ""
    )


def modules(root: Path) -> list[Module]:
    """Return every module of the package `desktop` below `root`."""
    found: list[Module] = []
    for path in sorted((root / "desktop").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        source = path.read_text("utf-8")
        found.append(Module(".".join(parts).removesuffix(".__init__"), parts[1], source, ast.parse(source)))
    return found


def misplaced_imports(module: Module) -> Iterator[str]:
    """Yield every import of `module` that its room may not make."""
    if module.room not in ROOMS:
        yield from () if module.room == "__init__" else (f"{module.name} is in no room",)
        return
    for name in module.imports():
        top, _, rest = name.partition(".")
        allowed = (
            rest.partition(".")[0] in ROOMS[module.room] | {module.room, "__version__"}
            if top == "desktop"
            else top in sys.stdlib_module_names or _is_below(name, OUTSIDE.get(module.room, ()))
        )
        if not allowed:
            yield f"{module.name} imports {name}"


def misplaced_inside(module: Module) -> Iterator[str]:
    """Yield every import by which a room of `annotations` reaches into one that lies above it."""
    if module.room != "annotations":
        return
    here = module.name.split(".")[2:3]
    for name in module.imports():
        there = name.removeprefix("desktop.annotations.").split(".")[0] if name.startswith("desktop.") else ""
        if here and here[0] in INNER_ROOMS and there in INNER_ROOMS.keys() - INNER_ROOMS[here[0]] - {here[0]}:
            yield f"{module.name} imports {name}"


def _is_below(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def vague_names(module: Module) -> Iterator[str]:
    """Yield the module where its name says nothing about what is in it."""
    if FORBIDDEN_NAMES & set(module.name.split(".")):
        yield module.name


def overlong(module: Module) -> Iterator[str]:
    """Yield the module where it is longer than a reader takes in."""
    lines = len(module.source.splitlines())
    if lines > LONGEST_FILE:
        yield f"{module.name} has {lines} lines"


def utf16_outside_text(module: Module) -> Iterator[str]:
    """Yield what counts UTF-16 units by itself: only `desktop.text` does, others ask its `Utf16Map`.

    `documents` decodes files, so it may name the codecs; a docstring may say which units it speaks of.
    """
    if module.room == "text":
        return
    for node in ast.walk(module.tree):
        name = getattr(node, "id", None) or getattr(node, "attr", None) or ""
        if re.search("utf.?16", name, re.IGNORECASE) and name != "Utf16Map" and module.room != "documents":
            yield f"{module.name} has a {name}"
        if isinstance(node, ast.Call) and _called(node) in {"encode", "decode"} and module.room != "documents":
            coded = re.search("utf.?16", ast.unparse(node), re.IGNORECASE)
            yield from (f"{module.name} codes UTF-16",) if coded else ()


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[Rule, ...] = (misplaced_imports, misplaced_inside, vague_names, overlong, utf16_outside_text)
HOUSE = modules(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    assert [breach for module in HOUSE for breach in rule(module)] == []


def test_nineteen_functions_of_twenty_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for module in HOUSE
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[int(len(lengths) * 0.95)] < LONG_FUNCTION


PLANTED: tuple[tuple[Rule, str, str], ...] = (
    (misplaced_imports, "text/span.py", "from desktop.script import fold"),
    (misplaced_imports, "text/span.py", "import desktop.paths"),
    (misplaced_imports, "script/convert.py", "def late():\n    from PySide6 import QtCore"),
    (misplaced_imports, "documents/layout.py", "if TYPE_CHECKING:\n    from desktop.session.state import State"),
    (misplaced_imports, "keywords/terms.py", "from desktop.annotations import Annotation"),
    (misplaced_inside, "annotations/anchoring/candidates.py", "from desktop.annotations.storage.store import Loaded"),
    (misplaced_inside, "annotations/merge.py", "from desktop.annotations.edits import create"),
    (
        misplaced_imports,
        "annotations/storage/store.py",
        "import importlib as i\ni.import_module('PySide6.QtGui')",
    ),
    (misplaced_imports, "annotations/storage/store.py", "import jieba"),
    (misplaced_imports, "annotations/storage/store.py", "from .json import values"),
    (misplaced_imports, "session/state.py", "from PySide6 import QtWidgets"),
    (misplaced_imports, "session/state.py", "from PySide6.QtWidgets import QWidget"),
    (misplaced_imports, "session/state.py", "import desktop.ui.window"),
    (misplaced_imports, "ui/window.py", "from desktop import app"),
    (misplaced_imports, "preflight.py", "import PySide6"),
    (misplaced_imports, "odds/ends.py", "import os"),
    (vague_names, "ui/helpers.py", ""),
    (vague_names, "ui/common/page.py", ""),
    (overlong, "ui/page.py", "# one more line\n" * (LONGEST_FILE + 1)),
    (utf16_outside_text, "ui/page.py", "len(text.encode('utf-16-le')) // 2"),
    (utf16_outside_text, "session/state.py", "def f(text):\n    return utf16_length(text)"),
)


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED, ids=lambda part: getattr(part, "__name__", None))
def test_a_planted_breach_is_found(rule: Rule, path: str, source: str, tmp_path: Path) -> None:
    planted = tmp_path / "desktop" / path
    planted.parent.mkdir(parents=True)
    planted.write_text(source, "utf-8")
    assert [breach for module in modules(tmp_path) for breach in rule(module)]


def test_what_is_allowed_is_not_reported(tmp_path: Path) -> None:
    allowed = {
        "__init__.py": "__version__ = '1'",
        "text/span.py": "import bisect\nUNITS = 'UTF-16'",
        "documents/encoding.py": "from desktop.text import Span\ndata.decode('utf-16')\ncodecs.BOM_UTF16_LE",
        "segmentation/words.py": "import jieba",
        "keywords/terms.py": "from desktop.paths import resource\nfrom desktop.script import fold",
        "session/state.py": "from PySide6.QtGui import QUndoStack\nfrom PySide6 import QtCore",
        "ui/page.py": "from PySide6.QtWidgets import QWidget\nfrom desktop.text import Utf16Map\nUtf16Map('')",
        "__main__.py": "from desktop import __version__, app",
    }
    for path, source in allowed.items():
        (tmp_path / "desktop" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desktop" / path).write_text(source, "utf-8")
    assert [breach for module in modules(tmp_path) for rule in RULES for breach in rule(module)] == []
