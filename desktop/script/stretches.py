"""Which script each stretch of a paragraph is in: an answer in one script may quote the other.

A paragraph is cut into its sentences and quotations; what a colon announces (他說：这件事情) is a sentence too. Each
is in the script that its own characters tell. One that doesn't tell, or has no more than a stray character that does,
is in the script that it stands between, else in that of what it stands in: its quotation, the sentence around that,
the paragraph, and last of all what that is part of. In a sentence with more of both scripts the clauses are told
apart likewise. Japanese tells nothing, and stays as what is around it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.detection import JAPANESE_HERE, SIMPLIFIED_HERE, TRADITIONAL_HERE, SourceScript, told_by_place
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


@dataclass(slots=True, eq=False)
class _Sentence:
    """A sentence without the quotations in it, which part it into several `pieces`, and how many characters tell."""

    pieces: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    length: int = 0
    traditional: int = 0
    simplified: int = 0
    japanese: int = 0
    script: SourceScript = SourceScript.TRADITIONAL

    def add(self, start: int, end: int, telling: str) -> None:
        """Let the code points from `start` to `end` be in it, too; `telling` is what is told at each place."""
        if start < end:
            self.pieces.append((start, end))
            self.length += end - start
            self.traditional += telling.count(TRADITIONAL_HERE, start, end)
            self.simplified += telling.count(SIMPLIFIED_HERE, start, end)
            self.japanese += telling.count(JAPANESE_HERE, start, end)

    @property
    def told(self) -> SourceScript | None:
        """The script that it tells, None where it doesn't: so in Japanese."""
        if self.japanese and self.japanese >= self.traditional + self.simplified:
            return None
        return _told(self.traditional, self.simplified, self.length)


@dataclass(slots=True, eq=False)
class _Quotation:
    """What stands between two marks that belong together, the marks too; or all of a paragraph, `within` nothing."""

    within: _Sentence | None = None
    closing: str = ""
    sentences: list[_Sentence] = field(default_factory=lambda: [_Sentence()])

    @property
    def last(self) -> _Sentence:
        """The sentence that goes on."""
        return self.sentences[-1]


@lru_cache(maxsize=2)  # whoever explains a word asks several times
def stretches(text: str, around: SourceScript) -> tuple[Stretch, ...]:
    """Return the stretches that tile `text`, a paragraph of something that is written in the script `around`.

    Two that touch are in different scripts. A text that tells nothing is one stretch, in the script `around`; an
    empty one has none.
    """
    telling = told_by_place(text)
    whole = _Sentence()
    whole.add(0, len(text), telling)
    paragraph = whole.told or around
    if not (min(whole.traditional, whole.simplified) or whole.japanese):
        return _together([(0, len(text), paragraph)] if text else [])
    quotations = _quotations(text, telling)
    for quotation in quotations:
        _settle(quotation, paragraph)
    sentences = (sentence for quotation in quotations for sentence in quotation.sentences)
    return _together(sorted(part for sentence in sentences for part in _parts(sentence, text, telling)))


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


def _quotations(text: str, telling: str) -> list[_Quotation]:
    """Return all of `text`, then each quotation in it, in the order in which they begin."""
    found = [_Quotation()]
    open_ones, done = [*found], 0
    for match in _MARK.finditer(text):
        mark, (start, end), here = match[0], match.span(), open_ones[-1]
        if mark not in _MARKS:
            here.last.add(done, end, telling)
            here.sentences.append(_Sentence())
            done = end
            continue
        depth = next((depth for depth, one in enumerate(open_ones) if one.closing == mark), None)
        if depth is not None:
            here.last.add(done, start, telling)
            open_ones[depth].last.add(start, end, telling)
            del open_ones[depth:]
            done = end
        elif mark in _CLOSING and len(open_ones) <= _DEEPEST:
            here.last.add(done, start, telling)
            open_ones.append(_Quotation(here.last, _CLOSING[mark]))
            found.append(open_ones[-1])
            done = start
    open_ones[-1].last.add(done, len(text), telling)
    return found


def _settle(quotation: _Quotation, paragraph: SourceScript) -> None:
    """Give each sentence of `quotation` its script; what that stands in has its own already."""
    sentences = quotation.sentences
    outside = quotation.within.script if quotation.within else paragraph
    length = sum(sentence.length for sentence in sentences)
    if quotation.within and length <= _CHARACTER_QUOTED:
        scripts = [outside] * len(sentences)
    else:
        telling = [one for one in sentences if one.told]
        traditional, simplified = sum(one.traditional for one in telling), sum(one.simplified for one in telling)
        scripts = _filled([one.told for one in sentences], _told(traditional, simplified, length) or outside)
    for sentence, script in zip(sentences, scripts, strict=True):
        sentence.script = script


def _parts(sentence: _Sentence, text: str, telling: str) -> Iterator[_Part]:
    """Yield the pieces of `sentence` in its script; of one of both scripts, its clauses in theirs."""
    if min(sentence.traditional, sentence.simplified) <= 1:  # one is a stray character
        for start, end in sentence.pieces:
            yield start, end, sentence.script
        return
    clauses: list[_Sentence] = []
    for match in (match for piece in sentence.pieces for match in _CLAUSE.finditer(text, *piece) if match[0]):
        clauses.append(_Sentence())
        clauses[-1].add(*match.span(), telling)
    scripts = _filled([clause.told for clause in clauses], sentence.script)
    for clause, script in zip(clauses, scripts, strict=True):
        yield *clause.pieces[0], script


def _told(traditional: int, simplified: int, length: int) -> SourceScript | None:
    """Return the script that so many telling ones of `length` code points tell, None where they don't."""
    if traditional == simplified or (traditional + simplified == 1 and length > _STRAY_IN):
        return None
    return SourceScript.TRADITIONAL if traditional > simplified else SourceScript.SIMPLIFIED


def _filled(told: Sequence[SourceScript | None], default: SourceScript) -> list[SourceScript]:
    """Return the scripts `told`; where there is none, the one that it stands between, else `default`."""
    if len(told) == 1:
        return [told[0] or default]
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
