"""The shelf and files that were edited, moved, renamed or copied: notes come with their thread, and with no other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.session import NoticeKind
from tests.session.executors import deliver
from tests.session.reader import highlight, only, said, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import Session


@pytest.fixture
def noted(session: Session) -> Session:
    """Return the session after three passages of the thread were marked, and all is saved."""
    for quote in ("無數的答案", "反而忘了讀書", "不是為了筆記"):
        highlight(session, quote)
    assert session.close() is None
    deliver()
    return session


def edit(path: Path, *changes: tuple[str, str]) -> Path:
    """Change the text of a file as an editor would."""
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def copied(path: Path) -> Path:
    """Copy a file beside it."""
    return Path(shutil.copy(path, path.with_name("copy.txt")))


def source(session: Session) -> dict[str, Any]:
    """Return what the file of notes says that it is about."""
    assert session.notes_file.path is not None
    return json.loads(session.notes_file.path.read_bytes())["baijia:source"]


def test_an_edited_file_keeps_its_notes_and_the_file_they_are_in(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    edit(thread, ("讀書的時候做筆記", "我讀書的時候總做筆記"))
    again = start()
    assert again.shelf.open(thread)
    assert words(again) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]
    assert again.notes_file.path == noted.notes_file.path
    assert said(again) == "notes-found"


def test_the_file_of_notes_says_which_versions_and_places_it_has_seen(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    before = source(noted)
    again = start()
    again.shelf.open(edit(thread, ("不是為了筆記。", "不是為了筆記。又及。")).rename(thread.with_name("改名.txt")))
    deliver()
    after = source(again)
    assert after["id"] == before["id"]
    assert after["versions"] == [before["sha256"]]
    assert after["paths"] == [before["path"]]
    assert again.state.document is not None
    assert after["sha256"] == again.state.document.sha256


def test_the_notes_keep_the_words_that_they_were_made_on(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    anchors = {key: one.passages[0].anchor for key, one in noted.state.notes.annotations.items()}
    again = start()
    again.shelf.open(edit(thread, ("無數的答案", "無數的好答案")))
    assert words(again) == ["無數的好答案", "反而忘了讀書", "不是為了筆記"]
    assert {key: one.passages[0].anchor for key, one in again.state.notes.annotations.items()} == anchors


def test_edits_day_after_day_leave_every_note_in_its_place(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    for day in range(6):
        edit(thread, ("王一\n", f"王一\n\n\n今天是第{day}天,再補充一句話。\n"), ("我們", f"我們{day}"))
        again = start()
        again.shelf.open(thread)
        assert words(again) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]
        assert all(len(one.passages[0].resolved) == 1 for one in again.state.notes.annotations.values())
        assert again.close() is None


def test_a_note_whose_words_are_gone_is_told_of_and_kept(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    edit(thread, ("筆記太多,反而忘了讀書。", "字太少了啊。"))
    again = start()
    again.shelf.open(thread)
    assert words(again) == ["無數的答案", "不是為了筆記"]
    assert len(again.state.notes.annotations) == 3
    notice = again.state.notice
    assert notice is not None
    assert (notice.code, notice.kind, notice.offers) == (
        "notes-lost",
        NoticeKind.QUESTION,
        ("annotate.unplaced",),
    )
    assert (notice.details["found"], notice.details["lost"], notice.details["unsure"]) == ("2", "1", "0")


def test_the_change_is_told_of_once(start: Callable[[], Session], noted: Session, thread: Path) -> None:
    edit(thread, ("讀書的時候", "我讀書的時候"))
    for code in ("notes-found", None):
        again = start()
        again.shelf.open(thread)
        assert said(again) == code
        again.close()


def test_a_thread_that_never_changed_is_not_told_of_nor_written(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    assert noted.notes_file.path is not None
    before = noted.notes_file.path.read_bytes()
    again = start()
    again.shelf.open(thread)
    again.close()
    assert said(again) is None
    assert noted.notes_file.path.read_bytes() == before


def test_a_copy_shares_the_notes(start: Callable[[], Session], noted: Session, thread: Path) -> None:
    again = start()
    again.shelf.open(copied(thread))
    assert words(again) == words(noted)
    made = highlight(again, "書上畫線")
    again.close()
    back = start()
    back.shelf.open(thread)
    assert made in back.state.notes.annotations


def test_an_edited_copy_is_asked_about(start: Callable[[], Session], noted: Session, thread: Path) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    assert again.state.notes.annotations == {}
    notice = again.state.notice
    assert notice is not None
    assert (notice.code, notice.offers) == ("notes-likely", ("annotations.adopt", "annotations.part"))
    assert (notice.details["other"], notice.details["count"]) == ("讀書.txt", "3")
    again.notes_file.adopt()
    assert words(again) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]
    assert again.notes_file.path != noted.notes_file.path
    assert again.state.notes.similar is None
    assert said(again) == "notes-copied"
    again.close()
    back = start()
    back.shelf.open(copy)
    assert len(words(back)) == 3
    assert said(back) is None


def test_notes_copied_from_a_similar_thread_go_their_own_ways(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    there = dict(noted.state.notes.annotations)
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.notes_file.adopt()
    first, second, *_ = again.state.notes.annotations
    again.annotations.delete(first)
    again.annotations.rewrite(second, "只在這裏", ())
    again.shelf.open(thread)
    assert {key: one.note for key, one in again.state.notes.annotations.items()} == {
        key: one.note for key, one in there.items()
    }
    again.annotations.delete(second)
    again.close()
    back = start()
    back.shelf.open(copy)
    assert back.state.notes.annotations.keys() == there.keys() - {first}
    assert back.state.notes.annotations[second].note == "只在這裏"
    assert said(back) is None


def test_notes_that_were_copied_are_taken_back_by_one_step_and_can_be_asked_for_again(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.notes_file.adopt()
    again.history.undo()
    assert again.state.notes.annotations == {}
    assert again.state.notes.similar is not None
    again.history.redo()
    assert (len(words(again)), again.state.notes.similar) == (3, None)
    again.history.undo()
    again.close()
    back = start()
    back.shelf.open(copy)
    assert back.state.notes.annotations == {}
    assert said(back) == "notes-also"
    back.notes_file.adopt()
    assert len(words(back)) == 3
    back.shelf.open(thread)
    assert len(words(back)) == 3


def test_a_question_about_what_was_in_this_very_place_stays_after_a_new_note_until_it_is_answered(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    rest = "".join(f"換了一篇文章，說的是第{number}件事。" for number in range(40))
    thread.write_text(f"{thread.read_text('utf-8')[10:80]}\n\n{rest}\n", "utf-8")
    first, again = start(), start()
    first.shelf.open(thread)
    assert said(first) == "notes-doubtful"
    highlight(first, "第7件事")
    first.close()
    again.shelf.open(thread)
    assert (said(again), words(again)) == ("notes-also", ["第7件事"])
    again.similar.decline()
    again.close()
    later = start()
    later.shelf.open(thread)
    assert (said(later), later.state.notes.similar) == (None, None)


def test_notes_on_what_was_in_this_very_place_go_on_in_their_file(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    text = thread.read_text("utf-8")
    rest = "".join(f"換了一篇文章，說的是第{number}件事。" for number in range(40))
    thread.write_text(f"{text[10:80]}\n\n{rest}\n", "utf-8")
    again = start()
    again.shelf.open(thread)
    assert said(again) == "notes-doubtful"
    again.notes_file.adopt()
    assert again.notes_file.path == noted.notes_file.path


def test_what_is_said_to_be_another_thread_stays_one(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.similar.decline()
    assert (again.state.notes.similar, said(again)) == (None, None)
    made = highlight(again, "書上畫線")
    again.close()
    back = start()
    back.shelf.open(copy)
    assert (list(back.state.notes.annotations), said(back)) == ([made], None)
    back.shelf.open(thread)
    assert back.state.notes.annotations.keys() == noted.state.notes.annotations.keys()


def test_notes_made_before_the_answer_and_those_that_come_are_together_and_can_be_parted_again(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    own = highlight(again, "書上畫線")
    again.notes_file.adopt()
    assert again.state.notes.annotations.keys() == {own, *noted.state.notes.annotations}
    assert len(words(again)) == 4
    again.history.undo()
    assert list(again.state.notes.annotations) == [own]
    again.history.redo()
    again.close()
    back = start()
    back.shelf.open(copy)
    assert len(words(back)) == 4
    back.shelf.open(thread)
    assert back.state.notes.annotations.keys() == noted.state.notes.annotations.keys()


def test_two_files_of_notes_on_what_has_become_one_text_are_both_told_of(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.similar.decline()
    own = highlight(again, "書上畫線")
    again.close()
    thread.write_bytes(copy.read_bytes())
    back = start()
    back.shelf.open(thread)
    assert list(back.state.notes.annotations) == [own]
    notice = back.state.notice
    assert notice is not None
    assert (notice.code, notice.details["count"], notice.kind) == ("notes-also", "3", NoticeKind.QUESTION)
    back.notes_file.adopt()
    assert back.state.notes.annotations.keys() == {own, *noted.state.notes.annotations}
    back.close()
    last = start()
    last.shelf.open(thread)
    assert last.state.notes.annotations.keys() == {own, *noted.state.notes.annotations}
    assert (last.state.notes.similar, said(last)) == (None, None)
    last.annotations.delete(next(iter(noted.state.notes.annotations)))
    last.close()
    after = start()
    after.shelf.open(thread)
    assert said(after) is None, "what was taken over and deleted since is not asked about again"


def test_a_file_whose_notes_were_all_deleted_hides_no_other_on_the_same_place(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.similar.decline()
    again.annotations.delete(highlight(again, "書上畫線"))
    again.close()
    thread.write_bytes(copy.read_bytes())
    back = start()
    back.shelf.open(thread)
    assert said(back) == "notes-also"
    back.notes_file.adopt()
    assert back.state.notes.annotations.keys() == noted.state.notes.annotations.keys()


def test_a_question_answered_with_no_is_not_asked_again(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    again.shelf.open(copy)
    again.similar.decline()
    highlight(again, "書上畫線")
    again.close()
    thread.write_bytes(copy.read_bytes())
    back = start()
    back.shelf.open(thread)
    back.similar.decline()
    back.close()
    last = start()
    last.shelf.open(thread)
    assert (len(last.state.notes.annotations), said(last)) == (1, None)


@pytest.mark.parametrize("path", ["/" + "長" * 200 + "/甲.txt", "/x\0y.txt", ""], ids=["too long", "NUL", "none"])
def test_a_path_that_no_file_can_have_keeps_no_thread_from_being_opened(
    start: Callable[[], Session], noted: Session, thread: Path, path: str
) -> None:
    assert noted.notes_file.path is not None
    for file in (noted.notes_file.path, noted.data_folder / "mirror" / noted.notes_file.path.name):
        page = json.loads(file.read_bytes())
        page["baijia:source"]["path"] = path
        file.write_text(json.dumps(page), "utf-8")
    copy = edit(copied(thread), ("讀書的時候", "讀書時"))
    again = start()
    assert again.shelf.open(copy)


def test_another_thread_under_the_name_is_another_thread(
    start: Callable[[], Session], noted: Session, thread: Path, other: Path
) -> None:
    thread.write_bytes(other.read_bytes())
    again = start()
    again.shelf.open(thread)
    assert (again.state.notes.annotations, again.state.notes.similar, said(again)) == ({}, None, None)


def test_the_reader_is_where_he_was_in_an_edited_thread(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    noted.show_answer(1)
    noted.scrolled(span_of(noted, "所以我只在").start)
    noted.close()
    edit(thread, ("林語\n", "林語\n\n\n開頭多了一句話。\n"))
    again = start()
    again.shelf.open(thread)
    assert again.state.pane.answer == 1
    assert text_of(again)[again.state.pane.positions[1] :].startswith("所以我只在")


def test_without_the_text_that_was_kept_the_notes_are_found_by_their_words(
    start: Callable[[], Session], noted: Session, thread: Path
) -> None:
    shutil.rmtree(noted.data_folder / "snapshots")
    edit(thread, ("我們打開網路", "我們打開了網路"))
    again = start()
    again.shelf.open(thread)
    again.notes_file.adopt()  # without the text, it may be asked about
    assert words(again) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]


def test_the_text_is_kept_as_soon_as_there_is_a_note(session: Session) -> None:
    folder = session.data_folder / "snapshots"
    assert not folder.exists()
    highlight(session, "無數")
    assert session.state.document is not None
    assert [path.name for path in folder.iterdir()] == [f"{session.state.document.sha256}.txt.gz"]


def test_a_text_that_cannot_be_kept_costs_no_note(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    (session.data_folder / "snapshots").write_bytes(b"a file where a folder should be")
    made = highlight(session, "無數")
    assert session.close() is None
    again = start()
    again.shelf.open(thread)
    assert list(again.state.notes.annotations) == [made]


def test_a_note_put_elsewhere_by_hand_stays_there(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    made = highlight(session, "反而忘了讀書")
    session.close()
    edit(thread, ("筆記太多,反而忘了讀書。", "字太少了啊。"))
    again = start()
    again.shelf.open(thread)
    again.annotations.activate(made)
    again.select(span_of(again, "字太少"))
    again.annotations.placing.reattach()
    assert words(again) == ["字太少"]
    again.close()
    edit(thread, ("字太少了啊", "話說回來,字太少了啊"))
    last = start()
    last.shelf.open(thread)
    assert words(last) == ["字太少"]
    assert only(last).passages[0].anchor.exact == "反而忘了讀書"


def test_no_file_of_notes_is_made_for_reading_alone(session: Session, other: Path) -> None:
    session.shelf.open(other)
    session.close()
    assert list((session.data_folder / "annotations").iterdir()) == []


@pytest.fixture
def renamed(start: Callable[[], Session], thread: Path) -> Path:
    """Return a copy of the thread that was annotated, then edited and renamed; the thread itself was never opened."""
    reader = start()
    copy = copied(thread)
    reader.shelf.open(copy)
    highlight(reader, "無數的答案")
    edit(copy, ("讀書的時候做筆記", "讀書的時候總做筆記"))
    reader.shelf.reload()
    copy = copy.rename(copy.with_name("改名.txt"))
    reader.shelf.open(copy)
    assert words(reader) == ["無數的答案"]
    reader.close()
    return copy


def test_the_original_of_a_copy_that_has_gone_its_own_way_is_asked_about(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(thread)
    deliver()
    assert (said(again), words(again)) == ("notes-likely", [])
    again.shelf.open(renamed)
    assert (source(again)["path"], words(again), said(again)) == (str(renamed), ["無數的答案"], None)


def test_the_original_that_is_another_thread_has_notes_of_its_own(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(thread)
    again.similar.decline()
    highlight(again, "反而忘了讀書")
    again.close()
    for path, own in ((renamed, "無數的答案"), (thread, "反而忘了讀書")):
        later = start()
        later.shelf.open(path)
        assert (words(later), said(later)) == ([own], None)


def test_the_original_that_is_refused_is_opened_again_without_them_before_it_has_any(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    start().shelf.open(thread)
    again = start()
    again.shelf.open(thread)
    again.similar.decline()
    again.close()
    later = start()
    later.shelf.open(thread)
    assert (words(later), said(later)) == ([], None)
    later.shelf.open(renamed)
    assert words(later) == ["無數的答案"]


def test_the_original_that_is_the_same_thread_has_them_too_and_neither_is_asked_about_again(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(thread)
    again.notes_file.adopt()
    assert words(again) == ["無數的答案"]
    again.close()
    later = start()
    for path in (renamed, thread, renamed):
        later.shelf.open(path)
        assert words(later) == ["無數的答案"]
        assert later.state.notes.similar is None


def test_notes_made_on_the_original_before_the_question_is_answered_are_its_own(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    again = start()
    again.shelf.open(thread)
    highlight(again, "反而忘了讀書")
    again.close()
    later = start()
    later.shelf.open(thread)
    assert words(later) == ["反而忘了讀書"]
    later.shelf.open(renamed)
    assert words(later) == ["無數的答案"]


def test_a_copy_that_is_gone_leaves_its_notes_to_the_original(
    start: Callable[[], Session], renamed: Path, thread: Path
) -> None:
    renamed.unlink()
    again = start()
    again.shelf.open(thread)
    assert words(again) == ["無數的答案"]
