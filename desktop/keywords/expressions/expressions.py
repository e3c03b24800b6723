"""Regular expressions that a reader types: found in either script, explained when bad, stopped in time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.keywords.expressions.expression_form import LARGEST, folded_expression
from desktop.slices import no_pause
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.keywords.finding import Searched, SearchedText, ShownText

_SECONDS = 1.0
"""How long an expression may compute, in seconds of the processor."""
_LINES_A_PAUSE = 200


class ExpressionFlawKind(StrEnum):
    """Why a regular expression can't be searched for."""

    UNCLOSED_GROUP = "unclosed-group"
    UNOPENED_GROUP = "unopened-group"
    UNCLOSED_SET = "unclosed-set"
    NOTHING_TO_REPEAT = "nothing-to-repeat"
    BAD_ESCAPE = "bad-escape"
    BAD_RANGE = "bad-range"
    BAD_REFERENCE = "bad-reference"
    BAD_PROPERTY = "bad-property"
    UNKNOWN_GROUP = "unknown-group"
    TOO_LARGE = "too-large"
    RUNAWAY = "runaway"
    OTHER = "other"


class ExpressionFlaw(NamedTuple):
    """Why an expression can't be searched for, and at which of its code points, counted from 0, that shows."""

    kind: ExpressionFlawKind
    offset: int = 0


class ExpressionError(ValueError):
    """Raised for an expression that can't be searched for; `flaw` says why."""

    def __init__(self, flaw: ExpressionFlaw) -> None:
        super().__init__(f"{flaw.kind.value} at {flaw.offset}")
        self.flaw = flaw


_KINDS = (
    ("missing )", ExpressionFlawKind.UNCLOSED_GROUP),
    ("unbalanced parenthesis", ExpressionFlawKind.UNOPENED_GROUP),
    ("unterminated character set", ExpressionFlawKind.UNCLOSED_SET),
    ("missing ]", ExpressionFlawKind.UNCLOSED_SET),
    ("repeat", ExpressionFlawKind.NOTHING_TO_REPEAT),
    ("escape", ExpressionFlawKind.BAD_ESCAPE),
    ("range", ExpressionFlawKind.BAD_RANGE),
    ("property", ExpressionFlawKind.BAD_PROPERTY),
    ("character name", ExpressionFlawKind.BAD_PROPERTY),
    ("missing >", ExpressionFlawKind.UNKNOWN_GROUP),
    ("extension", ExpressionFlawKind.UNKNOWN_GROUP),
    ("group name", ExpressionFlawKind.UNKNOWN_GROUP),
    ("inline flags", ExpressionFlawKind.UNKNOWN_GROUP),
    ("group", ExpressionFlawKind.BAD_REFERENCE),
)
"""What is in the library's message (in English), and which flaw that is; the first that fits holds."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression, ready to be searched for in folded text."""

    pattern: Any  # of `regex`, which is loaded when the first one is made

    def spans(self, line: str, seconds: float) -> Iterator[Span]:
        """Yield where it matches something in `line`, from left to right; TimeoutError after `seconds`."""
        for match in self.pattern.finditer(line, timeout=seconds, concurrent=True):
            if match.end() > match.start():
                yield Span(*match.span())


@lru_cache(maxsize=16)
def compiled(expression: str) -> Expression:
    r"""Return `expression` ready to be searched for. Raises ExpressionError for a bad one, and DictionaryError.

    The syntax is that of Python's `re`, with `\p{Han}` and the like. Letters match in either case, Han characters in
    either script, full width as half width.
    """
    import regex

    form = folded_expression(expression)
    if form.size > LARGEST:
        raise ExpressionError(ExpressionFlaw(ExpressionFlawKind.TOO_LARGE, 0))
    if form.strange is not None:
        raise ExpressionError(ExpressionFlaw(ExpressionFlawKind.UNKNOWN_GROUP, form.strange))
    try:
        return Expression(regex.compile(form.text, regex.IGNORECASE | regex.VERSION0))
    except regex.error as error:
        message, offset = str(getattr(error, "msg", "")), int(getattr(error, "pos", None) or 0)
        raise ExpressionError(_flaw(message, form.offset_of(offset))) from None
    except (RecursionError, OverflowError, ValueError):
        raise ExpressionError(ExpressionFlaw(ExpressionFlawKind.TOO_LARGE, 0)) from None


def find_expression(
    searched: Searched, expression: str, pause: Callable[[], None] = no_pause, seconds: float = _SECONDS
) -> list[Span]:
    """Return where `expression` matches in the source of `searched`, each within a line of it, in text order.

    Matches are from left to right and don't overlap; one of no characters is none. As `find_in` does, this goes by
    what is written, then by what is shown otherwise. `pause` is called again and again, and may raise. Raises
    ExpressionError for a bad expression, and for one that computes for longer than `seconds`; and DictionaryError.
    """
    from desktop.keywords.finding import united

    wanted = compiled(expression)
    found = list(_places(wanted, searched.written, searched.written.seen.to_source, pause, seconds))
    for shown in searched.shown:
        found = united(found, _places(wanted, shown, shown.to_source, pause, seconds))
    return found


def _places(
    wanted: Expression,
    text: SearchedText | ShownText,
    to_source: Callable[[Span], Span | None],
    pause: Callable[[], None],
    seconds: float,
) -> Iterator[Span]:
    from time import process_time

    lines = text.folded.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    last = process_time() + seconds
    for number, (line, start) in enumerate(zip(lines, starts, strict=False)):
        if number % _LINES_A_PAUSE == 0:
            pause()
        if not line:
            continue
        try:
            for span in wanted.spans(line, max(last - process_time(), 0.001)):
                place = to_source(span.shifted(start))
                if place is not None:
                    yield place
        except (TimeoutError, MemoryError):
            raise ExpressionError(ExpressionFlaw(ExpressionFlawKind.RUNAWAY)) from None


def _flaw(message: str, offset: int) -> ExpressionFlaw:
    kinds = (kind for words, kind in _KINDS if words in message)
    return ExpressionFlaw(next(kinds, ExpressionFlawKind.OTHER), offset)
