"""Pictures that lie in the file: how large they are, read off the main thread, and none that could do harm."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from desktop.session.files.pictures import LONGEST_SIDE, MOST_PIXELS, Pictures, read_picture, size_in
from desktop.session.work.worker import Worker
from tests.session.commented import document_of, structured
from tests.session.executors import HeldExecutor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


def picture(width: int, height: int, form: str = "png") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(form.encode())).write(image)
    return bytes(buffer.data().data())


def png_that_says(width: int, height: int) -> bytes:
    """Return a PNG that says it has so many pixels, and has none."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((13, header), (0, b"IDAT"), (0, b"IEND"))
    written = (struct.pack(">I", size) + chunk + struct.pack(">I", zlib.crc32(chunk)) for size, chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_a_picture_is_read_in_the_size_asked_for(qapp: QApplication, form: str) -> None:
    data = picture(120, 60, form)
    assert size_in(data) == QSize(120, 60)
    image = read_picture(data, QSize(40, 20))
    assert image is not None
    assert image.size() == QSize(40, 20)
    assert abs(image.pixelColor(20, 10).blue() - 0x99) < 8


def test_a_gif_is_read(qapp: QApplication) -> None:
    data = bytes.fromhex("47494638396101000100800100336699000000 2c00000000010001000002024401003b".replace(" ", ""))
    assert size_in(data) == QSize(1, 1)
    assert read_picture(data, QSize(1, 1)) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='http://example.org/a.png'/></svg>",
        b"BM" + bytes(60),
        b"/* XPM */ static char * a[] = {",
        b"<html>",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_picture_of_the_four_kinds_is_not_read(qapp: QApplication, data: bytes) -> None:
    assert size_in(data) is None


def test_a_picture_that_would_fill_memory_is_not_read(qapp: QApplication) -> None:
    assert size_in(png_that_says(LONGEST_SIDE + 1, 1)) is None
    assert size_in(png_that_says(MOST_PIXELS // 2_000 + 1, 2_000)) is None
    assert size_in(png_that_says(MOST_PIXELS // 2_000, 2_000)) == QSize(MOST_PIXELS // 2_000, 2_000)


@pytest.fixture
def worker() -> HeldExecutor:
    return HeldExecutor()


@pytest.fixture
def pictures(session: Session, worker: HeldExecutor) -> Pictures:
    """Return the pictures of whatever the session has open, read when the worker is told to."""
    return Pictures(session.store, Worker(worker))


def show(session: Session, **held: bytes) -> None:
    session.shelf.take(document_of(structured(held), Path("thread.json")), None)


def test_pictures_of_the_document_are_read_by_their_names(
    qtbot: QtBot, session: Session, pictures: Pictures, worker: HeldExecutor
) -> None:
    show(session, a=picture(120, 60), b=b"none")
    assert pictures.size("a") == QSize(120, 60)
    assert pictures.size("b") is None
    assert pictures.size("elsewhere") is None
    assert pictures.image("a", QSize(40, 20)) is None
    assert pictures.image("a", QSize(40, 20)) is None
    with qtbot.waitSignal(pictures.ready):
        assert worker.run() == 1
    image = pictures.image("a", QSize(40, 20))
    assert image is not None
    assert image.size() == QSize(40, 20)


def test_one_that_breaks_off_is_known_to_be_broken(
    qtbot: QtBot, session: Session, pictures: Pictures, worker: HeldExecutor
) -> None:
    data = picture(90, 60, "webp")
    show(session, a=data[: len(data) // 2])
    assert pictures.size("a") == QSize(90, 60)
    pictures.image("a", QSize(9, 6))
    with qtbot.waitSignal(pictures.ready):
        worker.run()
    assert pictures.size("a") is None


def test_nothing_is_kept_of_a_document_that_was_left(
    qtbot: QtBot, session: Session, pictures: Pictures, worker: HeldExecutor
) -> None:
    show(session, a=picture(120, 60))
    pictures.image("a", QSize(40, 20))
    show(session)
    with qtbot.assertNotEmitted(pictures.ready, wait=50):
        worker.run()
    assert pictures.image("a", QSize(40, 20)) is None


def test_what_is_kept_is_bounded(
    qtbot: QtBot, session: Session, pictures: Pictures, worker: HeldExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.session.files.pictures._KEPT_PIXELS", 1_000)
    show(session, **{f"p{number}": picture(40, 40) for number in range(9)})
    for number in range(9):
        pictures.image(f"p{number}", QSize(40, 40))
    worker.run()
    qtbot.waitUntil(lambda: pictures.image("p8", QSize(40, 40)) is not None)
    assert pictures.image("p0", QSize(40, 40)) is None
