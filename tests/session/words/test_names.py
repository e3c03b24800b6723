"""One decision for each name of a thread reaches whatever shows its words, and is there before they are shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.script import Edition, Script, load_tables
from desktop.session import Session
from desktop.session.files import opening
from desktop.session.state import State
from desktop.session.words import names as thread_names
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder

ORIGINAL, TRADITIONAL, SIMPLIFIED = Script.ORIGINAL, Script.TRADITIONAL, Script.SIMPLIFIED

THREAD = """\
余先生怎样认识泽于?

泽于


由于下雨，游建华教授没来。后来和游建华喝茶，其余的人走了。

　　余先生说，说到洛克里的看法，巴里·洛克里在家里。

后来


后来我去旅游，遇见范先生和泽于，还有范围。

游建华


我于是知道了。
"""
SHOWN = (
    "由於下雨，游建華教授沒來。後來和游建華喝茶，其餘的人走了。",
    "余先生說，說到洛克里的看法，巴里·洛克里在家裡。",
)
"""The first answer, whose names only the thread as a whole decides: 和游建华 is 和遊建華 by itself."""
OTHER = """\
另一个问题

赵甲


和游建华走了，泽于下雨。

钱乙


说到洛克里的看法。
"""


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    for config in ("s2tw", "s2hk", "t2tw", "tw2s"):
        load_tables(config, Edition.BAIJIA)


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    """Return a thread whose authors and others are called by characters that are something else by themselves."""
    path = tmp_path / "余.txt"
    path.write_text(THREAD, encoding="utf-8")
    return path


@pytest.fixture
def unlike(tmp_path: Path) -> Path:
    """Return a thread that has the same characters in no name that it shows."""
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


@pytest.fixture
def worker() -> HeldExecutor:
    """Return a worker that waits to be told."""
    return HeldExecutor()


@pytest.fixture
def session(qapp: QApplication, folder: DataFolder, worker: HeldExecutor) -> Iterator[Session]:
    """Yield a session that converts by our own edition, whose slow work `worker` does."""
    session = Session(folder, None, worker, InlineExecutor())
    session.replace(manner=replace(session.state.manner, edition=Edition.BAIJIA))
    yield session
    session.stop()
    dispose(session)


@pytest.fixture
def long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every text be too long for its names to be found at once."""
    monkeypatch.setattr(thread_names, "_AT_ONCE", 0)


def _work(worker: HeldExecutor) -> None:
    worker.run()
    deliver()


def _shown(session: Session) -> list[str]:
    page = session.page()
    assert page is not None
    return page.text.split("\n")


def _followed(session: Session) -> list[State]:
    """Return what every state will be put in that follows."""
    seen = list[State]()

    def see(_old: State, new: State) -> None:
        seen.append(new)

    session.changed.connect(see)
    return seen


def _authors(session: Session) -> list[str]:
    document = session.state.document
    assert document is not None
    return [session.shown(answer.author) for answer in document.answers]


def test_names_read_the_same_on_the_page_in_the_list_in_the_title_and_in_cards(
    session: Session, thread: Path
) -> None:
    session.shelf.open(thread)
    session.toggle_script()
    document = session.state.document
    assert document is not None
    assert _shown(session) == list(SHOWN)
    assert _authors(session) == ["澤于", "後來", "游建華"]
    assert session.shown(document.title) == "余先生怎樣認識澤于?"
    assert session.quoted(document.answers[0].paragraphs[0]) == SHOWN[0]
    session.show_answer(1)
    assert _shown(session) == ["後來我去旅遊，遇見范先生和澤于，還有範圍。"]


def test_a_search_finds_names_as_they_are_shown(session: Session, thread: Path) -> None:
    session.shelf.open(thread)
    session.toggle_script()
    session.searching.look_for("和游建華")
    assert session.state.search is not None
    assert len(session.state.search.hits) == 1


