"""What takes long to read is read while the window goes on answering, and can be given up."""

from __future__ import annotations

import os
import time
import zipfile
from typing import TYPE_CHECKING, cast

import pytest

from desktop.documents.containers import table
from desktop.session.files.opening import OPENING, Opening
from desktop.session.files.stamps import is_quick, stamp_of
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.documents import FoundThread
    from desktop.session import Session

SEVERAL = {"a.txt": "讀書\n\n甲\n\n好。\n\n多讀。\n", "b.txt": "喝茶\n\n乙\n\n好。\n\n燙。\n"}


@pytest.fixture
def held() -> HeldExecutor:
    return HeldExecutor()


@pytest.fixture
def opening(session: Session, held: HeldExecutor) -> Iterator[Opening]:
    """Yield what opens threads for `session`, and reads those that take long when it is told to."""
    opening = Opening(session.store, session.shelf, session.memory_file, held)
    yield opening
    opening.stop()
    dispose(opening)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "大.txt"
    path.write_text("大題目？\n\n甲\n\n" + "長。\n\n" * 40_000, "utf-8")
    assert not is_quick(path)
    return path


def finish(held: HeldExecutor) -> None:
    """Have all be read, and what came of it be taken."""
    held.run()
    deliver()


def title(session: Session) -> str:
    assert session.state.document is not None
    return session.state.document.title


def folder_of(tmp_path: Path, files: dict[str, str]) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_small_file_is_opened_at_once(session: Session, opening: Opening, other: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opening.opened):
        opening.open(other)
    assert session.state.document is not None
    assert session.state.document.path == other


def test_a_large_file_is_opened_when_it_was_read(
    session: Session, opening: Opening, held: HeldExecutor, large: Path
) -> None:
    before = session.state.document
    opening.open(large)
    assert session.state.document is before
    finish(held)
    assert title(session) == "大題目？"


def test_the_latest_wish_counts(
    session: Session, opening: Opening, held: HeldExecutor, large: Path, other: Path
) -> None:
    opening.open(large)
    opening.open(other)
    finish(held)
    assert session.state.document is not None
    assert session.state.document.path == other


def test_what_was_given_up_is_not_opened(session: Session, opening: Opening, held: HeldExecutor, large: Path) -> None:
    before = session.state.document
    opening.open(large)
    opening.cancel()
    finish(held)
    assert session.state.document is before


def test_after_half_a_second_it_is_said_what_is_read_and_can_be_given_up(
    session: Session, opening: Opening, large: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening.open(large)
    assert session.state.notice is None
    qtbot.waitUntil(lambda: session.state.notice is not None)
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, notice.details, notice.offers) == (OPENING, {"name": "大.txt"}, ("file.cancel",))
    opening.cancel()
    assert session.state.notice is None


def test_a_file_that_cannot_be_read_leaves_all_as_it_was_with_a_sentence(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path
) -> None:
    before, path = session.state.document, tmp_path / "noise"
    path.write_bytes(bytes(range(256)) * 1_000)
    opening.open(path)
    finish(held)
    assert session.state.document is before
    assert session.state.notice is not None
    assert session.state.notice.code == "document-binary"


def test_a_zip_and_a_database_are_never_quick_however_few_bytes_they_have(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"SQLite format 3\0")
    assert not is_quick(tmp_path / "a.db")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", SEVERAL["a.txt"])
    assert not is_quick(tmp_path / "a.zip")


def test_a_folder_with_one_thread_is_opened(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path
) -> None:
    opening.open(folder_of(tmp_path, {"a.txt": SEVERAL["a.txt"]}))
    finish(held)
    assert title(session) == "讀書"


