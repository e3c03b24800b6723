"""Which script is shown, in whose manner, and which the thread is written in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.script import VARIANTS, Edition, Script, SourceScript, variant_named
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_correctable, is_nameable, is_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.script import Variant
    from desktop.session import State

_VARIANT_NAMES = {
    (Script.TRADITIONAL, "standard"): QT_TRANSLATE_NOOP("Action", "Standard"),
    (Script.TRADITIONAL, "taiwan"): QT_TRANSLATE_NOOP("Action", "Taiwan"),
    (Script.TRADITIONAL, "taiwan-words"): QT_TRANSLATE_NOOP("Action", "Taiwan, with Its Vocabulary"),
    (Script.TRADITIONAL, "hong-kong"): QT_TRANSLATE_NOOP("Action", "Hong Kong"),
    (Script.TRADITIONAL, "opencc"): QT_TRANSLATE_NOOP("Action", "OpenCC Standard (喫, 羣, 裏)"),
    (Script.SIMPLIFIED, "mainland"): QT_TRANSLATE_NOOP("Action", "Mainland"),
    (Script.SIMPLIFIED, "mainland-words"): QT_TRANSLATE_NOOP("Action", "Mainland, with Its Vocabulary"),
    (Script.SIMPLIFIED, "hong-kong-source"): QT_TRANSLATE_NOOP("Action", "From Hong Kong Text"),
    (Script.SIMPLIFIED, "opencc"): QT_TRANSLATE_NOOP("Action", "OpenCC Standard (看著)"),
}

_EDITION_NAMES = {
    Edition.BAIJIA: QT_TRANSLATE_NOOP("Action", "Baijia (Default)"),
    Edition.OFFICIAL: QT_TRANSLATE_NOOP("Action", "OpenCC 1.4"),
    Edition.REIMPLEMENTED: QT_TRANSLATE_NOOP("Action", "opencc-python"),
}


def _in_script(script: Script) -> Callable[[State], bool]:
    return lambda state: state.focused_manner.script is script


def _is_variant(state: State, variant: Variant) -> bool:
    """Tell whether `variant` is the one that its script is written in."""
    manner = state.manner
    chosen = manner.traditional if variant.script is Script.TRADITIONAL else manner.simplified
    return variant_named(variant.script, chosen) is variant


SCRIPT = (
    Action(
        "script.toggle",
        QT_TRANSLATE_NOOP("Action", "&Flip the Script"),
        lambda desk: desk.session.toggle_script(),
        ("T",),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Try Again"),
    ),
    Action(
        "script.original",
        QT_TRANSLATE_NOOP("Action", "&Original"),
        lambda desk: desk.session.show_script(Script.ORIGINAL),
        ("Shift+T", "Ctrl+1"),
        checked=_in_script(Script.ORIGINAL),
    ),
    Action(
        "script.traditional",
        QT_TRANSLATE_NOOP("Action", "&Traditional"),
        lambda desk: desk.session.show_script(Script.TRADITIONAL),
        ("Ctrl+2",),
        checked=_in_script(Script.TRADITIONAL),
        offer=QT_TRANSLATE_NOOP("Sentences", "Show Traditional"),
    ),
    Action(
        "script.simplified",
        QT_TRANSLATE_NOOP("Action", "&Simplified"),
        lambda desk: desk.session.show_script(Script.SIMPLIFIED),
        ("Ctrl+3",),
        checked=_in_script(Script.SIMPLIFIED),
    ),
    *(
        Action(
            f"variant.{variant.script.value}.{variant.id}",
            _VARIANT_NAMES[variant.script, variant.id],
            lambda desk, variant=variant: desk.session.choose_variant(variant.script, variant.id),
            checked=partial(_is_variant, variant=variant),
        )
        for variant in VARIANTS
    ),
    Action(
        "source.detected",
        QT_TRANSLATE_NOOP("Action", "As &Detected"),
        lambda desk: desk.session.correct_source(None),
        when=is_open,
        checked=lambda state: not state.manner.source_corrected,
    ),
    Action(
        "source.traditional",
        QT_TRANSLATE_NOOP("Action", "&Traditional Characters"),
        lambda desk: desk.session.correct_source(SourceScript.TRADITIONAL),
        when=is_open,
        checked=lambda state: (
            state.manner.source_corrected and state.manner.source_script is SourceScript.TRADITIONAL
        ),
    ),
    Action(
        "source.simplified",
        QT_TRANSLATE_NOOP("Action", "&Simplified Characters"),
        lambda desk: desk.session.correct_source(SourceScript.SIMPLIFIED),
        when=is_open,
        checked=lambda state: state.manner.source_corrected and state.manner.source_script is SourceScript.SIMPLIFIED,
    ),
    *(
        Action(
            f"edition.{edition.value}",
            _EDITION_NAMES[edition],
            lambda desk, edition=edition: desk.session.choose_edition(edition),
            checked=lambda state, edition=edition: state.manner.edition is edition,
        )
        for edition in _EDITION_NAMES
    ),
    Action(
        "script.explain",
        QT_TRANSLATE_NOOP("Action", "E&xplain the Conversion Here"),
        lambda desk: desk.page.explain_here(),
        ("W",),
        when=is_open,
    ),
    Action(
        "script.doubt.next",
        QT_TRANSLATE_NOOP("Action", "&Next Doubtful Place"),
        lambda desk: desk.panels.step_doubt(1),
        ("Q",),
        when=is_open,
    ),
    Action(
        "script.doubt.previous",
        QT_TRANSLATE_NOOP("Action", "&Previous Doubtful Place"),
        lambda desk: desk.panels.step_doubt(-1),
        ("Shift+Q",),
        when=is_open,
    ),
    Action(
        "script.names",
        QT_TRANSLATE_NOOP("Action", "Na&mes…"),
        lambda desk: desk.dialogs.show_names(),
        ("Shift+W",),
        when=is_open,
    ),
    Action(
        "script.name",
        QT_TRANSLATE_NOOP("Action", "This Is a Na&me…"),
        lambda desk: desk.dialogs.show_names(of_selection=True),
        when=is_nameable,
    ),
    Action(
        "script.correct",
        QT_TRANSLATE_NOOP("Action", "Corr&ect the Conversion of the Selection…"),
        lambda desk: desk.dialogs.show_corrections(of_selection=True),
        ("C",),
        when=is_correctable,
    ),
    Action(
        "script.corrections",
        QT_TRANSLATE_NOOP("Action", "&Corrections…"),
        lambda desk: desk.dialogs.show_corrections(),
        ("Shift+C",),
        offer=QT_TRANSLATE_NOOP("Sentences", "Corrections…"),
    ),
)
