"""What slips through an edition: characters of the other script that its dictionaries put on a page.

A faithful edition stays as its library is; `guarded` makes of its text what a page should show. No page asks yet.
Only what is listed here is a slip. A character of the other script that belongs there, as 乾 in 乾隆 or 瞭 in 瞭望 on
a simplified page, is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.variants import Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.script.aligned import AlignedText

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
# Behind these 么 is a simplified 麼, which becomes 幺 where simplified text is taken for traditional; 老幺 is right.
_BEFORE_ME = frozenset("什怎这那多要甚這")


class Slip(NamedTuple):
    """At the code point `offset` of what is shown, `shown` stands, which should be `right`."""

    offset: int
    shown: str
    right: str


def slips_in(aligned: AlignedText, script: Script) -> Iterator[Slip]:
    """Yield every slip in the text of `aligned`, which is shown in `script`, in order; none in the original."""
    listed = _SLIPS.get(script, {})
    text = aligned.text
    for offset, character in enumerate(text):
        if character in listed:
            yield Slip(offset, character, listed[character])
        elif character == "幺" and script is Script.SIMPLIFIED and text[offset - 1 : offset] in _BEFORE_ME:
            yield Slip(offset, character, "么")


def guarded(aligned: AlignedText, script: Script) -> AlignedText:
    """Return `aligned` with every slip mended; the same object where there is none."""
    slips = list(slips_in(aligned, script))
    if not slips:
        return aligned
    characters = list(aligned.text)
    for slip in slips:
        characters[slip.offset] = slip.right
    return replace(aligned, text="".join(characters))
