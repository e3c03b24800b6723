"""What a screen reader is told of that happens where the keyboard is not: a flip, a place that was found.

On Linux, Qt makes nothing of an alert, and an announcement of an announcement; it is the one way to be heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desktop.session.people import in_hand, is_unfolded, order_of, passing, people_of
from desktop.ui.commands import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Search, Session, State
    from desktop.text import Span

_TURN_MS = 0


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `words`, which `widget` shows: at once if they are urgent, else in their turn."""
    event = QAccessibleAnnouncementEvent(widget, words)
    polite, assertive = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
    event.setPoliteness(assertive if urgent else polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Announces what `window` shows of a session without moving the keyboard there.

    Of the places that one turn of the event loop comes to only the last is said: a search is first made, then gone
    through.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._flip, self._place = "", ""
        self._turn = QTimer(self, singleShot=True, interval=_TURN_MS)
        self._turn.timeout.connect(self._say)
        session.changed.connect(self._on_changed)

    def _on_changed(self, old: State, new: State) -> None:
        """Take note of a flip and of a place that the reader was taken to; what a new thread brings is no news."""
        if old.document is not new.document or old.pane.key != new.pane.key:
            return
        if old.focused_manner.script is not new.focused_manner.script:
            self._flip = COMMANDS[f"script.{new.focused_manner.script.value}"].plain_title
        elif new.search is not None and (new.search is not old.search or new.pane.hit != old.pane.hit):
            self._place = self._found(new.search, new.pane.hit)
        elif new.pane.goal is not None and new.pane.goal is not old.pane.goal:
            self._place = self._said(old, new) or self._lit(new, new.pane.goal.span) or self._place
        else:
            self._place = self._listed(old, new) or self._place
        if self._flip or self._place:
            self._turn.start()

    def _say(self) -> None:
        for words in filter(None, (self._flip, self._place)):
            announce(self._window, words)
        self._flip, self._place = "", ""

    def _found(self, search: Search, hit: int | None) -> str:
        """Return which place of a search this is, and whose words it is in."""
        if not search.query.strip():
            return ""
        if hit is None:
            return self.tr("%n place(s)", "", len(search.hits))
        return self._count(hit, search.hits)

    def _said(self, old: State, new: State) -> str:
        """Return which of all that a person said the reader was led to, "" where it was elsewhere."""
        document, goal = new.document, new.pane.goal
        if document is None or goal is None or new.listing.walked in {None, old.listing.walked}:
            return ""
        people, person = people_of(document), in_hand(new)
        there, said = people.at(goal.span.start), people.of(person)
        if there is None or there not in said:
            return ""
        name = self._session.shown(people.everyone[person].name)
        place = self.tr("{number} of {count}, {author}")
        return place.format(number=said.index(there) + 1, count=len(said), author=name)

    def _listed(self, old: State, new: State) -> str:
        """Return in which order authors are listed now, how many, or whose posts are; "" where that is as it was."""
        if new.document is None or (old.listing, old.preferences.order) == (new.listing, new.preferences.order):
            return ""
        if order_of(old) is not order_of(new):
            return COMMANDS[f"authors.sort.{order_of(new).value}"].plain_title
        if old.listing.filter != new.listing.filter:
            return self.tr("%n author(s) listed", "", passing(new))
        for key in (old.listing.unfolded ^ new.listing.unfolded) | (old.listing.folded ^ new.listing.folded):
            if is_unfolded(old, key) != (unfolded := is_unfolded(new, key)):
                return self.tr("Unfolded") if unfolded else self.tr("Folded")
        return ""

    def _lit(self, state: State, span: Span) -> str:
        """Return which of the places of its keyword `span` is, "" where it is none."""
        places = [place for answer in sorted(state.lights.places) for place in state.lights.places[answer]]
        slot = next((place.slot for place in places if place.span == span), None)
        if slot is None:
            return ""
        spans = tuple(place.span for place in places if place.slot == slot)
        term = next(light.term for light in state.lights.terms if light.slot == slot)
        return f"{self._session.shown(term)}: {self._count(spans.index(span), spans)}"

    def _count(self, index: int, spans: tuple[Span, ...]) -> str:
        """Return which of `spans` it is, and by whom."""
        document = self._session.state.document
        author = self._session.shown(document.author_at(spans[index].start) or "") if document is not None else ""
        return self.tr("{number} of {count}, {author}").format(number=index + 1, count=len(spans), author=author)
