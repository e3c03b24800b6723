"""Where every character of a conversion comes from, found by brute force: the slow twin of the alignment.

Every stage is played as it is described: cut out the longest key, leftmost first, then do the same on either side.
Every character is a node, every replacement links the characters it exchanges, and what hangs together in the end,
across all stages, is one stretch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise, product
from math import inf
from typing import TYPE_CHECKING

from desktop.script import Edition, load_tables
from desktop.script.names.local import name_places, settled_at
from desktop.script.tables.contexts import contexts, usual_forms
from desktop.script.tables.editions import Rule, read_chain
from desktop.segmentation import default_segmenter
from tests.script.reference import cutting_stage, stage_dictionaries

if TYPE_CHECKING:
    from collections.abc import Iterator

Dictionaries = list[dict[str, str]]
Node = tuple[int, int]


def stretches(
    piece: str, config: str, edition: Edition = Edition.REIMPLEMENTED
) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Return `piece` (no separators in it) converted, and its stretches of unequal length as (s0, s1, d0, d1)."""
    if read_chain(config, edition).rule is Rule.BY_WORDS:
        return _stretches_by_words(piece, config, edition)
    groups: dict[Node, set[Node]] = {}
    play = _played if edition is Edition.REIMPLEMENTED else _played_forwards
    stages, cutting = stage_dictionaries(config, edition), cutting_stage(config, edition)
    segments, level = [piece], 0
    for rank, dictionaries in enumerate(stages):
        if rank == cutting:
            segments = list(_segments(piece, dictionaries))
            continue
        offset = position = 0
        played = [list(play(segment, dictionaries)) for segment in segments]
        for key, value in (word for words in played for word in words):
            for source, display in _links(key, value, dictionaries):
                _join(groups, (level, position + source), (level + 1, offset + display))
            position, offset = position + len(key), offset + len(value)
        segments, level = ["".join(value for _, value in words) for words in played], level + 1
        piece = "".join(segments)
    return piece, sorted(_unequal(groups, level))


