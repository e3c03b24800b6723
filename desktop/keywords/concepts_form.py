"""A file of concepts: plain text, one concept on a line, made to be edited by hand.

A line has the words for one thing, parted by =, and behind ≠, parted by blanks, longer words in which one of them is
something else:

    特朗普 = 川普 ≠ 四川普

Blank lines and lines that begin with # are whoever's who wrote them. A line that can't be used is reported, skipped,
and kept when the file is rewritten.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords.concepts import Concept, ConceptFlaw, Concepts, concept_flaw
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN_HEADER = """\
# 百家 Baijia: words that are one to you, in search, lights and counts
#
# 一行一組，用 = 隔開；≠ 之後是另有所指的較長字詞，用空格隔開
# A group on a line, parted by =; behind ≠, parted by blanks, longer words in which one of them is something else
#
#     特朗普 = 川普 ≠ 四川普
#
# 以 # 開頭的行和空行都是您的，不會動；lines that begin with # are yours

"""
"""What a file that the app makes begins with."""

_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_EQUAL, _EXCEPT = re.compile("[=＝]"), re.compile("≠|!=|！=")


class BadConceptLine(NamedTuple):
    """Line `number` (from 1) of the file reads `text`, without its end, and is skipped for `flaw`."""

    number: int
    text: str
    flaw: ConceptFlaw


@cache
def shipped_concepts() -> Concepts:
    """Return the concepts of `resources/dictionaries/concepts.txt`."""
    return parse_concepts(resource("dictionaries/concepts.txt").read_text(encoding="utf-8"))[0]


def concepts_with(own: tuple[Concept, ...]) -> Concepts:
    """Return the concepts that ship together with a reader's own."""
    return shipped_concepts().together(Concepts(own)) if own else shipped_concepts()


def parse_concepts(text: str) -> tuple[Concepts, tuple[BadConceptLine, ...]]:
    """Return the concepts in `text`, the content of a file, and the lines that were skipped, in order."""
    said = [(line, _parse(line)) for line in _lines(text)]
    items = dict.fromkeys(one for _, one in said if isinstance(one, Concept))
    bad = [
        BadConceptLine(number, line.strip(), one)
        for number, (line, one) in enumerate(said, 1)
        if isinstance(one, ConceptFlaw)
    ]
    return Concepts(tuple(items)), tuple(bad)


def format_concepts(concepts: Iterable[Concept], kept_text: str) -> str:
    """Return `kept_text`, the content of the file so far, rewritten to say `concepts`.

    Every line that says one of them, and every line that is no concept, stays letter by letter. A line that says
    another goes; in the place of the first that goes come those that no line says, or else at the end.
    """
    mark = kept_text[: kept_text.startswith(_BYTE_ORDER_MARK)]
    lines = _lines(kept_text) or OWN_HEADER.splitlines(keepends=True)
    end = lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"
    wanted = dict.fromkeys(concepts)
    said = [_parse(line) for line in lines]
    known = set(said)
    new = [_written(one) + end for one in wanted if one not in known]
    written: list[str] = []
    for line, one in zip(lines, said, strict=True):
        if not isinstance(one, Concept) or one in wanted:
            written.append(line)
        else:
            written += new
            new = []
    return mark + "".join([*_ended(written, end, going_on=bool(new)), *new])


def _ended(lines: list[str], end: str, *, going_on: bool) -> list[str]:
    """Return `lines`, each but perhaps the last one with its end."""
    last = len(lines) - 1
    return [
        line if line.endswith(("\r", "\n")) or (number == last and not going_on) else line + end
        for number, line in enumerate(lines)
    ]


def _lines(text: str) -> list[str]:
    """Return the lines of `text` with their ends, CR, LF or CRLF; a byte order mark belongs to none."""
    return _LINE.findall(text.removeprefix(_BYTE_ORDER_MARK))


@lru_cache(maxsize=1 << 12)  # at each change, the whole file is read three times
def _parse(line: str) -> Concept | ConceptFlaw | None:
    """Return what `line` says, what is wrong with it, or None where it is the reader's own."""
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    said, *rest = _EXCEPT.split(line, maxsplit=1)
    words = tuple(word.strip() for word in _EQUAL.split(said))
    exceptions = tuple(rest[0].split()) if rest else ()
    return concept_flaw(words, exceptions) or Concept(words, exceptions)


def _written(concept: Concept) -> str:
    """Return the line that says `concept`, without its end."""
    words = " = ".join(concept.words)
    return f"{words} ≠ {' '.join(concept.exceptions)}" if concept.exceptions else words
