"""The commands by which the reader says how names in the open thread are written, and which words are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.documents.chosen_names import NameChoice, choices_joined, chosen, is_choosable, said_again
from desktop.session.mentions import shortened
from desktop.session.state import NoticeKind
from desktop.session.steps import NameStep, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents.chosen_names import NameChoices
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store


class ChosenNames:
    """Keeps what is said of names in `Notes.names`; what `put_in` returns has a state show its words by them.

    A name is given by its simplified form, and how it is written in OpenCC's own standard.
    """

    def __init__(self, store: Store, log: StepLog, put_in: Callable[[], Callable[[State], State]]) -> None:
        self._store = store
        self._log = log
        self._put_in = put_in

    @property
    def can_choose(self) -> bool:
        """Whether the open thread takes what is said of names."""
        return self._store.state.document is not None and not self._store.state.notes.read_only

    def said_of(self, name: str) -> NameChoice | None:
        """Return what the reader said of `name`; None for nothing, or where that was taken back."""
        said = self._store.state.notes.names
        return next((choice for choice in said if choice.name == name and choice.is_name is not None), None)

    def write(self, name: str, form: str, shown: str = "") -> bool:
        """Have `name` be written as `form` wherever it stands, which the page shows as `shown`, and say so.

        Returns whether that is news and can be.
        """
        if not is_choosable(name, form) or not self._say(name, form, is_name=True):
            return False
        self._log.tell("name-written", name=shortened(name), form=shortened(shown or form))
        return True

    def refuse(self, name: str) -> bool:
        """Take the words `name` for no name, wherever they stand, and say so; return whether that is news."""
        if not is_choosable(name, name) or not self._say(name, "", is_name=False):
            return False
        self._log.tell("name-refused", name=shortened(name))
        return True

    def leave(self, name: str) -> bool:
        """Take back what was said of `name`: it is written as the app finds. Return whether anything was said."""
        if self.said_of(name) is None or not self._say(name, "", is_name=None):
            return False
        self._log.tell("name-left", name=shortened(name))
        return True

    def step(self, step: NameStep) -> Outcome:
        """Make `step`, which takes one back or makes it again; gone where others have said something since."""
        if not self.can_choose:
            visited = self._store.state.changes.visit is not None
            code = "changes-read-only" if visited else "annotations-read-only"
            self._store.notify(code, NoticeKind.PROBLEM)
            return Outcome.REFUSED
        said = self._store.state.notes.names
        known = {choice.name: choice for choice in said}
        if not all(choice.says_as(known.get(choice.name)) for choice in step.before):
            return Outcome.GONE
        self._take(said_again(said, step.after, _now()))
        return Outcome.DONE

    def take_over(self, theirs: NameChoices) -> NameStep | None:
        """Say here what is said of names in `theirs`, of a similar thread; return that as a step to be logged.

        Of a name that was spoken of here as well, what was said later holds.
        """
        ours = self._store.state.notes.names
        known = {choice.name: choice for choice in ours}
        holding = tuple(choice for choice in theirs if choice.is_name is not None)
        fresh = [one for one in choices_joined(ours, holding) if not one.says_as(known.get(one.name))]
        if not fresh:
            return None
        before = tuple(known.get(one.name) or _unsaid(one) for one in fresh)
        step = NameStep(before, said_again(ours, fresh, _now()))
        self._take(step.after)
        return step

    def _say(self, name: str, form: str, *, is_name: bool | None) -> bool:
        if not self.can_choose:
            return False
        self._store.commit_typing()
        said = self._store.state.notes.names
        known = next((choice for choice in said if choice.name == name), None)
        choice = chosen(said, name, form, is_name=is_name, now=_now())
        if choice.says_as(known):
            return False
        self._take((choice,))
        self._log.add(NameStep((known or _unsaid(choice),), (choice,)))
        return True

    def _take(self, choices: NameChoices) -> None:
        """Have the open thread be shown as `choices` say too, at once."""

        def taken(state: State) -> State:
            names = choices_joined(state.notes.names, choices)
            return self._put_in()(replace(state, notes=replace(state.notes, names=names)))

        self._store.update(taken)


def _unsaid(choice: NameChoice) -> NameChoice:
    return replace(choice, form="", is_name=None)


def _now() -> datetime:
    return datetime.now(UTC)
