"""Contexts that were checked by hand, in which one character has one form: `resources/dictionaries/contexts.txt`.

The file says how it is written. A context decides one character and nothing about its neighbours: those are left to
other contexts and to the dictionaries.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLACE = "_"
"""What stands for the character in a context."""
EDGE = "|"
"""What stands for the edge of a word."""

CONTEXTS = "contexts.txt"
"""The file, as an explanation names it beside the dictionaries."""

_CLASS = re.compile(r"\{(\w+)\}\s*=\s*(.+)")
_HEADER = re.compile(r"(\S)\s*=\s*(\S)")
_PART = re.compile(r"\{(\w+)\}|\[([^\]]+)\]|(.)")


class Context(NamedTuple):
    """The character at `offset` of some words has the form `form` there, if a word ends at each of `edges`."""

    offset: int
    form: str
    edges: tuple[int, ...] = ()


def read_contexts_file() -> bytes:
    """Return the file as it is shipped."""
    return resource(f"dictionaries/{CONTEXTS}").read_bytes()


@cache
def contexts() -> Mapping[str, Context]:
    """Return the contexts of the file, by the words in which they hold. Raises ValueError for a line that is none."""
    return parsed_contexts(read_contexts_file().decode("utf-8"))


def parsed_contexts(text: str) -> Mapping[str, Context]:
    """Return the contexts written in `text`, by the words in which they hold; the last one of the same words holds.

    Raises ValueError for a line that is none.
    """
    classes: dict[str, tuple[str, ...]] = {}
    found: dict[str, Context] = {}
    character = form = ""
    for line in filter(None, (line.partition("#")[0].strip() for line in text.split("\n"))):
        if named := _CLASS.fullmatch(line):
            classes[named[1]] = tuple(named[2].split())
        elif header := _HEADER.fullmatch(line):
            character, form = header.groups()
        elif not character:
            raise ValueError(line)
        else:
            for pattern in line.split():
                found.update(_expanded(pattern, character, form, classes))
    return found


def _expanded(
    pattern: str, character: str, form: str, classes: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Context]]:
    """Yield every context that `pattern` stands for. Raises ValueError if it has not exactly one place."""
    if pattern.count(PLACE) != 1 or len(pattern.replace(EDGE, "")) < len("a_"):
        raise ValueError(pattern)
    choices = [
        classes[part[1]] if part[1] else tuple(part[2]) if part[2] else (part[3],) for part in _PART.finditer(pattern)
    ]
    for parts in product(*choices):
        marked = "".join(parts)
        plain = marked.replace(EDGE, "")
        edges = tuple(offset - rank for rank, offset in enumerate(_places(marked, EDGE)))
        yield plain.replace(PLACE, character), Context(plain.index(PLACE), form, edges)


def _places(text: str, sign: str) -> Iterator[int]:
    return (offset for offset, character in enumerate(text) if character == sign)
