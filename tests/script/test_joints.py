"""What stands where a paragraph goes on in the next line is not read; every place is exact both ways."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import (
    Conversion,
    Joint,
    SeenText,
    convert,
    joined,
    joined_alone,
    joined_within,
    joints_in,
    load_tables,
)
from desktop.text import Span

PIECES = st.lists(
    st.sampled_from(["内存", "博客", "打印机", "U盘", "word", "a", "，", "“好”", "葛\U000e0100", "自\u200b由", "𠮷"]),
    min_size=1,
    max_size=8,
)
GAPS = st.sampled_from(["", "", "\n", "\n\u3000\u3000", " \n", "\n  ", "\u3000\n\n\u3000"])


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, str]:
    """Return a paragraph in lines, and the same as it is read."""
    pieces = draw(PIECES)
    source = read = pieces[0]
    for piece in pieces[1:]:
        gap = draw(GAPS)
        latin = read[-1] in "worda" and piece[0] in "wordaU"
        read += (" " if gap and latin else "") + piece
        source += gap + piece
    return source, read


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    for config in ("s2twp", "tw2sp"):
        load_tables(config)


@settings(max_examples=200, deadline=None)
@given(case=broken())
def test_a_paragraph_is_read_on_one_line(case: tuple[str, str]) -> None:
    source, read = case
    lines = joined(source)
    assert (lines.source, lines.text) == (source, read)
    assert SeenText.of(source, tuple(joints_in(source, [Span(0, len(source))]))).text == SeenText.of(read).text


@settings(max_examples=200, deadline=None)
@given(case=broken(), data=st.data())
def test_words_are_exactly_where_they_are_read(case: tuple[str, str], data: st.DataObject) -> None:
    source, read = case
    lines = joined(source)
    start = data.draw(st.integers(0, len(read) - 1))
    end = data.draw(st.integers(start + 1, len(read)))
    place = lines.to_source(Span(start, end))
    assert "".join(place.of(source).split()) == "".join(read[start:end].split())
    assert read[start] == " " or not source[place.start].isspace()
    assert read[end - 1] == " " or not source[place.end - 1].isspace()
    assert lines.to_display(place) == Span(start, end)


@settings(max_examples=200, deadline=None)
@given(case=broken(), config=st.sampled_from([None, "s2twp", "tw2sp"]), data=st.data())
def test_what_is_shown_is_converted_as_it_is_read(
    case: tuple[str, str], config: str | None, data: st.DataObject
) -> None:
    source, read = case
    shown = Conversion(config).apply_to_paragraph(source)
    plain = convert(read, config)
    assert (shown.source, shown.text) == (source, plain.text)
    start = data.draw(st.integers(0, len(plain.text) - 1))
    end = data.draw(st.integers(start + 1, len(plain.text)))
    words = plain.to_source(Span(start, end))
    assert shown.to_source(Span(start, end)) == joined(source).to_source(words)
    offsets = [shown.offset_to_source(offset) for offset in range(len(shown.text) + 1)]
    assert offsets == sorted(offsets)
    assert [shown.offset_to_display(offset) for offset in range(len(source) + 1)] == sorted(
        shown.offset_to_display(offset) for offset in range(len(source) + 1)
    )


def test_a_word_across_a_joint_is_converted_as_one() -> None:
    shown = Conversion("s2twp").apply_to_paragraph("扩充内\n\u3000存的事")
    assert shown.text == "擴充記憶體的事"
    assert shown.to_source(Span(2, 5)).of(shown.source) == "内\n\u3000存"
    assert shown.to_source(Span(0, 2)).of(shown.source) == "扩充"


@settings(max_examples=200, deadline=None)
@given(case=broken(), data=st.data())
def test_what_is_seen_leads_back(case: tuple[str, str], data: st.DataObject) -> None:
    source, _ = case
    seen = SeenText.of(source, tuple(joints_in(source, [Span(0, len(source))])))
    start = data.draw(st.integers(0, len(seen.text) - 1))
    end = data.draw(st.integers(start + 1, len(seen.text)))
    place = seen.to_source(Span(start, end)).of(source)
    assert "".join(SeenText.of(place).text.split()) == "".join(seen.text[start:end].split())
    assert seen.tile_in_source(Span(0, len(seen.text))) == Span(0, len(source))


def test_joints_are_looked_for_in_paragraphs_alone() -> None:
    text = "甲\n\n乙丙\n 丁\n\nab\ncd\n"
    spans = [Span(*match.span()) for match in re.finditer(r"乙丙\s+丁|ab\s+cd", text)]
    assert list(joints_in(text, spans)) == [Joint(5, 7, blank=False), Joint(12, 13, blank=True)]


@pytest.mark.parametrize(
    ("span", "read"),
    [
        (Span(0, 5), "甲\n\n乙丙"),
        (Span(4, 8), "丙丁"),
        (Span(3, 6), "乙丙"),
        (Span(6, 8), "丁"),
        (Span(7, 15), "丁\n\nab cd"),
        (Span(11, 13), "b"),
        (Span(12, 14), "c"),
    ],
)
def test_words_are_joined_within_paragraphs_alone(span: Span, read: str) -> None:
    text = "甲\n\n乙丙\n 丁\n\nab\ncd\n"
    spans = [Span(*match.span()) for match in re.finditer(r"甲|乙丙\s+丁|ab\s+cd", text)]
    assert joined_within(text, span, spans) == read


@pytest.mark.parametrize(
    ("taken", "read"),
    [
        ("擺到中\n午才算", "擺到中午才算"),
        ("more\nwords", "more words"),
        ("擺完。\n再泡一壺茶", "擺完。\n再泡一壺茶"),
        ("擺完，\n再泡一壺茶", "擺完，再泡一壺茶"),
        ("沒有句號\n\n下一段", "沒有句號\n\n下一段"),
        ("沒有句號\n\u3000\u3000下一段又\n接著", "沒有句號\n\u3000\u3000下一段又接著"),
        ("一行", "一行"),
    ],
)
def test_words_that_were_taken_out_are_joined_by_what_they_say(taken: str, read: str) -> None:
    assert joined_alone(taken) == read


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t"])
def test_a_long_run_of_blanks_is_gone_over_once(blank: str) -> None:
    run = blank * 200_000  # its square would be minutes
    assert joined(f"字{run}字\n續").text == f"字{run}字續"
    assert joined_alone(f"字{run}字\n續{run}\n{run}字") == f"字{run}字續{run}\n{run}字"
    assert joined(f"字{run}\n{run}續").text == "字續"
