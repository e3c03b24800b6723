"""The notice bar: one sentence below the page, and a button for each answer that it offers.

News goes by itself; a question stays until it is answered or closed, which puts it off; a problem until it is closed.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QBoxLayout,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.session import Notice, NoticeKind, SaveState
from desktop.text import Utf16Map
from desktop.ui.commands.table import COMMANDS, offer
from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.look.theme import dress, wear
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.notices.announcing import announce
from desktop.ui.wording.offers import offers_of
from desktop.ui.wording.sentences import SAVE_FAILING, sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

NEWS_MS = 6_000
_FADE_MS = 240
_HEIGHT_PX = 36
_LINE_PX = 20
_SIDE_PX = 20
_EDGE_PX = 3
_ABOVE_PX, _BELOW_PX = 5, 3
_GAP_PX = 8
_LEAST_PX = 260
"""A sentence that would get less beside its buttons, and not fit there, has them below it."""
_SETTLED_BY_NOTES = frozenset({"notes-unplaced", "notes-unsure", "notes-lost", "notes-in-versions"})
_FONT_PX = 13
_OFFER_PX = 28


class Sentence(QLabel):
    """A label of one or two lines; what is too long even for two lacks its middle and is the tooltip in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def fit(self) -> int:
        """Return how many lines the words take in the width that there is; have the tooltip say what is left out."""
        lines, fits = self._parted()
        self.setToolTip("" if fits else as_tooltip(self.text()))
        return len(lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = "\n".join(self._parted()[0])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def fits_in(self, width: int) -> bool:
        """Tell whether two lines of `width` pixels hold all the words."""
        return self._parted(width)[1]

    def _parted(self, width: int | None = None) -> tuple[list[str], bool]:
        """Return the words in one line or two as they fit `width` (None: its own); whether nothing is left out."""
        width = max(1, self.width() if width is None else width)
        words, metrics = self.text(), self.fontMetrics()
        layout = QTextLayout(words, self.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        units = Utf16Map(words)
        end = units.to_code_point(line.textLength()) if line.isValid() else len(words)
        first, rest = words[:end], words[end:]
        if not rest:
            return [words], True
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, width)
        return [first.rstrip(), shown], shown == rest


def is_settled(notice: Notice, state: State) -> bool:
    """Tell whether nothing is left to do of what `notice` offers, so that it needn't be said any longer."""
    if notice.code not in _SETTLED_BY_NOTES:
        return False
    return not any(COMMANDS[command].when(state) for command in offers_of(notice))


class NoticeBar(QWidget):
    """Shows `State.notice` as a sentence, and for as long as saving fails, that it does."""

    asked = Signal(str)
    """Emitted with the id of a command when the reader presses its button."""

    left = Signal()
    """Emitted when the keyboard was on a button that is gone, and should go back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._said: Notice | None = None
        self._before: QWidget | None = None
        self._arranged_for = 0
        self._failure = Notice(SAVE_FAILING, NoticeKind.PROBLEM)
        self.setObjectName("noticeBar")
        self.setFixedHeight(_HEIGHT_PX)
        self._sentence = Sentence(self)
        self._sentence.setObjectName("noticeSentence")
        self._close = self._make_close()
        self._offers: list[QPushButton] = []
        self._fade = self._make_fade()
        self._timer = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._timer.timeout.connect(self._fade_away)
        self._lay_out()
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._speak()
        self._draw_all()

    def _lay_out(self) -> None:
        self._answers = QHBoxLayout()
        self._answers.setSpacing(_GAP_PX)
        self._answers.addStretch()
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(_GAP_PX)
        self._words.addWidget(self._sentence, 1)
        self._words.addLayout(self._answers)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE_PX, _ABOVE_PX, 8, _BELOW_PX)
        self._row.setSpacing(_GAP_PX)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _make_close(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("noticeClose")
        button.setText("×")
        button.setFixedSize(QSize(28, 28))
        button.clicked.connect(self._session.close_notice)
        return button

    def _make_offers(self, notice: Notice | None) -> None:
        """Put up a button for each command that `notice` offers."""
        for button in self._offers:
            button.hide()
            button.deleteLater()
        self._offers = [self._make_offer(command) for command in (offers_of(notice) if notice else ())]
        for button in self._offers:
            self._answers.addWidget(button)
        before = () if self._before is None else (self._before,)
        for one, following in pairwise((*before, *self._offers, self._close)):
            self.setTabOrder(one, following)

    def _make_offer(self, command: str) -> QPushButton:
        button = QPushButton(offer(command), self)
        button.setObjectName(f"noticeOffer.{command}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(_OFFER_PX)
        button.clicked.connect(partial(self._answer, command))
        return button

    def _answer(self, command: str) -> None:
        """Have `command` run; a problem stays for as long as it is one.

        What is being typed comes first: what the notice says may not be the last step any more, and it goes.
        """
        notice = self._said
        self._session.store.committing.emit()
        if notice is None or self._said is not notice:
            return
        if notice.kind is not NoticeKind.PROBLEM:
            self._session.dismiss_notice()
        self.asked.emit(command)

    def come_after(self, widget: QWidget) -> None:
        """Have Tab lead from `widget` to the buttons."""
        self._before = widget
        self.setTabOrder(widget, self._close)

    def _make_fade(self) -> QPropertyAnimation:
        """Return the way in which news goes; the effect works only while it does."""
        effect = QGraphicsOpacityEffect(self)
        effect.setEnabled(False)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(_FADE_MS)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.finished.connect(self._session.dismiss_notice)
        return fade

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the notice and the saving."""
        if new.notice is not None and is_settled(new.notice, new):
            self._session.dismiss_notice()
        elif old.notice is not new.notice or old.saving is not new.saving:
            self._draw_all()

    def _draw_all(self) -> None:
        notice = self._notice()
        if notice is not self._said and holds_keyboard(self):
            self.left.emit()
        if notice is not self._said:
            self._say(notice)
        self._close.setVisible(self._session.state.notice is not None)
        self.setVisible(notice is not None)
        self._arrange()

    def _notice(self) -> Notice | None:
        """Return what is to be said: the notice, else that saving still fails, else nothing."""
        state = self._session.state
        if state.notice is not None and state.notice.code in {"save-failed", "save-half"}:
            self._failure = state.notice
        if state.notice is None and state.saving in {SaveState.HALF, SaveState.FAILED}:
            return self._failure
        return state.notice

    def _say(self, notice: Notice | None) -> None:
        self._said = notice
        self._stop_fading()
        self._make_offers(notice)
        self._name_close()
        if notice is None:
            return
        words = sentence(notice)
        self._sentence.setText(words)
        self.setAccessibleName(words)
        if notice.kind is NoticeKind.NEWS:
            self._timer.start()
        self._dress()
        announce(self, words, urgent=notice.kind is NoticeKind.PROBLEM)

    def _stop_fading(self) -> None:
        self._timer.stop()
        self._fade.stop()
        self._effect(working=False)

    def _fade_away(self) -> None:
        """Go, unless the keyboard is on a button."""
        if holds_keyboard(self):
            self._timer.start()
            return
        self._effect(working=True)
        self._fade.start()

    def _effect(self, *, working: bool) -> None:
        effect = self.graphicsEffect()
        if effect is not None:
            effect.setEnabled(working)

    def _arrange(self) -> None:
        """Put the buttons beside the sentence where that leaves it room, else below it; be as high as that takes."""
        # While this is being shown, Qt tells the sentence of no further change of its width: it is asked for it here.
        below, self._arranged_for = False, self.width()
        self._words.setDirection(QBoxLayout.Direction.LeftToRight)
        self._row.activate()
        if self._offers and not self._sentence.fits_in(beside := self._sentence.width()):
            below = beside < _LEAST_PX or self._sentence.fits_in(self._words.geometry().width())
        if below:
            self._words.setDirection(QBoxLayout.Direction.TopToBottom)
            self._row.activate()
        lines = (self._sentence.fit() - 1) * _LINE_PX
        self.setFixedHeight(_HEIGHT_PX + lines + (_OFFER_PX + _GAP_PX if below else 0))

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now."""
        tokens = self._look.tokens
        font = self._look.interface_font(_FONT_PX)
        dress(self._sentence, font, f"color: {tokens.problem if self._is_problem else tokens.ink};")
        wear(self._close, f"QToolButton {{ color: {tokens.second}; padding: 0; }}")
        for button in self._offers:
            dress(button, font, "")
        self._arrange()
        self.update()

    @property
    def _is_problem(self) -> bool:
        return self._said is not None and self._said.kind is NoticeKind.PROBLEM

    @property
    def _edge(self) -> str | None:
        """The colour of the edge at the left; None where there is none."""
        tokens = self._look.tokens
        edges = {NoticeKind.PROBLEM: tokens.problem, NoticeKind.QUESTION: tokens.accent}
        return edges.get(self._said.kind) if self._said is not None else None

    def _speak(self) -> None:
        self._name_close()
        if self._said is not None:
            self._sentence.setText(sentence(self._said))
            self.setAccessibleName(self._sentence.text())
            self._make_offers(self._said)
            self._dress()

    def _name_close(self) -> None:
        """Have the cross say what it means: to a question, that the answer can wait."""
        asks = self._said is not None and self._said.kind is NoticeKind.QUESTION
        self._close.setToolTip(self.tr("Not Now (Esc)") if asks else self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Not now") if asks else self.tr("Close this notice"))

    # -- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a raised ground, a hairline above, and an edge at the left of what waits for the reader."""
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.hairline))
        if self._edge is not None:
            painter.fillRect(0, 0, _EDGE_PX, self.height(), QColor(self._edge))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for the buttons beside the sentence now."""
        super().resizeEvent(event)
        if event.size().width() != self._arranged_for:
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Dress what is shown for the first time: with its window it was given the window's font."""
        super().showEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
