"""Markdown as blocks, piece by piece: what markdown-it finds at the top level of a source.

The dialect is CommonMark with tables (https://spec.commonmark.org/0.31.2/), save for three of its rules that hurt
threads as people save them: lines that are indented by four blanks are paragraphs and no code, a row of hyphens is a
rule and never makes the line above a heading, and `**……。**` is bold though Han follows it at once. No HTML is made
of it, and what is raw HTML in it is taken for its words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt

from desktop.documents.containers.drafts import NO_WORDS, BlockDraft, BlockWriter, one_line
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.document import BlockKind, RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping, Sequence

    from markdown_it.token import Token

_LONGEST_INLINE = 50_000
"""The code points that one paragraph may have to be looked through for marks, which can take quadratic time."""
_DEEPEST = 200
"""The levels of blocks that markdown-it goes down, two for a list; what is deeper it leaves out."""
_DEEPEST_INLINE = 20
_MARK_OF_DEPTH = r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
_TOO_DEEP = re.compile(rf"^(?P<kept>(?:{_MARK_OF_DEPTH}){{40}})(?:{_MARK_OF_DEPTH})+", re.MULTILINE)
# Chinese marks and wide blanks, and what stands for each while markdown-it looks for marks of its own: by the rule of
# CommonMark a mark before `**` that Han follows would keep bold from ending there, and wide blanks within a tag can
# be cut in so many ways that its pattern never ends. The stand-ins are characters that Unicode leaves without a
# meaning; a file that has them itself has U+FFFD for them.
_BLANKS = (
    "\u3000\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\x85\u2028\u2029"
)
_CHINESE = f"{_BLANKS}，。！？；：、…—“”‘’「」『』（）《》〈〉【】〔〕·～"
_STAND_INS = "".join(map(chr, range(0xF0000, 0xF0000 + len(_CHINESE))))
_AWAY = str.maketrans(_CHINESE + _STAND_INS, _STAND_INS + "\ufffd" * len(_STAND_INS))
_BACK = str.maketrans(_STAND_INS, _CHINESE)
_DATA = re.compile(r"(?P<before>\]\(\s*<?|\]:\s*<?|src=[\"']?)(?P<address>data:[\w/.+-]*;base64,[A-Za-z0-9+/=]+)")
_SENTENCE_END = re.compile(r"[。！？…!?；;：:”」』）)]$")
_BREAK = re.compile(r"<br\s*/?>$", re.IGNORECASE)
_MARK = re.compile(r"[\\`*_\[\]<&!]| {2}\n")
_RUNS = {"strong_open": RunKind.BOLD, "em_open": RunKind.EMPHASIS, "link_open": RunKind.LINK}
_RUN_TAGS = {"<strong>": RunKind.BOLD, "<b>": RunKind.BOLD, "<em>": RunKind.EMPHASIS, "<i>": RunKind.EMPHASIS}
_RUN_ENDS = frozenset({"</strong>", "</b>", "</em>", "</i>"})
_HELD = "held-picture-"


class MarkdownPiece(NamedTuple):
    """What stands at the top level of a source: a heading, a paragraph, a list; a rule has no blocks."""

    kind: str
    """What markdown-it calls it: `heading`, `paragraph`, `hr`, `blockquote`."""
    level: int
    """A heading's level, 1 for the highest; 0 for all others."""
    blocks: tuple[BlockDraft, ...]
    line: int
    """Its first line in the source, from 0."""
    end: int
    """The line behind its last."""

    @property
    def words(self) -> str:
        """The words of all its blocks on one line."""
        return " ".join(block.words for block in self.blocks)

    @property
    def address(self) -> str:
        """Where the first of its links leads to, "" where it has none."""
        return next((run.address for block in self.blocks for run in block.runs if run.address), "")


def pieces_of(source: str, pictures: HeldPictures | None = None) -> tuple[MarkdownPiece, ...]:
    """Return the pieces of `source`, whose line ends are LF; `pictures` takes in those that it holds."""
    held: list[str] = []
    source = _TOO_DEEP.sub(lambda found: found["kept"], source)
    source = source.translate(_AWAY)
    if "data:" in source:
        source = _DATA.sub(lambda found: f"{found['before']}{_kept(held, found['address'])}", source)
    known = _Pictures(pictures or HeldPictures(), held)
    environment: dict[str, object] = {}
    tokens = _parser(_DEEPEST).parse(source, environment)
    return tuple(_piece(piece, known, environment) for piece in _top_level(tokens))


