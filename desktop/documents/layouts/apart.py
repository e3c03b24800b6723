"""The layout of threads whose authors' names stand apart: short lines with blank lines around them.

No list of names is used. What is apart differs from thread to thread, so the text's own habit is worked out: how many
blank lines part its paragraphs, and whether the lines that could be names have more, as many or fewer of them above
and below. The habit that explains most names wins; one that tells names from paragraphs counts for more.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.layouts.facts import bare_name
from desktop.documents.layouts.outline import Heading, Outline, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_LONGEST_NAME = 20
_LONGEST_BY_HABIT = 30
_LONGEST_WITH_FACTS = 60
_USUAL_GAP = 1
_FEW_LINES = 2_000
"""Among more lines, names that look like none are too few to pass for what is usual: 9 of 553 in one forum."""
# Sentences, speakers (`特朗普:`), quotations, titles of works, list numbers and addresses are no names.
_NO_NAME = re.compile(r"[，。！？；：、…,!?;:“”「」『』《》〈〉【】\"]|\.$|^[\d\W_]+$|^(?:[-*+>]|\d+[.)]|www\.)")


# What no name is even where a thread's clear habit says so: sentences with a stop or a comma, what a speaker's colon
# introduces, quotations, marks alone.
_NO_NAME_BY_HABIT = re.compile(
    r"[\n。，；、“”「」『』《》〈〉【】\"]|[：:…]$|^[\W_]+$|^(?:[-*+>]|\d+[.)]|#{1,6}\s|www\.|https?:)"
)


class _Habit(NamedTuple):
    """How names stand among paragraphs that `gap` blank lines part.

    `wider_above`: more blank lines than that precede a name, else it is enough that any do. `below`: the blank lines
    after a name are fewer (-1), as many (0) or more (1).
    """

    gap: int
    wider_above: bool
    below: int

    def fits(self, above: int, below: int) -> bool:
        """Tell whether a line with so many blank lines around it is where a name would be."""
        return above > (self.gap if self.wider_above else 0) and _compare(below, self.gap) == self.below

    @property
    def weight(self) -> int:
        """What a name found by this habit counts for: each side on which it differs from a paragraph doubles it."""
        return (2 if self.wider_above else 1) * (2 if self.below else 1)


def set_apart(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of a text whose authors' names stand apart, None when there are none.

    One name alone is believed right below the title only. Where the names found by what they look like show a clear
    habit, whatever else stands so and may be one is a name, too.
    """
    likely = [_could_be_name(line) for line in lines]
    gaps = {_paragraph_gap(lines, likely): True}
    if len(lines) <= _FEW_LINES:
        # Names that look like none pass for paragraphs: what is between lines that are longer may tell more.
        gaps[_paragraph_gap(lines, [len(line[0]) <= _LONGEST_BY_HABIT for line in lines])] = True
    habits = [_Habit(gap, wider, below) for gap in gaps for wider in (True, False) for below in (1, -1, 0)]
    found = ((habit, _names(lines, likely, habit)) for habit in habits)
    believed = [(habit, names) for habit, names in found if len(names) > 1 or names == [1]]
    if not believed:
        return None
    habit, best = max(believed, key=lambda item: (item[0].weight * len(item[1]), len(item[1])))
    if _is_clear(lines, habit, best):
        best = _names(lines, _with_odd_names(lines, likely, habit), habit)
    authors = tuple(Heading.naming(number, lines[number]) for number in best)
    return Outline(title_of(lines, authors), authors)


def _with_odd_names(lines: Sequence[TextLine], likely: Sequence[bool], habit: _Habit) -> Sequence[bool]:
    """Return which lines could be names where `habit` says so, too; the first line may be a title that looks odd."""
    odd = list(likely)
    least = habit.gap if habit.wider_above else 0
    apart = [number for number, line in enumerate(lines) if line[2] > least and len(line[0]) <= _LONGEST_WITH_FACTS]
    for number in {1, *apart} - {0}:
        if not likely[number]:
            odd[number] = _stands_so(lines, number, habit) and may_be_name(lines[number])
    return odd


def _could_be_name(line: TextLine) -> bool:
    return len(line.text) <= _LONGEST_NAME and not _NO_NAME.search(line.text)


def may_be_name(line: TextLine) -> bool:
    """Tell whether a line that stands as names do may be one: short, and no sentence."""
    name = line.text
    if _NO_NAME_BY_HABIT.search(name):
        return False
    return len(name) <= _LONGEST_BY_HABIT or len(bare_name(name).name) <= _LONGEST_BY_HABIT


def _is_clear(lines: Sequence[TextLine], habit: _Habit, names: Sequence[int]) -> bool:
    """Tell whether `habit` sets names off so well that it says more than what a name looks like.

    Either both sides of a name differ from those of a paragraph, or one does and hardly any paragraph stands so.
    """
    if habit.weight == 1:
        return False
    if habit.weight == 4:
        return True
    others = sum(len(line.text) > _LONGEST_BY_HABIT and habit.fits(line.above, line.below) for line in lines[2:-1])
    return len(names) > 2 and others * 4 <= len(names)


def _paragraph_gap(lines: Sequence[TextLine], likely: Sequence[bool]) -> int:
    """Return how many blank lines the text has between paragraphs most often; one where it never has two in a row."""
    body = zip(lines[1:], likely[1:], likely[2:], strict=False)
    gaps = Counter([line[3] for line, short, short_too in body if not (short or short_too)])
    return max(sorted(gaps), key=gaps.__getitem__, default=_USUAL_GAP)


def _names(lines: Sequence[TextLine], likely: Sequence[bool], habit: _Habit) -> list[int]:
    """Return the numbers of the lines that are names by `habit`, those without words below them left out.

    Of lines in a row that fit, the last is the name. Where the habit tells names from paragraphs, the one before the
    last is then somebody's short answer, and the one before that a name again.
    """
    fitting = [number for number in range(len(lines) - 1) if likely[number] and _stands_so(lines, number, habit)]
    kept: set[int] = set()
    followers = kept if habit.weight > 1 else set(fitting)
    for number in reversed(fitting):
        if number + 1 not in followers:
            kept.add(number)
    return sorted(kept)


def _stands_so(lines: Sequence[TextLine], number: int, habit: _Habit) -> bool:
    """Tell whether the line is where `habit` has its names; nothing need set the first name off from the title.

    The first line itself can be a name too, where a title would have one blank line below.
    """
    line = lines[number]
    if number == 0:
        apart = line.below == 0 or (line.below > 1 and habit.below > 0)
        return apart and habit.fits(habit.gap + 1, line.below)
    return habit.fits(habit.gap + 1 if number == 1 else line.above, line.below)


def _compare(count: int, other: int) -> int:
    """Return -1, 0 or 1 as `count` is less than, equal to or greater than `other`."""
    return (count > other) - (count < other)
