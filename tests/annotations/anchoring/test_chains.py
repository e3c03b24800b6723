"""What speaks for a run: its length, and the company it has kept."""

from __future__ import annotations

from desktop.annotations.anchoring.alignment import Run
from desktop.annotations.anchoring.chains import standings


def test_of_two_copies_the_one_beside_its_old_neighbours_weighs_more() -> None:
    before, after = Run(0, 0, 50), Run(70, 70, 50)
    there, elsewhere = Run(50, 50, 20), Run(50, 900, 20)
    _, _, one, other = standings([before, after, there, elsewhere])
    assert one.weight > other.weight == 20
    assert other.company == 0


def test_a_long_run_that_moved_weighs_more_than_a_few_of_its_words_in_place() -> None:
    moved, words = Run(100, 5000, 120), Run(140, 140, 7)
    _, _, one, other = standings([Run(0, 0, 100), Run(220, 160, 200), moved, words])
    assert one.weight > other.weight


def test_a_passage_with_a_break_weighs_less_than_one_without() -> None:
    whole, first, second = Run(0, 0, 42), Run(0, 500, 27), Run(28, 528, 14)
    standing = standings([whole, first, second])
    assert standing[0].weight > max(standing[1].weight, standing[2].weight)


def test_what_lies_far_away_is_no_company() -> None:
    assert [each.company for each in standings([Run(0, 0, 50), Run(400, 400, 50)])] == [0, 0]
