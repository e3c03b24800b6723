"""Saving the open thread under another name: in the script shown, durably, never at the cost of what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.documents import FactKind, fact_of, open_document
from desktop.documents.writing.forms import written
from desktop.documents.writing.written import ThreadForm
from desktop.script import Script
from desktop.session.failure import Failure, Obstacle
from desktop.session.files.thread_saving import ThreadSaving
from tests.disposal import dispose
from tests.documents.writing.drafts import everything
from tests.session.executors import deliver
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session, State

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


@pytest.mark.parametrize("form", ThreadForm)
def test_it_is_said_what_plain_text_does_not_keep(
    start: Callable[[], Session], tmp_path: Path, form: ThreadForm
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(written(everything(), ThreadForm.HTML, "zh-Hant"))
    session = start()
    session.shelf.open(page)
    save(session, tmp_path / f"saved{form.value}", form)
    assert said(session) == ("thread-saved-without" if form is ThreadForm.TEXT else "thread-saved")


@pytest.mark.parametrize("form", [ThreadForm.MARKDOWN, ThreadForm.HTML, ThreadForm.EPUB])
def test_what_an_author_is_known_as_is_saved_in_the_script_shown(
    start: Callable[[], Session], tmp_path: Path, form: ThreadForm
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(written(everything(), ThreadForm.HTML, "zh-Hant"))
    session = start()
    session.shelf.open(page)
    session.show_script(Script.SIMPLIFIED)
    save(session, tmp_path / f"saved{form.value}", form)
    again = open_document(tmp_path / f"saved{form.value}")
    assert fact_of(again.answers[1].facts, FactKind.BADGE) == "种花的人 · 作家"


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


def test_all_that_was_asked_for_is_on_the_disk_when_the_window_has_closed(session: Session, tmp_path: Path) -> None:
    saving = ThreadSaving(session.store)  # on a thread of its own
    vars(session)["thread_saving"] = saving
    paths = [tmp_path / f"{number}.html" for number in range(3)]
    for path in paths:
        saving.save(path, ThreadForm.HTML)
    session.close()
    assert [path.exists() for path in paths] == [True] * 3
    saving.stop()
    dispose(saving)


def test_a_failure_names_the_file_that_could_not_be_written(session: Session, tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    saving = ThreadSaving(session.store)
    saving.save(tmp_path / "folder.txt", ThreadForm.TEXT)
    saving.save(tmp_path / "fine.txt", ThreadForm.TEXT)
    told: list[str] = []

    def hear(_old: State, new: State) -> None:
        told.append(_file_of(new))

    session.changed.connect(hear)
    saving.finish()
    deliver()
    assert "folder.txt" in told
    saving.stop()
    dispose(saving)


def _file_of(state: State) -> str:
    reason = state.notice.details.get("reason") if state.notice else None
    return reason.file if isinstance(reason, Failure) else ""


def test_a_chart_is_made_and_saved_and_that_is_said(session: Session, tmp_path: Path) -> None:
    session.thread_saving.save_chart(tmp_path / "a.csv", lambda: b"a,b\r\n")
    deliver()
    assert (tmp_path / "a.csv").read_bytes() == b"a,b\r\n"
    assert said(session) == "chart-saved"


def test_a_chart_that_can_not_be_saved_leaves_what_is_there_and_is_told(session: Session, tmp_path: Path) -> None:
    session.thread_saving.save_chart(tmp_path / "gone" / "a.png", lambda: b"png")
    deliver()
    assert said(session) == "chart-save-failed"
    session.thread_saving.save(tmp_path / "gone" / "a.png", ThreadForm.TEXT)
    deliver()
    assert said(session) == "thread-save-failed"
