"""The ways in which a text can be shown, as data, and which conversion each needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.script.detection import SourceScript


class Script(StrEnum):
    """What the page shows: the source as it is, or one of the two scripts."""

    ORIGINAL = "original"
    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of writing `script`; `id` tells it from the others of that script and is what settings keep.

    `from_simplified` and `from_traditional` are the OpenCC configurations that make it from a source in that script;
    None shows the source as it is. Raises ValueError for a configuration that starts from the other script, or leads
    to it: run in the wrong direction, s2t makes 於是隻好 of a traditional 於是只好.
    """

    id: str
    script: Script
    from_simplified: str | None
    from_traditional: str | None

    def __post_init__(self) -> None:
        self._check(self.from_simplified, SourceScript.SIMPLIFIED)
        self._check(self.from_traditional, SourceScript.TRADITIONAL)

    def _check(self, config: str | None, source: SourceScript) -> None:
        """Raise ValueError unless `config` leads from `source` to this variant's script."""
        if config is None:
            return
        start, _, end = config.partition("2")
        from_simplified, to_simplified = start == "s", end.startswith("s")
        right = (source is SourceScript.SIMPLIFIED, self.script is Script.SIMPLIFIED)
        if (from_simplified, to_simplified) != right:
            raise ValueError(f"{config} does not lead from {source} to {self.script}")


# The first of a script is its default: s2tw writes 吃飯, 群 where s2t has 喫飯, 羣; the phrase variants change words.
VARIANTS: tuple[Variant, ...] = (
    Variant("standard", Script.TRADITIONAL, "s2tw", None),
    Variant("taiwan", Script.TRADITIONAL, "s2tw", "t2tw"),
    Variant("taiwan-words", Script.TRADITIONAL, "s2twp", "t2tw"),
    Variant("hong-kong", Script.TRADITIONAL, "s2hk", "t2hk"),
    Variant("opencc", Script.TRADITIONAL, "s2t", None),
    Variant("mainland", Script.SIMPLIFIED, None, "tw2s"),
    Variant("mainland-words", Script.SIMPLIFIED, None, "tw2sp"),
    Variant("hong-kong-source", Script.SIMPLIFIED, None, "hk2s"),
    Variant("opencc", Script.SIMPLIFIED, None, "t2s"),
)
"""Every variant, in the order of the menu; the first of a script is that script's default."""


def variants_of(script: Script) -> tuple[Variant, ...]:
    """Return the variants of `script`, default first; the original has none."""
    return tuple(variant for variant in VARIANTS if variant.script is script)


def default_variant(script: Script) -> Variant | None:
    """Return the variant of `script` that is shown unless the reader chose another; None for the original."""
    return next(iter(variants_of(script)), None)


def variant_named(script: Script, variant_id: str) -> Variant | None:
    """Return the variant of `script` with that id, or the default if there is none; None for the original."""
    return next((variant for variant in variants_of(script) if variant.id == variant_id), default_variant(script))


def config_for(source: SourceScript, variant: Variant | None) -> str | None:
    """Return the OpenCC configuration that shows a source in script `source` as `variant`.

    None means that the source is shown as it is; so it is for the variant None, the original.
    """
    if variant is None:
        return None
    return variant.from_simplified if source is SourceScript.SIMPLIFIED else variant.from_traditional
