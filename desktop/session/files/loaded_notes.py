"""The notes on a document as values: what comes from their file, and which file that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.state import Notes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation, AnnotationStore, Loaded, Placements
    from desktop.annotations.recognition.catalogue import CatalogueEntry
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.documents.chosen_names import NameChoices
    from desktop.documents.naming import Naming
    from desktop.session.files.stamps import NotesStamps
    from desktop.session.state import Notice, State


class Sayings(NamedTuple):
    """What a reader said of a thread beside their notes: which lines are authors' names, how names are written."""

    naming: Naming = ()
    names: NameChoices = ()

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.naming or self.names)


NOTHING_SAID = Sayings()


def said_in(state: State) -> Sayings:
    """Return what `state` has of what the reader said of the open thread."""
    return Sayings(state.document.naming if state.document is not None else (), state.notes.names)


def heeding(state: State, names: NameChoices) -> State:
    """Return `state` with what others have said of `names`, too."""
    joined = _together(state.notes.names, names)
    return state if joined is state.notes.names else replace(state, notes=replace(state.notes, names=joined))


def _together(ours: NameChoices, theirs: NameChoices) -> NameChoices:
    if not theirs:
        return ours
    from desktop.documents.chosen_names import choices_joined

    return choices_joined(ours, theirs)


class LoadedNotes(NamedTuple):
    """The notes on a document as they come from their file, and what there is to say of it.

    `said` is what the reader said of the thread besides. `similar` are those on a similar thread, which the reader is
    asked about; `ours` tells whose notes they are, None: the document's own, if it has any.
    """

    annotations: Mapping[str, Annotation]
    placements: Placements
    read_only: bool
    notice: Notice | None
    similar: NotesMatch | None = None
    ours: NotesMatch | None = None
    said: Sayings = NOTHING_SAID

    def lacks(self, others: Loaded) -> bool:
        """Tell whether `others`, kept in another file, have anything to add: a copied note keeps its id there.

        Where they stand says nothing, for that is found for each text.
        """
        from desktop.annotations.merge import merge, same_but_for_places
        from desktop.documents.chosen_names import choices_joined
        from desktop.documents.naming import holding, joined
        from desktop.session.naming.taking_over import is_as

        for key, one in merge({}, self.annotations, others.annotations).items():
            ours = self.annotations.get(key)
            if ours is None or not (one is ours or same_but_for_places(one, ours)):
                return True
        ours, names = holding(self.said.naming), self.said.names
        known, written = {line.id: line for line in ours}, {choice.name: choice for choice in names}
        lines, theirs = joined(ours, holding(others.naming)), choices_joined(names, others.names)
        return any(not is_as(line, known.get(line.id)) for line in lines) or any(
            not choice.says_as(written.get(choice.name)) for choice in theirs
        )


NO_NOTES = LoadedNotes(MappingProxyType({}), MappingProxyType({}), read_only=False, notice=None)
"""What comes of a document without a file of notes."""


@dataclass(frozen=True, slots=True, eq=False)
class NotesInUse:
    """The `store` with the open document's notes, and what was last taken over from it (`base`).

    `stamps` are those that were seen before it was read, or since.
    """

    store: AnnotationStore
    base: Mapping[str, Annotation] | None
    stamps: NotesStamps

    @property
    def name(self) -> str:
        """The name of the file's second copy, which it keeps wherever it goes."""
        return self.store.mirror.name

    @property
    def has_files(self) -> bool:
        """Whether anything has ever been saved in it; where the disk doesn't tell, something may have been."""
        try:
            return self.store.has_files
        except OSError:
            return True


class KnownNotes(NamedTuple):
    """The annotations on a document, and what was said of it, that are in their file, or on their way there.

    `text` is the document's: with another naming it is another document, of the very same text.
    """

    text: str
    annotations: Mapping[str, Annotation]
    said: Sayings = NOTHING_SAID

    def holds_all(self, state: State) -> bool:
        """Tell whether `state` has nothing else, or is of another text: nothing of it is to be saved then."""
        document = state.document
        if document is None or document.text is not self.text:
            return True
        return said_in(state) == self.said and state.notes.annotations is self.annotations


def notes_opened(taken: LoadedNotes, before: Notes) -> Notes:
    """Return the notes `taken` for a document that is opened, with none of them in hand."""
    return Notes(
        taken.annotations,
        taken.placements,
        latest=before.latest,
        read_only=taken.read_only,
        names=taken.said.names,
        similar=taken.similar,
    )


def notes_again(taken: LoadedNotes, before: Notes) -> Notes:
    """Return the notes `taken` for a later version of the open document, with what is in hand as it was `before`."""
    notes = before.with_records(taken.annotations, taken.placements)
    names = _together(before.names, taken.said.names)
    notes = replace(notes, read_only=taken.read_only, similar=taken.similar, names=names)
    return replace(notes, editing=None) if taken.read_only else notes


def resolved(taken: LoadedNotes, document: Document) -> LoadedNotes:
    """Return `taken` with a record in each annotation of where it was found, for the next version to go on from."""
    if taken.read_only:
        return taken
    from desktop.session.files.locations import resolve_all

    return taken._replace(annotations=resolve_all(taken.annotations, taken.placements, document))


def differing(one: Mapping[str, Annotation], other: Mapping[str, Annotation]) -> set[str]:
    """Return the ids of the annotations that aren't the same in both."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


def is_known_to(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether the file of notes `entry` says that it is on this very text, in this place."""
    return entry.sha256 == document.sha256 and str(document.path) in entry.paths


def is_noted(state: State) -> bool:
    """Tell whether the reader has made anything of the open thread that is kept in its file of notes."""
    said = said_in(state)
    return bool(state.notes.annotations) or any(one.is_name is not None for one in (*said.naming, *said.names))


def holds_more(state: State, annotations: Mapping[str, Annotation], said: Sayings) -> bool:
    """Tell whether `state` has anything else than these, which are in the file."""
    return state.notes.annotations != annotations or (state.document is not None and said_in(state) != said)


def is_of_place(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether the notes of `entry` are on what was in the very place of `document` before."""
    return str(document.path) in entry.paths
