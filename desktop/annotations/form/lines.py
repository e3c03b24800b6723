"""How a page is laid out in its file: a line for each of its own keys, then a line for each item.

So one annotation can be read and written without the others, and a save makes only the text of those that changed; a
comparison of two files shows what was edited, and a reader can look into it. Any other layout of the same JSON is
read as well, only more slowly.

The seal is a digest of the items' lines, which tells whether they are still those that a save of ours wrote: the page
says which saves are in it, but whoever edits the file by hand leaves that as it is; so does a disk that decays. What
such a page claims to hold, another that came later needn't hold.
"""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.annotations.form.item import write_item
from desktop.annotations.form.strict_json import StrictJsonError, decode_json, is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.annotations.form.source import Source
    from desktop.annotations.form.strict_json import JsonObject
    from desktop.annotations.values import Annotation

_OPEN, _SEPARATOR, _CLOSE = '\n "items": [\n', ",\n", "\n ]\n}\n"

_BETWEEN = b"\n"


class Lines(NamedTuple):
    """A page in its JSON form but for its items, and each item as a value and its text ("" where it wasn't alone)."""

    page: Any
    items: Iterable[tuple[Any, str]]


def read_lines(text: str) -> Lines:
    """Return the page in `text`, laid out as it is here; StrictJsonError when it isn't, or isn't strict JSON.

    The items are read as they are asked for, which raises as well: ten thousand at once would keep the garbage
    collector busy with what is thrown away as soon as it was understood.
    """
    head, opened, body = text.partition(_OPEN)
    if not opened or not body.endswith(_CLOSE):
        raise StrictJsonError("the items don't stand on lines")
    page = decode_json(f'{head}\n "items": []}}')
    texts = body[: -len(_CLOSE)].split(_SEPARATOR)
    # Joined by commas, they are a list if each of them is a value.
    return Lines(page, ((decode_json(line), line) for line in texts))


def read_whole(text: str) -> Lines:
    """Return the page in `text`, whatever its layout; StrictJsonError when it isn't strict JSON."""
    return whole(decode_json(text))


def whole(page: object) -> Lines:
    """Return the lines of `page`, a value that may be anything."""
    items = page.get("items") if is_object(page) else None
    return Lines(page, zip(items, repeat(""), strict=False) if is_list(items) else ())


def write_lines(page: JsonObject, items: Iterable[bytes]) -> bytes:
    """Return the file of a `page` that lacks its items, and these, each the text of one in UTF-8.

    Raises ValueError, TypeError, OverflowError or RecursionError when the page has no JSON form.
    """
    head = "".join(line_text(key, value).decode() for key, value in page.items())
    body = _SEPARATOR.encode().join(items)
    start = f"{{\n{head}".encode().removesuffix(b"\n")
    return start + _OPEN.encode() + body + _CLOSE.encode() if body else start + b'\n "items": []\n}\n'


def line_text(key: str, value: object) -> bytes:
    """Return the line of a page's own `key`; no other line is the same, for no value has a line break in it."""
    return f" {json.dumps(key)}: {item_text(value).decode()},\n".encode()


def item_text(value: object) -> bytes:
    """Return `value` as one line of JSON in UTF-8, with Chinese as it is; raises as `write_lines` does.

    A lone surrogate has no UTF-8; it becomes a JSON escape, which is how Python's backslashreplace spells it.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")


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


def seal_of(items: Iterable[bytes]) -> str:
    """Return the seal of items, each given as its text: a SHA-256 in hexadecimal digits."""
    digest = sha256()
    for text in items:
        digest.update(text + _BETWEEN)
    return digest.hexdigest()


class Seal:
    """The seal that a page bears, "" for none, and what its items come to while they are read."""

    def __init__(self, borne: str) -> None:
        self._borne = borne
        self._digest = sha256()

    def over(self, items: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
        """Yield `items`, each a value and its text, and take note of them.

        Where the text is "", because the file was laid out anew, the value is written as we would write it.
        """
        for item, text in items:
            if self._borne:
                self._digest.update((text.encode() if text else item_text(item)) + _BETWEEN)
            yield item, text

    @property
    def is_broken(self) -> bool:
        """Whether the items that were read aren't those that were sealed; no seal is broken where there is none."""
        return bool(self._borne) and self._digest.hexdigest() != self._borne
