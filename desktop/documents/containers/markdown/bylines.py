"""A line that says who writes: the bare name and the facts in `作者: 甲君  赞同: 13` and `甲君 | 2020-11-21`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.drafts import fact, one_line
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from desktop.documents.document import Fact

_LEAD = re.compile(r"(?:作者|答主|回答者|楼主|樓主|author)\s*[:：]\s*", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]$")
_AGREE = "赞同|贊同|点赞|點讚|赞|讚|贊|votes?|upvotes?|likes?"
_COUNT = r"\d[\d,]*(?:\.\d+)?\s*[万萬千kK]?"
_VOTES = re.compile(
    rf"(?:{_AGREE})(?:数|數)?\s*[:：]?\s*(?P<count>{_COUNT})|(?P<before>{_COUNT})\s*(?:人|个|個)?\s*(?:{_AGREE})",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T\s]+\d{1,2}:\d\d(?::\d\d)?)?")
_PARTS = re.compile(r"\s*[|｜]\s*|\s{2,}|\t")
_SCALES = {"万": 10_000, "萬": 10_000, "千": 1_000, "k": 1_000}


class Byline(NamedTuple):
    """Who writes, and what the line says of the post."""

    name: str
    facts: tuple[Fact, ...] = ()


def byline(words: str) -> Byline:
    """Return the bare name in `words` and the facts that stand behind it, parted by `|` or two blanks.

    What is behind a `|` and is neither votes nor a date is what the author is known as. A name is never empty where
    there are words.
    """
    said = _COLON.sub("", _LEAD.sub("", words.strip(), count=1)).strip()
    name, *rest = _PARTS.split(said)
    facts: tuple[Fact, ...] = ()
    for part in rest:
        facts += _fact(part)
    found = re.search(rf"\s(?:{_VOTES.pattern})$", name, re.IGNORECASE) if not facts else None
    if found is not None:
        facts = fact(FactKind.VOTES, number(found["count"] or found["before"]))
        name = name[: found.start()]
    return Byline(_COLON.sub("", one_line(name)) or one_line(words), facts)


def number(words: str) -> str:
    """Return a count as digits: "1,234" and "1.2 万" as 1234 and 12000; "" for what is none."""
    found = re.match(_COUNT, words.strip())
    if found is None:
        return ""
    digits = found[0].replace(",", "").strip()
    scale = _SCALES.get(digits[-1].lower(), 1)
    return str(round(float(digits.rstrip("万萬千kK ")) * scale)) if len(digits) < 16 else ""


def _fact(part: str) -> tuple[Fact, ...]:
    if found := _VOTES.fullmatch(part):
        return fact(FactKind.VOTES, number(found["count"] or found["before"]))
    return fact(FactKind.TIME if _DATE.fullmatch(part) else FactKind.BADGE, part)
