"""The layout of what was copied off Zhihu's page of a question: its buttons and counts tell where an answer begins.

Above an answer stand its author, perhaps what they are known as, and how many agree; below it when it was written,
and a row of buttons. The question has a row of its own. Nobody has written this down; it is what the page shows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import Fact, FactKind
from desktop.documents.layouts.facts import facts_alone
from desktop.documents.layouts.outline import Heading, Outline, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.documents.layouts.outline import TextLine

_LONGEST, _LONGEST_NAME = 80, 30
_AGREED = ("赞同了该回答", "贊同了該回答", "讚同了該回答", "赞同该回答", "贊同該回答", "讚同該回答")
_COUNT = r"\d[\d,]*(?:\.\d+)?\s*[万萬kK]?"
_OF_ANSWER = "|".join(
    (
        rf"(?:添加|新增)[评評][论論]|{_COUNT}\s*[条條则則]?\s*[评評][论論]",
        rf"[赞贊讚]同(?:\s*{_COUNT})?|取消[赞贊讚]同|反[对對]|感[谢謝]|喜[欢歡]|[赞讚][赏賞]",
        "分享|收藏|收起(?:[评評][论論])?|[举舉][报報]|申[请請][转轉][载載]",
        "[继繼][续續][浏瀏][览覽][内內]容|(?:展[开開])?[阅閱][读讀]全文",
    )
)
"""The buttons below an answer, in either script."""
_OF_QUESTION = "|".join(
    (
        r"[关關]注[问問][题題]|[写寫]回答|邀[请請]回答|[问問][题題]日[志誌]|更多回答|[显顯]示全部",
        rf"(?:好[问問][题題]|[关關]注者|被[浏瀏][览覽])(?:\s*{_COUNT})?",
        rf"(?:(?:查看|[检檢][视視])全部\s*)?{_COUNT}\s*[个個]回答|(?:默[认認]|預設|按[时時][间間])排序",
        r"首[页頁]|知乎\w{0,4}|[发發][现現]|[会會][员員]|等你[来來]答|提[问問]|消息|私信",
        r"登[录錄入]|[注註][册冊]|打[开開]\s*App",
    )
)
"""Those of the question and of the page."""
_FOLLOW = r"(?:\+\s*)?已?[关關]注"
_GAP = "[\\s\u200b·・|/]*"
_SIGNED = re.compile(
    r"(?:[发發][布佈表]|釋出|[编編][辑輯]|修改|[创創]建|回答)\s*[于於]\s*[:：]?\s*(?:\d|昨天|今天|[刚剛])"
)
_RIGHTS = re.compile("著作[权權][归歸]作者所有")
_PARTS = re.compile("[·・|，。\u200b]+|\\s{2,}")
_FIRST = frozenset(
    "0123456789+添新赞贊讚取反感喜分收举舉申继繼展阅閱关關写寫邀好问問更显顯被查检檢默預按首知发發会會等提消私登注註打釋编編修创創回著已"
)
_SENTENCE = re.compile("[。！？；，…!?;]|^[\\d\\W_]+$")
_COUNTED = re.compile(_COUNT)
_MOST_ABOVE = 4
"""The lines above the one that says how many agree: the author's name, and what they are known as."""


class _Run(NamedTuple):
    """Lines of the page's own in a row, from `start` up to `end`: the row below an answer, or of the question."""

    start: int
    end: int
    is_of_answer: bool


