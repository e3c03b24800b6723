"""Notes as one HTML page that needs nothing else, to be read, printed and imported again.

The page holds our collection in a `<script type="application/json">`, a block of data to a browser. Nothing that a
reader or an author wrote is markup: all of it is escaped, and the policy in the head would let no script or picture
in, wherever it came from.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.annotations.exchange.collection import to_script
from desktop.annotations.exchange.visible import one_line, visible
from desktop.annotations.exchange.wording import ENGLISH
from desktop.paths import resource

if TYPE_CHECKING:
    from desktop.annotations.exchange.digest import Digest, Excerpt
    from desktop.annotations.exchange.wording import Wording
    from desktop.annotations.form.fields import JsonObject

_OPENING, _CLOSING = '<script type="application/json" id="baijia-annotations">', "</script>"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(digest: Digest, collection: JsonObject, wording: Wording = ENGLISH) -> str:
    """Return `digest` as a page that carries `collection`; StoreError when that has no JSON form."""
    question = _text(one_line(digest.question))
    sections = [_section(group.author or wording.nobody, group.excerpts, wording) for group in digest.groups]
    if digest.unplaced:
        sections.append(_section(wording.unplaced, digest.unplaced, wording))
    about = " · ".join(part for part in (digest.file, wording.count) if part)
    return f"""\
<!DOCTYPE html>
<html lang="{_text(digest.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{question}</title>
<style>
{resource("styles/notes.css").read_text("utf-8")}</style>
</head>
<body>
<main>
<header>
<h1>{question}</h1>
<p>{_text(one_line(about))}</p>
</header>
{"".join(sections)}</main>
{_OPENING}{to_script(collection)}{_CLOSING}
</body>
</html>
"""


def embedded_json(page: bytes) -> bytes | None:
    """Return the JSON that a `page` made by `to_html` carries; None when it carries none.

    The opening tag can stand nowhere else in such a page, as every < of its text is escaped.
    """
    _, opening, rest = page.partition(_OPENING.encode())
    data, closing, _ = rest.partition(_CLOSING.encode())
    return data if opening and closing else None


def _section(heading: str, excerpts: tuple[Excerpt, ...], wording: Wording) -> str:
    articles = "".join(_article(excerpt, wording) for excerpt in excerpts)
    return f"<section>\n<h2>{_text(one_line(heading))}</h2>\n{articles}</section>\n"


def _article(excerpt: Excerpt, wording: Wording) -> str:
    """Return one passage with its note; white space in both is kept by the style sheet."""
    annotation = excerpt.annotation
    further = "".join(
        f"<p>{_text(one_line(passage.author or wording.nobody))}</p>\n"
        f"<blockquote><mark>{_text(passage.quote)}</mark></blockquote>\n"
        for passage in excerpt.further
    )
    note = f'<div class="note">{_text(annotation.note)}</div>\n' if annotation.note else ""
    tags = "".join(f'<span class="tag">{_text(one_line(tag))}</span>' for tag in annotation.tags)
    return f"""\
<article class="{annotation.color.value}">
<blockquote><mark>{_text(excerpt.quote)}</mark></blockquote>
{further}{note}<footer><span>{_text(wording.colors[annotation.color])}</span>{tags}<time>{excerpt.day}</time></footer>
</article>
"""


def _text(words: str) -> str:
    return escape(visible(words))
