"""The lines of one block of the page: where they end, how they are filled, and where a character stands in them.

Qt breaks the lines, but for the ends that its rules leave out and for the runs that it is slow at. Its justification
isn't used: it gives all that is left over to the blanks of a line, or, where it has none, to every gap between two
letters: "Version   1.4.2", "h t t p s". Here Latin words and numbers stay as they are. What is left over is shared
out evenly between Han characters and at blanks; where that would tear holes into the line, it stays ragged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextFormat, QTextLayout, QTextLine, QTextOption

from desktop.script import UNSEEN
from desktop.text import Utf16Map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock

    _Range = QTextLayout.FormatRange

_HAIR_PX = 1 / 32  # twice what Qt counts in: less isn't left over, and so much more makes room for what was measured
_TRIALS = 3
_LINE_ENDS = ("\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")

# A dot between the parts of a name and the sign between from and to stand with what is before them, says W3C's
# "Requirements for Chinese Text Layout". Unicode (UAX 14) takes U+00B7 and U+2022 for letters and U+FF5E for an
# ideograph, before which a line may end; with U+30FB, U+2027 and U+301C Qt is right by itself.
_NO_START = re.compile(r"(?<=\S)[·•‧・･～]")

_FAR = 1_000
"""A run of so many UTF-16 units that can't be broken is longer than a line, which has room for some 200 letters i."""

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


ABOVE = QTextFormat.Property.UserProperty.value + 1
"""The property of a block's format that says how much room there is above its first line, in whole pixels."""


class BlockForm(NamedTuple):
    """What the lines of a block depend on, in pixels.

    `pitch` is their distance, `above` and `below` is the room before the first and after the last, `left` and `right`
    that beside them. `indent` is the first line's alone, less than 0 where it hangs out.
    """

    indent: float
    pitch: float
    below: float
    above: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def height(self, lines: float) -> float:
        """Return how high a block of so many `lines` is, all its room included."""
        return self.above + lines * self.pitch + self.below


class _Line(NamedTuple):
    """A ragged line: its positions (UTF-16), and in pixels the `room` there is, the width `taken` and its words'."""

    start: int
    end: int
    room: float
    taken: float
    natural: float
    wrap: QTextOption.WrapMode


def form_of(block: QTextBlock, font: QFont) -> BlockForm:
    """Return the form of a block, whose lines are as far apart as `font` wants them where nothing else is said."""
    form = block.blockFormat()
    return BlockForm(
        form.textIndent(),
        form.lineHeight(QFontMetricsF(font).height(), 1.0),
        form.bottomMargin(),
        form.intProperty(ABOVE),
        form.leftMargin(),
        form.rightMargin(),
    )


def set_lines(block: QTextBlock, form: BlockForm, width: float) -> int:
    """Break a block into lines, in a column of `width` pixels, and return how many they are.

    In a block that is to be justified, all lines but the last are stretched as far as `shares` has it.
    """
    text, layout, width = block.text(), block.layout(), width - form.left - form.right
    breaks, option = Breaks(text), _option(block)
    if layout.formats():
        layout.clearFormats()
    lines = _break(layout, option, breaks, form, width)
    if block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify:
        em = block.document().defaultFont().pixelSize()
        if not _justify(layout, option, lines, dict(_stretched(text, breaks, lines, em)), em):
            layout.clearFormats()
            lines = _break(layout, option, breaks, form, width)
    _place(layout, form, left=block.textDirection() is Qt.LayoutDirection.LeftToRight)
    return len(lines)


def _option(block: QTextBlock) -> QTextOption:
    """Return how the lines of a block are broken and aligned; Hebrew and Arabic begin on the right.

    What is to be justified is aligned where it begins: Qt would stretch it letter by letter.
    """
    option = QTextOption(block.document().defaultTextOption())
    direction, alignment = block.textDirection(), block.blockFormat().alignment()
    if alignment & (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignJustify):
        is_left = direction is Qt.LayoutDirection.LeftToRight
        alignment = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    option.setTextDirection(direction)
    option.setAlignment(alignment)
    return option


def _break(layout: QTextLayout, option: QTextOption, breaks: Breaks, form: BlockForm, width: float) -> list[_Line]:
    """Break a text into ragged lines."""
    lines, room = list[_Line](), width - form.indent
    wrap = usual = option.wrapMode()
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        start, taken = line.textStart(), room
        wanted = QTextOption.WrapMode.WrapAnywhere if breaks.is_far(start) else usual
        if wanted is not wrap:
            wrap = _wrap(layout, option, wanted)
        line.setLineWidth(room)
        end = start + line.textLength()
        if wrap is not usual and breaks.ends_run(end):
            wrap = _wrap(layout, option, usual)
            line.setLineWidth(room)
            end = start + line.textLength()
        if (better := breaks.better_end(start, end)) != end:
            taken = x_of(line, better) - line.x() + _HAIR_PX
            line.setLineWidth(taken)
            end = start + line.textLength()
        lines.append(_Line(start, end, room, taken, line.horizontalAdvance(), wrap))
        room = width
    layout.endLayout()
    return lines


def _wrap(layout: QTextLayout, option: QTextOption, mode: QTextOption.WrapMode) -> QTextOption.WrapMode:
    """Have the lines that are laid out from now on broken by `mode`; return it."""
    option.setWrapMode(mode)
    layout.setTextOption(option)
    return mode


