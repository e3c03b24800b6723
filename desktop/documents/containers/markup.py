"""A piece of HTML within another form (a post in JSON, raw HTML in Markdown) as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from desktop.documents.containers.drafts import BlockDraft, BlockWriter
from desktop.documents.document import BlockKind, RunKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.pictures import HeldPictures

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "iframe", "form", "button"})
_BLOCKS = frozenset({"p", "div", "section", "article", "ul", "ol", "table", "aside", "details", "summary", "figure"})
_RUNS = {"b": RunKind.BOLD, "strong": RunKind.BOLD, "em": RunKind.EMPHASIS, "i": RunKind.EMPHASIS}


def blocks_of_markup(markup: str, pictures: HeldPictures | None = None) -> tuple[BlockDraft, ...]:
    """Return the blocks of a piece of HTML; `pictures` takes in those that it holds."""
    if "<" not in markup and "&" not in markup:
        writer = BlockWriter()
        writer.words(markup)
        return writer.blocks
    scribe = _Scribe(pictures)
    root = LexborHTMLParser(markup).body
    if root is not None:
        scribe.walk(root)
    return scribe.writer.blocks


class _Scribe:
    """Writes a tree of elements; it walks without recursion, since pages can be nested as deep as they like."""

    def __init__(self, pictures: HeldPictures | None) -> None:
        self.writer = BlockWriter()
        self._pictures = pictures
        self._quotes = 0
        self._lists: list[int | None] = []

    def walk(self, root: LexborNode) -> None:
        """Write what is below `root`."""
        node = root.child
        path: list[LexborNode] = []
        while node is not None or path:
            if node is None:
                parent = path.pop()
                self._leave(parent.tag or "")
                node = parent.next
                continue
            if self._enter(node):
                path.append(node)
                node = node.child
            else:
                node = node.next

    def _enter(self, node: LexborNode) -> bool:
        """Write the beginning of `node`; tell whether what is in it is to be written."""
        tag = node.tag or ""
        writer = self.writer
        if tag == "-text":
            writer.words(node.text_content or "")
        elif tag == "br":
            writer.end_block()
        elif tag == "img":
            source = node.attributes.get("src") or ""
            writer.figure(node.attributes.get("alt") or "", self._pictures.name_of(source) if self._pictures else "")
        elif tag == "pre":
            writer.code(node.text())
        if tag in {"-text", "br", "img", "pre"} or tag in _UNSEEN or tag.startswith(("-", "!")):
            return False
        self._open(node, tag)
        return True

    def _open(self, node: LexborNode, tag: str) -> None:
        writer = self.writer
        if tag in _RUNS:
            writer.begin_run(_RUNS[tag])
        elif tag == "a":
            writer.begin_run(RunKind.LINK, node.attributes.get("href") or "")
        elif tag == "code":
            writer.begin_run(RunKind.CODE)
        elif _is_heading(tag):
            writer.begin(BlockKind.HEADING, int(tag[1]))
        elif tag == "blockquote":
            self._quotes += 1
            writer.begin(BlockKind.QUOTE, self._quotes)
        elif tag == "li":
            writer.begin(BlockKind.ITEM, max(len(self._lists), 1), self._marker())
        elif tag == "tr":
            writer.begin(BlockKind.ROW)
        elif tag in _BLOCKS:
            writer.end_block()
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)

    def _leave(self, tag: str) -> None:
        writer = self.writer
        if tag in _RUNS or tag in {"a", "code"}:
            writer.end_run()
        elif _is_heading(tag) or tag in {"blockquote", "li", "tr"}:
            writer.end()
        elif tag in {"td", "th"}:
            writer.words(" ")
        elif tag in _BLOCKS:
            writer.end_block()
        if tag == "blockquote":
            self._quotes -= 1
        if tag in {"ul", "ol"}:
            self._lists.pop()

    def _marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number + 1}. "


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
