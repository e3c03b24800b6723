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
    from collections.abc import Iterator, Sequence

    from desktop.documents.containers.pictures import HeldPictures

_DEPTH = re.compile(r"(?:>[ \t]?)*")
_NAMES = re.compile(r"#{3,6}[ \t]+(?P<author>\S.*?)(?:[ \t]+›[ \t]+(?P<to>\S.*?))?[ \t]*$")
_FACTS = re.compile(
    r"(?P<time>\d[\d:./-]*(?: \d\d:\d\d)?)?[ \t]*(?P<place>[^\d\s:./-]\S*)?[ \t]+(?P<votes>\d+)[ \t]*[赞讚贊]$"
)


def comments_of(lines: Sequence[str], pictures: HeldPictures | None = None) -> tuple[CommentDraft, ...]:
    """Return the comments in the `lines` below the heading that says that they follow."""
    parted = [(_DEPTH.match(line), line) for line in lines]
    rows = [(found[0].count(">"), line[found.end() :]) for found, line in parted if found is not None]
    starts = [number for number, (_, words) in enumerate(rows) if _NAMES.match(words)]
    ends = [*starts[1:], len(rows)]
    return tuple(
        comment for start, end in zip(starts, ends, strict=False) for comment in _comment(rows[start:end], pictures)
    )


def _comment(rows: Sequence[tuple[int, str]], pictures: HeldPictures | None) -> Iterator[CommentDraft]:
    """Yield the comment whose first row has its names."""
    depth, heading = rows[0]
    names = _NAMES.match(heading)
    if names is None:
        return
    body = [words for _, words in rows[1:]]
    last = next((number for number in range(len(body) - 1, -1, -1) if body[number].strip()), -1)
    said = _FACTS.match(body[last].strip()) if last >= 0 else None
    facts = ()
    if said is not None:
        facts = (
            *fact(FactKind.TIME, said["time"]),
            *fact(FactKind.PLACE, said["place"]),
            *fact(FactKind.VOTES, said["votes"]),
        )
        body = body[:last]
    yield CommentDraft(
        names["author"], blocks_of_markdown("\n".join(body), pictures), names["to"] or "", depth, facts
    )
