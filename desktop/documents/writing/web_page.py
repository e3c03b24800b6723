"""A thread as one HTML page that needs nothing else: no script, nothing from elsewhere, pictures within it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import FactKind, fact_of
from desktop.documents.picture_kinds import kind_of_picture
from desktop.documents.writing.elements import body, byline, comments, facts_line, item, post, text
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.drafts import PostDraft, ThreadDraft
    from desktop.documents.labels import Labels
    from desktop.documents.writing.elements import PictureAddress

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_NO_PICTURE = "data:,"
_FEWEST_LISTED = 3
"""From so many answers on there is a list of them."""


def as_html(draft: ThreadDraft, labels: Labels) -> bytes:
    """Return `draft` as a page in UTF-8, which reads well in any browser and in print."""
    title = one_line(draft.title)
    answers = [one for one in draft.posts if not one.is_question and (one.blocks or one.comments)]
    asked = next((one for one in draft.posts if one.is_question), None)

    def picture(name: str) -> str:
        if not name:
            return _NO_PICTURE
        data = draft.pictures.get(name, b"")
        kind = kind_of_picture(data)
        return f"data:{kind.media_type};base64,{b64encode(data).decode('ascii')}" if kind else ""

    question = _question(asked, labels, picture) if asked else ""
    articles = "".join(post(one, labels, picture, f"a{number}") for number, one in enumerate(answers, 1))
    return f"""\
<!DOCTYPE html>
<html lang="{labels.language}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="{_POLICY}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="generator" content="百家 Baijia" />
{_canonical(draft)}<title>{text(title) or labels.unnamed}</title>
<style>
{resource("styles/thread.css").read_text("utf-8")}</style>
</head>
<body>
<main {item("Question")}>
<header>
<h1 itemprop="name">{text(title)}</h1>
{facts_line(draft.facts, labels, marked=False)}{question}</header>
{_contents(answers, labels)}{articles}</main>
</body>
</html>
""".encode()


def _canonical(draft: ThreadDraft) -> str:
    """Return where the thread stands on the web, for programs; "" where it doesn't say."""
    address = fact_of(draft.facts, FactKind.ADDRESS)
    return f'<link rel="canonical" href="{text(address)}" />\n' if address else ""


def _question(asked: PostDraft, labels: Labels, picture: PictureAddress) -> str:
    """Return the question's own text, by whom it was asked, and the comments on it."""
    by = byline(asked.author, asked.facts, labels, "p") if asked.author or asked.facts else ""
    return f"{by}{body(asked.blocks, picture)}{comments(asked.comments, labels, picture)}"


def _contents(answers: Sequence[PostDraft], labels: Labels) -> str:
    """Return a list of the answers by their authors, "" for a few."""
    if len(answers) < _FEWEST_LISTED:
        return ""
    rows = "".join(
        f'<li><a href="#a{number}">{text(one_line(one.author)) or labels.unnamed}</a></li>\n'
        for number, one in enumerate(answers, 1)
    )
    return f'<nav aria-label="{labels.contents}">\n<ol>\n{rows}</ol>\n</nav>\n'
