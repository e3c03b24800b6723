"""The four forms in which notes leave the app, by the ending of the file that holds them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.annotations.exchange.collection import to_json
from desktop.annotations.exchange.markdown import to_markdown
from desktop.annotations.exchange.table import to_csv
from desktop.annotations.exchange.webpage import to_html
from desktop.annotations.exchange.wording import ENGLISH

if TYPE_CHECKING:
    from desktop.annotations.exchange.digest import Digest
    from desktop.annotations.exchange.wording import Wording
    from desktop.annotations.form.strict_json import JsonObject


class ExportForm(StrEnum):
    """A form of export; its value is the ending of its files."""

    MARKDOWN = ".md"
    HTML = ".html"
    CSV = ".csv"
    JSON_LD = ".jsonld"


def export(form: ExportForm, digest: Digest, collection: JsonObject, wording: Wording = ENGLISH) -> bytes:
    """Return the file in `form` that holds `digest`, or `collection` (see `collection.py`), or both.

    Raises StoreError when a note has no JSON form.
    """
    match form:
        case ExportForm.MARKDOWN:
            return to_markdown(digest, wording).encode()
        case ExportForm.HTML:
            return to_html(digest, collection, wording).encode()
        case ExportForm.CSV:
            return to_csv(digest, wording)
        case ExportForm.JSON_LD:
            return to_json(collection)
