"""Drafts to be written: random threads, and one with everything that a thread can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import (
    BlockDraft,
    CommentDraft,
    PostDraft,
    RunDraft,
    ThreadDraft,
    fact,
    paragraphs,
)
from desktop.documents.document import BlockKind, FactKind, RunKind

if TYPE_CHECKING:
    from tests.documents.containers.random_threads import RandomThread

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
"""What begins as a PNG does: nobody decodes it here."""


def draft_of(thread: RandomThread) -> ThreadDraft:
    """Return a random thread as a draft of plain paragraphs."""
    posts = [
        PostDraft(
            post.author,
            paragraphs("\n".join(post.paragraphs)),
            [CommentDraft(one.author, paragraphs("\n".join(one.paragraphs))) for one in post.comments],
        )
        for post in thread.posts
    ]
    return ThreadDraft(thread.title, posts)


def everything() -> ThreadDraft:
    """Return a thread with every kind of block, run and fact, with words that each form takes for its own marks."""
    blocks = (
        BlockDraft("# 先說 *結論* <b>&amp;"),
        BlockDraft("兩件事", BlockKind.HEADING, 2),
        BlockDraft(
            "粗體，斜體，連結，代碼a|b", runs=(RunDraft(0, 2, RunKind.BOLD), RunDraft(3, 5, RunKind.EMPHASIS),
            RunDraft(6, 8, RunKind.LINK, "https://example.org/a?b=1&c=(2)"), RunDraft(9, 14, RunKind.CODE)),
        ),
        BlockDraft("有人說過", BlockKind.QUOTE),
        BlockDraft("又有人說", BlockKind.QUOTE, 2),
        BlockDraft("• 山", BlockKind.ITEM),
        BlockDraft("• 水", BlockKind.ITEM),
        BlockDraft("• 深水", BlockKind.ITEM, 2),
        BlockDraft("3. 第三", BlockKind.ITEM),
        BlockDraft("4. 第四", BlockKind.ITEM),
        BlockDraft("if a < b:\n    print(\"```\")", BlockKind.CODE),
        BlockDraft("甲 | 乙", BlockKind.ROW),
        BlockDraft("丙 | 丁", BlockKind.ROW),
        BlockDraft("一張圖", BlockKind.FIGURE, picture="p"),
        BlockDraft("不在這裡的圖", BlockKind.FIGURE),
    )  # fmt: skip
    comments = [
        CommentDraft("乙 › 丙", paragraphs("同意\n真的"), facts=fact(FactKind.VOTES, 3)),
        CommentDraft("丙", paragraphs("我不"), "乙 › 丙", 1, fact(FactKind.TIME, "2024-01-02 10:00")),
        CommentDraft("丁", paragraphs("<!-- x -->"), "丙", 2),
        CommentDraft("戊", paragraphs("另一條")),
    ]
    facts = (
        *fact(FactKind.TIME, "2024-01-01"),
        *fact(FactKind.EDITED, "2024-01-03"),
        *fact(FactKind.VOTES, 12),
        *fact(FactKind.ADDRESS, "https://example.org/1"),
        *fact(FactKind.PLACE, "上海"),
        *fact(FactKind.FLOOR, 2),
        *fact(FactKind.BADGE, "種花的人 · 作家"),
        *fact(FactKind.NICK, "小甲"),
        *fact(FactKind.STANCE, "推"),
    )
    posts = [
        PostDraft("問的人", paragraphs("想養花。\n養什麼？"), is_question=True),
        PostDraft("# 甲君", blocks, comments, facts),
        PostDraft("<b>乙君</b>", paragraphs("1. 不是清單\n- 也不是")),
    ]
    return ThreadDraft("養花 # 難嗎？<i>", posts, fact(FactKind.ADDRESS, "https://example.org/q"), {"p": PICTURE})
