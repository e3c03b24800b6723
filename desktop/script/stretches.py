"""Which script each stretch of a paragraph is in: an answer in one script may quote the other.

A paragraph is cut into its sentences and quotations; what a colon announces (他說：这件事情) is a sentence too. Each
is in the script that its own characters tell. One that doesn't tell, or has no more than a stray character that does,
is in the script that it stands between, else in that of what it stands in: its quotation, the sentence around that,
the paragraph, and last of all what that is part of. In a sentence with more of both scripts the clauses are told
apart likewise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.detection import SIMPLIFIED_HERE, TRADITIONAL_HERE, SourceScript, told_by_place
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "(": ")", '"': '"'}
"""What opens a quotation, a title or an aside, and what closes it."""
_MARKS = frozenset((*_CLOSING, *_CLOSING.values()))
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]|[。！？!?；;：:…\\n]+")
_CLAUSE = re.compile(r"[^，、,\s]*[，、,\s]*")
_DEEPEST = 4
"""Quotations within one another that are told apart; nobody follows more."""
_STRAY_IN = 20
"""Among more code points than these, a single telling one may be a stray one and tells nothing."""
_CHARACTER_QUOTED = 3
"""Code points of a single character in quotation marks, which is talked about (簡體的「体」) and tells nothing."""


class Stretch(NamedTuple):
    """The code points `span` of a text, and the script that they are written in."""

    span: Span
    script: SourceScript


_Part = tuple[int, int, SourceScript]
"""Where a stretch, or a part of one, begins and ends, and its script."""


class _Text:
    """A text, and what is told where in it."""

    def __init__(self, words: str) -> None:
        self.words = words
        self._told = told_by_place(words)

    def weigh(self, start: int, end: int) -> _Weight:
        """Return what the code points from `start` to `end` tell."""
        told = self._told
        return _Weight(end - start, told.count(TRADITIONAL_HERE, start, end), told.count(SIMPLIFIED_HERE, start, end))


class _Weight(NamedTuple):
    """How many code points there are, and how many of them tell either script."""

    length: int
    traditional: int
    simplified: int

    def plus(self, other: _Weight) -> _Weight:
        """Return the weight of both together."""
        return _Weight(
            self.length + other.length, self.traditional + other.traditional, self.simplified + other.simplified
        )

    @property
    def script(self) -> SourceScript | None:
        """The script that is told, None where none is."""
        if self.traditional == self.simplified or (
            self.traditional + self.simplified == 1 and self.length > _STRAY_IN
        ):
            return None
        return SourceScript.TRADITIONAL if self.traditional > self.simplified else SourceScript.SIMPLIFIED


_NOTHING = _Weight(0, 0, 0)


@dataclass(slots=True, eq=False)
class _Sentence:
    """A sentence without the quotations in it, which part it into several `pieces`, with the places of these."""

    pieces: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    weight: _Weight = _NOTHING
    script: SourceScript = SourceScript.TRADITIONAL


@dataclass(slots=True, eq=False)
class _Quotation:
    """What stands between two marks that belong together, the marks too; or all of a paragraph, `within` nothing."""

    text: _Text
    within: _Sentence | None = None
    closing: str = ""
    sentences: list[_Sentence] = field(default_factory=lambda: [_Sentence()])

    @property
    def weight(self) -> _Weight:
        """What all sentences weigh together."""
        return reduce(_Weight.plus, (sentence.weight for sentence in self.sentences))

    def add(self, start: int, end: int) -> None:
        """Put the code points from `start` to `end` into the sentence that goes on."""
        if start < end:
            sentence, weight = self.sentences[-1], self.text.weigh(start, end)
            sentence.weight = sentence.weight.plus(weight) if sentence.pieces else weight
            sentence.pieces.append((start, end))

    def end_sentence(self) -> None:
        """Let what follows be another sentence."""
        if self.sentences[-1].pieces:
            self.sentences.append(_Sentence())


@lru_cache(maxsize=2)  # whoever explains a word asks several times
def stretches(words: str, around: SourceScript) -> tuple[Stretch, ...]:
    """Return the stretches that tile `words`, a paragraph of something that is written in the script `around`.

    Two that touch are in different scripts. A text that tells nothing is one stretch, in the script `around`; an
    empty one has none.
    """
    text = _Text(words)
    paragraph = text.weigh(0, len(words)).script or around
    quotations = _quotations(text)
    for quotation in quotations:
        _settle(quotation, paragraph)
    sentences = (sentence for quotation in quotations for sentence in quotation.sentences)
    return _together(sorted(part for sentence in sentences for part in _parts(sentence, text)))


def edges_outside(cut: Iterable[Stretch], words: Iterable[Span]) -> tuple[Stretch, ...]:
    """Return the stretches `cut` with each edge that lies within one of `words` moved to where that ends.

    `words` are in order and don't overlap.
    """
    ahead = iter(words)
    word = next(ahead, None)
    moved: list[_Part] = []
    start = 0
    for span, script in cut:
        while word is not None and word.end <= span.end:
            word = next(ahead, None)
        end = word.end if word is not None and word.start < span.end else span.end
        if start < end:
            moved.append((start, end, script))
            start = end
    return _together(moved)


def _quotations(text: _Text) -> list[_Quotation]:
    """Return all of `text`, then each quotation in it, in the order in which they begin."""
    whole = _Quotation(text)
    found, open_ones, done = [whole], [whole], 0
    for match in _MARK.finditer(text.words):
        mark, (start, end) = match[0], match.span()
        closes = next((depth for depth, one in enumerate(open_ones) if one.closing == mark), None)
        if closes is not None:
            open_ones[-1].add(done, start)
            open_ones[closes].add(start, end)
            del open_ones[closes:]
            done = end
        elif mark in _CLOSING and len(open_ones) <= _DEEPEST:
            open_ones[-1].add(done, start)
            found.append(_Quotation(text, open_ones[-1].sentences[-1], _CLOSING[mark]))
            open_ones.append(found[-1])
            done = start
        elif mark not in _MARKS:
            open_ones[-1].add(done, end)
            open_ones[-1].end_sentence()
            done = end
    open_ones[-1].add(done, len(text.words))
    return found


def _settle(quotation: _Quotation, paragraph: SourceScript) -> None:
    """Give each sentence of `quotation` its script; what that stands in has its own already."""
    weight, outside = quotation.weight, quotation.within.script if quotation.within else paragraph
    if quotation.within and weight.length <= _CHARACTER_QUOTED:
        scripts = [outside] * len(quotation.sentences)
    else:
        scripts = _filled([sentence.weight.script for sentence in quotation.sentences], weight.script or outside)
    for sentence, script in zip(quotation.sentences, scripts, strict=True):
        sentence.script = script


def _parts(sentence: _Sentence, text: _Text) -> Iterator[_Part]:
    """Yield the pieces of `sentence` in its script; of one of both scripts, its clauses in theirs."""
    if min(sentence.weight.traditional, sentence.weight.simplified) <= 1:  # one is a stray character
        for start, end in sentence.pieces:
            yield start, end, sentence.script
        return
    found = (match.span() for piece in sentence.pieces for match in _CLAUSE.finditer(text.words, *piece))
    clauses = [(start, end) for start, end in found if start < end]
    scripts = _filled([text.weigh(*clause).script for clause in clauses], sentence.script)
    for (start, end), script in zip(clauses, scripts, strict=True):
        yield start, end, script


def _filled(told: Sequence[SourceScript | None], default: SourceScript) -> list[SourceScript]:
    """Return the scripts `told`; where there is none, the one that it stands between, else `default`."""
    before, after = _last_told(told), _last_told(told[::-1])[::-1]
    return [one or _between(left, right) or default for one, left, right in zip(told, before, after, strict=True)]


def _between(left: SourceScript | None, right: SourceScript | None) -> SourceScript | None:
    """Return the script on both sides, or on the only one where any is told."""
    return None if left and right and left is not right else left or right


def _last_told(told: Sequence[SourceScript | None]) -> list[SourceScript | None]:
    """Return for each place the last script that is told up to there."""
    return list(accumulate(told, lambda last, one: one or last))


def _together(parts: Iterable[_Part]) -> tuple[Stretch, ...]:
    """Return `parts`, which tile a text, those that touch in one script as one stretch."""
    runs = (list(run) for _, run in groupby(parts, key=itemgetter(2)))
    return tuple(Stretch(Span(run[0][0], run[-1][1]), run[0][2]) for run in runs)
