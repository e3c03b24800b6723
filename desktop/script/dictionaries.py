"""The dictionaries and configurations of opencc-python-reimplemented, read as data; its code is never run.

A dictionary is a text file of lines `key TAB value [SPACE value ...]`, most usual value first. A configuration is a
JSON file that names a chain of stages; a stage tries one dictionary, or a group of them in order.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


_ENTRY = re.compile(r"^[^\S\n]*([^\t\n]+)\t([^\t\n]*?)[^\S\n]*$", re.MULTILINE)


class DictionaryError(RuntimeError):
    """The dictionaries are not there or can't be read; the message is one sentence for the reader."""


@cache
def read_dictionary(name: str) -> Mapping[str, str]:
    """Return the dictionary `name` ("STPhrases.txt") as key -> values, the values still joined by spaces.

    Read once and shared by every configuration; nobody may write to it. Raises DictionaryError.
    """
    text = _read(f"dictionary/{name}")
    entries: list[tuple[str, str]] = _ENTRY.findall(text)
    # One pass of the expression is five times as fast as splitting line by line; what it skips is damage.
    if len(entries) != sum(map(bool, text.split("\n"))):
        raise DictionaryError(f"The conversion dictionary {name} is damaged; {_REMEDY}.")
    return dict(entries)


def first_candidate(values: str) -> str:
    """Return the value that a conversion uses, out of those that a dictionary gives for a key."""
    return values.split(" ", 1)[0]


@cache
def read_chain(config: str) -> tuple[tuple[str, ...], ...]:
    """Return the stages of the configuration `config` ("s2twp"), each as dictionary names in the order tried.

    Raises DictionaryError.
    """
    text = _read(f"config/{config}.json")
    try:
        return tuple(_dictionary_names(stage["dict"]) for stage in json.loads(text)["conversion_chain"])
    except (ValueError, KeyError, TypeError) as error:
        raise DictionaryError(f"The conversion settings {config}.json are damaged; {_REMEDY}.") from error


_REMEDY = "install opencc-python-reimplemented, and not the package opencc, which takes the same place"


def _dictionary_names(node: Mapping[str, Any]) -> tuple[str, ...]:
    members = node["dicts"] if node["type"] == "group" else (node,)
    return tuple(member["file"] for member in members)


def _read(path: str) -> str:
    """Return the text of one of the package's files, line ends as LF."""
    try:
        return (_package_folder() / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DictionaryError(f"The conversion dictionaries are missing ({path}); {_REMEDY}.") from error


def _package_folder() -> Path:
    """Return where the package `opencc` is installed, without importing it (the official one loads a C++ library)."""
    try:
        spec = find_spec("opencc")
    except ValueError:  # a stand-in put into sys.modules has no spec
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise DictionaryError(f"The conversion dictionaries are missing; {_REMEDY}.")
    return Path(next(iter(spec.submodule_search_locations)))
