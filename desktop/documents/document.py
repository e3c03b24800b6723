"""What a thread is once it has been read: a source text, and the structure that lies on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from desktop.documents.naming import Naming


WITHIN = "?"
"""Between the path of a folder or zip and the name of a thread in it: what no file is called on Windows, and hardly
any elsewhere."""

PLAIN = "text"
"""The id of the container of plain text."""


class BlockKind(StrEnum):
    """What a block is to whoever wrote it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CODE = "code"
    ROW = "row"
    FIGURE = "figure"


class Block(NamedTuple):
    """A part of a post with a shape of its own, as a heading or a quote, in code points of `Document.text`."""

    span: Span
    """From its first character to its last; of plain text, with a mark such as `## ` or `> `."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    """A heading's level, 1 for the highest; how many quotes or lists a quote or item is nested in, itself included;
    else 1."""
    picture: str = ""
    """What `Document.pictures` knows a figure's picture by; "" where the file doesn't hold it. The block's words are
    the alternative to the picture."""


class RunKind(StrEnum):
    """How some words within a paragraph are set off by whoever wrote them."""

    BOLD = "bold"
    EMPHASIS = "emphasis"
    LINK = "link"
    CODE = "code"


class Run(NamedTuple):
    """Some words within one paragraph that are set off, in code points of `Document.text`. Runs may overlap."""

    span: Span
    kind: RunKind
    address: str = ""
    """Where a link leads to: http or https; "" for all others."""


class FactKind(StrEnum):
    """What a saved thread can say about a post, a comment, or all of itself."""

    TIME = "time"
    """When it was written."""
    EDITED = "edited"
    """When it was last changed."""
    VOTES = "votes"
    """How many agree: a number in digits."""
    REPLIES = "replies"
    """How many comments there were on the site, of which the file may hold fewer: a number in digits."""
    ADDRESS = "address"
    """Where it stands on the web: http or https."""
    PLACE = "place"
    """Where its author wrote from."""
    FLOOR = "floor"
    """Its number in the thread."""
    BADGE = "badge"
    """What its author is known as."""
    NICK = "nick"
    """What its author is also called, where the name is an id."""
    STANCE = "stance"
    """For or against, as PTT's 推, 噓 and →."""


class Fact(NamedTuple):
    """Something that a saved thread says about a post: when it was written, how many agree, where it stands."""

    kind: FactKind
    words: str
    """What it is, on one line and never empty: as the file has it, but for numbers, and for times that it counts in
    seconds."""


def fact_of(facts: Iterable[Fact], kind: FactKind) -> str:
    """Return the words of the first of `facts` of a `kind`, "" where there is none."""
    return next((fact.words for fact in facts if fact.kind is kind), "")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote about an answer; every span is in code points of `Document.text`."""

    author: str
    """The bare name of who wrote it; "" where the text doesn't say."""
    span: Span
    """From the first character of the first paragraph to the last of the last."""
    paragraphs: tuple[Span, ...]
    """Its lines of text, without indentation and blank lines."""
    to: str = ""
    """The bare name of whom it replies to; "" for the answer's own author."""
    depth: int = 0
    """How many comments it is below: 0 for one on the answer itself."""
    facts: tuple[Fact, ...] = ()
    """What the file says about it."""
    author_span: Span | None = None
    """Where the name stands; None where the text doesn't say."""
    blocks: tuple[Block, ...] = ()
    """What the paragraphs are, in order: each of them lies in one block."""
    runs: tuple[Run, ...] = ()
    """The words that are set off within them, in the order of the text."""

    @property
    def extent(self) -> Span:
        """From the name to the last character."""
        return self.span if self.author_span is None else Span(self.author_span.start, self.span.end)


