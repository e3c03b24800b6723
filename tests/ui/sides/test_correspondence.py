"""How far another page is scrolled when one is, where two answers go together."""

from __future__ import annotations

from desktop.ui.sides.correspondence import along


def test_beginnings_and_ends_correspond_and_all_between_grows() -> None:
    assert [along(value, 800, 300) for value in (0, 400, 800, 900)] == [0, 150, 300, 300]


def test_beside_a_page_that_does_not_scroll_the_other_stays_at_its_top() -> None:
    assert along(0, 0, 300) == 0
    assert along(500, 800, 0) == 0
