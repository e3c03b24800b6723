"""Which notes the panel shows: those that have certain colours and words, on one answer or on all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.script import phrase_forms, search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.annotations import Annotation, Color

_TEXTS_KEPT = 32_768
"""More than a key asks for among ten thousand notes: else each would put out the one that is asked for next."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes are shown: of any of `colors` (none: of all), holding every one of `words`, of `answer` alone."""

    colors: frozenset[Color] = frozenset()
    words: str = ""
    answer: int | None = None

    def __bool__(self) -> bool:
        """Tell whether this leaves anything out."""
        return bool(self.colors or self.words.strip()) or self.answer is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """All forms of the words that are looked for, as `search_key` of lower case."""
        return tuple(form for forms in _asked(self.words) for form in forms)

    def passes(self, annotation: Annotation, quotes: Callable[[], Iterable[str]] = tuple) -> bool:
        """Tell whether `annotation` is shown; `quotes` are its passages as they read now, asked for only if needed.

        Words are looked for in either script and in all their phrase forms, in quotes, note, authors and tags; one
        that begins with # in tags alone. A quote is found by the words that it is shown in too.
        """
        if self.colors and annotation.color not in self.colors:
            return False
        passages = annotation.passages
        if self.answer is not None and all(passage.answer != self.answer for passage in passages):
            return False
        if not self.words:
            return True
        words = [word for passage in passages for word in (passage.anchor.exact, passage.author)]
        text = _searched((*words, annotation.note, *(f"#{tag}" for tag in annotation.tags)))
        missing = [forms for forms in _asked(self.words) if not _is_in(text, forms)]
        shown = _searched(tuple(quotes())) if missing else ""
        return all(_is_in(shown, forms) for forms in missing)


@lru_cache(_TEXTS_KEPT)
def _searched(words: tuple[str, ...]) -> str:
    """Return what the words of a filter are looked for in; kept, since it is asked at each key that is typed."""
    return search_key("\n".join(words).lower())


@lru_cache(1)
def _asked(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of each word that is asked for."""
    forms = (phrase_forms(word) for word in search_key(words.lower()).split())
    return tuple(some for some in forms if some)


def _is_in(text: str, forms: Iterable[str]) -> bool:
    return any(form in text for form in forms)
