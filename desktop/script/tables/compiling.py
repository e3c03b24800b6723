"""Compiling a chain of dictionaries into the tables that a conversion runs on: half a second, done once."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.script.tables.detector import find_anchors
from desktop.script.tables.dictionaries import first_candidate
from desktop.script.tables.editions import SEPARATORS, Chain, Link, Role, Rule
from desktop.script.tables.glue import glued_pairs
from desktop.slices import in_slices, no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BMP = 0x10000
"""How many code points the plain table has: one list entry for each; a list translates twice as fast as a dict."""

_FEW = 256

_SEPARATOR = re.compile(f"[{SEPARATORS}]")


@dataclass(frozen=True)
class Draft:
    """A stage while it is compiled: `singles` (for str.translate) and `phrases`, key -> (tier, value)."""

    link: Link
    singles: Mapping[int, str]
    single_tiers: Mapping[int, int]
    phrases: Mapping[str, tuple[int, str]]

    def exceptional(self) -> Mapping[str, tuple[int, str]]:
        """Return the phrases whose value is not what their characters become one by one."""
        return self._exceptional

    @cached_property
    def _exceptional(self) -> Mapping[str, tuple[int, str]]:
        if self.link.role is Role.CUT:
            return {}
        singles = self.singles
        return {key: entry for key, entry in self.phrases.items() if key.translate(singles) != entry[1]}


PackedStage = tuple[str, str, str, str, bytes, dict[str, str], tuple[str, ...]]
"""Rule, role, the keys, the values and the tiers of `singles`, the packed buckets, the names of the tiers."""

Packed = tuple[str, str, dict[str, str], str, frozenset[str], tuple[PackedStage, ...]]
"""The plain table as a text of BMP code points; an expression for what it changes, "" if that is much; glue; the
detector's expression and pairs; the stages.

Only strings, tuples, dicts and sets: what `marshal` writes and reads fastest.
"""


def compile_chain(chain: Chain, pause: Callable[[], None] = no_pause) -> Packed:
    """Return the tables of `chain`; `pause` is called at least every 70 ms and may raise. Raises DictionaryError."""
    drafts = [_draft(link, chain.rule, pause) for link in chain.links]
    anchors = find_anchors(drafts, pause)
    stages = tuple(_packed_stage(draft, chain.rule, pause) for draft in drafts)
    plain = _plain_table(drafts, pause)
    glue = glued_pairs(drafts, pause)
    return plain, _rarely_changed(plain), glue, anchors.pattern(), anchors.pairs(), stages


def _draft(link: Link, rule: Rule, pause: Callable[[], None]) -> Draft:
    """Return the stage of `link`: of a key that several tiers have, the first one's value holds."""
    entries: dict[str, tuple[int, str]] = {}
    last_of_words = 0
    for rank, tier in enumerate(link.tiers):
        for key, values in in_slices(tier.entries().items(), pause):
            # In the default edition no match reaches across a separator: such keys never match.
            if key not in entries and not (rule is Rule.LONGEST_FIRST and _SEPARATOR.search(key)):
                entries[key] = (rank, key if link.role is Role.CUT else first_candidate(values))
                if len(key) > 1:
                    last_of_words = rank
    if link.role is Role.CUT:
        return Draft(link, {}, {}, entries)
    singles = {
        ord(key): value for key, (_, value) in entries.items() if len(key) == len(value) == 1 and ord(key) < BMP
    }
    # A single of an earlier tier than some word keeps that word from matching, so it has to be looked for as well.
    done = {chr(key) for key in singles if entries[chr(key)][0] >= last_of_words}
    tiers = {key: entries[chr(key)][0] for key in singles}
    return Draft(link, singles, tiers, {key: entry for key, entry in entries.items() if key not in done})


def _plain_table(drafts: list[Draft], pause: Callable[[], None]) -> str:
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


def _packed_stage(draft: Draft, rule: Rule, pause: Callable[[], None]) -> PackedStage:
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for key, (tier, value) in in_slices(draft.phrases.items(), pause):
        buckets[key[0]].append(f"{key}\t{tier}\t{value}")
    return (
        rule.value,
        draft.link.role.value,
        "".join(map(chr, draft.singles)),
        "".join(draft.singles.values()),
        bytes(draft.single_tiers.values()),
        {first: "\n".join(lines) for first, lines in buckets.items()},
        tuple(" + ".join(tier.names) for tier in draft.link.tiers),
    )
