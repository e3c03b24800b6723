"""Who says what in a long thread: the matrix, the concordance, where terms stand, and the terms of all answers.

Run by hand: `python -m pytest tests/benchmarks/test_words.py -p no:cacheprovider -s`. Times are the best of five;
`/ fold` compares each with folding the whole text once, which is the least that a search without an index costs.
"""

from __future__ import annotations

import sys
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop.documents import open_document
from desktop.keywords import (
    LineOrder,
    Searched,
    concordance,
    dispersion,
    distinctive_terms,
    find_in,
    leading_terms,
    matrix,
    sorted_lines,
    written_text,
)
from desktop.paths import default_seed
from desktop.script import fold
from desktop.segmentation import Segmenter
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents import Document

_CHARACTERS = 1_000_000
_AUTHORS = 100
_RANDOM = Random(12)  # noqa: S311 (the same thread every time)
_HAN = [chr(0x4E00 + _RANDOM.randrange(3000)) for _ in range(1500)]
# Words of two to four characters, of which a term comes about as often as one does in a thread.
_WORDS = ["".join(_RANDOM.choices(_HAN, k=_RANDOM.choice((2, 2, 2, 3, 4)))) for _ in range(6000)]
_TERMS = _WORDS[:100]


@pytest.fixture(scope="module")
def document() -> Document:
    """Return a thread of a million characters by a hundred authors."""
    return thread(*((f"答者{number}", "\n".join(_paragraph() for _ in range(20))) for number in range(_AUTHORS)))


def _paragraph() -> str:
    words = _RANDOM.choices(_WORDS, k=_CHARACTERS // _AUTHORS // 20 * 10 // 27)
    return "，".join("".join(words[at : at + 5]) for at in range(0, len(words), 5)) + "。"


def test_who_says_what(document: Document) -> None:
    """Print the times for terms over all of the thread, with what was found."""
    searched = Searched(written_text(document))
    once = _best(lambda: fold(document.text))[0]
    _say(f"\n{len(document.text)} characters, {len(document.answers)} answers, folding once {once * 1000:.1f} ms")

    def say(what: str, call: Callable[[], int]) -> None:
        seconds, count = _best(call)
        _say(f"{what:38}{count:8}{seconds * 1000:8.1f} ms{seconds / once:7.2f} / fold")

    say("made ready for search", lambda: len(written_text(document).folded))
    say("50 terms found", lambda: len(find_in(searched, _TERMS[:50])))
    say("matrix of 50 terms", lambda: _sum(matrix(document, _TERMS[:50], searched=searched).counts))
    say("matrix of 100 terms", lambda: _sum(matrix(document, _TERMS, searched=searched).counts))
    say("dispersion of 12 terms", lambda: len(dispersion(document, _TERMS[:12], searched=searched).shares))
    lines = concordance(document, "，", searched=searched)[:10_000]
    say("concordance", lambda: len(concordance(document, "，", searched=searched)))
    for order in LineOrder:
        say(f"10,000 lines sorted by {order.name.lower()}", lambda order=order: len(sorted_lines(lines, order)))


def test_terms_of_all() -> None:
    """Print how long the terms of a thread of 100 answers and 500,000 characters take, both rankings, in seconds."""
    segmenter = Segmenter.load()
    lines = open_document(default_seed()).text.split("\n")
    words = [line for line in lines if len(line) > 40]
    answers = [(f"答者{number}", _shuffled(words, 5_000)) for number in range(_AUTHORS)]
    document = thread(*answers)
    _say(f"\n{len(document.text)} characters")
    for what, call in (("leading", leading_terms), ("distinctive", distinctive_terms)):
        started = time.perf_counter()
        found = call(document, segmenter)
        _say(f"{what:12} {time.perf_counter() - started:6.2f} s for {sum(map(len, found.values()))} terms")


def _shuffled(lines: list[str], characters: int) -> str:
    """Return sentences of `lines` in another order each time, as many as it takes."""
    said: list[str] = []
    while sum(map(len, said)) < characters:
        said.append("，".join(_RANDOM.sample("，".join(_RANDOM.sample(lines, 3)).split(","), 4)))
    return "\n".join(said)


def _sum(rows: tuple[tuple[int, ...], ...]) -> int:
    return sum(map(sum, rows))


def _best(call: Callable[[], object]) -> tuple[float, int]:
    times: list[float] = []
    found: object = 0
    for _ in range(5):
        started = time.perf_counter()
        found = call()
        times.append(time.perf_counter() - started)
    return min(times), found if isinstance(found, int) else 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
