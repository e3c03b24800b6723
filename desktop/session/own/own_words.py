"""What the reader's own words come to together with those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session.own.own import NO_WORDS
from desktop.session.work.latest import Latest

if TYPE_CHECKING:
    from desktop.keywords import Concept, Concepts
    from desktop.segmentation import OwnWords
    from desktop.session.own.own import Own
    from desktop.session.state import State


def own_of(state: State) -> Own:
    """Return the reader's own words; nothing before their files were read, which is after the first page."""
    return state.own or NO_WORDS


def concepts_of(state: State) -> Concepts:
    """Return the concepts by which words are found: the shipped ones with the reader's own; while these stay, one."""
    return _together(own_of(state).concepts)


def lexicon_of(state: State) -> OwnWords | None:
    """Return what the reader has said of words, for a segmenter; None for nothing. While that stays, one value."""
    own = own_of(state)
    return _lexicon(own.words, own.stop_words, concepts_of(state)) if own.words or own.stop_words else None


def _join(own: tuple[Concept, ...]) -> Concepts:
    from desktop.keywords import concepts_with

    return concepts_with(own)


def _make_lexicon(words: tuple[str, ...], stop_words: tuple[str, ...], concepts: Concepts) -> OwnWords:
    from desktop.keywords import lexicon

    return lexicon(words, stop_words, concepts)


_together, _lexicon = Latest(_join), Latest(_make_lexicon)
