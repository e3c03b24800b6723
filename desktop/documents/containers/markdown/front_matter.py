"""The front matter of a Markdown file: the lines between two `---` at its head, as fields.

It is YAML by intent (https://jekyllrb.com/docs/front-matter/), but savers of threads write titles with colons without
quotes; then each line is taken for what is before its first colon, and what is behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 1 << 15
"""In code points: YAML is slow to read, and no saver writes as much."""
_MOST_BRACKETS = 500
_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<key>[\w.-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]+)\]\([^()]*\)$")


class FrontMatter(NamedTuple):
    """The fields of a file, as it writes them, and what is below."""

    fields: Mapping[str, tuple[str, ...]]
    body: str

    def words(self, *keys: str) -> str:
        """Return the value of the first of `keys` that has one, several joined by 、; "" for none."""
        return next((joined for key in keys if (joined := "、".join(map(bare, self.fields.get(key, ()))))), "")


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of `text`; None where it has none: then a `---` at its head is a rule."""
    found = _FRONT.match(text[:_LONGEST]) if text.startswith("---") else None
    if found is None or not any(map(_FIELD.match, found["yaml"].split("\n"))):
        return None
    fields = _loaded(found["yaml"])
    body = text[found.end() :]
    return FrontMatter(_by_lines(found["yaml"]) if fields is None else fields, body)


def bare(value: str) -> str:
    """Return a value without the brackets of a link: `[[甲君]]`, `[[people/甲君|甲君]]`, `[甲君](https://...)`."""
    value = value.strip()
    if value.startswith("[[") and value.endswith("]]"):
        return value[2:-2].rpartition("|")[2].strip()
    link = _LINK.match(value)
    return link["words"] if link else value


def _loaded(source: str) -> Mapping[str, tuple[str, ...]] | None:
    """Return what YAML makes of `source`, every value as it is written; None where it isn't a mapping in YAML.

    A value that refers to another one (an alias) makes it None too: with those, a few lines can stand for a billion.
    """
    if source.count("[") + source.count("{") > _MOST_BRACKETS:
        return None
    import yaml

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):  # pyright: ignore[reportUnknownMemberType]
                raise yaml.YAMLError("an alias")
            return super().compose_node(parent, index)

    try:
        loaded: object = yaml.load(source, Loader)  # noqa: S506 (it makes words, lists and mappings only)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(loaded, dict):
        return None
    mapping = cast("dict[object, object]", loaded)
    return {key.lower(): _values(value) for key, value in mapping.items() if isinstance(key, str)}


def _values(value: object) -> tuple[str, ...]:
    """Return the words of a value: of a list, those of its entries; of a mapping, its `name`."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, dict):
        return _values(cast("dict[str, object]", value).get("name", ""))
    entries = cast("list[object]", value) if isinstance(value, list) else ()
    return tuple(one.strip() for one in entries if isinstance(one, str) and one.strip())


def _by_lines(source: str) -> Mapping[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in source.split("\n"):
        if found := _FIELD.match(line):
            key, value = found["key"].lower(), _unquoted(found["value"] or "")
            fields[key] = (value,) if value else ()
        elif key and (entry := _ENTRY.match(line)) and (value := _unquoted(entry["value"])):
            fields[key] = (*fields[key], value)
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
