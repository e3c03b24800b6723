"""Page furniture: what a web page or a site leaves in a copied text, and what is nobody's words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_LONGEST = 40
_SENTENCE_ENDS = "。！？…；，!?;,”」』"

# "(本章完)" and its like. The short ones are somebody's words unless they stand in brackets or between dashes.
_END = "(?:本章|本节|本節|本回|本卷|本集|本篇|全文|全书|全書|全篇|全剧|全劇|正文)已?(?:完|完结|完結|终|終|结束|結束)"
_OPEN, _CLOSE = r"[(（\[【<＜—\-–~～*=]+\s*", r"\s*[)）\]】>＞—\-–~～*=]+"
_END_MARK = re.compile(
    rf"{_END}|未完待[续續]|{_OPEN}(?:{_END}|未?完?待[续續]|完|终|終|完[结結]|(?:THE )?END)[。.]?{_CLOSE}",
    re.IGNORECASE,
)
_LONGEST_END_MARK = 16

_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+(?:com|net|org|cn|cc|tw|hk|me|la|info|xyz|top|vip|co)\b(?:/\S*)?", re.IGNORECASE
)
_LONGEST_WATERMARK, _MOST_AROUND = 60, 16
_OFTEN = 3
"""How often a line with an address, and few words around it, stands in a text that a site put it into."""
_WATERMARKS = (
    *("本文来自", "本文來自", "本书来自", "本書來自", "本文出自", "内容来自", "內容來自", "转载自", "轉載自"),
    *("更多精彩", "更多好书", "更多好書", "更多小说", "更多小說", "最新章节", "最新章節", "欢迎访问", "歡迎訪問"),
    *("手机阅读", "手機閱讀", "手机用户", "手機用戶", "请收藏", "請收藏", "请记住", "請記住", "天才一秒"),
)

_RIGHTS = re.compile("[来來]源\\s*[:：]\\s*知乎|著作[权權][归歸]作者所有[。，].{0,40}")
"""What Zhihu puts above an answer, or below it, when that is copied."""

_OF_RIGHTS = frozenset("来來著")
_FIRST = frozenset("来來著本全正未(（[【<＜—-–~～*=" + "".join(words[0] for words in _WATERMARKS))

_SITE = r"(?:知乎|百度知道|百度贴吧|豆瓣|天涯(?:社区|论坛)|虎扑|微博|简书|悟空问答|今日头条|批踢踢實業坊|Dcard|Quora)"
_BANNER = re.compile(rf"(?:首页\s*[-–—|·]\s*)?{_SITE}(?:\s*[-–—|·_›]\s*.{{1,24}})?")


def without_furniture(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """Return `lines` without page furniture, which may not be all of them.

    End marks and a site's watermarks go wherever they stand, the site's name where it stands above all else. Of the
    rest only an unbroken run at the very end goes, since words that are hidden are worse than clutter.
    """
    lines = _without(lines, _site_s_lines(lines))
    first = 0
    while first < len(lines) - 2 and _is_banner(lines[first].text):
        first += 1
    end = len(lines)
    while end > first + 1 and _is_furniture(lines[end - 1].text):
        end -= 1
    return lines[first:end]


def _without(lines: Sequence[TextLine], gone: frozenset[int]) -> Sequence[TextLine]:
    """Return `lines` without those numbered, if others are left, who have the blank lines around them then."""
    kept = [number for number in range(len(lines)) if number not in gone] if gone else []
    if not kept:
        return lines
    gaps = [sum(line.above for line in lines[before + 1 : number + 1]) for before, number in pairwise([-1, *kept])]
    gaps.append(sum(line.below for line in lines[kept[-1] :]))
    return [
        lines[number]._replace(above=above, below=below)
        for number, (above, below) in zip(kept, pairwise(gaps), strict=True)
    ]


def _site_s_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """Return the numbers of the lines that are end marks or watermarks."""
    found: set[int] = set()
    marked: dict[int, str] = {}
    likely = [number for number, line in enumerate(lines) if line[0][0] in _FIRST or "." in line[0]]
    for number in likely:
        if len(lines[number].text) > _LONGEST_WATERMARK:
            continue
        words = lines[number].text
        is_end = len(words) <= _LONGEST_END_MARK and words[0] in _FIRST and _END_MARK.fullmatch(words)
        if is_end or (words[0] in _OF_RIGHTS and _RIGHTS.fullmatch(words)):
            found.add(number)
        elif words[0] in _FIRST and words.startswith(_WATERMARKS):
            marked[number] = words
            if _ADDRESS.search(words):
                found.add(number)
        elif "." in words and (address := _ADDRESS.search(words)) and len(words) - len(address[0]) <= _MOST_AROUND:
            marked[number] = words
    times = Counter(marked.values())
    return frozenset(found | {number for number, words in marked.items() if times[words] >= _OFTEN})


def _is_banner(words: str) -> bool:
    return words[-1] not in _SENTENCE_ENDS and _BANNER.fullmatch(words) is not None


def _is_furniture(words: str) -> bool:
    return len(words) <= _LONGEST and words[-1] not in _SENTENCE_ENDS and _plain(words).startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    """Return the entries of the dictionary of page furniture; raises FileNotFoundError when it was not shipped."""
    rows = resource("dictionaries/page-furniture.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_plain(row) for row in rows if row.strip() and not row.startswith("#"))


def _plain(words: str) -> str:
    """Return `words` with the colon as ':', whichever form it had and whatever space was before it."""
    return words.strip().replace("：", ":").replace(" :", ":")
