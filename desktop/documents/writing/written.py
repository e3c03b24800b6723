"""What the forms in which a thread is written have in common: the language it is in, and the few words added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import NO_WORDS
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.documents.containers.drafts import BlockDraft, PostDraft
    from desktop.documents.document import Fact


class ThreadForm(StrEnum):
    """A form in which a thread is saved; its value is the ending of its files."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    HTML = ".html"
    EPUB = ".epub"


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
COMMENTS = frozenset(labels.comments for labels in _LABELS.values())
"""What stands above comments in either language."""

_MARKER = re.compile(r"(?:•|(?P<number>\d{1,9})\.) (?=\S)")


def labels_in(language: str) -> Labels:
    """Return the words of `language`: "zh-Hant", or else those of "zh-Hans"."""
    return _LABELS.get(language, _SIMPLIFIED)


def parted_marker(words: str) -> tuple[str, str]:
    """Return the mark that the words of an item begin with ("• ", "3. "), "" for none, and the words behind it."""
    found = _MARKER.match(words)
    return (found[0], words[found.end() :]) if found else ("", words)


def is_wordless(posts: Sequence[PostDraft]) -> bool:
    """Tell whether there is nothing in `posts` to write."""
    return not any(post.blocks or post.comments for post in posts)


def words_of_figure(block: BlockDraft) -> str:
    """Return the alternative words of a figure, "" where it has none."""
    return "" if block.words == NO_WORDS else block.words


def kind_of_picture(data: bytes) -> tuple[str, str]:
    """Return the media type of a picture and the ending of its files, by its first bytes; ("", "") for no picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png", ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", ".jpg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif", ".gif"
    return ("image/webp", ".webp") if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else ("", "")
