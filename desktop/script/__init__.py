"""Simplified and traditional script: conversion with an exact alignment, folding, detection, variants."""

from desktop.script.aligned import AlignedText, Block, Segment
from desktop.script.convert import CONFIGS, convert
from desktop.script.detection import ScriptEvidence, SourceScript, detect_script, weigh_script
from desktop.script.dictionaries import DictionaryError
from desktop.script.folding import fold
from desktop.script.variants import (
    VARIANTS,
    Script,
    Variant,
    config_for,
    default_variant,
    variant_named,
    variants_of,
)

__all__ = [
    "CONFIGS",
    "VARIANTS",
    "AlignedText",
    "Block",
    "DictionaryError",
    "Script",
    "ScriptEvidence",
    "Segment",
    "SourceScript",
    "Variant",
    "config_for",
    "convert",
    "default_variant",
    "detect_script",
    "fold",
    "variant_named",
    "variants_of",
    "weigh_script",
]
