"""The dispersion in the place of the pages: where in each answer the lit terms stand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.charts.chart_head import ChartHead
from desktop.ui.charts.dispersion.lights_key import LightsKey
from desktop.ui.charts.dispersion.picture import dispersion_picture
from desktop.ui.charts.dispersion.stripe_list import NOTHING, StripeList
from desktop.ui.charts.dispersion.stripes import StripeLength, Stripes, StripeTick
from desktop.ui.charts.fonts import chart_fonts
from desktop.ui.charts.picture import as_png, as_svg
from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.fields.segments import Segments
from desktop.ui.look.look import FRAME_PX
from desktop.ui.look.theme import LIGHT, dress
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from desktop.documents import Document
    from desktop.keywords import Dispersion
    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_SLOT = _ATTENDING = "dispersion"
_OFFERED = 8
_FOOT_PX, _SIDE_PX = 58, 18
_INSIDE_PX = 56


class DispersionHead(ChartHead):
    """The head of the dispersion, with the choice of how long stripes are."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.length = Segments("dispersionLength", look, self)
        self.below.addWidget(self.length)
        self.below.addStretch()
        self.dress()

    def dress(self) -> None:
        """Say everything in the language, the colours and the fonts that are worn now."""
        super().dress()
        self.title.setText(self.tr("Where Keywords Stand"))
        self.length.offer(
            self.tr("Length of the stripes"),
            [self.tr("Lengths to Scale"), self.tr("All as Long")],
            [
                self.tr("Each stripe is as long as its answer is beside the longest"),
                self.tr("Where in an answer a keyword stands, whatever its length"),
            ],
        )


