"""From elements of a page to the blocks of a post: what a reader sees of them, as words.

The elements are those of https://html.spec.whatwg.org/multipage/semantics.html. Scripts, styles, drawings, form
controls, navigation and what is hidden are left out. The tree is walked without recursion, each node once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from desktop.documents.containers.drafts import BlockWriter, one_line
from desktop.documents.document import BlockKind, RunKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft
    from desktop.documents.containers.pictures import HeldPictures

    Attributes = Mapping[str, str | None]
    Leave = Callable[[], None]

_LEFT_OUT = frozenset({
    "audio", "button", "canvas", "datalist", "dialog", "embed", "frameset", "head", "iframe", "input", "link",
    "map", "meta", "meter", "nav", "noframes", "object", "option", "progress", "script", "select", "style",
    "svg", "template", "textarea", "title", "video"
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "footer", "form", "header", "hgroup", "html", "legend", "main", "p", "search", "section",
    "summary", "table", "tbody", "tfoot", "thead"
})  # fmt: skip
_RUNS = {
    **dict.fromkeys(("b", "strong"), RunKind.BOLD),
    **dict.fromkeys(("i", "em"), RunKind.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), RunKind.CODE),
}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BROKEN_BY = _LISTS | {"table", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_INLINE_PICTURE = re.compile(r"\[[^\[\]]{1,12}\]|:[\w+-]{1,40}:|[^\w\s]{1,4}")
_WHOLE_ADDRESS = re.compile(r"https?://[\w.-]+(?:[/?#]\S*)?$", re.IGNORECASE)
_SMALL = re.compile(r"\s*[0-3]?\d(?:px)?\s*")
_OF_THE_FRAME = re.compile(r"\b(?:avatar|icon|logo|spinner|tracking)", re.IGNORECASE)
_SOURCES = ("src", "data-original", "data-actualsrc", "data-src", "data-lazy-src")
_GROUPED = re.compile(r"var\((--sf-img-\d+)\)")
_LOOK_AHEAD, _NEAR = 60, 3


def shown_words(node: LexborNode | None) -> str:
    """Return the words of `node` on one line, "" where there is none."""
    return "" if node is None else one_line(node.text())


def first_shown(nodes: Iterable[LexborNode]) -> str:
    """Return the words of the first of `nodes` that has any."""
    return next((words for words in map(shown_words, nodes) if words), "")


def outermost(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """Return those of `nodes` that lie in no other of them: nobody's post is in somebody else's."""
    known = {node.mem_id for node in nodes}
    kept: list[LexborNode] = []
    for node in nodes:
        around = node.parent
        while around is not None and around.mem_id not in known:
            around = around.parent
        if around is None:
            kept.append(node)
    return kept


def attribute(node: LexborNode | None, name: str) -> str:
    """Return what `node` has for the attribute `name`, "" where it hasn't."""
    return "" if node is None else (node.attributes.get(name) or "").strip()


