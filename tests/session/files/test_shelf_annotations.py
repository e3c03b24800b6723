"""The shelf and what the reader made: whatever is wrong on the disk, nothing is lost and reading goes on."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, Color
from desktop.session import NoticeKind, SaveState
from desktop.session.files.locations import Locations
from tests.session.executors import deliver
from tests.session.reader import highlight, said, span_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session, State


def test_marks_are_there_again(start: Callable[[], Session], session: Session, thread: Path) -> None:
    made = highlight(session, "無數的答案")
    session.annotations.rewrite(made, "其實沒有", ["疑問"])
    deliver()
    assert session.state.saving is SaveState.SAVED
    assert session.notes_file.path is not None
    assert session.notes_file.path.parent.parent == session.data_folder
    again = start()
    again.shelf.open(thread)
    assert again.state.notes.annotations == session.state.notes.annotations


def test_whatever_puts_other_annotations_into_the_state_has_them_saved(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    made = highlight(session, "無數的答案")
    deliver()
    recoloured = replace(session.state.notes.annotations[made], color=Color.ROUGE)
    session.replace(notes=replace(session.state.notes, annotations={made: recoloured}))
    assert session.state.saving is SaveState.SAVING
    deliver()
    assert session.state.saving is SaveState.SAVED
    again = start()
    again.shelf.open(thread)
    assert again.state.notes.annotations[made].color is Color.ROUGE


def test_what_is_made_while_another_thread_is_opened_is_saved_with_its_own(
    start: Callable[[], Session], session: Session, thread: Path, other: Path
) -> None:
    def leave(old: State, new: State) -> None:
        if new.notes.annotations and not old.notes.annotations:
            assert session.shelf.open(other)

    session.changed.connect(leave)
    session.select(span_of(session, "無數的答案"))
    session.annotations.highlight()
    session.changed.disconnect(leave)
    assert session.state.notes.active is None
    assert session.state.document is not None
    assert session.state.document.path == other
    assert not session.state.notes.annotations
    session.close()
    again = start()
    again.shelf.open(other)
    assert not again.state.notes.annotations
    again.shelf.open(thread)
    assert len(again.state.notes.annotations) == 1


def test_what_was_deleted_or_taken_back_stays_so(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    kept, deleted = highlight(session, "無數"), highlight(session, "打開")
    session.annotations.delete(deleted)
    highlight(session, "網路")
    session.history.undo()
    session.close()
    again = start()
    again.shelf.open(thread)
    assert list(again.state.notes.annotations) == [kept]


def test_a_damaged_file_of_annotations_is_told_of_and_made_good_from_its_mirror(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    made = highlight(session, "無數")
    session.close()
    assert session.notes_file.path is not None
    session.notes_file.path.write_bytes(b"{")
    again = start()
    assert again.shelf.open(thread)
    assert list(again.state.notes.annotations) == [made]
    notice = again.state.notice
    assert notice is not None
    assert notice.code == "annotations-damaged"
    assert notice.kind is NoticeKind.PROBLEM
    assert notice.details["name"] == "讀書.txt"


def test_annotations_of_a_newer_version_can_be_read_but_not_changed(
    start: Callable[[], Session], session: Session, thread: Path, folder: DataFolder
) -> None:
    made = highlight(session, "無數")
    session.close()
    for path in (*folder.annotations.glob("*.json"), *folder.mirror.glob("*.json")):
        page = json.loads(path.read_bytes())
        page["baijia:minReader"] += 1
        path.write_text(json.dumps(page), encoding="utf-8")
    again = start()
    assert again.shelf.open(thread)
    assert again.state.notes.read_only
    assert said(again) == "annotations-newer"
    before = again.state.notes.annotations
    again.select(span_of(again, "打開"))
    again.annotations.highlight(Color.ROUGE)
    assert said(again) == "annotations-read-only"
    again.annotations.delete(made)
    again.annotations.recolour(made, Color.INDIGO)
    again.annotations.rewrite(made, "x", ())
    again.annotations.edit(made)
    assert (again.state.notes.annotations, again.state.undoable.back, again.state.notes.editing) == (
        before,
        False,
        None,
    )


def test_a_folder_of_annotations_that_cannot_be_listed_lets_the_thread_be_read(
    session: Session, folder: DataFolder, other: Path
) -> None:
    folder.annotations.rmdir()
    folder.annotations.write_text("a file in the folder's place")
    assert session.shelf.open(other)
    assert session.state.document is not None
    assert session.state.document.path == other
    assert said(session) == "annotations-unreadable"
    assert session.state.notes.read_only
    assert session.close() is None


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have every save of annotations fail until the patch is undone."""

    def fail(*_given: object, **_also: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(AnnotationStore, "save", fail)
    return monkeypatch


def test_what_could_not_be_saved_is_still_there_when_the_thread_is_opened_again(
    session: Session, thread: Path, other: Path, full_disk: pytest.MonkeyPatch
) -> None:
    first = highlight(session, "無數")
    deliver()
    assert (session.state.saving, said(session)) == (SaveState.FAILED, "save-failed")
    session.shelf.open(other)
    assert said(session) == "save-failed", "another thread does not make it good"
    session.shelf.open(thread)
    assert list(session.state.notes.annotations) == [first]
    second = highlight(session, "打開")
    deliver()
    why = session.close()
    assert why is not None
    assert why.detail == "no space left"
    full_disk.undo()
    assert session.close() is None
    assert (session.state.saving, said(session)) == (SaveState.SAVED, "save-recovered")
    session.shelf.open(thread)
    assert set(session.state.notes.annotations) == {first, second}


def test_a_save_that_reached_one_copy_is_told_as_what_it_is(
    start: Callable[[], Session], session: Session, thread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = session.notes_file.path
    assert main is not None
    write = os.replace

    def fail(temporary: Path, target: Path) -> None:
        if target == main:
            raise OSError(28, "No space left on device")
        write(temporary, target)

    with monkeypatch.context() as patch:
        patch.setattr("desktop.annotations.storage.durable.os.replace", fail)
        made = highlight(session, "無數的答案")
        deliver()
        assert (session.state.saving, said(session)) == (SaveState.HALF, "save-half")
        assert session.close() is None
        assert not main.exists()
    again = start()
    again.shelf.open(thread)
    assert list(again.state.notes.annotations) == [made]
    session.annotations.rewrite(made, "再存一次", ())
    deliver()
    assert (session.state.saving, said(session)) == (SaveState.SAVED, "save-recovered")


def test_notes_that_may_only_be_read_are_never_called_unsaved(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    highlight(session, "無數的答案")
    session.close()
    assert session.notes_file.path is not None
    for file in session.data_folder.glob("*/*.json"):
        page = json.loads(file.read_bytes())
        if "baijia:minReader" in page:
            file.write_text(json.dumps(page | {"baijia:minReader": 99}), "utf-8")
    moved = thread.rename(thread.with_name("改名.txt"))
    again = start()
    again.shelf.open(moved)
    deliver()
    assert (again.state.notes.read_only, again.state.saving, said(again)) == (
        True,
        SaveState.SAVED,
        "annotations-newer",
    )
    moved.write_text(moved.read_text("utf-8") + "\n又及。\n", "utf-8")
    again.shelf.reload()
    deliver()
    assert (again.state.notes.read_only, again.state.saving) == (True, SaveState.SAVED)
    assert again.close() is None


@pytest.mark.parametrize("failing", ["placed", "version"])
def test_a_thread_that_fails_to_open_leaves_the_notes_of_both_as_they_were(
    start: Callable[[], Session],
    session: Session,
    thread: Path,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
) -> None:
    first = highlight(session, "無數的答案")
    session.shelf.open(other)
    second = highlight(session, "软件")
    session.close()
    other.write_text(other.read_text("utf-8") + "\n又及。\n", "utf-8")
    again = start()
    again.shelf.open(thread)

    def fail(*_given: object) -> None:
        raise RuntimeError("a defect")

    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(Locations, failing, fail)
        again.shelf.open(other)
    third = highlight(again, "打開")
    deliver()
    assert again.close() is None
    back = start()
    back.shelf.open(thread)
    assert set(back.state.notes.annotations) == {first, third}
    back.shelf.open(other)
    assert list(back.state.notes.annotations) == [second]


def test_one_thread_that_cannot_be_saved_takes_no_other_with_it(
    start: Callable[[], Session], session: Session, thread: Path, other: Path, full_disk: pytest.MonkeyPatch
) -> None:
    lost = highlight(session, "無數")
    deliver()
    assert session.notes_file.path is not None
    session.shelf.open(other)
    kept = highlight(session, "软件")
    deliver()
    full_disk.undo()
    assert session.close() is None
    again = start()
    again.shelf.open(thread)
    assert list(again.state.notes.annotations) == [lost]
    again.shelf.open(other)
    assert list(again.state.notes.annotations) == [kept]
