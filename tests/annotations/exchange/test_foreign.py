"""Annotations of other programs become ours: what they say, who said it, and a name that stays the same."""

from __future__ import annotations

import time
from typing import Any

import pytest

from desktop.annotations import Color
from desktop.annotations.exchange.foreign import (
    as_several,
    has_type,
    origin_of,
    plain_text,
    quote_of,
    read_any_bodies,
    read_hypothesis,
    read_w3c,
)
from desktop.annotations.form.strict_json import FormError
from desktop.text import Span
from tests.annotations.exchange.parcels import quoting, row, w3c
from tests.annotations.samples import NOON

UUID = "urn:uuid:00000000-0000-0000-0000-000000000001"

POSITION = {"type": "TextPositionSelector", "start": 40, "end": 43}
FRAGMENT = {"type": "FragmentSelector", "value": "p=3"}
OUTER = quoting("美俄結盟?這還真是一個想法,結盟", prefix="甲", suffix="乙")


def one(raw: object) -> Any:  # noqa: ANN401 (an annotation)
    return read_w3c(raw, NOON)


def test_a_w3c_annotation_is_read() -> None:
    read = one(w3c("結盟", motivation="questioning", creator={"name": "一讀者"}, modified="2025-05-02T08:00:00Z"))
    assert (read.note, read.passages[0].anchor.exact, read.color) == ("存疑", "結盟", Color.GAMBOGE)
    assert read.created.isoformat() == "2025-05-01T08:00:00+00:00"
    assert read.modified.isoformat() == "2025-05-02T08:00:00+00:00"
    assert dict(read.extra) == {
        "via": "https://example.org/anno/1",
        "motivation": "questioning",
        "creator": {"name": "一讀者"},
    }
    assert dict(read.passages[0].extra) == {"baijia:origin": "https://example.org/thread"}


def test_a_motivation_that_says_whether_there_is_a_note_is_ours_to_set() -> None:
    assert "motivation" not in one(w3c("結盟", motivation="commenting")).extra


def test_an_id_of_ours_is_kept_and_any_other_gives_the_same_one_each_time() -> None:
    assert one(w3c("結盟", UUID)).id == UUID
    assert "via" not in one(w3c("結盟", UUID)).extra
    name = one(w3c("結盟")).id
    assert name == one(w3c("結盟")).id != one(w3c("結盟", "https://example.org/anno/2")).id
    assert name.startswith("urn:uuid:")


def test_without_an_id_what_it_says_is_its_name() -> None:
    nameless = w3c("結盟")
    del nameless["id"]
    assert one(nameless).id == one(nameless).id
    assert one(nameless).id != one(nameless | {"body": None}).id


def test_an_annotation_of_several_passages_is_one_note_that_links_them() -> None:
    targets = [{"selector": quoting("結盟")}, {"source": "https://example.org/", "selector": quoting("死敵")}]
    note = one(w3c("x", UUID, target=targets))
    assert note.id == UUID
    assert [anchor.exact for anchor in note.anchors] == ["結盟", "死敵"]
    assert [origin_of(passage) for passage in note.passages] == ["", "https://example.org/"]


def test_what_is_no_passage_of_a_text_among_several_costs_no_note_and_nothing_comes_twice() -> None:
    picture = {"selector": {"type": "SvgSelector", "value": "<svg/>"}}
    targets = ["https://example.org/", {"selector": quoting("結盟")}, picture, {"selector": quoting("結盟")}]
    note = one(w3c("x", UUID, target=targets))
    assert [anchor.exact for anchor in note.anchors] == ["結盟"]


def test_without_an_id_each_passage_is_part_of_its_name() -> None:
    def named(*quotes: str) -> str:
        nameless = w3c("x", target=[{"selector": quoting(quote)} for quote in quotes])
        del nameless["id"]
        return one(nameless).id

    assert named("結盟", "死敵") == named("結盟", "死敵")
    assert len({named("結盟"), named("結盟", "死敵"), named("死敵", "結盟")}) == 3


def test_what_would_pass_for_ours_is_not_taken_over() -> None:
    odd = w3c("結盟", **{"baijia:imported": "x", "baijia:resolved": 7, "baijia:color": "rouge"})
    assert one(odd).color is Color.ROUGE
    assert set(one(odd).extra) == {"via"}
    assert set(one(odd).passages[0].extra) == {"baijia:origin"}
    assert one(w3c("結盟", **{"baijia:color": ["x"]})).color is Color.GAMBOGE


