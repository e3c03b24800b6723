"""A half-open range of code points, the one way in which this app keeps a position."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points `start` up to but not including `end`.

    Raises ValueError unless 0 <= start <= end. Spans sort in text order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Tell whether the span covers anything; a caret is a span of length 0."""
        return self.end > self.start

    def of(self, text: str) -> str:
        """Return the words of `text` under this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside; an empty span may touch either end."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether at least one code point is shared."""
        return self.start < other.end and other.start < self.end

    def intersection(self, other: Span) -> Span | None:
        """Return the shared code points, or None where there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def shifted(self, offset: int) -> Span:
        """Return this span moved by `offset` code points; ValueError if it would start before 0."""
        return Span(self.start + offset, self.end + offset)
