"""Villages: 石碇区石碇里, where the 里 after a name that no dictionary has is no inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.script.names.lexicon import Lexicon

_BEHIND = r"(?=[^\u4e00-\u9fff]|[的位是为与和及之居办民长遗人出东西南北内]|$)"
_OF = re.compile(rf"[区市镇乡县郡州]([\u4e00-\u9fff]{{2,3}})里{_BEHIND}")
_SAME = re.compile(r"([\u4e00-\u9fff]{2,3})[区市镇乡县]\1里")


def may_be_village(line: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of what can be a village in `line`, its 里 at the end."""
    for pattern in (_OF, _SAME):
        for found in pattern.finditer(line):
            yield found.span()


def is_village(line: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether line[start:end] is a district and a village, named by no common word or as the district."""
    if _SAME.fullmatch(line, start, end):
        return True
    found = _OF.match(line, start)
    if not found or found.end() != end:
        return False
    name = line[start + 1 : end - 1]
    tails = (name[first:] for first in range(len(name) - 1))
    return not any(map(lexicon.is_word, tails)) and not lexicon.is_phrase(line[end - 2 : end])
