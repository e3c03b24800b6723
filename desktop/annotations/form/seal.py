"""Whether the items of a page are still those that a save of ours wrote.

The page says which saves are in it, but whoever edits the file by hand leaves that as it is; so does a disk that
decays. What such a page claims to hold, another that came later needn't hold.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from desktop.annotations.form.lines import item_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BETWEEN = b"\n"


def seal_of(items: Iterable[bytes]) -> str:
    """Return the seal of items, each given as its text: a SHA-256 in hexadecimal digits."""
    digest = sha256()
    for text in items:
        digest.update(text + _BETWEEN)
    return digest.hexdigest()


class Seal:
    """The seal that a page bears, "" for none, and what its items come to while they are read."""

    def __init__(self, borne: str) -> None:
        self._borne = borne
        self._digest = sha256()

    def over(self, items: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
        """Yield `items`, each a value and its text, and take note of them.

        Where the text is "", because the file was laid out anew, the value is written as we would write it.
        """
        for item, text in items:
            if self._borne:
                self._digest.update((text.encode() if text else item_text(item)) + _BETWEEN)
            yield item, text

    @property
    def is_broken(self) -> bool:
        """Whether the items that were read aren't those that were sealed; no seal is broken where there is none."""
        return bool(self._borne) and self._digest.hexdigest() != self._borne
