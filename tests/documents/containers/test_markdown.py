"""Markdown is told from plain text by what is in it, and what savers write in it becomes a thread."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.markdown import threads as markdown
from desktop.documents.containers.markdown.front_matter import front_matter
from desktop.documents.containers.markdown.pieces import blocks_of_markdown
from tests.documents.containers.opened import fixture, outline, read, read_by_container
from tests.documents.containers.random_threads import RandomComment, RandomPost, RandomThread, thread_of, threads
from tests.documents.threads import SIMPLIFIED

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
WIDE = "\u3000"
FORMS = {
    "zhihu-backup.md": """\
阳台朝北，种什么好：香草还是蕨？
* 晒不到太阳的阿敏
| time 2025-03-02 08:10
| edited 2025-03-05 21:40
| votes 1204
| replies 3
| address https://www.zhihu.com/question/900001/answer/800001
| place 苏州
| badge 园艺爱好者
  先看一天有几个小时的直射光。少于两个小时就别种迷迭香了。 ~bold 直射光。
  quote 1: 薄荷也要太阳。
  quote 2: 不，薄荷要水。
  我家现在有：
  item 1: • 铁线蕨
  item 1: • 波士顿蕨
  item 2: 1. 大的一盆
  item 2: 2. 小的一盆
  figure 1: 窗台上的蕨
  更多在这篇文章里。 ~link 这篇文章 https://example.org/ferns
  - 0 北窗
    | time 2025-03-03
    | place 南京
    | votes 12
    铁线蕨难养。
    真的难。
  - 1 晒不到太阳的阿敏 > 北窗
    | time 2025-03-04
    | votes 0
    多喷水就好。
  - 0 路过的人
    收藏了""",
    "zhihu-question.md": """\
下雨天你会做什么？
| address https://www.zhihu.com/question/900002
? 好奇的小邱
  最好是一个人能做的事。
* 甲午
| address https://www.zhihu.com/question/900002/answer/1
  看书。
  heading 2: 看什么书
  随便什么书。
* 乙未
| address https://www.zhihu.com/question/900002/answer/2
  睡觉。""",
    "zhihu-python.md": """\
怎样煮好一锅粥？
* 砂锅先生
| votes 27
| address http://www.zhihu.com/question/900003/answer/11
  米要先泡。
  火要小。
* 电饭煲
| votes 12000
| address http://www.zhihu.com/question/900003/answer/12
  按一下开关。""",
    "zhihu-plus.md": """\
冬天怎样早起？
* 被窝里的人
| badge 起床困难户
| votes 88
  把闹钟放远一点。
  再睡五分钟。""",
    "web-clipper.md": """\
怎样选一把好伞？
* 伞匠
| time 2025-06-01
| address https://www.zhihu.com/question/900005/answer/31
  伞骨要粗。
  伞面要轻。""",
    "blog-post.md": """\
养猫一年记
*
| time 2025-01-09
  去年今天它来了。
  heading 2: 吃
  它什么都吃。
  heading 2: 睡
  它哪里都睡。""",
    "headings.md": """\
會議記錄：要不要種樹
?
  主席宣布開會。
* 林姐
  種。理由見附件。 ~bold 種。 ~link 附件 https://example.org/annex
