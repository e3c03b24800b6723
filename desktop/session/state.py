"""The one state of the app: a frozen value of a few frozen groups, which is replaced, never changed.

Widgets compare groups and their fields with `is`, so what did not change keeps its identity. Every position is a
span or an offset in code points of the document's source text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.session.changes import Changes
from desktop.session.listing import Listing, Order
from desktop.session.manner import Manner
from desktop.session.pane import OtherSide, Pane

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation, Placements
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Answer, Document
    from desktop.documents.chosen_names import NameChoices
    from desktop.keywords import PairTerms, Term
    from desktop.session.failure import Failure
    from desktop.session.own.own import Own
    from desktop.session.search import Concordance, Search, SearchMode
    from desktop.text import Span

LIGHT_SLOTS = 12
"""How many keyword lights there can be: each slot has a line of its own, and the last four share four colours."""

TEXT_SIZES = range(14, 41)
"""The sizes of the page's text that can be chosen, in pixels."""

LEFT_SHARES = range(150, 851)
"""How much of their width the left one of two panes can have, in thousandths."""


class Light(NamedTuple):
    """A keyword that is lit: `term` as the reader or the source writes it, `slot` (0..11) for its line and colour."""

    term: str
    slot: int


class LitSpan(NamedTuple):
    """One place where a lit keyword stands."""

    span: Span
    slot: int


class SaveState(StrEnum):
    """What is true of the annotations' file: `SAVED` only when both copies are durable; `HALF`: one of the two is."""

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


class Panel(StrEnum):
    """What the panel at the right of the page shows."""

    NOTES = "notes"
    WORDS = "words"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the reader set for all threads and every start remembers, beside what is in the `Manner`."""

    theme: Theme = Theme.SYSTEM
    """Which colours the window has."""

    language: str = ""
    """The language of the interface: "zh_Hant", "zh_Hans" or "en"; "" for the system's."""

    text_size: int = 20
    """The size of the page's text in pixels, one of `TEXT_SIZES`."""

    sidebar_shown: bool = True
    """Whether the list of authors is unfolded."""

    notes_shown: bool = True
    """Whether the panel at the right is unfolded, whatever it shows; it once had notes alone."""

    panel: Panel = Panel.NOTES
    """What the panel at the right shows while it is unfolded."""

    color: str = "gamboge"
    """The colour in which `annotate.highlight` marks: a value of `desktop.annotations.Color`."""

    choices_shown: bool = False
    """Whether characters are marked of which one simplified form stands for several traditional ones."""

    beside: bool = False
    """Whether files of notes are kept beside their threads, else in the data folder."""

    order: Order = Order.THREAD
    """In which order the answers of a thread are listed that has none of its own."""

    left_share: int = 500
    """How much of their width the left one of two panes has, in thousandths: one of `LEFT_SHARES`."""

    scripts_together: bool = True
    """Whether one answer in two scripts scrolls as one."""

    answers_together: bool = False
    """Whether two answers side by side scroll together."""

    shared_shown: bool = True
    """Whether what two answers share is shown above them."""


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notes:
    """The annotations on the document, and which of them commands act on."""

    annotations: Mapping[str, Annotation] = field(default_factory=_nothing)
    """The annotations, by id."""

    placements: Placements = field(default_factory=_nothing)
    """Where each of the annotations stands in this text, by id; it has the same keys."""

    active: str | None = None
    """The id of the annotation that commands act on. Another one is set by `with_active` alone."""

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

    names: NameChoices = ()
    """What the reader said of names in the thread: how they are written, or that they are none."""

    similar: NotesMatch | None = None
    """The notes on a thread much like this one, which the reader is asked about."""

    @property
    def targets(self) -> tuple[Annotation, ...]:
        """The annotations that commands act on: all those chosen together, else the active one."""
        if self.chosen:
            return tuple(annotation for key, annotation in self.annotations.items() if key in self.chosen)
        active = self.annotations.get(self.active or "")
        return () if active is None else (active,)

    def with_records(self, annotations: Mapping[str, Annotation], placements: Placements) -> Notes:
        """Return these notes with other annotations, which stand at `placements`; none that is gone is in hand."""
        kept = self if self.active in annotations else self.with_active(None)
        return replace(
            kept,
            annotations=annotations,
            placements=placements,
            chosen=kept.chosen & annotations.keys(),
            editing=self.editing if self.editing in annotations else None,
        )

    def with_active(
        self, active: str | None, *, passage: int | None = None, chosen: frozenset[str] | None = None
    ) -> Notes:
        """Return these notes with another annotation active: it alone is meant, and its first passage.

        Unless `passage` and `chosen` say otherwise; for the annotation that is active already, they stay. None is
        active where there is none of this id: it may have gone, with the thread that it was on.
        """
        active = active if active in self.annotations else None
        if active != self.active:
            passage, chosen = passage or 0, chosen or frozenset()
        return replace(
            self,
            active=active,
            passage=self.passage if passage is None else passage,
            chosen=self.chosen if chosen is None else chosen,
            latest=active or self.latest,
        )


