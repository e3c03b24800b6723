"""The list of the names in a thread: with every place of each, and found again for words that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Edition, Script
from desktop.text import Span
from tests.disposal import dispose
from tests.session.chosen import THREAD, load_own_tables, reader_of
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.session import Session


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def session(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "names.txt"
    path.write_text(THREAD, "utf-8")
    session = reader_of(folder, path)
    session.scripts.name_list.prepare()
    deliver()
    yield session
    session.stop()
    dispose(session)


def found(session: Session) -> dict[str, tuple[str, int]]:
    names = session.scripts.name_list.found
    assert names is not None
    return {one.name: (one.reason.value, len(one.places)) for one in names}


def test_each_name_is_listed_with_its_reason_and_its_places(session: Session) -> None:
    assert found(session) == {
        "钟文海": ("title", 2),
        "余先生": ("title", 1),
        "泽于": ("author", 1),
        "后来": ("author", 1),
    }


def test_a_foreign_name_is_listed_with_its_places_and_forms(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "foreign.txt"
    answers = "余先生\n\n\n里根的减税有名，后人说里根好。\n\n钟总\n\n\n美国总统里根演过戏。\n\n范玮琪\n\n\n里根。\n"
    path.write_text(f"怎样评价里根?\n\n{answers}", "utf-8")
    session.shelf.open(path)
    session.scripts.name_list.prepare()
    deliver()
    assert found(session) == {"里根": ("sound", 4), **dict.fromkeys(("余先生", "钟总", "范玮琪"), ("author", 1))}
    assert {form for form, _ in session.scripts.name_list.forms("里根")} == {"里根", "裏根"}


def test_places_are_those_of_the_source(session: Session) -> None:
    document, names = session.state.document, session.scripts.name_list.found
    assert document is not None
    assert names is not None
    for one in names:
        assert {span.of(document.text) for span in one.places if span} <= {one.name}


def test_the_form_that_is_shown_comes_first_and_follows_a_choice(session: Session) -> None:
    names = session.scripts.name_list
    assert names.forms("钟文海") == (("鍾文海", "鍾文海"), ("鐘文海", "鐘文海"))
    session.naming.names.write("钟文海", "鐘文海")
    assert names.forms("钟文海") == (("鐘文海", "鐘文海"), ("鍾文海", "鍾文海"))


def test_words_that_were_missed_are_added_with_all_their_places(session: Session) -> None:
    document = session.state.document
    assert document is not None
    start = document.text.index("晒干")
    session.select(Span(start, start + 2))
    selected = session.scripts.name_list.selected()
    assert selected == ("晒干", "曬乾", "曬乾")
    assert selected is not None
    session.naming.names.write(*selected)
    deliver()
    assert found(session)["晒干"] == ("reader", 1)
    session.history.undo()
    deliver()
    assert session.naming.names.said_of("晒干") is None


def test_a_thread_in_traditional_script_has_nothing_to_choose(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "trad.txt"
    path.write_text("問題\n\n林語\n\n\n余先生說這樣很好，後來的人們都走了。\n", "utf-8")
    session.shelf.open(path)
    session.scripts.name_list.prepare()
    deliver()
    assert not session.scripts.name_list.is_told
    assert session.scripts.name_list.found == ()


def test_another_edition_and_script_list_the_same(session: Session) -> None:
    session.choose_edition(Edition.OFFICIAL)
    session.show_script(Script.SIMPLIFIED)
    deliver()
    assert session.scripts.name_list.written("钟文海") == "鍾文海"
