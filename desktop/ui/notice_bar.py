"""The notice bar: one sentence above the page, and a button for each answer that it offers.

News goes by itself; a question stays until it is answered or closed, which puts it off; a problem until it is closed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import (
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
from desktop.ui.announcing import announce
from desktop.ui.keyboard import holds_keyboard
from desktop.ui.sentences import SAVE_FAILING, offer, sentence
from desktop.ui.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.session import Session, State
    from desktop.ui.look import Look

NEWS_MS = 4_000
_FADE_MS = 240
_HEIGHT_PX = 36
_LINE_PX = 20
_SIDE_PX = 20
_EDGE_PX = 3
_SETTLED_BY_NOTES = frozenset({"notes-unplaced", "notes-unsure", "notes-lost", "notes-in-versions"})
_FONT_PX = 13
_OFFER_PX = 28


class Sentence(QLabel):
    """A label of one or two lines; what is too long even for two lacks its middle and is the tooltip in full."""

    wrapped = Signal()
    """Emitted when `lines` is another number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = 1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        """Show `words` from now on."""
        self.setText(words)
        self._hint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = "\n".join(self._parted()[0])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether all of it fits now."""
        super().resizeEvent(event)
        self._hint()

    def _hint(self) -> None:
        lines, fits = self._parted()
        self.setToolTip("" if fits else as_tooltip(self.text()))
        if len(lines) != self.lines:
            self.lines = len(lines)
            self.wrapped.emit()

    def _parted(self) -> tuple[list[str], bool]:
        """Return the words in one line or two as they fit the width, and whether nothing is left out."""
        words, metrics = self.text(), self.fontMetrics()
        layout = QTextLayout(words, self.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, self.width()))
        layout.endLayout()
        units = Utf16Map(words)
        end = units.to_code_point(line.textLength()) if line.isValid() else len(words)
        first, rest = words[:end], words[end:]
        if not rest:
            return [words], True
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, self.width())
        return [first.rstrip(), shown], shown == rest


def is_settled(notice: Notice, state: State) -> bool:
    """Tell whether nothing is left to do of what `notice` offers, so that it needn't be said any longer."""
    from desktop.ui.commands import ACTIONS

    offered = [action for action in ACTIONS if action.id in notice.offers]
    return notice.code in _SETTLED_BY_NOTES and not any(action.when(state) for action in offered)


class NoticeBar(QWidget):
    """Shows `State.notice` as a sentence, and for as long as saving fails, that it does."""

    asked = Signal(str)
    """Emitted with the id of a command when the reader presses its button."""

    left = Signal()
    """Emitted when it goes away with the keyboard, which should go back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._said: Notice | None = None
        self._failure = Notice(SAVE_FAILING, NoticeKind.PROBLEM)
        self.setObjectName("noticeBar")
        self.setFixedHeight(_HEIGHT_PX)
        self._sentence = Sentence(self)
        self._sentence.setObjectName("noticeSentence")
        self._sentence.wrapped.connect(self._fit)
        self._close = self._make_close()
        self._offers: list[QPushButton] = []
        self._fade = self._make_fade()
        self._timer = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._timer.timeout.connect(self._fade_away)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE_PX, 0, 8, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._close)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._speak()
        self._draw_all()

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
        self._offers = [self._make_offer(command) for command in (notice.offers if notice else ())]
        for place, button in enumerate(self._offers, self._row.indexOf(self._close)):
            self._row.insertWidget(place, button)

    def _make_offer(self, command: str) -> QPushButton:
        button = QPushButton(offer(command), self)
        button.setObjectName(f"noticeOffer.{command}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(_OFFER_PX)
        button.clicked.connect(partial(self._answer, command))
        return button

    def _answer(self, command: str) -> None:
        self._session.dismiss_notice()
        self.asked.emit(command)

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
        if notice is None and holds_keyboard(self):
            self.left.emit()
        if notice is not self._said:
            self._say(notice)
        self._close.setVisible(self._session.state.notice is not None)
        self.setVisible(notice is not None)

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
        self._sentence.show_words(words)
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
        self._effect(working=True)
        self._fade.start()

    def _effect(self, *, working: bool) -> None:
        effect = self.graphicsEffect()
        if effect is not None:
            effect.setEnabled(working)

    def _fit(self) -> None:
        """Be as high as the lines of the sentence ask for."""
        self.setFixedHeight(_HEIGHT_PX + (self._sentence.lines - 1) * _LINE_PX)

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now."""
        tokens = self._look.tokens
        self._sentence.setFont(self._look.interface_font(_FONT_PX))
        self._sentence.setStyleSheet(f"color: {tokens.problem if self._is_problem else tokens.ink};")
        self._close.setStyleSheet(f"QToolButton {{ color: {tokens.second}; padding: 0; }}")
        for button in self._offers:
            button.setFont(self._look.interface_font(_FONT_PX))
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
            self._sentence.show_words(sentence(self._said))
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
        """Draw a raised ground, a hairline below, and an edge at the left of what waits for the reader."""
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
        if self._edge is not None:
            painter.fillRect(0, 0, _EDGE_PX, self.height(), QColor(self._edge))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
