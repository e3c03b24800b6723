"""Exported Markdown, read by Qt's parser (md4c, CommonMark and GitHub's): it says what was written, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.annotations.exchange.markdown import escaped, paragraphs, to_markdown
from tests.annotations.exchange.parcels import as_read, lost, note_on

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QApplication

MARKS = "\\`*_{}[]()<>#+-.!|~$&^=:;/@\"'%? \t\u3000"
LINES = st.text(st.sampled_from(f"{MARKS}abc019甲乙😀𠮷,。"), max_size=24)
SHARED = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def parsed(markdown: str) -> QTextDocument:
    """Return what a reader of Markdown sees."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found: list[QTextBlock] = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def headings(document: QTextDocument) -> list[tuple[int, str]]:
    levels = [(block.blockFormat().headingLevel(), block.text()) for block in blocks(document)]
    return [(level, words) for level, words in levels if level]


@SHARED
@given(LINES)
def test_an_escaped_line_reads_as_it_was_written(qapp: QApplication, line: str) -> None:
    shown = line.rstrip(" \t")
    words = shown.lstrip(" \t")
    indent = shown[: len(shown) - len(words)].replace("\t", "    ")
    # Qt's plain text has spaces for no-break spaces.
    assert parsed(escaped(line)).toPlainText() == indent + words


@SHARED
@given(st.lists(LINES, min_size=1, max_size=6))
def test_a_note_of_many_lines_has_them_all_and_no_structure(qapp: QApplication, lines: list[str]) -> None:
    document = parsed(paragraphs("\n".join(lines)))
    wanted = [line.strip(" \t") for line in lines if line.strip(" \t")]
    assert [line.strip(" \t") for line in document.toPlainText().split("\n") if line] == wanted
    assert not any(block.textList() or block.blockFormat().headingLevel() for block in blocks(document))


@pytest.mark.parametrize(
    "evil",
    [
        "# 標題\n===\n---\n- 一\n1. 二\n> 三\n```\n碼\n```\n| a |\n|---|",
        "</blockquote><script>alert(1)</script>\n\n    碼\n\n<!-- ",
        "![x](http://evil/x.png) [x]: http://evil\n[^1]: 註\n\\",
        "\u202e\u2066\x00\x85\u2028# 標題",
    ],
)
def test_nothing_that_was_written_becomes_structure(qapp: QApplication, evil: str) -> None:
    page = to_markdown(as_read(note_on("戰略家", evil, (evil,)), note_on("死敵", evil), lost(evil)))
    document = parsed(page)
    assert headings(document) == [
        (1, "爲什麼美國與俄羅斯會面?"),
        (2, "杜達特洛夫斯基"),
        (2, "建章看世界"),
        (2, "Without a place in the text"),
    ]
    assert not any(block.textList() for block in blocks(document))
    assert "<img" not in document.toHtml()
    assert "<table" not in document.toHtml()


def test_a_quote_is_a_block_quote_with_all_its_paragraphs(qapp: QApplication) -> None:
    quote = "想法😀。然而的確曾經有一個戰略家也這麼想過。\n\n特朗普總統"
    document = parsed(to_markdown(as_read(note_on(quote, "筆記"))))
    quoted = [block.text() for block in blocks(document) if block.blockFormat().leftMargin()]
    assert quoted == quote.split("\n\n")
