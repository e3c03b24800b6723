"""Doubtful places: where simplified text is shown in traditional script and nothing settled which form is right.

A reader goes from one to the next and says of each which form it is; that is a correction.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.script import Script, SourceScript, in_region, joined, other_forms
from desktop.session.mentions import named
from desktop.session.state import NoticeKind
from desktop.session.words.narrowing import narrowed
from desktop.session.words.pages import conversion_of
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.documents import Answer, Document
    from desktop.script import Conversion
    from desktop.script.corrections import Correction
    from desktop.session.manner import Manner
    from desktop.session.navigation import Navigation
    from desktop.session.pane import Goal
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.correcting import Correcting
    from desktop.session.words.pages import Pages
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

_BESIDE = 3
"""Characters shown on either side of one that is a word by itself."""


class Doubt(NamedTuple):
    """A doubtful character of the source, at `span`, and the `forms` that it can have, that which is shown now first.

    The page would show each in its word as `words` have it, at `place` in them. `number` is which of the doubtful
    places in its answer it is, `of` how many.
    """

    span: Span
    forms: tuple[str, ...]
    words: tuple[str, ...]
    place: int
    number: int
    of: int


class Doubts(QObject):
    """Goes to doubtful places, and takes what the reader says of the one that was gone to.

    `word_at` returns the word at a source offset, None for none. A search in other answers is given up where the
    reader goes elsewhere meanwhile, or is shown something else.
    """

    reached = Signal()
    """Emitted when one has gone to another place, which `current` is."""

    ended = Signal()
    """Emitted when there is no place to go to any more, or none is looked for."""

    def __init__(
        self,
        store: Store,
        step_log: StepLog,
        pages: Pages,
        correcting: Correcting,
        navigation: Navigation,
        word_at: Callable[[int], Span | None],
        worker: Worker,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = step_log
        self._pages = pages
        self._correcting = correcting
        self._navigation = navigation
        self._word_at = word_at
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        self._sought_from: _Sight | None = None
        self._awaited = 0
        pages.page_choices.found.connect(self._on_choices)
        store.changed.connect(self._on_changed)

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def are_told(self) -> bool:
        """Whether there can be any: where simplified text is shown in traditional script."""
        return self._store.state.focused_manner.script is Script.TRADITIONAL and self._has_simplified

    @property
    def _has_simplified(self) -> bool:
        document = self._store.state.document
        return document is not None and self._pages.evidence(document).simplified > 0

    def places(self, pane: int | None = None) -> list[Span]:
        """Return the doubtful places of the answer in a pane, in text order."""
        return [choice.span for choice in self._pages.choices(pane) if not choice.settled]

    @property
    def current(self) -> Doubt | None:
        """The doubtful place that the reader is at, None if at none."""
        goal, places = self._store.state.pane.goal, self.places()
        if goal is None or goal.span not in places:
            return None
        line = self._line_at(goal.span)
        if line is None:
            return None
        shown = line.conversion.apply(line.text)
        now = shown.to_display(line.place).of(shown.text)
        config = line.conversion.within(line.conversion.stretch_at(line.text, line.place.start)).config
        others = other_forms(line.place.of(line.text), now, SourceScript.SIMPLIFIED, line.conversion.edition)
        forms = tuple(dict.fromkeys((now, *(in_region(form, config) for form in others))))
        word = line.around()
        before, behind = Span(word.start, line.place.start), Span(line.place.end, word.end)
        left, right = (shown.to_display(part).of(shown.text) if part else "" for part in (before, behind))
        words = tuple(f"{left}{form}{right}" for form in forms)
        return Doubt(goal.span, forms, words, len(left), places.index(goal.span), len(places))

    # -- going about ------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next doubtful place (1) or the one before (-1), in this answer, then in the others."""
        self.leave()
        state = self._store.state
        if state.document is None:
            return
        if not self.are_told:
            self._say_where()
            return
        self._sought_from = _Sight.of(state)
        if not self._pages.knows_choices():
            self._awaited = by
            return
        here, places = self._navigation.offset, self.places()
        at_one = state.pane.goal is not None and state.pane.goal.span in places
        beyond = [place for place in places if _is_beyond(place.start, here, by, at_one=at_one)]
        if beyond:
            self.leave()
            self._arrive(beyond[0 if by > 0 else -1])
            return
        count = len(state.document.answers)
        order = [(state.pane.answer + by * distance) % count for distance in range(1, count)]
        work = partial(_first_doubt, state.document, order, state.focused_manner, by, self._tasks.pause)
        self._tasks.start("doubt", work, partial(self._on_found, places, by))

    def choose(self, number: int, *, everywhere: bool) -> bool:
        """Take the current place to have form `number`, here alone or `everywhere`, as a step, and go on to the next.

        Returns whether that could be kept.
        """
        self.leave()
        doubt = self.current
        if doubt is None or not 0 <= number < len(doubt.forms):
            return False
        correction = self.correction(doubt, number, everywhere=everywhere)
        if correction is None:
            self._store.notify("doubt-not-kept", NoticeKind.PROBLEM, words=doubt.words[number])
            return False
        if not self._correcting.change(None, correction):
            return False
        if everywhere:
            self._log.tell("doubt-everywhere", correction=named(correction))
        else:
            self._log.tell("doubt-here", correction=named(correction))
        self.step(1)
        return True

    def correction(self, doubt: Doubt, number: int, *, everywhere: bool) -> Correction | None:
        """Return the correction by which the place has form `number`, here alone or `everywhere`; None for none."""
        document, line = self._store.state.document, self._line_at(doubt.span)
        if document is None or line is None:
            return None
        text = document.text

        def stands_once(words: str) -> bool:
            return text.count(words) <= 1 and line.text.count(words) == 1

        once = None if everywhere else stands_once
        return narrowed(line.text, line.place, doubt.forms[number], line.conversion, line.word_at, once)

    def standing(self, correction: Correction) -> int:
        """Return at how many places of the open thread a `correction` holds."""
        document = self._store.state.document
        return max(1, document.text.count(correction.source)) if document is not None else 0

    def leave(self) -> None:
        """Look for no other place, and go to none that is found."""
        self._sought_from, self._awaited = None, 0
        self._tasks.cancel("doubt")

    def stop(self) -> None:
        """Look for nothing from now on."""
        self._tasks.close()

    # -- inside -----------------------------------------------------------------------------------------------

    def _on_changed(self, _old: State, new: State) -> None:
        """Give up what is looked for where the reader went elsewhere."""
        if self._sought_from is not None and self._sought_from != _Sight.of(new):
            self.leave()
            self.ended.emit()

    def _on_choices(self) -> None:
        """Go on where that had to wait for what is doubtful in this answer."""
        if self._awaited and self._pages.knows_choices():
            self.step(self._awaited)

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("finding a %s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self.leave()
        self.ended.emit()

    def _arrive(self, place: Span) -> None:
        self._navigation.go_to(place)
        self.reached.emit()

    def _on_found(self, places: list[Span], by: int, found: Span | None) -> None:
        """Go to the place `found` in another answer, else round to the first of the `places` in this one."""
        self.leave()
        if found is not None:
            self._arrive(found)
        elif places:
            self._arrive(places[0 if by > 0 else -1])
        else:
            self._store.notify("doubts-none", NoticeKind.NEWS)
            self.ended.emit()

    def _say_where(self) -> None:
        if self._has_simplified:
            self._store.notify("doubts-in-traditional", NoticeKind.NEWS)
        else:
            self._store.notify("doubts-by-writer", NoticeKind.NEWS)
        self.ended.emit()

    def _line_at(self, span: Span) -> _Line | None:
        """Return the paragraph that holds the source `span`, on one line; None outside of paragraphs."""
        found = self._pages.paragraph_at(span.start)
        if found is None:
            return None
        start, aligned, conversion = found
        lines = joined(aligned.source)
        place = lines.to_display(span.shifted(-start))

        def word_at(offset: int) -> Span:
            there = start + lines.to_source(Span(offset, offset + 1)).start
            word = self._word_at(there)
            return lines.to_display(word.shifted(-start)) if word else Span(offset, offset + 1)

        return _Line(lines.text, place, conversion, word_at)


class _Sight(NamedTuple):
    """What the reader sees and where they are, from which another place is looked for."""

    document: Document | None
    manner: Manner
    pane: int
    answer: int
    goal: Goal | None
    selection: Span | None

    @classmethod
    def of(cls, state: State) -> _Sight:
        """Return what is seen in `state`, in the pane in focus."""
        pane = state.pane
        return cls(state.document, state.focused_manner, pane.key, pane.answer, pane.goal, pane.selection)


class _Line(NamedTuple):
    """A paragraph on one line, the `place` in it that is doubtful, what shows it, and what tells its words."""

    text: str
    place: Span
    conversion: Conversion
    word_at: Callable[[int], Span]

    def around(self) -> Span:
        """Return the word at the place, with the characters beside it where it is one alone."""
        word = self.word_at(self.place.start)
        if len(word) > 1:
            return word
        start, end = word.start, word.end
        while start > 0 and word.start - start < _BESIDE and self.text[start - 1].isalpha():
            start -= 1
        while end < len(self.text) and end - word.end < _BESIDE and self.text[end].isalpha():
            end += 1
        return Span(start, end)


def _is_beyond(place: int, here: int, by: int, *, at_one: bool) -> bool:
    """Tell whether a `place` is to be gone to from `here`: that where the reader is, unless it was gone to before."""
    if by > 0:
        return place > here if at_one else place >= here
    return place < here


def _first_doubt(
    document: Document, order: Iterable[int], manner: Manner, by: int, pause: Callable[[], None]
) -> Span | None:
    """Return the first doubtful place, or the last where `by` is -1, in the answers in `order`; None for none.

    Comments are left out: they are read where they are unfolded. On a worker; raises DictionaryError.
    """
    with giving_way():
        for number in order:
            pause()
            found = _doubts_in(document, document.answers[number], manner, pause)
            place = next(found, None) if by > 0 else next(iter([*found][-1:]), None)
            if place is not None:
                return place
    return None


def _doubts_in(document: Document, answer: Answer, manner: Manner, pause: Callable[[], None]) -> Iterator[Span]:
    part = answer.own_part
    conversion = conversion_of(manner, part.span.of(document.text))
    for paragraph in part.paragraphs:
        pause()
        lines = joined(paragraph.of(document.text))
        for choice in conversion.choices(lines.text):
            if not choice.settled:
                yield lines.to_source(choice.span).shifted(paragraph.start)
