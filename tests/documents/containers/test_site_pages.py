"""Threads in pages of sites other than Zhihu: as each site writes them, and as schema.org describes them."""

from __future__ import annotations

import json
from html import escape
from itertools import chain, groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.documents import open_document
from tests.documents.containers.random_threads import RandomComment, RandomThread, thread_of, threads
from tests.documents.containers.saved import FIXTURES, names, open_damaged, opened, outline, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.documents.containers.random_threads import RandomPost

OUTLINES = {
    "zhihuhelp": [
        "title 周末怎么安排才不算浪费？",
        "answer 河边的老周",
        "  votes: 13",
        "  replies: 2",
        "  time: 2020-01-02",
        "  edited: 2020-02-03",
        "  badge: 钓鱼十年",
        "  paragraph 1 早上去河边。",
        "  figure 1 柳树",
        "answer 三号楼的林姐",
        "  votes: 389",
        "  paragraph 1 睡觉。",
    ],
    "discourse": [
        "title 週末怎麼安排",
        "  address: https://forum.example.org/t/weekend/12",
        "asked 三號樓的林姐",
        "  floor: 1",
        "  time: 2024-01-02T00:00:00Z",
        "  votes: 4",
        "  address: https://forum.example.org/t/weekend/12/1",
        "  badge: 園丁",
        "  paragraph 1 大家週末做什麼？:smile:",
        "answer 河邊的老周",
        "  floor: 2",
        "  address: https://forum.example.org/t/weekend/12/2",
        "  paragraph 1 三號樓的林姐:",
        "  quote 1 大家週末做什麼？",
        "  paragraph 1 釣魚。",
        "  figure 1 一尾魚",
    ],
    "discourse-plain": [
        "title 週末怎麼安排",
        "asked 三號樓的林姐",
        "  floor: 1",
        "  time: 2024-01-02T00:00:00Z",
        "  votes: 4",
        "  paragraph 1 大家週末做什麼？",
        "answer 河邊的老周",
        "  floor: 2",
        "  time: 2024-01-03T00:00:00Z",
        "  paragraph 1 釣魚。",
    ],
    "v2ex": [
        "title 周末怎么安排",
        "  address: https://www.v2ex.com/t/12",
        "asked linjie",
        "  time: 2024-01-02 03:04:05 +08:00",
        "  address: https://www.v2ex.com/t/12",
        "  paragraph 1 求建议。",
        "  paragraph 1 谢谢各位。",
        "answer laozhou",
        "  floor: 1",
        "  time: 2024-01-02 04:00:00 +08:00",
        "  votes: 3",
        "  address: https://www.v2ex.com/t/12#r_501",
        "  paragraph 1 钓鱼。",
        "  paragraph 1 或者睡觉，看 这里",
        "answer linjie",
        "  floor: 2",
        "  time: 100 天前",
        "  address: https://www.v2ex.com/t/12#r_502",
        "  badge: OP",
        "  paragraph 1 @laozhou 好。",
    ],
    "stack-exchange": [
        "title 怎麼養花？",
        "  address: https://garden.example.org/questions/7/flowers",
        "asked 三號樓的林姐",
        "  time: 2024-01-02 00:00:00Z",
        "  edited: 2024-01-03 00:00:00Z",
        "  votes: 5",
        "  paragraph 1 花總是枯。",
        "  code 1 水 = 1\n光 = 0",
        "  comment 阿貓 >  0",
        "    time: 2024-01-02 01:00:00Z",
        "    votes: 2",
        "    哪種花？",
        "answer 河邊的老周",
        "  time: 2024-01-05 00:00:00Z",
        "  votes: 9",
        "  address: https://garden.example.org/a/8",
        "  paragraph 1 少澆水。",
    ],
    "schema-microdata": [
        "title 怎么养花？",
        "asked 林姐",
        "  time: 2024-01-02T00:00Z",
        "  paragraph 1 总是枯。",
        "answer 老周",
        "  votes: 12",
        "  address: https://qa.example.org/7#8",
        "  paragraph 1 少浇水。",
        "  item 1 • 早上",
        "  comment 阿猫 >  0",
        "    对。",
        "  comment 老周 > 阿猫 1",
        "    谢谢。",
        "answer 丙",
        "  votes: 1",
        "  paragraph 1 换盆。",
    ],
    "schema-json": [
        "title 怎麼養花？",
        "asked 林姐",
        "  time: 2024-01-02",
        "  paragraph 1 總是枯。",
        "  paragraph 1 看 圖。",
        "answer 老周",
        "  votes: 12",
        "  address: https://qa.example.org/7#8",
        "  paragraph 1 少澆水。",
        "  paragraph 1 多曬。",
        "  comment 阿貓 >  0",
        "    對 & 好。",
        "  comment 老周 > 阿貓 1",
        "    謝。",
        "answer 丙",
        "  paragraph 1 換盆。",
    ],
    "schema-discussion": [
        "title 週末怎麼安排",
        "asked 林姐",
        "  address: https://forum.example.org/1",
        "  paragraph 1 大家做什麼？",
        "answer 老周",
        "  time: 2024-01-03",
        "  paragraph 1 釣魚。",
        "  comment 阿貓 >  0",
        "    帶我。",
    ],
    "ptt-page": [
        "title [問卦] 週末怎麼安排？",
        "  address: https://www.ptt.cc/bbs/Gossiping/M.1.A.1.html",
        "answer riverside",
        "  nick: 河邊的老周",
        "  time: Sat Nov 28 20:11:05 2026",
        "  address: https://www.ptt.cc/bbs/Gossiping/M.1.A.1.html",
        "  quote 1 有人說週末要睡飽",
        "  quote 2 不然沒力氣",
        "  paragraph 1 早上去河邊走一圈，看看有沒有人在那裡釣魚，如果有的話就坐下來聊一聊天，然後再回來吃飯。",
        "  paragraph 1 圖 https://example.org/a.jpg",
        "  paragraph 1 下午看書。",
        "  comment lady3f >  0",
        "    stance: 推",
        "    time: 11/28 20:12",
        "    推一個",
        "    續行",
        "  comment noodle >  0",
        "    stance: 噓",
        "    time: 11/28 20:14",
        "    睡覺",
    ],
}
DIGESTS = {
    "zhihuhelp": "82c5ff46f7318f8989da0f5b4870d1728cce4779bc4e03147c71937443995abd",
    "discourse": "77508a12216213f79c4eeb9cd05afb3cde43ee4c6b2fe2a731fabade49b01a6a",
    "discourse-plain": "c7f6a8ad846ef3dbe137964ec440592ac12c5c912c4f664b5c927ab71d3cddc1",
    "v2ex": "bd01a22cca2231be4931af161bfead25ca0f28f128ee8012763ea26168fe8727",
    "stack-exchange": "5593cea774a5e8ce2e460b4b39c59beeff4f30e5b14839767e06ff1e0750d123",
    "schema-microdata": "d136d32762c5350e4580974381c844ca3e82c400db5ef14c8707ba41a63498e2",
    "schema-json": "ad5f6d38c11367602f3c2e2db39ba9d7f45875ef86fe845b5c99591b780bfdfd",
    "schema-discussion": "6503613d26226e72915d4976ebcfcf114d3415e8fa5ce89c1a9278daaed09959",
    "ptt-page": "8b1334eea2fdb1f20ccb8cfdfd5a68676341986c95970ab74a82053ce7b18593",
}


