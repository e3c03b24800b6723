"""A reader who does anything in any order, against a model of dicts: nothing is lost, every word stays put."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.annotations import Color
from desktop.comparison.renewal import GoneAnswer
from desktop.documents import parse_document
from desktop.paths import DataFolder
from desktop.script import VARIANTS, Correction, Corrections, Script, SourceScript, are_same_words, search_key
from desktop.session import SaveState, Session, marked
from desktop.session.listing import Order
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reading_model import Book, Noted, Shelf
from tests.session.threads import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from desktop.script import Variant
    from desktop.session import PageText

THREADS = {"讀書.txt": TRADITIONAL, "博客.txt": SIMPLIFIED}
COLORS = st.sampled_from(Color)
# An index into whatever there is, which may shrink to the first.
ANY = st.integers(0, 999)
LENGTHS = st.integers(1, 40)
NOTES = st.sampled_from(["", "記一筆", "忆😀", "𠮷\n第二行", "a\u2028b\u202e"])
TAGS = st.lists(st.sampled_from(["讀", " 讀 ", "书", "", "x y"]), max_size=3)
TERMS = st.sampled_from(["讀書", "读书", "筆記", "博客", "內存", "内存", "無數", "量子", " ", "a"])

NAMES = st.sampled_from(["", "林", "赵", "無人"])
WRONG = st.sampled_from(["讀", "读书", "筆記", "的", "博客", "所以", "林肯"])
RIGHT = st.sampled_from(["读", "書", "笔记 ", "的的", "部落格", "😀"])
FOR = st.sampled_from([None, Script.TRADITIONAL, Script.SIMPLIFIED])

Showing = Callable[["ReadingMachine"], None]


def _in(variant: Variant) -> Showing:
    return lambda machine: machine.session.choose_variant(variant.script, variant.id)


def _from(source: SourceScript | None) -> Showing:
    return lambda machine: machine.say_it_is_written_in(source)


# Every way to show a page: the original, each variant, and from each script, rightly or wrongly taken to be the
# source's. Half of the time in the words of another region, which are longer or shorter than the source's.
SHOWINGS: list[Showing] = [
    lambda machine: machine.session.show_script(Script.ORIGINAL),
    lambda machine: machine.session.toggle_script(),
    *map(_in, VARIANTS),
    *map(_from, (None, *SourceScript)),
]
REGIONAL = [_in(variant) for variant in VARIANTS if variant.id.endswith("-words")]
SHOWN = st.sampled_from(SHOWINGS) | st.sampled_from(REGIONAL)


class ReadingMachine(RuleBasedStateMachine):
    """A session and the model of it; every rule does the same to both."""

    def __init__(self) -> None:
        super().__init__()
        self._home = TemporaryDirectory(prefix="baijia-")
        self._root = Path(self._home.name)
        for name, text in THREADS.items():
            (self._root / name).write_text(text, encoding="utf-8")
        shelf = Shelf()
        self.books = {name: Book(text, shelf) for name, text in THREADS.items()}
        self.name = next(iter(THREADS))
        self.unsure: set[str] = set()
        self.session = self._started()
        self._open(self.name)

    @property
    def book(self) -> Book:
        """What the model knows of the open thread."""
        return self.books[self.name]

    def _started(self) -> Session:
        return Session(DataFolder(self._root / "data").prepare(), None, HeldExecutor(), InlineExecutor())

    def _open(self, name: str) -> None:
        self.name = name
        assert self.session.shelf.open(self._root / name)
        # As after the first page: what is lit follows the corrections from then on, once there is what lights.
        _heeding = self.session.lights, self.session.searching
        self.session.finding.begin()
        self.book.forget()
        if name in self.unsure:  # a crash may have come before it was remembered
            self.unsure.discard(name)
            self.book.source = _said_source(self.session)

    def _page(self) -> PageText:
        page = self.session.page()
        assert page is not None
        return page

    # -- marks ------------------------------------------------------------------------------------------------

    @initialize(
        name=st.sampled_from(sorted(THREADS)),
        marks=st.lists(st.tuples(SHOWN, ANY, LENGTHS, COLORS), min_size=2, max_size=4),
    )
    def begin(self, name: str, marks: list[tuple[Showing, int, int, Color]]) -> None:
        """Open one of the threads, in which some passages are marked."""
        self._open(name)
        for mark in marks:
            self.mark_in_some_script(*mark)

    @rule(start=ANY, length=LENGTHS, color=COLORS)
    def mark(self, start: int, length: int, color: Color) -> None:
        """Select any part of the page as it is shown and mark it; a line break alone is no selection."""
        page = self._page()
        start %= len(page.text)
        shown = Span(start, min(start + length, len(page.text)))
        selected, active = page.to_source(shown), self.session.state.notes.active
        self.session.select(selected)
        self.session.annotations.highlight(color)
        if selected is None and active is not None:
            self.book.recolour(active, color)
        elif selected is not None and selected.of(self.book.text).strip():
            self._marked(self.book.stripped(selected), color, page, shown)

    @rule(showing=SHOWN, start=ANY, length=LENGTHS, color=COLORS)
    def mark_in_some_script(self, showing: Showing, start: int, length: int, color: Color) -> None:
        """Mark what is selected on a page that is shown in any way."""
        showing(self)
        self.mark(start, length, color)

    def _marked(self, span: Span, color: Color, page: PageText, shown: Span) -> None:
        """Expect a mark on `span`: the one that is there already, recoloured, or else a new one."""
        if (same := self.book.on(span)) is not None:
            self.book.recolour(same, color)
            return
        [key] = self.session.state.notes.annotations.keys() - self.book.notes.keys()
        self.book.edit(key, Noted(span.of(self.book.text), span, color))
        place = page.to_page(span)
        assert place is not None
        assert page.words_of(shown).strip() in page.words_of(place), "what the reader saw is what was marked"

    @precondition(lambda self: self.book.notes)
    @rule(index=ANY, color=COLORS)
    def recolour(self, index: int, color: Color) -> None:
        """Give a mark another colour, or the one that it has."""
        key = self.book.some(index)
        self.session.annotations.recolour(key, color)
        self.book.recolour(key, color)

    @precondition(lambda self: self.book.notes)
    @rule(index=ANY, note=NOTES)
    def write_a_note(self, index: int, note: str) -> None:
        """Open a note, write it anew, and close it."""
        key = self.book.some(index)
        self.session.annotations.edit(key)
        assert self.session.state.notes.editing == key
        self.session.annotations.rewrite(key, note, self.book.notes[key].tags)
        self.session.annotations.edit(None)
        self.book.edit(key, self.book.notes[key]._replace(note=note))

    @precondition(lambda self: self.book.notes)
    @rule(index=ANY, tags=TAGS)
    def retag(self, index: int, tags: list[str]) -> None:
        """Give a mark other tags."""
        key = self.book.some(index)
        self.session.annotations.rewrite(key, self.book.notes[key].note, tags)
        tidy = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        self.book.edit(key, self.book.notes[key]._replace(tags=tidy))

    @precondition(lambda self: self.book.notes)
    @rule(index=ANY)
    def delete(self, index: int) -> None:
        """Delete a mark."""
        key = self.book.some(index)
        self.session.annotations.delete(key)
        self.book.become({other: noted for other, noted in self.book.notes.items() if other != key})

    @rule()
    def visit_an_earlier_save(self) -> None:
        """Go to a version in which there was but one answer, try to mark it, and come back: all is as it was."""
        before = self.session.state
        assert before.document is not None
        text = before.document.text[: before.document.answers[0].span.end]
        version = parse_document(text, before.document.path)
        self.session.shelf.visit(GoneAnswer(version.sha256, 0, datetime.now(UTC), "", ""), version)
        assert self.session.state.document == version
        self.session.select(version.answers[0].paragraphs[0])
        self.session.annotations.highlight()
        self.session.shelf.leave_version()
        state = self.session.state
        assert (state.document, state.panes, state.notes) == (before.document, before.panes, before.notes)
        assert (state.lights, state.listing, state.read) == (before.lights, before.listing, before.read)
        assert state.manner == before.manner

    @rule(source=WRONG, shown=RIGHT, script=FOR)
    def correct(self, source: str, shown: str, script: Script | None) -> None:
        """Write down a correction, in the place of those that it leaves nothing to do."""
        made = Correction(source, shown, script)
        assert self.session.correcting.change(None, made)
        self.book.correct(Corrections(self.book.shelf.corrections).with_change(None, made).items)

    @precondition(lambda self: self.book.shelf.corrections)
    @rule(index=ANY, shown=RIGHT)
    def correct_otherwise(self, index: int, shown: str) -> None:
        """Alter a correction."""
        known = self.book.shelf.corrections
        old = known[index % len(known)]
        new = replace(old, shown=shown)
        assert self.session.correcting.change(old, new)
        self.book.correct(Corrections(known).with_change(old, new).items)

    @precondition(lambda self: self.book.shelf.corrections)
    @rule(index=ANY)
    def delete_a_correction(self, index: int) -> None:
        """Delete a correction."""
        known = self.book.shelf.corrections
        gone = known[index % len(known)]
        assert self.session.correcting.change(gone, None)
        self.book.correct(tuple(one for one in known if one != gone))

    @rule(back=st.integers(0, 5), forth=st.integers(0, 5))
    def undo_and_redo(self, back: int, forth: int) -> None:
        """Take steps back and make some of them again, even when there are none."""
        for _ in range(back):
            self.session.history.undo()
            self.book.undo()
        for _ in range(forth):
            self.session.history.redo()
            self.book.redo()

    # -- reading ----------------------------------------------------------------------------------------------

    @rule(showing=SHOWN)
    def show(self, showing: Showing) -> None:
        """Show the page in any way."""
        showing(self)

    def say_it_is_written_in(self, source: SourceScript | None) -> None:
        """Take the thread to be written in `source`, rightly or wrongly."""
        self.session.correct_source(source)
        self.book.said_to_be_in(source)

    @rule(index=ANY, by=st.sampled_from([1, -1]))
    def turn_to(self, index: int, by: int) -> None:
        """Turn to another answer, and from there to the next mark, if there is one."""
        document = self.session.state.document
        assert document is not None
        self.session.show_answer(index % len(document.answers))
        if index % 2:
            self.session.annotations.step(by)
            active = self.session.state.notes.active
            assert (active is not None) == bool(self.book.notes)
            assert active is None or self.session.navigation.here == self.book.notes[active].span

    @rule(
        order=st.sampled_from(Order), names=st.sampled_from(["", "林", "赵", "無人"]), by=st.sampled_from([1, -1, 3])
    )
    def list_otherwise_and_walk_on(self, order: Order, names: str, by: int) -> None:
        """List the authors in an order, some of them or all, and walk on to the next one listed."""
        self.session.authors.sort(order)
        self.session.authors.filter(names)
        self.session.step(by)
        self.session.authors.step(by)

    @rule(term=TERMS, by=st.sampled_from([1, -1]))
    def light_and_search(self, term: str, by: int) -> None:
        """Light a word or put it out, and look for it in whichever answer it is."""
        self.session.lights.toggle(term)
        self.session.lights.step(by)
        self.session.searching.look_for(term)
        self.session.searching.step(by)

    # -- coming and going -------------------------------------------------------------------------------------

    @rule(crash=st.booleans())
    def end_and_start_again(self, *, crash: bool) -> None:
        """Close as a reader does, and find all as it was; or crash, once what was made has reached the disk."""
        left = _surroundings(self.session)
        if crash:
            deliver()
            assert self.session.state.saving is SaveState.SAVED
            self.unsure |= THREADS.keys()
        else:
            assert self.session.close() is None
        self.session.stop()
        dispose(self.session)
        self.session = self._started()
        self._open(self.name)
        assert crash or _surroundings(self.session) == left

    @rule(name=st.sampled_from(sorted(THREADS)))
    def open_a_thread(self, name: str) -> None:
        """Open the other thread, or this one again."""
        self._open(name)

    # -- what always holds ------------------------------------------------------------------------------------

    @invariant()
    def the_session_holds_what_the_model_holds(self) -> None:
        """Compare all that a reader makes, and what can be undone."""
        state = self.session.state
        held = {
            key: Noted(a.passages[0].anchor.exact, a.passages[0].anchor.span, a.color, a.note, a.tags)
            for key, a in state.notes.annotations.items()
        }
        assert held == self.book.notes
        assert state.manner.corrections.items == self.book.shelf.corrections
        assert _said_source(self.session) == self.book.source
        assert (state.undoable.back, state.undoable.forth) == (bool(self.book.past), bool(self.book.future))

    @invariant()
    def every_annotation_stands_on_the_words_it_was_made_on(self) -> None:
        """Compare the words at each place with those that were marked."""
        placed = marked(self.session.state)
        assert {mark.annotation.id for mark in placed} == self.book.notes.keys()
        for mark in placed:
            made_on = self.book.notes[mark.annotation.id].words
            assert mark.span.of(self.book.text) == mark.annotation.passages[0].anchor.exact == made_on

    @invariant()
    def the_page_shows_the_answer_in_the_script_asked_for(self) -> None:
        """Compare the page with the answer's paragraphs, each converted by itself."""
        paragraphs = self.session.state.current.paragraphs if self.session.state.current else ()
        assert self._page().words == "\n".join(self.session.shown(p.of(self.book.text)) for p in paragraphs)

    @invariant()
    def the_page_leads_back_to_every_annotation_on_it(self) -> None:
        """Map each annotation of this answer to the page and back."""
        page, current = self._page(), self.session.state.current
        assert current is not None
        for noted in self.book.notes.values():
            place = page.to_page(noted.span)
            assert (place is not None) == current.span.contains(noted.span)
            if place is not None:
                back = page.to_source(place)
                assert back is not None
                assert back.contains(noted.span)

    @invariant()
    def what_is_lit_and_found_are_the_words_asked_for(self) -> None:
        """Compare the words at each lit place and hit with the terms, in whichever script."""
        state = self.session.state
        terms = {light.slot: light.term for light in state.lights.terms}
        for place in (place for places in state.lights.places.values() for place in places):
            assert self._reads(place.span, terms[place.slot])
        for hit in state.search.hits if state.search else ():
            assert state.search is not None
            assert self._reads(hit, state.search.query)

    def _reads(self, span: Span, term: str) -> bool:
        """Tell whether the source words at `span` are `term` for either region, or shown as that or what holds it."""
        state = self.session.state
        manners = (state.manner.in_script(script) for script in (Script.TRADITIONAL, Script.SIMPLIFIED))
        shown = [way.apply(span.of(self.book.text)).text for manner in manners for way in manner.conversions()]
        if any(are_same_words(words, term) for words in (span.of(self.book.text), *shown)):
            return True
        return any(search_key(term) in search_key(words) for words in shown)

    def teardown(self) -> None:
        """Leave, and see that all that was made in both threads is on the disk."""
        assert self.session.close() is None
        self.session.stop()
        dispose(self.session)
        self.session = self._started()
        for name in THREADS:
            self._open(name)
            self.the_session_holds_what_the_model_holds()
        self.session.stop()
        dispose(self.session)
        self._home.cleanup()


def _said_source(session: Session) -> SourceScript | None:
    return session.state.manner.source_script if session.state.manner.source_corrected else None


def _surroundings(session: Session) -> tuple[Any, ...]:
    """Return what a reader finds again after closing."""
    state = session.state
    source = (state.manner.source_script, state.manner.source_corrected)
    return (
        state.pane.answer,
        state.lights.terms,
        dict(state.lights.places),
        state.focused_manner.script,
        state.preferences,
        source,
        state.notes.annotations,
    )


TestReading = pytest.mark.usefixtures("qapp")(ReadingMachine.TestCase)
TestReading.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