class Part(NamedTuple):
    """What one person wrote in one go, mostly in one script: an answer, a comment, or the name above a comment."""

    span: Span
    """From the first character to the last."""
    paragraphs: tuple[Span, ...]
    """Its lines of text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer; every span is in code points of `Document.text`."""

    author: str
    """The bare name; "" if the text names nobody."""
    span: Span
    """From the first character of the first paragraph to the last of the last."""
    paragraphs: tuple[Span, ...]
    """Its lines of text, without indentation and blank lines. A paragraph of plain text that was broken at a fixed
    width has several lines, with a line feed within its span: `desktop.script.joined` reads it on one."""
    author_span: Span | None = None
    """Where the name stands; None when the file's own name stands in for it, or nothing does."""
    blocks: tuple[Block, ...] = ()
    """What the paragraphs are, in order: each of them lies in one block."""
    comments: tuple[Comment, ...] = ()
    """What was written about it, in the order of the text; plain text has none."""
    facts: tuple[Fact, ...] = ()
    """What the file says about it."""
    is_question: bool = False
    """Whether this is the question's own text, which is first of the answers; `author` is then who asked."""
    runs: tuple[Run, ...] = ()
    """The words that are set off within the paragraphs, in the order of the text."""
    unread: int = 0
    """How many code points of the paragraphs only join their lines, where these were broken at a fixed width."""

    @property
    def extent(self) -> Span:
        """From the first character of the answer to the last of the last comment on it."""
        return Span(self.span.start, max(self.span.end, self.comments[-1].span.end if self.comments else 0))

    @property
    def own_part(self) -> Part:
        """The answer's own words."""
        return Part(self.span, self.paragraphs)

    def parts(self) -> Iterator[Part]:
        """Yield the answer's own words and those of its comments, with the names above these, in text order."""
        yield self.own_part
        for comment in self.comments:
            if comment.author_span is not None:
                yield Part(comment.author_span, (comment.author_span,))
            yield Part(comment.span, comment.paragraphs)

    def part_at(self, offset: int) -> Part:
        """Return the part that code point `offset` lies in; where it lies in none, the answer's own words."""
        if offset <= self.span.end or not self.comments:
            return self.own_part
        return next((part for part in self.parts() if part.span.start <= offset <= part.span.end), self.own_part)

    def comment_at(self, offset: int) -> Comment | None:
        """Return the comment that code point `offset` lies in, its author's name included; None in none."""
        if offset <= self.span.end:
            return None
        return next((c for c in self.comments if c.extent.start <= offset <= c.extent.end), None)

    @property
    def length(self) -> int:
        """The answer's length in code points as it is read: without blank lines, indentation, and joints of lines."""
        return sum(len(paragraph) for paragraph in self.paragraphs) - self.unread


class Skipped(NamedTuple):
    """How many files of a folder or zip were passed over: nothing of them is in any thread."""

    unreadable: int = 0
    """Those that could not be read: damaged, forbidden, protected by a password."""
    too_large: int = 0
    others: int = 0
    """Those that are no threads, as PDF or the files of an office program."""


NOTHING_SKIPPED = Skipped()


class ThreadOrigin(NamedTuple):
    """Where a thread was read from."""

    path: Path
    """The file, folder or zip as it was asked for."""
    container: str
    """The id of the container that read it."""
    member: str = ""
    """Which of the threads that `path` holds it is; "" for the only one."""

    @property
    def address(self) -> Path:
        """What `open_document` opens it by."""
        return self.path / WITHIN / self.member if self.member else self.path


@dataclass(frozen=True, slots=True)
class Document:
    """A thread that was read."""

    title: str
    """The question; the file's name where the text has none."""
    text: str
    """The source, which never changes: what a container made of the file, in reading order.

    Of plain text that is the decoded file with its BOM stripped and CRLF and CR turned into LF, nothing else.
    """
    sha256: str
    """The hex digest of `text` in UTF-8, so that a file that was only re-encoded is the same document."""
    encoding: str
    """The name that Python knows the file's encoding by."""
    answers: tuple[Answer, ...]
    """In the order of the text; none where the text is blank."""
    origin: ThreadOrigin
    """Where it was read from."""
    title_span: Span | None = None
    """Where the question stands in `text`; None when the file's name stands in for it."""
    facts: tuple[Fact, ...] = ()
    """What the file says about the whole thread."""
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """The pictures that the file itself holds, as files of their own, by what `Block.picture` calls them."""
    unreadable: int = 0
    """How many characters of the file could not be read: each is U+FFFD in `text`."""
    skipped: Skipped = NOTHING_SKIPPED
    """What was passed over in the folder or zip that it is in."""
    naming: Naming = ()
    """What a reader said of lines of a plain text, that they are authors' names or none: the answers are by that."""

    @property
    def path(self) -> Path:
        """What it is opened by again, and told from others by: the file, or a name within a folder or zip."""
        return self.origin.address

    @property
    def is_plain(self) -> bool:
        """Whether this is a plain text, whose authors are told by its layout, or by a reader."""
        return self.origin.container == PLAIN

    @property
    def is_essay(self) -> bool:
        """Whether this is one text, of which the file doesn't say who wrote it."""
        return len(self.answers) == 1 and self.answers[0].author_span is None

    def words_at(self, span: Span) -> str:
        """Return the words at `span` as they are read: the lines of a paragraph that has several on one."""
        if self.text.find("\n", span.start, span.end) < 0:
            return span.of(self.text)
        from desktop.script import joined_within

        parts = (part for answer in self.answers if answer.extent.overlaps(span) for part in answer.parts())
        return joined_within(self.text, span, (one for part in parts for one in part.paragraphs))

    def answer_at(self, offset: int) -> int | None:
        """Return the index of the answer that holds code point `offset`, or whose comments do; None between them."""
        return next((i for i, a in enumerate(self.answers) if a.extent.start <= offset <= a.extent.end), None)

    def author_at(self, offset: int) -> str | None:
        """Return who wrote what stands at code point `offset`: an answer or a comment; None between answers."""
        index = self.answer_at(offset)
        if index is None:
            return None
        comment = self.answers[index].comment_at(offset)
        return self.answers[index].author if comment is None else comment.author
