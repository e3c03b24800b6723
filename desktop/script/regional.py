"""The phrase forms of words: what they are called in another region (記憶體 內存), as the dictionaries have it.

`fold` makes the same words in either script equal; other words for the same thing are found by these forms, in the
dictionaries of every edition that is installed, whichever variant is shown.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from desktop.script.folding import fold
from desktop.script.seen import search_key
from desktop.script.tables.dictionaries import DictionaryError, first_candidate, read_dictionary
from desktop.script.tables.editions import PACKAGES
from desktop.script.tables.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.script.tables.dictionaries import Package

# Of all that CONFIGS name, only these exchange words; what the others do, `fold` makes equal.
_DICTIONARIES = ("TWPhrases.txt", "TWPhrasesRev.txt")
_SHORTEST = 2
"""A phrase has two characters at least: 宏 (巨集) and 埠 (端口) are parts of a thousand other words."""
_MOST_FORMS = 64
_LONGEST = 200
"""Code points: whoever looks for more has the very words before them, and 64 forms of those take seconds."""


def phrase_forms(words: str) -> tuple[str, ...]:
    """Return the folded forms by which `words` are searched: their own first, then those of other regions.

    Each whole phrase in the words, the longest at each place, stands for itself and for all that one step of a
    configuration makes of it, or makes into it; a part of a phrase (憶體) stands for itself alone. The relation is
    mutual: a phrase is among the forms of each of its own. At most 64 forms; none of what nobody sees; over 200
    code points, their own alone. Raises DictionaryError if the dictionaries of the default edition are missing.
    """
    if len(words) > _LONGEST:
        return (key,) if (key := search_key(words)) else ()
    return _forms(words)


@lru_cache(maxsize=4096)
def _forms(words: str) -> tuple[str, ...]:
    """Return what `phrase_forms` does for words that are not too long."""
    return forms_by(search_key(words), exchanged(), _longest())


def forms_by(key: str, others: Mapping[str, Sequence[str]], longest: int) -> tuple[str, ...]:
    """Return the forms of folded words, their own first, where a phrase of at most `longest` has `others` of its own.

    At most 64; over 200 code points, their own alone.
    """
    if not key or len(key) > _LONGEST:
        return (key,) if key else ()
    pieces = [(piece, *others.get(piece, ())) for piece in pieces_of(key, others, longest)]
    return tuple(dict.fromkeys(islice(("".join(form) for form in product(*pieces)), _MOST_FORMS)))


def are_same_words(words: str, others: str) -> bool:
    """Tell whether one is a form of the other: the same words in either script, or those of another region."""
    return search_key(others) in phrase_forms(words)


def pieces_of(key: str, phrases: Mapping[str, object], longest: int) -> Iterator[str]:
    """Yield the `phrases` of at most `longest` in folded words, the longest at each place, and what is between."""
    start = 0
    while start < len(key):
        ends = range(min(len(key), start + longest), start + _SHORTEST - 1, -1)
        end = next((end for end in ends if key[start:end] in phrases), start + 1)
        yield key[start:end]
        start = end


@cache
def _longest() -> int:
    return max(map(len, exchanged()), default=0)


@cache
def exchanged() -> Mapping[str, tuple[str, ...]]:
    """Return, by folded phrase, the folded phrases that one step of some configuration exchanges it with.

    Raises DictionaryError if the dictionaries of the default edition are missing.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    exchanges = [_exchanges(package) for package in dict.fromkeys(PACKAGES.values())]
    for some in (*exchanges, _exchanges_by_hand()):
        for key, value in some:
            found[key][value] = None
            found[value][key] = None
    return {phrase: tuple(others) for phrase, others in found.items()}


def _exchanges(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the phrases that a package exchanges, both folded; none if the package is not installed."""
    for name in _DICTIONARIES:
        try:
            entries = read_dictionary(name, package)
        except DictionaryError:
            return
        for key, values in entries.items():
            phrase, value = fold(key), fold(first_candidate(values))
            if phrase != value and min(len(phrase), len(value)) >= _SHORTEST:
                yield phrase, value


def _exchanges_by_hand() -> Iterator[tuple[str, str]]:
    """Yield the words, both folded, that our own edition exchanges in some company."""
    for words in vocabulary().values():
        for one in words:
            word, form = fold(one.word), fold(one.form)
            if word != form and min(len(word), len(form)) >= _SHORTEST:
                yield word, form
