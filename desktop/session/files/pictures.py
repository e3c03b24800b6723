"""The pictures that lie in the file of the open thread: how large they are, and read off the main thread.

Only PNG, JPEG, GIF and WebP are read, from bytes alone: by what they begin with, whatever they are called. How large
a picture is stands in its first bytes, so that there is room for it before it is read.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from desktop.documents.picture_kinds import kind_of_picture
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.work.worker import Worker

MOST_PIXELS = 40_000_000
"""A picture of more takes over 160 MB to read: it is not shown. A photograph of a telephone has 12 million or 48."""
LONGEST_SIDE = 32_767
_KEPT_PIXELS = 24_000_000
"""So many are kept as they are shown, beside the last few: some 100 MB."""
_KEPT_ANYHOW = 4

log = logging.getLogger(__name__)


class Pictures(QObject):
    """Reads the pictures of the open document, each in the size in which it is to be shown, one after the other."""

    ready = Signal()
    """Emitted when a picture that was asked for has been read, or can't be: then its `size` is None."""

    def __init__(self, store: Store, worker: Worker) -> None:
        super().__init__(store)
        self._store = store
        self._tasks = Tasks(self, worker)
        self._tasks.failed.connect(self._on_failed)
        self._images: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._sizes: dict[str, QSize | None] = {}
        self._asked = set[tuple[str, int, int]]()
        store.changed.connect(self._on_changed)

    def size(self, name: str) -> QSize | None:
        """Return how many pixels the picture called `name` has, upright; None where it can't be shown."""
        if name not in self._sizes:
            data = self._pictures().get(name)
            self._sizes[name] = None if data is None else size_in(data)
        return self._sizes[name]

    def image(self, name: str, size: QSize) -> QImage | None:
        """Return a picture in so many pixels; None until it has been read, which this asks for."""
        key = (name, size.width(), size.height())
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        data = self._pictures().get(name)
        if data is not None and key not in self._asked and self.size(name) is not None:
            self._asked.add(key)
            self._tasks.start(f"picture {key}", partial(read_picture, data, size), partial(self._keep, key))
        return self._images.get(key)

    def stop(self) -> None:
        """Read nothing from now on."""
        self._tasks.close()

    def _pictures(self) -> Mapping[str, bytes]:
        document = self._store.state.document
        return document.pictures if document is not None else {}

    def _keep(self, key: tuple[str, int, int], image: QImage | None) -> None:
        self._asked.discard(key)
        if key[0] not in self._pictures():
            return
        if image is None:
            self._sizes[key[0]] = None
        else:
            self._images[key] = image
            while len(self._images) > _KEPT_ANYHOW and _pixels(self._images) > _KEPT_PIXELS:
                self._images.popitem(last=False)
        self.ready.emit()

    def _on_changed(self, old: State, new: State) -> None:
        if old.document is not new.document:
            self._images.clear()
            self._sizes.clear()
            self._asked.clear()

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)


def size_in(data: bytes) -> QSize | None:
    """Return how large the picture in `data` says it is, upright; None for what is none, or too large to be shown."""
    reader, _buffer = _reader(data)
    size = reader.size() if reader is not None else QSize()
    if reader is None or not size.isValid() or size.isEmpty() or max(size.width(), size.height()) > LONGEST_SIDE:
        return None
    if size.width() * size.height() > MOST_PIXELS:
        return None
    return size.transposed() if _lies(reader) else size


def read_picture(data: bytes, size: QSize) -> QImage | None:
    """Return the picture in `data` in so many pixels, None where it can't be read; for a worker."""
    reader, _buffer = _reader(data)
    if reader is None:
        return None
    reader.setScaledSize(size.transposed() if _lies(reader) else size)
    image = reader.read()
    if image.isNull():
        return None
    if image.size() != size:
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image


def _reader(data: bytes) -> tuple[QImageReader | None, QBuffer]:
    """Return what reads `data`, as what it begins with says and as nothing else, and what has to be kept as long."""
    kind, buffer = kind_of_picture(data), QBuffer()
    if kind is None:
        return None, buffer
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.media_type.removeprefix("image/").encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    return reader, buffer


def _lies(reader: QImageReader) -> bool:
    """Tell whether a picture is kept on its side."""
    turned = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation() & turned)


def _pixels(images: Mapping[tuple[str, int, int], QImage]) -> int:
    return sum(width * height for _, width, height in images)
