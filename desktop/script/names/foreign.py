"""Foreign names by their sound: a character that only sounds, 里 in 埃里克森, is the one that transliterations have.

Transliterations are written with a few hundred characters. A run of them is a name if one of those that hardly occur
elsewhere is among them, and where it is not the end of a phrase: in 巴黎里 the 里 is no sound.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.script.names.decided import SOUNDS
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.script.names.lexicon import Lexicon

_RARE = frozenset(
    "埃奥迪蒂厄尔菲弗冈戈赫霍喀坎柯库夸奎莱勒黎卢伦洛缪姆尼涅纽诺帕佩珀琼撒萨塞桑莎斯泰廷瓦韦维沃乌逊耶茨兹佐默莫普坦罗拉亚"
    "纳娜莉克德巴贝伯彼波博达顿夫格哈杰卡凯科肯兰朗雷累利琳留鲁吕伦曼穆欧庞皮珍契恰切茹瑞史泽图托威温希芬噶阔喇嘎谟罕兀剌珊琪萝娅黛"
)
"""Characters of transliterations that prove one."""

_OTHERS = frozenset(
    "汉恩法丽根密努雅列布特阿艾爱安昂白班邦包保鲍本比毕宾勃查察昌戴丹当道登第丁东杜敦多凡范费芬丰冯佛福盖甘根贡古瓜圭海豪亨洪胡华怀惠基吉加贾简金京久"
    "喀开康孔劳连林柳隆麦芒毛梅门蒙米明木拿那内南宁牛农潘彭平奇齐乔钦丘热日荣儒若赛森沙山尚绍舍申圣施石松苏索汤唐陶腾提通万旺魏文翁"
    "武锡夏香肖谢辛欣休许雪扬叶伊因英永尤约扎詹张朱祖什迈迪让仑修苔馬马理查姜辛"
)
"""Other characters of transliterations, which are as common in all texts."""

_ALL = _RARE | _OTHERS | SOUNDS
_RUN = re.compile(f"[{''.join(sorted(_ALL))}]{{2,}}")
_DOTS = frozenset("·・•‧－—-")
_BEFORE = frozenset(["", *"的在和与到从向往是及或、，。：；！？“”「」『』（）()《》 \t"])
"""What stands before a name that begins with a sound; behind a noun it would be inside."""
_INSIDE = frozenset("库塔卡索冈图托科波")
"""Characters of which the next may well mean inside: 卡里, 塔里, 库里."""
_KNOWN = re.compile(
    "里根|里昂|里约|里加|里奇蒙|加里|加里宁|伊里奇|尤里|密苏里|米苏里|特里|白里安|金里奇|艾里森|阿里|尼采"
)
"""Names that nothing in them proves, of which dictionaries have many more that nobody speaks of."""
_NO_BEGINNING = frozenset("干采涂")
_PROVEN, _PROVEN_SIZE = 2, 3


def may_be_foreign(line: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each run of `line` that can be a foreign name with a sound to settle."""
    for run in _RUN.finditer(line):
        words = run[0]
        if not SOUNDS.isdisjoint(words) and (
            not _RARE.isdisjoint(words)
            or {line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]} & _DOTS
        ):
            yield run.span()


def may_be_known_foreign(line: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each run of `line` that can hold a foreign name which is a word of a dictionary."""
    for run in _RUN.finditer(line):
        rare = sum(each in _RARE for each in run[0])
        if rare >= _PROVEN or (rare and "里" in run[0]) or _KNOWN.search(run[0]):
            yield run.span()


def known_foreign(line: str, run: Span, edges: bytes, lexicon: Lexicon) -> Iterator[Span]:
    """Yield each word in a `run` of transliterating characters that is a foreign name, whatever settles it.

    `edges` has a 1 where a word of `line` ends.
    """
    starts = [place for place in range(run.start, run.end + 1) if edges[place]]
    for start, end in pairwise(starts):
        word = line[start:end]
        if _is_foreign_name(word) and (lexicon.is_word(word) or lexicon.is_phrase(word)):
            yield Span(start, end)


def _is_foreign_name(word: str) -> bool:
    """Tell whether a `word` of transliterating characters, which a dictionary has, is a name."""
    if _KNOWN.fullmatch(word):
        return True
    if word[0] in _NO_BEGINNING:
        return False
    rare = sum(each in _RARE for each in word)
    inside = len(word) < _PROVEN_SIZE and word[0] in _INSIDE  # 图里
    return (rare >= _PROVEN and len(word) >= _PROVEN_SIZE) or ("里" in word and rare > 0 and not inside)


def foreign_sounds(line: str, run: Span, edges: bytes, lexicon: Lexicon) -> Iterator[int]:
    """Yield the place of each sound in a `run` of transliterating characters that belongs to a foreign name.

    `edges` has a 1 where a word of `line` ends.
    """
    for place in range(run.start, run.end):
        if line[place] in SOUNDS:
            word = Span(edges.rfind(1, 0, place + 1), edges.find(1, place + 1))
            if not lexicon.is_phrase(word.of(line)) and _is_sound(line, place, word, run, edges, lexicon):
                yield place


def _is_sound(line: str, place: int, word: Span, run: Span, edges: bytes, lexicon: Lexicon) -> bool:
    """Tell whether the character at `place`, in a `word` of jieba's, is a sound of a name."""
    left, right = line[run.start : place], line[place + 1 : run.end]
    free = line[run.start - 1 : run.start] in _BEFORE if not left else not _RARE.isdisjoint(left)
    dotted = {line[run.start - 1 : run.start], line[run.end : run.end + 1]} & _DOTS
    if line[place] == "采" and not left:
        return False
    if word.start == place and word.end > place + 1:  # 里根
        known = Span(place, min(word.end, run.end)).of(line)
        return not _RARE.isdisjoint(known) or (lexicon.is_word(known) and bool(free or dotted))
    goes_on = bool(right) and _is_foreign_word(line, place + 1, run.end, edges, lexicon)
    if not left:  # nothing is inside of nothing
        return goes_on and free
    if right:  # 泰特|里|库斯
        within = place + 1 < word.end
        lone = edges[place - 1] == edges[place] == edges[place + 1] == 1 and goes_on  # 伊|里|希|安
        return bool(dotted) or lone or (free and (within or goes_on)) or (within and not _RARE.isdisjoint(right))
    if dotted or word.start == place:
        return bool(dotted)
    stem = line[max(word.start, run.start) : place]
    if len(stem) > 1:  # 洛克里
        return not _RARE.isdisjoint(stem) and not lexicon.is_word(stem)
    known = lexicon.is_word(word.of(line)) and _ALL.issuperset(word.of(line))  # 特里, which jieba has from names
    return stem not in _INSIDE and (known or stem in _RARE)  # 弗里


def _is_foreign_word(line: str, start: int, end: int, edges: bytes, lexicon: Lexicon) -> bool:
    """Tell whether the first word from `start` looks foreign: with rare characters up to `end`, no common word."""
    last = edges.find(1, start + 1)
    rare = _RARE & set(line[start : min(last, end)])
    return bool(rare) and (last == start + 1 or len(rare) > 1 or not lexicon.is_word(line[start:last]))
