"""A line is a heading, a quote or an item by its mark, and a paragraph without one."""

from __future__ import annotations

import pytest

from desktop.documents import Block, BlockKind
from tests.documents.threads import parse

PARAGRAPH, HEADING, QUOTE, ITEM, *_ = BlockKind


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("浇水要少，次数也要少。", PARAGRAPH, 1),
        ("### 浇水", HEADING, 3),
        ("#\u3000浇水", HEADING, 1),
        ("####### 七层", PARAGRAPH, 1),
        ("#浇水# 是个话题", PARAGRAPH, 1),
        ("> 浇水要少。", QUOTE, 1),
        (">浇水要少。", QUOTE, 1),
        ("> > 浇水要少。", QUOTE, 2),
        ("- 绿萝", ITEM, 1),
        ("* 绿萝", ITEM, 1),
        ("12. 绿萝", ITEM, 1),
        ("3) 绿萝", ITEM, 1),
        ("-5度就死了", PARAGRAPH, 1),
        ("3.5升水", PARAGRAPH, 1),
        ("2023年买的", PARAGRAPH, 1),
        ("**绿萝**好养", PARAGRAPH, 1),
    ],
)
def test_a_line_is_what_its_mark_says(line: str, kind: BlockKind, level: int) -> None:
    document = parse(f"养花\n\n作者：老王\n\n先说一句。\n\n\u3000{line}\n\n作者：小李\n\n再说一句。\n")
    answer = document.answers[0]
    first, last = answer.blocks
    assert first == Block(answer.paragraphs[0])
    assert (last.span.of(document.text), last.kind, last.level) == (line, kind, level)