def copied(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of a question's page that was copied as text, None for any other text."""
    likely = [number for number, line in enumerate(lines) if _is_likely(line.text)]
    if not likely:
        return None
    page = _Page(lines, likely)
    return page.outline() if page.is_one else None


class _Page:
    """What each line of the page is, by its number."""

    def __init__(self, lines: Sequence[TextLine], likely: Iterable[int]) -> None:
        self._lines = lines
        self._agreed: set[int] = set()
        self._signed: set[int] = set()
        self._buttons: dict[int, int] = {}
        self._question: set[int] = set()
        self._follow: set[int] = set()
        for number in likely:
            self._take(number, lines[number].text)
        self._runs = list(self._found_runs())
        self._starts = [run.start for run in self._runs]
        self._ends = frozenset(run.end - 1 for run in self._runs)

    @property
    def is_one(self) -> bool:
        """Whether what the page shows beside people's words is here, beyond doubt."""
        return bool(self._agreed or self._signed) and sum(self._buttons.values()) > 1

    def outline(self) -> Outline | None:
        """Return who wrote what, None where no answer is found."""
        names = self._names()
        if not names:
            return None
        first, last = min(names), max(names)
        others = self._agreed | self._follow | self._signed | self._buttons.keys() | self._after(last)
        title = self._title(first, others)
        if title is not None:
            words = self._lines[title.line].text
            others |= {n for n in range(title.line + 1, first) if self._lines[n].text == words}
        ends = dict(pairwise((*sorted(names), len(self._lines))))
        for name, end in ends.items():
            others |= set(range(name + 1, min(names[name], end)))
        # Of one who has shown pictures alone nothing is left.
        without = {name for name, end in ends.items() if others.issuperset(range(name + 1, end))}
        authors = tuple(self._author(name, names[name], ends[name]) for name in sorted(names.keys() - without))
        return Outline(title, authors, frozenset((others | without) - (names.keys() - without))) if authors else None

    def _take(self, number: int, words: str) -> None:
        if words.endswith(_AGREED):
            self._agreed.add(number)
        elif _SIGNED.match(words) or _RIGHTS.match(words):
            self._signed.add(number)
        elif _pattern(_FOLLOW).fullmatch(words):
            self._follow.add(number)
        elif _pattern(f"{_OF_QUESTION}|{_OF_ANSWER}|{_FOLLOW}").fullmatch(words):
            self._buttons[number] = len(re.findall(f"{_OF_QUESTION}|{_OF_ANSWER}", words))
            if re.search(_OF_QUESTION, words):
                self._question.add(number)

    def _found_runs(self) -> Iterator[_Run]:
        """Yield the runs; one button by itself, as 分享, may be somebody's word: it is none, and no button then."""
        end = 0
        for start in sorted(self._signed | self._buttons.keys()):
            if start < end:
                continue
            end = self._end_of_run(start)
            here = range(start, end)
            is_signed, is_question_s = (not found.isdisjoint(here) for found in (self._signed, self._question))
            if is_signed or sum(self._buttons.get(number, 0) for number in here) > 1:
                yield _Run(start, end, is_signed or not is_question_s)
            elif not is_question_s:
                del self._buttons[start]

    def _end_of_run(self, start: int) -> int:
        """Return where the run that begins at `start` ends; a number below 关注者 or 被浏览 is of it."""
        end = start
        while end < len(self._lines):
            is_count = end - 1 in self._question and _COUNTED.fullmatch(self._lines[end].text)
            if is_count:
                self._buttons[end] = 0
            if end not in self._signed and end not in self._buttons:
                break
            end += 1
        return end

    def _names(self) -> dict[int, int]:
        """Return the numbers of the lines that are names, and where what stands between each and the words ends."""
        found: dict[int, int] = {}
        for number in self._agreed:
            if (name := self._name_above(number)) is not None:
                found[name] = number
        for before, after in zip(self._runs, self._runs[1:], strict=False):
            within = range(before.end, after.start)
            if after.is_of_answer and self._agreed.isdisjoint(within) and len(within) > 1:
                follow = min(self._follow.intersection(within), default=before.end + 1)
                if self._may_be_name(before.end) and follow - before.end <= _MOST_ABOVE:
                    found[before.end] = follow
        return found

    def _name_above(self, number: int) -> int | None:
        """Return which line above the one that says how many agree is the name."""
        start = number
        while start and start - 1 not in self._agreed and start - 1 not in self._ends:
            start -= 1
        above = [line for line in range(start, number) if line not in self._follow]
        if not above:
            return None
        if start and len(above) <= _MOST_ABOVE:
            return next(filter(self._may_be_name, above), None)
        first = number
        while first > start and (first - 1 in self._follow or self._may_be_name(first - 1)):
            first -= 1
            if self._lines[first].above:
                break
        likely = [line for line in range(first, number) if line not in self._follow]
        return (likely[0] if len(likely) <= 2 else likely[-1]) if likely else None

    def _may_be_name(self, number: int) -> bool:
        words = self._lines[number].text
        return len(words) <= _LONGEST_NAME and not _SENTENCE.search(words)

    def _author(self, name: int, agreed: int, end: int) -> Heading:
        """Return the author named in a line, with what stands between that and the words, and below them."""
        known_as = [self._lines[line].text for line in range(name + 1, agreed) if line not in self._follow]
        facts = [Fact(FactKind.BADGE, " · ".join(known_as))] if known_as else []
        said = [agreed] if agreed in self._agreed else []
        below = bisect_right(self._starts, name)
        run = self._runs[below] if below < len(self._runs) and self._starts[below] < end else None
        said += range(run.start, run.end) if run is not None else ()
        pieces = (piece for line in said for piece in _PARTS.split(self._lines[line].text))
        for fact in (fact for piece in pieces for fact in facts_alone(piece.strip())):
            if all(fact.kind is not known.kind for known in facts):
                facts.append(fact)
        return Heading.in_line(name, self._lines[name])._replace(facts=tuple(facts))

    def _title(self, first: int, others: set[int]) -> Heading | None:
        number = next((number for number in range(first) if number not in others), None)
        if number is None or len(self._lines[number].text) > _LONGEST:
            return None
        found = title_of(self._lines[number:], ())
        return found._replace(line=number) if found else Heading.in_line(number, self._lines[number])

    def _after(self, last: int) -> set[int]:
        """Return the lines below the last answer that are of the page: about its author, or other questions."""
        end = self._runs[-1].end if self._runs and self._runs[-1].start > last else len(self._lines)
        tail = range(end, len(self._lines))
        is_page_s = bool(tail) and re.match("[关關][于於]作者|相[关關]|推[荐薦]|被收藏", self._lines[end].text)
        return set(tail) if is_page_s else set()


def _is_likely(words: str) -> bool:
    return len(words) <= _LONGEST and (words[0] in _FIRST or words.endswith(_AGREED))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return what matches `words`, any of them, with the gaps between."""
    return re.compile(f"(?:(?:{words}){_GAP})+")
