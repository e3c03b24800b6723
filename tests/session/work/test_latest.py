"""Remembering what was worked out last."""

from __future__ import annotations

from desktop.session.work.latest import Latest


def test_the_same_objects_are_worked_on_once() -> None:
    calls: list[tuple[list[int], ...]] = []

    def work(*given: list[int]) -> int:
        calls.append(given)
        return sum(map(sum, given))

    latest, one, other = Latest(work), [1], [2]
    assert [latest(one, other), latest(one, other), latest(one), latest(one, other)] == [3, 3, 1, 3]
    assert calls == [(one, other), (one,), (one, other)]


def test_equal_ones_are_not_the_same() -> None:
    latest = Latest(id)
    first, second = [1], [1]
    assert latest(first) == id(first)
    assert latest(second) == id(second)
