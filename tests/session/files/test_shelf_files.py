"""The shelf and its files: a bad one leaves all as it was, the recent ones are listed, encodings are remembered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.session import NoticeKind
from desktop.session.files.memory import RECENT_LIMIT
from tests.session.reader import highlight, read_on, said, text_of
from tests.session.threads import TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session


BAD: dict[str, tuple[str, bytes | None]] = {
    "missing": ("document-missing", None),
    "empty": ("document-empty", b""),
    "blank": ("document-empty", b"\n \n"),
    "binary": ("document-binary", b"\x00\x01\x02" * 50),
}


@pytest.mark.parametrize("kind", [*BAD, "folder"])
def test_a_file_that_cannot_be_read_leaves_all_as_it_was_with_a_sentence(
    session: Session, tmp_path: Path, kind: str
) -> None:
    highlight(session, "無數")
    read_on(session)
    path = tmp_path / "bad.txt"
    wanted, data = BAD.get(kind, ("document-no-thread", None))
    if data is not None:
        path.write_bytes(data)
    elif kind == "folder":
        path.mkdir()
    before = session.state
    assert session.shelf.open(path) is False
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, notice.kind, notice.details["name"]) == (wanted, NoticeKind.PROBLEM, "bad.txt")
    session.replace(notice=before.notice)
    assert session.state == before


def test_the_recent_files_are_listed_latest_first_and_no_file_twice(
    start: Callable[[], Session], session: Session, thread: Path, other: Path
) -> None:
    session.shelf.open(other)
    session.shelf.open(thread)
    assert session.state.recent == (thread, other)
    session.close()
    assert start().state.recent == (thread, other)


def test_so_many_recent_files_are_listed_and_no_more(session: Session, tmp_path: Path) -> None:
    for number in range(RECENT_LIMIT + 1):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"題目\n\n甲乙\n\n\n第{number}個。\n", encoding="utf-8")
        session.shelf.open(path)
    assert len(session.state.recent) == RECENT_LIMIT
    assert session.state.recent[0].name == f"{RECENT_LIMIT}.txt"


def test_a_recent_file_that_is_gone_is_taken_off_the_list_when_it_is_asked_for(
    session: Session, thread: Path, other: Path
) -> None:
    session.shelf.open(other)
    thread.unlink()
    assert session.state.recent == (other, thread)
    assert session.shelf.open(thread) is False
    assert session.state.recent == (other,)


def test_a_recent_file_that_is_only_unreadable_for_now_stays_on_the_list(
    session: Session, thread: Path, other: Path
) -> None:
    session.shelf.open(other)
    thread.write_bytes(b"")
    assert session.shelf.open(thread) is False
    assert thread in session.state.recent


def test_the_next_start_resumes_what_was_open_last(
    start: Callable[[], Session], session: Session, other: Path
) -> None:
    session.shelf.open(other)
    session.close()
    again = start()
    assert again.opening.resume()
    assert again.state.document is not None
    assert again.state.document.path == other


def test_there_is_nothing_to_resume_on_a_first_start_nor_when_the_file_is_gone(
    start: Callable[[], Session], session: Session, thread: Path
) -> None:
    first = start()
    assert first.opening.resume() is False
    session.close()
    thread.unlink()
    again = start()
    assert again.opening.resume() is False
    assert again.state.document is None


@pytest.mark.parametrize("last", ["/" + "甲" * 400, "", "\0", "\ud800"], ids=["too long", "none", "NUL", "surrogate"])
def test_a_name_that_no_file_has_cannot_keep_the_app_from_starting(
    start: Callable[[], Session], folder: DataFolder, last: str
) -> None:
    folder.state.write_text(json.dumps({"last": last, "recent": [last]}), encoding="utf-8")
    session = start()
    assert session.opening.resume() is False
    assert session.shelf.open(session.state.recent[0]) is False


# -- encodings ----------------------------------------------------------------------------------------------------

BIG5 = "題目?\n\n某甲\n\n\n中文字。\n".encode("big5hkscs")


def text(session: Session) -> str:
    """Return the open document's text."""
    assert session.state.document is not None
    return session.state.document.text