class LitPerson(NamedTuple):
    """Somebody whose words alone are in ink: `spans` in text order, with every place of the name."""

    key: str
    spans: tuple[Span, ...]


class PairWords(NamedTuple):
    """What two answers share, and what only one of them has: the `terms` of `answers`, two indices."""

    answers: tuple[int, int]
    terms: PairTerms


@dataclass(frozen=True, slots=True)
class Lighting:
    """The keywords of the thread that are lit, and those that can be."""

    terms: tuple[Light, ...] = ()
    """The keywords that are lit, in the order in which they were."""

    places: Mapping[int, tuple[LitSpan, ...]] = field(default_factory=_nothing)
    """The places of lit keywords in text order, by the index of the answer; only answers that have some."""

    keywords: Mapping[int, tuple[Term, ...]] | None = None
    """The leading terms of each answer, by its index; None until they are known."""

    person: LitPerson | None = None
    """Whose words alone are in ink; None: everybody's."""
    pair: PairWords | None = None
    """The words of the two answers that were compared last."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """Whether the history has a step to go."""

    back: bool = False
    """Whether there is a step to take back."""

    forth: bool = False
    """Whether there is a step to make again."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the window shows."""

    document: Document | None = None
    """The open thread, None before one is opened."""

    manner: Manner = Manner()  # noqa: RUF009 (a value that never changes)
    """How the thread's words are shown, wherever a pane has no script of its own."""

    panes: tuple[Pane, ...] = (Pane(),)
    """The answers on show, from left to right: one, or two."""

    focus: int = 0
    """The pane that commands act on: an index into `panes`."""

    awaited: OtherSide | None = None
    """What is to stand beside the one pane, as it did when the thread was left, as soon as it can be shown."""

    read: frozenset[int] = frozenset()
    """The indices of the answers that were read to their end."""

    listing: Listing = Listing()  # noqa: RUF009 (a value that never changes)
    """How the sidebar lists who wrote in the thread."""

    notes: Notes = Notes()
    """The annotations, and which of them commands act on."""

    changes: Changes = Changes()  # noqa: RUF009 (a value that never changes)
    """What is otherwise in the thread than when it was last read."""

    saving: SaveState = SaveState.SAVED
    """What is true of the file of annotations."""

    own: Own | None = None
    """What the reader has made of words; None until that was read, after the first page."""

    lights: Lighting = Lighting()
    """The keywords that are lit or can be."""

    search: Search | None = None
    """What is looked for, None while nothing is."""

    search_mode: SearchMode | None = None
    """How it is looked for; None: as `PLAIN` says."""

    concordance: Concordance | None = None
    """The lines that are listed below the page, None while none are."""

    undoable: Undoable = Undoable()
    """Whether there is something to take back or to make again."""

    notice: Notice | None = None
    """The sentence that is said to the reader."""

    recent: tuple[Path, ...] = ()
    """The files opened lately, the last one first."""

    preferences: Preferences = field(default_factory=Preferences)
    """What the reader set for all threads."""

    @property
    def pane(self) -> Pane:
        """The pane that commands act on."""
        return self.panes[self.focus]

    @property
    def current(self) -> Answer | None:
        """The answer in the pane that commands act on, None when nothing is open."""
        return self.document.answers[self.pane.answer] if self.document else None

    @property
    def focused_manner(self) -> Manner:
        """How the pane in focus shows words, and all around it: sidebar, chips, cards."""
        return self.manner_in(self.pane)

    def manner_in(self, pane: Pane) -> Manner:
        """Return how `pane` shows words; while nothing of that changes, the same object."""
        return self.manner if pane.script is None else self.manner.in_script(pane.script)

    @property
    def on_show(self) -> Span | None:
        """What of the source the pane in focus shows: the answer, with its comments where they are unfolded."""
        return self._on_show(self.pane)

    def _on_show(self, pane: Pane) -> Span | None:
        if self.document is None:
            return None
        answer = self.document.answers[pane.answer]
        return answer.extent if pane.is_unfolded else answer.span

    @property
    def selection_beside(self) -> Span | None:
        """The words that are selected in the other pane, where that shows the same answer as the one in focus."""
        others = (pane for index, pane in enumerate(self.panes) if index != self.focus)
        return next((pane.selection for pane in others if pane.answer == self.pane.answer), None)

    def seen_from(self, index: int) -> State:
        """Return this state as the pane `index` sees it: with the focus on that; of the one in focus, itself.

        One that has been closed sees what the last one does.
        """
        index = min(index, len(self.panes) - 1)
        return self if index == self.focus else replace(self, focus=index)

    def with_pane(self, pane: Pane, index: int | None = None) -> State:
        """Return this state with `pane` in the place of the one at `index`; None: of the one in focus.

        Where it is to go to a place in a comment, the comments are unfolded: whoever goes there needn't know of it.
        """
        index = self.focus if index is None else index
        pane = self._revealing(pane)
        return replace(self, panes=(*self.panes[:index], pane, *self.panes[index + 1 :]))

    def _revealing(self, pane: Pane) -> Pane:
        shown = self._on_show(pane) if pane.goal is not None and not pane.is_unfolded else None
        if shown is None or pane.goal is None or pane.goal.span.end <= shown.end:
            return pane
        return replace(pane, unfolded=pane.unfolded | {pane.answer})

    def pane_with_key(self, key: int) -> int | None:
        """Return the index of the pane that has this key, None once it was closed."""
        return next((index for index, pane in enumerate(self.panes) if pane.key == key), None)

    def pane_with_answer(self, answer: int) -> int:
        """Return the index of the pane to show an answer in: one that does, before all others the one in focus."""
        shown = [pane.answer == answer for pane in self.panes]
        return self.focus if shown[self.focus] or True not in shown else shown.index(True)

    def pane_showing(self, span: Span) -> int | None:
        """Return the index of a pane that shows `span` whole, the one in focus before the other."""
        shown = [(place := self._on_show(pane)) is not None and place.contains(span) for pane in self.panes]
        return self.focus if shown[self.focus] else shown.index(True) if True in shown else None

    def alone(self, pane: Pane) -> State:
        """Return this state with one pane, `pane`; everything is shown in the script that it was shown in."""
        return replace(self, manner=self.manner_in(pane), panes=(replace(pane, script=None),), focus=0)

    def activating(
        self, active: str | None, *, passage: int | None = None, chosen: frozenset[str] | None = None
    ) -> State:
        """Return this state with another annotation active, as `Notes.with_active` says.

        The place gone to is left then: it was the other annotation's, or is the reader's no more. In a pane that
        hasn't the focus, it is left where it is the other annotation's.
        """
        notes = self.notes.with_active(active, passage=passage, chosen=chosen)
        if notes.active == self.notes.active:
            return replace(self, notes=notes)
        left = {place.span for place in self.notes.placements.get(self.notes.active or "", ())}
        panes = tuple(pane.leaving(left) for pane in self.panes)
        return replace(self, notes=notes, panes=panes).with_pane(replace(self.pane, goal=None))

    def taking_in_hand(self, active: str, passage: int | None = None) -> State:
        """Return this state with an annotation active, and no words selected beside it."""
        state = self.activating(active, passage=passage)
        return state.with_pane(replace(state.pane, selection=None))
