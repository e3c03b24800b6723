"""Saved pages of the web (.html, .htm, .xhtml): threads of known sites, any other page as one article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.pages.charset import page_text
from desktop.documents.containers.pages.forms import thread_of_page
from desktop.documents.containers.pages.page import page_of
from desktop.documents.containers.pictures import HeldPictures

if TYPE_CHECKING:
    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft

_PROLOGUE = re.compile(r"\s*(?:(?:<\?xml[^>]*\?>|<!--.*?(?:-->|\Z))\s*)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|base|link)\b", re.IGNORECASE)
# What the clipboard and simple savers write: a part of a page.
_PART = re.compile(
    r"<(?:article|main|section|header|aside|div|h[1-6]|p|ul|ol|li|dl|table|tr|td|blockquote|figure|pre|span|center|font"
    r"|style|script|a|b|strong|i|em|code|br|hr|img|label|button|form|details)\b[^<>]*>",
    re.IGNORECASE,
)
_SURE = 3
_TAIL_BYTES = 64


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` begins as a page does, or is elements from its first character on."""
    head = file.head.lstrip("\ufeff")
    start = _PROLOGUE.match(head)
    begin = start.end() if start else 0
    if _PAGE.match(head, begin):
        return True
    if begin >= len(head):  # a comment that is longer than the head
        return "<html" in head.lower() or "SingleFile" in head
    if _PART.match(head, begin) is None:
        return False
    return file.data.count(b"</") >= _SURE or file.data[-_TAIL_BYTES:].rstrip(b"\0 \t\r\n").endswith(b">")


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the thread in the page, with the pictures that lie beside it. Raises DocumentError."""
    return thread_of_page(page_of(page_text(file, encoding), file.path, HeldPictures(file.beside)))
