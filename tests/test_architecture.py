"""The boundaries of the house: what each room may import, what it may be called, how long it may grow."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_QT_FREE = frozenset({"text", "segmentation", "script", "documents", "keywords", "annotations", "comparison"})
# A room: which others it may import, in code, for types or late; arrows point up this list only.
ROOMS: dict[str, frozenset[str]] = {
    "paths": frozenset(),
    "files": frozenset(),
    "preflight": frozenset(),
    "input_methods": frozenset({"preflight"}),
    "command_line": frozenset(),
    "lazy": frozenset(),
    "slices": frozenset(),
    "translatable": frozenset(),
    "sealed": frozenset({"files"}),
    "text": frozenset(),
    "segmentation": frozenset({"text", "slices", "sealed"}),
    "script": frozenset({"text", "segmentation", "lazy", "slices", "sealed", "paths", "files"}),
    "documents": frozenset({"text", "script", "lazy", "slices", "paths", "files"}),
    "keywords": frozenset({"text", "segmentation", "script", "documents", "lazy", "slices", "paths"}),
    "annotations": frozenset({"text", "script", "documents", "lazy", "paths", "files", "translatable"}),
    "comparison": frozenset({"text", "script", "documents", "annotations", "slices", "files"}),
    "session": _QT_FREE | {"lazy", "slices", "paths", "files"},
    "cli": _QT_FREE | {"session", "paths", "files"},
    "ui": _QT_FREE | {"session", "lazy", "paths", "translatable"},
    "app": _QT_FREE | {"session", "ui", "lazy", "paths", "files", "command_line"},
    "__main__": frozenset({"app", "command_line", "input_methods", "preflight"}),
}
# The packages from outside that a room may import; every other room makes do with the standard library.
OUTSIDE: dict[str, tuple[str, ...]] = {
    "documents": ("selectolax", "markdown_it", "yaml", "rapidfuzz"),
    "annotations": ("rapidfuzz",),
    "comparison": ("rapidfuzz",),
    "segmentation": ("jieba", "rjieba"),
    "keywords": ("regex",),
    "session": ("PySide6.QtCore", "PySide6.QtGui"),
    "ui": ("PySide6",),
    "app": ("PySide6",),
}
_BELOW_PARTS = frozenset({"look", "wording", "fields", "commands"})
_PARTS = frozenset(
    {"page", "sidebar", "bar", "notes", "notices", "authors", "charts", "names", "search", "words", "dialogs"}
)
# The rooms and modules within a room: which others of it each may import, besides
# those that are not named here. What "*" says holds for these.
INNER_ROOMS: dict[str, dict[str, frozenset[str]]] = {
    "script": {
        "aligned": frozenset(),
        "edition": frozenset(),
        "names": frozenset(),
        "tables": frozenset({"aligned", "edition", "names"}),
        "converter": frozenset({"aligned", "edition", "names", "tables"}),
        "explanation": frozenset({"certainty", "converter", "edition", "names", "tables"}),
        "naming": frozenset({"edition", "names", "tables"}),
        "folding": frozenset({"tables"}),
        "seen": frozenset({"folding"}),
        "regional": frozenset({"folding", "seen", "tables"}),
        "detection": frozenset(),
        "stretches": frozenset({"detection"}),
        "certainty": frozenset({"converter", "edition", "names", "tables"}),
        "choices": frozenset({"aligned", "certainty", "detection", "edition", "names", "tables"}),
        "kept_lines": frozenset({"aligned", "edition", "names", "tables"}),
        "written_forms": frozenset({"choices", "converter", "edition", "tables"}),
        "variants": frozenset({"detection"}),
        "guard": frozenset({"aligned", "variants"}),
        "corrections": frozenset({"variants"}),
        "corrections_form": frozenset({"corrections", "variants"}),
        "conversion": frozenset(
            {
                "aligned",
                "edition",
                "names",
                "tables",
                "converter",
                "choices",
                "explanation",
                "guard",
                "variants",
                "corrections",
                "detection",
                "stretches",
            }
        ),
    },
    "documents": {
        "naming": frozenset(),
        "chosen_names": frozenset({"naming"}),
        "document": frozenset({"naming"}),
        "error": frozenset(),
        "amounts": frozenset(),
        "moments": frozenset(),
        "labels": frozenset({"document"}),
        "layouts": frozenset({"document", "amounts", "naming"}),
        "text_rows": frozenset({"document", "naming", "layouts"}),
        "containers": frozenset({"document", "error", "amounts", "moments", "labels", "layouts"}),
        "reading": frozenset({"document", "error", "naming", "containers", "layouts"}),
        "writing": frozenset({"document", "labels", "containers", "layouts"}),
    },
    "annotations": {
        "color": frozenset(),
        "values": frozenset({"color"}),
        "anchoring": frozenset({"values"}),
        "form": frozenset({"values"}),
        "edits": frozenset({"values", "anchoring", "form"}),
        "merge": frozenset({"values", "form"}),
        "storage": frozenset({"values", "form", "merge"}),
        "recognition": frozenset({"values", "form", "storage"}),
        "exchange": frozenset({"color", "values", "anchoring", "form", "edits", "merge"}),
    },
    "session": {
        "*": frozenset({"people", "own"}),
        "work": frozenset(),
        "naming": frozenset({"work", "searching"}),
        "measures": frozenset({"work"}),
        "people": frozenset({"work", "measures"}),
        "own": frozenset({"work"}),
        "words": frozenset({"work", "own"}),
        "searching": frozenset({"work", "own", "words"}),
        "panes": frozenset({"words", "people"}),
        "notes": frozenset({"work", "words"}),
        "renewal": frozenset({"work", "words", "people"}),
        "files": frozenset({"naming", "work", "words", "searching", "notes", "renewal"}),
        "history": frozenset({"naming", "own", "words", "notes", "files"}),
        "session": frozenset(
            {"naming", "work", "own", "words", "searching", "panes", "notes", "renewal", "files", "history"}
        ),
    },
    "ui": {
        "look": frozenset(),
        "wording": frozenset(),
        "fields": frozenset({"look"}),
        "commands": frozenset({"look", "wording"}),
        **dict.fromkeys(_PARTS, _BELOW_PARTS),
        "dialogs": _BELOW_PARTS | {"authors", "names"},
        "framing": frozenset(),
        "sides": _BELOW_PARTS | {"page"},
        "panes": _BELOW_PARTS | {"page", "sides"},
        "panels": _BELOW_PARTS | _PARTS | {"panes"},
        "commanding": _BELOW_PARTS | _PARTS,
        "window": _BELOW_PARTS | _PARTS | {"framing", "panes", "panels", "commanding"},
    },
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}
LONGEST_FILE = 450
LONGEST_FUNCTION, LONG_FUNCTION = 60, 40
"""In lines, from the `def` to the end, the docstring counted."""
SHORT = 0.95
"""How many of the functions are shorter than a long one."""
MOST_IN_A_FOLDER = 20


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
    """Yield every import by which a part of a room reaches into one that lies above it."""
    rooms = INNER_ROOMS.get(module.room, {})
    here = "".join(module.name.split(".")[2:3])
    allowed = rooms.get(here, rooms.get("*"))
    if not here or allowed is None:
        return
    for name in module.imports():
        there = name.removeprefix(f"desktop.{module.room}.").split(".")[0] if name.startswith("desktop.") else ""
        if there in rooms.keys() - allowed - {here}:
            yield f"{module.name} imports {name}"


def fields_by_name(module: Module) -> Iterator[str]:
    """Yield where a field of the state is read, or some are replaced, by names that only the run knows.

    Nobody finds where such a field is used.
    """
    for node in ast.walk(module.tree) if module.room in {"session", "ui"} else ():
        if not isinstance(node, ast.Call):
            continue
        reads = _called(node) == "getattr" and not isinstance(node.args[1], ast.Constant)
        replaces = isinstance(node.func, ast.Attribute) and node.func.attr in {"replace", "prefer"}
        if reads or (replaces and any(word.arg is None for word in node.keywords)):
            yield f"{module.name} has {ast.unparse(node)}"


def untyped_changes(module: Module) -> Iterator[str]:
    """Yield functions whose named arguments may be of any kind, so that no checker sees what the state gets."""
    for node in ast.walk(module.tree) if module.room in {"session", "ui"} else ():
        named = node.args.kwarg if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else None
        if named is not None and named.annotation is not None and ast.unparse(named.annotation) in {"Any", "object"}:
            yield f"{module.name} has **{named.arg}: {ast.unparse(named.annotation)}"


def made_active_by_hand(module: Module) -> Iterator[str]:
    """Yield where another annotation becomes active, but not by `Notes.with_active`, which has the rest follow."""
    for node in ast.walk(module.tree) if module.name != "desktop.session.state" else ():
        if isinstance(node, ast.Call) and _called(node) == "replace" and {"active"} & {w.arg for w in node.keywords}:
            yield f"{module.name} has {ast.unparse(node)}"


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


def lengths_of_functions(module: Module) -> dict[str, int]:
    """Return how many lines each function and method of `module` has, those inside others as well."""
    return {
        f"{module.name}.{node.name} (line {node.lineno})": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def overlong_functions(module: Module) -> Iterator[str]:
    """Yield the functions that are longer than any may be."""
    for name, length in lengths_of_functions(module).items():
        if length > LONGEST_FUNCTION:
            yield f"{name} has {length} lines"


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


def hand_made_menus(module: Module) -> Iterator[str]:
    """Yield what puts an entry into a menu, or makes one, elsewhere than in `ui.commands`, whose table has them."""
    if module.room != "ui" or module.name.startswith("desktop.ui.commands."):
        return
    for node in ast.walk(module.tree):
        made = _called(node) if isinstance(node, ast.Call) else ""
        if made in {"addAction", "addActions", "insertAction", "insertActions", "QAction"}:
            yield f"{module.name} calls {made}"


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[Rule, ...] = (
    misplaced_imports,
    misplaced_inside,
    fields_by_name,
    untyped_changes,
    made_active_by_hand,
    vague_names,
    overlong,
    overlong_functions,
    utf16_outside_text,
    hand_made_menus,
)
HOUSE = modules(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    assert [breach for module in HOUSE for breach in rule(module)] == []


def long_functions(house: Iterable[Module]) -> list[str]:
    """Return the long functions of `house` where they are more than one in twenty, else none."""
    lengths = {name: length for module in house for name, length in lengths_of_functions(module).items()}
    long = [name for name, length in lengths.items() if length >= LONG_FUNCTION]
    return long if len(long) > (1 - SHORT) * len(lengths) else []


def test_nineteen_functions_of_twenty_are_short() -> None:
    assert long_functions(HOUSE) == []


def circles(root: Path, prefix: str) -> list[list[str]]:
    """Return the modules below `root` that import one another in a circle, of those whose names begin with `prefix`.

    Imports for types only and late ones count; what a package passes on counts as imported from where it is made.
    One circle is enough: where there is none, the list is empty.
    """
    known = {module.name: module for module in modules(root) if f"{module.name}.".startswith(f"{prefix}.")}
    packages = {name.rpartition(".")[0] for name in known}
    passed_on = {
        f"{name}.{alias.asname or alias.name}": f"{node.module}.{alias.name}"
        for name in packages & known.keys()
        for node in ast.walk(known[name].tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    def made_in(name: str) -> str:
        while name not in known and name in passed_on:
            name = passed_on[name]
        return name if name in known else name.rpartition(".")[0]

    needs = {name: {made_in(one) for one in module.imports()} - {name} for name, module in known.items()}
    try:
        TopologicalSorter({name: sorted(there & known.keys()) for name, there in needs.items()}).prepare()
    except CycleError as error:
        return [error.args[1]]
    return []


def crowded(root: Path) -> list[str]:
    """Return the folders below `root` that hold more modules than one takes in at a glance."""
    paths = (path for path in (root / "desktop").rglob("*.py") if path.name != "__init__.py")
    counts = Counter(path.parent.relative_to(root).as_posix() for path in paths)
    return [f"{folder} holds {count}" for folder, count in counts.items() if count > MOST_IN_A_FOLDER]


def shared_class_names(house: Iterable[Module]) -> list[str]:
    """Return the public names of classes in `house` that stand for more than one."""
    owners: dict[str, set[str]] = {}
    for module in house:
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                owners.setdefault(node.name, set()).add(module.name)
    return [name for name, among in owners.items() if len(among) > 1]


def test_no_module_comes_back_to_itself_by_what_it_imports() -> None:
    assert circles(ROOT, "desktop") == []


def test_no_folder_is_crowded() -> None:
    assert crowded(ROOT) == []


def test_a_class_has_a_name_of_its_own() -> None:
    assert shared_class_names(HOUSE) == []


def plant(root: Path, *sources: tuple[str, str]) -> None:
    for path, source in sources:
        (root / "desktop" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "desktop" / path).write_text(source, "utf-8")


def test_a_planted_circle_is_found(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ("ui/__init__.py", ""),
        ("ui/bar/__init__.py", "if TYPE_CHECKING:\n    from desktop.ui.bar.chip import Chip"),
        ("ui/bar/chip.py", "if TYPE_CHECKING:\n    from desktop.ui.window import MainWindow"),
        ("ui/window.py", "def late():\n    from desktop.ui.bar import Chip"),
        ("ui/look.py", "from desktop.text import Span"),
    )
    [circle] = circles(tmp_path, "desktop.ui")
    assert set(circle) == {"desktop.ui.bar.chip", "desktop.ui.window"}
    assert circles(tmp_path, "desktop.ui.bar") == []


def test_a_planted_crowd_is_found(tmp_path: Path) -> None:
    plant(tmp_path, *((f"ui/part_{number}.py", "") for number in range(MOST_IN_A_FOLDER)), ("ui/__init__.py", ""))
    assert crowded(tmp_path) == []
    plant(tmp_path, ("ui/one_more.py", ""))
    assert crowded(tmp_path) == ["desktop/ui holds 21"]


def test_a_planted_second_class_of_a_name_is_found(tmp_path: Path) -> None:
    plant(tmp_path, ("ui/line.py", "class Line: ..."), ("documents/line.py", "class Line: ..."), ("a.py", "Line = 1"))
    assert shared_class_names(modules(tmp_path)) == ["Line"]


def function_of(lines: int, name: str = "render") -> str:
    """Return the source of a function that has as many `lines`."""
    return f"def {name}():\n" + "    draw()\n" * (lines - 1)


def test_planted_long_functions_are_found_where_they_are_more_than_one_in_twenty(tmp_path: Path) -> None:
    short = "".join(function_of(LONG_FUNCTION - 1, f"short_{number}") for number in range(19))
    plant(tmp_path, ("ui/page.py", short), ("ui/bar.py", function_of(LONG_FUNCTION)))
    assert long_functions(modules(tmp_path)) == []
    plant(tmp_path, ("ui/chip.py", "class Chip:\n    def draw(self):\n" + "        draw()\n" * (LONG_FUNCTION - 1)))
    assert long_functions(modules(tmp_path)) == ["desktop.ui.bar.render (line 1)", "desktop.ui.chip.draw (line 2)"]


PLANTED: tuple[tuple[Rule, str, str], ...] = (
    (misplaced_imports, "text/span.py", "from desktop.script import fold"),
    (misplaced_imports, "text/span.py", "import desktop.paths"),
    (misplaced_imports, "script/converter.py", "def late():\n    from PySide6 import QtCore"),
    (misplaced_imports, "segmentation/segmenter.py", "from desktop.script import convert"),
    (misplaced_imports, "segmentation/segmenter.py", "from desktop.keywords import find_terms"),
    (misplaced_inside, "script/tables/glue.py", "from desktop.script.converter import convert"),
    (misplaced_inside, "script/detection.py", "if TYPE_CHECKING:\n    from desktop.script.variants import Script"),
    (misplaced_inside, "documents/layouts/marked.py", "from desktop.documents.containers.encoding import decode"),
    (misplaced_inside, "documents/containers/web.py", "from desktop.documents.reading import open_document"),
    (misplaced_imports, "documents/layout.py", "if TYPE_CHECKING:\n    from desktop.session.state import State"),
    (misplaced_imports, "keywords/terms.py", "from desktop.annotations import Annotation"),
    (misplaced_inside, "annotations/anchoring/candidates.py", "from desktop.annotations.storage.store import Loaded"),
    (misplaced_inside, "annotations/merge.py", "from desktop.annotations.edits import create"),
    (misplaced_inside, "session/words/pages.py", "from desktop.session.notes.edits import Edits"),
    (misplaced_inside, "session/notes/edits.py", "if TYPE_CHECKING:\n    from desktop.session.files import similar"),
    (misplaced_inside, "session/files/shelf.py", "from desktop.session.history import History"),
    (misplaced_inside, "session/history.py", "if TYPE_CHECKING:\n    from desktop.session.session import Session"),
    (misplaced_inside, "session/store.py", "from desktop.session.words.pages import Pages"),
    (fields_by_name, "session/store.py", "same = [getattr(old, name) is getattr(new, name) for name in names]"),
    (fields_by_name, "session/files/shelf.py", "self._store.replace(document=document, **fields)"),
    (untyped_changes, "session/store.py", "def prefer(self, **preferences: Any) -> None: ..."),
    (made_active_by_hand, "session/notes/visits.py", "notes = replace(state.notes, active='a')"),
    (misplaced_inside, "ui/commands/files.py", "def late():\n    from desktop.ui.dialogs.about import AboutDialog"),
    (misplaced_inside, "ui/notes/panel.py", "if TYPE_CHECKING:\n    from desktop.ui.page.view import PageView"),
    (misplaced_inside, "ui/dialogs/palette.py", "from desktop.ui.window import MainWindow"),
    (hand_made_menus, "ui/notes/card_menu.py", "menu.addAction('Delete')"),
    (hand_made_menus, "ui/window.py", "from PySide6.QtGui import QAction\nQAction('Delete', self)"),
    (fields_by_name, "ui/bar/top_bar.py", "any(getattr(old, name) is not getattr(new, name) for name in NAMES)"),
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
    (overlong_functions, "ui/page.py", function_of(LONGEST_FUNCTION + 1)),
    (overlong_functions, "ui/page.py", f"async {function_of(LONGEST_FUNCTION + 1)}"),
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
        "ui/window.py": function_of(LONGEST_FUNCTION),
        "__main__.py": "from desktop import __version__, app",
    }
    for path, source in allowed.items():
        (tmp_path / "desktop" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desktop" / path).write_text(source, "utf-8")
    assert [breach for module in modules(tmp_path) for rule in RULES for breach in rule(module)] == []
