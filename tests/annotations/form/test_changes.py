"""In which save each annotation was last changed: written into the page, believed only of the save that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.annotations.form.changes import read_changes, write_changes
from desktop.annotations.form.page import Page, dump_page, new_page, parse_page
from desktop.annotations.form.source import source_of
from tests.annotations.samples import document, sample, samples

ONE, TWO = sample(1), sample(2)
CHANGED = {ONE.id: ("甲", 3), TWO.id: ("乙", 4)}


@pytest.fixture
def page() -> Page:
    blank = new_page(source_of(document()))
    return replace(blank, annotations=samples(1, 2), revision=4, saves={"甲": 3, "乙": 4}, changed=CHANGED)


def test_what_is_written_is_read_again(page: Page) -> None:
    again = parse_page(dump_page(page, seal=True))
    assert (again, dict(again.changed)) == (page, CHANGED)
    assert (again.changed_in(ONE.id), again.changed_in("none")) == (("甲", 3), None)


def test_a_note_of_which_nothing_is_said_may_have_been_changed_in_the_last_save(page: Page) -> None:
    assert replace(page, changed={}).changed_in(ONE.id) == ("乙", 4)
    assert replace(page, changed={}, saves={}).changed_in(ONE.id) is None


def test_of_a_page_that_a_hand_has_edited_nothing_is_known(page: Page) -> None:
    data = dump_page(page, seal=True).replace("內存".encode(), "記憶".encode())
    assert (parse_page(data).changed_in(ONE.id), dict(parse_page(data).changed)) == (None, {})


@pytest.mark.parametrize("latest", [("乙", 5), ("甲", 4), ("丙", 9)])
def test_what_was_left_by_another_save_counts_for_nothing(latest: tuple[str, int]) -> None:
    written = write_changes(CHANGED, ("乙", 4))
    assert dict(read_changes(written, ("乙", 4), CHANGED)) == CHANGED
    assert not read_changes(written, latest, CHANGED)


def test_what_is_said_of_notes_that_are_not_there_is_passed_over() -> None:
    assert dict(read_changes(write_changes(CHANGED, ("乙", 4)), ("乙", 4), {ONE.id})) == {ONE.id: ("甲", 3)}


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        [],
        {"save": "乙"},
        {"save": ["乙", 4]},
        {"save": ["乙", 4], "notes": []},
        {"save": ["乙", 4], "notes": {"乙": 4}},
        {"save": ["乙", 4], "notes": {"乙": {ONE.id: -1}}},
        {"save": ["乙", 4], "notes": {"乙": {ONE.id: True}}},
    ],
)
def test_what_cannot_be_understood_is_lost_without_harm(raw: Any) -> None:  # noqa: ANN401 (JSON)
    assert not read_changes(raw, ("乙", 4), CHANGED)


def test_a_page_without_any_says_nothing(page: Page) -> None:
    assert b"baijia:changes" not in dump_page(replace(page, changed={}))
