"""Pages: the words of the open document in the script shown, each stretch converted from its own script."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.annotations import marked_words
from desktop.script import Script, SourceScript, joined, other_forms, weigh_script
from desktop.session.words.projection import PageText, Projections, which
from desktop.session.work.latest import Latest
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.annotations import Anchor
    from desktop.documents import Answer, Document
    from desktop.documents.document import Part
    from desktop.script import AlignedText, Choice, Conversion, Explanation, ScriptEvidence
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.page_choices import PageChoices
    from desktop.session.work.worker import Worker

_SHORT = 4_000
"""Texts up to so many code points (names, titles, quotes) are converted and remembered by `Pages.shown`."""
_MOST_SHOWN = 8
"""Manners whose short texts are remembered, of the open document: a flip back costs nothing."""


class Pages:
    """Shows words of the open document in the script that the state asks for.

    Where a method takes a `pane`, that is the index of one; None: of the one in focus.
    """

    def __init__(self, store: Store, worker: Worker | None = None) -> None:
        self._store = store
        self._worker = worker
        self._projections = Projections()
        self._shown = Latest(_none_shown)
        self._shown_now: tuple[State | None, dict[str, str]] = (None, {})
        self._parts = Latest(_none_weighed)
        self._weighed = Latest(weigh_script)

    def page(self, pane: int | None = None) -> PageText | None:
        """Return the answer in a pane in the script shown there, with the comments that are unfolded; None: none."""
        state = self._seen(pane)
        return self._page_of(state, state.current, comments=state.pane.is_unfolded) if state.current else None

    def prefetch(self) -> None:
        """Convert the answer in focus into the scripts that it may be flipped to, where their tables are ready."""
        state = self._store.state
        document, answer, manner = state.document, state.current, state.focused_manner
        if document is None or answer is None:
            return
        for script in (Script.TRADITIONAL, Script.SIMPLIFIED):
            other, comments = manner.in_script(script), state.pane.is_unfolded
            if all(
                conversion.ready for conversion in set(self._conversions(state, answer, other, comments=comments))
            ):
                self._page_of(state, answer, comments=comments, manner=other)

    def uncut(self) -> list[tuple[Conversion, str]]:
        """Return the paragraphs of the answer in focus that a flip would cut into words, each with what shows it.

        Converted on a worker they are remembered: then `prefetch` and the flip take no longer than without a cut.
        """
        state = self._store.state
        answer, comments = state.current, state.pane.is_unfolded
        if answer is None:
            return []
        paragraphs = self._paragraphs()
        other = state.focused_manner.in_script(Script.TRADITIONAL)
        pairs = zip(self._conversions(state, answer, other, comments=comments), paragraphs, strict=True)
        return [(one, paragraph) for one, paragraph in pairs if one.goes_by_words and one.ready]

    def lines(self) -> list[str]:
        """Return the paragraphs of the page in focus as its source has them, each on one line."""
        return [joined(paragraph).text if "\n" in paragraph else paragraph for paragraph in self._paragraphs()]

    def short_words(self) -> tuple[str, ...]:
        """Return the names, titles and quotes that were shown as the page in focus is."""
        return tuple(self._remembered(self._store.state))

    def _paragraphs(self) -> list[str]:
        """Return the paragraphs of the answer in focus, with those of its comments where they are unfolded."""
        state = self._store.state
        document, answer = state.document, state.current
        if document is None or answer is None:
            return []
        parts = answer.parts() if state.pane.is_unfolded else (answer.own_part,)
        return [paragraph.of(document.text) for part in parts for paragraph in part.paragraphs]

    def shown(self, words: str, pane: int | None = None) -> str:
        """Return source `words` (a name, a title, a quote) in the script shown in a pane."""
        state = self._seen(pane)
        remembered = self._remembered(state)
        if words in remembered:
            return remembered[words]
        result = showing(state.focused_manner, words)(words).text
        if len(words) <= _SHORT:
            remembered[words] = result
        return result

    def quote(self, anchor: Anchor, place: Span | None = None) -> str:
        """Return marked words in the script shown: those at their `place`, else those that were marked once."""
        return self.quoted(place) if place else self.shown(marked_words(anchor, self._store.state.document))

    def quoted(self, span: Span) -> str:
        """Return the words of the source `span` in the script shown, as they read within their paragraph."""
        state, document = self._store.state, self._store.state.document
        if document is None:
            return ""
        index = document.answer_at(span.start)
        if index is None:
            return self.shown(document.words_at(span))
        answer = document.answers[index]
        page = self._page_of(state, answer, comments=span.end > answer.span.end)
        place = page.to_page(span)
        return page.words_of(place) if place else self.shown(document.words_at(span))

    def choices(self, pane: int | None = None, tell: Callable[[], None] | None = None) -> tuple[Choice, ...]:
        """Return the places in a pane where one simplified character stands for several traditional ones.

        They are in text order, found once for each page as it is shown. None are named while those of a long page are
        being looked for: a QObject's method `tell` is called whenever such are known, from now on.
        """
        if tell is not None:
            from PySide6.QtCore import Qt  # the command line does without

            self.page_choices.found.connect(tell, Qt.ConnectionType.UniqueConnection)
        return self._choices_of(pane) or ()

    def knows_choices(self, pane: int | None = None) -> bool:
        """Tell whether the choices in a pane are known; if not, `page_choices.found` tells when they are."""
        return self._choices_of(pane) is not None

    @cached_property
    def page_choices(self) -> PageChoices:
        """What finds choices; made when some are asked for."""
        from desktop.session.words.page_choices import PageChoices

        return PageChoices(self._store, self._worker)

    def stop(self) -> None:
        """Find nothing from now on."""
        if "page_choices" in vars(self):
            self.page_choices.stop()

    def _choices_of(self, pane: int | None) -> tuple[Choice, ...] | None:
        state, page = self._seen(pane), self.page(pane)
        if page is None or state.current is None:
            return ()
        conversions = self._conversions(state, state.current, state.focused_manner, comments=state.pane.is_unfolded)
        return self.page_choices.of(page, conversions, state.focus)

    def explain(self, offset: int, pane: int | None = None) -> tuple[Explanation, tuple[str, ...]] | None:
        """Return why the source `offset` reads as it does in a pane, and the other forms its character could have.

        The explanation's span is one of the document. None where no paragraph of the page is. Simplified words
        shown as they are leave all forms open: none is named.
        """
        found = self.paragraph_at(offset, pane)
        if found is None:
            return None
        start, aligned, conversion = found
        lines = joined(aligned.source)
        here = lines.offset_to_display(offset - start)
        explanation = conversion.explain(lines.text, here)
        explanation = replace(explanation, span=lines.to_source(explanation.span)).shifted(start)
        stretch = conversion.stretch_at(lines.text, here)
        shown = conversion.within(stretch)
        if shown.config is None and stretch.script is SourceScript.SIMPLIFIED:
            return explanation, ()
        reads = aligned.to_display(Span(offset - start, offset - start + 1)).of(aligned.text)
        return explanation, other_forms(aligned.source[offset - start], reads, stretch.script, shown.edition)

    def script_at(self, offset: int, pane: int | None = None) -> SourceScript | None:
        """Return the script of what a pane has at the source `offset`, where its stretch is written in another too.

        Outside of paragraphs it is that of the answer or comment; None when nothing is open.
        """
        found = self.paragraph_at(offset, pane)
        if found is not None:
            start, aligned, conversion = found
            lines = joined(aligned.source)
            return conversion.stretch_at(lines.text, lines.offset_to_display(offset - start)).script
        state = self._seen(pane)
        return (
            self._conversion_of(state, state.current.part_at(offset), state.manner).written if state.current else None
        )

    def conversion_at(self, offset: int) -> Conversion:
        """Return what shows the answer or comment that the source `offset` is in, in the pane in focus."""
        state, document = self._store.state, self._store.state.document
        index = document.answer_at(offset) if document is not None else None
        if document is None or index is None:
            return state.focused_manner.conversion()
        return self._conversion_of(state, document.answers[index].part_at(offset), state.focused_manner)

    def evidence(self, document: Document) -> ScriptEvidence:
        """Return what in `document` tells its script; weighed once for each."""
        return self._weighed(document.text)

    @property
    def mixed(self) -> bool:
        """Whether the open document has a good part of either script in it."""
        document = self._store.state.document
        return document is not None and self.evidence(document).mixed

    def _seen(self, pane: int | None) -> State:
        """Return the state as a pane sees it."""
        return self._store.state if pane is None else self._store.state.seen_from(pane)

    def _page_of(self, state: State, answer: Answer, *, comments: bool, manner: Manner | None = None) -> PageText:
        """Return `answer` as `manner` shows it, converted from the script that it is itself written in.

        So is each of the `comments`, where they are wanted, and what is quoted in the other script. Without a
        `manner` it is that of the pane in focus.

        In a thread of both scripts, the configuration for most answers would corrupt the others: tw2s makes 这幺 of
        这么.
        """
        document = state.document
        assert document is not None  # noqa: S101 (it has the answer)
        manner = manner or state.focused_manner
        if not comments or not answer.comments:
            conversion = self._conversion_of(state, answer.own_part, manner)
            return self._projections.page(document.sha256, document.text, answer, conversion)
        key = (document.sha256, *which(answer), manner)
        return self._projections.kept(key, lambda: self._with_comments(state, document, answer, manner))

    def _with_comments(self, state: State, document: Document, answer: Answer, manner: Manner) -> PageText:
        paragraphs = [paragraph for part in answer.parts() for paragraph in part.paragraphs]
        return PageText(document.text, paragraphs, tuple(self._conversions(state, answer, manner, comments=True)))

    def _conversions(self, state: State, answer: Answer, manner: Manner, *, comments: bool) -> list[Conversion]:
        """Return what shows each paragraph of `answer`, and of its `comments` where wanted."""
        parts = answer.parts() if comments else (answer.own_part,)
        return [one for part in parts for one in [self._conversion_of(state, part, manner)] * len(part.paragraphs)]

    def _conversion_of(self, state: State, part: Part, manner: Manner) -> Conversion:
        """Return what shows the words of an answer or a comment, by the script that they are written in."""
        document = state.document
        assert document is not None  # noqa: S101 (it has the part)
        known = self._parts(document)
        if part.span not in known:
            known[part.span] = weigh_script(part.span.of(document.text))
        return manner.showing(known[part.span])

    def paragraph_at(self, offset: int, pane: int | None = None) -> tuple[int, AlignedText, Conversion] | None:
        """Return the paragraph of a pane that holds the source `offset`, where it begins, and what shows it."""
        state, page = self._seen(pane), self.page(pane)
        if page is None or state.current is None:
            return None
        for start, aligned in page.aligned_paragraphs():
            if start <= offset < start + len(aligned.source):
                part = state.current.part_at(offset)
                return start, aligned, self._conversion_of(state, part, state.focused_manner)
        return None

    def _remembered(self, state: State) -> dict[str, str]:
        """Return the short texts of the open document as they are shown in `state`, by their source words."""
        if self._shown_now[0] is not state:
            by_manner = self._shown(state.document)
            if state.focused_manner not in by_manner and len(by_manner) >= _MOST_SHOWN:
                by_manner.clear()
            self._shown_now = (state, by_manner.setdefault(state.focused_manner, {}))
        return self._shown_now[1]


def conversion_of(manner: Manner, words: str) -> Conversion:
    """Return what shows `words` (a post, a comment, a name) from the script, or the scripts, that they are in."""
    return manner.showing(weigh_script(words))


def showing(manner: Manner, words: str) -> Callable[[str], AlignedText]:
    """Return what shows the lines of `words` (a post, a comment, a name) from the script that they are written in."""
    return conversion_of(manner, words).apply


def _none_shown(_document: Document | None) -> dict[Manner, dict[str, str]]:
    return {}


def _none_weighed(_document: Document) -> dict[Span, ScriptEvidence]:
    return {}
