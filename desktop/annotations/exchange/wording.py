"""The few words that an export adds to the reader's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.values import Color

if TYPE_CHECKING:
    from collections.abc import Mapping


def _english_colors() -> Mapping[Color, str]:
    return MappingProxyType({color: color.value.capitalize() for color in Color})


@dataclass(frozen=True, slots=True)
class Wording:
    """Headings and labels, English unless the window gives its own.

    `count` says how many notes there are, "" to say nothing of it. `nobody` heads what an unnamed author wrote,
    `unplaced` the notes that have no place in the text any more.
    `separator` parts tags, `colon` a label from what follows.
    """

    question: str = "Question"
    author: str = "Author"
    quote: str = "Quote"
    source_quote: str = "Quote in the source"
    note: str = "Note"
    tags: str = "Tags"
    color: str = "Colour"
    created: str = "Created"
    modified: str = "Modified"
    start: str = "Start"
    end: str = "End"
    id: str = "ID"
    nobody: str = "Author unnamed"
    unplaced: str = "Without a place in the text"
    count: str = ""
    separator: str = ", "
    colon: str = ": "
    colors: Mapping[Color, str] = field(default_factory=_english_colors)


ENGLISH = Wording()
