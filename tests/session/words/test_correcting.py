"""Correcting: what holds is what the file says, whoever wrote it, and nothing in the file is lost."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.files import LARGEST_TABLE
from desktop.script import Correction, Corrections, Script, load_tables
from desktop.script.corrections import LONGEST, Flaw
from desktop.script.corrections_form import HEADER
from desktop.session import NoticeKind
from desktop.session.failure import Failure, Obstacle
from desktop.session.own.own_file import Trouble
from desktop.text import Span
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.session import Session

GAN, HOU = Correction("干", "幹", Script.TRADITIONAL), Correction("后", "後")


def write(folder: DataFolder, text: str) -> None:
    folder.corrections.write_bytes(text.encode())


def said(session: Session) -> tuple[str, dict[str, str | Failure]] | None:
    """Return the code and the details of what is being said to the reader."""
    deliver()
    notice = session.state.notice
    return None if notice is None else (notice.code, dict(notice.details))


def select(session: Session, words: str) -> None:
    document = session.state.document
    assert document is not None
    start = document.text.index(words)
    session.select(Span(start, start + len(words)))


def test_without_a_file_there_are_none_and_nothing_is_said(start: Callable[[], Session], folder: DataFolder) -> None:
    session = start()
    assert session.state.manner.corrections == Corrections()
    assert said(session) is None
    assert not folder.corrections.exists()


def test_what_the_file_says_holds_from_the_start(start: Callable[[], Session], folder: DataFolder) -> None:
    write(folder, "干 → 幹  繁\n后 → 後\n")
    session = start()
    assert session.state.manner.corrections.items == (GAN, HOU)
    assert said(session) is None


def test_a_correction_is_in_the_file_when_it_holds(start: Callable[[], Session], folder: DataFolder) -> None:
    session = start()
    assert session.correcting.change(None, GAN)
    assert session.state.manner.corrections.items == (GAN,)
    assert folder.corrections.read_text("utf-8") == HEADER + "干 → 幹  繁\n"
    assert session.correcting.change(GAN, HOU)
    assert start().state.manner.corrections.items == (HOU,)


def test_what_is_said_already_leaves_the_file_alone(start: Callable[[], Session], folder: DataFolder) -> None:
    write(folder, "干->幹  繁\n")
    session = start()
    state = session.state
    assert session.correcting.change(None, GAN)
    assert session.correcting.change(HOU, None)
    assert session.state is state
    assert folder.corrections.read_text("utf-8") == "干->幹  繁\n"


def test_a_change_goes_back_in_one_step(start: Callable[[], Session], folder: DataFolder) -> None:
    session = start()
    session.correcting.change(None, GAN)
    session.correcting.change(GAN, None)
    session.history.undo()
    assert session.state.manner.corrections.items == (GAN,)
    assert folder.corrections.read_text("utf-8") == HEADER + "干 → 幹  繁\n"
    session.history.undo()
    assert folder.corrections.read_text("utf-8") == HEADER
    session.history.redo()
    assert session.state.manner.corrections.items == (GAN,)


def test_a_step_back_leaves_what_an_editor_wrote_meanwhile(start: Callable[[], Session], folder: DataFolder) -> None:
    session = start()
    session.correcting.change(None, GAN)
    write(folder, "# mine\n后 → 後\n干 → 幹  繁\nx\n")
    session.history.undo()
    assert folder.corrections.read_text("utf-8") == "# mine\n后 → 後\nx\n"
    session.history.redo()
    assert session.state.manner.corrections.items == (HOU, GAN)


@pytest.mark.parametrize("by_now", ["后 → 後\n", "干 → 乾  繁\n", "干 → 干\n"])
def test_a_step_back_from_a_line_that_another_hand_changed_changes_nothing_and_says_so(
    start: Callable[[], Session], folder: DataFolder, by_now: str
) -> None:
    session = start()
    session.correcting.change(None, GAN)
    write(folder, by_now)
    session.history.undo()
    assert folder.corrections.read_text("utf-8") == by_now
    assert said(session) == ("corrections-otherwise", {"correction": "干 → 幹"})
    assert (session.state.undoable.back, session.state.undoable.forth) == (False, False)


def test_a_deletion_is_not_taken_back_over_what_another_hand_wrote_for_the_same_words(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    write(folder, "干 → 幹  繁\n")
    session = start()
    session.correcting.change(GAN, None)
    write(folder, "干 → 乾  繁\n")
    session.history.undo()
    assert folder.corrections.read_text("utf-8") == "干 → 乾  繁\n"
    assert said(session) == ("corrections-otherwise", {"correction": "干 → 幹"})


def test_a_step_that_cannot_be_written_can_be_taken_back_later(
    start: Callable[[], Session], folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    session.correcting.change(None, GAN)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    session.history.undo()
    monkeypatch.undo()
    assert session.state.manner.corrections.items == (GAN,)
    assert (session.state.undoable.back, session.state.undoable.forth) == (True, False)
    whole = folder.corrections.read_bytes()
    folder.corrections.write_bytes(b"\xff")
    session.history.undo()
    assert (session.state.undoable.back, session.state.undoable.forth) == (True, False)
    folder.corrections.write_bytes(whole)
    session.history.undo()
    assert session.state.manner.corrections == Corrections()


def test_what_an_editor_wrote_holds_once_the_app_comes_to_the_fore(
    start: Callable[[], Session], folder: DataFolder, qapp: QApplication
) -> None:
    session = start()
    session.begin()
    write(folder, "后 → 後\n")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert session.state.manner.corrections == Corrections()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert session.state.manner.corrections.items == (HOU,)
    folder.corrections.unlink()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert session.state.manner.corrections == Corrections()


def test_what_an_editor_wrote_is_kept_by_a_change_that_is_made_without_knowing(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    session = start()
    write(folder, "# mine\n后 → 後\n")
    assert session.correcting.change(None, GAN)
    assert folder.corrections.read_text("utf-8") == "# mine\n后 → 後\n干 → 幹  繁\n"
    assert session.state.manner.corrections.items == (HOU, GAN)


def test_looking_at_a_file_that_is_the_same_replaces_nothing(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    write(folder, "后 → 後\n")
    session = start()
    state = session.state
    session.correcting.look()
    assert session.state is state


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ("干 幹", Flaw.NO_ARROW),
        (" → 幹", Flaw.EMPTY_SOURCE),
        ("干 → ", Flaw.EMPTY_SHOWN),
        ("干 → " + "幹" * (LONGEST + 1), Flaw.TOO_LONG),
        ("干\x7f → 幹", Flaw.CONTROL),
        ("干 → 幹  粵", Flaw.UNKNOWN_SCRIPT),
    ],
)
def test_a_bad_line_is_told_with_its_number_skipped_and_kept(
    start: Callable[[], Session], folder: DataFolder, line: str, flaw: Flaw
) -> None:
    write(folder, f"\n{line}\n后 → 後\n")
    session = start()
    assert said(session) == (f"corrections-{flaw.value}", {"line": "2", "later": "0"})
    assert session.state.notice is not None
    assert session.state.notice.kind is NoticeKind.PROBLEM
    assert session.state.manner.corrections.items == (HOU,)
    session.correcting.change(HOU, GAN)
    assert folder.corrections.read_text("utf-8") == f"\n{line}\n干 → 幹  繁\n"


def test_of_the_same_words_twice_the_later_line_wins_and_both_are_named(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    write(folder, "后 → 后\n后 → 後\n")
    session = start()
    assert said(session) == ("corrections-overridden", {"line": "1", "later": "2"})
    assert session.state.manner.corrections.items == (HOU,)


def test_many_bad_lines_are_told_in_one_sentence(start: Callable[[], Session], folder: DataFolder) -> None:
    write(folder, "# x\nx\ny\nz\n")
    session = start()
    assert said(session) == ("corrections-several", {"count": "3", "line": "2"})
    assert [bad.number for bad in session.correcting.bad_lines] == [2, 3, 4]


def test_what_is_wrong_is_told_after_what_is_being_told(
    start: Callable[[], Session], folder: DataFolder, tmp_path: Path
) -> None:
    write(folder, "x\n")
    session = start()
    session.shelf.open(tmp_path / "missing.txt")
    assert said(session) == ("document-missing", {"name": "missing.txt"})
    session.dismiss_notice()
    assert said(session) == ("corrections-no-arrow", {"line": "1", "later": "0"})
    session.dismiss_notice()
    assert said(session) is None


def test_a_line_that_was_mended_is_complained_of_no_longer(start: Callable[[], Session], folder: DataFolder) -> None:
    write(folder, "后 後\n")
    session = start()
    assert said(session) is not None
    write(folder, "后 → 後\n")
    session.correcting.look()
    assert said(session) is None
    assert session.state.manner.corrections.items == (HOU,)


def unreadable(path: Path) -> None:
    path.symlink_to(path)  # which leads nowhere, whoever follows it


TROUBLES: dict[Trouble, Callable[[Path], object]] = {
    Trouble.TOO_LARGE: lambda path: path.write_bytes("后 → 後\n".encode() * (LARGEST_TABLE // 12 + 1)),
    Trouble.NOT_UTF8: lambda path: path.write_bytes("后 → 後\n".encode("gb18030")),
    Trouble.UNREADABLE: unreadable,
    Trouble.NO_FILE: lambda path: path.mkdir(),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_file_that_cannot_be_used_is_told_and_never_written_over(
    start: Callable[[], Session], folder: DataFolder, trouble: Trouble
) -> None:
    TROUBLES[trouble](folder.corrections)
    before = folder.corrections.read_bytes() if folder.corrections.is_file() else None
    session = start()
    complaint = (f"corrections-{trouble.value}", {"file": str(folder.corrections)})
    assert said(session) == complaint
    assert session.correcting.trouble is trouble
    assert session.state.manner.corrections == Corrections()
    session.dismiss_notice()
    assert not session.correcting.change(None, GAN)
    assert said(session) == complaint
    assert session.state.manner.corrections == Corrections()
    assert before is None or folder.corrections.read_bytes() == before


def test_utf16_is_not_taken_for_utf8(start: Callable[[], Session], folder: DataFolder) -> None:
    folder.corrections.write_bytes("后 → 後\n".encode("utf-16"))
    assert start().correcting.trouble is Trouble.NOT_UTF8


def test_a_file_that_can_be_used_again_is(start: Callable[[], Session], folder: DataFolder) -> None:
    folder.corrections.write_bytes(b"\xff")
    session = start()
    assert said(session) is not None
    write(folder, "后 → 後\n")
    assert session.correcting.change(None, GAN)
    assert session.state.manner.corrections.items == (HOU, GAN)
    assert said(session) is None


def test_a_correction_that_cannot_be_written_does_not_hold(
    start: Callable[[], Session], folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "后 → 後\n")
    session = start()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    assert not session.correcting.change(None, GAN)
    monkeypatch.undo()
    why = Failure(Obstacle.FULL, folder.corrections.name, folder.root.name)
    assert said(session) == ("corrections-not-saved", {"reason": why})
    assert session.state.manner.corrections.items == (HOU,)
    assert folder.corrections.read_text("utf-8") == "后 → 後\n"
    assert session.correcting.change(None, GAN)


def test_a_file_does_not_grow_until_it_can_not_be_read_again(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    folder.corrections.write_bytes(b"#" * (LARGEST_TABLE - 4) + b"\n")
    session = start()
    assert not session.correcting.change(None, HOU)
    assert said(session) == ("corrections-too-many", {"file": str(folder.corrections)})
    assert session.state.manner.corrections == Corrections()
    assert start().correcting.trouble is None


def test_the_file_is_made_for_whoever_asks_for_it_and_explains_itself(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    session = start()
    assert session.correcting.make_file()
    assert folder.corrections.read_text("utf-8") == HEADER
    write(folder, "后 → 後\n")
    assert session.correcting.make_file()
    assert folder.corrections.read_text("utf-8") == "后 → 後\n"


def test_a_draft_has_the_words_of_the_source_and_those_on_the_page(session: Session) -> None:
    load_tables("tw2s")
    session.show_script(Script.SIMPLIFIED)
    select(session, "轉述")
    assert session.correcting.draft() == Correction("轉述", "转述", Script.SIMPLIFIED)


def test_a_part_of_what_is_converted_as_a_whole_is_drafted_as_the_whole(session: Session) -> None:
    load_tables("tw2sp")
    session.choose_variant(Script.SIMPLIFIED, "mainland-words")
    select(session, "憶體")
    assert session.correcting.draft() == Correction("記憶體", "内存", Script.SIMPLIFIED)


def test_there_is_nothing_to_draft_without_a_selection_over_two_lines_or_in_the_original(session: Session) -> None:
    load_tables("tw2s")
    select(session, "轉述")
    assert session.correcting.draft() is None
    session.show_script(Script.SIMPLIFIED)
    session.select(None)
    assert session.correcting.draft() is None
    answer = session.state.current
    assert answer is not None
    session.select(Span(answer.paragraphs[0].start, answer.paragraphs[1].end))
    assert session.correcting.draft() is None
