"""What was copied in a browser becomes a thread of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QFile

from desktop.session.failure import Failure, Obstacle
from desktop.session.files import pasting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session

WORDS = "怎麼養花？\n\n甲\n\n\n少澆水。\n\n多曬太陽。\n\n乙\n\n\n常說話。\n\n常看花。\n"


@pytest.fixture(autouse=True)
def _without_a_bin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", _no_bin)


def _no_bin(_name: str) -> bool:
    return False


def code(session: Session) -> str:
    return session.state.notice.code if session.state.notice else ""


def reason(session: Session) -> Obstacle | None:
    why = session.state.notice.details.get("reason") if session.state.notice else None
    return why.obstacle if isinstance(why, Failure) else None


def names(session: Session) -> list[str]:
    return [thread.name for thread in session.pasting.threads]


def test_words_become_a_thread_that_is_open_and_listed(session: Session) -> None:
    session.pasting.paste("", WORDS)
    assert session.state.document is not None
    assert [answer.author for answer in session.state.document.answers] == ["甲", "乙"]
    assert names(session) == ["怎麼養花？"]
    assert session.state.document.path.parent == session.data_folder / "pasted"


def test_the_same_again_is_the_same_thread(session: Session) -> None:
    session.pasting.paste("", WORDS)
    session.pasting.paste("", WORDS)
    assert len(names(session)) == 1


def test_other_words_under_the_same_question_are_another(session: Session) -> None:
    session.pasting.paste("", WORDS)
    session.pasting.paste("", WORDS + "\n\n丙\n\n\n看書。\n\n看花。\n")
    assert sorted(names(session)) == ["怎麼養花？", "怎麼養花？ (2)"]


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_without_words_it_is_said_what_to_do(session: Session, words: str) -> None:
    before = session.state.document
    session.pasting.paste("", words)
    assert (code(session), session.state.document, names(session)) == ("paste-empty", before, [])


@pytest.mark.parametrize(
    ("html", "words"), [("<img src='https://a.example/1.png'>", ""), ("", "\0\0"), ("", "\u200b")]
)
def test_what_has_nothing_to_read_leaves_no_file(session: Session, html: str, words: str) -> None:
    session.pasting.paste(html, words)
    assert (code(session), names(session)) == ("paste-empty", [])


def test_words_with_zeros_between_them_are_pasted_without(session: Session) -> None:
    session.pasting.paste("", WORDS.replace("澆", "\0澆"))
    assert session.state.document is not None
    assert "少澆水" in session.state.document.text


def test_more_than_a_file_may_have_is_not_kept(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "LARGEST_FILE", 100)
    session.pasting.paste("", WORDS * 4)
    assert (code(session), names(session)) == ("paste-empty", [])


def test_a_page_without_plain_words_is_called_after_its_question(session: Session) -> None:
    session.pasting.paste("<h1>怎麼養花？</h1><p>少澆水。</p><p>多曬太陽。</p>", "")
    assert names(session) == ["怎麼養花？"]


def test_the_form_is_kept_in_which_more_authors_are_found(session: Session) -> None:
    session.pasting.paste("<div>怎麼養花？ 甲 少澆水。 乙 常說話。</div>", WORDS)
    assert session.state.document is not None
    assert session.state.document.path.suffix == ".txt"


@pytest.mark.parametrize("name", ["a/b\\c:d", "../../x", "\0", "𠮷" * 400, "CON\n", "\ud800", " . "])
def test_any_words_make_a_name_that_a_file_can_have(session: Session, name: str) -> None:
    session.pasting.paste("", f"{name}\n\n{WORDS}")
    (path,) = (session.data_folder / "pasted").iterdir()
    assert len(path.stem) <= 40


def test_a_thread_that_is_renamed_keeps_its_notes_and_stays_open(session: Session) -> None:
    session.pasting.paste("", WORDS)
    assert session.state.current is not None
    session.select(session.state.current.paragraphs[0])
    session.annotations.highlight()
    path = session.pasting.rename(session.pasting.threads[0].path, "陽台/上的花")
    assert session.state.document is not None
    assert (path.name, session.state.document.path) == ("陽台 上的花.txt", path)
    assert len(session.state.notes.annotations) == 1


def test_a_name_that_is_taken_or_empty_does_no_harm(session: Session) -> None:
    session.pasting.paste("", WORDS)
    session.pasting.paste("", f"讀書\n\n{WORDS}")
    reading = next(thread.path for thread in session.pasting.threads if thread.name == "讀書")
    assert session.pasting.rename(reading, " / ") == reading
    assert session.pasting.rename(reading, "怎麼養花？").stem == "怎麼養花？ (2)"


def test_what_is_deleted_is_in_the_bin(session: Session) -> None:
    session.pasting.paste("", WORDS)
    path = session.pasting.threads[0].path
    session.pasting.discard(path)
    assert (names(session), code(session)) == ([], "paste-discarded")
    assert (path.parent / "bin" / path.name).read_text("utf-8") == WORDS


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(session: Session) -> None:
    (session.data_folder / "pasted").write_bytes(b"in the way")
    before = session.state.document
    session.pasting.paste("", WORDS)
    assert (code(session), session.state.document) == ("paste-failed", before)
    assert names(session) == []


def test_what_is_gone_can_be_neither_renamed_nor_deleted(session: Session, tmp_path: Path) -> None:
    session.pasting.paste("", WORDS)
    path = session.pasting.threads[0].path
    path.unlink()
    assert session.pasting.rename(path, "花") == path
    assert (code(session), reason(session)) == ("paste-not-renamed", Obstacle.GONE)
    session.dismiss_notice()
    session.pasting.discard(path)
    assert (code(session), reason(session)) == ("paste-not-discarded", Obstacle.GONE)


def test_what_is_renamed_or_deleted_is_not_among_the_recent_files_by_its_old_name(session: Session) -> None:
    session.pasting.paste("", WORDS)
    path = session.pasting.threads[0].path
    session.pasting.paste("", f"讀書\n\n{WORDS}")
    renamed = session.pasting.rename(path, "花")
    assert path not in session.state.recent
    assert session.state.recent[1] == renamed
    assert session.memory_file.titles[str(renamed)] == "怎麼養花？"
    session.pasting.discard(renamed)
    assert renamed not in session.state.recent


def test_what_a_killed_paste_left_is_removed_and_nothing_else(
    start: Callable[[], Session], folder: DataFolder
) -> None:
    pasted = folder.pasted
    pasted.mkdir()
    old, new, other = (pasted / name for name in (".baijia-a.tmp", ".baijia-b.tmp", "花.tmp"))
    for path in (old, new, other):
        path.write_text("少澆水。", "utf-8")
    for path in (old, other):
        os.utime(path, (1, 1))
    start().pasting.paste("", WORDS)
    assert [old.exists(), new.exists(), other.exists()] == [False, True, True]
