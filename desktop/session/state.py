"""The one state of the app: a frozen value that is replaced, never changed.

Widgets compare its fields with `is`, so a field that did not change keeps its identity. Every position is a
span or an offset in code points of the document's source text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.script import Corrections, Edition, Script, SourceScript
from desktop.session.manner import Manner, manner_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation, Placements
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Answer, Document
    from desktop.keywords import Term
    from desktop.session.failure import Failure
    from desktop.text import Span

LIGHT_SLOTS = 8
"""How many keyword lights can be told apart at once: each slot has a colour and a line of its own."""


TEXT_SIZES = range(14, 41)
"""The sizes of the page's text that can be chosen, in pixels."""


@dataclass(frozen=True, slots=True)
class Light:
    """A keyword that is lit: `term` as the reader or the source writes it, `slot` (0..7) for its line and colour."""

    term: str
    slot: int


@dataclass(frozen=True, slots=True)
class LitSpan:
    """One place where a lit keyword stands."""

    span: Span
    slot: int


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """A place the page is asked to go to. Each request is a new object, so asking twice goes twice.

    `at_top` asks for its line to be the first in sight, as it was when the reader was there. One that is not
    `pointed` at is brought into sight and no more: nothing is drawn around it.
    """

    span: Span
    at_top: bool = False
    pointed: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the reader was when a search began.

    `offset` is that of the first line on the page (None: the top of the answer). `focus` are the words that the
    reader was at; a caret where there were none.
    """

    answer: int
    focus: Span
    offset: int | None = None
    selection: Span | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, every place of it in text order, and which of them is the current one (None: none yet).

    `origin` is where the reader was when it began, until one goes on from the place that was found first.
    `under_way` tells that the places are not known yet.
    """

    query: str
    hits: tuple[Span, ...]
    current: int | None = None
    origin: Origin | None = None
    under_way: bool = False


class SaveState(StrEnum):
    """What is true of the annotations' file: `SAVED` is said only when the bytes are durable, in both its copies.

    `HALF`: one of the two could not be written; the notes are safe in the other.
    """

    SAVED = "saved"
    SAVING = "saving"
    HALF = "half"
    FAILED = "failed"


class NoticeKind(StrEnum):
    """What a notice asks for: news fades by itself, a question and a problem stay until answered or closed."""

    NEWS = "news"
    QUESTION = "question"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """One sentence for the reader: `code` names it (the window has its words), `details` fill its gaps.

    A detail is words, or why a file could not be written or read.

    `offers` are the ids of commands that answer it; the bar has a button for each.
    """

    code: str
    kind: NoticeKind
    details: Mapping[str, str | Failure] = field(default_factory=lambda: MappingProxyType({}))
    offers: tuple[str, ...] = ()


class Theme(StrEnum):
    """Which colours the window wears; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the reader set and every start remembers.

    `traditional` and `simplified` are ids of `desktop.script.VARIANTS`; `language` is "" (the system's), "zh_Hant",
    "zh_Hans" or "en"; `text_size` is the page's, in pixels; `color` is the mark that `annotate.highlight` makes.
    `edition` says whose dictionaries convert (an `Edition`); `choices_shown` marks the characters of which one
    simplified form stands for several traditional ones. `beside` has the files of notes kept beside their threads.
    """

    traditional: str = "standard"
    simplified: str = "mainland"
    theme: Theme = Theme.SYSTEM
    language: str = ""
    text_size: int = 20
    sidebar_shown: bool = True
    notes_shown: bool = True
    color: str = "gamboge"
    edition: str = Edition.REIMPLEMENTED.value
    choices_shown: bool = False
    beside: bool = False


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the window shows.

    `source_script` is what the document is written in, detected, or as the reader corrected it
    (`source_corrected`). `corrections` are the reader's own, of conversion. `answer` indexes `document.answers`.
    `positions` holds, by answer, the offset of the first line on the page. `placements` says, by id, where an
    annotation stands in this text. `active` is the annotation that commands act on, `passage` which of its passages
    (0: the first), `chosen` the ids of several that commands act on together (see `targets`), `latest` the one that
    was active last, on whichever page. `editing` is the one whose note is open. `can_undo` and `can_redo` follow the
    undo stack. `keywords` holds the leading terms by answer, None until they are known; `lit` the places of lit
    keywords. `kin` are the notes on a thread much like this one, which the reader is asked about.
    """

    document: Document | None = None
    source_script: SourceScript = SourceScript.TRADITIONAL
    source_corrected: bool = False
    corrections: Corrections = Corrections()  # noqa: RUF009 (a value that never changes)
    answer: int = 0
    script: Script = Script.ORIGINAL
    selection: Span | None = None
    positions: Mapping[int, int] = field(default_factory=_nothing)
    read: frozenset[int] = frozenset()
    annotations: Mapping[str, Annotation] = field(default_factory=_nothing)
    placements: Placements = field(default_factory=_nothing)
    active: str | None = None
    passage: int = 0
    chosen: frozenset[str] = frozenset()
    latest: str | None = None
    editing: str | None = None
    read_only: bool = False
    kin: NotesMatch | None = None
    can_undo: bool = False
    can_redo: bool = False
    keywords: Mapping[int, tuple[Term, ...]] | None = None
    lights: tuple[Light, ...] = ()
    lit: Mapping[int, tuple[LitSpan, ...]] = field(default_factory=_nothing)
    search: Search | None = None
    goal: Goal | None = None
    saving: SaveState = SaveState.SAVED
    notice: Notice | None = None
    recent: tuple[Path, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def manner(self) -> Manner:
        """How words of the thread are shown; while nothing of that changes, the same object."""
        preferences = self.preferences
        return manner_of(
            self.script,
            preferences.traditional,
            preferences.simplified,
            preferences.edition,
            self.corrections,
            self.source_script,
            self.source_corrected,
        )

    @property
    def targets(self) -> tuple[Annotation, ...]:
        """The annotations that commands act on: all those chosen together, else the active one."""
        if self.chosen:
            return tuple(annotation for key, annotation in self.annotations.items() if key in self.chosen)
        active = self.annotations.get(self.active or "")
        return () if active is None else (active,)

    @property
    def current(self) -> Answer | None:
        """The answer on the page, None when nothing is open."""
        return self.document.answers[self.answer] if self.document else None
