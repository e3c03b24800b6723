"""Which height of one page corresponds to which of another, where two answers go together."""

from __future__ import annotations

import pytest

from desktop.ui.sides.correspondence import along


def test_beginnings_and_ends_correspond_and_all_between_grows() -> None:
    assert along(0, 800, 300) == 0
    assert along(800, 800, 300) == 300
    assert along(400, 800, 300) == 150
    assert along(900, 800, 300) == pytest.approx(300, abs=60)


def test_a_page_that_does_not_scroll_leads_to_the_end_or_stays() -> None:
    assert along(0, 800, 0) == 0
    assert along(0, 0, 300) in {0, 300}


def test_anchors_correspond_and_what_is_beyond_the_pages_is_left_out() -> None:
    anchors = [(100.0, 200.0), (500.0, 250.0), (900.0, 260.0)]
    assert along(100, 800, 300, anchors) == 200
    assert along(300, 800, 300, anchors) == 225
    assert along(500, 800, 300, anchors) == 250
    assert along(800, 800, 300, anchors) == 300
    values = [along(value, 800, 300, anchors) for value in range(801)]
    assert values == sorted(values)
