"""The log of steps: what the reader has made, told to it by whoever makes something, and said in the state."""

from __future__ import annotations

from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from desktop.session.state import Notice, NoticeKind, Undoable

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.session.steps import Step, Steps
    from desktop.session.store import Store

UNDO, REDO = "edit.undo", "edit.redo"
"""The commands that a notice about a step offers."""


class StepLog:
    """Takes down the steps, of every kind in one order; the state says whether any can be taken back or made again.

    To take them back and make them again is for `History`, which knows how each kind is made. `steps` are all.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def steps(self) -> Steps:
        """All steps; begun with the first one."""
        from desktop.session.steps import Steps

        return Steps()

    def add(self, step: Step, kind: str = "", within: float = inf) -> None:
        """Take `step`, which was just made, to be the last one; of one `kind` ("": none) as `Steps.add` says."""
        self.steps.add(step, kind, within)
        self.withdraw_offer()
        self.publish()

    def tell(self, code: str, **details: str) -> None:
        """Say what the last step did, with a button that takes it back."""
        self._store.replace(notice=Notice(code, NoticeKind.NEWS, details, (UNDO,)))

    def settle(self) -> None:
        """Have what is typed from now on be a step of its own."""
        self.steps.settle()

    def forget(self) -> None:
        """Forget all steps, as something was done that none leads back over: another document was opened, say."""
        if "steps" in vars(self):
            self.steps.clear()
            self.publish()

    def forget_notes(self, ids: Collection[str]) -> None:
        """Forget the steps on the annotations `ids`, which others changed."""
        last = self.steps.last_made, self.steps.last_undone
        self.steps.forget(ids)
        if (self.steps.last_made, self.steps.last_undone) != last:
            self.withdraw_offer()
        self.publish()

    def publish(self) -> None:
        """Have the state say whether there is a step to take back, and one to make again."""
        can = Undoable(bool(self.steps.last_made), bool(self.steps.last_undone))
        if can != self._store.state.undoable:
            self._store.replace(undoable=can)

    def withdraw_offer(self) -> None:
        """Take away what is said of a step that is not the last one any more: its button would take back another."""
        notice = self._store.state.notice
        if notice is not None and not {UNDO, REDO}.isdisjoint(notice.offers):
            self._store.dismiss_notice()
