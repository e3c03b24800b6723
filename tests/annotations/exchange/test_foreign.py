"""Annotations of other programs become ours: what they say, who said it, and a name that stays the same."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.annotations import Color
from desktop.annotations.exchange.foreign import origin_of, read_hypothesis, read_w3c
from desktop.annotations.form.fields import FormError
from desktop.text import Span
from tests.annotations.exchange.parcels import quoting, row, w3c
from tests.annotations.samples import NOON

UUID = "urn:uuid:00000000-0000-0000-0000-000000000001"


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
