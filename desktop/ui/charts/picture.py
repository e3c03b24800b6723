"""A chart as a picture in a file: as pixels (PNG), or as shapes and words (SVG)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable

SCALE = 2
"""Pixels of a picture for each one on the screen, so that it stays sharp on paper."""
_MOST_PIXELS = 60_000_000
"""Larger pictures have one pixel for each; so many take 240 MB while they are painted."""
_DOTS_PER_INCH = 96
"""What a pixel of CSS is by."""
_FAMILIES = re.compile(rb'font-family="([^"]*)"')


class Picture(NamedTuple):
    """What is painted: how large it is in pixels, how, on which paper, and what it is called."""

    size: QSize
    paint: Callable[[QPainter], None]
    paper: str
    title: str


def as_png(picture: Picture) -> bytes:
    """Return `picture` as the bytes of a PNG, at twice its size unless that would be too large."""
    width, height = picture.size.width(), picture.size.height()
    scale = SCALE if width * height * SCALE**2 <= _MOST_PIXELS else 1
    image = QImage(picture.size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(picture.paper))
    image.setText("Title", picture.title)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    picture.paint(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(data.data())


def as_svg(picture: Picture) -> bytes:
    """Return `picture` as the bytes of an SVG, whose words are drawn in any sans where their faces are missing."""
    from PySide6.QtSvg import QSvgGenerator

    data, paper = QByteArray(), QRect(0, 0, picture.size.width(), picture.size.height())
    buffer = QBuffer(data)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(_DOTS_PER_INCH)
    made.setSize(picture.size)
    made.setViewBox(paper)
    made.setTitle(picture.title)
    made.setDescription("百家")
    painter = QPainter(made)
    painter.fillRect(paper, QColor(picture.paper))
    picture.paint(painter)
    painter.end()
    return _FAMILIES.sub(_with_any, bytes(data.data()))


def _with_any(found: re.Match[bytes]) -> bytes:
    """Return the faces of a font, each in quotes as names of several words should be, with any sans at last."""
    names = b", ".join(b"'%s'" % name.strip() for name in found[1].split(b","))
    return b'font-family="%s, sans-serif"' % names
