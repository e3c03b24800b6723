"""Files that are known, and that hold no text to be had without the program that made them: each has a sentence.

They are told by their first bytes, and those of the newer office programs by what their zip holds.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from desktop.documents.containers.members import CAN_FAIL
from desktop.documents.error import DocumentError, FileReason
from desktop.documents.picture_kinds import kind_of_picture

if TYPE_CHECKING:
    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft

_ZIP = b"PK\x03\x04"
# https://www.garykessler.net/library/file_sigs.html; OLE is what Word and Excel wrote up to 2003.
_SIGNATURES: tuple[tuple[bytes, FileReason], ...] = (
    (b"%PDF-", FileReason.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileReason.OFFICE),
    (b"{\\rtf", FileReason.OFFICE),
    (b"II*\0", FileReason.PICTURE),
    (b"MM\0*", FileReason.PICTURE),
)
_OFFICE_PARTS = frozenset({"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"})
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
_LONGEST_TYPE = 200


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is one of those."""
    return _reason(file) is not None


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Raise DocumentError, by which the reader is told how to get a form that opens."""
    del encoding
    raise DocumentError(_reason(file) or FileReason.BINARY, file.path)


def _reason(file: ThreadFile) -> FileReason | None:
    start = file.start
    if start.startswith(_ZIP):
        return FileReason.OFFICE if _is_of_office(file) else None
    if kind_of_picture(start) is not None:
        return FileReason.PICTURE
    return next((reason for signature, reason in _SIGNATURES if start.startswith(signature)), None)


def _is_of_office(file: ThreadFile) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data) if file.member else file.path) as archive:
            if not _OFFICE_PARTS.isdisjoint(archive.namelist()):
                return True
            info = archive.NameToInfo.get("mimetype")
            if info is None or info.file_size > _LONGEST_TYPE:
                return False
            with archive.open(info) as opened:
                return opened.read(_LONGEST_TYPE).decode("latin-1").startswith(_OPEN_DOCUMENT)
    except CAN_FAIL:
        return False
