"""How much a word tells by its kind: a name or a noun more than a verb, a verb that everybody uses nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop.keywords.stop_words import MIN_LENGTH, may_be_keyword
from desktop.paths import resource
from desktop.segmentation import part_of_speech

if TYPE_CHECKING:
    from desktop.segmentation import Segmenter

# Of a word that jieba tags so, by the tag's first letters; what is not named tells nothing: adverbs, numerals,
# measures, pronouns, conjunctions, prepositions, particles, words for where.
_TELLING = {
    "n": 1.0,
    "j": 1.0,
    "i": 0.7,
    "vn": 0.9,
    "an": 0.8,
    "v": 0.6,
    "a": 0.5,
    "b": 0.5,
    "z": 0.4,
    "l": 0.4,
    "t": 0.4,
}
_PLAIN = frozenset("vaztl")
"""Tags of words of which the commonest say nothing of a text, and the rarest are slips of jieba's own corpus."""
_COMMON, _SLIP = 1500, 10
"""How often such words stand in jieba's corpus of 60 million words."""

_MEASURES = (
    "个盆棵株口句盏袋瓶杯碗把根片块条只头匹件套双对群堆排串张幅本册篇首部台辆架艘座栋间层扇道项笔份封届轮番顿餐趟步"
    "声样脸身圈眼"
)
_COUNTED = re.compile(rf"[半一两几数每整多好某哪那这][{_MEASURES}]|[一两几半三四五六七八九十][{_MEASURES}].+")
# 凭感觉, 租房子, 很着急: what the dictionary has from a corpus of whole phrases, seldom; by how they begin.
_BEGUN = frozenset(
    "凭满租掉关收买卖打做找看听说想要去来回没不很太挺更越比都也还就才刚又再把被让给对向从到为跟和与或喝吃用"
)
_SELDOM = 10
# 看得出, 养不活
_CAN = re.compile(r".[得不].")
# 放在, 看着, 遇过, 换掉, 看到: a verb and how it goes; 臺上, 屋裡, 原則上: where something is.
_GOING = re.compile(r".[在着过掉到完成得给入出起住来去回下上进开]")
_PLACE = re.compile(r"..?.?[上里裡]")


@cache
def _whole_words() -> frozenset[str]:
    """Return the words of `resources/dictionaries/whole-words.txt`, which only end as those do."""
    lines = resource("dictionaries/whole-words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def telling(word: str, segmenter: Segmenter) -> float:
    """Return how much the simplified `word` tells by its kind, from 0 (no keyword) to 1; a reader's own is 1."""
    if (own := segmenter.own) is not None and (own.is_stopped(word) or own.is_whole(word)):
        return 0.0 if own.is_stopped(word) else 1.0
    frequency = segmenter.frequency(word)
    if not may_be_keyword(word, known=frequency > 0) or _is_phrase(word):
        return 0.0
    if frequency <= (_SELDOM if len(word) == MIN_LENGTH else 6 * _SELDOM) and word[0] in _BEGUN:
        return 0.0
    tag = part_of_speech(word) if frequency else ""
    if not tag:
        return 1.0
    if tag[0] in _PLAIN and tag != "vn" and not _SLIP <= frequency < _COMMON:
        return 0.0
    return _TELLING.get(tag[:2], _TELLING.get(tag[0], 0.0))


def _is_phrase(word: str) -> bool:
    """Tell whether `word` is two that jieba takes for one: 半个, 放在, 臺上."""
    if _COUNTED.fullmatch(word):
        return True
    if word in _whole_words() or not (_GOING.fullmatch(word) or _PLACE.fullmatch(word) or _CAN.fullmatch(word)):
        return False
    return (word[-1] in "里上" and len(word) == MIN_LENGTH + word.endswith("上")) or not part_of_speech(
        word
    ).startswith("n")
