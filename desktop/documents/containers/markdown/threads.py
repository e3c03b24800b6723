"""The container of Markdown: a question and its answers as tools of the web, note books and blogs save them.

The structures of known savers are in `savers`; any other file shows its authors by bylines or headings, by the same
rule as plain text does. Which files are Markdown is told by what is in them: front matter, a saver's structure, or
many marks that plain text doesn't have; a few are enough in a file that is called `.md`.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, fact
from desktop.documents.containers.markdown.front_matter import front_matter
from desktop.documents.containers.markdown.own import of_baijia
from desktop.documents.containers.markdown.pieces import MarkdownPiece, blocks_of_pieces, pieces_of
from desktop.documents.containers.markdown.savers import (
    front_facts,
    of_fields,
    of_front_matter,
    of_sections,
    of_votes,
    question_of,
    title_and_rest,
)
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.document import FactKind
from desktop.documents.error import DocumentError
from desktop.documents.layouts.apart import set_apart
from desktop.documents.layouts.facts import facts_alone
from desktop.documents.layouts.marked import marked
from desktop.documents.layouts.outline import TextLine, is_blank, text_lines, title_of
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.markdown.front_matter import FrontMatter
    from desktop.documents.document import Fact

_LARGEST = 16 << 20
"""In code points: what is larger is read as plain text, which takes a hundredth of the time."""
_LARGEST_INFO = 1 << 20
_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_SAMPLE = 200_000
_SAVED = re.compile(
    r"^# \[[^\]\n]+的(?:回答|答案)\]\("
    r"|^## 作者\s*[:：].*(?:赞同|贊同)\s*[:：]\s*\d"
    r"|\A\s*# .+\n\s*\*\*作者(?:[:：]\*\*|\*\*\s*[:：])",
    re.MULTILINE,
)
_LINKS = re.compile(r"\]\((?:https?://|data:image/)")
_MARKS = re.compile(
    r"^(?:#{1,6} +| {0,3}[-*+] +| {0,3}\d{1,3}[.)] +|> ?)(?=\S)|^```|\*\*[^*\n]+\*\*|!?\[[^\[\]\n]*\]\([^()\n]+\)",
    re.MULTILINE,
)
_FEW, _MANY = 2, 6
_BLOG = frozenset({"layout", "categories", "category", "permalink", "draft", "slug", "excerpt", "toc", "image"})


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is Markdown, and not plain text with a mark here and there."""
    try:
        text = file.decoded().text
    except DocumentError:
        return False
    if len(text) > _LARGEST or is_blank(text):
        return False
    if front_matter(text) is not None or _SAVED.search(text):
        return True
    sample = text[:_SAMPLE]
    marks = len(_MARKS.findall(sample))
    if not (file.member or file.path.name).lower().endswith(_ENDINGS):
        return marks >= _MANY and len(_LINKS.findall(sample)) >= _FEW
    return marks >= _FEW and not _is_laid_out_plainly(text)


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the thread in a Markdown file. Raises DocumentError for one that is no text."""
    found = file.decoded(encoding)
    pictures = HeldPictures(file.beside)
    thread = _with_info(_thread(found.text, pictures), file.beside("info.json"))
    return replace(thread, encoding=found.encoding, unreadable=found.unreadable, pictures=pictures.pictures)


def _with_info(thread: ThreadDraft, info: bytes | None) -> ThreadDraft:
    """Return a one-answer `thread` with what the `info.json` beside it says, where there is one.

    Howardzhangdqs's downloader of Zhihu writes it: `title`, `url`, and `author` as a name, or as a mapping with one.
    """
    if info is None or len(info) > _LARGEST_INFO or len(thread.posts) != 1 or thread.posts[0].author:
        return thread
    try:
        loaded: object = json.loads(info)
    except (ValueError, RecursionError):
        return thread
    said = cast("dict[str, object]", loaded) if isinstance(loaded, dict) else {}
    author, title = said.get("author"), said.get("title")
    name = cast("dict[str, object]", author).get("name") if isinstance(author, dict) else author
    if not isinstance(name, str) or not isinstance(title, str):
        return thread
    post = thread.posts[0]
    facts = post.facts or fact(FactKind.ADDRESS, said.get("url"))
    return replace(thread, title=question_of(title) or thread.title, posts=[replace(post, author=name, facts=facts)])


def _thread(text: str, pictures: HeldPictures) -> ThreadDraft:
    front = front_matter(text)
    body = front.body if front else text
    pieces, lines = pieces_of(body, pictures), body.split("\n")
    known = of_baijia(pieces, front, lines)
    known = (
        known or of_sections(pieces, front, lines, pictures) or of_votes(pieces) or of_fields(pieces, lines, pictures)
    )
    if known is not None:
        return known
    if front is not None and (front.words("author", "authors", "creator") or _BLOG & front.fields.keys()):
        return of_front_matter(pieces, front, lines, pictures)
    return _by_headings(pieces, front)


def _by_headings(pieces: Sequence[MarkdownPiece], front: FrontMatter | None) -> ThreadDraft:
    """Return the thread whose authors are shown by bylines or headings; without those, it is one post by nobody."""
    facts = front_facts(front) if front else ()
    shown = [piece for piece in pieces if piece.blocks]
    if front:
        title, shown = title_and_rest(shown, front)
        shown = [MarkdownPiece("heading", 1, (BlockDraft(title),), 0, 0), *shown] if title else shown
    lines = _lines(shown)
    outline = marked(lines) if lines else None
    if outline is None:
        first = title_of(lines, ()) if lines else None
        rest = shown[1:] if first else shown
        return ThreadDraft(first.words if first else "", [PostDraft("", blocks_of_pieces(rest), facts=facts)])
    start = outline.title.line + 1 if outline.title else 0
    question = blocks_of_pieces(shown[start : outline.authors[0].line])
    posts = [PostDraft("", question, is_question=True)]
    ends = [*(author.line for author in outline.authors), len(shown)]
    for author, (line, end) in zip(outline.authors, pairwise(ends), strict=True):
        body, said = _without_facts([shown[at] for at in range(line + 1, end) if at not in outline.others])
        posts.append(PostDraft(author.words, blocks_of_pieces(body), facts=(*author.facts, *said)))
    return ThreadDraft(outline.title.words if outline.title else "", posts, facts)


def _without_facts(pieces: Sequence[MarkdownPiece]) -> tuple[Sequence[MarkdownPiece], tuple[Fact, ...]]:
    """Return the pieces of an answer without those at either end that say facts of it alone, and these."""
    facts: tuple[Fact, ...] = ()
    while len(pieces) > 1 and (found := facts_alone(pieces[0].words)):
        pieces, facts = pieces[1:], (*facts, *found)
    while len(pieces) > 1 and (found := facts_alone(pieces[-1].words)):
        pieces, facts = pieces[:-1], (*facts, *found)
    return pieces, facts


def _lines(pieces: Sequence[MarkdownPiece]) -> tuple[TextLine, ...]:
    """Return each of `pieces` as the line that it would be in plain text, headings with their marks."""
    gaps = [0, *(max(two.line - one.end, 0) for one, two in pairwise(pieces)), 0]
    found: list[TextLine] = []
    at = 0
    for number, piece in enumerate(pieces):
        words = f"{'#' * piece.level} {piece.words}" if piece.level else piece.words
        found.append(TextLine(words, Span(at, at + len(words)), gaps[number], gaps[number + 1]))
        at += len(words) + 1
    return tuple(found)


def _is_laid_out_plainly(text: str) -> bool:
    """Tell whether authors' names stand apart in `text` by more blank lines than Markdown has between paragraphs."""
    if text.count("\n\n\n") < _FEW or re.search(r"^#{1,6} ", text, re.MULTILINE):
        return False
    outline = set_apart(text_lines(text))
    return outline is not None and len(outline.authors) > 1
