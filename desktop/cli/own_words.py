"""What the reader has made of words, read from the app's files: concepts, words that stay whole, stop words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.files import read_regular
from desktop.keywords import Concepts, parse_concepts, parse_words, shipped_concepts
from desktop.script import fold, search_key
from desktop.segmentation import OwnWords, default_segmenter

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.segmentation import Segmenter

_LARGEST_BYTES = 1_000_000
"""As the app has it: a larger file is no table of words."""


class ReadersWords(NamedTuple):
    """The concepts by which words are found, and what cuts a text into words."""

    concepts: Concepts
    segmenter: Segmenter


def concepts_in(folder: DataFolder) -> Concepts:
    """Return the concepts that ship with the app and those of the reader."""
    own = parse_concepts(_content(folder.concepts))[0]
    return shipped_concepts().together(own) if own else shipped_concepts()


def words_in(folder: DataFolder) -> ReadersWords:
    """Return what the files in `folder` say; one that can't be read says nothing, as in the app."""
    concepts = concepts_in(folder)
    whole, stop = (parse_words(_content(path))[0] for path in (folder.words, folder.stop_words))
    stopped = frozenset(form for word in stop for form in concepts.forms(word))
    own = OwnWords(fold, frozenset(map(search_key, whole)), stopped)
    return ReadersWords(concepts, default_segmenter().with_own(own) if whole or stop else default_segmenter())


def _content(path: Path) -> str:
    try:
        return read_regular(path, _LARGEST_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
