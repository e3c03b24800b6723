"""The front door of conversion: text and an OpenCC configuration in, an aligned text out."""

from __future__ import annotations

import re

from desktop.script.aligned import AlignedText, Block, compose
from desktop.script.matching import Stage, load_stages

CONFIGS = ("t2s", "s2t", "s2tw", "s2twp", "s2hk", "tw2s", "tw2sp", "hk2s", "t2tw", "t2hk")
"""The OpenCC configurations that `convert` knows."""

# What opencc-python-reimplemented 0.1.7 splits text at before it looks for words, taken from its opencc.py; its list
# has no : ; ( ) /. The separators stay as they are and no match reaches across one.
_SEPARATORS = (
    r"\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼"
    r"︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)
PIECE = re.compile(f"[^{_SEPARATORS}]+")
"""A stretch of text without separators, which is converted by itself."""


def convert(text: str, config: str) -> AlignedText:
    """Return `text` converted by `config`, one of CONFIGS, with the map between the two.

    The words are exactly those that opencc-python-reimplemented 0.1.7 gives. Converting a text at once or cut at line
    ends gives the same. Raises ValueError for another `config`, and DictionaryError if the dictionaries are missing.
    """
    if config not in CONFIGS:
        raise ValueError(f"not a conversion: {config}")
    stages = load_stages(config)
    parts: list[str] = []
    blocks: list[Block] = []
    source = growth = 0
    for match in PIECE.finditer(text):
        piece, changed = _convert_piece(match[0], stages)
        parts += text[source : match.start()], piece
        blocks += (block.shifted(match.start(), match.start() + growth) for block in changed)
        source, growth = match.end(), growth + len(piece) - len(match[0])
    return AlignedText(text, "".join((*parts, text[source:])), tuple(blocks))


def _convert_piece(piece: str, stages: tuple[Stage, ...]) -> tuple[str, list[Block]]:
    """Return `piece`, which has no separator in it, after all `stages`, and the blocks whose length changed."""
    blocks: list[Block] = []
    for stage in stages:
        piece, changed = stage.convert(piece)
        blocks = compose(blocks, changed)
    return piece, blocks
