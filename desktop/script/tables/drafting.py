"""A stage of a conversion while it is compiled: which characters go one for one, and which phrases there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.script.tables.contexts import contexts, usual_forms
from desktop.script.tables.dictionaries import first_candidate
from desktop.script.tables.editions import BMP, SEPARATORS, Link, Rule, StageRole
from desktop.slices import in_slices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.script.tables.contexts import Context

_SEPARATOR = re.compile(f"[{SEPARATORS}]")


@dataclass(frozen=True)
class StageDraft:
    """A stage while it is compiled: `singles` (for str.translate), `phrases`: key -> (tier, value), `contexts`."""

    link: Link
    singles: Mapping[int, str]
    single_tiers: Mapping[int, int]
    phrases: Mapping[str, tuple[int, str]]
    contexts: Mapping[str, Context]

    def exceptional(self) -> Mapping[str, tuple[int, str]]:
        """Return the phrases whose value is not what their characters become one by one."""
        return self._exceptional

    def deciding(self) -> Mapping[str, Context]:
        """Return the contexts in which a character is not what it becomes by itself."""
        singles = self.singles
        return {
            key: context
            for key, context in self.contexts.items()
            if key[context.offset].translate(singles) != context.form
        }

    def held_together(self) -> tuple[str, ...]:
        """Return all words within which no window may end: the phrases and the contexts."""
        return *self.phrases, *self.contexts

    @cached_property
    def _exceptional(self) -> Mapping[str, tuple[int, str]]:
        if self.link.role is StageRole.CUT:
            return {}
        singles = self.singles
        return {key: entry for key, entry in self.phrases.items() if key.translate(singles) != entry[1]}


def draft_of(link: Link, rule: Rule, pause: Callable[[], None]) -> StageDraft:
    """Return the stage of `link`: of a key that several tiers have, the first one's value holds."""
    entries: dict[str, tuple[int, str]] = {}
    last_of_words = 0
    for rank, tier in enumerate(link.tiers):
        for key, values in in_slices(tier.entries().items(), pause):
            # In the default edition no match reaches across a separator: such keys never match.
            if key not in entries and not (rule is Rule.LONGEST_FIRST and _SEPARATOR.search(key)):
                entries[key] = (rank, key if link.role is StageRole.CUT else first_candidate(values))
                if len(key) > 1:
                    last_of_words = rank
    if link.role is StageRole.CUT:
        return StageDraft(link, {}, {}, entries, {})
    if link.contexts:
        entries.update((key, (len(link.tiers) - 1, form)) for key, form in usual_forms().items())
    singles = {
        ord(key): value for key, (_, value) in entries.items() if len(key) == len(value) == 1 and ord(key) < BMP
    }
    # A single of an earlier tier than some word keeps that word from matching, so it has to be looked for as well.
    done = {chr(key) for key in singles if entries[chr(key)][0] >= last_of_words}
    tiers = {key: entries[chr(key)][0] for key in singles}
    phrases = {key: entry for key, entry in entries.items() if key not in done}
    return StageDraft(link, singles, tiers, phrases, contexts(link.contexts) if link.contexts else {})