@pytest.mark.parametrize("created", [None, "gestern", 7, "0001-01-01T00:00:00+14:00"])
def test_a_time_that_cannot_be_read_costs_no_note(created: object) -> None:
    assert one(w3c("結盟", created=created)).created == NOON


@pytest.mark.parametrize(
    "raw",
    [
        None,
        {"type": "Note"},
        w3c("x", target="https://example.org/"),
        w3c("x", target=[]),
        w3c("x", target={"selector": {"type": "SvgSelector", "value": "<svg/>"}}),
    ],
    ids=str,
)
def test_what_is_about_no_passage_of_a_text_is_refused(raw: object) -> None:
    with pytest.raises(FormError):
        read_w3c(raw, NOON)


def test_a_row_of_hypothesis_is_read() -> None:
    read = read_hypothesis(row("結盟"), {}, NOON)
    assert (read.note, read.tags, read.passages[0].anchor.exact) == ("**存疑**", ("外交",), "結盟")
    assert read.created.isoformat() == "2025-05-01T08:00:00.123456+00:00"
    assert read.modified.isoformat() == "2025-05-02T09:30:00.654321+00:00"
    assert dict(read.extra) == {
        "via": "https://hypothes.is/a/cmR8zKlGEe",
        "creator": {"type": "Person", "name": "一讀者", "nickname": "reader@hypothes.is"},
    }
    assert dict(read.passages[0].extra) == {"baijia:origin": "https://example.org/thread"}


def test_a_position_in_the_text_of_a_web_page_is_not_taken_for_one_here() -> None:
    assert read_hypothesis(row("結盟"), {}, NOON).passages[0].anchor.span == Span(0, 0)


def test_hypothesis_s_own_json_ld_is_the_same_annotation() -> None:
    assert read_hypothesis(row("結盟"), {}, NOON).id == one(w3c("結盟", "https://hypothes.is/a/cmR8zKlGEe")).id


def test_an_answer_is_about_the_passage_that_it_answers() -> None:
    first = row("結盟", "a")
    answer = row("", "b", references=["gone", "a"], target=[{"source": "https://example.org/"}], text="不然")
    read = read_hypothesis(answer, {"a": first}, NOON)
    assert (read.passages[0].anchor.exact, read.note) == ("結盟", "不然")


@pytest.mark.parametrize(
    "raw",
    [
        None,
        {},
        row("x", 7),
        row("x", target=[]),
        row("x", target=[{"source": "https://example.org/"}]),
        row("x", target=[{"selector": [{"type": "RangeSelector"}]}]),
        row("x", references=["x"], target=[]),
        row("x", text=["甲"]),
    ],
    ids=str,
)
def test_a_row_about_a_whole_page_or_of_another_form_is_refused(raw: object) -> None:
    with pytest.raises(FormError):
        read_hypothesis(raw, {"x": raw}, NOON)


def test_fields_of_other_types_cost_no_row() -> None:
    odd = row("結盟", tags=[7, "外交"], user=7, user_info="x", uri=7, updated=None)
    read = read_hypothesis(odd, {}, NOON)
    assert read.tags == ("外交",)
    assert set(read.extra) == {"via"}


def text(value: str, **fields: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **fields}


TAG = text("外交", purpose="tagging")
PICTURE = {"type": "Image", "id": "https://example.org/x.png"}


@pytest.mark.parametrize(
    ("item", "note", "tags"),
    [
        ({}, "", ()),
        ({"bodyValue": "存疑"}, "存疑", ()),
        ({"body": text("存疑")}, "存疑", ()),
        ({"body": text("**存疑**", format="text/markdown")}, "**存疑**", ()),
        ({"body": text("<p>存<b>疑</b></p><p>再&nbsp;查</p>", format="text/html")}, "存疑\n再 查", ()),
        ({"body": text("存疑", purpose="describing")}, "存疑", ()),
        ({"body": [TAG, text("一"), text(" "), text("二"), TAG]}, "一\n\n二", ("外交",)),
        ({"body": [text(" 外交 ", purpose="tagging")]}, "", ("外交",)),
        ({"body": "https://example.org/reply"}, "", ()),
        ({"body": [7, None, text("存疑")]}, "存疑", ()),
        ({"body": {"type": "TextualBody", "value": 7}, "bodyValue": 7}, "", ()),
    ],
    ids=str,
)
def test_texts_become_the_note_and_tags_the_tags(item: dict[str, Any], note: str, tags: tuple[str, ...]) -> None:
    assert read_any_bodies(item)[:2] == (note, tags)


