"""What two answers share and what only one has: counted as a reader would, whatever script each is in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.documents import parse_document
from desktop.keywords import find_terms, pair_terms
from desktop.script import convert, search_key
from tests.script.reference import SEED

if TYPE_CHECKING:
    from desktop.documents import Document

MIXED = """一問?

某甲


俄羅斯與美國。俄羅斯總統談石油,石油很貴,石油是俄羅斯的。川普去了臺灣。

某乙


俄罗斯总统来了。俄罗斯的规则是规则,外交是外交。特朗普没有来。
"""


def thread(text: str) -> Document:
    return parse_document(text, Path("thread.txt"))


@pytest.fixture(scope="module")
def seed() -> Document:
    return thread(SEED)


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 3), (9, 2), (5, 5)])
def test_every_count_is_that_of_a_search_in_the_answer(seed: Document, first: int, second: int) -> None:
    found = pair_terms(seed, first, second)
    texts = [seed.answers[index].span.of(seed.text) for index in (first, second)]
    every = [*found.shared, *found.only_first, *found.only_second]
    assert every
    for term in every:
        assert (term.first, term.second) == tuple(len(find_terms(text, [term.text])) for text in texts)
    assert all(term.first and term.second for term in found.shared)
    assert not any(term.second for term in found.only_first)
    assert not any(term.first for term in found.only_second)


def test_the_other_way_round_the_sides_are_changed(seed: Document) -> None:
    one, other = pair_terms(seed, 1, 3, limit=50), pair_terms(seed, 3, 1, limit=50)
    assert {(term.first, term.second) for term in one.shared} == {(term.second, term.first) for term in other.shared}
    assert [term.text for term in one.only_first] == [term.text for term in other.only_second]


def test_words_are_the_same_in_either_script_and_as_either_side_calls_them() -> None:
    found = pair_terms(thread(MIXED), 0, 1)
    assert ("俄羅斯", 3, 2) in found.shared
    assert [term[1:] for term in found.shared if term.text in {"川普", "特朗普"}] == [(1, 1)]
    assert "石油" in [term.text for term in found.only_first]
    assert "规则" in [term.text for term in found.only_second]


def test_a_thread_and_its_twin_in_the_other_script_have_the_same_words(seed: Document) -> None:
    twin = thread(convert(seed.text, "tw2s").text)
    for kind, other in zip(pair_terms(seed, 1, 3), pair_terms(twin, 1, 3), strict=True):
        assert [(search_key(a.text), *a[1:]) for a in kind] == [(search_key(b.text), *b[1:]) for b in other]


def test_one_answer_beside_itself_shares_all_of_its_words(seed: Document) -> None:
    found = pair_terms(seed, 2, 2)
    assert found.shared
    assert found.only_first == found.only_second == ()
