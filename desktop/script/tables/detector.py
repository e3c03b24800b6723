"""The detector: one regular expression that finds every place where a conversion is more than one for one.

Translating each character by itself is right except where an exceptional phrase stands: one whose value is not what
its characters become one by one. Each such phrase is given an anchor, a character that is in it and rare in prose,
and one neighbour of the anchor; in a text without such a pair the phrase can't be. The expression finds anchors whose
neighbour is likely; that the pair is one of ours is then looked up in a set.

The anchors are split again and again into halves of equal weight in prose, down to groups that are light or one
character, each with its own class of neighbours: the common ones get narrow classes. Nested classes cost half of
one big alternation of words, and the expression begins with one class, so that `re` skips what can't match without
entering its interpreter.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING

from desktop.script.tables.dictionaries import first_candidate, read_dictionary
from desktop.slices import in_slices, no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.script.tables.drafting import StageDraft

_LIGHT = 1 / 16
"""The share of all anchors' weight below which a group is not split: finer costs `re` more than it saves after it."""

# The commonest characters of simplified prose, in order. Only the speed of a conversion depends on them.
_COMMONEST = (
    "的一是不了人在有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去"
    "法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点"
    "正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿"
    "原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资"
    "命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万"
)


@dataclass(slots=True)
class Anchors:
    """What the detector looks for, in source characters.

    `alone` are phrases of one character. `nexts` and `previous` have, by anchor, the neighbours that are looked for
    behind and before it.
    """

    alone: set[str] = field(default_factory=set[str])
    nexts: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict[str, set[str]](set))
    previous: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict[str, set[str]](set))

    def pairs(self) -> frozenset[str]:
        """Return every pair of neighbours that an exceptional phrase has at its anchor, and each phrase `alone`."""
        with_next = (anchor + other for anchor, others in self.nexts.items() for other in others)
        with_previous = (other + anchor for anchor, others in self.previous.items() for other in others)
        return frozenset((*self.alone, *with_next, *with_previous))

    def pattern(self, *, split: bool = True) -> str:
        """Return the expression; "" if there is nothing to find. Not `split`, it is small, and finds more places."""
        anchors = {*self.alone, *self.nexts, *self.previous}
        paired = sorted({*self.nexts, *self.previous}, key=lambda anchor: (-_weight_in_prose(anchor), anchor))
        branches = [f"(?<={_class(self.alone)})"] if self.alone else []
        if paired:
            branches.append(
                self._split(paired, _LIGHT * _weight(paired)) if split else "|".join(self._neighbours(paired))
            )
        return f"{_class(anchors)}(?:{'|'.join(branches)})" if anchors else ""

    def _split(self, group: Sequence[str], light: float) -> str:
        """Return what tells the neighbours of `group`, the most common anchors first."""
        if len(group) == 1 or _weight(group) < light:
            return "|".join(self._neighbours(group))
        totals = list(accumulate(map(_weight_in_prose, group)))
        middle = min(bisect_left(totals, totals[-1] / 2) + 1, len(group) - 1)
        halves = (group[:middle], group[middle:])
        return "|".join(f"(?<={_class(half)})(?:{self._split(half, light)})" for half in halves)

    def _neighbours(self, group: Sequence[str]) -> Iterator[str]:
        nexts = {other for anchor in group for other in self.nexts.get(anchor, ())}
        previous = {other for anchor in group for other in self.previous.get(anchor, ())}
        if nexts:
            yield f"(?={_class(nexts)})"
        if previous:
            yield f"(?<={_class(previous)}.)"


def find_anchors(drafts: Sequence[StageDraft], pause: Callable[[], None] = no_pause) -> Anchors:
    """Return the anchors of every exceptional phrase of the stages `drafts` in order.

    `pause` is called again and again, and may raise.
    """
    anchors = Anchors()
    plain: dict[str, str] = {}
    for draft in drafts:
        sources = _inverse(plain)
        keys = (*draft.exceptional(), *draft.deciding())
        _add_anchors(anchors, list(in_slices(keys, pause)), sources, pause)
        plain = _through(plain, draft)
    return anchors


def anchored(words: Iterable[str]) -> tuple[str, Mapping[str, Sequence[tuple[int, str]]]]:
    """Return an expression for the places where one of `words` may stand, and the words by what is found there.

    Each is found by its rarest character, and comes with the offset of that. Made in a twentieth of the time that
    `find_anchors` takes, and coarser.
    """
    anchors = Anchors()
    by_anchor: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for word in words:
        weights = {character: _weight_in_prose(character) for character in word}
        offset = min(range(len(word)), key=lambda place: weights[word[place]])
        by_anchor[word[offset]].append((offset, word))
        if len(word) == 1:
            anchors.alone.add(word)
        else:
            _add_pair(anchors, word, offset, weights, {})
    return anchors.pattern(split=False), by_anchor


