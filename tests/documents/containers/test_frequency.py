"""Prose scores above zero and noise below."""

from __future__ import annotations

import pytest

from desktop.documents.containers.frequency import SIMPLIFIED, TRADITIONAL, score


@pytest.mark.parametrize("prose", ["租房住，怎么才能养活一盆绿植？", "普京是聰明人，不會被牽著鼻子走。"])
def test_prose_in_either_script_scores_high(prose: str) -> None:
    assert score(prose) > 1


@pytest.mark.parametrize("noise", ["鐨勬槸涓滆タ瀹跺洯", "\ue000\ue001", "\x80\x81", "ƐǼɸ", "\u0378"])
def test_noise_scores_low(noise: str) -> None:
    assert score(noise) < -1


@pytest.mark.parametrize("text", ["", "plain ASCII\r\n\t and \f the like"])
def test_what_every_encoding_shares_tells_nothing(text: str) -> None:
    assert score(text) == 0


def test_ascii_does_not_dilute_the_score() -> None:
    assert score("养花 yǎng"[:2] + " plain" * 100) == score("养花")


def test_a_row_of_ornaments_does_not_outweigh_the_words() -> None:
    assert score("─" * 200 + "\n\u3000\u3000租房住，怎么才能养活一盆绿植？") > 0


def test_both_lists_hold_the_same_characters_in_the_same_order() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL) == len(set(SIMPLIFIED)) == 900
