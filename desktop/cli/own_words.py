"""What the reader has made of words, read from the app's files: concepts, words that stay whole, stop words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.files import LARGEST_TABLE, read_regular
from desktop.keywords import Concepts, concepts_with, lexicon, parse_concepts, parse_words
from desktop.segmentation import default_segmenter

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.segmentation import Segmenter


class ReadersWords(NamedTuple):
    """The concepts by which words are found, and what cuts a text into words."""

    concepts: Concepts
    segmenter: Segmenter


def concepts_in(folder: DataFolder) -> Concepts:
    """Return the concepts that ship with the app and those of the reader."""
    return concepts_with(parse_concepts(_content(folder.concepts))[0].items)


def words_in(folder: DataFolder) -> ReadersWords:
    """Return what the files in `folder` say; one that can't be read says nothing, as in the app."""
    concepts = concepts_in(folder)
    whole, stop = (parse_words(_content(path))[0] for path in (folder.words, folder.stop_words))
    own = lexicon(whole, stop, concepts) if whole or stop else None
    return ReadersWords(concepts, default_segmenter().with_own(own) if own else default_segmenter())


def _content(path: Path) -> str:
    try:
        return read_regular(path, LARGEST_TABLE).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