class ElementBlocks:
    """Writes elements of one post as blocks.

    `shelf` has the pictures, `base` is the page's own address, by which those of its links are completed.
    """

    def __init__(self, shelf: HeldPictures, base: str = "") -> None:
        self.writer = BlockWriter()
        self._shelf = shelf
        self._base = base
        self._quotes = 0
        self._lists: list[int | None] = []
        self._in_row = 0
        self._cells = 0
        self._captions: list[str] = []
        self._elements: dict[str, Callable[[LexborNode, Attributes], Leave | None]] = {
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            **dict.fromkeys(_LISTS, self._list_of_items),
            **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), self._code),
            **dict.fromkeys(("td", "th"), self._cell),
            **dict.fromkeys(("br", "hr"), self._line_break),
            "a": self._anchor,
            "blockquote": self._quote,
            "figcaption": self._caption,
            "figure": self._figure,
            "img": self._image,
            "li": self._item,
            "math": self._formula,
            "noscript": self._fallback,
            "q": self._quotation,
            "rt": self._gloss,
            "tr": self._row,
        }

    @property
    def blocks(self) -> tuple[BlockDraft, ...]:
        """What was written."""
        return self.writer.blocks

    def write(self, root: LexborNode | None) -> tuple[BlockDraft, ...]:
        """Write what is within `root`, and return all blocks so far."""
        node = root.first_child if root is not None else None
        above: list[tuple[LexborNode, Leave]] = []
        while node is not None or above:
            if node is None:
                node, leave = above.pop()
                leave()
            elif (tag := node.tag) == "-text":
                self.writer.words(node.text_content or "")
            elif (leave := self._enter(tag or "", node)) is not None:
                child = node.first_child
                if child is not None:
                    above.append((node, leave))
                    node = child
                    continue
                leave()
            node = node.next
        return self.blocks

    def special(self, tag: str, node: LexborNode, attributes: Attributes) -> bool:
        """Write `node` in a way that only pages of one site know; return whether that is done."""
        del tag, node, attributes
        return False

    def link(self, address: str) -> str:
        """Return `address` as it is when the page is not there, "" for one that leads nowhere."""
        if _WHOLE_ADDRESS.match(address):
            return address
        try:
            whole = urljoin(self._base, address.strip())
            return whole if urlsplit(whole).netloc else ""
        except ValueError:
            return ""

    # -- elements ---------------------------------------------------------------------------------------------

    def _enter(self, tag: str, node: LexborNode) -> Leave | None:
        """Begin the element `node`; return what ends it, None where it and all within it are done."""
        if tag in _LEFT_OUT or tag[:1] in "-!":
            return None
        attributes = node.attributes
        if attributes and (_is_hidden(tag, attributes) or self.special(tag, node, attributes)):
            return None
        if tag in _BLOCKS:
            self._break()
            return self._break
        if run := _RUNS.get(tag):
            self.writer.begin_run(run)
            return self.writer.end_run
        special = self._elements.get(tag)
        return special(node, attributes) if special else _nothing

    def _break(self) -> None:
        """Part what comes from what is there: by a new block, in a row by a blank."""
        if self._in_row:
            self.writer.words(" ")
        else:
            self.writer.end_block()

    def _line_break(self, node: LexborNode, attributes: Attributes) -> None:
        del node, attributes
        self._break()

    def _anchor(self, node: LexborNode, attributes: Attributes) -> Leave:
        del node
        self.writer.begin_run(RunKind.LINK, self.link(attributes.get("href") or ""))
        return self.writer.end_run

    def _heading(self, node: LexborNode, attributes: Attributes) -> Leave:
        del attributes
        return self._begin(BlockKind.HEADING, int((node.tag or "h1")[1]))

    def _quote(self, node: LexborNode, attributes: Attributes) -> Leave:
        del node, attributes
        self._quotes += 1
        leave = self._begin(BlockKind.QUOTE, self._quotes)

        def end() -> None:
            self._quotes -= 1
            leave()

        return end

    def _list_of_items(self, node: LexborNode, attributes: Attributes) -> Leave:
        self._break()
        self._lists.append(_number(attributes.get("start"), 1) if node.tag == "ol" else None)

        def end() -> None:
            self._lists.pop()
            self._break()

        return end

    def _item(self, node: LexborNode, attributes: Attributes) -> Leave:
        del node
        number = self._lists[-1] if self._lists else None
        if number is not None:
            number = _number(attributes.get("value"), number)
            self._lists[-1] = number + 1
        marker = "• " if number is None else f"{number}. "
        return self._begin(BlockKind.ITEM, max(len(self._lists), 1), marker)

    def _begin(self, kind: BlockKind, level: int, marker: str = "") -> Leave:
        if self._in_row:
            self.writer.words(" ")
            return self._break
        self.writer.begin(kind, level, marker)
        return self.writer.end

    def _code(self, node: LexborNode, attributes: Attributes) -> None:
        del attributes
        pieces = [
            "\n" if part.tag == "br" else part.text_content or ""
            for part in node.traverse(include_text=True)
            if part.tag in {"-text", "br"}
        ]
        if self._in_row:
            self.writer.words("".join(pieces))
        else:
            self.writer.code("".join(pieces))

    def _quotation(self, node: LexborNode, attributes: Attributes) -> Leave:
        del node, attributes
        self.writer.words("“")
        return lambda: self.writer.words("”")

    def _gloss(self, node: LexborNode, attributes: Attributes) -> Leave:
        """Begin the reading above a word (`rt`), in brackets where the page has none."""
        del attributes
        before = node.prev
        if before is not None and before.tag == "rp":
            return _nothing
        self.writer.words("（")
        return lambda: self.writer.words("）")

    def _formula(self, node: LexborNode, attributes: Attributes) -> Leave | None:
        """Begin a formula, which is written as TeX where the page has that beside it."""
        del attributes
        source = node.css_first('annotation[encoding="application/x-tex"]')
        if source is None:
            return _nothing
        self.writer.words(source.text())
        return None

    # -- tables -----------------------------------------------------------------------------------------------

    def _row(self, node: LexborNode, attributes: Attributes) -> Leave:
        del attributes
        if self._in_row or _is_for_layout(node):
            self._break()
            return self._break
        self.writer.begin(BlockKind.ROW)
        self._in_row, self._cells = 1, 0
        return self._end_row

    def _end_row(self) -> None:
        self._in_row = 0
        self.writer.end()

    def _cell(self, node: LexborNode, attributes: Attributes) -> Leave:
        del node, attributes
        if not self._in_row:
            self._break()
            return self._break
        if self._cells:
            self.writer.words(" | ")
        self._cells += 1
        return _nothing

    # -- pictures ---------------------------------------------------------------------------------------------

    def _figure(self, node: LexborNode, attributes: Attributes) -> Leave:
        del attributes
        self._break()
        caption = node.css_first("figcaption")
        self._captions.append(shown_words(caption) if node.css_first("img") else "")

        def end() -> None:
            self._captions.pop()
            self._break()

        return end

    def _caption(self, node: LexborNode, attributes: Attributes) -> Leave | None:
        """Begin a caption, unless it stands in for a picture's alternative words already."""
        del attributes
        if self._captions and self._captions[-1] == "\0" and not node.css_first("img"):
            return None
        self._break()
        return self._break

    def _fallback(self, node: LexborNode, attributes: Attributes) -> Leave | None:
        """Begin what is there for browsers without scripts: pictures, where there are no others beside it."""
        del attributes
        return None if node.css_first("img") is None or _has_picture_beside(node) else _nothing

    def _image(self, node: LexborNode, attributes: Attributes) -> None:
        del node
        words = one_line(attributes.get("alt") or attributes.get("aria-label") or "")
        if _is_formula(attributes) or self._in_row or _is_within_words(words, attributes):
            self.writer.words(words)
            return
        grouped = _GROUPED.search(attributes.get("style") or "")
        addresses = [*(attributes.get(name) for name in _SOURCES), grouped[1] if grouped else None]
        names = (self._shelf.name_of(address) for address in addresses if address)
        picture = next((name for name in names if name), "")
        if _is_of_the_frame(attributes) or (not picture and not self._captions and attributes.get("alt") == ""):
            return
        if not words and self._captions and self._captions[-1] not in {"", "\0"}:
            words, self._captions[-1] = self._captions[-1], "\0"
        elif self._captions and words == self._captions[-1]:
            self._captions[-1] = "\0"
        self.writer.figure(words, picture)


