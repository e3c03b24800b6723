"""The lines of a paragraph: where they end, how they are filled, and that no text makes it slow."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from desktop.text import Utf16Map
from desktop.ui.page import lines as page_lines
from desktop.ui.page.lines import Breaks, gaps
from tests.ui.reading import HEADING_BLOCKS, long_thread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextLine

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

EM = 20
HAN_EM, BLANK_EM = 0.25, 0.5
HAIR_PX = 0.6  # what rounding to 64ths of a pixel leaves of a line of 34 characters
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

LATIN = (
    "中英混排：我用Python寫了一個App叫Baijia，它跑在PySide6上面，CPU只用5%，記憶體用了200MB。Version 1.4.2的OpenCC"
    "和jieba都裝好了。https://example.com/a/very/long/path?query=一二三&x=1234567890123456789012345678901234567890"
)
ENGLISH = "It was the best of times, it was the worst of times, it was the age of wisdom, don't you think so? " * 4
NAMES = "導演理查德·凱利卻放棄了讓·雅克·盧梭的‧全形・間隔，由《三國演義》•羅貫中，三月～五月。"
WORDS = [
    *"字美國和，。、；：！？「」『』（）《》【】“”‘’…",
    "——",
    "……",
    "·",
    "理查德·凱利",
    "・",
    "‧",
    "～",
    "Version 1.4.2",
]
MORE = [
    "said he would",
    "100%",
    "3.14",
    " ",
    "葛\U000e0100",
    "👨\u200d👩\u200d👧",
    "e\u0301",
    "𠮷",
    "\u200b",
    "ㄏㄠˇ",
]
NO_START = set("，。、；：！？」』）》】’”·・‧～,.;:!?)%")
NO_END = set("「『（《【“‘(")


class Line:
    """A line as it stands: its words, and in pixels the advance of each of its UTF-16 units and the room it has."""

    def __init__(self, line: QTextLine, text: str, room: float) -> None:
        units = Utf16Map(text)
        start, end = line.textStart(), line.textStart() + line.textLength()
        self.words = text[units.to_code_point(start) : units.to_code_point(end)]
        self.room = room
        self.xs = [cast("tuple[float, int]", line.cursorToX(place))[0] - line.x() for place in range(start, end + 1)]

    def advances(self) -> list[float]:
        """Return the advance of each unit."""
        return [after - before for before, after in zip(self.xs, self.xs[1:], strict=False)]

    @property
    def filled(self) -> bool:
        """Tell whether the words, without the blanks that hang at their end, reach the end of the line."""
        bare = self.words.rstrip()
        return self.xs[Utf16Map(bare).to_units(len(bare))] >= self.room - HAIR_PX * 2


def lines_of(page: AnswerPage, number: int = 0) -> list[Line]:
    """Return the lines of a paragraph of the page."""
    page.page_layout.finish()
    block = page.document().findBlockByNumber(HEADING_BLOCKS + number)
    form = page.document().rootFrame().frameFormat()
    column = page.document().pageSize().width() - form.leftMargin() - form.rightMargin()
    layout, indent = block.layout(), block.blockFormat().textIndent()
    return [
        Line(layout.lineAt(index), block.text(), column - (0 if index else indent))
        for index in range(layout.lineCount())
    ]


def ragged(page: AnswerPage) -> list[Line]:
    """Return the lines of the first paragraph as they are without any stretch."""
    cursor = QTextCursor(page.document())
    cursor.setPosition(page.document().findBlockByNumber(HEADING_BLOCKS).position())
    form = QTextBlockFormat()
    form.setAlignment(Qt.AlignmentFlag.AlignLeft)
    cursor.mergeBlockFormat(form)
    return lines_of(page)


def show(page: AnswerPage, session: Session, folder: Path, text: str, width: int = 796) -> None:
    """Show one paragraph, `text` after a number, on a page that is `width` pixels wide."""
    page.resize(width, 400)
    assert session.shelf.open(long_thread(folder, text, times=1))


# -- how they are filled --------------------------------------------------------------------------------------


def is_han(character: str) -> bool:
    """Tell whether a character is Han or one of the marks that are as wide."""
    return bool(re.match("[\u3001-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’\U00020000-\U0003ffff]", character))


@pytest.mark.parametrize("text", [LATIN, ENGLISH, NAMES * 6])
@pytest.mark.parametrize("width", [430, 517, 796])
def test_a_line_is_stretched_between_han_characters_and_at_blanks_within_a_limit(
    page: AnswerPage, session: Session, tmp_path: Path, text: str, width: int
) -> None:
    show(page, session, tmp_path, text, width)
    stretched = lines_of(page)
    plain = ragged(page)
    assert [line.words for line in stretched] == [line.words for line in plain]
    for line, bare in zip(stretched, plain, strict=True):
        grown = [after - before for before, after in zip(bare.advances(), line.advances(), strict=True)]
        for place, more in enumerate(grown):
            here, behind = line.words[place], line.words[place + 1 : place + 2]
            if here == " ":
                assert more <= BLANK_EM * EM + 0.1
            elif is_han(here) and (is_han(behind) or behind in "—…"):
                assert more <= HAN_EM * EM + 0.1
            else:
                assert abs(more) < 0.1, f"{here} before {behind} in {line.words}"
        assert line.filled or max(map(abs, grown)) < 0.1, f"neither filled nor ragged: {line.words}"
    assert any(line.filled for line in stretched)


def test_blanks_and_han_characters_share_alike(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(page, session, tmp_path, "我們都知道的字Version 1.4.2字字字字字字字" * 6)
    for line, bare in list(zip(lines_of(page), ragged(page), strict=True))[:-1]:
        grown = [after - before for before, after in zip(bare.advances(), line.advances(), strict=True)]
        assert line.filled
        assert max(grown) <= min(more for more in grown if more > 0.1) + 0.1


def test_a_line_that_would_be_torn_apart_is_ragged_and_so_is_the_last(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    show(page, session, tmp_path, "字" * 20 + "a" * 60 + "字" * 60 + "\u2028字字\u2028" + "字字 a" * 3)
    torn, *_ = lines = lines_of(page)
    assert torn.words == "0、" + "字" * 20
    assert [line.words for line in lines if not line.filled and line.words.endswith(("\u2028", "a"))]
    plain = ragged(page)
    for line, bare in zip(lines, plain, strict=True):
        if line is torn or line.words.endswith("\u2028") or line is lines[-1]:
            assert line.xs == bare.xs


def test_a_dash_of_two_em_stays_whole(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(page, session, tmp_path, "他——她……又A" * 30, 517)
    for line, bare in zip(lines_of(page), ragged(page), strict=True):
        for pair in re.finditer("——|……", line.words):
            width = line.xs[pair.end()] - line.xs[pair.start()]
            assert width == pytest.approx(bare.xs[pair.end()] - bare.xs[pair.start()], abs=0.1)


def test_blanks_hang_at_the_end_of_a_line_and_are_not_stretched(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    show(page, session, tmp_path, ("字" * 29 + "A" + " " * 8) * 4)
    hanging = [line for line in lines_of(page)[:-1] if line.words.endswith(" ")]
    assert hanging
    for line in hanging:
        assert line.filled
        assert line.xs[len(line.words.rstrip())] <= line.room + HAIR_PX


@pytest.mark.parametrize("failing", [{1}, {1, 2}, {1, 2, 3, 4}])
def test_a_line_that_does_not_keep_its_words_stays_ragged_and_none_is_lost(
    page: AnswerPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: set[int]
) -> None:
    fill = page_lines._fill  # pyright: ignore[reportPrivateUsage]

    def fails(*arguments: object) -> int | None:
        number = min(failing & set(cast("dict[int, object]", arguments[3])), default=None)
        fill(*arguments)  # pyright: ignore[reportArgumentType]
        return number

    monkeypatch.setattr(page_lines, "_fill", fails)
    show(page, session, tmp_path, ENGLISH * 2)
    lines = lines_of(page)
    monkeypatch.undo()
    plain = ragged(page)
    assert [line.words for line in lines] == [line.words for line in plain]
    assert all(line.xs == bare.xs for line, bare in zip(lines, plain, strict=True)) is (len(failing) > 2)
    assert lines[1].xs == plain[1].xs


def test_hits_and_carets_go_by_the_stretched_characters(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    show(page, session, tmp_path, LATIN)
    line = lines_of(page)[1]
    block = page.document().findBlockByNumber(HEADING_BLOCKS)
    laid = block.layout().lineAt(1)
    for place in range(len(line.words) - 1):
        middle = laid.x() + (line.xs[place] + line.xs[place + 1]) / 2
        assert laid.xToCursor(middle, laid.CursorPosition.CursorOnCharacter) == laid.textStart() + place


# -- where they end -------------------------------------------------------------------------------------------


@QUICK
@given(words=st.lists(st.sampled_from(WORDS + MORE), min_size=30, max_size=90), width=st.integers(300, 800))
def test_no_line_begins_or_ends_with_what_may_not(
    page: AnswerPage, session: Session, tmp_path: Path, words: list[str], width: int
) -> None:
    show(page, session, tmp_path, "字".join(words), width)
    lines = lines_of(page)
    for before, after in pairwise(lines):
        assert after.words[0] not in NO_START or before.words[-1] in " \u200b", (before.words, after.words)
        assert before.words[-1] not in NO_END, (before.words, after.words)
        assert {before.words[-1], after.words[0]} not in ({"—"}, {"…"}), (before.words, after.words)


@pytest.mark.parametrize("dot", "·・‧•～")
def test_no_dot_within_a_name_begins_a_line_at_any_width(
    page: AnswerPage, session: Session, tmp_path: Path, dot: str
) -> None:
    show(page, session, tmp_path, f"導演理查德{dot}凱利" * 12)
    for width in range(300, 340, 4):
        page.resize(width, 400)
        assert not any(line.words.startswith(dot) for line in lines_of(page))


# -- no text is slow ------------------------------------------------------------------------------------------

RUNS = ["1234567890", "abcdefghij", "。", "「", "—", "a\u00a0", "مرحبا"]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_without_an_end_is_not_read_to_its_end_for_every_line(
    page: AnswerPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: str
) -> None:
    """Qt tries each line of a run for a break up to the run's end, unless it is told to break anywhere."""
    read = list[int]()

    class Counting(QTextBoundaryFinder):
        def toNextBoundary(self) -> int:  # noqa: N802 (Qt's own name)
            start = self.position()
            end = super().toNextBoundary()
            read.append((end if end >= 0 else len(self.string())) - start)
            return end

    monkeypatch.setattr("desktop.ui.page.lines.QTextBoundaryFinder", Counting)
    is_far, far = Breaks.is_far, list[bool]()

    def note(breaks: Breaks, start: int) -> bool:
        far.append(is_far(breaks, start))
        return far[-1]

    monkeypatch.setattr(Breaks, "is_far", note)
    show(page, session, tmp_path, run * (6_000 // len(run)))
    lines = len(lines_of(page))
    assert sum(far) > 0.7 * lines
    assert sum(read) < 3 * 6_000


@pytest.mark.parametrize("run", [*RUNS, "字", "word ", "葛\U000e0100", "👨\u200d👩\u200d👧", "a" + "\u0301" * 3_000])
def test_lines_in_a_long_run_end_where_qt_would_end_them(
    page: AnswerPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: str
) -> None:
    show(page, session, tmp_path, "前言 " + run * max(1, 3_000 // len(run)) + "，後來的字" * 30)
    ours = [line.words for line in lines_of(page)]
    monkeypatch.setattr("desktop.ui.page.lines._FAR", 1_000_000)
    page.resize(700, 400)
    page.resize(796, 400)
    assert [line.words for line in lines_of(page)] == ours


def test_many_marks_side_by_side_are_closed_up_at_once(
    page: AnswerPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged = list[int]()

    class Cursor(QTextCursor):
        def mergeCharFormat(self, modifier: object) -> None:  # noqa: N802 (Qt's own name)
            merged.append(self.selectionEnd() - self.selectionStart())
            super().mergeCharFormat(modifier)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr("desktop.ui.page.typesetting.QTextCursor", Cursor)
    show(page, session, tmp_path, "。" * 500 + "字，「" * 3)
    assert merged == [500, 1, 1, 1] or merged == [499, 1, 1, 1]


def test_where_nothing_but_barred_places_lies_before_no_more_than_the_line_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = list[int]()
    before = Breaks._before  # type: ignore[reportPrivateUsage]

    def counted(self: Breaks, position: int) -> Iterator[int]:
        for place in before(self, position):
            read.append(place)
            yield place

    monkeypatch.setattr(Breaks, "_before", counted)
    breaks = Breaks("～" * 2_000)
    for start in range(0, 1_960, 40):
        assert breaks.better_end(start, start + 40) == start + 40
    assert len(read) <= 41 * 49


def test_what_qt_counts_beyond_the_words_can_not_be_stretched() -> None:
    assert list(gaps("二字", 0, 5)) == list(gaps("二字", 0, 2))


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u00ad", "\u061c", "\u180b", "\u202a", "\u2066", "\ufeff", "\U000e0041"]
)
def test_what_nobody_sees_between_han_characters_takes_no_gap_of_its_own(unseen: str) -> None:
    places = list(gaps(f"甲{unseen}乙{unseen}{unseen}丙", 0, 6))
    assert sum(place.within for place in places) == 2, "as in 甲乙丙"
