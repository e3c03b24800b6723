"""Lighting twelve terms in a thread of half a million characters, beside `str.count` of the same terms.

Run by hand: `python -m pytest tests/benchmarks/test_lights.py -p no:cacheprovider -s`. Times are the best of five.
`str.count` finds the one way in which a term is written, and not where; a light finds either script, the other
region's words, and the reader's own, and leads each place back to the source.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from desktop.documents import open_document
from desktop.keywords import Concept, Concepts, Searched, find_in, shipped_concepts, written_text
from desktop.paths import default_seed
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from collections.abc import Callable

_CHARACTERS, _AUTHORS = 500_000, 100
_TERMS = ("特朗普", "普京", "美國", "俄羅斯", "制裁", "烏克蘭", "北約", "歐洲", "總統", "會面", "中國", "利益")
_OWN = Concepts(tuple(Concept((term, f"{term}方面")) for term in _TERMS[2:]))


def test_twelve_lights() -> None:
    """Print how long twelve lights take, with the shipped concepts and with the reader's own, and the peer's time."""
    words = "\n".join(line for line in open_document(default_seed()).text.split("\n") if len(line) > 40)
    answer = (words * (_CHARACTERS // _AUTHORS // len(words) + 1))[: _CHARACTERS // _AUTHORS]
    document = thread(*((f"答者{number}", answer) for number in range(_AUTHORS)))
    searched, concepts = Searched(written_text(document)), shipped_concepts()
    own = concepts.together(_OWN)
    peer, counted = _best(lambda: sum(document.text.count(term) for term in _TERMS))
    sys.stdout.write(f"\n{len(document.text)} characters; str.count {counted} places in {peer * 1000:.1f} ms\n")
    for what, chosen in (("shipped concepts", concepts), ("with ten of one's own", own)):
        seconds, found = _best(lambda chosen=chosen: len(find_in(searched, _TERMS, chosen)))
        ratio = seconds / peer
        sys.stdout.write(f"{what:24}{found:8} places{seconds * 1000:8.1f} ms{ratio:7.2f} / str.count\n")


def _best(call: Callable[[], int]) -> tuple[float, int]:
    """Return the seconds of the quickest of five calls, and what they returned."""
    times: list[float] = []
    result = 0
    for _ in range(5):
        started = time.perf_counter()
        result = call()
        times.append(time.perf_counter() - started)
    return min(times), result
