"""Threads made up for a test: authors and what each says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from desktop.documents import Answer, Comment, Document, ThreadOrigin
from desktop.text import Span


def thread(*answers: tuple[str, str]) -> Document:
    """Return a document of (author, words) in this order; each line of the words is a paragraph."""
    text, parts = "", list[Answer]()
    for author, words in answers:
        text += f"{author}\n\n"
        paragraphs = tuple(Span(*line.span()).shifted(len(text)) for line in re.finditer(r"[^\n]+", words))
        parts.append(Answer(author, Span(len(text), len(text) + len(words)), paragraphs))
        text += f"{words}\n\n"
    return Document("問", text, "0" * 64, "utf-8", tuple(parts), ThreadOrigin(Path("thread.txt"), "text"))


# Both scripts of a few characters, what another region calls them, blanks, and what nobody sees.
WORDS = st.text("國国會会著内存記憶體哈AaA. \u200b\n", min_size=1, max_size=40).filter(str.strip)
TERMS = st.lists(st.text("國国會会内存記憶體哈Aa. ", max_size=3), max_size=8)
SAID = st.tuples(st.sampled_from("甲乙丙"), WORDS)
THREADS = st.lists(SAID, min_size=1, max_size=5).map(lambda said: thread(*said))
"""Documents of a few answers, of which one author may have several."""


def with_question_and_comments(document: Document) -> Document:
    """Return `document`, its first answer taken for the question, its last paragraph in each for a comment by 丁."""
    answers = list[Answer]()
    for index, answer in enumerate(document.answers):
        *own, last = answer.paragraphs
        comment = Comment("丁", last, (last,))
        span = Span(own[0].start, own[-1].end)
        answers.append(replace(answer, span=span, paragraphs=tuple(own), comments=(comment,), is_question=index == 0))
    return replace(document, answers=tuple(answers))