class Breaks:
    """The places in `text` at which a line may end. Positions are UTF-16 units, as Qt's lines have them."""

    def __init__(self, text: str) -> None:
        self.units = Utf16Map(text)
        self._length = self.units.to_units(len(text))
        self._barred = frozenset(self.units.to_units(found.start()) for found in _NO_START.finditer(text))
        self._text = text
        self._finder: QTextBoundaryFinder | None = None
        self._next = 0

    def is_far(self, start: int) -> bool:
        """Tell whether a line that begins at `start` ends within a run that can't be broken.

        Qt would read such a run to its end for every line, in quadratic time, and then break it anywhere after all.
        """
        if self._length <= _FAR:
            return False
        if start >= self._next:
            self._next = next(self._after(start), self._length)
        return self._next - start > _FAR

    def ends_run(self, end: int) -> bool:
        """Tell whether the run that `is_far` was asked about is over at `end`."""
        return end > self._next

    def better_end(self, start: int, end: int) -> int:
        """Return where the line from `start` should end that Qt has end at `end`: there, or earlier."""
        if end not in self._barred:
            return end
        # No farther: where nothing but barred places lies before, each line would be read to the text's start.
        before = takewhile(lambda place: place > start, self._before(end))
        return next((place for place in before if place not in self._barred), end)

    def _after(self, position: int) -> Iterator[int]:
        """Yield the places after `position` at which Qt breaks a line."""
        finder = self._found()
        finder.setPosition(position)
        while (position := finder.toNextBoundary()) >= 0:
            yield position

    def _before(self, position: int) -> Iterator[int]:
        """Yield the places before `position` at which Qt breaks a line, the nearest first."""
        finder = self._found()
        finder.setPosition(position)
        while (position := finder.toPreviousBoundary()) >= 0:
            yield position

    def _found(self) -> QTextBoundaryFinder:
        if self._finder is None:
            self._finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, self._text)
        return self._finder


def _stretched(text: str, breaks: Breaks, lines: list[_Line], em: float) -> Iterator[tuple[int, list[_Range]]]:
    """Yield the numbers of the lines that can be stretched to their whole width, with the formats that do it."""
    to_units, to_code_point = breaks.units.to_units, breaks.units.to_code_point
    for number, line in enumerate(lines[:-1]):
        left = line.room - line.natural
        start, end = to_code_point(line.start), to_code_point(line.end)
        if left < _HAIR_PX or text[end - 1 : end] in _LINE_ENDS:
            continue
        places = list(gaps(text, start, end))
        if (each := shares(places, left, em)) is not None:
            yield (
                number,
                [format_range(to_units(place.start), to_units(place.end), each[place.is_blank]) for place in places],
            )


def _justify(
    layout: QTextLayout, option: QTextOption, lines: list[_Line], stretched: dict[int, list[_Range]], em: float
) -> bool:
    """Lay `lines` out again, if any can be `stretched`; tell whether all of them are there then.

    A line that doesn't keep its words when it is stretched, as with some soft hyphens, stays ragged.
    """
    if not stretched:
        return True
    for _ in range(_TRIALS):
        failed = _fill(layout, option, lines, stretched, em)
        if failed is None:
            return True
        stretched.pop(failed, None)
    return False


def _fill(
    layout: QTextLayout, option: QTextOption, lines: list[_Line], stretched: dict[int, list[_Range]], em: float
) -> int | None:
    """Lay `lines` out again, some of them `stretched`; return the number of the first that then ends elsewhere."""
    layout.setFormats([part for parts in stretched.values() for part in parts])
    wrap, failed = _wrap(layout, option, lines[0].wrap), None
    layout.beginLayout()
    for number, wanted in enumerate(lines):
        line, length = layout.createLine(), wanted.end - wanted.start
        if wanted.wrap is not wrap:
            wrap = _wrap(layout, option, wanted.wrap)
        line.setLineWidth(wanted.room if number in stretched else wanted.taken)
        if line.textLength() < length:
            # Qt wants room for what the last glyph draws beyond its advance, which it may not have wanted before.
            line.setLineWidth(wanted.room + em / 8)
        if line.textLength() != length:
            failed = number
            break
    layout.endLayout()
    return failed


def _place(layout: QTextLayout, form: BlockForm, *, left: bool) -> None:
    """Put the lines of a text below one another."""
    x = form.left + (form.indent if left else 0.0)
    baseline = form.above + form.pitch * 4 / 5  # as Qt has it for lines of a fixed height
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        rise = line.ascent() + max(line.leading(), 0.0)
        line.setPosition(QPointF(x, number * form.pitch + baseline - rise))
        x = form.left


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
                yield Gaps(*units.span(), len(re.sub(f"[{_ON_IT}]+", "", units[0])), is_blank=False)


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


def first_line(layout: QTextLayout, reaches: Callable[[QTextLine], bool]) -> int:
    """Return the number of the first line that `reaches` tells True of, as of all below it; else that of all lines.

    A paragraph can have thousands of lines, of which each that is painted is asked for several times.
    """
    return bisect_left(range(layout.lineCount()), True, key=lambda number: reaches(layout.lineAt(number)))


def cursor_at(block: QTextBlock, line: QTextLine, x: float, edge: QTextLine.CursorPosition) -> int:
    """Return the cursor position that is meant by `x`: never within what the eye takes for one character.

    A font that has no picture for 👨‍👩‍👧 draws its parts, between which Qt would put the cursor.
    """
    layout, found = block.layout(), line.xToCursor(x, edge)
    if layout.isValidCursorPosition(found):
        return found
    before, after = layout.previousCursorPosition(found), layout.nextCursorPosition(found)
    is_after = edge is QTextLine.CursorPosition.CursorBetweenCharacters and abs(x_of(line, after) - x) < abs(
        x_of(line, before) - x
    )
    return after if is_after else before


def x_of(line: QTextLine, cursor: int) -> float:
    """Return the x of a cursor position in `line`."""
    # The type stubs say float; the call returns the position that it settled on as well.
    found = cast("tuple[float, int]", line.cursorToX(cursor))
    return found[0]
