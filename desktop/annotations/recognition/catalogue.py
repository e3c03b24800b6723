"""What the files of notes are about: digests, paths and a sketch of the text of each, to be searched quickly.

It is read from the files themselves, and again from those that changed since. The copy on the disk is a cache: it
saves reading hundreds of files at a start, and may be lost, damaged or out of date without any harm.
"""

from __future__ import annotations

import gzip
import json
import logging
import re
import zlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.annotations.form.names import NAMES
from desktop.annotations.form.naming import AUTHORS
from desktop.annotations.form.page import SIZE_LIMIT, Page, StoreError, parse_page
from desktop.annotations.form.source import Source, read_source
from desktop.annotations.form.strict_json import (
    FormError,
    JsonObject,
    as_count,
    as_list,
    as_object,
    as_text,
    inner,
    is_object,
)
from desktop.annotations.recognition.resemblance import Sketch, sketch_of
from desktop.annotations.storage.backups import Backups
from desktop.annotations.storage.durable import make_folder, write_durably
from desktop.files import check_regular, open_regular, read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from desktop.annotations.recognition.snapshots import Snapshots

VERSION = 4

_NAME = re.compile(r"[0-9a-f]{32}\.json")
_DIGEST = re.compile(rb'"([0-9a-f]{64})"')
_SOURCE = b' "baijia:source": '
_MOST_OF_PATHS = 1 << 18
"""Bytes that the paths of a page take at most: fifty, of four thousand each."""

_CUT = re.compile(r"^[\w ]*|[\w ]*$")
"""A context begins and ends within a clause, most often."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One file of notes, by its `name` in the folder; `stamp` tells one content of it from another.

    `versions` are the digests of its text and `paths` the files it was in, the latest last; `notes` is how many
    there are, `named` of how many lines and words the reader said whether they are names. `marked` are the
    digests of the present text and of those that some note was made or found on. `sketch` is of the present text
    or, where that isn't kept (`whole` is False), of the passages that are marked in it. `id` is the page's own;
    `place` is where the file lies, if not in the folder.
    """

    name: str
    stamp: tuple[int, ...]
    versions: tuple[str, ...]
    paths: tuple[str, ...]
    notes: int
    marked: frozenset[str]
    sketch: Sketch
    whole: bool
    id: str = ""
    place: Path | None = None
    named: int = 0

    @property
    def is_noted(self) -> bool:
        """Whether there is anything of a reader's in it."""
        return bool(self.notes or self.named)

    @property
    def sha256(self) -> str:
        """The digest of the text that was seen last, "" where the file doesn't say."""
        return self.versions[-1] if self.versions else ""