def test_the_first_flip_of_a_long_thread_waits_for_its_names_and_is_shown_once(
    session: Session, thread: Path, worker: HeldExecutor, long_text: None
) -> None:
    session.shelf.open(thread)
    seen = _followed(session)
    session.toggle_script()
    assert session.state.manner.script is ORIGINAL
    _work(worker)
    assert session.state.manner.script is TRADITIONAL
    assert _shown(session) == list(SHOWN)
    assert len({state.manner for state in seen}) == 1
    session.toggle_script()
    session.toggle_script()
    assert worker.run() == 0
    assert session.state.manner.script is TRADITIONAL


def test_a_long_thread_that_is_opened_is_never_shown_without_its_names(
    session: Session, thread: Path, unlike: Path, worker: HeldExecutor, long_text: None
) -> None:
    session.shelf.open(unlike)
    session.show_script(TRADITIONAL)
    _work(worker)
    seen = _followed(session)
    session.shelf.open(thread)
    assert session.state.manner.script is ORIGINAL
    _work(worker)
    assert _shown(session) == list(SHOWN)
    names = session.state.manner.names
    assert all(state.manner.script is ORIGINAL or state.manner.names is names for state in seen)


def test_a_second_pane_in_traditional_script_waits_for_the_names_as_well(
    session: Session, thread: Path, worker: HeldExecutor, long_text: None
) -> None:
    session.shelf.open(thread)
    session.panes.put_script_beside()
    assert len(session.state.panes) == 1
    _work(worker)
    assert len(session.state.panes) == 2
    shown = [session.page(index) for index in (0, 1)]
    assert list(SHOWN) in [page.text.split("\n") for page in shown if page is not None]


