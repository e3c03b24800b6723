"""Pages saved as one file with all that belongs to them: MHTML (.mhtml, .mht), which Chrome, Edge and others write.

It is a MIME message, RFC 2557: `multipart/related`, whose first part of HTML is the page; the others are known by
`Content-Location` or `Content-ID`. Chrome adds `Snapshot-Content-Location`, where the page was.
"""

from __future__ import annotations

from email import message_from_bytes
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.drafts import is_web_address
from desktop.documents.containers.pages.charset import page_text
from desktop.documents.containers.pages.forms import thread_of_page
from desktop.documents.containers.pages.page import page_of
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.error import DocumentError, FileReason

if TYPE_CHECKING:
    from email.message import Message

    from desktop.documents.containers.drafts import ThreadDraft

    Part = Message[str, str]

_KINDS = frozenset({"multipart/related", "multipart/alternative", "multipart/mixed", "text/html"})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` begins with the head of a MIME message that can hold a page."""
    head = BytesHeaderParser().parsebytes(file.start)
    return "mime-version" in head and "content-type" in head and head.get_content_type() in _KINDS


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the thread in the page of the message. Raises DocumentError."""
    try:
        message = message_from_bytes(file.data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:  # parts within parts, as nobody nests them
        raise DocumentError(FileReason.UNREADABLE, file.path) from error
    page = next((part for part in parts if part.get_content_type() in _PAGES), None)
    if page is None:
        raise DocumentError(FileReason.EMPTY, file.path)
    where = _line(page, "Content-Location") or _line(message, "Snapshot-Content-Location")
    decoded = page_text(ThreadFile(file.path, file.member, _bytes(page)), encoding, page.get_content_charset() or "")
    shelf = HeldPictures(_Parts(parts, where).get)
    return thread_of_page(page_of(decoded, file.path, shelf, where if is_web_address(where) else ""))


class _Parts:
    """The parts of a message by what the page calls them; each is decoded when it is asked for."""

    def __init__(self, parts: list[Part], page: str) -> None:
        self._page = page
        self._parts = {_line(part, "Content-Location"): part for part in parts}
        self._parts |= {f"cid:{_line(part, 'Content-ID').strip('<>')}": part for part in parts}

    def get(self, address: str) -> bytes | None:
        """Return the part that is at `address` in the page, None where there is none."""
        part = self._parts.get(address) or self._parts.get(self._whole(address))
        return _bytes(part) if part is not None else None

    def _whole(self, address: str) -> str:
        try:
            return urljoin(self._page, address)
        except ValueError:
            return address


def _line(part: Part, name: str) -> str:
    """Return what the head of `part` says for `name`; long addresses are folded there."""
    return "".join(str(part.get(name, "")).split())


def _bytes(part: Part) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):  # no base64, though it says so
        return b""
    return data if isinstance(data, bytes) else b""
