"""The lines of one text as they were converted by words, kept in a private folder, so that they show without jieba.

A page in our own edition needs jieba's cut, whose dictionary takes a quarter of a second to load. What was decided of
the lines that a reader saw last is a few hundred numbers. `<folder>/pages/<digest of the text>.page` has them, and
the names by which they were converted; it holds for the very same text, tables and version of the app only.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop import __version__
from desktop.script.aligned import LengthChange
from desktop.script.names.decided import Names
from desktop.script.tables.cache import tables_header
from desktop.script.tables.loading import tables_of
from desktop.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from desktop.script.edition import Edition
    from desktop.script.tables.loading import Mended

    Key = tuple[str, Edition]

_FORMAT = 2
_MOST_FILES = 12
"""Texts of which lines are kept: those on the list of recent files."""

Lines = dict[str, tuple["Mended", ...]]


class KeptLines(NamedTuple):
    """What was decided of a text: the names `found` in it, its `authors`, the `names` of both, and its lines.

    `lines` are the windows of each line that was converted by words, by configuration.
    """

    found: Names
    authors: tuple[str, ...]
    names: Names
    lines: Mapping[str, Lines]


def remembered_lines(keys: Iterable[Key], names: Names, shown: Sequence[str]) -> Mapping[str, Lines]:
    """Return what is remembered of the lines in the texts `shown`, by configuration of `keys`, with these `names`.

    For a worker: it takes some milliseconds.
    """
    whole, around = set(shown), "\n".join(shown)
    memos = {config: dict(tables_of(config, edition).lines_for(names)) for config, edition in keys}
    return {
        config: {line: windows for line, windows in memo.items() if line in whole or line in around}
        for config, memo in memos.items()
    }


def remember_lines(keys: Iterable[Key], kept: KeptLines) -> None:
    """Have the lines `kept` remembered by the tables of `keys`, which are loaded."""
    for config, edition in keys:
        memo = tables_of(config, edition).lines_for(kept.names)
        for line, windows in kept.lines.get(config, {}).items():
            if line not in memo:
                memo.keep(line, windows)


def write_lines(folder: Path, sha256: str, keys: Sequence[Key], kept: KeptLines) -> None:
    """Keep what was decided of the text with the digest `sha256`, of the last few only."""
    body = [kept.found.items, kept.authors, [kept.names.items, kept.names.said], kept.lines]
    path = _path(folder, sha256)
    write_sealed(path, _header(sha256, keys), json.dumps(body).encode("ascii"))
    with suppress(OSError):
        others = sorted(path.parent.glob("*.page"), key=lambda each: each.stat().st_mtime)
        for each in others[:-_MOST_FILES]:
            each.unlink(missing_ok=True)


def read_lines(folder: Path, sha256: str, keys: Sequence[Key]) -> KeptLines | None:
    """Return what is kept of the text with the digest `sha256`; None if there is nothing, or anything is wrong."""
    body = read_sealed(_path(folder, sha256), _header(sha256, keys))
    if body is None:
        return None
    try:
        found, authors, names, lines = json.loads(body)
        return KeptLines(_names(found), tuple(map(_text, authors)), _names(*names), _lines(lines))
    except (ValueError, TypeError, AttributeError):
        return None


def _names(items: Any, said: Any = ()) -> Names:  # noqa: ANN401 (JSON)
    spoken = ((_text(name), None if form is None else _text(form)) for name, form in said)
    return Names(tuple((_text(name), _text(form)) for name, form in items), tuple(spoken))


def _lines(by_config: dict[str, Any]) -> Mapping[str, Lines]:
    return {
        config: {line: tuple(map(_mended, windows)) for line, windows in lines.items()}
        for config, lines in by_config.items()
    }


def _mended(window: list[Any]) -> Mended:
    start, end, words, changes = window
    return _number(start), _number(end), _text(words), tuple(LengthChange(*map(_number, each)) for each in changes)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _path(folder: Path, sha256: str) -> Path:
    return folder / "pages" / f"{sha256}.page"


def _header(sha256: str, keys: Sequence[Key]) -> bytes:
    """Return the line that names all that the lines depend on. Raises DictionaryError."""
    digest = hashlib.sha256()
    for key in keys:
        digest.update(tables_header(*key))
    return f"lines {_FORMAT}, baijia {__version__}, {digest.hexdigest()}, text {sha256}\n".encode()
