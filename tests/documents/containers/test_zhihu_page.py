"""Saved pages of Zhihu: questions with answers and comments, one answer, articles, and the data for their scripts."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.documents import open_document
from tests.documents.containers.random_threads import RandomComment, RandomThread, thread_of, threads
from tests.documents.containers.saved import (
    FIXTURES,
    blocks,
    comments,
    facts,
    names,
    open_damaged,
    opened,
    paragraphs,
    runs,
)

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = FIXTURES / "zhihu-question.html"


def data_script(entities: object) -> str:
    state = json.dumps({"initialState": {"entities": entities}}, ensure_ascii=False).replace("<", "\\u003C")
    return f'<script id="js-initialData" type="text/json">{state}</script>'


ANSWER = {
    "id": "82",
    "author": {"name": "三號樓的林姐", "headline": "讀者"},
    "content": "<p>睡到自然醒。</p><p>再看一本書。</p>",
    "voteupCount": 5,
    "commentCount": 2,
    "createdTime": 1_717_207_200,
    "updatedTime": 1_717_207_200,
    "ipInfo": "IP 属地上海",
    "question": {"id": "7001", "title": "週末怎麼安排？"},
}
COMMENTS = {
    "1": {
        "id": "1",
        "answerId": "82",
        "content": "<p>哪本？</p>",
        "author": {"member": {"name": "阿貓"}},
        "likeCount": 3,
        "childComments": [{"id": "2", "content": "剛好那本。", "author": {"name": "三號樓的林姐"}}],
    },
    "2": {"id": "2", "answerId": "82", "content": "剛好那本。", "author": {"name": "三號樓的林姐"}},
}


def test_a_question_saved_by_singlefile() -> None:
    document = open_document(QUESTION)
    assert document.origin.container == "page"
    assert (document.title, names(document)) == ("周末怎么安排才不算浪费？", ["", "河边的老周", "三号楼的林姐"])
    assert facts(document.facts) == {"address": "https://www.zhihu.com/question/7001"}
    asked, first, second = document.answers
    assert asked.is_question
    assert not first.is_question
    assert paragraphs(document, asked) == ["平时上班，周末想出门又怕挤。", "有人和我一样吗？"]
    assert facts(first.facts) == {
        "time": "2024-05-02 00:30",
        "edited": "2024-05-03 09:00",
        "votes": "1302",
        "replies": "3",
        "address": "https://www.zhihu.com/question/7001/answer/81",
        "place": "浙江",
        "badge": "钓鱼十年",
    }
    assert paragraphs(document, second) == ["睡到自然醒，", "再看一本书。"]
    assert facts(second.facts)["votes"] == "12000"
    assert document.sha256 == "c9c50a7ca0fd037e300e7b39e1bf078d2f74c80d14007928cbdafc187b38def9"


def test_what_the_editor_of_zhihu_makes_becomes_blocks_and_runs() -> None:
    document = open_document(QUESTION)
    answer = document.answers[1]
    assert blocks(document, answer) == [
        ("paragraph", 1, "早上去河边走一圈，见 这张地图。"),
        ("heading", 2, "带什么"),
        ("item", 1, "• 水"),
        ("item", 1, "• 帽子"),
        ("item", 2, "1. 草帽"),
        ("item", 2, "2. 雨帽"),
        ("quote", 1, "慢慢走，不赶路。"),
        ("figure", 1, "河边的柳树"),
        ("paragraph", 1, "路长 L=2\\pi r 左右[1]。"),
        ("paragraph", 1, "走路的书"),
        ("code", 1, "7:00 出门\n  8:00 早饭"),
        ("row", 1, "天 | 去处"),
        ("row", 1, "六 | 河边"),
        ("paragraph", 1, "[1] 县志第三卷 https://example.org/zhi"),
    ]
    assert runs(document, answer) == [
        ("bold", "河边", ""),
        ("link", "这张地图", "https://example.org/map?a=1"),
        ("emphasis", "不赶路", ""),
        ("link", "走路的书", "https://example.org/book"),
        ("link", "https://example.org/zhi", "https://example.org/zhi"),
    ]
    (figure,) = (block for block in answer.blocks if block.picture)
    assert document.pictures[figure.picture].startswith(b"\x89PNG")


def test_comments_have_their_depth_and_whom_they_answer() -> None:
    document = open_document(QUESTION)
    assert comments(document, document.answers[1]) == [
        ("三号楼的林姐", "", 0, ["哪段河？[思考]"]),
        ("河边的老周", "三号楼的林姐", 1, ["东门那段。"]),
        ("keke", "", 0, ["同去。"]),
    ]
    assert facts(document.answers[1].comments[0].facts) == {"time": "2024-05-02", "votes": "12", "place": "上海"}


@pytest.mark.parametrize("below", [" · 上海", " · IP 属地上海", "IP 属地：上海"])
def test_where_a_comment_was_written_is_told_in_any_of_the_ways_of_the_site(tmp_path: Path, below: str) -> None:
    page = QUESTION.read_text("utf-8")
    assert "<span> · 上海</span>" in page
    document = opened(tmp_path, page.replace("<span> · 上海</span>", f"<span>{below}</span>"))
    assert facts(document.answers[1].comments[0].facts)["place"] == "上海"


def test_comments_of_older_pages(tmp_path: Path) -> None:
    older = (
        '<div class="AnswerItem" data-zop=\'{"authorName":"甲"}\'><div class="RichContent-inner">'
        '<span class="RichText"><p>話。</p></span></div><ul class="NestComment">'
        '<li class="NestComment--rootComment"><div class="CommentItemV2"><div class="CommentItemV2-meta">'
        '<span class="UserLink"><a class="UserLink-link">阿貓</a></span><span class="CommentItemV2-time">2020-01-02'
        '</span></div><div class="CommentItemV2-metaSibling"><div class="CommentRichText CommentItemV2-content">'
        '<div class="RichText ztext">說得好</div></div><div class="CommentItemV2-footer">'
        '<button class="CommentItemV2-likeBtn">7</button></div></div></div></li>'
        '<li class="NestComment--child"><div class="CommentItemV2"><div class="CommentItemV2-meta">'
        '<span class="UserLink">匿名用户</span><span class="CommentItemV2-reply">回复</span>'
        '<span class="UserLink"><a class="UserLink-link">阿貓</a></span></div>'
        '<div class="CommentRichText CommentItemV2-content"><div class="RichText ztext">同感</div></div></div></li>'
        "</ul></div>"
    )
    document = opened(tmp_path, f"<!DOCTYPE html><h1 class=QuestionHeader-title>題</h1>{older}")
    (answer,) = document.answers
    assert comments(document, answer) == [("阿貓", "", 0, ["說得好"]), ("匿名用户", "阿貓", 1, ["同感"])]
    assert facts(answer.comments[0].facts) == {"time": "2020-01-02", "votes": "7"}


def test_the_data_of_a_page_complete_what_it_shows(tmp_path: Path) -> None:
    shown = (
        '<h1 class="QuestionHeader-title">週末怎麼安排？</h1>'
        '<div class="AnswerItem" data-zop=\'{"authorName":"河邊的老周","itemId":81}\'><div class="RichContent-inner">'
        '<span class="RichText"><p>去河邊。</p></span></div></div>'
        '<div class="AnswerItem" data-zop=\'{"authorName":"三號樓的林姐","itemId":82}\'>'
        '<div class="RichContent-inner"><span class="RichText">睡到…</span></div></div>'
    )
    asked = {"id": 7001, "title": "週末怎麼安排？", "detail": "<p>求教。</p>", "author": {"name": "提問者"}}
    more = {**ANSWER, "id": "83", "author": {"name": "丙"}, "content": "<p>加班。</p>"}
    saved = data_script({"questions": {"7001": asked}, "answers": {"82": ANSWER, "83": more}, "comments": COMMENTS})
    document = opened(tmp_path, f"<!DOCTYPE html><html><body>{shown}{saved}</body></html>")
    assert names(document) == ["提問者", "河邊的老周", "三號樓的林姐", "丙"]
    _, first, second, _ = document.answers
    assert paragraphs(document, first) == ["去河邊。"]
    assert paragraphs(document, second) == ["睡到自然醒。", "再看一本書。"]
    assert facts(second.facts) == {
        "time": "2024-06-01 10:00",
        "votes": "5",
        "replies": "2",
        "address": "https://www.zhihu.com/question/7001/answer/82",
        "place": "上海",
        "badge": "讀者",
    }
    assert comments(document, second) == [
        ("阿貓", "", 0, ["哪本？"]),
        ("三號樓的林姐", "阿貓", 1, ["剛好那本。"]),
    ]


def test_broken_data_leave_what_the_page_shows(tmp_path: Path) -> None:
    page = QUESTION.read_text("utf-8").replace("</body>", '<script id="js-initialData">{"initialState": [</script>')
    assert opened(tmp_path, page).text == open_document(QUESTION).text


def test_data_of_another_shape_are_none(tmp_path: Path) -> None:
    strange = data_script({"answers": {"1": ["x"], "2": {"content": 5, "author": "甲", "createdTime": "?"}}})
    document = opened(tmp_path, f"<!DOCTYPE html>{strange}<p>只有這些字。</p>")
    assert paragraphs(document, document.answers[0]) == ["只有這些字。"]


def test_an_article(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        "<!DOCTYPE html><!-- saved from url=(0030)https://zhuanlan.zhihu.com/p/9 --><title>走路 - 知乎</title>"
        '<article class="Post-Main"><h1 class="Post-Title">走路的好處</h1><div class="Post-Author">'
        '<div class="AuthorInfo"><span class="AuthorInfo-name"><a class="UserLink-link">河邊的老周</a></span></div>'
        "</div>"
        '<div class="Post-RichTextContainer"><div class="RichText Post-RichText"><p>慢走。</p></div></div>'
        '<div class="ContentItem-time">发布于 2021-02-03 04:05</div>'
        '<button class="VoteButton--up" aria-label="赞同 9"></button></article>',
    )
    (answer,) = document.answers
    assert (document.title, answer.author, paragraphs(document, answer)) == ("走路的好處", "河邊的老周", ["慢走。"])
    assert facts(answer.facts) == {
        "time": "2021-02-03 04:05",
        "votes": "9",
        "address": "https://zhuanlan.zhihu.com/p/9",
    }


def written(thread: RandomThread) -> str:
    items = "".join(
        f"<div class='AnswerItem' data-zop='{escape(json.dumps({'authorName': post.author, 'itemId': number}))}'>"
        f"<div class='RichContent-inner'><span class='RichText'>{_paragraphs(post.paragraphs)}</span></div>"
        f"<div>{''.join(map(_comment, post.comments))}</div></div>"
        for number, post in enumerate(thread.posts)
    )
    title = f"<h1 class='QuestionHeader-title'>{escape(thread.title)}</h1>"
    return f"<!DOCTYPE html><html><body>{title}{items}</body></html>"


def _paragraphs(some: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(words)}</p>" for words in some)


def _comment(comment: RandomComment) -> str:
    name = f"<a href='https://www.zhihu.com/people/x'>{escape(comment.author)}</a>"
    return f"<div data-id='1'>{name}<div class='CommentContent'>{_paragraphs(comment.paragraphs)}</div></div>"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(thread=threads(extra=" az09.&<>'\""))
def test_a_random_thread_comes_back(tmp_path: Path, thread: RandomThread) -> None:
    assert thread_of(opened(tmp_path, written(thread))) == thread


def test_damaged_pages_are_read_or_refused(tmp_path: Path) -> None:
    assert open_damaged(tmp_path, QUESTION.name) > 0
