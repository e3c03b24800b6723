"""What settled a choice: of each kind one, and that a choice without any is told as open."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import Conversion, Correction, Corrections, Decider, Edition, Names, Script, SourceScript

OWN = Conversion("s2tw", Edition.BAIJIA, Script.TRADITIONAL, written=SourceScript.SIMPLIFIED)


def deciders(text: str, conversion: Conversion = OWN) -> dict[str, Decider | None]:
    """Return what settled each character of `text` with a choice, by the character; the last one holds."""
    return {choice.span.of(text): choice.by for choice in conversion.choices(text)}


def test_a_phrase_of_the_dictionaries_settles() -> None:
    assert deciders("皇后剪头发") == {"后": Decider.PHRASE, "发": Decider.PHRASE}


def test_a_context_settles() -> None:
    assert deciders("签合约")["签"] is Decider.CONTEXT


def test_a_name_settles() -> None:
    assert deciders("余先生说")["余"] is Decider.NAME
    assert deciders("和泽于去", replace(OWN, names=Names((("泽于", "澤于"),)))) == {"于": Decider.NAME}


def test_the_word_settles_where_a_phrase_reaches_across_its_edge() -> None:
    by_phrase = deciders("这只有", replace(OWN, edition=Edition.OFFICIAL))
    assert by_phrase["只"] is Decider.PHRASE
    assert deciders("如果")["果"] is Decider.WORD


def test_the_readers_own_correction_settles() -> None:
    corrections = Corrections((Correction("在刮", "在刮"),))
    by_reader = replace(OWN, corrections=corrections)
    assert deciders("风在刮，剪头发", by_reader) == {"刮": Decider.CORRECTION, "发": Decider.PHRASE}


def test_nothing_settles_a_character_that_stands_alone() -> None:
    choice = next(OWN.choices("风在刮"))
    assert (choice.by, choice.settled, choice.usual) == (None, False, True)


def test_what_its_writer_settled_is_told_as_that() -> None:
    shown = Conversion("tw2s", Edition.BAIJIA, script=Script.SIMPLIFIED)
    assert deciders("頭髮乾了", shown) == {"髮": Decider.WRITER, "乾": Decider.WRITER, "了": Decider.WRITER}


@settings(deadline=None)  # the first one loads the tables
@given(st.text("头发干余先生里后只这有一。，"))
def test_an_explanation_tells_the_same_as_the_choices(text: str) -> None:
    for choice in OWN.choices(text):
        assert OWN.explain(text, choice.span.start).by is choice.by
