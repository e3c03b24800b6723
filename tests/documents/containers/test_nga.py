"""Threads of NGA as ngapost2md writes them are read with floors, votes, places and the comments on posts."""

from __future__ import annotations

from hypothesis import given, settings

from tests.documents.containers.opened import fixture, outline, read, read_by_container
from tests.documents.containers.random_threads import RandomPost, RandomThread, thread_of, threads

THREAD = """\
這家麵館還開嗎
* 吃麵的人
| floor 0
| time 2025-08-16 10:00:00
| votes 5
| place 上海
  路口那家，昨天去關著門。
  有人知道嗎？
  - 0 店員乙
    | floor 1
    | time 2025-08-16 11:00:00
    | votes 1
    休息三天。
  - 0 吃麵的人
    | floor 2
    | time 2025-08-16 11:05:00
    | votes 0
    謝謝！
* 隔壁老王
| floor 2
| time 2025-08-16 10:05:00
| votes -1
  quote 1: 有人知道嗎？
  搬到隔壁街了。"""


def test_a_thread_is_read_whole() -> None:
    assert outline(fixture("ngapost2md.md")) == THREAD


def test_what_only_speaks_of_the_tool_is_none_of_its_threads() -> None:
    assert (
        read_by_container('# 问\n\nMade by ngapost2md\n\n##### <span id="pid0">甲</span>\n\n- 一\n', "a.md")[0]
        == "markdown"
    )


def test_a_hostile_name_and_body_are_words() -> None:
    found = read(
        '### 问\n\n----\n\n##### <span id="pid0">0.[5] \\<pid:0\\> 2025-08-16 10:00:00 by <b>甲</b> by 乙(9)</span>\n'
        f"<script>x</script>[a](file:///etc/passwd)\n{'[' * 20_000}\n\n*---下挂评论---*\n\n*---下挂评论---*\n\n"
        "1.[1] 不是评论\n"
    )
    (answer,) = found.answers
    assert answer.author == "<b>甲</b> by 乙"
    assert not answer.runs
    assert not answer.comments


def _written(post: RandomPost, floor: int) -> str:
    said = f"{floor}.[{floor}] \\<pid:{floor}\\> 2025-08-16 10:05:00 by {post.author}"
    head = f'##### <span id="pid{floor}">{said}</span>\n'
    comments = "".join(
        f"\n\n1.[0] \\<pid:9\\>2025-08-16 11:00:00 by {comment.author}:\n" + "\n\n".join(comment.paragraphs)
        for comment in post.comments
    )
    return (
        "----\n\n"
        + head
        + "\n\n".join(post.paragraphs)
        + (f"\n\n*---下挂评论---*{comments}" if comments else "")
        + "\n\n"
    )


@settings(max_examples=60, deadline=None)
@given(thread=threads())
def test_what_is_written_comes_back(thread: RandomThread) -> None:
    posts = "".join(_written(post, floor) for floor, post in enumerate(thread.posts))
    source = f"### {thread.title}\n\nMade by ngapost2md (c) ludoux [GitHub Repo](https://github.com/ludoux/ngapost2md)\n\n{posts}"
    assert thread_of(read(source)) == thread
