"""The heading of the page: whose answer it is, which of how many, how long it takes to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.session import made_visible

if TYPE_CHECKING:
    from desktop.session import Session, State

_READING_SPEED = 300  # characters a minute


class PageHeading(QObject):
    """Says what stands above the answer that the `session` has in the pane `index`."""

    def __init__(self, session: Session, index: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._index = index

    @property
    def _state(self) -> State:
        return self._session.state.at(self._index)

    @property
    def author(self) -> str:
        """Who wrote the answer, in the script shown, or that it is the question; the title of an essay."""
        document, current = self._state.document, self._state.current
        name = current.author if current else ""
        if document is not None and document.is_essay:
            name = document.title
        return made_visible(" ".join(self._session.shown(name, self._index).split())) or self.tr("The question")

    @property
    def byline(self) -> str:
        """The line below the author, "" when nothing is open."""
        state, current = self._state, self._state.current
        if state.document is None or current is None:
            return ""
        parts = [
            self.tr("%Ln character(s)", "", current.length),
            self.tr("about %n minute(s)", "", max(1, round(current.length / _READING_SPEED))),
        ]
        if not state.document.is_essay:
            number, total = state.pane.answer + 1, len(state.document.answers)
            parts.insert(0, self.tr("Answer {number} of {total}").format(number=number, total=total))
        return " · ".join(parts)

    @property
    def spoken(self) -> str:
        """What a screen reader calls the page."""
        document = self._session.state.document
        if document is not None and document.is_essay:
            return self.author
        return QCoreApplication.translate("AnswerPage", "{author}: the answer").format(author=self.author)
