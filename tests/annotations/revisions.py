"""Real threads, edited at random as people edit them, with the true place of every character kept all along.

A text is a list of cells: a character, and where it stood in the old text, None for what is new. Near-duplicates are
planted before: sentences of one author in another's answer, word for word or a character or two apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations import make_anchor
from desktop.documents import open_document
from desktop.paths import seeds
from desktop.script import convert
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from desktop.annotations import Anchor

_SENTENCE = re.compile(r"[^\n。！？!?]{6,}[。！？!?]?")
_LINE = re.compile(r"[^\n]+\n*")
_NEWLY = None


class Cell(NamedTuple):
    """A character and its place in the old text."""

    character: str
    origin: int | None


Cells = list[Cell]


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a quote truly is: from the first of its characters that survived together to the last.

    Either end may differ by its slack, because characters there are gone.
    """

    span: Span
    start_slack: int
    end_slack: int


@dataclass(frozen=True, slots=True)
class Revision:
    """An old text with anchors on it, the new text, and the truth about each anchor.

    `truths` are the answers that count as right: where text came in between, with what lies beyond it or without;
    none when less than half of the quote survived in one place. `remains` are its characters, wherever they are.
    """

    profile: str
    old: str
    new: str
    anchors: tuple[Anchor, ...]
    truths: tuple[tuple[Truth, ...], ...]
    remains: tuple[frozenset[int], ...]


def _sentences(cells: Cells) -> list[Span]:
    return [Span(*match.span()) for match in _SENTENCE.finditer(_text(cells))]


def _lines(cells: Cells) -> list[Span]:
    return [Span(*match.span()) for match in _LINE.finditer(_text(cells)) if len(match.group().strip()) > 20]


def _text(cells: Cells) -> str:
    return "".join(cell.character for cell in cells)


def _new(text: str) -> Cells:
    return [Cell(character, _NEWLY) for character in text]


def retyped(cells: Cells, random: Random) -> None:
    """Replace one to four characters by others of the text."""
    start, size = random.randrange(len(cells)), random.randint(1, 4)
    there = cells[start : start + size]
    cells[start : start + size] = [
        cell if cell.character == "\n" else Cell(_letter(cells, random), _NEWLY) for cell in there
    ]


def cut(cells: Cells, random: Random) -> None:
    """Delete one to six characters."""
    start = random.randrange(len(cells))
    cells[start : start + random.randint(1, 6)] = []


def typed(cells: Cells, random: Random) -> None:
    """Insert one to twelve characters in a row that stand elsewhere too."""
    source, start = random.randrange(len(cells)), random.randrange(len(cells))
    cells[start:start] = _new(_text(cells)[source : source + random.randint(1, 12)].replace("\n", ""))


def sentence_deleted(cells: Cells, random: Random) -> None:
    """Delete a sentence."""
    span = random.choice(_sentences(cells))
    cells[span.start : span.end] = []


def sentence_moved(cells: Cells, random: Random) -> None:
    """Cut a sentence and paste it before another."""
    _move(cells, random.choice(_sentences(cells)), _sentences, random)


def sentence_copied(cells: Cells, random: Random) -> None:
    """Paste a copy of a sentence before another, as one who quotes; a character may differ."""
    span = random.choice(_sentences(cells))
    copy = _new(span.of(_text(cells)))
    if random.random() < 0.5:
        retyped(copy, random)
    start = random.choice(_sentences(cells)).start
    cells[start:start] = copy


def line_deleted(cells: Cells, random: Random) -> None:
    """Delete a paragraph."""
    span = random.choice(_lines(cells))
    cells[span.start : span.end] = []


def line_moved(cells: Cells, random: Random) -> None:
    """Cut a paragraph and paste it before another."""
    _move(cells, random.choice(_lines(cells)), _lines, random)


def line_typed(cells: Cells, random: Random) -> None:
    """Insert a paragraph made of sentences that stand elsewhere, cut short and joined."""
    words = [span.of(_text(cells))[: random.randint(4, 20)] for span in random.sample(_sentences(cells), 6)]
    start = random.choice(_lines(cells)).start
    cells[start:start] = _new("，".join(words) + "。\n\n")


def answers_reordered(cells: Cells, random: Random) -> None:
    """Cut the text at a few paragraphs into parts and shuffle those, as another export would sort it."""
    edges = sorted(span.start for span in random.sample(_lines(cells), 4))
    parts = [cells[a:b] for a, b in zip([0, *edges], [*edges, len(cells)], strict=True)]
    random.shuffle(parts)
    cells[:] = [cell for part in parts for cell in part]


def reencoded(cells: Cells, random: Random) -> None:
    """Put the text into the other script."""
    text = _text(cells)
    config = "s2tw" if text.count("们") > text.count("們") else "tw2s"
    result: Cells = []
    for source, display in (aligned := convert(text, config)).segments():
        origins = [cell.origin for cell in cells[source.start : source.end]]
        origins = origins if len(origins) == len(display) else [origins[0]] + [None] * (len(display) - 1)
        result += map(Cell, display.of(aligned.text), origins)
    cells[:] = result


def rewrapped(cells: Cells, random: Random) -> None:
    """Break lines every 40 characters, as a mail program would."""
    result: Cells = []
    column = 0
    for cell in cells:
        result.append(cell)
        column = 0 if cell.character == "\n" else column + 1
        if column == 40:
            result.append(Cell("\n", _NEWLY))
            column = 0
    cells[:] = result