def test_what_is_read_on_a_thread_of_its_own_comes_with_its_names(
    session: Session,
    thread: Path,
    unlike: Path,
    worker: HeldExecutor,
    long_text: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.shelf.open(unlike)
    session.show_script(TRADITIONAL)
    _work(worker)
    seen = _followed(session)
    monkeypatch.setattr(opening, "is_quick", Path.is_dir)
    session.opening.open(thread)
    deliver()
    assert _shown(session) == list(SHOWN)
    assert {state.manner.script for state in seen} == {TRADITIONAL}


def test_names_that_wait_for_another_thread_do_not_change_the_one_opened_since(
    session: Session, thread: Path, unlike: Path, worker: HeldExecutor, long_text: None
) -> None:
    session.shelf.open(unlike)
    session.show_script(TRADITIONAL)
    _work(worker)
    session.shelf.open(thread)
    session.shelf.open(unlike)
    assert session.state.manner.script is ORIGINAL
    _work(worker)
    assert session.state.manner.script is ORIGINAL


def test_two_threads_in_turn_have_each_its_own_names_and_the_second_time_at_once(
    session: Session, thread: Path, unlike: Path, worker: HeldExecutor
) -> None:
    session.shelf.open(thread)
    session.toggle_script()
    for path, words in (
        (unlike, ["和遊建華走了，澤於下雨。"]),
        (thread, list(SHOWN)),
        (unlike, ["和遊建華走了，澤於下雨。"]),
    ):
        session.shelf.open(path)
        assert session.state.manner.script is TRADITIONAL
        assert _shown(session) == words
    assert session.shelf.reload()
    assert worker.run() == 0


def test_a_file_that_is_read_again_has_the_names_that_are_in_it_now(session: Session, unlike: Path) -> None:
    session.shelf.open(unlike)
    session.show_script(TRADITIONAL)
    assert _shown(session) == ["和遊建華走了，澤於下雨。"]
    unlike.write_text(OTHER + "\n游建华教授在。\n", encoding="utf-8")
    assert session.shelf.reload()
    assert session.state.manner.script is TRADITIONAL
    assert _shown(session) == ["和游建華走了，澤於下雨。"]


def test_a_line_that_is_taken_for_an_author_is_a_name_from_then_on(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "named.txt"
    path.write_text(OTHER.replace("说到洛克里", "泽于\n\n说到洛克里"), "utf-8")
    session.shelf.open(path)
    session.show_script(TRADITIONAL)
    assert _shown(session)[0].endswith("澤於下雨。")
    number = next(n for n, row in enumerate(session.naming.rows.rows) if row.text == "泽于")
    assert session.naming.say(number, is_name=True)
    assert _shown(session)[0].endswith("澤于下雨。")
    session.history.undo()
    assert _shown(session)[0].endswith("澤於下雨。")


def test_another_edition_has_no_names_and_ours_has_them_again(session: Session, thread: Path) -> None:
    load_tables("s2tw", Edition.OFFICIAL)
    load_tables("t2tw", Edition.OFFICIAL)
    session.shelf.open(thread)
    session.show_script(TRADITIONAL)
    session.choose_edition(Edition.OFFICIAL)
    assert session.state.manner.names is None
    assert _authors(session)[0] == "澤於"
    session.choose_edition(Edition.BAIJIA)
    assert _shown(session) == list(SHOWN)


def test_names_are_foreseen_where_the_original_is_read(
    session: Session, thread: Path, worker: HeldExecutor, long_text: None
) -> None:
    session.shelf.open(thread)
    session.begin()
    for _ in range(3):
        _work(worker)
    session.scripts.prefetch_page()
    _work(worker)
    assert session.state.manner.names is not None
    page = session.page()
    session.toggle_script()
    assert session.state.manner.script is TRADITIONAL
    session.show_script(ORIGINAL)
    assert session.page() is page


def test_a_thread_in_traditional_script_waits_for_no_names(
    session: Session, tmp_path: Path, worker: HeldExecutor, long_text: None
) -> None:
    path = tmp_path / "t.txt"
    path.write_text("問題\n\n余海\n\n\n記憶體與印表機。\n\n王一\n\n\n讀書。\n", "utf-8")
    session.shelf.open(path)
    session.show_script(TRADITIONAL)
    session.show_script(SIMPLIFIED)
    assert session.state.manner.script is SIMPLIFIED
    assert session.state.manner.names is None
    assert worker.run() == 0


def test_an_answer_in_traditional_script_tells_names_of_the_others(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text(OTHER + "\n孫丙\n\n\n這裡說說游建華教授，記憶體與網路。\n", "utf-8")
    session.shelf.open(path)
    session.show_script(TRADITIONAL)
    assert _shown(session) == ["和游建華走了，澤於下雨。"]


def test_of_a_thread_nothing_is_kept_for_the_next_start(
    session: Session, thread: Path, folder: DataFolder, start: Callable[[], Session]
) -> None:
    session.shelf.open(thread)
    session.show_script(TRADITIONAL)
    assert session.state.manner.names is not None
    session.close()
    assert "游建" not in folder.state.read_text("utf-8")
    again = start()
    assert again.state.manner == replace(
        session.state.manner, source_script=again.state.manner.source_script, names=None
    )
    again.shelf.open(thread)
    assert _shown(again) == list(SHOWN)


def test_what_was_found_is_not_found_anew_by_who_asks_for_it(
    session: Session, thread: Path, worker: HeldExecutor, long_text: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.shelf.open(thread)
    session.scripts.begin()
    monkeypatch.setattr(thread_names, "_CHUNK", 10)
    find, searched = thread_names.find_names, list[str]()

    def watched(text: str, authors: tuple[str, ...] = ()) -> object:
        searched.append(text)
        if len(searched) == 2:
            session.toggle_script()
        return find(text, authors)

    monkeypatch.setattr(thread_names, "find_names", watched)
    session.scripts.prefetch_page()
    for _ in range(3):
        _work(worker)
    assert session.state.manner.script is TRADITIONAL
    texts = [text for text in searched if text]
    assert len(set(texts)) == len(texts) > 3
