"""Compiling a chain of dictionaries into the tables that a conversion runs on: half a second, done once."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.script.tables.contexts import CONTEXTS
from desktop.script.tables.detector import find_anchors
from desktop.script.tables.drafting import StageDraft, draft_of
from desktop.script.tables.editions import BMP
from desktop.script.tables.glue import glued_pairs
from desktop.slices import in_slices, no_pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.script.tables.editions import Chain, Rule

_FEW = 256

PackedStage = tuple[str, str, str, str, bytes, dict[str, str], tuple[str, ...], dict[str, str]]
"""Rule, role, the keys, the values and the tiers of `singles`, the packed buckets, the names of the tiers, the packed
buckets of the contexts."""

Packed = tuple[str, str, dict[str, str], str, frozenset[str], tuple[PackedStage, ...]]
"""The plain table as a text of BMP code points; an expression for what it changes, "" if that is much; glue; the
detector's expression and pairs; the stages.

Only strings, tuples, dicts and sets: what `marshal` writes and reads fastest.
"""


def compile_chain(chain: Chain, pause: Callable[[], None] = no_pause) -> Packed:
    """Return the tables of `chain`; `pause` is called at least every 70 ms and may raise. Raises DictionaryError."""
    drafts = [draft_of(link, chain.rule, pause) for link in chain.links]
    anchors = find_anchors(drafts, pause)
    stages = tuple(_packed_stage(draft, chain.rule, pause) for draft in drafts)
    plain = _plain_table(drafts, pause)
    glue = glued_pairs(drafts, pause)
    return plain, _rarely_changed(plain), glue, anchors.pattern(), anchors.pairs(), stages


def _plain_table(drafts: list[StageDraft], pause: Callable[[], None]) -> str:
    """Return what each code point of the BMP becomes one by one, through all stages."""
    table = list(map(chr, range(BMP)))
    for draft in drafts:
        pause()
        table = [draft.singles.get(ord(character), character) for character in table]
    return "".join(table)


def _rarely_changed(plain: str) -> str:
    """Return an expression for the characters that `plain` changes; "" if there are many among those in use.

    Those are in the block of CJK ideographs: t2tw and t2hk change about 50 of it, all others thousands.
    """
    changed = [chr(code) for code, value in enumerate(plain) if code != ord(value)]
    in_use = [character for character in changed if "\u4e00" <= character <= "\u9fff"]
    return f"[{''.join(map(re.escape, changed))}]" if changed and len(in_use) < _FEW else ""


def _packed_stage(draft: StageDraft, rule: Rule, pause: Callable[[], None]) -> PackedStage:
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for key, (tier, value) in in_slices(draft.phrases.items(), pause):
        buckets[key[0]].append(f"{key}\t{tier}\t{value}")
    places: defaultdict[str, list[str]] = defaultdict(list)
    for key, (offset, form, edges, firm, _) in in_slices(draft.contexts.items(), pause):
        places[key[0]].append(f"{key}\t{offset}\t{form}{'!' if firm else '?'}{','.join(map(str, edges))}")
    return (
        rule.value,
        draft.link.role.value,
        "".join(map(chr, draft.singles)),
        "".join(draft.singles.values()),
        bytes(draft.single_tiers.values()),
        {first: "\n".join(lines) for first, lines in buckets.items()},
        (*(tier.label for tier in draft.link.tiers), *((CONTEXTS,) if draft.link.contexts else ())),
        {first: "\n".join(lines) for first, lines in places.items()},
    )
