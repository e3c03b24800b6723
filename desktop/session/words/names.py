"""The names of threads: found once for each, on a worker where that takes long, and kept for the last few.

They decide how words towards traditional script read in our own edition, so that a script is shown when they are
known, as it is when its tables are loaded: never first without them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.script import Edition, Names, SourceScript, are_ready, convert, find_names, joined, weigh_script
from desktop.session.work.latest import Latest
from desktop.session.work.yielding import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.documents import Document
    from desktop.script import ScriptEvidence
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.session.words.pages import Pages
    from desktop.session.work.table_loading import Key, TableLoader

_AT_ONCE = 44_000
"""Code points whose names are found within one frame or two (0.3 to 0.7 µs each): no file that is read at once, of
128 KiB at most, has more."""
_WHILE_READ = 600_000
"""Code points up to which a file that is read on a thread of its own comes with its names: in 0.4 s at most. Of a
giant thread the original is shown until they are found, rather than nothing for seconds."""
_MOST_KEPT = 8
"""Threads whose names are remembered: those that one goes back to."""
_CHUNK = 4_000
"""Code points between two pauses: 3 ms."""
_FINDING: Key = ("s2tw", Edition.BAIJIA)
_SIMPLIFYING: Key = ("t2s", Edition.REIMPLEMENTED)

KnownNames = tuple[Names, tuple[str, ...], Names]
"""The names in the text of a thread, who wrote in it, and the names with theirs and what a reader says of them."""


class ThreadNames:
    """Finds the names of threads and knows those found lately.

    What the text shows is known by its digest, for whichever version, file or pane has it; who wrote in a thread is
    asked of each document. `pages` tells what a document is written in, `tables` loads what is needed.
    """

    def __init__(self, pages: Pages, tables: TableLoader) -> None:
        self._pages = pages
        self._tables = tables
        self._kept: dict[str, Names] = {}
        self._search: _Search | None = None
        self._restored: KnownNames | None = None
        self._with_authors = Latest(self._joined)

    def restore(self, document: Document, found: Names, authors: tuple[str, ...], names: Names) -> None:
        """Know the names of a `document` as they were kept: `found` in its text, `names` with the `authors`."""
        self._restored = (found, authors, names)
        self._keep(document, found)

    def known(self, document: Document, manner: Manner) -> KnownNames | None:
        """Return what `restore` needs to know again the names that a `manner` has; None: they aren't known."""
        found = self._kept.get(document.sha256)
        if found is None or manner.names is None:
            return None
        return found, _authors(document), manner.names

    def lacking(self, state: State) -> Document | None:
        """Return the open document where what `state` shows asks for its names and they aren't known."""
        document, manners = state.document, {state.manner, *map(state.manner_in, state.panes)}
        if document is None or document.sha256 in self._kept:
            return None
        return document if any(self._are_asked_for(document, manner) for manner in manners) else None

    def found_in(self, document: Document) -> Names | None:
        """Return the names found in `document`, whatever a reader says of them; None: none are known yet."""
        found = self._kept.get(document.sha256)
        return None if found is None else self._with_authors(document, found)

    def has_simplified(self, document: Document, manner: Manner) -> bool:
        """Tell whether `document` has simplified text, in which names are decided."""
        return manner.source_script is SourceScript.SIMPLIFIED or self._pages.evidence(document).simplified > 0

    def put_in(self, state: State) -> State:
        """Return `state` with the names of its document; those that aren't known yet stay what they are."""
        document, manner = state.document, state.manner
        if document is None or document.sha256 not in self._kept:
            return state
        asked = manner.edition is Edition.BAIJIA and self.has_simplified(document, manner)
        names = self.found_in(document) if asked else None
        if names is not None and state.notes.names:
            from desktop.documents.chosen_names import as_said

            names = names.as_said(as_said(state.notes.names))
        return state if names == manner.names else replace(state, manner=replace(manner, names=names))

    def find_at_once(self, document: Document) -> bool:
        """Find the names of a short text, if all is loaded for it; return whether they are known now."""
        quick = len(document.text) <= _AT_ONCE and _are_ready(self._needed(document))
        if quick and document.sha256 not in self._kept:
            self.find(document)
        return document.sha256 in self._kept

    def prepare(self, document: Document, pause: Callable[[], None]) -> None:
        """Find the names of a text that is being opened, on a thread of its own, if that takes no second."""
        if len(document.text) > _WHILE_READ or document.sha256 in self._kept:
            return
        evidence = weigh_script(document.text)  # `pages` is asked about the open one meanwhile
        needed = _needed_for(evidence)
        if evidence.simplified and _are_ready(needed):
            with giving_way():
                self._keep(document, _Search(document, simplified=_SIMPLIFYING not in needed).go_on(pause))

    def find(self, document: Document, pause: Callable[[], None] | None = None) -> None:
        """Find the names of a text, on a worker, which may do other work whenever `pause` is called, and end there.

        Whoever asks again goes on where that was left. Raises DictionaryError.
        """
        if self._search is None or self._search.sha256 != document.sha256:
            self._search = _Search(document, simplified=_SIMPLIFYING not in self._needed(document))
        search = self._search
        self._tables.load(self._needed(document), pause)
        with giving_way():
            found = search.go_on(pause)
            self._with_authors(document, found)  # here rather than on the main thread: thousands take 20 ms or more
        self._search = None
        self._keep(document, found)

    def let_go(self, document: Document | None) -> None:
        """Keep no other text than that of the `document`, which is open now."""
        self._with_authors = Latest(self._joined)
        if self._search is not None and (document is None or self._search.sha256 != document.sha256):
            self._search = None

    def _keep(self, document: Document, found: Names) -> None:
        self._kept[document.sha256] = found
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)), None)

    def _are_asked_for(self, document: Document, manner: Manner) -> bool:
        return manner.conversion(SourceScript.SIMPLIFIED).goes_by_words and self.has_simplified(document, manner)

    def _needed(self, document: Document) -> tuple[Key, ...]:
        return _needed_for(self._pages.evidence(document))

    def _joined(self, document: Document, found: Names) -> Names:
        """Return what was `found` in the text together with who wrote in the thread as it is told now."""
        authors = _authors(document)
        if self._restored is not None and self._restored[:2] == (found, authors):
            return self._restored[2].as_said(())
        lines = "\n".join(authors)
        if _SIMPLIFYING in self._needed(document):
            lines = convert(lines, "t2s").text
        return found.joined(find_names("", lines.split("\n")))


