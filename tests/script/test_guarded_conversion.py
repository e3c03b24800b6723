"""What the app shows is guarded: no slip of any edition reaches a page, and the alignment stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import (
    Conversion,
    Correction,
    Corrections,
    Edition,
    Script,
    SourceScript,
    config_for,
    convert,
    variants_of,
)

SIMPLIFIED, TRADITIONAL = SourceScript
EDITIONS = pytest.mark.parametrize("edition", Edition)
SLIPS = {
    Script.SIMPLIFIED: dict(zip("擡幷拚搧貍舖遶箚牴計", "抬并拼扇狸铺绕札抵计", strict=True)),
    Script.TRADITIONAL: dict(zip("剧软丝荚戏马焕", "劇軟絲莢戲馬煥", strict=True)),
}


def conversions(edition: Edition) -> list[Conversion]:
    """Return everything by which a page may be shown in `edition`."""
    return [
        Conversion(config, edition, script, written=source)
        for script in (Script.SIMPLIFIED, Script.TRADITIONAL)
        for variant in variants_of(script)
        for source in SourceScript
        if (config := config_for(source, variant)) is not None
    ]


def by_hand(text: str, conversion: Conversion) -> str:
    """Return the words of `text` with each character looked at by itself."""
    shown, script = convert(text, conversion.config, conversion.edition).text, conversion.script
    if conversion.config in ("t2tw", "t2hk"):
        return shown
    right = [SLIPS[script].get(character, character) for character in shown]
    for place, character in enumerate(right):
        if script is Script.SIMPLIFIED and character == "幺" and place and shown[place - 1] in "什怎这那多要甚這":
            right[place] = "么"
    return "".join(right)


@EDITIONS
@settings(deadline=None)  # the first one loads the tables
@given(st.text("擡抬頭怎么什麼这拚命肥皂剧劇豆荚马戏計不可赀内存軟件网络"))
def test_it_is_mended_character_by_character_and_aligned_as_before(edition: Edition, text: str) -> None:
    for conversion in conversions(edition):
        shown, faithful = conversion.apply(text), convert(text, conversion.config, edition)
        assert shown.text == by_hand(text, conversion)
        assert (shown.source, shown.changes) == (faithful.source, faithful.changes)


@EDITIONS
@pytest.mark.parametrize(("text", "right"), [("他抬頭看", "他抬头看"), ("怎么回事", "怎么回事"), ("擡舉", "抬举")])
def test_no_traditional_character_is_put_on_a_simplified_page(edition: Edition, text: str, right: str) -> None:
    for conversion in conversions(edition):
        if conversion.script is Script.SIMPLIFIED:
            assert conversion.apply(text).text == right


def test_convert_itself_stays_faithful_to_the_library() -> None:
    assert convert("他抬頭看，怎么", "tw2s").text == "他擡头看，怎幺"


def test_an_explanation_says_what_was_mended() -> None:
    conversion = Conversion("tw2s", script=Script.SIMPLIFIED)
    explanation = conversion.explain("他抬頭看", 1)
    assert ("擡", "抬") in explanation.mended
    assert "抬" in explanation.shown
    assert conversion.explain("他抬頭看", 3).mended == ()


def test_what_the_reader_corrected_is_theirs() -> None:
    corrections = Corrections((Correction("抬頭", "擡头"),))
    shown = Conversion("tw2s", script=Script.SIMPLIFIED, corrections=corrections).apply("他抬頭，抬轎")
    assert shown.text == "他擡头，抬轿"


def test_a_traditional_source_in_another_regions_forms_keeps_what_it_has() -> None:
    assert Conversion("t2tw", script=Script.TRADITIONAL).apply("肥皂剧").text == "肥皂剧"
