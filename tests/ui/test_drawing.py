"""What is drawn and what is remembered is what the state says, whichever of its fields alone has changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer

from desktop.annotations import Color, Placement, Placements, PlacementState
from desktop.annotations.recognition.catalogue import CatalogueEntry
from desktop.annotations.recognition.identity import Ground, NotesMatch
from desktop.annotations.recognition.resemblance import sketch_of
from desktop.app import WindowHost
from desktop.comparison.matching import AnswerChange
from desktop.comparison.renewal import GoneAnswer, Renewal
from desktop.documents import parse_document
from desktop.documents.chosen_names import chosen
from desktop.keywords import LineOrder, PairTerms, Scope, Term, WordList, concordance
from desktop.paths import DataFolder
from desktop.script import Correction, Corrections, Edition, Names, Script, SourceScript, load_tables
from desktop.session import (
    Goal,
    Light,
    Lighting,
    LitPerson,
    LitSpan,
    Manner,
    Notes,
    Notice,
    NoticeKind,
    Pane,
    Preferences,
    SaveState,
    Search,
    Session,
    State,
    Theme,
    Undoable,
)
from desktop.session.changes import Changes
from desktop.session.files.notes_file import NotesFile
from desktop.session.listing import COMMENTERS, Listing, Order, Walked
from desktop.session.own.own import Own
from desktop.session.pane import OtherSide
from desktop.session.renewal.comparing import Comparing
from desktop.session.search import Concordance, SearchKind, SearchMode
from desktop.session.state import PairWords, Panel
from desktop.session.words.counting import Counting
from desktop.session.words.finding import Finding
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import InlineExecutor, deliver
from tests.ui.conftest import IdleExecutor
from tests.ui.drawing import differing, sights
from tests.ui.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.annotations import Annotation
    from desktop.documents import Document
    from desktop.ui.window import MainWindow

THREAD = """\
甲乙兩國會不會結盟,之后又如何?

老后


他之后又走了。我用软件写过一份后来的笔记,这么说的人不多。

余先生說這是軟體,后來又說不是。

王余


這個問題很難,後來的人都說理論與實際不同。威權與自由之間,還有許多路可走。

李后来


