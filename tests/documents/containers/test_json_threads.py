"""JSON of forums and of conversations becomes a thread; what is no thread is refused in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import DocumentError, FactKind, FileReason, fact_of, find_threads, open_document
from desktop.documents.containers.json_threads import values
from desktop.documents.moments import moment
from tests.documents.containers.opened import FIXTURES, fixture, outline, read, read_by_container
from tests.documents.containers.random_threads import RandomComment, RandomPost, RandomThread, thread_of, threads

if TYPE_CHECKING:
    from pathlib import Path

FORMS = {
    "ptt.json": """\
[閒聊] 哪家豆漿好喝
* soybean
| time Sat Aug 16 10:00:00 2025
| place 192.0.2.9
| address https://www.ptt.cc/bbs/Food/M.1.A.2.html
| nick 豆子
  公司樓下那家最近漲價了，可是味道還是一樣好，早上七點就開始排隊，排到路口轉彎的地方去了。
  quote 1: 以前比較便宜
  有人知道別家嗎？
  - 0 milk77
    | stance 推
    | time 08/16 10:01
    對面那家
    不用排
  - 0 tea
    | stance 噓
    | time 08/16 10:05
    喝茶啦""",
    "discourse.json": """\
哪种键盘适合写小说？
? inkpot
| floor 1
| time 2025-01-02T03:04:05Z
| votes 4
| replies 1
| nick 墨水瓶
  每天写五千字，手疼。 ~bold 五千字
* redaxis
| floor 2
| time 2025-01-02T04:00:00Z
| edited 2025-01-03T04:00:00Z
  轻一点的。
  item 1: • 红轴
  item 1: • 静电容
  quote 1: 手疼
  code 1: a = 1
  - 0 inkpot
    | floor 3
    | time 2025-01-02T05:00:00Z
    | nick 墨水瓶
    谢谢，见这个。 ~link 这个 https://example.org/k
  - 1 redaxis > inkpot
    | floor 4
    不客气。
* penfan
| floor 5
  用笔。""",
    "v2ex.json": """\
大家午饭吃什么
? lunchbox
| time 2025-01-04T14:13:20Z
| address https://www.v2ex.com/t/9
  楼下只有面。
* ricecooker
| time 2025-01-04T14:14:20Z
| votes 2
  带饭
  省钱
* noodle9
| time 2025-01-04T14:15:20Z
  面
  也好""",
    "zhihu-api.json": """\
怎样早起？
* 早起的人
| time 2025-01-04 22:13
| edited 2025-01-05 22:13
| votes 12
| replies 1
| address https://www.zhihu.com/question/5/answer/11
| badge 六点起床
  早睡。
  figure 1: 闹钟
* 夜班工人
| votes 0
| address https://www.zhihu.com/question/5/answer/12
  不必早起。""",
    "models.json": """\
一句话说清什么是熵
? user
| time 2025-01-04T14:13:20Z
  什么是熵？请只用一句话。
* 北辰-7
  熵是乱的量。 ~bold 乱
* 小石-2
  item 1: • 熵增
  item 1: • 不可逆
* user
  再短一点。""",
    "arena.json": """\
如何煮蛋？
* 北辰-7
  水开八分钟。
* 小石-2
  蒸也行。""",
    "chatgpt.json": """\
雨伞
? user
| time 2025-01-04T14:13:20Z
  伞骨用什么材料好？我常在海边用。
* model-x
  碳纤维。""",
    "claude.json": """\
茶
? human
| time 2025-01-05T10:00:00Z
  绿茶用多少度的水泡？要不要洗茶？
* assistant
  八十度。
  不必洗。
* human
  红茶呢？
