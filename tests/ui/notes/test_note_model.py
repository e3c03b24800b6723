"""What the notes panel lists: order, headings, and the laws of its filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from desktop.annotations import Anchor, Annotation, Change, Color, Passage, create
from desktop.script import Script, convert
from desktop.text import Span
from desktop.ui.notes.filtering import NoteFilter
from desktop.ui.notes.note_model import CardRole, NotesModel
from tests.annotations.samples import with_first
from tests.ui.marking import annotation_of, mark

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session

quick = settings(max_examples=60, deadline=None)
hanzi = st.text("對照歷史憲法後臺裡發髮頭批註體云雲ABcd𠮷", min_size=1, max_size=8)
fields = st.sampled_from(("quote", "note", "tag", "author"))


def annotation(words: str, field: str = "note") -> Annotation:
    """Return an annotation with `words` in one of the fields that are searched."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    quote = words if field == "quote" else "引文"
    passage = Passage(Anchor(quote, "", "", Span(0, len(quote)), "0"), author=words if field == "author" else "")
    bare = Annotation("urn:uuid:1", (passage,), Color.INDIGO, moment, moment)
    return replace(
        bare,
        note=words if field == "note" else "",
        tags=(words,) if field == "tag" else (),
    )


@quick
@given(words=hanzi, field=fields, data=st.data())
def test_any_part_of_quote_note_tag_or_author_finds_it_in_either_script(
    words: str, field: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    part = words[start : data.draw(st.integers(start + 1, len(words)))]
    for asked in (part, convert(part, "t2s").text, part.swapcase()):
        assert NoteFilter(words=asked).passes(annotation(words, field))
        assert NoteFilter(words=part).passes(annotation(convert(words, "t2s").text, field))


@quick
@given(words=hanzi, asked=st.lists(hanzi, min_size=1, max_size=3))
def test_several_words_find_what_each_of_them_finds(words: str, asked: list[str]) -> None:
    each = [NoteFilter(words=word).passes(annotation(words)) for word in asked]
    assert NoteFilter(words="\u3000".join(asked)).passes(annotation(words)) == all(each)


@quick
@given(colors=st.frozensets(st.sampled_from(Color)), answer=st.sampled_from((None, 0, 1)))
def test_a_filter_lets_through_any_of_its_colours_and_its_answer_alone(
    colors: frozenset[Color], answer: int | None
) -> None:
    for color in Color:
        found = NoteFilter(colors, "", answer).passes(replace(with_first(annotation("字"), answer=1), color=color))
        assert found == ((not colors or color in colors) and answer in {None, 1})


@pytest.mark.parametrize("empty", [NoteFilter(), NoteFilter(words=" \u3000")])
def test_an_empty_filter_leaves_nothing_out(empty: NoteFilter) -> None:
    assert not empty
    assert empty.passes(annotation("字"))


@pytest.mark.parametrize("some", [NoteFilter(words="字"), NoteFilter(answer=0), NoteFilter(frozenset({Color.ROUGE}))])
def test_any_other_filter_says_that_it_leaves_something_out(some: NoteFilter) -> None:
    assert some


@pytest.fixture
def model(qtbot: QtBot, session: Session) -> NotesModel:
    return NotesModel(session)


def _lines(model: NotesModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def _unplaced(session: Session, words: str) -> str:
    """Put an annotation into the thread whose words it does not have."""
    made = replace(
        annotation("失散的批註"), id="urn:uuid:lost", passages=(Passage(Anchor(words, "", "", Span(0, 2), "0")),)
    )
    session.edits.push((create(made),))
    return made.id


def test_notes_stand_in_text_order_under_their_authors(model: NotesModel, session: Session) -> None:
    for words in ("特殊", "孤家寡人", "戰略家", "天然"):
        mark(session, words)
    model.refill()
    assert _lines(model) == ["杜達特洛夫斯基", "戰略家", "建章看世界", "天然", "孤家寡人", "毛開雲", "特殊"]


def test_words_of_the_thread_follow_the_script_and_the_readers_own_do_not(
    model: NotesModel, session: Session
) -> None:
    mark(session, "眾叛親離", note="對照", tags=("歷史",))
    session.show_script(Script.SIMPLIFIED)
    model.refill()
    card = model.index(1)
    assert _lines(model) == ["建章看世界", "众叛亲离"]
    shown = card.data(CardRole.ANNOTATION)
    assert (shown.note, shown.tags) == ("對照", ("歷史",))


def test_a_heading_can_neither_be_chosen_nor_taken_for_a_note(model: NotesModel, session: Session) -> None:
    mark(session, "天然")
    model.refill()
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0).data(CardRole.ID) is None
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_note_without_a_certain_place_is_listed_at_the_end(model: NotesModel, session: Session) -> None:
    mark(session, "特殊")
    lost = _unplaced(session, "無此語")
    model.refill()
    assert _lines(model)[-2:] == [model.tr("No longer in this text"), "無此語"]
    assert model.row_of(lost) == model.rowCount() - 1


def test_an_unplaced_note_says_what_can_be_done_about_it(model: NotesModel, session: Session) -> None:
    placed = mark(session, "特殊")
    lost = _unplaced(session, "無此語")
    vague = replace(
        annotation("何處"), id="urn:uuid:vague", passages=(Passage(Anchor("結盟", "", "", Span(0, 2), "0")),)
    )
    session.edits.push((create(vague),))
    model.refill()
    hints = {key: model.index(model.row_of(key)).data(CardRole.HINT) for key in (placed, lost, vague.id)}
    count = len(session.state.notes.placements[vague.id][0].candidates)
    assert hints[placed] == ""
    assert hints[lost] == "Select the words it belongs to, then press A"
    assert count > 1
    assert str(count) in hints[vague.id]
    spoken = model.index(model.row_of(lost)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(hints[lost])
    assert _lines(model)[-4:] == [model.tr("Place uncertain"), "結盟", model.tr("No longer in this text"), "無此語"]


def test_both_versions_of_a_note_say_that_there_are_several(model: NotesModel, session: Session) -> None:
    here = mark(session, "腦洞")
    ours = session.state.notes.annotations[here]
    theirs = replace(ours, id="urn:uuid:twin", note="別處寫的", conflicts_with=here)
    places = dict(session.state.notes.placements) | {theirs.id: session.state.notes.placements[here]}
    session.replace(
        notes=replace(
            session.state.notes, annotations={**session.state.notes.annotations, theirs.id: theirs}, placements=places
        )
    )
    model.refill()
    hints = {one: model.index(model.row_of(one)).data(CardRole.HINT) for one in (here, theirs.id)}
    assert hints == dict.fromkeys((here, theirs.id), "In several versions: V shows the next")


def test_a_note_that_found_its_place_loses_its_hint(model: NotesModel, session: Session) -> None:
    mark(session, "特殊")
    lost = _unplaced(session, "無此語")
    document = session.state.document
    assert document is not None
    start = document.text.index("天然")
    session.annotations.placing.reattach(lost, Span(start, start + 2))
    model.refill()
    assert model.index(model.row_of(lost)).data(CardRole.HINT) == ""
    assert "天然" in _lines(model)


def test_a_heading_goes_with_the_last_of_its_notes(model: NotesModel, session: Session) -> None:
    for words in ("特殊", "天然"):
        mark(session, words)
    model.set_filter(NoteFilter(words="天然"))
    assert _lines(model) == ["建章看世界", "天然"]
    assert model.cards == 1


def test_a_screen_reader_hears_quote_note_and_tags(model: NotesModel, session: Session) -> None:
    made = mark(session, "天然", note="比喻", tags=("修辭",))
    model.refill()
    heard = model.index(model.row_of(made)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "天然, 比喻, 修辭"


def test_nothing_is_at_an_index_that_is_none(model: NotesModel, session: Session) -> None:
    made = mark(session, "天然")
    assert model.row_of(made) == -1  # not refilled yet
    assert model.row_of(None) == -1
    assert model.data(model.index(99)) is None


def test_a_note_that_changed_reads_as_it_is_now(model: NotesModel, session: Session) -> None:
    made = mark(session, "天然", note="舊")
    model.refill()
    before = annotation_of(session, made)
    session.edits.push((Change(before, replace(before, note="新")),))
    model.refill()
    assert model.index(model.row_of(made)).data(CardRole.ANNOTATION).note == "新"


@pytest.mark.parametrize("asked", ["#對照", "#对照", "＃對", "對照 #對"])
def test_a_word_with_a_sign_is_looked_for_in_tags_alone(asked: str) -> None:
    assert NoteFilter(words=asked).passes(annotation("對照", "tag"))
    assert not NoteFilter(words=asked).passes(annotation("對照", "note"))
    assert not NoteFilter(words=asked).passes(annotation("相對照", "tag"))


def test_a_note_stands_under_the_author_whose_words_it_is_on_now(model: NotesModel, session: Session) -> None:
    before = annotation_of(session, mark(session, "特殊"))
    moved = with_first(before, author="杜達特洛夫斯基", answer=0)
    session.edits.push((Change(before, moved),))
    model.refill()
    assert _lines(model) == ["毛開雲", "特殊"]
    model.set_filter(NoteFilter(answer=2))
    assert model.cards == 1
    model.set_filter(NoteFilter(answer=0))
    assert model.cards == 0


def test_a_linked_note_is_on_the_answers_that_its_passages_stand_in_now(
    model: NotesModel, session: Session, thread: Path
) -> None:
    mark(session, "戰略家")
    start = thread.read_text("utf-8").index("特殊")
    session.select(Span(start, start + 2))
    session.annotations.passages.link()
    words = thread.read_text("utf-8").replace("杜達特洛夫斯基\n", "無名\n\n\n先說一句。\n\n杜達特洛夫斯基\n")
    thread.write_text(words, "utf-8")
    assert session.shelf.reload()
    found: list[int] = []
    for answer in range(4):
        model.set_filter(NoteFilter(answer=answer))
        found.append(model.cards)
    assert found == [0, 1, 0, 1]


def test_a_change_of_one_note_is_told_of_that_row_and_resets_nothing(model: NotesModel, session: Session) -> None:
    made = [mark(session, words) for words in ("戰略家", "天然", "特殊")]
    model.refill()
    told: list[tuple[int, int]] = []
    resets: list[int] = []

    def on_changed(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), last.row()))

    model.dataChanged.connect(on_changed)
    model.modelReset.connect(lambda: resets.append(1))
    session.annotations.recolour(made[1], Color.ROUGE)
    model.refill()
    assert (told, resets) == ([(3, 3)], [])
