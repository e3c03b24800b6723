"""An import is a plan first: what is new, changed, in conflict, without a place; and nothing happens twice."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Annotation, Color, How, Passage, Placement, PlacementState, Resolution, apply_changes
from desktop.annotations.exchange import (
    Delivery,
    ExportForm,
    ImportPlan,
    ImportRefusedError,
    Refusal,
    deliver,
    planned,
)
from desktop.annotations.exchange.plan import Precedence, compare, renewed, stamped
from desktop.annotations.form.page import Page, write_page
from desktop.annotations.form.source import source_of
from desktop.documents import parse_document
from tests.annotations.exchange.parcels import DOCUMENT, TEXT, by_id, exported, lost, note_on, plan, quoting, row, w3c
from tests.annotations.samples import LATER, NOON, noted, with_first

if TYPE_CHECKING:
    from _collections_abc import dict_keys
    from collections.abc import Mapping

ONE, TWO = note_on("戰略家", "誰?", ("外交",), Color.ROUGE), note_on("死敵", "過分")
HYPOTHESIS = (Path(__file__).parents[1] / "data" / "hypothesis-export.json").read_bytes()

LINKING = w3c("x", target=[{"selector": quoting(quote)} for quote in ("別處的一句話,這裏沒有", "戰略家", "孤家寡人")])
"""A note of another program on three passages, the first of which is in another text."""

MADE = note_on("戰略家", "誰?")
OURS, THEIRS, BOTH = Precedence.OURS, Precedence.THEIRS, Precedence.BOTH


def counts(made: ImportPlan) -> tuple[int, int, int, int, int]:
    """Return how many are new, changed, in conflict, unchanged, and without a place."""
    return len(made.new), len(made.changed), len(made.conflicts), made.unchanged, len(made.unplaced)


def done(
    made: ImportPlan, existing: Mapping[str, Annotation], *, with_unplaced: bool = True
) -> dict[str, Annotation]:
    """Return what is there after the import."""
    return dict(apply_changes(existing, made.changes(with_unplaced=with_unplaced)))


def test_what_is_not_here_is_new() -> None:
    made = plan(exported(ExportForm.JSON_LD, ONE, TWO), by_id(ONE))
    assert counts(made) == (1, 0, 0, 1, 0)
    assert made.new == (TWO,)
    assert done(made, by_id(ONE)) == by_id(ONE, TWO)


def test_what_was_edited_there_alone_is_changed_here() -> None:
    made = plan(exported(ExportForm.JSON_LD, noted(ONE, "新")), by_id(ONE, TWO))
    assert counts(made) == (0, 1, 0, 0, 0)
    assert done(made, by_id(ONE, TWO)) == by_id(noted(ONE, "新"), TWO)


def test_what_was_edited_here_alone_stays() -> None:
    ours = by_id(noted(ONE, "新"))
    made = plan(exported(ExportForm.JSON_LD, ONE), ours)
    assert counts(made) == (0, 0, 0, 1, 0)
    assert made.changes(with_unplaced=True) == ()


def test_what_was_edited_on_both_sides_is_kept_twice() -> None:
    ours, theirs = noted(ONE, "甲"), noted(ONE, "乙")
    made = plan(exported(ExportForm.JSON_LD, theirs), by_id(ours))
    assert counts(made) == (0, 0, 1, 0, 0)
    after = done(made, by_id(ours))
    assert sorted(one.note for one in after.values()) == ["乙", "甲"]
    assert after.keys() > {ONE.id}


def test_what_has_no_place_is_taken_only_when_asked_for() -> None:
    made = plan(exported(ExportForm.JSON_LD, ONE, lost("別處")))
    assert counts(made) == (1, 0, 0, 0, 1)
    assert done(made, {}, with_unplaced=False) == by_id(ONE)
    assert {one.note for one in done(made, {}).values()} == {"誰?", "別處"}


def test_the_plan_knows_whether_the_file_is_about_this_thread() -> None:
    assert plan(exported(ExportForm.HTML, ONE)).is_about_this
    raw = json.loads(exported(ExportForm.JSON_LD, ONE))
    raw["first"]["baijia:source"] = {"id": "urn:uuid:0", "sha256": "00" * 32}
    assert not plan(raw).is_about_this
    raw["first"]["baijia:source"]["versions"] = [DOCUMENT.sha256]
    assert plan(raw).is_about_this
    assert not plan(w3c("戰略家")).is_about_this


def test_words_in_several_places_are_counted_as_uncertain() -> None:
    made = plan([w3c("美國", "https://example.org/1"), w3c("戰略家", "https://example.org/2")])
    assert (len(made.new), made.uncertain) == (2, 1)


def test_an_export_of_hypothesis_is_brought_in() -> None:
    made = plan(HYPOTHESIS)
    assert counts(made) == (3, 0, 0, 0, 1)
    assert made.skipped == 1
    told = [
        (one.note, (one.passages[0].resolved[0].anchor if one.passages[0].resolved else one.passages[0].anchor).exact)
        for one in made.new
    ]
    assert told == [
        ("誰?\n\n*存疑*", "戰略家"),
        ("我也想知道", "戰略家"),
        ("簡體的引文", "目前的美國已經成為孤家寡人"),
    ]
    assert made.new[0].tags == ("外交", "歷史")
    assert made.new[0].passages[0].author == "杜達特洛夫斯基"
    assert made.unplaced[0].note == "別的網頁"


@pytest.mark.parametrize(
    "data",
    [
        HYPOTHESIS,
        exported(ExportForm.HTML, ONE, TWO, lost()),
        json.dumps([w3c("戰略家"), w3c("美國", "")]).encode(),
        json.dumps([LINKING, w3c("x", "", target=LINKING["target"])]).encode(),
        exported(ExportForm.JSON_LD, *plan(LINKING).new),
    ],
    ids=["Hypothesis", "our page", "W3C", "W3C, several passages", "ours, once W3C"],
)
@pytest.mark.parametrize("with_unplaced", [True, False])
def test_importing_twice_changes_nothing_the_second_time(data: bytes, with_unplaced: bool) -> None:
    once = done(plan(data), {}, with_unplaced=with_unplaced)
    assert once
    again = plan(data, once)
    assert again.changes(with_unplaced=with_unplaced) == ()
    assert again.unchanged == len(once)


def test_a_conflict_is_kept_once_however_often_it_is_imported() -> None:
    ours, data = by_id(noted(ONE, "甲")), exported(ExportForm.JSON_LD, noted(ONE, "乙"))
    once = done(plan(data, ours), ours)
    (name,) = once.keys() - ours.keys()
    for kept in (once, once | {name: noted(once[name], "丙")}):
        assert counts(plan(data, kept)) == (0, 0, 0, 1, 0)


def test_a_copy_that_comes_along_with_its_original_is_not_made_again() -> None:
    ours, data = by_id(noted(ONE, "甲")), exported(ExportForm.JSON_LD, noted(ONE, "乙"))
    settled = done(plan(data, ours), ours)
    theirs = noted(ONE, "乙")
    copies = [one for name, one in settled.items() if name != ONE.id]
    assert len(done(plan(exported(ExportForm.JSON_LD, theirs, *copies), ours), ours)) == 2


def test_what_the_reader_did_with_an_import_outlives_the_next() -> None:
    once = done(plan(HYPOTHESIS), {})
    mine = {name: replace(one, color=Color.INDIGO, tags=("mine",), modified=LATER) for name, one in once.items()}
    assert plan(HYPOTHESIS, mine).changes(with_unplaced=True) == ()


def test_what_its_author_edited_since_the_last_import_is_brought_up_to_date() -> None:
    once = done(plan([row("戰略家")]), {})
    again = plan([row("戰略家", text="改了", updated="2025-06-01T00:00:00+00:00")], once)
    assert counts(again) == (0, 1, 0, 0, 0)
    after = done(again, once)
    assert [one.note for one in after.values()] == ["改了"]
    assert counts(plan([row("戰略家", text="改了")], after)) == (0, 0, 0, 1, 0)


def test_a_note_on_several_passages_is_one_that_is_new() -> None:
    made = plan([LINKING, w3c("死敵", "https://example.org/anno/2")])
    assert counts(made) == (2, 0, 0, 0, 0)
    assert made.uncertain == 0
    [note] = [one for one in made.new if len(one.passages) > 1]
    first, *further = note.passages
    assert (first.anchor, first.author) == (note_on("戰略家").passages[0].anchor, "杜達特洛夫斯基")
    assert [passage.anchor.exact for passage in further] == ["孤家寡人", "別處的一句話,這裏沒有"]


def test_a_note_is_uncertain_or_without_a_place_by_all_its_passages() -> None:
    unsure = w3c("x", target=[{"selector": quoting("戰略家")}, {"selector": quoting("美國")}])
    nowhere = w3c("x", "urn:x", target=[{"selector": quoting(f"別處的一句話,{n}")} for n in ("這裏沒有", "那裏有")])
    made = plan([unsure, nowhere])
    assert (counts(made), made.uncertain) == ((1, 0, 0, 0, 1), 1)


def test_a_passage_that_was_added_elsewhere_is_brought_in_and_one_added_here_stays() -> None:
    targets = LINKING["target"]
    once = done(plan(LINKING | {"target": targets[:2]}), {})
    again = plan(LINKING, once)
    assert counts(again) == (0, 1, 0, 0, 0)
    [after] = done(again, once).values()
    assert {anchor.exact for anchor in after.anchors} == {"戰略家", "孤家寡人", "別處的一句話,這裏沒有"}
    [brought] = once.values()
    passages = (*brought.passages, Passage(note_on("死敵").passages[0].anchor))
    linked = replace(brought, passages=passages, modified=LATER)
    assert plan(LINKING | {"target": targets[:2]}, by_id(linked)).changes(with_unplaced=True) == ()


def test_another_version_of_the_thread_makes_no_change_of_what_has_another_place_in_it() -> None:
    once = done(plan(LINKING), {})
    later = parse_document(TEXT.replace("戰略家", "謀士"), DOCUMENT.path, "utf-8")
    made = planned(deliver(json.dumps(LINKING).encode(), later, NOON), once)
    assert (counts(made), made.changes(with_unplaced=True)) == ((0, 0, 0, 1, 0), ())


def test_our_own_file_with_a_passage_that_never_had_a_place_is_taken_whole() -> None:
    [note] = done(plan(LINKING), {}).values()
    page = write_page(Page("urn:uuid:1", source_of(DOCUMENT), by_id(note)))
    assert plan(page).new == (note,)
    assert plan(page, by_id(note)).changes(with_unplaced=True) == ()


def test_nothing_to_import_is_an_error_with_a_reason() -> None:
    with pytest.raises(ImportRefusedError) as refused:
        plan(b"{}")
    assert refused.value.reason is Refusal.UNKNOWN


NOTES = st.builds(
    note_on,
    st.sampled_from(["戰略家", "死敵", "想法", "美國", "結盟", "孤家寡人"]),
    st.text(max_size=5),
    st.lists(st.text(max_size=3), max_size=2).map(tuple),
    st.sampled_from(Color),
)


@st.composite
def sides(draw: st.DrawFn) -> tuple[dict[str, Annotation], dict[str, Annotation]]:
    """Draw what two readers have who began with the same notes."""
    common = draw(st.lists(NOTES, max_size=4))

    def side() -> dict[str, Annotation]:
        kept = [one for one in common if draw(st.booleans())]
        edited = [noted(one, draw(st.text(max_size=2))) if draw(st.booleans()) else one for one in kept]
        return by_id(*edited, *draw(st.lists(NOTES, max_size=2)))

    return side(), side()


@settings(max_examples=80, deadline=None)
@given(sides(), st.sampled_from([ExportForm.HTML, ExportForm.JSON_LD]))
def test_an_import_loses_nothing_on_either_side_and_is_done_once(
    both: tuple[dict[str, Annotation], dict[str, Annotation]], form: ExportForm
) -> None:
    ours, theirs = both
    if not theirs:
        return
    data = exported(form, *theirs.values())
    after = done(plan(data, ours), ours)
    said = {(one.note, one.tags) for one in after.values()}
    assert ours.keys() | theirs.keys() <= after.keys()
    for one in (*ours.values(), *theirs.values()):
        assert (one.note, one.tags) in said or one.modified == one.created
    assert plan(data, after).changes(with_unplaced=True) == ()


def test_ten_thousand_notes_are_planned_in_seconds() -> None:
    notes = [replace(ONE, id=f"urn:uuid:{number:032x}") for number in range(10_000)]
    data = exported(ExportForm.JSON_LD, *notes)
    before = time.perf_counter()
    assert len(plan(data).new) == 10_000
    assert time.perf_counter() - before < 8


class Asked(dict[str, Annotation]):
    """Annotations by id that count how often they were gone through."""

    times = 0

    def keys(self) -> dict_keys[str, Annotation]:
        """Return the ids."""
        self.times += 1
        return super().keys()


def test_what_there_is_is_gone_through_once_however_many_conflicts_there_are() -> None:
    here = Asked({f"urn:uuid:{n}": replace(ONE, id=f"urn:uuid:{n}", note="這", modified=LATER) for n in range(20)})
    there = {name: replace(one, note="那") for name, one in here.items()}
    places = {name: (Placement(one.passages[0].anchor.span, PlacementState.EXACT),) for name, one in there.items()}
    made = planned(Delivery(there, places, frozenset(), is_about_this=True, skipped=0), here)
    assert len(made.conflicts) == 20
    assert here.times == 1


def test_a_hostile_heap_of_quotes_is_searched_in_bounds() -> None:
    heap: list[Any] = [w3c(f"{number}{TEXT * 20}", f"https://example.org/{number}") for number in range(50)]
    before = time.perf_counter()
    brought = deliver(json.dumps(heap).encode(), DOCUMENT, NOON)
    assert len(brought.annotations) == 50
    assert time.perf_counter() - before < 8


def edited(annotation: Annotation, note: str) -> Annotation:
    return replace(annotation, note=note, modified=LATER)


def elsewhere(annotation: Annotation) -> Annotation:
    """Return `annotation` as it was found again in another version of the text."""
    anchor = replace(annotation.passages[0].anchor, sha256="ee" * 32)
    return with_first(annotation, resolved=(Resolution(anchor, How.DIFF, 0.9),))


def put(annotation: Annotation, quote: str) -> Annotation:
    """Return `annotation` as a reader has put it on `quote`."""
    chosen = Resolution(note_on(quote).passages[0].anchor, How.READER)
    return replace(with_first(annotation, resolved=(chosen,)), modified=LATER)


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (MADE, MADE, OURS),
        (MADE, replace(MADE, modified=LATER), OURS),
        (MADE, elsewhere(MADE), OURS),
        (MADE, edited(MADE, "甲"), THEIRS),
        (edited(MADE, "甲"), MADE, OURS),
        (edited(MADE, "甲"), edited(MADE, "乙"), BOTH),
        (edited(MADE, "甲"), edited(MADE, "甲"), OURS),
        (MADE, replace(MADE, color=Color.ROUGE, modified=LATER), THEIRS),
        (MADE, put(MADE, "死敵"), THEIRS),
        (put(MADE, "死敵"), MADE, OURS),
        (put(MADE, "死敵"), put(MADE, "想法"), BOTH),
        (MADE, replace(MADE, note="甲", created=LATER, modified=LATER), BOTH),
    ],
    ids=[
        *("the same", "edited back", "found elsewhere", "they edited", "we edited", "both edited", "alike"),
        *("they recoloured", "they moved it", "we moved it", "both moved it", "not of one origin"),
    ],
)
def test_who_has_not_edited_gives_way(ours: Annotation, theirs: Annotation, outcome: Precedence) -> None:
    assert compare(ours, theirs, foreign=False) is outcome


COME = stamped(replace(MADE, modified=LATER))
"""What came from another program, which had edited it before."""


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (COME, COME, OURS),
        (COME, stamped(edited(MADE, "甲")), THEIRS),
        (edited(COME, "甲"), COME, OURS),
        (edited(COME, "甲"), stamped(edited(MADE, "乙")), BOTH),
        (replace(COME, color=Color.ROUGE), COME, OURS),
        (put(COME, "死敵"), COME, OURS),
        (put(COME, "死敵"), stamped(edited(MADE, "乙")), BOTH),
    ],
    ids=["the same", "they edited", "we edited", "both edited", "we recoloured", "we moved it", "both"],
)
def test_what_came_from_another_program_is_told_by_what_it_said_then(
    ours: Annotation, theirs: Annotation, outcome: Precedence
) -> None:
    assert compare(ours, theirs, foreign=True) is outcome


def test_another_program_may_edit_without_saying_so() -> None:
    silent = stamped(replace(MADE, note="甲"))
    assert silent.modified == silent.created == NOON
    assert compare(edited(MADE, "乙"), silent, foreign=True) is BOTH
    assert compare(MADE, silent, foreign=True) is THEIRS


def test_what_another_program_knows_nothing_of_stays() -> None:
    ours = replace(put(COME, "死敵"), color=Color.ROUGE)
    after = renewed(ours, stamped(edited(MADE, "新")), foreign=True)
    assert (after.note, after.color, after.passages[0].resolved) == ("新", Color.ROUGE, ours.passages[0].resolved)
    assert compare(after, stamped(edited(MADE, "新")), foreign=True) is OURS


def test_a_passage_that_another_program_has_changed_is_taken_with_it() -> None:
    ours, theirs = (
        replace(COME, color=Color.ROUGE),
        stamped(with_first(edited(MADE, "新"), anchor=note_on("死敵").passages[0].anchor)),
    )
    after = renewed(ours, theirs, foreign=True)
    assert (after.passages[0].anchor.exact, after.color) == ("死敵", Color.ROUGE)


def test_what_this_program_made_is_taken_whole() -> None:
    theirs = edited(MADE, "新")
    assert renewed(MADE, theirs, foreign=False) is theirs