* 老周
  不種。""",
}


@pytest.mark.parametrize("name", FORMS)
def test_what_a_saver_writes_is_read_whole(name: str) -> None:
    assert outline(fixture(name)) == FORMS[name]


# -- which files are Markdown -------------------------------------------------------------------------------------

PLAIN = {
    "names that stand apart": ("a.md", SIMPLIFIED),
    "headings in a text": ("a.txt", "# 问题\n\n## 甲君\n\n话。\n\n## 乙君\n\n**话**。\n"),
    "bylines": ("a.txt", "问题？\n\n作者：甲\n\n话。\n\n作者：乙\n\n话。\n"),
    "a transcript": ("a.txt", "### 唐鳳：\n\n大家好。\n\n### 主席：\n\n請坐。\n"),
    "a rule at the head": ("a.txt", "---\n\n甲\n\n\n话\n\n---\n"),
    "names apart and a mark or two": ("a.md", f"{SIMPLIFIED}\n\n**好**的\n\n**花**"),
}


@pytest.mark.parametrize("case", PLAIN)
def test_plain_text_stays_plain(case: str) -> None:
    name, text = PLAIN[case]
    assert read_by_container(text, name)[0] == "text"


MARKED = {
    "front matter in a text": ("a.txt", "---\ntitle: 花\n---\n话。\n"),
    "a saver's byline in a text": ("a.txt", "# 问\n## 作者: 甲  赞同: 3\n话\n"),
    "many links and lists in a text": (
        "a.txt",
        "# 问\n\n- [一](https://a.example/1)\n- [二](https://a.example/2)\n- **三**\n",
    ),
    "a note": ("a.md", "# 问\n\n- 一\n- 二\n"),
    "in GBK": ("a.md", "# 问\n\n- 一\n- **二**\n".encode("gb18030")),
}


@pytest.mark.parametrize("case", MARKED)
def test_markdown_is_told_by_what_is_in_it(case: str) -> None:
    name, text = MARKED[case]
    assert read_by_container(text, name)[0] == "markdown"


# -- blocks, runs and pictures ------------------------------------------------------------------------------------


def test_every_block_is_of_its_kind() -> None:
    source = (
        "一句[话](https://example.org/a)，*轻*，`码`。<br>二\n\n> 引\n>\n> > 深\n\n3. 三\n4. 四\n   - 五\n\n"
        "```\nif a:\n    b\n```\n\n"
        "| 花 | 水 |\n|---|---|\n| 兰 | 少 |\n\n![花](https://example.org/a.png)后\n\n### 题 ![图](x.png)\n\n完\n"
    )
    found = read(f"---\ntitle: 题\nauthor: 甲\n---\n{source}")
    assert outline(found).split("\n")[2:] == [
        "  一句话，轻，码。 ~link 话 https://example.org/a ~emphasis 轻 ~code 码",
        "  二",
        "  quote 1: 引",
        "  quote 2: 深",
        "  item 1: 3. 三",
        "  item 1: 4. 四",
        "  item 2: • 五",
        "  code 1: if a:",
        "    b",
        "  row 1: 花 | 水",
        "  row 1: 兰 | 少",
        "  figure 1: 花",
        "  后",
        "  heading 3: 题 图",
        "  完",
    ]


def test_bold_that_ends_with_a_mark_before_han_is_bold() -> None:
    (block,) = blocks_of_markdown("先说**重点。**然后**再说，**别的。")
    assert [(block.words[run.start : run.end]) for run in block.runs] == ["重点。", "再说，"]
    assert block.words == "先说重点。然后再说，别的。"


def test_lines_that_end_sentences_are_paragraphs_and_others_are_joined() -> None:
    assert [block.words for block in blocks_of_markdown("一句。\n两句！\n三\n\n这一行没有\n说完\n\nfoo\nbar")] == [
        "一句。",
        "两句！",
        "三",
        "这一行没有说完",
        "foo bar",
    ]


def test_a_picture_that_the_file_holds_is_kept() -> None:
    found = read(
        f"---\nauthor: 甲\n---\n![花](data:image/png;base64,{PIXEL})\n\n![][1]\n\n"
        f"[1]: <data:image/png;base64,{PIXEL}>\n"
    )
    ((name, data),) = found.pictures.items()
    assert [block.picture for block in found.answers[0].blocks] == [name, name]
    assert data.startswith(b"\x89PNG")


@pytest.mark.parametrize("data", ["AAAA", "%%%", "PHN2Zz4="])
def test_what_is_no_picture_is_its_alternative_words(data: str) -> None:
    found = read(f"---\nauthor: 甲\n---\n![花](data:image/png;base64,{data})\n")
    assert not found.pictures
    assert "花" in found.text


def test_a_picture_beside_the_file_is_kept_and_its_info_names_the_author() -> None:
    beside = {
        "images/1.png": b"\x89PNG\r\n\x1a\n",
        "info.json": json.dumps({"title": "问？ - 知乎", "author": {"name": "甲"}}),
    }
    file = ThreadFile(
        Path("a.zip"),
        "index.md",
        "# 问？\n\n![花](./images/1.png)\n\n- 话\n".encode(),
        lambda name: (
            (found.encode() if isinstance(found, str) else found)
            if (found := beside.get(name.removeprefix("./")))
            else None
        ),
    )
    draft = markdown.draft(file, None)
    assert (draft.title, [post.author for post in draft.posts], len(draft.pictures)) == ("问？", ["甲"], 1)


# -- front matter -------------------------------------------------------------------------------------------------


def test_front_matter_that_is_no_yaml_is_read_by_lines() -> None:
    front = front_matter("---\ntitle: 问：好: 吗: ?\nauthor: '甲: 乙'\ntags:\n  - a\n  - b\nempty:\n---\n话")
    assert front is not None
    assert (front.words("title"), front.words("author"), front.words("tags"), front.words("empty")) == (
        "问：好: 吗: ?",
        "甲: 乙",
        "a、b",
        "",
    )
    assert front.body == "话"


HOSTILE = {
    "a billion laughs": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nauthor: 甲\n---\n话",
    "a tag that would run": "---\nauthor: !!python/object/apply:os.system ['true']\n---\n话",
    "deep lists": f"---\nauthor: {'[' * 20_000}\n---\n话",
    "deep quotes": f"---\nauthor: 甲\n---\n{'> ' * 20_000}话",
    "deep lists in the text": f"---\nauthor: 甲\n---\n{'- ' * 5_000}话",
    "brackets": f"---\nauthor: 甲\n---\n{'[' * 40_000}话",
    "a paragraph of a million": f"---\nauthor: 甲\n---\n{'*a_' * 300_000}话",
    "wide blanks within a tag": f"---\nauthor: 甲\n---\n<span id={WIDE * 9_000}话",
    "wide blanks and what stands for them": f"---\nauthor: 甲\n---\n\U000f0000<span id={WIDE * 9_000}话",
    "a script": "---\nauthor: 甲\n---\n<script>alert(1)</script>\n\n[这](javascript:alert(1))话<img src='file:///etc/passwd'>",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_read_as_words(case: str) -> None:
    found = read(HOSTILE[case])
    assert "话" in found.text
    assert not found.pictures
    assert all(run.address == "" for answer in found.answers for run in answer.runs)


# -- what is written comes back -----------------------------------------------------------------------------------


def _comment(comment: RandomComment) -> str:
    return "\n\n".join([f"### {comment.author}", *comment.paragraphs, "03-04 南京 2 赞"])


def _backup(post: RandomPost, title: str) -> str:
    head = f"---\ntitle: {title}\nauthor: {post.author}\nupvote_num: 3\n---\n"
    body = "\n\n".join(post.paragraphs)
    comments = "\n\n".join(_comment(comment) for comment in post.comments)
    return head + body + (f"\n\n---\n\n## 评论\n\n{comments}\n" if comments else "\n")


@settings(max_examples=60, deadline=None)
@given(thread=threads(most_posts=1))
def test_an_answer_with_comments_comes_back(thread: RandomThread) -> None:
    assert thread_of(read(_backup(thread.posts[0], thread.title))) == thread


@settings(max_examples=60, deadline=None)
@given(thread=threads(comments=False))
def test_a_question_with_answers_comes_back(thread: RandomThread) -> None:
    answers = (
        f"# [{post.author}的回答](https://www.zhihu.com/question/1/answer/2)\n\n" + "\n\n".join(post.paragraphs)
        for post in thread.posts
    )
    source = f'---\ntitle: "{thread.title}"\ntype: zhihu-question\n---\n\n' + "\n\n".join(answers)
    assert thread_of(read(source)) == thread


@settings(max_examples=60, deadline=None)
@given(thread=threads(comments=False))
def test_authors_in_headings_come_back(thread: RandomThread) -> None:
    answers = (f"## {post.author}：\n\n" + "\n\n".join(post.paragraphs) for post in thread.posts)
    source = f"# {thread.title}\n\n" + "\n\n".join(answers) + "\n\n- 完\n- **了**\n"
    found = thread_of(read(source, "a.md"))
    last = found.posts[-1]
    assert last.paragraphs[-2:] == ("• 完", "• 了")
    assert found._replace(posts=(*found.posts[:-1], last._replace(paragraphs=last.paragraphs[:-2]))) == thread