def blocks_of_markdown(source: str, pictures: HeldPictures | None = None) -> tuple[BlockDraft, ...]:
    """Return all blocks of `source`."""
    return blocks_of_pieces(pieces_of(source, pictures))


def blocks_of_pieces(pieces: Iterable[MarkdownPiece]) -> tuple[BlockDraft, ...]:
    """Return the blocks of `pieces` in a row."""
    return tuple(block for piece in pieces for block in piece.blocks)


def _kept(held: list[str], address: str) -> str:
    """Keep a long address out of the parser's way; return what stands for it."""
    held.append(address)
    return f"{_HELD}{len(held) - 1}"


class _Dialect(MarkdownIt):
    """The parser, which leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the name that markdown-it has)
        return url.replace(" ", "%20")


@cache
def _parser(deepest: int) -> MarkdownIt:
    parser = _Dialect("commonmark", {"maxNesting": deepest})
    return parser.enable("table").disable(["lheading", "code", "inline"])


def _top_level(tokens: Iterable[Token]) -> Iterable[list[Token]]:
    """Yield the tokens of each piece."""
    piece: list[Token] = []
    depth = 0
    for token in tokens:
        piece.append(token)
        depth += token.nesting
        if not depth:
            yield piece
            piece = []


def _piece(tokens: Sequence[Token], pictures: _Pictures, environment: MutableMapping[str, object]) -> MarkdownPiece:
    first = tokens[0]
    start, end = first.map or (0, 0)
    scribe = _Scribe(pictures, environment)
    scribe.write(tokens)
    blocks = tuple(block for block in scribe.writer.blocks if block.words.strip("| "))
    kind = first.type.removesuffix("_open")
    return MarkdownPiece(kind, int(first.tag[1]) if kind == "heading" else 0, blocks, start, end)


class _Pictures:
    """The pictures of a source, whose addresses were replaced by short ones."""

    def __init__(self, shelf: HeldPictures, held: Sequence[str]) -> None:
        self.shelf = shelf
        self._held = held

    def name_of(self, address: str) -> str:
        number = address.removeprefix(_HELD)
        if number != address and number.isdecimal() and int(number) < len(self._held):
            return self.shelf.name_of(self._held[int(number)])
        return self.shelf.name_of(unquote(_restored(address)))


class _Scribe:
    """Writes the tokens of markdown-it as blocks and runs."""

    def __init__(self, pictures: _Pictures, environment: MutableMapping[str, object]) -> None:
        self.writer = BlockWriter()
        self._pictures = pictures
        self._environment = environment
        self._quotes = 0
        self._numbers: list[int | None] = []
        self._on_one_line = False
        self._cells = 0

    def write(self, tokens: Iterable[Token]) -> None:
        """Write `tokens` behind what is there."""
        for token in tokens:
            name, _, way = token.type.rpartition("_")
            if way == "open":
                self._open(name, token)
            elif way == "close":
                self._close(name)
            elif token.type == "inline":
                self._inline(token.content)
            elif token.type in {"fence", "code_block"}:
                self.writer.code(_restored(token.content))
            elif token.type == "html_block":
                self._markup(_restored(token.content))

    def _open(self, name: str, token: Token) -> None:
        match name:
            case "heading":
                self._on_one_line = True
                self.writer.begin(BlockKind.HEADING, int(token.tag[1]))
            case "blockquote":
                self._quotes += 1
                self.writer.begin(BlockKind.QUOTE, self._quotes)
            case "bullet_list":
                self._numbers.append(None)
            case "ordered_list":
                start = token.attrs.get("start", 1)
                self._numbers.append(start if isinstance(start, int) else 1)
            case "list_item":
                self.writer.begin(BlockKind.ITEM, len(self._numbers), self._marker())
            case "tr":
                self._on_one_line = True
                self._cells = 0
                self.writer.begin(BlockKind.ROW)
            case "th" | "td":
                self.writer.words(" | " if self._cells else "")
                self._cells += 1
            case _:
                self.writer.end_block()

    def _close(self, name: str) -> None:
        match name:
            case "heading" | "tr":
                self._on_one_line = False
                self.writer.end()
            case "blockquote":
                self._quotes -= 1
                self.writer.end()
            case "bullet_list" | "ordered_list":
                self._numbers.pop()
            case "list_item":
                self.writer.end()
            case "th" | "td":
                pass
            case _:
                self.writer.end_block()

    def _marker(self) -> str:
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return "• "
        self._numbers[-1] = number + 1
        return f"{number}. "

    def _markup(self, markup: str) -> None:
        from desktop.documents.containers.markup import blocks_of_markup

        self.writer.end_block()
        for block in blocks_of_markup(markup, self._pictures.shelf):
            if block.kind is BlockKind.FIGURE:
                self.writer.figure(block.words, block.picture)
            else:
                self.writer.words(block.words)
                self.writer.end_block()

    # -- words and runs ---------------------------------------------------------------------------------------

    def _inline(self, source: str) -> None:
        """Write a paragraph: what has no mark in it, or is too long to look for them, is not looked through."""
        breaks = "\n" in source and _ends_sentences(_restored(source))
        if len(source) > _LONGEST_INLINE or not _MARK.search(source):
            for number, line in enumerate(source.split("\n")):
                if number and breaks:
                    self._break()
                self.writer.words(f"\n{_restored(line)}")
            return
        children: list[Token] = []
        parser = _parser(_DEEPEST_INLINE)
        parser.inline.parse(source, parser, self._environment, children)
        for child in children:
            self._child(child, breaks=breaks)

    def _child(self, child: Token, *, breaks: bool) -> None:
        writer = self.writer
        match child.type:
            case "text" | "text_special":
                writer.words(_restored(child.content))
            case "softbreak" if not breaks:
                writer.words("\n")
            case "softbreak" | "hardbreak":
                self._break()
            case "code_inline":
                writer.begin_run(RunKind.CODE)
                writer.words(_restored(child.content))
                writer.end_run()
            case "image":
                self._figure(_restored(_words_in(child)), str(child.attrs.get("src", "")))
            case "strong_open" | "em_open" | "link_open":
                writer.begin_run(_RUNS[child.type], _restored(str(child.attrs.get("href", ""))))
            case "strong_close" | "em_close" | "link_close":
                writer.end_run()
            case "html_inline":
                self._tag(_restored(child.content))
            case _:
                pass

    def _tag(self, tag: str) -> None:
        if _BREAK.match(tag):
            self._break()
        elif run := _RUN_TAGS.get(tag.lower()):
            self.writer.begin_run(run)
        elif tag.lower() in _RUN_ENDS:
            self.writer.end_run()
        elif tag[:4].lower() == "<img":
            from selectolax.lexbor import LexborHTMLParser

            image = LexborHTMLParser(tag).css_first("img")
            if image is not None:
                self._figure(image.attributes.get("alt") or "", image.attributes.get("src") or "")

    def _break(self) -> None:
        if self._on_one_line:
            self.writer.words(" ")
        else:
            self.writer.end_block()

    def _figure(self, alternative: str, address: str) -> None:
        if self._on_one_line:
            self.writer.words(one_line(alternative) or NO_WORDS)
        else:
            self.writer.figure(alternative, self._pictures.name_of(address))


def _restored(words: str) -> str:
    """Return `words` with the Chinese marks that were replaced."""
    return words if words.isascii() else words.translate(_BACK)


def _ends_sentences(source: str) -> bool:
    """Tell whether each line of a paragraph but the last ends a sentence: then its lines are paragraphs."""
    lines = source.split("\n")
    return len(lines) > 1 and all(_SENTENCE_END.search(line.rstrip(" *_")) for line in lines[:-1])


def _words_in(image: Token) -> str:
    """Return the alternative words of an image, without marks."""
    return "".join(" " if child.type.endswith("break") else child.content for child in image.children or ())
