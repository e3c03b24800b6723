"""A post of PTT as text is read without what the board puts around it, its lines joined, its remarks as comments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.documents.containers.forums.ptt import body_blocks
from tests.documents.containers.opened import fixture, outline, read, read_by_container
from tests.documents.containers.random_threads import RandomPost, RandomThread, thread_of, threads

POST = """\
Re: [問題] 半夜睡不著怎麼辦
* windowcat
| time Tue Mar 4 02:11:09 2025
| place 192.0.2.7 (臺灣)
| address https://www.ptt.cc/bbs/Life/M.1111111111.A.222.html
| edited 03/04/2025 02:30:00
| nick 窗邊的貓
  quote 1: ※ 引述《nightowl (夜貓)》之銘言：
  quote 1: 每天都兩點才睡
  quote 2: 我也是
  我的辦法是把手機放到客廳，然後躺著聽雨聲，不想明天的事，想到什麼就讓它過去，大概十五分鐘就睡著了。
  真的有用
  - 0 moon88
    | stance 推
    | time 03/04 02:15
    推一個
    明天試試
  - 0 nightowl
    | stance →
    | time 03/04 02:20
    | place 198.51.100.3
    雨聲哪裡找
  - 0 windowcat
    網路上很多
  - 0 coffee1
    | stance 噓
    | time 03/04 02:40
    沒用"""
HEAD = "作者  cat1 (貓)      看板  Life\n標題  [問卦] 睡\n時間  Tue Mar  4 02:11:09 2025\n─────────────\n"


def test_a_post_is_read_whole() -> None:
    assert outline(fixture("ptt-post.txt")) == POST


def test_a_post_copied_from_its_page_has_no_blanks_in_its_head() -> None:
    found = read("作者cat1 (貓)\n看板Life\n標題[問卦] 睡\n時間Tue Mar  4 02:11:09 2025\n\n睡不著\n")
    assert outline(found) == "[問卦] 睡\n* cat1\n| time Tue Mar 4 02:11:09 2025\n| nick 貓\n  睡不著"


@pytest.mark.parametrize("codec", ["utf-8", "big5hkscs", "gb18030", "utf-16"])
def test_a_post_is_told_in_every_encoding(codec: str) -> None:
    text = f"{HEAD}\n睡不著，數了很多羊還是睡不著，怎麼辦才好？\n推 dog2: 起來看書                  03/04 02:15\n"
    name, found = read_by_container(text.encode(codec))
    assert (name, found.answers[0].author, found.answers[0].comments[0].author) == ("ptt", "cat1", "dog2")


@pytest.mark.parametrize(
    "text",
    ["作者：老周\n標題：睡\n時間：昨天\n\n睡不著。", "時間\n作者  cat1\n\n話", "標題  睡\n作者  cat1 (貓)\n\n話"],
)
def test_plain_text_that_names_an_author_stays_plain(text: str) -> None:
    assert read_by_container(text)[0] == "text"


def test_lines_that_the_board_wrapped_are_one_paragraph() -> None:
    row = "一二三四五六七八九十" * 4
    assert [block.words for block in body_blocks([row[:39], row[:20], row[:5], "", "abc " * 19 + "d", "ef"])] == [
        row[:39] + row[:20],
        row[:5],
        "abc " * 19 + "d ef",
    ]


def test_a_post_without_what_the_board_says_ends_at_its_remarks() -> None:
    found = read(f"{HEAD}話\n--\n再話\n\n推 dog2: 好 03/04 02:15\n→ dog2:壞\n")
    (answer,) = found.answers
    assert [span.of(found.text) for span in answer.paragraphs] == ["話"]
    assert [span.of(found.text) for span in answer.comments[0].paragraphs] == ["好", "壞"]


def test_a_hostile_post_is_read_as_words() -> None:
    found = read(f"{HEAD}<script>x</script>\n{': ' * 5000}深\n\x1b[{'1;' * 9000}m\x1b]0;x\x07\n推 {'a' * 9000}: x\n")
    assert "<script>x</script>" in found.text
    assert "\x1b" not in found.text


def _wrapped(words: str) -> str:
    """Return `words` with a line end after every 39 of them, as the board wraps Han."""
    return "\n".join(words[at : at + 39] for at in range(0, len(words), 39))


def _remarks(post: RandomPost) -> str:
    marks = "推噓→"
    return "".join(
        f"{marks[number % 3]} user{number}: {words} {'':10} 03/04 02:15\n"
        for number, comment in enumerate(post.comments)
        for words in comment.paragraphs
    )


@settings(max_examples=60, deadline=None)
@given(thread=threads(extra="", most_posts=1))
def test_what_is_written_comes_back(thread: RandomThread) -> None:
    (post,) = thread.posts
    body = "\n\n".join(map(_wrapped, post.paragraphs))
    source = (
        f"作者  cat1 ({post.author})   看板  Life\n標題  {thread.title}\n"
        f"時間  Tue Mar  4 02:11:09 2025\n{'─' * 39}\n\n{body}\n\n"
        f"--\n※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 192.0.2.7 (臺灣)\n{_remarks(post)}"
    )
    comments = tuple(comment._replace(author=f"user{number}") for number, comment in enumerate(post.comments))
    assert thread_of(read(source)) == thread._replace(posts=(RandomPost("cat1", post.paragraphs, comments),))
