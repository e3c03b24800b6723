"""The few words that are added to a thread that is written to a file, and by which it is read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.documents.document import Fact


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a form adds, in the script that the thread is shown in: it is read again by these.

    `language` is their BCP 47 tag. `unnamed` stands where nobody is named and a heading is needed.
    """

    language: str
    comments: str
    contents: str
    unnamed: str
    asked: str
    notes: str
    terms: str
    facts: Mapping[FactKind, str]
    colon: str = "："

    def said(self, facts: Iterable[Fact]) -> list[str]:
        """Return each of `facts` behind what it is."""
        return [f"{self.facts[fact.kind]}{self.colon}{fact.words}" for fact in facts]


_TRADITIONAL = Labels(
    "zh-Hant",
    "評論",
    "目錄",
    "佚名",
    "問題",
    "批註",
    "關鍵詞",
    {
        FactKind.TIME: "時間",
        FactKind.EDITED: "修改於",
        FactKind.VOTES: "贊同",
        FactKind.REPLIES: "評論數",
        FactKind.ADDRESS: "連結",
        FactKind.PLACE: "屬地",
        FactKind.FLOOR: "樓層",
        FactKind.BADGE: "身分",
        FactKind.NICK: "暱稱",
        FactKind.STANCE: "立場",
    },
)
_SIMPLIFIED = Labels(
    "zh-Hans",
    "评论",
    "目录",
    "佚名",
    "问题",
    "批注",
    "关键词",
    {
        FactKind.TIME: "时间",
        FactKind.EDITED: "修改于",
        FactKind.VOTES: "赞同",
        FactKind.REPLIES: "评论数",
        FactKind.ADDRESS: "链接",
        FactKind.PLACE: "属地",
        FactKind.FLOOR: "楼层",
        FactKind.BADGE: "身份",
        FactKind.NICK: "昵称",
        FactKind.STANCE: "立场",
    },
)
_LABELS = {labels.language: labels for labels in (_TRADITIONAL, _SIMPLIFIED)}
KIND_OF_LABEL: Mapping[str, FactKind] = {
    label: kind for labels in _LABELS.values() for kind, label in labels.facts.items()
}
"""What each label of either language says."""


def labels_in(language: str) -> Labels:
    """Return the words of `language`: "zh-Hant", or else those of "zh-Hans"."""
    return _LABELS.get(language, _SIMPLIFIED)
