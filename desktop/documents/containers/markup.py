"""A piece of HTML within another form (a post in JSON, raw HTML in Markdown) as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import BlockDraft, BlockWriter, paragraphs
from desktop.documents.containers.pages.blocks import ElementBlocks
from desktop.documents.containers.pages.page import body_of
from desktop.documents.containers.pictures import HeldPictures

if TYPE_CHECKING:
    from collections.abc import Sequence


def blocks_of_markup(markup: str, pictures: HeldPictures | None = None) -> Sequence[BlockDraft]:
    """Return the blocks of a piece of HTML; `pictures` takes in those that it holds.

    What has more tags than can be parsed is left as it is written.
    """
    if "<" not in markup and "&" not in markup:
        writer = BlockWriter()
        writer.words(markup)
        return writer.blocks
    body = body_of(markup)
    return paragraphs(markup) if body is None else ElementBlocks(pictures or HeldPictures()).write(body)
