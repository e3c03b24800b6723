"""The container of a post of PTT as text, copied from the terminal or from its web page.

It begins with `作者  id (nick)`, `標題`, `時間` and a rule; the signature is below a line `--`, then what the board
says (`※ 發信站`, `※ 文章網址`, `※ 編輯`), then the remarks: `推 id: words  11/21 10:14`
(https://github.com/ptt/pttbbs, mbbsd/bbs.c; https://github.com/jwlin/ptt-web-crawler reads the same).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import PostDraft, ThreadDraft, fact
from desktop.documents.containers.forums.ptt import (
    PttUser,
    Remark,
    body_blocks,
    comments_of,
    ptt_user,
    without_colours,
)
from desktop.documents.document import FactKind
from desktop.documents.error import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.document import Fact

_HEAD_LINES = 12
_LONGEST_HEAD = 400
_SIGNATURE = 6
"""The lines that a signature may have on PTT."""
# These are for lines without white space at their ends, and none looks twice at the same white space: a line can
# be as long as the file.
_AUTHOR = re.compile(r"作者\s*[:：]?\s*(?P<user>[A-Za-z].*)$")
_BOARD = re.compile(r"(?:看板|站內)\s*[:：]?\s*[\w-]+$")
_TITLE = re.compile(r"(?:標題|标题)\s*[:：]?\s*(?P<title>\S.*)$")
_TIME = re.compile(r"(?:時間|时间)\s*[:：]?\s*(?P<time>\S.*)$")
_RULE = re.compile(r"[─-]{10,}$")
_REMARK = re.compile(r"(?P<stance>推|噓|嘘|→)\s*(?P<id>[A-Za-z][A-Za-z0-9]{1,12})\s*[:：](?P<words>.*)$")
_REMARKED = re.compile(
    r"(?:(?<=\s)|^)(?P<place>\d{1,3}(?:\.\d{1,3}){3})?(?:(?:(?<=\d) |(?<=\s)|^)"
    r"(?P<time>\d\d/\d\d(?:/\d{4})?(?: \d\d:\d\d(?::\d\d)?)?))?$"
)
_LONGEST_REMARKED = 48
_STATION = re.compile(r"※ 發信站\s*[:：](?:.*(?:來自|From)\s*[:：]\s*(?P<place>\S.*))?")
_FROM = re.compile(r"◆ From\s*[:：]\s*(?P<place>\S.*)$")
_ADDRESS = re.compile(r"※ 文章(?:網址|代碼\(AID\))\s*[:：]\s*(?P<address>\S+)")
_EDITED = re.compile(r"※ 編輯\s*[:：].*?(?P<time>\d\d/\d\d/\d{4} \d\d:\d\d:\d\d)")
_BOARD_SAYS = re.compile(r"※ (?:發信站|文章網址|文章代碼|編輯|轉錄者|Origin|From|Modified|Deleted)|◆ From")


@dataclass(slots=True)
class _Foot:
    """What stands below a post."""

    facts: list[Fact] = field(default_factory=list["Fact"])
    remarks: list[Remark] = field(default_factory=list[Remark])


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` begins as a post of PTT does: with an author by an id, a title, and a time."""
    try:
        text = file.decoded().text
    except DocumentError:
        return False
    return _head(without_colours(text[:8192]).split("\n")) is not None


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the post and the remarks on it. Raises DocumentError for a file that is no text."""
    found = file.decoded(encoding)
    lines = without_colours(found.text).split("\n")
    head = _head(lines)
    author, title, facts, start = head if head is not None else (PttUser(""), "", (), 0)
    end, foot_at = _end_of_body(lines, start)
    foot = _foot(lines[foot_at:], author.id)
    post = PostDraft(
        author.id,
        body_blocks(lines[start:end]),
        comments_of(foot.remarks),
        (*facts, *foot.facts, *author.facts),
    )
    return ThreadDraft(title, [post], encoding=found.encoding, unreadable=found.unreadable)


def _head(lines: Sequence[str]) -> tuple[PttUser, str, tuple[Fact, ...], int] | None:
    """Return the author, the title, when it was written, and where the body begins; None for no such head."""
    author: PttUser | None = None
    title, time = "", ""
    for number, line in enumerate(lines[:_HEAD_LINES]):
        if author is None:
            found = _AUTHOR.match(line.strip())
            author = ptt_user(_BOARD.sub("", found["user"])) if found and len(line) < _LONGEST_HEAD else None
        elif not title and (found := _TITLE.match(line.strip())):
            title = found["title"]
        elif title and (found := _TIME.match(line.strip())):
            time = found["time"]
            below = number + 1
            rule = below < len(lines) and _RULE.match(lines[below].strip())
            return author, title, fact(FactKind.TIME, time), below + bool(rule)
    return None


def _end_of_body(lines: Sequence[str], start: int) -> tuple[int, int]:
    """Return where the body ends, and where the foot begins: between the two is the signature.

    The body ends at the last `--` above what the board says; where the board says nothing, at the last one below
    which there are only remarks, or at the remarks themselves. A signature has such a line below it as well.
    """
    says = next((at for at in range(start, len(lines)) if _is_station(lines[at])), None)
    if says is None:
        says = len(lines)
        while says > start and (not lines[says - 1].strip() or _is_foot(lines[says - 1])):
            says -= 1
    dashes = [at for at in range(start, says) if lines[at].strip() == "--"]
    if (
        len(dashes) > 1
        and dashes[-1] - dashes[-2] <= _SIGNATURE + 2
        and not any(map(str.strip, lines[dashes[-1] + 1 : says]))
    ):
        dashes.pop()
    return (dashes[-1] if dashes else says), says


def _is_station(line: str) -> bool:
    return line.startswith(("※ 發信站", "◆ From"))


def _is_foot(line: str) -> bool:
    return _BOARD_SAYS.match(line) is not None or _REMARK.match(line.strip()) is not None


def _foot(lines: Sequence[str], author: str) -> _Foot:
    """Return the facts and remarks in `lines`; a line among the remarks that is none is the author's answer."""
    foot = _Foot()
    for line in map(str.strip, lines):
        if found := _REMARK.match(line):
            foot.remarks.append(_remark(found))
        elif _BOARD_SAYS.match(line):
            foot.facts += _said(line)
        elif line and line != "--":
            foot.remarks.append(Remark(author, line, ""))
    return foot


def _remark(found: re.Match[str]) -> Remark:
    """Return a remark, whose words end before the address and the time that the board puts behind them."""
    words = found["words"]
    edge = max(len(words) - _LONGEST_REMARKED, 0)
    behind = _REMARKED.search(words, edge)
    if behind is None:
        return Remark(found["id"], words, found["stance"])
    return Remark(found["id"], words[: behind.start()], found["stance"], behind["time"] or "", behind["place"] or "")


def _said(line: str) -> Iterator[Fact]:
    """Yield what the board says in `line`."""
    if found := _STATION.match(line) or _FROM.match(line):
        yield from fact(FactKind.PLACE, found["place"])
    elif found := _ADDRESS.match(line):
        yield from fact(FactKind.ADDRESS, found["address"])
    elif found := _EDITED.match(line):
        yield from fact(FactKind.EDITED, found["time"])