def indented(cells: Cells, random: Random) -> None:
    """Put two ideographic spaces before every paragraph."""
    for span in reversed(_lines(cells)):
        cells[span.start : span.start] = _new("\u3000\u3000")


def _letter(cells: Cells, random: Random) -> str:
    return random.choice(cells).character.replace("\n", "，")


def _move(cells: Cells, span: Span, units: Callable[[Cells], list[Span]], random: Random) -> None:
    moved = cells[span.start : span.end]
    cells[span.start : span.end] = []
    start = random.choice(units(cells)).start
    cells[start:start] = moved


Edit = tuple["Callable[[Cells, Random], None]", float]
"""An edit, and how often it is made per 1,000 characters; 0: once."""

_TOUCHES: tuple[Edit, ...] = ((retyped, 3), (cut, 2), (typed, 2))
_SENTENCES: tuple[Edit, ...] = ((sentence_deleted, 1), (sentence_moved, 0.7), (sentence_copied, 0.7))
PROFILES: dict[str, tuple[Edit, ...]] = {
    "touched up": (*_TOUCHES, (sentence_deleted, 0.5), (sentence_copied, 0.5)),
    "rewritten": (
        *((edit, 6 * often) for edit, often in _TOUCHES),
        *_SENTENCES,
        (line_deleted, 0.5),
        (line_typed, 0.5),
    ),
    "rearranged": (*_TOUCHES, *_SENTENCES, (sentence_moved, 1), (line_moved, 1)),
    "reordered": ((answers_reordered, 0), *_TOUCHES, (sentence_deleted, 1)),
    "re-encoded": ((reencoded, 0), *_TOUCHES, *_SENTENCES),
    "rewrapped": ((rewrapped, 0), *_TOUCHES, *_SENTENCES),
    "indented": ((indented, 0), *_TOUCHES, *_SENTENCES, (line_deleted, 0.5), (line_typed, 0.5)),
}


def threads() -> list[str]:
    """Return the texts to revise: each seed, and both as one."""
    texts = [open_document(path).text for path in seeds()]
    return [*texts, "\n\n\n".join(texts)]


def revise(text: str, profile: str, count: int, random: Random) -> Revision:
    """Return a revision of `text` by the edits of `profile`, with `count` anchors."""
    old, planted = _with_duplicates(text, random)
    spans = [_span(old, planted, random) for _ in range(count)]
    cells = [Cell(character, index) for index, character in enumerate(old)]
    for edit, often in PROFILES[profile]:
        for _ in range(round(often * len(old) / 1000) if often else 1):
            edit(cells, random)
    places = {cell.origin: place for place, cell in enumerate(cells) if cell.origin is not None}
    remains = [frozenset(places[i] for i in range(span.start, span.end) if i in places) for span in spans]
    return Revision(
        profile,
        old,
        _text(cells),
        tuple(make_anchor(old, span, "old") for span in spans),
        tuple(_truths(span, places) for span in spans),
        tuple(remains),
    )


def _with_duplicates(text: str, random: Random) -> tuple[str, list[Span]]:
    """Return `text` with sentences planted in other places, and where these sentences and their models now are."""
    cells = [Cell(character, index) for index, character in enumerate(text)]
    models: list[Span] = []
    for _ in range(max(3, len(text) // 300)):
        sentences = _sentences(cells)
        index = random.randrange(len(sentences) - 1)
        span = random.choice((sentences[index], Span(sentences[index].start, sentences[index + 1].end)))
        copy = _new(span.of(_text(cells)))
        for _ in range(random.randint(0, 2)):
            copy[random.randrange(len(copy))] = Cell(_letter(cells, random), _NEWLY)
        models.append(span)
        start = random.choice(sentences).start
        models = [_pushed(model, start, len(copy)) for model in models] + [Span(start, start + len(copy))]
        cells[start:start] = copy
    return _text(cells), models


def _pushed(span: Span, start: int, by: int) -> Span:
    """Return `span` after `by` characters were inserted at `start`."""
    return span if span.end <= start else span.shifted(by) if span.start >= start else Span(span.start, span.end + by)


def _span(text: str, planted: list[Span], random: Random) -> Span:
    """Return a passage of 2 to 80 characters within a line, two of five on what was planted or its model."""
    while True:
        around = random.choice(planted) if random.random() < 0.4 else Span(0, len(text))
        start = random.randrange(around.start, around.end)
        size = random.choice((random.randint(2, 8), random.randint(5, 30), random.randint(20, 80)))
        words = text[start : start + size].partition("\n")[0].rstrip()
        if len(words) >= 2 and not words[0].isspace():
            return Span(start, start + len(words))


def _truths(span: Span, places: dict[int, int]) -> tuple[Truth, ...]:
    """Return where most of `span` went, given where each old character is now."""
    found = (_truth(span, places, reach) for reach in (20, len(span)))
    return tuple(dict.fromkeys(truth for truth in found if truth))


def _truth(span: Span, places: dict[int, int], reach: int) -> Truth | None:
    """Return where most of `span` went, characters up to `reach` apart counting as together."""
    groups: list[list[int]] = []
    for origin in range(span.start, span.end):
        if origin not in places:
            continue
        if groups and 0 < places[origin] - places[groups[-1][-1]] <= reach:
            groups[-1].append(origin)
        else:
            groups.append([origin])
    largest = max(groups, key=len) if groups else []
    if 2 * len(largest) < len(span):
        return None
    lost = largest[0] - span.start, span.end - 1 - largest[-1]
    slack = [2 + 2 * count if count else 0 for count in lost]
    return Truth(Span(places[largest[0]], places[largest[-1]] + 1), *slack)
