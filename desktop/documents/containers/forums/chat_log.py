"""The container of chats saved as text: QQ's records, and lines like them of WeChat and others.

QQ's message manager writes `2020-11-21 10:12:33 名(10001)` and the words below; `消息对象:` names whom or which group
they are with. Its form is documented nowhere but by such files. Others put the name before the time.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, fact, one_line, paragraphs
from desktop.documents.document import BlockKind, FactKind
from desktop.documents.error import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents.containers.container import ThreadFile

_TIME = r"(?P<time>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日? \d{1,2}:\d\d(?::\d\d)?)"
_NUMBERED = re.compile(
    rf"{_TIME} +(?:【(?P<badge>[^】]*)】)?(?P<name>\S.*?)?(?:\((?P<number>\d{{4,12}})\)|<[^<>\s@]+@[^<>\s@]+>)$"
)
_AFTER = re.compile(rf"{_TIME}\s+(?P<name>\S.{{0,39}}?)\s*$")
_BEFORE = re.compile(rf"(?P<name>\S.{{0,39}}?)\s+{_TIME}\s*$")
_WITH = re.compile(r"消息(?:对象|對象)\s*[:：]\s*(?P<title>\S.*)$")
_RULE = re.compile(r"={8,}\s*$")
_FRAME = re.compile(r"消息(?:记录|記錄|分组|分組|对象|對象)\s*(?:[:：（(].*)?$")
_SYSTEM = frozenset({"系统消息", "系統消息", "系统通知", "系統通知"})
_FEWEST = 3
_EARLY = 8
"""A log begins with a post, but for a few lines of a head."""


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` has lines with a time and a name in number, of which most have words below."""
    try:
        lines = _lines(file.decoded().text)
    except DocumentError:
        return False
    return _form(lines) is not None


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the chat in `file`, one post after another. Raises DocumentError for a file that is no text.

    Where it holds the chats with several people or groups, each begins with a heading.
    """
    found = file.decoded(encoding)
    parts = list(_parts(_lines(found.text)))
    title = parts[0][0] if parts else ""
    posts: list[PostDraft] = []
    for name, lines in parts:
        said = list(_posts(lines))
        if len(parts) > 1 and said:
            heading = BlockDraft(one_line(name), BlockKind.HEADING)
            said[0] = PostDraft(said[0].author, [heading, *said[0].blocks], facts=said[0].facts)
        posts += said
    return ThreadDraft(title, posts, encoding=found.encoding, unreadable=found.unreadable)


def _lines(text: str) -> list[str]:
    """Return the lines of `text` without white space behind them."""
    return [line.rstrip() for line in text.split("\n")]


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield with whom each chat is, and its lines."""
    starts = [at for at, line in enumerate(lines) if _WITH.match(line)]
    if not starts:
        yield "", lines
        return
    for start, end in pairwise([*starts, len(lines)]):
        found = _WITH.match(lines[start])
        yield (found["title"] if found else ""), lines[start + 1 : end]


def _form(lines: Sequence[str]) -> re.Pattern[str] | None:
    """Return how a post begins in `lines`; None where there is no habit of it."""
    framed = any(map(_WITH.match, lines[:40]))
    for form, fewest in ((_NUMBERED, 1 if framed else 2), (_AFTER, _FEWEST), (_BEFORE, _FEWEST)):
        if not framed and not any(map(form.match, lines[:_EARLY])):
            continue
        heads = [at for at, line in enumerate(lines) if form.match(line)]
        worded = sum(at + 1 < len(lines) and bool(lines[at + 1].strip()) for at in heads)
        if len(heads) >= fewest and 2 * worded > len(heads):
            return form
    return None


def _posts(lines: Sequence[str]) -> Iterator[PostDraft]:
    form = _form(["消息对象:x", *lines])
    heads = [(at, match) for at, line in enumerate(lines) if form and (match := form.match(line))]
    ends = [*(at for at, _ in heads), len(lines)]
    for (_, head), (start, end) in zip(heads, pairwise(ends), strict=True):
        groups = head.groupdict()
        name = (groups.get("name") or groups.get("number") or "").strip()
        if name in _SYSTEM:
            continue
        body = [line for line in lines[start + 1 : end] if not _RULE.match(line) and not _FRAME.match(line)]
        facts = (*fact(FactKind.TIME, head["time"]), *fact(FactKind.BADGE, groups.get("badge")))
        yield PostDraft(name, paragraphs("\n".join(body)), facts=facts)