def _nothing() -> None:
    """End an element that parts nothing."""


def _is_hidden(tag: str, attributes: Attributes) -> bool:
    """Tell whether a browser doesn't show the element; `aria-hidden` counts for parts of a line only.

    A page that is saved with a dialog open has it for everything else.
    """
    unheard = tag in {"span", "a", "i", "em", "b", "img"} and attributes.get("aria-hidden") == "true"
    return unheard or "hidden" in attributes or _HIDING.search(attributes.get("style") or "") is not None


def _number(words: str | None, otherwise: int) -> int:
    match = re.fullmatch(r"\s*(-?\d{1,9})\s*", words or "")
    return int(match[1]) if match else otherwise


def _is_for_layout(row: LexborNode) -> bool:
    """Tell whether the cells of a `row` hold blocks of their own, as where a table lays out a page.

    Only the first elements of each cell are looked at, so that tables within tables cost no more.
    """
    parts, seen = 0, 0
    for part in row.iter():
        if part.tag not in {"td", "th"}:
            continue
        parts = 0
        for number, inner in enumerate(part.traverse()):
            if number > _LOOK_AHEAD:
                break
            parts += inner.tag in {"p", "div", "br", "section"}
            if parts > 1 or inner.tag in _BROKEN_BY:
                return True
        seen += 1
        if seen > _LOOK_AHEAD:
            break
    return False


def _has_picture_beside(node: LexborNode) -> bool:
    """Tell whether an element next to `node`, or the one after that, is or holds a picture."""
    for following in (True, False):
        near, steps = node, 0
        while steps < _NEAR and (near := near.next if following else near.prev) is not None:
            steps += 1
            if near.tag in {"img", "picture"} or (near.tag in {"div", "span", "a"} and near.css_first("img")):
                return True
    return False


def _is_formula(attributes: Attributes) -> bool:
    return (
        "eeimg" in attributes
        or "/equation?tex=" in (attributes.get("src") or "")
        or (re.search(r"(?:^|[\s_-])(?:tex|latex|math)(?:$|[\s_-])", attributes.get("class") or "") is not None)
    )


def _is_within_words(words: str, attributes: Attributes) -> bool:
    """Tell whether this is a small picture that people type, as `[微笑]` or `:smile:`."""
    named = re.search(r"emoji|emoticon|sticker|smil(?:ey|ie)", attributes.get("class") or "", re.IGNORECASE)
    return bool(words) and (named is not None or _INLINE_PICTURE.fullmatch(words) is not None)


def _is_of_the_frame(attributes: Attributes) -> bool:
    """Tell whether a picture belongs to the site, not to what somebody wrote."""
    sizes = [attributes.get(name) for name in ("width", "height")]
    small = all(size is not None and _SMALL.fullmatch(size) for size in sizes)
    return small or _OF_THE_FRAME.search(attributes.get("class") or "") is not None
