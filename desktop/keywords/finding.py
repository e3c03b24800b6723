"""Finding words in a text, whichever script either is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.keywords.values import Hit
from desktop.script import fold
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def find_terms(text: str, terms: Sequence[str]) -> list[Hit]:
    """Return where `terms` stand in `text`, in order, without overlaps, blind to script, case and width.

    From left to right; where several terms begin, the longest wins. Blanks around a term don't count, blank terms
    are passed over, and of terms that fold alike the first stands for all.
    """
    return find_folded(fold(text), terms)


def find_folded(folded: str, terms: Sequence[str]) -> list[Hit]:
    """Return what `find_terms` does for the text that `folded` is the fold of: for many searches in one text."""
    asked: dict[str, str] = {}
    for term in terms:
        asked.setdefault(fold(term.strip()), term)
    asked.pop("", None)
    if not asked:
        return []
    return [Hit(Span(*match.span()), asked[match[0]]) for match in _pattern(asked).finditer(folded)]


def _pattern(folded_terms: Iterable[str]) -> re.Pattern[str]:
    """Return one alternation, longest first: up to 200 terms as fast as a trie or Aho-Corasick, as measured."""
    return re.compile("|".join(re.escape(term) for term in sorted(folded_terms, key=len, reverse=True)))
