"""Notes as one HTML page that needs nothing else, to be read, printed and imported again.

The page holds our collection in a `<script type="application/json">`, a block of data to a browser. Nothing that a
reader or an author wrote is markup: all of it is escaped, and the policy in the head would let no script or picture
in, wherever it came from.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.annotations.color import Color
from desktop.annotations.exchange.collection import to_script
from desktop.annotations.exchange.wording import ENGLISH
from desktop.documents.writing.visible import one_line, visible
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations.exchange.digest import Digest, Excerpt
    from desktop.annotations.exchange.wording import Wording
    from desktop.annotations.form.strict_json import JsonObject

_OPENING, _CLOSING = '<script type="application/json" id="baijia-annotations">', "</script>"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(digest: Digest, collection: JsonObject, wording: Wording = ENGLISH) -> str:
    """Return `digest` as a page that carries `collection`; StoreError when that has no JSON form."""
    question = _text(one_line(digest.question))
    sections = [
        _section("answer", group.author or wording.nobody, (_article(one, wording) for one in group.excerpts))
        for group in digest.groups
    ]
    if digest.unplaced:
        articles = (_article(one, wording, whose=one.author) for one in digest.unplaced)
        sections.append(_section("unplaced", wording.unplaced, articles))
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
{style()}</style>
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


def style() -> str:
    """Return the style of the page: `resources/styles/notes.css` with the colours of marks in the place of each @."""
    rows = {
        "@light-edges": " ".join(f"--{color}: {color.light.edge};" for color in Color),
        "@light-washes": " ".join(f"--{color}-wash: {color.light.wash};" for color in Color),
        "@dark-edges": " ".join(f"--{color}: {color.dark.edge};" for color in Color),
        "@dark-washes": " ".join(f"--{color}-wash: {color.dark.wash};" for color in Color),
        "@articles": "\n".join(
            f"article.{color} {{ --pigment: var(--{color}); --wash: var(--{color}-wash); }}" for color in Color
        ),
    }
    sheet = resource("styles/notes.css").read_text("utf-8")
    for sign, values in rows.items():
        sheet = sheet.replace(sign, values)
    return sheet


def embedded_json(page: bytes) -> bytes | None:
    """Return the JSON that a `page` made by `to_html` carries; None when it carries none.

    The opening tag can stand nowhere else in such a page, as every < of its text is escaped.
    """
    _, opening, rest = page.partition(_OPENING.encode())
    data, closing, _ = rest.partition(_CLOSING.encode())
    return data if opening and closing else None


def _section(kind: str, heading: str, articles: Iterable[str]) -> str:
    return f'<section class="{kind}">\n<h2>{_text(one_line(heading))}</h2>\n{"".join(articles)}</section>\n'


def _article(excerpt: Excerpt, wording: Wording, whose: str = "") -> str:
    """Return the passages of a note, the first below `whose` it is unless a heading says that, and the note."""
    annotation = excerpt.annotation
    quotes = _quote(excerpt.quote, whose)
    further = "".join(_quote(passage.quote, passage.author or wording.nobody) for passage in excerpt.further)
    note = f'<div class="note">{_text(annotation.note)}</div>\n' if annotation.note else ""
    tags = "".join(f'<span class="tag">{_text(one_line(tag))}</span>' for tag in annotation.tags)
    return f"""\
<article class="{annotation.color.value}">
{quotes}{further}{note}<footer><span>{_text(wording.colors[annotation.color])}</span>{tags}<time>{excerpt.day}</time></footer>
</article>
"""


def _quote(words: str, whose: str) -> str:
    """Return a passage; white space in it is kept by the style sheet, as that of a note is."""
    name = f'<p class="from">{_text(one_line(whose))}</p>\n' if whose else ""
    return f"{name}<blockquote><mark>{_text(words)}</mark></blockquote>\n"


def _text(words: str) -> str:
    return escape(visible(words))
