"""A thread that was read as a draft again, its words as they are shown: what is written is what the reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, RunDraft, ThreadDraft, one_line
from desktop.documents.document import Block, BlockKind, FactKind
from desktop.documents.layouts.blocks import without_mark
from desktop.script import joined
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.documents.document import Answer, Comment, Document, Fact, Run
    from desktop.script import AlignedText
    from desktop.text import Span

    Apply = Callable[[str], AlignedText]
    """What shows one paragraph, or any other words on one line."""
    Showing = Callable[[str], Apply]
    """What gives, for all words of a post, a comment or a name, what shows its lines."""

_IN_WORDS = frozenset({FactKind.BADGE, FactKind.NICK, FactKind.PLACE, FactKind.STANCE, FactKind.FLOOR})
"""The facts that are in words, and not in numbers."""
_NEVER = re.compile("[\0\ud800-\udfff]")


def draft_as_shown(document: Document, showing: Showing, pause: Callable[[], None] = no_pause) -> ThreadDraft:
    """Return `document` as a draft; `showing` says how words are shown. `pause` is called before each post.

    In plain text, the marks that its headings, quotes and items begin with (`## `) are no words. Raises what
    `showing` and `pause` raise.
    """
    return _Showing(document, showing, pause).thread()


class _Showing:
    """Turns the spans of one document into words that are shown."""

    def __init__(self, document: Document, showing: Showing, pause: Callable[[], None]) -> None:
        self._document = document
        self._showing = showing
        self._pause = pause
        self._marks = document.origin.container == "text"

    def thread(self) -> ThreadDraft:
        document = self._document
        return ThreadDraft(
            self._name(document.title),
            [self._post(answer) for answer in document.answers],
            self._facts(document.facts),
            document.pictures,
        )

    def _post(self, answer: Answer) -> PostDraft:
        self._pause()
        return PostDraft(
            self._name(answer.author) if answer.author_span is not None else "",
            tuple(self._blocks(answer)),
            [self._comment(comment) for comment in answer.comments],
            self._facts(answer.facts),
            answer.is_question,
        )

    def _comment(self, comment: Comment) -> CommentDraft:
        blocks, facts = tuple(self._blocks(comment)), self._facts(comment.facts)
        return CommentDraft(self._name(comment.author), blocks, self._name(comment.to), comment.depth, facts)

    def _facts(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return `facts`, those in somebody's words as they are shown."""
        return tuple(
            fact._replace(words=self._name(fact.words)) if fact.kind in _IN_WORDS else fact for fact in facts
        )

    def _name(self, words: str) -> str:
        clean = one_line(words)
        return self._showing(clean)(clean).text if clean else ""

    def _blocks(self, part: Answer | Comment) -> Iterator[BlockDraft]:
        apply = self._showing(part.span.of(self._document.text))
        for block, lines in _lines_of(part.blocks, part.paragraphs):
            shown = [self._line(line, part.runs, apply) for line in lines]
            yield from self._drafts(block, shown)

    def _drafts(self, block: Block, lines: Sequence[tuple[str, tuple[RunDraft, ...]]]) -> Iterator[BlockDraft]:
        """Yield the lines of one block as a draft: of code as one, of all others, which have one line, each."""
        if block.kind is BlockKind.CODE and not self._marks:
            yield BlockDraft("\n".join(words for words, _ in lines), block.kind)
            return
        for words, runs in lines:
            kept = without_mark(words, block.kind) if self._marks else words
            gone = len(words) - len(kept)  # in front of the words: links keep their places in what is left
            moved = tuple(run._replace(start=run.start - gone, end=run.end - gone) for run in runs)
            picture = block.picture if block.picture in self._document.pictures else ""
            yield BlockDraft(kept, block.kind, block.level, moved, picture)

    def _line(self, line: Span, runs: Iterable[Run], apply: Apply) -> tuple[str, tuple[RunDraft, ...]]:
        """Return the words of a paragraph as they are shown, on one line, and where the runs in it are then."""
        source = line.of(self._document.text)
        lines = joined(_NEVER.sub("\ufffd", source))
        aligned = apply(lines.text)
        within = (run for run in runs if line.start <= run.span.start and run.span.end <= line.end)
        within_line = ((run, lines.to_display(run.span.shifted(-line.start))) for run in within)
        places = ((run, aligned.to_display(span)) for run, span in within_line)
        return aligned.text, tuple(
            RunDraft(place.start, place.end, run.kind, run.address) for run, place in places if place
        )


def _lines_of(blocks: Sequence[Block], paragraphs: Sequence[Span]) -> Iterator[tuple[Block, Sequence[Span]]]:
    """Yield each block with the paragraphs that lie in it; one that lies in none is a block by itself."""
    at = 0
    for block in blocks:
        while at < len(paragraphs) and paragraphs[at].end <= block.span.start:
            yield Block(paragraphs[at]), paragraphs[at : at + 1]
            at += 1
        end = at
        while end < len(paragraphs) and paragraphs[end].start < block.span.end:
            end += 1
        if end > at:
            yield block, paragraphs[at:end]
        at = end
    for paragraph in paragraphs[at:]:
        yield Block(paragraph), (paragraph,)
