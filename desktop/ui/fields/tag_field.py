"""The field for a note's tags: offers the tags in use for the word that is being typed, in either script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView

from desktop.script import search_key
from desktop.text import Span, Utf16Map
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field
from desktop.ui.look.theme import wear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.theme import Tokens

_BETWEEN = re.compile(r"[\s,，、;；]+")
_WORD = re.compile(r"[^\s,，、;；]+")
_SIGNS = "#＃"
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOR_THE_OFFER = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags in `text`, which blanks or commas of either width part; #tag and #tag# are tag, C# is C#."""
    return tuple(dict.fromkeys(tag for word in _BETWEEN.split(text) if (tag := _bare(word))))


class TagField(Field):
    """A line of tags. `textEdited` is emitted for a tag that is taken from the offer too."""

    accepted = Signal()
    """Emitted for Return, unless it takes what is offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self._in_use: tuple[str, ...] = ()
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        # Which tags fit is decided here: a completer compares letter by letter, and knows one script.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._popup = QListView(self)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def know(self, tags: Iterable[str]) -> None:
        """Offer from `tags` from now on."""
        self._in_use = tuple(sorted(tags))

    def dress(self, tokens: Tokens) -> None:
        """Have the offer worn in the colours of a theme."""
        wear(
            self._popup,
            f"QListView {{ background: {tokens.page}; border: 1px solid {tokens.hairline}; padding: 4px; }}"
            f"QListView::item {{ padding: 3px 6px; border-radius: 4px; color: {tokens.ink}; }}"
            f"QListView::item:selected {{ background: {tokens.raised}; }}",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that take or refuse an offer to it; Return is a signal."""
        key = Qt.Key(event.key())
        if self._popup.isVisible() and key in _FOR_THE_OFFER:
            event.ignore()
        elif key in _ENTER:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor behind the tags: selected, as Tab has it, the first key would wipe them all out."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.end(False)
            if self.text() and not _BETWEEN.search(self.text()[-1]):
                self.insert(" ")

    def _offer(self) -> None:
        """Offer the tags that begin as the word at the cursor does."""
        self._offered.setStringList(self._fitting())
        if not self._offered.rowCount():
            self._popup.hide()
        elif self.isVisible():
            self._completer.complete()

    def _fitting(self) -> list[str]:
        span = self._word()
        begun = _key(_bare(span.of(self.text())))
        if not begun:
            return []
        there = set(split_tags(self.text()[: span.start] + " " + self.text()[span.end :]))
        fitting = [tag for tag in self._in_use if _key(tag).startswith(begun) and tag not in there]
        return [] if fitting == [_bare(span.of(self.text()))] else fitting

    def _take(self, tag: str) -> None:
        """Put `tag` in the place of the word at the cursor, as one step of the field's own undo."""
        units = Utf16Map(self.text()).span_to_units(self._word())
        self.setSelection(units.start, len(units))
        self.insert(tag + " ")

    def _word(self) -> Span:
        """Return where the word stands that the cursor is in or right after; a caret where there is none."""
        text = self.text()
        cursor = Utf16Map(text).to_code_point(self.cursorPosition())
        spans = (Span(*match.span()) for match in _WORD.finditer(text))
        return next((span for span in spans if span.start < cursor <= span.end), Span(cursor, cursor))


def _bare(word: str) -> str:
    """Return `word` without the # before it and, where there is one, the # that closes it."""
    tag = word.lstrip(_SIGNS)
    return tag if tag == word else tag.rstrip(_SIGNS)


def _key(tag: str) -> str:
    return search_key(tag.lower())