@pytest.mark.parametrize("name", OUTLINES)
def test_a_page_of_a_site_is_a_thread(name: str) -> None:
    document = open_document(FIXTURES / f"{name}.html")
    assert outline(document) == OUTLINES[name]
    assert document.origin.container == "page"


@pytest.mark.parametrize("name", DIGESTS)
def test_the_same_page_gives_the_same_text(name: str) -> None:
    assert open_document(FIXTURES / f"{name}.html").sha256 == DIGESTS[name]


@pytest.mark.parametrize("name", OUTLINES)
def test_damaged_pages_are_read_or_refused(name: str, tmp_path: Path) -> None:
    assert open_damaged(tmp_path, f"{name}.html") > 0


def test_links_within_posts_lead_where_the_page_was() -> None:
    document = open_document(FIXTURES / "v2ex.html")
    assert [runs(document, answer) for answer in document.answers] == [
        [("bold", "建议", "")],
        [("link", "这里", "https://example.org/a")],
        [("link", "laozhou", "https://www.v2ex.com/member/zhou")],
    ]


HOSTILE = {
    "data that are no thread": '<script type="application/ld+json">{"@type":"QAPage","mainEntity":[[],{}]}</script>',
    "broken data": '<script type="application/ld+json">{"@type":"QAPage","mainEntity":{</script>',
    "deep data": f'<script type="application/ld+json">{"[" * 100_000}</script>',
    "a comment in itself": '<script type="application/ld+json">{"@type":"DiscussionForumPosting","comment":'
    + '{"comment":' * 900
    + "1"
    + "}" * 900
    + "}</script>",
    "an answer without anything": '<div itemscope itemtype="https://schema.org/Answer"></div>',
    "a question in a question": '<div itemscope itemtype="https://schema.org/Question">' * 300,
    "an article of nothing": '<article data-post-id="1"></article>',
    "remarks without a name": '<div id="main-content"><div class="push"></div></div>',
    "a screen of one line": '<div id="main-content"><span class="article-meta-value"></span>' + "a" * 100_000,
    "an empty topic": '<div class="header"><h1></h1></div><div class="topic_content"></div>',
    "a name without an answer": '<div class="question-title"><h1>問</h1></div><span class="author-name">甲</span>',
    "floors of words": '<article data-post-id="x" data-post-number="一"><div class="cooked">話</div></article>',
    "a time of no year": '<article data-post-id="1"><i class="relative-date" data-time="9999999999999999"></i>',
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_only_looks_like_a_thread_is_read_as_any_page(case: str, tmp_path: Path) -> None:
    document = opened(tmp_path, f"<!DOCTYPE html><html><body>{HOSTILE[case]}<p>河邊的話。</p></body></html>")
    assert "河邊的話。" in document.text or names(document) != []


# -- random threads, written as each site does -----------------------------------------------------------------


def _page(head: str, body: Iterable[str]) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(body)}</body></html>"


