"""The document that a page of annotations is about, as the page itself describes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from desktop.annotations.form.strict_json import (
    JsonObject,
    as_count,
    as_list,
    as_object,
    as_text,
    filled,
    joined,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents import Document


MOST_VERSIONS, MOST_PATHS = 200, 50
"""So many digests and paths are kept of one document, the latest: a file may be edited every day, for years."""

_KEYS = ("id", "sha256", "name", "path", "encoding", "codePoints", "versions", "paths")


def _no_extra() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Source:
    """A document's stable `id` (a urn:uuid), and how it was when the page was last written.

    `sha256` is the digest of its text, `name` and `path` those of its file, `encoding` that of the file,
    `code_points` its length. `versions` are the digests and `paths` the files that it had before, oldest first.
    `extra` holds JSON keys that this version does not know.
    """

    id: str
    sha256: str = ""
    name: str = ""
    path: str = ""
    encoding: str = ""
    code_points: int = 0
    versions: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=_no_extra)

    @property
    def all_versions(self) -> tuple[str, ...]:
        """Every digest that the text is known to have had, the present one last."""
        return _with_last(self.versions, self.sha256)

    @property
    def all_paths(self) -> tuple[str, ...]:
        """Every file that the text is known to have been in, the present one last."""
        return _with_last(self.paths, self.path)

    def joined(self, other: Source) -> Source:
        """Return this source with all that `other`, an older description of the document, knows besides."""
        versions = (*other.all_versions, *self.all_versions)
        paths = (*other.all_paths, *self.all_paths)
        return replace(
            self,
            versions=_without(versions, self.sha256)[-MOST_VERSIONS:],
            paths=_without(paths, self.path)[-MOST_PATHS:],
            extra=MappingProxyType({**other.extra, **self.extra}),
        )

    def placed_as(self, other: Source) -> Source:
        """Return this source in the file that `other` was in last, with all files that either knows of."""
        path = other.path or self.path
        paths = _without((*self.all_paths, *other.all_paths), path)
        return replace(self, path=path, paths=paths[-MOST_PATHS:])

    def without_paths(self) -> Source:
        """Return this source as a file that several machines share says it: in no place on any of them."""
        return replace(self, path="", paths=())

    def described_by(self, document: Document) -> Source:
        """Return this source with the particulars of `document`; id and unknown keys stay, the old are listed."""
        path = str(document.path)
        return replace(
            self,
            sha256=document.sha256,
            name=document.path.name,
            path=path,
            encoding=document.encoding,
            code_points=len(document.text),
            versions=_without(self.all_versions, document.sha256)[-MOST_VERSIONS:],
            paths=_without(self.all_paths, path)[-MOST_PATHS:],
        )


def source_of(document: Document) -> Source:
    """Return a new description of `document`; the same text gets the same id on every machine."""
    return Source(_id_of(document.sha256)).described_by(document)


def read_source(raw: object) -> Source:
    """Return the source that `raw` describes; FormError if a key has the wrong type. Absent keys are empty."""
    source = as_object(raw, "baijia:source")
    sha256 = as_text(source.get("sha256", ""), "sha256")
    return Source(
        id=as_text(source.get("id", _id_of(sha256)), "the source's id"),
        sha256=sha256,
        name=as_text(source.get("name", ""), "name"),
        path=as_text(source.get("path", ""), "path"),
        encoding=as_text(source.get("encoding", ""), "encoding"),
        code_points=as_count(source.get("codePoints", 0), "codePoints"),
        versions=_texts(source, "versions"),
        paths=_texts(source, "paths"),
        extra=MappingProxyType(unknown(source, *_KEYS)),
    )


def write_source(source: Source) -> JsonObject:
    """Return the JSON form of `source`."""
    known: JsonObject = {
        "id": source.id,
        "sha256": source.sha256,
        "name": source.name,
        "path": source.path,
        "encoding": source.encoding,
        "codePoints": source.code_points,
    }
    known |= filled({"versions": list(source.versions), "paths": list(source.paths)})
    return joined(known, dict(source.extra))


def _texts(source: JsonObject, key: str) -> tuple[str, ...]:
    return tuple(as_text(entry, key) for entry in as_list(source.get(key, []), key))


def _without(values: tuple[str, ...], present: str) -> tuple[str, ...]:
    """Return `values` without empty ones, repetitions and the `present` one, each in its last place."""
    latest = reversed(dict.fromkeys(reversed(values)))
    return tuple(value for value in latest if value and value != present)


def _with_last(values: tuple[str, ...], present: str) -> tuple[str, ...]:
    return (*_without(values, present), *((present,) if present else ()))


def _id_of(sha256: str) -> str:
    # A digest is ASCII; a damaged file may have half a character in its place, which has no UTF-8.
    return uuid5(NAMESPACE_URL, f"urn:baijia:text:{sha256}".encode("utf-8", "backslashreplace").decode()).urn
