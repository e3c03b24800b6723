"""Simplified and traditional script: conversion with an exact alignment, folding, detection, variants."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.script.aligned import AlignedSegment, AlignedText, LengthChange
    from desktop.script.choices import Choice, find_choices, other_forms
    from desktop.script.conversion import Conversion
    from desktop.script.converter import convert
    from desktop.script.corrections import Correction, Corrections
    from desktop.script.detection import ScriptEvidence, SourceScript, detect_script, weigh_script
    from desktop.script.explanation import Explanation, explain
    from desktop.script.folding import fold
    from desktop.script.regional import are_same_words, phrase_forms
    from desktop.script.seen import UNSEEN, SeenText, search_key, without_unseen
    from desktop.script.tables.dictionaries import DictionaryError
    from desktop.script.tables.editions import CONFIGS, Edition
    from desktop.script.tables.loading import are_ready, load_kept_tables, load_tables
    from desktop.script.tables.window import WordExchange
    from desktop.script.variants import (
        VARIANTS,
        Script,
        Variant,
        config_for,
        default_variant,
        variant_named,
        variants_of,
    )
else:
    __getattr__ = lazily(
        __name__,
        {
            "aligned": ("AlignedSegment", "AlignedText", "LengthChange"),
            "choices": ("Choice", "find_choices", "other_forms"),
            "conversion": ("Conversion",),
            "converter": ("convert",),
            "corrections": ("Correction", "Corrections"),
            "detection": ("ScriptEvidence", "SourceScript", "detect_script", "weigh_script"),
            "explanation": ("Explanation", "explain"),
            "folding": ("fold",),
            "regional": ("are_same_words", "phrase_forms"),
            "seen": ("UNSEEN", "SeenText", "search_key", "without_unseen"),
            "tables.dictionaries": ("DictionaryError",),
            "tables.editions": ("CONFIGS", "Edition"),
            "tables.loading": ("are_ready", "load_kept_tables", "load_tables"),
            "tables.window": ("WordExchange",),
            "variants": (
                "VARIANTS",
                "Script",
                "Variant",
                "config_for",
                "default_variant",
                "variant_named",
                "variants_of",
            ),
        },
    )

__all__ = [
    "CONFIGS",
    "UNSEEN",
    "VARIANTS",
    "AlignedSegment",
    "AlignedText",
    "Choice",
    "Conversion",
    "Correction",
    "Corrections",
    "DictionaryError",
    "Edition",
    "Explanation",
    "LengthChange",
    "Script",
    "ScriptEvidence",
    "SeenText",
    "SourceScript",
    "Variant",
    "WordExchange",
    "are_ready",
    "are_same_words",
    "config_for",
    "convert",
    "default_variant",
    "detect_script",
    "explain",
    "find_choices",
    "fold",
    "load_kept_tables",
    "load_tables",
    "other_forms",
    "phrase_forms",
    "search_key",
    "variant_named",
    "variants_of",
    "weigh_script",
    "without_unseen",
]
