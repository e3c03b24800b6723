"""Simplified and traditional script: conversion with an exact alignment, folding, detection, variants."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.script.aligned import AlignedText, LengthChange
    from desktop.script.certainty import Decider
    from desktop.script.choices import Choice, find_choices, other_forms
    from desktop.script.conversion import Conversion
    from desktop.script.converter import convert
    from desktop.script.corrections import Correction, Corrections
    from desktop.script.corrections_form import format_corrections, parse_corrections
    from desktop.script.detection import ScriptEvidence, SourceScript, detect_script, weigh_script
    from desktop.script.edition import CONFIGS, Edition
    from desktop.script.explanation import Explanation, explain
    from desktop.script.folding import fold
    from desktop.script.guard import Slip, guarded, slips_in
    from desktop.script.joints import Joint, joined, joined_alone, joined_within, joints_in
    from desktop.script.names.decided import NO_NAMES, Names
    from desktop.script.names.listing import NameLister, NamePlace, Reason, callings_of
    from desktop.script.naming import find_names, name_lister
    from desktop.script.regional import are_same_words, exchanged, forms_by, phrase_forms, pieces_of
    from desktop.script.seen import UNSEEN, SeenText, search_key, without_unseen
    from desktop.script.tables.dictionaries import DictionaryError
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
    from desktop.script.written_forms import forms_of, has_several_forms, in_region
else:
    __getattr__ = lazily(
        __name__,
        values={
            "aligned": ("AlignedText", "LengthChange"),
            "certainty": ("Decider",),
            "choices": ("Choice",),
            "conversion": ("Conversion",),
            "corrections": ("Correction", "Corrections"),
            "detection": ("ScriptEvidence", "SourceScript"),
            "edition": ("CONFIGS", "Edition"),
            "explanation": ("Explanation",),
            "guard": ("Slip",),
            "joints": ("Joint",),
            "names.decided": ("NO_NAMES", "Names"),
            "names.listing": ("NameLister", "NamePlace", "Reason"),
            "seen": ("UNSEEN", "SeenText"),
            "tables.dictionaries": ("DictionaryError",),
            "tables.window": ("WordExchange",),
            "variants": ("VARIANTS", "Script", "Variant"),
        },
        functions={
            "choices": ("find_choices", "other_forms"),
            "converter": ("convert",),
            "corrections_form": ("format_corrections", "parse_corrections"),
            "detection": ("detect_script", "weigh_script"),
            "explanation": ("explain",),
            "folding": ("fold",),
            "guard": ("guarded", "slips_in"),
            "joints": ("joined", "joined_alone", "joined_within", "joints_in"),
            "names.listing": ("callings_of",),
            "naming": ("find_names", "name_lister"),
            "regional": ("are_same_words", "exchanged", "forms_by", "phrase_forms", "pieces_of"),
            "seen": ("search_key", "without_unseen"),
            "tables.loading": ("are_ready", "load_kept_tables", "load_tables"),
            "variants": ("config_for", "default_variant", "variant_named", "variants_of"),
            "written_forms": ("forms_of", "has_several_forms", "in_region"),
        },
    )

__all__ = [
    "CONFIGS",
    "NO_NAMES",
    "UNSEEN",
    "VARIANTS",
    "AlignedText",
    "Choice",
    "Conversion",
    "Correction",
    "Corrections",
    "Decider",
    "DictionaryError",
    "Edition",
    "Explanation",
    "Joint",
    "LengthChange",
    "NameLister",
    "NamePlace",
    "Names",
    "Reason",
    "Script",
    "ScriptEvidence",
    "SeenText",
    "Slip",
    "SourceScript",
    "Variant",
    "WordExchange",
    "are_ready",
    "are_same_words",
    "callings_of",
    "config_for",
    "convert",
    "default_variant",
    "detect_script",
    "exchanged",
    "explain",
    "find_choices",
    "find_names",
    "fold",
    "format_corrections",
    "forms_by",
    "forms_of",
    "guarded",
    "has_several_forms",
    "in_region",
    "joined",
    "joined_alone",
    "joined_within",
    "joints_in",
    "load_kept_tables",
    "load_tables",
    "name_lister",
    "other_forms",
    "parse_corrections",
    "phrase_forms",
    "pieces_of",
    "search_key",
    "slips_in",
    "variant_named",
    "variants_of",
    "weigh_script",
    "without_unseen",
]
