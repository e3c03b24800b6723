"""Simplified and traditional script: conversion with an exact alignment, folding, detection, variants."""

from desktop.script.aligned import AlignedText, Block, Segment
from desktop.script.choices import Choice, find_choices, other_forms
from desktop.script.conversion import Conversion
from desktop.script.convert import convert
from desktop.script.corrections import Correction, Corrections
from desktop.script.detection import ScriptEvidence, SourceScript, detect_script, weigh_script
from desktop.script.dictionaries import DictionaryError
from desktop.script.editions import CONFIGS, Edition
from desktop.script.explanation import Explanation, explain
from desktop.script.folding import fold
from desktop.script.phrase_forms import are_same_words, phrase_forms
from desktop.script.sealed import read_sealed, write_sealed
from desktop.script.seen import UNSEEN, SeenText, search_key, without_unseen
from desktop.script.slices import no_pause
from desktop.script.tables import are_ready, load_kept_tables, load_tables
from desktop.script.variants import (
    VARIANTS,
    Script,
    Variant,
    config_for,
    default_variant,
    variant_named,
    variants_of,
)
from desktop.script.window import Exchange

__all__ = [
    "CONFIGS",
    "UNSEEN",
    "VARIANTS",
    "AlignedText",
    "Block",
    "Choice",
    "Conversion",
    "Correction",
    "Corrections",
    "DictionaryError",
    "Edition",
    "Exchange",
    "Explanation",
    "Script",
    "ScriptEvidence",
    "SeenText",
    "Segment",
    "SourceScript",
    "Variant",
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
    "no_pause",
    "other_forms",
    "phrase_forms",
    "read_sealed",
    "search_key",
    "variant_named",
    "variants_of",
    "weigh_script",
    "without_unseen",
    "write_sealed",
]
