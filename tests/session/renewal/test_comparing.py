"""A newer save over the older: what is marked, what is said and how often, and going to an answer that is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop.comparison.kept import KeptThreads
from desktop.comparison.matching import AnswerChange
from desktop.comparison.renewal import Renewal
from desktop.comparison.words import Fate
from desktop.documents import open_document
from desktop.script import SourceScript, convert
from desktop.session.changes import Changes
from desktop.session.files import shelf as shelf_module
from desktop.session.listing import GONE
from desktop.session.people import RowKind, rows_of
from desktop.session.renewal.comparing import Comparing
from desktop.session.renewal.differences import edited_answer, pieces_of
from desktop.slices import no_pause
from tests.session.executors import HeldExecutor, deliver
from tests.session.reader import highlight, said, span_of, text_of, words
from tests.session.threads import SIMPLIFIED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents import Document, FoundThread
    from desktop.paths import DataFolder
    from desktop.session import Session

NEW, EDITED = AnswerChange.NEW, AnswerChange.EDITED


def save_again(path: Path) -> None:
    """Have the thread saved again: one answer is new, one was edited, one is gone."""
    text = path.read_text("utf-8")
    text = text.replace("林語\n", "趙二\n\n\n我先說一句,筆記很重要,不寫不行。\n\n林語\n").replace(
        "反而忘了讀書", "反而忘記了讀書"
    )
    path.write_text(text[: text.index("王一")], "utf-8")


@pytest.fixture
def session(session: Session) -> Session:
    """Return the session with the thread of three answers open, whose first page was painted."""
    session.begin()
    deliver()
    return session


def reread(session: Session) -> None:
    session.opening.reload()
    deliver()


def marks(session: Session) -> dict[int, AnswerChange]:
    changes = session.state.changes
    return {index: kind for index in changes.marked if (kind := changes.mark_of(index)) is not None}


def gone(session: Session) -> list[str]:
    return [one.author for one in session.state.changes.gone]


def visit(session: Session) -> None:
    """Go to the first answer that is gone."""
    session.comparing.read(session.state.changes.gone[0])
    deliver()


def test_a_first_reading_has_nothing_to_say(session: Session) -> None:
    assert session.state.changes.renewal is None
    assert said(session) is None


def test_the_same_file_saved_again(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    assert marks(session) == {0: NEW, 2: EDITED}
    assert gone(session) == ["王一"]
    assert said(session) == "changes-new-edited-gone"
    assert session.state.notice is not None
    assert (session.state.notice.details["new"], session.state.notice.details["gone"]) == ("1", "1")


def test_another_file_with_the_same_question(session: Session, thread: Path, tmp_path: Path) -> None:
    other = tmp_path / "later" / "別的名字.txt"
    other.parent.mkdir()
    other.write_text(thread.read_text("utf-8"), "utf-8")
    save_again(other)
    session.opening.open(other)
    deliver()
    assert marks(session) == {0: NEW, 2: EDITED}
    assert gone(session) == ["王一"]


def test_the_same_words_from_another_program_and_in_another_script_are_no_change(
    session: Session, tmp_path: Path
) -> None:
    document = session.state.document
    assert document is not None
    posts = (
        "\n\n".join([f"## {one.author}", *(words.of(document.text) for words in one.paragraphs)])
        for one in document.answers
    )
    other = tmp_path / "saved.md"
    other.write_text(convert("\n\n".join([f"# {document.title}", *posts]), "tw2s").text, "utf-8")
    session.opening.open(other)
    deliver()
    assert session.state.document is not document
    assert session.state.changes.renewal is None
    assert said(session) is None


def test_the_sentence_waits_until_the_bar_is_free(session: Session, thread: Path) -> None:
    highlight(session, "書上畫線")
    save_again(thread)
    reread(session)
    assert said(session) == "notes-found"
    assert marks(session) == {0: NEW, 2: EDITED}
    session.dismiss_notice()
    assert said(session) == "changes-new-edited-gone"
    assert words(session) == ["書上畫線"]


def test_the_sentence_is_said_once_and_what_was_not_looked_at_stays_marked(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    save_again(thread)
    reread(session)
    session.show_answer(2)
    assert marks(session) == {0: NEW, 2: EDITED}
    session.close()
    later = start()
    assert later.shelf.open(thread)
    later.begin()
    deliver()
    assert said(later) is None
    assert marks(later) == {0: NEW}
    assert gone(later) == ["王一"]


def test_seen_is_seen(session: Session, start: Callable[[], Session], thread: Path) -> None:
    save_again(thread)
    reread(session)
    session.comparing.see_all()
    assert marks(session) == {}
    assert gone(session) == ["王一"]
    session.close()
    later = start()
    assert later.shelf.open(thread)
    later.begin()
    deliver()
    assert marks(later) == {}
    assert said(later) is None


def test_going_from_change_to_change(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    session.show_answer(1)
    session.comparing.go_on()
    assert session.state.pane.answer == 2
    session.comparing.go_on()
    assert session.state.pane.answer == 0
    session.comparing.go_on(-1)
    assert session.state.pane.answer == 2


def test_where_all_that_changed_is_on_the_page_there_is_nothing_to_go_to(session: Session, thread: Path) -> None:
    session.show_answer(1)
    thread.write_text(thread.read_text("utf-8").replace("反而忘了讀書", "反而忘記了讀書"), "utf-8")
    reread(session)
    assert session.state.notice is not None
    assert session.state.notice.offers == ("changes.words", "changes.seen")


def test_an_answer_that_is_gone_can_be_read_with_its_marks(session: Session, thread: Path) -> None:
    made = highlight(session, "讀書是為了讀書")
    save_again(thread)
    reread(session)
    session.dismiss_notice()  # about notes
    session.dismiss_notice()  # about answers
    session.show_answer(2)
    before = session.state
    visit(session)
    state = session.state
    assert state.current is not None
    assert (state.current.author, said(session)) == ("王一", "changes-visit")
    assert words(session) == ["讀書是為了讀書"]
    assert state.notes.read_only
    assert marks(session) == {2: AnswerChange.GONE}
    session.shelf.leave_version()
    assert (session.state.document, session.state.panes) == (before.document, before.panes)
    assert (session.state.notes, session.state.changes) == (before.notes, before.changes)
    assert made in session.state.notes.annotations
    assert said(session) is None


def test_a_note_can_be_made_again_after_a_visit(session: Session, thread: Path, start: Callable[[], Session]) -> None:
    save_again(thread)
    reread(session)
    visit(session)
    session.select(span_of(session, "讀書是為了讀書"))
    session.annotations.highlight()
    assert not session.state.notes.annotations
    assert said(session) == "changes-read-only"
    session.shelf.leave_version()
    highlight(session, "不寫不行")
    session.close()
    later = start()
    assert later.shelf.open(thread)
    assert words(later) == ["不寫不行"]


def test_what_another_window_writes_during_a_visit_is_there_afterwards(
    session: Session, thread: Path, start: Callable[[], Session]
) -> None:
    highlight(session, "書上畫線")
    save_again(thread)
    reread(session)
    visit(session)
    other = start()
    assert other.shelf.open(thread)
    highlight(other, "不寫不行")
    deliver()
    session.shelf.leave_version()
    session.notes_file.look()
    deliver()
    highlight(session, "更長久")
    deliver()
    assert sorted(words(session)) == sorted(["不寫不行", "更長久", "書上畫線"])


def test_what_is_lit_on_a_visit_stays_lit(session: Session, thread: Path) -> None:
    session.lights.light("書上")
    save_again(thread)
    reread(session)
    session.dismiss_notice()
    visit(session)
    session.lights.light("筆記")
    deliver()
    session.shelf.leave_version()
    state = session.state
    assert [light.term for light in state.lights.terms] == ["書上", "筆記"]
    assert state.document is not None
    lit = {place.span.of(state.document.text) for places in state.lights.places.values() for place in places}
    assert lit == {"書上", "筆記"}


def test_the_script_is_corrected_for_the_thread_on_a_visit_too(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    before = session.state.manner
    visit(session)
    session.scripts.correct_source(SourceScript.SIMPLIFIED)
    session.shelf.leave_version()
    assert session.state.manner == replace(before, source_script=SourceScript.SIMPLIFIED, source_corrected=True)
    visit(session)
    assert session.state.manner.source_script is SourceScript.SIMPLIFIED
    session.history.undo()
    session.shelf.leave_version()
    assert session.state.manner == before


def test_reading_the_file_again_ends_a_visit(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    there = text_of(session)
    visit(session)
    reread(session)
    assert text_of(session) == there
    assert session.state.changes.visit is None
    assert not session.state.notes.read_only


def test_an_answer_stays_readable_over_further_saves(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    thread.write_text(thread.read_text("utf-8").replace("不寫不行", "不寫就不行"), "utf-8")
    reread(session)
    assert marks(session) == {0: EDITED}
    assert gone(session) == ["王一"]
    session.dismiss_notice()
    visit(session)
    assert session.state.current is not None
    assert session.state.current.author == "王一"


def test_going_back_to_the_older_save_is_no_news(session: Session, thread: Path) -> None:
    older = thread.read_text("utf-8")
    save_again(thread)
    reread(session)
    session.dismiss_notice()
    thread.write_text(older, "utf-8")
    reread(session)
    assert session.state.changes.renewal is None
    assert said(session) is None


def test_two_windows_say_the_same(session: Session, thread: Path, start: Callable[[], Session]) -> None:
    save_again(thread)
    reread(session)
    other = start()
    assert other.shelf.open(thread)
    other.begin()
    deliver()
    assert marks(other) == marks(session)
    assert gone(other) == ["王一"]


@pytest.mark.parametrize("damage", [b"", b"no gzip", b"\x1f\x8b\x08\x00"])
def test_what_was_kept_and_is_damaged_is_as_if_it_had_not_been_kept(
    session: Session, thread: Path, folder: DataFolder, damage: bytes
) -> None:
    for path in folder.read.iterdir():
        path.write_bytes(damage)
    save_again(thread)
    reread(session)
    assert session.state.changes.renewal is None
    assert said(session) is None


def test_a_giant_thread_is_neither_kept_nor_compared(
    session: Session, folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.comparison.renewal.LARGEST_TEXT", 10)
    path = tmp_path / "giant.txt"
    path.write_text("問?\n\n甲\n\n\n這是一個很長很長的回答,長得不能再長了。\n", "utf-8")
    session.opening.open(path)
    deliver()
    assert len(list(folder.read.iterdir())) == 1


def test_a_save_that_the_reader_names(session: Session, thread: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.txt"
    text = thread.read_text("utf-8")
    older.write_text(text.replace("王一\n", "李四\n\n\n這個回答後來不在了,也沒有人記得它。\n\n王一\n"), "utf-8")
    session.comparing.compare_with(older)
    deliver()
    assert said(session) == "changes-compared"
    assert (marks(session), gone(session)) == ({}, ["李四"])
    visit(session)
    assert session.state.current is not None
    assert session.state.current.author == "李四"
    session.shelf.leave_version()
    session.comparing.compare_with(thread)
    deliver()
    assert said(session) == "changes-none"
    session.comparing.compare_with(tmp_path / "nowhere.txt")
    deliver()
    assert said(session) == "document-missing"


def an_older_save(thread: Path, tmp_path: Path) -> Path:
    """Return a save with other words of the second answer, and with one more that is gone from the thread."""
    older = tmp_path / "older.txt"
    text = thread.read_text("utf-8").replace("反而忘了讀書", "反而忘記了讀書")
    older.write_text(text.replace("王一\n", "李四\n\n\n這個回答後來不在了,也沒有人記得它。\n\n王一\n"), "utf-8")
    return older


def test_what_was_compared_with_a_named_save_stays_when_a_line_is_named(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    session.comparing.compare_with(an_older_save(thread, tmp_path))
    deliver()
    assert (marks(session), gone(session)) == ({1: EDITED}, ["李四"])
    session.naming.toggle(line(session, "林語"))
    deliver()
    assert (marks(session), gone(session)) == ({1: EDITED}, ["李四"])
    session.history.undo()
    deliver()
    assert (marks(session), gone(session)) == ({1: EDITED}, ["李四"])


def test_a_line_may_be_named_before_a_named_save_is_compared(session: Session, thread: Path, tmp_path: Path) -> None:
    comparing, held = held_comparing(session, tmp_path)
    held.run()
    comparing.compare_with(an_older_save(thread, tmp_path))
    session.naming.toggle(line(session, "林語"))
    for _ in range(3):
        held.run()
        deliver()
    assert (marks(session), gone(session)) == ({1: EDITED}, ["李四"])
    comparing.stop()


def test_what_is_looked_at_in_a_named_comparison_is_still_news_in_a_newer_save(
    session: Session, start: Callable[[], Session], thread: Path, tmp_path: Path
) -> None:
    older = an_older_save(thread, tmp_path)
    save_again(thread)
    reread(session)
    assert marks(session) == {0: NEW, 2: EDITED}
    session.comparing.compare_with(older)
    deliver()
    session.show_answer(2)
    session.comparing.see_all()
    assert not session.state.changes.is_any_marked
    session.close()
    later = start()
    assert later.shelf.open(thread)
    later.begin()
    deliver()
    assert marks(later) == {0: NEW, 2: EDITED}


def test_what_is_marked_can_be_seen_though_others_were_seen_before() -> None:
    changes = Changes(Renewal("", datetime.now(UTC), {2: NEW}), seen=frozenset({0, 1}))
    assert changes.is_any_marked
    assert not changes.all_seen().is_any_marked


def test_a_thread_is_kept_though_another_save_is_named_at_once(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    comparing, held = held_comparing(session, tmp_path)
    comparing.compare_with(an_older_save(thread, tmp_path))
    held.run()
    deliver()
    document = session.state.document
    assert document is not None
    kept = KeptThreads(tmp_path / "elsewhere").about(document.sha256)
    assert kept is not None
    assert kept.base == ""
    assert gone(session) == ["李四"]
    comparing.stop()


def held_comparing(session: Session, tmp_path: Path) -> tuple[Comparing, HeldExecutor]:
    """Return what compares in the place of that of the session, and what its work waits for."""
    session.comparing.stop()
    held = HeldExecutor()
    comparing = Comparing(session.store, session.navigation, session.shelf, tmp_path / "elsewhere", held)
    comparing.begin()
    return comparing, held


def test_a_named_save_is_read_in_the_encoding_that_was_chosen_for_it(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    text = an_older_save(thread, tmp_path).read_text("utf-8")
    older = tmp_path / "big5.txt"
    older.write_bytes(text.encode("gb18030"))
    assert session.shelf.open(older, "gb18030")
    assert session.shelf.open(thread)
    deliver()
    seen: list[tuple[Path, str | None]] = []

    def read(path: Path, encoding: str | None, pause: Callable[[], None], keep: None) -> Document:
        del keep
        seen.append((path, encoding))
        return open_document(path, encoding, pause)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf_module, "open_document", read)
        session.comparing.compare_with(older)
        deliver()
    assert seen == [(older, "gb18030")]
    assert gone(session) == ["李四"]


def test_a_named_save_that_was_refused_is_compared_in_the_encoding_chosen_then(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    document = session.state.document
    older = tmp_path / "older.txt"
    older.write_bytes(b"\x00\x01\x02" * 200)
    session.comparing.compare_with(older)
    deliver()
    assert said(session) == "document-binary"
    assert session.shelf.decodable == older
    an_older_save(thread, tmp_path)
    assert session.opening.reopen("utf-8")
    deliver()
    assert session.state.document is document
    assert gone(session) == ["李四"]
    assert session.memory_file.memory.encodings[str(older)].startswith("utf-8")
    assert session.shelf.decodable == thread


def test_one_of_several_threads_is_chosen_to_be_compared(session: Session, thread: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    an_older_save(thread, tmp_path).rename(folder / "a.txt")
    (folder / "b.txt").write_text(SIMPLIFIED, "utf-8")
    found: list[FoundThread] = []
    session.comparing.compare_with(folder, choose=found.extend)
    deliver()
    assert (len(found), said(session)) == (2, None)
    session.comparing.compare_with(next(one.path for one in found if one.title == "為什麼讀書要做筆記?"))
    deliver()
    assert gone(session) == ["李四"]


def test_what_a_reader_says_of_lines_neither_makes_changes_nor_is_lost_by_a_visit(
    session: Session, thread: Path
) -> None:
    save_again(thread)
    reread(session)
    session.dismiss_notice()
    session.show_answer(2)
    assert session.naming.say(1, is_name=False)
    deliver()
    document = session.state.document
    assert document is not None
    assert [answer.author for answer in document.answers] == ["", "林語", "陳默"]
    assert marks(session) == {0: NEW, 2: EDITED}
    assert said(session) is None
    visit(session)
    session.shelf.leave_version()
    assert session.state.document == document
    reread(session)
    assert session.state.document == document


def test_answers_that_are_gone_are_listed_last_and_filtered_by_name(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    kinds = [row.kind for row in rows_of(session.state)]
    assert kinds[-2:] == [RowKind.GONE, RowKind.GONE_ANSWER]
    session.authors.filter("王")
    assert [row.kind for row in rows_of(session.state)] == [RowKind.GONE, RowKind.GONE_ANSWER]
    session.authors.filter("林")
    assert [row.kind for row in rows_of(session.state)] == [RowKind.ANSWER]
    session.authors.filter("")
    session.authors.fold(GONE, unfolded=False)
    assert [row.kind for row in rows_of(session.state)][-1] is RowKind.GONE


def test_a_later_document_ends_the_comparison_of_the_one_before(
    session: Session, thread: Path, other: Path, tmp_path: Path
) -> None:
    held = HeldExecutor()
    comparing = Comparing(session.store, session.navigation, session.shelf, tmp_path / "elsewhere", held)
    comparing.begin()
    session.opening.open(other)
    held.run()
    deliver()
    document = session.state.document
    assert document is not None
    assert [path.name.partition(".")[0] for path in (tmp_path / "elsewhere").iterdir()] == [document.sha256]
    comparing.stop()


# -- names that the reader gave -------------------------------------------------------------------------------


def line(session: Session, words: str) -> int:
    """Return the number of the first line that begins with `words`."""
    return next(number for number, row in enumerate(session.naming.rows.rows) if row.text.startswith(words))


def test_both_versions_have_the_authors_that_the_reader_named(session: Session, thread: Path) -> None:
    session.naming.toggle(line(session, "陳默"))
    save_again(thread)
    reread(session)
    assert marks(session) == {0: NEW, 1: EDITED}
    assert gone(session) == ["王一"]
    visit(session)
    assert (session.state.current and session.state.current.author) == "王一"
    assert session.state.document is not None
    assert [answer.author for answer in session.state.document.answers] == ["林語", "王一"]
    assert not session.naming.toggle(line(session, "林語"))
    session.shelf.leave_version()
    assert session.state.document is not None
    assert [answer.author for answer in session.state.document.answers] == ["趙二", "林語"]


def test_marks_go_with_their_answers_when_another_line_is_named(session: Session, thread: Path) -> None:
    save_again(thread)
    reread(session)
    assert marks(session) == {0: NEW, 2: EDITED}
    session.naming.toggle(line(session, "林語"))
    assert marks(session) == {1: EDITED}
    deliver()
    assert marks(session)[1] is EDITED
    session.history.undo()
    deliver()
    assert marks(session) == {0: NEW, 2: EDITED}
    assert session.state.changes.told


def test_the_words_of_one_answer_are_shown_before_the_new_comparison_is_done(session: Session, thread: Path) -> None:
    thread.write_text(thread.read_text("utf-8").replace("我們打開", "甲乙\n\n我們打開"), "utf-8")
    reread(session)
    save_again(thread)
    reread(session)
    session.naming.toggle(line(session, "甲乙"))
    session.show_answer(3)
    edited = edited_answer(session.state)
    assert edited is not None
    base = KeptThreads(session.data_folder / "read").document(edited.base, edited.document)
    assert base is not None
    pieces = pieces_of(edited, base, no_pause)
    assert [piece.words for piece in pieces if piece.fate is not Fate.KEPT] == ["記"]


def test_a_copy_of_which_no_line_was_named_is_only_new_in_what_is_new(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    session.naming.toggle(line(session, "陳默"))
    deliver()
    session.close()
    copy = tmp_path / "elsewhere" / "抄本.txt"
    copy.parent.mkdir()
    copy.write_text(f"{thread.read_text('utf-8')}\n孫七\n\n\n我說的是別的事情,與你們都不一樣。\n", "utf-8")
    session.opening.open(copy)
    deliver()
    document = session.state.document
    assert document is not None
    assert not document.naming
    assert [document.answers[index].author for index in marks(session)] == ["孫七"]
    assert set(marks(session).values()) == {NEW}
    assert gone(session) == []


def test_to_name_a_line_is_no_news(session: Session) -> None:
    session.naming.toggle(line(session, "陳默"))
    deliver()
    assert session.state.changes.renewal is None
    assert said(session) is None
