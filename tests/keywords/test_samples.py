"""The terms of five threads on different subjects, and of what they are once they are converted."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.documents import open_document
from desktop.keywords import distinctive_terms, leading_terms, shipped_concepts
from desktop.paths import default_seed
from desktop.script import convert, search_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.keywords import Term
    from desktop.segmentation import Segmenter

OWN = Path(__file__).with_name("samples")
SAMPLES = [*sorted(OWN.glob("*.txt")), default_seed(), default_seed().with_name("houseplants.zh-Hans.txt")]
TOLD = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@TOLD
def test_each_author_has_terms_of_both_kinds(segmenter: Segmenter, path: Path) -> None:
    document = open_document(path)
    assert len(document.answers) >= 5
    assert all(len(terms) == 8 for terms in leading_terms(document, segmenter, limit=8).values())
    assert all(len(terms) == 8 for terms in distinctive_terms(document, segmenter, limit=8).values())


@TOLD
def test_what_sets_authors_apart_is_hardly_ever_shared(segmenter: Segmenter, path: Path) -> None:
    document = open_document(path)
    apart = [{term.text for term in terms} for terms in distinctive_terms(document, segmenter, limit=8).values()]
    topics = [{term.text for term in terms} for terms in leading_terms(document, segmenter, limit=8).values()]
    assert _overlap(apart) < 0.01
    assert _overlap(apart) <= _overlap(topics) < 0.35


@TOLD
@pytest.mark.parametrize("config", ["s2tw", "s2twp", "t2s"])
def test_the_same_words_lead_once_a_thread_is_converted(
    segmenter: Segmenter, path: Path, config: str, tmp_path: Path
) -> None:
    """All of them but for a few that jieba cuts otherwise in the words of another region (塑料盆 塑膠|盆)."""
    if (config == "t2s") != ("Hant" in path.stem):
        return
    document = open_document(path)
    (tmp_path / path.name).write_text(convert(document.text, config).text, encoding="utf-8")
    twin = open_document(tmp_path / path.name)
    pairs = [
        pair
        for kind in (leading_terms, distinctive_terms)
        for pair in zip(kind(document, segmenter).values(), kind(twin, segmenter).values(), strict=True)
    ]
    lost = sum(len(_told(terms) ^ _told(others)) / 2 for terms, others in pairs)
    assert lost <= (0.03 * sum(len(terms) for terms, _ in pairs) if config == "s2twp" else 0)


def _told(terms: Sequence[Term]) -> set[tuple[str, int]]:
    """Return the concept and the count of each of `terms`."""
    return {(shipped_concepts().key(search_key(term.text)), term.count) for term in terms}


def _overlap(sets: list[set[str]]) -> float:
    """Return the mean Jaccard index of all pairs."""
    shares = [len(one & other) / len(one | other) for one, other in combinations(sets, 2)]
    return sum(shares) / len(shares)
