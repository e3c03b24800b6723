"""The heading of the page: whose answer it is, which of how many, how long it takes to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.session import made_visible

if TYPE_CHECKING:
    from desktop.session import Session

_READING_SPEED = 300  # characters a minute


class PageHeading(QObject):
    """Says what stands above the answer that the `session` has on the page."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def author(self) -> str:
        """Who wrote the answer, in the script shown, or that it is the question."""
        current = self._session.state.current
        name = current.author if current else ""
        return made_visible(" ".join(self._session.shown(name).split())) or self.tr("The question")

    @property
    def byline(self) -> str:
        """The line below the author, "" when nothing is open."""
        state, current = self._session.state, self._session.state.current
        if state.document is None or current is None:
            return ""
        parts = [
            self.tr("Answer {number} of {total}").format(number=state.answer + 1, total=len(state.document.answers)),
            self.tr("%Ln character(s)", "", current.length),
            self.tr("about %n minute(s)", "", max(1, round(current.length / _READING_SPEED))),
        ]
        return " · ".join(parts)
