"""Which terms are listed in which order, and how high their bars are."""

from __future__ import annotations

import pytest

from desktop.keywords import shipped_concepts, written_text
from desktop.keywords.finding import Searched
from desktop.session.words.counting import TermCounts
from desktop.slices import no_pause
from desktop.ui.words.term_delegate import bars_of
from desktop.ui.words.term_figures import TermFigures
from desktop.ui.words.term_listing import Section, SectionHeading, TermEntry, TermOrder, filtered, of_all
from tests.keywords.threads import thread

DOCUMENT = thread(("甲", "會談會談會談，制裁。"), ("乙", "會談，冷戰，記憶體。"), ("丙", "冷战，冷戰，無。"))
TERMS = ("會談", "制裁", "冷戰", "記憶體")


@pytest.fixture
def counts(tables: None) -> TermCounts:
    """Return the counts of a few terms."""
    return TermCounts.of(DOCUMENT, TERMS, Searched(written_text(DOCUMENT)), shipped_concepts(), no_pause)


@pytest.mark.parametrize(
    ("order", "terms"),
    [
        (TermOrder.BEST, "會談 制裁 冷戰 記憶體"),
        (TermOrder.COUNT, "會談 冷戰 制裁 記憶體"),
        (TermOrder.AUTHORS, "會談 冷戰 制裁 記憶體"),
        (TermOrder.KEYNESS, "會談 冷戰 制裁 記憶體"),
    ],
)
def test_terms_are_sorted(counts: TermCounts, order: TermOrder, terms: str) -> None:
    assert [TERMS[entry.row] for entry in of_all(counts, order)] == terms.split()


def test_a_filter_is_blind_to_script_and_leaves_no_heading_alone(counts: TermCounts) -> None:
    entries = [SectionHeading(Section.TOPIC), TermEntry(0), SectionHeading(Section.APART), TermEntry(1), TermEntry(2)]
    assert filtered(entries, counts, ["冷战"]) == [SectionHeading(Section.APART), TermEntry(2)]
    assert filtered(entries, counts, ["無"]) == []


def test_one_concept_has_one_row(counts: TermCounts) -> None:
    assert counts.row("内存") == counts.row("記憶體") == 3
    twice = TermCounts.of(
        DOCUMENT, ("内存", "記憶體"), Searched(written_text(DOCUMENT)), shipped_concepts(), no_pause
    )
    assert twice.matrix.terms == ("内存",)
    assert twice.totals == (1,)


def test_figures_compare_an_author_with_all_others(counts: TermCounts) -> None:
    figures = TermFigures.of(counts, 0, 0)
    assert (figures.here, figures.total, figures.answers, figures.of_answers) == (3, 4, 2, 3)
    assert figures.shares == pytest.approx((300.0, 100.0, 0.0))
    assert figures.ratio == pytest.approx(3 / 10 / (1 / 18))
    assert TermFigures.of(counts, 1, 0).ratio == float("inf")
    assert TermFigures.of(counts, 1, 1).ratio is None


@pytest.mark.parametrize("authors", [1, 3, 10, 64, 65, 100, 5_000])
def test_every_author_has_a_bar_as_long_as_there_are_pixels_and_the_current_one_always(authors: int) -> None:
    shares = [float(number + 1) for number in range(authors)]
    bars = bars_of(shares, 0, 64)
    assert len(bars) == min(authors, 65), "and one more, where several stand in one pixel"
    assert all(bar.left >= 0 and bar.left + bar.width <= 65 for bar in bars)
    assert max(bar.share for bar in bars) == 1
    assert [bar.share for bar in bars if bar.is_current] == [1 / authors]


def test_what_nobody_uses_has_no_bars() -> None:
    assert {bar.share for bar in bars_of([0.0, 0.0], 1, 64)} == {0.0}