def test_an_encoding_that_the_reader_chose_is_remembered_for_that_file(
    start: Callable[[], Session], session: Session, thread: Path, tmp_path: Path
) -> None:
    path = tmp_path / "big5.txt"
    path.write_bytes(BIG5)
    session.shelf.open(path)
    detected = text_of(session)
    # The other one than would be found out: so it can only have been remembered.
    assert session.opening.reopen("gb18030")
    chosen = text_of(session)
    assert chosen != detected
    session.close()
    again = start()
    assert again.shelf.open(path)
    assert again.state.document is not None
    assert (again.state.document.encoding, text_of(again)) == ("gb18030", chosen)
    assert again.opening.reopen("big5hkscs")
    assert text_of(again) == detected
    again.shelf.open(thread)
    assert again.state.document.encoding == "utf-8"


def test_an_encoding_that_does_not_fit_leaves_all_as_it_was_and_is_not_remembered(
    session: Session, thread: Path
) -> None:
    thread.write_bytes(BIG5)
    session.shelf.open(thread)
    before = session.state.document
    assert session.opening.reopen("utf-8") is False
    assert said(session) == "document-undecodable"
    assert session.state.document is before
    assert session.shelf.open(thread)
    assert text_of(session).startswith("題目?")


def test_an_encoding_is_chosen_for_the_file_that_the_sentence_is_about(
    start: Callable[[], Session], thread: Path, tmp_path: Path
) -> None:
    path, session = tmp_path / "other.txt", start()
    path.write_bytes(BIG5)
    assert session.shelf.decodable is None
    assert not session.shelf.open(path, "utf-8")
    assert (session.state.document, session.shelf.decodable) == (None, path)
    assert session.opening.reopen("big5hkscs")
    assert text_of(session).startswith("題目?")
    path.write_bytes(b"\0\1" + BIG5)
    assert session.shelf.open(thread)
    assert not session.shelf.open(path)
    assert (said(session), session.shelf.decodable) == ("document-binary", path)
    assert session.opening.reopen("utf-8") is False, "it is no UTF-8"
    assert text_of(session) == thread.read_text("utf-8"), "what is open stays as it was"
    session.dismiss_notice()
    assert session.shelf.decodable == thread


def test_an_encoding_that_was_chosen_is_not_for_what_else_the_file_has_later(
    session: Session, thread: Path, tmp_path: Path
) -> None:
    path = tmp_path / "thread.txt"
    path.write_bytes(BIG5)
    assert session.shelf.open(path, "gb18030")
    garbled = text_of(session)
    assert not garbled.startswith("題目?")
    session.shelf.open(thread)
    path.write_bytes(BIG5 + "另一個人\n\n\n說了別的話，和這裡原來的都不一樣。\n".encode("big5hkscs"))
    session.shelf.open(path)
    assert text_of(session).startswith("題目?")


def test_an_encoding_that_was_chosen_stays_with_a_thread_that_goes_on(session: Session, tmp_path: Path) -> None:
    path, words = tmp_path / "thread.txt", TRADITIONAL[:2000].encode("big5hkscs", "ignore")
    path.write_bytes(words)
    assert session.shelf.open(path, "gb18030") or session.shelf.open(path, "big5hkscs")
    read = text_of(session)
    path.write_bytes(words + b"\nmore\n")
    assert session.shelf.reload()
    assert text_of(session) == f"{read}\nmore\n"
    assert session.shelf.open(path)
    assert text_of(session) == f"{read}\nmore\n"


def test_how_many_characters_could_not_be_read_is_said(session: Session, thread: Path) -> None:
    thread.write_bytes(TRADITIONAL.encode() + b"\xff\n\xff")
    assert session.shelf.open(thread)
    assert said(session) == "characters-unreadable"
    assert session.state.notice is not None
    assert session.state.notice.details == {"name": thread.name, "count": "2"}
    thread.write_bytes(TRADITIONAL.encode())
    assert session.shelf.reload()
    assert said(session) is None


def test_a_file_that_was_written_anew_in_another_encoding_opens_all_the_same(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "thread.txt"
    path.write_bytes(BIG5)
    session.shelf.open(path, "big5hkscs")
    path.write_text(TRADITIONAL, encoding="utf-16")
    assert session.shelf.open(path), "the encoding chosen for the old file fits no more"
    assert text_of(session) == TRADITIONAL
