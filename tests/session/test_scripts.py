"""A change of script takes place when its tables are there: at once, or when the worker has them ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import AlignedText, Conversion, DictionaryError, Edition, Script, are_ready, load_tables, tables
from desktop.session import Session
from desktop.session.scripts import conversion_of
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.paths import DataFolder

ORIGINAL, TRADITIONAL, SIMPLIFIED = Script.ORIGINAL, Script.TRADITIONAL, Script.SIMPLIFIED
DEFAULT, OFFICIAL = Edition.REIMPLEMENTED, Edition.OFFICIAL


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> HeldExecutor:
    """Return a worker that waits to be told, with no tables loaded."""
    monkeypatch.setattr(tables, "_loaded", {})
    return HeldExecutor()


@pytest.fixture
def session(qapp: QApplication, folder: DataFolder, thread: Path, worker: HeldExecutor) -> Iterator[Session]:
    """Yield a session with the traditional thread open, whose slow work `worker` does."""
    session = Session(folder, None, worker, InlineExecutor())
    assert session.shelf.open(thread)
    yield session
    session.stop()
    dispose(session)


def _work(worker: HeldExecutor) -> None:
    worker.run()
    deliver()


def test_a_script_whose_tables_are_missing_is_shown_when_they_are_there(
    session: Session, worker: HeldExecutor
) -> None:
    session.show_script(SIMPLIFIED)
    assert session.state.script is ORIGINAL
    _work(worker)
    assert session.state.script is SIMPLIFIED
    assert are_ready("tw2s")


def test_once_they_are_there_it_is_shown_at_once(session: Session, worker: HeldExecutor) -> None:
    session.scripts.begin()
    _work(worker)
    session.toggle_script()
    assert session.state.script is SIMPLIFIED
    session.toggle_script()
    assert session.state.script is TRADITIONAL


def test_of_two_that_wait_the_last_one_is_shown(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    session.show_script(TRADITIONAL)
    _work(worker)
    assert session.state.script is TRADITIONAL


def test_one_that_takes_place_at_once_drops_the_one_that_waits(session: Session, worker: HeldExecutor) -> None:
    load_tables("s2tw")
    session.show_script(SIMPLIFIED)
    session.show_script(TRADITIONAL)
    assert session.state.script is TRADITIONAL
    _work(worker)
    assert session.state.script is TRADITIONAL


def test_a_reader_who_goes_back_before_it_is_shown_stays(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    session.show_script(ORIGINAL)
    _work(worker)
    assert session.state.script is ORIGINAL


def test_a_variant_and_its_preference_come_together(session: Session, worker: HeldExecutor) -> None:
    session.choose_variant(SIMPLIFIED, "mainland-words")
    assert session.state.preferences.simplified == "mainland"
    _work(worker)
    assert (session.state.script, session.state.preferences.simplified) == (SIMPLIFIED, "mainland-words")


def test_an_edition_is_chosen_when_its_tables_are_there(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.choose_edition(OFFICIAL)
    assert session.conversion.edition is DEFAULT
    _work(worker)
    assert session.conversion.edition is OFFICIAL
    assert conversion_of(session.state).config == "tw2s"


def test_tables_are_kept_for_the_next_start(
    session: Session, worker: HeldExecutor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.close()
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(tables, "compile_chain", None)
    again = Session(folder, None, HeldExecutor(), InlineExecutor())
    assert again.state.script is SIMPLIFIED
    assert are_ready("tw2s")
    again.stop()
    dispose(again)


def test_a_start_whose_tables_are_gone_shows_the_original_until_they_are_there(
    session: Session, worker: HeldExecutor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.close()
    monkeypatch.setattr(tables, "_loaded", {})
    for file in (folder.cache / "script").iterdir():
        file.unlink()
    held = HeldExecutor()
    again = Session(folder, None, held, InlineExecutor())
    assert again.state.script is ORIGINAL
    _work(held)
    assert again.state.script is SIMPLIFIED
    again.stop()
    dispose(again)


@pytest.mark.parametrize(
    ("error", "code"),
    [(DictionaryError("gone"), "dictionaries-missing"), (MemoryError(), "conversion-failed")],
)
def test_what_can_not_be_compiled_is_said_and_changes_nothing(
    error: Exception,
    code: str,
    session: Session,
    worker: HeldExecutor,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_chain: object) -> None:
        raise error

    monkeypatch.setattr(tables, "compile_chain", fail)
    session.show_script(SIMPLIFIED)
    _work(worker)
    assert session.state.script is ORIGINAL
    assert session.state.notice is not None
    assert session.state.notice.code == code
    assert "change tables" in caplog.text
    caplog.clear()


def test_a_page_that_is_looked_at_is_foreseen_in_the_script_that_a_flip_shows(
    session: Session, worker: HeldExecutor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.scripts.begin()
    _work(worker)
    session.step(1)
    made: list[str] = []

    def apply(_self: Conversion, text: str) -> AlignedText:
        made.append(text)
        return AlignedText.identity(text)

    monkeypatch.setattr(Conversion, "apply", apply)
    qtbot.waitUntil(lambda: len(made) > 0)
    foreseen = len(made)
    session.toggle_script()
    assert session.page() is not None
    assert len(made) == foreseen


def test_nothing_is_foreseen_whose_tables_are_missing(session: Session) -> None:
    session.pages.foresee()
    assert not are_ready("tw2s")
