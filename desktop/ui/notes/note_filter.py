"""Which notes the panel shows: the filter as a value, and the strip above the list that says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.annotations import marked_words
from desktop.keywords import NO_CONCEPTS
from desktop.script import search_key
from desktop.ui.fields.color_dots import ColorDots
from desktop.ui.fields.entry import EntryField
from desktop.ui.look.theme import wear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.annotations import Annotation, Color
    from desktop.keywords import Concepts
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_TEXT_PX = 13
_FIELD_PX = 48
"""Room for three characters: the strip has to fit into the narrowest panel."""
_TEXTS_KEPT = 32_768
"""More than a key asks for among ten thousand notes: else each would put out the one that is asked for next."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes are shown: of any of `colors` (none: of all), holding every one of `words`, of `answer` alone."""

    colors: frozenset[Color] = frozenset()
    words: str = ""
    answer: int | None = None
    concepts: Concepts = NO_CONCEPTS
    """By which words are one."""

    def __bool__(self) -> bool:
        """Tell whether this leaves anything out."""
        return bool(self.colors or self.words.strip()) or self.answer is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """All forms of the words that are looked for, as `search_key` of lower case."""
        return tuple(form for forms in _asked(self.words, self.concepts) for form in forms)

    def passes(self, annotation: Annotation, quotes: Callable[[], Iterable[str]] = tuple) -> bool:
        """Tell whether `annotation` is shown; `quotes` are its passages as they read now, asked for only if needed.

        Words are looked for in either script and in all their phrase forms, in quotes, note, authors and tags; one
        that begins with # in tags alone. A quote is found by the words that it is shown in too.
        """
        if self.colors and annotation.color not in self.colors:
            return False
        passages = annotation.passages
        if self.answer is not None and all(passage.answer != self.answer for passage in passages):
            return False
        if not self.words:
            return True
        words = [word for passage in passages for word in (marked_words(passage.anchor, None), passage.author)]
        text = _searched((*words, annotation.note, *(f"#{tag}" for tag in annotation.tags)))
        missing = [forms for forms in _asked(self.words, self.concepts) if not _is_in(text, forms)]
        shown = _searched(tuple(quotes())) if missing else ""
        return all(_is_in(shown, forms) for forms in missing)


@lru_cache(_TEXTS_KEPT)
def _searched(words: tuple[str, ...]) -> str:
    """Return what the words of a filter are looked for in; kept, since it is asked at each key that is typed."""
    return search_key("\n".join(words).lower())


@lru_cache(1)
def _asked(words: str, concepts: Concepts) -> tuple[tuple[str, ...], ...]:
    """Return the forms of each word that is asked for."""
    forms = (concepts.forms(word) for word in search_key(words.lower()).split())
    return tuple(some for some in forms if some)


def _is_in(text: str, forms: Iterable[str]) -> bool:
    return any(form in text for form in forms)


class FilterStrip(QWidget):
    """A field for words, a dot for each colour, and a switch between this answer and all of them, in one row."""

    changed = Signal(object)
    """Emitted with the new `NoteFilter`."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = EntryField(self)
        self._field.setObjectName("notesFilter")
        self._field.setPlaceholderText(self.tr("Filter notes"))
        self._field.setAccessibleName(self.tr("Filter notes"))
        self._field.setMinimumWidth(_FIELD_PX)
        self._dots = ColorDots(look, self, exclusive=False)
        self._switch = QToolButton(self)
        self._switch.setObjectName("notesHere")
        self._switch.setText(self.tr("Here"))
        self._switch.setToolTip(self.tr("Show only the notes on this answer"))
        self._switch.setCheckable(True)
        self._switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look = look
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)
        self._field.textChanged.connect(self._tell)
        self._field.cancelled.connect(self.clear)
        self._dots.chosen.connect(self._tell)
        self._switch.toggled.connect(self._tell)
        session.changed.connect(self.render_state)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 12, 4)
        row.setSpacing(6)
        row.addWidget(self._field, 1)
        row.addWidget(self._dots)
        row.addWidget(self._switch)

    def _dress(self) -> None:
        for widget in (self._field, self._switch):
            widget.setFont(self._look.interface_font(_TEXT_PX))
        tokens = self._look.tokens
        quiet = f"QToolButton {{ color: {tokens.second}; }} QToolButton:checked {{ color: {tokens.ink}; }}"
        wear(self._switch, quiet)

    @property
    def filter(self) -> NoteFilter:
        """What is asked for."""
        answer = self._session.state.pane.answer if self._switch.isChecked() else None
        words = self._field.text()
        concepts = self._session.corpus.concepts if words.strip() else NO_CONCEPTS
        return NoteFilter(self._dots.on, words, answer, concepts)

    def clear(self) -> None:
        """Ask for all notes."""
        self._field.clear()
        self._dots.turn_on([])
        self._switch.setChecked(False)
        self._tell()

    def render_state(self, old: State, new: State) -> None:
        """Follow the answer while only its notes are shown; another thread is shown whole."""
        if old.document is not None and new.document is not None and old.document.path != new.document.path:
            self.clear()
        elif (old.pane.answer != new.pane.answer and self._switch.isChecked()) or (
            old.own is not new.own and self._field.text()
        ):
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.filter)
