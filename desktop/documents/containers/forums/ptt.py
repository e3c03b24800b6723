"""What PTT's posts have in common, whichever tool saved them: ids with nicks, wrapped lines, quotations, remarks.

The board wraps what is typed at 78 columns, a Han character being two of them, and quotes with `: ` before each line
below `※ 引述《id (nick)》之銘言：` (https://github.com/ptt/pttbbs, mbbsd/edit.c, mbbsd/bbs.c). A remark (推, 噓 or →)
has room for one line, so that people go on in the next.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.drafts import BlockWriter, CommentDraft, fact, one_line, paragraphs
from desktop.documents.document import BlockKind, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.documents.containers.drafts import BlockDraft
    from desktop.documents.document import Fact

# The editor wraps at 78 columns, word by word, and readers' windows a little before: a line that reaches the last few
# goes on in the next, one that reaches nearly as far does where it ends no sentence.
_FULL, _NEARLY_FULL = 75, 66
_ENDS = tuple("。！？…」』）；：!?")
_USER = re.compile(r"(?P<id>[A-Za-z][A-Za-z0-9]{1,12})(?:\s*\((?P<nick>.*)\))?\s*$")
_QUOTED = re.compile(r"(?:[:>]\s?)+")
_CITED = re.compile(r"※ 引述《(?P<id>[^》]*)》")
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b.")


class PttUser(NamedTuple):
    """Who writes: the id, which is the person, and what it is called."""

    id: str
    facts: tuple[Fact, ...] = ()


class Remark(NamedTuple):
    """A line below a post."""

    author: str
    words: str
    stance: str
    time: str = ""
    place: str = ""


def ptt_user(words: str) -> PttUser | None:
    """Return whom `id (nick)` means, None where that is no id."""
    found = _USER.match(words.strip())
    return PttUser(found["id"], fact(FactKind.NICK, found["nick"])) if found else None


def without_colours(words: str) -> str:
    """Return `words` without the codes by which a terminal changes its colour."""
    return _COLOURS.sub("", words) if "\x1b" in words else words


def body_blocks(lines: Sequence[str]) -> tuple[BlockDraft, ...]:
    """Return the body of a post: what the board had wrapped is joined to paragraphs, and quotations are quotes."""
    writer = BlockWriter()
    depth, wrapped = 0, False
    for line in lines:
        found = _QUOTED.match(line) if line[:1] in {":", ">"} else None
        level = found[0].count(":") + found[0].count(">") if found else int(_CITED.match(line) is not None)
        words = line[found.end() :] if found else line
        if level != depth:
            _begin_quotation(writer, depth, level)
            depth, wrapped = level, False
        if not wrapped:
            writer.end_block()
        writer.words(f"\n{words.strip()}")
        wrapped = _is_wrapped(line.rstrip())
    return writer.blocks


def comments_of(remarks: Iterable[Remark]) -> tuple[CommentDraft, ...]:
    """Return the remarks as comments: those in a row by one person are one of as many paragraphs.

    It has the stance and the time of the first.
    """
    found: list[CommentDraft] = []
    for author, group in groupby(remarks, key=lambda remark: remark.author):
        lines = list(group)
        first = lines[0]
        facts = (
            *fact(FactKind.STANCE, first.stance),
            *fact(FactKind.TIME, first.time),
            *fact(FactKind.PLACE, first.place),
        )
        blocks = tuple(block for line in lines for block in paragraphs(line.words))
        found.append(CommentDraft(one_line(author), blocks, facts=facts))
    return tuple(found)


def _begin_quotation(writer: BlockWriter, depth: int, level: int) -> None:
    if depth:
        writer.end()
    if level:
        writer.begin(BlockKind.QUOTE, level)


def _is_wrapped(line: str) -> bool:
    columns = _columns(line)
    return columns >= _FULL or (columns >= _NEARLY_FULL and not line.endswith(_ENDS))


def _columns(line: str) -> int:
    """Return how many columns of a terminal `line` takes."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
