"""The file of corrections: what is read from it, what is reported, and that rewriting it loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script.corrections import LONGEST, Correction, Corrections, Flaw, flaw_in
from desktop.script.corrections_form import HEADER, BadLine, format_corrections, parse_corrections
from desktop.script.variants import Script

TRADITIONAL, SIMPLIFIED = Script.TRADITIONAL, Script.SIMPLIFIED


def read(text: str) -> list[tuple[str, str, Script | None]]:
    found, bad = parse_corrections(text)
    assert bad == ()
    return [(item.source, item.shown, item.script) for item in found]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("硬着头皮干 → 硬著頭皮幹  繁", ("硬着头皮干", "硬著頭皮幹", TRADITIONAL)),
        ("硬着头皮干→硬著頭皮幹 繁體", ("硬着头皮干", "硬著頭皮幹", TRADITIONAL)),
        ("硬着头皮干 -> 硬著頭皮幹\t繁", ("硬着头皮干", "硬著頭皮幹", TRADITIONAL)),
        ("  硬着头皮干 ==> 硬著頭皮幹  Traditional  ", ("硬着头皮干", "硬著頭皮幹", TRADITIONAL)),
        ("乾隆\t乾隆\t简", ("乾隆", "乾隆", SIMPLIFIED)),
        ("乾隆\t→\t乾隆\t\tsimplified", ("乾隆", "乾隆", SIMPLIFIED)),
        ("林肯公园 => Linkin Park", ("林肯公园", "Linkin Park", None)),
        ("林肯公园\u3000→\u3000Linkin Park  both", ("林肯公园", "Linkin Park", None)),
        ("皇后 → 皇后 兩者", ("皇后", "皇后", None)),
        ("繁 → 繁", ("繁", "繁", None)),
        (r"\#标签 → #標籤", ("#标签", "#標籤", None)),
        (r"A\->B → 甲→乙", ("A->B", "甲→乙", None)),
        (r"头 → 頭\ 繁", ("头", "頭 繁", None)),
        (r"C:\temp → D:\temp", (r"C:\temp", r"D:\temp", None)),
        ("\ufeff干 → 乾", ("干", "乾", None)),
    ],
)
def test_a_line_is_read_as_it_is_meant(line: str, said: tuple[str, str, Script | None]) -> None:
    assert read(line) == [said]


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ("干 乾", Flaw.NO_ARROW),
        (r"干 \→ 乾", Flaw.NO_ARROW),
        ("→ 乾", Flaw.EMPTY_SOURCE),
        ("干 →", Flaw.EMPTY_SHOWN),
        ("干 → 乾  粵", Flaw.UNKNOWN_SCRIPT),
        ("干\t乾\t粵", Flaw.UNKNOWN_SCRIPT),
        ("干 → " + "乾" * (LONGEST + 1), Flaw.TOO_LONG),
        ("干" * 100_000, Flaw.TOO_LONG),
        ("干\x85净 → 乾淨", Flaw.CONTROL),
        ("干\t净 → 乾淨", Flaw.CONTROL),
    ],
)
def test_a_line_that_cannot_be_used_is_reported_and_the_others_hold(line: str, flaw: Flaw) -> None:
    text = f"# mine\n{line}\n后 → 後\n"
    found, bad = parse_corrections(text)
    assert found.items == (Correction("后", "後"),)
    assert bad == (BadLine(2, line, flaw),)
    assert format_corrections(found, text) == text
    assert format_corrections(Corrections(), text) == f"# mine\n{line}\n"


def test_the_same_words_twice_are_reported_with_the_line_that_wins() -> None:
    found, bad = parse_corrections("干 → 乾  繁\n\n干 → 干  简\n干 → 幹  繁\n")
    assert found.for_script(TRADITIONAL) == {"干": "幹"}
    assert found.for_script(SIMPLIFIED) == {"干": "干"}
    assert bad == (BadLine(1, "干 → 乾  繁", Flaw.OVERRIDDEN, later=4),)


def test_a_rule_for_both_scripts_may_have_an_exception_for_one() -> None:
    assert len(read("干 → 乾\n干 → 幹  繁\n")) == 2


def test_comments_blank_lines_and_line_ends_stay_where_they_are() -> None:
    text = "\ufeff# 人名\r\n\r\n干 → 乾\r\n  # 地名\r\n里 → 裡 繁\r\n# end"
    found, _ = parse_corrections(text)
    changed = found.with_change(Correction("干", "乾"), Correction("干", "幹")).with_change(
        None, Correction("后", "後")
    )
    assert format_corrections(changed, text) == (
        "\ufeff# 人名\r\n\r\n干 → 幹\r\n  # 地名\r\n里 → 裡 繁\r\n# end\r\n后 → 後\r\n"
    )


def test_a_file_that_the_app_makes_explains_itself() -> None:
    text = format_corrections(Corrections((Correction("干", "乾", TRADITIONAL),)), "")
    assert text == HEADER + "干 → 乾  繁\n"
    assert all(line.startswith("#") for line in HEADER.splitlines() if line)
    assert read(text) == [("干", "乾", TRADITIONAL)]


def test_the_example_in_the_header_is_right() -> None:
    example = next(line for line in HEADER.splitlines() if "硬着" in line).lstrip("# ")
    assert read(example) == [("硬着头皮干", "硬著頭皮幹", TRADITIONAL)]


def test_taking_out_the_winner_does_not_bring_an_older_line_back() -> None:
    text = "干 → 乾\n干 → 幹\n"
    assert format_corrections(Corrections(), text) == "# 干 → 乾\n"


# Everything that means something in the file, besides words.
ALPHABET = st.sampled_from("干乾后AB繁简#→⇒-=>\\ \t\u3000|\u00a0\U00020bb7")
WORDS = st.text(ALPHABET, min_size=1, max_size=8)
SCRIPTS = st.sampled_from((TRADITIONAL, SIMPLIFIED, None))


@st.composite
def any_correction(draw: st.DrawFn) -> Correction:
    source, shown = draw(st.tuples(WORDS, WORDS).filter(lambda words: flaw_in(*words) is None))
    return Correction(source, shown, draw(SCRIPTS))


LISTS = st.lists(any_correction(), max_size=6).map(lambda items: Corrections(tuple(items)))
# Lines that clash, comments, and lines that are wrong.
LINES = st.sampled_from(
    ("干 → 乾", "干 → 幹  繁", "干 → 干  简", "后 → 後", "# c", "", "no arrow", "→", "后 → 后  粵")
)
TEXTS = st.tuples(
    st.sampled_from(("", "\ufeff")), st.lists(LINES, max_size=8), st.sampled_from(("\n", "\r\n", "\r"))
).map(lambda parts: parts[0] + parts[2].join(parts[1]))


@settings(max_examples=100, deadline=None)
@given(LISTS, TEXTS)
def test_what_is_written_into_any_file_is_read_again(corrections: Corrections, text: str) -> None:
    assert parse_corrections(format_corrections(corrections, text))[0] == corrections


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.data())
def test_whatever_is_taken_out_nothing_else_comes_in(text: str, data: st.DataObject) -> None:
    found, _ = parse_corrections(text)
    left = Corrections(tuple(item for item in found if data.draw(st.booleans())))
    assert parse_corrections(format_corrections(left, text))[0] == left


@settings(max_examples=80, deadline=None)
@given(st.one_of(TEXTS, st.text(ALPHABET, max_size=40)).filter(lambda text: text.strip("\ufeff")))
def test_a_file_rewritten_to_say_what_it_says_is_the_same(text: str) -> None:
    assert format_corrections(parse_corrections(text)[0], text) == text


@settings(max_examples=80, deadline=None)
@given(TEXTS, LISTS)
def test_every_line_that_says_no_correction_is_kept(text: str, corrections: Corrections) -> None:
    _, bad = parse_corrections(text)
    lines = format_corrections(corrections, text).removeprefix("\ufeff").splitlines()
    for line in (line.text for line in bad):
        assert line in lines or f"# {line}" in lines
    assert lines.count("# c") >= text.count("# c")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_text_can_break_the_reading(text: str) -> None:
    parse_corrections(text)
