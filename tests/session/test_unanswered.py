"""Questions and problems stay until answered or closed, whatever else is said meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session import Notice, NoticeKind
from tests.session.executors import deliver
from tests.session.reader import highlight, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session


def ask(session: Session) -> None:
    session.replace(notice=Notice("file-changed", NoticeKind.QUESTION, {"name": "甲.txt"}, ("file.reload",)))


def test_a_question_is_put_again_when_the_news_has_gone(session: Session) -> None:
    session.begin()
    made = highlight(session, "無數")
    ask(session)
    session.annotations.delete(made)
    assert said(session) == "annotation-deleted"
    session.history.undo()
    assert said(session) == "file-changed"
    session.close_notice()
    assert said(session) is None


def test_problems_are_said_again_in_turn_each_once(session: Session) -> None:
    session.begin()
    session.notify("document-missing", NoticeKind.PROBLEM, name="甲.txt")
    ask(session)
    session.notify("document-missing", NoticeKind.PROBLEM, name="乙.txt")
    session.notify("export-empty", NoticeKind.NEWS)
    told: list[str | None] = []
    for _ in range(4):
        told.append(said(session))
        session.close_notice()
    assert told == ["export-empty", "document-missing", "file-changed", None]


def test_another_thread_has_no_questions_of_this_one(session: Session, other: Path) -> None:
    ask(session)
    session.notify("export-empty", NoticeKind.NEWS)
    session.shelf.open(other)
    session.dismiss_notice()
    assert said(session) is None


def test_a_question_that_was_answered_by_the_menu_is_not_put_again(session: Session, thread: Path) -> None:
    highlight(session, "無數")
    copy = thread.with_name("copy.txt")
    copy.write_text(thread.read_text("utf-8") + "\n又及，補充一句話。\n", "utf-8")
    session.shelf.open(copy)
    assert said(session) == "notes-likely"
    session.notify("export-empty", NoticeKind.NEWS)
    session.similar.decline()
    assert said(session) is None


def test_a_problem_that_is_none_any_more_is_not_said_again(start: Callable[[], Session], folder: DataFolder) -> None:
    folder.corrections.write_text("x\n", "utf-8")
    session = start()
    deliver()
    assert said(session) == "corrections-no-arrow"
    session.notify("export-empty", NoticeKind.NEWS)
    folder.corrections.write_text("后 → 後\n", "utf-8")
    session.correcting.look()
    session.dismiss_notice()
    deliver()
    assert said(session) is None


def test_that_saving_failed_is_not_said_again_once_it_works(session: Session) -> None:
    session.notify("save-failed", NoticeKind.PROBLEM, reason="x")
    session.notify("save-recovered", NoticeKind.NEWS)
    session.dismiss_notice()
    assert said(session) is None