这个问题不难,后来的人都说理论与实际一样。
"""
"""Three answers, the first in both scripts, one in either; names and words in them that tell nothing of a script."""

_SIZE = (1360, 900)
_WORDED = {"page", "sidebar", "keyword bar", "top bar", "notes panel", "title"}
"""The parts that show words of the thread."""


@pytest.fixture
def host(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, never_read: None
) -> Iterator[WindowHost]:
    """Yield the owner of a window, which shows a bit of everything: lights, a search, notes, one of them open.

    Nothing is saved any more, the file of notes isn't looked at, no words are looked for again when a window is first
    painted, and no answer counts as read after a while: that would replace the state by itself.
    """
    monkeypatch.setattr(NotesFile, "look", _let_be)
    monkeypatch.setattr(Finding, "begin", _let_be)
    monkeypatch.setattr(Comparing, "begin", _let_be)
    monkeypatch.setattr(Counting, "attend", _let_be)
    for edition in Edition:
        for config in ("s2tw", "tw2s", "s2twp", "tw2sp"):
            load_tables(config, edition)
    path = tmp_path / "thread.txt"
    path.write_text(THREAD, encoding="utf-8")
    qapp.setStyleSheet("")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, IdleExecutor(), InlineExecutor())
    session.prefer(language="en", theme=Theme.LIGHT)
    host = WindowHost(qapp, session)
    assert session.shelf.open(path)
    _furnish(session)
    _show(qtbot, host.window)
    qtbot.waitUntil(lambda: session.state.saving is SaveState.SAVED)
    yield host
    session.prefer(language="en")
    host.window.close()
    session.stop()
    dispose(host.window, session)


def _let_be(_one: NotesFile | Finding | Comparing | Counting, _who: str = "") -> None:
    """Look at nothing."""


def _furnish(session: Session) -> None:
    """Have the state say something in every one of its fields that is drawn."""
    session.show_script(Script.TRADITIONAL)
    linked = mark(session, "软件写过", Color.MALACHITE, note="這麼寫 / 这么写", tags=("軟件",))
    session.select(_span(session, "威權與自由"))
    session.annotations.passages.link()
    session.annotations.activate(None)
    opened = mark(session, "余先生說", Color.ROUGE, note="誰?")
    session.lights.light("后來")
    session.lights.light("软件")
    session.searching.look_for("这么")
    session.mark_read(1)
    session.dismiss_notice()
    session.annotations.activate(linked)
    session.annotations.edit(opened)
    state = session.state
    session.replace(
        panes=(replace(state.pane, selection=None, goal=None),),
        notes=replace(state.notes, latest=linked),
        changes=Changes(_renewal(session)),
        lights=replace(state.lights, keywords={0: (Term("之后", 2.0, 2), Term("理论", 1.0, 1))}),
    )


def _renewal(session: Session) -> Renewal:
    """Return what is otherwise than in an older save: an answer is new, one was edited, one is gone."""
    older, since = _other_document(session), datetime(2026, 1, 2, tzinfo=UTC)
    kinds = {1: AnswerChange.NEW, 0: AnswerChange.EDITED}
    return Renewal(
        older.sha256,
        since,
        kinds,
        {0: older.answers[0].span.start},
        (GoneAnswer(older.sha256, older.answers[2].span.start, since, "王", "他說"),),
        1,
    )


def _span(session: Session, words: str) -> Span:
    start = _document(session).text.index(words)
    return Span(start, start + len(words))


def _show(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(*_SIZE)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)


@dataclass(frozen=True)
class Case:
    """Another value of a field, and the parts that must look otherwise for it; none: see `reason`.

    `free` are parts of which nothing is asked, since the state never becomes so: for the `reason`.
    """

    value: Callable[[Session], Any]
    seen: frozenset[str] | set[str] = frozenset()
    reason: str = ""
    free: frozenset[str] = frozenset()


def _document(session: Session) -> Document:
    assert session.state.document is not None
    return session.state.document


def _other_document(session: Session) -> Document:
    """Return a later version of the open thread, with other words of the same length."""
    before = _document(session)
    text = before.text.replace("甲乙兩國", "丙丁兩國").replace("余先生", "于先生").replace("王余", "王于")
    return parse_document(text, before.path, before.encoding)


def _recoloured(session: Session) -> Mapping[str, Annotation]:
    changed = {
        key: replace(one, color=Color.INDIGO, note=f"{one.note}!", tags=(*one.tags, "x"))
        for key, one in session.state.notes.annotations.items()
    }
    return MappingProxyType(changed)


def _moved(session: Session) -> Placements:
    placements = dict(session.state.notes.placements)
    first = session.state.notes.editing
    assert first is not None
    placements[first] = (replace(placements[first][0], span=_span(session, "说的人不多")),)
    return MappingProxyType(placements)


def _lost(session: Session) -> Placements:
    placements = dict(session.state.notes.placements)
    first = session.state.notes.editing
    assert first is not None
    placements[first] = (Placement(None, PlacementState.LOST),)
    return MappingProxyType(placements)


def _listed(session: Session) -> Concordance:
    """Return a concordance of a word that is in two answers, one of its lines gone to."""
    lines = concordance(_document(session), "後來")
    counts = tuple(Counter(line.author for line in lines).items())
    return Concordance("後來", LineOrder.PLACE, Scope.ANSWERS, lines=lines, counts=counts, place=lines[0].span)


def _similar(session: Session) -> NotesMatch:
    document = _document(session)
    entry = CatalogueEntry(
        "a.json", (), (document.sha256,), (str(document.path),), 1, frozenset(), sketch_of(document.text), whole=True
    )
    return NotesMatch(entry, Ground.ALIKE, certain=False)


def _linked(session: Session) -> str:
    return next(key for key, one in session.state.notes.annotations.items() if len(one.passages) > 1)


def _corrected(*pairs: tuple[str, str]) -> Callable[[Session], Any]:
    return lambda _: Corrections(tuple(Correction(source, shown) for source, shown in pairs))


CASES: dict[str, tuple[Case, ...]] = {
    "document": (
        Case(
            lambda _: None,
            {*_WORDED, "commands"},
            "no note is edited where no thread is open",
            frozenset({"note editor", "notes panel"}),
        ),
        Case(_other_document, {"page", "sidebar", "title", "notes panel"}),
    ),
    # Our own edition leaves the name on the page what it is, whatever the thread is written in.
    "manner.source_script": (Case(lambda _: SourceScript.SIMPLIFIED, {"keyword bar"}),),
    "manner.source_corrected": (
        Case(lambda _: True, {"page", "sidebar", "keyword bar", "notes panel", "script selector", "commands"}),
    ),
    "manner.corrections": (
        Case(
            _corrected(
                ("余先生", "俞先生"),
                ("后", "後兮"),
                ("之后", "之後哉"),
                ("软件", "軟件兒"),
                ("兩國", "二國"),
                ("后來", "后来兮"),
            ),
            {*_WORDED},
        ),
    ),
    "pane.answer": (
        Case(lambda _: 1, {"page", "sidebar", "keyword bar"}),
        Case(lambda _: 2, {"page", "sidebar", "keyword bar"}),
    ),
    "manner.script": (
        Case(lambda _: Script.SIMPLIFIED, {*_WORDED, "script selector", "commands"}),
        Case(
            lambda _: Script.ORIGINAL,
            {*_WORDED, "script selector", "commands"} - {"keyword bar", "title"},
        ),
    ),
    "pane.selection": (Case(lambda s: _span(s, "又走了"), {"page", "commands"}),),
    "pane.positions": (
        Case(lambda s: {1: _document(s).answers[1].span.start + 20}, reason="the page writes where it stands"),
    ),
    "panes": (
        Case(lambda s: (s.state.pane, Pane(1)), {"panes", "page", "commands"}),
        Case(lambda s: (Pane(1, Script.SIMPLIFIED), s.state.pane), {"panes", *_WORDED, "commands"}),
    ),
    "focus": (Case(lambda _: 1, {"panes", *_WORDED, "commands"}),),
    "awaited": (Case(lambda _: OtherSide(1), {"panes", "page"}),),
    "read": (Case(lambda _: frozenset({0, 2}), {"sidebar"}),),
    "listing.order": (Case(lambda _: Order.LENGTH, {"sidebar", "commands"}),),
    "listing.apart": (Case(lambda _: True, {"commands"}, "nobody wrote twice here"),),
    "listing.filter": (
        Case(lambda _: "王余", {"sidebar"}),
        Case(lambda _: "無人", {"sidebar", "commands"}),
    ),
    "listing.sought": (Case(lambda _: True, {"sidebar"}),),
    "listing.unfolded": (
        Case(lambda _: frozenset({COMMENTERS}), reason="in a plain text everyone has one row: see test_forum.py"),
    ),
    "listing.folded": (Case(lambda _: frozenset({"老后"}), reason="in a plain text everyone has one row"),),
    "listing.walked": (
        Case(lambda s: Walked("王余", s.state.pane.key, 0), reason="who is in hand is no other row without comments"),
    ),
    "notes.annotations": (Case(_recoloured, {"page", "scroll map", "notes panel", "note editor"}),),
    "notes.placements": (
        Case(_moved, {"page", "scroll map", "notes panel"}),
        Case(_lost, {"page", "scroll map", "notes panel", "sidebar", "commands"}),
    ),
    "notes.active": (
        Case(lambda _: None, {"page", "notes panel", "commands"}),
        Case(_linked, {"page", "notes panel", "commands"}),
    ),
    "notes.passage": (Case(lambda _: 1, reason="the open note has one passage"),),
    "notes.names": (
        Case(
            lambda _: (chosen((), "余先生", "餘先生", is_name=True, now=datetime.now(UTC)),),
            reason="what is said of names is shown by `manner.names`",
        ),
    ),
    "notes.chosen": (Case(lambda s: frozenset(s.state.notes.annotations), {"page", "notes panel"}),),
    "notes.latest": (Case(lambda s: s.state.notes.editing, reason="only which note a further passage goes to"),),
    "notes.editing": (
        Case(lambda _: None, {"note editor", "notes panel"}),
        Case(_linked, {"note editor", "notes panel"}),
    ),
    "notes.read_only": (Case(lambda _: True, {"commands"}),),
    "notes.similar": (Case(_similar, {"commands"}),),
    "changes.renewal": (Case(lambda _: None, {"sidebar", "commands"}),),
    "changes.looked": (Case(lambda _: frozenset({0}), reason="only what is marked when the thread is opened again"),),
    "changes.seen": (Case(lambda _: frozenset({0, 1}), {"sidebar", "commands"}),),
    "changes.told": (Case(lambda _: True, reason="only whether it is said again"),),
    "changes.known": (Case(lambda _: True, {"sidebar"}),),
    "changes.visit": (Case(lambda s: s.state.changes.gone[0], {"sidebar", "commands"}),),
    "changes.unasked": (Case(lambda s: s.state.changes, reason="only what is remembered"),),
    "undoable.back": (Case(lambda _: False, {"commands"}),),
    "undoable.forth": (Case(lambda _: True, {"commands"}),),
    "lights.keywords": (
        Case(lambda _: None, {"keyword bar"}),
        Case(lambda _: {0: (Term("不多", 2.0, 1),)}, {"keyword bar"}),
    ),
    "lights.pair": (
        Case(lambda _: PairWords((0, 1), PairTerms()), reason="there is one page alone: see test_pair_head"),
    ),
    "lights.terms": (
        Case(lambda _: (), {"keyword bar", "sidebar", "commands"}),
        Case(lambda _: (Light("后來", 5),), {"keyword bar"}),
    ),
    "lights.places": (
        Case(lambda _: {}, {"page", "scroll map", "keyword bar", "sidebar"}),
        Case(lambda s: {0: (LitSpan(_span(s, "不多"), 0),)}, {"page", "scroll map", "keyword bar", "sidebar"}),
    ),
    "lights.person": (Case(lambda s: LitPerson("nobody", (_span(s, "又走"),)), {"page", "sidebar", "commands"}),),
    "own": (
        Case(lambda _: Own(stop_words=("無此詞",)), reason="no keyword of this thread is that word"),
        Case(lambda _: Own(lists=(WordList("無", ("無此詞",)),)), {"menus"}),
    ),
    "search": (
        Case(lambda _: None, {"page", "find bar", "sidebar"}),
        Case(lambda _: Search("無", ()), {"page", "find bar", "sidebar"}),
        Case(lambda s: Search("又", (_span(s, "又走"),)), {"page", "find bar"}),
    ),
    "search_mode": (Case(lambda _: SearchMode(SearchKind.WHOLE), {"find bar"}),),
    "concordance": (Case(_listed, {"concordance", "page", "commands"}),),
    "pane.key": (Case(lambda _: -1, reason="only which pane it is"),),
    "pane.script": (Case(lambda _: Script.SIMPLIFIED, {*_WORDED, "script selector", "commands"}),),
    "pane.hit": (Case(lambda _: None, {"page", "find bar"}),),
    "pane.unfolded": (Case(lambda _: frozenset({0}), reason="the answers of this thread have no comments"),),
    "pane.goal": (Case(lambda s: Goal(_span(s, "又走了")), {"page"}),),
    "saving": (
        Case(lambda _: SaveState.SAVING, reason="the title tells only what lasts over a second"),
        Case(lambda _: SaveState.FAILED, {"title", "notices"}),
    ),
    "notice": (
        Case(lambda _: Notice("keyword-not-found", NoticeKind.NEWS, {"term": "余"}), {"notices"}),
        Case(lambda _: Notice("file-changed", NoticeKind.QUESTION, {"name": "a"}, ("file.reload",)), {"notices"}),
    ),
    "recent": (Case(lambda s: (_document(s).path, _document(s).path.with_name("b.txt")), {"menus"}),),
    "manner.traditional": (Case(lambda _: "taiwan-words", {"page", "keyword bar", "commands"}),),
    "manner.simplified": (Case(lambda _: "mainland-words", {"commands"}),),
    "preferences.theme": (
        Case(lambda _: Theme.DARK, {"page", *_WORDED - {"title"}, "find bar", "script selector", "scroll map"}),
    ),
    "preferences.language": (Case(lambda _: "zh_Hans", {*_WORDED - {"title"}, "commands"}),),
    "preferences.text_size": (Case(lambda _: 28, {"page"}),),
    "preferences.sidebar_shown": (Case(lambda _: False, {"sidebar", "page", "commands"}),),
    "preferences.notes_shown": (Case(lambda _: False, {"panel tabs", "notes panel", "page", "commands"}),),
    "preferences.panel": (
        Case(lambda _: Panel.WORDS, {"notes panel", "note editor", "words panel", "panel tabs", "commands"}),
        Case(lambda _: Panel.WORDS, {"commands"}),
        Case(lambda _: Panel.SEARCH, {"panel tabs", "notes panel", "search panel", "commands"}),
    ),
    "preferences.color": (Case(lambda _: Color.ROUGE.value, reason="the colour of the next mark"),),
    "manner.names": (
        Case(lambda _: Names((("余先", "余先"),)), reason="only our own edition asks for the names of a thread"),
    ),
    "manner.edition": (Case(lambda _: Edition.OFFICIAL, {"commands"}),),
    "preferences.choices_shown": (Case(lambda _: True, {"page", "commands"}),),
    "preferences.order": (Case(lambda _: Order.LENGTH, {"sidebar", "commands"}),),
    "preferences.beside": (Case(lambda _: True, {"commands"}),),
    "preferences.left_share": (Case(lambda _: 300, reason="there is one side alone"),),
    "preferences.scripts_together": (Case(lambda _: False, reason="there is one side alone"),),
    "preferences.answers_together": (Case(lambda _: True, reason="there is one side alone"),),
    "preferences.shared_shown": (Case(lambda _: False, {"commands"}),),
}
"""Another value for every field of every group of the state, while all others stay."""

_GROUPS: dict[str, Any] = {
    "manner": Manner,
    "pane": Pane,
    "listing": Listing,
    "notes": Notes,
    "changes": Changes,
    "lights": Lighting,
    "undoable": Undoable,
    "preferences": Preferences,
}


def test_every_field_of_the_state_has_a_case() -> None:
    alone = {"pane", *(field.name for field in fields(State))} - _GROUPS.keys()
    grouped = {f"{name}.{field.name}" for name, group in _GROUPS.items() for field in fields(group)}
    assert CASES.keys() == alone | grouped


def _changed(state: State, name: str, value: object) -> State:
    """Return `state` with another value of the field `name`, which is "field" or "group.field"."""
    group, _, field = name.rpartition(".")
    if group == "pane":
        return state.with_pane(replace(state.pane, **{field: value}))
    if name == "focus":
        state = replace(state, panes=(state.pane, Pane(1, Script.SIMPLIFIED)))
    if name == "search":  # no pane has a current place of another search
        state = state.with_pane(replace(state.pane, hit=None))
    changes = {group: replace(getattr(state, group), **{field: value})} if group else {field: value}
    return replace(state, **changes)


def _each(cases: dict[str, tuple[Case, ...]]) -> list[Any]:
    return [
        pytest.param(name, case, id=f"{name}-{number}")
        for name, some in cases.items()
        for number, case in enumerate(some)
    ]


def _assert_drawn(
    host: WindowHost, qapp: QApplication, qtbot: QtBot, session: Session, state: State, case: Case
) -> None:
    """Make a change of the state; assert that the window then shows what one that is made for that state does."""
    before = sights(host.window)
    session.store.update(lambda _: state)
    _show(qtbot, host.window)  # another one, if the interface speaks another language
    drawn = sights(host.window)
    host.window.hide()
    fresh = WindowHost(qapp, session)
    _show(qtbot, fresh.window)
    wanted = sights(fresh.window)
    fresh.window.hide()
    stale = differing(drawn, wanted) - case.free
    dispose(fresh.window, fresh)
    assert stale == set()
    assert case.seen <= differing(before, wanted)


@pytest.mark.parametrize(("name", "case"), _each(CASES))
def test_a_field_that_changes_alone_is_drawn(
    name: str, case: Case, host: WindowHost, qapp: QApplication, qtbot: QtBot
) -> None:
    session = host.window.session
    _assert_drawn(host, qapp, qtbot, session, _changed(session.state, name, case.value(session)), case)


@pytest.mark.parametrize(("name", "case"), _each(CASES))
def test_what_a_crash_leaves_of_a_field_is_what_closing_leaves(
    name: str, case: Case, host: WindowHost, tmp_path: Path
) -> None:
    session, memory = host.window.session, DataFolder(tmp_path / "data").state
    session.memory_file.write()
    session.store.update(lambda state: _changed(state, name, case.value(session)))
    for timer in session.findChildren(QTimer):
        if timer.isActive():
            timer.start(0)
    deliver()
    after_a_crash = memory.read_bytes()
    session.memory_file.write()
    assert after_a_crash == memory.read_bytes()
