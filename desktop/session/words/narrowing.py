"""Which words a correction of one character is of: those that change nothing else, and where asked, stand only here.

A correction is of words, wherever they stand. So that it is right at one place, it is of as few words around that
as no other place has; so that it is right everywhere, of the word that the character is in, never of that alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.script.corrections import LONGEST, Correction, flaw_in
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.script import AlignedText, Conversion

_MOST_WORDS = 16
"""So many words on either side of the character are tried: two places that share these share all that tells them."""
_SHORTEST = 2
_SENTENCE_END = re.compile("[。！？；…!?;][”』」’）)]*")


def narrowed(
    line: str,
    place: Span,
    form: str,
    conversion: Conversion,
    word_at: Callable[[int], Span],
    stands_once: Callable[[str], bool] | None,
) -> Correction | None:
    """Return the correction by which `conversion` shows the character at `place` of `line` as `form`, no other thing.

    It is of whole words, as `word_at` an offset tells, and as few as can be: where `stands_once` is given, of words
    of which it says so, or if there are none, of as many as are tried, which change other places too; else of words
    without signs between them. None where no words do.
    """
    before = conversion.apply(line)
    at = before.to_display(place)
    elsewhere: list[Correction] = []
    for span in _around(line, place, word_at):
        words, there = span.of(line), before.to_display(span)
        shown = f"{before.text[there.start : at.start]}{form}{before.text[at.end : there.end]}"
        if words != words.strip() or flaw_in(words, shown) is not None or not (stands_once or words.isalpha()):
            continue
        correction = Correction(words, shown, conversion.script)
        if stands_once is not None and not stands_once(words):
            elsewhere.append(correction)
        elif _changes_that_alone(conversion, correction, before, span):
            return correction
    return next((one for one in reversed(elsewhere) if _changes_that_alone(conversion, one, before, place)), None)


def _changes_that_alone(conversion: Conversion, correction: Correction, before: AlignedText, span: Span) -> bool:
    """Tell whether the sentence around `span`, shown as `before`, would be that with the words of `correction`.

    A paragraph of 1000 characters takes 100 ms. Where a sentence by itself reads otherwise, all of it is asked.
    """
    sentence = _sentence_around(before.source, span)
    part = conversion.apply(sentence.of(before.source))
    if part.text != before.to_display(sentence).of(before.text):
        part = before
    return _corrected(conversion, correction).apply(part.source).text == _with_words(part, correction)


def _sentence_around(line: str, span: Span) -> Span:
    """Return the sentence of `line` that `span` is in, or the several that it is."""
    start = max((found.end() for found in _SENTENCE_END.finditer(line, 0, span.start)), default=0)
    found = _SENTENCE_END.search(line, max(span.start, span.end - 1))
    return Span(start, found.end() if found else len(line))


def _with_words(before: AlignedText, correction: Correction) -> str:
    """Return what was shown `before` with the words of `correction`, and nothing else, as that has them."""
    parts: list[str] = []
    done = 0
    for found in re.finditer(re.escape(correction.source), before.source):
        there = before.to_display(Span(*found.span()))
        parts += before.text[done : there.start], correction.shown
        done = there.end
    return "".join((*parts, before.text[done:]))


def _corrected(conversion: Conversion, correction: Correction) -> Conversion:
    corrections = conversion.corrections.with_change(None, correction)
    other = conversion.other and replace(conversion.other, corrections=corrections)
    return replace(conversion, corrections=corrections, other=other)


def _around(line: str, place: Span, word_at: Callable[[int], Span]) -> Iterator[Span]:
    """Yield the word at `place` of `line` and more and more words around it, those behind it first."""
    word = word_at(place.start)
    starts, ends = [word.start], [word.end]
    while starts[-1] > 0 and len(starts) < _MOST_WORDS:
        starts.append(word_at(starts[-1] - 1).start)
    while ends[-1] < len(line) and len(ends) < _MOST_WORDS:
        ends.append(word_at(ends[-1]).end)
    for several in range(len(starts) + len(ends) - 1):
        for left in range(several + 1):
            right = several - left
            if left < len(starts) and right < len(ends):
                span = Span(starts[left], ends[right])
                if _SHORTEST <= len(span) <= LONGEST:
                    yield span
