"""The commands on the concordance: which lines it lists, in which order, and going to their places and back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.script import search_key, without_unseen
from desktop.session.search import Concordance, SearchKind, SearchMode
from desktop.session.searching.around import lines_as_shown
from desktop.session.searching.querying import is_asked, mode_of, words_differ
from desktop.session.searching.returning import back_at, origin_of
from desktop.session.words.pages import showing

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents import Document
    from desktop.keywords import Concepts, ConcordanceLine, ExpressionFlaw, LineOrder, Scope, Searched
    from desktop.session.navigation import Navigation
    from desktop.session.searching.querying import FoundPlaces, Querying
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.corpus import Corpus
    from desktop.session.words.finding import Finding

_SLOT, _WRITTEN = "concordance", "concordance written"
_WRITTEN_AT_ONCE = 20
"""Lines whose paragraphs are converted within a frame or two."""

_LISTED_AT_ONCE = 20_000
"""Code points in which a line for each of the most common character is made and sorted within one frame."""


class _Found(NamedTuple):
    """The lines that are listed, how many there are of each author, whose they are, and why there are none."""

    lines: tuple[ConcordanceLine, ...]
    counts: tuple[tuple[str, int], ...]
    author: str | None
    flaw: ExpressionFlaw | None


class Concordances:
    """Lists the places of words in the thread, below the page; `querying` knows where they are.

    The lines are made and sorted on the worker in a long thread; until they are there, those before stay.
    """

    def __init__(
        self,
        store: Store,
        navigation: Navigation,
        finding: Finding,
        querying: Querying,
        corpus: Callable[[], Corpus],
    ) -> None:
        self._store = store
        self._navigation = navigation
        self._finding = finding
        self._querying = querying
        self._corpus = corpus
        finding.stale.connect(self._list_again)
        finding.failed.connect(self._on_failed)
        store.changed.connect(self._follow)

    # -- what is listed ---------------------------------------------------------------------------------------

    def show(self, words: str, author: str | None = None, mode: SearchMode | None = None) -> None:
        """List every place of `words`: in the answers of `author`, a bare name; None: in those of all.

        With a `mode` they are looked for in that way, and in question and comments as well.
        """
        from desktop.keywords import LineOrder, Scope

        if self._store.state.document is None:
            return
        before = self._now
        asked = mode or SearchMode()
        scope = Scope.ANSWERS if mode is None else Scope.ANSWERS | Scope.QUESTION | Scope.COMMENTS
        order = before.order if before is not None else LineOrder.PLACE
        query = words if asked.kind is SearchKind.EXPRESSION else " ".join(without_unseen(words).split())
        shown = Concordance(query, order, scope, asked.kind, asked.concepts, author)
        kept = () if before is None else before.lines
        origin = None if before is None else before.origin
        self._list(replace(shown, lines=kept, origin=origin))

    def show_here(self) -> None:
        """List what the reader means: the selected words, what is searched, the lit word that was gone to last.

        Where nothing is, an empty list is shown to type for.
        """
        state = self._store.state
        if state.document is None:
            return
        if state.pane.selection:
            words = " ".join(state.document.words_at(state.pane.selection).split())
            self.show(words, mode=SearchMode())
        elif state.search is not None and state.search.query.strip():
            self.show(state.search.query, mode=mode_of(state))
        else:
            self.show(self._lit(), mode=SearchMode())

    def type(self, query: str) -> None:
        """List the places of `query`, as those are listed that are shown, in the words of all authors."""
        now = self._now
        if now is not None and now.query != query:
            self._list(replace(now, query=query, author=None))

    def look_as(self, kind: SearchKind, *, concepts: bool) -> None:
        """List what is found in another way."""
        now = self._now
        if now is not None and (now.kind, now.concepts) != (kind, concepts):
            self._list(replace(now, kind=kind, concepts=concepts))

    def look_in(self, scope: Scope) -> None:
        """List the places in other parts of the thread: in answers alone, or in the question and comments as well."""
        now = self._now
        if now is not None and now.scope != scope:
            self._list(replace(now, scope=scope, author=None))

    def narrow(self, author: str | None) -> None:
        """List the lines of one author alone; None: of all."""
        now = self._now
        if now is not None and now.author != author:
            self._list(replace(now, author=author))

    def sort(self, order: LineOrder) -> None:
        """List the lines in another order."""
        now = self._now
        if now is not None and now.order is not order:
            self._list(replace(now, order=order))

    def close(self) -> None:
        """List nothing any more."""
        self._finding.cancel(_SLOT)
        if self._now is not None:
            self._store.replace(concordance=None)

    # -- going ------------------------------------------------------------------------------------------------

    def visit(self, index: int) -> None:
        """Go to the place of the line `index`; a way leads back from there."""
        now = self._now
        if now is None or not 0 <= index < len(now.lines):
            return
        span = now.lines[index].span
        origin = now.origin or origin_of(self._store.state, self._navigation.here)
        self._store.replace(concordance=replace(now, place=span, origin=origin))
        self._navigation.go_to(span)

    def go_back(self) -> None:
        """Lead back to where the reader was before the first line was gone to."""
        now = self._now
        origin = now.origin if now is not None else None
        if now is not None and origin is not None:
            back = replace(now, place=None, origin=None)
            self._store.update(lambda state: replace(back_at(state, origin), concordance=back))

    def write(self, then: Callable[[str], None], *, table: bool) -> None:
        """Call `then` with the lines as they are shown: as Markdown with where each is from, or as a table (CSV)."""
        now, manner = self._now, self._store.state.focused_manner
        if now is None:
            return
        lines, query = now.lines, now.query

        def work(document: Document, _searched: Searched, pause: Callable[[], None]) -> str:
            from desktop.keywords import concordance_csv, concordance_markdown

            def show(words: str) -> str:
                return showing(manner, words)(words).text

            shown = list(lines_as_shown(document, manner, lines, pause))
            return (
                concordance_csv(document, shown, show)
                if table
                else concordance_markdown(document, query, shown, show)
            )

        self._finding.look(_WRITTEN, work, then, quick=len(lines) <= _WRITTEN_AT_ONCE)

    # -- finding ----------------------------------------------------------------------------------------------

    @property
    def _now(self) -> Concordance | None:
        return self._store.state.concordance

    def _lit(self) -> str:
        """Return the lit word at the place that the reader is at, else the one lit last; "" without any."""
        state, here = self._store.state, self._navigation.here
        lit = (one for one in state.lights.places.get(state.pane.answer, ()) if one.span.overlaps(here))
        slot = next((one.slot for one in lit), None)
        at_hand = [light.term for light in state.lights.terms if light.slot == slot]
        return next(iter((*at_hand, *(light.term for light in reversed(state.lights.terms)))), "")

    def _list(self, wanted: Concordance, *, prefetched: bool = False) -> None:
        """Have the lines of `wanted` found; until they are, those that it has are shown."""
        self._finding.cancel(_SLOT)
        if not is_asked(wanted.query, wanted.kind, search_key):
            empty = replace(wanted, lines=(), counts=(), under_way=False, flaw=None, place=None)
            self._store.replace(concordance=empty)
            return
        look = self._querying.look(wanted.query, wanted.kind, self._concepts(wanted))

        def work(document: Document, searched: Searched, pause: Callable[[], None]) -> _Found:
            return _listed(document, look(document, searched, pause), wanted)

        def then(found: _Found) -> None:
            self._put(wanted, found)

        document = self._store.state.document
        short = document is not None and len(document.text) <= _LISTED_AT_ONCE
        quick = short and wanted.kind is SearchKind.WORDS
        if not self._finding.look(_SLOT, work, then, prefetched=prefetched, quick=quick):
            self._store.replace(concordance=replace(wanted, under_way=True))

    def _concepts(self, wanted: Concordance) -> Concepts:
        from desktop.keywords import NO_CONCEPTS

        return self._corpus().concepts if wanted.concepts else NO_CONCEPTS

    def _put(self, wanted: Concordance, found: _Found) -> None:
        """Show what was found; the reader may have gone to a line meanwhile, or back."""
        now = self._now
        origin, place = (wanted.origin, wanted.place) if now is None else (now.origin, now.place)
        if place is not None and all(line.span != place for line in found.lines):
            place = None
        shown = replace(wanted, **found._asdict(), under_way=False, origin=origin, place=place)
        if now is None or shown.lines is not now.lines or replace(shown, lines=()) != replace(now, lines=()):
            self._store.replace(concordance=shown)

    def _list_again(self) -> None:
        """Find the lines in the document as it reads now."""
        now = self._now
        if now is not None:
            self._list(now, prefetched=not now.under_way)

    def _follow(self, old: State, new: State) -> None:
        """List anew what goes by words where the reader has other words."""
        listed = new.concordance
        if listed is not None and new is self._store.state and words_differ(old, new, listed.kind):
            self._list_again()

    def _on_failed(self, slot: str) -> None:
        now = self._now
        if slot == _SLOT and now is not None:
            self._store.replace(concordance=replace(now, under_way=False))


def _listed(document: Document, found: FoundPlaces, wanted: Concordance) -> _Found:
    """Return the lines of places that were found, in their order: of the author that is `wanted` if any is theirs.

    Where they are those that are listed, they are the very same.
    """
    from desktop.keywords import lines_at, sorted_lines

    lines = lines_at(document, found.places, scope=wanted.scope)
    counts = tuple(Counter(line.author for line in lines).items())
    author = wanted.author if any(one == wanted.author for one, _ in counts) else None
    if author is not None:
        lines = tuple(line for line in lines if line.author == author)
    lines = sorted_lines(lines, wanted.order)
    return _Found(wanted.lines if lines == wanted.lines else lines, counts, author, found.flaw)
