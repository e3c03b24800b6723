"""What the notes panel lists: order, headings, and what a card says of a note in a text that changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.annotations import Anchor, Change, Color, Passage, Placement, PlacementState, create
from desktop.script import Script
from desktop.text import Span
from desktop.ui.notes.note_filter import NoteFilter
from desktop.ui.notes.note_model import CardRole, NotesModel, is_elsewhere, words_once
from tests.annotations.samples import sample, with_first
from tests.ui.marking import annotation_of, mark

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session


@pytest.fixture
def model(qtbot: QtBot, session: Session) -> NotesModel:
    return NotesModel(session)


def _lines(model: NotesModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def _unplaced(session: Session, words: str) -> str:
    """Put an annotation into the thread whose words it does not have."""
    made = replace(
        sample(0, "失散的批註"), id="urn:uuid:lost", passages=(Passage(Anchor(words, "", "", Span(0, 2), "0")),)
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
        sample(0, "何處"), id="urn:uuid:vague", passages=(Passage(Anchor("結盟", "", "", Span(0, 2), "0")),)
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


def _move(session: Session, key: str, words: str, state: PlacementState = PlacementState.MOVED) -> None:
    """Have the note stand on `words` now, found again."""
    document = session.state.document
    assert document is not None
    start = document.text.index(words)
    place = Placement(Span(start, start + len(words)), state)
    session.replace(notes=replace(session.state.notes, placements={**session.state.notes.placements, key: (place,)}))


@pytest.mark.parametrize(
    ("once", "state", "told"),
    [
        ("孤家寡人了", PlacementState.MOVED, "孤家寡人了"),
        ("天然", PlacementState.MOVED, ""),
        ("天 然", PlacementState.MOVED, ""),
        ("孤家寡人了", PlacementState.EXACT, ""),
    ],
)
def test_the_words_once_marked_are_told_where_others_were_found_for_them(
    session: Session, once: str, state: PlacementState, told: str
) -> None:
    document = session.state.document
    assert document is not None
    start = document.text.index("天然")
    place = Placement(Span(start, start + 2), state)
    anchor = Anchor(once, "", "", Span(0, len(once)), "0")
    assert words_once(document, anchor, place) == told
    assert is_elsewhere(anchor, place) is (state is PlacementState.MOVED)


def test_a_card_says_which_words_there_were_in_the_script_shown(qtbot: QtBot, session: Session) -> None:
    key = mark(session, "戰略家")
    _move(session, key, "天然")
    session.show_script(Script.SIMPLIFIED)
    model = NotesModel(session)
    index = model.index(model.row_of(key))
    assert (index.data(), index.data(CardRole.WAS), index.data(CardRole.MOVED)) == ("天然", "Was: 战略家", "")
    assert "Was: 战略家" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_where_only_the_place_is_another_a_sentence_says_so(qtbot: QtBot, session: Session) -> None:
    key = mark(session, "特朗普")
    anchor = replace(annotation_of(session, key).passages[0].anchor, span=Span(0, 3))
    session.replace(
        notes=replace(session.state.notes, annotations={key: with_first(annotation_of(session, key), anchor=anchor)})
    )
    _move(session, key, "特朗普")
    model = NotesModel(session)
    index = model.index(model.row_of(key))
    assert index.data(CardRole.WAS) == ""
    assert "another place" in index.data(CardRole.MOVED)
    assert index.data(CardRole.MOVED) in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_headings_of_the_interface_are_not_converted(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = mark(session, "天然")
    session.replace(notes=replace(session.state.notes, placements={key: (Placement(None, PlacementState.LOST),)}))

    def spoken(_model: NotesModel, _words: str) -> str:
        return "不在此文中：雲"

    monkeypatch.setattr(NotesModel, "tr", spoken)
    session.show_script(Script.SIMPLIFIED)
    model = NotesModel(session)
    assert (model.index(0).data(), model.index(0).data(CardRole.OURS)) == ("不在此文中：雲", True)
