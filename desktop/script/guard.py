"""The guard: what an edition would put on a page in the wrong script is put right, whichever edition it is.

A faithful edition stays as its library is, and `convert` gives what that gives; `Conversion`, by which the app shows
all words, guards it. Only what is listed here is a slip. A character of the other script that belongs there, as 乾 in
乾隆 or 瞭 in 瞭望 on a simplified page, is none, nor is what stands so in a source that is shown as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.variants import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.script.aligned import AlignedText
    from desktop.text import Span

_SLIPS: Mapping[Script, Mapping[str, str]] = {
    # What opencc-python leaves as it is on the way to simplified script, and 計 of 不可赀計, of OpenCC 1.4.
    Script.SIMPLIFIED: {
        "擡": "抬",
        "幷": "并",
        "拚": "拼",
        "搧": "扇",
        "貍": "狸",
        "舖": "铺",
        "遶": "绕",
        "箚": "札",
        "牴": "抵",
        "計": "计",
    },
    # Whole words that its dictionaries have the wrong way round: 肥皂剧 for 肥皂劇.
    Script.TRADITIONAL: {
        "剧": "劇",
        "软": "軟",
        "丝": "絲",
        "荚": "莢",
        "戏": "戲",
        "马": "馬",
        "焕": "煥",
    },
}
_YAO, _ME = "幺么"
# Behind these 么 is a simplified 麼, which becomes 幺 where simplified text is taken for traditional; 老幺 is right.
_BEFORE_ME = frozenset("什怎这那多要甚這")


class Slip(NamedTuple):
    """At the code point `offset` of what is shown, `shown` stands, which should be `right`."""

    offset: int
    shown: str
    right: str


def slips_in(aligned: AlignedText, script: Script) -> Iterator[Slip]:
    """Yield every slip in the text of `aligned`, which was converted to `script`, in order; none in the original."""
    finder = _finder(script)
    for found in finder.finditer(aligned.text) if finder else ():
        at, shown = found.start(), found[0]
        if shown != _YAO or aligned.text[at - 1 : at] in _BEFORE_ME:
            yield Slip(at, shown, _SLIPS[script].get(shown, _ME))


def guarded(aligned: AlignedText, script: Script, corrected: Iterable[Span] = ()) -> AlignedText:
    """Return `aligned` with every slip mended, of the same alignment; the same object where there is none.

    At the source spans `corrected` the reader's own words stand, whatever they are.
    """
    slips = list(slips_in(aligned, script))
    if not slips:
        return aligned
    theirs = [aligned.to_display(span) for span in corrected]
    characters = list(aligned.text)
    for slip in slips:
        if not any(span.start <= slip.offset < span.end for span in theirs):
            characters[slip.offset] = slip.right
    return replace(aligned, text="".join(characters))


@cache
def _finder(script: Script) -> re.Pattern[str] | None:
    """Return what finds all that may be a slip in `script`: one class of characters, the quickest to look for."""
    listed = "".join(_SLIPS.get(script, ()))
    return re.compile(f"[{listed}{_YAO if script is Script.SIMPLIFIED else ''}]") if listed else None
