"""Notes as an AnnotationCollection of the W3C Web Annotation Data Model (REC, section 5) with its one page inside.

Our own page is an AnnotationPage already; what it says of this computer (where the file lies) stays here.
"""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from desktop.annotations.form.page import Page, write_page
from desktop.annotations.form.source import source_of
from desktop.annotations.form.strict_json import JsonObject, StoreError, is_list, is_object, moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.annotations.values import Annotation
    from desktop.documents import Document
    from desktop.documents.chosen_names import NameChoices


def collection(
    document: Document, annotations: Mapping[str, Annotation], now: datetime, names: NameChoices = ()
) -> JsonObject:
    """Return all `annotations` on `document`, and what was said of lines and `names`, as a collection of `now`."""
    source = replace(source_of(document), path="", paths=())
    name, part = (uuid5(NAMESPACE_URL, f"{source.id} {what}").urn for what in ("collection", "page"))
    given = MappingProxyType(dict(annotations))
    page = write_page(Page(part, source, given, naming=document.naming, names=names))
    context = page.pop("@context")
    page |= {"partOf": name, "startIndex": 0}
    for item in page["items"]:
        _without_unknown_position(item)
    return {
        "@context": context,
        "id": name,
        "type": "AnnotationCollection",
        "label": document.title,
        "generator": {"type": "Software", "name": "Baijia 百家"},
        "generated": moment_text(now),
        "total": len(annotations),
        "first": page,
    }


def to_json(value: JsonObject) -> bytes:
    """Return `value` as JSON in UTF-8, Chinese as it is; StoreError when something in it has no JSON form."""
    return f"{_text(value, indent=1)}\n".encode("utf-8", "backslashreplace")


def to_script(value: JsonObject) -> str:
    """Return `value` as JSON that can stand in a `<script>` of HTML: it holds no <, > or &, nor a mark that turns."""
    return _text(value).translate(_ESCAPES)


_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (
        *map(ord, "<>&"),
        *range(0x7F, 0xA0),
        0x061C,
        *(0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)),
        *range(0xD800, 0xE000),
        *(0xFEFF, 0xFFFE, 0xFFFF),
    )
}


def _text(value: JsonObject, indent: int | None = None) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    except (ValueError, TypeError, RecursionError) as error:
        raise StoreError(f"The notes can't be written: {error}.") from error


def _without_unknown_position(item: JsonObject) -> None:
    """Take the position out of the item of a note that came from elsewhere, with its words alone."""
    raw: Any = item.get("target")
    targets: list[Any] = raw if is_list(raw) else [raw]
    for target in targets:
        selectors: Any = target.get("selector") if is_object(target) else None
        if is_list(selectors):
            target["selector"] = [one for one in selectors if not _is_nowhere(one)]


def _is_nowhere(selector: object) -> bool:
    return (
        is_object(selector)
        and selector.get("type") == "TextPositionSelector"
        and selector.get("start") == selector.get("end")
    )
