"""Where answers stand on the web, as far as that tells the answers of a thread apart."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from desktop.documents import FactKind, fact_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.documents import Document, Fact

_TRACKING = re.compile(r"utm\w*|spm|share\w*|from(?:uid)?|ref|source|fbclid|gclid|sid|phpsessid", re.IGNORECASE)
"""Parameters that say who sent a reader, or which visit it is: never which answer."""


class _Address(NamedTuple):
    path: str
    """The last two parts: the same answer is at `/question/1/answer/2` and at `/answer/2`."""
    rest: str
    """The parameters and what stands behind `#`: of a forum, often all that tells one answer from the next."""


def address_keys(earlier: Document, later: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return by what address each answer of two saves is known, first those of `earlier`; "" where none tells it.

    Parameters and the like only count where the path is that of several answers, or of the whole thread.
    """
    sides = tuple([_address(answer.facts) for answer in one.answers] for one in (earlier, later))
    shared = {path for side in sides for path, times in Counter(one.path for one in side).items() if times > 1}
    shared |= {_address(one.facts).path for one in (earlier, later)}
    old, new = (_telling(["".join(one) if one.path in shared else one.path for one in side]) for side in sides)
    return old, new


def _telling(keys: list[str]) -> tuple[str, ...]:
    """Return `keys` without those that several answers have."""
    times = Counter(keys)
    return tuple(key if times[key] == 1 else "" for key in keys)


def _address(facts: Iterable[Fact]) -> _Address:
    address, _, fragment = fact_of(facts, FactKind.ADDRESS).partition("://")[2].partition("#")
    place, _, query = address.partition("?")
    path = "/".join([part for part in place.split("/")[1:] if part][-2:])
    telling = sorted("=".join(pair) for pair in parse_qsl(query) if not _TRACKING.fullmatch(pair[0]))
    return _Address(path, "".join([*map("?{}".format, telling), *map("#{}".format, fragment.split())]))
