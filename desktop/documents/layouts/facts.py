"""What else stands on the line of a name: votes, dates, places, floors. The name alone is the author's.

Any layout or container that finds a name as its site wrote it cuts it here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import Fact, FactKind
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST = 120
"""The code points of a line that is looked into: a longer one is no name with facts behind it."""

_NUMBER = r"\d[\d,]*(?:\.\d+)?\s*[万萬kK]?"
_DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2})?)?"
_PATTERNS = (
    (FactKind.VOTES, rf"(?:赞同|贊同|点赞|點讚|點贊|获赞|獲讚|赞|讚)(?:数|數)?\s*[:：]?\s*(?P<words>{_NUMBER})"),
    (FactKind.VOTES, rf"(?:▲|👍)\s*(?P<words>{_NUMBER})"),
    (
        FactKind.VOTES,
        rf"(?P<words>{_NUMBER})\s*(?:人|个|個|次)?\s*(?:赞同|贊同|点赞|點讚|點贊|赞|讚)(?:了?该回答|了?該回答)?",
    ),
    (FactKind.EDITED, rf"(?:编辑于|編輯於|修改于|修改於)\s*[:：]?\s*(?P<words>{_DATE})"),
    (
        FactKind.TIME,
        r"(?:(?:发布|發佈|發布|釋出|发表|發表|回答|回复|回覆|创建)[于於]|(?:发布|发表|創建|创建)?(?:时间|時間|日期))?\s*[:：]?\s*"
        rf"(?P<words>{_DATE})",
    ),
    (FactKind.REPLIES, rf"(?:评论|評論|回复|回覆)(?:数|數)?\s*[:：]?\s*(?P<words>{_NUMBER})"),
    (FactKind.REPLIES, rf"(?P<words>{_NUMBER})\s*[条條则則]?\s*(?:评论|評論|回复|回覆)"),
    (FactKind.PLACE, r"(?:IP\s*)?(?:属地|屬地)\s*[:：]?\s*(?P<words>\w{2,8})"),
    (FactKind.FLOOR, r"#?(?P<words>\d{1,6})\s*[楼樓层層]"),
    (
        FactKind.ADDRESS,
        r"(?:#{1,6}\s+)?(?:原?链接|原?鏈接|原?連結|原文(?:链接|鏈接|連結|地址)|(?:来源|來源|网址|網址|地址))"
        r"\s*[:：]\s*<?(?P<words>https?://[^\s>]+)>?",
    ),
)
_SEPARATOR = r"\s*[|｜\t]\s*|\s+[·•‧/—–-]\s+|\s{2,}|\u3000+"
_LONGEST_ALONE = 60
_COLONS = ":：　 "
_EMPHASIS = ("**", "__", "`")
_NEEDED = frozenset("0123456789属屬")
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}
_CLOSING = frozenset(_BRACKETS.values())


class Named(NamedTuple):
    """A name on a line, where it stands in that, and what else is said there."""

    name: str
    span: Span
    facts: tuple[Fact, ...] = ()


def bare_name(words: str) -> Named:
    """Return the name in `words`, without facts and a colon behind it and the marks of emphasis around it.

    A part set off by a bar, a dot or a wide gap is cut only where it, or one beside it, is a fact by its words; the
    others are then what the author is known as. `words` that hold nothing else are a name.
    """
    if len(words) > _MOST:
        return Named(words, Span(0, len(words)))
    end, facts = (len(words), ()) if _NEEDED.isdisjoint(words) else _before_facts(words)
    start, end = _without_emphasis(words, 0, end)
    end = len(words[:end].rstrip(_COLONS))
    if end > start:
        start, end = _without_emphasis(words, start, end)
    if start >= end:
        return Named(words, Span(0, len(words)))
    return Named(words[start:end], Span(start, end), facts)


def facts_alone(line: str) -> tuple[Fact, ...]:
    """Return the facts that a `line` of text consists of; none for a line that says anything else."""
    if (len(line) > _LONGEST_ALONE and "://" not in line) or _NEEDED.isdisjoint(line):
        return ()
    found = [_fact(piece) for piece in re.split(_SEPARATOR, line.strip()) if piece]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _before_facts(words: str) -> tuple[int, tuple[Fact, ...]]:
    """Return where the name ends, and the facts behind it."""
    pieces = list(_pieces(words))
    facts = [(piece, _fact(piece.of(words))) for piece in pieces[1:]]
    end, found = len(words), list[Fact]()
    if any(one is not None for _, one in facts):
        end = pieces[0].end
        found = [one or Fact(FactKind.BADGE, piece.of(words)) for piece, one in facts]
    last, more = _before_last_facts(words[:end])
    return (last, (*more, *found)) if last else (end, tuple(found))


def _pieces(words: str) -> Iterator[Span]:
    start = 0
    for gap in re.finditer(_SEPARATOR, words):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < len(words):
        yield Span(start, len(words))


def _before_last_facts(words: str) -> tuple[int, tuple[Fact, ...]]:
    """Return where what precedes the facts at the end of `words` ends, parted from them by a blank or in brackets."""
    found: list[Fact] = []
    end = len(words)
    if not (any(map(str.isspace, words)) or words[-1] in _CLOSING):  # so that nothing is compiled for 老王88
        return end, ()
    while match := _at_end().search(words, 0, end):
        one = _fact(match["fact"] or match["bracketed"])
        if one is None or not words[: match.start()].strip():
            break
        found.insert(0, one)
        end = match.start()
    return end, tuple(found)


def _fact(piece: str) -> Fact | None:
    """Return what `piece`, perhaps in brackets, says as a whole; None where it is no fact."""
    piece = piece.strip()
    if len(piece) > 1 and _BRACKETS.get(piece[0]) == piece[-1]:
        piece = piece[1:-1].strip()
    for pattern, kind in _compiled().items():
        if match := pattern.fullmatch(piece):
            words = match["words"].strip()
            return _counted(kind, words) if kind in {FactKind.VOTES, FactKind.REPLIES} else Fact(kind, words)
    return None


def _counted(kind: FactKind, words: str) -> Fact | None:
    """Return a number as a fact in digits; None where it is too large for one."""
    from desktop.documents.amounts import amount_in

    amount = amount_in(words)
    return None if amount is None else Fact(kind, str(amount))


def _without_emphasis(words: str, start: int, end: int) -> tuple[int, int]:
    """Return where `words` from `start` to `end` stand within marks of emphasis that go around all of them."""
    for mark in _EMPHASIS:
        inner = end - start - 2 * len(mark)
        if inner > 0 and words.startswith(mark, start) and words.startswith(mark, end - len(mark)):
            return start + len(mark), end - len(mark)
    return start, end


# Compiled when the first line with a digit is looked into: most names have none.
@cache
def _compiled() -> Mapping[re.Pattern[str], FactKind]:
    return {re.compile(pattern): kind for kind, pattern in _PATTERNS}


@cache
def _at_end() -> re.Pattern[str]:
    several = "|".join(pattern.replace("?P<words>", "?:") for _, pattern in _PATTERNS)
    # A gap is begun at its first blank alone: a long one that nothing ends takes its cube else.
    fact, bracketed = rf"(?P<fact>(?:{several}))", rf"(?P<bracketed>[(（\[【]\s*(?:{several})\s*[)）\]】])"
    return re.compile(rf"(?<!\s)(?:\s++{fact}|\s*+{bracketed})\s*$")
