"""Threads as forums have them, laid out from drafts: several posts by one person, comments, votes, times."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from desktop.documents import Document, FactKind, ThreadOrigin
from desktop.documents.containers.composing import compose
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.drafts import CommentDraft, PostDraft, ThreadDraft, fact, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.session import Session


def comment(author: str, words: str = "說得好。") -> CommentDraft:
    """Return a comment of one paragraph."""
    return CommentDraft(author, paragraphs(words))


def post(
    author: str,
    words: str = "說了一句話。",
    *comments: CommentDraft,
    votes: object = None,
    time: object = None,
    asks: bool = False,
) -> PostDraft:
    """Return a post of some paragraphs, with its comments and what the site says of it."""
    facts = (*fact(FactKind.VOTES, votes), *fact(FactKind.TIME, time))
    return PostDraft(author, paragraphs(words), comments, facts, asks)


def thread(*posts: PostDraft, title: str = "怎麼養花？", path: Path = Path("/養花.html")) -> Document:
    """Return the document that these posts make."""
    found = compose(ThreadDraft(title, posts), ThreadFile(path))
    digest = sha256(found.text.encode()).hexdigest()
    origin = ThreadOrigin(path, "html")
    return Document(found.title, found.text, digest, found.encoding, found.answers, origin, found.title_span)


def put(session: Session, document: Document) -> Document:
    """Have `session` open a document that lies in no file."""
    with patch("desktop.session.files.shelf.read_thread", return_value=document):
        assert session.shelf.open(document.path)
    return document


FORUM = thread(
    post(
        "林問", "陽台朝北，想養花，養什麼？\n預算不多。", comment("乙"), votes=3, time="2020-11-20 09:00", asks=True
    ),
    post("甲", "先看光。", comment("林問", "沒有直射光。"), comment("丙"), votes=321, time="2020-11-21 10:12"),
    post("乙", "蕨類最耐陰，我養了三年，一盆也沒有死。", votes="1.2 万", time="2020-11-21T01:00:00Z"),
    post("甲", "補充：澆水要見乾見濕。", comment("乙", "同意。"), comment("丁"), comment("丙"), time="2020-11-23"),
    post("戊", "買假花。", votes="3.4K", time="昨天"),
    post("甲", "再補充。", comment("丁", "又來了。"), votes=5, time="2020-11-22"),
)
"""林問 asks; 甲 answers three times, 乙 and 戊 once; 乙 comments as well; 丙 and 丁 only comment."""


def crowd(posts: int, people: int, *, comments: int = 0) -> Document:
    """Return a thread of so many posts by so many people, in turn, with so many comments on each."""
    return thread(
        *(
            post(
                f"網友{number % people}號",
                f"第{number}樓，說些什麼。",
                *(comment(f"路人{(number * comments + one) % people}") for one in range(comments)),
                votes=number * 7 % 1000,
                time=f"2020-11-{1 + number % 28:02} 10:{number % 60:02}",
            )
            for number in range(posts)
        )
    )


def names(document: Document, answers: Iterable[int]) -> str:
    """Return who wrote these answers, one character each."""
    return "".join(document.answers[answer].author[0] for answer in answers)
