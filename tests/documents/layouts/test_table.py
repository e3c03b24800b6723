"""Authors are found by how their names stand, whatever the habit of the thread."""

from __future__ import annotations

import pytest

from tests.documents.threads import SIMPLIFIED, TRADITIONAL, Habit, parse, words

THREADS = {"traditional": words(parse(TRADITIONAL)), "simplified": words(parse(SIMPLIFIED))}

HABITS = {
    "the seed's": Habit(),
    "one blank line above and below": Habit(above=1, below=1),
    "nothing below": Habit(above=1, below=0),
    "nothing below, two blank lines above": Habit(above=2, below=0),
    "nothing below, paragraphs without blank lines": Habit(above=1, below=0, between=0),
    "one blank line around, paragraphs without blank lines": Habit(above=1, below=1, between=0),
    "two blank lines above, one below": Habit(above=2, below=1),
    "one blank line above, two below": Habit(above=1, below=2),
    "three blank lines around, two between paragraphs": Habit(above=3, below=3, between=2),
    "two blank lines everywhere": Habit(title=2, above=2, below=2, between=2),
    "two blank lines below the title": Habit(title=2),
    "the title right above the first name": Habit(title=0),
    "paragraphs indented by two ideographic spaces": Habit(above=1, below=1, indent="\u3000\u3000"),
    "blank lines of ideographic spaces": Habit(blank="\u3000\u3000"),
    "blank lines of no-break spaces": Habit(blank="\u00a0", trailing="\u00a0 "),
    "invisible padding": Habit(blank="\u200b", trailing="\ufeff", indent="\u200b"),
    "trailing spaces and tabs": Habit(trailing=" \t"),
    "bylines with a full-width colon": Habit(mark="作者："),
    "bylines with a colon": Habit(above=1, below=0, between=0, mark="作者: "),
    "bylines without any blank line": Habit(title=0, above=0, below=0, between=0, mark="答主："),
    "headings": Habit(above=1, below=1, mark="# "),
    "second-level headings": Habit(above=1, below=1, mark="## "),
    "a heading as title, second-level headings": Habit(above=1, below=1, title_mark="# ", mark="## "),
    "headings all of one level": Habit(above=1, below=1, title_mark="# ", mark="# "),
    "a labelled title": Habit(title_mark="問題："),
}


@pytest.mark.parametrize("script", THREADS)
@pytest.mark.parametrize("habit", HABITS)
def test_the_same_thread_is_read_out_of_every_habit(habit: str, script: str) -> None:
    document = parse(HABITS[habit].write(THREADS[script]))
    assert words(document) == THREADS[script]
    assert [a.author_span.of(document.text) for a in document.answers if a.author_span] == [
        author for author, _ in THREADS[script][1]
    ]


def test_the_seed_has_its_ten_authors() -> None:
    title, answers = THREADS["traditional"]
    assert title == "爲什麼川普非常急切地與普京會面?美國和俄羅斯會結盟嗎?"
    assert " ".join(author for author, _ in answers) == (
        "杜達特洛夫斯基 建章看世界 毛開雲 核子獵潛艇 錦繡中華一捧土 快樂老張 鑼鍋10 蛙眼看天下 法大庶吉士 寰球東隅"
    )
    assert [len(paragraphs) for _, paragraphs in answers] == [5, 5, 7, 15, 6, 1, 13, 2, 6, 1]
    assert "特朗普:" in answers[6][1]
    assert answers[4][1][-1] == "謝謝各位"


def test_the_simplified_thread_has_its_five_authors() -> None:
    title, answers = THREADS["simplified"]
    assert title == "租房住，怎么才能养活一盆绿植？"
    assert [author for author, _ in answers] == [
        "阳台上的内存条",
        "后座有盆发财树",
        "槐树胡同沈姥姥",
        "每天都在赶论文",
        "半亩地花店老板",
    ]
    assert all(250 <= sum(map(len, paragraphs)) <= 600 for _, paragraphs in answers)


BODY = "这一段是正文，写得够长，也有标点。"
MORE = "第二段也是正文，同样有标点。"

