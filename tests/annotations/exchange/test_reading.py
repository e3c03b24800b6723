"""From bytes to annotations: every form that is known, and one clear reason for all others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.exchange import ExportForm, ImportRefusedError, Refusal
from desktop.annotations.exchange import reading as module
from desktop.annotations.exchange.reading import Brought, read_notes
from desktop.annotations.form.page import Page, dump_page
from desktop.annotations.form.source import source_of
from desktop.annotations.form.strict_json import is_list, is_object
from tests.annotations.exchange.parcels import DOCUMENT, by_id, exported, note_on, quoting, row, w3c
from tests.annotations.samples import JSON, NOON

if TYPE_CHECKING:
    from collections.abc import Callable

OURS = note_on("戰略家", "誰?", ("外交",))
STORED = dump_page(Page("urn:uuid:0", source_of(DOCUMENT), by_id(OURS, note_on("死敵"))))


def read(raw: Any) -> Brought:  # noqa: ANN401 (JSON, or bytes)
    return read_notes(raw if isinstance(raw, bytes) else json.dumps(raw).encode(), NOON)


def refusal(raw: Any) -> Refusal:  # noqa: ANN401 (JSON, or bytes)
    with pytest.raises(ImportRefusedError) as refused:
        read(raw)
    return refused.value.reason


@pytest.mark.parametrize(
    "data",
    [STORED, b"\xef\xbb\xbf" + STORED, exported(ExportForm.HTML, OURS), exported(ExportForm.JSON_LD, OURS)],
    ids=["the file of notes", "with a byte order mark", "our web page", "our collection"],
)
def test_what_this_program_wrote_is_its_own(data: bytes) -> None:
    brought = read(data)
    assert brought.ours[OURS.id] == OURS
    assert brought.foreign == {}
    assert brought.sources[0].sha256 == DOCUMENT.sha256


@pytest.mark.parametrize(
    "raw",
    [
        w3c("結盟"),
        [w3c("結盟")],
        {"type": "AnnotationPage", "items": [w3c("結盟")]},
        {"type": ["AnnotationPage", "x:y"], "items": [w3c("結盟")]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [w3c("結盟")]}},
        {"type": "AnnotationCollection", "items": [w3c("結盟")]},
        {"type": "AnnotationCollection", "first": {"items": [], "next": {"items": [w3c("結盟")]}}},
        {"annotations": [row("結盟")]},
        {"rows": [row("結盟")], "total": 1},
        [row("結盟")],
        row("結盟"),
    ],
    ids=[
        *("one", "a list", "a page", "two types", "a collection", "items in a collection", "a second page"),
        *("Hypothesis's export", "Hypothesis's API", "rows", "a row"),
    ],
)
def test_what_other_programs_wrote_is_foreign(raw: object) -> None:
    brought = read(raw)
    assert [one.passages[0].anchor.exact for one in brought.foreign.values()] == ["結盟"]
    assert (brought.ours, brought.skipped) == ({}, 0)


REFUSED: list[tuple[object, Refusal]] = [
    (b"", Refusal.DAMAGED),
    (b" \n", Refusal.DAMAGED),
    (b"\xff\xfe\x00", Refusal.DAMAGED),
    (STORED[:-5], Refusal.DAMAGED),
    (b'{"type": 1, "type": 2}', Refusal.DAMAGED),
    (b"[NaN]", Refusal.DAMAGED),
    (b"[1e999]", Refusal.DAMAGED),
    (b"[" * 200_000, Refusal.DAMAGED),
    (b"[" * 120 + b"]" * 120, Refusal.DAMAGED),
    (b"9" * 10_000, Refusal.DAMAGED),
    (b"<!DOCTYPE html><p>\xe7", Refusal.UNKNOWN),
    (b"# Markdown", Refusal.DAMAGED),
    (7, Refusal.UNKNOWN),
    ([], Refusal.UNKNOWN),
    ({"type": "FeatureCollection"}, Refusal.UNKNOWN),
    ({"items": [w3c("結盟")]}, Refusal.UNKNOWN),
    ({"type": "AnnotationCollection", "first": "https://example.org/page1"}, Refusal.ELSEWHERE),
    ({"type": "AnnotationCollection", "total": 0}, Refusal.EMPTY),
    ({"type": "AnnotationPage", "items": ["https://example.org/1"]}, Refusal.EMPTY),
    ({"type": "AnnotationPage", "items": {"0": w3c("x")}}, Refusal.EMPTY),
    ({"annotations": []}, Refusal.EMPTY),
    ({"rows": [None, 7, {}]}, Refusal.EMPTY),
    ([1, 2], Refusal.EMPTY),
]


@pytest.mark.parametrize(("raw", "reason"), REFUSED, ids=lambda value: str(value)[:32])
def test_what_cannot_be_imported_is_refused_for_one_reason(raw: object, reason: Refusal) -> None:
    assert refusal(raw) is reason


def test_a_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SIZE_LIMIT", len(STORED) - 1)
    assert refusal(STORED) is Refusal.TOO_LARGE


def test_one_bad_item_costs_no_other() -> None:
    page = {"type": "AnnotationPage", "items": [None, w3c("結盟"), {"type": "Annotation"}, "https://example.org/"]}
    brought = read(page)
    assert (len(brought.foreign), brought.skipped) == (1, 3)


def test_an_item_of_a_page_of_ours_that_another_program_added_is_foreign() -> None:
    page = json.loads(STORED)
    page["items"].append(w3c("結盟"))
    brought = read(page)
    assert (len(brought.ours), len(brought.foreign)) == (2, 1)


def damaged(change: Callable[[dict[str, Any]], object]) -> Brought:
    """Return what is read of a stored page whose first item was changed."""
    page = json.loads(STORED)
    change(page["items"][0])
    return read(page)


@pytest.mark.parametrize("position", [{"start": 5, "end": 10**30}, {"start": 3, "end": 5}], ids=str)
def test_a_place_that_cannot_be_that_of_the_words_is_not_trusted(position: dict[str, int]) -> None:
    brought = damaged(lambda item: item["target"]["selector"][1].update(position))
    assert OURS.id not in brought.ours
    assert brought.skipped == 1


def test_words_of_nothing_are_not_trusted() -> None:
    assert OURS.id not in damaged(lambda item: item["target"]["selector"][0].update(exact="")).ours


@pytest.mark.parametrize("end", range(0, len(STORED) - 1, 97))
def test_a_file_cut_short_anywhere_is_refused(end: int) -> None:
    assert refusal(STORED[:end]) is Refusal.DAMAGED


ODD = st.sampled_from([w3c("結盟"), row("結盟"), quoting("x"), json.loads(STORED), {"type": "AnnotationPage"}]) | JSON


@st.composite
def spoilt(draw: st.DrawFn) -> Any:  # noqa: ANN401 (JSON)
    """Draw a file of a known form in which any values were replaced by any others."""
    known = [w3c("結盟"), {"rows": [row("甲"), row("乙", "b")]}, json.loads(STORED), [row("甲"), w3c("結盟")]]
    raw = json.loads(json.dumps(draw(st.sampled_from(known))))
    for _ in range(draw(st.integers(1, 3))):
        node: Any = raw
        while node and (is_object(node) or is_list(node)):
            key: Any = draw(st.sampled_from(list(node) if is_object(node) else list(range(len(node)))))
            if not isinstance(node[key], dict | list) or draw(st.booleans()):
                node[key] = json.loads(json.dumps(draw(ODD)))
                break
            node = node[key]
    return raw


@settings(max_examples=250, deadline=None)
@given(spoilt())
def test_no_json_does_harm(raw: Any) -> None:  # noqa: ANN401 (JSON)
    try:
        brought = read(raw)
    except ImportRefusedError:
        return
    for annotation in brought.annotations.values():
        assert annotation.passages[0].anchor.exact.strip()
        assert annotation.created.tzinfo is not None


@settings(max_examples=150, deadline=None)
@given(st.binary() | st.binary().map(lambda tail: STORED[:100] + tail) | st.binary().map(lambda tail: b"<" + tail))
def test_no_bytes_do_harm(data: bytes) -> None:
    with pytest.raises(ImportRefusedError):
        read(data)
