"""Notes as an AnnotationCollection: what the W3C model asks for is there, what is private is not."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Color, StoreError
from desktop.annotations.exchange import ExportForm, collection
from desktop.annotations.exchange.collection import to_json
from desktop.annotations.exchange.foreign import as_several
from desktop.annotations.form.strict_json import is_list, is_object
from desktop.text import Span
from tests.annotations.exchange.parcels import DOCUMENT, by_id, exported, lost, note_on, plan
from tests.annotations.samples import NOON, with_first

IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
UTC_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
MOTIVATIONS = {"highlighting", "commenting"}


def made(*annotations: Any) -> dict[str, Any]:  # noqa: ANN401 (annotations)
    """Return the collection of `annotations` as another program reads it."""
    return json.loads(exported(ExportForm.JSON_LD, *annotations))


def check_annotation(item: dict[str, Any]) -> None:
    """Hold `item` against what sections 3 and 4 of the Web Annotation Data Model say MUST be."""
    assert IRI.fullmatch(item["id"])
    assert item["type"] == "Annotation"
    assert item["motivation"] in MOTIVATIONS
    assert UTC_TIME.fullmatch(item["created"])
    assert UTC_TIME.fullmatch(item["modified"])
    for body in as_several(item.get("body")):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body.get("format") == "text/plain" or body.get("purpose") == "tagging"
    check_target(item["target"])


def check_target(target: dict[str, Any]) -> None:
    assert IRI.fullmatch(target["source"])
    kinds = [selector["type"] for selector in target["selector"]]
    assert kinds in (["TextQuoteSelector", "TextPositionSelector"], ["TextQuoteSelector"])
    assert isinstance(target["selector"][0]["exact"], str)
    for selector in target["selector"][1:]:
        assert 0 <= selector["start"] < selector["end"]
    assert target["state"]["type"] == "TimeState"
    assert UTC_TIME.fullmatch(target["state"]["sourceDate"])


def test_a_collection_has_all_that_the_model_asks_for() -> None:
    whole = made(note_on("戰略家", "誰?", ("外交",)), note_on("死敵"), lost())
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["type"] == "AnnotationCollection"
    assert IRI.fullmatch(whole["id"])
    assert whole["total"] == 3
    assert whole["label"] == "爲什麼美國與俄羅斯會面?"
    assert UTC_TIME.fullmatch(whole["generated"])
    page = whole["first"]
    assert page["type"] == "AnnotationPage"
    assert IRI.fullmatch(page["id"])
    assert page["id"] != whole["id"] == page["partOf"]
    assert page["startIndex"] == 0
    assert "@context" not in page
    assert len(page["items"]) == 3
    for item in page["items"]:
        check_annotation(item)


def test_every_term_that_is_not_of_the_model_has_our_prefix() -> None:
    def terms(value: object) -> set[str]:
        if is_object(value):
            return set(value) | {term for inner in value.values() for term in terms(inner)}
        return {term for inner in as_several(value) for term in terms(inner)} if is_list(value) else set()

    whole = made(note_on("戰略家", "誰?", ("外交",)))
    assert whole.pop("@context")[1] == {"baijia": "urn:baijia:terms:"}
    own = whole["first"].pop("baijia:source")
    items = whole["first"]["items"]
    for item in items:
        item["target"].pop("baijia:place")
    assert own["sha256"] == DOCUMENT.sha256
    assert {term for term in terms(whole) if ":" not in term} == {
        *("id", "type", "label", "generator", "name", "generated", "total", "first", "partOf"),
        *("startIndex", "items", "motivation", "created", "modified", "body", "value", "format", "purpose"),
        *("target", "source", "state", "sourceDate", "selector", "exact", "prefix", "suffix", "start", "end"),
    }


def test_where_the_file_lies_on_this_computer_stays_here() -> None:
    assert b"/threads" not in exported(ExportForm.JSON_LD, note_on("戰略家"))
    assert b"/threads" not in exported(ExportForm.HTML, note_on("戰略家"))


def test_a_position_that_nobody_knows_is_not_made_up() -> None:
    elsewhere = lost()
    elsewhere = with_first(elsewhere, anchor=replace(elsewhere.passages[0].anchor, span=Span(0, 0), sha256=""))
    (item,) = made(elsewhere)["first"]["items"]
    assert [selector["type"] for selector in item["target"]["selector"]] == ["TextQuoteSelector"]


def test_the_collection_restores_what_was_exported() -> None:
    notes = note_on("戰略家", "誰?", ("外交",), Color.INDIGO), note_on("死敵"), note_on("想法😀")
    assert by_id(*plan(exported(ExportForm.JSON_LD, *notes)).new) == by_id(*notes)


def test_the_same_thread_has_the_same_names_on_every_machine() -> None:
    one, two = collection(DOCUMENT, {}, NOON), collection(DOCUMENT, by_id(note_on("死敵")), NOON)
    assert one["id"] == two["id"]


def test_a_note_without_a_form_in_json_is_refused() -> None:
    broken = replace(note_on("死敵"), extra={"x": float("nan")})
    with pytest.raises(StoreError):
        to_json(collection(DOCUMENT, by_id(broken), NOON))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()), st.lists(st.text(st.characters()), max_size=3))
def test_whatever_a_note_says_it_comes_back(note: str, tags: list[str]) -> None:
    made_here = note_on("死敵", note, tuple(tags))
    assert plan(exported(ExportForm.JSON_LD, made_here)).new == (made_here,)
