"""What a writer said was saved, to be compared with what is there after a fault."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation


class Ledger:
    """The notes of one writer: of each the text that must be there, and those that may be: a save was under way."""

    def __init__(self) -> None:
        self.saved: dict[str, str | None] = {}
        self.tried: dict[str, list[str | None]] = {}
        self.counts: Counter[str] = Counter()
        self._rest = b""

    def read(self, output: bytes) -> None:
        """Take note of what the writer said; half a line waits for the other half."""
        *lines, self._rest = (self._rest + output).split(b"\n")
        for line in lines:
            what, *words = json.loads(line)
            self.counts[what] += 1
            if what == "try":
                self.tried.setdefault(words[0], []).append(words[1])
            elif what in {"saved", "half"}:
                self._settle()

    def losses(self, there: Mapping[str, Annotation]) -> list[str]:
        """Return a sentence for each note that isn't as it was saved last, nor as was being tried."""
        found: list[str] = []
        for name in {**self.saved, **self.tried}:
            text = there[name].note if name in there else None
            if text not in {self.saved.get(name), *self.tried.get(name, ())}:
                found.append(f"{name}: {self.saved.get(name)!r} became {text!r}")
        return found

    def take(self, there: Mapping[str, Annotation]) -> None:
        """Go on from what is there: the writer was killed, and of what it tried some may have been saved."""
        for name in {**self.saved, **self.tried}:
            self.saved[name] = there[name].note if name in there else None
        self.tried = {}
        self._rest = b""

    def _settle(self) -> None:
        self.saved |= {name: texts[-1] for name, texts in self.tried.items()}
        self.tried = {}
