"""The sidebar: the question in full, then who answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.look.clamped_label import ClampedLabel
from desktop.ui.look.look import FRAME_PX, SIDE_PX, SMALL_PX
from desktop.ui.look.theme import dress
from desktop.ui.sidebar.author_list import AuthorList
from desktop.ui.sidebar.author_model import AuthorModel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_WIDTH_PX, _NARROWEST_PX = 264, 176
_TITLE_PX, _TITLE_LINES = 17, 6
_RIGHT_PX = 16


class Sidebar(QWidget):
    """Shows the question and the authors. Its right edge is a hairline, open where the chosen row meets the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("sidebar")
        self._title = ClampedLabel(_TITLE_LINES, self)
        self._title.setObjectName("question")
        self._summary = QLabel(self)
        self._summary.setObjectName("questionSummary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._model = AuthorModel(session, self)
        self._list = AuthorList(self._model, look, self)
        self._list.chosen.connect(session.show_answer)
        self.setFocusProxy(self._list)
        self._lay_out()
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._draw_all()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SIDE_PX, 20, _RIGHT_PX, 12)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the document, the answer, the script, and what the rows tell."""
        self._model.render_state(old, new)
        reread = old.document is not new.document
        if reread:
            self._dress()
        if (
            reread
            or old.focused_manner is not new.focused_manner
            or old.notes.annotations is not new.notes.annotations
        ):
            self._draw_head()
        self._list.show_row(new.pane.answer if new.document else -1)

    def _draw_all(self) -> None:
        self.setAccessibleName(self.tr("The question and its authors"))
        self._list.setAccessibleName(self.tr("Authors"))
        self._draw_head()
        self._dress()
        self._list.show_row(self._session.state.pane.answer if self._session.state.document else -1)

    def _draw_head(self) -> None:
        document = self._session.state.document
        self._title.setVisible(document is not None)
        self._list.setVisible(document is not None)
        self._title.show_words(self._session.shown(document.title) if document else "")
        self._summary.setText(self._count() if document else self.tr("Open a thread, or drop a file on this window."))
        # The list takes what room is left; without it, the head must not spread.
        stretch = QSizePolicy.Policy.Preferred if document else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, stretch)
        # Else, and where it is Fixed, it would be as high as in the width that Qt finds best: two lines in 18 pixels.
        policy.setHeightForWidth(True)
        self._summary.setSizePolicy(policy)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def _count(self) -> str:
        """Return how many authors, characters and notes there are."""
        state = self._session.state
        answers = state.document.answers if state.document else ()
        is_essay = state.document is not None and state.document.is_essay
        parts = [
            *(() if is_essay else [self.tr("%Ln author(s)", "", len(answers))]),
            self.tr("%Ln character(s)", "", self._model.length),
        ]
        if state.notes.annotations:
            parts.append(self.tr("%Ln note(s)", "", len(state.notes.annotations)))
        # A line may end after a part, not within one.
        return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now."""
        tokens = self._look.tokens
        dress(self._title, self._look.heading_font(_TITLE_PX), f"color: {tokens.ink};")
        size = SMALL_PX if self._session.state.document else FRAME_PX
        dress(self._summary, self._look.interface_font(size), f"color: {tokens.second};")
        self._model.refresh()
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width to begin with."""
        return QSize(_WIDTH_PX, 3 * _WIDTH_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which names can be read."""
        return QSize(_NARROWEST_PX, _NARROWEST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge beside the question; the list draws its own part."""
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), QColor(self._look.tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._draw_all()
        super().changeEvent(event)