def _stretches_by_words(piece: str, config: str, edition: Edition) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Return what `stretches` does, for the rule that goes by words."""
    groups: dict[Node, set[Node]] = {}
    edges = _word_edges(piece)
    links = read_chain(config, edition).links
    for level, (link, dictionaries) in enumerate(zip(links, stage_dictionaries(config, edition), strict=True)):
        forms = _forms_decided(piece, edges, link.contexts) if link.contexts else {}
        usual = [dict(usual_forms())] if link.contexts else []
        played: list[tuple[str, str]] = list(
            _played_by_words(piece, [*dictionaries[:-1], *usual, dictionaries[-1]], edges, forms)
        )
        position = offset = 0
        moved = set[int]()
        for key, value in played:
            for source, display in _links(key, value, dictionaries):
                _join(groups, (level, position + source), (level + 1, offset + display))
            for inside in range(len(key)):
                first = min(display for source, display in _links(key, value, dictionaries) if source == inside)
                moved |= {offset + first} if position + inside in edges else set()
            position, offset = position + len(key), offset + len(value)
        piece = "".join([value for _, value in played])
        edges = moved | {offset}
    return piece, sorted(_unequal(groups, len(links)))


def _word_edges(piece: str) -> set[int]:
    """Return where words of `piece` begin or end: jieba's, run by run."""
    edges = set(range(len(piece) + 1))
    for run in re.finditer(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+", piece):
        edges -= set(range(run.start(), run.end()))
        edges |= {run.start() + word.start for word in default_segmenter().words(run[0])}
    return edges


def _forms_decided(piece: str, edges: set[int], config: str) -> dict[int, tuple[str, float]]:
    """Return the form of each character that names or contexts decide, and how long a phrase must be to know better.

    What a name is, is not what is held against brute force here: it is asked.
    """
    tables = load_tables("s2tw", Edition.BAIJIA)
    given = bytes(int(place in edges) for place in range(len(piece) + 1))
    names = settled_at(piece, name_places(piece), given, tables.lexicon)
    return _forms_by_contexts(piece, edges, config) | {
        place: (one.form, one.outdone_by) for place, one in names.items()
    }


def _forms_by_contexts(piece: str, edges: set[int], config: str) -> dict[int, tuple[str, float]]:
    """Return the form of each character that a context decides, and how long a phrase has to be to know better.

    That is the longest context; of those a whole word, then the leftmost.
    """
    found: dict[int, tuple[int, bool, int, str, float]] = {}
    for words, (offset, form, needed, firm, _) in contexts(config).items():
        if words not in piece:
            continue
        for start in range(len(piece)):
            if piece.startswith(words, start) and edges >= {start + edge for edge in needed}:
                place, end = start + offset, start + len(words)
                whole = {start, end} <= edges or not edges & set(range(start + 1, end))
                context = (len(words), whole, -start, form, inf if firm else len(words) + whole)
                found[place] = max(found.get(place, (0, False, 0, "", 0)), context)
    return {place: (form, least) for place, (*_, form, least) in found.items()}


def _played_by_words(
    piece: str, dictionaries: Dictionaries, edges: set[int], forms: dict[int, tuple[str, float]]
) -> Iterator[tuple[str, str]]:
    """Yield (key, value) in text order: at each place the first dictionary that has a key which the words allow."""
    start = 0
    while start < len(piece):
        key, value = piece[start], forms.get(start, (piece[start], 0))[0]
        for entries, end in product(dictionaries, range(min(len(piece), start + 30), start, -1)):
            word = piece[start:end]
            if word in entries and _may_stand(start, entries[word].split(" ")[0], end, edges, forms):
                key, value = word, entries[word].split(" ")[0]
                break
        yield key, value
        start += len(key)


def _may_stand(start: int, value: str, end: int, edges: set[int], forms: dict[int, tuple[str, float]]) -> bool:
    if not {start, end} <= edges and edges & set(range(start + 1, end)):
        return False
    size = end - start
    decided = {place - start: form for place, (form, least) in forms.items() if start <= place < end and size < least}
    return not decided or (len(value) == size and all(value[i] == form for i, form in decided.items()))


def _played(piece: str, dictionaries: Dictionaries) -> Iterator[tuple[str, str]]:
    """Yield (key, value) in text order; what no dictionary has comes as (character, character)."""
    for rank, entries in enumerate(dictionaries):
        for length in range(min(len(piece), 20), 0, -1):
            for start in range(len(piece) - length + 1):
                key = piece[start : start + length]
                if key in entries:
                    # To the left and the right, this dictionary goes on before the next one has its turn.
                    yield from _played(piece[:start], dictionaries[rank:])
                    yield key, entries[key].split(" ")[0]
                    yield from _played(piece[start + length :], dictionaries[rank:])
                    return
    yield from ((character, character) for character in piece)


def _played_forwards(piece: str, dictionaries: Dictionaries) -> Iterator[tuple[str, str]]:
    """Yield (key, value) in text order by OpenCC's own rule: at each place the first dictionary, its longest key."""
    while piece:
        key = _first_key(piece, dictionaries) or piece[0]
        entry = next((entries[key] for entries in dictionaries if key in entries), key)
        yield key, entry.split(" ")[0]
        piece = piece[len(key) :]


def _first_key(piece: str, dictionaries: Dictionaries) -> str:
    prefixes = [piece[:length] for length in range(min(len(piece), 30), 0, -1)]
    return next((prefix for entries in dictionaries for prefix in prefixes if prefix in entries), "")


def _segments(piece: str, dictionaries: Dictionaries) -> Iterator[str]:
    """Yield the words that the cutting dictionaries know, and what is between them in one piece."""
    between = ""
    while piece:
        key = _first_key(piece, dictionaries)
        if key and between:
            yield between
        if key:
            yield key
        between = "" if key else between + piece[0]
        piece = piece[len(key) or 1 :]
    if between:
        yield between


def _links(key: str, value: str, dictionaries: Dictionaries) -> Iterator[tuple[int, int]]:
    """Yield which character of `key` is exchanged for which of `value`; the core is never empty."""
    plain = [_single(character, dictionaries) for character in key]
    size, wide = len(key), len(value)
    if size == wide:
        yield from zip(range(size), range(size), strict=True)
        return
    head = 0
    while head < min(size, wide) - 1 and plain[head] == value[head]:
        yield head, head
        head += 1
    while min(size, wide) - 1 > head and plain[size - 1] == value[wide - 1]:
        size, wide = size - 1, wide - 1
        yield size, wide
    yield from ((i, j) for i in range(head, size) for j in range(head, wide))


def _single(character: str, dictionaries: Dictionaries) -> str:
    """Return what `character` is exchanged for by itself, if that is one character too."""
    value = next((entries[character] for entries in dictionaries if character in entries), character).split(" ")[0]
    return value if len(value) == 1 else character


def _join(groups: dict[Node, set[Node]], first: Node, second: Node) -> None:
    joined = groups.get(first, {first}) | groups.get(second, {second})
    for node in joined:
        groups[node] = joined


def _unequal(groups: dict[Node, set[Node]], last: int) -> Iterator[tuple[int, int, int, int]]:
    for group in {id(group): group for group in groups.values()}.values():
        places: defaultdict[int, list[int]] = defaultdict(list)
        for level, position in sorted(group):
            places[level].append(position)
        source, display = places[0], places[last]
        assert all(right - left == 1 for side in (source, display) for left, right in pairwise(side))
        if len(source) != len(display):
            yield source[0], source[-1] + 1, display[0], display[-1] + 1
