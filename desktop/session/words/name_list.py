"""The names found in the open thread, for a reader to look through: where each stands, and how it can be written.

A thread is gone through on a worker, from the first time that the list is asked for.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.documents.chosen_names import as_said, is_choosable
from desktop.script import (
    NO_NAMES,
    AlignedText,
    Edition,
    Reason,
    Script,
    SourceScript,
    callings_of,
    convert,
    forms_of,
    has_several_forms,
    in_region,
    joined,
    name_lister,
)
from desktop.session.work.tasks import Tasks
from desktop.session.work.yielding import giving_way
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.documents import Document
    from desktop.documents.chosen_names import NameChoices
    from desktop.script import Conversion, NameLister, Names
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.names import ThreadNames
    from desktop.session.work.worker import Worker

log = logging.getLogger(__name__)

_CHUNK = 4_000
"""Code points between two pauses."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name of the thread, by its simplified form `name`, and the source spans of its `places`, in order.

    An empty one is at the start of an answer: by whom it is called so. `writings` are how the source writes it.
    """

    name: str
    reason: Reason
    places: tuple[Span, ...]
    writings: tuple[str, ...]


class NameList(QObject):
    """Lists the names of the open thread; `found` is None until they are known.

    What a reader says of one changes no place, so the thread is gone through again only for words that are new.
    """

    changed = Signal()
    """Emitted when `found` is another list."""

    def __init__(self, store: Store, names: ThreadNames, worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._names = names
        self.found: tuple[FoundName, ...] | None = None
        self._asked: tuple[Document, frozenset[str]] | None = None
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        store.changed.connect(self._on_changed)

    @property
    def is_told(self) -> bool:
        """Whether the open thread has names that are decided here: one that has simplified text."""
        state = self._store.state
        return state.document is not None and self._names.has_simplified(state.document, state.manner)

    def prepare(self) -> None:
        """Have the list made for the open thread, unless it is or is being made."""
        state = self._store.state
        document, said = state.document, _spoken_of(state)
        if document is None:
            self._asked, self.found = None, ()
            return
        if self._asked is not None and self._asked[0] is document and said <= self._asked[1]:
            return
        if self._asked is None or self._asked[0] is not document:
            self.found = None
        self._asked = document, said
        told = self.is_told
        work = partial(self._find, document, state.notes.names, self._tasks.pause, told=told)
        self._tasks.start("list", work, self._on_found)

    def forms(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the forms that a simplified `name` can have, each with how the page would show it: none twice."""
        config = self._conversion.config
        shown: dict[str, str] = {}
        for form in (*self._current(name), *forms_of(name)):
            shown.setdefault(in_region(form, config), form)
        now = self.written(name)
        return tuple(sorted(((form, words) for words, form in shown.items()), key=lambda one: one[1] != now))

    def written(self, name: str) -> str:
        """Return how the page shows a simplified `name` in traditional script, by our own edition."""
        return self._conversion.apply(name).text

    def selected(self) -> tuple[str, str, str] | None:
        """Return the selected words as a name: in simplified script, the form that it has, and as the page shows it.

        None where they can be none. Words in traditional script are written as they are.
        """
        state = self._store.state
        if state.document is None or not state.pane.selection:
            return None
        words = state.document.words_at(state.pane.selection).strip()
        name = convert(words, "t2s").text
        form = words if name != words else self.forms(name)[0][0]
        return (name, form, in_region(form, self._conversion.config)) if is_choosable(name, form) else None

    def stop(self) -> None:
        """Find nothing from now on."""
        self._tasks.close()

    @property
    def _conversion(self) -> Conversion:
        """What shows a name in traditional script, by our own edition, as the names in the thread are decided now."""
        state = self._store.state
        found = self._names.found_in(state.document) if state.document is not None else None
        names = (found or NO_NAMES).as_said(as_said(state.notes.names))
        manner = replace(state.focused_manner.in_script(Script.TRADITIONAL), edition=Edition.BAIJIA)
        return replace(manner.conversion(SourceScript.SIMPLIFIED), names=names)

    def _current(self, name: str) -> Iterator[str]:
        """Yield the form that a reader chose for `name`, whatever it is."""
        yield from (choice.form for choice in self._store.state.notes.names if choice.name == name and choice.is_name)

    def _find(
        self, document: Document, said: NameChoices, pause: Callable[[], None], *, told: bool
    ) -> tuple[FoundName, ...]:
        """Return the names of `document`, on a worker. Raises DictionaryError."""
        if not told:
            return ()
        if self._names.found_in(document) is None:
            self._names.find(document, pause)
        names = self._names.found_in(document) or NO_NAMES
        with giving_way():
            return _listed(document, names.as_said(as_said(said)), pause)

    def _on_found(self, found: tuple[FoundName, ...]) -> None:
        self.found = found
        self.changed.emit()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s of names failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self._on_found(())

    def _on_changed(self, old: State, new: State) -> None:
        """Let go of the list of a thread that is open no more; go through it for words that are new."""
        if self._asked is None:
            return
        if old.document is not new.document:
            self._asked, self.found = None, None
            self._tasks.cancel("list")
            self.changed.emit()
        elif old.notes.names is not new.notes.names:
            self.prepare()
            self.changed.emit()