def test_a_body_that_is_no_text_is_kept() -> None:
    assert read_any_bodies({"body": [PICTURE, text("存疑"), "https://example.org/"]})[2] == {
        "other": [PICTURE, "https://example.org/"]
    }


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>alert(1)</script>", "alert(1)"),
        ("a < b &lt;c&gt;", "a < b <c>"),
        ("<ul><li>一</li> <li>二</li></ul>三<br/>四", "一\n二\n三\n四"),
        ("<![if x]><!-- y -->甲<p", "甲<p"),
    ],
)
def test_html_loses_its_tags(markup: str, words: str) -> None:
    assert plain_text(markup) == words


@pytest.mark.parametrize("evil", ["<" * 200_000, "<a " * 100_000, "&#" * 100_000, "</p>" * 100_000])
def test_no_markup_takes_long(evil: str) -> None:
    before = time.perf_counter()
    plain_text(evil)
    assert time.perf_counter() - before < 2


def refined(outer: dict[str, Any], inner: object) -> dict[str, Any]:
    return outer | {"refinedBy": inner}


@pytest.mark.parametrize(
    ("selector", "exact", "prefix", "suffix"),
    [
        (quoting("結盟", prefix="前", suffix="後"), "結盟", "前", "後"),
        (quoting("結盟", prefix=None), "結盟", "", ""),
        ([FRAGMENT, POSITION, quoting("結盟")], "結盟", "", ""),
        ([quoting("一"), quoting("二")], "一", "", ""),
        ({"type": ["TextQuoteSelector", "x:Other"], "exact": "結盟"}, "結盟", "", ""),
        (refined(FRAGMENT, quoting("結盟")), "結盟", "", ""),
        (refined(FRAGMENT, refined(FRAGMENT, [POSITION, quoting("結盟")])), "結盟", "", ""),
        (refined(POSITION, quoting("結盟")), "結盟", "", ""),
        (refined(OUTER, quoting("想法")), "想法", "甲美俄結盟?這還真是一個", ",結盟乙"),
        (refined(OUTER, quoting("結盟", prefix=",")), "結盟", "甲美俄結盟?這還真是一個想法,", "乙"),
        (refined(OUTER, POSITION | {"start": 0, "end": 4}), "美俄結盟", "甲", "?這還真是一個想法,結盟乙"),
        (refined(OUTER, quoting("結盟")), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, quoting("不在")), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, POSITION), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, FRAGMENT), OUTER["exact"], "甲", "乙"),
    ],
    ids=[
        *("a quote", "no context", "the quote of a list", "the first of two", "one of several types"),
        *("a fragment refined", "refined twice", "a position refined", "a quote within", "a quote told by context"),
        *("a position within", "two places within", "not within", "beyond the quote", "by what is no text"),
    ],
)
def test_the_words_are_made_out(selector: object, exact: str, prefix: str, suffix: str) -> None:
    quote = quote_of(selector)
    assert (quote.exact, quote.prefix, quote.suffix, quote.sha256) == (exact, prefix, suffix, "")


@pytest.mark.parametrize(
    "selector",
    [
        None,
        [],
        {},
        7,
        "x",
        [None],
        POSITION,
        FRAGMENT,
        quoting(""),
        quoting(" \n"),
        quoting(7),
        {**OUTER, "prefix": 7},
    ],
    ids=str,
)
def test_what_makes_out_no_words_is_refused(selector: object) -> None:
    with pytest.raises(FormError):
        quote_of(selector)


@pytest.mark.parametrize(
    ("position", "span"),
    [(POSITION, Span(40, 43)), (POSITION | {"end": 40}, Span(0, 0)), (POSITION | {"end": 2**60}, Span(0, 0))],
    ids=["as it came", "empty", "beyond what numbers can be"],
)
def test_a_position_is_kept_as_it_came_if_it_makes_sense(position: dict[str, Any], span: Span) -> None:
    assert quote_of([position, quoting("結盟")]).span == span


def test_of_a_long_context_the_nearest_is_kept() -> None:
    quote = quote_of(quoting("結盟", prefix="遠" * 40 + "近" * 32, suffix="近" * 32 + "遠" * 40))
    assert quote.prefix == quote.suffix == "近" * 32


def test_json_ld_means_one_by_a_list_of_one() -> None:
    assert as_several(None) == []
    assert as_several("x") == ["x"]
    assert as_several(["x", None]) == ["x", None]
    assert has_type({"type": "Annotation"}, "Annotation")
    assert has_type({"type": ["x:Y", "Annotation"]}, "Annotation")
    assert not has_type({"type": {"Annotation": 1}}, "Annotation")
    assert not has_type("Annotation", "Annotation")
