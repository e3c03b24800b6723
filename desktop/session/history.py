"""The history: whatever the reader has made, taken back and made again in the order in which it was made.

There is one for all kinds, so that Ctrl+Z never takes back something else than what was made last. It begins anew
with each document that is opened. What is changed where the reader doesn't look is gone to, or said.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.state import Goal, Notice, NoticeKind
from desktop.session.steps import FOR_EVER, CorrectionStep, KinStep, NotesStep, Outcome, SourceStep, Step, Steps
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop.annotations import Change
    from desktop.script import Correction
    from desktop.session.session import Session
    from desktop.session.state import State

UNDO, REDO = "edit.undo", "edit.redo"
"""The commands that a notice about a step offers."""

_SHORT = 16
"""So many code points of a note's or a correction's words name it in a sentence."""


class Told(StrEnum):
    """What a step that was taken back, or made again, did: the codes of notices begin with it."""

    NOTE = "step-note"
    WORDS = "step-words"
    SEVERAL = "step-notes"
    CORRECTION = "step-correction"
    DELETION = "step-deletion"
    SOURCE = "step-source"
    KIN = "step-kin"


class Way(StrEnum):
    """Which way a step was gone: the codes of notices end with it."""

    BACK = "back"
    FORTH = "forth"


class _Place(NamedTuple):
    """Where a passage that a step changed stands, or stood: passage `number` of the annotation `id`."""

    span: Span
    id: str
    number: int


class History:
    """The steps of `session`. Who makes something adds it; `undo` and `redo` have it taken back and made again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._steps = Steps()

    # -- what was made ----------------------------------------------------------------------------------------

    def add(self, step: Step, kind: str = "", within: float = FOR_EVER) -> None:
        """Take `step`, which was just made, to be the last one; of one `kind` ("": none) as `Steps.add` says."""
        self._steps.add(step, kind, within)
        self._unsay()
        self._tell()

    def tell(self, code: str, **details: str) -> None:
        """Say what the last step did, with a button that takes it back."""
        self._session.replace(notice=Notice(code, NoticeKind.NEWS, details, (UNDO,)))

    def settle(self) -> None:
        """Have what is typed from now on be a step of its own."""
        self._steps.settle()

    def forget(self) -> None:
        """Forget all steps, as something was done that none leads back over: another document was opened, say."""
        self._steps.clear()
        self._tell()

    def forget_notes(self, ids: Collection[str]) -> None:
        """Forget the steps on the annotations `ids`, which others changed."""
        last = self._steps.last_made, self._steps.last_undone
        self._steps.forget(ids)
        if (self._steps.last_made, self._steps.last_undone) != last:
            self._unsay()
        self._tell()

    # -- back and forth ---------------------------------------------------------------------------------------

    @property
    def undoes_correction(self) -> bool:
        """Whether the step that `undo` takes back made, altered or deleted a correction."""
        return isinstance(self._steps.last_made, CorrectionStep)

    @property
    def redoes_correction(self) -> bool:
        """Whether the step that `redo` makes again made, altered or deleted a correction."""
        return isinstance(self._steps.last_undone, CorrectionStep)

    def undo(self, *, seen: bool = False) -> None:
        """Take the last step back; what is being typed at the time is a step too.

        `seen`: whatever it changes is before the reader's eyes, so it is neither gone to nor said.
        """
        self._go(Way.BACK, seen=seen)

    def redo(self, *, seen: bool = False) -> None:
        """Make the last step that was taken back again, unless something was made since."""
        self._go(Way.FORTH, seen=seen)

    def _go(self, way: Way, *, seen: bool) -> None:
        self._session.leaving.emit()
        self._unsay()
        before, back = self._session.state, way is Way.BACK
        step = self._steps.back() if back else self._steps.forth()
        outcome = self._make(step) if step else Outcome.DONE
        if outcome is Outcome.REFUSED:
            self._steps.forth() if back else self._steps.back()
        elif outcome is Outcome.GONE:
            self._steps.drop(made=not back)
        elif step and not seen:
            self._show(step, way, before)
        self._tell()

    def _make(self, step: Step) -> Outcome:
        """Make `step` on the state, and have the result saved."""
        match step:
            case CorrectionStep():
                return self._session.correcting.step(step)
            case SourceStep():
                self._session.take_source(step.after)
                return Outcome.DONE
            case KinStep():
                self._session.shelf.take_kin(step)
                return Outcome.DONE
            case _:
                return self._session.marks.step_through(step)

    def _tell(self) -> None:
        can = bool(self._steps.last_made), bool(self._steps.last_undone)
        if can != (self._session.state.can_undo, self._session.state.can_redo):
            self._session.replace(can_undo=can[0], can_redo=can[1])

    def _unsay(self) -> None:
        """Take away what is said of a step that is not the last one any more: its button would take back another."""
        notice = self._session.state.notice
        if notice is not None and not {UNDO, REDO}.isdisjoint(notice.offers):
            self._session.dismiss_notice()

    # -- showing what was taken back --------------------------------------------------------------------------

    def _show(self, step: Step, way: Way, before: State) -> None:
        """Go to what `step`, gone `way`, has changed since `before`, or say what it was."""
        match step:
            case CorrectionStep():
                self._say_correction(step if way is Way.FORTH else step.inverse, way)
            case SourceStep():
                self._say(Told.SOURCE, way)
            case KinStep():
                self._say(Told.KIN, way)
            case _:
                self._show_notes(step, way, before)

    def _say(self, told: Told, way: Way, **details: str) -> None:
        offers = (REDO,) if way is Way.BACK else (UNDO,)
        self._session.replace(notice=Notice(f"{told.value}-{way.value}", NoticeKind.NEWS, details, offers))

    def _say_correction(self, made: CorrectionStep, way: Way) -> None:
        """Say what became of the correction that was made, or deleted, by the step `made` at first."""
        added = correction_of(made.before, made.after)
        gone = correction_of(made.after, made.before)
        if added is not None:
            self._say(Told.CORRECTION, way, correction=named(added))
        elif gone is not None:
            self._say(Told.DELETION, way, correction=named(gone))

    def _show_notes(self, changes: NotesStep, way: Way, before: State) -> None:
        places = _places(changes, before, self._session.state)
        target = _nearest(places, self._session) if places else None
        turned = target is not None and self._go_to(target)
        ids = {change.id for change in changes}
        if len(ids) > 1:
            self._say(Told.SEVERAL, way, count=str(len(ids)))
        elif any(map(_is_of_words, changes)):
            self._say(Told.WORDS, way, quote=self._quote(changes))
        elif turned or target is None:
            self._say(Told.NOTE, way, quote=self._quote(changes))

    def _go_to(self, place: _Place) -> bool:
        """Have `place` in sight, and its annotation active unless commands act on it already; True to turn a page."""
        state = self._session.state
        if place.id in state.annotations and place.id not in {state.active, *state.chosen}:
            self._session.marks.activate(place.id, place.number)
        turned = state.current is None or not state.current.span.contains(place.span)
        if turned:
            self._session.go_to(place.span)
        else:
            self._session.replace(goal=Goal(place.span, pointed=False))
        return turned

    def _quote(self, changes: Iterable[Change]) -> str:
        """Return the first words of the note that `changes` are about, in the script shown."""
        one = next(version for change in changes for version in (change.after, change.before) if version is not None)
        return shortened(self._session.shown(one.passages[0].anchor.exact))


