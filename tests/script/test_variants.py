"""Whatever the reader asks for, no conversion runs in the wrong direction."""

from __future__ import annotations

from itertools import product

import pytest

from desktop.script import (
    CONFIGS,
    VARIANTS,
    Script,
    SourceScript,
    Variant,
    config_for,
    convert,
    default_variant,
    variant_named,
    variants_of,
)

TRADITIONAL, SIMPLIFIED = SourceScript.TRADITIONAL, SourceScript.SIMPLIFIED


@pytest.mark.parametrize(("source", "variant"), list(product(SourceScript, VARIANTS)))
def test_a_configuration_starts_from_the_source_and_leads_to_the_script(
    source: SourceScript, variant: Variant
) -> None:
    config = config_for(source, variant)
    if config is None:
        assert source.value == variant.script.value
    else:
        start, end = config.split("2")
        assert config in CONFIGS
        assert (start == "s") is (source is SIMPLIFIED)
        assert end.startswith("s") is (variant.script is Script.SIMPLIFIED)


@pytest.mark.parametrize(
    ("script", "from_simplified", "from_traditional"),
    [
        (Script.TRADITIONAL, "t2s", None),
        (Script.TRADITIONAL, "t2tw", None),
        (Script.TRADITIONAL, None, "s2tw"),
        (Script.TRADITIONAL, None, "tw2s"),
        (Script.SIMPLIFIED, "s2tw", None),
        (Script.SIMPLIFIED, None, "t2tw"),
        (Script.SIMPLIFIED, None, "s2t"),
    ],
)
def test_the_wrong_direction_cannot_be_written_down(
    script: Script, from_simplified: str | None, from_traditional: str | None
) -> None:
    with pytest.raises(ValueError, match="does not lead from"):
        Variant("wrong", script, from_simplified, from_traditional)


def test_ids_are_unique_within_a_script() -> None:
    assert len({(variant.script, variant.id) for variant in VARIANTS}) == len(VARIANTS)


def test_the_original_is_never_converted() -> None:
    assert variants_of(Script.ORIGINAL) == ()
    assert default_variant(Script.ORIGINAL) is None
    assert variant_named(Script.ORIGINAL, "taiwan") is None
    assert all(config_for(source, None) is None for source in SourceScript)


@pytest.mark.parametrize(
    ("source", "script", "config"),
    [
        (SIMPLIFIED, Script.TRADITIONAL, "s2tw"),
        (TRADITIONAL, Script.SIMPLIFIED, "tw2s"),
        (SIMPLIFIED, Script.SIMPLIFIED, None),
        (TRADITIONAL, Script.TRADITIONAL, None),
    ],
)
def test_the_defaults(source: SourceScript, script: Script, config: str | None) -> None:
    assert config_for(source, default_variant(script)) == config


def test_simplified_words_are_safe_from_the_conversion_that_would_spoil_them() -> None:
    assert convert("什么", "tw2s").text == "什幺"
    assert all(config_for(SIMPLIFIED, variant) is None for variant in variants_of(Script.SIMPLIFIED))


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_is_found_by_its_id(variant: Variant) -> None:
    assert variant_named(variant.script, variant.id) is variant


def test_an_unknown_id_gives_the_default() -> None:
    assert variant_named(Script.SIMPLIFIED, "hong-kong") is default_variant(Script.SIMPLIFIED)
    assert variant_named(Script.TRADITIONAL, "") is default_variant(Script.TRADITIONAL)