SHAPES = {
    "a first line above its text is a name": (
        f"老王\n{BODY}\n\n小李\n{MORE}",
        ("houseplants", [("老王", [BODY]), ("小李", [MORE])]),
    ),
    "a first line in the habit of wide gaps is a name": (
        f"老王\n\n\n{BODY}\n\n{MORE}\n\n\n小李\n\n\n{MORE}",
        ("houseplants", [("老王", [BODY, MORE]), ("小李", [MORE])]),
    ),
    "a first line with one blank line below is the title": (
        f"怎么养花\n\n{BODY}\n\n{MORE}\n\n\n小李\n\n\n{MORE}\n\n\n老王\n\n\n{BODY}",
        ("怎么养花", [("", [BODY, MORE]), ("小李", [MORE]), ("老王", [BODY])]),
    ),
    "the question's own text is an answer by nobody": (
        f"怎么养花？\n{BODY}\n\n老王\n{MORE}\n\n小李\n{BODY}",
        ("houseplants", [("", ["怎么养花？", BODY]), ("老王", [MORE]), ("小李", [BODY])]),
    ),
    "one name right below the title": (f"静夜思\n\n李白\n\n{BODY}", ("静夜思", [("李白", [BODY])])),
    "a short answer between names": (
        f"问题\n\n老王\n\n\n同意\n\n\n小李\n\n\n{BODY}\n\n{MORE}\n\n\n老张\n\n\n{BODY}",
        ("问题", [("老王", ["同意"]), ("小李", [BODY, MORE]), ("老张", [BODY])]),
    ),
    "short lines inside an answer": (
        f"问题\n\n老王\n\n\n{BODY}\n\n第一步\n\n{MORE}\n\n第二步\n\n{MORE}\n\n\n小李\n\n\n{BODY}",
        ("问题", [("老王", [BODY, "第一步", MORE, "第二步", MORE]), ("小李", [BODY])]),
    ),
    "a name with nothing below it": (
        f"问题\n\n老王\n\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n\n\n老张",
        ("问题", [("老王", [BODY]), ("小李", [BODY, "老张"])]),
    ),
    "no names, a title": (f"养花手记\n\n{BODY}\n\n{MORE}", ("养花手记", [("houseplants", [BODY, MORE])])),
    "no names, no title": (f"{BODY}\n\n{MORE}", ("houseplants", [("houseplants", [BODY, MORE])])),
    "one line": ("養花", ("houseplants", [("houseplants", ["養花"])])),
    "a heading and no names": (f"# 养花\n{BODY}", ("养花", [("houseplants", [BODY])])),
    "one heading far down is no name": (
        f"养花\n\n{BODY}\n\n{MORE}\n\n# 老王\n{BODY}",
        ("养花", [("houseplants", [BODY, MORE, "# 老王", BODY])]),
    ),
    "a byline below the title": (f"养花\n作者：老王\n{BODY}", ("养花", [("老王", [BODY])])),
    "bylines win over the gaps": (
        f"养花\n\n作者：老王\n\n{BODY}\n\n第一步\n\n{MORE}\n\n作者：小李\n\n{BODY}",
        ("养花", [("老王", [BODY, "第一步", MORE]), ("小李", [BODY])]),
    ),
    "headings below the authors' are paragraphs": (
        f"# 养花\n\n## 老王\n\n{BODY}\n\n### 浇水\n\n{MORE}\n\n## 小李\n\n{BODY}",
        ("养花", [("老王", [BODY, "### 浇水", MORE]), ("小李", [BODY])]),
    ),
    "two bylines in a row": (
        f"养花\n\n作者：老王\n作者：小李\n{BODY}\n作者：老张\n{MORE}",
        ("养花", [("", ["作者：老王"]), ("小李", [BODY]), ("老张", [MORE])]),
    ),
    "nothing but names": ("老王\n\n小李\n\n老张", ("老王", [("小李", ["老张"])])),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_what(shape: str) -> None:
    text, expected = SHAPES[shape]
    assert words(parse(text)) == expected


ODD_NAMES = [
    "GFW Co,.Ltd",
    "明天会来吗？",
    "123456",
    "一个名字长到二十一个字的热心读者与她家的猫",
    "Anna L.",
    "Yes!",
    "老周：河边",
]


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize(
    "habit", ["the seed's", "one blank line above, two below", "two blank lines above, one below"]
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_clear_habit_outvotes_what_a_name_looks_like(name: str, habit: str, place: int) -> None:
    title, answers = THREADS["simplified"]
    named = [(name if number == place else author, words) for number, (author, words) in enumerate(answers)]
    assert words(parse(HABITS[habit].write((title, named)))) == (title, named)


def test_a_clear_habit_tells_short_answers_from_names() -> None:
    thread = ("问题", [("老王", ["真的吗？"]), ("Anna L.", [BODY, MORE]), ("123456", ["同意"]), ("小李", [BODY])])
    assert words(parse(Habit().write(thread))) == thread


@pytest.mark.parametrize("line", ["好，我记住了。", "他说：", "“还有呢？”", "……", "1. 浇水", "www.example.com"])
def test_what_no_name_is_stays_a_paragraph_in_the_clearest_habit(line: str) -> None:
    text = f"问题\n\n老王\n\n\n{BODY}\n\n{MORE}\n\n\n{line}\n\n\n{MORE}\n\n\n小李\n\n\n{BODY}\n"
    assert words(parse(text)) == ("问题", [("老王", [BODY, MORE, line, MORE]), ("小李", [BODY])])


@pytest.mark.parametrize("title", ["标题：周末去哪儿？", "題目：週末去哪兒？"])
def test_a_head_of_title_and_first_poster(title: str) -> None:
    document = parse(f"{title}\n楼主：老王\n\n{BODY}\n\n{MORE}\n")
    assert words(document) == (title[3:], [("老王", [BODY, MORE])])
