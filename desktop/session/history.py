"""The history: whatever the reader has made, taken back and made again in the order in which it was made.

There is one for all kinds, so that Ctrl+Z never takes back something else than what was made last. It begins anew
with each document that is opened. What is changed where the reader doesn't look is gone to, or said.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords import Concept
from desktop.session.mentions import correction_of, named, shortened
from desktop.session.own.own import OwnKind
from desktop.session.pane import Goal
from desktop.session.state import Notice, NoticeKind
from desktop.session.step_log import REDO, UNDO
from desktop.session.steps import (
    CopyStep,
    CorrectionStep,
    NameStep,
    NamingStep,
    NotesStep,
    Outcome,
    OwnStep,
    SimilarStep,
    SourceStep,
    Step,
)
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.annotations import Change
    from desktop.session.files.similar import SimilarNotes
    from desktop.session.naming.named_lines import NamedLines
    from desktop.session.navigation import Navigation
    from desktop.session.notes.annotations import Annotations
    from desktop.session.notes.edits import Edits
    from desktop.session.own.owning import Owning
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.correcting import Correcting
    from desktop.session.words.pages import Pages
    from desktop.session.words.scripts import Scripts


class Told(StrEnum):
    """What a step that was taken back, or made again, did: the codes of notices begin with it."""

    NOTE = "step-note"
    WORDS = "step-words"
    TAGS = "step-tags"
    SEVERAL = "step-notes"
    COPIED = "step-copied"
    CORRECTION = "step-correction"
    DELETION = "step-deletion"
    SOURCE = "step-source"
    SIMILAR = "step-similar"
    LINE = "step-line"
    LINES = "step-lines"
    NAME = "step-name"
    NAMES = "step-names"
    CONCEPTS = "step-concepts"
    OWN_WORDS = "step-words-whole"
    STOP_WORDS = "step-stop-words"
    LISTS = "step-word-lists"


class Way(StrEnum):
    """Which way a step was gone: the codes of notices end with it."""

    BACK = "back"
    FORTH = "forth"


class _Place(NamedTuple):
    """Where a passage that a step changed stands, or stood: passage `number` of the annotation `id`."""

    span: Span
    id: str
    number: int


class StepMakers:
    """Makes a step of any kind on the state, by who makes those of its kind, and has the result saved."""

    def __init__(
        self,
        edits: Edits,
        correcting: Correcting,
        scripts: Scripts,
        similar: SimilarNotes,
        naming: Callable[[], NamedLines],
        owning: Callable[[], Owning],
    ) -> None:
        self._edits = edits
        self._correcting = correcting
        self._scripts = scripts
        self._similar = similar
        self._naming = naming
        self._owning = owning

    def make(self, step: Step) -> Outcome:
        """Make `step`, which takes one back or makes it again."""
        match step:
            case CorrectionStep():
                return self._correcting.step(step)
            case SourceStep():
                self._scripts.take_source(step.after)
                return Outcome.DONE
            case SimilarStep():
                self._similar.take(step)
                return Outcome.DONE
            case NamingStep():
                return self._naming().step(step)
            case NameStep():
                return self._naming().names.step(step)
            case OwnStep():
                return self._owning().step(step)
            case CopyStep():
                return self._make_copy(step)
            case _:
                return self._edits.step_through(step)

    def _make_copy(self, step: CopyStep) -> Outcome:
        """Make `step`; what others have said of lines and names since stays, and is no reason to leave its notes."""
        outcome = self._edits.step_through(step.changes)
        if outcome is Outcome.DONE and (step.naming or step.names):
            named = [] if step.naming is None else [self._naming().step(step.naming)]
            named += [] if step.names is None else [self._naming().names.step(step.names)]
            outcome = outcome if step.changes or Outcome.DONE in named else named[0]
        if outcome is Outcome.DONE:
            self._similar.take(step.answer)
        return outcome


class History:
    """Takes back and makes again the steps in `log`, which `makers` make, and shows what that has changed."""

    def __init__(
        self,
        store: Store,
        log: StepLog,
        makers: StepMakers,
        navigation: Navigation,
        pages: Pages,
        annotations: Annotations,
    ) -> None:
        self._store = store
        self._log = log
        self._makers = makers
        self._navigation = navigation
        self._pages = pages
        self._annotations = annotations

    # -- back and forth ---------------------------------------------------------------------------------------

    @property
    def undoes_correction(self) -> bool:
        """Whether the step that `undo` takes back made, altered or deleted a correction."""
        return isinstance(self._log.steps.last_made, CorrectionStep)

    @property
    def redoes_correction(self) -> bool:
        """Whether the step that `redo` makes again made, altered or deleted a correction."""
        return isinstance(self._log.steps.last_undone, CorrectionStep)

    @property
    def undoes_naming(self) -> bool:
        """Whether the step that `undo` takes back was said of lines."""
        return isinstance(self._log.steps.last_made, NamingStep)

    @property
    def redoes_naming(self) -> bool:
        """Whether the step that `redo` makes again was said of lines."""
        return isinstance(self._log.steps.last_undone, NamingStep)

    @property
    def undoes_name(self) -> bool:
        """Whether the step that `undo` takes back was said of names."""
        return isinstance(self._log.steps.last_made, NameStep)

    @property
    def redoes_name(self) -> bool:
        """Whether the step that `redo` makes again was said of names."""
        return isinstance(self._log.steps.last_undone, NameStep)

    def undo(self, *, seen: bool = False) -> None:
        """Take the last step back; what is being typed at the time is a step too.

        `seen`: whatever it changes is before the reader's eyes, so it is neither gone to nor said.
        """
        self._go(Way.BACK, seen=seen)

    def redo(self, *, seen: bool = False) -> None:
        """Make the last step that was taken back again, unless something was made since."""
        self._go(Way.FORTH, seen=seen)

    def _go(self, way: Way, *, seen: bool) -> None:
        self._store.commit_typing()
        self._log.withdraw_offer()
        before, back, steps = self._store.state, way is Way.BACK, self._log.steps
        step = steps.back() if back else steps.forth()
        outcome = self._make(step) if step else Outcome.DONE
        if outcome is Outcome.REFUSED:
            steps.forth() if back else steps.back()
        elif outcome is Outcome.GONE:
            steps.drop(made=not back)
        elif step and not seen:
            self._show(step, way, before)
        self._log.publish()

    def _make(self, step: Step) -> Outcome:
        """Make `step`, unless an earlier version is visited: what was asked about the open thread waits for it."""
        if isinstance(step, SimilarStep) and self._store.state.changes.visit is not None:
            self._store.notify("changes-read-only", NoticeKind.PROBLEM)
            return Outcome.REFUSED
        return self._makers.make(step)

    # -- showing what was taken back --------------------------------------------------------------------------

    def _show(self, step: Step, way: Way, before: State) -> None:
        """Go to what `step`, gone `way`, has changed since `before`, or say what it was."""
        match step:
            case CorrectionStep():
                self._say_correction(step if way is Way.FORTH else step.inverse, way)
            case SourceStep():
                self._say(Told.SOURCE, way)
            case SimilarStep():
                self._say(Told.SIMILAR, way)
            case NamingStep():
                self._say_lines(step, way)
            case NameStep():
                self._say_names(step, way)
            case OwnStep():
                self._say_own(step, way)
            case CopyStep(changes=(), naming=NamingStep() as naming):
                self._say_lines(naming, way)
            case CopyStep(changes=(), names=NameStep() as names):
                self._say_names(names, way)
            case CopyStep():
                self._say(Told.COPIED, way, count=str(len(step.changes)))
            case _:
                self._show_notes(step, way, before)

    def _say(self, told: Told, way: Way, **details: str) -> None:
        offers = (REDO,) if way is Way.BACK else (UNDO,)
        self._store.replace(notice=Notice(f"{told.value}-{way.value}", NoticeKind.NEWS, details, offers))

    def _say_correction(self, made: CorrectionStep, way: Way) -> None:
        """Say what became of the correction that was made, or deleted, by the step `made` at first."""
        added = correction_of(made.before, made.after)
        gone = correction_of(made.after, made.before)
        if added is not None:
            self._say(Told.CORRECTION, way, correction=named(added))
        elif gone is not None:
            self._say(Told.DELETION, way, correction=named(gone))

    def _say_lines(self, step: NamingStep, way: Way) -> None:
        """Say of which line it is another thing by now whether it is a name, or of how many."""
        if len(step.after) == 1:
            self._say(Told.LINE, way, line=shortened(self._pages.shown(step.after[0].words)))
        else:
            self._say(Told.LINES, way, count=str(len(step.after)))

    def _say_names(self, step: NameStep, way: Way) -> None:
        """Say of which name it is another thing by now how it is written, or of how many."""
        if len(step.after) == 1:
            self._say(Told.NAME, way, name=shortened(step.after[0].name))
        else:
            self._say(Told.NAMES, way, count=str(len(step.after)))

    def _say_own(self, step: OwnStep, way: Way) -> None:
        """Say of which words it is another thing by now what the reader made of them."""
        told = {
            OwnKind.CONCEPTS: Told.CONCEPTS,
            OwnKind.WORDS: Told.OWN_WORDS,
            OwnKind.STOP_WORDS: Told.STOP_WORDS,
            OwnKind.LISTS: Told.LISTS,
        }
        one = (step.come or step.gone)[0]
        words = one if isinstance(one, str) else " = ".join(one.words) if isinstance(one, Concept) else one.name
        self._say(told[step.kind], way, words=shortened(words))

    def _show_notes(self, changes: NotesStep, way: Way, before: State) -> None:
        places = _places(changes, before, self._store.state)
        target = _nearest(places, self._store.state, self._navigation.offset) if places else None
        turned = target is not None and self._go_to(target)
        ids = {change.id for change in changes}
        if len(ids) > 1:
            self._say(Told.SEVERAL, way, count=str(len(ids)))
        elif any(map(_is_of_words, changes)):
            self._say(Told.WORDS, way, quote=self._quote(changes))
        elif any(map(_is_of_tags, changes)):
            self._say(Told.TAGS, way, quote=self._quote(changes))
        elif turned or target is None:
            self._say(Told.NOTE, way, quote=self._quote(changes))

    def _go_to(self, place: _Place) -> bool:
        """Have `place` in sight, and its annotation active unless commands act on it already; True to turn a page."""
        state = self._store.state
        if place.id in state.notes.annotations and place.id not in {state.notes.active, *state.notes.chosen}:
            self._annotations.activate(place.id, place.number)
        index = state.pane_showing(place.span)
        if index is None:
            self._navigation.go_to(place.span)
        else:
            there = replace(self._store.state.panes[index], goal=Goal(place.span, pointed=False))
            self._store.replace_pane(there, index)
        return index is None

    def _quote(self, changes: Iterable[Change]) -> str:
        """Return the first words of the note that `changes` are about, in the script shown."""
        one = next(version for change in changes for version in (change.after, change.before) if version is not None)
        return shortened(self._pages.quote(one.passages[0].anchor))


def _is_of_words(change: Change) -> bool:
    """Tell whether `change` is of what a note says, which can't be seen on the page."""
    one, other = change.before, change.after
    return one is not None and other is not None and one.note != other.note


