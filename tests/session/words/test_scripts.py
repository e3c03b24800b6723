"""A change of script takes place when its tables are there: at once, or when the worker has them ready."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from desktop.script import (
    CONFIGS,
    AlignedText,
    Conversion,
    DictionaryError,
    Edition,
    Script,
    SourceScript,
    are_ready,
    load_tables,
)
from desktop.script.tables import compiling
from desktop.script.tables import loading as tables
from desktop.script.tables.cut import WordCut
from desktop.script.tables.editions import read_chain
from desktop.session import Preferences, Session, Theme
from desktop.session.listing import Order
from desktop.session.state import Panel
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.paths import DataFolder
    from desktop.script.tables.editions import Chain
    from desktop.text import Span

OTHERS: dict[str, object] = {
    "theme": Theme.DARK,
    "language": "en",
    "text_size": 26,
    "sidebar_shown": False,
    "notes_shown": False,
    "panel": Panel.SEARCH,
    "color": "rouge",
    "choices_shown": True,
    "beside": True,
    "order": Order.VOTES,
    "left_share": 400,
    "scripts_together": False,
    "answers_together": True,
    "shared_shown": False,
}
"""Another value for every preference."""
ORIGINAL, TRADITIONAL, SIMPLIFIED = Script.ORIGINAL, Script.TRADITIONAL, Script.SIMPLIFIED
DEFAULT, OFFICIAL = Edition.REIMPLEMENTED, Edition.OFFICIAL


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> HeldExecutor:
    """Return a worker that waits to be told, with no tables loaded."""
    monkeypatch.setattr(tables, "_loaded", {})
    return HeldExecutor()


@pytest.fixture
def session(qapp: QApplication, folder: DataFolder, thread: Path, worker: HeldExecutor) -> Iterator[Session]:
    """Yield a session with the traditional thread open, whose slow work `worker` does.

    It is shown by an edition that shares its tables with no other.
    """
    session = Session(folder, None, worker, InlineExecutor())
    session.replace(manner=replace(session.state.manner, edition=DEFAULT))
    assert session.shelf.open(thread)
    yield session
    session.stop()
    dispose(session)


def _work(worker: HeldExecutor) -> None:
    worker.run()
    deliver()


def _config(chain: Chain) -> str:
    return next(config for config in CONFIGS if read_chain(config, DEFAULT) is chain)


def test_a_script_whose_tables_are_missing_is_shown_when_they_are_there(
    session: Session, worker: HeldExecutor
) -> None:
    session.show_script(SIMPLIFIED)
    assert session.state.focused_manner.script is ORIGINAL
    _work(worker)
    assert session.state.focused_manner.script is SIMPLIFIED
    assert are_ready("tw2s")


def test_once_they_are_there_it_is_shown_at_once(session: Session, worker: HeldExecutor) -> None:
    session.scripts.begin()
    _work(worker)
    session.toggle_script()
    assert session.state.focused_manner.script is SIMPLIFIED
    session.toggle_script()
    assert session.state.focused_manner.script is TRADITIONAL


def test_of_two_that_wait_the_last_one_is_shown(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    session.show_script(TRADITIONAL)
    _work(worker)
    assert session.state.focused_manner.script is TRADITIONAL


def test_one_that_takes_place_at_once_drops_the_one_that_waits(session: Session, worker: HeldExecutor) -> None:
    load_tables("s2tw")
    session.show_script(SIMPLIFIED)
    session.show_script(TRADITIONAL)
    assert session.state.focused_manner.script is TRADITIONAL
    _work(worker)
    assert session.state.focused_manner.script is TRADITIONAL


def test_a_reader_who_goes_back_before_it_is_shown_stays(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    session.show_script(ORIGINAL)
    _work(worker)
    assert session.state.focused_manner.script is ORIGINAL


def test_a_variant_and_its_preference_come_together(session: Session, worker: HeldExecutor) -> None:
    session.choose_variant(SIMPLIFIED, "mainland-words")
    assert session.state.manner.simplified == "mainland"
    _work(worker)
    assert (session.state.focused_manner.script, session.state.manner.simplified) == (SIMPLIFIED, "mainland-words")


@pytest.mark.parametrize(("name", "value"), sorted(OTHERS.items()))
def test_what_is_preferred_while_tables_are_compiled_holds(
    name: str, value: object, session: Session, worker: HeldExecutor
) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.choose_edition(OFFICIAL)
    session.choose_variant(SIMPLIFIED, "opencc")
    session.replace(preferences=replace(session.state.preferences, **{name: value}))
    for _ in range(3):  # what was preferred may need further tables
        _work(worker)
    assert session.state.preferences == replace(Preferences(), **{name: value})
    assert (session.state.manner.edition, session.state.manner.simplified) == (OFFICIAL, "opencc")


def test_a_variant_chosen_while_tables_are_compiled_holds(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.choose_edition(OFFICIAL)
    session.replace(manner=replace(session.state.manner, traditional="taiwan"))
    for _ in range(3):
        _work(worker)
    assert (session.state.manner.edition, session.state.manner.traditional) == (OFFICIAL, "taiwan")


def test_every_preference_is_among_those_tried() -> None:
    assert OTHERS.keys() == {field.name for field in fields(Preferences)}


def test_of_choices_that_wait_none_puts_out_another(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.choose_edition(OFFICIAL)
    session.choose_variant(TRADITIONAL, "taiwan")
    session.show_script(SIMPLIFIED)
    _work(worker)
    manner = session.state.manner
    assert (manner.edition, manner.traditional) == (OFFICIAL, "taiwan")
    assert session.state.focused_manner.script is SIMPLIFIED


def test_a_choice_that_waits_is_made_in_the_thread_that_is_open_by_then(
    session: Session, worker: HeldExecutor, other: Path
) -> None:
    session.show_script(SIMPLIFIED)
    session.shelf.open(other)
    session.correct_source(SourceScript.TRADITIONAL)
    session.show_answer(1)
    _work(worker)
    state = session.state
    assert (state.focused_manner.script, state.pane.answer, state.manner.source_corrected) == (SIMPLIFIED, 1, True)
    assert state.document is not None
    assert state.document.path == other


def test_what_the_reader_asks_for_goes_before_all_that_was_foreseen(session: Session, worker: HeldExecutor) -> None:
    session.begin()
    session.choose_variant(TRADITIONAL, "taiwan")
    assert session.state.focused_manner.script is ORIGINAL
    worker.run(1)
    deliver()
    assert session.state.focused_manner.script is TRADITIONAL
    assert not are_ready("tw2s")


def test_what_is_foreseen_gives_way_to_what_is_asked_for_meanwhile(
    session: Session, worker: HeldExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_chain, compiled = compiling.compile_chain, list[str]()

    def compile_and_ask(chain: Chain, pause: Callable[[], None]) -> object:
        if _config(chain) == "tw2s" and session.state.manner.traditional == "standard":
            session.choose_variant(TRADITIONAL, "taiwan")
        packed = compile_chain(chain, pause)
        compiled.append(_config(chain))
        return packed

    monkeypatch.setattr(compiling, "compile_chain", compile_and_ask)
    session.scripts.begin()
    worker.run(1)
    assert compiled[-1] == "tw2s"
    assert set(compiled[:-1]) == {"s2tw", "t2tw"}
    deliver()
    assert session.state.focused_manner.script is TRADITIONAL


def test_what_is_being_compiled_is_not_begun_anew_when_it_is_asked_for(
    session: Session, worker: HeldExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_chain, compiled = compiling.compile_chain, list[str]()

    def compile_and_ask(chain: Chain, pause: Callable[[], None]) -> object:
        compiled.append(_config(chain))
        if session.state.focused_manner.script is ORIGINAL:
            session.toggle_script()
        return compile_chain(chain, pause)

    monkeypatch.setattr(compiling, "compile_chain", compile_and_ask)
    session.scripts.begin()
    worker.run(2)
    deliver()
    assert session.state.focused_manner.script is SIMPLIFIED
    assert compiled == ["tw2s"]


@pytest.mark.parametrize("begin", ["words", "finding"])
def test_what_others_have_compiled_is_not_begun_anew_when_a_flip_needs_it(
    session: Session, worker: HeldExecutor, monkeypatch: pytest.MonkeyPatch, begin: str
) -> None:
    compile_chain, compiled = compiling.compile_chain, list[str]()
    session.replace(manner=replace(session.state.manner, simplified="opencc"))

    def compile_and_ask(chain: Chain, pause: Callable[[], None]) -> object:
        compiled.append(_config(chain))
        if compiled[-1] == "t2s" and compiled.count("t2s") == 1:
            session.show_script(SIMPLIFIED)
        return compile_chain(chain, pause)

    monkeypatch.setattr(compiling, "compile_chain", compile_and_ask)
    if begin == "words":
        session.words.begin()
    else:
        session.finding.prefetch()
    _work(worker)
    assert session.state.focused_manner.script is SIMPLIFIED
    assert compiled.count("t2s") == 1


def test_what_the_thread_is_written_in_is_said_when_the_tables_are_there(
    session: Session, worker: HeldExecutor, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.show_script(TRADITIONAL)
    _work(worker)
    monkeypatch.setattr(tables, "_loaded", {})
    session.correct_source(SourceScript.SIMPLIFIED)
    session.correct_source(SourceScript.TRADITIONAL)
    session.correct_source(SourceScript.SIMPLIFIED)
    assert not session.state.manner.source_corrected
    session.history.undo()
    _work(worker)
    assert (session.state.manner.source_script, session.state.manner.source_corrected) == (
        SourceScript.TRADITIONAL,
        True,
    )
    monkeypatch.setattr(tables, "_loaded", {})
    session.correct_source(SourceScript.SIMPLIFIED)
    session.shelf.open(other)
    _work(worker)
    assert not session.state.manner.source_corrected, "it was said of the other thread"


def test_the_first_flip_is_foreseen_first_and_in_the_edition_that_was_chosen(
    session: Session, worker: HeldExecutor
) -> None:
    session.begin()
    worker.run(2)  # the first loads the modules that a flip needs
    assert (are_ready("tw2s"), are_ready("s2tw")) == (True, False)
    _work(worker)
    session.choose_edition(OFFICIAL)
    _work(worker)
    session.toggle_script()
    assert session.state.focused_manner.script is SIMPLIFIED
    assert session.state.focused_manner.conversion().edition is OFFICIAL


def test_an_edition_is_chosen_when_its_tables_are_there(session: Session, worker: HeldExecutor) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.choose_edition(OFFICIAL)
    assert session.state.focused_manner.conversion().edition is DEFAULT
    _work(worker)
    assert session.state.focused_manner.conversion().edition is OFFICIAL
    assert session.state.focused_manner.conversion().config == "tw2s"


def test_tables_are_kept_for_the_next_start(
    session: Session, worker: HeldExecutor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.show_script(SIMPLIFIED)
    _work(worker)
    session.close()
    monkeypatch.setattr(tables, "_loaded", {})
    monkeypatch.setattr(compiling, "compile_chain", None)
    again = Session(folder, None, HeldExecutor(), InlineExecutor())
    assert again.state.focused_manner.script is SIMPLIFIED
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
    assert again.state.focused_manner.script is ORIGINAL
    _work(held)
    assert again.state.focused_manner.script is SIMPLIFIED
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
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(compiling, "compile_chain", fail)
    session.show_script(SIMPLIFIED)
    _work(worker)
    assert session.state.focused_manner.script is ORIGINAL
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
    prefetched = len(made)
    session.toggle_script()
    assert session.page() is not None
    assert len(made) == prefetched


def test_nothing_is_foreseen_whose_tables_are_missing(session: Session) -> None:
    session.pages.prefetch()
    assert not are_ready("tw2s")


def test_what_has_to_be_cut_into_words_is_cut_on_the_worker_before_a_flip(
    session: Session, worker: HeldExecutor, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.write_text(other.read_text("utf-8").replace("写进博客", "写进头发里"), "utf-8")
    edges, cut = WordCut.edges, list[str]()

    def watched(self: WordCut, line: str, places: Iterable[Span]) -> bytes:
        cut.append(line)
        return edges(self, line, places)

    monkeypatch.setattr(WordCut, "edges", watched)
    session.begin()
    session.shelf.open(other)
    session.choose_edition(Edition.BAIJIA)
    for _ in range(4):
        _work(worker)
    assert [paragraph for _, paragraph in session.pages.uncut() if "写进头发" in paragraph]
    session.scripts.prefetch_page()
    _work(worker)  # the names first
    _work(worker)
    assert any("写进头发" in line for line in cut)
    cut.clear()
    session.toggle_script()
    page = session.pages.page()
    assert page is not None
    assert "寫進頭髮" in page.text
    assert cut == []
