"""Finding annotations again: where that is certain, and never by a silent guess."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Anchor, Annotation, How, Placement, PlacementState, Resolution, make_anchor, reanchor
from desktop.annotations.anchoring.anchors import reattach, resolve
from desktop.annotations.anchoring.another_text import NOBODY, Neighbours, Step
from desktop.annotations.anchoring.reanchor import place_anchors
from desktop.script import convert
from desktop.text import Span
from tests.annotations.samples import LATER, sample, with_first

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "甲說：今天天氣很好，我們去公園。\n乙說：可是我要上班，𠮷野家見。\n"
QUICK = settings(max_examples=60, deadline=None)
PROSE = st.text("天地玄黃宇宙洪荒。😀", max_size=120)
FOUND = {PlacementState.EXACT, PlacementState.MOVED}

EMPTY: Mapping[str, str] = MappingProxyType({})
STEPS = st.lists(st.builds(Step, st.integers(0, 5000), st.integers(0, 5000)), max_size=12)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def annotation(words: str, text: str = TEXT) -> Annotation:
    return with_first(sample(1), anchor=make_anchor(text, span_of(words, text), "old"))


def locate(anchor: Anchor, text: str, sha256: str, snapshots: Mapping[str, str] = EMPTY) -> Placement:
    """Return where one `anchor` lies in `text`."""
    return place_anchors({"": anchor}, text, sha256, snapshots)[""]


def followed(words: str, old: str, new: str) -> Placement:
    """Return where `words` of `old`, which was kept, are in `new`."""
    return locate(make_anchor(old, span_of(words, old), "old"), new, "new", {"old": old})


@QUICK
@given(PROSE.filter(bool), st.data())
def test_in_its_own_text_every_anchor_is_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = locate(make_anchor(text, span, "same"), text, "same")
    assert (found.span, found.state) == (span, PlacementState.EXACT)


@QUICK
@given(PROSE, PROSE, st.booleans(), st.data())
def test_a_placement_has_a_span_or_a_question_or_neither(
    text: str,
    other: str,
    kept: bool,
    data: st.DataObject,
) -> None:
    old = f"{text}。"
    start = data.draw(st.integers(0, len(text)))
    anchor = make_anchor(old, Span(start, data.draw(st.integers(start + 1, len(old)))), "old")
    found = locate(anchor, other, "new", {"old": old} if kept else {})
    assert (found.span is not None) == (found.state in FOUND)
    assert bool(found.candidates) == (found.state is PlacementState.UNCERTAIN)
    assert all(span and span.end <= len(other) for span in (*found.candidates, found.span) if span is not None)


@pytest.mark.parametrize("snapshots", [{}, {"old": TEXT}], ids=["without the old text", "with it"])
@QUICK
@given(insertion=PROSE)
def test_text_put_in_front_moves_an_anchor_along(snapshots: dict[str, str], insertion: str) -> None:
    span = span_of("我要上班")
    found = locate(make_anchor(TEXT, span, "old"), insertion + TEXT, "new", snapshots)
    assert (found.span, found.state) == (span.shifted(len(insertion)), PlacementState.MOVED)


def test_a_digest_alone_proves_nothing_when_the_words_differ() -> None:
    anchor = make_anchor(TEXT, span_of("我要上班"), "same")
    assert locate(anchor, "別的文字", "same").state is PlacementState.LOST


def test_a_snapshot_that_is_not_what_the_anchor_was_made_on_is_not_believed() -> None:
    anchor = make_anchor(TEXT, span_of("我要上班"), "old")
    assert locate(anchor, f"新的開頭。{TEXT}", "new", {"old": "別的文字"}).how is How.QUOTE


def test_words_that_are_gone_are_lost() -> None:
    found = locate(make_anchor(TEXT, span_of("公園"), "old"), "別的文字", "new")
    assert (found.span, found.state, found.candidates) == (None, PlacementState.LOST, ())


@pytest.mark.parametrize("config", ["t2s", "tw2s", "t2hk"])
@pytest.mark.parametrize("kept", [True, False], ids=["with the old text", "without it"])
def test_a_source_in_the_other_script_still_matches(config: str, kept: bool) -> None:
    new = f"新的開頭。{convert(TEXT, config).text}"
    anchor = make_anchor(TEXT, span_of("今天天氣很好"), "old")
    found = locate(anchor, new, "new", {"old": TEXT} if kept else {})
    assert (found.span, found.state) == (span_of("今天天氣很好").shifted(5), PlacementState.MOVED)


def test_among_copies_the_one_between_both_contexts_is_meant() -> None:
    edited = f"今天天氣很好，不是嗎？今天天氣很好。\n{TEXT}\n今天天氣很好！"
    found = locate(make_anchor(TEXT, span_of("今天天氣很好"), "old"), edited, "new")
    start = edited.index("今天天氣很好，我們")
    assert (found.span, found.state) == (Span(start, start + 6), PlacementState.MOVED)


PLANTED = {
    "the whole text twice": (TEXT + TEXT, 2),
    "copies, and the original deleted": ("他問：今天天氣很好嗎？\n她答：今天天氣很好啊。", 2),
    "one copy in other company": ("他問：不知道今天天氣很好還是很壞。", 1),
}


@pytest.mark.parametrize(("edited", "count"), PLANTED.values(), ids=PLANTED.keys())
def test_where_it_can_not_be_told_the_reader_is_asked(edited: str, count: int) -> None:
    found = locate(make_anchor(TEXT, span_of("今天天氣很好"), "old"), edited, "new")
    assert (found.span, found.state) == (None, PlacementState.UNCERTAIN)
    assert [span.of(edited) for span in found.candidates] == ["今天天氣很好"] * count


def test_copies_may_overlap() -> None:
    anchor = make_anchor("一二哈哈三四", Span(2, 4), "old")
    assert locate(anchor, "一二哈哈哈三四", "new").span is None


def test_a_word_of_two_characters_is_not_found_by_itself() -> None:
    anchor = make_anchor("我們很好，你們呢", Span(2, 4), "old")
    assert locate(anchor, "他過得很好。", "new").state is PlacementState.LOST
    assert locate(anchor, "他說我們很好。", "new").span == Span(4, 6)


def test_a_twin_that_was_there_before_is_never_taken_for_what_was_deleted() -> None:
    twin = TEXT.replace("甲", "丙").replace("乙", "丁")
    found = followed("今天天氣很好，我們去公園", TEXT + twin, TEXT.replace("今天天氣很好，我們去公園。", "") + twin)
    assert (found.span, found.state) == (None, PlacementState.LOST)


def test_a_passage_that_was_cut_and_pasted_is_found_in_its_new_place() -> None:
    moved = TEXT.replace("今天天氣很好，", "") + "丙說：今天天氣很好，是嗎？"
    found = followed("今天天氣很好，", TEXT, moved)
    assert found.span is None or found.span == span_of("今天天氣很好，", moved)
    longer = "今天天氣很好，我們去公園"
    moved = TEXT.replace(longer, "") + f"丙說：{longer}。"
    assert followed(longer, TEXT, moved).span == span_of(longer, moved)


def test_the_original_is_followed_though_its_twin_is_now_the_likelier_copy() -> None:
    old = TEXT + TEXT.replace("甲", "丙")
    new = old.replace("今天天氣很好", "今日天氣真好", 1)
    found = followed("今天天氣很好", old, new)
    assert found.span is not None
    assert (found.span.of(new), found.how) == ("今日天氣真好", How.DIFF)


OTHERS = tuple(
    f"{name}說這裡有{number}件別的事情，跟天氣沒有關係。" for name, number in zip("丙丁戊己", "三四五六", strict=True)
)


def test_a_sentence_that_was_moved_far_and_copied_is_a_question() -> None:
    words, thread = "今天天氣很好，我們去公園。", "\n".join(f"這是第{n}件別的事情。" for n in range(40))
    old = f"甲說：{words}\n{thread}\n乙說：不去。"
    new = f"甲說：\n{thread}\n丙說：{words}\n丁說：{words}\n乙說：不去。"
    found = followed(words, old, new)
    assert (found.state, len(found.candidates)) == (PlacementState.UNCERTAIN, 2)


def test_the_half_of_a_passage_that_moved_by_itself_is_followed() -> None:
    halves = "今天的天氣實在是很好，可是我要上班。", "我們明天下午再一起去公園裡面走一走吧。"
    old = f"{'子' * 40}{''.join(halves)}{'丑' * 40}"
    new = f"{'寅' * 40}{halves[1]}{'卯' * 40}"
    assert followed("".join(halves), old, new).span == span_of(halves[1], new)


def test_a_few_words_that_somebody_quotes_are_not_the_passage_that_was_deleted() -> None:
    first, second, third, last = OTHERS
    old = f"{first}\n{second}我們今天去公園裡面走一走。\n{third}\n{last}"
    new = f"{first}\n{second}\n{third}\n{last}為什麼不問今天去公園裡面幹什麼。"
    assert followed("今天去公園裡面", old, new).state is PlacementState.UNCERTAIN


def test_neighbours_tell_a_passage_from_its_twin() -> None:
    thread = "".join(f"第{n}段，這裡說的是第{n}件事情，跟別的段落都不一樣。\n" for n in range(40))
    twin = "總而言之一句話，天氣好就該去公園走走。\n"
    old = f"{thread[:500]}{twin}{thread[500:]}{twin}"
    new = old.replace("天氣好", "天氣晴朗", 1)
    words = ["第15件事情", "第17件事情", "第20件事情", "天氣好就該去公園走走", "第25件事情"]
    notes = {f"{n}": annotation(each, old) for n, each in enumerate(words)}
    assert reanchor(notes, new, "new")["3"][0].span == span_of("天氣晴朗就該去公園走走", new)


def test_a_batch_answers_for_each_by_its_id() -> None:
    notes = {"a": annotation("公園"), "b": annotation("上班")}
    old = reanchor(notes, TEXT, "old")
    assert {key: place[0].state for key, place in old.items()} == dict.fromkeys("ab", PlacementState.EXACT)
    new = reanchor(notes, f"喂！{TEXT}", "new", {"old": TEXT})
    assert [place[0].span for place in new.values()] == [span_of("公園").shifted(2), span_of("上班").shifted(2)]


def test_what_was_found_is_recorded_once_and_the_selectors_stay() -> None:
    note, new = annotation("我要上班"), f"喂！{TEXT}"
    place = reanchor({note.id: note}, new, "new", {"old": TEXT})[note.id]
    found = resolve(note, place, new, "new")
    assert found.passages[0].anchor is note.passages[0].anchor
    assert found.modified == note.modified
    assert [(one.anchor.sha256, one.anchor.span, one.how) for one in found.passages[0].resolved] == [
        ("new", place[0].span, How.DIFF)
    ]
    assert resolve(found, place, new, "new") is found
    again = reanchor({note.id: found}, new, "new")[note.id]
    assert (again[0].span, again[0].state, again[0].how) == (place[0].span, PlacementState.MOVED, How.DIFF)


@pytest.mark.parametrize("state", [PlacementState.LOST, PlacementState.UNCERTAIN, PlacementState.EXACT])
def test_what_was_not_found_elsewhere_is_not_recorded(state: PlacementState) -> None:
    note = annotation("我要上班")
    assert resolve(note, (Placement(None, state),), TEXT, "new") is note


def test_an_annotation_goes_on_from_where_it_was_found_last() -> None:
    note = annotation("今天天氣很好，我們去公園")
    second = TEXT.replace("今天天氣很好，", "今日天晴，")
    third = second.replace("我們去公園", "大家到湖邊")
    found = resolve(note, reanchor({"": note}, second, "second", {"old": TEXT})[""], second, "second")
    place = reanchor({"": found}, third, "third", {"old": TEXT, "second": second})[""]
    assert place[0].span is not None
    assert place[0].span.of(third) == "今日天晴，大家到湖邊"


def test_back_in_its_first_text_an_annotation_is_exact_again() -> None:
    note, new = annotation("我要上班"), f"喂！{TEXT}"
    found = resolve(note, reanchor({"": note}, new, "new")[""], new, "new")
    assert reanchor({"": found}, TEXT, "old")[""][0].state is PlacementState.EXACT


def test_what_the_reader_chose_holds_against_all_that_was_found_before() -> None:
    note, new = annotation("今天天氣很好"), f"今天天氣很好！\n{TEXT}"
    change = reattach(note, Span(0, 6), new, "new", LATER)
    assert change.after is not None
    assert change.after.passages[0].anchor is note.passages[0].anchor
    assert change.after.modified == LATER
    assert reanchor({"": change.after}, new, "new")[""] == (
        Placement(Span(0, 6), PlacementState.EXACT, how=How.READER, score=1.0),
    )
    newer = f"喂！{new}"
    assert reanchor({"": change.after}, newer, "newer", {"old": TEXT, "new": new})[""][0].span == Span(2, 8)
    assert reanchor({"": change.after}, TEXT, "old", {"new": new})[""][0].state is not PlacementState.EXACT


def test_a_choice_survives_later_records() -> None:
    chosen = reattach(annotation("公園"), span_of("上班"), TEXT, "old", LATER).after
    assert chosen is not None
    third = f"喂！{TEXT}"
    found = resolve(chosen, reanchor({"": chosen}, third, "third", {"old": TEXT})[""], third, "third")
    assert [one.how for one in found.passages[0].resolved] == [How.READER, How.DIFF]
    assert isinstance(found.passages[0].resolved[0], Resolution)


def test_the_reader_can_only_choose_words_at_a_time_with_a_zone() -> None:
    with pytest.raises(ValueError, match="no words"):
        reattach(annotation("公園"), Span(3, 3), TEXT, "old", LATER)
    with pytest.raises(ValueError, match="time zone"):
        reattach(annotation("公園"), Span(3, 4), TEXT, "old", LATER.replace(tzinfo=None))


def test_without_neighbours_nothing_speaks_against_a_place() -> None:
    assert NOBODY.agreement(Step(5, 5000)) == 1.0


def test_neighbours_that_moved_along_agree_and_others_do_not() -> None:
    company = Neighbours.of([Step(100, 1100), Step(200, 1200), Step(300, 1310)])
    assert company.agreement(Step(250, 1255)) == 1.0
    assert company.agreement(Step(250, 4000)) == 0.0


def test_one_that_strayed_is_not_asked() -> None:
    steps = [Step(100, 1100), Step(200, 1200), Step(250, 9000), Step(300, 1300), Step(400, 1400)]
    assert Step(250, 9000) not in Neighbours.of(steps).steps


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 5000), st.integers(0, 5000))
def test_agreement_is_a_share_of_those_around(steps: list[Step], old: int, new: int) -> None:
    assert 0 <= Neighbours.of(steps).agreement(Step(old, new)) <= 1


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 1000))
def test_where_all_moved_alike_all_agree(steps: list[Step], by: int) -> None:
    alike = [Step(step.old, step.old + by) for step in steps]
    assert set(Neighbours.of(alike).steps) == set(alike)
