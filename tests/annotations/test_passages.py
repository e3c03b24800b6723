"""Annotations of several passages: made, taken apart, found again, merged, and kept in the JSON form."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from desktop.annotations import (
    Annotation,
    Color,
    How,
    Passage,
    Resolution,
    dump_page,
    make_anchor,
    parse_page,
    reanchor,
    resolve,
)
from desktop.annotations.edits import (
    link,
    redraw,
    unlink,
)
from desktop.annotations.form.page import new_page
from desktop.annotations.form.source import Source
from desktop.annotations.merge import merge
from desktop.text import Span
from tests.annotations.samples import LATER, NOON, SHA, TEXT, sample, with_first, with_further

PASSAGE = Passage(make_anchor(TEXT, Span(24, 26), SHA), "s2t", "某乙", 1)


def linked(passage: Passage = PASSAGE) -> Annotation:
    """Return a note that links two passages."""
    after = link(sample(0), passage, LATER).after
    assert after is not None
    return after


def test_a_passage_is_added_behind_those_that_a_note_has() -> None:
    note = linked()
    assert note.passages == (*sample(0).passages, PASSAGE)
    assert (note.id, note.modified) == (sample(0).id, LATER)


def test_an_annotation_needs_a_passage() -> None:
    with pytest.raises(ValueError, match="needs a passage"):
        replace(sample(0), passages=())


def test_taking_out_the_first_passage_puts_the_next_in_its_place_with_all_that_it_says() -> None:
    extra = MappingProxyType({"x-page": 7})
    first = Resolution(make_anchor(TEXT, Span(1, 3), "later"), How.QUOTE)
    note = with_first(linked(replace(PASSAGE, extra=extra)), resolved=(first,))
    after = unlink(note, 0, LATER).after
    assert after is not None
    assert after.passages == (Passage(PASSAGE.anchor, "s2t", "某乙", 1, extra),)
    assert after.extra == {}


@pytest.mark.parametrize("number", [-1, 2])
def test_a_passage_that_is_not_there_is_not_taken_out(number: int) -> None:
    with pytest.raises(ValueError, match="can't be taken out"):
        unlink(linked(), number, LATER)


def test_the_only_passage_is_not_taken_out() -> None:
    with pytest.raises(ValueError, match="can't be taken out"):
        unlink(sample(0), 0, LATER)


def test_a_passage_drawn_anew_is_anchored_anew_and_the_note_stays() -> None:
    found = Resolution(make_anchor(TEXT, Span(1, 3), "later"), How.DIFF)
    note = replace(with_first(linked(), resolved=(found,)), note="存疑")
    after = redraw(note, 0, Span(2, 6), TEXT, SHA, LATER).after
    assert after is not None
    assert (after.passages[0].anchor, after.passages[0].resolved) == (make_anchor(TEXT, Span(2, 6), SHA), ())
    assert (after.id, after.note, after.passages[1:]) == (note.id, "存疑", note.passages[1:])
    second = redraw(note, 1, Span(24, 27), TEXT, SHA, LATER).after
    assert second is not None
    assert (second.passages[0].anchor, second.passages[0].resolved) == (note.passages[0].anchor, (found,))
    assert second.passages[1:] == (replace(PASSAGE, anchor=make_anchor(TEXT, Span(24, 27), SHA)),)


# -- found again ----------------------------------------------------------------------------------------------


def test_every_passage_is_found_again_in_a_text_that_has_changed() -> None:
    note = linked()
    text = f"前言一句。\n\n{TEXT}"
    placement = reanchor({note.id: note}, text, "other", {SHA: TEXT})[note.id]
    places = [place.span for place in placement]
    assert [span.of(text) for span in places if span] == [note.passages[0].anchor.exact, PASSAGE.anchor.exact]


def test_a_passage_whose_words_are_gone_leaves_the_others_in_their_place() -> None:
    note = linked()
    text = TEXT.replace(TEXT[20:34], "")
    placement = reanchor({note.id: note}, text, "other", {SHA: TEXT})[note.id]
    assert placement[0].span is not None
    assert [further.span for further in placement[1:]] == [None]


def test_it_is_kept_where_each_passage_was_found_and_the_next_search_starts_there() -> None:
    note = linked()
    second = f"前言一句。\n\n{TEXT}"
    placement = reanchor({note.id: note}, second, "second", {SHA: TEXT})[note.id]
    found = resolve(note, placement, second, "second")
    [place] = found.passages[1].resolved
    assert (place.anchor.sha256, place.anchor.span.of(second)) == ("second", PASSAGE.anchor.exact)
    assert found.passages[0].resolved[0].anchor.sha256 == "second"
    assert (found.passages[1].anchor, found.modified) == (PASSAGE.anchor, note.modified)
    third = f"再前一句。{second}"
    snapshots = {"second": second}  # the first text is not kept
    again = reanchor({note.id: found}, third, "third", snapshots)[note.id]
    assert [one.how for one in again] == [How.DIFF, How.DIFF]
    assert again[1].span is not None
    assert again[1].span.of(third) == PASSAGE.anchor.exact
    here = reanchor({note.id: found}, second, "second", {})[note.id]
    assert here[1].span == place.anchor.span


def test_a_passage_taken_to_the_front_brings_along_where_it_was_found() -> None:
    found = Resolution(make_anchor(TEXT, Span(1, 3), "later"), How.QUOTE)
    rest = MappingProxyType({"baijia:resolved": {"known": {"later": {"x-by": "甲"}}}})
    note = linked(replace(PASSAGE, resolved=(found,), extra=rest))
    after = unlink(note, 0, LATER).after
    assert after is not None
    assert (after.passages[0].anchor, after.passages[0].resolved, after.passages[0].extra) == (
        PASSAGE.anchor,
        (found,),
        rest,
    )
    back = link(after, note.passages[0], LATER).after
    assert back is not None
    assert back.passages == (note.passages[1], note.passages[0])
    drawn = redraw(note, 1, Span(24, 27), TEXT, SHA, LATER).after
    assert drawn is not None
    assert (drawn.passages[1].resolved, drawn.passages[1].extra) == ((), {})


def test_a_passage_drawn_on_its_first_words_again_is_there_whatever_was_found_since() -> None:
    elsewhere = Resolution(make_anchor(TEXT, Span(8, 10), SHA), How.READER)
    note = with_first(sample(0), resolved=(elsewhere,))
    after = redraw(note, 0, note.passages[0].anchor.span, TEXT, SHA, LATER).after
    assert after is not None
    assert reanchor({note.id: after}, TEXT, SHA)[note.id][0].span == note.passages[0].anchor.span


# -- merged ---------------------------------------------------------------------------------------------------


def test_passages_that_two_writers_added_are_both_kept_and_one_taken_out_is_gone() -> None:
    note = linked()
    others = [replace(PASSAGE, anchor=make_anchor(TEXT, Span(at, at + 2), SHA)) for at in (8, 12)]
    one, other = with_further(note, others[0]), with_further(note, PASSAGE, others[1])
    for ours, theirs in ((one, other), (other, one)):
        [merged] = merge({note.id: note}, {note.id: ours}, {note.id: theirs}).values()
        assert merged.passages[1:] == tuple(others)


def test_places_found_for_words_that_were_drawn_anew_elsewhere_are_dropped_in_a_merge() -> None:
    base = sample(0)
    found = Resolution(make_anchor(TEXT, Span(1, 3), "later"), How.DIFF)
    drawn = redraw(base, 0, Span(2, 6), TEXT, SHA, LATER).after
    assert drawn is not None
    [merged] = merge({base.id: base}, {base.id: drawn}, {base.id: with_first(base, resolved=(found,))}).values()
    assert (merged.passages[0].anchor, merged.passages[0].resolved) == (drawn.passages[0].anchor, ())


def test_a_passage_that_two_machines_found_in_their_own_texts_is_one_passage() -> None:
    note = linked()
    places = [Resolution(replace(PASSAGE.anchor, sha256=sha), How.DIFF, 0.9) for sha in ("a", "b")]
    one, other = (with_further(note, replace(PASSAGE, resolved=(place,))) for place in places)
    for ours, theirs in ((one, other), (other, replace(one, note="改", modified=LATER))):
        [merged] = merge({note.id: note}, {note.id: ours}, {note.id: theirs}).values()
        [passage] = merged.passages[1:]
        assert replace(passage, resolved=()) == PASSAGE
        assert set(passage.resolved) == set(places)
    assert merge({note.id: note}, {}, {note.id: one}) == {}, "no edit that a deletion must yield to"


# -- in the JSON form -----------------------------------------------------------------------------------------

SEVERAL = (Path(__file__).parent / "data" / "page-1-passages.json").read_bytes()
SOURCE = Source("urn:uuid:d0", SHA, "問答.txt")


def written(*annotations: Annotation) -> bytes:
    page = replace(new_page(SOURCE), annotations=MappingProxyType({one.id: one for one in annotations}))
    return dump_page(page)


def test_several_passages_are_a_list_of_targets_each_with_its_own_selectors() -> None:
    targets = json.loads(written(linked()))["items"][0]["target"]
    assert [target["selector"][0]["exact"] for target in targets] == [
        sample(0).passages[0].anchor.exact,
        PASSAGE.anchor.exact,
    ]
    assert targets[1]["baijia:place"] == {"author": "某乙", "answer": 1}
    assert isinstance(json.loads(written(sample(0)))["items"][0]["target"], dict)


def test_what_is_unknown_of_a_further_target_stays_with_it() -> None:
    page = json.loads(written(linked()))
    target = page["items"][0]["target"][1]
    target |= {"x-page": 7, "state": target["state"] | {"x-cached": "a"}}
    target["selector"].append({"type": "CssSelector", "value": "p"})
    again = parse_page(json.dumps(page).encode())
    assert json.loads(dump_page(again))["items"] == page["items"]
    note = again.annotations[sample(0).id]
    only = unlink(note, 0, NOON).after
    assert only is not None
    kept = json.loads(written(only))["items"][0]["target"]
    assert kept == target


def test_where_further_passages_were_found_stands_on_their_targets_and_old_files_have_it_not() -> None:
    found = Resolution(make_anchor(TEXT, Span(1, 3), "later"), How.QUOTE, 0.8)
    note = linked(replace(PASSAGE, resolved=(found,)))
    page = json.loads(written(note))
    [entry] = page["items"][0]["target"][1]["baijia:resolved"]
    assert (entry["sha256"], entry["start"], entry["how"]) == ("later", 1, "quote")
    entry["x-by"] = "甲"
    page["items"][0]["target"][1]["baijia:resolved"].append({"x-another": "kind"})
    again = parse_page(json.dumps(page).encode())
    assert again.annotations[note.id].passages[1].resolved == (found,)
    assert json.loads(dump_page(again))["items"] == page["items"]
    del page["items"][0]["target"][1]["baijia:resolved"]
    assert parse_page(json.dumps(page).encode()).annotations[note.id] == linked()


def test_a_file_with_several_passages_is_read_as_it_was_meant_and_written_back_as_it_was() -> None:
    page = parse_page(SEVERAL)
    many, bare, odd = page.annotations.values()
    assert [passage.anchor.exact for passage in many.passages] == ["內存", "內存", "😀"]
    assert [[found.how for found in passage.resolved] for passage in many.passages] == [[How.DIFF], [How.DIFF], []]
    assert [passage.answer for passage in many.passages] == [3, 3, None]
    assert (len(bare.passages), odd.conflicts_with) == (1, bare.id)
    assert not page.edited
    assert dump_page(page, seal=True).decode() == SEVERAL.decode()


def test_what_the_only_target_has_under_the_key_of_further_ones_stays_there_and_says_nothing() -> None:
    odd = next(one for one in parse_page(SEVERAL).annotations.values() if one.conflicts_with)
    assert odd.passages[0].resolved == ()
    was, now = (json.loads(data)["items"] for data in (SEVERAL, written(odd)))
    key = "baijia:resolved"
    assert [(one["target"][key], key in one) for one in now] == [(was[2]["target"][key], False)]


def test_an_item_one_of_whose_targets_is_not_understood_is_carried_along_whole() -> None:
    page = json.loads(written(linked(), sample(1)))
    page["items"][0]["target"].append("https://example.org/elsewhere")
    again = parse_page(json.dumps(page).encode())
    assert list(again.annotations) == [sample(1).id]
    assert page["items"][0] in json.loads(dump_page(again))["items"]


def test_a_colour_belongs_to_the_whole_note() -> None:
    assert parse_page(written(replace(linked(), color=Color.INDIGO))).annotations[sample(0).id].color is Color.INDIGO
