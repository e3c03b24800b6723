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
    from collections.abc import Iterator, Mapping, Sequence

PLACE = "_"
"""What stands for the character in a context."""
EDGE = "|"
"""What stands for the edge of a word."""

CONTEXTS = "contexts.txt"
"""The file, as an explanation names it beside the dictionaries."""

_CLASS = re.compile(r"\{(\w+)\}\s*=\s*(.+)")
_HEADER = re.compile(r"(\S)\s*(==?)\s*(\S)(?:\s*@\s*(\w+))?")
_PART = re.compile(r"\{(\w+)\}|\[([^\]]+)\]|(.)")


class Context(NamedTuple):
    """The character at `offset` of some words has the form `form` there, if a word ends at each of `edges`.

    Unless it is `firm`, a longer phrase of the dictionaries around all of it knows better. It holds for the
    configuration `config` alone, if there is one.
    """

    offset: int
    form: str
    edges: tuple[int, ...] = ()
    firm: bool = False
    config: str | None = None


def read_contexts_file() -> bytes:
    """Return the file as it is shipped."""
    return resource(f"dictionaries/{CONTEXTS}").read_bytes()


@cache
def contexts(config: str) -> Mapping[str, Context]:
    """Return the contexts of the file for `config`, by the words in which they hold.

    Raises ValueError for a line that is none.
    """
    stated = [item for item in _parsed() if item[1].config in (None, config)]
    return {words: context for words, context in stated if len(words) > 1 or context.edges}


@cache
def usual_forms() -> Mapping[str, str]:
    """Return what the file says that characters are where neither a context nor a dictionary knows better."""
    return {words: context.form for words, context in _parsed() if len(words) == 1 and not context.edges}


@cache
def _parsed() -> Sequence[tuple[str, Context]]:
    return parsed_contexts(read_contexts_file().decode("utf-8"))


def parsed_contexts(text: str) -> list[tuple[str, Context]]:
    """Return the contexts written in `text` with the words in which they hold; the last one of the same words holds.

    Raises ValueError for a line that is none.
    """
    classes: dict[str, tuple[str, ...]] = {}
    found: list[tuple[str, Context]] = []
    group: tuple[str, ...] = ()
    for line in filter(None, (line.partition("#")[0].strip() for line in text.split("\n"))):
        if named := _CLASS.fullmatch(line):
            classes[named[1]] = tuple(named[2].split())
        elif header := _HEADER.fullmatch(line):
            group = header.groups()
        elif not group:
            raise ValueError(line)
        else:
            for pattern in line.split():
                marked = expanded(pattern, classes)
                found.extend(_context(words, *group) for words in marked)
    return found


def expanded(pattern: str, classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield all words that `pattern` stands for. Raises ValueError if it has not exactly one place."""
    if pattern.count(PLACE) != 1:
        raise ValueError(pattern)
    choices = [
        classes[part[1]] if part[1] else tuple(part[2]) if part[2] else (part[3],) for part in _PART.finditer(pattern)
    ]
    yield from map("".join, product(*choices))


def _context(marked: str, character: str, equal: str, form: str, config: str | None) -> tuple[str, Context]:
    """Return the words that are written in `marked` with its signs, and their context, in a group's terms."""
    words = marked.replace(EDGE, "")
    places = (offset for offset, sign in enumerate(marked) if sign == EDGE)
    edges = tuple(offset - rank for rank, offset in enumerate(places))
    return words.replace(PLACE, character), Context(words.index(PLACE), form, edges, equal == "==", config)
