"""From what a container found in a file to one text with the thread on it.

The text has the question, then for each post its author's name, its blocks, and its comments in the same way, all
parted by blank lines. The same draft gives the same text every time.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.container import Extract
from desktop.documents.containers.drafts import NO_WORDS, BlockDraft, one_line
from desktop.documents.document import Answer, Block, BlockKind, Comment, Run
from desktop.documents.error import DocumentError, FileReason
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import CommentDraft, PostDraft, ThreadDraft

MOST_BLOCKS = 1_000_000
"""The blocks that a thread may have: they cost far more memory than their characters do."""

_LINE = re.compile("[^\n]+")


def compose(draft: ThreadDraft, file: ThreadFile) -> Extract:
    """Return the one text of `draft`, and the thread that lies on it; the name of `file` stands in for a title.

    Posts without words are left out, those with comments alone excepted. Raises DocumentError: EMPTY for a draft
    without words, TOO_LARGE for one of more than `MOST_BLOCKS`; DictionaryError if names have to be compared and the
    dictionaries are missing.
    """
    posts = [post for post in draft.posts if post.blocks or post.comments]
    if not posts:
        raise DocumentError(FileReason.EMPTY, file.path)
    count = sum(len(post.blocks) + sum(len(comment.blocks) for comment in post.comments) for post in posts)
    if count > MOST_BLOCKS:
        raise DocumentError(FileReason.TOO_LARGE, file.path)
    sheet = _Sheet()
    title = one_line(draft.title)
    title_span = sheet.line(title) if title else None
    answers = tuple(sheet.answer(post) for post in posts)
    return Extract(
        sheet.text,
        draft.encoding,
        title or file.stem,
        title_span,
        answers,
        tuple(draft.facts),
        draft.pictures,
        draft.unreadable,
        draft.skipped,
    )


def recomposed(text: str, authors: Collection[str], encoding: str, title: str) -> Extract:
    """Return the thread in a `text` that was composed once, as far as `authors` tell whose the answers are."""
    lines = [(Span(*match.span()), match[0]) for match in _LINE.finditer(text)]
    names = [number for number, (_, words) in enumerate(lines) if words in authors]
    bounds = pairwise((*names, len(lines)))
    answers = [
        Answer(lines[name][1], Span(spans[0].start, spans[-1].end), spans, lines[name][0])
        for name, end in bounds
        if (spans := tuple(span for span, _ in lines[name + 1 : end]))
    ]
    return Extract(text, encoding, title, None, tuple(answers))


class _Sheet:
    """The text that is being laid out."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def line(self, words: str, gap: str = "\n\n") -> Span:
        """Add `words` behind what is there, parted from it by `gap`; return where they stand."""
        if self._length:
            self._pieces.append(gap)
            self._length += len(gap)
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return Span(start, self._length)

    def answer(self, post: PostDraft) -> Answer:
        """Add a post and its comments."""
        author, author_span = self._name(post.author)
        body = self._body(post.blocks or (BlockDraft(NO_WORDS),))
        return Answer(
            author,
            body.span,
            body.paragraphs,
            author_span,
            body.blocks,
            tuple(self._comment(comment, author) for comment in post.comments if comment.blocks),
            tuple(post.facts),
            post.is_question,
            body.runs,
        )

    def _comment(self, comment: CommentDraft, answered: str) -> Comment:
        author, author_span = self._name(comment.author)
        body = self._body(comment.blocks)
        return Comment(
            author,
            body.span,
            body.paragraphs,
            _addressee(comment, answered),
            comment.depth,
            tuple(comment.facts),
            author_span,
            body.blocks,
            body.runs,
        )

    def _name(self, words: str) -> tuple[str, Span | None]:
        name = one_line(words)
        return name, self.line(name) if name else None

    def _body(self, drafts: Iterable[BlockDraft]) -> _Body:
        spans, blocks, runs = list[Span](), list[Block](), list[Run]()
        for draft in drafts:
            first, *more = draft.words.split("\n")
            lines = [self.line(first), *(self.line(words, "\n") for words in more)]
            spans += lines
            blocks.append(Block(Span(lines[0].start, lines[-1].end), draft.kind, draft.level, draft.picture))
            runs += _runs(draft, lines[0].start)
        return _Body(Span(spans[0].start, spans[-1].end), tuple(spans), tuple(blocks), tuple(runs))


def _runs(draft: BlockDraft, start: int) -> Sequence[Run]:
    """Return the runs of a block that stands at `start`, and as links the addresses that are words in it."""
    found = [Run(Span(*run[:2]).shifted(start), run.kind, run.address) for run in draft.runs]
    if draft.kind not in _LITERAL and "://" in draft.words:
        from desktop.documents.addresses import addresses_in

        found = sorted([*found, *addresses_in(draft.words, start, found)], key=lambda run: run.span)
    return found


_LITERAL = frozenset({BlockKind.CODE, BlockKind.FIGURE})


def _addressee(comment: CommentDraft, answered: str) -> str:
    """Return whom a comment replies to; "" for the author of the answer itself, in whichever script."""
    to = one_line(comment.to)
    if not to or comment.depth or not answered:
        return to
    from desktop.script.seen import search_key

    return "" if to == answered or search_key(to) == search_key(answered) else to


class _Body(NamedTuple):
    span: Span
    paragraphs: tuple[Span, ...]
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