class _Search:
    """What is found so far in one text, and what is left of it."""

    def __init__(self, document: Document, *, simplified: bool) -> None:
        self.sha256 = document.sha256
        self._simplified = simplified
        self._left = _chunks(document)
        self._found: dict[str, str] = {}

    def go_on(self, pause: Callable[[], None] | None) -> Names:
        """Return the names of the whole text, once the rest of it has been searched."""
        while True:
            if pause is not None:
                pause()  # in which another may have gone on
            chunk = next(self._left, None)
            if chunk is None:
                return Names(tuple(sorted(self._found.items())))
            simplified = chunk if self._simplified else convert(chunk, "t2s").text
            self._found.update(find_names(simplified).items)


def _authors(document: Document) -> tuple[str, ...]:
    """Return who wrote in `document`, each once."""
    authors = dict.fromkeys(answer.author for answer in document.answers)
    authors |= dict.fromkeys(comment.author for answer in document.answers for comment in answer.comments)
    return tuple(authors)


def _needed_for(evidence: ScriptEvidence) -> tuple[Key, ...]:
    """Return the tables by which names are found in a text with this `evidence`."""
    return (_FINDING, _SIMPLIFYING) if evidence.traditional else (_FINDING,)


def _are_ready(tables: tuple[Key, ...]) -> bool:
    return all(are_ready(*key) for key in tables)


def _chunks(document: Document) -> Iterator[str]:
    """Yield the title and all paragraphs of `document`, each on one line, some thousand code points together."""
    lines, size = [document.title], 0
    for answer in document.answers:
        for part in answer.parts():
            for paragraph in part.paragraphs:
                words = paragraph.of(document.text)
                lines.append(joined(words).text if "\n" in words else words)
                size += len(words)
                if size >= _CHUNK:
                    yield "\n".join(lines)
                    lines, size = [], 0
    yield "\n".join(lines)