def _add_anchors(
    anchors: Anchors, keys: Sequence[str], sources: Mapping[str, set[str]], pause: Callable[[], None]
) -> None:
    """Add the anchors of the phrases `keys`; `sources` has what each of their characters is in the source."""
    for key in keys:
        if len(key) == 1:
            anchors.alone |= sources.get(key, {key})
    phrases = sorted(_smallest(keys, pause), key=lambda key: (len(key), key))
    weights = {
        character: sum(map(_weight_in_prose, sources.get(character, {character})))
        for character in set("".join(phrases))
    }
    chosen = _hitting_set(phrases, weights)
    found: set[str] = set()
    for key in in_slices(phrases, pause):
        if any(key[start : start + 2] in found for start in range(len(key) - 1)):
            continue
        place = min(
            (index for index, character in enumerate(key) if character in chosen), key=lambda i: weights[key[i]]
        )
        found.add(_add_pair(anchors, key, place, weights, sources))


def _add_pair(
    anchors: Anchors, key: str, place: int, weights: Mapping[str, float], sources: Mapping[str, set[str]]
) -> str:
    """Add the anchor at `place` of `key` with the rarer of its neighbours; return the two in their order."""
    last = len(key) - 1
    with_next = place < last and (place == 0 or weights[key[place + 1]] <= weights[key[place - 1]])
    other = key[place + 1] if with_next else key[place - 1]
    side = anchors.nexts if with_next else anchors.previous
    for anchor, neighbour in product(sources.get(key[place], {key[place]}), sources.get(other, {other})):
        side[anchor].add(neighbour)
    return key[place : place + 2] if with_next else key[place - 1 : place + 1]


def _smallest(keys: Sequence[str], pause: Callable[[], None]) -> Iterator[str]:
    """Yield the keys of several characters that have no other key in them: where those are found, they are too."""
    known = set(keys)
    for key in in_slices(keys, pause):
        parts = (key[start:end] for start in range(len(key)) for end in range(start + 1, len(key) + 1))
        if len(key) > 1 and not any(part in known for part in parts if part != key):
            yield key


def _hitting_set(phrases: Sequence[str], weights: Mapping[str, float]) -> set[str]:
    """Return characters of which every phrase has one: greedily, always the one with most phrases per weight."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for index, phrase in enumerate(phrases):
        for character in phrase:
            holders[character].add(index)
    queue = [(-len(found) / weights[character], character) for character, found in holders.items()]
    heapq.heapify(queue)
    chosen: set[str] = set()
    while queue:
        promised, character = heapq.heappop(queue)
        worth = -len(holders[character]) / weights[character]
        if not worth:
            continue
        if worth > promised:  # some of its phrases have been hit since: it takes its place in the queue anew
            heapq.heappush(queue, (worth, character))
            continue
        chosen.add(character)
        for index in list(holders[character]):
            for other in phrases[index]:
                holders[other].discard(index)
    return chosen


def _inverse(plain: Mapping[str, str]) -> dict[str, set[str]]:
    """Return value -> the source characters that become it one by one; one that is missing comes from itself."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for source, value in plain.items():
        sources[value].add(source)
    for value in list(sources):
        if value not in plain:
            sources[value].add(value)
    return sources


def _through(plain: Mapping[str, str], draft: StageDraft) -> dict[str, str]:
    """Return what each character is one by one after the stage too."""
    single = {chr(key): value for key, value in draft.singles.items()}
    return single | {source: single.get(value, value) for source, value in plain.items()}


def _weight(anchors: Iterable[str]) -> float:
    return sum(map(_weight_in_prose, anchors))


def _class(characters: Iterable[str]) -> str:
    """Return the class of `characters`, to which all beyond the BMP belong if one does.

    `re` looks a character of the BMP up in a bitmap, but compares with those beyond one after the other.
    """
    members = set(characters)
    within = {character for character in members if character <= "\uffff"}
    beyond = "\U00010000-\U0010ffff" if members - within else ""
    return f"[{''.join(map(re.escape, sorted(within)))}{beyond}]"


def _weight_in_prose(character: str) -> float:
    """Return the weight of `character`, traditional or simplified: falling with its rank, never 0."""
    return _weights().get(character, 1.0)


@cache
def _weights() -> dict[str, float]:
    # By Zipf's law the share of a word falls with its rank; 400 makes the last of the list as light as the rest.
    ranked = {character: 1 + 400 / (rank + 1) for rank, character in enumerate(_COMMONEST)}
    traditional = {
        key: ranked[value]
        for key, values in read_dictionary("TSCharacters.txt").items()
        if (value := first_candidate(values)) in ranked
    }
    return ranked | traditional
