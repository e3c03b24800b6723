"""What other programs keep their texts in is refused by a sentence that says how to get a form that opens."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop.documents import DocumentError, FileReason
from tests.documents.containers.opened import read, read_by_container


def zipped(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


FILES = {
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), FileReason.OFFICE),
    "xlsx": (zipped("xl/workbook.xml"), FileReason.OFFICE),
    "odt": (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), FileReason.OFFICE),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, FileReason.OFFICE),
    "rtf": (b"{\\rtf1\\ansi hello}", FileReason.OFFICE),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", FileReason.PDF),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileReason.PICTURE),
    "jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", FileReason.PICTURE),
    "gif": (b"GIF89a\1\0\1\0", FileReason.PICTURE),
    "webp": (b"RIFF\x1a\0\0\0WEBPVP8 ", FileReason.PICTURE),
}


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("name", ["a.{}", "a.txt"])
def test_a_file_of_another_program_says_how_to_get_one_that_opens(ending: str, name: str) -> None:
    data, reason = FILES[ending]
    with pytest.raises(DocumentError) as caught:
        read(data, name.format(ending))
    assert caught.value.reason is reason


@pytest.mark.parametrize("text", ["%PDF", "RIFF 是什么？\n\n话。", "GIF8 格式", "II* 号", "{\\rt 话"])
def test_a_text_that_begins_nearly_so_is_read(text: str) -> None:
    assert read_by_container(text)[0] == "text"


def test_a_zip_whose_first_words_are_damaged_is_refused_in_a_sentence_too() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 2)
    data = bytearray(out.getvalue())
    start = 30 + len("mimetype")  # behind the header of the member
    data[start : start + 4] = b"\xff" * 4
    with pytest.raises(DocumentError):
        read(bytes(data))
