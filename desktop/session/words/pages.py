"""Pages: the words of the open document in the script shown, each answer converted from its own script."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from desktop.script import Script, SourceScript, find_choices, other_forms, weigh_script
from desktop.session.words.projection import PageText, Projections
from desktop.session.work.latest import Latest
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.documents import Answer, Document
    from desktop.script import Choice, Conversion, Explanation, ScriptEvidence
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.session.store import Store

_SHORT = 4_000
"""Texts up to so many code points (names, titles, quotes) are converted and remembered by `Pages.shown`."""
_MOST_SHOWN = 8
"""Manners whose short texts are remembered, of the open document: a flip back costs nothing."""


class Pages:
    """Shows words of the open document in the script that the state asks for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._projections = Projections()
        self._shown = Latest(_none_shown)
        self._shown_now: tuple[State | None, dict[str, str]] = (None, {})
        self._scripts = Latest(_none_weighed)
        self._weighed = Latest(weigh_script)
        self._choices: WeakKeyDictionary[PageText, tuple[SourceScript, tuple[Choice, ...]]] = WeakKeyDictionary()

    def page(self) -> PageText | None:
        """Return the answer on the page in the script shown."""
        document, answer = self._store.state.document, self._store.state.current
        return self._page_of(document, answer) if document and answer else None

    def prefetch(self) -> None:
        """Convert the answer on the page into the scripts that it may be flipped to, where their tables are ready."""
        document, answer, manner = (
            self._store.state.document,
            self._store.state.current,
            self._store.state.focused_manner,
        )
        if document is None or answer is None:
            return
        for script in (Script.TRADITIONAL, Script.SIMPLIFIED):
            conversion = manner.in_script(script).conversion(self._script_of(document, answer))
            if conversion.ready:
                self._projections.page(document.sha256, document.text, answer, conversion)

    def shown(self, words: str) -> str:
        """Return source `words` (a name, a title, a quote) in the script shown."""
        remembered = self._remembered()
        if words in remembered:
            return remembered[words]
        result = self._conversion_of(self._script_in(words)).apply(words).text
        if len(words) <= _SHORT:
            remembered[words] = result
        return result

    def quoted(self, span: Span) -> str:
        """Return the words of the source `span` in the script shown, as they read within their paragraph."""
        document = self._store.state.document
        if document is None:
            return ""
        index = document.answer_at(span.start)
        if index is None:
            return self.shown(span.of(document.text))
        page = self._page_of(document, document.answers[index])
        place = page.to_page(span)
        return page.words_of(place) if place else self.shown(span.of(document.text))

    def choices(self) -> tuple[Choice, ...]:
        """Return the places on the page where one simplified character stands for several traditional ones.

        They are in text order, found once for each page as it is shown.
        """
        page, script = self.page(), self.script_on_page()
        if page is None or script is None:
            return ()
        known, found = self._choices.get(page, (None, ()))
        if known is not script:
            edition = self._store.state.focused_manner.edition
            found = tuple(
                choice.shifted(start)
                for start, aligned in page.aligned_paragraphs()
                for choice in find_choices(aligned, script, edition)
            )
            self._choices[page] = (script, found)
        return found

    def explain(self, offset: int) -> tuple[Explanation, tuple[str, ...]] | None:
        """Return why the source `offset` reads as it does on the page, and the other forms its character could have.

        The explanation's span is one of the document. None where no paragraph of the page is. A simplified source
        shown as it is leaves all forms open: none is named.
        """
        document, page, script = self._store.state.document, self.page(), self.script_on_page()
        if document is None or page is None or script is None:
            return None
        for start, aligned in page.aligned_paragraphs():
            if start <= offset < start + len(aligned.source):
                conversion = self._conversion_of(script)
                explanation = conversion.explain(aligned.source, offset - start).shifted(start)
                if conversion.config is None and script is SourceScript.SIMPLIFIED:
                    return explanation, ()
                here = aligned.to_display(Span(offset - start, offset - start + 1)).of(aligned.text)
                others = other_forms(document.text[offset], here, script, conversion.edition)
                return explanation, others
        return None

    def script_on_page(self) -> SourceScript | None:
        """Return the script that the answer on the page is written in, None when nothing is open."""
        document, answer = self._store.state.document, self._store.state.current
        return self._script_of(document, answer) if document and answer else None

    def evidence(self, document: Document) -> ScriptEvidence:
        """Return what in `document` tells its script; weighed once for each. Raises DictionaryError."""
        return self._weighed(document.text)

    @property
    def mixed(self) -> bool:
        """Whether the open document has a good part of either script in it."""
        document = self._store.state.document
        return document is not None and self.evidence(document).mixed

    def _page_of(self, document: Document, answer: Answer) -> PageText:
        """Return `answer` in the script shown, converted from the script that it is itself written in.

        In a thread of both scripts, the configuration for most answers would corrupt the others: tw2s makes 这幺 of
        这么.
        """
        conversion = self._conversion_of(self._script_of(document, answer))
        return self._projections.page(document.sha256, document.text, answer, conversion)

    def _conversion_of(self, script: SourceScript) -> Conversion:
        return self._store.state.focused_manner.conversion(script)

    def _script_of(self, document: Document, answer: Answer) -> SourceScript:
        """Return the script that `answer` is written in, as `_script_in` does, weighed once."""
        state = self._store.state
        known = self._scripts(document, state.manner.source_script, state.manner.source_corrected)
        if answer.span not in known:
            known[answer.span] = self._script_in(answer.span.of(document.text))
        return known[answer.span]

    def _script_in(self, words: str) -> SourceScript:
        return script_in(self._store.state.focused_manner, words)

    def _remembered(self) -> dict[str, str]:
        """Return the short texts of the open document as they are shown now, by their source words."""
        state = self._store.state
        if self._shown_now[0] is not state:
            by_manner = self._shown(state.document)
            if state.focused_manner not in by_manner and len(by_manner) >= _MOST_SHOWN:
                by_manner.clear()
            self._shown_now = (state, by_manner.setdefault(state.focused_manner, {}))
        return self._shown_now[1]


def script_in(manner: Manner, words: str) -> SourceScript:
    """Return the script that `words` are written in; the document's, where nothing in them tells."""
    evidence = weigh_script(words)
    telling = evidence.traditional or evidence.simplified
    return evidence.script if telling and not manner.source_corrected else manner.source_script


def _none_shown(_document: Document | None) -> dict[Manner, dict[str, str]]:
    return {}


def _none_weighed(*_read_as: object) -> dict[Span, SourceScript]:
    return {}
