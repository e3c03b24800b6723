"""Markdown in which a saver of threads, or a blog, says by its structure who wrote what.

- One answer a file, below front matter with its author: zhihu-backup-collect
  (https://github.com/qtqz/zhihu-backup-collect), chouheiwa's downloader (`type: zhihu-answer`), Obsidian Web Clipper
  (https://help.obsidian.md/web-clipper), posts of Jekyll (https://jekyllrb.com/docs/front-matter/) and Hugo.
- A question with its answers, each below `# [甲君的回答](address)`: chouheiwa's `type: zhihu-question`.
- `# question`, then `**作者**: 甲君` and the like up to a rule: Zhihu++ (https://github.com/zly2006/zhihu-plus-plus).
- `# question`, `## 作者: 甲君  赞同: 13`, the answer, `#### 原链接: address`, perhaps several: zhihu-python
  (https://github.com/egrcc/zhihu-python).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import PostDraft, ThreadDraft, fact, one_line
from desktop.documents.containers.markdown.pieces import blocks_of_pieces
from desktop.documents.containers.markdown.zhihu_comments import comments_of
from desktop.documents.document import FactKind
from desktop.documents.layouts.facts import bare_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.documents.containers.drafts import CommentDraft
    from desktop.documents.containers.markdown.front_matter import FrontMatter
    from desktop.documents.containers.markdown.pieces import MarkdownPiece
    from desktop.documents.containers.pictures import HeldPictures
    from desktop.documents.document import Fact

SITE = re.compile(r"\s+[-–—|_]\s*(?:知乎|知乎专栏|知乎專欄|V2EX|豆瓣|NGA玩家社区)$")
"""What the title of a page ends with, and is no part of the question."""
_LONGEST_TITLE = 400
_UNREAD = re.compile(r"^\(\d+\s*(?:封私信|条消息|條訊息)[^()]*\)\s*")
_ANSWER = re.compile(r"(?P<name>\S.*?)\s*(?:的回答|的答案)$")
_VOTED = re.compile(r"作者\s*[:：]\s*\S.*\s(?:赞同|贊同)\s*[:：]\s*\d")
_LEAD = re.compile(r"作者\s*[:：]\s*")
_LINK = re.compile(r"原链接\s*[:：]\s*(?P<address>\S*)")
_FIELD = re.compile(r"\s*(?:[-*>]\s+)?\*\*(?P<key>[^*]{1,12}?)\s*[:：]?\*\*\s*[:：]?\s*(?P<value>.*)$")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_COMMENTS = frozenset({"评论", "評論", "评论区", "Comments"})

_FRONT_FACTS = (
    (FactKind.TIME, ("published", "date", "created", "created_at", "pubdate", "time")),
    (FactKind.EDITED, ("modified", "updated", "updated_at", "lastmod", "edited")),
    (FactKind.VOTES, ("upvote_num", "voteup_count", "voteup", "votes", "upvotes", "likes")),
    (FactKind.REPLIES, ("comment_num", "comment_count", "comments")),
    (FactKind.ADDRESS, ("url", "source", "link", "answer_url", "permalink")),
    (FactKind.PLACE, ("location", "ip_location")),
    (FactKind.BADGE, ("author_badge", "author_headline")),
)
_SAID_FACTS: Mapping[str, FactKind] = {
    "简介": FactKind.BADGE,
    "簡介": FactKind.BADGE,
    "时间": FactKind.TIME,
    "時間": FactKind.TIME,
    "发布时间": FactKind.TIME,
    "創建時間": FactKind.TIME,
    "创建时间": FactKind.TIME,
    "编辑时间": FactKind.EDITED,
    "更新时间": FactKind.EDITED,
    "赞同": FactKind.VOTES,
    "赞同数": FactKind.VOTES,
    "点赞": FactKind.VOTES,
    "评论": FactKind.REPLIES,
    "评论数": FactKind.REPLIES,
    "链接": FactKind.ADDRESS,
    "原文链接": FactKind.ADDRESS,
    "来源": FactKind.ADDRESS,
    "IP 属地": FactKind.PLACE,
    "IP属地": FactKind.PLACE,
}


def question_of(title: str) -> str:
    """Return the title of a page without the name of its site, and without how many messages are unread."""
    title = one_line(title)
    return SITE.sub("", _UNREAD.sub("", title)) if len(title) <= _LONGEST_TITLE else title


def front_facts(front: FrontMatter) -> tuple[Fact, ...]:
    """Return what front matter says about the post below it."""
    return tuple(one for kind, keys in _FRONT_FACTS for one in fact(kind, front.words(*keys)))


def of_sections(
    pieces: Sequence[MarkdownPiece], front: FrontMatter | None, lines: Sequence[str], pictures: HeldPictures
) -> ThreadDraft | None:
    """Return the thread whose answers stand below `# [甲君的回答](address)`; None for another form."""
    named = {at: match for at, piece in enumerate(pieces) if (match := _answer_of(piece))}
    if not named:
        return None
    starts = list(named)
    title, rest = title_and_rest(pieces[: starts[0]], front)
    asked = front.words("author") if front else ""
    posts = [PostDraft(asked, blocks_of_pieces(rest), is_question=True)]
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        body, comments = parted(pieces[start + 1 : end], lines, pictures)
        facts = fact(FactKind.ADDRESS, pieces[start].address)
        posts.append(PostDraft(named[start]["name"], blocks_of_pieces(body), comments, facts))
    return ThreadDraft(title, posts, front_facts(front) if front else ())


def of_votes(pieces: Sequence[MarkdownPiece]) -> ThreadDraft | None:
    """Return the thread whose answers stand below `## 作者: 甲君  赞同: 13`; None for another form."""
    starts = [at for at, piece in enumerate(pieces) if piece.level == 2 and _VOTED.match(piece.words)]
    if not starts or not any(piece.level == 1 for piece in pieces[: starts[0]]):
        return None
    title = next(piece.words for piece in pieces if piece.level == 1)
    before = [piece for piece in pieces[: starts[0]] if piece.level != 1]
    posts = [PostDraft("", blocks_of_pieces(before), is_question=True)]
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        name, _, facts = bare_name(_LEAD.sub("", pieces[start].words))
        body: list[MarkdownPiece] = []
        for piece in pieces[start + 1 : end]:
            if piece.level > 1 and (link := _LINK.match(piece.words)):
                facts = (*facts, *fact(FactKind.ADDRESS, piece.address or link["address"]))
            elif piece.level != 1 or piece.words != title:
                body.append(piece)
        posts.append(PostDraft(name, blocks_of_pieces(body), facts=facts))
    return ThreadDraft(title, posts)


def of_fields(pieces: Sequence[MarkdownPiece], lines: Sequence[str], pictures: HeldPictures) -> ThreadDraft | None:
    """Return the answer below `# question` and fields with its `**作者**: 甲君`; None for another form."""
    if not pieces or pieces[0].level != 1:
        return None
    author, end = "", pieces[0].end
    facts: list[Fact] = []
    while end < len(lines) and not _RULE.match(lines[end]):
        found = _FIELD.match(lines[end])
        if lines[end].strip() and not found:
            break
        key, value = (found["key"].strip(), found["value"].strip()) if found else ("", "")
        if key in {"作者", "答主", "Author"}:
            author = value
        elif kind := _SAID_FACTS.get(key):
            facts += fact(kind, value)
        end += 1
    if not author:
        return None
    body, comments = parted([piece for piece in pieces if piece.line >= end], lines, pictures)
    return ThreadDraft(pieces[0].words, [PostDraft(author, blocks_of_pieces(body), comments, facts)])


def of_front_matter(
    pieces: Sequence[MarkdownPiece], front: FrontMatter, lines: Sequence[str], pictures: HeldPictures
) -> ThreadDraft:
    """Return the one post below `front`, by its author."""
    title, rest = title_and_rest(pieces, front)
    body, comments = parted(rest, lines, pictures)
    author = front.words("author", "authors", "creator")
    return ThreadDraft(title, [PostDraft(author, blocks_of_pieces(body), comments, front_facts(front))])


def title_and_rest(pieces: Sequence[MarkdownPiece], front: FrontMatter | None) -> tuple[str, Sequence[MarkdownPiece]]:
    """Return the question that `front` or else a first heading has, and the pieces without that heading."""
    title = question_of(front.words("title", "question") if front else "")
    first = pieces[0] if pieces and pieces[0].level == 1 else None
    if first is not None and (not title or question_of(first.words) == title):
        return title or first.words, pieces[1:]
    return title, pieces


def parted(
    pieces: Sequence[MarkdownPiece], lines: Sequence[str], pictures: HeldPictures
) -> tuple[Sequence[MarkdownPiece], tuple[CommentDraft, ...]]:
    """Return the pieces of an answer and the comments below a heading `## 评论`, with the rule above it left out.

    `lines` are those of the source that the pieces count in.
    """
    at = next((at for at, one in enumerate(pieces) if one.level and one.words in _COMMENTS), None)
    if at is None:
        return pieces, ()
    last = pieces[-1].end if pieces[-1].end > pieces[at].end else len(lines)
    return pieces[:at], comments_of(lines[pieces[at].end : last], pictures)


def _answer_of(piece: MarkdownPiece) -> re.Match[str] | None:
    if piece.level not in {1, 2} or not piece.address or len(piece.words) > _LONGEST_TITLE:
        return None
    return _ANSWER.match(piece.words)