def _paragraphs(some: Iterable[str]) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in some)


def zhihuhelp(thread: RandomThread) -> str:
    def answer(post: RandomPost) -> str:
        return (
            f"<div class=answer><div class=author><span class=author-name><a>{escape(post.author)}</a></span></div>"
            f"<div class=content><div>{_paragraphs(post.paragraphs)}</div></div><div class=comment>赞同:1</div></div>"
        )

    answers = "".join(map(answer, thread.posts))
    title = f"<div class=question-title><h1>{escape(thread.title)}</h1></div>"
    return _page("", [title, f"<div class=answer>{answers}</div>"])


def discourse(thread: RandomThread) -> str:
    def post(number: int, one: RandomPost) -> str:
        return (
            f"<div class=topic-post><article data-post-id={number} data-post-number={number + 2}>"
            f"<div class=names><span class=username><a>{escape(one.author)}</a></span></div>"
            f"<div class=cooked>{_paragraphs(one.paragraphs)}</div></article></div>"
        )

    title = f"<div id=topic-title><h1><a class=fancy-title>{escape(thread.title)}</a></h1></div>"
    return _page("", [title, *(post(number, one) for number, one in enumerate(thread.posts))])


def v2ex(thread: RandomThread) -> str:
    def reply(number: int, post: RandomPost) -> str:
        words = "<br>".join(map(escape, post.paragraphs))
        return (
            f"<div class=cell id=r_{number}><table><tr><td><strong><a href='/member/x'>{escape(post.author)}</a>"
            f"</strong><span class=no>{number}</span><div class=reply_content>{words}</div></td></tr></table></div>"
        )

    title = f"<div id=Main><div class=header><h1>{escape(thread.title)}</h1></div>"
    return _page("", [title, *(reply(number, post) for number, post in enumerate(thread.posts))])


def stack_exchange(thread: RandomThread) -> str:
    def comment(one: RandomComment) -> str:
        words = "<br>".join(map(escape, one.paragraphs))
        name = f"<a class=comment-user>{escape(one.author)}</a>"
        return f"<li class=comment><span class=comment-copy>{words}</span>{name}</li>"

    def post(number: int, one: RandomPost) -> str:
        kind = "class=answer data-answerid=1" if number else "id=question class=question data-questionid=1"
        comments = f"<ul class=comments-list>{''.join(map(comment, one.comments))}</ul>"
        signature = (
            f"<div class='post-signature owner'><div class=user-details><a>{escape(one.author)}</a></div></div>"
        )
        body = f"<div class=js-post-body>{_paragraphs(one.paragraphs)}</div>"
        return f"<div {kind}>{body}{signature}{comments}</div>"

    title = f"<div id=question-header><h1>{escape(thread.title)}</h1></div>"
    return _page("", [title, *(post(number, one) for number, one in enumerate(thread.posts))])


