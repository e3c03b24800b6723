"""The script of a source is told from what only one script has, and stray characters don't mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.paths import resource
from desktop.script import ScriptEvidence, SourceScript, convert, detect_script, weigh_script
from desktop.script.tables.dictionaries import read_dictionary
from tests.script.reference import SEED, oracle

if TYPE_CHECKING:
    from collections.abc import Mapping

TRADITIONAL, SIMPLIFIED = SourceScript.TRADITIONAL, SourceScript.SIMPLIFIED


def test_the_thread_that_ships_is_traditional_through_and_through() -> None:
    evidence = weigh_script(SEED)
    assert evidence.script is TRADITIONAL
    assert evidence.traditional > 1_000
    assert evidence.simplified == 0


@pytest.mark.parametrize("config", ["t2s", "tw2s", "tw2sp", "hk2s"])
def test_its_simplified_form_is_simplified_through_and_through(config: str) -> None:
    evidence = weigh_script(convert(SEED, config).text)
    assert evidence.script is SIMPLIFIED
    assert evidence.traditional == 0


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2twp", "s2hk"])
def test_every_traditional_standard_is_traditional(config: str) -> None:
    evidence = weigh_script(oracle(config)(oracle("t2s")(SEED)))
    assert evidence.script is TRADITIONAL
    assert evidence.simplified == 0


@pytest.mark.parametrize("paragraph", [line for line in SEED.split("\n") if len(line) > 60][:12])
def test_one_paragraph_is_enough(paragraph: str) -> None:
    assert detect_script(paragraph) is TRADITIONAL
    assert detect_script(convert(paragraph, "tw2s").text) is SIMPLIFIED


def test_stray_characters_of_the_other_script_change_nothing() -> None:
    simplified = convert(SEED, "tw2s").text
    for text, script in ((SEED + "简体这个国", TRADITIONAL), (simplified + "繁體這個國", SIMPLIFIED)):
        evidence = weigh_script(text)
        assert (evidence.script, evidence.mixed) == (script, False)


def test_two_answers_in_two_scripts_are_mixed() -> None:
    evidence = weigh_script(SEED[:500] + convert(SEED[500:1_500], "tw2s").text)
    assert evidence.mixed
    assert evidence.script is SIMPLIFIED


@pytest.mark.parametrize("text", ["", "Hello", "皇后只有台面", "群里的人", "国國"])
def test_in_doubt_a_text_is_traditional(text: str) -> None:
    assert detect_script(text) is TRADITIONAL


@pytest.mark.parametrize(
    ("counts", "mixed"), [((0, 0), False), ((9, 0), False), ((10, 1), False), ((9, 1), True), ((1, 1), True)]
)
def test_a_tenth_makes_it_mixed(counts: tuple[int, int], mixed: bool) -> None:
    assert ScriptEvidence(*counts).mixed is mixed
    assert ScriptEvidence(*reversed(counts)).mixed is mixed


def test_the_characters_that_tell_are_those_that_no_table_has_on_the_other_side() -> None:
    """A character tells if its own table always changes it: 后 may stay 后 and is silent.

    群 becomes 羣 but is also Taiwan's standard form, and is silent too. What to put into the file is in the message.
    """
    to_simplified, to_traditional = read_dictionary("TSCharacters.txt"), read_dictionary("STCharacters.txt")
    regional = [read_dictionary(f"{region}Variants.txt") for region in ("TW", "HK")]
    in_traditional = {*to_simplified, *values(to_traditional)}.union(*regional, *map(values, regional))
    in_simplified = {*to_traditional, *values(to_simplified)}
    traditional = {key for key in to_simplified if key not in to_simplified[key].split(" ")} - in_simplified
    simplified = {key for key in to_traditional if key not in to_traditional[key].split(" ")} - in_traditional
    rows = resource("dictionaries/telling-characters.txt").read_text(encoding="utf-8").splitlines()
    due = ["".join(sorted(traditional)), "".join(sorted(simplified))]
    assert [row for row in rows if not row.startswith("#")] == due, "\n".join(due)


def values(table: Mapping[str, str]) -> set[str]:
    """Return every value in `table`, whose entries are lists joined by spaces."""
    return set(" ".join(table.values()).split(" "))