class Invitation(QWidget):
    """Says how to light something, and offers the terms that weigh most."""

    asked = Signal(str)
    """Emitted with the term that is to be lit."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.setContentsMargins(_INSIDE_PX, 0, _INSIDE_PX, 0)
        column.addStretch()
        column.addWidget(self._words)
        column.addLayout(self._row)
        column.addStretch()
        self._terms: tuple[tuple[str, str], ...] = ()

    def offer(self, words: str, terms: tuple[tuple[str, str], ...]) -> None:
        """Say `words`, and offer `terms`, each with how it is shown."""
        self._words.setText(words)
        dress(self._words, self._look.interface_font(FRAME_PX), f"color: {self._look.tokens.second};")
        if terms == self._terms:
            return
        self._terms = terms
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._row.addStretch()
        buttons: list[QPushButton] = []
        for term, shown in terms:
            button = QPushButton(as_menu_text(shown), self)
            button.setFont(self._look.frame_font(FRAME_PX))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.asked.emit, term))
            self._row.addWidget(button)
            buttons.append(button)
        self._row.addStretch()
        if buttons:
            self.setFocusProxy(buttons[0])


class DispersionView(QWidget):
    """Shows where the lit terms stand, and follows the lights while it is seen."""

    left = Signal()
    """Emitted when the page is to be seen again."""

    def __init__(self, session: Session, look: Look, desk: Desk) -> None:
        super().__init__()
        self._session, self._look, self._desk = session, look, desk
        self._length = StripeLength.TRUE
        self._found: Dispersion | None = None
        self._asked: tuple[object, ...] | None = None
        """By what that was found, or is looked for."""
        self._stood: tuple[Document | None, int] | None = None
        """The answer of the thread at whose stripe the keyboard was put when the reader came from there."""
        self._seen = False
        self.setObjectName("dispersionView")
        self.head = DispersionHead(look, self)
        self.key = LightsKey(look, self)
        self.list = StripeList(session, look, self)
        self.invitation = Invitation(look, self)
        self._foot = QLabel(self)
        self._foot.setObjectName("dispersionFoot")
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setWordWrap(True)
        self._foot.setFixedHeight(_FOOT_PX)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part, stretch in ((self.head, 0), (self.key, 0), (self.list, 1), (self.invitation, 1), (self._foot, 0)):
            rows.addWidget(part, stretch)
        self._wire()
        self._dress()

    def _wire(self) -> None:
        self.head.length.chosen.connect(self._measure)
        self.head.saving.connect(self.save)
        self.head.left.connect(self.left)
        self.list.left.connect(self.left)
        self.list.gone_to.connect(self._go)
        self.list.visited.connect(self._visit)
        self.list.told.connect(self._foot.setText)
        self.invitation.asked.connect(self._session.lights.light)
        self._session.changed.connect(self._follow)
        self._session.corpus.counting.changed.connect(self._renew)
        self._session.finding.failed.connect(self._on_failed)
        self._look.changed.connect(self._dress)

    # -- what is shown ----------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show what is known of the lit terms as they are now, or how to light some."""
        self.head.length.hold(list(StripeLength).index(self._length))
        lit = bool(self._session.state.lights.terms)
        stripes = self._stripes() if lit else NOTHING
        for part in (self.key, self.list, self._foot):
            part.setVisible(lit)
        had = holds_keyboard(self)
        self.invitation.setVisible(not lit)
        self.setFocusProxy(self.list if lit else self.invitation)
        self.head.save.setEnabled(bool(stripes.names))
        self.key.show_lights(stripes.terms, stripes.slots)
        self.list.show_stripes(stripes)
        self._begin_at_answer(stripes)
        if not lit:
            self._invite()
        if had and not self.head.isAncestorOf(self.focusWidget()):
            self.setFocus()

    def _begin_at_answer(self, stripes: Stripes) -> None:
        """Go to the stripe of the answer in focus, unless the keyboard was put there already."""
        state = self._session.state
        stands = (state.document, state.pane.answer)
        if self._stood != stands and stripes.names:
            self._stood = stands
            answers = [stripe.answer for stripe in stripes.dispersion.stripes]
            if state.pane.answer in answers:
                self.list.setCurrentIndex(self.list.model().index(answers.index(state.pane.answer), 0))

    def _stripes(self) -> Stripes:
        """Return what is known of the terms that are lit now: one that has just been lit comes by and by."""
        found, shown = self._found, self._session.shown
        if found is None:
            return NOTHING
        slots = {light.term: light.slot for light in self._session.state.lights.terms}
        lanes = [lane for lane, term in enumerate(found.terms) if term in slots]
        kept = replace(
            found,
            terms=tuple(found.terms[lane] for lane in lanes),
            places=tuple(tuple(stripe[lane] for lane in lanes) for stripe in found.places),
        )
        nameless = self.tr("Without a name")
        names = tuple(shown(stripe.author) if stripe.author else nameless for stripe in found.stripes)
        lit = tuple(slots[term] for term in kept.terms)
        return Stripes(kept, tuple(map(shown, kept.terms)), names, lit, self._length)

    def _invite(self) -> None:
        matrix = self._session.corpus.counting.matrix(_OFFERED)
        terms = matrix.terms if matrix is not None else ()
        words = self.tr(
            "Nothing is lit. Light a keyword in the row above, or select words on the page and press L; "
            "here you then see where in each answer they stand."
        )
        self.invitation.offer(words, tuple((term, self._session.shown(term)) for term in terms))

    # -- what is done -----------------------------------------------------------------------------------------

    def _measure(self, number: int) -> None:
        self._length = list(StripeLength)[number]
        self.draw()

    def _go(self, tick: StripeTick) -> None:
        self._session.go_to(self.list.stripes.place(tick))
        self.left.emit()

    def _visit(self, stripe: int) -> None:
        self._session.show_answer(self.list.stripes.dispersion.stripes[stripe].answer)
        self.left.emit()

    def save(self) -> None:
        """Ask for a file and have the dispersion written to it, as it is shown: in light colours, for paper."""
        stripes, document = self.list.stripes, self._session.state.document
        if document is None or not stripes.names:
            return
        title = self._session.shown(document.title)
        picture = dispersion_picture(stripes, title, chart_fonts(self._look), LIGHT)
        makers = {".png": partial(as_png, picture), ".svg": partial(as_svg, picture)}
        self._desk.dialogs.save_chart(f"{title} {self.head.title.text()}", makers)

    # -- following --------------------------------------------------------------------------------------------

    def _follow(self, old: State, new: State) -> None:
        """Ask anew where terms are when others are lit, and draw anew what reads otherwise."""
        if old.document is not new.document:
            self._found = self._asked = None
        if old.document is not new.document or old.lights.terms != new.lights.terms:
            self._renew()
        elif self._seen and old.focused_manner is not new.focused_manner:
            self.draw()

    def _renew(self) -> None:
        if not self._seen:
            return
        state = self._session.state
        terms = [light.term for light in state.lights.terms]
        asked = state.document, terms, state.own, state.manner
        if terms and asked != self._asked:
            self._asked = asked
            self._session.corpus.counting.ask_dispersion(_SLOT, terms, self._take)
        self.draw()

    def _on_failed(self, slot: str) -> None:
        if slot == _SLOT:
            self._asked = None

    def _take(self, found: Dispersion) -> None:
        self._found = found
        if self._seen:
            self.draw()

    def _dress(self) -> None:
        tokens = self._look.tokens
        self.head.dress()
        self.list.setAccessibleName(self.tr("Where the lit keywords stand, answer by answer"))
        dress(self._foot, self._look.frame_font(FRAME_PX - 1), f"color: {tokens.second};")
        self._foot.setContentsMargins(_SIDE_PX, 4, _SIDE_PX, 6)
        if self._seen:
            self.draw()
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Have it known where the lit terms are while this is seen."""
        super().showEvent(event)
        self._seen = True
        self._session.corpus.counting.attend(_ATTENDING)
        self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more."""
        super().hideEvent(event)
        self._seen = False
        self._session.corpus.counting.leave(_ATTENDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, and the hairline over the words at the foot."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.page))
        if self._foot.isVisible():
            painter.fillRect(0, self._foot.y(), self.width(), 1, QColor(tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)
