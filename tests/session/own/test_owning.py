"""What a reader makes of words: one concept of several, whole words, stop words, lists; undone, kept, heeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.session import NoticeKind, Session
from desktop.session.own.own import OwnKind
from desktop.session.own.own_words import lexicon_of, own_of
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder


@pytest.fixture
def begun(session: Session) -> Session:
    """Return the session after its first page."""
    session.owning.look()
    return session


def said(session: Session) -> str:
    assert session.state.notice is not None
    return session.state.notice.code


def lit(session: Session) -> dict[str, int]:
    """Return the lights with how often each is in the thread."""
    places = [place.slot for some in session.state.lights.places.values() for place in some]
    return {light.term: places.count(light.slot) for light in session.state.lights.terms}


def test_words_made_one_are_found_as_one_in_lights_and_search(begun: Session) -> None:
    begun.lights.light("筆記")
    begun.searching.look_for("笔记")
    assert lit(begun) == {"筆記": 4}
    before = begun.corpus.concepts
    assert begun.owning.merge("筆記", "畫線")
    assert begun.corpus.concepts is not before
    assert begun.corpus.concepts is begun.corpus.concepts
    begun.lights.clear()
    begun.lights.light("画线")
    assert lit(begun) == {"画线": 5}
    assert begun.state.search is not None
    begun.searching.look_for("笔记")
    assert len(begun.state.search.hits) == 5


def test_of_two_lights_that_are_made_one_the_first_stays(begun: Session) -> None:
    begun.finding.begin()
    begun.lights.light("筆記")
    begun.lights.light("畫線")
    begun.owning.merge("畫線", "筆記")
    assert lit(begun) == {"筆記": 5}


def test_a_merge_is_a_step_and_says_so(begun: Session, folder: DataFolder) -> None:
    begun.owning.merge("筆記", "畫線")
    assert said(begun) == "concept-made"
    assert folder.concepts.read_text("utf-8").endswith("筆記 = 畫線\n")
    begun.history.undo()
    assert said(begun) == "step-concepts-back"
    assert "畫線" not in folder.concepts.read_text("utf-8")
    assert not begun.corpus.concepts.are_same("筆記", "畫線")
    begun.history.redo()
    assert said(begun) == "step-concepts-forth"
    assert begun.corpus.concepts.are_same("笔记", "画线")


def test_taking_apart_undoes_a_merge_by_hand_in_either_script(begun: Session) -> None:
    begun.owning.merge("筆記", "畫線")
    begun.owning.merge("筆記", "轉述")
    assert [concept.words for concept in begun.owning.own_concepts("画线")] == [("筆記", "畫線", "轉述")]
    assert begun.owning.take_apart("转述")
    assert own_of(begun.state).concepts == ()
    begun.history.undo()
    assert begun.corpus.concepts.are_same("筆記", "轉述")


def test_words_that_are_one_already_are_said_to_be(begun: Session) -> None:
    assert not begun.owning.merge("川普", "特朗普")
    assert said(begun) == "concept-known"
    assert own_of(begun.state).concepts == ()


@pytest.mark.parametrize("word", ["書", "a=b", "甲≠乙", "長" * 61])
def test_what_can_be_no_concept_is_refused_and_nothing_is_written(
    begun: Session, folder: DataFolder, word: str
) -> None:
    assert not begun.owning.merge("筆記", word)
    assert said(begun) in {"concept-refused", "word-refused"}
    assert not folder.concepts.exists() or word not in folder.concepts.read_text("utf-8")
    assert own_of(begun.state).concepts == ()


@pytest.mark.parametrize("word", ["# 讀書", "[讀書]"])
def test_a_word_that_the_file_would_take_for_something_else_is_refused(begun: Session, word: str) -> None:
    assert not begun.owning.save_list("甲", [word, "筆記"])
    assert said(begun) == "word-refused"
    assert own_of(begun.state).lists == ()


def test_a_merge_with_a_word_of_a_shipped_concept_joins_all_of_it(begun: Session) -> None:
    begun.owning.merge("懂王", "川普")
    assert begun.corpus.concepts.are_same("懂王", "特朗普")


def test_another_hand_is_heeded_and_its_lines_stay_letter_by_letter(begun: Session, folder: DataFolder) -> None:
    begun.owning.merge("筆記", "畫線")
    theirs = "# 我的\r\n讀書＝看書 ≠ 愛讀書人\r\n壞行\r\n"
    folder.concepts.write_bytes(theirs.encode())
    begun.owning.look()
    assert begun.corpus.concepts.are_same("读书", "看书")
    assert not begun.corpus.concepts.are_same("筆記", "畫線")
    begun.dismiss_notice()
    begun.owning.merge("答案", "回答")
    assert folder.concepts.read_bytes().decode() == theirs + "答案 = 回答\r\n"


def test_a_step_on_what_another_hand_took_away_is_refused_in_a_sentence(begun: Session, folder: DataFolder) -> None:
    begun.owning.merge("筆記", "畫線")
    folder.concepts.write_text("讀書 = 看書\n", "utf-8")
    begun.history.undo()
    assert said(begun) == "own-otherwise"
    assert folder.concepts.read_text("utf-8") == "讀書 = 看書\n"


def test_a_bad_line_is_told_and_kept(start: Callable[[], Session], folder: DataFolder) -> None:
    folder.concepts.write_text("獨一\n筆記 = 畫線\n", "utf-8")
    session = start()
    session.begin()
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, notice.kind) == ("own-one-word", NoticeKind.PROBLEM)
    assert dict(notice.details) == {"line": "1", "name": "concepts.txt"}
    assert session.owning.merge("讀書", "看書")
    assert folder.concepts.read_text("utf-8") == "獨一\n筆記 = 畫線\n讀書 = 看書\n"


@pytest.mark.parametrize("kind", OwnKind)
def test_a_file_that_is_not_text_is_left_alone(begun: Session, folder: DataFolder, kind: OwnKind) -> None:
    path = folder.root / f"{kind.value}.txt"
    path.write_bytes(b"\xff\xfe\x00")
    changes: dict[OwnKind, Callable[[], bool]] = {
        OwnKind.CONCEPTS: lambda: begun.owning.merge("筆記", "畫線"),
        OwnKind.WORDS: lambda: begun.owning.keep_whole("做筆記"),
        OwnKind.STOP_WORDS: lambda: begun.owning.stop("筆記"),
        OwnKind.LISTS: lambda: begun.owning.save_list("讀", ["讀書"]),
    }
    assert not changes[kind]()
    assert said(begun) == "own-not-utf8"
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_words_are_kept_as_written_and_compared_in_either_script(begun: Session, folder: DataFolder) -> None:
    assert begun.owning.keep_whole("做筆記")
    assert begun.owning.keep_whole("做笔记")
    assert folder.words.read_text("utf-8").splitlines()[-1] == "做筆記"
    assert own_of(begun.state).words == ("做筆記",)
    begun.history.undo()
    assert own_of(begun.state).words == ()


def test_a_list_is_saved_renamed_deleted_and_all_of_that_undone(begun: Session, folder: DataFolder) -> None:
    assert begun.owning.save_list(" 讀  書 ", ["讀書", "筆記"])
    assert folder.word_lists.read_text("utf-8").endswith("[讀 書]\n讀書\n筆記\n")
    assert begun.owning.rename_list("讀 書", "書")
    assert begun.owning.delete_list("書")
    assert own_of(begun.state).lists == ()
    for names in (["書"], ["讀 書"], []):
        begun.history.undo()
        assert [one.name for one in own_of(begun.state).lists] == names


def test_a_list_is_no_other_list_s_name_taken(begun: Session) -> None:
    begun.owning.save_list("甲", ["讀書"])
    begun.owning.save_list("乙", ["筆記"])
    assert not begun.owning.rename_list("甲", "乙")
    assert said(begun) == "list-refused"
    assert not begun.owning.save_list("[甲]", ["讀書"])
    assert begun.owning.save_list("甲", ["答案"])
    assert begun.owning.list_named("甲") == ("甲", ("答案",))


@pytest.mark.parametrize("kind", OwnKind)
def test_the_file_can_be_made_for_an_editor(begun: Session, kind: OwnKind) -> None:
    path = begun.owning.make_file(kind)
    assert path is not None
    assert path.read_text("utf-8").startswith("# 百家 Baijia")
    assert own_of(begun.state).of(kind) == ()


@pytest.fixture
def busy(qapp: QApplication, folder: DataFolder, thread: Path) -> Iterator[Session]:
    """Yield a session whose slow work is done at once."""
    session = Session(folder, None, InlineExecutor(), InlineExecutor())
    session.shelf.open(thread)
    yield session
    session.stop()
    dispose(session)


def test_words_are_cut_and_shown_as_the_reader_says(busy: Session) -> None:
    begun = busy
    begun.owning.look()
    begun.words.begin()
    deliver()
    keywords = begun.state.lights.keywords
    assert keywords is not None
    assert "筆記" in [term.text for term in keywords[0]]
    begun.owning.stop("笔记")
    deliver()
    after = begun.state.lights.keywords
    assert after is not None
    assert "筆記" not in [term.text for some in after.values() for term in some]
    offset = begun.state.document.text.index("只是轉述") if begun.state.document else 0
    assert begun.words.at(offset + 1) == Span(offset, offset + 2)
    begun.owning.keep_whole("只是转述")
    assert begun.words.at(offset + 1) == Span(offset, offset + 4)
    begun.history.undo()
    begun.history.undo()
    deliver()
    again = begun.state.lights.keywords
    assert again is not None
    assert [term.text for term in again[0]] == [term.text for term in keywords[0]]


def test_of_a_concept_no_word_is_a_keyword_where_one_is_stopped(begun: Session) -> None:
    begun.owning.merge("筆記", "畫線")
    begun.owning.stop("畫線")
    own = lexicon_of(begun.state)
    assert own is not None
    assert own.is_stopped("笔记")
    assert not own.is_stopped("讀書")


def test_a_file_of_more_lines_than_can_be_read_in_time_is_left_alone_with_a_sentence(
    begun: Session, folder: DataFolder
) -> None:
    text = "".join(f"做筆記{number:05}\n" for number in range(5_001))
    folder.words.write_text(text, "utf-8")
    begun.owning.look()
    deliver()
    assert own_of(begun.state).words == ()
    assert said(begun) == "own-too-many-lines"
    assert not begun.owning.keep_whole("做筆記")
    assert folder.words.read_text("utf-8") == text


def test_a_word_for_which_a_file_has_no_line_left_is_refused_and_nothing_is_lost(
    begun: Session, folder: DataFolder
) -> None:
    text = "".join(f"做筆記{number:05}\n" for number in range(5_000))
    folder.words.write_text(text, "utf-8")
    assert not begun.owning.keep_whole("做筆記")
    assert said(begun) == "own-no-more-lines"
    assert len(own_of(begun.state).words) == 5_000
    assert folder.words.read_text("utf-8") == text
