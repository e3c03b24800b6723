"""The comments that a saver of Zhihu writes below an answer in Markdown.

zhihu-backup-collect (https://github.com/qtqz/zhihu-backup-collect) writes `### 甲 › 乙` for a comment of 甲 to 乙,
its words, and a line `08-16 上海 3 赞`; replies to it are in a quotation, each below `> #### 丙 › 甲`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, fact
from desktop.documents.containers.markdown.pieces import blocks_of_markdown
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.pictures import HeldPictures

_DEPTH = re.compile(r"(?:>[ \t]?)*")
_HEADING = re.compile(r"#{3,6}[ \t]+\S")
_LONGEST_FACTS = 100
_FACTS = re.compile(
    r"(?P<time>\d[\d:./-]*(?: \d\d:\d\d)?)?[ \t]*(?P<place>[^\d\s:./-]\S*)?[ \t]+(?P<votes>\d+)[ \t]*[赞讚贊]$"
)


def comments_of(lines: Sequence[str], pictures: HeldPictures | None = None) -> tuple[CommentDraft, ...]:
    """Return the comments in the `lines` below the heading that says that they follow."""
    parted = [(_DEPTH.match(line), line) for line in lines]
    rows = [(found[0].count(">"), line[found.end() :]) for found, line in parted if found is not None]
    starts = [number for number, (_, words) in enumerate(rows) if _HEADING.match(words)]
    ends = [*starts[1:], len(rows)]
    return tuple(_comment(rows[start:end], pictures) for start, end in zip(starts, ends, strict=False))


def _comment(rows: Sequence[tuple[int, str]], pictures: HeldPictures | None) -> CommentDraft:
    """Return the comment whose first row has its names."""
    depth, heading = rows[0]
    author, _, to = heading.lstrip("#").partition(" › ")
    body = [words for _, words in rows[1:]]
    last = next((number for number in range(len(body) - 1, -1, -1) if body[number].strip()), -1)
    said = _FACTS.match(body[last].strip()) if last >= 0 and len(body[last]) <= _LONGEST_FACTS else None
    facts = ()
    if said is not None:
        facts = (
            *fact(FactKind.TIME, said["time"]),
            *fact(FactKind.PLACE, said["place"]),
            *fact(FactKind.VOTES, said["votes"]),
        )
        body = body[:last]
    return CommentDraft(author.strip(), blocks_of_markdown("\n".join(body), pictures), to.strip(), depth, facts)
