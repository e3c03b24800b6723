"""Chats saved as text are read post by post, without what the program itself says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.documents.containers.opened import fixture, outline, read, read_by_container
from tests.documents.containers.random_threads import RandomThread, thread_of, threads

LOGS = {
    "qq-log.txt": """\
周三羽毛球
* 球馆的阿坚
| time 2024-05-01 19:02:11
| badge 群主
  今晚还打吗？
  三号场订好了。
* 小满
| time 2024-05-01 19:05:02
  打。
* anyone
| time 2024-05-01 19:06:13
  我晚到""",
    "wechat-log.txt": """\
wechat-log
* 球馆的阿坚
| time 2024-05-01 19:02
  今晚还打吗？
* 小满
| time 2024-05-01 19:05
  打。
* 阿坚的猫
| time 2024-05-01 19:06
  喵""",
}
FRAME = (
    "消息记录（此消息记录为文本格式，不支持重新导入）\n\n{rule}\n消息分组:群\n{rule}\n消息对象:{title}\n{rule}\n\n"
)
RULE = "=" * 64


@pytest.mark.parametrize("name", LOGS)
def test_a_log_is_read_whole(name: str) -> None:
    assert outline(fixture(name)) == LOGS[name]


def test_a_log_of_several_chats_is_one_thread_with_headings() -> None:
    parts = [
        FRAME.format(rule=RULE, title=title) + f"2024-05-01 19:02:11 甲(10001)\n{title}好\n\n"
        for title in ("早", "晚")
    ]
    assert outline(read("".join(parts))).split("\n") == [
        "早",
        "* 甲",
        "| time 2024-05-01 19:02:11",
        "  heading 1: 早",
        "  早好",
        "* 甲",
        "| time 2024-05-01 19:02:11",
        "  heading 1: 晚",
        "  晚好",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "会议记录\n\n2024-05-01 19:02 开始\n\n大家讨论了很久。\n\n没有结果。",
        "问题？\n\n作者：甲 2024-05-01 19:02\n\n话。\n\n作者：乙 2024-05-01 19:05\n\n话。",
        "日记\n" * 20 + "2024-05-01 19:02:11 今天\n话\n2024-05-02 19:02:11 今天\n话\n2024-05-03 19:02:11 今天\n话\n",
    ],
)
def test_a_text_with_times_in_it_stays_plain(text: str) -> None:
    assert read_by_container(text)[0] == "text"


def test_a_hostile_log_is_read_as_words() -> None:
    found = read(
        FRAME.format(rule=RULE, title="<b>x</b>" * 90)
        + f"2024-05-01 19:02:11 {'(' * 900}10001)\n<script>x</script>\n\n"
        + f"2024-05-01 19:02:12 甲(10001)\n\u202e{' ' * 9000}话\n"
    )
    assert found.answers[-1].author == "甲"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
@settings(max_examples=40, deadline=None)
@given(thread=threads(comments=False))
def test_what_is_written_comes_back(codec: str, thread: RandomThread) -> None:
    posts = "".join(
        f"2024-05-01 9:02:{number:02} {post.author}(1000{number})\n" + "\n".join(post.paragraphs) + "\n\n"
        for number, post in enumerate(thread.posts)
    )
    source = FRAME.format(rule=RULE, title=thread.title) + posts
    assert thread_of(read(source.encode(codec))) == thread
