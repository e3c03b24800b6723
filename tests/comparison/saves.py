"""Threads for the tests of comparison, made of posts as a container would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import FactKind
from desktop.documents.containers.drafts import PostDraft, ThreadDraft, fact, paragraphs
from tests.session.commented import document_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.documents import Document

QUESTION = "為什麼讀書要做筆記?"


class Post(NamedTuple):
    """What somebody wrote, and where it stands on the web."""

    author: str
    words: str
    address: str = ""


LIN = Post(
    "林語",
    "讀書的時候做筆記，記得更長久。先生說，筆記是第二個記憶體。\n我們打開網路，看見無數的答案，裡面有些只是轉述。",
)
CHEN = Post(
    "陳默", "筆記太多，反而忘了讀書，這樣的人我見過許多。\n所以我只在書上畫線，讓書自己說話，別的什麼都不用了。"
)
WANG = Post("王一", "讀書是為了讀書，不是為了筆記，更不是為了給人看。\n真正讀進去的東西，過了十年還在，不用翻本子。")
ZHAO = Post(
    "趙二", "我先說一句不中聽的話，抄下來的從來不是自己的。\n要寫就寫自己的想法，哪怕只有三行，也比抄十頁好。"
)


def save(posts: Iterable[Post], title: str = QUESTION, name: str = "saved.html", address: str = "") -> Document:
    """Return the thread of `posts`, as it is read from a file called `name`."""
    drafts = [
        PostDraft(one.author, paragraphs(one.words), facts=fact(FactKind.ADDRESS, one.address)) for one in posts
    ]
    return document_of(ThreadDraft(title, drafts, facts=fact(FactKind.ADDRESS, address)), Path(name))
