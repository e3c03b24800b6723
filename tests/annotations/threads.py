"""Threads of any length to compare: sentences of random words, the same for the same seed."""

from __future__ import annotations

import random

_ONE = "天地人水火木金土風雨山河書畫琴棋花鳥魚蟲春夏秋冬東西南北上下左右前後大小多少"
_TWO = "美國俄國北約普京川普盟友經濟歷史網頁內存筆記讀書問題回答看法其實可能應該認為覺得發展世界"
_WORDS = [*_ONE, *(_TWO[start : start + 2] for start in range(0, len(_TWO), 2))]


def dice(seed: int) -> random.Random:
    """Return chance that always falls the same."""
    return random.Random(seed)  # noqa: S311 (nothing secret hangs on it)


def sentence(chance: random.Random) -> str:
    """Return a sentence of two or three clauses."""
    parts = ["".join(chance.choices(_WORDS, k=chance.randint(4, 8))) for _ in range(chance.randint(2, 3))]
    return "，".join(parts) + "。"


def paragraph(chance: random.Random) -> str:
    """Return a paragraph of a few sentences."""
    return "".join(sentence(chance) for _ in range(chance.randint(2, 4)))


def long_thread(seed: int, answers: int = 6, title: str | None = None) -> str:
    """Return a thread of `answers` answers of four paragraphs; another `seed` shares no clause with it."""
    chance = dice(seed)
    head = title if title is not None else f"{sentence(chance)[:-1]}嗎？"
    bodies = (
        f"作者{chance.choice(_WORDS)}{number}\n\n\n" + "\n\n".join(paragraph(chance) for _ in range(4))
        for number in range(answers)
    )
    return head + "\n\n" + "\n\n".join(bodies) + "\n"


def edited(text: str, seed: int, share: float) -> str:
    """Return `text` with this share of its paragraphs written anew, but for the first line."""
    chance = dice(seed)
    head, *lines = text.split("\n")
    return "\n".join([head, *(paragraph(chance) if line and chance.random() < share else line for line in lines)])
