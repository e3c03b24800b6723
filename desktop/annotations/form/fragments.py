"""The text of annotations that were read or written, so that a save makes only that of those that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations.form.item import write_item
from desktop.annotations.form.lines import item_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations.form.source import Source
    from desktop.annotations.values import Annotation


class Fragments:
    """Texts of annotations, in UTF-8, for as long as they are on the page that was written last.

    An annotation never changes, so its text holds as long as it is the same object, and its source says the same of
    what a text may leave out.
    """

    def __init__(self) -> None:
        self._source = ("", "")
        self._texts: dict[str, tuple[Annotation, bytes]] = {}

    def keep(self, annotation: Annotation, text: str, source: Source) -> None:
        """Keep the `text` that `annotation`, an item of a page on `source`, was read from."""
        self._turn_to(source)
        self._texts[annotation.id] = (annotation, text.encode())

    def of(self, annotations: Iterable[Annotation], source: Source) -> list[bytes]:
        """Return the text of each of `annotations`, items of a page on `source`, and forget those of all others."""
        self._turn_to(source)
        texts = {one.id: (one, self._text(one, source)) for one in annotations}
        self._texts = texts
        return [text for _, text in texts.values()]

    def _text(self, annotation: Annotation, source: Source) -> bytes:
        known, text = self._texts.get(annotation.id, (None, b""))
        return text if known is annotation else item_text(write_item(annotation, source))

    def _turn_to(self, source: Source) -> None:
        if self._source != (source.id, source.sha256):
            self._source = (source.id, source.sha256)
            self._texts = {}
