"""Glue: which neighbours in a source text some match, in any stage, may hold together.

Two neighbouring characters x, y are glued if a phrase of some stage has neighbours a, b where a can be what the
stages before make at the end of something that ends in x, and b what they make at the start of something that
begins with y. Between characters that are not glued no match of any stage can span, so a text may be cut there and
each run of glued characters, a window, converted by itself.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.slices import in_slices, no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.script.tables.drafting import StageDraft

Edge = defaultdict[str, set[str]]
"""What stands at an edge -> the source characters that it can come from; a character that is missing: itself."""


def glued_pairs(drafts: Sequence[StageDraft], pause: Callable[[], None] = no_pause) -> dict[str, str]:
    """Return x -> all y that are glued to it when they follow, for the stages `drafts` in order.

    `pause` is called again and again, and may raise.
    """
    glued: defaultdict[str, set[str]] = defaultdict(set)
    lasts: Mapping[str, set[str]] = {}
    firsts: Mapping[str, set[str]] = {}
    for draft in drafts:
        for key in in_slices(draft.held_together(), pause):
            for before, after in pairwise(key):
                if before not in lasts and after not in firsts:
                    glued[before].add(after)
                    continue
                for last in lasts.get(before, (before,)):
                    glued[last] |= firsts.get(after, {after})
        changing = [(key, value) for key, (_, value) in draft.exceptional().items()]
        changing += [(key[place], form) for key, (place, form, *_) in draft.deciding().items()]
        lasts = _through(draft, lasts, ((key[-1], value[-1]) for key, value in changing))
        firsts = _through(draft, firsts, ((key[0], value[0]) for key, value in changing))
    return {last: "".join(sorted(followers)) for last, followers in glued.items()}


def _through(draft: StageDraft, edge: Mapping[str, set[str]], exchanged: Iterable[tuple[str, str]]) -> Edge:
    """Return `edge` as it is after the stage; `exchanged` are the edge characters of its exceptional phrases.

    It may name more sources than there are, never fewer: glue too much costs time, glue too little is a wrong cut.
    """
    pairs = list(exchanged)
    single = {chr(key): value for key, value in draft.singles.items()}
    concerned = {*single, *single.values(), *edge, *(after for _, after in pairs)}
    result: Edge = defaultdict(set)
    for character in concerned:
        result[single.get(character, character)] |= edge.get(character, {character})
    for before, after in pairs:
        result[after] |= edge.get(before, {before})
    return result
