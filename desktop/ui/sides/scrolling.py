"""Scrolling two pages as one: the page that the reader moves leads, and the other is brought to what corresponds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.session.panes import is_one_in_two_scripts, is_scrolled_together
from desktop.ui.sides.correspondence import along, height_of, reading_at

if TYPE_CHECKING:
    from desktop.session import Session, State
    from desktop.ui.page.answer_page import AnswerPage

_RESTING_MS = 80
"""How long the led page rests before its place is kept: every widget is told then, for a quarter of a step's time."""


class ScrolledTogether(QObject):
    """Has each of two pages follow the other wherever the state says that they scroll together.

    Where one stands is always reckoned from where the other is, never from where it stood before, so that nothing
    adds up; and what is moved here is not taken for the reader's doing, so that no page answers the other.
    """

    def __init__(self, session: Session, left: AnswerPage, right: AnswerPage) -> None:
        super().__init__(right)
        self._session = session
        self._pages = (left, right)
        self._leader = 0
        self._is_following = False
        self._is_over = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._bring)
        self._resting = QTimer(self, singleShot=True, interval=_RESTING_MS)
        self._resting.timeout.connect(self._keep_place)
        # Slots of its own, which Qt forgets along with it: the left page stays when the right one is gone.
        left.moved.connect(self._lead_left)
        right.moved.connect(self._lead_right)
        for page in self._pages:
            page.settled.connect(self._bring_soon)
            page.was_set.connect(self._bring_soon)
        session.changed.connect(self._on_changed)
        self._bring_soon()

    @property
    def _is_on(self) -> bool:
        return not self._is_over and is_scrolled_together(self._session.state)

    def end(self) -> None:
        """Move nothing any more: one of the pages is being taken away."""
        self._is_over = True
        self._again.stop()
        self._resting.stop()

    def _lead_left(self) -> None:
        self._lead(0)

    def _lead_right(self) -> None:
        self._lead(1)

    def _lead(self, index: int) -> None:
        """Have the page `index`, which the reader has just moved, lead from now on."""
        if not self._is_following:
            self._leader = index
            self._bring()

    def _on_changed(self, old: State, new: State) -> None:
        """Follow a page that went to a place or to another answer; and go together from when that is wanted."""
        if len(old.panes) != 2 or len(new.panes) != 2:
            return
        for index, (before, after) in enumerate(zip(old.panes, new.panes, strict=True)):
            went = after.goal is not None and after.goal is not before.goal
            if went or before.answer != after.answer:
                self._leader = index
                self._bring_soon()
        if is_scrolled_together(new) and not is_scrolled_together(old):
            self._bring_soon()

    def _bring_soon(self) -> None:
        """Bring the other page when both have been set and laid out: here one may be half done."""
        if self._is_on:
            self._again.start()

    def _bring(self) -> None:
        """Bring the page that doesn't lead to what corresponds to the place of the one that does."""
        if not self._is_on:
            return
        led = self._pages[1 - self._leader]
        there = self._place(self._pages[self._leader], led)
        if there is None or round(max(0.0, there)) == led.scroll_map.value():
            return
        led.scroll_to(there)
        self._resting.start()

    def _keep_place(self) -> None:
        """Have the state know where the page is that was led."""
        if self._is_on:
            self._is_following = True
            self._pages[1 - self._leader].moved.emit()
            self._is_following = False

    def _place(self, leader: AnswerPage, led: AnswerPage) -> float | None:
        """Return the height of the page `led` that corresponds to the top of `leader`; None: none does."""
        scroll, most = leader.scroll_map.value(), leader.scroll_map.maximum()
        if is_one_in_two_scripts(self._session.state):
            reading = reading_at(leader, scroll)
            return None if reading is None else height_of(led, reading)
        return along(scroll, most, led.scroll_map.maximum())
