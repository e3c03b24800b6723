"""Which script is shown, in whose manner, and which the thread is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script import VARIANTS, Edition, Script, SourceScript
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_correctable, is_open
from desktop.ui.wording.marked_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import State
    from desktop.ui.window import MainWindow

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
    Edition.REIMPLEMENTED: QT_TRANSLATE_NOOP("Action", "opencc-python (Default)"),
    Edition.OFFICIAL: QT_TRANSLATE_NOOP("Action", "OpenCC 1.4"),
}


def _in_script(script: Script) -> Callable[[State], bool]:
    return lambda state: state.script is script


def _show_corrections(window: MainWindow, *, of_selection: bool = False) -> None:
    from desktop.ui.dialogs.corrections_dialog import CorrectionsDialog

    draft = window.session.correcting.draft() if of_selection else None
    CorrectionsDialog(window.session, window.look, window, draft).open()


SCRIPT = (
    Action(
        "script.toggle",
        QT_TRANSLATE_NOOP("Action", "&Flip the Script"),
        lambda w: w.session.toggle_script(),
        ("T",),
        when=is_open,
    ),
    Action(
        "script.original",
        QT_TRANSLATE_NOOP("Action", "&Original"),
        lambda w: w.session.show_script(Script.ORIGINAL),
        ("Shift+T", "Ctrl+1"),
        checked=_in_script(Script.ORIGINAL),
    ),
    Action(
        "script.traditional",
        QT_TRANSLATE_NOOP("Action", "&Traditional"),
        lambda w: w.session.show_script(Script.TRADITIONAL),
        ("Ctrl+2",),
        checked=_in_script(Script.TRADITIONAL),
    ),
    Action(
        "script.simplified",
        QT_TRANSLATE_NOOP("Action", "&Simplified"),
        lambda w: w.session.show_script(Script.SIMPLIFIED),
        ("Ctrl+3",),
        checked=_in_script(Script.SIMPLIFIED),
    ),
    *(
        Action(
            f"variant.{variant.script.value}.{variant.id}",
            _VARIANT_NAMES[variant.script, variant.id],
            lambda w, variant=variant: w.session.choose_variant(variant.script, variant.id),
            checked=lambda state, variant=variant: getattr(state.preferences, variant.script.value) == variant.id,
        )
        for variant in VARIANTS
    ),
    Action(
        "source.detected",
        QT_TRANSLATE_NOOP("Action", "As &Detected"),
        lambda w: w.session.correct_source(None),
        when=is_open,
        checked=lambda state: not state.source_corrected,
    ),
    Action(
        "source.traditional",
        QT_TRANSLATE_NOOP("Action", "&Traditional Characters"),
        lambda w: w.session.correct_source(SourceScript.TRADITIONAL),
        when=is_open,
        checked=lambda state: state.source_corrected and state.source_script is SourceScript.TRADITIONAL,
    ),
    Action(
        "source.simplified",
        QT_TRANSLATE_NOOP("Action", "&Simplified Characters"),
        lambda w: w.session.correct_source(SourceScript.SIMPLIFIED),
        when=is_open,
        checked=lambda state: state.source_corrected and state.source_script is SourceScript.SIMPLIFIED,
    ),
    *(
        Action(
            f"edition.{edition.value}",
            _EDITION_NAMES[edition],
            lambda w, edition=edition: w.session.choose_edition(edition),
            checked=lambda state, edition=edition: state.preferences.edition == edition.value,
        )
        for edition in Edition
    ),
    Action(
        "script.explain",
        QT_TRANSLATE_NOOP("Action", "E&xplain the Conversion Here"),
        lambda w: w.page.explain_here(),
        ("W",),
        when=is_open,
    ),
    Action(
        "script.correct",
        QT_TRANSLATE_NOOP("Action", "Corr&ect the Conversion of the Selection…"),
        lambda w: _show_corrections(w, of_selection=True),
        ("C",),
        when=is_correctable,
    ),
    Action("script.corrections", QT_TRANSLATE_NOOP("Action", "&Corrections…"), _show_corrections, ("Shift+C",)),
)