@pytest.mark.parametrize(
    ("files", "code", "count"),
    [
        ({"a.pdf": b"%PDF-1.4"}, "skipped-others", "1"),
        ({"a.pdf": b"%PDF-1.4", "b.doc": b"\xd0\xcf\x11\xe0", "c.txt": b""}, "skipped-others", "2"),
        ({"c.txt": b""}, "", ""),
    ],
)
def test_what_was_passed_over_in_a_folder_is_told(
    session: Session,
    opening: Opening,
    held: HeldExecutor,
    tmp_path: Path,
    files: dict[str, bytes],
    code: str,
    count: str,
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, data in {**files, "a.txt": SEVERAL["a.txt"].encode()}.items():
        (folder / name).write_bytes(data)
    opening.open(folder)
    finish(held)
    notice = session.state.notice
    assert title(session) == "讀書"
    assert (
        (notice.code, notice.details["count"], notice.details["name"]) == (code, count, "folder")
        if notice
        else not code
    )


def test_of_several_threads_the_reader_is_asked_and_the_one_chosen_is_opened_again_by_the_next_start(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path, start: Callable[[], Session], qtbot: QtBot
) -> None:
    folder = folder_of(tmp_path, SEVERAL)
    with qtbot.waitSignal(opening.several) as asked:
        opening.open(folder)
        held.run()
    (threads,) = cast("list[tuple[FoundThread, ...]]", asked.args)  # pyright: ignore[reportUnknownMemberType] (pytest-qt's)
    assert [thread.title for thread in threads] == ["讀書", "喝茶"]
    opening.open(threads[1].path)
    finish(held)
    assert title(session) == "喝茶"
    session.close()
    again = start()
    assert again.state.recent[0] == threads[1].path
    assert again.opening.resume()
    qtbot.waitUntil(lambda: again.state.document is not None)
    assert title(again) == "喝茶"


@pytest.fixture
def copy(session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path) -> Path:
    """Return a copy of a noted thread, the only one of a folder, which has the very text."""
    folder = folder_of(tmp_path, {"a.txt": SEVERAL["a.txt"]})
    opening.open(folder)
    finish(held)
    assert session.state.document is not None
    session.select(session.state.document.answers[0].paragraphs[0])
    session.annotations.highlight()
    copy = tmp_path / "copy.txt"
    copy.write_text(session.state.document.text, "utf-8")
    assert session.close() is None
    return copy


def test_a_copy_of_a_thread_in_a_folder_has_its_notes_once_the_folder_was_read(
    start: Callable[[], Session], copy: Path
) -> None:
    session = start()
    assert session.shelf.open(copy)
    assert (session.state.notes.annotations, session.state.notice) == ({}, None), "nothing waits for it"
    deliver()
    assert len(session.state.notes.annotations) == 1
    assert (session.state.notes.similar, session.state.notice) == (None, None)


def test_of_a_copy_whose_original_in_a_folder_went_on_it_is_asked(
    start: Callable[[], Session], copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder" / "a.txt").write_text(SEVERAL["a.txt"].replace("多讀", "少讀"), "utf-8")
    session = start()
    assert session.shelf.open(copy)
    deliver()
    assert session.state.notes.annotations == {}
    assert session.state.notice is not None
    assert session.state.notice.code == "notes-likely"


def test_notes_stay_with_their_thread_of_the_folder(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, SEVERAL)
    for name in ("讀書", "喝茶"):
        opening.open(folder / "?" / name)
        finish(held)
        assert title(session) == name
        assert session.state.current is not None
        session.select(session.state.current.paragraphs[0])
        session.annotations.highlight()
    assert len(session.state.notes.annotations) == 1
    opening.open(folder / "?" / "讀書")
    finish(held)
    assert [one.passages[0].anchor.exact for one in session.state.notes.annotations.values()] == ["好。"]
    assert session.state.notice is None


def test_notes_stay_with_the_thread_of_a_folder_that_gets_a_second_one_and_loses_it(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path, start: Callable[[], Session], qtbot: QtBot
) -> None:
    folder = folder_of(tmp_path, {"a.txt": SEVERAL["a.txt"]})
    opening.open(folder)
    finish(held)
    assert session.state.current is not None
    session.select(session.state.current.paragraphs[0])
    session.annotations.highlight()
    session.close()
    (folder / "b.txt").write_text(SEVERAL["b.txt"], "utf-8")
    for path in (folder / "?" / "讀書", folder):
        again = start()
        again.opening.open(path)
        qtbot.waitUntil(lambda session=again: session.state.document is not None)
        assert (len(again.state.notes.annotations), again.state.notice) == (1, None)
        again.close()
        (folder / "b.txt").unlink(missing_ok=True)


def test_a_thread_of_a_folder_is_read_in_another_encoding_on_the_worker(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes("讀書嗎\n\n甲\n\n好讀書不求甚解。\n\n多讀。\n".encode("big5"))
    opening.open(folder)
    finish(held)
    assert title(session) == "讀書嗎"
    assert opening.reopen("gb18030")
    assert title(session) == "讀書嗎", "nothing is read here"
    finish(held)
    assert title(session) != "讀書嗎"
    opening.open(folder)
    finish(held)
    assert title(session) != "讀書嗎", "the choice is remembered"


def test_a_folder_that_is_read_again_keeps_the_reader_where_he_was(
    session: Session, opening: Opening, held: HeldExecutor, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, {"a.txt": SEVERAL["a.txt"]})
    opening.open(folder)
    finish(held)
    (folder / "a.txt").write_text(SEVERAL["a.txt"] + "\n丙\n\n新。\n\n又新。\n", "utf-8")
    opening.reload()
    finish(held)
    assert session.state.document is not None
    assert [answer.author for answer in session.state.document.answers] == ["甲", "丙"]


def test_a_file_that_is_written_in_place_in_the_open_folder_is_noticed(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, SEVERAL)
    before, again = stamp_of(folder), stamp_of(folder)
    with (folder / "a.txt").open("r+") as file:
        file.write("讀書吧")
    os.utime(folder / "a.txt", ns=(1, time.time_ns() + 1_000))
    assert before == again != stamp_of(folder)


def test_what_is_read_again_too_late_does_not_take_the_place_of_another_thread(
    session: Session, opening: Opening, held: HeldExecutor, large: Path, other: Path
) -> None:
    opening.open(large)
    finish(held)
    opening.reload()
    session.shelf.open(other)
    finish(held)
    assert session.state.document is not None
    assert session.state.document.path == other


def test_nothing_is_opened_after_the_end(session: Session, opening: Opening, large: Path) -> None:
    before = session.state.document
    opening.open(large)
    opening.stop()
    deliver()
    assert session.state.document is before


@pytest.mark.parametrize("name", ["gone.txt", "a\0b", "\ud800"])
def test_what_is_not_there_is_quick_to_say(name: str, tmp_path: Path) -> None:
    assert is_quick(tmp_path / name)


def test_a_saved_page_that_was_saved_again_is_read_on_from_where_one_was(
    session: Session, start: Callable[[], Session], tmp_path: Path
) -> None:
    page = "# 怎麼養花？\n\n## 甲\n\n[少](https://a.example/)澆水。\n\n{more}## 乙\n\n常說話。\n\n看花。\n"
    path = tmp_path / "花.md"
    path.write_text(page.format(more=""), "utf-8")
    session.opening.open(path)
    session.show_answer(1)
    session.select(session.state.current.paragraphs[0] if session.state.current else None)
    session.annotations.highlight()
    session.close()
    path.write_text(page.format(more="## 丙\n\n多曬太陽。\n\n"), "utf-8")
    again = start()
    again.opening.open(path)
    assert again.state.current is not None
    assert (again.state.current.author, again.state.pane.answer) == ("乙", 2)
    assert len(again.state.notes.placements) == 1


def test_notes_made_on_markdown_as_raw_text_find_their_words_in_what_is_read_of_it_now(
    session: Session, start: Callable[[], Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "花.md"
    path.write_text(
        "---\ntitle: 怎麼養花？\nauthor: 甲\nsource: https://a.example/1\n---\n\n"
        "先看**光**，再談水，這是我[種花十二年](https://a.example/me)的第一條經驗，也是最後一條。\n\n"
        "- 摸一摸土\n- 轉一轉盆\n\n花是曬死的少，澆死的多。\n\n"
        "我在河邊住了十二年，陽台朝西，夏天下午的太陽能把葉子烤出焦邊。\n\n"
        "至於肥料，寧少勿多，多了燒根，少了還能補。\n",
        "utf-8",
    )
    with monkeypatch.context() as earlier:
        earlier.setattr(table, "CONTAINERS", table.CONTAINERS[-1:])  # plain text alone, as it once was
        session.opening.open(path)
        assert session.state.document is not None
        text = session.state.document.text
        assert "**光**" in text
        for words in ("摸一摸土", "花是曬死的少，澆死的多。", "先看**光**，再談水，這是我"):
            at = text.index(words)
            session.select(Span(at, at + len(words)))
            session.annotations.highlight()
        session.close()
    again = start()
    again.opening.open(path)
    state = again.state
    assert state.document is not None
    assert state.document.origin.container == "markdown"
    places = [place.span for placements in state.notes.placements.values() for place in placements]
    found = [span.of(state.document.text) if span else "" for span in places]
    assert found[:2] == ["摸一摸土", "花是曬死的少，澆死的多。"]
    assert "，再談水，這是我" in found[2]
    assert found[2] in "先看光，再談水，這是我"
