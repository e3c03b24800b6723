"""A thread as Markdown (CommonMark with tables), to be read in any program and opened again by this one.

Below front matter stand `# question`, `## name` for each answer, a line of facts, the blocks, and under `### 評論` a
heading for each comment. A comment of HTML above each heading says what it heads, which no words of anybody can be
taken for, since every `<` in them is escaped; `desktop.documents.containers.markdown.own` has the form.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import one_line
from desktop.documents.containers.markdown.own import ANSWERS, BETWEEN_FACTS, FORM, LOWERED
from desktop.documents.document import BlockKind, FactKind, fact_of
from desktop.documents.picture_kinds import kind_of_picture
from desktop.documents.writing.markdown_words import escaped, marked_words
from desktop.documents.writing.marks import cells_of
from desktop.documents.writing.written import parted_marker, words_of_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, RunDraft, ThreadDraft
    from desktop.documents.document import Fact
    from desktop.documents.labels import Labels

_PARTED = "<!-- -->"
"""What stands between two lists or tables that would be one."""
_LOWEST = 6


def as_markdown(draft: ThreadDraft, labels: Labels) -> bytes:
    """Return `draft` as a Markdown file in UTF-8, pictures within it as `data:`."""
    title = one_line(draft.title)
    address = fact_of(draft.facts, FactKind.ADDRESS)
    front = ["---", f"title: {_quoted(title)}", f"lang: {labels.language}", f"form: {FORM}"]
    parts = ["\n".join([*front, *([f"url: {_quoted(address)}"] if address else []), "---"])]
    if title:
        parts.append(f"# {escaped(title)}")
    for post in draft.posts:
        if post.blocks or post.comments:
            parts += _post(post, draft.pictures, labels)
    return ("\n\n".join(parts) + "\n").encode()


def _quoted(words: str) -> str:
    """Return `words` as a scalar of YAML, in which a string of JSON is one."""
    return json.dumps(words, ensure_ascii=False)


def _post(post: PostDraft, pictures: Mapping[str, bytes], labels: Labels) -> Iterator[str]:
    kind = "question" if post.is_question else "answer"
    name = one_line(post.author)
    yield _marker(kind, name, post.facts)
    yield f"## {_name(name) if name else labels.asked if post.is_question else labels.unnamed}"
    yield from _below(post.facts, post.blocks, pictures, labels)
    if post.comments:
        yield f"<!-- comments -->\n\n### {labels.comments}"
    for comment in post.comments:
        yield from _comment(comment, pictures, labels)


def _comment(comment: CommentDraft, pictures: Mapping[str, bytes], labels: Labels) -> Iterator[str]:
    name, to = one_line(comment.author), one_line(comment.to)
    yield _marker(f"comment {comment.depth}", name, comment.facts)
    shown = _name(name) if name else labels.unnamed
    yield f"{'#' * min(comment.depth + 4, _LOWEST)} {shown}{ANSWERS + _name(to) if to else ''}"
    yield from _below(comment.facts, comment.blocks, pictures, labels)


def _below(
    facts: Sequence[Fact],
    blocks: Sequence[BlockDraft],
    pictures: Mapping[str, bytes],
    labels: Labels,
) -> Iterator[str]:
    """Yield what stands below the heading of a post or comment."""
    if facts:
        yield BETWEEN_FACTS.join(escaped(said).replace("·", "&middot;") for said in labels.said(facts))
    yield from _blocks(blocks, pictures)


def _marker(words: str, name: str, facts: Sequence[Fact]) -> str:
    return f"<!-- {words}{'' if name else ' unnamed'}{' facts' if facts else ''} -->"


def _name(words: str) -> str:
    """Return a name as a heading has it; a `›` in it is no sign of whom it answers."""
    return escaped(words).replace("›", "&rsaquo;")


# -- blocks --------------------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[BlockDraft], pictures: Mapping[str, bytes]) -> Iterator[str]:
    """Yield `blocks` in Markdown, each group of one kind by what that kind needs."""
    before: BlockKind | None = None
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        members = list(group)
        if kind is BlockKind.ITEM:
            yield from _items(members, parted=before is BlockKind.ITEM)
        elif kind is BlockKind.ROW:
            yield from _tables(members)
        else:
            yield from (_block(block, pictures) for block in members)
        before = kind


def _block(block: BlockDraft, pictures: Mapping[str, bytes]) -> str:
    words = marked_words(block.words, block.runs)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * max(1, min(block.level + LOWERED, _LOWEST))} {words}"
        case BlockKind.QUOTE:
            return f"{'> ' * max(block.level, 1)}{words}"
        case BlockKind.CODE:
            longest = max(map(len, re.findall("`+", block.words)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{block.words}\n{fence}"
        case BlockKind.FIGURE:
            return f"![{escaped(words_of_figure(block))}]({_data(pictures.get(block.picture, b''))})"
        case _:
            return words


def _data(picture: bytes) -> str:
    """Return a picture as an address that holds it; none where it is no picture."""
    kind = kind_of_picture(picture)
    return f"data:{kind.media_type};base64,{b64encode(picture).decode('ascii')}" if kind else ""


def _items(items: Iterable[BlockDraft], *, parted: bool) -> Iterator[str]:
    """Yield the lists that `items` are in; an item without a mark goes on with the one before it.

    A list goes on only with the next number, or with another dot: anything else begins one, apart from that before.
    """
    lines: list[str] = []
    open_lists: list[tuple[str, str]] = []
    for item in items:
        mark, words = parted_marker(item.words)
        if not mark:
            indent = open_lists[-1][1] if open_lists else ""
            lines += ["", f"{indent}{marked_words(item.words, item.runs)}", ""]
            continue
        level = max(1, min(item.level, len(open_lists) + 1))
        del open_lists[level:]
        last = open_lists[level - 1][0] if len(open_lists) == level else ""
        outer = open_lists[level - 2][1] if level > 1 else ""
        if (last and mark != _next(last)) or (parted and not open_lists):
            lines += ["", f"{outer}{_PARTED}", ""]
        sign = "- " if mark == "• " else mark
        open_lists[level - 1 :] = [(mark, f"{outer}{' ' * len(sign)}")]
        lines.append(f"{outer}{sign}{marked_words(words, _behind(item.runs, len(mark)))}")
    yield "\n".join(lines).strip("\n")


def _next(mark: str) -> str:
    """Return the mark of the item that follows one with `mark` in its list."""
    return mark if mark == "• " else f"{int(mark[:-2]) + 1}. "


def _behind(runs: Iterable[RunDraft], count: int) -> list[RunDraft]:
    """Return `runs` as they are in words that are cut by `count` code points in front."""
    return [run._replace(start=max(run.start - count, 0), end=run.end - count) for run in runs if run.end > count]


def _tables(rows: Iterable[BlockDraft]) -> Iterator[str]:
    """Yield the rows as tables: a row with more cells or fewer begins another one."""
    for number, (count, group) in enumerate(groupby(map(_row, rows), key=len)):
        lines = [f"| {' | '.join(cells)} |" for cells in group]
        lines.insert(1, f"|{' --- |' * count}")
        yield "\n".join(([_PARTED, ""] if number else []) + lines)


def _row(row: BlockDraft) -> tuple[str, ...]:
    return tuple(marked_words(words, runs) for words, runs in cells_of(row))
