"""What is known about words where names are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Lexicon(NamedTuple):
    """Tells of simplified words whether jieba's dictionary has them, and whether those of the conversion do."""

    is_word: Callable[[str], bool]
    is_phrase: Callable[[str], bool]
