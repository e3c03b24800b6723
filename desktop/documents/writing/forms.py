"""The bytes of a thread in each of the forms in which it is saved."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from desktop.documents.labels import labels_in
from desktop.documents.writing.written import ThreadForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.labels import Labels

_WRITERS = {
    ThreadForm.TEXT: ("plain_text", "as_text"),
    ThreadForm.MARKDOWN: ("markdown", "as_markdown"),
    ThreadForm.HTML: ("web_page", "as_html"),
    ThreadForm.EPUB: ("epub", "as_epub"),
}


def written(draft: ThreadDraft, form: ThreadForm, language: str) -> bytes:
    """Return `draft` as a file of this `form`; `language` ("zh-Hant", "zh-Hans") is that of its words."""
    module, name = _WRITERS[form]
    write = cast("Callable[[ThreadDraft, Labels], bytes]", getattr(import_module(f"{__package__}.{module}"), name))
    return write(draft, labels_in(language))