* assistant
  九十度以上。""",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_thread_is_read_whole(name: str) -> None:
    assert outline(fixture(name)) == FORMS[name]


def test_several_posts_are_several_threads_to_choose_from(tmp_path: Path) -> None:
    article: dict[str, object] = json.loads((FIXTURES / "ptt.json").read_text("utf-8"))[0]
    other: dict[str, object] = {**article, "article_title": "另一篇", "author": "tea", "messages": []}
    path = tmp_path / "posts.jl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in (article, other)), "utf-8")
    found_in = find_threads(path)
    assert [thread.title for thread in found_in] == ["[閒聊] 哪家豆漿好喝", "另一篇"]
    found = open_document(found_in[1].path)
    assert (found.title, [answer.author for answer in found.answers]) == ("另一篇", ["tea"])
    assert [thread.title for thread in find_threads(tmp_path)] == ["[閒聊] 哪家豆漿好喝", "另一篇"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_json_is_told_in_every_encoding(codec: str) -> None:
    text = json.dumps(
        {"question": "花怎么养？", "answers": {"甲": "少浇水。", "乙": "多晒太阳。"}}, ensure_ascii=False
    )
    name, found = read_by_container(text.encode(codec))
    assert (name, found.title, [answer.author for answer in found.answers]) == ("json", "花怎么养？", ["甲", "乙"])


PLAIN = ["[問卦] 睡不著\n\n甲\n\n\n話", "{甲說}\n\n話", "[[甲]]\n\n话", "[1] 注"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_bracket_at_the_head_of_a_text_is_none_of_json(text: str) -> None:
    assert read_by_container(text)[0] == "text"


NO_THREADS = {
    "another file": '{"name": "package", "version": "1.0"}',
    "nothing": "{}",
    "a list of nothing": "[]",
    "cut short": '[{"article_title": "花", "messages": [',
    "nested too deep": '{"a":' * 100_000,
    "nested too deep, whole": '{"question": "q", "answers": ' + '[{"a":' * 50_000 + "1" + "}]" * 50_000 + "}",
    "a number too long": '{"data": [{"author": {"name": "a"}, "content": ' + "9" * 10_000 + "}]}",
    "of other kinds": '{"post_stream": {"posts": [1, null, "a"]}, "messages": 3, "mapping": [], "data": {"a": 1}}',
    "a circle": '{"mapping": {"a": {"parent": "b"}, "b": {"parent": "a"}}, "current_node": "a"}',
    "a circle of children": '{"history": {"messages": {"a": {"childrenIds": ["a"], "text": "x", "role": "user"}}}}',
}


@pytest.mark.parametrize("case", NO_THREADS)
def test_what_is_no_thread_is_refused(case: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(NO_THREADS[case], "a.json")
    assert caught.value.reason is FileReason.NOT_A_THREAD


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MOST_VALUES", 2)
    with pytest.raises(DocumentError):
        read('[{"question": "q", "answers": {"a": "b"}}]')


def test_what_a_post_holds_is_never_run() -> None:
    found = read(
        json.dumps(
            {
                "title": "<b>题</b>",
                "post_stream": {
                    "posts": [
                        {
                            "post_number": 10**30,
                            "username": "<i>a</i>",
                            "cooked": "<script>x</script><p onclick=y>话</p>",
                        },
                        {
                            "post_number": -1,
                            "username": 5,
                            "reply_to_post_number": -1,
                            "cooked": "<div>" * 3000 + "深",
                        },
                    ]
                },
            }
        )
    )
    assert (found.title, found.answers[0].author) == ("<b>题</b>", "<i>a</i>")
    assert "script" not in found.text
    assert "深" in found.text


@pytest.mark.parametrize("value", [1e308, -5, 10**40, 10**400, True, None, float("nan"), 99999999999999])
def test_a_moment_is_a_date_or_nothing(value: object) -> None:
    assert not moment(value)


def _ptt(thread: RandomThread) -> object:
    (post,) = thread.posts
    messages = [
        {
            "push_tag": "推",
            "push_userid": f"user{number}",
            "push_content": f": {words}",
            "push_ipdatetime": "03/04 02:15",
        }
        for number, comment in enumerate(post.comments)
        for words in comment.paragraphs
    ]
    return {
        "article_title": thread.title,
        "author": f"cat1 ({post.author})",
        "content": "\n\n".join(post.paragraphs),
        "messages": messages,
    }


@settings(max_examples=60, deadline=None)
@given(thread=threads(most_posts=1))
def test_a_post_of_ptt_comes_back(thread: RandomThread) -> None:
    (post,) = thread.posts
    comments = tuple(comment._replace(author=f"user{number}") for number, comment in enumerate(post.comments))
    wanted = thread._replace(posts=(RandomPost("cat1", post.paragraphs, comments),))
    assert thread_of(read(json.dumps(_ptt(thread)))) == wanted


def _cooked(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{words.replace('&', '&amp;')}</p>" for words in paragraphs)


def _discourse(thread: RandomThread) -> object:
    posts: list[object] = []

    def add(post: RandomPost | RandomComment, to: int) -> None:
        number = len(posts) + 1
        posts.append(
            {
                "post_number": number,
                "username": post.author,
                "cooked": _cooked(post.paragraphs),
                "reply_to_post_number": to,
            }
        )

    for post in thread.posts:
        add(post, 1 if posts else 0)
        number = len(posts)
        for comment in post.comments if number > 1 else ():
            add(comment, number)
    return {"title": thread.title, "post_stream": {"posts": posts}}


@settings(max_examples=60, deadline=None)
@given(thread=threads())
def test_a_topic_of_discourse_comes_back(thread: RandomThread) -> None:
    wanted = thread._replace(posts=(thread.posts[0]._replace(comments=()), *thread.posts[1:]))
    assert thread_of(read(json.dumps(_discourse(thread)))) == wanted


@settings(max_examples=60, deadline=None)
@given(thread=threads(comments=False))
def test_the_answers_of_models_come_back(thread: RandomThread) -> None:
    answers = [{"model": post.author, "content": "\n\n".join(post.paragraphs)} for post in thread.posts]
    assert thread_of(read(json.dumps({"question": thread.title, "answers": answers}))) == thread


_KEYS = [
    *("data", "author", "name", "content", "messages", "article_title", "post_stream", "posts", "cooked", "chat"),
    *("replies", "member", "mapping", "parent", "history", "childrenIds", "question", "answers", "result"),
]


@settings(max_examples=60, deadline=None)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(_KEYS),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_any_value_is_a_thread_or_refused(value: object) -> None:
    try:
        assert read(json.dumps([{"a": value}, value]), "a.json").answers
    except DocumentError as error:
        assert error.reason in {FileReason.NOT_A_THREAD, FileReason.EMPTY}


@pytest.mark.parametrize(
    "asked", ["什么是熵？\n请只用一句话。", ["什么是熵？", "请只用一句话。"], "1. 什么是熵？\n2. 请只用一句话。"]
)
@pytest.mark.parametrize("title", ["", "什么是熵？ 请只用一句话。"])
def test_a_first_question_in_several_lines_keeps_its_own_text(asked: object, title: str) -> None:
    thread = {
        "title": title,
        "messages": [{"role": "user", "content": asked}, {"role": "gpt", "content": "乱的量。"}],
    }
    found = read(json.dumps(thread), "熵.json")
    assert (found.title, [answer.is_question for answer in found.answers]) == (title or "熵", [True, False])
    assert [len(answer.paragraphs) for answer in found.answers] == [2, 1]


def test_an_answer_of_zhihu_was_written_when_its_site_shows_it() -> None:
    answer = {"author": {"name": "甲"}, "content": "<p>早。</p>", "created_time": 1605924720}
    found = read(json.dumps({"data": [answer]}), "a.json")
    assert fact_of(found.answers[0].facts, FactKind.TIME) == "2020-11-21 10:12"
