"""Any other page: one article with its own title, author and paragraphs.

The main part is what the page itself calls so (`article`, `main`, `role=main`, `itemprop=articleBody`), else the
part that nearly all of its words are in: rather too much than too little. Title, author and times are as pages tell
search engines and other sites: https://ogp.me, https://schema.org/Article, `<meta name="author">`, `rel=author`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from desktop.documents.containers.drafts import PostDraft, fact, one_line
from desktop.documents.containers.pages.blocks import attribute, shown_words
from desktop.documents.containers.pages.linked_data import is_a, name_in, text_in, things
from desktop.documents.containers.pages.page import without_site
from desktop.documents.document import BlockKind, FactKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.linked_data import Thing
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_KINDS = ("Article", "NewsArticle", "BlogPosting", "TechArticle", "Report", "SocialMediaPosting", "WebPage")
_UNSEEN = ["script", "style", "template", "svg", "iframe", "nav", "select", "textarea", "button"]
_MAIN = ('[itemprop="articleBody"]', "article", "main", '[role="main"]')
_AROUND = (
    "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], "
    "aside, .breadcrumb, .breadcrumbs, .share, .share-buttons, .social-share, .sharedaddy, .related, .related-posts, "
    ".ads, .advertisement, .sidebar, .cookie-banner, .pagination, .post-navigation, .skip-link, .mw-editsection, "
    ".mw-jump-link, .noprint, .headerlink"
)
_BYLINES = (
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    '[rel="author"]',
    ".author-name",
    ".byline .author",
    ".post-author",
    ".entry-author",
    ".byline",
    "#js_name",
    ".author",
)
_BY = re.compile(
    r"(?:作\s*者|文|撰文|編輯|编辑|記者|记者|by|posted by|author)(?:\s*[:：/／|｜]\s*|\s+)(?=\S)", re.IGNORECASE
)
_LONGEST_NAME = 40
_MAIN_SHARE, _SMALL_SHARE, _NEARLY_ALL = 0.4, 0.3, 0.8
_DEEPEST = 40
_FIRST_BLOCKS = 4


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the page as one author's article."""
    about = next((thing for thing in things(page) if is_a(thing, *_KINDS)), cast("Thing", {}))
    title, author = _title(page, about), _author(page, about)
    facts = _facts(page, about)
    page.tree.strip_tags(_UNSEEN)
    root = _main_part(page)
    blocks = _without_head(page.blocks(root), title, author)
    return page.thread(
        title, [PostDraft(author, blocks, (), facts)] if blocks else [], fact(FactKind.ADDRESS, page.address)
    )


def _title(page: WebPage, about: Thing) -> str:
    """Return the title, without the name of the site."""
    said = page.meta("og:title", "twitter:title") or one_line(text_in(about.get("headline")))
    whole = page.first_words("title")
    headings = [words for node in page.tree.css("h1")[:5] if (words := shown_words(node))]
    inner = next((heading for heading in headings if heading in (said or whole)), "")
    if inner and len(inner) * 3 > len(without_site(said or whole)):
        return inner
    if said:
        site = page.meta("og:site_name")
        return without_site(said) if site and said.endswith(site) else said
    return without_site(whole) or next(iter(headings), "")


def _author(page: WebPage, about: Thing) -> str:
    said = page.meta("author", "article:author", "byl", "dc.creator") or name_in(about.get("author"))
    shown = (shown_words(node) for selector in _BYLINES for node in page.tree.css(selector)[:3])
    names = (_bare(name) for name in (said, *shown) if not name.startswith(("http://", "https://")))
    return next((name for name in names if 0 < len(name) <= _LONGEST_NAME), "")


def _facts(page: WebPage, about: Thing) -> tuple[Fact, ...]:
    published = page.meta("article:published_time", "date", "pubdate") or text_in(about.get("datePublished"))
    time = page.tree.css_first('[itemprop="datePublished"], time[datetime]')
    shown = attribute(time, "datetime") or attribute(time, "content") or shown_words(time)
    edited = page.meta("article:modified_time") or text_in(about.get("dateModified"))
    return (
        *fact(FactKind.TIME, published or shown),
        *fact(FactKind.EDITED, edited if edited != published else ""),
        *fact(FactKind.ADDRESS, page.address),
    )


def _main_part(page: WebPage) -> LexborNode | None:
    body = page.tree.body
    if body is None:
        return None
    whole = _weight(body)
    for selector in _MAIN:
        named = page.tree.css(selector)
        if len(named) == 1 and _weight(named[0]) >= _MAIN_SHARE * whole:
            return _cleared(named[0])
    return _cleared(_densest(body, whole))


def _densest(node: LexborNode, weight: int) -> LexborNode:
    """Return the innermost element that nearly all words of `node` are in."""
    for _ in range(_DEEPEST):
        heaviest = max(
            ((_weight(child), n, child) for n, child in enumerate(node.iter()) if child.is_element_node), default=None
        )
        if (
            heaviest is None
            or heaviest[0] < _NEARLY_ALL * weight
            or heaviest[2].tag in {"p", "ul", "ol", "table", "tr", "pre"}
        ):
            break
        weight, _, node = heaviest
    return node


def _cleared(root: LexborNode) -> LexborNode:
    """Return `root` without what stands around an article, if that is but a small part of its words."""
    whole = _weight(root)
    for node in root.css(_AROUND):
        if node.mem_id != root.mem_id and _weight(node) < _SMALL_SHARE * whole:
            node.decompose()
    return root


def _weight(node: LexborNode) -> int:
    return len(node.text_lexbor())


def _without_head(blocks: tuple[BlockDraft, ...], title: str, author: str) -> tuple[BlockDraft, ...]:
    """Return `blocks` without the title and the author's name where they only stand above the article."""
    kept = [
        block
        for number, block in enumerate(blocks)
        if number >= _FIRST_BLOCKS or block.kind is BlockKind.FIGURE or not _is_head(block.words, title, author)
    ]
    return tuple(kept) or blocks


def _bare(byline: str) -> str:
    """Return `byline` without what it says before the name: "作者：甲君" is 甲君."""
    said = _BY.match(byline)
    return byline[said.end() :] if said else byline


def _is_head(words: str, title: str, author: str) -> bool:
    return words == title or (bool(author) and author in {words, _bare(words)})
