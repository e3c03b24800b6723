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
    """What the reader set and every start remembers."""

    traditional: str = "standard"
    """The variant in which traditional script is shown: an id of `desktop.script.VARIANTS`."""

    simplified: str = "mainland"
    """The variant in which simplified script is shown: an id of `desktop.script.VARIANTS`."""

    theme: Theme = Theme.SYSTEM
    """Which colours the window has."""

    language: str = ""
    """The language of the interface: "zh_Hant", "zh_Hans" or "en"; "" for the system's."""

    text_size: int = 20
    """The size of the page's text in pixels, one of `TEXT_SIZES`."""

    sidebar_shown: bool = True
    """Whether the list of authors is unfolded."""

    notes_shown: bool = True
    """Whether the panel of notes is unfolded."""

    color: str = "gamboge"
    """The colour in which `annotate.highlight` marks: a value of `desktop.annotations.Color`."""

    edition: str = Edition.REIMPLEMENTED.value
    """Whose dictionaries convert: a value of `desktop.script.Edition`."""

    choices_shown: bool = False
    """Whether characters are marked of which one simplified form stands for several traditional ones."""

    beside: bool = False
    """Whether files of notes are kept beside their threads, else in the data folder."""


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the window shows."""

    document: Document | None = None
    """The open thread, None before one is opened."""

    source_script: SourceScript = SourceScript.TRADITIONAL
    """What the document is written in, as it was detected or as the reader corrected it."""

    source_corrected: bool = False
    """Whether the reader said what the document is written in; then it holds for every answer."""

    corrections: Corrections = Corrections()  # noqa: RUF009 (a value that never changes)
    """The reader's own corrections of conversion, as their file says."""

    answer: int = 0
    """The answer on the page: an index into `document.answers`."""

    script: Script = Script.ORIGINAL
    """The script that is asked for; `ORIGINAL` shows the source as it is."""

    selection: Span | None = None
    """The words that are selected on the page; never empty."""

    positions: Mapping[int, int] = field(default_factory=_nothing)
    """Where each answer was left, by its index: the offset of the first line in sight."""

    read: frozenset[int] = frozenset()
    """The indices of the answers that were read to their end."""

    annotations: Mapping[str, Annotation] = field(default_factory=_nothing)
    """The annotations on the document, by id."""

    placements: Placements = field(default_factory=_nothing)
    """Where each of the annotations stands in this text, by id; it has the same keys."""

    active: str | None = None
    """The id of the annotation that commands act on."""

    passage: int = 0
    """Which passage of the active annotation commands act on; 0: the first."""

    chosen: frozenset[str] = frozenset()
    """The ids of several annotations that commands act on together, the active one among them; see `targets`."""

    latest: str | None = None
    """The id of the annotation that was active last, on whichever page; it may be gone by now."""

    editing: str | None = None
    """The id of the annotation whose note is open to be written in."""

    read_only: bool = False
    """Whether the notes can't be written to: their file was made by a later version, say."""

    similar: NotesMatch | None = None
    """The notes on a thread much like this one, which the reader is asked about."""

    can_undo: bool = False
    """Whether there is a step to take back."""

    can_redo: bool = False
    """Whether there is a step to make again."""

    keywords: Mapping[int, tuple[Term, ...]] | None = None
    """The leading terms of each answer, by its index; None until they are known."""

    lights: tuple[Light, ...] = ()
    """The keywords that are lit, in the order in which they were."""

    lit: Mapping[int, tuple[LitSpan, ...]] = field(default_factory=_nothing)
    """The places of lit keywords in text order, by the index of the answer; only answers that have some."""

    search: Search | None = None
    """What is looked for in the whole thread, None while nothing is."""

    goal: Goal | None = None
    """The place that the page was asked to go to last, until the reader leaves it."""

    saving: SaveState = SaveState.SAVED
    """What is true of the file of annotations."""

    notice: Notice | None = None
    """The sentence that is said to the reader."""

    recent: tuple[Path, ...] = ()
    """The files opened lately, the last one first."""

    preferences: Preferences = field(default_factory=Preferences)
    """What the reader set for all threads."""

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