def correction_of(before: Iterable[Correction], after: Iterable[Correction]) -> Correction | None:
    """Return the correction that is in `after` and not in `before`, the first of several, None if there is none."""
    known = set(before)
    return next((one for one in after if one not in known), None)


def named(correction: Correction) -> str:
    """Return a correction as it is said in a sentence."""
    return f"{shortened(correction.source)} → {shortened(correction.shown)}"


def shortened(words: str) -> str:
    """Return `words` on one line, and no more of them than a sentence has room for."""
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


def _is_of_words(change: Change) -> bool:
    """Tell whether `change` is of what a note says, which can't be seen on the page."""
    one, other = change.before, change.after
    return one is not None and other is not None and (one.note, one.tags) != (other.note, other.tags)


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
    passages = enumerate(state.placements.get(annotation_id, ()))
    return {place.span: number for number, place in passages if place.span is not None}


def _edge(span: Span, left: Mapping[Span, int], number: int) -> Span:
    """Return the edge of `span` that a passage has moved there from where it `left`; all of it if it is elsewhere."""
    old = next((one for one, its in left.items() if its == number and one.overlaps(span)), None)
    if old is None:
        return span
    return Span(span.start, span.start + 1) if old.start != span.start else Span(span.end - 1, span.end)


def _nearest(places: Iterable[_Place], session: Session) -> _Place:
    """Return the place on the page that is nearest to the reader, the first of all where none is on the page."""
    current, here = session.state.current, session.offset
    on_page = [place for place in places if current is not None and current.span.contains(place.span)]
    return min(on_page, key=lambda place: abs(place.span.start - here)) if on_page else min(places)
