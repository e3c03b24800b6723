"""One stage of a conversion, ready to run."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop.script.aligned import LengthChange
from desktop.script.names.decided import Settled
from desktop.script.tables.contexts import CONTEXTS
from desktop.script.tables.editions import Rule, StageRole
from desktop.script.tables.matching import by_words, forwards, longest_first, settled_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.script.tables.matching import Buckets, PhraseMatch


@dataclass(frozen=True, slots=True)
class Given:
    """What is known about a text before its conversion, where the rule of the edition asks for it.

    `edges` has a byte for each place of the text, its end included: 1 where a word ends. `decided` has each
    character that is decided already, in OpenCC's own standard (裏).
    """

    edges: bytes
    decided: Mapping[int, Settled] = field(default_factory=dict[int, Settled])


@dataclass(frozen=True, slots=True)
class ConversionStage:
    """`singles` (for str.translate) exchanges one character for one wherever none of the `phrases` matches.

    Phrases are the keys of several characters, and those single ones that `singles` can't do: they change the
    length, or keep a later tier from matching, or lie beyond the BMP. `tiers` has the names of the dictionaries,
    `single_tiers` which of them a single comes from. `contexts` decide single characters, before all phrases.
    """

    rule: Rule
    role: StageRole
    singles: Mapping[int, str]
    single_tiers: Mapping[int, int]
    phrases: Buckets
    tiers: tuple[str, ...]
    contexts: Buckets

    def convert(self, text: str, given: Given | None = None) -> tuple[str, list[LengthChange]]:
        """Return `text` after this stage, and the changes of length."""
        plain = text.translate(self.singles)
        matches = self.matches(text, given)
        return spliced(plain, matches) if matches else (plain, [])

    def pieces(self, text: str) -> Iterator[str]:
        """Yield the pieces that this stage cuts `text` into: each word that it knows, each stretch between them."""
        done = 0
        for match in self.matches(text):
            if done < match.start:
                yield text[done : match.start]
            yield text[match.start : match.end]
            done = match.end
        if done < len(text):
            yield text[done:]

    @property
    def has_contexts(self) -> bool:
        """Whether characters are decided in this stage before any phrase."""
        return self.tiers[-1] == CONTEXTS

    def has(self, word: str) -> bool:
        """Tell whether `word` is one of the phrases."""
        _, entries = self.phrases[word[0]] or ((), {})
        return word in entries

    def matches(self, text: str, given: Given | None = None) -> list[PhraseMatch]:
        """Return the phrases that the rule finds in `text`, in text order, none overlapping.

        Raises ValueError if the rule goes by words and nothing is given.
        """
        if self.rule is Rule.LONGEST_FIRST:
            return longest_first(text, self.phrases)
        if self.rule is Rule.FORWARDS:
            return forwards(text, self.phrases)
        if given is None:
            raise ValueError("where do the words end?")
        settled = self._settled(text, given) if self.has_contexts else {}
        return by_words(text, self.phrases, settled, given.edges, len(self.tiers) - 1)

    def _settled(self, text: str, given: Given) -> dict[int, Settled]:
        """Return what is decided before any phrase: by the contexts, and what was decided before them."""
        return settled_by(text, self.contexts, given.edges) | dict(given.decided)


def spliced(plain: str, matches: Iterable[PhraseMatch]) -> tuple[str, list[LengthChange]]:
    """Return `plain` (converted one for one) with `matches` in it, and the changes of length."""
    parts: list[str] = []
    changes: list[LengthChange] = []
    source = display = 0
    for start, end, _tier, value in matches:
        parts += plain[source:start], value
        display += start - source
        if len(value) != end - start:
            changes.append(_trimmed(plain[start:end], value).shifted(start, display))
        source, display = end, display + len(value)
    return "".join((*parts, plain[source:])), changes


def _trimmed(plain: str, value: str) -> LengthChange:
    """Return the change of length for `plain` shown as `value`, without the ends where they read the same.

    So the SQL of SQL注入 is no part of it. At least one character stays on either side, so that no side of a change
    is empty.
    """
    room = min(len(plain), len(value)) - 1
    head = _common(plain[:room], value)
    tail = _common(plain[::-1][: room - head], value[::-1])
    return LengthChange(head, len(plain) - tail, head, len(value) - tail)


def _common(first: str, second: str) -> int:
    """Return how many characters the two texts have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