class Catalogue:
    """The entries of the files of notes in `folder`.

    For one that is missing there or can't be read stands its copy in `mirror`, else the latest of its `backups`.
    `cache` is the file that the entries are kept in; it is written by `save` alone.
    """

    def __init__(self, folder: Path, mirror: Path, backups: Path, snapshots: Snapshots, cache: Path) -> None:
        self._folder = folder
        self._mirror = mirror
        self._backups = backups
        self._snapshots = snapshots
        self._cache = cache
        self._entries: dict[str, CatalogueEntry] | None = None
        self._saved: dict[str, CatalogueEntry] | None = None

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Return an entry for each file of notes that can be read, as it is now."""
        return self.survey()[0]

    def survey(self) -> tuple[tuple[CatalogueEntry, ...], bool]:
        """Return the entries, and whether there is one for every file of notes."""
        known = self._entries if self._entries is not None else self._load()
        found: dict[str, CatalogueEntry] = {}
        complete = True
        for name in self._names():
            entry = self._entry(name, known.get(name))
            complete = complete and entry is not None
            if entry is not None:
                found[name] = entry
        self._entries = found
        return tuple(found.values()), complete

    def entry_at(self, path: Path) -> CatalogueEntry | None:
        """Return an entry for the file of notes at `path`, outside the folder; None for a file that is none.

        Its name is that of the same notes in the folder, "" where they aren't known; its paths are those that are
        known there: a file that several machines share doesn't say where its text lies on any of them.
        """
        try:
            stamp = _stamp(path)
            data = _contents(path)
            entry = next((entry for entry in self.entries() if self._holds(entry, data)), None)
            entry = entry or self._read("", path, stamp)
        except (OSError, ValueError, StoreError):
            return None
        known = next((known for known in self.entries() if known.id == entry.id), None)
        paths = known.paths if known is not None and known.paths else entry.paths
        return replace(entry, name=known.name if known is not None else "", paths=paths, place=path)

    def _holds(self, entry: CatalogueEntry, data: bytes) -> bool:
        """Tell whether `data` are, but for what they are about, those that `entry` is of: to parse them takes longer.

        What they are about differs at most in where that lies.
        """
        with suppress(OSError, ValueError, StoreError):  # one that can't be read says nothing of the others
            stamp = _stamp(self._mirror / entry.name)
            if stamp == entry.stamp and 0 <= stamp[1] - len(data) < _MOST_OF_PATHS:
                return _but_for_the_source(_contents(self._mirror / entry.name)) == _but_for_the_source(data)
        return False

    def text(self, entry: CatalogueEntry) -> str:
        """Return the text that the notes of `entry` were last seen in, or what is known of it; "" for nothing."""
        kept = self._snapshots.text(entry.sha256)
        if kept is not None:
            return kept
        for path in self._copies(entry.name) if entry.place is None else (entry.place,):
            with suppress(OSError, StoreError):
                return _passages(parse_page(_contents(path)))
        return ""

    def save(self) -> None:
        """Write the cache if it isn't as the entries are now; failing that is no harm."""
        entries = self._entries
        if entries is None or entries == self._saved:
            return
        try:
            make_folder(self._cache.parent)
            write_durably(self._cache, _dump(entries))
            self._saved = entries
        except (OSError, ValueError) as error:
            log.info("the catalogue could not be written: %s", error)

    def _load(self) -> dict[str, CatalogueEntry]:
        try:
            entries = _parse(json.loads(read_regular(self._cache, SIZE_LIMIT)))
        except (OSError, ValueError, RecursionError) as error:
            log.info("the catalogue is made anew: %s", error)
            return {}
        self._saved = entries
        return entries

    def _names(self) -> list[str]:
        """Return the names of all files of notes; copies that a sync left or that were set aside are none."""
        found = {path.name for folder in (self._folder, self._mirror) for path in folder.glob("*.json")}
        found |= {f"{path.name}.json" for path in self._backups.glob("*")}
        return sorted(name for name in found if _NAME.fullmatch(name))

    def _copies(self, name: str) -> Iterator[Path]:
        """Yield the places where the file of notes `name` may be, the most trusted first."""
        yield self._folder / name
        yield self._mirror / name
        yield from (backup.path for backup in Backups(self._backups / name.removesuffix(".json")).all())

    def _entry(self, name: str, known: CatalogueEntry | None) -> CatalogueEntry | None:
        """Return the entry of the file `name`, the `known` one if the file is still the same; None if unreadable."""
        for path in self._copies(name):
            with suppress(OSError, StoreError):
                stamp = _stamp(path)
                if known is not None and known.stamp == stamp and not self._is_told_better(known):
                    return known
                return self._read(name, path, stamp)
        return None

    def _is_told_better(self, entry: CatalogueEntry) -> bool:
        """Tell whether the text was kept after `entry` had been made of its passages alone."""
        return not entry.whole and self._snapshots.holds(entry.sha256)

    def _read(self, name: str, path: Path, stamp: tuple[int, ...]) -> CatalogueEntry:
        data = _contents(path)
        page, source, notes, named = _outline(data)
        versions = source.all_versions
        text = self._snapshots.text(versions[-1]) if versions else None
        return CatalogueEntry(
            name=name,
            stamp=stamp,
            versions=versions,
            paths=source.all_paths,
            notes=notes,
            named=named,
            marked=_marked(data, source),
            sketch=sketch_of(_passages(parse_page(data)) if text is None else text),
            whole=text is not None,
            id=page,
        )


def _outline(data: bytes) -> tuple[str, Source, int, int]:
    """Return a page's id, what it is about, and how many notes and lines are on it; StoreError when it is damaged.

    The items aren't looked into: of 10,000 notes that takes a fifth of the time.
    """
    try:
        page = as_object(json.loads(data.decode("utf-8-sig")), "the file")
        items = as_list(page.get("items"), "items")
        notes = sum(not (is_object(item) and item.get("baijia:deleted")) for item in items)
        id_, source = as_text(page.get("id", ""), "the page's id"), read_source(page.get("baijia:source"))
        said = (*inner(page, AUTHORS).values(), *inner(page, NAMES).values())
        return id_, source, notes, sum(map(_is_said, said))
    except (ValueError, RecursionError) as error:
        raise StoreError(f"The file is damaged: {error}.") from error