def _spoken_of(state: State) -> frozenset[str]:
    return frozenset(choice.name for choice in state.notes.names)


def _listed(document: Document, names: Names, pause: Callable[[], None]) -> tuple[FoundName, ...]:
    """Return the names of a `document`, those with most places first."""
    authors = [answer.author for answer in document.answers]
    authors += [comment.author for answer in document.answers for comment in answer.comments]
    simplified = dict(zip(dict.fromkeys(authors), _simplified(dict.fromkeys(authors)), strict=True))
    callings = {author: callings_of([words], has_several_forms) for author, words in simplified.items()}
    lister = name_lister(names, (each for called in callings.values() for each in called))
    found: dict[str, dict[Span, tuple[Reason, str]]] = {}
    size = 0
    for answer in document.answers:
        for each in callings[answer.author]:
            span = Span(answer.span.start, answer.span.start)
            found.setdefault(each, {})[span] = Reason.AUTHOR, answer.author
        for part in answer.parts():
            for paragraph in part.paragraphs:
                for name, span, reason in _in_paragraph(document, paragraph, lister):
                    found.setdefault(name, {})[span] = reason, span.of(document.text)
                size += len(paragraph)
                if size > _CHUNK:
                    size = 0
                    pause()
    spoken = {name for name, _ in names.said}
    listed = [_as_found(name, places) for name, places in found.items() if name in spoken or len(forms_of(name)) > 1]
    listed += [FoundName(name, Reason.READER, (), ()) for name in sorted(spoken - found.keys())]
    return tuple(sorted(listed, key=lambda one: (-len(one.places), one.name)))


def _simplified(authors: Iterable[str]) -> list[str]:
    return convert("\n".join(each.replace("\n", " ") for each in authors), "t2s").text.split("\n")


def _as_found(name: str, places: dict[Span, tuple[Reason, str]]) -> FoundName:
    ranks = list(Reason)
    reason = min((reason for reason, _ in places.values()), key=ranks.index)
    by_author = all(not span for span in places)
    writings = dict.fromkeys(words for span, (_, words) in places.items() if span or by_author)
    return FoundName(name, reason, tuple(sorted(places)), tuple(writings))


def _in_paragraph(document: Document, paragraph: Span, lister: NameLister) -> Iterator[tuple[str, Span, Reason]]:
    """Yield each name in a `paragraph`, in simplified script, its source span, and by what it is one."""
    words = paragraph.of(document.text)
    lines = joined(words) if "\n" in words else AlignedText.identity(words)
    plain = convert(lines.text, "t2s")
    for span, reason in lister.places(plain.text):
        place = lines.to_source(plain.to_source(span))
        yield span.of(plain.text), place.shifted(paragraph.start), reason
