"""The document that a page of annotations is about, as the page itself describes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from desktop.annotations.fields import JsonObject, as_count, as_object, as_text, joined, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents import Document


def _no_extra() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Source:
    """A document's stable `id` (a urn:uuid), and how it was when the page was last written.

    `sha256` is the digest of its text, `name` and `path` those of its file, `encoding` that of the file,
    `code_points` its length. `extra` holds JSON keys that this version does not know.
    """

    id: str
    sha256: str = ""
    name: str = ""
    path: str = ""
    encoding: str = ""
    code_points: int = 0
    extra: Mapping[str, Any] = field(default_factory=_no_extra)

    def described_by(self, document: Document) -> Source:
        """Return this source with the particulars of `document`; id and unknown keys stay."""
        return replace(
            self,
            sha256=document.sha256,
            name=document.path.name,
            path=str(document.path),
            encoding=document.encoding,
            code_points=len(document.text),
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
        extra=MappingProxyType(unknown(source, "id", "sha256", "name", "path", "encoding", "codePoints")),
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
    return joined(known, dict(source.extra))


def _id_of(sha256: str) -> str:
    return uuid5(NAMESPACE_URL, f"urn:baijia:text:{sha256}").urn
