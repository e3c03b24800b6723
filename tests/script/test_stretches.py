"""Each stretch of a paragraph is in its own script, and is shown from that and no other."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.script import (
    Conversion,
    Correction,
    Corrections,
    Edition,
    Script,
    SourceScript,
    convert,
    weigh_script,
)
from desktop.script.stretches import Stretch, edges_outside, stretches
from desktop.script.tables.correcting import correction_finder
from desktop.text import Span
from tests.script.reference import SEED

if TYPE_CHECKING:
    from collections.abc import Sequence

TRADITIONAL, SIMPLIFIED = SourceScript.TRADITIONAL, SourceScript.SIMPLIFIED
SHOWN = {Script.TRADITIONAL: (None, "s2tw"), Script.SIMPLIFIED: ("tw2s", None)}
"""What shows traditional words and simplified ones."""


def showing(
    script: Script, written: SourceScript = TRADITIONAL, corrections: Sequence[Correction] = ()
) -> Conversion:
    """Return what shows words in `script`, each stretch from its own."""
    own, other = (
        Conversion(
            SHOWN[script][each is SIMPLIFIED],
            script=script,
            corrections=Corrections(tuple(corrections)),
            written=each,
        )
        for each in (written, written.other)
    )
    return Conversion(own.config, own.edition, script, own.corrections, written=written, other=other)


def cut(text: str, around: SourceScript = TRADITIONAL) -> list[str]:
    """Return the stretches of `text` with a letter for their script before each."""
    return [f"{script[0]} {span.of(text)}" for span, script in stretches(text, around)]


def twins() -> list[tuple[str, str]]:
    """Return sentences that tell their script, each with what it is in the other and would be again in its own."""
    found = re.findall(r"[^。！？\n“”「」『』《》（）：；…]+[。！？]", SEED)
    pairs = [(sentence, convert(sentence, "tw2s").text) for sentence in found if len(sentence) <= 40]
    return [
        (traditional, simplified)
        for traditional, simplified in pairs
        if weigh_script(traditional).traditional > 1
        and weigh_script(simplified).simplified > 1
        and convert(simplified, "s2tw").text == traditional
    ]


TWINS = twins()
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(TWINS), st.booleans(), st.sampled_from(["", "“", "「", "（"])), max_size=8
)
MARKS = dict(zip("“「（", "”」）", strict=True)) | {"": ""}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("皇后只有台面", ["t 皇后只有台面"]),
        ("我覺得“这件事情很简单”這句話不對。", ["t 我覺得", "s “这件事情很简单”", "t 這句話不對。"]),
        ("他說：这件事情很简单，里面没有什么。", ["t 他說：", "s 这件事情很简单，里面没有什么。"]),
        ("這裡還沒說完。这里没说完。", ["t 這裡還沒說完。", "s 这里没说完。"]),
        (
            "這個說法裡，从来没有这么说过，只是這樣說說，沒有問題。",
            ["t 這個說法裡，", "s 从来没有这么说过，", "t 只是這樣說說，沒有問題。"],
        ),
        ("我讀過《红楼梦》，還沒讀完。", ["t 我讀過", "s 《红楼梦》", "t ，還沒讀完。"]),
    ],
    ids=["empty", "nothing tells", "quotation", "colon", "sentences", "clauses", "title"],
)
def test_sentences_and_quotations_are_told_apart(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "這個說法從來就沒有人認真檢驗过，因為後來的發展完全相反。",
        "簡體的「体」字是從這裡來的，沒有別的說法。",
        "這件事情誰都說不清楚。在那以前大家都同意那一次山上的国人口不少。後來發現還有別的說法。",
    ],
    ids=["in a sentence", "talked about", "the only one that tells"],
)
def test_a_stray_character_changes_nothing(text: str) -> None:
    assert min(weigh_script(text)) >= 1
    assert cut(text) == [f"t {text}"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("这么说来。里面只有山。没关系。這樣說對嗎？", ["s 这么说来。里面只有山。没关系。", "t 這樣說對嗎？"]),
        ("他們說「里面」沒說「这里面」。", ["t 他們說「里面」沒說", "s 「这里面」", "t 。"]),
        ("他們說「这里。后面。」就這樣。", ["t 他們說", "s 「这里。后面。」", "t 就這樣。"]),
    ],
    ids=["between two", "in a sentence", "in a quotation"],
)
def test_what_tells_nothing_is_in_the_script_around_it(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize("japanese", ["《進撃の巨人がいる》", "「東京へ行きます。」", "これは東京の話です。"])
def test_japanese_is_no_traditional_chinese(japanese: str) -> None:
    assert weigh_script(japanese).traditional
    assert cut(japanese, SIMPLIFIED) == [f"s {japanese}"]
    assert cut(f"我说过{japanese}这个。", SIMPLIFIED) == [f"s 我说过{japanese}这个。"]
    assert cut(f"这是东京的说法。這是阿里山の茶，我說過。{japanese}", SIMPLIFIED)[0] == "s 这是东京的说法。"


def test_a_paragraph_that_tells_nothing_is_in_the_script_of_what_it_is_part_of() -> None:
    assert cut("皇后只有台面。", SIMPLIFIED) == ["s 皇后只有台面。"]
    assert cut("这么说来。") == ["s 这么说来。"]


@given(st.text('“”「」『』《》()"。！，：\n說说體体后里a', max_size=60), st.sampled_from(SourceScript))
def test_every_character_is_in_one_stretch(text: str, around: SourceScript) -> None:
    found = stretches(text, around)
    assert "".join(one.span.of(text) for one in found) == text
    assert all(one.script is not two.script for one, two in pairwise(found))


@given(PARAGRAPHS, st.sampled_from(SourceScript))
def test_a_mixture_of_a_text_and_its_twin_reads_in_one_script_throughout(
    chosen: list[tuple[tuple[str, str], bool, str]], around: SourceScript
) -> None:
    mixture = "".join(f"{mark}{pair[other]}{MARKS[mark]}" for pair, other, mark in chosen)
    for script, rank in ((Script.TRADITIONAL, 0), (Script.SIMPLIFIED, 1)):
        shown = showing(script, around).apply(mixture)
        assert shown.text == "".join(f"{mark}{pair[rank]}{MARKS[mark]}" for pair, _, mark in chosen)
        assert shown.source == mixture


@given(PARAGRAPHS, st.sampled_from(SourceScript))
def test_no_character_is_run_through_a_configuration_for_the_other_script(
    chosen: list[tuple[tuple[str, str], bool, str]], around: SourceScript
) -> None:
    mixture = "".join(f"{mark}{pair[other]}{MARKS[mark]}" for pair, other, mark in chosen)
    found, start = stretches(mixture, around), 0
    for pair, other, mark in chosen:
        span = Span(start + len(mark), start + len(mark) + len(pair[other]))
        assert {one.script for one in found if one.span.overlaps(span)} == {SIMPLIFIED if other else TRADITIONAL}
        start = span.end + len(MARKS[mark])


@pytest.mark.parametrize("config", ["s2twp", "tw2sp"])
def test_places_lead_there_and_back_across_stretches(config: str) -> None:
    random = Random(config)  # noqa: S311
    sentences = [pair[random.random() < 0.5] for pair in random.choices(TWINS, k=40)]
    text = "扩充内存的事，这么说来。" + "".join(sentences) + "這個埠號說不清。"
    by_config = {
        TRADITIONAL: Conversion("tw2sp", written=TRADITIONAL),
        SIMPLIFIED: Conversion("s2twp", written=SIMPLIFIED),
    }
    own = by_config[TRADITIONAL]
    shown = Conversion(own.config, written=TRADITIONAL, other=by_config[SIMPLIFIED]).apply(text)
    assert shown.source == text
    assert shown.changes
    for start in range(len(text)):
        span = Span(start, min(start + random.randrange(1, 9), len(text)))
        assert shown.to_source(shown.to_display(span)).contains(span)
    parts = [by_config[script].apply(span.of(text)).text for span, script in stretches(text, TRADITIONAL)]
    assert shown.text == "".join(parts)


def test_a_correction_is_found_across_the_edge_of_a_stretch() -> None:
    correction = Correction("说。這", "說！這", Script.TRADITIONAL)
    shown = showing(Script.TRADITIONAL, corrections=[correction]).apply("里面没有这么说。這裡還沒說完。")
    assert shown.text == "裡面沒有這麼說！這裡還沒說完。"


@given(
    st.text("“”「」。，說说这這里后a", max_size=40),
    st.dictionaries(
        st.text("”」。說说里", min_size=1, max_size=4), st.text("甲乙", min_size=1, max_size=6), max_size=5
    ),
)
def test_corrections_are_where_they_would_be_in_one_script(text: str, corrections: dict[str, str]) -> None:
    items = [Correction(source, shown, Script.TRADITIONAL) for source, shown in corrections.items()]
    shown = showing(Script.TRADITIONAL, corrections=items).apply(text)
    for place in correction_finder(corrections).places(text) if corrections else ():
        assert shown.to_display(place).of(shown.text) == corrections[place.of(text)]


def test_edges_are_moved_out_of_words() -> None:
    parts = [Stretch(Span(0, 3), TRADITIONAL), Stretch(Span(3, 5), SIMPLIFIED), Stretch(Span(5, 9), TRADITIONAL)]
    assert edges_outside(parts, [Span(0, 1), Span(3, 5)]) == tuple(parts)
    assert edges_outside(parts, [Span(2, 6)]) == (Stretch(Span(0, 9), TRADITIONAL),)
    moved = edges_outside(parts, [Span(2, 4), Span(4, 7)])
    assert [(one.span.start, one.span.end) for one in moved] == [(0, 4), (4, 7), (7, 9)]


def test_a_word_is_explained_in_its_stretch() -> None:
    text = "他們說：「里面没有，后面。」這裡還沒說完。"
    conversion = showing(Script.TRADITIONAL)
    explanation = conversion.explain(text, text.index("后面"))
    assert (explanation.span.of(text), explanation.shown) == ("后面", "後面")
    assert conversion.explain(text, text.index("還")).exchanges == ()
    with pytest.raises(IndexError):
        conversion.explain(text, len(text))


def test_without_another_script_nothing_is_cut() -> None:
    whole = Conversion("s2tw", Edition.REIMPLEMENTED, Script.TRADITIONAL, written=SIMPLIFIED)
    text = "這裡還沒說完。里面没有这么说。"
    assert whole.stretches(text) == (Stretch(Span(0, len(text)), SIMPLIFIED),)
    assert whole.apply(text) == convert(text, "s2tw")
