"""What a container finds in a file that isn't plain text: a thread whose parts have no place in a text yet.

A container makes a `ThreadDraft`, with a `BlockWriter` for each post that has more than plain paragraphs;
`desktop.documents.containers.composing` makes one text of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import NOTHING_SKIPPED, BlockKind, Fact, FactKind, RunKind, Skipped
from desktop.script.joints import WIDE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_WORDS = "▣"
"""What stands for a figure without alternative words, or for a post of which only the comments are there."""

# White space as HTML collapses it, and what else ends a line; U+3000 and NBSP are kept, as there.
_BLANKS = re.compile(r"([^\S\u3000\xa0]+)")
_EDGE = "\u3000\xa0\u200b\u2060\ufeff"
_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEVER = re.compile("[\0\ud800-\udfff]")


class RunDraft(NamedTuple):
    """Words that are set off, in code points of the words of their block."""

    start: int
    end: int
    kind: RunKind
    address: str = ""


class BlockDraft(NamedTuple):
    """A block before it has its place in the text; only code has line feeds in its words."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    runs: tuple[RunDraft, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class CommentDraft:
    """A comment before it has its place in the text: see `Comment`."""

    author: str
    blocks: Sequence[BlockDraft]
    to: str = ""
    depth: int = 0
    facts: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class PostDraft:
    """An answer, or the question's own text, before it has its place in the text: see `Answer`."""

    author: str
    blocks: Sequence[BlockDraft]
    comments: Sequence[CommentDraft] = ()
    facts: Sequence[Fact] = ()
    is_question: bool = False


@dataclass(frozen=True, slots=True)
class ThreadDraft:
    """What a container found in a file; `title` is "" where the file has none."""

    title: str
    posts: Sequence[PostDraft]
    facts: Sequence[Fact] = ()
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    encoding: str = "utf-8"
    unreadable: int = 0
    skipped: Skipped = NOTHING_SKIPPED


def fact(kind: FactKind, words: object) -> tuple[Fact, ...]:
    """Return one fact in a tuple, or none where there are no words or `words` is None: facts are added up.

    How many agree or replied is a number in digits, 12000 for "1.2 万"; what is no number is no fact.
    """
    said = one_line(str(words)) if words is not None else ""
    if kind is FactKind.ADDRESS and not is_web_address(said):
        return ()
    if kind in {FactKind.VOTES, FactKind.REPLIES}:
        from desktop.documents.amounts import amount_in

        amount = amount_in(said)
        said = "" if amount is None else str(amount)
    return (Fact(kind, said),) if said else ()


def is_web_address(words: str) -> bool:
    """Tell whether `words` are an address of the web, the only kind that is ever kept."""
    return re.match(r"https?://\S+$", words, re.IGNORECASE) is not None


def one_line(words: str) -> str:
    """Return `words` on one line, without white space and invisible characters around them."""
    return _clean(_BLANKS.sub(" ", words)).strip(" " + _EDGE)


def paragraphs(words: str) -> tuple[BlockDraft, ...]:
    """Return each line of plain `words` that isn't blank as a paragraph."""
    lines = (one_line(line) for line in _LINE_END.split(words))
    return tuple(BlockDraft(line) for line in lines if line)


class _Context(NamedTuple):
    kind: BlockKind
    level: int


