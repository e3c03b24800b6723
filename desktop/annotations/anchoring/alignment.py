"""What two versions of a text have in common, and where a passage of the old one stands in the new one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_INSERTION = 20
"""A passage falls apart when as many new code points come into it at one place as it has, or as many as these."""

_STRAY = 2
"""The fewest code points that are looked for by themselves beside the rest of their passage."""


class SharedRun(NamedTuple):
    """`length` code points that are the same in both texts, from `old` in one and from `new` in the other."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where the run ends in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where the run ends in the new text."""
        return self.new + self.length


class Image(NamedTuple):
    """Where most of a passage stands in the new text.

    `kept` are the code points of it that were kept there, `held` those of all the runs that it lies in.
    """

    span: Span
    kept: int
    held: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs that were kept between two texts, in place or moved, never touching a code point twice.

    `by_old` and `by_new` are the same runs in the order of either text. What lies in no run was deleted or is new,
    or it is in one of `doubts`, which the texts share as well, perhaps by chance; `longest` is the longest of these.
    """

    old: str
    new: str
    by_old: tuple[SharedRun, ...]
    by_new: tuple[SharedRun, ...]
    doubts: tuple[SharedRun, ...]
    longest: int

    @classmethod
    def of(cls, old: str, new: str, runs: Iterable[SharedRun], doubts: Iterable[SharedRun] = ()) -> Alignment:
        """Return the alignment of `old` and `new` by `runs`, in whatever order they and the `doubts` come."""
        by_old, in_doubt = tuple(sorted(runs)), tuple(sorted(doubts))
        longest = max((run.length for run in in_doubt), default=0)
        return cls(old, new, by_old, tuple(sorted(by_old, key=_NEW)), in_doubt, longest)

    def inherited(self, span: Span) -> int:
        """Return how many code points of `span`, in the new text, come from the old one."""
        return sum(
            min(span.end, run.new_end) - max(span.start, run.new) for _, run in _under(self.by_new, span, _NEW)
        )

    def image(self, span: Span) -> Image | None:
        """Return where most of `span` of the old text stands in the new one; None when nothing of it was kept.

        Text inserted at one of its ends stays outside; what replaced its first or last words belongs to it, in
        proportion where the replacement reaches beyond the end.
        """
        groups = self._groups(span) if span else ()
        largest = max(groups, key=lambda group: self._kept(span, group), default=None)
        return self._image(span, largest) if largest else None

    def doubtful(self, span: Span) -> list[Span]:
        """Return where half of `span` or more may have gone, but may as well have not, most of it first."""
        kept: Counter[int] = Counter()
        first = bisect_right(self.doubts, span.start - self.longest, key=_OLD)
        for run in self.doubts[first:]:
            if run.old >= span.end:
                break
            kept[run.new - run.old] += max(0, min(span.end, run.old_end) - max(span.start, run.old))
        ends = [(span.start + by, span.end + by) for by, count in kept.most_common() if 2 * count >= len(span)]
        return [Span(max(0, start), min(len(self.new), end)) for start, end in ends]

    def _groups(self, span: Span) -> list[list[int]]:
        """Return the runs under `span`, by index, in groups that have stayed together."""
        groups: list[list[int]] = []
        for index, run in _under(self.by_old, span, _OLD):
            if groups and 0 <= run.new - self.by_old[index - 1].new_end < max(_INSERTION, len(span)):
                groups[-1].append(index)
            else:
                groups.append([index])
        return groups

    def _kept(self, span: Span, group: Sequence[int]) -> int:
        return sum(min(span.end, self.by_old[i].old_end) - max(span.start, self.by_old[i].old) for i in group)

    def _image(self, span: Span, group: Sequence[int]) -> Image:
        first, last = self.by_old[group[0]], self.by_old[group[-1]]
        start, end = max(span.start, first.old), min(span.end, last.old_end)
        before = self._same_before(start, first.new + start - first.old, span.start)
        after = self._same_after(end, last.new + end - last.old, span.end)
        kept = self._kept(span, group) + before + after
        start, end = start - before, end + after
        there = Span(first.new + start - first.old, last.new + end - last.old)
        ahead = self._strayed(Span(span.start, start), max(0, there.start - _reach(start - span.start)), there.start)
        behind = self._strayed(Span(end, span.end), there.end, there.end + _reach(span.end - end))
        lost = 0 if before else start - span.start, 0 if after else span.end - end
        whole = Span(
            ahead.start if ahead else there.start - _share(lost[0], *self._gap(group[0])),
            behind.end if behind else there.end + _share(lost[1], *self._gap(group[-1] + 1)),
        )
        kept += sum(len(stray) for stray in (ahead, behind) if stray)
        return Image(whole, kept, sum(self.by_old[i].length for i in group))

    def _strayed(self, words: Span, start: int, end: int) -> Span | None:
        """Return where the lost first or last `words` of a passage stand in the new text from `start` to `end`.

        An insertion has parted them from the rest. Too short to be a run, they are known by standing so near and
        having no other counterpart.
        """
        found = self.new.find(words.of(self.old), start, end) if len(words) >= _STRAY else -1
        there = Span(found, found + len(words)) if found >= 0 else None
        return there if there and not self.inherited(there) else None

    def _same_before(self, old: int, new: int, limit: int) -> int:
        """Return how many code points before `old`, down to `limit`, are the same before `new`.

        Where a sentence has moved, its first or last characters may have been told of another's.
        """
        count = 0
        while old - count > limit and new > count and self.old[old - count - 1] == self.new[new - count - 1]:
            count += 1
        return count

    def _same_after(self, old: int, new: int, limit: int) -> int:
        """Return how many code points from `old`, up to `limit`, are the same from `new` on."""
        count = 0
        while old + count < limit and new + count < len(self.new) and self.old[old + count] == self.new[new + count]:
            count += 1
        return count

    def _gap(self, index: int) -> tuple[int, int]:
        """Return how many old and how many new code points lie before run `index`; none at the ends of the texts."""
        if not 0 < index < len(self.by_old):
            return 0, 0
        before, after = self.by_old[index - 1], self.by_old[index]
        return after.old - before.old_end, after.new - before.new_end


_OLD: Callable[[SharedRun], int] = attrgetter("old")
_NEW: Callable[[SharedRun], int] = attrgetter("new")


def _under(
    runs: Sequence[SharedRun], span: Span, side: Callable[[SharedRun], int]
) -> Iterator[tuple[int, SharedRun]]:
    """Yield the runs that share code points with `span` on one side, in the order of which they are, with indices."""
    index = max(0, bisect_right(runs, span.start, key=side) - 1)
    while index < len(runs) and side(runs[index]) < span.end:
        if side(runs[index]) + runs[index].length > span.start:
            yield index, runs[index]
        index += 1


def _reach(lost: int) -> int:
    """Return how far from the rest of a passage `lost` code points of it are looked for."""
    return _INSERTION + lost


def _share(lacking: int, old: int, new: int) -> int:
    """Return the part of a gap's `new` code points that stands for `lacking` of its `old` ones.

    A gap that grew to more than twice its size is an insertion rather than a replacement: nothing of it is taken.
    """
    return round(new * min(1.0, lacking / old)) if lacking and old and 0 < new <= 2 * old + 2 else 0
