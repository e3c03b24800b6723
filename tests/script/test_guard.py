"""No character of the wrong script stays on a page that is guarded, but for those that belong there."""

from __future__ import annotations

import pytest

from desktop.script import Edition, Script, convert, guarded, slips_in
from desktop.script.tables.dictionaries import OFFICIAL, read_dictionary
from tests.script.reference import vocabulary

TOWARDS_SIMPLIFIED = ("t2s", "tw2s", "hk2s")
BELONG = set("濛苧𰻞")
"""Of a mountain (八濛山), a plant (苧烯) and a noodle, which have no other form in use."""


@pytest.mark.parametrize(
    ("config", "source", "shown"),
    [
        ("tw2s", "他擡頭看", "他抬头看"),
        ("tw2s", "怎么什么", "怎么什么"),
        ("hk2s", "擡舉", "抬举"),
        ("t2s", "拚命", "拼命"),
    ],
)
def test_what_opencc_python_leaves_is_mended(config: str, source: str, shown: str) -> None:
    aligned = convert(source, config)
    assert guarded(aligned, Script.SIMPLIFIED).text == shown
    assert guarded(aligned, Script.SIMPLIFIED).source == source


def test_a_slip_says_where_it_is() -> None:
    assert list(slips_in(convert("老么怎么擡", "tw2s"), Script.SIMPLIFIED)) == [(3, "幺", "么"), (4, "擡", "抬")]
    assert list(slips_in(convert("肥皂劇", "s2tw"), Script.TRADITIONAL)) == [(2, "剧", "劇")]
    assert list(slips_in(convert("擡", None), Script.ORIGINAL)) == []


def test_where_nothing_slips_nothing_is_made() -> None:
    aligned = convert("乾隆瞭望", "tw2s")
    assert guarded(aligned, Script.SIMPLIFIED) is aligned


@pytest.mark.parametrize("edition", [Edition.REIMPLEMENTED, Edition.OFFICIAL])
@pytest.mark.parametrize("config", TOWARDS_SIMPLIFIED)
def test_of_all_words_of_the_dictionaries_none_keeps_a_traditional_character(config: str, edition: Edition) -> None:
    simplified = read_dictionary("TSCharacters.txt", OFFICIAL)
    shown = guarded(convert("\n".join(vocabulary(config, edition)), config, edition), Script.SIMPLIFIED)
    left = {character for character in shown.text if character not in simplified.get(character, character)}
    assert left <= BELONG
