"""The sidebar: the question in full, then who answers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.session.listing import Order
from desktop.session.people import MANY, RowKind, order_of, orders_of, people_of
from desktop.ui.look.clamped_label import ClampedLabel
from desktop.ui.look.look import FRAME_PX, SIDE_PX, SMALL_PX
from desktop.ui.look.theme import dress
from desktop.ui.sidebar.author_list import AuthorList
from desktop.ui.sidebar.author_model import AuthorModel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.sidebar.author_tools import AuthorTools

_WIDTH_PX, _NARROWEST_PX = 264, 176
_TITLE_PX, _TITLE_LINES = 17, 6
_RIGHT_PX = 16


class Sidebar(QWidget):
    """Shows the question and the authors. Its right edge is a hairline, open where the chosen row meets the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._tools: AuthorTools | None = None
        self.setObjectName("sidebar")
        self._title = ClampedLabel(_TITLE_LINES, self)
        self._title.setObjectName("question")
        self._summary = QLabel(self)
        self._summary.setObjectName("questionSummary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._model = AuthorModel(session, self)
        self._list = AuthorList(self._model, look, self)
        self._list.chosen.connect(self._choose)
        self._list.opening.connect(self._open)
        self._list.folding.connect(self._fold)
        self._list.put_beside.connect(self._put_beside)
        self._list.asked_for_menu.connect(self._show_menu)
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the document, the answer, the script, and what the rows tell."""
        before = self._model.row(self._list.currentIndex().row()) if self._list.currentIndex().isValid() else None
        with self._list.still():
            self._model.render_state(old, new)
        reread = old.document is not new.document
        if reread:
            self._dress()
        if (
            reread
            or old.focused_manner is not new.focused_manner
            or old.notes.annotations is not new.notes.annotations
            or old.changes.visit is not new.changes.visit
        ):
            self._draw_head()
        if reread or old.listing is not new.listing or old.preferences is not new.preferences:
            self._draw_tools()
        here = self._list.currentIndex()
        stays = here.isValid() and self._model.row(here.row()) == before and not self._is_led_elsewhere(old, new)
        if reread or not stays:
            self._list.show_row(self._model.number_of(new))

    def _is_led_elsewhere(self, old: State, new: State) -> bool:
        """Tell whether another row is the page's now, wherever the keyboard is in the list."""
        there = (old.pane.answer, old.pane.key, old.listing.walked) != (
            new.pane.answer,
            new.pane.key,
            new.listing.walked,
        )
        return there and self._list.currentIndex().row() != self._model.number_of(new)

    def _draw_all(self) -> None:
        self.setAccessibleName(self.tr("The question and its authors"))
        self._list.setAccessibleName(self.tr("Authors"))
        self._draw_head()
        self._draw_tools()
        self._dress()
        self._list.show_row(self._model.number_of(self._session.state))

    def _draw_tools(self) -> None:
        """Have the field for names and the order shown where they are of use; most threads never have them made."""
        state = self._session.state
        is_thread = state.document is not None and not state.document.is_essay
        named = is_thread and (_is_many(state) or bool(state.listing.sought or state.listing.filter))
        ordered = is_thread and _is_worth_ordering(state)
        if self._tools is None and (named or ordered):
            from desktop.ui.sidebar.author_tools import AuthorTools

            self._tools = AuthorTools(self._desk, self._look, self)
            self._tools.left.connect(self._list.setFocus)
            self._column.insertWidget(1, self._tools)
            self._put_before_list(self._tools)
        if self._tools is not None:
            self._tools.draw(named=named, ordered=ordered)

    def _put_before_list(self, tools: AuthorTools) -> None:
        """Have Tab come to the `tools`, which were made after all else, before it comes to the list."""
        before = self._list.previousInFocusChain()
        while before is not None and before is not self._list and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        if before is not None and before is not self._list:  # Qt takes only those that Tab comes to
            self.setTabOrder(before, tools.field)
        self.setTabOrder(tools.field, tools.order)

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
        is_essay = state.document is not None and state.document.is_essay
        visit = state.changes.visit
        parts = [
            *([self.tr("An earlier save")] if visit is not None else []),
            *(() if is_essay else self._who()),
            self.tr("%Ln character(s)", "", self._model.length),
        ]
        if state.notes.annotations:
            parts.append(self.tr("%Ln note(s)", "", len(state.notes.annotations)))
        # A line may end after a part, not within one.
        return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)

    def _who(self) -> list[str]:
        """Return how many answered, how often, and how many comments there are."""
        state = self._session.state
        if state.document is None:
            return []
        people = people_of(state.document)
        authors = sum(bool(person.answers) for person in people.everyone)
        answers = len(state.document.answers) - people.has_question
        comments = sum(len(answer.comments) for answer in state.document.answers)
        return [
            self.tr("%Ln author(s)", "", authors),
            *([self.tr("%Ln answer(s)", "", answers)] if answers != authors else []),
            *([self.tr("%Ln comment(s)", "", comments)] if comments else []),
        ]

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now."""
        tokens = self._look.tokens
        dress(self._title, self._look.heading_font(_TITLE_PX), f"color: {tokens.ink};")
        size = SMALL_PX if self._session.state.document else FRAME_PX
        dress(self._summary, self._look.interface_font(size), f"color: {tokens.second};")
        if self._tools is not None:
            self._tools.draw_all()
        self._model.refresh()
        self.update()

    # -- acting -----------------------------------------------------------------------------------------------

    def focus_filter(self) -> None:
        """Put the cursor into the field for names, where it is shown."""
        if self._tools is not None:
            self._tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tools.field.selectAll()

    def _choose(self, number: int) -> None:
        """Show what a row stands for: an answer, a person's first one as they are listed, or their first comment."""
        row, state = self._model.row(number), self._session.state
        if row.kind is RowKind.COMMENTER:
            self._session.authors.go_to(row.person)
        elif row.answers:
            if state.listing.walked is not None:
                self._session.authors.leave()
            if row.kind is not RowKind.PERSON or state.pane.answer not in row.answers:
                self._session.show_answer(row.answers[0])

    def _open(self, number: int) -> None:
        """Go to an answer that is gone: where it still is, another list takes the place of this one.

        So who only walks along the list doesn't go there.
        """
        if (gone := self._model.row(number).gone) is not None:
            # When the list has done with the click.
            QTimer.singleShot(0, self, partial(self._session.comparing.read, gone))

    def _fold(self, number: int, unfolded: bool) -> None:
        self._session.authors.fold(self._model.key_of(number), unfolded=unfolded)

    def _show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the row that is meant, and with all."""
        from desktop.ui.sidebar.row_menu import RowMenu

        number = self._list.meant
        answers = self._model.row(number).answers if number >= 0 else ()
        menu = RowMenu(self._desk, self, self.tr("What can be done with the author"), answers)
        menu.aboutToHide.connect(partial(self._list.mean, None))
        menu.popup(place)

    def _put_beside(self, number: int) -> None:
        """Show on the other side what a row stands for; of several answers the first, unless one is there already."""
        answers, state = self._model.row(number).answers, self._session.state
        shown = state.panes[1 - state.focus].answer if len(state.panes) > 1 else None
        if answers and shown not in answers:
            self._session.panes.put_beside(answers[0])

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


def _is_many(state: State) -> bool:
    """Tell whether so many people wrote in the open thread that one is looked for by name."""
    return state.document is not None and len(people_of(state.document).everyone) >= MANY


def _is_worth_ordering(state: State) -> bool:
    """Tell whether the open thread tells more of its answers than how long they are, or is in another order."""
    telling = orders_of(state) & {Order.VOTES, Order.TIME}
    several = state.document is not None and people_of(state.document).has_several_posts
    return bool(telling) or order_of(state) is not Order.THREAD or several
