"""A thread with structure for the tests: blocks and runs of every kind, comments, facts, pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents import BlockKind, Document, FactKind, RunKind
from desktop.documents.containers.composing import compose
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.drafts import (
    BlockDraft,
    BlockWriter,
    CommentDraft,
    PostDraft,
    ThreadDraft,
    fact,
    paragraphs,
)
from desktop.documents.document import ThreadOrigin

if TYPE_CHECKING:
    from collections.abc import Mapping

LINK = "https://example.org/notes?a=1&b=2"
ANSWER = "https://example.org/answer/1"

COMMENTS = (
    CommentDraft(
        "王小明",
        paragraphs("說得好，軟體沒有人再看。\n我也寫筆記。"),
        facts=fact(FactKind.VOTES, "32") + fact(FactKind.TIME, "2024-05-01T12:30:00"),
    ),
    CommentDraft("李后来", paragraphs("我不同意，软件里存了三千条；这么说的人不多。"), to="王小明", depth=1),
    CommentDraft("", paragraphs("沒有名字的一句話。"), facts=fact(FactKind.TIME, "2024-05-03")),
)


def structured_blocks() -> tuple[BlockDraft, ...]:
    """Return a block of each kind, with a run of each kind."""
    writer = BlockWriter()
    writer.words("讀書的人知道")
    for kind, words in (
        (RunKind.BOLD, "筆記是第二個記憶體"),
        (RunKind.EMPHASIS, "真的有人看 How to Read"),
        (RunKind.LINK, "這篇舊文章"),
        (RunKind.CODE, "baijia --data-dir"),
    ):
        writer.begin_run(kind, LINK if kind is RunKind.LINK else "")
        writer.words(words)
        writer.end_run()
        writer.words("，")
    for kind, level, marker, words in (
        (BlockKind.HEADING, 1, "", "先說結論"),
        (BlockKind.QUOTE, 2, "", "引文裡的引文。"),
        (BlockKind.ITEM, 1, "1. ", "每天只記三行。"),
        (BlockKind.ITEM, 1, "2. ", "每週重讀一次。"),
        (BlockKind.ROW, 1, "", "方法 | 時間"),
        (BlockKind.ROW, 1, "", "抄書 | 三年"),
    ):
        writer.begin(kind, level, marker)
        writer.words(words)
        writer.end()
    writer.code("def read(book):\n    return book.notes")
    writer.figure("遠山落日", "a")
    writer.figure("沒有存下來的圖")
    writer.words("以上。")
    return writer.blocks


def structured(
    pictures: Mapping[str, bytes] | None = None, comments: tuple[CommentDraft, ...] = COMMENTS
) -> ThreadDraft:
    """Return a thread of a question and two answers, of which the first has structure and `comments`."""
    facts = (
        fact(FactKind.VOTES, "321")
        + fact(FactKind.TIME, "2024-05-01T08:00:00")
        + fact(FactKind.BADGE, "圖書館員")
        + fact(FactKind.ADDRESS, ANSWER)
    )
    posts = (
        PostDraft("林語", structured_blocks(), comments, facts),
        PostDraft("陳默", paragraphs("筆記太多，反而忘了讀書。\n所以我只在書上畫線。")),
    )
    return ThreadDraft("為什麼讀書要做筆記?", posts, pictures=pictures or {})


def document_of(draft: ThreadDraft, path: Path = Path("thread.json")) -> Document:
    """Return the document that a container makes of `draft`, read from `path`."""
    extract = compose(draft, ThreadFile(path))
    return Document(
        extract.title,
        extract.text,
        hashlib.sha256(extract.text.encode()).hexdigest(),
        extract.encoding,
        extract.answers,
        ThreadOrigin(path, "test"),
        extract.title_span,
        extract.facts,
        extract.pictures,
    )
