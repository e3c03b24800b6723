"""What comparing asks of whoever opens threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.comparison.renewal import GoneAnswer
    from desktop.documents import Document, DocumentError


class Saves(Protocol):
    """The saves of a thread, as the shelf reads them and puts them on the page."""

    def visit(self, gone: GoneAnswer, version: Document) -> None:
        """Show the earlier `version` that still has an answer, at that."""

    def reading(self, path: Path, encoding: str | None, pause: Callable[[], None]) -> Callable[[], Document]:
        """Return what reads the save at `path` on a worker, in an encoding chosen now or earlier.

        That raises DocumentError.
        """
        ...

    def refuse(self, error: DocumentError, path: Path, again: Callable[[str], None] | None = None) -> None:
        """Say why the save at `path` could not be read; `again` reads it in an encoding that the reader chooses."""

    def remember_encoding(self, path: Path, encoding: str, document: Document) -> None:
        """Remember the encoding that the reader chose for what is now in the file at `path`, which is `document`."""