def _is_said(entry: object) -> bool:
    """Tell whether `entry` says something of a line or a name: one that was taken back is kept, and says nothing."""
    return is_object(entry) and entry.get("isName") is not None


def _but_for_the_source(data: bytes) -> list[bytes]:
    """Return the lines of a page before its items, but for the one that describes its text, and all the rest."""
    head, *rest = data.partition(b'\n "items": ')
    return [*(line for line in head.split(b"\n") if not line.startswith(_SOURCE)), *rest]


def _marked(data: bytes, source: Source) -> frozenset[str]:
    """Return the digests that `data` names anywhere but in the list of versions, where each stands once."""
    named = Counter(digest.decode("ascii") for digest in _DIGEST.findall(data))
    return frozenset(named - Counter(source.versions))


def _passages(page: Page) -> str:
    """Return the marked passages, with the whole clauses around them: what is known of a text that isn't kept."""
    anchors = (annotation.passages[0].anchor for annotation in page.annotations.values())
    marked = (f"{anchor.prefix}{anchor.exact}{anchor.suffix}" for anchor in anchors)
    named = (f"{line.above}\n{line.words}\n{line.below}" for line in page.naming)
    return "\n".join(_CUT.sub("", words) for words in (*marked, *named))


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells one content of the file at `path` from another; OSError when it is no file."""
    status = path.stat()
    check_regular(status, path)
    return status.st_mtime_ns, status.st_size, status.st_ino


def _contents(path: Path) -> bytes:
    """Return what the file at `path` holds, unpacked if it is a backup; StoreError when that can't be done."""
    try:
        with open_regular(path) as file, gzip.open(file) if path.suffix == ".gz" else file as stream:
            return stream.read(SIZE_LIMIT + 1)
    except (EOFError, zlib.error) as error:
        raise StoreError(f"The backup is damaged: {error}.") from error


def _dump(entries: Mapping[str, CatalogueEntry]) -> bytes:
    """Return the cache's form of `entries`; a path with a lone surrogate has no UTF-8, only JSON's escape."""
    rows: list[JsonObject] = [
        {
            "name": entry.name,
            "stamp": entry.stamp,
            "versions": entry.versions,
            "paths": entry.paths,
            "notes": entry.notes,
            "named": entry.named,
            "marked": sorted(entry.marked),
            "sketch": entry.sketch.hashes,
            "whole": entry.whole,
            "id": entry.id,
        }
        for entry in entries.values()
    ]
    return json.dumps({"version": VERSION, "entries": rows}).encode("ascii")


def _parse(raw: object) -> dict[str, CatalogueEntry]:
    """Return the entries of a cache; FormError, which is a ValueError, when another version or program wrote it."""
    cache = as_object(raw, "the catalogue")
    if cache.get("version") != VERSION:
        raise FormError("the catalogue is of another version")
    entries = (_parse_entry(as_object(row, "an entry")) for row in as_list(cache.get("entries"), "entries"))
    return {entry.name: entry for entry in entries}


def _parse_entry(row: JsonObject) -> CatalogueEntry:
    return CatalogueEntry(
        name=as_text(row.get("name"), "name"),
        stamp=_numbers(row, "stamp"),
        versions=_texts(row, "versions"),
        paths=_texts(row, "paths"),
        notes=as_count(row.get("notes"), "notes"),
        named=as_count(row.get("named"), "named"),
        marked=frozenset(_texts(row, "marked")),
        sketch=Sketch(_numbers(row, "sketch")),
        whole=row.get("whole") is True,
        id=as_text(row.get("id"), "id"),
    )


def _numbers(row: JsonObject, key: str) -> tuple[int, ...]:
    return tuple(as_count(number, key) for number in as_list(row.get(key), key))


def _texts(row: JsonObject, key: str) -> tuple[str, ...]:
    return tuple(as_text(entry, key) for entry in as_list(row.get(key), key))
