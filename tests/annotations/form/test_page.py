"""The JSON form: kept to the byte, tolerant of items, and closed to anything that isn't JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Anchor, Annotation, Color, How, Page, StoreError, dump_page, parse_page
from desktop.annotations.form import page as form
from desktop.annotations.form import strict_json
from desktop.annotations.form.lines import Fragments
from desktop.annotations.form.page import new_page, redescribed
from desktop.annotations.form.source import Source, source_of
from desktop.text import Span
from tests.annotations.samples import ANNOTATIONS, JSON, LATER, UNKNOWN, by_id, document, sample, samples

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[1] / "data"
# The same page twice: as the first version laid it out, and as it is laid out now.
GOLDEN, BY_LINE = ((DATA / name).read_bytes() for name in ("page-1.json", "page-1-lines.json"))
FIRST, SECOND = (f"urn:uuid:5b000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
QUICK = settings(max_examples=25, deadline=None)


def golden(change: Callable[[Any], object]) -> bytes:
    page = json.loads(GOLDEN)
    change(page)
    return json.dumps(page).encode()


def item(**fields: object) -> Callable[[Any], object]:
    return lambda page: page["items"][1].update({key.replace("_", ":"): value for key, value in fields.items()})


def target(**fields: object) -> Callable[[Any], object]:
    return lambda page: page["items"][1]["target"].update(
        {key.replace("_", ":"): value for key, value in fields.items()}
    )


def test_a_file_of_the_first_schema_is_read_as_it_was_meant() -> None:
    page = parse_page(GOLDEN)
    one = page.annotations[FIRST]
    [passage] = one.passages
    assert (page.revision, page.source.name, page.source.code_points) == (17, "問答.txt", 37)
    assert (one.color, one.note, one.tags, passage.made_in) == (
        Color.ROUGE,
        "存疑\n見𠮷野家 😀",
        ("硬體", "待查"),
        "s2tw",
    )
    assert (passage.anchor.exact, passage.anchor.prefix, passage.anchor.span) == ("內存", "如何看待", Span(4, 6))
    assert (passage.author, passage.answer, passage.anchor.sha256) == ("某甲", 3, "9f" * 32)
    assert one.created == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert one.modified == datetime(2026, 1, 2, 3, 9, 0, 250000, tzinfo=UTC)
    assert (page.annotations[SECOND].extra, page.annotations[SECOND].passages[0].answer) == ({}, None)
    assert len(page.kept) == 1


def test_a_file_of_the_first_schema_is_written_back_as_it_was() -> None:
    assert parse_page(BY_LINE) == parse_page(GOLDEN)
    assert dump_page(parse_page(BY_LINE)).decode() == BY_LINE.decode()
    assert dump_page(parse_page(GOLDEN)).decode() == BY_LINE.decode()


def test_each_item_has_a_line_and_no_other_line_begins_with_a_brace() -> None:
    lines = BY_LINE.decode().splitlines()
    assert [line for line in lines if line.startswith("{")][1:] == [
        line for line in lines if '"id": "urn:uuid:5b' in line
    ]


def test_what_only_looks_laid_out_by_line_is_read_as_it_is() -> None:
    page: dict[str, Any] = {
        "type": "AnnotationPage",
        "baijia:source": {},
        "x": '\n "items": [\n',
        "items": [["{},\n{}"], "],\n"],
    }
    for indent in (None, 0, 1):
        data = json.dumps(page, indent=indent).encode()
        assert parse_page(data).kept == (["{},\n{}"], "],\n")
    assert parse_page(BY_LINE.replace(b"},\n{", b"}\n,{")) == parse_page(GOLDEN)
    with pytest.raises(StoreError):
        parse_page(BY_LINE.replace(b"},\n{", b"}\n{"))


def test_unchanged_items_keep_their_text_and_changed_ones_do_not() -> None:
    fragments = Fragments()
    odd = BY_LINE.replace(b'\n{"id": ', b'\n{ "id":', 2)
    page = parse_page(odd, fragments)
    assert dump_page(page, fragments) == odd
    edited = replace(page.annotations[FIRST], note="改")
    written = dump_page(replace(page, annotations={**page.annotations, FIRST: edited}), fragments)
    assert parse_page(written).annotations == {**page.annotations, FIRST: edited}
    assert (odd.count(b'{ "id":'), written.count(b'{ "id":')) == (2, 1)


def test_a_text_that_leaves_the_version_to_the_page_is_written_anew_when_that_changes() -> None:
    fragments = Fragments()
    page = parse_page(BY_LINE.replace(b', "baijia:sha256": "' + b"9f" * 32 + b'"', b""), fragments)
    later = replace(page, source=replace(page.source, sha256="00" * 32))
    assert parse_page(dump_page(later, fragments)).annotations == page.annotations


def test_an_edit_leaves_everything_unknown_in_place() -> None:
    page = parse_page(GOLDEN)
    edited = replace(page.annotations[FIRST], note="改", tags=("待查",), color=Color.INDIGO, modified=LATER)
    written = json.loads(dump_page(replace(page, annotations={**page.annotations, FIRST: edited})))["items"][0]
    was = json.loads(GOLDEN)["items"][0]
    assert (written["target"], written["baijia:resolved"]) == (was["target"], was["baijia:resolved"])
    assert written["body"] == [{**was["body"][0], "value": "改"}, was["body"][2], was["body"][3]]
    assert (written["baijia:color"], written["modified"]) == ("indigo", "2026-01-03T08:30:15.250000Z")


@QUICK
@given(st.lists(ANNOTATIONS, max_size=3), UNKNOWN, UNKNOWN, st.lists(JSON, max_size=2), st.integers(0))
def test_any_page_comes_back_as_it_was(
    annotations: list[Annotation], extra: dict[str, Any], source: dict[str, Any], kept: list[Any], revision: int
) -> None:
    described = replace(source_of(document()), extra=source)
    page = Page("urn:uuid:1", described, by_id(annotations), tuple(kept), revision, extra=extra)
    assert parse_page(dump_page(page)) == page


def found_later(page: dict[str, Any]) -> None:
    """Have the second item found in a later text."""
    place = {
        "sha256": "c1",
        "start": 3,
        "end": 4,
        "exact": "😀",
        "prefix": "",
        "suffix": "",
        "how": "diff",
        "score": 0.9,
    }
    page["items"][1]["baijia:resolved"] = [place]


def test_where_an_item_was_found_later_is_read_and_what_is_unclear_there_stays() -> None:
    unclear = [{"sha256": "c2"}, "?", {"how": ["diff"]}]
    data = golden(lambda page: (found_later(page), page["items"][1]["baijia:resolved"].extend(unclear)))
    page = parse_page(data)
    (place,) = page.annotations[SECOND].passages[0].resolved
    assert (place.anchor, place.how, place.score) == (Anchor("😀", "", "", Span(3, 4), "c1"), How.DIFF, 0.9)
    assert json.loads(dump_page(page)) == json.loads(data)


LEVELS: dict[str, Callable[[Any], Any]] = {
    "page": lambda page: page,
    "source": lambda page: page["baijia:source"],
    "item": lambda page: page["items"][0],
    "note": lambda page: page["items"][0]["body"][0],
    "tag": lambda page: page["items"][0]["body"][1],
    "foreign body": lambda page: page["items"][0]["body"][3],
    "target": lambda page: page["items"][0]["target"],
    "state": lambda page: page["items"][0]["target"]["state"],
    "place": lambda page: page["items"][0]["target"]["baijia:place"],
    "quote": lambda page: page["items"][0]["target"]["selector"][0],
    "position": lambda page: page["items"][0]["target"]["selector"][1],
    "foreign selector": lambda page: page["items"][0]["target"]["selector"][2],
    "kept item": lambda page: page["items"][2],
    "place in a later text": lambda page: page["items"][1]["baijia:resolved"][0],
}


@pytest.mark.parametrize("level", LEVELS.values(), ids=LEVELS)
def test_unknown_keys_survive_at_every_level(level: Callable[[Any], Any]) -> None:
    @settings(max_examples=10, deadline=None)
    @given(UNKNOWN)
    def survive(unknown: dict[str, Any]) -> None:
        data = golden(lambda page: (found_later(page), level(page).update(unknown)))
        assert json.loads(dump_page(parse_page(data))) == json.loads(data)

    survive()


FOREIGN: dict[str, Callable[[Any], object]] = {
    "another context": lambda page: page.update({"@context": "http://www.w3.org/ns/anno.jsonld"}),
    "a higher schema that we may write": lambda page: page.update({"baijia:schema": 2}),
    "another motivation": item(motivation=["linking", "commenting"]),
    "another document's passage": target(source="https://example.org/page"),
    "a list of foreign bodies": item(body=["https://example.org/a", 1, None, ["x"], {"type": ["TextualBody"]}]),
    "a note in HTML": item(body={"type": "TextualBody", "value": "<b>", "format": "text/html"}),
    "another date of the source": lambda page: page["items"][1]["target"]["state"].update(sourceDate="2020-01-01"),
}


@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN)
def test_what_other_programs_wrote_stays(change: Callable[[Any], object]) -> None:
    data = golden(change)
    page = parse_page(data)
    assert set(page.annotations) == {FIRST, SECOND}
    assert json.loads(dump_page(page)) == json.loads(data)


NOT_UNDERSTOOD: dict[str, Callable[[Any], object]] = {
    "no object": lambda page: page["items"].__setitem__(1, "文字"),
    "null": lambda page: page["items"].__setitem__(1, None),
    "another type": item(type="Bookmark"),
    "a number for an id": item(id=7),
    "no id at all": item(id=""),
    "a colour we lack": item(baijia_color="vermilion"),
    "a list for a colour": item(baijia_color=[]),
    "no time": item(created="yesterday"),
    "a time before time": item(created="0001-01-01T00:00:00+14:00"),
    "a number for a time": item(modified=20260102),
    "no target": item(target=None),
    "a target by name": item(target="https://example.org"),
    "one selector": target(selector=[{"type": "TextQuoteSelector", "exact": "內存"}]),
    "an unhashable selector type": target(selector=[{"type": ["TextQuoteSelector"]}]),
    "no selectors": target(selector="內存"),
    "a number for a quote": lambda page: page["items"][1]["target"]["selector"][0].update(exact=4),
    "an end before the start": lambda page: page["items"][1]["target"]["selector"][1].update(end=3),
    "a start below 0": lambda page: page["items"][1]["target"]["selector"][1].update(start=-1),
    "true for a position": lambda page: page["items"][1]["target"]["selector"][1].update(start=True),
    "half a position": lambda page: page["items"][1]["target"]["selector"][1].update(start=1.5),
    "another state": target(state={"type": "HttpRequestState"}),
    "a list of states": target(state=[]),
    "a number for an answer": target(baijia_place={"answer": "3"}),
    "a place by name": target(baijia_place="三樓"),
    "a number for what it conflicts with": item(baijia_conflictsWith=1),
    "a script that is none": target(baijia_script=None),
    "an id that is taken": item(id=FIRST),
}


@pytest.mark.parametrize("change", NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_an_item_that_is_not_understood_is_carried_along(change: Callable[[Any], object]) -> None:
    data = golden(change)
    page = parse_page(data)
    assert set(page.annotations) == {FIRST}
    assert list(page.kept) == json.loads(data)["items"][1:]
    assert json.loads(dump_page(page)) == json.loads(data)


@QUICK
@given(JSON, st.sampled_from(["type", "id", "created", "modified", "body", "target", "baijia:color", "motivation"]))
def test_no_value_in_an_item_is_lost_or_does_harm(value: object, key: str) -> None:
    before = json.loads(golden(item(**{key: value})))
    page = parse_page(json.dumps(before).encode())
    assert len(page.annotations) + len(page.kept) == 3
    assert parse_page(dump_page(page)) == page


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "spaces": b" \n",
    "zeros": bytes(4096),
    "null": b"null",
    "a number": b"1e400",
    "a list": b"[]",
    "another object": b"{}",
    "another type": golden(lambda page: page.update(type="Annotation")),
    "no source": golden(lambda page: page.pop("baijia:source")),
    "a source by name": golden(lambda page: page.update({"baijia:source": "x"})),
    "a number for a name": golden(lambda page: page["baijia:source"].update(name=1)),
    "items in an object": golden(lambda page: page.update(items={})),
    "no items": golden(lambda page: page.pop("items")),
    "a revision below 0": golden(lambda page: page.update({"baijia:revision": -1})),
    "a schema by name": golden(lambda page: page.update({"baijia:schema": "1"})),
    "true for a reader": golden(lambda page: page.update({"baijia:minReader": True})),
    "a key twice": GOLDEN.replace(b'"items"', b'"items": [], "items"'),
    "a key twice far inside": GOLDEN.replace(b'"exact"', b'"exact": "", "exact"', 1),
    "a key twice by escape": GOLDEN.replace(b'"x-page"', b'"x-page": 1, "x\\u002dpage"'),
    "not a number": GOLDEN.replace(b"0.98", b"NaN"),
    "infinity": GOLDEN.replace(b"0.98", b"-Infinity"),
    "a number out of range": GOLDEN.replace(b"0.98", b"1e999"),
    "more digits than Python reads": GOLDEN.replace(b"0.98", b"9" * 5000),
    "a hundred thousand lists": b"[" * 100_000,
    "lists closed again": b"[" * 100_000 + b"]" * 100_000,
    "objects a level too deep": GOLDEN.replace(b"0.98", b'{"a":' * 95 + b"1" + b"}" * 95),
    "half a character": GOLDEN.replace("內".encode(), "內".encode()[:2], 1),
    "an encoded surrogate": GOLDEN.replace("內".encode(), b"\xed\xa0\xbd", 1),
    "UTF-16": GOLDEN.decode().encode("utf-16"),
    "two pages": GOLDEN + GOLDEN,
    "a control character": GOLDEN.replace("存疑".encode(), b"\0", 1),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_a_page_is_damage(data: bytes) -> None:
    assert data != GOLDEN
    with pytest.raises(StoreError, match=r"^The file .*\.$"):
        parse_page(data)


def test_a_page_cut_off_anywhere_is_damage() -> None:
    for whole in (GOLDEN.rstrip(), BY_LINE.rstrip()):
        for length in range(len(whole)):
            with pytest.raises(StoreError):
                parse_page(whole[:length])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(GOLDEN) - 1), st.binary(max_size=4))
def test_a_page_with_bytes_overwritten_is_a_page_or_damage(place: int, noise: bytes) -> None:
    data = GOLDEN[:place] + noise + GOLDEN[place + len(noise) :]
    try:
        page = parse_page(data)
    except StoreError:
        return
    assert parse_page(dump_page(page)) == page


def test_deep_nesting_within_the_limit_survives() -> None:
    data = GOLDEN.replace(b"0.98", b'{"a":' * 90 + b"1" + b"}" * 90)
    assert json.loads(dump_page(parse_page(data))) == json.loads(data)


def test_a_byte_order_mark_is_forgiven() -> None:
    assert parse_page(b"\xef\xbb\xbf" + GOLDEN) == parse_page(GOLDEN)


def test_a_lone_surrogate_is_written_as_an_escape_beside_readable_chinese() -> None:
    page = new_page(Source("urn:uuid:1"))
    one = replace(sample(1), note="存疑 \ud83d 半個")
    data = dump_page(replace(page, annotations={one.id: one}))
    assert "存疑 \\ud83d 半個".encode() in data
    assert parse_page(data).annotations == {one.id: one}


def test_the_size_is_limited_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (form, strict_json):
        monkeypatch.setattr(module, "SIZE_LIMIT", len(GOLDEN))
    page = parse_page(GOLDEN)
    with pytest.raises(StoreError, match="larger"):
        parse_page(GOLDEN + b" ")
    with pytest.raises(StoreError, match="too many"):
        dump_page(replace(page, annotations={**page.annotations, **samples(1)}))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), {(1, 2): 3}])
def test_what_has_no_json_form_is_not_written(value: object) -> None:
    one = replace(sample(1), extra=MappingProxyType({"x": value}))
    with pytest.raises(StoreError, match="can't be written"):
        dump_page(replace(new_page(Source("urn:uuid:1")), annotations={one.id: one}))


NEWER: dict[str, Callable[[Any], object]] = {
    "as we know it": lambda _: None,
    "without items": lambda page: page.pop("items"),
    "of another type": lambda page: page.update(type="AnnotationCollection"),
}


@pytest.mark.parametrize("change", NEWER.values(), ids=NEWER)
def test_a_page_for_a_newer_version_is_never_called_damaged(change: Callable[[Any], object]) -> None:
    page = parse_page(golden(lambda raw: (change(raw), raw.update({"baijia:minReader": 2}))))
    assert page.is_newer
    assert not parse_page(GOLDEN).is_newer


def test_the_same_text_has_the_same_document_id_whatever_its_name() -> None:
    assert source_of(document("甲.txt")).id == source_of(document("乙.txt")).id
    assert source_of(document()).id != source_of(document(sha256="00" * 32)).id


def test_a_page_is_described_anew_as_if_it_were_written_anew() -> None:
    described = source_of(document())
    page = replace(
        new_page(described), annotations=samples(1, 2), extra={"x": dump_page(new_page(described)).decode()}
    )
    bare = described.without_paths()
    assert redescribed(dump_page(page), page, bare) == dump_page(replace(page, source=bare))