def _is_of_tags(change: Change) -> bool:
    """Tell whether `change` is of a note's tags, which can't be seen on the page either."""
    one, other = change.before, change.after
    return one is not None and other is not None and one.tags != other.tags


def _places(changes: NotesStep, before: State, after: State) -> list[_Place]:
    """Return where the passages that `changes` have changed stand now, or stood where they are no more."""
    found: list[_Place] = []
    for change in changes:
        old, new = _numbers(before, change.id), _numbers(after, change.id)
        moved = {span: n for span, n in new.items() if span not in old}
        left = {span: n for span, n in old.items() if span not in new}
        found += [_Place(_edge(span, left, number), change.id, number) for span, number in moved.items()]
        if not moved:
            found += [_Place(span, change.id, number) for span, number in (left or new).items()]
    return sorted(found)


def _numbers(state: State, annotation_id: str) -> dict[Span, int]:
    """Return the numbers of the passages of an annotation by where they stand."""
    passages = enumerate(state.notes.placements.get(annotation_id, ()))
    return {place.span: number for number, place in passages if place.span is not None}


def _edge(span: Span, left: Mapping[Span, int], number: int) -> Span:
    """Return the edge of `span` that a passage has moved there from where it `left`; all of it if it is elsewhere."""
    old = next((one for one, its in left.items() if its == number and one.overlaps(span)), None)
    if old is None:
        return span
    return Span(span.start, span.start + 1) if old.start != span.start else Span(span.end - 1, span.end)


def _nearest(places: Iterable[_Place], state: State, here: int) -> _Place:
    """Return the place in sight that is nearest to `here`, an offset; where none is, the first of all.

    In sight is what the answer in focus holds, or else the one beside it.
    """
    shown = [(state.pane_showing(place.span), place) for place in places]
    in_focus = [place for index, place in shown if index == state.focus]
    beside = [place for index, place in shown if index is not None]
    in_sight = in_focus or beside
    return min(in_sight, key=lambda place: abs(place.span.start - here)) if in_sight else min(places)
