"""Where a line of the page is stretched to the full measure, and by how much: between Han characters and at blanks.

Qt's own justification gives all that is left over to the blanks of a line, or, where it has none, to every gap
between two letters: "Version   1.4.2", "h t t p s". Here Latin words and numbers stay as they are. What is left over
is shared out evenly; where that would tear holes into the line, it stays ragged.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from desktop.script import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

# The Japanese rules of composition (JIS X 4051, W3C's "Requirements for Japanese Text Layout", 3.8.4) widen a gap
# between two characters by a quarter of an em at most, and a blank of a quarter of an em to half of one or, by 4051's
# last resort, three quarters. "Requirements for Chinese Text Layout" names no figures.
_MOST_PER_HAN_EM = 0.25
_MOST_PER_BLANK_EM = 0.5

_STEP = 64
"""Qt counts advances in 64ths of a pixel; what is rounded down to them never makes a line too long."""

_HAN = (
    "\u2018\u2019\u201c\u201d\u2e80-\u2fff\u3001-\u3029\u3030-\u303f\u3041-\u3098\u309b-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff"
    "\U00020000-\U0003ffff"
)
_ON_IT = "\u0300-\u036f\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_PAIRED = "—…"
# What can be followed by more room: no dash and no dots, since fonts draw —— as one glyph where it isn't spaced.
_STRETCHED = re.compile(f"[{_HAN}{_ON_IT}{UNSEEN}{_PAIRED}]{{2,}}|(?P<blank>[ \u3000])(?![ \u3000])")
_UNEVEN = re.compile(f"[{_ON_IT}{UNSEEN}{_PAIRED}]")
_UNIT = f"[{_HAN}][{_ON_IT}]*"
_UNITS = f"(?:{_UNIT}(?=[{_HAN}{_PAIRED}]))+|{_UNIT}(?=[{UNSEEN}]+[{_HAN}{_PAIRED}])"
_ADDED = re.compile(f"[{_ON_IT}]+")


class Gaps(NamedTuple):
    """Some characters of a text, from `start` to `end` (code points), with so many gaps `within` or behind them."""

    start: int
    end: int
    within: int
    is_blank: bool


def gaps(text: str, start: int, end: int) -> Iterator[Gaps]:
    """Yield where a line that holds `text` from `start` to `end` can be stretched, in text order.

    Nothing is stretched in a line with a tab, whose stops would move against it, nor behind the last character.
    """
    end = min(end, len(text))  # Qt counts a lone surrogate, which no str of PySide's has
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.find("\t", start, end) >= 0:
        return
    for found in _STRETCHED.finditer(text, start, end):
        first, behind = found.span()
        if found.lastgroup:
            yield Gaps(first, behind, 1, is_blank=True)
        elif _UNEVEN.search(text, first, behind) is None:
            yield Gaps(first, behind - 1, behind - 1 - first, is_blank=False)
        else:
            for units in _units().finditer(text, first, behind):
                yield Gaps(*units.span(), len(_ADDED.sub("", units[0])), is_blank=False)


@cache
def _units() -> re.Pattern[str]:
    """Return the expression for what can be stretched of an uneven run; compiled when there is one, in 5 ms."""
    return re.compile(_UNITS)


def shares(places: list[Gaps], left: float, em: float) -> tuple[float, float] | None:
    """Return by how many pixels each gap between Han characters and each blank grows, to fill `left` pixels together.

    All grow alike until those between Han characters have a quarter of an em. None: the line is to stay ragged.
    """
    blanks = sum(place.is_blank for place in places)
    between = sum(place.within for place in places) - blanks
    if not between + blanks:
        return None
    share = left / (between + blanks)
    if share <= _MOST_PER_HAN_EM * em:
        return share, share
    most = _MOST_PER_HAN_EM * em
    if left > (between * _MOST_PER_HAN_EM + blanks * _MOST_PER_BLANK_EM) * em:
        return None
    return most, (left - between * most) / blanks


def format_range(start: int, end: int, pixels: float) -> QTextLayout.FormatRange:
    """Return what gives each character from `start` to `end` (UTF-16) so many `pixels` more, or a little less."""
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, end - start, _spaced(int(pixels * _STEP))
    return part


@lru_cache(maxsize=512)
def _spaced(steps: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(steps / _STEP)
    return form
