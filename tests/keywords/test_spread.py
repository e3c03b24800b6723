"""Where in each answer terms stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from desktop.keywords import dispersion, find_terms
from tests.keywords.threads import TERMS, THREADS, thread

if TYPE_CHECKING:
    from desktop.documents import Document


def test_each_answer_is_a_stripe_with_the_shares_of_each_term() -> None:
    found = dispersion(thread(("甲", "一二三會談六七八九"), ("乙", "会谈制裁")), ["會談", "制裁"])
    assert [(stripe.author, stripe.answer) for stripe in found.stripes] == [("甲", 0), ("乙", 1)]
    assert found.shares == (((3 / 9,), ()), ((0.0,), (0.5,)))


@settings(max_examples=60, deadline=None)
@given(THREADS, TERMS)
def test_there_are_as_many_shares_as_places_each_within_its_answer(document: Document, terms: list[str]) -> None:
    found = dispersion(document, terms)
    for stripe, shares in zip(found.stripes, found.shares, strict=True):
        words = stripe.span.of(document.text)
        for term, places in zip(terms, shares, strict=True):
            assert len(places) == len(find_terms(words, [term]))
            assert list(places) == sorted(places)
            assert all(0 <= place < 1 for place in places)
