"""What the tests of words share: jieba, which takes a second to load, and the thread that ships with the app."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.documents import open_document
from desktop.paths import default_seed
from desktop.script import convert
from desktop.segmentation import Segmenter
from desktop.segmentation.dictionary_cache import load_dictionary
from desktop.segmentation.jieba_library import new_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents import Document
    from desktop.segmentation.jieba_library import Tokenizer


@pytest.fixture(scope="session")
def jieba_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def tokenizer(jieba_cache: Path) -> Tokenizer:
    """Jieba's own tokenizer over its whole dictionary, which is in `jieba_cache` from here on."""
    dictionary = load_dictionary(jieba_cache)
    return new_tokenizer(dictionary.frequencies, dictionary.total)


@pytest.fixture(scope="session")
def segmenter(tokenizer: Tokenizer) -> Segmenter:
    return Segmenter(tokenizer)


@pytest.fixture(scope="session")
def seed() -> Document:
    return open_document(default_seed())


@pytest.fixture(scope="session")
def simplified_seed(seed: Document) -> Document:
    """Return the seed in the other script: "t2s" keeps every length, so all spans stay right."""
    return replace(seed, text=convert(seed.text, "t2s").text)
