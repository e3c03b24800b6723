"""Packages that pass names on: each is had from where it is made, and no module is loaded before it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from desktop.lazy import lazily

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = sorted(
    ".".join(path.parent.relative_to(ROOT).parts)
    for path in (ROOT / "desktop").rglob("__init__.py")
    if "lazily(" in path.read_text("utf-8")
)


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a package that offers what the standard library has."""
    made = ModuleType("email")
    monkeypatch.setitem(sys.modules, "email", made)
    offered = lazily("email", {"header": ("Header", "no_such_name")}, {"utils": ("formataddr", "getaddresses")})
    monkeypatch.setattr(made, "__getattr__", offered, raising=False)
    return made


def test_a_value_is_had_from_its_module_and_kept(package: ModuleType) -> None:
    header = import_module("email.header")
    assert "Header" not in vars(package)
    assert package.Header is header.Header
    assert vars(package)["Header"] is header.Header


def test_a_function_is_imported_when_it_is_called(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("email.utils")

    def given(*args: str, **kwargs: str) -> tuple[tuple[str, ...], dict[str, str]]:
        return args, kwargs

    monkeypatch.setattr(module, "formataddr", given)
    monkeypatch.delitem(sys.modules, "email.utils")
    function = package.formataddr
    assert "email.utils" not in sys.modules
    monkeypatch.setitem(sys.modules, "email.utils", module)
    assert function("a", charset="b") == (("a",), {"charset": "b"})
    assert package.formataddr is function


@pytest.mark.parametrize("name", ["parseaddr", "no_such_name", "__path__"])
def test_a_name_that_is_not_offered_or_not_there_is_an_attribute_error(package: ModuleType, name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(package, name)


def test_there_are_lazy_packages() -> None:
    assert "desktop.script" in PACKAGES


@pytest.mark.parametrize("package", PACKAGES)
def test_a_lazy_package_offers_what_the_checker_of_types_sees(package: str) -> None:
    tree = ast.parse((ROOT / package.replace(".", "/") / "__init__.py").read_text("utf-8"))
    seen = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{package}.")
        for alias in node.names
    }
    call = next(node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "lazily")
    values, functions = (
        {name: f"{package}.{module}" for module, names in ast.literal_eval(word.value).items() for name in names}
        for word in call.keywords
    )
    assert values | functions == seen
    assert sorted(import_module(package).__all__) == sorted([*values, *functions])
    for name, module in values.items():
        assert getattr(import_module(package), name) is getattr(import_module(module), name)
    for name, module in functions.items():
        assert not isinstance(getattr(import_module(module), name), type)
        assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("package", PACKAGES)
def test_no_name_of_a_lazy_package_is_that_of_a_module_in_it(package: str) -> None:
    modules = {path.stem for path in (ROOT / package.replace(".", "/")).iterdir()}
    assert modules & set(import_module(package).__all__) == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_lazy_package_loads_none_of_its_modules_by_itself(package: str) -> None:
    code = f"import sys, {package}; print([name for name in sys.modules if name.startswith('{package}.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