def microdata(thread: RandomThread) -> str:
    def item(kind: str, name: str, paragraphs: Iterable[str], more: str = "") -> str:
        text = f"<div itemprop=text>{_paragraphs(paragraphs)}</div>"
        author = f"<b itemprop=author itemscope><i itemprop=name>{escape(name)}</i></b>"
        return f"<div itemscope itemtype='https://schema.org/{kind}'>{text}{author}{more}</div>"

    def answer(post: RandomPost) -> str:
        comments = "".join(item("Comment", one.author, one.paragraphs) for one in post.comments)
        return item("Answer", post.author, post.paragraphs, comments)

    title = f"<h1 itemprop=name>{escape(thread.title)}</h1>"
    answers = "".join(map(answer, thread.posts))
    return _page("", [f"<div itemscope itemtype='http://schema.org/Question'>{title}{answers}</div>"])


def linked_data(thread: RandomThread) -> str:
    def thing(kind: str, name: str, paragraphs: Iterable[str], comments: Iterable[RandomComment] = ()) -> object:
        below = [thing("Comment", one.author, one.paragraphs) for one in comments]
        return {"@type": kind, "author": {"name": name}, "text": "\n".join(map(escape, paragraphs)), "comment": below}

    answers = [thing("Answer", post.author, post.paragraphs, post.comments) for post in thread.posts]
    question = {"@type": "Question", "name": thread.title, "suggestedAnswer": answers}
    data = json.dumps({"@type": "QAPage", "mainEntity": question}).replace("<", "\\u003C")
    return _page(f'<script type="application/ld+json">{data}</script>', [])


def ptt(thread: RandomThread) -> str:
    def meta(tag: str, words: str) -> str:
        value = f"<span class=article-meta-value>{escape(words)}</span>"
        return f"<div class=article-metaline><span class=article-meta-tag>{tag}</span>{value}</div>"

    def push(name: str, words: str) -> str:
        who = f"<span class=push-tag>→</span><span class=push-userid>{escape(name)}</span>"
        return f"<div class=push>{who}<span class=push-content>: {escape(words)}</span></div>"

    (post,) = thread.posts
    head = meta("作者", post.author) + meta("標題", thread.title) + meta("時間", "今天")
    words = "\n\n".join(map(escape, post.paragraphs))
    pushes = "".join(push(one.author, words) for one in post.comments for words in one.paragraphs)
    return _page("", [f"<div id=main-content>{head}\n{words}\n\n{pushes}</div>"])


WITH_COMMENTS = (stack_exchange, microdata, linked_data)
WITHOUT = (zhihuhelp, discourse, v2ex)
SETTINGS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
MARKS = " az09.&<>'\""


@pytest.mark.parametrize("write", WITH_COMMENTS)
@SETTINGS
@given(thread=threads(MARKS))
def test_a_random_thread_with_comments_comes_back(
    tmp_path: Path, write: Callable[[RandomThread], str], thread: RandomThread
) -> None:
    assert thread_of(opened(tmp_path, write(thread))) == thread


@pytest.mark.parametrize("write", WITHOUT)
@SETTINGS
@given(thread=threads(MARKS, comments=False))
def test_a_random_thread_comes_back(
    tmp_path: Path, write: Callable[[RandomThread], str], thread: RandomThread
) -> None:
    assert thread_of(opened(tmp_path, write(thread))) == thread


@SETTINGS
@given(thread=threads(" az09.&", most_posts=1))
def test_a_random_article_with_remarks_comes_back(tmp_path: Path, thread: RandomThread) -> None:
    (post,) = thread.posts
    remarks = tuple(
        RandomComment(name, tuple(chain.from_iterable(one.paragraphs for one in some)))
        for name, some in groupby(post.comments, lambda one: one.author)
    )
    assert thread_of(opened(tmp_path, ptt(thread))) == thread._replace(posts=(post._replace(comments=remarks),))
