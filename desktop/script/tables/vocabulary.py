"""The words of one region and what the other calls them, by hand: `resources/dictionaries/vocabulary.txt`.

They come on top of what the dictionaries of a configuration exchange (TWPhrases, TWPhrasesRev), and say of a word
that is another one in other company (質量 of goods and of bodies) where it is exchanged. The file says how it is
written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.paths import resource
from desktop.script.tables.contexts import PLACE, expanded
from desktop.script.tables.dictionaries import first_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VOCABULARY = "vocabulary.txt"
"""The file, as an explanation names it beside the dictionaries."""

_DIRECTION = re.compile(r"@\s*(\w+)")
_CLASS = re.compile(r"\{(\w+)\}\s*=\s*(.+)")
_HEADER = re.compile(r"(\S+) = (\S+)")
_PAIR = re.compile(r"([^=_\s]+)=([^=_\s]+)")


class Word(NamedTuple):
    """Between `before` and `after`, both of which may be empty, `word` is called `form` in the other region."""

    word: str
    form: str
    before: str = ""
    after: str = ""


def read_vocabulary_file() -> bytes:
    """Return the file as it is shipped."""
    return resource(f"dictionaries/{VOCABULARY}").read_bytes()


@cache
def vocabulary() -> Mapping[str, Sequence[Word]]:
    """Return the words of the file by configuration. Raises ValueError for a line that is none."""
    return parsed_vocabulary(read_vocabulary_file().decode("utf-8"))


def parsed_vocabulary(text: str) -> dict[str, list[Word]]:
    """Return the words that are written in `text`, by configuration. Raises ValueError for a line that is none."""
    classes: dict[str, tuple[str, ...]] = {}
    found: dict[str, list[Word]] = {}
    words: list[Word] | None = None
    group: tuple[str, str] | None = None
    for line in filter(None, (line.partition("#")[0].strip() for line in text.split("\n"))):
        if direction := _DIRECTION.fullmatch(line):
            words, group = found.setdefault(direction[1], []), None
        elif named := _CLASS.fullmatch(line):
            classes[named[1]] = tuple(named[2].split())
        elif words is None:
            raise ValueError(line)
        elif header := _HEADER.fullmatch(line):
            group = header[1], header[2]
        elif pairs := [_PAIR.fullmatch(token) for token in line.split() if "=" in token]:
            words.extend(Word(pair[1], pair[2]) for pair in pairs if pair)
            if len(pairs) != len(line.split()) or None in pairs:
                raise ValueError(line)
        elif group:
            words.extend(_in_company(line, group, classes))
        else:
            raise ValueError(line)
    return found


def _in_company(line: str, group: tuple[str, str], classes: Mapping[str, Sequence[str]]) -> Iterator[Word]:
    """Yield the words of a `line` of patterns. Raises ValueError."""
    for pattern in line.split():
        for marked in expanded(pattern, classes):
            before, _, after = marked.partition(PLACE)
            yield Word(*group, before, after)


def with_vocabulary(phrases: Mapping[str, str], config: str, singles: Mapping[str, str]) -> Mapping[str, str]:
    """Return the dictionary `phrases` of `config` with our own words in it, as key -> values.

    A word in company is a phrase with its neighbours. Those are shown as the file says of them in this company, else
    by the phrases themselves, the longest at each place, else one by one by `singles`.
    """
    words = vocabulary().get(config, ())
    alone = {one.word: one.form for one in words if not (one.before or one.after)}
    known = {**phrases, **alone}
    company: dict[str, dict[int, Word]] = {}
    for one in words:
        if one.before or one.after:
            company.setdefault(f"{one.before}{one.word}{one.after}", {})[len(one.before)] = one
    longest = max(map(len, known), default=0)
    together = {key: _shown(key, known, singles, longest, said) for key, said in company.items()}
    return {**phrases, **together, **alone}


def _shown(
    text: str, phrases: Mapping[str, str], singles: Mapping[str, str], longest: int, said: Mapping[int, Word]
) -> str:
    """Return `text` with what is `said` of words at some offsets, and the longest of `phrases` at other places."""
    parts: list[str] = []
    start = 0
    while start < len(text):
        if start in said:
            piece, form = said[start].word, said[start].form
        else:
            limit = min((offset for offset in said if offset > start), default=len(text))
            ends = range(min(limit, start + longest), start, -1)
            piece = next((text[start:end] for end in ends if text[start:end] in phrases), text[start])
            form = first_candidate(phrases.get(piece, singles.get(piece, piece)))
        parts.append(form)
        start += len(piece)
    return "".join(parts)