class BlockWriter:
    """Collects the blocks of one post from words as they come, with white space collapsed as HTML does.

    Words go into the block that is being written, within the runs that are open. A line break between two Han
    characters or full-width marks goes, any other white space becomes one blank.
    """

    def __init__(self) -> None:
        self._blocks: list[BlockDraft] = []
        self._contexts = [_Context(BlockKind.PARAGRAPH, 1)]
        self._marker = ""
        self._words: list[str] = []
        self._length = 0
        self._gap = ""
        self._open: list[tuple[RunKind, str, int | None]] = []
        self._runs: list[RunDraft] = []

    @property
    def blocks(self) -> tuple[BlockDraft, ...]:
        """What was written; the last block is ended by this."""
        self.end_block()
        return tuple(self._blocks)

    # -- blocks -----------------------------------------------------------------------------------------------

    def begin(self, kind: BlockKind, level: int = 1, marker: str = "") -> None:
        """Write blocks of this kind until `end`; the first of them begins with `marker` ("• ", "1. ")."""
        self.end_block()
        self._contexts.append(_Context(kind, level))
        self._marker = marker

    def end(self) -> None:
        """Go back to the kind of block that was written before `begin`."""
        self.end_block()
        self._marker = ""
        if len(self._contexts) > 1:
            self._contexts.pop()

    def end_block(self) -> None:
        """End the block that is being written, if it has any words; the runs that are open go on in the next."""
        if not self._words:
            self._gap = ""
            return
        words = "".join(self._words)
        kept = words.rstrip(" " + _EDGE)
        self._close_runs(len(kept))
        if kept:
            kind, level = self._contexts[-1]
            self._blocks.append(BlockDraft(kept, kind, level, self._sorted_runs(len(kept))))
        self._words, self._runs, self._length, self._gap = [], [], 0, ""

    def _sorted_runs(self, end: int) -> tuple[RunDraft, ...]:
        """Return the runs of the words before `end`, in their order."""
        runs = (run._replace(end=min(run.end, end)) for run in self._runs if run.start < end)
        return tuple(sorted(runs, key=lambda run: run[:2])) if self._runs else ()

    def code(self, words: str) -> None:
        """Write a block of code, whose white space is kept; blank lines go."""
        self.end_block()
        lines = [_clean(line).rstrip() for line in _LINE_END.split(words.expandtabs(4))]
        kept = "\n".join(line for line in lines if line)
        if kept:
            self._blocks.append(BlockDraft(kept, BlockKind.CODE))

    def figure(self, alternative: str, picture: str = "") -> None:
        """Write a figure with its alternative words; `picture` is what `ThreadDraft.pictures` calls it."""
        self.end_block()
        self._blocks.append(BlockDraft(one_line(alternative) or NO_WORDS, BlockKind.FIGURE, picture=picture))

    # -- words and runs ---------------------------------------------------------------------------------------

    def words(self, words: str) -> None:
        """Write `words` behind those that are there."""
        if words and not _BLANKS.search(words):
            self._add(_clean(words))
            return
        for piece in _BLANKS.split(words):
            if not piece:
                continue
            if _BLANKS.fullmatch(piece):
                self._gap = " " if self._gap == " " or not _LINE_END.search(piece) else "\n"
            else:
                self._add(_clean(piece))

    def begin_run(self, kind: RunKind, address: str = "") -> None:
        """Set off the words from here to `end_run`. A link that leads anywhere but to the web is none."""
        self._open.append((kind, address if is_web_address(address) else "", None))

    def end_run(self) -> None:
        """End the run that was begun last."""
        if self._open:
            kind, address, start = self._open.pop()
            self._keep_run(kind, address, start, self._length)

    def _add(self, piece: str) -> None:
        if not self._length:
            piece = piece.lstrip(_EDGE)
            if not piece:
                return
            self._put(self._marker)
            self._marker = ""
        elif self._gap == " " or (self._gap and not (WIDE.match(self._words[-1][-1]) and WIDE.match(piece))):
            self._put(" ")
        self._gap = ""
        if self._open:
            start = self._length
            self._open = [(kind, address, start if at is None else at) for kind, address, at in self._open]
        self._put(piece)

    def _put(self, piece: str) -> None:
        if piece:
            self._words.append(piece)
            self._length += len(piece)

    def _close_runs(self, end: int) -> None:
        for kind, address, start in self._open:
            self._keep_run(kind, address, start, end)
        self._open = [(kind, address, None) for kind, address, _ in self._open]

    def _keep_run(self, kind: RunKind, address: str, start: int | None, end: int) -> None:
        if start is not None and start < end and (address or kind is not RunKind.LINK):
            self._runs.append(RunDraft(start, end, kind, address))


def _clean(words: str) -> str:
    """Return `words` with U+FFFD for what no text may have: NULs and lone surrogates."""
    return _NEVER.sub("\ufffd", words)
