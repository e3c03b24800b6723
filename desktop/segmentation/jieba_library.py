"""jieba behind a typed door: imported quietly, and never let near the shared temp folder.

Left to itself jieba 0.42.1 unmarshals `jieba.cache` from the system's temp folder, which any user of the machine
may have put there, prints its progress to stderr, and pulls in pkg_resources (72 ms and a deprecation warning).
Nothing here calls `jieba.initialize`; a tokenizer is handed a finished dictionary instead.
"""

from __future__ import annotations

import importlib
import logging
import sys
import warnings
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


class Tokenizer(Protocol):
    """What this app uses of `jieba.Tokenizer`; the names are jieba's."""

    FREQ: dict[str, int]
    total: int
    initialized: bool

    def tokenize(self, unicode_sentence: str) -> Iterator[tuple[str, int, int]]:
        """Yield each token with its start and end in code points; the tokens tile the sentence."""
        ...


def new_tokenizer(frequencies: dict[str, int], total: int) -> Tokenizer:
    """Return a tokenizer of its own, ready to use, over `frequencies` (0 for a bare prefix) that sum to `total`."""
    tokenizer = cast("Tokenizer", _jieba().Tokenizer())
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return tokenizer


def version() -> str:
    """Return jieba's version, such as "0.42.1"."""
    return str(_jieba().__version__)


def dictionary_path() -> Path:
    """Return where jieba's own dictionary is: lines of word, count and part of speech in UTF-8."""
    return Path(str(_jieba().__file__)).with_name("dict.txt")


@cache
def _jieba() -> Any:  # noqa: ANN401 (the module has no types)
    """Return the module, imported on first use without a word on stderr."""
    # Its regular expressions lack an r prefix: from 3.12 on, compiling them is three SyntaxWarnings.
    with warnings.catch_warnings(), _without_pkg_resources():
        warnings.simplefilter("ignore")
        module: Any = importlib.import_module("jieba")
    module.default_logger.removeHandler(module.log_console)
    module.default_logger.setLevel(logging.WARNING)
    return module


@contextmanager
def _without_pkg_resources() -> Generator[None]:
    """Let `import pkg_resources` fail meanwhile, for which jieba has a fallback, unless it is loaded already."""
    if "pkg_resources" in sys.modules:
        yield
        return
    sys.modules["pkg_resources"] = cast("Any", None)
    try:
        yield
    finally:
        del sys.modules["pkg_resources"]
