"""Saving the open thread under another name: in the script shown, durably, never at the cost of what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.documents import open_document
from desktop.documents.writing.written import ThreadForm
from desktop.script import Script
from desktop.session.failure import Failure, Obstacle
from tests.session.executors import deliver
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session

TWO_SCRIPTS = """为什么要读书?

陳默

讀書是為了忘記。書裡沒有的，這麼說也沒有。

王强

读书是为了记住。这么说对吗？
"""


def save(session: Session, path: Path, form: ThreadForm = ThreadForm.TEXT) -> bytes:
    session.thread_saving.save(path, form)
    deliver()
    return path.read_bytes()


def test_a_thread_is_saved_as_it_is_written_where_the_original_is_shown(session: Session, tmp_path: Path) -> None:
    document = session.state.document
    assert document is not None
    save(session, tmp_path / "saved.txt")
    again = open_document(tmp_path / "saved.txt")
    assert again.title == document.title
    assert [(a.author, [s.of(again.text) for s in a.paragraphs]) for a in again.answers] == [
        (a.author, [s.of(document.text) for s in a.paragraphs]) for a in document.answers
    ]
    assert said(session) == "thread-saved"


def test_each_answer_is_converted_from_its_own_script_and_so_are_the_names(
    start: Callable[[], Session], tmp_path: Path
) -> None:
    path = tmp_path / "兩種.txt"
    path.write_text(TWO_SCRIPTS, "utf-8")
    session = start()
    session.shelf.open(path)
    session.show_script(Script.SIMPLIFIED)
    simplified = save(session, tmp_path / "s.txt").decode()
    assert "陈默" in simplified
    assert "这么说也没有" in simplified
    assert "这么说对吗" in simplified
    session.show_script(Script.TRADITIONAL)
    traditional = save(session, tmp_path / "t.txt").decode()
    assert "王強" in traditional
    assert "這麼說對嗎" in traditional
    assert "為什麼要讀書" in traditional


@pytest.mark.parametrize("form", ThreadForm)
def test_every_form_names_every_author(session: Session, tmp_path: Path, form: ThreadForm) -> None:
    document = session.state.document
    assert document is not None
    data = save(session, tmp_path / f"saved{form}", form)
    if form is not ThreadForm.EPUB:
        assert all(answer.author in data.decode() for answer in document.answers)
    assert data[:2] == b"PK" if form is ThreadForm.EPUB else data


def test_a_page_says_the_language_of_the_script_shown(session: Session, tmp_path: Path) -> None:
    session.show_script(Script.SIMPLIFIED)
    assert '<html lang="zh-Hans">' in save(session, tmp_path / "saved.html", ThreadForm.HTML).decode()


def test_a_folder_is_never_replaced(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "folder.html"
    folder.mkdir()
    (folder / "kept").touch()
    session.thread_saving.save(folder, ThreadForm.HTML)
    deliver()
    assert said(session) == "thread-save-failed"
    assert [path.name for path in folder.iterdir()] == ["kept"]
    assert [path.name for path in tmp_path.glob(".baijia*")] == []


def test_a_folder_that_is_gone_is_named(session: Session, tmp_path: Path) -> None:
    session.thread_saving.save(tmp_path / "gone" / "saved.txt", ThreadForm.TEXT)
    deliver()
    notice = session.state.notice
    assert notice is not None
    reason = notice.details["reason"]
    assert isinstance(reason, Failure)
    assert (notice.code, reason.obstacle, reason.folder) == ("thread-save-failed", Obstacle.NO_FOLDER, "gone")


def test_without_a_thread_nothing_is_written(start: Callable[[], Session], tmp_path: Path) -> None:
    session = start()
    session.replace(document=None)
    session.thread_saving.save(tmp_path / "saved.txt", ThreadForm.TEXT)
    deliver()
    assert not (tmp_path / "saved.txt").exists()
